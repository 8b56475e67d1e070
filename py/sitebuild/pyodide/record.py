"""Makes the list of what a first visit has of the wasm (hot.json), by running the engine; some five minutes.

Needed for another version of Pyodide, and worth it where the package begins to use much more of Python. In
the end the list is checked: with what it leaves, all requests get the same answers as from the whole wasm.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from sitebuild import dictionary, wheels
from sitebuild.archive import gunzipped
from sitebuild.environment import SetupError, ensure, run, say
from sitebuild.paths import DICTIONARY, READINGS, ROOT
from sitebuild.pyodide import assets, corpus


def plan(folder: Path, slim: list[Path]) -> dict[str, str]:
    """Return the paths that the scripts of this folder need, with temporary files in ``folder``."""
    frozen, trimmed = assets.frozen(slim), assets.trimmed()
    (folder / "nothing").write_bytes(b"")
    (folder / "dictionary.bin").write_bytes(gunzipped(DICTIONARY.read_bytes()))
    return {
        "loader": str(assets.PYODIDE / "pyodide.mjs"),
        "pyodide": str(trimmed),
        "lock": str(frozen / "lock.json"),
        "nothing": str(folder / "nothing"),
        "snapshot": str(assets.snapshot(frozen, trimmed)),
        "dictionary": str(folder / "dictionary.bin"),
        "readings": str(READINGS),
    }


def record(_: list[str]) -> int:
    """Write the list, and print what it leaves out; return the exit code."""
    ensure("build")
    dictionary.pack()
    sys.path.insert(0, str(ROOT))  # the texts of the tests
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _record(folder, plan(folder, wheels.for_browser(wheels.youten_wheel())))
    return 0


def _record(folder: Path, paths: dict[str, str]) -> None:
    requests, ran = folder / "requests", folder / "ran.json"
    requests.write_text("".join(f"{request}\n" for request in corpus.requests()), "utf-8")

    def ask(name: str, wasm: str | None) -> str:
        """Send all requests; return the hash of the answers. Without ``wasm``, note which functions run."""
        given = paths | {"requests": str(requests), "ran": str(ran), "marked": str(folder / "marked.wasm")}
        path = folder / f"{name}.json"
        path.write_text(json.dumps(given | ({"wasm": wasm} if wasm else {})), "utf-8")
        say(f"record: {name}")
        return run("node", assets.HERE / "record.mjs", path, quiet=True)

    whole = ask("which functions run", None)
    script = folder / "list.json"
    script.write_text(json.dumps({"pyodide": paths["pyodide"], "ran": str(ran), "out": str(assets.HOT_LIST)}))
    say(run("node", assets.HERE / "list.mjs", script, quiet=True))
    hot = assets.hot(Path(paths["pyodide"])) / assets.WASM
    if ask("the answers without the others", str(hot)) != whole:
        raise SetupError("Without what the list leaves out there are other answers.")
