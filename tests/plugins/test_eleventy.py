"""Eleventy with the plugin as npm packs it, on a small blog with Eleventy's usual layout."""

from __future__ import annotations

import json
import subprocess
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitebuild import eleventy
from sitebuild.paths import NODE_MODULES, ROOT

CONFIG = """\
import youten from "eleventy-plugin-youten";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(youten, %s);
  return { dir: { input: "content", includes: "../_includes", output: "_site" } };
}
"""
LAYOUT = """\
<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>{{ title }} | 港町</title></head>
<body>
<header><a href="/">港町</a></header>
<main id="skip">
<h1>{{ title }}</h1>
{{ content | safe }}
</main>
</body>
</html>
"""
INDEX = """\
---
title: 港町
layout: base.njk
---
<ul>
{%- for post in collections.posts %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>{% endfor -%}
</ul>
"""


@pytest.fixture(scope="session")
def plugin(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the plugin with npm and unpack it, to get exactly the files that users get."""
    folder = tmp_path_factory.mktemp("packed")
    packed = subprocess.run(
        ["npm", "pack", "--json", "--pack-destination", folder, eleventy.assemble(wheel)],
        check=True,
        capture_output=True,
        text=True,
    )
    entry = json.loads(packed.stdout)
    name = (entry[0] if isinstance(entry, list) else next(iter(entry.values())))["filename"]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


@pytest.fixture
def site(tmp_path: Path, plugin: Path, posts: Mapping[str, tuple[str, list[str]]]) -> Path:
    """Make the blog, with the plugin in its node_modules."""
    modules = tmp_path / "node_modules"
    (modules / "@11ty").mkdir(parents=True)
    for name in ("@11ty/eleventy", "pyodide"):
        (modules / name).symlink_to(NODE_MODULES / name, target_is_directory=True)
    subprocess.run(["cp", "-r", plugin, modules / eleventy.NAME], check=True)
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "eleventy.config.js").write_text(CONFIG % "{}", "utf-8")
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes" / "base.njk").write_text(LAYOUT, "utf-8")
    folder = tmp_path / "content" / "blog"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "index.njk").write_text(INDEX, "utf-8")
    for name, (title, paragraphs) in posts.items():
        head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nlayout: base.njk\ntags: posts\n---\n"
        (folder / f"{name}.md").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
    return tmp_path


def _build(site: Path, run: Callable[..., object], code: int = 0) -> object:
    return run("node", NODE_MODULES / "@11ty" / "eleventy" / "cmd.cjs", "--quiet", cwd=site, code=code)


def test_a_box_on_every_post(
    site: Path, run: Callable[..., object], check_site: Callable[..., None], posts: Mapping[str, object]
) -> None:
    """The final check runs on CPython, so both Pythons must hash and choose alike."""
    _build(site, run)
    assert "data-box" not in (site / "_site" / "index.html").read_text("utf-8")
    pages = {name: site / "_site" / "blog" / name / "index.html" for name in posts}
    check_site(site / "_site", lambda: _build(site, run), pages)


def test_options_and_a_post_that_opts_out(site: Path, run: Callable[..., object]) -> None:
    (site / "eleventy.config.js").write_text(
        CONFIG % '{ sentences: 2, selector: "#skip", style: false }', "utf-8"
    )
    speech = site / "content" / "blog" / "speech.md"
    speech.write_text(speech.read_text("utf-8").replace("---\n", "---\nyouten: false\n", 1), "utf-8")
    _build(site, run)
    assert "data-box" not in (site / "_site" / "blog" / "speech" / "index.html").read_text("utf-8")
    text = (site / "_site" / "blog" / "essay" / "index.html").read_text("utf-8")
    assert text.index("</main>") < text.index("<aside")
    assert text.count("<li>") == 2
    assert "youten.css" not in text


def test_invalid_options_fail(site: Path, run: Callable[..., object]) -> None:
    (site / "eleventy.config.js").write_text(CONFIG % "{ sentence: 2 }", "utf-8")
    result = _build(site, run, code=1)
    assert "youten: unknown option sentence" in result.stderr + result.stdout  # type: ignore[attr-defined]


def test_versions_agree() -> None:
    """The package's version is the project's, and its Pyodide is the page's."""
    package = json.loads((ROOT / "static" / "eleventy" / "package.json").read_text("utf-8"))
    ours = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert package["version"] == ours["version"]
    assert package["dependencies"]["pyodide"] == ours["devDependencies"]["pyodide"]
