"""Completes the wheel: the packed dictionary, which git does not track, and the code of Janome that is used.

Janome as published takes 200 MB on the disk, for the dictionary that ours replaces.

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
MODULES = ("__init__.py", "dic.py", "fst.py", "lattice.py", "system_dic.py", "tokenizer.py", "version.py")
FILES = ("ipadic.bin.gz", "readings.bin.gz")  # in the order in which ``dictpack.pack`` gives them


class DictionaryHook(BuildHookInterface[Any]):
    """Writes the dictionary and its readings where the wheel expects them, unless they exist; adds Janome."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack before the files are gathered, for the wheel only."""
        if version == "editable":  # has no place for files of others
            build_data["dependencies"].append("Janome==0.5.0")
        else:
            build_data["force_include"] |= {
                str(janome() / name): f"youten/_vendor/janome/{name}" for name in MODULES
            }
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


def janome() -> Path:
    """Return the folder of the Janome that is installed beside the build back end."""
    found = importlib.util.find_spec("janome")  # not imported, which would load all of it
    if found is None or found.origin is None:
        raise RuntimeError(
            "Janome is not installed here; pyproject.toml names it among the build's requirements."
        )
    return Path(found.origin).parent


def installed_janome() -> dict[str, bytes]:
    """Return name -> bytes of Janome's dictionary modules, as they are in its wheel."""
    folder = janome() / "sysdic"
    return {f"janome/sysdic/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.py"))}
