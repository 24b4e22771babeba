"""NegativeBinomial, by its mean m and its dispersion 1/r: Γ(y + r)/(Γ(r) y!) (r/(r + m))^r (m/(r + m))^y."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from instance_core import BELOW_0, Instance, counts, gaussian
from mpmath import mp, mpf
from numpy.polynomial.laguerre import laggauss
from oracle_core import INF, ONE, ZERO, Draw, Number, Parts, Point, Rough, Terms, entry, log_factorial
from scipy import stats

import fastxent as fx

NODES = 8


def negative_binomial(y: Number, log_mean: Number, log_dispersion: Number) -> Parts:
    m, alpha = mp.exp(log_mean), mp.exp(log_dispersion)
    u = 1 + alpha * m
    q, log_u, log_w = 1 / u, mp.log1p(alpha * m), mp.log1p(alpha * y)
    p = alpha * m * q
    with mp.extraprec(2 * max(0, -mp.mag(y)) if y else 0):
        nll, grad, hess = _in_dispersion(y, m, log_dispersion, log_u)
    logs = [abs(log_mean), abs(log_dispersion), abs(log_mean + log_dispersion)]
    z = max(log_u, logs[2]) if max(logs) > 40 else ZERO  # p and q are exponentials of computed logs
    gap = (m - y) * q
    size = m * q * (q + alpha * y * q)
    # mean, dispersion and their product are rounded, 2 ulp each, before they meet y
    off = 2 * abs(gap) + 2 * abs(sum(grad, ZERO))
    spread = information(alpha, p)
    return Parts(
        nll=[nll - y * log_dispersion + y * log_w, y * (log_u - log_w), -y * log_mean],
        constant=[log_factorial(y)],
        grad=(Rough([m * q, -y * q], z * y * q), Rough(grad, (4 + z) * abs(p * gap))),
        observed=(Rough([size], 2 * z * size), Rough(hess, (4 + z) * abs(p * gap))),
        fisher=([m * q], Rough([spread], 2 * spread)),
        slack=off,
        under=64 + abs(log_dispersion) + 2 * y if max(logs) > 80 else 0,  # the mean, α or 1/α may be subnormal
        relative=True,  # by saddle point: nothing cancels
    )


def _in_dispersion(y: Number, m: Number, log_alpha: Number, log_u: Number) -> tuple[Number, Terms, Terms]:
    """What depends on the dispersion but for y·log u, with its derivatives in log α.

    Each is parted in what is left where m = y, and the rest.
    """
    alpha = mp.exp(log_alpha)
    if alpha * max(y, m, ONE) < mpf(2) ** -400:  # to first order in α
        half, gap = alpha * y / 2, alpha * (m - y) ** 2 / 2
        return m - alpha * (m * m + y * (y - 1)) / 2 + y * log_alpha, [half, -gap], [half, gap, -2 * gap]
    r = 1 / alpha
    log_w = mp.log1p(alpha * y)
    # Γ(r + 1) = r Γ(r): no digits are lost where r is tiny
    rising = log_factorial(r + y) - log_factorial(r) - log_w
    psi, psi_1 = [mp.psi(k, 1 + y + r) - mp.psi(k, 1 + r) for k in (0, 1)]
    share = alpha * y / (1 + alpha * y)
    step = r * psi + share - r * log_w
    bend = share / (1 + alpha * y) - r * (psi + r * psi_1) - r * (share - log_w)
    e = (m - y) / (1 + alpha * m)
    ahead = r * (log_u - log_w) - e if alpha * max(m, y) > mpf(2) ** -100 else alpha * (m - y) ** 2 / 2
    pull = alpha * e * e / (1 + alpha * y)
    if y == 1:  # Γ(r + 1) is r Γ(r): as for 0, but for the share p
        p, q = alpha * m / (1 + alpha * m), 1 / (1 + alpha * m)
        ahead = r * log_u - m * q if alpha * m > mpf(2) ** -100 else alpha * m * m / 2
        return r * log_u - rising, [p, -ahead], [p * q, ahead, -m * q * p]
    return r * log_u - rising, [step, -ahead], [bend, ahead, -pull]


@functools.cache
def _laguerre(precision: int) -> list[tuple[Number, Number]]:
    """Nodes and weights of Gauss and Laguerre (Abramowitz, Stegun 25.4.45)."""
    with mp.workprec(precision):
        roots = [mp.findroot(lambda x: mp.laguerre(NODES, 0, x), mpf(x)) for x in laggauss(NODES)[0]]
        return [(x, x / ((NODES + 1) * mp.laguerre(NODES + 1, 0, x)) ** 2) for x in roots]


def information(alpha: Number, share: Number) -> Number:
    """The documented quadrature of Fisher's information about log α."""
    scale = alpha / (1 + alpha)
    total = sum((weight * node(t * scale, share, 1 - share) for t, weight in _laguerre(min(mp.prec, 448))), ZERO)
    return share * share / (1 + alpha) * total


