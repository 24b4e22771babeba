"""Exponential, by the log of its rate or the rate itself."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Instance, gaussian, positive
from mpmath import mp
from oracle_core import INF, NAN, ONE, ZERO, Draw, Number, Parts, Point, Terms, entry
from scipy import stats

import fastxent as fx
from oracles._censored import censored_points, limits, log1mexp, rough, share, share_bend


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


def exponential_censored(lower: Number, upper: Number, log_rate: Number) -> Parts:
    if lower == upper:
        return exponential(upper, log_rate)
    rate = mp.exp(log_rate)
    load = max(lower, ZERO) * rate
    if upper == INF:
        return Parts([load], [], ([load],), ([load],), ([NAN],))
    width = (upper - max(lower, ZERO)) * rate
    return rough(lambda d: [[load, -log1mexp(d)], [load, -share(d)], [load, share_bend(d)]], (width,), (3 * width,))


def exponential_identity_censored(lower: Number, upper: Number, rate: Number, link: str) -> Parts:
    if lower == upper or rate < 0:
        return exponential_identity(upper, rate, link)
    start = max(lower, ZERO)
    if upper == INF:
        return Parts([start * rate], [], ([start],), ([ZERO],), ([NAN],))
    if rate == 0:
        return Parts([INF], [], ([-INF],), ([INF],), ([NAN],))
    width = (upper - start) * rate

    def outputs(d: Number) -> list[Terms]:
        curve = [(share_bend(d) + share(d)) / rate**2]
        return [[start * rate, -log1mexp(d)], [start, -share(d) / rate], curve]

    return rough(outputs, (width,), (width,))


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


def censored_waits(draw: Draw) -> Iterator[Point]:
    def place(u: float, log_rate: float) -> float:
        return math.exp(u - log_rate)

    yield from censored_points(draw, place, lambda: (draw.normal(2),), lambda: (draw.pick(draw.logs),), 0.0)
    bounds = ((0.5, math.inf), (-math.inf, 0.5), (0.25, 0.5), (0.5, 0.5))
    yield from limits(bounds, (math.inf, -math.inf))


def censored_rates(draw: Draw) -> Iterator[Point]:
    def place(u: float, rate: float) -> float:
        return math.exp(u) / rate

    def rate() -> tuple[float]:
        return (math.exp(draw.normal(2)),)

    yield from censored_points(draw, place, rate, lambda: (abs(draw.pick(draw.reals)),), 0.0)
    bounds = ((0.5, math.inf), (-math.inf, 0.5), (0.25, 0.5), (0.5, 0.5))
    yield from limits(bounds, (math.inf, -math.inf))


def _exponential(link: str) -> Instance:
    identity = link == "identity"

    def frozen(p: Any) -> Any:
        return stats.expon(scale=1 / p if identity else np.exp(-p))

    draw = positive if identity else gaussian()
    return Instance(fx.Exponential(link=link), positive, (draw,), BELOW_0, frozen)


CASES = [
    entry(exponential, "log_rate", log_rate_points),
    entry(exponential_identity, "rate", rate_points, link="identity"),
    entry(exponential_censored, "log_rate", censored_waits, data="lower upper"),
    entry(exponential_identity_censored, "rate", censored_rates, data="lower upper", link="identity"),
]

INSTANCES = (_exponential("log"), _exponential("identity"))
