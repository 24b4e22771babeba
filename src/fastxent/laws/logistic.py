"""Errors with a logistic distribution."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    LEAST_NORMAL,
    TAME,
    copysign,
    exp_twin,
    expm1_share,
    expm1_share_rest,
    expm1_twin,
    formula,
    log,
    log1mexp,
    log1p_unit,
    log_less,
    mul0,
    mulexp,
    require,
    stage,
    usual,
)

from ._newton import SmoothLocationScale

if TYPE_CHECKING:
    from ._decode import Array

SPREAD_INFORMATION = (3 + math.pi**2) / 9


@formula
def logistic(y, loc, log_scale, *, fisher):
    residual = y - loc
    far = abs(residual)
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    size = far * inverse if usual(tame) else mulexp(far, -log_scale)
    bounded = far if far == INF else size  # size is nan where loc and log_scale are infinite
    distance = size if usual(tame) else bounded
    near = distance <= TAME
    e = exp_twin(-distance)
    slope = -expm1_twin(-distance) / (1 + e)  # tanh(size/2)
    q = 1 / (1 + e)
    curve = 2 * e * (q * q)
    loss = distance + 2 * log1p_unit(e)
    certain = loss + mul0(log_scale, 0) if loss == INF else loss + log_scale  # log_scale = -inf: all mass at loc
    nll = loss + log_scale if usual(tame) else certain
    g_loc = slope * inverse if usual(tame) else mul0(inverse, slope) + mul0(log_scale, 0)
    # e alone may underflow
    tail = mul0(inverse, 2 * (q * q) * (0 if distance == INF else mulexp(inverse, -distance)))
    observed_loc = curve * inverse * inverse if usual(near) else tail
    observed_scale = size * slope + (size * size * curve if usual(near) else mul0(size * size, curve))
    h_loc = 0.3333333333333333 * inverse * inverse if fisher else observed_loc
    expected = 1.4299560445654842 if log_scale == log_scale else log_scale
    h_scale = expected if fisher else observed_scale
    known = residual == residual
    return nll, (copysign(g_loc, -residual), 1 - size * slope), (h_loc if known else far, h_scale if known else far)


@formula
def logistic_fixed(y, loc, inverse, log_scale, *, fisher):
    residual = y - loc
    size = abs(residual) * inverse
    e = exp_twin(-size)
    q = 1 / (1 + e)
    slope = -expm1_twin(-size) * q * inverse
    curve = 2 * e * (q * q) * inverse * inverse
    tail = 2 * (q * q) * mulexp(inverse, -size) * inverse if size < INF else 0 * inverse
    observed = curve if usual(size <= TAME) else tail
    h_loc = 0.3333333333333333 * inverse * inverse if fisher else observed
    return size + 2 * log1p_unit(e) + log_scale, (copysign(slope, -residual),), (h_loc if size == size else size,)


@formula(data="lower upper")
def logistic_censored(lower, upper, loc, log_scale):
    require(lower <= upper and upper > -INF)
    exact = lower == upper
    begun = lower > -INF  # whether there is an edge below, and one above
    closed = upper < INF
    both = begun and closed
    bottom = lower if begun else (upper if closed else mul0(loc, 0))  # beyond an open end, the other edge again
    top = upper if closed else bottom
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    ua = stage((bottom - loc) * inverse if usual(tame) else mulexp(bottom - loc, -log_scale))
    ub = stage((top - loc) * inverse if usual(tame) else mulexp(top - loc, -log_scale))
    v = stage((top - bottom) * inverse if usual(tame) else mulexp(top - bottom, -log_scale))
    nothing = mul0(loc, 0) + mul0(log_scale, 0)
    ea = exp_twin(-abs(ua))
    eb = exp_twin(-abs(ub))
    qa = 1 / (1 + ea)
    qb = 1 / (1 + eb)
    over = qa * (1 if ua >= 0 else ea) if begun else nothing  # the probability before the interval, and after it
    left = qb * (eb if ub >= 0 else 1) if closed else nothing
    gain = log1mexp(v) if usual(v >= LEAST_NORMAL or exact or not both) else log_less(top - bottom, log_scale)
    loss_a = log1p_unit(ea) + (ua if ua > 0 else 0)
    loss_b = log1p_unit(eb) - (ub if ub < 0 else 0)
    loss = (loss_a if begun else nothing) + (loss_b if closed else nothing)
    certain = loss if loss == INF else loss + log_scale  # log_scale = -inf: all mass at loc
    full = loss + log_scale if usual(tame) else certain
    slope = -expm1_twin(-abs(ua)) * qa  # tanh(|ua|/2)
    turn = copysign(slope, -ua) if exact else left - over
    pull = abs(ua) * slope if exact else mul0(ua, over) - mul0(ub, left)
    share = 1 if exact else (expm1_share(v) if both else nothing)
    bend = mul0(expm1_share_rest(v), share) if both else nothing
    ca = ea * (qa * qa) if begun else nothing
    cb = eb * (qb * qb) if closed else nothing
    tail_a = qa * qa * mulexp(inverse, -abs(ua)) if begun and abs(ua) < INF else nothing  # ea alone may underflow
    tail_b = qb * qb * mulexp(inverse, -abs(ub)) if closed and abs(ub) < INF else nothing
    near = tame and abs(ua) <= TAME and abs(ub) <= TAME
    g_loc = turn * inverse if usual(tame) else mulexp(turn, -log_scale)
    h_loc = (ca + cb) * inverse * inverse if usual(near) else mul0(inverse, tail_a + tail_b)
    h_scale = mul0(ua, mul0(ua, ca)) + mul0(ub, mul0(ub, cb)) + pull + bend
    return full if exact else loss - (gain if both else nothing), (g_loc, share - pull), (h_loc, h_scale)


@formula(data="lower upper")
def logistic_fixed_censored(lower, upper, loc, inverse, log_scale):
    require(lower <= upper and upper > -INF)
    exact = lower == upper
    begun = lower > -INF
    closed = upper < INF
    both = begun and closed
    bottom = lower if begun else (upper if closed else mul0(loc, 0))
    top = upper if closed else bottom
    ua = stage((bottom - loc) * inverse)
    ub = stage((top - loc) * inverse)
    v = stage((top - bottom) * inverse)
    nothing = mul0(loc, 0)
    ea = exp_twin(-abs(ua))
    eb = exp_twin(-abs(ub))
    qa = 1 / (1 + ea)
    qb = 1 / (1 + eb)
    over = qa * (1 if ua >= 0 else ea) if begun else nothing
    left = qb * (eb if ub >= 0 else 1) if closed else nothing
    gain = log1mexp(v) if usual(v >= LEAST_NORMAL or exact or not both) else log(top - bottom) + log(inverse)
    loss_a = log1p_unit(ea) + (ua if ua > 0 else 0)
    loss_b = log1p_unit(eb) - (ub if ub < 0 else 0)
    loss = (loss_a if begun else nothing) + (loss_b if closed else nothing)
    turn = copysign(expm1_twin(-abs(ua)) * qa, ua) if exact else over - left
    tail_a = qa * qa * mulexp(inverse, -abs(ua)) if begun and abs(ua) < INF else nothing
    tail_b = qb * qb * mulexp(inverse, -abs(ub)) if closed and abs(ub) < INF else nothing
    nll = loss + log_scale if exact else loss - (gain if both else nothing)
    return nll, (-turn * inverse,), ((tail_a + tail_b) * inverse,)


class Logistic(SmoothLocationScale):
    """Logistic errors: a smoothed absolute error, with its scale predicted or fixed.

    nll = z + 2·log(1 + e⁻ᶻ) + log s, z = (y − loc)/s, with s = exp(log_scale), or the given scale. [1]_ That is
    2·log cosh(z/2), up to constants: quadratic for small errors, linear for large ones.

    Domain: every real y. Links: identity, log. ``constant=False`` drops log s where the scale is fixed, else nothing.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact, and ±inf where nothing is known on that side. ``init_params`` needs exact data.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the scale is kept at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0).

    Parameters
    ----------
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone. The standard deviation is
        π/√3 times the scale.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 23.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.Logistic().nll(3.0, 3.0, 0.0)), 6))
    1.386294
    """

    _formulas = (logistic, logistic_fixed)
    _censored_formulas = (logistic_censored, logistic_fixed_censored)

    _standard_variance = math.pi**2 / 3
    _standard_fisher = (1 / 3, 0.0, SPREAD_INFORMATION)

    def _standard_cdf(self, z: Array) -> Array:
        e = np.exp(-np.abs(z))
        tail = e / (1 + e)
        p: Array = np.where(z < 0, tail, 1 - tail)
        return p

    def _standard_sf(self, z: Array) -> Array:
        return self._standard_cdf(-z)

    def _standard_quantile(self, p: Array) -> Array:
        z: Array = np.log(p) - np.log1p(-p)
        return z

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return rng.logistic(size=shape)

    def _standard_nll(self, z: Array) -> Array:
        nll: Array = np.abs(z) + 2 * np.log1p(np.exp(-np.abs(z)))
        return nll

    def _standard_slopes(self, z: Array) -> tuple[Array, Array]:
        slope = np.tanh(0.5 * z)
        return slope, 0.5 * np.cosh(0.5 * np.clip(z, -1400, 1400)) ** -2.0
