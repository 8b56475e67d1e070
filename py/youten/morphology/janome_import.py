"""Imports Janome's tokenizer without Janome's dictionary, which takes 1 GB and 1.5 minutes to load.

``janome.tokenizer`` imports ``janome.sysdic``, which parses the whole dictionary from Python source. We have
our own dictionary, so an empty module replaces it during the import. Afterwards it and the modules that use
it are removed from ``sys.modules``, so a later import of Janome gets Janome as published. If Janome is
already imported, it is used as it is. This also works if the folder ``janome/sysdic`` does not exist.
Source: the import statements of ``janome/tokenizer.py`` and ``janome/system_dic.py``, Janome 0.5.0.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_DATA = "janome.sysdic"
# The modules that import names from it.
_USERS = ("janome.tokenizer", "janome.system_dic")


def _import_tokenizer() -> ModuleType:
    if _DATA in sys.modules or _USERS[0] in sys.modules:
        return import_module(_USERS[0])
    stand_in = ModuleType(_DATA)
    for name in ("all_fstdata", "connections", "entries", "mmap_entries", "chardef", "unknowns"):
        setattr(stand_in, name, None)
    sys.modules[_DATA] = stand_in
    try:
        return import_module(_USERS[0])
    finally:
        for name in (_DATA, *_USERS):
            sys.modules.pop(name, None)
            package, _, attribute = name.rpartition(".")
            vars(sys.modules.get(package, stand_in)).pop(attribute, None)


_tokenizer = _import_tokenizer()
Tokenizer = _tokenizer.Tokenizer
Token = _tokenizer.Token
Node = _tokenizer.Node
SurfaceNode = _tokenizer.SurfaceNode
NodeType = _tokenizer.NodeType
