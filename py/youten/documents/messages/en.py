"""Messages about documents in English."""

MESSAGES = {  # code of ``Problem.reason`` -> template
    "binary": "is no text (binary)",
    "pdf": "the command line reads no PDF (the page in the browser does)",
    "unknown_encoding": "has an unknown encoding (none of those of Japanese text)",
    "not_that_encoding": "is not {encoding}",
    "open_front_matter": "the front matter has no closing {fence}",
    "broken_front_matter": "the front matter cannot be read (line {line}: {what})",
    "broken_docx": "cannot be read as a Word file",
    "broken_html": "the HTML cannot be read (line {line})",
    "no_article": "no element matches --article",
}
