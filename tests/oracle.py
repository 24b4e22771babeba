"""Every law once more, in mpmath, from its textbook density: what the compiled kernels are judged by.

Nothing here is taken from `src/`. An element-wise law is an entry of `LAWS`: for each of its settings worth a sweep, a
function that returns the *terms* of the negative log-likelihood, its gradient and its Hessian diagonal, and one that
draws inputs. Terms, because an error is counted in ulps of the result, or of the largest term where terms of opposite
sign cancel. Laws over rows have an oracle of their own and stand in `ROW_LAWS`.

`python tests/oracle.py --report` prints the largest errors of every law, dtype and CPU variant as a Markdown table.
"""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Callable, Iterator

from mpmath import mp, mpf
from oracle_core import INF, NAN, Bounds, Case, Draw, Number, Parts, Point

ZERO, ONE = mpf(0), mpf(1)


def softplus(x: Number) -> Number:
    return mp.log1p(mp.exp(x)) if x < 0 else x + mp.log1p(mp.exp(-x))


def sigmoid(x: Number) -> Number:
    e = mp.exp(-abs(x))
    return (ONE if x >= 0 else e) / (1 + e)


# ---------------------------------------------------------------------------------------------------------------------
# Bernoulli: P(1) = sigmoid(logit)


def bernoulli(y: Number, logit: Number, pos_weight: float = 1.0) -> Parts:
    ones, zeros = mpf(pos_weight) * y, 1 - y
    p, q = sigmoid(logit), sigmoid(-logit)
    hess = ([(ones + zeros) * p * q],)
    expected = ([(mpf(pos_weight) * p + q) * p * q],)
    nll = [ones * softplus(-logit), zeros * softplus(logit)]
    # pos_weight may multiply a subnormal y or q before or after it is rounded
    under = 0 if pos_weight == 1 else pos_weight + softplus(-logit) * (y > 0)
    return Parts(nll, [], ([zeros * p, -ones * q],), hess, expected, under=under)


def bernoulli_points(draw: Draw) -> Iterator[Point]:
    targets = (0.0, 1.0, 0.0, 1.0, 0.5, 0.125, 1 - draw.eps, draw.eps, draw.subnormal)
    for _ in range(120):
        yield "ordinary", draw.pick((*targets, draw.uniform(0, 1))), draw.normal(3)
    for _ in range(40):
        x = draw.normal(2)
        yield "balanced", 1 / (1 + math.exp(-x)), x  # the gradient nearly vanishes
    for size in (5.0, 10.0, 17.0, 20.0, 36.7, 40.0, 60.0, 80.0):
        for sign in (1, -1):
            yield "confident", (sign + 1) / 2, sign * size
            yield "confident", (1 - sign) / 2, sign * size
            yield "confident", draw.uniform(0, 1), sign * size
    for _ in range(120):
        yield "extreme", draw.pick(targets), draw.pick(draw.logs)
    for y, x in itertools.product((0.0, 1.0, 0.25), (INF, -INF)):
        yield "limit", y, x


# ---------------------------------------------------------------------------------------------------------------------
# Location and scale: z = (y - loc) / s


def normal(y: Number, loc: Number, log_scale: Number) -> Parts:
    precision = mp.exp(-2 * log_scale)
    square = (y - loc) ** 2 * precision
    grad = ([-(y - loc) * precision], [ONE, -square])
    return Parts(
        nll=[square / 2, log_scale],
        constant=[mp.log(2 * mp.pi) / 2],
        grad=grad,
        observed=([precision], [2 * square]),
        fisher=([precision], [mpf(2)]),
    )


def normal_fixed(y: Number, loc: Number, scale: float) -> Parts:
    s = mpf(scale)
    hess = ([1 / s**2],)
    return Parts([((y - loc) / s) ** 2 / 2], [mp.log(s), mp.log(2 * mp.pi) / 2], ([-(y - loc) / s**2],), hess, hess)


def laplace(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    distance = abs(y - loc) * rate
    return Parts(
        nll=[distance, log_scale],
        constant=[mp.log(2)],
        grad=([-mp.sign(y - loc) * rate], [ONE, -distance]),
        observed=([ZERO], [distance]),
        fisher=([rate**2], [ONE]),
    )


def laplace_fixed(y: Number, loc: Number, scale: float) -> Parts:
    s = mpf(scale)
    return Parts([abs(y - loc) / s], [mp.log(2 * s)], ([-mp.sign(y - loc) / s],), ([ZERO],), ([1 / s**2],))


def location_scale_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 3)
        yield "ordinary", loc + draw.normal() * math.exp(log_scale), loc, log_scale
    for _ in range(40):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 3)
        yield "balanced", loc + draw.pick((1, -1)) * math.exp(log_scale), loc, log_scale  # |z| = 1
    for _ in range(40):
        loc = draw.normal(3)
        yield "confident", loc * (1 + 4 * draw.eps * draw.normal()), loc, draw.uniform(-12, -4)
    for _ in range(140):
        loc = draw.pick(draw.reals)
        yield "extreme", draw.pick((*draw.reals, loc)), loc, draw.pick(draw.logs)
    for _ in range(60):
        loc = draw.pick(draw.reals)
        yield "extreme", draw.pick((*draw.reals, loc)), loc, draw.normal(2)
    for y, loc, log_scale in itertools.product((0.0, 1.5), (1.5, INF, -INF), (0.25, INF, -INF)):
        yield "limit", y, loc, log_scale


