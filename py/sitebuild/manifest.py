"""The list of the site's files: the source of each, and when a reader's browser loads it.

Paths of a release are relative to its folder ``r/<name>/``; sources are relative to static/. The ending of a
name decides what is made of the source: scripts and style sheets are bundled, everything else is copied.
Other steps make the assets of the engine and of the documentation. Scripts read values about these files as
``__SITE__.<name>`` (static/types.d.ts), which ``release`` fills in.
"""

from __future__ import annotations

from sitebuild.paths import ROOT, STATIC

# Scripts of the page; they share parts below app/. The first opens the engine and waits for nothing else.
PAGE_SCRIPTS = {"start": STATIC / "app" / "start.js", "app": STATIC / "app" / "main.js"}
PARTS = "app"
# Inline in index.html; runs before anything is drawn.
EARLY = STATIC / "app" / "early.js"
# Other files of a release -> source.
RELEASE = {
    "app.css": "app/style.css",
    "check-frame.html": "check/frame.html",
    "check-frame.js": "check/frame.js",
    "check-worker.js": "check/worker.js",
    "check.css": "check/check.css",
    "check.js": "check/check.js",
    "fetcher.js": "engine/files/fetcher.js",
    "frame.css": "embed/frame/widget.css",
    "frame.js": "embed/frame/host-requests.js",
    "later/pdf.js": "app/import/readers/pdf/pdf.js",
    "widget.js": "embed/frame/widget.js",
}
# The reader of HTML, Word and mail, which the page starts in a worker: path in the release, source.
READER = ("later/reader.js", STATIC / "app" / "import" / "readers" / "worker.js")
# The engine, below its own source: the worker is part of the frame's script, whose hash is in the document.
ENGINE = {"worker": "worker/worker.js", "frame": "frame/frame.js", "document": "engine.html"}

# The interpreter of a first visit, which has what summaries need, and all of it (pyodide/hot.mjs).
WASM = "pyodide.asm.wasm"
WHOLE_WASM = "pyodide.whole.wasm"
DICTIONARY = "dictionary.bin.gz"
SNAPSHOT = "snapshot.bin.gz"
STOCK = "stock/"
# Files that a start fetches, by variant (engine/worker/boot.js); most of a start needs not yet the last one.
STARTS = {
    "snapshot": (WASM, SNAPSHOT, DICTIONARY),
    "whole": (WHOLE_WASM, SNAPSHOT, DICTIONARY),
    "packed": (WHOLE_WASM, "stdlib.zip.gz", "app.zip.gz", DICTIONARY),
    "stock": (WHOLE_WASM,),  # and all of stock/
}
USUAL_START = STARTS["snapshot"]
# Names by which the engine knows a file, where it is not the file's own.
PART_NAMES = {WHOLE_WASM: WASM}
# Loaded when the page is idle after the engine is ready, so that it works offline in every case.
BACKGROUND = (WHOLE_WASM,)
# In the name of a script that loads when its feature is first used; stored when the engine is ready.
LATE = ".late-"
# Loaded when a reader asks for it, and kept from then on.
LATER = ("later/", "readings.bin.gz", *BACKGROUND)
# The same, or only where the usual start does not work or is not wanted.
ON_REQUEST = (STOCK, "stdlib.zip.gz", "app.zip.gz", *LATER)
# Loaded before a script of the page has run, besides the page's scripts and their parts.
AT_ONCE = ("app.css", "engine.html", "engine.js")
# Part of the page without the engine, which must be usable at once.
PAGE_FILES = ("index.html", "start.js", "app.js", "app.css")
# For measurements; earlier releases are kept without it.
NOT_KEPT = (STOCK,)

# Above the releases: pages by their address.
PAGES = {"./": ROOT / "index.html", "check.html": STATIC / "check" / "check.html"}
SERVICE_WORKER = STATIC / "service-worker" / "main.js"
WEB_MANIFEST = STATIC / "manifest.webmanifest"
ICONS = STATIC / "icons"
# Loaded at every visit from above the releases.
ABOVE = ("index.html", "sw.js", WEB_MANIFEST.name)
# The sources of the files above the releases; a change of them makes another release too.
ABOVE_SOURCES = (
    *PAGES.values(),
    WEB_MANIFEST,
    *sorted(SERVICE_WORKER.parent.glob("*.js")),
    *sorted(ICONS.iterdir()),
    STATIC / "app" / "words" / "ja.json",
)

# Permanent addresses below embed/<version>/ -> (source, form).
EMBED = {
    "box.js": ("embed/loaders/box-script.js", "iife"),
    "auto.js": ("embed/loaders/auto-script.js", "iife"),
    "polyfill.js": ("embed/loaders/polyfill-script.js", "iife"),
    "summarizer.js": ("embed/summarizer-api/summarizer.js", "esm"),
    "box.css": ("embed/box.css", "esm"),
}
EMBED_FRAME = STATIC / "embed" / "frame" / "frame.html"
GALLERY = STATIC / "embed" / "gallery"


def is_on_request(path: str) -> bool:
    """Return whether a path is in a release and loaded only when a reader asks for it."""
    return path.startswith("r/") and path.split("/", 2)[-1].startswith(ON_REQUEST)


def is_of_first_visit(path: str) -> bool:
    """Return whether a first visit loads the file at a path of the site before its first summary."""
    return path in ABOVE or (path.startswith("r/") and not is_on_request(path) and LATE not in path)


def is_of_background(path: str) -> bool:
    """Return whether a first visit loads the file at a path of the site afterwards."""
    return path.startswith("r/") and (LATE in path or path.split("/", 2)[-1] in BACKGROUND)
