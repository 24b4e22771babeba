"""What laws of lifetimes s·E^(1/k) share, E being positive: in logarithms they are laws of a loc and a scale."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from ._decode import TINY, times_exp
from ._law import Law
from ._links import Link
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array
    from ._location_scale import LocationScale

FAR_BELOW = 800.0  # how far the log of 0 lies below the others, in first guesses
LEAST_SPREAD = 2.0**-20  # of logs, in first guesses: float32 holds the lifetimes of so large a shape


class Lifetime(Law):
    """A law with the parameters log_scale and log_shape.

    A law gives its formulas, `_in_logs(scale)`, the law of ±log y, with the sign, and the quantiles of u = log E.
    """

    support = Interval(0, np.inf, "left")
    link: Link
    _formula: Callable[..., Any]
    _censored_formula: Callable[..., Any]
    _in_logs: Callable[[float | None], LocationScale]
    _sign = 1.0
    _standard_quantile: Callable[[Array], Array]

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(self._formula, ("log_scale", "log_shape"), link=link, censored=self._censored_formula)

    def _power(self, x: Array, log_scale: Array, log_shape: Array) -> Array:
        """The log of (x/s)^k."""
        return times_exp(np.where(x > 0, np.log(np.maximum(x, 0)) - log_scale, -np.inf), log_shape)

    def _place(self, u: Array, log_scale: Array, log_shape: Array) -> Array:
        """The value s·e^(u/k); an infinite u is an end of the support, whatever the parameters."""
        return np.exp(np.where(np.isinf(u), u, log_scale + times_exp(u, -log_shape)))

    def _cdf(self, x: Array, *params: Array) -> Array:
        logs, u = self._in_logs(None), self._sign * self._power(x, *params)
        return logs._standard_cdf(u) if self._sign > 0 else logs._standard_sf(u)

    def _sf(self, x: Array, *params: Array) -> Array:
        logs, u = self._in_logs(None), self._sign * self._power(x, *params)
        return logs._standard_sf(u) if self._sign > 0 else logs._standard_cdf(u)

    def _quantile(self, p: Array, *params: Array) -> Array:
        return self._place(self._standard_quantile(p), *params)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        return self._place(self._sign * self._in_logs(None)._standard_sample(rng, shape), *params)

    def _of_shape_1(self, values: Array, w: Array) -> float:
        """The best log of the scale where the shape is 1; -inf where it is at 0."""
        if w[values == 0].sum() >= 0.5:
            return -math.inf
        logs = np.log(values)
        logs = np.where(values > 0, logs, logs[values > 0].min() - FAR_BELOW)
        return self._sign * self._in_logs(1.0)._init_params(self._sign * logs, w)[0]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        if (values == 0).any():  # with another shape the loss would be infinite there
            return max(self._of_shape_1(values, w), math.log(TINY)), 0.0
        logs = self._sign * np.log(values)
        loc, log_spread = self._in_logs(None)._init_params(logs, w)
        if log_spread < math.log(LEAST_SPREAD):
            (loc,), log_spread = self._in_logs(LEAST_SPREAD)._init_params(logs, w), math.log(LEAST_SPREAD)
        return self._sign * loc, -log_spread
