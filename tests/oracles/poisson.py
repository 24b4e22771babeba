"""Poisson."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np
from instance_core import BELOW_0, Instance, counts, gaussian
from mpmath import mp
from oracle_core import INF, Draw, Number, Parts, Point, entry, log_factorial
from scipy import stats

import fastxent as fx


def poisson(y: Number, log_rate: Number) -> Parts:
    mean = mp.exp(log_rate)
    return Parts(
        nll=[mean, -y * log_rate],
        constant=[log_factorial(y)],
        grad=([mean, -y],),
        observed=([mean],),
        fisher=([mean],),
        slack=2 * abs(mean - y),  # the mean is rounded, 2 ulp, before it meets y
        relative=True,  # deviance + what log(y!) exceeds Stirling's leading terms by: both positive
    )


def poisson_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_rate = draw.normal(2)
        yield "ordinary", float(draw.rng.poisson(math.exp(log_rate))), log_rate
    for count in range(30):
        yield "ordinary", float(count), draw.normal(1.5)
    for _ in range(60):
        yield "ordinary", math.exp(draw.normal(2)), draw.normal(2)  # counts that are not whole
    for size in (1e-6, 1e-3, 0.3, 1.0, 2.5, 7.0, 10.0, 15.0, 16.0, 100.0, 1e3, 1e4, 1e6, 1e9, 1e15, 1e30):
        for shift in (0.0, 3 * draw.eps, -0.001, 0.1, -0.5):
            yield "balanced", size, math.log(size) + shift  # the deviance nearly vanishes
    for _ in range(140):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs)
    for y, log_rate in itertools.product((0.0, 0.5, 3.0), (INF, -INF)):
        yield "limit", y, log_rate


CASES = [entry(poisson, "log_rate", poisson_points)]

INSTANCES = (Instance(fx.Poisson(), counts, (gaussian(),), BELOW_0, lambda log_rate: stats.poisson(np.exp(log_rate))),)
