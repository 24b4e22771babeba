"""Counts with more variance than Poisson's."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    GREATEST,
    INF,
    TAME,
    binet_drop,
    deviance_by,
    dispersed_deviance,
    dispersion_information,
    exp,
    formula,
    gamma_step,
    gamma_step_curve,
    log,
    log1p,
    log1p_excess_unit,
    log1p_ratio_drop,
    log1p_unit,
    log_factorial_excess,
    mul0,
    mulexp,
    part,
    stage,
    usual,
)

from ._counts import MOST_DRAWN, count_quantile, root
from ._decode import TINY, average, refuse, scipy_special
from ._law import Law
from ._links import Link
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

LEAST, MOST = -52 * math.log(2), 87.0  # logs of dispersions: what stands in for 0, and what float32 holds
FAR = 1e5  # a log that stands in for an infinite one
POISSON = 2.0**-48  # a dispersion that SciPy's functions cannot tell from 0


@part
def mixture(log_mean, log_dispersion):
    """What mean m and dispersion α are to each other."""
    m = stage(exp(log_mean))
    alpha = stage(exp(log_dispersion))
    both = log_mean + log_dispersion
    tame = abs(log_mean) <= TAME and abs(log_dispersion) <= TAME and abs(both) <= TAME
    am = m * alpha if usual(tame) else exp(both)
    u = 1 + am
    rest = log1p_unit(am if am <= 1 else 1 / am)
    log_u = rest if am <= 1 else both + rest
    q = 1 / u if usual(tame) else exp(-log_u)
    p = am * q if usual(tame) else (am * q if am <= 1 else 1 - q)
    mq = m * q if usual(tame) else (m * q if am <= 1 else mulexp(p, -log_dispersion))
    log_mq = (log_mean if am <= 1 else -log_dispersion) - rest
    never = 0 * m if log_dispersion == INF else mulexp(log_u, -log_dispersion)
    zero = m * (1 - am * log1p_excess_unit(am)) if am <= 1 else never  # -log P(0)
    return m, alpha, both, am, u, rest, log_u, p, q, mq, log_mq, zero


@part
def absence(p, q, am, log_u):
    """Shares of -log P(0) = log(u)/α: mq, what mq lacks of it; and the first less q. u = 1 + αm, q = 1/u, p = 1 - q."""
    low = am if am <= 1 else 1 / am
    excess = low * log1p_excess_unit(low)
    far = p / log_u
    lack = low * log1p_ratio_drop(low) / (1 - excess) if am <= 1 else 1 - far
    keep = 1 - lack if am <= 1 else far
    more = q * (excess / (1 - excess)) if am <= 1 else keep - q
    return keep, lack, more


@formula
def negative_binomial(y, log_mean, log_dispersion, *, constant, fisher):
    m, alpha, both, am, u, rest, log_u, p, q, mq, log_mq, zero = mixture(log_mean, log_dispersion)
    tame = abs(log_mean) <= TAME and abs(log_dispersion) <= TAME and abs(both) <= TAME
    r = 1 / alpha
    k = y - 1 if y == 1 else y  # Γ(r + 1) is r Γ(r): a count of 1 is a count of 0 with terms of its own
    ak = alpha * k if usual(tame) else (k if k == 0 else mulexp(k, log_dispersion))
    w = 1 + ak
    log_w = log1p(ak) if usual(tame) else (log1p(ak) if ak <= GREATEST else log(k) + log_dispersion)
    e = (m - k) * q if usual(tame) else mq - mulexp(k, -log_u)
    log_mq = (log_mean if am <= 1 else -log_dispersion) - rest
    held = u <= GREATEST and w <= GREATEST
    far_ratio = (log_mean - log(k)) + (rest - log1p(1 / ak)) if am > 1 and ak > 1 else log_u - log_w
    ratio = log_u - log_w if u + w <= 4 else log(u / w)
    log_ratio = ratio if usual(held) else (ratio if held else far_ratio)
    near = dispersed_deviance(m - k, u, w, e, alpha, log_dispersion, log_ratio)
    size = log_mean + both  # of what a mean that overflows gives, where y is nothing to it
    lag = log1p_ratio_drop(am if am <= 1 else 1 / am)
    vast = mulexp(lag, size) if am <= 1 else mulexp(log_u - p, -log_dispersion)
    ahead = near if usual(tame) else (vast if mq > GREATEST else near)
    less = deviance_by(y, (y - k) - e, mq + p * k, log_mq + log_w)
    tail = 0.5 * log_w + binet_drop(r, k, log_w)
    full = (less + ahead) + (log_factorial_excess(y) + tail)  # by saddle point: nothing cancels
    far = k if log_dispersion == INF else k - mulexp(log_w, -log_dispersion)
    rise = k * (ak * log1p_excess_unit(ak)) if ak <= 1 else far
    endless = INF if log_dispersion == INF else (log_ratio - log_mean if log_mean < INF else -log_mq - log_w)
    lift = log_ratio - log_mean if usual(tame) else endless
    short = (zero + mul0(lift, y)) + (tail + rise)
    step = p if y == 1 else gamma_step(r, k, ak, log_w)
    bend = p * q if y == 1 else gamma_step_curve(r, k, ak, log_w)
    small = mulexp(e, log_dispersion) / w * e
    pull = e * (e / (r + k)) if usual(tame) else (small if alpha < 1 else (mq * p if k == 0 else e * (e / (r + k))))
    vast_rest = mulexp(lag - q * q, size) if am <= 1 else mulexp(log_u - p * (1 + p), -log_dispersion)
    rest_spread = ahead - pull if usual(tame) else (vast_rest if mq > GREATEST else ahead - pull)
    slope = (m - y) * q if usual(tame) else mq - mulexp(y, -log_u)
    flat = mq * q if mq <= GREATEST else exp(log_mq - log_u)
    load = q * (mq + p * y) if usual(tame) else flat + p * mulexp(y, -log_u)
    spread = p * dispersion_information(alpha, r, p, q) if fisher else bend + rest_spread
    return full if constant else short, (slope, step - ahead), (mq if fisher else load, spread)


def information_of_dispersion(log_mean: Array, log_dispersion: Array) -> Array:
    """Fisher's information about log α, by quadrature with tanh-sinh nodes [1]_.

    With x = 1 - e^-y and L = log(1 + αm) it is r·share ∫ (1 - (1 - x)·(y - x)/x²) (e^-y (1 - e^(y - L))/share)^r dy
    over [0, L]: the integral that `dispersion_information` approximates, in another variable.

    .. [1] Takahasi, Mori, Double exponential formulas for numerical integration, 1974.
    """
    s = np.linspace(-4.2, 4.2, 169)
    lean = np.pi / 2 * np.sinh(s)
    low, high = 1 / (1 + np.exp(-2 * lean)), 1 / (1 + np.exp(2 * lean))
    weight = (s[1] - s[0]) * np.pi * np.cosh(s) * low * high
    with np.errstate(all="ignore"):
        bounded = np.clip(log_dispersion, -700.0, FAR)  # beyond, the information is 0
        length = np.logaddexp(0, np.minimum(log_mean, FAR) + bounded)[..., np.newaxis]
        r = np.exp(-bounded)[..., np.newaxis]
        y, left = length * low, length * high
        x = -np.expm1(-y)
        terms = 1 / np.arange(60.0, 1.0, -1)
        excess = np.where(x < 0.5, np.polyval(terms, np.minimum(x, 0.5)), (y - x) / (x * x))
        share = -np.expm1(-length)
        part = np.where(left > 0, r * (np.log(-np.expm1(-left) / share) - y), -np.inf)
        total = (weight * (1 - (1 - x) * excess) * np.exp(part)).sum(axis=-1)
        value = (length * share * r)[..., 0] * total
    return np.where((log_mean == -np.inf) | (log_dispersion == -np.inf), 0.0 * np.exp(-abs(log_mean)), value)


class NegativeBinomial(Law):
    """Counts with more variance than Poisson's: m + α·m², with the logs of mean m and dispersion α (NB2).

    nll = log Γ(r) + log Γ(y + 1) − log Γ(y + r) + r·log(1 + αm) + y·log((1 + αm)/(αm)), r = 1/α, evaluated by saddle
    point where its terms would cancel. [1]_ A Gamma mixture of Poisson laws, and Poisson's itself for α → 0.

    Domain: y ≥ 0; between whole numbers as the same formula says. Links: log, log. ``constant=False`` drops
    log Γ(y + 1).

    Fisher's information has no closed form for log_dispersion: here it is a quadrature of eight nodes, within 0.1 % for
    α ≤ 3 and m ≤ 10³, 1 % for α ≤ 10 and m ≤ 10⁴, 10 % for all α ≤ 10⁴ and m ≤ 10⁷. That for log_mean is exact, and the
    two are orthogonal.

    ``init_params``: of highest likelihood; 2⁻¹²⁶ stands in for a mean of 0, 2⁻⁵² for a dispersion of 0, which data of
    less variance than mean have. ``mode``: of two counts as probable, the greater. ``cdf``, ``sf`` and ``quantile``
    need SciPy.

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How mean and dispersion come in: see `Law`.

    References
    ----------
    .. [1] Hilbe, Negative Binomial Regression, 2011, ch. 8; saddle point as in Loader, Fast and Accurate Computation of
       Binomial Probabilities, 2000.

    Examples
    --------
    >>> import fastxent as fx
    >>> loss, (g_log_mean, g_log_dispersion) = fx.NegativeBinomial().nll_grad(3, 0.0, 0.0)
    >>> print(round(float(loss), 6), g_log_mean, round(float(g_log_dispersion), 6))
    2.772589 -1.0 0.140186
    """

    support = Interval(0, np.inf, "left")
    _discrete = True
    link: Link

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(negative_binomial, ("log_mean", "log_dispersion"), link=link)

    def _mean(self, log_mean: Array, log_dispersion: Array) -> Array:
        return np.exp(log_mean)

    def _mode(self, log_mean: Array, log_dispersion: Array) -> Array:
        alpha = np.exp(log_dispersion)
        return np.where(alpha < 1, np.floor(np.exp(log_mean) * (1 - alpha)), 0.0)

    def _variance(self, log_mean: Array, log_dispersion: Array) -> Array:
        mean = np.exp(log_mean)
        return np.where(mean == 0, 0.0, mean + np.exp(2 * log_mean + log_dispersion))

    def _shares(self, log_mean: Array, log_dispersion: Array) -> tuple[Array, Array]:
        """αm/(1 + αm), and 1 less that."""
        odds = log_mean + log_dispersion
        return np.exp(-np.logaddexp(0, -odds)), np.exp(-np.logaddexp(0, odds))

    def _cdf(self, x: Array, log_mean: Array, log_dispersion: Array) -> Array:
        k, special = np.maximum(np.floor(x), 0), scipy_special()
        alpha, (_, rest) = np.exp(log_dispersion), self._shares(log_mean, log_dispersion)
        inner = special.betainc(1 / alpha, k + 1, rest)
        return np.where(x < 0, 0.0, np.where(alpha < POISSON, special.pdtr(k, np.exp(log_mean)), inner))

    def _sf(self, x: Array, log_mean: Array, log_dispersion: Array) -> Array:
        k, special = np.maximum(np.floor(x), 0), scipy_special()
        alpha, (share, _) = np.exp(log_dispersion), self._shares(log_mean, log_dispersion)
        inner = special.betainc(k + 1, 1 / alpha, share)
        return np.where(x < 0, 1.0, np.where(alpha < POISSON, special.pdtrc(k, np.exp(log_mean)), inner))

    def _fisher(self, log_mean: Array, log_dispersion: Array) -> list[list[Array]]:
        share, rest = self._shares(log_mean, log_dispersion)
        size = np.where(share < 0.5, np.exp(log_mean) * rest, np.exp(np.log(share) - log_dispersion))
        none = np.zeros_like(size)
        return [[size, none], [none, information_of_dispersion(log_mean, log_dispersion)]]

    def _quantile(self, p: Array, log_mean: Array, log_dispersion: Array) -> Array:
        start = np.exp(log_mean) + 10 * np.sqrt(self._variance(log_mean, log_dispersion))
        return count_quantile(lambda k: self._cdf(k, log_mean, log_dispersion), p, start)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], log_mean: Array, log_dispersion: Array) -> Any:
        mean, alpha = np.exp(log_mean), np.exp(log_dispersion)
        most = 64 * np.where(mean == 0, 0.0, mean * (1 + alpha))  # a rate is hardly ever so large
        refuse("log_mean", log_mean, ~(most < MOST_DRAWN), ": int64 does not hold the counts of such a mean")
        return rng.poisson(np.where(alpha == 0, mean, rng.gamma(1 / alpha, mean * alpha, shape)))

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        mean = average(values, w)
        log_mean = math.log(mean or TINY)
        if not float((w * ((values - mean) * ((values - mean) / max(mean, TINY)))).sum()) > 1:
            return log_mean, LEAST
        return log_mean, self._dispersion(values, w, log_mean)

    def _dispersion(self, values: Array, w: Array, log_mean: float) -> float:
        """The log of the likeliest dispersion for a mean."""

        def slopes(log_dispersion: float) -> tuple[float, float]:
            options: dict[str, Any] = {"weight": w, "reduction": "sum", "constant": False}
            _, grad, hess = NegativeBinomial().nll_grad_hess(values, log_mean, log_dispersion, **options)
            return float(grad[1]), float(hess[1])

        return root(slopes, LEAST, MOST, 0.0)
