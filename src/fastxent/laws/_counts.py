"""What laws of counts share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from ._decode import HUGE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ._decode import Array

STEPS, CLOSE = 100, 2.0**-50  # of Newton's method
MOST_DRAWN = 2.0**63 - 2.0**35  # the greatest mean for which a count surely fits int64


def refused_trials(trials: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
    """What is wrong with numbers of trials, as `Law.refusals` says it."""
    yield "trials", ~((trials >= 0) & (trials < np.inf)), ": numbers of trials are finite and not negative"


def refused_successes(y: Any, trials: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
    """Where there are more successes than trials."""
    yield "y", y > trials, ": more than there were trials"


def search(cdf: Callable[[Array], Array], p: Array, low: Array, high: Array) -> Array:
    """The least whole number in (low, high] up to which a probability of p lies, or high."""
    while True:
        middle = np.floor(0.5 * low + 0.5 * high)
        open_ = (low < middle) & (middle < high)
        if not open_.any():
            return high
        reached = cdf(middle) >= p
        low, high = np.where(open_ & ~reached, middle, low), np.where(open_ & reached, middle, high)


def bracket(cdf: Callable[[Array], Array], p: Array, start: Array) -> Array:
    """A whole number, `start` doubled some times, up to which a probability of p lies, if there is one below 2^126."""
    high = np.maximum(np.ceil(start), 1)
    while True:
        short = (cdf(high) < p) & (high < HUGE)
        if not short.any():
            return high
        high = np.where(short, 2 * high, high)


def count_quantile(cdf: Callable[[Array], Array], p: Array, start: Array) -> Array:
    """The least whole number up to which a probability of p lies, from a place that most likely lies beyond."""
    found = search(cdf, p, np.full_like(start, -1), bracket(cdf, p, start))
    return np.where(p == 0, 0.0, np.where(p == 1, np.inf, found))


def root(slopes: Callable[[float], tuple[float, float]], low: float, high: float, start: float) -> float:
    """Where a slope that is negative at `low` and positive at `high` is 0, by Newton's method between the two."""
    at = start
    for _ in range(STEPS):
        slope, bend = slopes(at)
        low, high = (at, high) if slope < 0 else (low, at)
        there = at - slope / bend if bend > 0 else low
        there = there if low < there < high else 0.5 * (low + high)
        if slope == 0 or abs(there - at) <= CLOSE * (1 + abs(at)):
            return there if slope else at
        at = there
    return at
