"""Targets anywhere in [0, 1]."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, TILTED, formula, mul0, tilt_cumulant, tilt_mean, tilt_variance, usual

from ._decode import TINY, average
from ._law import Law
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array


@formula
def continuous_bernoulli(y, logit):
    far = abs(logit)
    miss = 1 - y if logit >= 0 else y  # how much of the target lies on the less likely side
    lean = 0.5 - y if logit >= 0 else y - 0.5
    level = lean if far < TILTED else miss  # the primitives leave out far/2 and 1/2 from there on
    total = far * level + tilt_cumulant(far)
    distance = mul0(far, level)
    careful = distance if distance == INF else distance + tilt_cumulant(far)
    slope = tilt_mean(far) + level
    nll = total if usual(far <= TAME) else careful
    return nll, (slope if logit >= 0 else -slope,), (tilt_variance(far),)


class ContinuousBernoulli(Law):
    """Targets anywhere in [0, 1]: binary cross-entropy, normalised for them.

    nll = log((e^logit − 1)/logit) − y·logit, log 1 − 0 at logit 0. [1]_ Binary cross-entropy, which many use for such
    targets out of habit, is this without what makes it a density on [0, 1], so that its probability is not the mean.

    Domain: y in [0, 1]. Link: logit, of the probability that the ends of the interval have of one another.
    ``constant=False`` drops nothing.

    ``init_params``: the logit whose mean is that of the targets; ±2¹²⁶ stands in for an infinite one.

    References
    ----------
    .. [1] Loaiza-Ganem, Cunningham, The Continuous Bernoulli: Fixing a Pervasive Error in Variational Autoencoders,
       NeurIPS 2019, eq. 6 to 8.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.ContinuousBernoulli()
    >>> print(law.nll(0.3, 0.0), law.mean(0.0))
    0.0 0.5
    >>> print(round(float(law.mean(2.0)), 6), round(float(fx.Bernoulli().mean(2.0)), 6))
    0.656518 0.880797
    """

    support = Interval(0, 1, "both")

    def __init__(self) -> None:
        self._set()
        self._use(continuous_bernoulli, ("logit",))

    def _cumulants(self, logit: Array) -> tuple[Array, Array]:
        """Mean and variance: of an exponential family, they are the derivatives at y = 0."""
        _, mean, variance = self.nll_grad_hess(0.0, logit, reduction="none")
        return np.abs(mean), variance  # no -0

    def _mean(self, logit: Array) -> Array:
        return self._cumulants(logit)[0]

    def _mode(self, logit: Array) -> Array:
        return np.where(logit > 0, 1.0, 0.0)

    def _variance(self, logit: Array) -> Array:
        return self._cumulants(logit)[1]

    def _cdf(self, x: Array, logit: Array) -> Array:
        x = np.clip(x, 0, 1)
        return _mass(x, 1 - x, logit)

    def _sf(self, x: Array, logit: Array) -> Array:
        x = np.clip(x, 0, 1)
        return _mass(1 - x, x, -logit)

    def _fisher(self, logit: Array) -> list[list[Array]]:
        return [[self._cumulants(logit)[1]]]

    def _quantile(self, p: Array, logit: Array) -> Array:
        x = np.where(np.abs(logit) < 2.0**-100, 1.0, logit)
        low = np.log1p(p * np.expm1(np.minimum(x, 700)))
        left = np.where((p < 0.5) | (x > -1), low, np.log(1 - p + p * np.exp(np.minimum(x, 0)))) / x
        from_right = np.where(
            p < 0.5, np.log(p + (1 - p) * np.exp(-np.maximum(x, 0))), np.log1p((1 - p) * np.expm1(-x))
        )
        right = np.where((p < 0.5) & (x < 700), left, 1 + from_right / x)
        inside = np.where(x == logit, np.abs(np.clip(np.where(x > 0, right, left), 0, 1)), p)
        return np.where((p == 0) | (p == 1), p, inside)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], logit: Array) -> Array:
        return self._quantile(rng.random(shape), logit)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        low, high = average(values, w), average(1 - values, w)
        mean = min(low, high)
        if mean < TINY:
            return (math.copysign(1 / TINY, low - high),)
        size = 1 / mean if mean < 0.2 else 12 * (0.5 - mean)
        for _ in range(50):  # Newton's method, on a function that is convex: after one step from one side alone
            found, variance = self._cumulants(np.array(-size))
            step = float((found - mean) / variance)
            size += step
            if abs(step) <= 2.0**-52 * size:
                break
        return (math.copysign(size, low - high),)


def _mass(x: Array, rest: Array, logit: Array) -> Array:
    """The probability of [0, x], with rest = 1 - x."""
    size = np.abs(logit)
    whole, part = np.expm1(-size), np.expm1(-np.where(x == 0, 0.0, size * x))
    share = np.where(size == 0, x, part / np.where(whole == 0, 1.0, whole))
    return np.where(logit > 0, np.exp(-np.where(rest == 0, 0.0, size * rest)), 1.0) * share
