"""Runs inside Pyodide, called by freeze.mjs: installs with micropip, traces the used modules, byte-compiles.

Source of the file format: PEP 552 (hash-based pycs, unchecked), PEP 3147 (a .pyc without a .py is imported).
Nothing on CPython imports this.
"""

import importlib.util
import json
import marshal
import sys
import zipfile
import zlib
from pathlib import Path
from types import CodeType

EPOCH = (1980, 1, 1, 0, 0, 0)
SITE = f"/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
STDLIB = "/stdlib.zip"
# Without docstrings and asserts: a quarter of the bytes, and readers never see them.
OPTIMIZE = 2


def write_zip(path: str, files: dict[str, bytes]) -> None:
    """Store ``files`` without compression; the archive is gzipped as a whole, which packs better."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), files[name])


async def install(tools: list[str], wheels: list[str]) -> dict[str, str]:
    """Install ``wheels`` with micropip; return the lock file's text and the path of a zip of the result."""
    for tool in tools:
        with zipfile.ZipFile(tool) as archive:
            archive.extractall(SITE)
    before = {path for path in Path(SITE).rglob("*") if path.is_file()}
    importlib.invalidate_caches()
    import micropip

    await micropip.install([f"emfs:{wheel}" for wheel in wheels], index_urls=[])
    added = [path for path in Path(SITE).rglob("*") if path.is_file() and path not in before]
    write_zip("/site.zip", {str(path.relative_to(SITE)): path.read_bytes() for path in added})
    return {"site": "/site.zip", "lock": micropip.freeze()}


def without_lines(code: CodeType) -> CodeType:
    """Remove the line numbers of instructions: a third of the bytes, and no reader sees tracebacks."""
    inner = tuple(without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=b"", co_filename="")


def pyc(source: bytes, name: str) -> bytes:
    """Byte-compile to an unchecked hash-based .pyc (PEP 552)."""
    code = without_lines(compile(source, name, "exec", dont_inherit=True, optimize=OPTIMIZE))
    header = importlib.util.MAGIC_NUMBER + (0b01).to_bytes(4, "little") + importlib.util.source_hash(source)
    return header + marshal.dumps(code)


def compiled(files: dict[str, bytes]) -> dict[str, bytes]:
    """Replace every module of ``files`` by its .pyc; keep other files."""
    return {
        (name[:-3] + ".pyc" if name.endswith(".py") else name): (
            pyc(data, name) if name.endswith(".py") else data
        )
        for name, data in files.items()
    }


def read_zip(path: str) -> dict[str, bytes]:
    """Return the contents by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def in_binary(name: str) -> bool:
    """Return whether the interpreter's binary contains the module, so that the archive need not."""
    spec = getattr(sys.modules[name], "__spec__", None)
    return spec is not None and spec.origin in ("frozen", "built-in")


def touched(site: dict[str, bytes]) -> set[str]:
    """Return the names of all modules to ship: those loaded once the application has answered."""
    write_zip("/app-source.zip", site)
    sys.path.insert(0, "/app-source.zip")
    importlib.invalidate_caches()
    from youten.browser import boot, record, rehearse

    rehearse(boot(zlib.decompress(Path("/dictionary.bin.gz").read_bytes(), 31)))
    Path("/out-practice.json").write_text(record())
    return {name for name in sys.modules if not in_binary(name)}


def module_name(path: str) -> str:
    """Convert ``a/b/__init__.py`` to ``a.b``."""
    name = path.removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def matrix() -> dict[str, int]:
    """Return the place of the costs in the unpacked dictionary (``Matrix`` in connection-costs.js)."""
    from youten.morphology import connection
    from youten.morphology import format as layout

    data = zlib.decompress(Path("/dictionary.bin.gz").read_bytes(), 31)
    _, _, sections, _ = layout.HEADER.unpack_from(data)
    end = layout.HEADER.size + sections * layout.SECTION.size
    table = layout.SECTION.iter_unpack(data[layout.HEADER.size : end])
    places = {name: (offset, length) for name, offset, length in table}
    parents, length = places[layout.PARENTS]
    return {
        "count": length // 8,
        "low": places[layout.CONNECTION_LOW][0],
        "high": places[layout.CONNECTION_HIGH][0],
        "parents": parents,
        "bias": connection.BIAS,
    }


def overlaid(standard: dict[str, bytes], lean: dict[str, str]) -> dict[str, bytes]:
    """Return the standard library with the modules of ``lean`` (path -> source) in the place of its own."""
    names = {module_name(path) for path in lean}
    others = {path: data for path, data in standard.items() if module_name(path) not in names}
    return others | {path: source.encode() for path, source in lean.items()}


def compile_all(extras: list[str], lean: dict[str, str]) -> dict[str, str]:
    """Write three zips, stdlib.json (the kept modules), matrix.json and practice.json; return their paths.

    app.zip has the installed packages, stdlib.zip the kept modules of the standard library.
    lean.zip is the standard library that the snapshot is made from, with ``lean`` in it (see ``lean/``).
    """
    site = read_zip("/site.zip")
    modules = touched(site) | set(extras)
    standard = read_zip(STDLIB)
    missing = sorted(set(extras) - {module_name(path) for path in standard})
    if missing:
        raise ValueError(f"no such modules in the standard library: {missing}")
    kept = {
        path: data for path, data in standard.items() if path.endswith(".py") and module_name(path) in modules
    }
    code = {path: data for path, data in site.items() if path.endswith((".py", ".bin.gz", ".json"))}
    write_zip("/out-stdlib.zip", compiled(kept))
    write_zip("/out-lean.zip", compiled(overlaid(kept, lean)))
    write_zip("/out-app.zip", compiled(code))
    Path("/out-stdlib.json").write_text(json.dumps(sorted(map(module_name, kept)), indent=0))
    Path("/out-matrix.json").write_text(json.dumps(matrix()))
    return {
        "matrix.json": "/out-matrix.json",
        "practice.json": "/out-practice.json",
        "app.zip": "/out-app.zip",
        "stdlib.zip": "/out-stdlib.zip",
        "lean.zip": "/out-lean.zip",
        "stdlib.json": "/out-stdlib.json",
    }
