"""Makes sites of four kinds, with every notation that their generators and services know in the posts.

The same posts at every run. A post knows its sentences as a reader sees them. The other files of a site, with
which its generator can build it, are in ``sites``.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# A sentence as a reader sees it; ▁ is where a notation may stand instead of the word in front of it.
SUBJECTS = ("図書館", "朝市", "製鉄所の跡地", "定期船", "観測所", "給食", "商店街", "灯台")
SENTENCES = (
    "{town}市は{day}日、{subject}▁の改修を来年の春に始めると発表した。",
    "市によると、{subject}▁を使う人はこの十年で{number}割増えた。",
    "費用はおよそ{number}億円で、国の補助金▁を充てる。",
    "住民からは「長く待っていた。早く始めてほしい」という声▁が上がっている。",
    "一方で、工事の騒音▁を心配する人もいる。",
    "担当者は「{subject}▁を残しながら、使いやすくしたい」と話した。",
    "市は来月、{subject}▁の使い方を考える集まりを開く。",
    "参加の申し込みは{day}日まで、窓口▁で受け付ける。",
)
SITES = Path(__file__).with_name("sites")
TOWNS = ("潮見崎", "港町", "大鹿", "凪", "小鹿", "白波")

# Notation for a word in running text -> what a reader sees of it. {w}: the word.
INLINE: dict[str, tuple[tuple[str, str], ...]] = {
    "all": (
        ("{w}", "{w}"),
        ("**{w}**", "{w}"),
        ("`{w}`", "{w}"),
        ("[{w}](https://example.org/a_(b))", "{w}"),
        ("[{w}][ref]", "{w}"),
        ("~~{w}~~", "{w}"),
        ("{w}[^1]", "{w}"),
        ("<b>{w}</b>", "{w}"),
        ("{w}<!-- 注 -->", "{w}"),
        ("![図](a.png){w}", "{w}"),
    ),
    "Hugo": (
        ('[{w}]({{{{< ref "about.md" >}}}})', "{w}"),
        ("{{{{< ruby >}}}}{w}", "{w}"),
        (":anchor: {w}", " {w}"),
        ("{w}{{{{% note %}}}}", "{w}"),
    ),
    "Jekyll": (
        ("[{w}]({{% link about.md %}})", "{w}"),
        ("{w}{{: .wide #anchor}}", "{w}"),
        ("{w}{{% raw %}}{{% endraw %}}", "{w}"),
    ),
    "MkDocs": (
        ("=={w}==", "{w}"),
        (":material-anchor: {w}", " {w}"),
        ("^^{w}^^", "{w}"),
        ("{w}{{ .wide }}", "{w}"),
    ),
    "Zenn": (("{w}$x^2$", "{w}"), ("{w}:anchor:", "{w}")),
}
BLOCKS: dict[str, tuple[str, ...]] = {
    "all": (
        "```python\nprint('これは。コード。です。')\n```",
        "| 年 | 数 |\n|---|---|\n| 2025 | 三つ。 |",
        "> 引用された言葉。",
        "- 一つめの項目\n- 二つめの項目",
        "<details><summary>詳しく</summary>\n\n折りたたんだ文。\n\n</details>",
        "## 小見出し",
        "---",
    ),
    "Hugo": ('{{< figure src="a.png" >}}', "{{< highlight go >}}\nfmt.Println(1)\n{{< /highlight >}}"),
    "Jekyll": ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "{:toc}", "$$\nx = {1 \\over 2}\n$$"),
    "MkDocs": ("!!! note\n    注意の文。", "*[HTML]: Hyper Text", "++ctrl+alt++", '=== "A"\n\n    文。'),
    "Zenn": (":::message\n注意の文。\n:::", "@[youtube](abc)", "$$\nx^2\n$$", "https://example.org/card"),
}
NOTES = "[^1]: 脚注の文である。\n\n[ref]: https://example.org/"  # what the inline notations point to
ENDS = ("\n", "\r\n")


class Post(NamedTuple):
    """A post: its path in the site, its bytes, and its sentences as a reader sees them."""

    path: str
    data: bytes
    sentences: tuple[str, ...]


class Kind(NamedTuple):
    """A kind of site: how the path and the front matter of a post are made."""

    path: str
    head: str


KINDS = {
    "Hugo": Kind(
        "content/posts/p{number:04}.md",
        '+++\ntitle = "{title}"\ndate = 2026-01-04\ntags = ["a", "b"]\n+++\n',
    ),
    "Jekyll": Kind(
        "_posts/2026-01-04-p{number:04}.md",
        '---\nlayout: post\ntitle: "{title}"\n---\n',
    ),
    "MkDocs": Kind("docs/p{number:04}.md", ""),
    "Zenn": Kind(
        "articles/p{number:04}.md",
        '---\ntitle: "{title}"\nemoji: "📚"\ntype: "tech"\ntopics: ["a"]\npublished: true\n---\n',
    ),
}


def make(folder: Path, name: str, count: int) -> list[Post]:
    """Write a site with ``count`` posts into ``folder`` and return its posts."""
    kind = KINDS[name]
    shutil.copytree(SITES / name, folder, dirs_exist_ok=True)
    posts = [_post(name, kind, number) for number in range(count)]
    for post in posts:
        path = folder / post.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(post.data)
    return posts


def _post(name: str, kind: Kind, number: int) -> Post:
    chance = random.Random(f"{name} {number}")  # noqa: S311 - no secret
    subject, town = chance.choice(SUBJECTS), chance.choice(TOWNS)
    title = f"{town}市の{subject}、改修へ"
    written, sentences = [], []
    for shape in SENTENCES:
        sentence = shape.format(
            town=town, subject=subject, day=chance.randint(1, 28), number=chance.randint(2, 9)
        )
        text, seen = _with_notation(sentence, name, chance)
        written.append(text)
        sentences.append(seen)
    blocks = list(_blocks(written, name, chance))
    blocks.append(NOTES)
    head = kind.head.format(title=title) or f"# {title}\n\n"
    end = chance.choice(ENDS)
    if name == "Jekyll" and end == "\r\n":  # it finds no end of the excerpt there, so authors write their own
        head = head.replace("layout:", f"excerpt: {town}市の話\nlayout:")
    body = "\n\n".join(blocks) + ("\n" if chance.random() < 0.9 else "")
    data = (head + body).replace("\n", end).encode("utf-8")
    mark = b"\xef\xbb\xbf" if chance.random() < 0.1 else b""
    return Post(kind.path.format(number=number), mark + data, tuple(sentences))


def _with_notation(sentence: str, name: str, chance: random.Random) -> tuple[str, str]:
    """Put a notation around the kanji in front of ▁; return it as written and as seen."""
    before, _, after = sentence.partition("▁")
    start = len(before)
    while start and "一" <= before[start - 1] <= "鿿":
        start -= 1
    word = before[start:]
    written, seen = chance.choice(INLINE["all"] + INLINE[name])
    return before[:start] + written.format(w=word) + after, before[:start] + seen.format(w=word) + after


def _blocks(written: list[str], name: str, chance: random.Random) -> Iterator[str]:
    """Yield paragraphs of one to three sentences, some of them wrapped, with other blocks between them."""
    more = chance.randrange(8) if chance.random() < 0.2 else -1
    at = 0
    while at < len(written):
        size = chance.randint(1, 3)
        paragraph = "".join(written[at : at + size])
        at += size
        yield _wrapped(paragraph) if chance.random() < 0.2 else paragraph
        if at > more >= 0:
            yield "<!-- more -->"
            more = -1
        if chance.random() < 0.6:
            yield chance.choice(BLOCKS["all"] + BLOCKS[name])


def _wrapped(paragraph: str) -> str:
    """Break a paragraph behind commas and full stops, as editors do."""
    return paragraph.replace("、", "、\n").replace("。", "。\n").rstrip("\n")
