"""Laplace: |y - loc|/s."""

from __future__ import annotations

from instance_core import located
from mpmath import mp, mpf
from oracle_core import ONE, ZERO, Number, Parts, entry, location_points, location_scale_points
from scipy import stats

import fastxent as fx


def laplace(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    distance = abs(y - loc) * rate
    return Parts(
        nll=[distance, log_scale],
        constant=[mp.log(2)],
        grad=([-mp.sign(y - loc) * rate], [ONE, -distance]),
        observed=([ZERO], [distance]),
        fisher=([rate**2], [ONE]),
    )


def laplace_fixed(y: Number, loc: Number, scale: float) -> Parts:
    s = mpf(scale)
    return Parts([abs(y - loc) / s], [mp.log(2 * s)], ([-mp.sign(y - loc) / s],), ([ZERO],), ([1 / s**2],))


CASES = [
    entry(laplace, "loc log_scale", location_scale_points),
    entry(laplace_fixed, "loc", location_points, scale=2.75),
]

INSTANCES = (located(fx.Laplace(), stats.laplace), located(fx.Laplace(scale=0.5), stats.laplace))
