"""Successes among a number of trials."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    TAME,
    deviance_by,
    exp,
    formula,
    log,
    log1p_unit,
    mul0,
    mulexp,
    require,
    split_excess,
    stage,
    usual,
)

from ._counts import MOST_DRAWN, refused_successes, refused_trials, search
from ._decode import TINY, refuse, scipy_special
from ._law import Law
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ._decode import Array

FARTHEST = 36.0  # about where 1 - p rounds to 1 in float64


@formula(data="y trials")
def binomial(y, trials, logit, *, constant):
    require(trials >= y)
    far = abs(logit)
    e = stage(exp(-far))  # odds of the less likely outcome of a trial, in [0, 1]
    inverse = 1 / (1 + e)
    rest = log1p_unit(e)
    failures = trials - y
    miss = failures if logit >= 0 else y  # how many trials had that outcome
    hit = y if logit >= 0 else failures
    expected = (trials * e if usual(far <= TAME) else mulexp(trials, -far)) * inverse
    slope = miss - expected
    less = deviance_by(miss, slope, expected, log(trials) - (far + rest))
    more = deviance_by(hit, -slope, trials * inverse, 0)
    fewer = y if y <= failures else failures
    full = less + more + split_excess(fewer, failures if y <= failures else y)  # by saddle point: nothing cancels
    distance = far * miss if usual(far <= TAME) else mul0(far, miss)
    short = distance + trials * rest
    return full if constant else short, (slope if logit >= 0 else -slope,), (expected * inverse,)


class Binomial(Law):
    """Successes among a number of trials, with the logit of a success: logistic regression on grouped data.

    nll = −y·log p − (n − y)·log(1 − p) − log Γ(n + 1) + log Γ(y + 1) + log Γ(n − y + 1), p = σ(logit), evaluated by
    saddle point where its terms would cancel. [1]_ Every method takes the numbers of trials n as ``trials=``.

    Domain: 0 ≤ y ≤ n < ∞, as rounded to the dtype of the computation; between whole numbers as the same formula says.
    Link: logit. ``constant=False`` drops the three log Γ.

    ``init_params``: the logit of Σ y / Σ n; ±36 stands in for an infinite one, 0 where there are no trials.
    ``mode``: of two counts as probable, the greater. ``cdf``, ``sf`` and ``quantile`` need SciPy, ``sample`` whole
    numbers of trials.

    References
    ----------
    .. [1] Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.

    Examples
    --------
    >>> import numpy as np, fastxent as fx
    >>> loss, grad = fx.Binomial().nll_grad(np.array([3, 0]), np.zeros(2), trials=np.array([4, 1]), reduction="none")
    >>> print(loss, grad)
    [1.38629436 0.69314718] [-1.   0.5]
    """

    support = Interval(0, np.inf, "left")
    _discrete = True

    def __init__(self) -> None:
        self._set()
        self._use(binomial, ("logit",))

    def refused_extras(self, *extras: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
        yield from refused_trials(*extras)

    def refusals(self, *data: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
        yield from super().refusals(*data)
        yield from refused_successes(*data)

    def _share(self, logit: Array) -> Array:
        e = np.exp(-np.abs(logit))
        return np.where(logit >= 0, 1 / (1 + e), e / (1 + e))

    def _mean(self, logit: Array, trials: Array) -> Array:
        return trials * self._share(logit)

    def _mode(self, logit: Array, trials: Array) -> Array:
        return np.minimum(np.floor((trials + 1) * self._share(logit)), np.floor(trials))

    def _variance(self, logit: Array, trials: Array) -> Array:
        return trials * self._share(logit) * self._share(-logit)

    def _cdf(self, x: Array, logit: Array, trials: Array) -> Array:
        k, ratio = np.floor(x), scipy_special().betainc
        inner = ratio(np.maximum(trials - k, TINY), np.maximum(k, -0.5) + 1, self._share(-logit))
        return np.where(np.isnan(x), x, np.where(k < 0, 0.0, np.where(k >= trials, 1.0, inner)))

    def _sf(self, x: Array, logit: Array, trials: Array) -> Array:
        k, ratio = np.floor(x), scipy_special().betainc
        inner = ratio(np.maximum(k, -0.5) + 1, np.maximum(trials - k, TINY), self._share(logit))
        return np.where(np.isnan(x), x, np.where(k < 0, 1.0, np.where(k >= trials, 0.0, inner)))

    def _fisher(self, logit: Array, trials: Array) -> list[list[Array]]:
        return [[self._variance(logit, trials)]]

    def _quantile(self, p: Array, logit: Array, trials: Array) -> Array:
        found = search(lambda k: self._cdf(k, logit, trials), p, np.full_like(trials, -1), trials)
        return np.where(p == 0, 0.0, np.where(p == 1, trials, found))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], logit: Array, trials: Array) -> Any:
        refuse("trials", trials, (trials != np.floor(trials)) | (trials > MOST_DRAWN), ": no whole number of int64")
        return rng.binomial(trials.astype(np.int64), self._share(logit), shape)

    def _init_params(self, values: Array, w: Array, trials: Array) -> tuple[float, ...]:
        largest = trials.max() or 1.0
        successes, failures = (float((w * (part / largest)).sum()) for part in (values, trials - values))
        if successes == failures == 0:
            return (0.0,)
        logit = np.log(successes) - np.log(failures)
        return (float(logit) if np.isfinite(logit) else math.copysign(FARTHEST, logit),)
