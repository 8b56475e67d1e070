"""The ends of sentences: terminators and the characters that belong to them.

Positions are offsets into the whole text; ``end`` is always the end of the unit, and nothing after it is
read. No dictionary is used, so names that need one are cut wrongly: モーニング娘。の.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.japanese import CLOSERS, is_hiragana

FULL_STOPS = frozenset("。｡．")
ENDS = FULL_STOPS | frozenset("！？!?‼⁇⁈⁉.")

# After an exclamation or question mark these continue the sentence: やった！と叫んだ, なぜ？という問い.
_GOES_ON = re.compile(
    "を|って|とい|と(?:思|言|云|叫|話|聞|感|考|驚|喜|書|語|述|呼|問|尋|訴|答|笑|題|銘|名|し[てた])"
    "|[、，・,」』）)]"
)
# Text between two sentences that belongs to the first: （笑）, [1].
_ASIDE = re.compile(
    "[（(](?:笑|泣|汗|爆|怒|涙|苦笑|爆笑|略|拍手|笑い|拍手と笑い)[）)]|[\\[［][0-9]{1,3}[\\]］]"
)
# A name may end in a full stop: 「みなと少女。」 without its brackets before a particle and a noun.
_NAME_GOES_ON = re.compile("[のにをへ](?=[一-龥々ァ-ヶ「『0-9０-９])|[がはともで](?=[一-龥々ァ-ヶ「『])")
_NO_NAME = re.compile("[うくぐすつぬむぶるただいねよかなせけしれろ]$")
# (^o^), (≧▽≦), (T_T): marks or eyes in brackets, with the hands around them.
_EYES = "\\^_≧≦▽∀ωДдTＴ´`｀・゜°;*￣＾.=><"
_IN_FACE = "[^（）()ぁ-ゖ一-龥0-9０-９\\n]"
_FACE = (
    f"[＼\\\\ヽヾφ☆o┐┗]?[（(](?=[^（）()\\n]*[{_EYES}ー][^（）()\\n]*[{_EYES}oO])"
    f"(?![a-zA-Z]{{2}}){_IN_FACE}{{2,12}}[)）][ノﾉ／/ヾゞシb]{{0,2}}"
)
_SOFT_MARK = (
    "(?:[♪♫☆★♡♥❤]|[\U0001f300-\U0001faff\u2600-\u2604\u260e-\u27bf]\ufe0f?"
    f"|[（(](?:笑い?|泣|汗|爆|苦笑|涙|怒)[)）]|{_FACE})"
)
# A sentence ends behind a polite or a friendly word with such marks and no full stop.
_SOFT_END = re.compile(
    f"(?:です|ます|した|せん|しょう|さい|[ぁ-ん]よ|[ぁ-ん]ね|たい|ない|かな|だ[ねよ]"
    f"|メモ)[ー〜～…！!]*({_SOFT_MARK})(?:{_SOFT_MARK}|[メモ。！!ー〜～…])*[ 　]*"
)
_LAUGHTER = frozenset("wｗ笑泣汗爆草")
_LONGEST_TAIL = 12  # characters
# English words whose full stop does not end a sentence.
_ABBREVIATED = """
    mr mrs ms dr prof st no vs etc inc ltd co corp jr sr fig gen gov sen rep rev capt col lt approx dept est
    vol e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k a.m p.m
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())


def ends_sentence(text: str) -> bool:
    """Return whether a line ends like a sentence: at a terminator, ignoring closing brackets and laughter."""
    end = len(text)
    for _ in range(_LONGEST_TAIL):
        if not end:
            return False
        last = text[end - 1]
        if last in ENDS:
            return last != "." or end < 2 or not text[end - 2].isdigit()
        if not (last in CLOSERS or last in _LAUGHTER or is_decoration(last) or last in "\"'（("):
            return False
        end -= 1
    return False


def is_decoration(character: str) -> bool:
    """Return whether a character closes sentences in chats and blogs: ♪ ☆ ♡ and emoji."""
    code = ord(character)
    if 0x2600 <= code <= 0x27BF:
        return not 0x2776 <= code <= 0x2793  # circled digits number lists
    return 0x1F000 <= code <= 0x1FAFF or code in (0xFE0F, 0x200D)


