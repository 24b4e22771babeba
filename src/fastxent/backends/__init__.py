"""What runs a law: modules with a function for each skeleton."""

from __future__ import annotations

from types import ModuleType

from . import cython

NAMES = ("cython", "numba", "reference")
DEFAULT = "cython"


def get_backend(name: str | None) -> ModuleType:
    """A backend by name, imported on first use; None is the compiled one."""
    name = DEFAULT if name is None else name
    if name == "cython":
        return cython
    if name == "numba":
        from . import numba

        return numba
    if name == "reference":
        from . import reference

        return reference
    raise ValueError(f"backend must be one of {', '.join(NAMES)}, got {name!r}")
