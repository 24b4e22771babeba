"""Normal: z = (y - loc)/s."""

from __future__ import annotations

import mpmath
from instance_core import located
from mpmath import mp, mpf
from oracle_core import INF, ONE, SQUARED, ZERO, Number, Parts, entry, exp, location_points, location_scale_points
from scipy import stats

import fastxent as fx
from oracles._censored import censored_locations, censored_values, gaussian_censored


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


def normal_censored(lower: Number, upper: Number, loc: Number, log_scale: Number) -> Parts:
    if lower == upper:
        return normal(upper, loc, log_scale)
    rate, bits = exp(-log_scale), 0
    if -INF < lower < loc < upper < INF:  # how far off the middle loc is
        middle = mp.fsum((lower, upper, -loc, -loc))
        bits = mp.mag(upper - lower) - mp.mag(middle) if middle else 0
    with mp.extraprec(bits):
        below, above = (x if mpmath.isinf(x) else (x - loc) * rate for x in (lower, upper))
        apart = INF if mpmath.isinf(lower) or mpmath.isinf(upper) else (upper - lower) * rate
        return gaussian_censored(below, above, apart, rate, ZERO)


def normal_fixed_censored(lower: Number, upper: Number, loc: Number, scale: float) -> Parts:
    if lower == upper:
        return normal_fixed(upper, loc, scale)
    parts = normal_censored(lower, upper, loc, mp.log(mpf(scale)))
    return Parts(parts.nll, [], parts.grad[:1], parts.observed[:1], parts.fisher[:1], under=parts.under)


CASES = [
    entry(normal, "loc log_scale", location_scale_points, SQUARED),
    entry(normal_fixed, "loc", location_points, SQUARED, scale=0.375),
    entry(normal_censored, "loc log_scale", censored_values, SQUARED, data="lower upper"),
    entry(normal_fixed_censored, "loc", censored_locations, SQUARED, data="lower upper", scale=0.375),
]

INSTANCES = (located(fx.Normal(), stats.norm, smooth=True), located(fx.Normal(scale=2.0), stats.norm, smooth=True))
