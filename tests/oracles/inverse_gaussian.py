"""InverseGaussian: r = y/mean."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian, positive
from mpmath import mp, mpf
from oracle_core import INF, SQUARED, Draw, Number, Parts, Point, Rough, entry
from scipy import stats

import fastxent as fx


def inverse_gaussian(y: Number, log_mean: Number, log_shape: Number) -> Parts:
    mean, shape = mp.exp(log_mean), mp.exp(log_shape)
    r, rate = y / mean, shape / y
    half = rate * (r - 1) ** 2 / 2
    # slack: the logarithm of r is an exponent, and that of a rate where numbers are extreme
    off = abs(mp.log(y) - log_mean) / 2 + mpf("0.25")
    sums = max(abs(log_shape - 2 * log_mean), abs(log_shape - log_mean)) / 2
    calm = max(abs(log_shape), abs(mp.log(y)), off) < 20
    far = mpf(0) if calm else sums
    return Parts(
        nll=Rough([half, -log_shape / 2], rate * abs(r - 1) * r * off + half * far),
        constant=[mp.log(2 * mp.pi) / 2, 3 * mp.log(y) / 2],
        grad=(
            Rough([-rate * r * (r - 1)], rate * r * abs(2 * r - 1) * off + rate * r * abs(r - 1) * far),
            Rough([half, -mpf(1) / 2], rate * abs(r - 1) * r * off + half * far),
        ),
        observed=(
            Rough([2 * rate * r**2, -rate * r], rate * r * abs(4 * r - 1) * off + rate * r * abs(2 * r - 1) * far),
            Rough([half], rate * abs(r - 1) * r * off + half * far),
        ),
        fisher=(Rough([shape / mean], shape / mean * abs(log_shape - log_mean) / 2), [mpf(1) / 2]),
    )


def inverse_gaussian_fixed(y: Number, log_mean: Number, shape: float) -> Parts:
    parts = inverse_gaussian(y, log_mean, mp.log(mpf(shape)))
    nll = Rough(parts.nll[:1], parts.nll.slack)  # type: ignore[attr-defined]
    return Parts(nll, [*parts.nll[1:], *parts.constant], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


def points(draw: Draw) -> Iterator[Point]:
    sizes = [abs(v) for v in draw.reals if v]
    for _ in range(100):
        log_mean, log_shape = draw.normal(2), draw.normal(2)
        spread = min(math.exp(0.5 * (log_mean - log_shape)), 1.5)
        yield "ordinary", math.exp(log_mean + spread * draw.normal()), log_mean, log_shape
    for _ in range(40):
        log_mean = draw.normal(2)
        yield "confident", math.exp(log_mean) * (1 + 4 * draw.eps * draw.normal()), log_mean, draw.uniform(4, 18)
    for _ in range(40):
        log_mean = draw.normal(2)
        yield "balanced", 0.5 * math.exp(log_mean), log_mean, draw.normal(2)  # the curvature vanishes
    for _ in range(120):
        yield "extreme", draw.pick((*sizes, 3e38)), draw.pick(draw.logs), draw.normal(2)
    for _ in range(60):
        yield "extreme", draw.pick(sizes), draw.normal(2), draw.pick(draw.logs)
    for _ in range(60):
        yield "extreme", draw.pick(sizes), draw.pick(draw.logs), draw.pick(draw.logs)
    for y, log_mean, log_shape in itertools.product((0.5, 1.0, 3.0), (0.0, 1.5, INF, -INF), (0.25, INF, -INF)):
        if math.isinf(log_mean) or math.isinf(log_shape):
            yield "limit", y, log_mean, log_shape


def means(draw: Draw) -> Iterator[Point]:
    """The same without the shape; where that was to be infinite, nothing is left to try."""
    return (p[:3] for p in points(draw) if p[0] != "limit" or math.isfinite(p[3]))


class Frozen:
    """SciPy's distribution; its quantiles are wrong next to 1, so its distribution function is bisected."""

    def __init__(self, mean: Any, shape: Any) -> None:
        self.scipy = stats.invgauss(mean / shape, scale=shape)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["scipy"], name)

    def ppf(self, p: Any) -> Any:
        p = p + 0.0 * self.scipy.mean()
        low, high = np.full_like(p, -200.0), np.full_like(p, 200.0)  # logs
        with np.errstate(all="ignore"):
            for _ in range(100):
                middle = (low + high) / 2
                x = np.exp(middle)
                more = np.where(p < 0.5, self.scipy.cdf(x) < p, self.scipy.sf(x) > 1 - p)
                low, high = np.where(more, middle, low), np.where(more, high, middle)
        return np.exp(low)


def _instance(law: Any) -> Instance:
    def frozen(log_mean: Any, log_shape: Any = None) -> Any:
        return Frozen(np.exp(log_mean), law.shape if log_shape is None else np.exp(log_shape))

    params = (gaussian(0.7), gaussian(0.7))[: len(law.params)]
    return Instance(law, positive, params, (*REAL_LINE, 0.0, -1.0), frozen)


CASES = [
    entry(inverse_gaussian, "log_mean log_shape", points, SQUARED),
    entry(inverse_gaussian_fixed, "log_mean", means, SQUARED, shape=2.75),
]

INSTANCES = (_instance(fx.InverseGaussian()), _instance(fx.InverseGaussian(shape=2.0)))
