"""What runs a law: modules with a function for each skeleton."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

from . import cython

NAMES = ("cython", "numba", "reference")
DEFAULT = "cython"
LEAST_NUMBA = (0, 61)


def get_backend(name: str | None) -> ModuleType:
    """A backend by name, imported on first use; None is the compiled one."""
    name = DEFAULT if name is None else name
    return cython if name == "cython" else _import(name)


def get_skeleton(backend: str | None, skeleton: str) -> Callable[..., Any]:
    """A backend's function that runs laws of one kind."""
    module = get_backend(backend)
    if not hasattr(module, skeleton):
        raise NotImplementedError(f"backend={backend or DEFAULT!r} has no {skeleton!r} skeleton: use backend='cython'")
    function: Callable[..., Any] = getattr(module, skeleton)
    return function


@cache
def _import(name: str) -> ModuleType:
    if name not in NAMES:
        raise ValueError(f"backend must be one of {', '.join(NAMES)}, got {name!r}")
    if name == "numba":
        _require_numba()
    return importlib.import_module(f".{name}", __name__)


def _require_numba() -> None:
    remedy = "pip install 'fastxent[numba]'"
    try:
        import numba
    except ImportError as error:
        raise ImportError(f"backend='numba' needs numba: {remedy} ({error})") from error
    if numba.version_info.short < LEAST_NUMBA:
        least = ".".join(map(str, LEAST_NUMBA))
        raise ImportError(f"backend='numba' needs numba {least} or later, not {numba.__version__}: {remedy}")
    if numba.config.DISABLE_JIT:
        raise RuntimeError("backend='numba' needs numba's compiler, which NUMBA_DISABLE_JIT switches off")
