"""Maxima of many values."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, exp_twin, expm1_twin, formula, mul0, mulexp, stage, usual

from ._decode import average
from ._newton import SmoothLocationScale

if TYPE_CHECKING:
    from ._decode import Array

SPREAD_INFORMATION = math.pi**2 / 6 + (1 - np.euler_gamma) ** 2


@formula
def gumbel(y, loc, log_scale, *, fisher):
    residual = y - loc
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    z = residual * inverse if usual(tame) else mulexp(residual, -log_scale)
    bounded = residual if residual == INF else z  # z is nan where loc and log_scale are infinite
    place = z if usual(tame) else bounded
    near = abs(place) <= TAME
    e = exp_twin(-place)
    rise = -expm1_twin(-place)  # 1 - e
    loss = place + e
    large = INF if abs(residual) == INF or e == INF else loss
    certain = large + mul0(log_scale, 0) if large == INF else large + log_scale  # log_scale = -inf: all mass at loc
    nll = loss + log_scale if usual(near and tame) else certain
    # e alone may overflow or underflow
    tail = mul0(log_scale, 0) if place == INF else mulexp(inverse, -place)
    far_slope = tail if place < -TAME else -mul0(inverse, rise) + mul0(log_scale, 0)
    g_loc = -rise * inverse if usual(near and tame) else far_slope
    observed_loc = e * inverse * inverse if usual(near and tame) else mul0(inverse, tail)
    observed_scale = z * rise + (z * z * e if usual(near) else mul0(z * z, e))
    h_loc = inverse * inverse if fisher else observed_loc
    expected = 1.8236806608528794 if log_scale == log_scale else log_scale
    h_scale = expected if fisher else observed_scale
    known = residual == residual
    return nll, (g_loc, 1 - z * rise), (h_loc if known else z, h_scale if known else z)


@formula
def gumbel_fixed(y, loc, inverse, log_norm, *, fisher):
    z = (y - loc) * inverse
    e = exp_twin(-z)
    rise = -expm1_twin(-z)
    near = abs(z) <= TAME
    loss = z + e if usual(near) else (e if e == INF else z + e)
    tail = mulexp(inverse, -z)
    g_loc = -rise * inverse if usual(near) else (tail if z < -TAME else -rise * inverse)
    observed = e * inverse * inverse if usual(near) else tail * inverse
    h_loc = inverse * inverse if fisher else observed
    return loss + log_norm, (g_loc,), (h_loc if z == z else z,)


class Gumbel(SmoothLocationScale):
    """Maxima: the extreme value law of type I, with its scale predicted or fixed.

    nll = z + e⁻ᶻ + log s, z = (y − loc)/s, with s = exp(log_scale), or the given scale. [1]_ Of minima, hand in −y and
    −loc.

    Domain: every real y. Links: identity, log. ``constant=False`` drops log s where the scale is fixed, else nothing.
    The information about loc and log_scale has an entry off the diagonal, (γ − 1)/s with Euler's constant γ.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the scale is kept at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0).

    Parameters
    ----------
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone. The standard deviation is
        π/√6 times the scale.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 22.

    Examples
    --------
    >>> import fastxent as fx
    >>> float(fx.Gumbel().nll(2.0, 2.0, 0.0)), float(fx.Gumbel().mode(2.0, 0.0))
    (1.0, 2.0)
    """

    _formulas = (gumbel, gumbel_fixed)

    _standard_mean = np.euler_gamma
    _standard_variance = math.pi**2 / 6
    _standard_fisher = (1.0, np.euler_gamma - 1, SPREAD_INFORMATION)

    def _standard_cdf(self, z: Array) -> Array:
        p: Array = np.exp(-np.exp(-z))
        return p

    def _standard_sf(self, z: Array) -> Array:
        p: Array = -np.expm1(-np.exp(-z))
        return p

    def _standard_quantile(self, p: Array) -> Array:
        z: Array = -np.log(-np.log(p))
        return z

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return rng.gumbel(size=shape)

    def _standard_nll(self, z: Array) -> Array:
        nll: Array = z + np.exp(-z)
        return nll

    def _standard_slopes(self, z: Array) -> tuple[Array, Array]:
        return -np.expm1(-z), np.exp(-z)

    def _start(self, values: Array, w: Array) -> tuple[float, float]:
        centre = average(values, w)
        deviation = math.sqrt(average((values - centre) ** 2, w))
        return centre, max(deviation, (centre - float(values.min())) / 10)  # or e^-z might overflow

    def _centre(self, values: Array, w: Array, scale: float) -> float:
        least = float(values.min())
        return least - scale * math.log((w * np.exp((least - values) / scale)).sum())
