"""The laws: one file each, found by being here."""

from __future__ import annotations

from typing import Any

from fastxent._catalogue import STEMS, find

from ._law import Law
from ._support import Interval

__all__ = ["Interval", "Law", *STEMS]


def __getattr__(name: str) -> Any:
    """Import a law on first use."""
    if name not in STEMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = find(name)
    return value
