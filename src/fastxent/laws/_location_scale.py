"""What the laws of loc + s·Z share, Z being the law's standard form."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from ._decode import TINY, times_exp
from ._law import Law, positive

if TYPE_CHECKING:
    from ._decode import Array


class LocationScale(Law):
    """A law with the parameters loc and log_scale, or loc alone and the scale as a setting.

    A law gives its two formulas, and in the standard form (loc 0, scale 1) its `_standard_quantile(p)`,
    `_standard_sample(rng, shape)` and the log of its norm; `_centre_and_spread` fits data of magnitude 1. A law that
    is not symmetric has a mean and a mode of its own.
    """

    scale: float | None
    _formulas: tuple[Callable[..., Any], Callable[..., Any]]  # with the scale predicted, with it fixed
    _log_norm: float
    _standard_quantile: Callable[[Array], Array]
    _standard_sample: Callable[[np.random.Generator, tuple[int, ...]], Array]
    _centre_and_spread: Callable[[Array, Array], tuple[float, float]]

    def __init__(self, scale: float | None = None) -> None:
        scale = positive("scale", scale)
        self._set(scale=scale)
        if scale is None:
            self._use(self._formulas[0], ("loc", "log_scale"), self._log_norm)
        else:
            self._use(self._formulas[1], ("loc",), 1 / scale, math.log(scale) + self._log_norm)

    def _place(self, z: Array, loc: Array, log_scale: Any = None) -> Array:
        """The value loc + s·z; an infinite z is an end of the support, whatever the parameters."""
        offset = times_exp(z, log_scale) if self.scale is None else z * self.scale
        return np.where(np.isinf(z), z, loc + offset)

    def _mean(self, loc: Array, *_: Array) -> Array:
        return loc

    def _mode(self, loc: Array, *_: Array) -> Array:
        return loc

    def _quantile(self, p: Array, *params: Array) -> Array:
        return self._place(self._standard_quantile(p), *params)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        return self._place(self._standard_sample(rng, shape), *params)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        exponent = int(np.frexp(np.abs(values).max())[1])
        unit = np.ldexp(values, -exponent)  # exactly, so that squares neither overflow nor vanish
        centre, spread = self._centre_and_spread(unit, w)
        loc = float(np.ldexp(centre, exponent))
        if self.scale is not None:
            return (loc,)
        spread = max(spread, 2.0**-52 * float(np.abs(unit).max())) or TINY
        return loc, math.log(spread) + exponent * math.log(2)
