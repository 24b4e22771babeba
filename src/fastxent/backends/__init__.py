"""What runs a law: modules with a function for each skeleton."""

from __future__ import annotations

from types import ModuleType

from . import cython as _default

NAMES = ("cython", "reference")


def get_backend(name: str | None) -> ModuleType:
    """A backend by name, imported on first use; None is the compiled one."""
    if name is None or name == "cython":
        return _default
    if name == "reference":
        from . import reference

        return reference
    raise ValueError(f"backend must be one of {', '.join(NAMES)}, got {name!r}")
