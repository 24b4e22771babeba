"""Weibull: H = (y/s)^k is the cumulative hazard, u = log H."""

from __future__ import annotations

from typing import Any

import mpmath
import numpy as np
from mpmath import mp
from oracle_core import INF, ONE, ZERO, Number, Parts, Rough, entry, exp
from scipy import stats

import fastxent as fx
from oracles._censored import hazard_terms, rough, underflow
from oracles._lifetimes import at_zero, censored_lifetimes, lifetime, lifetime_points


def weibull(y: Number, log_scale: Number, log_shape: Number) -> Parts:
    k = mp.exp(log_shape)
    fisher = ([k**2], [mp.pi**2 / 6 + (1 - mp.euler) ** 2])
    if y == 0:
        return at_zero(log_scale, log_shape, fisher)
    log_z = mp.log(y) - log_scale
    u = k * log_z
    hazard = exp(u)
    rise = mp.expm1(u) if abs(u) < 1 else hazard - 1
    # how far off u may be, in eps: its factors are the computed shape and a difference, and their product is rounded;
    # the log of y/s near 1 is off by an eighth
    off = 2 * abs(u) + k / 8
    return Parts(
        nll=Rough([hazard, -mp.expm1(log_shape) * log_z, -log_shape, log_scale], off * hazard + abs(k - 1) / 8),
        constant=[],
        grad=(
            Rough([k, -k * hazard], off * k * hazard),
            Rough([u * rise, -ONE], off * abs(rise + u * hazard)),
        ),
        observed=(
            Rough([k**2 * hazard], off * k**2 * hazard),
            Rough([u * rise, u**2 * hazard], off * abs(rise + 3 * u * hazard + u**2 * hazard)),
        ),
        fisher=fisher,
    )


def weibull_censored(lower: Number, upper: Number, log_scale: Number, log_shape: Number) -> Parts:
    if lower == upper:
        return weibull(upper, log_scale, log_shape)
    k = mp.exp(log_shape)
    begun, closed = lower > 0, upper < INF
    ua = k * (mp.log(lower) - log_scale) if begun else -INF
    ub = k * (mp.log(upper) - log_scale) if closed else INF
    v = k * mp.log(upper / lower) if begun and closed else ZERO
    # of a subnormal shape the rounding counts as well
    under = underflow(ua, ub) + sum(abs(u) / k for u in (ua, ub) if mpmath.isfinite(u) and log_shape < -80)
    off = [2 * abs(u) + k / 8 if mpmath.isfinite(u) else ZERO for u in (ua, ub)]
    return rough(lambda a, b, v: hazard_terms(a, b, v, k, -1), (ua, ub, v), (*off, 4 * v), under)


def _frozen(log_scale: Any, log_shape: Any) -> Any:
    return stats.weibull_min(np.exp(log_shape), scale=np.exp(log_scale))


CASES = [
    entry(weibull, "log_scale log_shape", lifetime_points),
    entry(weibull_censored, "log_scale log_shape", censored_lifetimes, data="lower upper"),
]

INSTANCES = (lifetime(fx.Weibull(), _frozen),)
