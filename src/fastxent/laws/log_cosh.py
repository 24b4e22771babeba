"""Errors with a hyperbolic secant density."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, copysign, exp_twin, expm1_twin, formula, log_cosh, mul0, mulexp, stage, usual

from ._newton import SmoothLocationScale

if TYPE_CHECKING:
    from ._decode import Array


@formula
def hyperbolic_secant(y, loc, log_scale, log_pi, *, fisher):
    residual = y - loc
    far = abs(residual)
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    size = far * inverse if usual(tame) else mulexp(far, -log_scale)
    bounded = far if far == INF else size  # size is nan where loc and log_scale are infinite
    distance = size if usual(tame) else bounded
    near = 2 * distance <= TAME
    e = exp_twin(-2 * distance)
    q = 1 / (1 + e)
    slope = -expm1_twin(-2 * distance) * q  # tanh
    curve = 4 * e * (q * q)
    loss = log_cosh(distance) + log_pi
    certain = loss + mul0(log_scale, 0) if loss == INF else loss + log_scale  # log_scale = -inf: all mass at loc
    nll = loss + log_scale if usual(tame) else certain
    g_loc = slope * inverse if usual(tame) else mul0(inverse, slope) + mul0(log_scale, 0)
    # e alone may underflow
    tail = mul0(inverse, 4 * (q * q) * (0 if distance == INF else mulexp(inverse, -2 * distance)))
    observed_loc = curve * inverse * inverse if usual(near) else tail
    observed_scale = size * slope + (size * size * curve if usual(near) else mul0(size * size, curve))
    h_loc = 0.5 * inverse * inverse if fisher else observed_loc
    expected = 1.2337005501361697 if log_scale == log_scale else log_scale  # π²/8
    h_scale = expected if fisher else observed_scale
    known = residual == residual
    return nll, (copysign(g_loc, -residual), 1 - size * slope), (h_loc if known else far, h_scale if known else far)


@formula
def hyperbolic_secant_fixed(y, loc, inverse, log_norm, *, fisher):
    residual = y - loc
    size = abs(residual) * inverse
    e = exp_twin(-2 * size)
    q = 1 / (1 + e)
    slope = -expm1_twin(-2 * size) * q * inverse
    curve = 4 * e * (q * q) * inverse * inverse
    tail = 4 * (q * q) * mulexp(inverse, -2 * size) * inverse if size < INF else 0 * inverse
    observed = curve if usual(2 * size <= TAME) else tail
    h_loc = 0.5 * inverse * inverse if fisher else observed
    return log_cosh(size) + log_norm, (copysign(slope, -residual),), (h_loc if size == size else size,)


class LogCosh(SmoothLocationScale):
    """Errors with a hyperbolic secant density: the log-cosh loss, its scale predicted or fixed.

    nll = log cosh z + log s + log π, z = (y − loc)/s, with s = exp(log_scale), or the given scale. [1]_ It grows like
    z²/2 near 0 and like the absolute error far away.

    Domain: every real y. Links: identity, log. ``constant=False`` drops log π, and log s where the scale is fixed.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the scale is kept at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0).

    Parameters
    ----------
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone. The standard deviation is
        π/2 times the scale.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 23.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.LogCosh(scale=1)
    >>> print(round(float(law.nll(3.0, 1.0, constant=False)), 6))  # log cosh 2
    1.325003
    """

    _formulas = (hyperbolic_secant, hyperbolic_secant_fixed)
    _log_norm = math.log(math.pi)

    _standard_variance = math.pi**2 / 4
    _standard_fisher = (0.5, 0.0, math.pi**2 / 8)

    def _standard_cdf(self, z: Array) -> Array:
        return np.arctan(np.exp(z)) * (2 / math.pi)

    def _standard_sf(self, z: Array) -> Array:
        return self._standard_cdf(-z)

    def _standard_quantile(self, p: Array) -> Array:
        tail = np.log(np.tan(math.pi / 2 * np.minimum(p, 1 - p)))
        return np.where(p < 0.5, tail, -tail)

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return np.log(np.abs(rng.standard_cauchy(shape)))

    def _standard_nll(self, z: Array) -> Array:
        return np.logaddexp(z, -z) - math.log(2)

    def _standard_slopes(self, z: Array) -> tuple[Array, Array]:
        return np.tanh(z), np.cosh(np.clip(z, -700, 700)) ** -2.0
