"""SkewNormal: z = (y - loc)/s, t = shape·z."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian
from mpmath import mp, mpf
from oracle_core import INF, ONE, SQUARED, Draw, Number, Parts, Point, Rough, entry
from scipy import stats

import fastxent as fx

FAR = 10**8  # where the leading terms of Φ's tail have all digits


def log_phi(t: Number) -> Number:
    """log(2Φ(t)), also where mpmath cannot hold Φ."""
    if t > -FAR:
        return mp.log(mp.erfc(-t / mp.sqrt(2)))
    return -t * t / 2 + mp.log(2 * (1 - 1 / t**2 + 3 / t**4 - 15 / t**6) / (-t * mp.sqrt(2 * mp.pi)))


def hazard(t: Number) -> Number:
    """φ(t)/Φ(t)."""
    if t > FAR:
        return mpf(0)
    if t > -FAR:
        return 2 * mp.npdf(t) / mp.erfc(-t / mp.sqrt(2))
    return -t / (1 - 1 / t**2 + 3 / t**4 - 15 / t**6)


def curve(t: Number, h: Number) -> Number:
    """h·(h + t), the negative derivative of the hazard."""
    return h * (h + t) if t > -FAR else 1 - 1 / t**2 + 6 / t**4


def moments(shape: Number) -> tuple[Number, Number]:
    """E[Z^k (φ(shape·Z)/Φ(shape·Z))²] for k = 0 and 2, by the trapezoidal rule, a node and its mirror image at once."""
    width = 1 / mp.sqrt(1 + 2 * shape * shape)
    place, about = mpf(0), mpf(0)
    for i in range(33):
        u = mpf(i) / 2
        above = mp.erfc(shape * width * u / mp.sqrt(2)) / 2
        ratio = mp.npdf(u) / (above * (1 - above)) / (1 if i else 2)
        place, about = place + ratio, about + u * u * ratio
    return place * width / 2 / mp.pi, about * width**3 / 2 / mp.pi


def skew_normal(y: Number, loc: Number, log_scale: Number, shape: Number) -> Parts:
    rate = mp.exp(-log_scale)
    z = (y - loc) * rate
    t = shape * z
    h = hazard(t)
    c = curve(t, h)
    wide = mpf(2) ** 60 if abs(shape) > mpf(2) ** 60 else abs(shape)  # the moments are powers from there on
    ratio = wide / abs(shape) if shape else ONE
    place, about = moments(wide)
    place, about = place * ratio * shape**2, about * ratio**3
    # slack: the rounding of t, a product of three factors, is one of an exponent
    dh, dc = abs(t) * c, abs(t) * c * abs(2 * h + t) + abs(t) * h
    return Parts(
        nll=[z * z / 2, log_scale, -log_phi(t)],
        constant=[mp.log(2 * mp.pi) / 2],
        grad=(
            Rough([-z * rate, shape * h * rate], 2 * abs(shape) * rate * dh),
            Rough([ONE, -z * z, t * h], 2 * abs(t) * dh),
            Rough([-z * h], 2 * abs(z) * dh),
        ),
        observed=(
            Rough([rate**2, (shape * rate) ** 2 * c], 2 * (shape * rate) ** 2 * dc),
            Rough([2 * z * z, -t * h, t * t * c], 2 * abs(t) * dh + 2 * t * t * dc),
            Rough([z * z * c], 2 * z * z * dc),
        ),
        fisher=([rate**2, place * rate**2], [mpf(2), shape**2 * about], [about]),
    )


def points(draw: Draw) -> Iterator[Point]:
    for _ in range(80):
        loc, log_scale, shape = draw.normal(3), draw.uniform(-3, 3), draw.normal(3)
        yield "ordinary", loc + draw.normal() * math.exp(log_scale), loc, log_scale, shape
    for _ in range(30):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 3)
        yield "balanced", loc + draw.pick((1, -1)) * math.exp(log_scale), loc, log_scale, draw.normal(0.01)
    for _ in range(30):
        loc = draw.normal(3)
        yield "confident", loc * (1 + 4 * draw.eps * draw.normal()), loc, draw.uniform(-12, -4), draw.normal(10)
    for _ in range(30):
        loc, shape = draw.normal(), draw.normal(30)
        yield "ordinary", loc - math.copysign(draw.uniform(0, 8), shape), loc, 0.0, shape  # the thin tail
    for _ in range(60):
        loc = draw.pick(draw.reals)
        yield "extreme", draw.pick((*draw.reals, loc)), loc, draw.pick(draw.logs), draw.normal(2)
    for _ in range(40):
        loc = draw.normal()
        yield "extreme", loc + draw.normal(), loc, draw.normal(), draw.pick(draw.reals)
    for y, loc, log_scale, shape in itertools.product(
        (0.0, 1.5), (1.5, INF, -INF), (0.25, INF, -INF), (0.0, 2.0, INF, -INF)
    ):
        if sum(map(math.isinf, (loc, log_scale, shape))) == 1:
            yield "limit", y, loc, log_scale, shape


def _instance(law: Any) -> Instance:
    def frozen(loc: Any, log_scale: Any, shape: Any) -> Any:
        return stats.skewnorm(shape, loc, np.exp(log_scale))

    params = (gaussian(), gaussian(0.7), gaussian(2.0))
    return Instance(law, gaussian(2.0), params, REAL_LINE, frozen, fisher_rtol=1e-10, scipy_rtol=1e-6)


CASES = [entry(skew_normal, "loc log_scale shape", points, SQUARED)]

INSTANCES = (_instance(fx.SkewNormal()),)
