"""An output that somebody is reading already: standard output, a pipe. Every answer leaves at once."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, TextIO

from youten.batch import table
from youten.batch.sentences import say
from youten.batch.values import Answer, Record, Settings
from youten.model import YoutenError


class Stream:
    """Follows the manner of ``Store``, without a memory: every record is wanted."""

    def __init__(self, out: TextIO, rejects: Path | None, settings: Settings) -> None:
        self._out = out
        self._rejects: BinaryIO | None = None
        if rejects is not None:
            try:
                self._rejects = open(rejects, "wb")  # noqa: SIM115, PTH123 - closed by __exit__
            except OSError as error:
                lang = settings.options.lang
                reason = say("bad_output", lang, path=rejects, what=error.strerror)
                raise YoutenError("bad_output", reason) from error
        self._out.write(table.header(settings.layout).decode())

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        if self._rejects:
            self._rejects.close()

    def wants(self, _record: Record) -> bool:
        """Every record needs an answer."""
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
        """Do nothing: what was written has left."""

    def finish(self) -> None:
        """Let go of a header that no row followed."""
        self._out.flush()

    def stop(self) -> None:
        """Do nothing: what was written has left."""
