"""Shares: quantities between 0 and 1."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    CALM,
    INF,
    LIFT,
    LOG_LIFT,
    TAME,
    binet,
    binet_curve,
    binet_slope,
    deviance_by,
    exp,
    exp_twin,
    expm1,
    expm1_twin,
    formula,
    log,
    log1p,
    log1p_unit,
    log_odds_less,
    mul0,
    mulexp,
    stage,
    usual,
)

from ._concentrations import beta_variates, concentrations, fitted, shares_of, stretch
from ._decode import average, mean_and_deviation, scipy_special
from ._law import Law
from ._links import Link
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)
NEWTON_STEPS = 12


@formula
def beta(y, logit_mean, log_precision, half_log_2pi, whole_density, *, fisher):
    far = abs(logit_mean)
    e = stage(exp_twin(-far))
    inverse = 1 / (1 + e)
    rest = log1p_unit(e)
    minor = e * inverse  # of mean and 1 - mean the lesser, and the greater
    major = 1 - minor
    precision = exp(log_precision)
    tame = abs(log_precision) <= TAME and far <= TAME
    away = (log_precision - far) - rest
    vast = mulexp(minor, log_precision) if far <= TAME else exp(away)
    few = stage(precision * minor if usual(tame) else vast)  # concentrations
    many = stage(precision * major if usual(tame) else mulexp(major, log_precision))
    log_few = log(few) if few > 0.125 else away
    log_many = log(many) if many > 0.125 else log_precision - rest

    # the divergence, lifted, of u = min(y, 1 - y) from the mean p of that side
    low = y <= 0.5
    other = 1 - y
    u = y if low else other
    log_u = log(u)
    z = stage(-log_odds_less(y, logit_mean))
    turned = z if low else -z
    same = (logit_mean < 0) == low
    short = minor * LIFT if usual(far <= CALM) else mulexp(inverse * LIFT, -far)
    p = short if same else major * LIFT
    q = major * LIFT if same else short
    part = u * LIFT
    whole = (other if low else y) * LIFT
    h = expm1(turned)
    gap = (part * (other if low else y)) * h / (1 + u * h) if abs(turned) < 1 else p - part
    lifted = deviance_by(p, gap, part, log_u + LOG_LIFT) + deviance_by(q, -gap, whole, 0)
    calm = abs(log_precision) <= CALM
    divergence = stage(precision * (lifted / LIFT) if usual(calm) else mulexp(lifted, log_precision - LOG_LIFT))

    excess = binet(few, log_few) + binet(many, log_many) - binet(precision, log_precision)
    norm = 0.5 * (far - log_precision) + rest + (half_log_2pi + whole_density * (log_u + log1p(-u)))
    surplus = INF if log_precision == -INF and far == far else excess + norm
    total = divergence + (excess + norm)
    nll = total if usual(calm) else (divergence if divergence == INF else divergence + surplus)

    s_few = binet_slope(few, log_few)
    s_many = binet_slope(many, log_many)
    spread = 0.5 + (s_few + s_many - binet_slope(precision, log_precision))
    v = few * major
    pull = v * z if usual(tame) else (z if z == 0 else mul0(z, v))
    push = major * (0.5 + s_few) - minor * (0.5 + s_many)
    g_mean = pull + (push if logit_mean >= 0 else -push)

    c_few = binet_curve(few, log_few)
    c_many = binet_curve(many, log_many)
    bend = c_few + c_many - binet_curve(precision, log_precision)
    tilt = expm1_twin(-far) * inverse  # minor - major
    turn = 1 + (tilt if logit_mean >= 0 else -tilt) * z
    load = v * turn if usual(tame) else mul0(turn, v)
    curve = major * major * c_few + minor * minor * c_many
    observed = load + (minor * major * (1 + (s_few + s_many)) + curve)
    expected = v + (major * major * (0.5 + s_few + c_few) + minor * minor * (0.5 + s_many + c_many))
    return (
        nll,
        (g_mean, divergence - spread),
        (expected if fisher else observed, spread + bend if fisher else divergence + bend),
    )


class Beta(Law):
    """Shares: quantities between 0 and 1 with a logit mean, as in beta regression.

    nll = −(a − 1)·log y − (b − 1)·log(1 − y) + log B(a, b) with a = mφ and b = (1 − m)φ, the mean m = σ(logit_mean) and
    the precision φ = exp(log_precision). [1]_ The variance is m·(1 − m)/(φ + 1). It is evaluated as φ times the
    divergence of y from m and what log B exceeds Stirling's leading terms by, so that nothing cancels at large φ.

    Domain: 0 < y < 1. Links: logit, log. ``constant=False`` drops log y + log(1 − y) and ½·log 2π.

    ``init_params``: highest likelihood, by Newton's method; the precision is kept within e⁻⁶⁰ and e²⁸. ``mode``: where
    the density is infinite at both ends, the one where it rises faster; nan for the uniform law. ``cdf``, ``sf`` and
    ``quantile`` need SciPy.

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the precision comes in: see `Law`.

    References
    ----------
    .. [1] Ferrari, Cribari-Neto, Beta Regression for Modelling Rates and Proportions, 2004, eq. 3.

    Examples
    --------
    >>> import math, fastxent as fx
    >>> law = fx.Beta()
    >>> print(round(float(law.nll(0.5, 0.0, math.log(4))), 6))  # 6·y·(1 - y)
    -0.405465
    >>> print(law.mean(0.0, 1.0), round(float(law.variance(0.0, math.log(4))), 6))
    0.5 0.05
    """

    support = Interval(0, 1)

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(beta, ("logit_mean", "log_precision"), HALF_LOG_2PI, 1.0, free=(0.0, 0.0), link=link)

    def _mean(self, logit_mean: Array, log_precision: Array) -> Array:
        return shares_of(logit_mean)[0]

    def _mode(self, logit_mean: Array, log_precision: Array) -> Array:
        a, b = concentrations(logit_mean, log_precision)
        inside = np.where(np.isposinf(log_precision), shares_of(logit_mean)[0], (a - 1) / (np.exp(log_precision) - 2))
        at_end = np.where((a == 1) & (b == 1), np.nan, np.where(a > b, 1.0, 0.0))
        return np.where((a > 1) & (b > 1), inside, at_end)

    def _variance(self, logit_mean: Array, log_precision: Array) -> Array:
        m, n = shares_of(logit_mean)
        spread: Array = m * n / (np.exp(log_precision) + 1)
        return spread

    def _cdf(self, x: Array, logit_mean: Array, log_precision: Array) -> Array:
        p: Array = scipy_special().betainc(*concentrations(logit_mean, log_precision), np.clip(x, 0, 1))
        return p

    def _sf(self, x: Array, logit_mean: Array, log_precision: Array) -> Array:
        p: Array = scipy_special().betaincc(*concentrations(logit_mean, log_precision), np.clip(x, 0, 1))
        return p

    def _quantile(self, p: Array, logit_mean: Array, log_precision: Array) -> Array:
        a, b = concentrations(logit_mean, log_precision)
        x: Array = scipy_special().betaincinv(a, b, p)
        lost = np.isnan(x) & (p > 0)  # SciPy gives up far out in the lower tail
        if lost.any():
            x[lost] = _far_below(p[lost], a[lost], b[lost])
        return x

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        return beta_variates(rng, shape, *params)

    def _fisher(self, logit_mean: Array, log_precision: Array) -> list[list[Any]]:
        own = Beta().nll_grad_hess(0.5, logit_mean, log_precision, curvature="fisher", reduction="none")[2]
        a, b = concentrations(logit_mean, log_precision)
        m, n = shares_of(logit_mean)
        mixed = n * stretch(a) - m * stretch(b)
        return [[own[0], mixed], [mixed, own[1]]]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        mean, deviation = mean_and_deviation(values, w)
        rest = average(1 - values, w)
        ratio = mean * rest / max(deviation * deviation, 1e-300) - 1
        law = Beta()
        options: dict[str, Any] = {"weight": w, "reduction": "sum"}
        return fitted(
            lambda x: float(law.nll(values, *x, **options)),
            lambda x: law.nll_grad(values, *x, **options)[1],
            lambda x: law.fisher(*x),
            np.array([math.log(mean) - math.log(rest), math.log(min(max(ratio, 1e-6), 1e9))]),
        )


def _far_below(p: Array, a: Array, b: Array) -> Array:
    """Quantiles at tiny levels: Newton's method on log-probabilities, from x^a/(a·B(a, b)) = p on."""
    special = scipy_special()
    log_norm = special.betaln(a, b)
    log_x = np.minimum((np.log(p) + np.log(a) + log_norm) / a, -1.0)
    for _ in range(NEWTON_STEPS):
        x = np.exp(log_x)
        mass = special.betainc(a, b, x)
        density = np.exp(a * log_x + (b - 1) * np.log1p(-x) - log_norm)  # by log x
        log_x = np.minimum(log_x - np.log(mass / p) * mass / density, -(2.0**-52))
    return np.asarray(np.exp(log_x), np.float64)
