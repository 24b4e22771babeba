"""Gumbel, for maxima: z = (y - loc)/s."""

from __future__ import annotations

import mpmath
from instance_core import located
from mpmath import mp, mpf
from oracle_core import ONE, ZERO, Number, Parts, Rough, entry, exp, location_points, location_scale_points
from scipy import stats

import fastxent as fx
from oracles._censored import censored_locations, censored_values, hazard_terms, rough, underflow


def gumbel(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    z = (y - loc) * rate
    e = exp(-z)
    rise = -mp.expm1(-z) if abs(z) < 1 else 1 - e
    # slacks: what a rounding of z, times its size, makes of a result
    return Parts(
        nll=Rough([z, e, log_scale], abs(z * rise)),
        constant=[],
        grad=(
            Rough([-rise * rate], abs(z * e * rate)),
            Rough([ONE, -z * rise], abs(z * (rise + z * e))),
        ),
        observed=(
            Rough([e * rate**2], abs(z) * e * rate**2),
            Rough([z * rise, z**2 * e], abs(z * (rise + 3 * z * e - z**2 * e))),
        ),
        fisher=([rate**2], [mp.pi**2 / 6 + (1 - mp.euler) ** 2]),
    )


def gumbel_fixed(y: Number, loc: Number, scale: float) -> Parts:
    parts = gumbel(y, loc, mp.log(mpf(scale)))
    nll = Rough(parts.nll[:2], parts.nll.slack)
    return Parts(nll, parts.nll[2:], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


def gumbel_censored(lower: Number, upper: Number, loc: Number, log_scale: Number) -> Parts:
    if lower == upper:
        return gumbel(upper, loc, log_scale)
    rate = exp(-log_scale)
    ua, ub = (x if mpmath.isinf(x) else (x - loc) * rate for x in (lower, upper))
    v = ZERO if mpmath.isinf(lower) or mpmath.isinf(upper) else (upper - lower) * rate
    off = [2 * abs(u) if mpmath.isfinite(u) else ZERO for u in (ua, ub)]
    return rough(lambda a, b, v: hazard_terms(-b, -a, v, rate, 1), (ua, ub, v), (*off, 4 * v), underflow(ua, ub))


def gumbel_fixed_censored(lower: Number, upper: Number, loc: Number, scale: float) -> Parts:
    if lower == upper:
        return gumbel_fixed(upper, loc, scale)
    parts = gumbel_censored(lower, upper, loc, mp.log(mpf(scale)))
    return Parts(parts.nll, [], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


CASES = [
    entry(gumbel, "loc log_scale", location_scale_points),
    entry(gumbel_fixed, "loc", location_points, scale=0.375),
    entry(gumbel_censored, "loc log_scale", censored_values, data="lower upper"),
    entry(gumbel_fixed_censored, "loc", censored_locations, data="lower upper", scale=0.375),
]

INSTANCES = (
    located(fx.Gumbel(), stats.gumbel_r, smooth=True),
    located(fx.Gumbel(scale=2.0), stats.gumbel_r, smooth=True),
)
