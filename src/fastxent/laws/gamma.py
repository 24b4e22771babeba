"""Positive quantities whose spread is proportional to their mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    INF,
    TAME,
    binet,
    binet_curve,
    binet_slope,
    deviance,
    exp,
    fma,
    formula,
    log,
    log_less,
    mulexp,
    stage,
    usual,
)

from ._decode import TINY, average, scipy_special, times_exp
from ._law import Law
from ._links import Link
from ._settings import positive
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)
GREATEST_SHAPE = 2.0**40
STEPS = 50


@formula
def gamma(y, log_mean, log_shape, half_log_2pi, *, constant, fisher):
    u = stage(mulexp(y, -log_mean))
    shape = stage(exp(log_shape))
    log_u = log_less(y, log_mean)
    gap = deviance(fma(0, y, 1), u, log_u)  # u - 1 - log u
    tame = abs(log_shape) <= TAME and u <= 1e18  # beyond, u - 1 - log u is u
    load = exp(log_shape + log_u)  # shape·u where either may overflow or vanish
    endless = load if u > 1e18 else (INF if gap == INF else mulexp(gap, log_shape))
    part = stage(shape * gap if usual(tame) else endless)
    rest = binet(shape, log_shape) - 0.5 * log_shape + (half_log_2pi + log(y) if constant else 0)
    nll = part + rest if usual(tame) else (part if part == INF else part + rest)
    slope = 0.5 + binet_slope(shape, log_shape)
    curve = binet_curve(shape, log_shape)
    g_mean = shape * (1 - u) if usual(tame) else (-load if u > 1e18 else mulexp(1 - u, log_shape))
    observed = shape * u if usual(tame) else load
    h_shape = slope + curve if fisher else part + curve
    known = u == u
    return (
        nll,
        (g_mean, part - slope),
        ((shape if fisher else observed) if known else u, h_shape if known else u),
    )


@formula
def gamma_fixed(y, log_mean, shape, log_shape, log_norm, *, constant, fisher):
    u = stage(mulexp(y, -log_mean))
    log_u = log_less(y, log_mean)
    gap = deviance(fma(0, y, 1), u, log_u)
    near = u <= 1e18
    load = exp(log_shape + log_u)
    part = shape * gap if usual(near) else load
    nll = part + (log_norm + log(y) if constant else 0)
    observed = shape * u if usual(near) else load
    return nll, (shape * (1 - u) if usual(near) else -load,), ((shape if u == u else u) if fisher else observed,)


class Gamma(Law):
    """Positive quantities whose standard deviation is proportional to their mean: claims, rainfall, durations.

    nll = k·(u − 1 − log u) + log Γ(k) − k·log k + k + log y, u = y/m, with the mean m = exp(log_mean) and the shape
    k = exp(log_shape), or the given shape. [1]_ The variance is m²/k. With a fixed shape, people know it as the gamma
    deviance of generalized linear models: twice u − 1 − log u.

    Domain: y > 0. Links: log, log. ``constant=False`` drops log y and ½·log 2π, and all terms in the shape where that
    is fixed.

    ``init_params``: the log of the mean, and the shape of highest likelihood, by Newton's method; it is kept at 2⁴⁰ or
    below. ``cdf``, ``sf`` and ``quantile`` need SciPy.

    Parameters
    ----------
    shape : float, optional
        A fixed shape, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter log_mean alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How mean and shape come in: see `Law`.

    References
    ----------
    .. [1] McCullagh, Nelder, Generalized Linear Models, 1989, sect. 8.2.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.Gamma().nll(2.0, 0.0, 0.0)), 6), fx.Gamma(shape=4).variance(0.0))
    2.0 0.25
    """

    support = Interval(0, np.inf)
    shape: float | None

    def __init__(self, shape: float | None = None, link: Link = "log") -> None:
        shape = positive("shape", shape)
        self._set(shape=shape, link=link)
        if shape is None:
            self._use(gamma, ("log_mean", "log_shape"), HALF_LOG_2PI, link=link)
        else:
            log_shape = math.log(shape)
            rest = float(binet(np.float64(shape), np.float64(log_shape))) - 0.5 * log_shape
            self._use(gamma_fixed, ("log_mean",), shape, log_shape, rest + HALF_LOG_2PI, link=link)

    def _log_shape(self, log_mean: Array, *log_shape: Array) -> Array:
        return log_shape[0] if self.shape is None else np.full_like(log_mean, math.log(self.shape))

    def _shape(self, log_mean: Array, *log_shape: Array) -> Array:
        return np.exp(log_shape[0]) if self.shape is None else np.full_like(log_mean, self.shape)

    def _mean(self, log_mean: Array, *_: Array) -> Array:
        return np.exp(log_mean)

    def _mode(self, log_mean: Array, *log_shape: Array) -> Array:
        share = -np.expm1(-np.maximum(self._log_shape(log_mean, *log_shape), 0))
        return np.where(share == 0, 0.0, times_exp(share, log_mean))

    def _variance(self, log_mean: Array, *log_shape: Array) -> Array:
        return np.exp(2 * log_mean - self._log_shape(log_mean, *log_shape))

    def _cdf(self, x: Array, log_mean: Array, *log_shape: Array) -> Array:
        shape = self._shape(log_mean, *log_shape)
        p: Array = scipy_special().gammainc(shape, shape * times_exp(np.maximum(x, 0), -log_mean))
        return p

    def _sf(self, x: Array, log_mean: Array, *log_shape: Array) -> Array:
        shape = self._shape(log_mean, *log_shape)
        p: Array = scipy_special().gammaincc(shape, shape * times_exp(np.maximum(x, 0), -log_mean))
        return p

    def _quantile(self, p: Array, log_mean: Array, *log_shape: Array) -> Array:
        shape = self._shape(log_mean, *log_shape)
        return times_exp(scipy_special().gammaincinv(shape, p) / shape, log_mean)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], log_mean: Array, *log_shape: Array) -> Array:
        k = self._shape(log_mean, *log_shape)
        return times_exp(rng.standard_gamma(k, shape) / k, log_mean)

    def _fisher(self, log_mean: Array, *log_shape: Array) -> list[list[Any]]:
        if self.shape is not None:
            return [[np.full_like(log_mean, self.shape)]]
        own = Gamma().nll_grad_hess(1.0, log_mean, *log_shape, curvature="fisher", reduction="none")[2]
        nothing = np.zeros_like(log_mean)
        return [[own[0], nothing], [nothing, own[1]]]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        mean = average(values, w) or TINY
        if self.shape is not None:
            return (math.log(mean),)
        rest = values / mean - 1
        curve = rest * rest * (0.5 - rest / 3)
        log_ratio = np.where(np.abs(rest) < 0.5, np.log1p(rest), np.log(values) - math.log(mean))
        gap = float((w * np.where(np.abs(rest) < 1e-5, curve, rest - log_ratio)).sum())
        return math.log(mean), best_log_shape(gap)


def best_log_shape(gap: float) -> float:
    """The log of the k for which log k - ψ(k) is the gap, by Newton's method in log k."""
    if gap * 2 * GREATEST_SHAPE <= 1:
        return math.log(GREATEST_SHAPE)
    u = math.log((3 - gap + math.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap))
    for _ in range(STEPS):
        shape, log_shape = np.float64(math.exp(u)), np.float64(u)
        slope = float(shape) * gap - 0.5 - float(binet_slope(shape, log_shape))
        step = slope / (float(shape) * gap + float(binet_curve(shape, log_shape)))
        u -= step
        if abs(step) < 1e-9:
            break
    return min(u, math.log(GREATEST_SHAPE))