def node(t: Number, share: Number, rest: Number) -> Number:
    """1/(1 - x) + (log(1 - x) + x)/x², x = share (1 - e^-t)."""
    x = share * -mp.expm1(-t)
    with mp.extraprec(min(2 * mp.prec, -2 * mp.mag(x)) if x else 0):
        excess = (-mp.log1p(-x) - x) / x**2 if x > mpf(2) ** -mp.prec else ONE / 2
    return 1 / (rest + share * mp.exp(-t)) - excess


def negative_binomial_points(draw: Draw) -> Iterator[Point]:
    for _ in range(120):
        log_mean, log_dispersion = draw.normal(2), draw.normal(1.5)
        alpha = math.exp(log_dispersion)
        rate = draw.rng.standard_gamma(1 / alpha) * alpha * math.exp(log_mean)
        yield "ordinary", float(draw.rng.poisson(rate)), log_mean, log_dispersion
    for count in range(20):
        yield "ordinary", float(count), draw.normal(1.5), draw.normal(1.5)
    for _ in range(40):
        yield "ordinary", math.exp(draw.normal(2)), draw.normal(2), draw.normal(1.5)  # counts that are not whole
    for size, log_dispersion in itertools.product(
        (1e-3, 1.0, 2.5, 15.0, 1e3, 1e6, 1e9, 1e15), (-30.0, -8.0, -1.0, 2.0)
    ):
        shift = draw.pick((0.0, 3 * draw.eps, -0.001, 0.1))
        yield "balanced", size, math.log(size) + shift, log_dispersion
    for _ in range(60):  # on the way to Poisson
        log_mean = draw.normal(2)
        yield "confident", float(draw.rng.poisson(math.exp(log_mean))), log_mean, draw.uniform(-60, -5)
    for _ in range(60):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs), draw.normal(1.5)
    for _ in range(60):
        yield "extreme", abs(draw.pick(draw.reals)), draw.normal(2), draw.pick(draw.logs)
    for _ in range(30):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs), draw.pick(draw.logs)
    for y, log_mean, log_dispersion in itertools.product((0.0, 0.5, 1.0, 3.0), (0.5, INF, -INF), (0.25, INF, -INF)):
        if math.isinf(log_mean) + math.isinf(log_dispersion) == 1:
            yield "limit", y, log_mean, log_dispersion


CASES = [entry(negative_binomial, "log_mean log_dispersion", negative_binomial_points)]


def _frozen(log_mean: Any, log_dispersion: Any) -> Any:
    r = np.exp(-np.asarray(log_dispersion))
    return stats.nbinom(r, r / (r + np.exp(log_mean)))


INSTANCES = (Instance(fx.NegativeBinomial(), counts, (gaussian(), gaussian(0.7)), BELOW_0, _frozen, fisher_rtol=1e-2),)
