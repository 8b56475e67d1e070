"""Where a new block goes, and that no site takes it for the beginning of the article."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.unit.inject.articles import BODY, HTML, PARAGRAPHS, TITLE, never, toy

from youten.cli import run
from youten.inject import Settings, apply
from youten.inject.markdown import BEGIN, inject_markdown
from youten.inject.model import Place

FIRST, *REST = PARAGRAPHS
ONE = "".join(PARAGRAPHS)
LATER = "\n\n".join(REST) + "\n"


@pytest.mark.parametrize(
    ("place", "text"),  # ▁: where the block goes
    [
        ("top", f"# {TITLE}\n\n▁{BODY}"),
        ("top", f"# {TITLE}\n{{: .big #top}}\n\n▁{BODY}"),  # kramdown's attributes belong to the headline
        ("top", f"{FIRST}\n\n<!-- more -->\n\n▁{LATER}"),  # Hexo, Material for MkDocs
        ("top", f"{FIRST}\n\n<!--more-->\n\n▁{LATER}"),  # Hugo, Jekyll, WordPress
        ("top", f"{FIRST}\n\n<!-- truncate -->\n\n▁{LATER}"),  # Docusaurus
        ("top", f"---\ntitle: a\nexcerpt_separator: '[end]'\n---\n{FIRST}\n\n[end]\n\n▁{LATER}"),
        ("top", f"▁{FIRST}\n\n<!-- more coffee -->\n\n{LATER}"),  # a comment like any other
        ("top", f"▁{FIRST}\n\n```\n<!-- more -->\n```\n\n{LATER}"),
        ("lead", f"{FIRST}\n\n▁{LATER}"),
        ("lead", f"# {TITLE}\n\n{FIRST}\n\n▁{LATER}"),
        ("lead", f"# {TITLE}\n\n![a](a.png)\n\n▁{BODY}"),  # Jekyll's excerpt is the picture
        ("lead", f"{FIRST}\n- 一つめ\n- 二つめ\n\n▁{LATER}"),  # no blank line to stand behind
        ("lead", f"> 引用。\n\n{FIRST}\n\n▁{LATER}"),
        ("lead", f"{ONE}\n▁"),  # nothing to stand above: at the end, with an empty line between
        ("lead", f"{ONE}\n\n▁"),
        ("lead", f"{ONE}▁"),  # the file ends as it did
        ("lead", f"{ONE}\n- 一つめ\n▁"),
        ("top", f"▁{ONE}\n\n<!-- more -->\n"),  # a mark with nothing below it parts nothing
        ("lead", f"{FIRST}\n\n▁{LATER}\n<!-- more -->\n"),
    ],
)
def test_the_block_goes(place: Place, text: str) -> None:
    before, _, after = text.partition("▁")
    source = before + after
    settings = Settings(place=place)
    written = apply(source, inject_markdown(source, settings, toy).edits)
    assert written.startswith(before)
    assert written[len(before) :].lstrip("\n").startswith(f"{BEGIN} 0.")
    assert written.endswith(f"\n\n{after}") if after else written.endswith("\n") == source.endswith("\n")
    assert inject_markdown(written, Settings(), never).status == "kept"
    removed = inject_markdown(written, Settings(mode="remove"), never)
    assert apply(written, removed.edits) == source


@pytest.mark.parametrize(
    ("lead", "above"), [(0, 1), (len(FIRST), 1), (len(FIRST) + 1, 2), (len(FIRST + REST[0]) + 1, 3), (999, 3)]
)
def test_so_many_characters_stand_above(lead: int, above: int) -> None:
    """Addresses of links and other markup do not count."""
    text = f"# {TITLE}\n\n[{FIRST}](https://example.org/)\n\n" + "\n\n".join(REST) + "\n\n- 項目\n"
    lead += len(TITLE)
    written = apply(text, inject_markdown(text, Settings(place="lead", lead=lead), toy).edits)
    assert sum(paragraph in written.partition(BEGIN)[0] for paragraph in PARAGRAPHS) == above


POST = f"---\ntitle: {TITLE}\n---\n\n{BODY}"
LEAD, TOP = f"---\n\n{FIRST}\n\n{BEGIN}", f"---\n\n{BEGIN}"


@pytest.mark.parametrize(
    ("files", "post", "says", "holds"),
    [
        ({"_config.yml": "title: 港町"}, POST, "Jekyll", LEAD),
        (
            {"_config.yml": "title: 港町", "package.json": '{"dependencies": {"hexo": "8"}}'},
            POST,
            "Hexo",
            f"{REST[0]}\n\n{REST[1]}\n\n{BEGIN}",  # the three paragraphs are no more than the description
        ),
        ({"hugo.toml": "baseURL = 'https://a.jp'"}, POST, "Hugo", "ai_summary:\n"),
        ({"config.toml": "baseURL = 'https://a.jp'"}, POST, "Hugo", "ai_summary:\n"),
        ({"config.toml": "[tool]"}, POST, "", TOP),
        ({"mkdocs.yml": "site_name: a"}, POST, "MkDocs", TOP),
        ({"docusaurus.config.ts": ""}, POST, "Docusaurus", LEAD),
        ({"astro.config.mjs": ""}, POST, "Astro", TOP),
        ({}, f"---\ntitle: {TITLE}\nemoji: 📚\ntype: tech\ntopics: []\n---\n{BODY}", "Zenn", ":::message\n"),
        (
            {},
            f"---\ntitle: {TITLE}\nprivate: false\norganization_url_name: null\n---\n{BODY}",
            "Qiita",
            ":::note",
        ),
        ({}, POST, "", TOP),
        ({}, f"\ufeff---\nemoji: 📚\ntopics: []\n---\n{BODY}", "Zenn", ":::message\n"),  # of Notepad
        ({"config.toml": "\ufeffbaseURL = 'https://a.jp'"}, POST, "Hugo", "ai_summary:\n"),
        ({"_config.yml": "a: [", "hugo.json": ""}, POST, "Hugo", "ai_summary:\n"),
    ],
)
def test_a_site_is_known_by_its_files(
    files: dict[str, str], post: str, says: str, holds: str, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(post, "utf-8")
    errors = io.StringIO()
    assert run(["inject", str(tmp_path)], io.BytesIO(), io.StringIO(), errors, toy()) == 0
    assert errors.getvalue().startswith(f"youten: {says} のサイト" if says else "youten: ")
    assert errors.getvalue().count("のサイト") == bool(says)
    assert holds in (tmp_path / "posts" / "a.md").read_text("utf-8")
    # The choices need no options later.
    assert run(["inject", "--check", str(tmp_path)], io.BytesIO(), io.StringIO(), errors, toy()) == 0


@pytest.mark.parametrize(
    ("config", "folder", "passed"),
    [
        ("hugo.toml", "public", True),
        ("_config.yml", "_site", True),
        ("mkdocs.yml", "site", True),
        ("eleventy.config.mjs", "_site", True),
        ("docusaurus.config.ts", "build", True),
        ("mkdocs.yml", "public", False),
        ("README.md", "public", False),  # no generator is known
    ],
)
def test_what_a_generator_wrote_is_passed_over(
    config: str, folder: str, passed: bool, tmp_path: Path
) -> None:
    (tmp_path / config).touch()
    page = tmp_path / folder / "a.html"
    page.parent.mkdir()
    page.write_text(HTML, "utf-8")
    output = io.StringIO()
    assert run(["inject", str(tmp_path)], io.BytesIO(), output, io.StringIO(), toy()) == 0
    assert ((page.read_text("utf-8") == HTML), "ビルド結果" in output.getvalue()) == (passed, passed)
    assert run(["inject", str(tmp_path / folder)], io.BytesIO(), output, io.StringIO(), toy()) == 0
    assert page.read_text("utf-8") != HTML


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (["--into", "block"], TOP),
        (["--into", "block", "--place", "lead"], LEAD),
        (["--key", "points"], "points:\n"),
        (["--into", "block", "--format", "zenn"], ":::message\n"),
    ],
)
def test_what_the_caller_names_counts_more(options: list[str], holds: str, tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    (tmp_path / "a.md").write_text(POST, "utf-8")
    assert run(["inject", *options, str(tmp_path)], io.BytesIO(), io.StringIO(), io.StringIO(), toy()) == 0
    assert holds in (tmp_path / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("config", "post", "inside"),
    [
        ("", POST, False),
        ("", f"---\ntitle: a\n---\n\n{ONE}\n", False),  # one paragraph: the box stands at the end
        ("", POST.replace("\n", "\r\n"), True),  # Jekyll looks for two LF
        ("", POST.replace("---\n\n", "excerpt: a\n---\n\n").replace("\n", "\r\n"), False),
        ("", POST.replace("---\n\n", "excerpt_separator: <!--end-->\n---\n\n"), True),
        ("excerpt_separator: <!--end-->", POST, True),  # the whole post is the excerpt
        ("excerpt_separator: <!--end-->", POST.replace("\n\n", "\n\n<!--end-->\n\n", 2), False),
    ],
)
def test_a_box_in_the_excerpt_is_said(config: str, post: str, inside: bool, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text(config, "utf-8")
    (tmp_path / "a.md").write_bytes(post.encode())
    output = io.StringIO()
    assert run(["inject", str(tmp_path)], io.BytesIO(), output, io.StringIO(), toy()) == 0
    assert ("抜粋" in output.getvalue()) == inside
