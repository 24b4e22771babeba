"""Counts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import INF, TAME, deviance, exp, formula, log_factorial_excess, mul0, stage, usual

from ._counts import MOST_DRAWN, search
from ._decode import TINY, average, refuse, scipy_special
from ._law import Law
from ._links import Link
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array


@formula
def poisson(y, log_rate, *, constant):
    mean = stage(exp(log_rate))
    full = deviance(y, mean, log_rate) + log_factorial_excess(y)  # by saddle point: nothing cancels
    loss = mean if mean == INF else mean - mul0(log_rate, y)
    short = mean - log_rate * y if usual(abs(log_rate) <= TAME) else loss
    return full if constant else short, (mean - y,), (mean,)


class Poisson(Law):
    """Counts, with the log of their expectation.

    nll = m − y·log m + log Γ(y + 1), m = exp(log_rate), evaluated by saddle point where its terms would cancel. [1]_

    Domain: y ≥ 0; between whole numbers as the same formula says. Link: log. ``constant=False`` drops log Γ(y + 1).

    ``init_params``: the log of the mean; 2⁻¹²⁶ stands in for a mean of 0. ``mode``: of two counts as probable, the
    greater. ``quantile`` needs SciPy.

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the rate comes in: see `Law`.

    References
    ----------
    .. [1] Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.Poisson().nll(3, 0.0)), 6))
    2.791759
    """

    support = Interval(0, np.inf, "left")
    _discrete = True
    link: Link

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(poisson, ("log_rate",), link=link)

    def _mean(self, log_rate: Array) -> Array:
        return np.exp(log_rate)

    def _mode(self, log_rate: Array) -> Array:
        return np.floor(np.exp(log_rate))

    def _variance(self, log_rate: Array) -> Array:
        return np.exp(log_rate)

    def _cdf(self, x: Array, log_rate: Array) -> Array:
        return np.where(x < 0, 0.0, scipy_special().pdtr(np.floor(np.maximum(x, 0)), np.exp(log_rate)))

    def _sf(self, x: Array, log_rate: Array) -> Array:
        return np.where(x < 0, 1.0, scipy_special().pdtrc(np.floor(np.maximum(x, 0)), np.exp(log_rate)))

    def _fisher(self, log_rate: Array) -> list[list[Array]]:
        return [[np.exp(log_rate)]]

    def _quantile(self, p: Array, log_rate: Array) -> Array:
        distribution, mean = scipy_special().pdtr, np.exp(log_rate)
        # It lies in (low, high]: below and above, less is left than a float64 level can say.
        low = np.maximum(np.floor(mean - 40 * np.sqrt(mean)), 0) - 1
        high = np.ceil(mean + 10 * np.sqrt(mean) + 40)
        count = search(lambda x: distribution(x, mean), p, low, high)
        return np.where(p == 0, 0.0, np.where(p == 1, np.inf, count))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], log_rate: Array) -> Any:
        mean = np.exp(log_rate)
        refuse("log_rate", log_rate, mean > MOST_DRAWN, ": int64 does not hold the counts of such a rate")
        return rng.poisson(mean, shape)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        return (math.log(average(values, w) or TINY),)
