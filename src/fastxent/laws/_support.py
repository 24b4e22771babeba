"""Where targets may lie."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Interval(NamedTuple):
    """An interval of the real line; infinite ends are always open.

    Examples
    --------
    >>> import fastxent as fx
    >>> fx.Bernoulli().support
    Interval(0, 1, closed='both')
    >>> print(fx.Poisson().support)
    [0, inf)
    """

    lower: float
    upper: float
    closed: Literal["both", "left", "right", "neither"] = "neither"

    def __repr__(self) -> str:
        tail = f", closed={self.closed!r}" if self.closed != "neither" else ""
        return f"Interval({self.lower:g}, {self.upper:g}{tail})"

    def __str__(self) -> str:
        left = "[" if self.closed in ("both", "left") else "("
        right = "]" if self.closed in ("both", "right") else ")"
        return f"{left}{self.lower:g}, {self.upper:g}{right}"

    def bounds(self, char: str) -> tuple[float, float]:
        """The least and the greatest number of a float dtype ("f" or "d") that lie inside."""
        return _bounds(self, char)

    def contains(self, y: NDArray[Any]) -> NDArray[np.bool_]:
        """Whether each element lies inside; nan does not."""
        lower, upper = self.bounds("d")
        wide = np.asarray(y, dtype=np.float64)
        inside: NDArray[np.bool_] = (wide >= lower) & (wide <= upper)
        return inside


@lru_cache(maxsize=256)
@np.errstate(all="ignore")  # next to 0 lies a subnormal number
def _bounds(interval: Interval, char: str) -> tuple[float, float]:
    kind = np.dtype(char).type
    lower, upper = kind(interval.lower), kind(interval.upper)
    if interval.closed in ("right", "neither"):
        lower = np.nextafter(lower, kind(np.inf))
    if interval.closed in ("left", "neither"):
        upper = np.nextafter(upper, kind(-np.inf))
    return float(lower), float(upper)
