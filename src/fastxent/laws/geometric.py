"""Trials before the first success."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import TAME, exp, formula, log1p_unit, mul0, mulexp, stage, usual

from ._decode import TINY, average, refuse
from ._law import Law
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

LEAST_HAZARD = 2.0**-57  # below, an exponential variate over it might leave int64


@formula
def geometric(y, logit, *, fisher):
    far = abs(logit)
    e = stage(exp(-far))  # odds of the less likely outcome of a trial, in [0, 1]
    inverse = 1 / (1 + e)
    trials = 1 + y
    miss = y if logit >= 0 else 1  # how many trials had that outcome
    distance = far * miss if usual(far <= TAME) else mul0(far, miss)
    slope = y - e if logit >= 0 else y * e - 1
    shares = trials * e if usual(far <= TAME) else mulexp(trials, -far)
    failure = e if logit >= 0 else 1
    curve = (failure if fisher else shares * inverse) * inverse
    return distance + trials * log1p_unit(e), (slope * inverse,), (curve,)


class Geometric(Law):
    """Failures before the first success, with the logit of a success.

    nll = −log p − y·log(1 − p), p = σ(logit) = 1/(1 + exp(−logit)). [1]_

    Domain: y ≥ 0, counted from 0; between whole numbers as the same formula says. Link: logit. ``constant=False`` drops
    nothing.

    In discrete-time survival analysis this is the loss of a constant hazard p; Pascal's law of one success.

    ``init_params``: minus the log of the mean; 2⁻¹²⁶ stands in for a mean of 0.

    References
    ----------
    .. [1] Johnson, Kemp, Kotz, Univariate Discrete Distributions, 2005, ch. 5.

    Examples
    --------
    >>> import fastxent as fx
    >>> loss, grad = fx.Geometric().nll_grad(2, 0.0)
    >>> print(round(float(loss), 6), grad)
    2.079442 0.5
    """

    support = Interval(0, np.inf, "left")
    _discrete = True

    def __init__(self) -> None:
        self._set()
        self._use(geometric, ("logit",))

    def _hazard(self, logit: Array) -> Array:
        """−log(1 − p)."""
        return np.logaddexp(0, logit)

    def _mean(self, logit: Array) -> Array:
        return np.exp(-logit)

    def _mode(self, logit: Array) -> Array:
        return np.zeros_like(logit)

    def _variance(self, logit: Array) -> Array:
        return self._mean(logit) * (1 + self._mean(logit))

    def _log_sf(self, x: Array, logit: Array) -> Array:
        trials = np.floor(np.maximum(x, -1)) + 1
        return np.where(trials == 0, 0.0, np.where(np.isinf(x), -np.inf, -trials * self._hazard(logit)))

    def _cdf(self, x: Array, logit: Array) -> Array:
        return np.where(np.isnan(x), x, -np.expm1(self._log_sf(x, logit)))

    def _sf(self, x: Array, logit: Array) -> Array:
        return np.where(np.isnan(x), x, np.exp(self._log_sf(x, logit)))

    def _fisher(self, logit: Array) -> list[list[Array]]:
        return [[np.exp(-self._hazard(logit))]]

    def _quantile(self, p: Array, logit: Array) -> Array:
        near = np.maximum(np.ceil(-np.log1p(-p) / self._hazard(logit)) - 1, 0)
        near = np.where(self._cdf(near, logit) < p, near + 1, near)
        near = np.where((near > 0) & (self._cdf(near - 1, logit) >= p), near - 1, near)
        return np.where(p == 0, 0.0, np.where(p == 1, np.inf, near))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], logit: Array) -> Any:
        hazard = self._hazard(logit)
        refuse("logit", logit, hazard < LEAST_HAZARD, ": int64 does not hold the counts of so rare a success")
        return np.floor(rng.standard_exponential(shape) / hazard)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        return (-math.log(average(values, w) or TINY),)
