"""Errors with heavy tails."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    INF,
    NAN,
    TAME,
    copysign,
    exp,
    formula,
    half_step,
    half_step_curve,
    half_step_information,
    half_step_slope,
    log,
    log1p_ratio,
    log1p_ratio_drop,
    mul0,
    mulexp,
    stage,
    usual,
)

from ._decode import scipy_special
from ._links import Link
from ._newton import SmoothLocationScale
from ._settings import positive, scalar
from .normal import normal

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)
LOG_2 = math.log(2)
LEAST_DF = 2.0**-20
GREATEST_LOG_DF = 40 * LOG_2
RIDGE = (*(0.5 * t for t in range(-6, 13)), 7.0, 9.0, 13.0, GREATEST_LOG_DF)  # where init_params looks at log_df first
GAUSSIAN = 1e18  # degrees of freedom
DEEP = -300.0  # the log of 1/(1 + z²/ν)


@formula
def student_t(y, loc, log_scale, log_df, half_log_2pi, *, fisher):
    residual = y - loc
    far = abs(residual)
    inverse = stage(mulexp(1, -log_scale))
    rare = stage(exp(-log_df))  # 1/df
    size = far * inverse if usual(abs(log_scale) <= TAME) else mulexp(far, -log_scale)
    square = size * size
    root = mulexp(0 if log_df == INF else size, -0.5 * log_df)
    both = size * root  # its square is square·q, where square may overflow, or q underflow
    q = square * rare if usual(square <= 1e18 and abs(log_df) <= 40) else root * root
    tame = abs(log_scale) <= TAME and abs(log_df) <= 40 and square <= 1e18
    near = not (q > 1e18 or far == INF)  # also where it is nan
    df = exp(log_df)
    log_q = 2 * (log(far) - log_scale) - log_df
    half = 0.5 * (square + q) * log1p_ratio(q)
    steep = half if q < 1 else 0.5 * (df + 1) * (log_q if q > 1e18 else q * log1p_ratio(q))
    energy = half if usual(tame) else (0 if far == 0 else steep)
    loss = (
        energy + log_scale
        if usual(tame)
        else (INF if energy == INF or (log_scale == INF and residual == residual) else energy + log_scale)
    )
    x = 0.5 * df
    nll = half_step(x, log_df - 0.6931471805599453) + half_log_2pi + loss
    w = 1 / (1 + q)
    rise = (1 + rare) * size * w
    steeper = (size + mulexp(root, -0.5 * log_df)) * w  # where 1/df may overflow
    slope = rise * inverse if usual(tame) else (mul0(inverse, steeper) if near else (df + 1) / far)
    part = q * w if near else 1
    spread = (1 - square) * w
    beyond = 1 / root / root - df
    far_spread = beyond if q > 1e18 else spread
    g_scale = spread if usual(tame) else far_spread
    gap = log1p_ratio_drop(q)
    shrunk = (square * q if usual(tame) else both * both) * gap
    drop = shrunk if near else mul0(log_q - 1, df)
    endless = size == INF and log_df == INF  # the limit depends on the path, as it does where it is blind
    curve = (1 + rare) * (1 - q) * w * w * inverse * inverse
    far_curve = curve if near else -((df + 1) / far) / far
    observed_loc = curve if usual(tame) else (NAN if endless else far_curve)
    wide = 2 * (square + q) * w * w
    near_wide = 2 * (size * w * (size * w) + q * w * w)
    thin = (df + 1) / root * (2 / root) if df <= 1e18 else 2 * (size / root / root) * (size / root / root)
    far_wide = NAN if endless else (near_wide if near else thin)
    observed_scale = wide if usual(tame) else far_wide
    far_bend = both * (both * (gap - w * w)) + q * w * w if near else drop + beyond
    bend = 0.5 * (drop - (square - 1) * q * w * w if usual(tame) else far_bend)
    share = (1 + rare) / (1 + 3 * rare) if rare < 1 else (df + 1) / (df + 3)
    h_loc = share * inverse * inverse if fisher else observed_loc
    expected_scale = 2 / (1 + 3 * rare) if rare < 1 else 2 * df / (df + 3)
    h_scale = expected_scale if fisher else observed_scale
    h_df = half_step_information(x) if fisher else half_step_curve(x) + bend
    lost = residual + log_scale + log_df
    known = residual == residual and log_scale == log_scale and log_df == log_df
    blind = log_scale == INF and log_df == -INF and far > 0
    return (
        nll,
        (
            NAN if blind else copysign(slope, -residual),
            NAN if blind else g_scale,
            NAN if blind else 0.5 * (drop - part) - half_step_slope(x),
        ),
        (h_loc if known else lost, h_scale if known else lost, h_df if known else lost),
    )


@formula
def student_t_fixed(y, loc, log_scale, df, rare, log_df, log_norm, *, fisher):
    residual = y - loc
    far = abs(residual)
    inverse = stage(mulexp(1, -log_scale))
    size = far * inverse if usual(abs(log_scale) <= TAME) else mulexp(far, -log_scale)
    square = size * size
    q = square * rare
    tame = abs(log_scale) <= TAME and square <= 1e18
    near = not (q > 1e18 or far == INF)  # also where it is nan
    half = 0.5 * (square + q) * log1p_ratio(q)
    log_q = 2 * (log(far) - log_scale) - log_df
    beyond = half if near else 0.5 * (df + 1) * log_q
    energy = half if usual(tame) else (0 if far == 0 else beyond)
    loss = (
        energy + log_scale
        if usual(tame)
        else (INF if energy == INF or (log_scale == INF and residual == residual) else energy + log_scale)
    )
    w = 1 / (1 + q)
    rise = (1 + rare) * size * w
    slope = rise * inverse
    far_slope = mul0(inverse, rise) if near else (df + 1) / far
    spread = (1 - square) * w
    curve = (1 + rare) * (1 - q) * w * w * inverse * inverse
    observed_loc = curve if usual(tame) else (curve if near else -((df + 1) / far) / far)
    wide = 2 * (square + q) * w * w
    observed_scale = wide if usual(tame) else (wide if near else 2 * ((df + 1) / size) * (df / size))
    h_loc = (1 + rare) / (1 + 3 * rare) * inverse * inverse if fisher else observed_loc
    h_scale = 2 / (1 + 3 * rare) if fisher else observed_scale
    lost = residual + log_scale
    known = residual == residual and log_scale == log_scale
    return (
        loss + log_norm,
        (
            copysign(slope if usual(tame) else far_slope, -residual),
            spread if usual(tame) else (-df if q > 1e18 else spread),
        ),
        (h_loc if known else lost, h_scale if known else lost),
    )


class StudentT(SmoothLocationScale):
    """Errors with heavy tails: a loss that grows as a logarithm, with the scale predicted.

    nll = (ν + 1)/2·log(1 + z²/ν) + log Γ(ν/2) − log Γ((ν + 1)/2) + ½·log(πν) + log s, z = (y − loc)/s, with
    s = exp(log_scale) and ν degrees of freedom, given or exp(log_df). [1]_ It goes over into `Normal` as ν grows.

    Domain: every real y. Links: identity, log, log. ``constant=False`` drops ½·log 2π, and all terms in ν where that is
    fixed. The mean exists for ν > 1, the variance for ν > 2 (below, it is inf; nan for ν ≤ 1).

    ``init_params``: the parameters of highest likelihood, by Newton's method in loc and log_scale and, in log_df, by
    bisection of the slope along that ridge; log_df is kept between −3 and 40·log 2, the scale at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0).
    ``cdf``, ``sf`` and ``quantile`` need SciPy.

    Parameters
    ----------
    df : float, optional
        Fixed degrees of freedom, between 2⁻²⁰ and 2¹²⁶, or inf; without, there is a parameter log_df.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How scale and degrees of freedom come in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, ch. 28.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.StudentT(df=1).nll(1.0, 0.0, 0.0)), 6), fx.StudentT().params)
    1.837877 ('loc', 'log_scale', 'log_df')
    """

    df: float | None
    scale = None

    def __init__(self, df: float | None = None, link: Link = "log") -> None:
        gaussian = df is not None and scalar("df", df) == math.inf
        df = math.inf if gaussian else positive("df", df)
        if df is not None and df < LEAST_DF:
            raise ValueError(f"df must be inf or lie between 2^-20 and 2^126, got {df!r}")
        self._set(df=df, link=link)
        if gaussian:
            self._use(normal, ("loc", "log_scale"), HALF_LOG_2PI, free=(0.0,), link=link)
        elif df is None:
            self._use(student_t, ("loc", "log_scale", "log_df"), HALF_LOG_2PI, free=(0.0,), link=link)
        else:
            log_df = math.log(df)
            norm = HALF_LOG_2PI + float(half_step(np.float64(0.5 * df), np.float64(log_df - LOG_2)))
            given = (df, 1 / df, log_df)
            self._use(student_t_fixed, ("loc", "log_scale"), *given, norm, free=(*given, 0.0), link=link)

    def _df(self, loc: Array, log_df: Sequence[Array]) -> Array:
        return np.exp(log_df[0]) if self.df is None else np.full_like(loc, self.df)

    def _mean(self, loc: Array, *scale: Array) -> Array:
        return np.where(self._df(loc, scale[1:]) > 1, loc, np.nan)

    def _mode(self, loc: Array, *_: Array) -> Array:
        return loc

    def _variance(self, loc: Array, *scale: Array) -> Array:
        df = self._df(loc, scale[1:])
        share = np.where(df > 2, 1 / (1 - 2 / np.maximum(df, 2)), np.where(df > 1, np.inf, np.nan))
        return share * np.exp(2 * scale[0])

    def _tail(self, z: Array, df: Array) -> Array:
        """The probability below -|z|; far out, the beta function's first term, whose argument may underflow."""
        special, half, size = scipy_special(), 0.5 * df, np.abs(z)
        ratio = size / df * size
        near = special.betaincc(0.5, half, ratio / (1 + ratio))
        log_share = np.log(df) - 2 * np.log(size) - np.log1p(df / size / size)
        deep = np.exp(half * log_share - _log_beta(half))
        twice = np.where(log_share < DEEP, deep, np.where(ratio > 1, special.betainc(half, 0.5, 1 / (1 + ratio)), near))
        return np.where(df > GAUSSIAN, special.ndtr(-size), np.where(df == 0, 0.5, 0.5 * twice))

    def _cdf(self, x: Array, *params: Array) -> Array:
        loc, log_scale, *log_df = params
        z = self._standardised(x, loc, log_scale)
        tail = self._tail(z, self._df(loc, log_df))
        return np.where(z < 0, tail, 1 - tail)

    def _sf(self, x: Array, *params: Array) -> Array:
        loc, log_scale, *log_df = params
        z = self._standardised(x, loc, log_scale)
        tail = self._tail(z, self._df(loc, log_df))
        return np.where(z > 0, tail, 1 - tail)

    def _quantile(self, p: Array, *params: Array) -> Array:
        loc, log_scale, *log_df = params
        tail = np.minimum(p, 1 - p)
        size = self._place_of_tail(tail, self._df(loc, log_df))
        z = np.where(tail == 0, np.inf, np.where(tail == 0.5, 0.0, size))
        return self._place(np.where(p < 0.5, -z, z), loc, log_scale)

    def _place_of_tail(self, tail: Array, df: Array) -> Array:
        """The |z| beyond which lies this probability on one side; as `_tail`."""
        special, half = scipy_special(), 0.5 * df
        middle = special.betaincinv(0.5, half, 1 - 2 * tail)
        less = np.where(tail < 0.25, special.betainccinv(0.5, half, 2 * tail), middle)
        ratio = np.where(less < 0.5, less / (1 - less), 1 / special.betaincinv(half, 0.5, 2 * tail) - 1)
        log_share = (np.log(2 * tail) + _log_beta(half)) / half
        size = np.where(log_share < DEEP, np.exp(0.5 * (np.log(df) - log_share)), np.sqrt(df * ratio))
        return np.where(df > GAUSSIAN, -special.ndtri(tail), np.where(df == 0, np.inf, size))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        loc, log_scale, *log_df = params
        return self._place(rng.standard_t(np.clip(self._df(loc, log_df), 2.0**-1000, GAUSSIAN), shape), loc, log_scale)

    def _fisher(self, loc: Array, *scale: Array) -> list[list[Any]]:
        log_scale, *log_df = scale
        nothing = np.zeros_like(loc)
        law = StudentT(self.df)
        own = law.nll_grad_hess(0.0, nothing, log_scale, *log_df, curvature="fisher", reduction="none")[2]
        if self.df is not None:
            return [[own[0], nothing], [nothing, own[1]]]
        df = np.exp(log_df[0])
        both = -2 / ((1 + df) * (1 + 3 / df))
        return [[own[0], nothing, nothing], [nothing, own[1], both], [nothing, both, own[2]]]

    def _standard_nll(self, z: Array) -> Array:
        df: float = self.df or 0.0
        nll: Array = 0.5 * (z * z if df == math.inf else (df + 1) * np.log1p(z * z / df))
        return nll

    def _standard_slopes(self, z: Array) -> tuple[Array, Array]:
        df: float = self.df or 0.0
        w = (1 + 1 / df) / (1 + z * z / df)
        return w * z, w * (1 - z * z / df) / (1 + z * z / df)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        if self.df is not None:
            return super()._init_params(values, w)
        best = [
            self._between(values, w, a, b) for a, b in itertools.pairwise(self._ridge(values, w)) if a[0] < 0 <= b[0]
        ]
        return min(best, key=lambda params: self._total(values, w, params))

    def _ridge(self, values: Array, w: Array) -> list[tuple[float, float]]:
        """The slope in log_df, loc and log_scale being the best for that, at places from one end to the other."""
        inner = [(self._slope(values, w, t), t) for t in RIDGE]
        return [(-1.0, RIDGE[0]), *inner, (1.0, RIDGE[-1])]  # at an end that is downhill, the search stops

    def _between(
        self, values: Array, w: Array, low: tuple[float, float], high: tuple[float, float]
    ) -> tuple[float, ...]:
        """Where the slope along the ridge changes its sign."""
        least, most = low[1], high[1]
        for _ in range(52):
            middle = 0.5 * (least + most)
            if not least < middle < most:
                break
            least, most = (middle, most) if self._slope(values, w, middle) < 0 else (least, middle)
        return *StudentT(math.exp(most))._init_params(values, w), most

    def _slope(self, values: Array, w: Array, log_df: float) -> float:
        at = (*StudentT(math.exp(log_df))._init_params(values, w), log_df)
        return float((w * StudentT().nll_grad(values, *_wide(values, at), reduction="none")[1][2]).sum())

    def _total(self, values: Array, w: Array, params: tuple[float, ...]) -> float:
        return float((w * StudentT().nll(values, *_wide(values, params), reduction="none")).sum())


def _log_beta(a: Array) -> Array:
    """The log of a·B(a, ½)."""
    gammaln = scipy_special().gammaln
    log_beta: Array = gammaln(a + 1) + 0.5 * math.log(math.pi) - gammaln(a + 0.5)
    return log_beta


def _wide(values: Array, params: tuple[float, ...]) -> list[Array]:
    return [np.full_like(values, p) for p in params]
