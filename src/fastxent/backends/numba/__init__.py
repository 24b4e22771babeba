"""The same formulas, compiled by numba on first use: kernels for the compiled backend's plans, chunks and sums."""

from __future__ import annotations

from functools import partial

from fastxent.backends.cython import _elementwise

from ._jitted import jitted
from ._kernels import find

__all__ = ["elementwise", "jitted"]

elementwise = partial(_elementwise.elementwise, find=find)