def location_points(draw: Draw) -> Iterator[Point]:
    """The same without the scale; where that was to be infinite, nothing is left to try."""
    return (p[:3] for p in location_scale_points(draw) if p[0] != "limit" or math.isfinite(p[3]))


# ---------------------------------------------------------------------------------------------------------------------
# Rates


def exponential(y: Number, log_rate: Number) -> Parts:
    mean = y * mp.exp(log_rate)
    return Parts([mean, -log_rate], [], ([mean, -ONE],), ([mean],), ([ONE],))


def exponential_identity(y: Number, rate: Number, link: str) -> Parts:
    assert link == "identity"
    if rate < 0:
        return Parts([NAN], [], ([NAN],), ([NAN],), ([NAN],))
    if rate == 0:
        return Parts([INF], [], ([-INF],), ([INF],), ([INF],))
    hess = ([1 / rate**2],)
    return Parts([rate * y, -mp.log(rate)], [], ([y, -1 / rate],), hess, hess)


def log_factorial(y: Number) -> Number:
    """log Γ(y + 1), with the digits that a small y would lose in y + 1."""
    with mp.extraprec(2 * max(0, -mp.mag(y)) if y else 0):
        return mp.loggamma(y + 1)


def poisson(y: Number, log_rate: Number) -> Parts:
    mean = mp.exp(log_rate)
    return Parts(
        nll=[mean, -y * log_rate],
        constant=[log_factorial(y)],
        grad=([mean, -y],),
        observed=([mean],),
        fisher=([mean],),
        slack=2 * abs(mean - y),  # the mean is rounded, 2 ulp, before it meets y
        relative=True,  # deviance + what log(y!) exceeds Stirling's leading terms by: both positive
    )


def log_rate_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_rate = draw.normal(2)
        yield "ordinary", draw.rng.exponential() * math.exp(-log_rate), log_rate
    for _ in range(40):
        log_rate = draw.normal(2)
        yield "balanced", math.exp(-log_rate), log_rate  # y·rate = 1
    for _ in range(140):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs)
    for _ in range(20):
        yield "extreme", abs(draw.pick(draw.reals)), draw.normal(2)
    for y, log_rate in itertools.product((0.0, 0.5, 3.0), (INF, -INF)):
        yield "limit", y, log_rate


def rate_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        rate = math.exp(draw.normal(2))
        yield "ordinary", draw.rng.exponential() / rate, rate
    for _ in range(40):
        rate = math.exp(draw.normal(2))
        yield "balanced", 1 / rate, rate
    for _ in range(30):
        yield "ordinary", draw.uniform(0, 2), 1 + 4 * draw.eps * draw.normal()  # the logarithm vanishes
    for _ in range(80):
        yield "extreme", abs(draw.pick(draw.reals)), abs(draw.pick(draw.reals))
    for y, rate in itertools.product((0.0, 0.5, 3.0), (INF, -INF, -1.5)):
        yield "limit", y, rate


def poisson_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_rate = draw.normal(2)
        yield "ordinary", float(draw.rng.poisson(math.exp(log_rate))), log_rate
    for count in range(30):
        yield "ordinary", float(count), draw.normal(1.5)
    for _ in range(60):
        yield "ordinary", math.exp(draw.normal(2)), draw.normal(2)  # counts that are not whole
    for size in (1e-6, 1e-3, 0.3, 1.0, 2.5, 7.0, 10.0, 15.0, 16.0, 100.0, 1e3, 1e4, 1e6, 1e9, 1e15, 1e30):
        for shift in (0.0, 3 * draw.eps, -0.001, 0.1, -0.5):
            yield "balanced", size, math.log(size) + shift  # the deviance nearly vanishes
    for _ in range(140):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs)
    for y, log_rate in itertools.product((0.0, 0.5, 3.0), (INF, -INF)):
        yield "limit", y, log_rate


# ---------------------------------------------------------------------------------------------------------------------
# The registry

SQUARED = Bounds(8, 8, 8)  # a standardised residual is squared


def entry(
    textbook: Callable[..., Parts],
    params: str,
    points: Callable[[Draw], Iterator[Point]],
    bounds: Bounds | None = None,
    **settings: object,
) -> tuple[object, ...]:
    return settings, tuple(params.split()), textbook, points, bounds or Bounds()


def register(**laws: list[tuple[object, ...]]) -> dict[str, tuple[Case, ...]]:
    return {law: tuple(Case(law, *rest) for rest in entries) for law, entries in laws.items()}  # type: ignore[arg-type]


# settings are numbers that float32 holds exactly
LAWS = register(
    Bernoulli=[
        entry(bernoulli, "logit", bernoulli_points),
        entry(bernoulli, "logit", bernoulli_points, pos_weight=3.25),
    ],
    Normal=[
        entry(normal, "loc log_scale", location_scale_points, SQUARED),
        entry(normal_fixed, "loc", location_points, SQUARED, scale=0.375),
    ],
    Laplace=[
        entry(laplace, "loc log_scale", location_scale_points),
        entry(laplace_fixed, "loc", location_points, scale=2.75),
    ],
    Exponential=[
        entry(exponential, "log_rate", log_rate_points),
        entry(exponential_identity, "rate", rate_points, link="identity"),
    ],
    Poisson=[entry(poisson, "log_rate", poisson_points)],
)
CASES = tuple(case for cases in LAWS.values() for case in cases)
ROW_LAWS = frozenset({"Categorical"})

if __name__ == "__main__":
    from oracle_report import main

    sys.exit(main(sys.argv[1:]))
