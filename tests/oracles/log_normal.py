"""LogNormal: z = (log y - loc)/s."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian, positive
from mpmath import mp, mpf
from oracle_core import INF, ONE, SQUARED, Draw, Number, Parts, Point, Rough, entry, exp
from scipy import stats

import fastxent as fx
from oracles._censored import censored_points, gaussian_censored, limits

LOGARITHM = mpf("0.25")  # what log y - loc is off, in eps, where it nearly vanishes: log y is no input


def log_normal(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    z = (mp.log(y) - loc) * rate
    off = LOGARITHM * rate  # of z
    square = z * z
    return Parts(
        nll=Rough([square / 2, log_scale], abs(z) * off),
        constant=[mp.log(y), mp.log(2 * mp.pi) / 2],
        grad=(Rough([-z * rate], off * rate), Rough([ONE, -square], 2 * abs(z) * off)),
        observed=([rate**2], Rough([2 * square], 4 * abs(z) * off)),
        fisher=([rate**2], [mpf(2)]),
    )


def log_normal_fixed(y: Number, loc: Number, scale: float) -> Parts:
    parts = log_normal(y, loc, mp.log(mpf(scale)))
    nll = Rough(parts.nll[:1], parts.nll.slack)  # type: ignore[attr-defined]
    return Parts(nll, [*parts.nll[1:], *parts.constant], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


def log_normal_censored(lower: Number, upper: Number, loc: Number, log_scale: Number) -> Parts:
    if lower == upper:
        return log_normal(upper, loc, log_scale)
    rate = exp(-log_scale)
    below, above = -INF if lower <= 0 else (mp.log(lower) - loc) * rate, (mp.log(upper) - loc) * rate
    apart = above - below if above == INF or below == -INF else mp.log(upper / lower) * rate
    return gaussian_censored(below, above, apart, rate, LOGARITHM * rate)


def log_normal_fixed_censored(lower: Number, upper: Number, loc: Number, scale: float) -> Parts:
    if lower == upper:
        return log_normal_fixed(upper, loc, scale)
    parts = log_normal_censored(lower, upper, loc, mp.log(mpf(scale)))
    return Parts(parts.nll, [], parts.grad[:1], parts.observed[:1], parts.fisher[:1], under=parts.under)


def points(draw: Draw) -> Iterator[Point]:
    sizes = [abs(v) for v in draw.reals if v]
    for _ in range(100):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 1)
        yield "ordinary", math.exp(loc + draw.normal() * math.exp(log_scale)), loc, log_scale
    for _ in range(40):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 1)
        yield "balanced", math.exp(loc + draw.pick((1, -1)) * math.exp(log_scale)), loc, log_scale  # |z| = 1
    for _ in range(40):
        loc = draw.normal(3)
        yield "confident", math.exp(loc) * (1 + 4 * draw.eps * draw.normal()), loc, draw.uniform(-12, -4)
    for _ in range(140):
        yield "extreme", draw.pick((*sizes, 3e38)), draw.pick(draw.reals), draw.pick(draw.logs)
    for _ in range(60):
        yield "extreme", draw.pick(sizes), draw.pick((*draw.reals, draw.normal())), draw.normal(2)
    for y, loc, log_scale in itertools.product((0.5, 1.0, 3.0), (0.0, 1.5, INF, -INF), (0.25, INF, -INF)):
        if math.isinf(loc) or math.isinf(log_scale):
            yield "limit", y, loc, log_scale


def places(draw: Draw) -> Iterator[Point]:
    """The same without the scale; where that was to be infinite, nothing is left to try."""
    return (p[:3] for p in points(draw) if p[0] != "limit" or math.isfinite(p[3]))


def censored(draw: Draw) -> Iterator[Point]:
    def place(u: float, loc: float, log_scale: float) -> float:
        return math.exp(loc + u * math.exp(log_scale))

    def extreme() -> tuple[float, float]:
        return draw.pick(draw.reals), draw.pick(draw.logs)

    points = censored_points(draw, place, lambda: (draw.normal(3), draw.uniform(-3, 0)), extreme, 0.0)
    yield from (p for p in points if p[2] > 0)
    bounds = ((0.5, math.inf), (0.0, 0.5), (0.25, 0.5), (2.0, 3.0), (0.5, 3.0), (0.5, 0.5))
    for point in limits(bounds, (1.5, math.inf, -math.inf), (0.25, math.inf, -math.inf)):
        if not (point[4] == math.inf and 0 < point[1] < point[2] < math.inf):  # as of laws of loc + s·Z
            yield point


def censored_places(draw: Draw) -> Iterator[Point]:
    """The same without the scale."""
    return (p[:4] for p in censored(draw) if p[0] != "limit" or math.isfinite(p[4]))


def _instance(law: Any) -> Instance:
    def frozen(loc: Any, log_scale: Any = None) -> Any:
        return stats.lognorm(law.scale if log_scale is None else np.exp(log_scale), scale=np.exp(loc))

    return Instance(law, positive, (gaussian(), gaussian(0.5))[: len(law.params)], (*REAL_LINE, 0.0, -1.0), frozen)


CASES = [
    entry(log_normal, "loc log_scale", points, SQUARED),
    entry(log_normal_fixed, "loc", places, SQUARED, scale=0.375),
    entry(log_normal_censored, "loc log_scale", censored, SQUARED, data="lower upper"),
    entry(log_normal_fixed_censored, "loc", censored_places, SQUARED, data="lower upper", scale=0.375),
]

INSTANCES = (_instance(fx.LogNormal()), _instance(fx.LogNormal(scale=0.75)))
