"""Character references of HTML, as far as articles use them."""

from __future__ import annotations

# The whole table would cost more to load than it is worth.
_NAMES = "amp lt gt quot apos nbsp hellip mdash ndash middot bull copy yen"
_NAMED = dict(zip(_NAMES.split(), "&<>\"' …—–·•©¥", strict=True))


def entity(reference: str) -> str:
    """Return the character of ``&name;`` or ``&#…;``, "" if it is none or cannot be shown."""
    name = reference[1:-1]
    if name[0] != "#":
        return _NAMED.get(name.lower(), "")
    try:
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    except ValueError:
        return ""
    return chr(code) if code < 0x110000 and chr(code).isprintable() else ""
