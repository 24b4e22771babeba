"""LogNormal: z = (log y - loc)/s."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian, positive
from mpmath import mp, mpf
from oracle_core import INF, ONE, SQUARED, Draw, Number, Parts, Point, Rough, entry
from scipy import stats

import fastxent as fx

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


def _instance(law: Any) -> Instance:
    def frozen(loc: Any, log_scale: Any = None) -> Any:
        return stats.lognorm(law.scale if log_scale is None else np.exp(log_scale), scale=np.exp(loc))

    return Instance(law, positive, (gaussian(), gaussian(0.5))[: len(law.params)], (*REAL_LINE, 0.0, -1.0), frozen)


CASES = [
    entry(log_normal, "loc log_scale", points, SQUARED),
    entry(log_normal_fixed, "loc", places, SQUARED, scale=0.375),
]

INSTANCES = (_instance(fx.LogNormal()), _instance(fx.LogNormal(scale=0.75)))
