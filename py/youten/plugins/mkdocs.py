"""The box on every page that MkDocs builds.

``plugins: [youten]`` in ``mkdocs.yml``, with the command line's options below it; ``youten: false`` in a
page's front matter leaves that page alone. A page that cannot have its box is a warning, so ``mkdocs build
--strict`` fails on it. Source: the MkDocs plugin interface, event ``on_post_page``.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from youten.inject import Settings
from youten.model import YoutenError
from youten.plugins import STYLE, boxed, is_off, settings_from

PLACE = f"assets/{STYLE.name}"  # of the style sheet in the site
log = logging.getLogger("mkdocs.plugins.youten")


class YoutenConfig(Config):  # type: ignore[no-untyped-call]  # a hook of MkDocs without annotations
    """What may stand below ``youten:`` in ``mkdocs.yml``; see ``youten.options.Options`` for the ranges."""

    sentences = c.Optional(c.Type(int))
    max_chars = c.Optional(c.Type(int))
    ratio = c.Optional(c.Type(float))
    headline = c.Optional(c.Type(bool))
    keyphrases = c.Optional(c.Type(int))
    focus = c.Optional(c.Type(str))
    squeeze = c.Optional(c.Type(bool))
    lang = c.Optional(c.Choice(("ja", "en")))
    selector = c.Optional(c.Type(str))
    position = c.Optional(c.Choice(("after", "before", "prepend", "append")))
    article = c.Optional(c.Type(str))
    style = c.Type(bool, default=True)


class YoutenPlugin(BasePlugin[YoutenConfig]):  # type: ignore[no-untyped-call]  # the same
    """Adds the box to the finished page."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the options before anything is built."""
        try:
            self._settings: Settings = settings_from(dict(self.config))
        except YoutenError as error:
            raise PluginError(f"youten: {error}") from error
        if self.config.style and PLACE not in config.extra_css:
            config.extra_css.append(PLACE)
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the style sheet of the box."""
        if self.config.style:
            target = Path(config.site_dir, PLACE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(STYLE, target)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Return the page with its box."""
        del config
        if is_off(page.meta.get("youten")):
            return output
        html, problem = boxed(output, self._settings)
        if problem:
            log.warning("youten: %s: %s", page.file.src_uri, problem)
        return html
