"""Binomial: successes among a number of trials, p = sigmoid(logit)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Bound, Instance, counts, gaussian
from oracle_core import INF, Draw, Number, Parts, Point, entry, log_factorial, sigmoid, softplus
from scipy import stats

import fastxent as fx


def binomial(y: Number, trials: Number, logit: Number) -> Parts:
    p, q = sigmoid(logit), sigmoid(-logit)
    failures = trials - y
    hess = ([trials * p * q],)
    return Parts(
        nll=[y * softplus(-logit), failures * softplus(logit)],
        constant=[log_factorial(y) + log_factorial(failures) - log_factorial(trials)],
        grad=([failures * p, -y * q],),
        observed=hess,
        fisher=hess,
        slack=4 * abs(trials * p - y),  # expectations are rounded, 2 ulp each, before they meet y and trials - y
        relative=True,
    )


def binomial_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        trials, logit = float(draw.rng.integers(1, 50)), draw.normal(2)
        yield "ordinary", float(draw.rng.binomial(int(trials), 1 / (1 + math.exp(-logit)))), trials, logit
    for trials in range(1, 14):
        yield from (("ordinary", float(y), float(trials), draw.normal(1.5)) for y in (0, trials // 2, trials))
    for _ in range(40):
        trials = float(draw.rng.integers(1, 30))
        yield "ordinary", trials * draw.uniform(0, 1), trials, draw.normal(2)  # counts that are not whole
    for trials, share in itertools.product((1.0, 8.0, 1e3, 1e6, 1e9, 1e15), (1e-6, 0.125, 0.5, 0.75)):
        y = float(round(trials * share))
        logit = math.log(max(y, 0.5) / max(trials - y, 0.5))
        yield "balanced", y, trials, logit + draw.pick((0, 3 * draw.eps, -1e-3, 0.1))  # the deviance nearly vanishes
    for trials, size, sign in itertools.product((1.0, 10.0), (17.0, 40.0, 80.0), (1, -1)):
        yield from (("confident", y, trials, sign * size) for y in (0.0, trials))
    for _ in range(100):
        trials = abs(draw.pick(draw.reals))
        yield "extreme", trials * draw.pick((0.0, 1.0, 0.5)), trials, draw.pick(draw.logs)
    for y, logit in itertools.product((0.0, 0.5, 3.0), (INF, -INF)):
        yield "limit", y, 3.0, logit


def frozen(logit: Any) -> Any:
    return stats.binom(TRIALS, 1 / (1 + np.exp(-np.asarray(logit))))


TRIALS = 60
CASES = [entry(binomial, "logit", binomial_points, data="y trials")]

INSTANCES = (
    Instance(
        Bound(fx.Binomial(), (("trials", TRIALS),)),
        counts,
        (gaussian(),),
        (*BELOW_0, TRIALS + 0.5, 1e30),
        frozen,
    ),
)
