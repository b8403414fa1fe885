"""The Whoosh engine; nothing else in lateral imports whoosh."""

from __future__ import annotations

import warnings
from importlib import import_module

# Whoosh 2.7.4 compares with `is 0` and escapes what needs no escape. Python complains of it when it compiles those
# modules, which may be at the user's first search.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    for _name in ("whoosh.codec.whoosh3", "whoosh.index", "whoosh.analysis"):
        import_module(_name)
