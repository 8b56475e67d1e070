"""The build's archives depend only on their contents."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitebuild.archive import gunzipped, gzipped, slim_wheel, unzipped, zipped
from sitebuild.squeeze import squeeze, squeezed


def test_zip_is_independent_of_order() -> None:
    """Two mappings with the same contents give the same bytes."""
    assert zipped({"a": b"1", "b": b"2"}) == zipped({"b": b"2", "a": b"1"})


def test_zip_round_trip() -> None:
    """The contents are unchanged."""
    files = {"x/y.py": b"print()", "z": b""}
    assert unzipped(zipped(files)) == files


def test_gzip_has_no_clock() -> None:
    """The time field of the header is zero (RFC 1952, section 2.3.1)."""
    assert gzipped(b"text")[4:8] == b"\0\0\0\0"


def test_slim_wheel_leaves_out_files_and_their_records(tmp_path: Path) -> None:
    """Only the refused files and their RECORD lines are missing."""
    record = "pkg/__init__.py,sha256=x,0\npkg/data/big.py,sha256=y,1\npkg-1.dist-info/RECORD,,\n"
    wheel = tmp_path / "pkg-1-py3-none-any.whl"
    wheel.write_bytes(
        zipped({"pkg/__init__.py": b"", "pkg/data/big.py": b"0", "pkg-1.dist-info/RECORD": record.encode()})
    )
    slim = slim_wheel(wheel, lambda name: "/data/" not in name, "1slim", tmp_path / "out")
    assert slim.name == "pkg-1-1slim-py3-none-any.whl"
    assert unzipped(slim.read_bytes()) == {
        "pkg/__init__.py": b"",
        "pkg-1.dist-info/RECORD": b"pkg/__init__.py,sha256=x,0\npkg-1.dist-info/RECORD,,\n",
    }


@pytest.mark.parametrize("name", ["text.txt", "text.txt.gz"])
def test_squeeze_replaces_a_file_by_a_smaller_gzip_file(tmp_path: Path, name: str) -> None:
    """A file that is packed already is packed anew."""
    data = "".join(f"{number}番目の行です。\n" for number in range(5000)).encode()
    (tmp_path / name).write_bytes(gzipped(data) if name.endswith(".gz") else data)
    squeeze(tmp_path / name)
    (made,) = tmp_path.iterdir()
    assert made.name == "text.txt.gz"
    assert gunzipped(made.read_bytes()) == data
    assert made.read_bytes() == squeezed(data)
    assert len(made.read_bytes()) < len(gzipped(data))
