"""Words of the command line in English."""

MESSAGES = {  # code -> template
    "usage": "usage: ",
    "positionals": "arguments",
    "options": "options",
    "summary_options": "the summary",
    "help": "show this and exit",
    "version": "show the version and exit",
    # youten
    "about_article": "Three short, faithful sentences from a Japanese article (要点).",
    "examples_article": """\
examples:
  youten article.txt                     three sentences
  youten < article.txt                   from a pipe
  youten --sentences 2 a.md b.html c.docx
  youten --format zenn article.md        a box to paste into a post

commands: youten batch (archives), youten inject (boxes into the files of a site), youten doctor (what is
installed here), youten completion (for your shell), youten man. A file of such a name: ./batch
""",
    "files": "articles or folders; none or -: standard input",
    "title": "the headline, where the text does not hold it",
    "format": "as what; from embed on: boxes to paste into a post",
    "encoding": "of the input, where it is told wrongly (cp932, euc-jp, ...)",
    "needs_file": "name a FILE, or send an article to standard input (youten --help)",
    "one_title": "--title is for one article",
    "nothing": "{path} holds no article (.txt, .md, .html, .docx)",
    "bad_input": "cannot read {path}: {what}",
    "too_large": "it has more than {limit:,} bytes",
    "unknown_codec": "unknown encoding: {what}",
    "name_encoding": "{what}; name its encoding with --encoding (cp932, euc-jp, ...)",
    # the options of a summary
    "sentences": "1 to 10 (default: 3)",
    "max_chars": "limit on its characters (125 for three lines)",
    "ratio": "limit as a share of the article, 0 to 1",
    "headline": "one line of at most 40 characters first",
    "keyphrases": "0 to 20 key phrases (default: 0)",
    "focus": "what you want to read about",
    "squeeze": "shorten more: brackets and what is in them go",
    "as": "how to read the text: article, minutes, mail, ... (default: as what it looks like)",
    "whole": "sentences as they are written, cut nowhere",
    "lang": "language of messages (default: the locale's)",
    # youten batch
    "about_batch": "Summarise many articles: JSON lines, CSV, Parquet, SQLite, text files, folders.",
    "examples_batch": """\
examples:
  youten batch < articles.jsonl > summaries.jsonl
  youten batch content articles.csv -o summaries.csv --rejects rejects.jsonl

Without INPUT and --output: JSON lines {{id, title, text}} from standard input, and for each of them one line
{{id, sentences, ...}} on standard output before the next is read.

With --output, the run may be killed at any time: the same command goes on where it was, and a later run does
only what is new or changed. What it needs for that is in OUTPUT.youten.

Exit codes: 0 all summarised; 1 some records were rejected; 2 nothing could begin; 130 interrupted.
""",
    "inputs": "files, folders, patterns; -: standard input (default)",
    "output": "where the summaries go; -: standard output (default)",
    "from": "of the inputs (default: by their names)",
    "to": "of the output (default: by its name, or jsonl)",
    "rejects": "JSON lines of the records without a summary, and why",
    "jobs": "processes; 0: one per core (default, save in a pipe: 1)",
    "id": "field or column of the id (default: id); row: the row's number",
    "title_field": "of the headline (default: title)",
    "text_field": "of the article (default: text)",
    "table": "of a database (default: the only one that has the columns)",
    "encoding_files": "of text files and CSV (default: told from their bytes)",
    "max_bytes": "of one article (default: {limit:,})",
    "overwrite": "begin anew, whatever is in FILE",
    "engine": "where the work is done (default: local)",
    "scheduler": "of the Dask cluster, such as tcp://10.0.0.1:8786",
    "quiet_batch": "no progress and no closing line",
    # youten inject
    "about_inject": (
        "Write the AI要約 box into Markdown and HTML files (folders: all of them inside). Only the box is "
        "ever touched, and a second run changes nothing."
    ),
    "examples_inject": """\
examples:
  youten inject content/posts            write the boxes
  youten inject --dry-run content/posts  show what would change
  youten inject --check --changed        in CI: fail if a box does not fit
  youten inject --remove content/posts   take them out again

Options may stand in .youten.toml or below [tool.youten] in pyproject.toml, paths too.
An author switches a file off with youten: false in its front matter or <meta name=youten content=off>, and
chooses the place with an empty <!-- youten:begin --> <!-- youten:end --> pair of lines or <aside
data-youten></aside>. Rules of .gitignore and .youtenignore inside the folder count.

Exit codes: 0 success; 1 a file failed, or with --check a box is missing or old; 2 wrong usage.
""",
    "paths": "files and folders of a site",
    "check": "change nothing; exit 1 unless every box fits",
    "dry_run": "change nothing; show the difference",
    "remove": "take the boxes out again",
    "refresh": "make anew what fits, too: edited boxes, older versions",
    "style": "give the box its own border",
    "changed": "only files that git sees as new or changed",
    "since": "only files that differ from this commit",
    "jobs_inject": "processes; 0: one per core (default: 1)",
    "markdown": "Markdown (default: what the site needs, told from its files)",
    "into": "a block in the text, or a list in the front matter",
    "key": "of the list (default: summary)",
    "format_inject": "of the block (default: embed)",
    "place": "a new block below the headline or the first paragraph",
    "html": "HTML pages",
    "article": "the article (default: article, main, body)",
    "selector": "place the box by this (default: the h1)",
    "position": "seen from that element (default: after)",
    "exclude": "leave these out, as in .gitignore",
    "verbose": "name every file",
    "quiet_inject": "name problems only",
    "report": "write all boxes beside their articles into this page",
    "report_title": "{count} boxes beside their articles",
    "bad_report": "{path} cannot be written: {what}",
    "exclusive": "{one} and {other} exclude each other",
    "no_paths": "name files or folders, or paths in .youten.toml",
    "bad_config": "{path} cannot be used: {what}",
    "config_unknown": "there is no option {what}",
    "config_value": "{what} cannot be {value}",
    "no_git": "--changed needs git and a repository: {what}",
    # youten doctor, completion, man
    "about_doctor": "Show what is installed here, and whether it works.",
    "about_completion": "Print the completion for a shell.",
    "examples_completion": """\
examples:
  eval "$(youten completion bash)"                       # in ~/.bashrc
  youten completion zsh > ~/.zfunc/_youten               # a folder of $fpath
""",
    "shell": "the shell",
    "about_man": "Print the manual page (youten man | man -l -).",
    "man_name": "three short sentences from a Japanese article",
    "works": "works",
    "missing": "not installed",
    "doctor_dictionary": "dictionary",
    "doctor_summary": "summary",
    "doctor_encodings": "encodings",
    "doctor_language": "language",
    "doctor_optional": "optional",
}
# What argparse says, and what we say instead; the groups of the pattern fill in {0}, {1}, ...
ARGPARSE: tuple[tuple[str, str], ...] = ()
