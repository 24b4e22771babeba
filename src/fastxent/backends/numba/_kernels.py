"""Kernels of formulas: found, or printed and compiled."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from numba import cfunc, types

from fastxent.backends.cython import current_isa, has_fma
from fastxent.formula.print_numba import print_kernels
from fastxent.formula.printer import Formula, check_formula, find_kernel, read_formulas

from . import _store

Evaluated = Callable[..., Any]  # a formula as Python has it

DTYPES = ("f32", "f64")
TYPES = {"f32": types.float32, "f64": types.float64}


def _signature(real: Any) -> Any:
    """That of `fx_kernel`."""
    arrays, double = types.CPointer(types.CPointer(real)), types.float64
    return types.int32(types.intp, arrays, arrays, types.CPointer(double), double, double, double)


SIGNATURES = {dtype: _signature(real) for dtype, real in TYPES.items()}


@cache
def source(function: Evaluated) -> Formula:
    """The syntax tree of a formula."""
    path = inspect.getsourcefile(function)
    found = [f for f in read_formulas(Path(path)) if f.name == function.__name__] if path else []
    if not found:
        raise LookupError(f"backend='numba' finds no source of the formula {function.__name__!r} in {path}")
    check_formula(found[0])
    return found[0]


@cache
def _module(formula: Evaluated, dtype: str, fused: bool) -> ModuleType:
    return _store.load(f"{formula.__name__}_{dtype}", print_kernels(source(formula), dtype, fused))


_kept: dict[tuple[Callable[..., Any], Any], Any] = {}  # compiled code lives as long as its owner


def compiled(function: Callable[..., Any], signature: Any) -> int:
    """The address of a function that C can call, compiled once."""
    if (function, signature) not in _kept:
        options = {"error_model": "numpy", "fastmath": False, "boundscheck": False}
        try:
            kernel = cfunc(signature, cache=True, **options)(function)
        except Exception:  # a cache that is full or broken; whatever else is wrong comes again
            kernel = cfunc(signature, **options)(function)
        _kept[function, signature] = kernel
    return int(_kept[function, signature].address)


lock = threading.RLock()
_found: dict[tuple[Any, ...], int] = {}


def find(formula: Evaluated, is_f64: bool, order: int, constant: bool, fisher: bool) -> int:
    """The address of a kernel, 0 if there is none: what the planner asks for."""
    key = (formula, is_f64, order, constant, fisher, current_isa())
    address = _found.get(key)
    if address is None:
        with lock:
            address = _found[key] = _compile(formula, DTYPES[is_f64], order, constant, fisher)
    return address


def _compile(formula: Evaluated, dtype: str, order: int, constant: bool, fisher: bool) -> int:
    kernel = find_kernel(source(formula), dtype, order, constant, fisher)
    if kernel is None:
        return 0
    module = _module(formula, dtype, has_fma(current_isa()))
    return compiled(getattr(module, kernel.name), SIGNATURES[dtype])
