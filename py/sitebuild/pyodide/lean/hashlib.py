"""Has the one hash that the application uses."""

from _sha2 import sha256

__all__ = ["sha256"]
