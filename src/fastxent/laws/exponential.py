"""Waiting times."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    LEAST_NORMAL,
    TAME,
    clamp,
    expm1_share,
    expm1_share_rest,
    formula,
    log,
    log1mexp,
    log_less,
    mul0,
    mulexp,
    require,
    stage,
    usual,
)

from ._decode import TINY, average, times_exp
from ._law import Law
from ._links import Link
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


@formula(data="lower upper")
def exponential_censored(lower, upper, log_rate):
    require(lower <= upper and upper >= 0)
    exact = lower == upper
    start = clamp(lower, 0, INF)
    load = stage(mulexp(start, log_rate))
    end = start if upper == INF else upper
    width = stage(mulexp(end - start, log_rate))  # of the interval, in units of 1/rate
    closed = upper < INF  # the upper end
    nothing = mul0(log_rate, 0)
    share = expm1_share(width) if closed else nothing
    bend = mul0(expm1_share_rest(width), share) if closed else nothing
    full = load if load == INF else load - log_rate
    tiny = log_less(end - start, -log_rate)  # width may underflow
    gain = log1mexp(width) if usual(width >= LEAST_NORMAL or exact or not closed) else tiny
    nll = full if exact else load - (gain if closed else nothing)
    return nll, (load - share,), (load + bend,)


@formula(data="lower upper")
def exponential_identity_censored(lower, upper, rate):
    require(lower <= upper and upper >= 0)
    exact = lower == upper
    legal = rate >= 0
    inverse = 1 / abs(rate)
    start = clamp(lower, 0, INF)
    load = mul0(rate, start)
    closed = upper < INF
    end = upper if closed else start
    width = mul0(rate, end - start)
    share = expm1_share(width) if closed else 0
    more = expm1_share_rest(width) + 1
    full = load if load == INF else load - log(rate)
    tiny = log(end - start) + log(rate)  # width may underflow
    gain = log1mexp(width) if width >= LEAST_NORMAL else tiny
    nll = full if exact else load - (gain if closed else 0)
    illegal = 0 * inverse * INF  # nan
    slope = start - mul0(inverse, share)
    curve = mul0(inverse, mul0(inverse, mul0(more, share)))
    return nll if legal else illegal, (slope if legal else illegal,), (curve if legal else illegal,)


class Exponential(Law):
    """Waiting times: f·y − log f with the rate f = exp(log_rate), or the rate itself.

    nll = f·y − log f. [1]_

    Domain: y ≥ 0. Link: log, or the identity. ``constant=False`` drops nothing.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact; ``upper=inf`` where it has not ended yet, ``lower=0`` where it ended by upper.
    ``init_params`` needs exact data.

    ``init_params``: 1 over the mean, or the log of that; 2⁻¹²⁶ stands in for a mean of 0, and the rate itself is kept
    within [2⁻¹²⁶, 2¹²⁶].

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the rate comes in: see `Law`.
        With the identity the parameter is the rate, as the formula is usually written; a negative one gives nan.

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
    link: Link

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(exponential, ("log_rate",), link=link, censored=exponential_censored)
        if self.kinds == ("identity",):  # exact at 0
            self.__dict__.update(formula=exponential_identity, censored=exponential_identity_censored, links=(None,))

    def _mean(self, log_rate: Array) -> Array:
        return np.exp(-log_rate)

    def _mode(self, log_rate: Array) -> Array:
        return np.zeros_like(log_rate)

    def _variance(self, log_rate: Array) -> Array:
        return np.exp(-2 * log_rate)

    def _cdf(self, x: Array, log_rate: Array) -> Array:
        return -np.expm1(-times_exp(np.maximum(x, 0), log_rate))

    def _sf(self, x: Array, log_rate: Array) -> Array:
        return np.exp(-times_exp(np.maximum(x, 0), log_rate))

    def _fisher(self, log_rate: Array) -> list[list[Array]]:
        return [[np.ones_like(log_rate)]]

    def _quantile(self, p: Array, log_rate: Array) -> Array:
        return times_exp(-np.log1p(-p), -log_rate)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], log_rate: Array) -> Array:
        return times_exp(rng.standard_exponential(shape), -log_rate)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        return (-math.log(average(values, w) or TINY),)
