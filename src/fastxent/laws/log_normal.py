"""Positive quantities with Gaussian logarithms."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    LEAST_NORMAL,
    TAME,
    formula,
    log,
    log_erf_mass,
    log_less,
    log_ratio,
    mass_lack,
    mass_mean,
    mass_spread,
    mass_tightness,
    mul0,
    mulexp,
    require,
    stage,
    usual,
)

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


@formula(data="lower upper")
def log_normal_censored(lower, upper, loc, log_scale, half_log_2pi, jacobian):
    require(lower <= upper and upper > 0)
    exact = lower == upper
    begun = lower > 0  # whether there is an edge below, and one above
    closed = upper < INF
    bottom = lower if begun else (upper if closed else mul0(loc, 0) + 1)  # beyond an open end, the other edge again
    top = upper if closed else bottom
    below = stage(log_less(bottom, loc))
    above = stage(log_less(top, loc))
    ratio = stage(log_ratio(top, bottom))
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    za = stage(below * inverse if usual(tame) else mulexp(below, -log_scale))
    zb = stage(above * inverse if usual(tame) else mulexp(above, -log_scale))
    apart = stage(ratio * inverse if usual(tame) else mulexp(ratio, -log_scale))
    nothing = mul0(loc, 0) + mul0(log_scale, 0)
    a = 0.7071067811865476 * za if begun else nothing - INF
    b = 0.7071067811865476 * zb if closed else nothing + INF
    width = 0.7071067811865476 * apart if begun and closed else nothing + INF
    certain = a == -INF and b == INF  # whether the whole law lies between
    log_y = jacobian * log(top)
    half = 0.5 * za * za + half_log_2pi
    finite = half if half == half else abs(below)
    loss = half + (log_scale + log_y) if usual(tame) else (finite if finite == INF else finite + (log_scale + log_y))
    thin = 0.5 * za * za + 0.9189385332046727 - (log(ratio) - log_scale)
    mass = abs(log_erf_mass(a, b, width)) if usual(width >= LEAST_NORMAL or exact) else thin
    mean = za if exact else (nothing if certain else 1.4142135623730951 * mass_mean(a, b, width))
    g_loc = inverse * mean if usual(tame) else mul0(inverse, mean)
    g_scale = 1 - za * za if exact else (nothing if certain else mass_lack(a, b, width))
    tightness = 1 if exact else (nothing if certain else mass_tightness(a, b, width))
    known = za == za and zb == zb
    h_loc = inverse * (inverse * tightness) if usual(tame) else mul0(inverse, mul0(inverse, tightness))
    h_scale = 2 * (za * za) if exact else (nothing if certain else mass_spread(a, b, width))
    return loss if exact else (nothing if certain else mass), (-g_loc, g_scale), (h_loc if known else za + zb, h_scale)


@formula(data="lower upper")
def log_normal_fixed_censored(lower, upper, loc, inverse, log_norm, jacobian):
    require(lower <= upper and upper > 0)
    exact = lower == upper
    begun = lower > 0
    closed = upper < INF
    bottom = lower if begun else (upper if closed else mul0(loc, 0) + 1)
    top = upper if closed else bottom
    ratio = stage(log_ratio(top, bottom))
    za = stage(log_less(bottom, loc) * inverse)
    zb = stage(log_less(top, loc) * inverse)
    nothing = mul0(loc, 0)
    a = 0.7071067811865476 * za if begun else nothing - INF
    b = 0.7071067811865476 * zb if closed else nothing + INF
    width = 0.7071067811865476 * (ratio * inverse) if begun and closed else nothing + INF
    certain = a == -INF and b == INF
    thin = 0.5 * za * za + 0.9189385332046727 - (log(ratio) + log(inverse))
    mass = abs(log_erf_mass(a, b, width)) if usual(width >= LEAST_NORMAL or exact) else thin
    mean = za if exact else (nothing if certain else 1.4142135623730951 * mass_mean(a, b, width))
    tightness = 1 if exact else (nothing if certain else mass_tightness(a, b, width))
    nll = 0.5 * za * za + (log_norm + jacobian * log(top)) if exact else (nothing if certain else mass)
    return nll, (-mean * inverse,), (inverse * (inverse * tightness) if za == za and zb == zb else za + zb,)


class LogNormal(LocationScale):
    """Multiplicative errors: the logarithm is Gaussian, with its scale predicted or fixed.

    nll = ((log y − loc)/s)²/2 + log s + log y + log(2π)/2, with s = exp(log_scale), or the given scale. [1]_ Up to
    terms of y alone, that is the squared error of the logarithm (squared log error).

    Domain: y > 0. Links: loc is the mean of log y, as it is; s comes in as its log. ``constant=False`` drops log(2π)/2
    and log y, and log s where the scale is fixed.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact; ``upper=inf`` or ``lower=0`` where nothing is known on that side. ``init_params`` needs
    exact data.

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
    _censored_formulas = (log_normal_censored, log_normal_fixed_censored)
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
