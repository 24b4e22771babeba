"""Lifetimes whose hazard is a power of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    TAME,
    exp,
    exp_twin,
    expm1,
    expm1_twin,
    fma,
    formula,
    log_less,
    mul0,
    mulexp,
    stage,
    usual,
)

from ._decode import average, scipy_special, times_exp
from ._lifetimes import Lifetime
from .gumbel import SPREAD_INFORMATION, Gumbel

if TYPE_CHECKING:
    from ._decode import Array


@formula
def weibull(y, log_scale, log_shape, *, fisher):
    log_z = log_less(y, log_scale)
    shape = stage(exp(log_shape))
    plain = shape * log_z
    tame = abs(plain) <= TAME
    known = log_scale == log_scale and log_shape == log_shape
    far = (y - INF if known else log_scale + log_shape) if y == 0 else mul0(shape, log_z)
    u = stage(plain if usual(tame) else far)  # the log of the cumulative hazard (y/scale)^shape
    hazard = exp_twin(u)
    rise = expm1_twin(u)
    factor = expm1(log_shape)
    offset = log_scale - log_shape
    loss = hazard - factor * log_z + offset
    rim = INF if factor > 0 else (-INF if factor < 0 else offset)  # the nll at y = 0
    endless = hazard == INF or u == -INF or log_shape == -INF
    beyond = rim if y == 0 else (INF if endless else hazard - mul0(factor, log_z) + offset)
    nll = loss if usual(tame) else (beyond if known else log_scale + log_shape)
    g_scale = -shape * rise if usual(tame) else mul0(-shape, rise)
    tail = 0 if u == -INF else mul0(shape, mulexp(shape, u))  # the hazard alone may underflow
    observed_scale = shape * (shape * hazard) if usual(tame) else tail
    curve = fma(u, hazard, rise) if usual(tame) else mul0(u, hazard) + rise
    h_scale = shape * shape if fisher else observed_scale
    h_shape = 1.8236806608528794 if fisher else u * curve
    lost = log_scale + log_shape  # nan where one is
    return nll, (g_scale, fma(u, rise, -1)), (h_scale if known else lost, h_shape if known else lost)


class Weibull(Lifetime):
    """Lifetimes whose hazard is a power of time.

    nll = z^k − (k − 1)·log z − log k + log s, z = y/s, with the scale s = exp(log_scale) and the shape
    k = exp(log_shape). [1]_ The hazard rises with time for k > 1, falls for k < 1; k = 1 is `Exponential`. Known as the
    proportional hazards model with a Weibull baseline; of minima, the extreme value law of type III.

    Domain: y ≥ 0; at y = 0 the nll is inf for k > 1, −inf for k < 1. Links: log, log. ``constant=False`` drops nothing.
    The information about log_scale and log_shape has an entry off the diagonal, −k·(1 − γ) with Euler's constant γ.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the shape is at most 2²⁰, and 1 where
    some y is 0 (with a scale of at least 2⁻¹²⁶). ``mean`` and ``variance`` need SciPy.

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How scale and shape come in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 21.

    Examples
    --------
    >>> import numpy as np, fastxent as fx
    >>> y = np.array([0.5, 1.0, 2.5])
    >>> print(fx.Weibull().nll(y, 0.0, 0.0), fx.Exponential().nll(y, 0.0))
    1.3333333333333333 1.3333333333333333
    """

    _formula = staticmethod(weibull)
    _in_logs = Gumbel
    _sign = -1.0

    def _mean(self, log_scale: Array, log_shape: Array) -> Array:
        power = 1 + np.exp(-log_shape)
        factor = scipy_special().gamma(power)
        logs = log_scale + scipy_special().gammaln(power)
        return np.where(np.isinf(factor), np.exp(logs), times_exp(factor, log_scale))

    def _mode(self, log_scale: Array, log_shape: Array) -> Array:
        power = np.log(-np.expm1(-np.maximum(log_shape, 0))) * np.exp(-log_shape)
        return np.where(log_shape > 0, times_exp(np.exp(power), log_scale), 0.0)

    def _variance(self, log_scale: Array, log_shape: Array) -> Array:
        inverse = np.exp(-log_shape)
        gammaln = scipy_special().gammaln
        apart = gammaln(1 + 2 * inverse) - 2 * gammaln(1 + inverse)  # log of E y² / (E y)²
        n = np.arange(40, 1, -1)
        series = (-1.0) ** n * scipy_special().zeta(n) * (2.0**n - 2) / n
        small = np.minimum(inverse, 0.1)
        apart = np.where(inverse < 0.1, small * small * np.polyval(series, small), apart)
        spread = np.sqrt(np.expm1(apart)) * self._mean(log_scale, log_shape)
        return spread * spread

    def _standard_quantile(self, p: Array) -> Array:
        return np.log(-np.log1p(-p))

    def _fisher(self, log_scale: Array, log_shape: Array) -> list[list[Array]]:
        shape = np.exp(log_shape)
        mixed = (np.euler_gamma - 1) * shape
        return [[shape * shape, mixed], [mixed, np.full_like(shape, SPREAD_INFORMATION)]]

    def _of_shape_1(self, values: Array, w: Array) -> float:
        return float(np.log(average(values, w)))
