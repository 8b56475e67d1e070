"""Makes the hostile texts: more than 500, in families, the same at every run.

The members of a family have one kind of problem and vary in length and position. The texts are not stored;
this script generates them. Sources of the kinds: Unicode UAX #9, #15, #29, #31 and UTS #37;
https://www.w3.org/TR/jlreq/; the weakness class CWE-1333 (inefficient regular expressions).
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator

Member = tuple[str, str]  # (family/number, text)

NEWS = (
    "港の朝市が十年ぶりに開かれた。市によると、初日に千人が訪れた。"
    "「また来たい」と話す人もいた。来月も開く予定だと市の担当者は説明した。\n\n"
    "会場には三十の店が並び、地元の野菜や魚を売った。雨でも中止にはしないという。\n"
)
SENTENCES = [sentence + "。" for sentence in NEWS.replace("\n", "").split("。") if sentence]
SIGNS = (
    "…―・、，。！？!?「」『』（）()【】〔〕［］〈〉《》｛｝“”‘’\"'〝〟〜～ー—–-＿_"
    "＊*＃#＠@＆&％%＋+＝=／/＼\\｜|＜<＞>　 \t"
)


def _in_news(part: str) -> Iterator[str]:
    """Yield the part alone, at either end, inside a sentence, between sentences, in every sentence."""
    yield part
    yield part + NEWS
    yield NEWS + part
    yield NEWS.replace("朝市", f"朝{part}市", 1)
    yield NEWS.replace("。", "。" + part)
    yield NEWS.replace("市", part, 3)


def _each(*parts: str) -> Callable[[random.Random], Iterator[str]]:
    def make(_: random.Random) -> Iterator[str]:
        for part in parts:
            yield from _in_news(part)

    return make


def _wrapped(*pairs: tuple[str, str]) -> Callable[[random.Random], Iterator[str]]:
    """Return a maker of texts with brackets: balanced, only opened, only closed, reversed, deeply nested."""

    def make(_: random.Random) -> Iterator[str]:
        for left, right in pairs:
            yield left + NEWS + right
            yield NEWS.replace("朝市", f"{left}朝市", 2)
            yield NEWS.replace("朝市", f"朝市{right}", 2)
            yield f"{right}{NEWS}{left}"
            yield left * 300 + NEWS + right * 300
            yield "".join(f"{left}{sentence}{right}" for sentence in SENTENCES)

    return make


def _normal_forms(_: random.Random) -> Iterator[str]:
    text = NEWS + "ガギグゲゴ パピプペポ がぎぐ ぱぴぷ が゜ か゚ セ゚ ㍻ ㌔ ﾊﾟﾝ ｱｲｳ 神 ﬁ Å é"
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        yield unicodedata.normalize(form, text)
    yield text.replace("が", "か\u3099").replace("で", "て\u3099")
    yield "\u3099" + text
    yield "か" + "\u3099" * 2000 + "。" + text


def _half_width(_: random.Random) -> Iterator[str]:
    kana = "ﾐﾅﾄﾉ ｱｻｲﾁｶﾞ ﾋﾗｶﾚﾀ｡｢ﾏﾀ ｷﾀｲ｣ﾄ ﾊﾅｼﾀ｡ﾗｲｹﾞﾂﾓ ﾋﾗｸ｡"
    yield kana
    yield kana * 40
    yield NEWS + kana
    yield "ﾞﾟ" * 500 + NEWS
    yield "".join(chr(0xFF01 + n) for n in range(94)) + NEWS
    yield NEWS.translate({ord("0") + n: 0xFF10 + n for n in range(10)})


def _surrogates(_: random.Random) -> Iterator[str]:
    for lone in ("\ud842", "\udfb7", "\udfb7\ud842", "\ud800\ud800"):
        yield from _in_news(lone)
    yield from _in_news("𠮷野𩸽")


def _page_breaks(_: random.Random) -> Iterator[str]:
    """Yield lines as copied from PDF files: wrapped anywhere, hyphens, page numbers, form feeds, columns."""
    for width in (7, 20, 40):
        yield "\n".join(NEWS[at : at + width] for at in range(0, len(NEWS), width))
        yield "\r\n".join(NEWS[at : at + width] for at in range(0, len(NEWS), width))
    yield "\f".join(f"{sentence}\n- {number} -\n" for number, sentence in enumerate(SENTENCES))
    yield "\n".join(f"{a[:8]}        {b[:8]}" for a, b in zip(SENTENCES, SENTENCES[::-1], strict=True))
    yield "\v".join(SENTENCES)
    yield "\u2028".join(SENTENCES) + "\u2029" + NEWS
    yield "\x85".join(SENTENCES)
    yield NEWS.replace("。", "。\n\n\n\n\n")
    yield "inter-\nnational " * 100 + NEWS


def _ruby(_: random.Random) -> Iterator[str]:
    yield NEWS.replace("朝市", "<ruby>朝市<rp>(</rp><rt>あさいち</rt><rp>)</rp></ruby>")
    yield NEWS.replace("朝市", "朝市(あさいち)").replace("港", "港（みなと）")
    yield NEWS.replace("朝市", "｜朝市《あさいち》")
    yield NEWS.replace("朝市", "朝《あさ》市《いち》") * 5
    yield NEWS.replace("朝市", "[朝市]{あさいち}")
    yield "（" * 200 + "よみ" + "）" * 200 + NEWS
    yield NEWS.replace("朝市", "\ufff9朝市\ufffaあさいち\ufffb")


def _markup(_: random.Random) -> Iterator[str]:
    for part in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "javascript:alert(1)",
        "<!-- <p> -->",
        "<![CDATA[x]]>",
        "&lt;b&gt;&amp;&#x1F600;&#0;&#xD800;&nosuch;",
        f"<p{' a=b' * 300}>",
        "</textarea></title></style>",
        "{{7*7}}${7*7}<%= 7*7 %>",
    ):
        yield from _in_news(part)
    yield "<div>" * 2000 + NEWS + "</div>" * 2000
    yield "<" * 3000 + NEWS


def _markdown(_: random.Random) -> Iterator[str]:
    yield "# 見出し\n\n" + NEWS + "\n- 一\n- 二\n\n> 引用した。\n\n```py\nprint('。')\n```\n"
    yield "#" * 500 + NEWS
    yield "*" * 999 + NEWS + "_" * 999
    yield "[" * 500 + NEWS + "](x)" * 500
    yield "|" + "|".join(SENTENCES) + "|\n|" + "-|" * 6 + "\n" + NEWS
    yield "> " * 300 + NEWS
    yield "```\n" + NEWS
    yield "![" * 400 + NEWS
    yield "1. " * 400 + NEWS
    yield "~~" * 400 + NEWS + "`" * 401


def _code(_: random.Random) -> Iterator[str]:
    yield "def f(x):\n    return {'a': [x for x in range(10)]}  # 終わり。\n" * 20
    yield "if (a && b) { c = d ? '。' : \"」\"; }\n" * 30 + NEWS
    yield '{"title": "朝市", "body": "' + NEWS.replace("\n", "\\n") + '"}'
    yield "SELECT * FROM t WHERE a = '。'; -- 終わり\n" * 20
    yield "\n".join(f"{n}\t{n * n}\t項目{n}。" for n in range(80))
    yield "0" * 4000 + NEWS
    yield "$ rm -rf / # 消した。\n" + NEWS
    yield "\x1b[31m赤\x1b[0m。" * 50 + NEWS


def _mojibake(_: random.Random) -> Iterator[str]:
    for codec in ("cp932", "euc_jp", "utf-8", "iso2022_jp", "utf-16-le"):
        data = NEWS.encode(codec, "replace")
        for wrong in ("latin-1", "cp932", "utf-8"):
            yield data.decode(wrong, "replace")


def _languages(_: random.Random) -> Iterator[str]:
    for text in (
        "The market opened again. A thousand people came. Mr. Smith said it will open next month. ",
        "市场十年来首次开放。有一千人参观。下个月也会开放。",
        "시장이 십 년 만에 열렸다. 천 명이 찾았다. 다음 달에도 열 예정이다. ",
        "افتتح السوق لأول مرة. زار ألف شخص. سيفتح الشهر القادم. ",
        "השוק נפתח שוב. אלף איש הגיעו. ",
        "ตลาดเปิดอีกครั้งคนมาพันคนเดือนหน้าก็เปิด",
        "Рынок открылся. Пришла тысяча человек. ",
        "नमस्ते बाज़ार फिर खुला। हज़ार लोग आए। ",
        "Թ ა ꙮ 𓀀 𒀀 ᚠ ⠿ 𝔄𝕓𝒸 ",
    ):
        yield text * 3
        yield text + NEWS
        yield "".join(a + text for a in SENTENCES)


def _giant(rng: random.Random) -> Iterator[str]:
    """Yield long lines; there are few very long ones, because two interpreters must read them."""
    flat = NEWS.replace("\n", "")
    yield flat * 120
    yield flat.replace("。", "、") * 60
    yield "港" * 10_000
    yield "".join(chr(rng.randrange(0x4E00, 0x9FFF)) for _ in range(8000))
    yield "".join(chr(rng.randrange(0x3041, 0x3096)) for _ in range(8000))
    yield "a" * 10_000
    yield " ".join(["word"] * 3000)
    yield "9," * 5000
    yield ("あ" * 999 + "。") * 10
    yield "。".join("あいうえお"[n % 5] for n in range(6000))


def _repeated(rng: random.Random) -> Iterator[str]:
    for sign in SIGNS:
        yield sign * 700
    for sign in "。！？…」「":
        yield sign.join(NEWS)
    for _ in range(20):
        yield "".join(rng.choices(SIGNS, k=400))
        yield "".join(rng.choices(SIGNS + NEWS, k=600))


# (repeated text, text after it that does not match)
BOMBS = tuple(
    bomb.split(" ~ ")
    for bomb in (
        "a ~ !", "（ ~ x", "「 ~ 。", "… ~ x", "1 ~ 月x", "1, ~ x", "年 ~ 1", "1月 ~ x", "（1 ~ ）x", "< ~ >",
        "& ~ ;", "&# ~ x", "http:// ~ 。", "a. ~ @", "- ~ \n", "= ~ \nx", "* ~ x", "[ ~ ](", "・ ~ x",
        "。」 ~ x", "あ（い） ~ x", "■ ~ x", "、 ~ 。", "ー ~ x", "◇ ~ \n", "  ~ x", "　 ~ 。", "\n ~ x",
        "\r ~ x", " \n ~ x", "\t ~ x",
    )
)  # fmt: skip


def _bombs(_: random.Random) -> Iterator[str]:
    """Yield long runs that nested repetitions can match in many ways, followed by a mismatch."""
    for unit, end in BOMBS:
        yield unit * (6000 // len(unit)) + end
        yield NEWS + unit * (3000 // len(unit)) + end + NEWS


def _random_unicode(rng: random.Random) -> Iterator[str]:
    """Yield random code points, assigned or not."""
    for _ in range(40):
        points = (rng.choice((rng.randrange(0x110000), rng.randrange(0x3000, 0x3100))) for _ in range(300))
        yield "".join(map(chr, points))


def _shuffled(rng: random.Random) -> Iterator[str]:
    for _ in range(30):
        pieces = [NEWS[a : a + rng.randrange(1, 30)] for a in rng.sample(range(len(NEWS)), 20)]
        yield rng.choice(("", "\n", "。", "「", "　")).join(pieces)


def _short(_: random.Random) -> Iterator[str]:
    yield from (
        "",
        " ",
        "\n",
        "。",
        "「",
        "」",
        "あ",
        "a",
        "\0",
        "\ufeff",
        "\u200b",
        "？！",
        "\r\n\r\n",
        "１",
    )
    yield from (
        "<p>",
        "。。。",
        "あ。",
        "「」",
        "「。」",
        "（）",
        "\t\t",
        "あ\nい",
        "http://x",
        "#",
        "―",
        "㈱",
        "①",
    )


FAMILIES: dict[str, Callable[[random.Random], Iterator[str]]] = {
    "bidi": _each("\u202e", "\u202d\u202c", "\u2067\u2069", "\u200f", "\u061c"),
    "zero width": _each("\u200b", "\u200c\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f"),
    "controls": _each("\0", "\x01\x02", "\x7f", "\x1b", "\b", "\ufffe\uffff", "\U0010ffff"),
    "spaces": _each("\u00a0", "\u2003", "\u3000\u3000", "\u180e", "\u1680"),
    "combining": _each("e\u0301\u0323", "Z" + "\u0351" * 80, "\u0301", "\u20dd", "\u3099"),
    "emoji": _each("👩‍👩‍👧‍👦", "🏴‍☠️", "🇯🇵🇯", "👍🏽", "1️⃣", "🏴\U000e0067\U000e0062\U000e007f"),
    "variants": _each("葛\U000e0100", "辻\ufe00", "\U000e0101", "神\ufe00"),
    "surrogates": _surrogates,
    "normal forms": _normal_forms,
    "half width": _half_width,
    "quotes": _wrapped(
        ("「", "」"), ("『", "』"), ("“", "”"), ("〝", "〟"), ('"', '"'), ("«", "»"), ("‘", "’")
    ),
    "brackets": _wrapped(("（", "）"), ("(", ")"), ("【", "】"), ("〔", "〕"), ("《", "》"), ("<", ">")),
    "page breaks": _page_breaks,
    "ruby": _ruby,
    "markup": _markup,
    "markdown": _markdown,
    "code": _code,
    "mojibake": _mojibake,
    "languages": _languages,
    "giant": _giant,
    "repeated": _repeated,
    "bombs": _bombs,
    "any code points": _random_unicode,
    "shuffled": _shuffled,
    "short": _short,
}


def corpus() -> list[Member]:
    """Return all texts in a fixed order; each family has its own sequence of random numbers."""
    return [
        (f"{family}/{number}", text)
        for family, make in FAMILIES.items()
        for number, text in enumerate(make(random.Random(family)))  # noqa: S311 -- chosen to be repeatable
    ]


def well_formed(text: str) -> str:
    """Replace lone surrogates, as the page does (String.prototype.toWellFormed)."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
