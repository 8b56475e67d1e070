"""Makes known articles in other clothes: among the furniture of a site, wrapped, broken, spaced, printed.

The box must stay that of the bare article. Everything is drawn from one random generator, so that a number
names a text. ``patterns`` makes texts of every form.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
_PLAIN = str.maketrans("，．", "、。", " 　\n")
# Pages of the golden articles that hold nothing but a headline and paragraphs.
BARE = ("court", "earnings", "obituary", "science-news", "survey-report")

MENU = (
    *("トップ", "政治", "経済", "社会", "国際", "スポーツ", "カルチャー"),
    *("地域", "天気", "検索", "ログイン", "会員登録", "メニュー"),
)
CONSENT = (
    "当サイトではCookieを使用しています。閲覧を続けると、Cookieの使用に同意したものとみなされます。",
    "当社は、サービスの向上のためクッキーを利用しています。詳しくはプライバシーポリシーをご覧ください。",
    "このサイトではアクセス解析のためにCookieを使用します。",
)
NOTICES = (
    "この記事は有料会員限定です。残り812文字",
    "有料会員になると続きをお読みいただけます。初月は無料です。いつでも解約できます。",
    "この記事に「スタンプ」を押せます。ご利用には会員登録が必要です。",
    "アプリなら最新のニュースを無料でお読みいただけます。",
    "プッシュ通知を許可すると、最新のニュースをお届けします。",
    "チャンネル登録をお願いします！",
    "コメントを投稿するにはログインしてください",
)
ADVERT = "スポンサーからのお知らせ：秋のセールを開催中です。今すぐ店頭へ。"
SHARES = ("シェア", "ポスト", "ブックマーク", "LINEで送る", "印刷", "コメント（12件）")
OTHERS = (
    "高齢者の免許返納、10年ぶりに減少",
    "駅前の再開発、来月に着工へ",
    "市役所の窓口、オンラインで待ち時間を表示",
    "人気の食堂、43年の歴史に幕",
)
FOOT = ("会社概要", "利用規約", "プライバシーポリシー", "Copyright © 2025 港町新聞社 All rights reserved.")


def articles() -> dict[str, tuple[str, list[str]]]:
    """Return name -> (headline, paragraphs) of the known articles."""
    found = {}
    for name in BARE:
        blocks = (ARTICLES / name / "page.txt").read_text("utf-8").strip().split("\n\n")
        prose = [block for block in blocks[1:] if block.endswith(("。", "。）")) and "\n" not in block]
        found[name] = (blocks[0], prose)
    return found


def bare(headline: str, paragraphs: list[str]) -> str:
    """Return the article as a plain text."""
    return "\n\n".join([headline, *paragraphs]) + "\n"


def page(headline: str, paragraphs: list[str], rng: random.Random) -> str:
    """Put an article among the furniture of a news page."""
    lines = rng.sample(MENU, rng.randrange(4, len(MENU)))
    lines += [rng.choice(CONSENT), "同意する"] if rng.random() < 0.7 else []
    lines += [headline, "2025年11月3日 17時20分", *rng.sample(SHARES, 3)]
    advert = rng.random() < 0.3
    for paragraph in paragraphs:
        lines.append(paragraph)
        if advert:
            lines.append(ADVERT)
        elif rng.random() < 0.3:
            lines.append(rng.choice(NOTICES))
    lines += [
        rng.choice(("関連記事", "あわせて読みたい", "アクセスランキング")),
        *rng.sample(OTHERS, 3),
        *FOOT,
    ]
    return "\n\n".join(lines) + "\n"


def _columns(text: str, width: int) -> list[str]:
    """Cut a text into lines of a width in characters, of which letters and digits fill half."""
    lines, room = [""], float(width)
    for character in text:
        if room < 1 and character not in "。、」）":
            lines.append("")
            room = float(width)
        lines[-1] += character
        room -= 0.5 if character.isascii() else 1
    return lines


def wrapped(headline: str, paragraphs: list[str], rng: random.Random) -> str:
    """Print an article in lines of one width."""
    width = rng.randrange(24, 42)
    blocks = ["\n".join(_columns(paragraph, width)) for paragraph in paragraphs]
    return "\n\n".join([headline, *blocks]) + "\n"


def printed(headline: str, paragraphs: list[str], rng: random.Random) -> str:
    """Print an article on pages with a running header and page numbers."""
    header = rng.choice(("港町新聞縮刷版", "月刊みなと　第12号", "地域研究資料集"))
    width, height = rng.randrange(28, 40), rng.randrange(8, 14)
    lines = [line for p in paragraphs for line in (*_columns("　" + p, width), "")]
    pages = [lines[i : i + height] for i in range(0, len(lines), height)]
    sheets = ["\n".join([header, "", *sheet, "", f"- {n} -"]) for n, sheet in enumerate(pages, 1)]
    return headline + "\n\n" + "\n\n".join(sheets) + "\n"


def broken(headline: str, paragraphs: list[str], rng: random.Random) -> str:
    """Break one sentence of a few paragraphs at a particle, once."""
    found = []
    for paragraph in paragraphs:
        ends = [
            m.end() for m in re.finditer("(?<=[一-龥ァ-ヶ])[のをが](?=[一-龥])", paragraph) if m.end() > 22
        ]
        at = rng.choice(ends) if ends and rng.random() < 0.5 else 0
        found.append(paragraph[:at] + "\n" * bool(at) + paragraph[at:])
    return bare(headline, found)


def spaced(headline: str, paragraphs: list[str], _rng: random.Random) -> str:
    """Put a space between all characters."""
    return bare(headline, [" ".join(paragraph) for paragraph in paragraphs])


def pointed(headline: str, paragraphs: list[str], _rng: random.Random) -> str:
    """Write ， and ．as science does."""
    return bare(headline, [paragraph.replace("、", "，").replace("。", "．") for paragraph in paragraphs])


def radicals(headline: str, paragraphs: list[str], _rng: random.Random) -> str:
    """Put the radicals of a bad PDF in the place of kanji."""
    table = str.maketrans(
        "一人入八力十口土大女子小山工年心日月木水火立高", "⼀⼈⼊⼋⼒⼗⼝⼟⼤⼥⼦⼩⼭⼯年⼼⽇⽉⽊⽔⽕⽴⾼"
    )
    return bare(headline, [paragraph.translate(table) for paragraph in paragraphs])


def listed(headline: str, paragraphs: list[str], rng: random.Random) -> str:
    """Put a mark or an indent before every paragraph."""
    mark = rng.choice(("　", "・", "■ ", "● "))
    return bare(headline, [mark + paragraph for paragraph in paragraphs])


CLOTHES: tuple[Callable[[str, list[str], random.Random], str], ...] = (
    page, page, page, wrapped, printed, broken, spaced, pointed, radicals, listed,
)  # fmt: skip


def dressed(count: int, seed: int = 17) -> Iterator[tuple[str, str, str]]:
    """Yield (name, bare article, the same article in other clothes)."""
    rng = random.Random(seed)  # noqa: S311 - for tests
    known = sorted(articles().items())
    for number in range(count):
        name, (headline, paragraphs) = known[number % len(known)]
        clothes = CLOTHES[number // len(known) % len(CLOTHES)]
        yield (
            f"{number} {name} {clothes.__name__}",
            bare(headline, paragraphs),
            clothes(headline, paragraphs, rng),
        )


def plain(line: str) -> str:
    """Return a line of a box without white space and with 、 and 。, for comparing boxes."""
    return line.translate(_PLAIN)
