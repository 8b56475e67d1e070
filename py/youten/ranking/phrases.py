"""Finds runs of nouns that can name something: whole compounds (図書館移転計画), not their parts."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from youten.model import Morpheme, Phrase
from youten.ranking.terms import EMPTY_NOUNS

LONGEST = 20  # characters; a longer run of nouns is a list or a table
TAILS = ("ごと", "たち", "など", "そのもの")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that name nothing of the article's own, alone or at a phrase's end.
GENERAL = _words(
    """
    今回 今後 現在 昨年 今年 来年 同日 午前 午後 記事 場合 必要 可能 実際 以上 以下 以前 以降 理由 結果
    自分 私 僕 方法 内容 全体 一部 多く 問題 発表 説明 紹介 利用 使用 確認 予定 対象 関係 状態 部分
    最初 最後 今日 昨日 明日 当時 同様 写真
    """
)


def phrases(text: str, morphemes: Sequence[Morpheme]) -> tuple[Phrase, ...]:
    """Return the phrases of a sentence in order, with repetitions."""
    found = []
    for run in _runs(morphemes):
        spelled = text[run[0].start : run[-1].end]
        found.append(Phrase(normalize("NFKC", spelled).casefold(), spelled, len(run)))
    return tuple(found)


def _runs(morphemes: Sequence[Morpheme]) -> list[list[Morpheme]]:
    """Return the runs of nouns that can name something."""
    runs: list[list[Morpheme]] = []
    run: list[Morpheme] = []
    for m in morphemes:
        if _joins(m, run):
            run.append(m)
            continue
        runs.append(run)
        run = [m] if _joins(m, []) else []
    return [r for r in map(_trimmed, [*runs, run]) if _names(r)]


def _joins(m: Morpheme, run: Sequence[Morpheme]) -> bool:
    if run and m.start != run[-1].end:
        return False
    if m.surface == "・":
        return bool(run)
    if not m.known and any("ぁ" <= character <= "ゖ" for character in m.surface):
        return False  # a stretch of kana that the dictionary could not divide
    kind, detail = m.pos.split(",", 2)[:2]
    if kind == "接頭詞":
        return True
    if kind != "名詞" or not any(map(str.isalnum, m.surface)):
        return False
    return detail in ("接尾", "数") if detail in EMPTY_NOUNS else detail != "副詞可能"


def _trimmed(run: list[Morpheme]) -> list[Morpheme]:
    """Remove what no phrase begins or ends with: numbers, bare suffixes, a stray dot."""
    if run and run[0].pos.startswith("名詞,数"):
        return []  # 3月期, 10人
    begin, end = 0, len(run)
    while begin < end and (run[begin].surface == "・" or run[begin].pos.startswith(("名詞,数", "名詞,接尾"))):
        begin += 1
    while begin < end and (
        run[end - 1].surface == "・" or run[end - 1].pos.startswith("接頭詞") or run[end - 1].surface in TAILS
    ):
        end -= 1
    return run[begin:end]


def _names(run: Sequence[Morpheme]) -> bool:
    text = "".join(m.surface for m in run)
    if not 2 <= len(text) <= LONGEST or text in GENERAL or any(m.pos.startswith("名詞,数") for m in run):
        return False
    if len(run) > 1:
        return True
    # Alone stand names, and words that no dictionary has: they are mostly names too.
    return not _is_plain_latin(text) and (run[0].pos.startswith("名詞,固有名詞") or not run[0].known)


def _is_plain_latin(text: str) -> bool:
    return text.isascii() and text.islower()
