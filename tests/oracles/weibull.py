"""Weibull: H = (y/s)^k is the cumulative hazard, u = log H."""

from __future__ import annotations

from typing import Any

import numpy as np
from mpmath import mp
from oracle_core import ONE, Number, Parts, Rough, entry, exp
from scipy import stats

import fastxent as fx
from oracles._lifetimes import at_zero, lifetime, lifetime_points


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


def _frozen(log_scale: Any, log_shape: Any) -> Any:
    return stats.weibull_min(np.exp(log_shape), scale=np.exp(log_scale))


CASES = [entry(weibull, "log_scale log_shape", lifetime_points)]

INSTANCES = (lifetime(fx.Weibull(), _frozen),)
