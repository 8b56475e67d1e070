"""Decides which rows of whole bunsetsu a sentence can do without.

What is left stays whole and says nothing else: a particle keeps its noun, a modifier its head, a predicate
its object and its subject; negation, limits, conditions, sources of claims and counted quantities stay. The
words are in ``patterns``; ``model`` decides whether a row that may go should go.
"""

from __future__ import annotations

from collections.abc import Sequence

from youten.writing.shorten.patterns import (
    ADVERBS,
    AFTER_THIS,
    CARRIED,
    CLAUSE,
    CLOSERS,
    CONDITION,
    COUNTED,
    DATE,
    FIRM,
    JOINS,
    LIGHT,
    LIMITS,
    MEDIUM,
    NAME,
    PASSIVE,
    PLACE,
    POINTING,
    RELATIVE,
    SAME_TIME,
    SCOPE,
    SEQUEL,
    SOURCE,
    SPAN,
    STAYS,
    SUBJECT,
    TITLES,
    TOPIC,
)  # fmt: skip
from youten.writing.shorten.view import Chunk, View

SHORTEST_DATE = 5  # characters; the day alone, 26日、, is news and costs no more than the mark of a cut
LEAST_SURE = 0.4  # of each arc that says where a row begins


def may_go(view: View, first: int, last: int) -> bool:
    """Tell whether the row of bunsetsu ``first`` to ``last`` (indexes) may be cut."""
    chunks = view.chunks
    row, end = chunks[first:last], chunks[last]
    text = view.text[chunks[first].start : end.end]
    if end.head <= last or end.depth or _torn(view, first, last):
        return False
    if DATE.search(text) and SAME_TIME.search(view.text, end.end):
        return False  # 5日の報道によると、|試合は同日開かれた
    if SOURCE.search(text):
        told = SOURCE.search(text, end.start - chunks[first].start)
        return bool(told and MEDIUM.search(text)) and not first
    orphans = [c for c in chunks[:first] if first <= c.head <= last]
    if _is_clause(view, last):
        return not FIRM.search(text) and _clause(view, first, last, orphans)
    if orphans or any(not first <= c.head <= last and c.head != end.head for c in row):
        return False
    if end.family == "J":
        return first == last and end.word not in JOINS and text.startswith(end.word)
    beside = [c for c in row if c.head == end.head]
    if any(STAYS.search(c.form) or _is_condition(c) for c in (*beside, end)) or LIMITS.search(text):
        return False
    if chunks[end.head].family in "VAJD":
        return _adverbial(view, first, last, text)
    return _adnominal(view, first, end)


def _torn(view: View, first: int, last: int) -> bool:
    """Tell whether a row begins inside a compound noun or a list, or where it begins is not sure."""
    chunks = view.chunks
    before = chunks[first - 1] if first else None
    if before and before.family in "NTP" and not before.form:
        return True
    if before and before.family in "NP" and before.form == "、" and chunks[first].family in "NP":
        return True  # 広島、長崎の
    if before and before.form == "を" and last > first:
        return True  # 点検を|行い、道が開いた
    arcs = chunks[max(0, first - 1) : last] if last > first else ()
    return min([c.p for c in arcs], default=1.0) < LEAST_SURE


def _is_clause(view: View, last: int) -> bool:
    chunk = view.chunks[last]
    if chunk.family != "N":
        return chunk.family in "VAC" and bool(CLAUSE.match(chunk.form))
    children = [c for c in view.chunks[:last] if c.head == last]
    if (
        chunk.word in CLOSERS
        and chunk.form in ("、", "で、")
        and (children or chunk.end - chunk.start > len("ところ、"))
    ):
        return True
    has = {c.form.rstrip("、") for c in children}
    return chunk.form == "、" and chunk.verbal and bool(has & {"を", "が", "に", "と", "は"})  # 留学を決意、


