"""GeneralizedPareto: z = y/s, t = shape·z."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Array, Instance, gaussian, positive
from mpmath import mp, mpf
from numpy.random import Generator
from oracle_core import INF, NAN, Draw, Number, Parts, Point, Rough, entry, exp
from scipy import stats

import fastxent as fx


def generalized_pareto(y: Number, log_scale: Number, shape: Number) -> Parts:
    z = y * exp(-log_scale)
    t = shape * z
    some = shape > -mpf(1) / 2
    fisher = ([1 / (1 + 2 * shape)], [2 / ((1 + shape) * (1 + 2 * shape))]) if some else ([NAN], [NAN])
    if t <= -1:
        end = log_scale if shape == -1 else INF * (shape + 1)  # of the nll, at the end of the support
        return Parts([end if t == -1 else INF], [], ([NAN], [NAN]), ([NAN], [NAN]), fisher)
    w = 1 / (1 + t)
    if abs(t) > mpf(10) ** -6:
        ratio = mp.log1p(t) / t
        drop = (ratio - w) / t
        bend = (2 * drop - w * w) / t
    else:
        with mp.extraprec(100):
            ratio = sum((-t) ** n / (n + 1) for n in range(30))
            drop = sum((-t) ** n * mpf(n + 1) / (n + 2) for n in range(30))
            bend = sum((-t) ** n * mpf((n + 1) * (n + 2)) / (n + 3) for n in range(30))
    off = mpf(5) / 2  # eps: z is rounded, and what makes t of it
    return Parts(
        nll=Rough([log_scale, (1 + shape) * z * ratio], off * abs(1 + shape) * z * w),
        constant=[],
        grad=(
            Rough([w, -z * w], off * abs((1 + shape) * z) * w**2),
            Rough([z * w, -(z**2) * drop], off * z * abs(1 - z) * w**2),
        ),
        observed=(
            Rough([(1 + shape) * z * w**2], off * abs((1 + shape) * z * (1 - 2 * t * w)) * w**2),
            Rough([z**3 * bend, -((z * w) ** 2)], off * 2 * z**2 * w**3 * abs(1 - z)),
        ),
        fisher=fisher,
    )


def points(draw: Draw) -> Iterator[Point]:
    def excess(shape: float) -> float:
        hazard = draw.rng.exponential()
        return math.expm1(shape * hazard) / shape if shape else hazard

    shapes = [x for x in draw.reals if abs(x) != draw.subnormal]
    for _ in range(120):
        log_scale, shape = draw.normal(2), draw.normal(0.4)
        yield "ordinary", math.exp(log_scale) * excess(shape), log_scale, shape
    for size in (0.0, 1e-12, 1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 0.1):
        for _ in range(6):
            shape = draw.pick((1, -1)) * size  # next to the exponential law
            yield "balanced", excess(shape), draw.pick((0.0, draw.normal())), shape
    for _ in range(40):
        shape, near = -abs(draw.normal()), 10.0 ** draw.uniform(-3, 0)
        yield "balanced", (1 - near) / -shape, 0.0, shape  # the support ends soon
    for _ in range(30):
        shape = draw.pick((draw.normal(0.4), -0.5, -1.0, 1.0, 0.0))
        yield "balanced", math.exp(draw.normal()) * (1 + 4 * draw.eps * draw.normal()), draw.normal(), shape
    for _ in range(60):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs), draw.normal()
    for _ in range(60):
        yield "extreme", abs(draw.pick(draw.reals)), draw.normal(2), draw.pick(shapes)
    for _ in range(50):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs), abs(draw.pick(shapes))
    for y, log_scale, shape in itertools.product((0.0, 0.5, 3.0), (INF, -INF, 0.5), (0.0, 0.5, -0.25, INF, -INF)):
        if math.isinf(log_scale) != math.isinf(shape):
            yield "limit", y, log_scale, shape


def _shapes(rng: Generator, shape: tuple[int, ...]) -> Array:
    return rng.uniform(0.02, 0.4, shape)


def _frozen(log_scale: Any, shape: Any) -> Any:
    return stats.genpareto(shape, scale=np.exp(log_scale))


CASES = [entry(generalized_pareto, "log_scale shape", points)]

INSTANCES = (Instance(fx.GeneralizedPareto(), positive, (gaussian(0.5), _shapes), BELOW_0, _frozen),)
