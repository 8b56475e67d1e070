"""A build step runs again exactly if something that its result depends on has changed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitebuild import cache
from sitebuild.environment import SetupError

Step = Callable[..., Path]


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the results that were made, in order."""
    monkeypatch.setenv("YOUTEN_CACHE", str(tmp_path / "cache"))
    return []


@pytest.fixture
def step(runs: list[str]) -> Step:
    """Return a step that writes one file and records that it ran."""

    def run(*inputs: cache.Input, text: str = "result") -> Path:
        def make(out: Path) -> None:
            runs.append(text)
            (out / "file").write_text(text, encoding="utf-8")

        return cache.step("some-step", inputs, make)

    return run


@pytest.mark.parametrize(
    ("change", "made"),
    [
        pytest.param(lambda folder: None, 1, id="nothing changed"),
        pytest.param(lambda folder: (folder / "a").write_text("2"), 2, id="a file changed"),
        pytest.param(lambda folder: (folder / "b").write_text("1"), 2, id="a file was added"),
        pytest.param(lambda folder: (folder / "a").rename(folder / "c"), 2, id="a file was renamed"),
        pytest.param(lambda folder: (folder / "a").touch(), 1, id="a file was only touched"),
    ],
)
def test_a_step_runs_only_where_its_inputs_changed(
    tmp_path: Path, runs: list[str], step: Step, change: Callable[[Path], object], made: int
) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a").write_text("1")
    step(folder, "value")
    change(folder)
    assert (step(folder, "value") / "file").read_text() == "result"
    assert len(runs) == made


def test_inputs_are_told_apart_by_their_lengths(runs: list[str], step: Step) -> None:
    step("ab", "c")
    step("a", "bc")
    assert len(runs) == 2


def test_a_step_that_fails_leaves_nothing(step: Step) -> None:
    def fail(out: Path) -> None:
        (out / "half").write_text("")
        raise SetupError("no")

    with pytest.raises(SetupError):
        cache.step("failing", ["x"], fail)
    assert [path.name for path in (cache.folder() / "failing").iterdir()] == [cache.LOCK]


def test_only_the_newest_results_are_kept(runs: list[str], step: Step) -> None:
    for number in range(cache.KEPT + 2):
        step(str(number))
    kept = [path for path in (cache.folder() / "some-step").iterdir() if path.is_dir()]
    assert len(kept) == cache.KEPT


def test_the_code_of_a_step_includes_what_it_imports() -> None:
    names = {path.name for path in cache.code("sitebuild.wheels")}
    assert {"wheels.py", "archive.py", "vendor.py"} <= names
    assert not {"release.py", *(f"{name}.py" for name in cache.NEUTRAL)} & names


def test_publish_makes_two_folders_equal(tmp_path: Path) -> None:
    """Old files are deleted, new ones written, equal ones not written again."""
    source, target = tmp_path / "source", tmp_path / "target"
    for folder, files in ((source, ("a", "b/c")), (target, ("a", "b/old", "gone/d"))):
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("same")
    before = (target / "a").stat().st_mtime_ns
    cache.publish(source, target)
    assert sorted(path.relative_to(target).as_posix() for path in target.rglob("*")) == ["a", "b", "b/c"]
    assert (target / "a").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("source", "same"),
    [
        pytest.param('"""Other."""\n# Other.\nx = 1\n', True, id="comment and docstring"),
        pytest.param("x = 2\n", False, id="code"),
    ],
)
def test_comments_do_not_make_a_step_run_again(tmp_path: Path, source: str, *, same: bool) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""Text."""\nx = 1\n')
    before = cache.program(module)
    module.write_text(source)
    assert (cache.program(module) == before) is same


def test_two_threads_make_a_result_once(runs: list[str], step: Step) -> None:
    with ThreadPoolExecutor() as pool:
        made = {pool.submit(step, "same") for _ in range(8)}
    assert len({one.result() for one in made}) == 1
    assert len(runs) == 1
