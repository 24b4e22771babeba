"""Bernoulli: P(1) = sigmoid(logit)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BAD_SHARES, Instance, gaussian, shares
from mpmath import mpf
from oracle_core import INF, Draw, Number, Parts, Point, entry, sigmoid, softplus
from scipy import stats

import fastxent as fx


def bernoulli(y: Number, logit: Number, pos_weight: float = 1.0) -> Parts:
    ones, zeros = mpf(pos_weight) * y, 1 - y
    p, q = sigmoid(logit), sigmoid(-logit)
    hess = ([(ones + zeros) * p * q],)
    expected = ([(mpf(pos_weight) * p + q) * p * q],)
    nll = [ones * softplus(-logit), zeros * softplus(logit)]
    # pos_weight may multiply a subnormal y or q before or after it is rounded
    under = 0 if pos_weight == 1 else pos_weight + softplus(-logit) * (y > 0)
    return Parts(nll, [], ([zeros * p, -ones * q],), hess, expected, under=under)


def bernoulli_points(draw: Draw) -> Iterator[Point]:
    targets = (0.0, 1.0, 0.0, 1.0, 0.5, 0.125, 1 - draw.eps, draw.eps, draw.subnormal)
    for _ in range(120):
        yield "ordinary", draw.pick((*targets, draw.uniform(0, 1))), draw.normal(3)
    for _ in range(40):
        x = draw.normal(2)
        yield "balanced", 1 / (1 + math.exp(-x)), x  # the gradient nearly vanishes
    for size in (5.0, 10.0, 17.0, 20.0, 36.7, 40.0, 60.0, 80.0):
        for sign in (1, -1):
            yield "confident", (sign + 1) / 2, sign * size
            yield "confident", (1 - sign) / 2, sign * size
            yield "confident", draw.uniform(0, 1), sign * size
    for _ in range(120):
        yield "extreme", draw.pick(targets), draw.pick(draw.logs)
    for y, x in itertools.product((0.0, 1.0, 0.25), (INF, -INF)):
        yield "limit", y, x


def _bernoulli(pos_weight: float) -> Instance:
    law = fx.Bernoulli(pos_weight=pos_weight)

    def frozen(logit: Any) -> Any:
        return stats.bernoulli(1 / (1 + np.exp(-np.asarray(logit))))

    return Instance(law, shares, (gaussian(2.0),), BAD_SHARES, frozen, proper=pos_weight == 1)


CASES = [
    entry(bernoulli, "logit", bernoulli_points),
    entry(bernoulli, "logit", bernoulli_points, pos_weight=3.25),
]

INSTANCES = (_bernoulli(1.0), _bernoulli(2.5))
