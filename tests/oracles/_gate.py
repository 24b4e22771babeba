"""What the oracles of gated laws of counts share."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from oracle_core import INF, Draw, Number, Parts, Point

import fastxent as fx
from oracles.negative_binomial import negative_binomial
from oracles.poisson import poisson

BASES: dict[type, Callable[..., Parts]] = {fx.Poisson: poisson, fx.NegativeBinomial: negative_binomial}


def rough(terms: Any) -> Number:
    return getattr(terms, "slack", 0)


def sums(groups: Any) -> list[Number]:
    return [sum(terms) for terms in groups]


def poisson_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_rate, gate = draw.normal(1.5), draw.normal(2)
        y = float(draw.rng.poisson(math.exp(log_rate))) * (draw.uniform(0, 1) < 0.6)
        yield "ordinary", y, log_rate, gate
    for y in (0.0, 1.0, 2.0):
        for _ in range(20):
            yield "ordinary", y, draw.normal(2), draw.normal(2)
    for _ in range(20):
        yield "ordinary", math.exp(draw.normal(1)), draw.normal(1), draw.normal(1)  # counts that are not whole
    for y, size, sign in itertools.product((0.0, 1.0), (17.0, 40.0, 80.0), (1, -1)):
        yield "confident", y, draw.normal(), sign * size
        yield "confident", y, -size, draw.normal()
    for _ in range(60):
        yield "extreme", float(draw.pick((0, 0, 1, 2, 700))), draw.pick(draw.logs), draw.normal(2)
    for _ in range(60):
        yield "extreme", float(draw.pick((0, 0, 1, 2, 700))), draw.normal(1.5), draw.pick(draw.logs)
    for y, log_rate, gate in itertools.product((0.0, 1.0, 3.0), (-1.5, INF, -INF), (0.25, INF, -INF)):
        if math.isinf(log_rate) + math.isinf(gate) == 1:
            yield "limit", y, log_rate, gate


def negative_binomial_points(draw: Draw) -> Iterator[Point]:
    for kind, y, log_mean, gate in poisson_points(draw):
        if kind != "limit":
            yield kind, y, log_mean, draw.normal(1.5), gate
    for _ in range(60):
        yield "extreme", float(draw.pick((0, 0, 1, 2, 700))), draw.normal(1.5), draw.pick(draw.logs), draw.normal(2)
    for y, *far in itertools.product((0.0, 1.0, 3.0), (-1.5, INF, -INF), (-1.0, INF, -INF), (0.25, INF, -INF)):
        if sum(map(math.isinf, far)) == 1:
            yield "limit", y, *far


def draw_counts(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return rng.poisson(2.0, shape) * (rng.random(shape) < 0.7)
