"""What the laws of lifetimes s·E^(1/k) share."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

from instance_core import BELOW_0, Instance, gaussian, positive
from mpmath import mp
from oracle_core import INF, ZERO, Draw, Number, Parts, Point

from oracles._censored import censored_points, limits


def at_zero(log_scale: Number, log_shape: Number, fisher: Any) -> Parts:
    """What is left at y = 0, where the density is that of a power y^(k - 1)."""
    nll = INF * log_shape if log_shape else log_scale
    return Parts([nll], [], ([mp.exp(log_shape)], [INF]), ([ZERO], [INF]), fisher)


def lifetime_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        log_scale, log_shape = draw.normal(2), draw.normal(0.7)
        lifetime = log_scale + math.log(draw.rng.exponential()) * math.exp(-log_shape)
        yield "ordinary", math.exp(lifetime), log_scale, log_shape
    for _ in range(40):
        log_scale = draw.normal(2)
        yield "balanced", math.exp(log_scale), log_scale, draw.uniform(-3, 4)  # y is the scale
    for _ in range(30):
        near_1 = 4 * draw.eps * draw.normal()  # the shape
        yield "balanced", draw.rng.exponential(), draw.pick((0.0, draw.normal())), draw.pick((0.0, near_1))
    for _ in range(20):
        yield "balanced", draw.uniform(0.1, 5), draw.normal(0.1), draw.uniform(-20, -3)  # hardly a law of y any more
    for _ in range(120):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs), draw.normal(1.5)
    for _ in range(60):
        yield "extreme", abs(draw.pick(draw.reals)), draw.normal(2), draw.pick(draw.logs)
    for _ in range(30):
        yield "extreme", abs(draw.pick(draw.reals)), draw.pick(draw.logs), draw.pick(draw.logs)
    for y, log_scale, log_shape in itertools.product((0.0, 0.5, 1.0, 3.0), (0.0, INF, -INF), (0.0, 0.5, INF, -INF)):
        ends = math.isinf(log_scale) + math.isinf(log_shape)
        # where shape and scale are endless at once the limit may depend on the path, which these walks do not see
        if ends == 1 or (ends == 2 and (y == 0 or log_shape > 0)):
            yield "limit", y, log_scale, log_shape


def censored_lifetimes(draw: Draw) -> Iterator[Point]:
    def place(u: float, log_scale: float, log_shape: float) -> float:
        return math.exp(log_scale + u * math.exp(-log_shape))

    def extreme() -> tuple[float, float]:
        return (
            (draw.pick(draw.logs), draw.normal(1.5))
            if draw.uniform(0, 1) < 0.6
            else (draw.normal(2), draw.pick(draw.logs))
        )

    yield from censored_points(draw, place, lambda: (draw.normal(2), draw.normal(0.5)), extreme, 0.0)
    bounds = ((0.5, math.inf), (-math.inf, 0.5), (0.25, 0.5), (2.0, 3.0), (0.5, 3.0), (0.5, 0.5))
    yield from limits(bounds, (0.0, math.inf, -math.inf), (0.5, math.inf, -math.inf))


def lifetime(law: Any, frozen: Callable[..., Any]) -> Instance:
    return Instance(law, positive, (gaussian(0.7), gaussian(0.5)), BELOW_0, frozen)
