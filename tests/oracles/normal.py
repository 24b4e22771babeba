"""Normal: z = (y - loc)/s."""

from __future__ import annotations

from instance_core import located
from mpmath import mp, mpf
from oracle_core import ONE, SQUARED, Number, Parts, entry, location_points, location_scale_points
from scipy import stats

import fastxent as fx


def normal(y: Number, loc: Number, log_scale: Number) -> Parts:
    precision = mp.exp(-2 * log_scale)
    square = (y - loc) ** 2 * precision
    grad = ([-(y - loc) * precision], [ONE, -square])
    return Parts(
        nll=[square / 2, log_scale],
        constant=[mp.log(2 * mp.pi) / 2],
        grad=grad,
        observed=([precision], [2 * square]),
        fisher=([precision], [mpf(2)]),
    )


def normal_fixed(y: Number, loc: Number, scale: float) -> Parts:
    s = mpf(scale)
    hess = ([1 / s**2],)
    return Parts([((y - loc) / s) ** 2 / 2], [mp.log(s), mp.log(2 * mp.pi) / 2], ([-(y - loc) / s**2],), hess, hess)


CASES = [
    entry(normal, "loc log_scale", location_scale_points, SQUARED),
    entry(normal_fixed, "loc", location_points, SQUARED, scale=0.375),
]

INSTANCES = (located(fx.Normal(), stats.norm, smooth=True), located(fx.Normal(scale=2.0), stats.norm, smooth=True))
