"""What laws of counts share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from ._decode import HUGE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ._decode import Array

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
