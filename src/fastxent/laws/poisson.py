"""Counts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import INF, deviance, exp, formula, log_factorial_excess, mul0

from ._law import HUGE, TINY, Law, floats, observations, probabilities, sampling, scipy_special
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


@formula
def poisson(y, log_rate, *, constant):
    mean = exp(log_rate)
    full = deviance(y, mean, log_rate) + log_factorial_excess(y)  # by saddle point: nothing cancels
    short = mean if mean == INF else mean - mul0(log_rate, y)
    return full if constant else short, (mean - y,), (mean,)


class Poisson(Law):
    """Counts, with the log of their expectation.

    nll = m − y·log m + log Γ(y + 1), with m = exp(log_rate), evaluated by saddle point where its terms would cancel. [1]_

    Domain: y ≥ 0; between whole numbers as the same formula says. Link: log. ``constant=False`` drops log Γ(y + 1).

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

    def __init__(self) -> None:
        self._set()
        self._use(poisson, ("log_rate",))

    def mean(self, log_rate: ArrayLike) -> Any:
        """exp(log_rate)."""
        with np.errstate(over="ignore", under="ignore"):
            return np.exp(floats(log_rate)[0])[()]

    def mode(self, log_rate: ArrayLike) -> Any:
        """The greatest whole number up to the mean."""
        return np.floor(self.mean(log_rate))[()]

    def quantile(self, p: ArrayLike, log_rate: ArrayLike) -> Any:
        """The smallest count whose distribution function reaches p; needs SciPy."""
        special, mean = scipy_special(), np.asarray(self.mean(log_rate), dtype=np.float64)
        levels = probabilities(p)
        guess = np.ceil(special.pdtrik(levels, mean))
        lower = np.maximum(guess - 1, 0)
        count = np.where(special.pdtr(lower, mean) >= levels, lower, guess)
        return np.where(levels == 1, np.inf, count)[()]

    def sample(self, log_rate: ArrayLike, *, size: Any = None, rng: Any = None) -> Any:
        """Counts (int64)."""
        size, rng, (mean,) = sampling(size, rng, self.mean(log_rate))
        return rng.poisson(mean, size)

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> float:
        """The log of the mean, clamped to [2⁻¹²⁶, 2¹²⁶]."""
        values, w = observations(self, y, weight)
        return math.log(min(max(float(np.average(values, weights=w)), TINY), HUGE))
