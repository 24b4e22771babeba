"""Cauchy: z = (y - loc)/s."""

from __future__ import annotations

from instance_core import located
from mpmath import mp, mpf
from oracle_core import SQUARED, Number, Parts, entry, location_points, location_scale_points
from scipy import stats

import fastxent as fx

HALF = mpf(1) / 2


def cauchy(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    z = (y - loc) * rate
    q = 1 / (1 + z**2)
    return Parts(
        nll=[mp.log1p(z**2), log_scale],
        constant=[mp.log(mp.pi)],
        grad=([-2 * z * q * rate], [q, -(z**2) * q]),
        observed=([2 * (q * rate) ** 2, -2 * (z * q * rate) ** 2], [4 * (z * q) ** 2]),
        fisher=([rate**2 / 2], [HALF]),
    )


def cauchy_fixed(y: Number, loc: Number, scale: float) -> Parts:
    parts = cauchy(y, loc, mp.log(mpf(scale)))
    constant = [*parts.nll[1:], *parts.constant]
    return Parts(parts.nll[:1], constant, parts.grad[:1], parts.observed[:1], parts.fisher[:1])


CASES = [
    entry(cauchy, "loc log_scale", location_scale_points, SQUARED),
    entry(cauchy_fixed, "loc", location_points, SQUARED, scale=0.375),
]

INSTANCES = (
    located(fx.Cauchy(), stats.cauchy, smooth=True),
    located(fx.Cauchy(scale=2.0), stats.cauchy, smooth=True),
)
