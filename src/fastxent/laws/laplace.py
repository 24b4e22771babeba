"""Errors with a double exponential tail."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, copysign, formula, mulexp, stage, usual

from ._decode import average, weighted_median
from ._location_scale import LocationScale

if TYPE_CHECKING:
    from ._decode import Array

LOG_2 = math.log(2)


@formula
def laplace(y, loc, log_scale, log_2, *, fisher):
    residual = y - loc
    far = abs(residual)
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    size = far * inverse if usual(tame) else mulexp(far, -log_scale)
    norm = log_scale + log_2
    finite = size if size == size else far  # nan as well where loc and log_scale are infinite: the sum is inf
    loss = finite if finite == INF else finite + norm  # log_scale = -inf: all mass at loc
    nll = size + norm if usual(tame) else loss
    slope = copysign(inverse, -residual) if far > 0 else residual
    expected = 1 if log_scale == log_scale else log_scale
    flat = 0 if log_scale == log_scale else log_scale
    h_loc = inverse * inverse if fisher else flat
    h_log_scale = expected if fisher else size
    known = residual == residual
    return nll, (slope, 1 - size), (h_loc if known else size, h_log_scale if known else size)


@formula
def laplace_fixed(y, loc, inverse, log_norm, *, fisher):
    residual = y - loc
    far = abs(residual)
    nll = far * inverse + log_norm
    slope = copysign(inverse, -residual) if far > 0 else residual
    h_loc = inverse * inverse if fisher else 0
    return nll, (slope,), (h_loc if far == far else far,)


class Laplace(LocationScale):
    r"""Double exponential errors: the absolute error, with its scale predicted or fixed.

    nll = \|y − loc\|/s + log(2s), with s = exp(log_scale), or the given scale. [1]_

    Domain: every real y. Links: identity, log. At y = loc the gradient for loc is 0. The observed second derivative for
    loc is 0 everywhere; its expectation (``curvature="fisher"``) is 1/s². ``constant=False`` drops log 2, and log s
    where the scale is fixed.

    ``init_params``: the (lower) median, and the log of the mean distance to it, which is kept at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0).

    Parameters
    ----------
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 24.

    Examples
    --------
    >>> import fastxent as fx
    >>> float(fx.Laplace(scale=2).nll(3.0, 1.0, constant=False))
    1.0
    """

    _formulas = (laplace, laplace_fixed)
    _log_norm = LOG_2

    _standard_variance = 2.0
    _standard_fisher = (1.0, 0.0, 1.0)

    def _standard_cdf(self, z: Array) -> Array:
        tail = 0.5 * np.exp(-np.abs(z))
        return np.where(z < 0, tail, 1 - tail)

    def _standard_sf(self, z: Array) -> Array:
        return self._standard_cdf(-z)

    def _standard_quantile(self, p: Array) -> Array:
        return np.where(p < 0.5, np.log(2 * p), -np.log(2 * (1 - p)))

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return rng.laplace(size=shape)

    def _centre_and_spread(self, values: Array, w: Array) -> tuple[float, float]:
        centre = weighted_median(values, w)
        return centre, average(np.abs(values - centre), w)
