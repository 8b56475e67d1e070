"""Inputs that are built to be costly, made when they are needed."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.documents.docx import docx

TEXT = (
    "市は古い市場を開き直すと発表した。費用は三億円で、国が半分を出す。客は年に十万人を見込んでいる。"
    "店主の一人は「また港に人が集まる」と話した。"
)
PARAGRAPHS = "".join(f"<p>{sentence}。</p>" for sentence in TEXT.split("。")[:-1])

# name of a file -> its bytes
HOSTILE: dict[str, Callable[[], bytes]] = {
    "unclosed-blocks.html": lambda: f"<!doctype html><body>{'<div>' * 200_000}{PARAGRAPHS}".encode(),
    "nested-formatting.html": lambda: f"<!doctype html><nav>x</nav>{'<b><i>' * 50_000}{PARAGRAPHS}".encode(),
    "wide.html": lambda: (
        f"<!doctype html><nav>x</nav>{PARAGRAPHS}{'<p><a href=x>次</a></p>' * 29_000}".encode()
    ),
    "empty-paragraphs.docx": lambda: docx(["<w:p/>" * 1_500_000, TEXT]),
}
