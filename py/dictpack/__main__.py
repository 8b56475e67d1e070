"""``python -m dictpack WHEEL OUT``: write the packed dictionary of a Janome wheel, compressed, to OUT."""

from __future__ import annotations

import sys
from pathlib import Path

from dictpack import pack
from dictpack.squeeze import squeeze


def main(arguments: list[str]) -> str:
    """Pack, write, and say how large the result is."""
    if len(arguments) != 2:
        return __doc__ or ""
    raw = pack(Path(arguments[0]))
    small = squeeze(raw)
    Path(arguments[1]).write_bytes(small)
    return f"{arguments[1]}: {len(small):,} bytes, unpacked {len(raw):,}"


if __name__ == "__main__":
    print(main(sys.argv[1:]))  # noqa: T201
