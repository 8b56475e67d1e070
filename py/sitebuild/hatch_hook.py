"""Packs the dictionary during ``pip install`` of a checkout, since git does not track it.

``build.py`` packs it from the pinned wheel; this hook is for all other ways of installing: pip with the
repository's address, pre-commit, packagers. Source: hatchling's custom build hook.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PY = Path(__file__).resolve().parents[1]
DATA = PY / "youten" / "morphology" / "data"
FILES = ("ipadic.bin.gz", "readings.bin.gz")  # in the order in which ``dictpack.pack`` gives them


class DictionaryHook(BuildHookInterface[Any]):
    """Writes the dictionary and its readings where the wheel expects them, unless they exist."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack before the files are gathered, for the wheel only."""
        del version, build_data
        if all((DATA / name).is_file() for name in FILES):
            return
        self.app.display_info("Packing the dictionary (about a minute)")
        DATA.mkdir(parents=True, exist_ok=True)
        for name, data in zip(FILES, packed(), strict=True):
            (DATA / name).write_bytes(data)


def packed() -> tuple[bytes, ...]:
    """Pack the dictionary of the Janome that is installed beside the build back end."""
    sys.path.insert(0, str(PY))
    try:
        from dictpack import pack
        from dictpack.squeeze import squeeze
        from sitebuild.archive import zipped
    finally:
        sys.path.remove(str(PY))
    return tuple(map(squeeze, pack(zipped(installed_janome(), compressed=False))))


def installed_janome() -> dict[str, bytes]:
    """Return name -> bytes of Janome's dictionary modules, as they are in its wheel."""
    found = importlib.util.find_spec("janome")  # not imported, which would load all of it
    if found is None or found.origin is None:
        raise RuntimeError(
            "Janome is not installed here; pyproject.toml names it among the build's requirements."
        )
    folder = Path(found.origin).parent / "sysdic"
    return {f"janome/sysdic/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.py"))}
