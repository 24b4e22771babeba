"""Logistic: z = (y - loc)/s."""

from __future__ import annotations

import mpmath
from instance_core import located
from mpmath import mp, mpf
from oracle_core import ONE, ZERO, Number, Parts, Rough, entry, exp, location_points, location_scale_points
from scipy import stats

import fastxent as fx
from oracles._censored import censored_locations, censored_values, logistic_terms, rough, underflow


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


def logistic_censored(lower: Number, upper: Number, loc: Number, log_scale: Number) -> Parts:
    if lower == upper:
        return logistic(upper, loc, log_scale)
    rate = exp(-log_scale)
    ua, ub = (x if mpmath.isinf(x) else (x - loc) * rate for x in (lower, upper))
    v = ZERO if mpmath.isinf(lower) or mpmath.isinf(upper) else (upper - lower) * rate
    off = [2 * abs(u) if mpmath.isfinite(u) else ZERO for u in (ua, ub)]
    return rough(lambda a, b, v: logistic_terms(a, b, v, rate, 1), (ua, ub, v), (*off, 4 * v), underflow(ua, ub))


def logistic_fixed_censored(lower: Number, upper: Number, loc: Number, scale: float) -> Parts:
    if lower == upper:
        return logistic_fixed(upper, loc, scale)
    parts = logistic_censored(lower, upper, loc, mp.log(mpf(scale)))
    return Parts(parts.nll, [], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


CASES = [
    entry(logistic, "loc log_scale", location_scale_points),
    entry(logistic_fixed, "loc", location_points, scale=0.375),
    entry(logistic_censored, "loc log_scale", censored_values, data="lower upper"),
    entry(logistic_fixed_censored, "loc", censored_locations, data="lower upper", scale=0.375),
]

INSTANCES = (
    located(fx.Logistic(), stats.logistic, smooth=True),
    located(fx.Logistic(scale=2.0), stats.logistic, smooth=True),
)
