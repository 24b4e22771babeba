"""Beta, by its mean and its precision: y^(a - 1) (1 - y)^(b - 1) / B(a, b), a = mφ, b = (1 - m)φ."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Array, Generator, Instance, Shape, gaussian
from mpmath import mp, mpf
from oracle_core import INF, Draw, Number, Parts, Point, Rough, entry, exp, softplus
from scipy import stats

import fastxent as fx
from oracles._gamma import HALF, stirling_rest


def beta(y: Number, logit: Number, log_precision: Number) -> Parts:
    log_m, log_n = -softplus(-logit), -softplus(logit)
    phi, m, n = exp(log_precision), exp(log_m), exp(log_n)
    v = exp(log_precision + log_m + log_n)
    with mp.extraprec(4 * max(0, -mp.mag(y))):
        z = logit - mp.log(y) + mp.log1p(-y)  # what the logits of mean and target differ by
        gap = divergence(y, logit)
    (mu_a, s_a, c_a), (mu_b, s_b, c_b), (mu, s, c) = (
        stirling_rest(log_precision + log) for log in (log_m, log_n, mpf(0))
    )
    s_a, s_b, s = -s_a, -s_b, -s  # of log Γ, less Stirling's leading terms, minus the slope
    k_a, k_b = HALF + s_a + c_a, HALF + s_b + c_b
    far = abs(logit) > 80 or abs(log_precision) > 80  # products of exponentials are exponentials of sums
    sum_of = abs(log_precision) + abs(logit) if far else mpf(0)
    # the mean is rounded, 2 ulp; of the difference of logits the last 0.1 eps are uncertain
    off = 2 * abs(v * z) + phi * gap * sum_of
    pull_off = v * (mpf(1) / 8 + abs(z) * sum_of)
    turn = (n - m) * z
    tilt_off = v * (mpf(1) / 8 + (1 + abs(turn)) * sum_of)
    under = 2 * abs(log_precision) + abs(logit) if far else 0
    return Parts(
        nll=Rough(
            [phi * gap + (mu_a + mu_b - mu) - (log_m + log_n) / 2, -log_precision / 2], off
        ),  # the first: none < 0
        constant=[mp.log(2 * mp.pi) / 2, mp.log(y) + mp.log1p(-y)],
        grad=(
            Rough([v * z, -n * (HALF + s_a), m * (HALF + s_b)], pull_off),
            Rough([phi * gap, -(HALF + s_a + s_b - s)], off),
        ),
        observed=(
            Rough([v, v * turn, m * n * (1 + s_a + s_b) + n * n * c_a + m * m * c_b], tilt_off),
            Rough([phi * gap, c_a, c_b, -c], off),
        ),
        fisher=(Rough([v, n * n * k_a, m * m * k_b], v * sum_of), [k_a + k_b - HALF - s - c]),
        under=under,
    )


def divergence(y: Number, logit: Number) -> Number:
    """m·log(m/y) + (1 - m)·log((1 - m)/(1 - y))."""
    log_m, log_n = -softplus(-logit), -softplus(logit)
    with mp.extraprec(mp.prec):
        return exp(log_m) * (log_m - mp.log(y)) + exp(log_n) * (log_n - mp.log1p(-y))


def logistic(x: float) -> float:
    e = math.exp(-abs(x))
    return (1.0 if x >= 0 else e) / (1 + e)


def beta_points(draw: Draw) -> Iterator[Point]:
    top = 1 - draw.eps / 2
    targets = (draw.subnormal, 1e-30, draw.eps, 0.25, 0.5, 0.75, 1 - 4 * draw.eps, top)
    for _ in range(120):
        logit, log_precision = draw.normal(1.5), draw.normal(2)
        a, b = (math.exp(log_precision) * logistic(x) for x in (logit, -logit))
        yield "ordinary", min(max(float(draw.rng.beta(a, b)), 1e-30), top), logit, log_precision
    for _ in range(40):
        yield "ordinary", draw.uniform(0.001, 0.999), draw.normal(1), draw.uniform(-12, 0)  # concentrations near 0
    for _ in range(40):
        logit = draw.normal(2)
        yield "balanced", logistic(logit), logit, draw.uniform(-3, 14)
    for _ in range(50):
        logit = draw.normal(2)
        yield "confident", logistic(logit + 1e-3 * draw.normal()), logit, draw.uniform(6, 16)
    for y in (0.25, 0.5, 0.9):
        yield "balanced", y, 0.0, math.log(2)  # the uniform law
    for _ in range(60):
        yield "extreme", draw.pick(targets), draw.pick(draw.logs), draw.normal(1.5)
    for _ in range(60):
        yield "extreme", draw.pick(targets), draw.normal(1.5), draw.pick(draw.logs)
    for _ in range(30):
        yield "extreme", draw.pick(targets), draw.pick(draw.logs), draw.pick(draw.logs)
    for y, logit, log_precision in itertools.product((0.25, 0.5), (0.5, INF, -INF), (0.25, INF, -INF)):
        if math.isinf(logit) + math.isinf(log_precision) == 1:
            yield "limit", y, logit, log_precision


def inside(rng: Generator, shape: Shape) -> Array:
    return 0.01 + 0.98 * rng.random(shape)


def precise(rng: Generator, shape: Shape) -> Array:
    """Logs of precisions of which floats resolve the densities: next to 1 they are far apart."""
    return 2.5 + 0.5 * rng.standard_normal(shape)


def frozen(logit: Any, log_precision: Any) -> Any:
    mean, rest = (1 / (1 + np.exp(-sign * np.asarray(logit))) for sign in (1, -1))
    return stats.beta(mean * np.exp(log_precision), rest * np.exp(log_precision))


CASES = [entry(beta, "logit_mean log_precision", beta_points)]

INSTANCES = (Instance(fx.Beta(), inside, (gaussian(0.7), precise), (*BELOW_0, 0.0, 1.0, 1 + 2.0**-52, 2.0), frozen),)
