"""Lifetimes whose hazard is a power of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    GREATEST,
    INF,
    LEAST_NORMAL,
    SMALL,
    TAME,
    clamp,
    exp,
    exp_twin,
    expm1,
    expm1_share,
    expm1_share_rest,
    expm1_twin,
    fma,
    formula,
    log,
    log1mexp,
    log_less,
    log_ratio,
    mul0,
    mulexp,
    require,
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


@formula(data="lower upper")
def weibull_censored(lower, upper, log_scale, log_shape):
    require(lower <= upper and upper >= 0)
    exact = lower == upper
    begun = lower > 0  # whether there is an edge below, and one above
    closed = upper < INF
    low = clamp(lower, 0, GREATEST)
    top = upper if closed else (low if begun else low + 1)  # beyond an open end, the other edge again
    bottom = low if begun else top
    log_a = log_less(bottom, log_scale)
    log_b = log_less(top, log_scale)
    shape = stage(exp(log_shape))
    tame = abs(shape * log_a) <= TAME and abs(shape * log_b) <= TAME
    known = log_scale == log_scale and log_shape == log_shape
    nothing = mul0(log_scale, 0) + mul0(log_shape, 0)
    zero = top - INF if known else nothing
    ua = stage(shape * log_a if usual(tame) else (zero if bottom == 0 else mul0(shape, log_a)))
    ub = stage(shape * log_b if usual(tame) else (zero if top == 0 else mul0(shape, log_b)))
    apart = log_ratio(top, bottom) if top > 0 else top
    v = stage(shape * apart if usual(tame) else mul0(shape, apart))  # ub - ua
    hazard = exp_twin(ua)
    rise = expm1_twin(ua)
    before = hazard if begun else nothing  # the cumulative hazard up to the interval, and over it
    rest = hazard * expm1(v) if begun and v < 1 else exp(ub) - before
    over = stage(before if before == INF else rest)
    log_v = log1mexp(v) if v >= LEAST_NORMAL else log_shape + log(apart)
    log_over = (ub + log_v) if begun else ub  # where the hazard underflows
    gain = (
        log1mexp(over)
        if usual(over >= SMALL or exact or not closed)
        else (log1mexp(over) if over >= SMALL else log_over)
    )
    share = expm1_share(over) if closed else nothing
    bend = expm1_share_rest(over)
    ratio = expm1_share(v) if begun else nothing
    pull = ub + ratio  # the slope of log(over) in log_shape
    mixed = mul0(expm1_share_rest(v) + 1, ratio) + mul0(pull, mul0(pull, bend)) - pull
    weight = mul0(ua, before)
    ordinary = hazard - expm1(log_shape) * log_a + (log_scale - log_shape)
    factor = expm1(log_shape)
    rim = INF if factor > 0 else (-INF if factor < 0 else log_scale - log_shape)
    endless = hazard == INF or ua == -INF or log_shape == -INF
    beyond = rim if top == 0 else (INF if endless else hazard - mul0(factor, log_a) + (log_scale - log_shape))
    full = ordinary if usual(tame) else (beyond if known else nothing)
    nll = full if exact else (before if before == INF or not closed else before - gain)
    g_scale = mul0(shape, -rise if exact else share - before)
    g_shape = fma(ua, rise, -1) if exact else weight - (pull * share if share > 0 else nothing)
    tail = 0 if ua == -INF else mul0(shape, mulexp(shape, ua))
    h_exact = shape * (shape * hazard) if usual(tame) else tail
    h_scale = h_exact if exact else mul0(shape, mul0(shape, before + mul0(bend, share)))
    h_open = mul0(1 + ua, weight) + (mixed * share if share > 0 else nothing)
    h_shape = ua * (mul0(ua, hazard) + rise) if exact else h_open
    return nll, (g_scale, g_shape), (h_scale, h_shape)


class Weibull(Lifetime):
    """Lifetimes whose hazard is a power of time.

    nll = z^k − (k − 1)·log z − log k + log s, z = y/s, with the scale s = exp(log_scale) and the shape
    k = exp(log_shape). [1]_ The hazard rises with time for k > 1, falls for k < 1; k = 1 is `Exponential`. Known as the
    proportional hazards model with a Weibull baseline; of minima, the extreme value law of type III.

    Domain: y ≥ 0; at y = 0 the nll is inf for k > 1, −inf for k < 1. Links: log, log. ``constant=False`` drops nothing.
    The information about log_scale and log_shape has an entry off the diagonal, −k·(1 − γ) with Euler's constant γ.

    Censored observations come as ``lower=`` and ``upper=`` in the place of y, by name: each lies between its two, which
    are equal where it is exact; ``upper=inf`` where it has not ended yet, ``lower=0`` where it ended by upper.
    ``init_params`` needs exact data.

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
    _censored_formula = staticmethod(weibull_censored)
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
