"""The list in the front matter is written, found, moved and removed without changing another key."""

from __future__ import annotations

import tomllib

import pytest
import yaml
from tests.unit.inject.articles import BODY, never, toy

from youten.inject import Settings, apply
from youten.inject.markdown import inject_markdown
from youten.inject.summary_list import quoted

LIST = Settings(into="front-matter")
REMOVE = Settings(mode="remove")
YAML = """\
title: "図書館" # 題
date: 2026-01-04
tags: [本, 海]
cover:
    image: a.jpg   # 四つ下げる
text: |
  --- これは中身
  youten: これも中身
"""
TOML = 'title = "図書館"\ntags = ["本", "海"]\n\n[params]\ncolor = "青"\n'


def _written(text: str, settings: Settings = LIST) -> str:
    outcome = inject_markdown(text, settings, toy)
    assert outcome.status in ("added", "updated"), outcome
    return apply(text, outcome.edits)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"---\n{YAML}---\n{BODY}",
        f"---\r\n{YAML}---\n{BODY}".replace("\r\n", "\n").replace("\n", "\r\n"),
        f"---\n---\n{BODY}",
        f"---\n# 注だけ\n---\n{BODY}",
        f"---\n{YAML}...\n\n{BODY}",
        f"+++\n{TOML}+++\n{BODY}",
    ],
    ids=["none", "YAML", "YAML with CR LF", "empty", "a comment only", "YAML that ends in dots", "TOML"],
)
def test_written_found_and_removed(text: str) -> None:
    written = _written(text)
    for settings in (LIST, LIST._replace(mode="check"), Settings()):
        assert inject_markdown(written, settings, never).status == "kept"
    removed = inject_markdown(written, REMOVE, never)
    assert apply(written, removed.edits) == text


def test_yaml_keeps_every_other_line() -> None:
    written = _written(f"---\n{YAML}---\n{BODY}")
    assert written.startswith(f"---\n{YAML}summary:\n  - ")
    data = yaml.safe_load(written.split("\n---\n")[0])
    assert len(data["summary"]) == 3
    assert all(isinstance(line, str) and line.endswith("。") for line in data["summary"])
    assert data["text"].startswith("--- これは中身")


def test_toml_keys_stay_above_the_tables() -> None:
    written = _written(f"+++\n{TOML}+++\n{BODY}")
    data = tomllib.loads(written.split("+++\n")[1])
    assert len(data["summary"]) == 3
    assert data["params"] == {"color": "青"}


@pytest.mark.parametrize(("fence", "data"), [("---", YAML), ("+++", TOML)], ids=["YAML", "TOML"])
def test_an_edited_article_gets_its_list_anew(fence: str, data: str) -> None:
    """It stays in its place, even if an editor has moved it or a comment follows."""
    written = _written(f"{fence}\n{data}{fence}\n{BODY}")
    edited = written.replace(BODY, BODY.replace("4日", "5日"))
    assert inject_markdown(edited, LIST._replace(mode="check"), never).reason == "stale"
    again = _written(edited)
    assert "港町市は5日" in again.split(BODY[:3])[0] or again.count("港町市は5日") == 2
    assert apply(again, inject_markdown(again, REMOVE, never).edits) == (
        f"{fence}\n{data}{fence}\n{BODY.replace('4日', '5日')}"
    )


def test_an_editor_may_reformat_the_list() -> None:
    written = _written(f"---\ntitle: a\n---\n{BODY}")
    data = yaml.safe_load(written.split("---\n")[1])
    saved = f"---\n{yaml.safe_dump(data, allow_unicode=True)}# 終わり\n---\n{BODY}"
    assert inject_markdown(saved, LIST, never).status == "kept"
    edited = saved.replace(BODY, BODY.replace("4日", "5日"))
    assert "# 終わり\n---\n" in _written(edited)


@pytest.mark.parametrize(
    ("text", "settings", "reason"),
    [
        (f"---\nsummary: 自分で書いた\n---\n{BODY}", LIST, "key_taken"),
        (f"---\nsummary: [a, b]\n---\n{BODY}", LIST, "key_taken"),
        (f"Title: a\n\n{BODY}", LIST, "no_lists_here"),
        (f'{{\n"title": "a"\n}}\n{BODY}', LIST, "no_lists_here"),
        (f"---\n{{title: a}}\n---\n{BODY}", LIST, "broken_front_matter"),
        (f"---\n  title: a\n---\n{BODY}", LIST, "broken_front_matter"),
    ],
)
def test_refused(text: str, settings: Settings, reason: str) -> None:
    outcome = inject_markdown(text, settings, toy)
    assert (outcome.status, outcome.reason, outcome.edits) == ("problem", reason, ())


def test_another_key() -> None:
    text = f"---\nsummary: 自分で書いた\n---\n{BODY}"
    settings = LIST._replace(key="aiSummary")
    written = _written(text, settings)
    assert "summary: 自分で書いた\naiSummary:\n" in written
    assert inject_markdown(written, settings, never).status == "kept"


def test_a_summary_of_the_authors_is_no_obstacle_to_a_block() -> None:
    written = _written(f"---\nsummary: 自分で書いた\n---\n{BODY}", Settings())
    assert "summary: 自分で書いた\n---\n<!-- youten:begin" in written


def test_from_one_form_to_the_other_and_back() -> None:
    text = f"---\ntitle: a\n---\n\n{BODY}"
    block = _written(text, Settings(into="block"))
    listed = _written(block, LIST)
    assert "<!-- youten" not in listed
    assert _written(listed, Settings(into="block")) == block


def test_a_list_under_another_name_is_missed_by_name() -> None:
    written = _written(f"---\ntitle: a\n---\n{BODY}", LIST._replace(key="other"))
    assert inject_markdown(written, LIST, never).reason == "list_missing"


def test_a_changed_list_is_kept() -> None:
    written = _written(f"---\ntitle: a\n---\n{BODY}").replace('  - "', '  - "手で', 1)
    assert inject_markdown(written, LIST, toy).reason == "edited_box"


@pytest.mark.parametrize(
    "text", ["ふつう", '"引用"\\', "𠮷野家", "改\n行\t", "\u2028\u0085\x7f", "# : - {", "　全角"]
)
def test_quoted_strings_are_json_toml_and_yaml(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}
    if "𠮷" not in text:
        assert tomllib.loads(f"a = {quoted(text)}") == {"a": text}
