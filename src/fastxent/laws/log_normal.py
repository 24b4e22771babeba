"""Positive quantities with Gaussian logarithms."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, formula, log, log_less, mul0, mulexp, stage, usual

from ._decode import mean_and_deviation, scipy_special, times_exp
from ._links import Link
from ._location_scale import LocationScale
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)


@formula
def log_normal(y, loc, log_scale, half_log_2pi, jacobian, *, fisher):
    residual = stage(log_less(y, loc))
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    z = residual * inverse if usual(tame) else mulexp(residual, -log_scale)
    square = z * z
    half = 0.5 * z * z + half_log_2pi
    finite = half if half == half else abs(residual)  # nan as well where loc and log_scale are infinite: the sum is inf
    log_y = jacobian * log(y)
    loss = finite if finite == INF else finite + (log_scale + log_y)  # log_scale = -inf: all mass at e^loc
    nll = half + (log_scale + log_y) if usual(tame) else loss
    slope = inverse * z if usual(tame) else mul0(inverse, z)
    h_loc = inverse * inverse
    expected = 2 if log_scale == log_scale else log_scale
    h_log_scale = expected if fisher else 2 * square
    known = residual == residual
    return nll, (-slope, 1 - square), (h_loc if known else z, h_log_scale if known else z)


@formula
def log_normal_fixed(y, loc, inverse, log_norm, jacobian):
    z = log_less(y, loc) * inverse
    nll = 0.5 * z * z + (log_norm + jacobian * log(y))
    return nll, (-z * inverse,), (inverse * inverse if z == z else z,)


class LogNormal(LocationScale):
    """Multiplicative errors: the logarithm is Gaussian, with its scale predicted or fixed.

    nll = ((log y − loc)/s)²/2 + log s + log y + log(2π)/2, with s = exp(log_scale), or the given scale. [1]_ Up to
    terms of y alone, that is the squared error of the logarithm (squared log error).

    Domain: y > 0. Links: loc is the mean of log y, as it is; s comes in as its log. ``constant=False`` drops log(2π)/2
    and log y, and log s where the scale is fixed.

    ``init_params``: the mean of log y, and the log of its standard deviation, which is kept at 2⁻⁵² of the largest
    |log y| or above it (2⁻¹²⁶ where every y is 1). ``cdf``, ``sf`` and ``quantile`` need SciPy.

    Parameters
    ----------
    scale : float, optional
        A fixed standard deviation of log y, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 14.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.LogNormal(scale=1)
    >>> print(law.nll(1.0, 2.0, constant=False), law.quantile(0.5, 0.0))
    2.0 1.0
    """

    support = Interval(0, np.inf)
    _formulas = (log_normal, log_normal_fixed)
    _log_norm = HALF_LOG_2PI
    _standard_fisher = (1.0, 0.0, 2.0)

    def __init__(self, scale: float | None = None, link: Link = "log") -> None:
        super().__init__(scale, link)
        self.__dict__.update(settings=(*self.settings, 1.0), free_settings=(*self.free_settings, 0.0))

    def _square(self, loc: Array, *log_scale: Array) -> Array:
        return np.exp(2 * log_scale[0]) if log_scale else self._fixed(loc) ** 2

    def _mean(self, loc: Array, *scale: Array) -> Array:
        return np.exp(loc + 0.5 * self._square(loc, *scale))

    def _mode(self, loc: Array, *scale: Array) -> Array:
        return np.exp(loc - self._square(loc, *scale))

    def _variance(self, loc: Array, *scale: Array) -> Array:
        square = self._square(loc, *scale)
        return times_exp(-np.expm1(-square), 2 * (loc + square))

    def _cdf(self, x: Array, *params: Array) -> Array:
        return self._below(x, 1.0, *params)

    def _sf(self, x: Array, *params: Array) -> Array:
        return self._below(x, -1.0, *params)

    def _below(self, x: Array, sign: float, *params: Array) -> Array:
        z = np.where(x > 0, self._standardised(np.log(np.maximum(x, 0)), *params), -np.inf)
        return np.where(np.isnan(x), np.nan, scipy_special().ndtr(sign * z))

    def _quantile(self, p: Array, *params: Array) -> Array:
        return np.exp(self._place(scipy_special().ndtri(p), *params))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        return np.exp(self._place(rng.standard_normal(shape), *params))

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        return super()._init_params(np.log(values), w)

    def _centre_and_spread(self, values: Array, w: Array) -> tuple[float, float]:
        return mean_and_deviation(values, w)
