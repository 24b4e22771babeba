"""Binary outcomes and proportions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import TAME, exp, formula, log1p_unit, mul0, stage, usual

from ._decode import average
from ._law import Law
from ._settings import factor
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

FARTHEST = 36.0  # about where 1 - p rounds to 1 in float64


@formula
def bernoulli(y, logit):
    far = abs(logit)
    e = stage(exp(-far))  # odds of the less likely side, in [0, 1]
    inverse = 1 / (1 + e)
    q = e * inverse  # its probability
    miss = 1 - y if logit >= 0 else y  # how much of the target lies on that side
    slope = miss - q
    distance = far * miss if usual(far <= TAME) else mul0(far, miss)
    return distance + log1p_unit(e), (slope if logit >= 0 else -slope,), (q * inverse,)


@formula
def bernoulli_weighted(y, logit, pos_weight, *, fisher):
    far = abs(logit)
    e = stage(exp(-far))
    inverse = 1 / (1 + e)
    q = e * inverse
    ones = pos_weight * y
    zeros = 1 - y
    total = ones + zeros
    miss = zeros if logit >= 0 else ones
    slope = miss - total * q
    distance = far * miss if usual(far <= TAME) else mul0(far, miss)
    nll = distance + total * log1p_unit(e)
    expected = pos_weight * inverse + q if logit >= 0 else pos_weight * q + inverse  # the total, under the law
    return nll, (slope if logit >= 0 else -slope,), ((expected if fisher else total) * q * inverse,)


class Bernoulli(Law):
    """Binary outcomes, or proportions anywhere in [0, 1]: binary cross-entropy.

    nll = −(pos_weight·y·log σ(logit) + (1 − y)·log σ(−logit)), with σ(x) = 1/(1 + exp(−x)); for 0 < y < 1 this is the
    cross-entropy of a Bernoulli law of mean y with the model's. [1]_

    Domain: y in [0, 1]. Link: logit. ``constant=False`` drops nothing.

    ``init_params``: the logit of the mean (of its odds times pos_weight); ±36 stands in for an infinite one.

    Parameters
    ----------
    pos_weight : float
        Factor of the term of y = 1; 0 or between 2⁻¹²⁶ and 2¹²⁶.

    References
    ----------
    .. [1] Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.90.

    Examples
    --------
    >>> import numpy as np, fastxent as fx
    >>> loss, grad = fx.Bernoulli().nll_grad(np.array([0, 1, 0.5]), np.array([-40.0, 40.0, 0.0]), reduction="none")
    >>> print(loss)
    [4.24835426e-18 4.24835426e-18 6.93147181e-01]
    """

    support = Interval(0, 1, "both")
    _discrete = True
    pos_weight: float

    def __init__(self, pos_weight: float = 1.0) -> None:
        pos_weight = factor("pos_weight", pos_weight)
        self._set(pos_weight=pos_weight)
        if pos_weight == 1.0:
            self._use(bernoulli, ("logit",))
        else:
            self._use(bernoulli_weighted, ("logit",), pos_weight)

    def _mean(self, logit: Array) -> Array:
        e = np.exp(-np.abs(logit))
        return np.where(logit >= 0, 1 / (1 + e), e / (1 + e))

    def _mode(self, logit: Array) -> Array:
        return np.where(logit > 0, 1.0, 0.0)

    def _variance(self, logit: Array) -> Array:
        return self._mean(logit) * self._mean(-logit)

    def _cdf(self, x: Array, logit: Array) -> Array:
        return np.where(np.isnan(x), x, np.where(x < 0, 0.0, np.where(x < 1, self._mean(-logit), 1.0)))

    def _sf(self, x: Array, logit: Array) -> Array:
        return np.where(np.isnan(x), x, np.where(x < 0, 1.0, np.where(x < 1, self._mean(logit), 0.0)))

    def _fisher(self, logit: Array) -> list[list[Array]]:
        p, q = self._mean(logit), self._mean(-logit)
        return [[(self.pos_weight * p + q) * p * q]]

    def _quantile(self, p: Array, logit: Array) -> Array:
        return np.where((p == 1) | (p > self._mean(-logit)), 1.0, 0.0)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], logit: Array) -> Any:
        return rng.random(shape) < self._mean(logit)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        ones, zeros = self.pos_weight * average(values, w), average(1 - values, w)
        if ones == zeros == 0:  # with pos_weight=0 every logit is as good
            return (0.0,)
        logit = np.log(ones) - np.log(zeros)
        return (logit if np.isfinite(logit) else math.copysign(FARTHEST, logit),)
