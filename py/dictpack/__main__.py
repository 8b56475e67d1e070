"""``python -m dictpack WHEEL OUT READINGS``: writes the packed dictionary of a Janome wheel and its readings.

Both files are compressed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dictpack import pack
from dictpack.squeeze import squeeze


def main(arguments: list[str]) -> str:
    """Pack and write both files, and return their sizes as text."""
    if len(arguments) != 3:
        return __doc__ or ""
    said = []
    for out, raw in zip(arguments[1:], pack(Path(arguments[0])), strict=True):
        small = squeeze(raw)
        Path(out).write_bytes(small)
        said.append(f"{out}: {len(small):,} bytes, unpacked {len(raw):,}")
    return "\n".join(said)


if __name__ == "__main__":
    print(main(sys.argv[1:]))  # noqa: T201
