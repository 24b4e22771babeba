"""LogLogistic: u = k·log(y/s) is the log of the odds that a lifetime is over by y."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import mpmath
import numpy as np
from mpmath import mp
from oracle_core import INF, ONE, ZERO, Number, Parts, Rough, entry, exp
from scipy import stats

import fastxent as fx
from oracles._censored import logistic_terms, rough, underflow
from oracles._lifetimes import at_zero, censored_lifetimes, lifetime, lifetime_points


def log_logistic(y: Number, log_scale: Number, log_shape: Number) -> Parts:
    k = mp.exp(log_shape)
    fisher = ([k**2 / 3], [(3 + mp.pi**2) / 9])
    if y == 0:
        return at_zero(log_scale, log_shape, fisher)
    log_z = mp.log(y) - log_scale
    u = k * log_z
    size = abs(u)
    e = exp(-size)
    slope = mp.tanh(size / 2) if size < 1 else (1 - e) / (1 + e)
    curve = 2 * e / (1 + e) ** 2
    off = 2 * size + k / 8  # how far off u may be, in eps, as for the Weibull law
    factor = k + 1 if u > 0 else mp.expm1(log_shape)
    return Parts(
        nll=Rough(
            [factor * abs(log_z), 2 * mp.log1p(e), -log_shape, log_scale], off * 2 * e / (1 + e) + abs(factor) / 8
        ),
        constant=[],
        grad=(
            Rough([-mp.sign(u) * k * slope], off * k * curve),
            Rough([size * slope, -ONE], off * (slope + size * curve)),
        ),
        observed=(
            Rough([k**2 * curve], off * k**2 * curve * slope),
            Rough([size * slope, size**2 * curve], off * (slope + 3 * size * curve)),
        ),
        fisher=fisher,
    )


def log_logistic_censored(lower: Number, upper: Number, log_scale: Number, log_shape: Number) -> Parts:
    if lower == upper:
        return log_logistic(upper, log_scale, log_shape)
    k = mp.exp(log_shape)
    begun, closed = lower > 0, upper < INF
    ua = k * (mp.log(lower) - log_scale) if begun else -INF
    ub = k * (mp.log(upper) - log_scale) if closed else INF
    v = k * mp.log(upper / lower) if begun and closed else ZERO
    # of a subnormal shape the rounding counts as well
    under = underflow(ua, ub) + sum(abs(u) / k for u in (ua, ub) if mpmath.isfinite(u) and log_shape < -80)
    off = [2 * abs(u) + k / 8 if mpmath.isfinite(u) else ZERO for u in (ua, ub)]
    return rough(lambda a, b, v: logistic_terms(a, b, v, k, -1), (ua, ub, v), (*off, 4 * v), under)


@dataclass(frozen=True)
class Fisk:
    """SciPy's, but with the tails of the logistic law, whose exponential it is: `fisk` takes 1 - cdf there."""

    logistic: Any
    fisk: Any

    def cdf(self, x: Any) -> Any:
        return self.logistic.cdf(np.log(x))

    def sf(self, x: Any) -> Any:
        return self.logistic.sf(np.log(x))

    def ppf(self, p: Any) -> Any:
        return np.exp(self.logistic.ppf(p))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["fisk"], name)


def _frozen(log_scale: Any, log_shape: Any) -> Any:
    return Fisk(stats.logistic(log_scale, np.exp(-log_shape)), stats.fisk(np.exp(log_shape), scale=np.exp(log_scale)))


CASES = [
    entry(log_logistic, "log_scale log_shape", lifetime_points),
    entry(log_logistic_censored, "log_scale log_shape", censored_lifetimes, data="lower upper"),
]

INSTANCES = (lifetime(fx.LogLogistic(), _frozen),)
