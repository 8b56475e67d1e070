"""The box on every article and page that Pelican writes.

``PLUGINS = ["youten.plugins.pelican"]`` in ``pelicanconf.py``, options in ``YOUTEN = {"sentences": 2}``;
``Youten: false`` in an article's metadata leaves it alone. It has to be named in full, so that
installing youten changes no site. Source: Pelican's signals, ``content_written``.
"""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import Any

from pelican import signals

from youten.model import YoutenError
from youten.plugins import STYLE, box_file, is_off, is_styled, linked, settings_from

log = logging.getLogger(__name__)


def register() -> None:
    """Register with Pelican, which calls this once."""
    signals.initialized.connect(check)
    signals.content_written.connect(add_box)


def check(pelican: Any) -> None:
    """Refuse impossible options before anything is written."""
    try:
        settings_from(pelican.settings.get("YOUTEN", {}))
    except YoutenError as error:
        raise ValueError(f"YOUTEN: {error}") from error


def add_box(path: str, context: dict[str, Any]) -> None:
    """Write the box into a file that shows one article or one page."""
    content = context.get("article") or context.get("page")
    if content is None or not path.endswith((".html", ".htm")) or is_off(content.metadata.get("youten")):
        return
    options = context.get("YOUTEN", {})
    problem = box_file(Path(path), settings_from(options))
    if problem:
        log.warning("youten: %s: %s", path, problem)
    elif is_styled(options):
        link_style(Path(path), Path(context["OUTPUT_PATH"], "theme", STYLE.name))


def link_style(page: Path, style: Path) -> None:
    """Link a page with a box to the style sheet, and write that if it is missing."""
    html = page.read_bytes().decode("utf-8", "surrogateescape")
    styled = linked(html, os.path.relpath(style, page.parent).replace(os.sep, "/"))
    if styled != html:
        page.write_bytes(styled.encode("utf-8", "surrogateescape"))
        style.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(STYLE, style)
