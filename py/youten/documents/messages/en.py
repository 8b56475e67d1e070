"""Messages about documents in English."""

MESSAGES = {  # code of ``Problem.reason`` -> template
    "binary": "is no text (binary)",
    "unknown_encoding": "has an unknown encoding (neither UTF-8 nor Shift_JIS nor EUC-JP)",
    "iso_2022_jp": "is ISO-2022-JP; save it as UTF-8, for example",
    "not_that_encoding": "is not {encoding}",
    "open_front_matter": "the front matter has no closing {fence}",
    "broken_front_matter": "the front matter cannot be read (line {line}: {what})",
    "broken_html": "the HTML cannot be read (line {line})",
    "no_article": "no element matches --article",
}
