"""Maxima of many values."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    LEAST_NORMAL,
    SMALL,
    TAME,
    exp,
    exp_twin,
    expm1,
    expm1_share,
    expm1_share_rest,
    expm1_twin,
    formula,
    log,
    log1mexp,
    log_less,
    mul0,
    mulexp,
    require,
    stage,
    usual,
)

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


@formula(data="lower upper")
def gumbel_censored(lower, upper, loc, log_scale):
    require(lower <= upper and upper > -INF)
    exact = lower == upper
    begun = lower > -INF  # whether there is an edge below, and one above
    closed = upper < INF
    bottom = lower if begun else (upper if closed else mul0(loc, 0))  # beyond an open end, the other edge again
    top = upper if closed else bottom
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    ua = stage((bottom - loc) * inverse if usual(tame) else mulexp(bottom - loc, -log_scale))
    ub = stage((top - loc) * inverse if usual(tame) else mulexp(top - loc, -log_scale))
    v = stage((top - bottom) * inverse if usual(tame) else mulexp(top - bottom, -log_scale))
    nothing = mul0(loc, 0) + mul0(log_scale, 0)
    e = exp_twin(-ub)
    rise = -expm1_twin(-ub)  # 1 - e
    above = e if closed else nothing  # e^-z at the edge above; over: by how much that at the edge below is more
    rest = e * expm1(v) if closed and v < 1 else exp(-ua) - above
    over = stage(above if above == INF else rest)
    log_v = log1mexp(v) if v >= LEAST_NORMAL else log_less(top - bottom, log_scale)
    gain = (
        log1mexp(over)
        if usual(over >= SMALL or exact or not begun)
        else (log1mexp(over) if over >= SMALL else (log_v - ua if closed else -ua))
    )
    share = expm1_share(over) if begun else nothing
    bend = expm1_share_rest(over)
    ratio = expm1_share(v) if closed else nothing
    pull = ratio - ua  # minus the slope of log(over) in log_scale
    mixed = mul0(expm1_share_rest(v) + 1, ratio) + mul0(pull, mul0(pull, bend)) - pull
    weight = mul0(ub, above)
    near = abs(ub) <= TAME and tame
    loss = e + ub
    large = INF if abs(ub) == INF or e == INF else loss
    certain = large + mul0(log_scale, 0) if large == INF else large + log_scale  # log_scale = -inf: all mass at loc
    full = loss + log_scale if usual(near) else certain
    nll = full if exact else (above if above == INF or not begun else above - gain)
    # e alone may overflow or underflow
    lifted = mulexp(inverse, -ub) if closed and ub < INF else nothing
    far_slope = (lifted if ub < -TAME else -mul0(inverse, rise)) if exact else lifted - mul0(inverse, share)
    g_loc = inverse * (-rise if exact else above - share) if usual(near) else far_slope
    more = 0 if exact else (bend * share if share > 0 else nothing)
    far_curve = mul0(inverse, lifted + mul0(inverse, more))
    h_loc = inverse * inverse * (above + more) if usual(near) else far_curve
    g_scale = 1 - ub * rise if exact else weight + (pull * share if share > 0 else nothing)
    h_exact = ub * rise + mul0(ub * ub, e)
    h_scale = h_exact if exact else mul0(ub - 1, weight) + (mixed * share if share > 0 else nothing)
    return nll, (g_loc, g_scale), (h_loc, h_scale)


@formula(data="lower upper")
def gumbel_fixed_censored(lower, upper, loc, inverse, log_norm):
    require(lower <= upper and upper > -INF)
    exact = lower == upper
    begun = lower > -INF
    closed = upper < INF
    bottom = lower if begun else (upper if closed else mul0(loc, 0))
    top = upper if closed else bottom
    ua = stage((bottom - loc) * inverse)
    ub = stage((top - loc) * inverse)
    v = stage((top - bottom) * inverse)
    nothing = mul0(loc, 0)
    e = exp_twin(-ub)
    rise = -expm1_twin(-ub)
    above = e if closed else nothing
    rest = e * expm1(v) if closed and v < 1 else exp(-ua) - above
    over = stage(above if above == INF else rest)
    log_v = log1mexp(v) if v >= LEAST_NORMAL else log(top - bottom) + log(inverse)
    gain = (
        log1mexp(over)
        if usual(over >= SMALL or exact or not begun)
        else (log1mexp(over) if over >= SMALL else (log_v - ua if closed else -ua))
    )
    share = expm1_share(over) if begun else nothing
    bend = mul0(expm1_share_rest(over), share) if share > 0 else nothing
    full = INF if e == INF else e + ub
    nll = full + log_norm if exact else (above if above == INF or not begun else above - gain)
    near = abs(ub) <= TAME
    lifted = mulexp(inverse, -ub) if closed else nothing
    far_slope = (lifted if ub < -TAME else -rise * inverse) if exact else lifted - share * inverse
    g_loc = inverse * (-rise if exact else above - share) if usual(near) else far_slope
    h_loc = inverse * (lifted + (0 if exact else bend * inverse))
    return nll, (g_loc,), (h_loc,)


class Gumbel(SmoothLocationScale):
    """Maxima: the extreme value law of type I, with its scale predicted or fixed.

    nll = z + e⁻ᶻ + log s, z = (y − loc)/s, with s = exp(log_scale), or the given scale. [1]_ Of minima, hand in −y and
    −loc.

    Domain: every real y. Links: identity, log. ``constant=False`` drops log s where the scale is fixed, else nothing.
    The information about loc and log_scale has an entry off the diagonal, (γ − 1)/s with Euler's constant γ.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact, and ±inf where nothing is known on that side. ``init_params`` needs exact data.

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
    _censored_formulas = (gumbel_censored, gumbel_fixed_censored)

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
