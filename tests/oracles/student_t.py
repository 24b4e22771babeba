"""StudentT: z = (y - loc)/s, with ν degrees of freedom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian
from mpmath import mp, mpf
from oracle_core import INF, SQUARED, Draw, Number, Parts, Point, entry, location_scale_points
from scipy import stats

import fastxent as fx
from oracles._gamma import HALF


def half_step(log_x: Number) -> tuple[Number, Number, Number]:
    """log Γ(x) + ½ log x - log Γ(x + ½), with its first and second derivative in log x."""
    x = mp.exp(log_x)
    if log_x > 100:  # Abramowitz and Stegun 6.1.47
        return 1 / (8 * x), -1 / (8 * x), 1 / (8 * x)
    if log_x < -100:  # of the powers of x, the first
        return -(log_x + mp.log(mp.pi)) / 2, 2 * mp.log(2) * x - HALF, 2 * mp.log(2) * x
    step = mp.digamma(x) - mp.digamma(x + HALF)
    value = mp.loggamma(x) + log_x / 2 - mp.loggamma(x + HALF)
    return value, x * step + HALF, x * step + x * x * (mp.psi(1, x) - mp.psi(1, x + HALF))


def student_t(y: Number, loc: Number, log_scale: Number, log_df: Number) -> Parts:
    rate, df = mp.exp(-log_scale), mp.exp(log_df)
    square = ((y - loc) * rate) ** 2
    q = square / df
    w = 1 / (1 + q)
    norm, norm_slope, norm_curve = half_step(log_df - mp.log(2))
    drop = df * (q**2 * (HALF - 2 * q / 3) if q < mpf(2) ** -100 else mp.log1p(q) - q * w)
    shares = (df + 1) / df
    information = norm_curve - norm_slope + (3 - df) / (2 * (df + 1) * (df + 3)) if log_df < 100 else 7 / (2 * df**2)
    return Parts(
        nll=[(df + 1) / 2 * mp.log1p(q), log_scale, norm],
        constant=[mp.log(2 * mp.pi) / 2],
        grad=([-shares * (y - loc) * rate**2 * w], [w, -square * w], [norm_slope, drop / 2, -q * w / 2]),
        observed=(
            [shares * (rate * w) ** 2, -shares * q * (rate * w) ** 2],
            [2 * square * shares * w**2],
            [norm_curve, drop / 2, -square * q * w**2 / 2, q * w**2 / 2],
        ),
        fisher=(
            [(df + 1) / (df + 3) * rate**2],
            [2 * df / (df + 3)],
            [information],
        ),
        under=4 * (1 + abs(mp.log(q))) if log_df < -80 and q > 0 else 0,  # ν itself may be subnormal
    )


def student_t_fixed(y: Number, loc: Number, log_scale: Number, df: float) -> Parts:
    parts = student_t(y, loc, log_scale, mp.log(mpf(df)))
    constant = [parts.nll[2] + parts.constant[0]]
    return Parts(parts.nll[:2], constant, parts.grad[:2], parts.observed[:2], parts.fisher[:2])


def fixed_points(draw: Draw) -> Iterator[Point]:
    return location_scale_points(draw)


def student_t_points(draw: Draw) -> Iterator[Point]:
    for kind, *rest in fixed_points(draw):
        yield kind, *rest, draw.uniform(-2, 4) if kind != "balanced" else draw.uniform(2, 20)
    for _ in range(18):
        loc = draw.normal(3)
        yield "extreme", loc + draw.normal(), loc, draw.normal(), draw.pick(draw.logs)
    for _ in range(18):
        loc = draw.pick(draw.reals)
        yield "extreme", draw.pick((*draw.reals, loc)), loc, draw.normal(2), draw.pick(draw.logs)
    for (y, loc), log_scale, log_df in itertools.product(((1.5, 1.5), (0.0, 1.5)), (0.25, INF, -INF), (INF, -INF)):
        yield "limit", y, loc, log_scale, log_df
    for loc, log_df in itertools.product((INF, -INF), (INF, -INF)):
        yield "limit", 0.0, loc, 0.25, log_df


CASES = [
    entry(student_t_fixed, "loc log_scale", fixed_points, SQUARED, df=3.5),
    entry(student_t, "loc log_scale log_df", student_t_points, SQUARED),
]

INSTANCES = (
    Instance(
        fx.StudentT(df=3.5),
        gaussian(2.0),
        (gaussian(), gaussian(0.7)),
        REAL_LINE,
        lambda loc, log_scale: stats.t(3.5, loc, np.exp(log_scale)),
    ),
    Instance(
        fx.StudentT(),
        gaussian(2.0),
        (gaussian(), gaussian(0.7), lambda rng, shape: 1.5 + 0.5 * rng.standard_normal(shape)),
        REAL_LINE,
        lambda loc, log_scale, log_df: stats.t(np.exp(log_df), loc, np.exp(log_scale)),
    ),
    Instance(
        fx.StudentT(df=np.inf),
        gaussian(2.0),
        (gaussian(), gaussian(0.7)),
        REAL_LINE,
        lambda loc, log_scale: stats.norm(loc, np.exp(log_scale)),
    ),
)