def _clause(view: View, first: int, last: int, orphans: Sequence[Chunk]) -> bool:
    """Tell whether an earlier clause may go: it holds nothing that the main clause needs."""
    chunks = view.chunks
    row, end, next_to_it = chunks[first:last], chunks[last], chunks[last + 1]
    if view.text.startswith(SEQUEL, next_to_it.start):
        return False  # 押すと開き、|もう一度押すと閉じる
    if "ず" in view.text[end.stem : end.end] and "ず" in view.text[next_to_it.stem : next_to_it.end]:
        return False  # 持たず、|作らず、持ち込ませず
    if _is_condition(end) or any(_is_condition(c) and c.form != "と" for c in row):
        return False  # a condition; 始めると|発表し is none
    if any(c.head > last and c.family not in "TDJ" for c in row):
        return False  # what belongs to the main clause: 記憶を、|国境を越え、伝える
    if not first and next_to_it.family == "V" and not any(c.head == last + 1 for c in row):
        return False  # …となるが、|反して
    if not all(CARRIED.match(c.form) for c in orphans):
        return False
    if orphans and end.form.startswith("が"):
        return False  # 他の地域では|減っているが、アフリカでは増えた
    if end.family == "C" and any(_is_topic(c) for c in row if c.head == last):
        return False  # what is defined may be the main clause's object: カードは文書であり、|必ず渡す
    main = _governing(view, last)
    own = {c.form.rstrip("、") for c in row if c.head == last}
    objects = {c.form.rstrip("、") for c in chunks[last + 1 :] if c.head in (main, -1)} & {"を", "と"}
    if "を" in own and end.word not in CLOSERS and not objects:
        return False  # its object may be the main clause's too: 古い橋を解体して、|公園に使う
    if any(SUBJECT.match(c.form) for c in orphans):
        return _carries(view, first, last, orphans)
    return _keeps_subject(view, first, last, main)


def _governing(view: View, last: int) -> int:
    """Return the predicate that a clause belongs to: none before a noun (復興し、|歴史が息づく都市)."""
    chunks = view.chunks
    head = chunks[last].head
    above = chunks[head].head
    return len(chunks) - 1 if above >= 0 and chunks[above].family in "NTP" else head


def _keeps_subject(view: View, first: int, last: int, main: int) -> bool:
    """Tell whether a sentence is still about somebody without a clause that nothing before it belongs to."""
    chunks = view.chunks
    row, root = chunks[first:last], len(chunks) - 1
    after = [c for c in chunks[last + 1 :] if SUBJECT.match(c.form)]
    subjects = [c for c in after if c.word != "の" and not _adds(view, c)]
    topics = [c for c in row if _is_topic(c)]
    if topics and _is_said(chunks) and not any(c.head == root for c in subjects):
        return False  # who says it: 協会は調査したが、|問題は無いとしている
    lost = bool(topics) or any(SUBJECT.match(c.form) and c.head == last for c in row)
    # The subject of another clause names nobody for the last: 板は日に焼け、|節が抜けて、匂いがした
    named = any(c.head in ((root,) if topics else (main, root)) for c in subjects)
    return named or not lost or any(SUBJECT.match(c.form) and c.head > last for c in chunks[:first])


def _is_topic(chunk: Chunk) -> bool:
    """Tell whether a sentence goes on about this; では is read as a connective behind Latin letters."""
    return not chunk.depth and bool(
        TOPIC.match(chunk.form)
        or (chunk.family == "J" and chunk.word == "では" and chunk.end - chunk.start > 3)
    )


def _is_condition(chunk: Chunk) -> bool:
    return bool(CONDITION.search(chunk.form))


def _carries(view: View, first: int, last: int, orphans: Sequence[Chunk]) -> bool:
    """Tell whether what is the subject of a clause is the main clause's too."""
    chunks = view.chunks
    if any(c.form.startswith("が") for c in orphans):  # 〜が is the subject of its own clause only
        return False
    if chunks[last].family in "AC" or (_is_passive(view, last) and not _is_passive(view, len(chunks) - 1)):
        return False
    return not any(SUBJECT.match(c.form) for c in (*chunks[first:last], *chunks[last + 1 :]))


def _adds(view: View, chunk: Chunk) -> bool:
    """Tell whether a topic only adds to another: 我が国はもとより."""
    return view.text.startswith(("もとより", "もちろん"), chunk.end)


def _is_passive(view: View, index: int) -> bool:
    bunsetsu = view.tree[index]
    return any(m.base_form in PASSIVE for m in view.morphemes[bunsetsu.first : bunsetsu.last + 1])


