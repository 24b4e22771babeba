"""Exponential, by the log of its rate or the rate itself."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Instance, gaussian, positive
from mpmath import mp
from oracle_core import INF, NAN, ONE, Draw, Number, Parts, Point, entry
from scipy import stats

import fastxent as fx


def exponential(y: Number, log_rate: Number) -> Parts:
    mean = y * mp.exp(log_rate)
    return Parts([mean, -log_rate], [], ([mean, -ONE],), ([mean],), ([ONE],))


def exponential_identity(y: Number, rate: Number, link: str) -> Parts:
    assert link == "identity"
    if rate < 0:
        return Parts([NAN], [], ([NAN],), ([NAN],), ([NAN],))
    if rate == 0:
        return Parts([INF], [], ([-INF],), ([INF],), ([INF],))
    hess = ([1 / rate**2],)
    return Parts([rate * y, -mp.log(rate)], [], ([y, -1 / rate],), hess, hess)


def log_rate_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_rate = draw.normal(2)
        yield "ordinary", draw.rng.exponential() * math.exp(-log_rate), log_rate
    for _ in range(40):
        log_rate = draw.normal(2)
        yield "balanced", math.exp(-log_rate), log_rate  # y·rate = 1
    for _ in range(140):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs)
    for _ in range(20):
        yield "extreme", abs(draw.pick(draw.reals)), draw.normal(2)
    for y, log_rate in itertools.product((0.0, 0.5, 3.0), (INF, -INF)):
        yield "limit", y, log_rate


def rate_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        rate = math.exp(draw.normal(2))
        yield "ordinary", draw.rng.exponential() / rate, rate
    for _ in range(40):
        rate = math.exp(draw.normal(2))
        yield "balanced", 1 / rate, rate
    for _ in range(30):
        yield "ordinary", draw.uniform(0, 2), 1 + 4 * draw.eps * draw.normal()  # the logarithm vanishes
    for _ in range(80):
        yield "extreme", abs(draw.pick(draw.reals)), abs(draw.pick(draw.reals))
    for y, rate in itertools.product((0.0, 0.5, 3.0), (INF, -INF, -1.5)):
        yield "limit", y, rate


def _exponential(link: str) -> Instance:
    identity = link == "identity"

    def frozen(p: Any) -> Any:
        return stats.expon(scale=1 / p if identity else np.exp(-p))

    draw = positive if identity else gaussian()
    return Instance(fx.Exponential(link=link), positive, (draw,), BELOW_0, frozen)


CASES = [
    entry(exponential, "log_rate", log_rate_points),
    entry(exponential_identity, "rate", rate_points, link="identity"),
]

INSTANCES = (_exponential("log"), _exponential("identity"))
