"""Imports Janome's tokenizer without Janome's dictionary, which alone takes 1 GB and a minute and a half.

``janome.tokenizer`` imports ``janome.sysdic``, and that parses the whole dictionary from Python source. We
bring our own, so an empty module stands in for it during the import. Afterwards both it and the modules
that took something from it are forgotten, so that whoever imports Janome next gets Janome as published.
Where Janome is there already it is used as it is. Works without the folder ``janome/sysdic``, too.
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
