"""Missing or damaged files end in a message; the text stays, and loading again works."""

from __future__ import annotations

import pytest

MISSING = "必要なファイルが見つかりませんでした"
DAMAGED = "読み込んだファイルが壊れていました"
UNREACHABLE = "ファイルを読み込めませんでした"


def not_found(route):
    route.fulfill(status=404, body="404")


def cut_off(route):
    route.abort("connectionreset")


def one_byte_flipped(route):
    response = route.fetch()
    body = bytearray(response.body())
    body[len(body) // 2] ^= 1
    headers = {"Content-Type": response.headers["content-type"]}
    route.fulfill(status=200, headers=headers, body=bytes(body))


@pytest.mark.parametrize(
    ("file", "fault", "sentence"),
    [
        pytest.param("dictionary.bin.gz", not_found, MISSING, id="dictionary missing"),
        pytest.param("dictionary.bin.gz", one_byte_flipped, DAMAGED, id="dictionary damaged"),
        pytest.param("dictionary.bin.gz", cut_off, UNREACHABLE, id="connection lost"),
        pytest.param("pyodide.asm.wasm", not_found, MISSING, id="wasm missing"),
        pytest.param("pyodide.asm.wasm", one_byte_flipped, DAMAGED, id="wasm damaged"),
        pytest.param("engine.js", one_byte_flipped, MISSING, id="frame with a damaged script"),
        pytest.param("engine.js", not_found, MISSING, id="frame without its script"),
        pytest.param("engine.html", not_found, MISSING, id="no frame"),
    ],
)
def test_a_failed_start_is_told_and_can_be_repeated(reader, article, file, fault, sentence):
    """The state is failed with a message and the article's beginning; with the file repaired, it works."""
    reader.expected = ("engine:", "Failed to load resource", "'integrity' attribute")
    reader.page.route(f"**/{file}", fault)
    reader.visit().paste(article)
    reader.until("() => document.documentElement.dataset.engine === 'failed'")
    assert sentence in reader.said()
    assert reader.field.input_value() == article
    assert reader.page.locator("#badge").is_visible()
    reader.page.unroute(f"**/{file}")
    reader.page.get_by_role("button", name="もう一度読み込む").click()
    assert len(reader.until_summary()) == 3
    assert sentence not in reader.said()
