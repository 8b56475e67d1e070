"""A toy analyser: morphemes by character class and a few words, so that tests need no dictionary.

Kanji and katakana become nouns, Latin letters names, hiragana particles and endings. Its results are easy to
foresee and good enough for code that looks at parts of speech.
"""

from __future__ import annotations

from youten.model import Morpheme, YoutenError

# surface -> part of speech; longest match wins over the character classes
WORDS = {
    **dict.fromkeys(["しかし", "また", "一方", "だが", "そして"], "接続詞,*,*,*"),
    **dict.fromkeys(
        ["が", "を", "に", "で", "と", "も", "の", "から", "まで", "へ", "や"], "助詞,格助詞,一般,*"
    ),
    **dict.fromkeys(["した", "する", "です", "ます", "だった", "ない"], "助動詞,*,*,*"),
    **dict.fromkeys(["トルコ", "ロシア", "フランス"], "名詞,固有名詞,地域,国"),
    **dict.fromkeys(["首相", "両国", "大統領"], "名詞,一般,*,*"),
    "改め": "動詞,自立,*,*",
    "サラブレッド": "名詞,一般,*,*",
    "戦": "名詞,接尾,一般,*",
    "は": "助詞,係助詞,*,*",
    "この": "連体詞,*,*,*",
}
LONGEST = max(map(len, WORDS))


def _class(character: str) -> str:
    if "ぁ" <= character <= "ゖ":
        return "助動詞,*,*,*"
    if "ァ" <= character <= "ー":
        return "名詞,一般,*,*"
    if "一" <= character <= "鿿" or character in "々〆":
        return "名詞,一般,*,*"
    if character.isdigit():
        return "名詞,数,*,*"
    if character.isalpha():
        return "名詞,固有名詞,組織,*"
    return "記号,一般,*,*"


class ToyAnalyzer:
    """Follows the ``Analyzer`` protocol; counts its calls and can be told to fail."""

    name = "toy"

    def __init__(self, failure: BaseException | None = None, readings: dict[str, str] | None = None) -> None:
        self.failure = failure
        self.readings = readings  # surface -> katakana; None: nothing has been learnt yet
        self.calls: list[str] = []

    @property
    def reads(self) -> bool:
        """Whether it has readings."""
        return self.readings is not None

    def learn(self, data: bytes) -> None:
        """Learn readings written as ``surface reading`` in lines."""
        try:
            self.readings = dict(line.split() for line in data.decode().splitlines())
        except ValueError as error:
            raise YoutenError("bad_dictionary", "These are no readings.") from error

    def read(self, text: str) -> list[tuple[Morpheme, str]]:
        """Divide a text, with the readings that were given."""
        return [(m, (self.readings or {}).get(m.surface, "*")) for m in self.analyze(text)]

    def analyze(self, text: str) -> list[Morpheme]:
        """Divide a text by the table and the character classes."""
        self.calls.append(text)
        if self.failure is not None:
            raise self.failure
        found: list[Morpheme] = []
        start = 0
        while start < len(text):
            if text[start].isspace():
                start += 1
                continue
            end, pos = self._word(text, start) or self._run(text, start)
            surface = text[start:end]
            known = surface in WORDS or pos.startswith(("助", "記号"))
            form = "連用形" if pos.startswith("動詞") else "*"
            found.append(Morpheme(surface, pos, "*", form, surface, start, end, known))
            start = end
        return found

    @staticmethod
    def _word(text: str, start: int) -> tuple[int, str] | None:
        for end in range(min(start + LONGEST, len(text)), start, -1):
            if text[start:end] in WORDS:
                return end, WORDS[text[start:end]]
        return None

    def _run(self, text: str, start: int) -> tuple[int, str]:
        pos = _class(text[start])
        end = start + 1
        if not pos.startswith("記号"):
            while end < len(text) and _class(text[end]) == pos and not self._word(text, end):
                end += 1
        return end, pos
