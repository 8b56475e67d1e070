"""The box on every document that Sphinx builds as HTML.

``extensions = ["youten.plugins.sphinx"]`` in ``conf.py``, options in ``youten_options = {"sentences": 2}``;
``:youten: false`` among the fields at a document's head leaves it alone. Works on the written files when the
build is done, so that themes and other extensions have had their say. Source: Sphinx's event
``build-finished``.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from youten import __version__
from youten.model import YoutenError
from youten.plugins import STYLE, box_file, is_off, is_styled, settings_from

BUILDERS = ("html", "dirhtml")  # the builders that write one HTML file for each document
log = logging.getLogger(__name__)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register with Sphinx, which calls this once."""
    app.add_config_value("youten_options", {}, "html", frozenset({dict}))
    app.connect("config-inited", check)
    app.connect("build-finished", add_boxes)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def check(app: Sphinx, config: Config) -> None:
    """Refuse impossible options before anything is built; add the style sheet."""
    try:
        settings_from(config.youten_options)
    except YoutenError as error:
        raise ConfigError(f"youten_options: {error}") from error
    if is_styled(config.youten_options):
        config.html_static_path.append(str(STYLE))
        app.add_css_file(STYLE.name)


def add_boxes(app: Sphinx, exception: Exception | None) -> None:
    """Write the box into every document's file; files that a build did not touch have one already."""
    if exception is not None or app.builder.name not in BUILDERS:
        return
    settings = settings_from(app.config.youten_options)
    for name in sorted(app.env.found_docs):
        path = Path(app.builder.get_outfilename(name))  # type: ignore[attr-defined]
        if is_off(app.env.metadata[name].get("youten")) or not path.is_file():
            continue
        problem = box_file(path, settings)
        if problem:
            log.warning("youten: %s", problem, location=name, type="youten")
