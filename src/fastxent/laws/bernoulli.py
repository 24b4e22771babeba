"""Binary outcomes and proportions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import exp, formula, log1p_unit

from ._law import Law, floats, observations, probabilities, sampling, scalar
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

LOGIT_LIMIT = 36.0  # about where 1 - p rounds to 1 in float64


@formula
def bernoulli(y, logit, pos_weight):
    far = abs(logit)
    e = exp(-far)  # odds of the less likely side, in [0, 1]
    inverse = 1 / (1 + e)
    q = e * inverse  # its probability
    ones = pos_weight * y
    zeros = 1 - y
    total = ones + zeros
    miss = zeros if logit >= 0 else ones  # how much of the target lies on that side
    slope = miss - total * q
    nll = (0 if miss == 0 else far * miss) + total * log1p_unit(e)  # 0 times inf is 0
    return nll, (slope if logit >= 0 else -slope,), (total * q * inverse,)


class Bernoulli(Law):
    """Binary outcomes, or proportions anywhere in [0, 1]: binary cross-entropy.

    nll = −(pos_weight·y·log σ(logit) + (1 − y)·log σ(−logit)), with σ(x) = 1/(1 + exp(−x)); for 0 < y < 1 this is the cross-entropy of
    a Bernoulli law of mean y with the model's. [1]_

    Domain: y in [0, 1]. Link: logit. ``constant=False`` drops nothing.

    Parameters
    ----------
    pos_weight : float
        Factor of the term of y = 1; finite and not negative.

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

    def __init__(self, pos_weight: float = 1.0) -> None:
        pos_weight = scalar("pos_weight", pos_weight)
        if not 0.0 <= pos_weight < np.inf:
            raise ValueError(f"pos_weight must be finite and not negative, got {pos_weight}")
        self._set(pos_weight=pos_weight)
        self._use(bernoulli, ("logit",), pos_weight)

    def mean(self, logit: ArrayLike) -> Any:
        """The probability of 1."""
        (x,) = floats(logit)
        with np.errstate(over="ignore", under="ignore"):
            e = np.exp(-np.abs(x))
            return np.where(x >= 0, 1 / (1 + e), e / (1 + e))[()]

    def mode(self, logit: ArrayLike) -> Any:
        """1 where that is more probable, else 0."""
        (x,) = floats(logit)
        return np.where(np.isnan(x), x, x > 0).astype(x.dtype)[()]

    def quantile(self, p: ArrayLike, logit: ArrayLike) -> Any:
        """0 up to the probability of 0, 1 above."""
        (x,) = floats(logit)
        return np.where(np.isnan(x), x, probabilities(p) > self.mean(-x)).astype(x.dtype)[()]

    def sample(self, logit: ArrayLike, *, size: Any = None, rng: Any = None) -> Any:
        """Zeros and ones (int64)."""
        size, rng, (x,) = sampling(size, rng, logit)
        return (rng.random(size) < self.mean(x)).astype(np.int64)[()]

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> float:
        """The logit of the mean (of its odds times pos_weight), clamped to ±36."""
        values, w = observations(self, y, weight)
        ones, zeros = self.pos_weight * np.dot(w, values), np.dot(w, 1 - values)
        if ones + zeros == 0:
            return 0.0
        with np.errstate(divide="ignore"):
            return float(np.clip(np.log(ones) - np.log(zeros), -LOGIT_LIMIT, LOGIT_LIMIT))