def ends_here(text: str, begin: int, position: int, run: int, end: int, latin: bool) -> bool:
    """Return whether the terminators text[position:run] end the sentence that began at ``begin``."""
    mark = text[position]
    if run == end:
        return True
    if mark in "。｡":
        if text[run] in "、，":
            return False
        named = run == position + 1 and _NAME_GOES_ON.match(text, run, end)
        return not (named and position > begin and not _NO_NAME.match(text[position - 1]))
    before = text[position - 1] if position > begin else ""
    if mark == "．":
        return not (
            (text[run].isalnum() and text[run] < "\u0100") or _is_wide_latin(text[run]) or _numbers(before)
        )
    if mark == "." or (mark in "!?" and before < "\u2e80" and not is_decoration(before or "a")):
        # Not in 3.5, example.com, Yahoo!ニュース or a?b=c.
        following = _beyond_quotes(text, run, end)
        if following < end and not text[following].isspace():
            return False
        return (mark == "." and before >= "\u2e80") or (
            latin and _ends_in_english(text, begin, position, following, end)
        )
    return not _GOES_ON.match(text, run, end)


def _ends_in_english(text: str, begin: int, position: int, following: int, end: int) -> bool:
    """Return whether an ASCII terminator before white space ends a sentence, not an abbreviation."""
    following = skip_space(text, following, min(end, following + 8))
    if text[following : following + 1].islower():
        return False
    if text[position] != ".":
        return True
    words = text[max(begin, position - 16) : position].split()
    word = words[-1].lstrip("(\"'“‘[") if words else ""
    initial = len(word) == 1 and word.isupper()
    numbering = word.isdigit() and position - len(word) == begin
    return bool(word) and not (initial or numbering or word.lower() in _ABBREVIATIONS)


def _beyond_quotes(text: str, position: int, end: int) -> int:
    limit = min(end, position + 4)
    while position < limit and (text[position] in CLOSERS or text[position] in "\"'"):
        position += 1
    return position


def soft_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Return where ♪, (笑), a face mark and the like end a sentence inside text[start:end]."""
    for match in _SOFT_END.finditer(text, start, end):
        behind = match.end()
        if behind < end and not is_closing(text[behind]) and not _GOES_ON.match(text, behind, end):
            before = text[max(start, behind - 200) : behind]
            if before.count("「") == before.count("」") and before.count("（") == before.count("）"):
                yield behind


def soft_end(text: str) -> int:
    """Return where the marks begin that end a text as a full stop does, or its length."""
    tail = max(0, len(text) - 40)
    for match in _SOFT_END.finditer(text, tail):
        if match.end() == len(text):
            return match.start(1)
    return len(text)


def is_closing(character: str) -> bool:
    """Return whether a character belongs to what stands before it."""
    return character in CLOSERS or character in "。、，．！？!?"


def starts_anew(text: str, position: int, end: int) -> bool:
    """Return whether a new sentence follows a bracketed one: 「はい。」彼は… but not 「はい。」と彼は…."""
    if position >= end:
        return False
    following = text[position]
    return not (is_hiragana(following) or following in CLOSERS or following in "、，,。．.・ー―…！？!?＝=")


def tail_end(text: str, position: int, end: int) -> int:
    """Return the end of the sentence including closing brackets, ♪, （笑） and similar."""
    while position < end:
        character = text[position]
        if (
            character in CLOSERS
            or character in ENDS
            or is_decoration(character)
            or (character in "\"'" and (position + 1 == end or text[position + 1].isspace()))
        ):
            position += 1
        else:
            aside = _ASIDE.match(text, position, end)
            if not aside:
                break
            position = aside.end()
    rest = text[position : min(end, position + _LONGEST_TAIL + 1)]
    if len(rest) <= _LONGEST_TAIL and not any(c.isalnum() and c not in _LAUGHTER for c in rest):
        return position + len(rest.rstrip())  # nothing left to say in this unit
    return position


def run_end(text: str, position: int, end: int) -> int:
    """Return where a run of terminators such as ！？… ends."""
    while position < end and (text[position] in ENDS or text[position] == "…"):
        position += 1
    return position


def skip_space(text: str, position: int, end: int) -> int:
    """Return the next offset that is not white space."""
    while position < end and text[position].isspace():
        position += 1
    return position


def is_latin(text: str) -> bool:
    """Return whether most of a text's letters are ASCII."""
    ascii_letters = sum(map(str.isalpha, text.encode("ascii", "ignore").decode("ascii")))
    return ascii_letters * 2 > sum(map(str.isalpha, text))


def _is_wide_latin(character: str) -> bool:
    return "０" <= character <= "ｚ"


def _numbers(before: str) -> bool:
    return before.isdigit() or _is_wide_latin(before)
