"""Has the locks that Janome's classes create."""

from _thread import RLock
from _thread import allocate_lock as Lock  # noqa: N812

__all__ = ["Lock", "RLock"]
