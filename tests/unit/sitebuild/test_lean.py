"""The modules that stand in for others in the snapshot do what the replaced ones do, as far as they go."""

from __future__ import annotations

import importlib.util
import inspect
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sitebuild.pyodide import assets


def loaded(name: str) -> ModuleType:
    """Return a stand-in as a module of its own."""
    spec = importlib.util.spec_from_file_location(f"lean_{name}", assets.LEAN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pair(base: Any) -> Any:
    """Define one class on the given base; the annotations are those of this module: text."""

    class Pair(base):
        left: int
        right: tuple[str, ...] = ()
        LIMIT: typing.ClassVar = 3

        @property
        def both(self) -> str:
            return f"{self.left} {self.right}"

        @classmethod
        def of(cls, left: int) -> Any:
            return cls(left)

        def __add__(self, other: int) -> Any:
            return self._replace(left=self.left + other)

    return Pair


@pytest.fixture(scope="module")
def classes() -> tuple[Any, Any]:
    return pair(typing.NamedTuple), pair(loaded("typing").NamedTuple)


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda c: c._fields, id="fields in order"),
        pytest.param(lambda c: c._field_defaults, id="defaults"),
        pytest.param(lambda c: c(1), id="default used"),
        pytest.param(lambda c: repr(c(1, ("a",))), id="repr with the class's name"),
        pytest.param(lambda c: c(1) + 4, id="own operator wins over the tuple's"),
        pytest.param(lambda c: c.of(2).both, id="class method and property"),
        pytest.param(lambda c: c(2, ()) == (2, (), 3), id="equal to a tuple"),
        pytest.param(lambda c: sorted([c(2), c(1)]), id="order"),
        pytest.param(lambda c: c.__mro__[1:], id="bases"),
        pytest.param(lambda c: c.__module__, id="module"),
    ],
)
def test_named_tuples(classes, use):
    """A class made by the stand-in cannot be told from one that the standard library made."""
    theirs, ours = (use(each) for each in classes)
    assert ours == theirs


@pytest.mark.parametrize("name", ["Any", "Literal", "TypeAlias", "Self"])
def test_forms(name):
    """Whatever a module imports for its annotations exists and can be indexed and joined."""
    form = getattr(loaded("typing"), name)
    assert form["a", "b"] | None is not None
    assert None | form is not None


def test_arguments():
    """The values of a Literal can be asked for; a form cannot be run through, and no function is made up."""
    module = loaded("typing")
    assert module.get_args(module.Literal["a", "b"]) == typing.get_args(typing.Literal["a", "b"])
    assert module.get_args(module.Literal["a"]) == ("a",)
    with pytest.raises(TypeError):
        iter(module.Any)
    assert not hasattr(module, "get_type_hints")


def test_coroutines():
    """Functions passed to JavaScript are asked whether they are coroutines."""

    async def coroutine() -> None: ...

    for function in (coroutine, len, test_forms):
        assert loaded("inspect").iscoroutinefunction(function) == inspect.iscoroutinefunction(function)


def test_each_replaces_a_module():
    """A stand-in whose module is gone from Pyodide would never be loaded."""
    names = [Path(path).with_suffix("").as_posix().removesuffix("/__init__") for path in assets.lean()]
    own = [name for name in names if not name.startswith(("_pyodide", "pyodide"))]
    assert [name for name in own if importlib.util.find_spec(name) is None] == []
