"""VonMises: the density exp(k·cos(y - loc))/(2·pi·I0(k)) on a circle, k = exp(log_concentration)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian
from mpmath import mp, mpf
from oracle_core import INF, NAN, ONE, Draw, Number, Parts, Point, Rough, Terms, entry
from scipy import special

import fastxent as fx

FARTHEST = mpf(2) ** 50  # float64's angles end here


class Bessel(NamedTuple):
    """What the law needs to know of I0 and A = I1/I0."""

    log_i0e: Number  # log(I0(k)/e^k)
    ratio: Number  # A
    pull: Number  # k·(1 - A)
    curve: Number  # k²·A'(k), with A' = 1 - A/k - A²
    bend: Number  # curve - pull
    swing: Number  # k times bend's derivative


def bessel(k: Number, log_k: Number) -> Bessel:
    if k > 400:
        return far(k, log_k)
    with mp.extraprec(100):
        ratio = mp.besseli(1, k) / mp.besseli(0, k)
        curve = k * (k - ratio - k * ratio**2)
        pull = k * (1 - ratio)
        swing = 2 * curve - curve * (1 + 2 * k * ratio) + k * ratio - pull + curve  # A'' = A/k² - A'/k - 2·A·A'
        return Bessel(mp.log(mp.besseli(0, k)) - k, ratio, pull, curve, curve - pull, swing)


@cache
def coefficients(precision: int) -> Terms:
    """Of A in powers of 1/k, at the working precision."""
    c = [ONE]
    for n in range(1, 150):
        c.append(((n - 2) * c[-1] - mp.fsum(c[i] * c[n - i] for i in range(1, n))) / 2)
    return c


def far(k: Number, log_k: Number) -> Bessel:
    """By asymptotic series: I0's (Abramowitz, Stegun 9.7.1), and A = Σ c_n/k^n, whose terms A' gives."""
    term = total = ONE
    for n in range(1, 150):
        term *= mpf(2 * n - 1) ** 2 / (8 * n * k)
        total += term
    c = coefficients(mp.prec)
    powers = [k ** (1 - n) for n in range(150)]
    pull, curve, bend, swing = (
        -mp.fsum(f(n) * c[n] * powers[n] for n in range(1, 150))
        for f in (lambda n: 1, lambda n: n, lambda n: n - 1, lambda n: -((n - 1) ** 2))
    )
    log_i0e = mp.log(total) - (mp.log(2 * mp.pi) + log_k) / 2
    return Bessel(log_i0e, 1 - pull / k, pull, curve, bend, swing)


def smaller(*ways: Terms) -> Terms:
    """Of several ways to write a sum, the one that cancels least."""
    return min(ways, key=lambda terms: max(abs(t) for t in terms))


def von_mises(y: Number, loc: Number, log_concentration: Number) -> Parts:
    angle, k = y - loc, mp.exp(log_concentration)
    b = bessel(k, log_concentration)
    if abs(angle) > mpf(2) ** 1024:
        angle = mpf(mp.mag(angle))  # on its way to infinity, one angle is as good as another
    elif abs(angle) > FARTHEST:
        angle = NAN
    versed, sine, cosine = 2 * mp.sin(angle / 2) ** 2, mp.sin(angle), mp.cos(angle)
    near, wide = [k * versed, -b.pull], [k * b.ratio, -k * cosine]
    # bend has a zero, next to which k's own rounding counts
    h_concentration = smaller(Rough([k * versed, b.bend], abs(b.swing)), [*wide, b.curve])
    return Parts(
        nll=[k * versed, b.log_i0e],
        constant=[mp.log(2 * mp.pi)],
        grad=([-k * sine], smaller(near, wide)),
        observed=([k * cosine], h_concentration),
        fisher=([k * b.ratio], [b.curve]),
    )


def points(draw: Draw) -> Iterator[Point]:
    def about(loc: float, log_concentration: float) -> float:
        return loc + draw.normal() * min(2.0, math.exp(-0.5 * log_concentration))

    for _ in range(80):
        loc, log_k = draw.normal(3), draw.uniform(-4, 6)
        yield "ordinary", about(loc, log_k), loc, log_k
    for _ in range(30):
        loc, log_k = draw.normal(3), math.log(draw.pick((1.5, 1.70237994487876, 8.0))) + draw.normal(1e-3)
        yield "ordinary", about(loc, log_k), loc, log_k
    for _ in range(30):
        turns = draw.pick((1, -1)) * math.floor(10 ** draw.uniform(0, 5))
        yield "ordinary", about(2 * math.pi * turns, 0.0), draw.uniform(0, 2), draw.normal(2)
    for _ in range(30):
        loc, log_k = draw.normal(3), draw.uniform(-4, 5)
        angle = math.acos(special.i1e(math.exp(log_k)) / special.i0e(math.exp(log_k)))
        yield "balanced", loc + draw.pick((angle, -angle)), loc, log_k  # no gradient for the concentration
    for _ in range(30):
        loc = draw.normal(3)
        yield "balanced", loc + draw.pick((1, -1, 2, -2)) * math.pi / 2, loc, draw.normal(2)  # across, opposite
    for _ in range(40):
        loc = draw.normal(3)
        yield "confident", loc * (1 + 4 * draw.eps * draw.normal()), loc, draw.uniform(5, 25)
    small = tuple(x for x in draw.reals if abs(x) < 1e10)
    for _ in range(110):
        loc = draw.pick(small)
        yield "extreme", draw.pick((*small, loc)), loc, draw.pick(draw.logs)
    for y, loc in ((1e30, 0.5), (-3.0, -1e30), (1e30, 1e30)):
        yield "extreme", y, loc, 0.5
    for y, loc, log_k in itertools.product((0.0, 1.5), (1.5, INF, -INF), (0.25, INF, -INF)):
        if not (math.isinf(loc) and log_k > 1):  # k·(1 - cos) may stay 0 on its way there
            yield "limit", y, loc, log_k


CASES = [entry(von_mises, "loc log_concentration", points)]


def angles(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return rng.uniform(-4.0, 8.0, shape)


INSTANCES = (Instance(fx.VonMises(), angles, (gaussian(), gaussian(1.5)), REAL_LINE, period=2 * math.pi),)
