"""Lists the stretches of a sentence that may be cut at all.

There are three families: whole bunsetsu in a row, first names before titles, round brackets. What stands
here is hard: no weight overrules it. A particle keeps its noun, a modifier its head, a predicate its object
and its subject. Negation, hedges, sources of claims, conditions, limits, alternatives, comparisons, deaths
and counted quantities stay. Leaves it to ``model`` whether a stretch should go.
Source: the kinds of deletion that editors use, and the faults found by reading what weights alone would cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from youten.writing.shorten.view import CLOSING, OPENING, Chunk, View

FAMILIES = ("row", "compound", "bracket")  # also the rules of trims
LEAST_SURE = 0.4  # of each arc that says where a row begins
LONGEST_ROW = 24  # bunsetsu that one cut may take
LEAST_KEPT = 2  # bunsetsu

# Forms of a bunsetsu whose loss leaves the predicate without what it needs, or says something else.
_STAYS = re.compile(
    "(?:を|が|は|も|しか|だけ|のみ|より|よりも|まで|までに|か|かどうか|でも|ても|さえ|すら|こそ|ば|なら|たら|ほど|ずつ|"
    "という|といった|って|とは|のは|のが|のを|のに)、?$"
)
# Nouns that say nothing without what stands before them.
_RELATIVE = re.compile(
    "(?:うち|中|なか|期|春|夏|秋|冬|朝|夜|週|あいだ|途中|最中|頃|ころ|当時|瞬間|末|"
    "内|外|前|後|上|下|間|際|時|とき|ため|為|こと|事|もの|物|よう|の|ところ|所|点|方|者|人|人々|場合|必要|"
    "可能性|恐れ|おそれ|疑い|予定|方針|見通し|見込み|考え|意向|とおり|通り|ほか|他|以外|以上|以下|以降|以前|一部|多く|大半|半数|全員|"
    "一つ|一人|ひとつ|名|年|月|日|数|額|割合|結果|理由|原因|影響|目的|意味|内容|状態|状況|形|はず|わけ|つもり|まま|たび|度|"
    "対象|側|周辺|付近|近く|向け|等|など|的|化|性|部分|度合|程度|件|例|相手|双方|両方|同士|それぞれ|各|上空|沖|産|発|行き?|出身|"
    "在住|市内|県内|国内|都内|海域|市民|県民|国民|政府|当局)"
)
_LIMITS = re.compile(
    "うち|除[くいき]|のみ|だけ|未(?!来|明)|ない|なし|以外|場合|限り|限定|ただし|一部|最も|最多|最大|唯一|初め|初の|ほぼ|全て|すべて|"
    "全員|約[0-9０-９一二三四五六七八九十百千万]|以上|以下|可能性|恐れ|おそれ|疑い|必ず|まだ|ほとんど|あまり|決して|まったく|全く|"
    "もう|しか|比べ|に対|反し|もし|たとえ|仮に|当初|一時|それぞれ|いずれ|どちら|または|又は|もしくは|若しくは|あるいは|"
    "(?<!に)より(?:多|少|高|低|良|よ)|"
    "死亡|死者|死去|亡くな|犠牲|遺体|殺[さしす害]|^より$|^再び|^また$"
)
_COUNTED = re.compile(
    "[0-9０-９〇一二三四五六七八九十百千万億兆]+(?:人|名|円|ドル|件|%|％|割|票|点|倍|台|社|か国|カ国|ヶ国)"
)
# What holds only where or when the sentence says so: 国内で初めて.
_SCOPE = re.compile("初|最[^近後初]|唯一|だけ|のみ|過去|番目|記録的|全国|国内")
_LIGHT = frozenset(
    ("する", "なる", "ある", "いる", "できる", "いう", "行う", "言う", "思う", "みる", "しまう")
)
_CONDITION = re.compile("(?:れば|たら|なら|ならば|場合|限り|とき|時|際|と)(?:は|に|には|も)?、?$")
_SOURCE = re.compile("によると|によれば|によりますと")
_MEDIUM = re.compile(
    "新聞|通信|テレビ|放送|ニュース|報道|時事|共同|ロイター|AFP|AP|NHK|BBC|CNN|朝日|読売|毎日|産経|日経|ドットコム|スポーツ|"
    "スポニチ|ジャーナル|紙|電子版|タイムズ|サイト|ページ|ブログ"
)
# A clause that may go from before the main one. What attaches to it attaches to the main predicate then.
_CLAUSE = re.compile(
    "^(?:連用|て|で|が|けど|けれど|けれども|ながら|ほか|ため|ので|から|ことから|一方|一方で|うえで|上で|とともに|し|たり|つつ)[^、]{0,2}、$"
)
# What may be left behind by such a clause: a subject, if the main one has none of its own, a place or a time.
_SUBJECT = re.compile("^(?:は|が|も)、?$")
_CARRIED = re.compile("^(?:は|が|も|では|には|で、|に、|、)、?$")
_NAME = "名詞,固有名詞"


class Span(NamedTuple):
    """A stretch ``text[start:end]`` that may be cut."""

    start: int
    end: int
    family: str  # row, compound, bracket
    first: int  # index of the first bunsetsu it touches
    last: int  # index of the last


def spans(view: View) -> list[Span]:
    """List every stretch that may be cut, in order of start."""
    found = {*_rows(view), *_names(view), *_brackets(view)}
    return sorted(s for s in found if not (_in_word(view.text, s.start) or _in_word(view.text, s.end)))


def _in_word(text: str, place: int) -> bool:
    """Tell whether a place lies inside a word of Latin letters, such as Next.js."""
    around = text[max(0, place - 1) : place + 1]
    return len(around) == 2 and around.isascii() and not any(c.isspace() or c in "()[]" for c in around)


def _rows(view: View) -> Iterator[Span]:
    """List rows of whole bunsetsu; the last of the sentence stays."""
    chunks = view.chunks
    most = len(chunks) - 1
    for first in range(most):
        depth, opened = 0, False
        for last in range(first, min(most, first + LONGEST_ROW)):
            chunk = chunks[last]
            lowest, depth = _walk(view.text[chunk.start : chunk.end], depth)
            if lowest < 0:
                break
            opened = depth > 0
            if (
                not opened
                and len(chunks) - (last - first + 1) >= LEAST_KEPT
                and _row_may_go(view, first, last)
            ):
                yield Span(chunks[first].start, chunk.end, "row", first, last)


def _walk(piece: str, depth: int) -> tuple[int, int]:
    lowest = depth
    for c in piece:
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth -= 1
            lowest = min(lowest, depth)
    return lowest, depth


def _row_may_go(view: View, first: int, last: int) -> bool:
    """Tell whether what is left of the sentence stays whole and says nothing else."""
    chunks = view.chunks
    chunk, governor = chunks[last], chunks[chunks[last].head]
    text = view.text[chunks[first].start : chunk.end]
    form = chunk.form
    if chunk.head <= last or chunk.depth or _torn(view, first, last):
        return False
    if _SOURCE.search(text):
        return bool(_MEDIUM.search(text)) and not first
    orphans = [c for i, c in enumerate(chunks[:first]) if first <= c.head <= last]
    if _is_clause(chunk):
        if _LIMITS.search(text):
            return False
        if _CONDITION.search(form) or not all(_CARRIED.match(c.form) for c in orphans):
            return False
        beside = [c for c in chunks[last + 1 :] if c.head == chunk.head or c.head < 0]
        named = any(_SUBJECT.match(c.form) for c in beside)
        if any(_SUBJECT.match(c.form) for c in orphans):
            return not named
        lost = any(_SUBJECT.match(c.form) and c.head == last for c in chunks[first:last])
        return named or not lost or any(_SUBJECT.match(c.form) for c in chunks[:first])
    if orphans or any(not first <= c.head <= last and c.head != chunk.head for c in chunks[first:last]):
        return False
    if chunk.family == "J":
        return True
    if _STAYS.search(form) or _LIMITS.search(text) or _CONDITION.search(form):
        return False
    if governor.family in "VAJD":
        return _adverbial(view, chunk, text)
    return _adnominal(view, first, chunk)


def _torn(view: View, first: int, last: int) -> bool:
    """Tell whether a row begins inside a compound noun, or where it begins is not sure."""
    chunks = view.chunks
    before = chunks[first - 1] if first else None
    if before and before.family in "NTP" and not before.form:
        return True
    arcs = chunks[max(0, first - 1) : last] if last > first else ()
    return min([c.p for c in arcs], default=1.0) < LEAST_SURE


def _is_clause(chunk: Chunk) -> bool:
    if chunk.family == "N":  # 留学を決意、; との決意の下、
        return chunk.form == "、" and chunk.verbal
    return chunk.family in "VAC" and bool(_CLAUSE.match(chunk.form))


def _adverbial(view: View, chunk: Chunk, text: str) -> bool:
    """Tell whether a phrase before a predicate only says when, where, how, by what or why."""
    governor = view.chunks[chunk.head]
    inside = (
        governor.head >= 0 and view.chunks[governor.head].family in "NTP" and not governor.form.endswith("、")
    )
    if chunk.family in "DJ":
        return chunk.form.endswith("、")
    if inside or _SCOPE.search(view.text) or governor.word in _LIGHT:  # 細密画で知られる画家; 国内で初めて
        return False
    if chunk.family == "T":
        return chunk.form.endswith(("、", "に")) and not _COUNTED.search(text)
    return chunk.form.endswith("、") and chunk.form.rstrip("、") not in ("", "の", "に", "と", "へ", "から")


def _adnominal(view: View, first: int, chunk: Chunk) -> bool:
    """Tell whether a modifier may leave its noun: one that is known by itself."""
    governor = view.chunks[chunk.head]
    if governor.family in "PT" or _RELATIVE.fullmatch(governor.word):
        return False
    if chunk.family == "R":
        if not chunk.word.startswith(("こ", "そ", "あ")):  # どの, ある, いわゆる
            return False
        return view.chunks[first] is chunk and view.chunks[chunk.head - 1] is chunk
    if chunk.family not in "VA":
        return False  # みんなの滋賀新聞, Claude の Web 版: a name may need what stands before it
    row = view.chunks[first : chunk.head]
    if any(
        c.family in "NTP" and c.form.rstrip("、") in ("", "と", "や", "及び", "および", "・") for c in row
    ):
        return False  # one of several: ロシアと北朝鮮
    name = view.morphemes[view.tree[chunk.head].first]
    return name.pos.startswith(_NAME) and not _SCOPE.search(view.text)


def balanced(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch closes what it opens and nothing else."""
    lowest, depth = _walk(text[start:end], 0)
    return not lowest and not depth


def _names(view: View) -> Iterator[Span]:
    """List first names between a family name and a title."""
    for index, (chunk, bunsetsu) in enumerate(zip(view.chunks, view.tree, strict=True)):
        nouns = [m for m in view.morphemes[bunsetsu.first : bunsetsu.last + 1] if m.end <= chunk.stem]
        for before, name, after in zip(nouns, nouns[1:], nouns[2:], strict=False):
            if before.pos.endswith("人名,姓") and name.pos.endswith("人名,名"):
                yield Span(name.start, after.start, "compound", index, index)


ROUND = {"（": "）", "(": ")"}


def _brackets(view: View) -> Iterator[Span]:
    """List round brackets with what is in them; not at the sentence's beginning."""
    stack: list[int] = []
    for position, c in enumerate(view.text):
        if c in ROUND:
            stack.append(position)
        elif stack and c == ROUND[view.text[stack[-1]]]:
            start = stack.pop()
            if start and not stack and not _LIMITS.search(view.text[start:position]):
                yield Span(start, position + 1, "bracket", _at(view, start), _at(view, position))


def _at(view: View, offset: int) -> int:
    return next((i for i, c in enumerate(view.chunks) if c.start <= offset < c.end), len(view.chunks) - 1)
