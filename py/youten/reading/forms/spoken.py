"""Speech without full stops: where です and ます end a sentence, and the fillers before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.model import Form, Role

FLOWING: frozenset[Form] = frozenset(("subtitles", "transcript"))

_POLITE = "(?:です|ます|でした|ました|ませんでした|ません|ましょう|でしょう|ください)"
_NEXT = (
    "(?=えー|えっと|はい|で[そすこも一-龥]|次|それ|最後|以上|まず|そし|そこ|その|あと|あの|この|これ"
    "|ここ|こちら"
    "|ありがと|ただ|また|じゃ|では|なので|ということで(?![すし])|すると|だから|しかし|でも|だけど"
    "|つまり|例え|たとえ"
    "|ちなみ|さらに|なぜ|もし|もう|みなさん|[ごお][一-龥]|[一-龥々ァ-ヶ0-9０-９「])"
)
# ですね behind a topic (今日はですね, まずですね) is a filler.
_END = re.compile(
    f"(?<![はにもがで])(?<!まず){_POLITE}(?:ね|よね|よ|わ)?(?:[ 　\n]+|{_NEXT})"
    "|(?:こんにちは|こんばんは|おはようございます)(?=えー|えっと|今日|本日|今回|はい|[一-龥々ァ-ヶ])"
    "|(?:お話し?|ご?紹介|ご?説明|ご?報告)[^ \n]{0,14}(?:ます|です)(?:けれども|けども|けど|が)[ 　\n]*"
)
_FILLER = re.compile(
    "(?:(?:(?:まず|次に?|最後に?|それから|あと|続いて|続きまして)(?:は|、)?ですね|えー+と?|えっと"
    "|あの+ー*|はい|まあ|うーん|で(?=そ|、)|んー)[、 　]*)+"
)


def spoken_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, Role]]:
    """Cut text[start:end] into spoken sentences; a filler before one is furniture."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end:
            yield from _one(text, begin, match.end())
            begin = match.end()
    yield from _one(text, begin, end)


def _one(text: str, start: int, end: int) -> Iterator[tuple[int, int, Role]]:
    end = start + len(text[start:end].rstrip())
    filler = _FILLER.match(text, start, end)
    if filler and filler.end() < end:
        yield start, start + len(filler.group().rstrip()), "furniture"
        start = filler.end()
    if start < end:
        yield start, end, "body"
