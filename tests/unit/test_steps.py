"""drain(): a generator to its end."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from youten.steps import drain


def _steps(count: int, seen: list[int]) -> Generator[int, None, str]:
    for number in range(count):
        seen.append(number)
        yield number
    return "done"


@pytest.mark.parametrize("count", [0, 1, 3])
def test_all_steps_run_and_the_result_comes_back(count: int) -> None:
    seen: list[int] = []
    assert drain(_steps(count, seen)) == "done"
    assert seen == list(range(count))
