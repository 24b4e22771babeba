"""Errors with a double exponential tail."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import INF, copysign, formula, mulexp

from ._law import TINY, Law, floats, observations, positive, probabilities, sampling, weighted_median

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

LOG_2 = math.log(2)


@formula
def laplace(y, loc, log_scale, log_2, *, constant, fisher):
    residual = y - loc
    far = abs(residual)
    inverse = mulexp(1, -log_scale)
    size = mulexp(far, -log_scale)  # shares its exponential with the line above
    norm = log_scale + log_2 if constant else log_scale
    finite = size if size == size else far  # nan as well where loc and log_scale are infinite: the sum is inf
    nll = finite if finite == INF else finite + norm  # log_scale = -inf: all mass at loc
    slope = copysign(inverse, -residual) if far > 0 else residual
    expected = 1 if log_scale == log_scale else log_scale
    flat = 0 if log_scale == log_scale else log_scale
    h_loc = inverse * inverse if fisher else flat
    h_log_scale = expected if fisher else size
    known = residual == residual
    return nll, (slope, 1 - size), (h_loc if known else size, h_log_scale if known else size)


@formula
def laplace_fixed(y, loc, inverse, log_norm, *, constant, fisher):
    residual = y - loc
    far = abs(residual)
    nll = far * inverse + (log_norm if constant else 0)
    slope = copysign(inverse, -residual) if far > 0 else residual
    h_loc = inverse * inverse if fisher else 0
    return nll, (slope,), (h_loc if far == far else far,)


class Laplace(Law):
    """Double exponential errors: the absolute error, with its scale predicted or fixed.

    nll = \\|y − loc\\|/s + log(2s), with s = exp(log_scale), or the given scale. [1]_

    Domain: every real y. Links: identity, log. At y = loc the gradient for loc is 0. The observed second derivative for loc is 0
    everywhere; its expectation (``curvature="fisher"``) is 1/s². ``constant=False`` drops log 2, and log s where the scale is
    fixed.

    Parameters
    ----------
    scale : float, optional
        A fixed scale; the law then has the parameter loc alone.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 24.

    Examples
    --------
    >>> import fastxent as fx
    >>> float(fx.Laplace(scale=2).nll(3.0, 1.0, constant=False))
    1.0
    """

    def __init__(self, scale: float | None = None) -> None:
        scale = positive("scale", scale)
        self._set(scale=scale)
        if scale is None:
            self._use(laplace, ("loc", "log_scale"), LOG_2)
        else:
            self._use(laplace_fixed, ("loc",), 1 / scale, math.log(scale) + LOG_2)

    def _scaled(self, *params: ArrayLike) -> tuple[Any, Any]:
        loc, log_scale = floats(params[0], np.log(self.scale) if self.scale else params[1])
        with np.errstate(over="ignore", under="ignore"):
            return loc, np.exp(log_scale)

    def mean(self, *params: ArrayLike) -> Any:
        """The parameter loc."""
        return self._scaled(*self._arrange(params, {}))[0][()]

    mode = mean

    def quantile(self, p: ArrayLike, *params: ArrayLike) -> Any:
        """Loc ± s·log(2·min(p, 1 − p))."""
        loc, scale = self._scaled(*self._arrange(params, {}))
        levels = probabilities(p)
        with np.errstate(divide="ignore"):
            return loc + scale * np.where(levels < 0.5, np.log(2 * levels), -np.log(2 * (1 - levels)))

    def sample(self, *params: ArrayLike, size: Any = None, rng: Any = None) -> Any:
        """Double exponential values."""
        size, rng, (loc, scale) = sampling(size, rng, *self._scaled(*self._arrange(params, {})))
        return rng.laplace(loc, scale, size)

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> Any:
        """The median and the log of the mean absolute deviation, which is kept above 2⁻⁵² of the largest |y| and 2⁻¹²⁶."""
        values, w = observations(self, y, weight)
        loc = weighted_median(values, w)
        if self.scale is not None:
            return loc
        spread = float(np.average(np.abs(values - loc), weights=w))
        return loc, math.log(max(spread, 2.0**-52 * float(np.abs(values).max()), TINY))
