"""Gamma, by its mean and its shape: y^(k-1) e^(-ky/m) (k/m)^k / Γ(k)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Instance, gaussian, positive
from mpmath import mp, mpf
from oracle_core import INF, ZERO, Draw, Number, Parts, Point, Rough, entry, exp
from scipy import stats

import fastxent as fx
from oracles._gamma import HALF, stirling_rest


def gamma(y: Number, log_mean: Number, log_shape: Number) -> Parts:
    k = mp.exp(log_shape)
    log_u = mp.log(y) - log_mean
    u = exp(log_u)
    gap = mp.expm1(log_u) - log_u if abs(log_u) < 1 else u - 1 - log_u  # never negative
    mu, mu_slope, mu_curve = stirling_rest(log_shape)
    slope = mu_slope - HALF  # of log Γ(k) - k log k + k
    load = exp(log_shape + log_u)
    # u is rounded, 2 ulp, before it meets 1 (next to that, the square of this rounding shows); where it or the shape is
    # huge, their product is an exponential of a sum
    off = 2 * k * max(abs(u - 1), mpf(2) ** -22)
    off += abs(log_shape + log_u) * load if u > 2**50 or abs(log_shape) > 80 else 0
    return Parts(
        nll=Rough([k * gap, mu, -log_shape / 2], off),
        constant=[mp.log(2 * mp.pi) / 2, mp.log(y)],
        grad=(Rough([k, -load], off), Rough([k * gap, slope], off)),
        observed=(Rough([load], off), Rough([k * gap, mu_curve], off)),
        fisher=([k], [mu_curve - slope]),
        under=2 * abs(log_shape) + abs(log_u) if log_shape < -80 else 0,  # the shape itself may be subnormal
    )


def gamma_fixed(y: Number, log_mean: Number, shape: float) -> Parts:
    parts = gamma(y, log_mean, mp.log(mpf(shape)))
    norm = sum(parts.nll[1:], ZERO) + parts.constant[0]
    return Parts(
        Rough(parts.nll[:1], parts.nll.slack),  # type: ignore[attr-defined]
        [norm, parts.constant[1]],
        parts.grad[:1],
        parts.observed[:1],
        parts.fisher[:1],
    )


def gamma_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_mean, log_shape = draw.normal(2), draw.normal(1.5)
        ratio = max(draw.rng.standard_gamma(math.exp(log_shape)), 1e-30) / math.exp(log_shape)
        yield "ordinary", ratio * math.exp(log_mean), log_mean, log_shape
    for _ in range(40):
        log_mean = draw.normal(2)
        yield "balanced", math.exp(log_mean), log_mean, draw.uniform(-3, 12)
    for _ in range(40):
        log_mean = draw.normal(2)
        yield "confident", math.exp(log_mean) * (1 + 1e-3 * draw.normal()), log_mean, draw.uniform(6, 14)
    for k in (0.3, 0.49, 0.51, 2.0, 5.0, 6.4, 6.5, 10.0):
        yield "balanced", 1.0, draw.normal(0.1), math.log(k)  # the norm nearly vanishes
    for _ in range(80):
        yield "extreme", abs(draw.pick(draw.reals)) or 1.0, draw.pick(draw.logs), draw.normal(1.5)
    for _ in range(60):
        yield "extreme", abs(draw.pick(draw.reals)) or 1.0, draw.normal(2), draw.pick(draw.logs)
    for _ in range(30):
        yield "extreme", abs(draw.pick(draw.reals)) or 1.0, draw.pick(draw.logs), draw.pick(draw.logs)
    for y, log_mean, log_shape in itertools.product((0.5, 1.0, 3.0), (0.0, INF, -INF), (0.0, 0.5, INF, -INF)):
        if math.isinf(log_mean) + math.isinf(log_shape) == 1:
            yield "limit", y, log_mean, log_shape


def fixed_points(draw: Draw) -> Iterator[Point]:
    return (p[:3] for p in gamma_points(draw) if p[0] != "limit" or math.isfinite(p[3]))


CASES = [
    entry(gamma, "log_mean log_shape", gamma_points),
    entry(gamma_fixed, "log_mean", fixed_points, shape=2.75),
]


def _frozen(log_mean: Any, log_shape: Any) -> Any:
    shape = np.exp(log_shape)
    return stats.gamma(shape, scale=np.exp(log_mean) / shape)


INSTANCES = (
    Instance(fx.Gamma(), positive, (gaussian(), gaussian(0.7)), (*BELOW_0, 0.0), _frozen),
    Instance(
        fx.Gamma(shape=2.5),
        positive,
        (gaussian(),),
        (*BELOW_0, 0.0),
        lambda log_mean: _frozen(log_mean, math.log(2.5)),
    ),
)
