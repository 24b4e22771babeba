"""Errors with exponential tails of two lengths."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, copysign, formula, mul0, mulexp, stage, usual

from ._decode import TINY, average
from ._links import Link
from ._location_scale import LocationScale
from ._newton import quantiles
from ._settings import scalar

if TYPE_CHECKING:
    from ._decode import Array


@formula
def asymmetric_laplace(y, loc, log_scale, log_norm, tau, rest, *, fisher):
    residual = y - loc
    far = abs(residual)
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    weight = tau if residual > 0 else rest
    steep = weight * inverse
    size = far * steep if usual(tame) else weight * mulexp(far, -log_scale)
    norm = log_scale + log_norm
    finite = size if size == size else far  # nan as well where loc and log_scale are infinite: the sum is inf
    loss = finite + mul0(log_scale, 0) if finite == INF else finite + norm  # log_scale = -inf: all mass at loc
    nll = size + norm if usual(tame) else loss
    slope = copysign(steep, -residual) if far > 0 else residual
    expected = 1 if log_scale == log_scale else log_scale
    flat = 0 if log_scale == log_scale else log_scale
    h_loc = tau * inverse * (rest * inverse) if fisher else flat
    h_scale = expected if fisher else size
    known = residual == residual
    return nll, (slope, 1 - size), (h_loc if known else size, h_scale if known else size)


@formula
def asymmetric_laplace_fixed(y, loc, inverse, log_norm, tau, rest, *, fisher):
    residual = y - loc
    far = abs(residual)
    steep = (tau if residual > 0 else rest) * inverse
    slope = copysign(steep, -residual) if far > 0 else residual
    h_loc = tau * inverse * (rest * inverse) if fisher else 0
    return far * steep + log_norm, (slope,), (h_loc if far == far else far,)


class AsymmetricLaplace(LocationScale):
    r"""Asymmetric double exponential errors: quantile regression. With a fixed scale it is the pinball loss.

    nll = z·(τ − [z < 0]) + log s − log(τ(1 − τ)), z = (y − loc)/s, with s = exp(log_scale), or the given scale. [1]_
    loc is the τ-quantile: a share τ of the values lies below. ``AsymmetricLaplace(tau, scale=1)`` with
    ``constant=False`` is the pinball, quantile or check loss itself.

    Domain: every real y. Links: identity, log. At y = loc the gradient for loc is 0. The observed second derivative for
    loc is 0 everywhere; its expectation (``curvature="fisher"``) is τ(1 − τ)/s². ``constant=False`` drops
    log(τ(1 − τ)), and log s where the scale is fixed.

    ``init_params``: the (lower) τ-quantile, and the log of the mean pinball loss there, which is kept at 2⁻⁵² of the
    largest absolute y or above it (2⁻¹²⁶ where every y is 0).

    Parameters
    ----------
    tau : float
        Which quantile loc is, between 0 and 1.
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Yu, Zhang, A Three-Parameter Asymmetric Laplace Distribution and Its Extension, 2005.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.AsymmetricLaplace(0.75, scale=1)
    >>> print(law.nll([3.0, 1.0], [2.0, 2.0], constant=False, reduction="none"))
    [0.75 0.25]
    """

    _formulas = (asymmetric_laplace, asymmetric_laplace_fixed)
    tau: float

    def __init__(self, tau: float, scale: float | None = None, link: Link = "log") -> None:
        tau = scalar("tau", tau)
        if not TINY <= tau < 1:
            raise ValueError(f"tau must lie between 0 and 1, and float32 hold it, got {tau!r}")
        rest = 1 - tau
        self.__dict__.update(
            _log_norm=-math.log(tau) - math.log1p(-tau),
            _standard_mean=1 / tau - 1 / rest,
            _standard_variance=1 / tau**2 + 1 / rest**2,
            _standard_fisher=(tau * rest, 0.0, 1.0),
        )
        self._set_up(scale, link, (tau, rest), tau=tau)

    def _standard_cdf(self, z: Array) -> Array:
        below = self.tau * np.exp((1 - self.tau) * np.minimum(z, 0))
        return np.where(z < 0, below, 1 - self._standard_sf(np.maximum(z, 0)))

    def _standard_sf(self, z: Array) -> Array:
        above = (1 - self.tau) * np.exp(-self.tau * np.maximum(z, 0))
        return np.where(z > 0, above, 1 - self.tau * np.exp((1 - self.tau) * np.minimum(z, 0)))

    def _standard_quantile(self, p: Array) -> Array:
        left = np.log(p / self.tau) / (1 - self.tau)
        return np.where(p < self.tau, left, -np.log((1 - p) / (1 - self.tau)) / self.tau)

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return self._standard_quantile(rng.random(shape))

    def _centre_and_spread(self, values: Array, w: Array) -> tuple[float, float]:
        (centre,) = quantiles(values, w, (self.tau,))
        residuals = values - centre
        return centre, average(np.where(residuals > 0, self.tau, self.tau - 1) * residuals, w)
