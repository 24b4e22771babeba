"""Errors without moments."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, copysign, formula, log, log1p, mul0, mulexp, stage, usual

from ._newton import SmoothLocationScale, quantiles

if TYPE_CHECKING:
    from ._decode import Array

STARTS = 64


@formula
def cauchy(y, loc, log_scale, log_pi, *, fisher):
    residual = y - loc
    far = abs(residual)
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    size = far * inverse if usual(tame) else mulexp(far, -log_scale)
    square = size * size
    q = 1 / (1 + square)
    near = size <= 1e18  # beyond, 1 + size² is size², which may overflow
    loss = log1p(square) + log_scale
    certain = (loss if near else 2 * log(far) - log_scale) if far < INF else far + mul0(log_scale, 0)
    nll = (loss if usual(near and tame) else certain) + log_pi
    fall = size * q
    far_fall = fall if near else 1 / size
    part = (1 - square) * q
    far_part = part if near or size != size else -1
    g_scale = part if usual(near) else far_part
    unknown = mul0(log_scale, 0)
    lost = size > 1e18 or far == INF
    reach = 1 / far
    far_slope = (reach if lost else mul0(inverse, fall)) + unknown
    g_loc = 2 * (fall * inverse if usual(near and tame) else far_slope)
    curve = part * (q * inverse) * inverse
    far_curve = (-reach * reach if lost else curve) + unknown
    observed_loc = 2 * (curve if usual(near and tame) else far_curve)
    steep = 2 * (fall if usual(near) else far_fall)
    h_loc = 0.5 * inverse * inverse if fisher else observed_loc
    h_scale = (0.5 if log_scale == log_scale else log_scale) if fisher else steep * steep
    known = residual == residual
    return nll, (copysign(g_loc, -residual), g_scale), (h_loc if known else far, h_scale if known else far)


@formula
def cauchy_fixed(y, loc, inverse, log_norm, *, fisher):
    residual = y - loc
    far = abs(residual)
    size = far * inverse
    square = size * size
    q = 1 / (1 + square)
    near = size <= 1e18
    loss = log1p(square)
    reach = 1 / far
    fall = size * q * inverse
    curve = (1 - square) * q * (q * inverse) * inverse
    nll = (loss if usual(near) else (2 * log(size) if size > 1e18 else loss)) + log_norm
    g_loc = 2 * (fall if usual(near) else (reach if size > 1e18 else fall))
    observed = 2 * (curve if usual(near) else (-reach * reach if size > 1e18 else curve))
    h_loc = 0.5 * inverse * inverse if fisher else observed
    return nll, (copysign(g_loc, -residual),), (h_loc if far == far else far,)


class Cauchy(SmoothLocationScale):
    r"""Errors without mean or variance, with their scale predicted or fixed: a loss that hardly minds outliers.

    nll = log(1 + z²) + log s + log π, z = (y − loc)/s, with s = exp(log_scale), or the given scale. [1]_ With a fixed
    scale, people know it as the Lorentzian loss.

    Domain: every real y. Links: identity, log. The observed second derivative for loc is negative beyond \|z\| = 1.
    ``constant=False`` drops log π, and log s where the scale is fixed. ``mean`` and ``variance`` are nan: there are
    none.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the scale is kept at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0), also where half of the data are equal, so that the likelihood
    has no maximum. With a fixed scale it has several: downhill from the best of 64 quantiles.

    Parameters
    ----------
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶, half the distance between the quartiles; the law then has the parameter
        loc alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 16.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.Cauchy(scale=2).nll(5.0, 1.0, constant=False)), 6))
    1.609438
    """

    _formulas = (cauchy, cauchy_fixed)
    _log_norm = math.log(math.pi)

    _standard_mean = math.nan
    _standard_variance = math.nan
    _standard_fisher = (0.5, 0.0, 0.5)

    def _standard_cdf(self, z: Array) -> Array:
        p: Array = np.arctan2(1, -z) / np.pi
        return p

    def _standard_sf(self, z: Array) -> Array:
        return self._standard_cdf(-z)

    def _standard_quantile(self, p: Array) -> Array:
        tail = np.minimum(p, 1 - p)
        size = np.where(tail == 0, np.inf, 1 / np.tan(np.pi * tail))
        return np.where(tail > 0.25, np.tan(np.pi * (p - 0.5)), np.copysign(size, p - 0.5))

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return rng.standard_cauchy(shape)

    def _standard_nll(self, z: Array) -> Array:
        return 2 * np.log(np.hypot(1, z))

    def _standard_slopes(self, z: Array) -> tuple[Array, Array]:
        q = 1 / (1 + z * z)
        return 2 * z * q, 2 * q * (2 * q - 1)

    def _centre(self, values: Array, w: Array, scale: float) -> float:
        starts = quantiles(values, w, [(i + 0.5) / STARTS for i in range(STARTS)])
        best = min(starts, key=lambda loc: self._loss(values, w, loc, scale))
        return self._descend(values, w, best, scale, fixed=True)[0]
