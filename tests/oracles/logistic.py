"""Logistic: z = (y - loc)/s."""

from __future__ import annotations

from instance_core import located
from mpmath import mp, mpf
from oracle_core import ONE, Number, Parts, Rough, entry, exp, location_points, location_scale_points
from scipy import stats

import fastxent as fx


def logistic(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    size = abs(y - loc) * rate
    e = exp(-size)
    slope = mp.tanh(size / 2) if size < 1 else (1 - e) / (1 + e)
    curve = 2 * e / (1 + e) ** 2
    return Parts(
        nll=[size, 2 * mp.log1p(e), log_scale],
        constant=[],
        grad=([-mp.sign(y - loc) * slope * rate], [ONE, -size * slope]),
        observed=(
            Rough([curve * rate**2], size * slope * curve * rate**2),  # what a rounding of z makes of it
            [size * slope, size**2 * curve],
        ),
        fisher=([rate**2 / 3], [(3 + mp.pi**2) / 9]),
    )


def logistic_fixed(y: Number, loc: Number, scale: float) -> Parts:
    parts = logistic(y, loc, mp.log(mpf(scale)))
    return Parts(parts.nll[:2], parts.nll[2:], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


CASES = [
    entry(logistic, "loc log_scale", location_scale_points),
    entry(logistic_fixed, "loc", location_points, scale=0.375),
]

INSTANCES = (
    located(fx.Logistic(), stats.logistic, smooth=True),
    located(fx.Logistic(scale=2.0), stats.logistic, smooth=True),
)
