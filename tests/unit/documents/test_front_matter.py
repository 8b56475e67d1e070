"""Front matter as data: what is refused, in linear time, and where a list is."""

from __future__ import annotations

import pytest
from tests.unit.counting import work

from youten.documents.front_matter import lines_of, read
from youten.documents.problem import Problem

DEEP = ".".join(["a"] * 10_000) + " = 1\n"


@pytest.mark.parametrize(
    "content",
    [
        DEEP,  # tomllib takes the square of the number of parts
        '"a".' * 10_000 + "a = 1\n",  # the same with quoted parts
        "x = { " + DEEP.rstrip() + " }\n",  # the same inside a table
        "a = " + "1" * 10_000 + "\n",  # more digits than Python turns into an integer
        "a = " + "[" * 10_000 + "\n",  # nested more deeply than Python calls may be
    ],
    ids=["dotted", "quoted", "inline table", "integer", "nested"],
)
def test_hostile_toml_is_refused_at_once(content: str) -> None:
    def refused(text: str) -> None:
        with pytest.raises(Problem) as raised:
            read(text)
        assert raised.value.reason == "broken_front_matter"

    assert work(refused, f"+++\n{content}+++\n") < 20_000


def test_many_dots_in_a_string_are_no_deep_key() -> None:
    assert read('+++\ntitle = "' + "a." * 200 + '"\n+++\n').title == "a." * 200


def test_a_list_that_does_not_end_soon_is_not_ours() -> None:
    """Otherwise each line would be parsed together with all lines before it."""
    text = "+++\nbox = [\n" + '"一",\n' * 5000 + ']\nyouten = "x"\n+++\n'
    matter = read(text)
    assert lines_of(matter, "box") is None
    assert work(lambda _: lines_of(matter, "box"), "") < 200_000


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
def test_the_lines_of_a_key(end: str) -> None:
    text = end.join(("+++", 'title = "a"', "box = [", '  "一",', "]", 'other = "b"', "+++", ""))
    found = lines_of(read(text), "box")
    assert found is not None
    assert text[slice(*found)] == end.join(("box = [", '  "一",', "]", ""))
