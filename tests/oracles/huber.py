"""Huber: the density exp(-h(z))/(Z·s), z = (y - loc)/s, h quadratic up to delta and linear beyond."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from instance_core import Instance, located
from mpmath import mp, mpf
from oracle_core import ONE, SQUARED, ZERO, Number, Parts, entry, location_points, location_scale_points
from scipy import stats

import fastxent as fx


@cache
def middle(delta: float, precision: int) -> Number:
    """The integral of exp(-z²/2) up to delta on either side."""
    assert precision == mp.prec
    return mp.sqrt(2 * mp.pi) * mp.erf(delta / mp.sqrt(2))


def norm(delta: float) -> Number:
    return middle(delta, mp.prec) + 2 * mp.exp(-(mpf(delta) ** 2) / 2) / delta


def huber(y: Number, loc: Number, log_scale: Number, delta: float) -> Parts:
    rate = mp.exp(-log_scale)
    size = abs(y - loc) * rate
    quadratic = size <= delta
    inside = middle(delta, mp.prec)
    second_moment = inside - 2 * delta * mp.exp(-(mpf(delta) ** 2) / 2)
    pull = size**2 if quadratic else delta * size  # z·h'(z)
    return Parts(
        nll=[size**2 / 2 if quadratic else delta * (size - mpf(delta) / 2), log_scale],
        constant=[mp.log(norm(delta))],
        grad=([-mp.sign(y - loc) * min(size, delta) * rate], [ONE, -pull]),
        observed=([rate**2 if quadratic else ZERO], [2 * pull if quadratic else pull]),
        fisher=([inside / norm(delta) * rate**2], [1 + second_moment / norm(delta)]),
    )


def fixed(y: Number, loc: Number, delta: float, scale: float) -> Parts:
    parts = huber(y, loc, mp.log(mpf(scale)), delta)
    return Parts(parts.nll[:1], [parts.nll[1], *parts.constant], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


def below(z: float, delta: float) -> float:
    """P(Z < z) for z < 0."""
    with mp.workdps(50):
        d, z = mpf(float(delta)), mpf(float(z))
        tail = mp.exp(d * (min(z, -d) + d / 2)) / d
        return float((tail + mp.sqrt(2 * mp.pi) * (mp.ncdf(max(z, -d)) - mp.ncdf(-d))) / norm(float(delta)))


def low(p: float, delta: float) -> float:
    """The quantile at p < 1/2."""
    with mp.workdps(50):
        d, mass = mpf(float(delta)), mpf(float(p)) * norm(float(delta))
        if mass <= mp.exp(-(d**2) / 2) / d:
            return float(mp.log(mass * d) / d - d / 2) if p > 0 else -np.inf
        return float(mp.sqrt(2) * mp.erfinv((mass - norm(float(delta)) / 2) * mp.sqrt(2 / mp.pi)))


class Family(stats.rv_continuous):  # type: ignore[misc]
    """The law as SciPy, which lacks it, would have it; its integrals in mpmath."""

    def _cdf(self, z: Any, delta: Any) -> Any:
        return np.vectorize(lambda z, d: below(z, d) if z < 0 else 1 - below(-z, d), otypes=[float])(z, delta)

    def _sf(self, z: Any, delta: Any) -> Any:
        return self._cdf(-z, delta)

    def _ppf(self, p: Any, delta: Any) -> Any:
        return np.vectorize(lambda p, d: low(p, d) if p < 0.5 else -low(1 - p, d), otypes=[float])(p, delta)

    def _stats(self, delta: Any) -> Any:
        with mp.workdps(50):
            d = mpf(float(np.ravel(delta)[0]))
            edge = mp.exp(-(d**2) / 2)
            square = middle(float(d), mp.prec) - 2 * d * edge + 2 * edge * (d + 2 / d + 2 / d**3)
            return 0.0, float(square / norm(float(d))), 0.0, None


FAMILY = Family(name="huber")


def instance(delta: float, **settings: Any) -> Instance:
    return located(fx.Huber(delta, **settings), lambda loc, scale: FAMILY(delta, loc, scale), smooth=True)


CASES = [
    entry(huber, "loc log_scale", location_scale_points, SQUARED, delta=1.25),
    entry(fixed, "loc", location_points, SQUARED, delta=2.5, scale=0.375),
]

INSTANCES = (instance(1.0), instance(0.5, scale=2.0), instance(3.0))
