"""LogLogistic: u = k·log(y/s) is the log of the odds that a lifetime is over by y."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from mpmath import mp
from oracle_core import ONE, Number, Parts, Rough, entry, exp
from scipy import stats

import fastxent as fx
from oracles._lifetimes import at_zero, lifetime, lifetime_points


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


CASES = [entry(log_logistic, "log_scale log_shape", lifetime_points)]

INSTANCES = (lifetime(fx.LogLogistic(), _frozen),)
