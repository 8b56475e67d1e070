"""Output to a stream, such as standard output or a pipe: every answer is written at once."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, TextIO

from youten.batch import rows
from youten.batch.messages import problem
from youten.batch.model import Answer, Record, Settings


class StreamOutput:
    """The interface of ``ResumableOutput`` without its memory: every record is wanted."""

    def __init__(self, out: TextIO, rejects: Path | None, settings: Settings) -> None:
        self._out = out
        self._rejects: BinaryIO | None = None
        if rejects is not None:
            try:
                self._rejects = open(rejects, "wb")  # noqa: SIM115, PTH123 - closed by __exit__
            except OSError as error:
                lang = settings.options.lang
                raise problem("bad_output", lang, path=rejects, what=error.strerror) from error
        self._out.write(rows.header(settings.layout).decode())

    def __enter__(self) -> StreamOutput:
        return self

    def __exit__(self, *_: object) -> None:
        if self._rejects:
            self._rejects.close()

    def wants(self, _record: Record) -> bool:
        """Return True: every record needs an answer."""
        return True

    def add(self, _record: Record, answer: Answer) -> None:
        """Write an answer, to the side file if there is one and it belongs there."""
        if answer.code and self._rejects:
            self._rejects.write(answer.reject)
            self._rejects.flush()
            return
        self._out.write(answer.data.decode("utf-8"))
        self._out.flush()

    def keep(self) -> None:
        """Do nothing: every answer has already been written."""

    def finish(self) -> None:
        """Write out a header that no row followed."""
        self._out.flush()

    def stop(self) -> None:
        """Do nothing: every answer has already been written."""
