"""Plugins for site generators: each hands the finished page to ``inject_html``, as ``youten inject`` would.

So ``youten inject --check`` understands the pages that a plugin made, and the other way round. Here is what
the plugins share; each imports its own generator and nothing of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from youten.documents.selectors import compile_selector
from youten.inject import Outcome, Settings, apply
from youten.inject.html import inject_html
from youten.inject.messages import reason
from youten.model import YoutenError
from youten.morphology import default_analyzer
from youten.options import Options, check_options

# Options in a generator's configuration: names and meanings are those of the command line.
OPTIONS = ("sentences", "max_chars", "ratio", "headline", "keyphrases", "focus", "squeeze", "lang")
PLACES = ("selector", "position", "article", "place")
STYLE = Path(__file__).with_name("youten.css")  # the page's own; the wheel holds it
POSITIONS = ("after", "before", "prepend", "append")

# Development servers build the same pages again and again: (settings, digest of the page) -> outcome.
_DONE: dict[tuple[Settings, str], Outcome] = {}
_MOST_KEPT = 5000  # pages; an outcome holds one box, about 1 kB


def settings_from(configuration: Mapping[str, object]) -> Settings:
    """Read a plugin's configuration. Raises ``YoutenError`` ("bad_option", "bad_selector").

    None counts as not given, since MkDocs passes it for missing options. For "style" see ``is_styled``.
    """
    given = {name: value for name, value in configuration.items() if value is not None}
    unknown = sorted(given.keys() - {*OPTIONS, *PLACES, "style"})
    if unknown:
        known = ", ".join((*OPTIONS, *PLACES, "style"))
        raise YoutenError("bad_option", f"unknown option {', '.join(unknown)} (there are {known})")
    options = Options(**{name: value for name, value in given.items() if name in OPTIONS})  # type: ignore[arg-type]
    check_options(options)
    places = {name: given[name] for name in PLACES if name in given}
    if not all(isinstance(value, str) for value in places.values()):
        raise YoutenError("bad_option", "selector, position, article and place are strings")
    for name, allowed in (("position", POSITIONS), ("place", ("top", "lead"))):
        if places.get(name, allowed[0]) not in allowed:
            raise YoutenError("bad_option", f"{name} is one of {', '.join(allowed)}")
    settings = Settings(options, **places)  # type: ignore[arg-type]
    for name in ("selector", "article"):
        if places.get(name):
            try:
                compile_selector(str(places[name]))
            except YoutenError as error:
                raise YoutenError("bad_selector", f"{name} is not a selector known here: {error}") from error
    return settings


def is_off(value: object) -> bool:
    """Return whether a page's own ``youten:`` setting switches the box off."""
    return value is False or str(value).strip().lower() in ("false", "off", "no")


def is_styled(configuration: Mapping[str, object]) -> bool:
    """Return whether the pages link to ``STYLE``, which is so unless "style" says no."""
    return not is_off(configuration.get("style", True))


def linked(html: str, href: str) -> str:
    """Return a page whose head links to the style sheet, if it has a box and no such link."""
    link = f'<link rel="stylesheet" href="{escape(href)}">'
    head = html.find("</head>")
    if "data-box=" not in html or link in html or head < 0:
        return html
    return f"{html[:head]}{link}{html[head:]}"


def boxed(html: str, settings: Settings) -> tuple[str, str]:
    """Return a page with its box, and what is wrong with it, "" if nothing is."""
    from hashlib import sha256

    key = settings, sha256(html.encode("utf-8", "surrogatepass")).hexdigest()
    outcome = _DONE.get(key)
    if outcome is None:
        if len(_DONE) >= _MOST_KEPT:
            _DONE.clear()
        outcome = _DONE[key] = inject_html(html, settings, default_analyzer)
    problem = reason(outcome, settings.options.lang) if outcome.status == "problem" else ""
    return apply(html, outcome.edits), problem


def box_file(path: Path, settings: Settings) -> str:
    """Write the box into a page on the disk; return what is wrong with it, "" if nothing is."""
    from youten.inject.files import inject_file

    outcome = inject_file(path, settings, default_analyzer).outcome
    return reason(outcome, settings.options.lang) if outcome.status == "problem" else ""
