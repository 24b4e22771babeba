"""Waiting times."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import INF, formula, log, mul0, mulexp

from ._law import HUGE, TINY, Law, floats, observations, probabilities, sampling
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


@formula
def exponential(y, log_rate, *, fisher):
    load = mulexp(y, log_rate)
    nll = load if load == INF else load - log_rate
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

    def __init__(self, link: str = "log") -> None:
        if link not in ("log", "identity"):
            raise ValueError(f"link must be 'log' or 'identity', got {link!r}")
        self._set(link=link)
        if link == "log":
            self._use(exponential, ("log_rate",))
        else:
            self._use(exponential_identity, ("rate",))

    def mean(self, *params: ArrayLike) -> Any:
        """1/f."""
        (p,) = floats(*self._arrange(params, {}))
        with np.errstate(all="ignore"):
            return (np.exp(-p) if self.link == "log" else np.where(p >= 0, 1 / p, np.nan))[()]

    def mode(self, *params: ArrayLike) -> Any:
        """0, whatever the rate."""
        mean = self.mean(*params)
        return np.where(np.isnan(mean), mean, 0.0)[()]

    def quantile(self, p: ArrayLike, *params: ArrayLike) -> Any:
        """−log(1 − p)/f."""
        with np.errstate(divide="ignore"):
            return -np.log1p(-probabilities(p)) * self.mean(*params)

    def sample(self, *params: ArrayLike, size: Any = None, rng: Any = None) -> Any:
        """Waiting times."""
        size, rng, (mean,) = sampling(size, rng, self.mean(*params))
        return rng.exponential(mean, size)

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> float:
        """1 over the mean (its log), with the mean clamped to [2⁻¹²⁶, 2¹²⁶]."""
        values, w = observations(self, y, weight)
        rate = 1 / min(max(float(np.average(values, weights=w)), TINY), HUGE)
        return math.log(rate) if self.link == "log" else rate
