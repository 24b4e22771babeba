"""Excesses over a threshold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    GREATEST,
    INF,
    LEAST_NORMAL,
    NAN,
    SPARE,
    TAME,
    VAST,
    clamp,
    formula,
    log,
    log1p,
    log1p_ratio,
    log1p_ratio_bend,
    log1p_ratio_drop,
    log_less,
    mul0,
    mulexp,
    stage,
    usual,
)

from ._decode import TINY, average, refuse, times_exp
from ._law import Law
from ._links import Link
from ._support import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._decode import Array

LEAST_SHAPE = -0.5  # down to where the information exists


@formula
def generalized_pareto(y, log_scale, shape, *, fisher):
    z = stage(mulexp(y, -log_scale))
    product = shape * z
    whole = z >= LEAST_NORMAL and z <= GREATEST
    tame = abs(log_scale) <= TAME and product > -1 and product < VAST and (whole or abs(shape) <= 1)
    nothing = (y == 0 and shape == shape and z == z) or (shape == 0 and z == z)
    half = 0.5 * log_scale
    lift = SPARE if y < 1 else 1
    above = mulexp((shape * SPARE) * (y * SPARE), -log_scale) / SPARE / SPARE
    below = mulexp(shape * mulexp(lift * y, -half), -half) / lift
    beyond = product if whole else (above if z > 1 else below)
    t = stage(product if usual(tame) else (0 * y if nothing else beyond))
    w = 1 / (1 + t)
    pull = (1 + shape) * z if usual(tame) else ((1 + shape) * z if whole else t + z)
    ratio = log1p_ratio(t)
    near_g_shape = z * (w - z * log1p_ratio_drop(t))
    near_h_shape = z * z * (z * log1p_ratio_bend(t) - w * w)
    # where z or its powers overflow, but not the results
    far = t >= VAST or (t >= 1 and z == INF)
    log_u = log1p(t) if t <= GREATEST else log_less(y, log_scale) + log(shape)
    lifted = mulexp(clamp((SPARE / y) * (SPARE / shape), 0, GREATEST), log_scale)  # 1/t
    w_far = w if t <= GREATEST else lifted / SPARE / SPARE
    c = t * w if t < VAST else 1
    far_h_scale = c * w + c * w / shape if t <= GREATEST else w_far + lifted / shape / SPARE / SPARE
    far_loss = INF if log_u == INF else log_scale + log_u + log_u / shape
    far_g_shape = 0 if shape == INF else (c - (log_u - c) / shape) / shape
    far_h_shape = 0 if shape == INF else ((2 * log_u - c * (3 - w)) / shape - c * c) / shape / shape
    # where the support ends
    edge_loss = INF if z == INF else log_scale + mul0(ratio, pull)
    careful_loss = far_loss if far else (INF if t < -1 else edge_loss)
    careful_g_scale = w_far - c / shape if far else (NAN if t <= -1 else (1 - z) * w)
    careful_g_shape = far_g_shape if far else (NAN if t <= -1 else near_g_shape)
    careful_h_scale = far_h_scale if far else (NAN if t <= -1 else pull * w * w)
    careful_h_shape = far_h_shape if far else (NAN if t <= -1 else near_h_shape)
    nll = log_scale + pull * ratio if usual(tame) else careful_loss
    g_scale = (1 - z) * w if usual(tame) else careful_g_scale
    g_shape = near_g_shape if usual(tame) else careful_g_shape
    observed_scale = pull * w * w if usual(tame) else careful_h_scale
    observed_shape = near_h_shape if usual(tame) else careful_h_shape
    information = 1 / (1 + 2 * shape) if shape > -0.5 and z == z else NAN
    h_scale = information if fisher else observed_scale
    h_shape = 2 * information / (1 + shape) if fisher else observed_shape
    return nll, (g_scale, g_shape), (h_scale, h_shape)


class GeneralizedPareto(Law):
    """Excesses over a threshold: whatever tail a law has, far out it is near one of these.

    nll = (1 + 1/ξ)·log(1 + ξz) + log s, z = y/s, with the scale s = exp(log_scale) and the shape ξ, raw; at ξ = 0,
    z + log s, of `Exponential`. [1]_ The tail is that of a power for ξ > 0; for ξ < 0 the support ends at −s/ξ. Known
    as the peaks over threshold of extreme value theory; ξ > 0 shifted is Pareto's law (Lomax's).

    Domain: y ≥ 0. Beyond −s/ξ the nll is inf and its derivatives are nan, at it the derivatives. Links: log, identity.
    ``constant=False`` drops nothing. The information exists for ξ > −1/2: it has an entry off the diagonal,
    1/((1 + ξ)(1 + 2ξ)); with another shape ``curvature="fisher"`` gives nan, `fisher` raises. The mean exists for
    ξ < 1, the variance for ξ < 1/2; they are inf above. ``mode``: −s/ξ, where the density is infinite, for ξ < −1.

    ``init_params``: the local maximum of the likelihood with the greatest shape, which is that of regular estimation;
    where there is none, the best scale for a shape of −1/2. Where every y is 0, the scale 2⁻¹²⁶ and the shape 0.

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Coles, An Introduction to Statistical Modeling of Extreme Values, 2001, eq. 4.2.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.GeneralizedPareto()
    >>> print(round(float(law.nll(2.0, 0.0, 0.5)), 6), law.nll(2.0, 0.0, 0.0), law.nll(2.0, 0.0, -0.75))
    2.079442 2.0 inf
    """

    support = Interval(0, np.inf, "left")
    link: Link

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(generalized_pareto, ("log_scale", "shape"), link=link)

    def _mean(self, log_scale: Array, shape: Array) -> Array:
        return np.where(shape < 1, times_exp(1 / (1 - np.minimum(shape, 1)), log_scale), np.inf)

    def _mode(self, log_scale: Array, shape: Array) -> Array:
        return np.where(shape < -1, times_exp(-1 / np.minimum(shape, -1), log_scale), 0.0)

    def _variance(self, log_scale: Array, shape: Array) -> Array:
        short = np.minimum(shape, 0.5)
        deviation = times_exp(1 / ((1 - short) * np.sqrt(1 - 2 * short)), log_scale)
        return np.where(shape < 0.5, deviation * deviation, np.inf)

    def _hazard(self, x: Array, log_scale: Array, shape: Array) -> Array:
        """The cumulative hazard, log(1 + ξz)/ξ."""
        z = times_exp(np.maximum(x, 0), -log_scale)
        t = np.where((shape == 0) | (z == 0), 0.0, shape * z)
        return np.where(t == 0, z, np.where(t > -1, np.log1p(np.maximum(t, -1)) / shape, np.inf))

    def _cdf(self, x: Array, *params: Array) -> Array:
        return -np.expm1(-self._hazard(x, *params))

    def _sf(self, x: Array, *params: Array) -> Array:
        return np.exp(-self._hazard(x, *params))

    def _place(self, hazard: Array, log_scale: Array, shape: Array) -> Array:
        t = np.where((shape == 0) | (hazard == 0), 0.0, shape * hazard)
        return times_exp(np.where(np.isposinf(t), t, np.where(t == 0, hazard, np.expm1(t) / shape)), log_scale)

    def _quantile(self, p: Array, *params: Array) -> Array:
        return self._place(-np.log1p(-p), *params)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        return self._place(rng.standard_exponential(shape), *params)

    def _fisher(self, log_scale: Array, shape: Array) -> list[list[Any]]:
        refuse("shape", shape, shape <= LEAST_SHAPE, ": the information exists for a shape above -1/2")
        first = 1 / (1 + 2 * shape)
        mixed = first / (1 + shape)
        return [[first, mixed], [mixed, 2 * mixed]]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        top = float(values.max())
        if top == 0:
            return math.log(TINY), 0.0
        scale, shape = fit(values / top, w)
        return math.log(scale) + math.log(top), shape


# ----------------------------------------------------------------------------------------------------------------------
# The best constant parameters

STEPS = np.concatenate([np.arange(60.0, 5.0, -2.5), np.arange(5.0, -5.0, -0.125), np.arange(-5.0, -37.0, -0.5)])


def fit(values: Array, w: Array) -> tuple[float, float]:
    """Scale and shape for values of maximum 1, by way of τ = shape/scale [1]_, of which e^v = 1 + τ.

    Given τ, the best shape is the mean of log(1 + τy), and the best scale that over τ.

    .. [1] Grimshaw, Computing maximum likelihood estimates for the generalized Pareto distribution, 1993.
    """

    def pieces(v: float) -> tuple[Array, Array, Array]:
        t = values * math.expm1(v)
        ratio = np.where(t == 0, 1.0, np.log1p(t) / t)
        return values * ratio, values / (1 + t), values * values * ratio_drop(t)

    def slope(v: float) -> float:
        """The derivative in τ of the least nll for this τ."""
        scale, shape_slope, scale_drop = (average(a, w) for a in pieces(v))
        return shape_slope - scale_drop / scale

    def outside(v: float) -> float:
        """For a shape of -1/2, the derivative of the nll in the log of the scale e^v + 1/2."""
        z = values / (0.5 + math.exp(v))
        return float((w * (1 - z) / (1 - 0.5 * z)).sum())

    above = STEPS[0]
    for below in STEPS[1:]:  # downwards, to the first minimum
        if slope(below) < 0 <= slope(above):
            v = root(slope, below, above)
            scale = average(pieces(v)[0], w)
            if math.expm1(v) * scale > -1:
                return scale, math.expm1(v) * scale
        above = below
    return 0.5 + math.exp(root(outside, -37.0, 60.0)), LEAST_SHAPE


def root(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that is negative at low and not at high changes sign."""
    while True:
        middle = 0.5 * (low + high)
        if not low < middle < high:
            return high
        low, high = (middle, high) if function(middle) < 0 else (low, middle)


def ratio_drop(t: Array) -> Array:
    """(log(1 + t) - t/(1 + t))/t², by a series in t/(2 + t) near 0."""
    v = np.clip(t / (2 + t), -0.15, 0.15)
    square = v * v
    tail = sum(square**i / (2 * i + 3) for i in range(10))
    near = 0.5 * (1 - v) ** 2 * (1 / (1 + v) + v * tail)
    return np.where(np.abs(t) < 0.25, near, (np.log1p(t) - t / (1 + t)) / (t * t))
