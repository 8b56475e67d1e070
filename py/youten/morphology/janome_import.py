"""Imports Janome's tokenizer without Janome's dictionary, which takes 1 GB and 1.5 minutes to load.

``janome.tokenizer`` imports ``janome.sysdic``, which parses the whole dictionary from Python source. We have
our own dictionary, so an empty module replaces it during the import. Afterwards it and the modules that use
it are removed from ``sys.modules``, so a later import of Janome gets Janome as published. If Janome is
already imported, it is used as it is. This also works if the folder ``janome/sysdic`` does not exist.

The wheel for pip holds the modules of Janome that are needed, in ``youten/_vendor``; there they are found
first and leave no trace in ``sys.modules``, so a Janome that is installed beside youten stays what it is.
Source: the import statements of ``janome/tokenizer.py`` and ``janome/system_dic.py``, Janome 0.5.0.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_DATA = "janome.sysdic"
_VENDOR = __file__.rpartition("morphology")[0] + "_vendor"
# The modules that import names from it.
_USERS = ("janome.tokenizer", "janome.system_dic")


def _import_tokenizer() -> ModuleType:
    if _DATA in sys.modules or _USERS[0] in sys.modules:
        return import_module(_USERS[0])
    before = set(sys.modules)
    stand_in = ModuleType(_DATA)
    for name in ("all_fstdata", "connections", "entries", "mmap_entries", "chardef", "unknowns"):
        setattr(stand_in, name, None)
    sys.modules[_DATA] = stand_in
    sys.path.insert(0, _VENDOR)
    try:
        return import_module(_USERS[0])
    finally:
        sys.path.remove(_VENDOR)
        if getattr(sys.modules.get("janome"), "__file__", "").startswith(_VENDOR):
            for name in sys.modules.keys() - before:
                if name.startswith("janome"):
                    del sys.modules[name]
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
