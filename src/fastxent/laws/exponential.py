"""Waiting times."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, formula, log, mul0, mulexp, stage, usual

from ._decode import HUGE, TINY, average, keep_ends, times_exp
from ._law import Law
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array


@formula
def exponential(y, log_rate, *, fisher):
    load = stage(mulexp(y, log_rate))
    loss = load - log_rate
    nll = loss if usual(abs(log_rate) <= TAME) else (load if load == INF else loss)
    known = load == load
    return nll, (load - 1,), ((1 if fisher else load) if known else load,)


@formula
def exponential_identity(y, rate):
    legal = rate >= 0
    inverse = 1 / abs(rate)
    load = mul0(rate, y)
    nll = load if load == INF else load - log(rate)
    illegal = 0 * inverse * INF  # nan
    return nll if legal else illegal, (y - inverse if legal else illegal,), (inverse * inverse if legal else illegal,)


class Exponential(Law):
    """Waiting times: f·y − log f with the rate f = exp(log_rate), or the rate itself.

    nll = f·y − log f. [1]_

    Domain: y ≥ 0. Link: log, or the identity. ``constant=False`` drops nothing.

    ``init_params``: 1 over the mean, or the log of that; 2⁻¹²⁶ stands in for a mean of 0, and the rate itself is kept
    within [2⁻¹²⁶, 2¹²⁶].

    Parameters
    ----------
    link : {"log", "identity"}
        With "identity" the parameter is the rate, as the formula is usually written; a negative one gives nan.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 19.

    Examples
    --------
    >>> import fastxent as fx
    >>> loss, grad = fx.Exponential(link="identity").nll_grad(2.0, 1.0)
    >>> float(loss), float(grad)
    (2.0, 1.0)
    """

    support = Interval(0, np.inf, "left")
    link: str

    def __init__(self, link: str = "log") -> None:
        if link not in ("log", "identity"):
            raise ValueError(f"link must be 'log' or 'identity', got {link!r}")
        self._set(link=link)
        if link == "log":
            self._use(exponential, ("log_rate",))
        else:
            self._use(exponential_identity, ("rate",))

    def _over_rate(self, x: Array, p: Array) -> Array:
        if self.link == "log":
            return times_exp(x, -p)
        return np.where(p >= 0, keep_ends(x, x / np.abs(p)), np.nan)

    def _mean(self, p: Array) -> Array:
        return self._over_rate(np.ones_like(p), p)

    def _mode(self, p: Array) -> Array:
        return self._over_rate(np.zeros_like(p), p)

    def _quantile(self, level: Array, p: Array) -> Array:
        return self._over_rate(-np.log1p(-level), p)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], p: Array) -> Array:
        return self._over_rate(rng.standard_exponential(shape), p)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        mean = average(values, w)
        return (-math.log(mean or TINY) if self.link == "log" else 1 / min(max(mean, TINY), HUGE),)