def _is_said(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a sentence ends by saying that somebody says, thinks or reports it."""
    end = len(chunks) - 1
    return any(c.head == end and c.form.rstrip("、") in ("と", "とも") and c.family in "VACN" for c in chunks)


def _adverbial(view: View, first: int, last: int, text: str) -> bool:
    """Tell whether a phrase before a predicate only says when, where, how, by what or why."""
    chunk = view.chunks[last]
    governor, form = view.chunks[chunk.head], chunk.form.rstrip("、")
    if chunk.family in "DJ":
        return chunk.form.endswith("、") or chunk.word in ADVERBS
    if SCOPE.search(view.text) or governor.word in LIGHT:  # 国内で初めて
        return False
    above = view.chunks[governor.head] if governor.head >= 0 else None
    if above and above.family in "NTP" and not governor.form.endswith("、"):  # 細密画で知られる画家
        return False
    if chunk.family == "T":
        if chunk.end - chunk.start < SHORTEST_DATE:
            return False
        if _is_listed(view, first, last) or _is_dated_again(view, first, last, text):
            return False
        near = view.text[chunk.start : chunk.end + len("一度")]  # 5年に一度
        point = form in ("", "に", "年", "月", "日") and DATE.search(text)
        said = governor.form.startswith("と") and not chunk.form.endswith("、")  # 10月に始めると発表した
        return bool(point) and not (said or SPAN.search(near) or COUNTED.search(text))
    if chunk.family == "N" and form in ("で", "にて", "において", "内で"):
        return bool(PLACE.search(text) and governor.form.rstrip("、"))
    return chunk.form.endswith("、") and form not in ("", "の", "に", "と", "へ", "から")


def _is_listed(view: View, first: int, last: int) -> bool:
    """Tell whether a row is one of several answers: 日本では|13日、|米国では19日."""
    before, after = view.chunks[max(0, first - 1)].form, view.chunks[last + 1].form
    return bool(first) and before.rstrip("、") == after.rstrip("、") != ""


def _is_dated_again(view: View, first: int, last: int, text: str) -> bool:
    """Tell whether another time of the same unit would date both: 1972年に結び、|1997年に断った."""
    units = {unit for unit in "年月日" if unit in text}
    others = (c for i, c in enumerate(view.chunks) if c.family == "T" and not first <= i <= last)
    return any(unit in view.text[c.start : c.end] for c in others for unit in units)


def _adnominal(view: View, first: int, chunk: Chunk) -> bool:
    """Tell whether a modifier may leave its noun: one that is known by itself."""
    chunks = view.chunks
    governor, next_to_it = chunks[chunk.head], chunks[chunk.head - 1] is chunk
    if RELATIVE.fullmatch(governor.word):
        return False
    if POINTING.fullmatch(view.text[chunks[first].start : chunk.end].rstrip("、")):
        return next_to_it
    if len(governor.word) == 1 and "ぁ" <= governor.word <= "ん":
        return False  # a word that the dictionary does not know: 特急|くろし|お
    if governor.family in "PT" or (first and chunks[first - 1].form in ("で", "と", "や")):
        return False  # 作家で|元騎手の田中氏
    if chunk.family == "R":  # not どの, ある, いわゆる, そんな
        stays = view.text.startswith(AFTER_THIS, governor.start)
        return chunk.word in ("この", "その", "あの") and next_to_it and not stays
    row = chunks[first : chunk.head]
    if SCOPE.search(view.text) or any(
        c.family in "NTP" and c.form.rstrip("、") in ("", "と", "や", "及び", "および", "・") for c in row
    ):
        return False  # one of several: ロシアと北朝鮮
    return (next_to_it and view.text.endswith("である", 0, chunk.end)) or _known(view, chunk)


def _known(view: View, chunk: Chunk) -> bool:
    """Tell whether what a modifier stands before is a name that needs none; みんなの滋賀新聞 does."""
    governor, bunsetsu = view.chunks[chunk.head], view.tree[chunk.head]
    words = view.morphemes[bunsetsu.first : bunsetsu.last + 1]
    named, quoted = words[0].pos.startswith(NAME), view.text.startswith(("「", "『"), governor.start)
    if chunk.family in "VA":
        return (named and not words[0].surface.isascii()) or quoted
    # Every noun of it: in 博多の|森球技場 the dictionary takes 森 for a person.
    called = all(m.pos.startswith(f"{NAME},人名") for m in words if m.pos.startswith("名詞"))
    person = named and (called or any(m.surface in TITLES for m in words))
    return (person or quoted) and chunk.form == "の"
