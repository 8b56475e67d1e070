"""One article in the forms that these tests need."""

from __future__ import annotations

from tests.unit.toy import ToyAnalyzer

PARAGRAPHS = (
    "港町市は4日、市立図書館を来年の春に新しい建物へ移すと発表した。新しい建物は木造の2階建てで、"
    "海に面した公園の中に置かれる。",
    "しかし、工事の費用は当初の見込みより3割ほど増えるという。市民からは「長く待っていた。早く開いてほしい」"
    "との声が上がっている。",
    "図書館の本は約12万冊で、移転の間も一部を貸し出す。開館の時間は平日の夜まで延びる見通しだ。",
)
TITLE = "図書館、海辺の公園へ"
BODY = "\n\n".join(PARAGRAPHS) + "\n"
MARKDOWN = f"# {TITLE}\n\n{BODY}"
HTML = (
    f"<!doctype html>\n<html lang=ja>\n<head><meta charset=utf-8><title>{TITLE} | 港町新聞</title></head>\n"
    f"<body>\n<nav><a href=/>ホーム</a></nav>\n<article>\n<h1>{TITLE}</h1>\n"
    + "".join(f"<p>{paragraph}\n" for paragraph in PARAGRAPHS)
    + "</article>\n<footer>© 港町新聞</footer>\n</body>\n</html>\n"
)


def toy() -> ToyAnalyzer:
    """Return the analyser of these tests."""
    return ToyAnalyzer()


def never() -> ToyAnalyzer:
    """Return an analyser that fails, for code that must not analyse an article."""
    raise AssertionError("no analysis is needed here")
