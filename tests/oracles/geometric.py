"""Geometric: failures before the first success, p = sigmoid(logit)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Instance, counts, gaussian
from oracle_core import INF, Draw, Number, Parts, Point, entry, sigmoid, softplus
from scipy import stats

import fastxent as fx


def geometric(y: Number, logit: Number) -> Parts:
    p, q = sigmoid(logit), sigmoid(-logit)
    return Parts([softplus(-logit), y * softplus(logit)], [], ([y * p, -q],), ([(1 + y) * p * q],), ([q],))


def geometric_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        logit = draw.normal(2)
        yield "ordinary", float(draw.rng.geometric(1 / (1 + math.exp(-logit))) - 1), logit
    for _ in range(40):
        yield "ordinary", math.exp(draw.normal(2)), draw.normal(2)  # not whole
    for _ in range(40):
        logit = draw.normal(3)
        yield "balanced", math.exp(-logit), logit  # the gradient nearly vanishes
    for size in (5.0, 17.0, 20.0, 36.7, 40.0, 80.0):
        yield from (("confident", y, x) for y, x in itertools.product((0.0, 1.0, 1e6), (size, -size)))
    for _ in range(120):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs)
    for y, logit in itertools.product((0.0, 0.5, 3.0), (INF, -INF)):
        yield "limit", y, logit


def frozen(logit: Any) -> Any:
    return stats.geom(1 / (1 + np.exp(-np.asarray(logit))), -1)


CASES = [entry(geometric, "logit", geometric_points)]

INSTANCES = (Instance(fx.Geometric(), counts, (gaussian(),), BELOW_0, frozen),)
