"""The same formulas, compiled by numba on first use: kernels for the compiled backend's plans, chunks and sums."""

from __future__ import annotations

from functools import partial

from fastxent.backends.cython import _categorical, _elementwise

from ._jitted import jitted
from ._kernels import find
from ._rows import find_engine

__all__ = ["categorical", "elementwise", "jitted", "logsumexp"]

elementwise = partial(_elementwise.elementwise, find=find)
categorical = partial(_categorical.categorical, find=find_engine)
logsumexp = partial(_categorical.logsumexp, find=find_engine)
