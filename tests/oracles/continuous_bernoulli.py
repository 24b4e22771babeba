"""ContinuousBernoulli: the density C·p^y·(1 - p)^(1 - y) on [0, 1], that is, e^(y·logit)·logit/(e^logit - 1)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from instance_core import BAD_SHARES, Instance, gaussian, shares
from mpmath import mp, mpf
from oracle_core import INF, ZERO, Draw, Number, Parts, Point, Terms, entry

import fastxent as fx


def log_norm(x: Number) -> Number:
    """log((e^x - 1)/x)."""
    return mp.log(mp.expm1(x) / x) if x else ZERO


def mean(x: Number) -> Number:
    return 1 / -mp.expm1(-x) - 1 / x if x else mpf(1) / 2


def variance(x: Number) -> Number:
    return 1 / x**2 - 1 / (2 * mp.sinh(x / 2)) ** 2 if x else mpf(1) / 12


def smaller(*ways: Terms) -> Terms:
    """Of two ways to write a sum, the one that cancels less."""
    return min(ways, key=lambda terms: max(abs(t) for t in terms))


def continuous_bernoulli(y: Number, logit: Number) -> Parts:
    if logit < 0:  # the other end of the interval
        parts = continuous_bernoulli(1 - y, -logit)
        return Parts(parts.nll, [], ([-t for t in parts.grad[0]],), parts.observed, parts.fisher)
    x = logit
    with mp.extraprec(2 * max(0, -mp.mag(x)) if x else 0):  # log_norm is x/2 + x²/24
        nll = smaller([log_norm(x) - x / 2, x * (mpf(1) / 2 - y)], [log_norm(x) - x, x * (1 - y)])
        grad = smaller([mean(x) - mpf(1) / 2, mpf(1) / 2 - y], [mean(x) - 1, 1 - y])
        hess = ([variance(x)],)
    return Parts(nll, [], (grad,), hess, hess)


def points(draw: Draw) -> Iterator[Point]:
    targets = (0.0, 1.0, 0.5, 0.125, 1 - draw.eps, draw.eps, 0.5 - draw.eps, draw.subnormal)
    for _ in range(100):
        yield "ordinary", draw.pick((*targets, draw.uniform(0, 1))), draw.normal(3)
    for _ in range(60):
        yield "ordinary", draw.pick((*targets, draw.uniform(0, 1))), draw.normal() * 10 ** draw.uniform(-12, 0)
    for _ in range(40):
        yield "ordinary", draw.uniform(0, 1), draw.pick((4, -4)) * (1 + 4 * draw.eps * draw.normal())
    for _ in range(40):
        x = draw.normal(4)
        yield "balanced", float(mean(mpf(x))), x  # the gradient nearly vanishes
        yield "balanced", min(max(float(log_norm(mpf(x)) / x), 0.0), 1.0), x  # the density is 1
    for size in (5.0, 10.0, 17.0, 20.0, 36.7, 40.0, 60.0, 80.0):
        for sign in (1, -1):
            yield "confident", (sign + 1) / 2, sign * size
            yield "confident", (1 - sign) / 2, sign * size
            yield "confident", draw.uniform(0, 1), sign * size
    for _ in range(100):
        yield "extreme", draw.pick(targets), draw.pick(draw.logs)
    for y, x in itertools.product((0.0, 1.0, 0.25), (INF, -INF)):
        yield "limit", y, x


@np.vectorize
def exactly(f: Callable[..., Number], *arguments: float) -> float:
    with mp.workdps(60):
        return float(f(*(mpf(float(a)) for a in arguments)))


class Tilted:
    """The law as SciPy, which lacks it, would have it: an exponential law cut off at 1, in mpmath."""

    def __init__(self, logit: Any) -> None:
        self.logit = logit

    def mean(self) -> Any:
        return exactly(mean, self.logit)

    def var(self) -> Any:
        return exactly(variance, self.logit)

    def cdf(self, y: Any) -> Any:
        return exactly(lambda y, x: mp.expm1(x * y) / mp.expm1(x), np.clip(y, 0, 1), self.logit)

    def sf(self, y: Any) -> Any:
        return exactly(lambda y, x: mp.expm1(x * (y - 1)) / mp.expm1(-x), np.clip(y, 0, 1), self.logit)

    def support(self) -> tuple[float, float]:
        return 0.0, 1.0

    def ppf(self, p: Any) -> Any:
        return exactly(lambda p, x: mp.log1p(p * mp.expm1(x)) / x, p, self.logit)


CASES = [entry(continuous_bernoulli, "logit", points)]

INSTANCES = (Instance(fx.ContinuousBernoulli(), shares, (gaussian(2.0),), BAD_SHARES, Tilted),)
