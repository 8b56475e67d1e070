"""read(): pasted text -> Article. The room's whole way on one screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.model import Article, Role, Sentence
from youten.reading.cleaning import assign_roles
from youten.reading.markup import strip_markup
from youten.reading.normalization import normalize
from youten.reading.page import look
from youten.reading.sentences import sentence_spans
from youten.reading.units import Unit, find_units

# What stands before a sentence without belonging to it: a list's mark, a mail's ">", a step's number …
_MARK = re.compile(
    "[・･•‣◦●○■□◆◇▶►➡⇒※＊*+>-]+[ 　]+|[・•‣◦]|[①-⑳❶-❿][ 　]*"
    r"|[（(]?[0-9０-９]{1,2}[.．)）][ 　]*(?=[^0-9０-９\s])"
)
# … and a news agency's dateline: 【港町＝山田太郎】.
_DATELINE = re.compile(
    "[【（(［\\[][^】）)］\\]。、「]{1,30}?"
    "(?:[＝=][^】）)］\\]。、「]{1,20}|時事|共同|ロイター|AFP|AP|記者|特派員|通信)"
    "[】）)］\\]](?: ?[-―—]+ ?)?[ 　]*"
)
# A signature behind the last sentence: …した。（山田太郎）
_SIGNED = re.compile("[（(【［\\[＝=][^。！？、をがはにで]{1,24}[）)】］\\]＝=]?")


def read(source: str, title: str = "") -> Article:
    """Return the article in a paste: every line's role, every sentence's place.

    ``title`` is the headline if the caller knows it; lines that repeat it get the role headline. Every
    character of the normalized text that is not white space belongs to exactly one sentence. Never raises and
    never leaves a text that has letters without a body.
    """
    text = strip_markup(normalize(source))
    units = find_units(text.text)
    roles, found = assign_roles(look(text.text, units), normalize(title).text)
    sentences: list[Sentence] = []
    for unit, role in zip(units, roles, strict=True):
        spans = _body_spans(text.text, unit) if role == "body" else iter([(unit.start, unit.end, role)])
        sentences.extend(Sentence(text.text[a:b], a, b, unit.paragraph, kind) for a, b, kind in spans)
    return Article(text, found, tuple(sentences))


def _body_spans(text: str, unit: Unit) -> Iterator[tuple[int, int, Role]]:
    """Cut a unit of the body into sentences, and off them what only stands before or behind."""
    start = unit.start
    before: tuple[tuple[re.Pattern[str], Role], ...] = ((_MARK, "furniture"), (_DATELINE, "byline"))
    for pattern, role in before:
        mark = pattern.match(text, start, unit.end)
        if mark and mark.end() < unit.end:
            yield start, start + len(mark.group().rstrip()), role
            start = mark.end()
    spans = sentence_spans(text, start, unit.end)
    for index, (a, b) in enumerate(spans):
        signed = index and index + 1 == len(spans) and _SIGNED.fullmatch(text, a, b)
        yield a, b, "byline" if signed else "body"
