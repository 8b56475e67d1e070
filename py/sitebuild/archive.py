"""Makes zip and gzip files whose bytes depend only on their contents."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

# The earliest date of the format, so that archives do not depend on the clock.
EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], *, compressed: bool = True) -> bytes:
    """Zip ``files`` (name -> contents) in the order of their names."""
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method, compresslevel=9 if compressed else None) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = method
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the contents by name, without folders."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def gzipped(data: bytes) -> bytes:
    """Gzip ``data`` at the highest level, without name or time."""
    return gzip.compress(data, 9, mtime=0)


def gunzipped(data: bytes) -> bytes:
    """Return the contents of a gzip file."""
    return gzip.decompress(data)


def slim_wheel(wheel: Path, keep: Callable[[str], bool], build_tag: str, target: Path) -> Path:
    """Write ``wheel`` without the files that ``keep`` refuses, with a build tag in its name.

    The lines of removed files are removed from RECORD; nothing else changes (source: PyPA, "Binary
    distribution format").
    """
    files = {name: data for name, data in unzipped(wheel.read_bytes()).items() if keep(name)}
    record = next(name for name in files if name.endswith(".dist-info/RECORD"))
    lines = files[record].decode().splitlines(keepends=True)
    files[record] = "".join(line for line in lines if keep(line.split(",")[0])).encode()
    distribution, version, *tags = wheel.name.split("-")
    target.mkdir(parents=True, exist_ok=True)
    path = target / "-".join((distribution, version, build_tag, *tags[-3:]))
    path.write_bytes(zipped(files))
    return path
