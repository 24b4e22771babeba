"""Gaussian errors."""

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

from ._decode import mean_and_deviation, scipy_special
from ._location_scale import LocationScale

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)


@formula
def normal(y, loc, log_scale, half_log_2pi, *, fisher):
    residual = y - loc
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    z = residual * inverse if usual(tame) else mulexp(residual, -log_scale)
    square = z * z
    half = 0.5 * z * z + half_log_2pi  # halved first: it overflows later
    finite = half if half == half else abs(residual)  # nan as well where loc and log_scale are infinite: the sum is inf
    loss = finite if finite == INF else finite + log_scale  # log_scale = -inf: all mass at loc
    nll = half + log_scale if usual(tame) else loss
    slope = inverse * z if usual(tame) else mul0(inverse, z)
    h_loc = inverse * inverse
    expected = 2 if log_scale == log_scale else log_scale
    h_log_scale = expected if fisher else 2 * square
    known = residual == residual
    return nll, (-slope, 1 - square), (h_loc if known else z, h_log_scale if known else z)


@formula
def normal_fixed(y, loc, inverse, log_norm):
    z = (y - loc) * inverse
    nll = 0.5 * z * z + log_norm
    return nll, (-z * inverse,), (inverse * inverse if z == z else z,)


@formula(data="lower upper")
def normal_censored(lower, upper, loc, log_scale, half_log_2pi):
    require(lower <= upper and upper > -INF)
    exact = lower == upper
    begun = lower > -INF  # whether there is an edge below, and one above
    closed = upper < INF
    bottom = lower if begun else (upper if closed else mul0(loc, 0))  # beyond an open end, the other edge again
    top = upper if closed else bottom
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    za = stage((bottom - loc) * inverse if usual(tame) else mulexp(bottom - loc, -log_scale))
    zb = stage((top - loc) * inverse if usual(tame) else mulexp(top - loc, -log_scale))
    apart = stage((top - bottom) * inverse if usual(tame) else mulexp(top - bottom, -log_scale))
    nothing = mul0(loc, 0) + mul0(log_scale, 0)
    a = 0.7071067811865476 * za if begun else nothing - INF
    b = 0.7071067811865476 * zb if closed else nothing + INF
    width = 0.7071067811865476 * apart if begun and closed else nothing + INF
    certain = a == -INF and b == INF  # whether the whole law lies between
    half = 0.5 * za * za + half_log_2pi
    finite = half if half == half else abs(bottom - loc)
    loss = half + log_scale if usual(tame) else (finite if finite == INF else finite + log_scale)
    thin = 0.5 * za * za + 0.9189385332046727 - log_less(top - bottom, log_scale)
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
def normal_fixed_censored(lower, upper, loc, inverse, log_norm):
    require(lower <= upper and upper > -INF)
    exact = lower == upper
    begun = lower > -INF
    closed = upper < INF
    bottom = lower if begun else (upper if closed else mul0(loc, 0))
    top = upper if closed else bottom
    za = stage((bottom - loc) * inverse)
    zb = stage((top - loc) * inverse)
    nothing = mul0(loc, 0)
    a = 0.7071067811865476 * za if begun else nothing - INF
    b = 0.7071067811865476 * zb if closed else nothing + INF
    width = 0.7071067811865476 * ((top - bottom) * inverse) if begun and closed else nothing + INF
    certain = a == -INF and b == INF
    thin = 0.5 * za * za + 0.9189385332046727 - (log(top - bottom) + log(inverse))
    mass = abs(log_erf_mass(a, b, width)) if usual(width >= LEAST_NORMAL or exact) else thin
    mean = za if exact else (nothing if certain else 1.4142135623730951 * mass_mean(a, b, width))
    tightness = 1 if exact else (nothing if certain else mass_tightness(a, b, width))
    nll = 0.5 * za * za + log_norm if exact else (nothing if certain else mass)
    return nll, (-mean * inverse,), (inverse * (inverse * tightness) if za == za and zb == zb else za + zb,)


class Normal(LocationScale):
    """Gaussian errors: the squared error, with its scale predicted or fixed.

    nll = ((y − loc)/s)²/2 + log s + log(2π)/2, with s = exp(log_scale), or the given scale. [1]_

    Domain: every real y. Links: identity, log. ``constant=False`` drops log(2π)/2, and log s where the scale is fixed.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact, and ±inf where nothing is known on that side. ``init_params`` needs exact data.

    ``init_params``: the mean, and the log of the standard deviation, which is kept at 2⁻⁵² of the largest absolute y
    or above it (2⁻¹²⁶ where every y is 0). ``quantile`` needs SciPy.

    Parameters
    ----------
    scale : float, optional
        A fixed standard deviation, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Bishop, Pattern Recognition and Machine Learning, 2006, eq. 1.46.

    Examples
    --------
    >>> import fastxent as fx
    >>> float(fx.Normal(scale=1).nll(3.0, 1.0, constant=False))
    2.0
    >>> fx.Normal().params
    ('loc', 'log_scale')
    """

    _formulas = (normal, normal_fixed)
    _censored_formulas = (normal_censored, normal_fixed_censored)
    _log_norm = HALF_LOG_2PI

    _standard_variance = 1.0
    _standard_fisher = (1.0, 0.0, 2.0)

    def _standard_cdf(self, z: Array) -> Array:
        p: Array = scipy_special().ndtr(z)
        return p

    def _standard_sf(self, z: Array) -> Array:
        return self._standard_cdf(-z)

    def _standard_quantile(self, p: Array) -> Array:
        z: Array = scipy_special().ndtri(p)
        return z

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return rng.standard_normal(shape)

    def _centre_and_spread(self, values: Array, w: Array) -> tuple[float, float]:
        return mean_and_deviation(values, w)
