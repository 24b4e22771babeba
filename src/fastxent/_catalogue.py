"""Which laws there are: whatever has a file in `laws`, named after its class (`StudentT` in `student_t.py`)."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .laws import Law

STEMS = {
    "".join(part.capitalize() for part in module.name.split("_")): module.name
    for module in pkgutil.iter_modules([str(Path(__file__).parent / "laws")])
    if not module.name.startswith("_")
}


def find(name: str) -> Any:
    """A law's class, imported on first use."""
    return getattr(importlib.import_module(f"fastxent.laws.{STEMS[name]}"), name)


def catalogue() -> tuple[type[Law], ...]:
    """Every law class, in alphabetical order.

    Returns
    -------
    tuple of type

    Examples
    --------
    >>> import fastxent as fx
    >>> fx.Normal in fx.catalogue()
    True
    """
    return tuple(find(name) for name in sorted(STEMS))
