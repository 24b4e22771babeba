"""The same formulas, compiled by numba on first use: kernels for the compiled backend's plans, chunks and sums."""

from __future__ import annotations

from typing import Any

LOWEST = (0, 61)  # of numba's versions

try:
    import numba
except ImportError as error:
    raise ImportError(f"backend='numba' needs numba ({error}): pip install 'fastxent[numba]'") from error
if numba.version_info.short < LOWEST:
    wanted = ".".join(map(str, LOWEST))
    raise ImportError(f"backend='numba' needs numba {wanted} or later, not {numba.__version__}: pip install 'fastxent[numba]'")

from fastxent.backends.cython import _elementwise

from ._kernels import find

__all__ = ["elementwise"]


def elementwise(law: Any, order: int, data: tuple[Any, ...], params: tuple[Any, ...], *options: Any) -> Any:
    """As the compiled backend's function of this name."""
    return _elementwise.elementwise(law, order, data, params, *options, find=find)
