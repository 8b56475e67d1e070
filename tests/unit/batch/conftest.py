"""The batch on files, with the toy analyser."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from tests.unit.toy import ToyAnalyzer

from youten.cli import run

Batch = Callable[..., tuple[int, str, str]]


@pytest.fixture
def batch() -> Batch:
    """Run ``youten batch`` in this process; return (exit code, standard output, standard error)."""

    def call(*argv: object, stdin: bytes = b"", analyzer: ToyAnalyzer | None = None) -> tuple[int, str, str]:
        output, errors = io.StringIO(), io.StringIO()
        words = ["batch", *map(str, argv)]
        code = run(words, io.BytesIO(stdin), output, errors, analyzer or ToyAnalyzer())
        return code, output.getvalue(), errors.getvalue()

    return call
