"""Work is divided, put back in order, and tried again when a worker dies."""

from __future__ import annotations

import pytest

from youten.batch.chunks import BYTES, RECORDS, TRIES, Collector, in_chunks, retry
from youten.batch.model import Answer, Record, Settings
from youten.options import Options

SETTINGS = Settings(Options())


def _record(number: int, size: int = 10) -> Record:
    return Record("a", number, "json", b"", size)


def _answer(number: int) -> Answer:
    return Answer(str(number).encode())


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([1], [1]),
        ([1] * RECORDS, [RECORDS]),
        ([1] * (RECORDS + 1), [RECORDS, 1]),
        ([BYTES, 1, BYTES - 1, 1], [1, 2, 1]),
        ([5 * BYTES], [1]),
    ],
    ids=str,
)
def test_a_chunk_is_full_by_count_or_by_bytes(sizes: list[int], expected: list[int]) -> None:
    assert [len(chunk) for chunk in in_chunks(map(_record, range(len(sizes)), sizes))] == expected


def test_answers_leave_in_the_order_of_their_records() -> None:
    collector = Collector()
    tasks = [collector.open([_record(3 * i + j) for j in range(3)]) for i in range(3)]
    left: list[int] = []
    for number in (2, 0, 1):
        collector.put(tasks[number], [_answer(3 * number + j) for j in range(3)])
        left += [record.line for record, answer in collector.leaving() if answer.data == b"%d" % record.line]
        assert collector.pending == {2: 3, 0: 2, 1: 0}[number]
    assert left == list(range(9))


def test_a_chunk_whose_worker_died_is_tried_record_by_record_and_the_guilty_one_is_given_up() -> None:
    collector = Collector()
    waiting = [collector.open([_record(number) for number in range(4)])]
    worked = 0
    while waiting:
        task = waiting.pop()
        worked += 1
        if any(record.line == 2 for record in task.records):  # this record kills its worker
            tasks, blame = retry(task, SETTINGS)
            waiting += tasks
            if blame:
                collector.put(task, [blame])
        else:
            collector.put(task, [_answer(record.line) for record in task.records])
    found = list(collector.leaving())
    assert [answer.code for _, answer in found] == ["", "", "worker_died", ""]
    assert [record.line for record, _ in found] == [0, 1, 2, 3]
    assert worked == 1 + 3 + (TRIES - 1)
