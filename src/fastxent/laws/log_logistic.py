"""Lifetimes whose odds are a power of time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    TAME,
    copysign,
    exp,
    exp_twin,
    expm1,
    expm1_twin,
    fma,
    formula,
    log1p_unit,
    log_less,
    mul0,
    mulexp,
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


class LogLogistic(Lifetime):
    """Lifetimes whose odds are a power of time: the log of y is logistic.

    nll = 2·log(1 + z^k) − (k − 1)·log z − log k + log s, z = y/s, with the scale (the median) s = exp(log_scale) and
    the shape k = exp(log_shape). [1]_ The hazard rises and falls again for k > 1. Known as the proportional odds model
    with a log-logistic baseline, as Fisk's law of incomes.

    Domain: y ≥ 0; at y = 0 the nll is inf for k > 1, −inf for k < 1. Links: log, log. ``constant=False`` drops nothing.
    The mean exists for k > 1, the variance for k > 2; they are inf below.

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
