"""Lifetimes whose odds are a power of time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    GREATEST,
    INF,
    LEAST_NORMAL,
    TAME,
    clamp,
    copysign,
    exp,
    exp_twin,
    expm1,
    expm1_share,
    expm1_share_rest,
    expm1_twin,
    fma,
    formula,
    log,
    log1mexp,
    log1p_unit,
    log_less,
    log_ratio,
    mul0,
    mulexp,
    require,
    stage,
    usual,
)

from ._decode import times_exp
from ._lifetimes import Lifetime
from .logistic import SPREAD_INFORMATION, Logistic

if TYPE_CHECKING:
    from ._decode import Array

# tan(b)/b - 1 in powers of b², highest first, without the factor b²
TANGENT = (
    113927491862 / 2900518163668125,
    18888466084 / 194896477400625,
    443861162 / 1856156927625,
    6404582 / 10854718875,
    929569 / 638512875,
    21844 / 6081075,
    1382 / 155925,
    62 / 2835,
    17 / 315,
    2 / 15,
    1 / 3,
)


@formula
def log_logistic(y, log_scale, log_shape, *, fisher):
    log_z = log_less(y, log_scale)
    shape = stage(exp(log_shape))
    plain = shape * log_z
    tame = abs(plain) <= TAME
    known = log_scale == log_scale and log_shape == log_shape
    far = (y - INF if known else log_scale + log_shape) if y == 0 else mul0(shape, log_z)
    u = stage(plain if usual(tame) else far)  # the log odds of (y/scale)^shape
    size = abs(u)
    e = exp_twin(-size)
    q = 1 / (1 + e)
    slope = -expm1_twin(-size) * q  # tanh(size/2)
    curve = 2 * e * (q * q)
    factor = shape + 1 if log_z > 0 else expm1(log_shape)
    offset = log_scale - log_shape
    rest = 2 * log1p_unit(e) + offset
    rim = INF if factor > 0 else (-INF if factor < 0 else offset)  # the nll at y = 0
    endless = size == INF or log_shape == -INF
    beyond = rim if y == 0 else (INF if endless else mul0(factor, abs(log_z)) + rest)
    nll = factor * abs(log_z) + rest if usual(tame) else (beyond if known else log_scale + log_shape)
    g_scale = copysign(shape * slope if usual(tame) else mul0(shape, slope), -u)
    tail = 0 if size == INF else mul0(shape, 2 * (q * q) * mulexp(shape, -size))  # e alone may underflow
    observed_scale = shape * (shape * curve) if usual(tame) else tail
    bend = fma(size, curve, slope) if usual(tame) else mul0(size, curve) + slope
    h_scale = 0.3333333333333333 * shape * shape if fisher else observed_scale
    h_shape = 1.4299560445654842 if fisher else size * bend
    lost = log_scale + log_shape  # nan where one is
    return nll, (g_scale, fma(size, slope, -1)), (h_scale if known else lost, h_shape if known else lost)


@formula(data="lower upper")
def log_logistic_censored(lower, upper, log_scale, log_shape):
    require(lower <= upper and upper >= 0)
    exact = lower == upper
    begun = lower > 0  # whether there is an edge below, and one above
    closed = upper < INF
    low = clamp(lower, 0, GREATEST)
    top = upper if closed else (low if begun else low + 1)  # beyond an open end, the other edge again
    bottom = low if begun else top
    log_a = log_less(bottom, log_scale)
    log_b = log_less(top, log_scale)
    shape = stage(exp(log_shape))
    tame = abs(shape * log_a) <= TAME and abs(shape * log_b) <= TAME
    known = log_scale == log_scale and log_shape == log_shape
    nothing = mul0(log_scale, 0) + mul0(log_shape, 0)
    zero = top - INF if known else nothing
    ua = stage(shape * log_a if usual(tame) else (zero if bottom == 0 else mul0(shape, log_a)))
    ub = stage(shape * log_b if usual(tame) else (zero if top == 0 else mul0(shape, log_b)))
    apart = log_ratio(top, bottom) if top > 0 else top
    v = stage(shape * apart if usual(tame) else mul0(shape, apart))  # ub - ua
    both = begun and closed
    ea = exp_twin(-abs(ua))
    eb = exp_twin(-abs(ub))
    qa = 1 / (1 + ea)
    qb = 1 / (1 + eb)
    over = qa * (1 if ua >= 0 else ea) if begun else nothing  # the probability before the interval, and after it
    left = qb * (eb if ub >= 0 else 1) if closed else nothing
    gain = log1mexp(v) if usual(v >= LEAST_NORMAL or exact or not both) else log_shape + log(apart)
    loss_a = log1p_unit(ea) + (ua if ua > 0 else 0)
    loss_b = log1p_unit(eb) - (ub if ub < 0 else 0)
    loss = (loss_a if begun else nothing) + (loss_b if closed else nothing) - (gain if both else nothing)
    slope = -expm1_twin(-abs(ua)) * qa  # tanh(|ua|/2)
    turn = copysign(slope, ua) if exact else over - left
    pull = abs(ua) * slope if exact else mul0(ua, over) - mul0(ub, left)
    share = 1 if exact else (expm1_share(v) if both else nothing)
    bend = mul0(expm1_share_rest(v), share) if both else nothing
    ca = ea * (qa * qa) if begun else nothing
    cb = eb * (qb * qb) if closed else nothing
    tail_a = qa * qa * mulexp(shape, -abs(ua)) if begun and abs(ua) < INF else nothing  # ea alone may underflow
    tail_b = qb * qb * mulexp(shape, -abs(ub)) if closed and abs(ub) < INF else nothing
    factor = shape + 1 if log_a > 0 else expm1(log_shape)
    offset = log_scale - log_shape
    rim = INF if factor > 0 else (-INF if factor < 0 else offset)
    endless = abs(ua) == INF or log_shape == -INF
    beyond = rim if top == 0 else (INF if endless else mul0(factor, abs(log_a)) + 2 * log1p_unit(ea) + offset)
    ordinary = factor * abs(log_a) + 2 * log1p_unit(ea) + offset
    full = ordinary if usual(tame) else (beyond if known else nothing)
    g_scale = -shape * turn if usual(tame) else mul0(-shape, turn)
    h_scale = shape * (shape * (ca + cb)) if usual(tame) else mul0(shape, tail_a + tail_b)
    h_shape = mul0(ua, mul0(ua, ca)) + mul0(ub, mul0(ub, cb)) + pull + bend
    return full if exact else loss, (g_scale, pull - share), (h_scale, h_shape)


class LogLogistic(Lifetime):
    """Lifetimes whose odds are a power of time: the log of y is logistic.

    nll = 2·log(1 + z^k) − (k − 1)·log z − log k + log s, z = y/s, with the scale (the median) s = exp(log_scale) and
    the shape k = exp(log_shape). [1]_ The hazard rises and falls again for k > 1. Known as the proportional odds model
    with a log-logistic baseline, as Fisk's law of incomes.

    Domain: y ≥ 0; at y = 0 the nll is inf for k > 1, −inf for k < 1. Links: log, log. ``constant=False`` drops nothing.
    The mean exists for k > 1, the variance for k > 2; they are inf below.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact; ``upper=inf`` where it has not ended yet, ``lower=0`` where it ended by upper.
    ``init_params`` needs exact data.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the shape is at most 2²⁰, and 1 where
    some y is 0 (with a scale of at least 2⁻¹²⁶).

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How scale and shape come in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 23, sect. 12.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.LogLogistic().nll(3.0, 0.0, 0.0)), 6), fx.LogLogistic().cdf(3.0, 0.0, 0.0))
    2.772589 0.75
    """

    _formula = staticmethod(log_logistic)
    _censored_formula = staticmethod(log_logistic_censored)
    _in_logs = Logistic

    def _mean(self, log_scale: Array, log_shape: Array) -> Array:
        b = np.pi * np.exp(-np.maximum(log_shape, 0))
        return np.where(log_shape > 0, times_exp(np.where(b == 0, 1.0, b / np.sin(b)), log_scale), np.inf)

    def _mode(self, log_scale: Array, log_shape: Array) -> Array:
        power = np.log(np.tanh(0.5 * np.maximum(log_shape, 0))) * np.exp(-log_shape)
        return np.where(log_shape > 0, times_exp(np.exp(power), log_scale), 0.0)

    def _variance(self, log_scale: Array, log_shape: Array) -> Array:
        b = np.pi * np.exp(-np.maximum(log_shape, math.log(2)))
        small = np.minimum(b, 0.25) ** 2
        excess = np.where(b < 0.25, small * np.polyval(TANGENT, small), np.tan(b) / b - 1)
        spread = np.sqrt(excess) * self._mean(log_scale, log_shape)
        return np.where(log_shape > math.log(2), spread * spread, np.inf)

    def _standard_quantile(self, p: Array) -> Array:
        return np.log(p) - np.log1p(-p)

    def _fisher(self, log_scale: Array, log_shape: Array) -> list[list[Array]]:
        square = np.exp(2 * log_shape)
        nothing = np.zeros_like(square)
        return [[square / 3, nothing], [nothing, np.full_like(square, SPREAD_INFORMATION)]]
