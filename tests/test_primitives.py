"""Every primitive within the error that it declares, on every CPU variant and in plain Python."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf
from oracles import negative_binomial

from fastxent.backends.cython import available_isas, evaluate_primitive, has_fma
from fastxent.formula import printer

DTYPES = {"float32": "f32", "float64": "f64"}
PRIMITIVES = {name: getattr(m, name) for m in printer.MODULES for name in printer.PRIMITIVES if hasattr(m, name)}


def excess(x: Any) -> Any:
    return mpf(0) if x == 0 else mp.loggamma(x + 1) - x * mp.log(x) + x


def binet(x: Any, _: Any) -> Any:
    return mp.loggamma(x) - (x - mpf(1) / 2) * mp.log(x) + x - mp.log(2 * mp.pi) / 2


def binet_slope(x: Any, _: Any) -> Any:
    return x * (mp.log(x) - mp.digamma(x)) - mpf(1) / 2


def binet_curve(x: Any, _: Any) -> Any:
    return x * (x * mp.psi(1, x) - mp.log(x) + mp.digamma(x) - 1)


def half_step(x: Any, _: Any) -> Any:
    return mp.loggamma(x) + mp.log(x) / 2 - mp.loggamma(x + mpf(1) / 2)


def half_step_slope(x: Any) -> Any:
    return x * (mp.digamma(x + mpf(1) / 2) - mp.digamma(x)) - mpf(1) / 2


def half_step_curve(x: Any) -> Any:
    h = mpf(1) / 2
    return x * (mp.digamma(x) - mp.digamma(x + h) + x * (mp.psi(1, x) - mp.psi(1, x + h)))


def half_step_information(x: Any) -> Any:
    return half_step_slope(x) + half_step_curve(x) + (3 - 2 * x) / (2 * (2 * x + 1) * (2 * x + 3))


def deviance(x: Any, m: Any, log_m: Any) -> Any:
    return m if x == 0 else x * mp.log(x / m) - x + m


def upper_tail(x: Any) -> Any:
    """Erfc; beyond mpmath's reach, its leading term, whose relative error is 1/(2x²)."""
    return mp.erfc(x) if x < 1e13 else mp.exp(-x * x) / (x * mp.sqrt(mp.pi))


def log_erfc(x: Any) -> Any:
    return mp.log(upper_tail(x)) if x > 0.5 else mp.log1p(-mp.erf(x))


def mills(x: Any) -> Any:
    return 2 * mp.exp(-x * x) / (mp.sqrt(mp.pi) * upper_tail(x))


def erf_mass(a: Any, b: Any) -> Any:
    """Half of erf(b) - erf(a), with the digits that the difference takes."""
    a, b = (a, b) if a + b >= 0 else (-b, -a)
    with mp.extraprec(2 * max(0, -mp.mag(b - a))):
        return (upper_tail(a) - upper_tail(b)) / 2


def log_erf_mass(a: Any, b: Any, width: Any) -> Any:
    return mp.log(erf_mass(a, b)) if a * b > 0 else mp.log1p(-(upper_tail(-a) + upper_tail(b)) / 2)


def mass_edge(a: Any, b: Any, width: Any) -> Any:
    return mp.exp(-(min(abs(a), abs(b)) ** 2)) / (mp.sqrt(mp.pi) * erf_mass(a, b))


def sinhc(x: Any) -> Any:
    return mp.sinh(x) / x if x else mpf(1)


def mass_moments(a: Any, b: Any) -> dict[str, Any]:
    """What the law of density exp(-t²) has between a and b, and the largest terms of sums that cancel."""
    a, b = (a, b) if a + b >= 0 else (-b, -a)
    with mp.extraprec(8 * max(0, -mp.mag(b - a), mp.mag(a), mp.mag(b) if b < mp.inf else 0)):
        at = [(x, mp.exp(-x * x) / (mp.sqrt(mp.pi) * erf_mass(a, b))) for x in (a, b) if x < mp.inf]
        low, high = ([x**k * r for x, r in at] + [mpf(0)] for k in (1, 3))
        mean, lack, third = (at[0][1] - sum(r for _, r in at[1:])) / 2, low[1] - low[0], 2 * (high[1] - high[0])
        return {
            "mean": mean,
            "lack": lack,
            "lack_scale": min(max(map(abs, low)), max(1, 1 - lack)),
            "tightness": lack + 2 * mean**2,
            "spread": third - lack + lack**2,
            "spread_scale": max(2 * max(map(abs, high)), abs(lack), lack**2) if a < 0 else mpf(0),
        }


def mass_mean(a: Any, b: Any, width: Any) -> Any:
    return mass_moments(a, b)["mean"] * (1 if a + b >= 0 else -1)


def bessel_e(order: int, k: Any) -> Any:
    """I_order(k)·√(2πk)/e^k: by its asymptotic series (Abramowitz, Stegun 9.7.1) where that has converged."""
    if k < 200:
        return mp.besseli(order, k) * mp.sqrt(2 * mp.pi * k) * mp.exp(-k)
    total = term = mpf(1)
    for j in range(1, 120):
        term *= -(4 * order**2 - (2 * j - 1) ** 2) / (8 * j * k)
        total += term
    return total


def bessel_ratio(k: Any) -> Any:
    return bessel_e(1, k) / bessel_e(0, k) if k else mpf(0)


def log_i0e(k: Any, log_k: Any) -> Any:
    return mp.log(bessel_e(0, k)) - mp.log(2 * mp.pi * k) / 2 if k > mpf(10) ** -25 else k * k / 4 - k


def bessel_curvature(k: Any) -> Any:
    with mp.workprec(mp.prec + 4 * abs(mp.frexp(k)[1])):
        ratio = bessel_ratio(k)
        return k * k * (1 - ratio / k - ratio**2) if k else k


def bessel_pull(k: Any) -> Any:
    with mp.workprec(mp.prec + 2 * abs(mp.frexp(k)[1])):
        return k * (1 - bessel_ratio(k))


def bessel_bend(k: Any) -> Any:
    with mp.workprec(mp.prec + 6 * abs(mp.frexp(k)[1])):
        return bessel_curvature(k) - bessel_pull(k)


def tilt_cumulant(x: Any) -> Any:
    if x < mpf(10) ** -25:
        return x * x / 24
    return mp.log(2 * mp.sinh(x / 2) / x) if x < 4 else mp.log(-mp.expm1(-x) / x)


def tilt_mean(x: Any) -> Any:
    return x / 12 if x < mpf(10) ** -25 else 1 / mp.expm1(x) - 1 / x + (mpf(0.5) if x < 4 else 0)


def tilt_variance(x: Any) -> Any:
    return mpf(1) / 12 if x < mpf(10) ** -25 else 1 / x**2 - mp.csch(x / 2) ** 2 / 4


def log1p_ratio_drop(t: Any) -> Any:
    return (mp.log1p(t) - t / (1 + t)) / t**2 if t else mpf(1) / 2


def log1p_ratio_bend(t: Any) -> Any:
    w = 1 / (1 + t)
    return (2 * mp.log1p(t) - 3 + 4 * w - w**2) / t**3 if t else mpf(2) / 3


def skew_moment(a: Any, k: int) -> Any:
    """E[(Z^k φ(aZ)/Φ(aZ))²] under the skew normal law, by the trapezoidal rule."""
    nodes = [mpf(i) / (2 * mp.sqrt(1 + 2 * a * a)) for i in range(-30, 31)]
    total = sum(z**k * mp.npdf(z) * mp.npdf(a * z) ** 2 * 4 / mp.erfc(-a * z / mp.sqrt(2)) for z in nodes)
    return total / (2 * mp.sqrt(1 + 2 * a * a))


def split_excess(a: Any, b: Any) -> Any:
    return excess(a) + excess(b) - excess(a + b)


def gamma_step(x: Any, h: Any, quotient: Any, log_ratio: Any) -> Any:
    return x * (mp.digamma(1 + x + h) - mp.digamma(1 + x)) + h / (x + h) - x * mp.log1p(h / x) if x else mpf(1)


def gamma_step_curve(x: Any, h: Any, quotient: Any, log_ratio: Any) -> Any:
    psi, psi_1 = [mp.psi(k, 1 + x + h) - mp.psi(k, 1 + x) for k in (0, 1)]
    w = x / (x + h)
    return (1 - w) * w - x * (psi + x * psi_1) + x * (mp.log1p(h / x) - (1 - w))


TEXTBOOK: dict[str, Callable[..., Any]] = {
    "exp": mp.exp,
    "mulexp": lambda a, x: a * mp.exp(x),
    "exp_twin": mp.exp,
    "expm1": mp.expm1,
    "expm1_twin": mp.expm1,
    "log": mp.log,
    "log1p": mp.log1p,
    "log1p_unit": mp.log1p,
    "log1p_excess_unit": lambda t: (t - mp.log1p(t)) / t**2 if t else mpf(1) / 2,
    "tanh": mp.tanh,
    "sech2": lambda x: mp.sech(x) ** 2,
    "mul0": lambda a, b: a * b,
    "log_plus": lambda x, c: mp.log(x) + c,
    "lgamma": mp.loggamma,
    "digamma": mp.digamma,
    "trigamma": lambda x: mp.psi(1, x),
    "binet": binet,
    "binet_slope": binet_slope,
    "binet_curve": binet_curve,
    "share_of_1": lambda x: 1 / (1 + x),
    "excess_share": lambda x: (x - 1) / (x + 1),
    "half_step": half_step,
    "half_step_slope": half_step_slope,
    "half_step_curve": half_step_curve,
    "half_step_information": half_step_information,
    "log_factorial_excess": excess,
    "deviance": deviance,
    "deviance_by": lambda x, d, m, log_m: deviance(x, x - d, log_m),
    "binet_drop": lambda x, h, log_ratio: binet(x, 0) - binet(x + h, 0),
    "split_excess": split_excess,
    "log_rise": lambda x: mp.log(mp.expm1(x) / x) if x else mpf(0),
    "gamma_step": gamma_step,
    "gamma_step_curve": gamma_step_curve,
    "dispersed_deviance": lambda gap, u, w, e, alpha, log_alpha, log_ratio: (
        mp.log(u / (u - alpha * gap)) / alpha - gap / u
    ),
    "dispersion_node": lambda t, share, rest: negative_binomial.node(t, share, rest),
    "dispersion_information": lambda alpha, r, share, rest: negative_binomial.information(alpha, share) / share,
    "mulexp_sum": lambda a, high, low: a * mp.exp(high + low),
    "gauss": lambda a, x: a * mp.exp(-x * x),
    "log_sum": lambda high, low: mp.log(high + low),
    "erfcx": lambda x: mp.exp(x * x) * upper_tail(x),
    "erfc": upper_tail,
    "log_less": lambda y, x: mp.log(y) - x,
    "log_odds_less": lambda y, x: mp.log(y) - mp.log1p(-y) - x,
    "log_ratio": lambda x, y: mp.log(x) - mp.log(y),
    "log1p_ratio": lambda t: mp.log1p(t) / t if t else mpf(1),
    "log1p_ratio_drop": log1p_ratio_drop,
    "log1p_ratio_bend": log1p_ratio_bend,
    "expm1_share": lambda x: x / mp.expm1(x) if x else mpf(1),
    "expm1_share_rest": lambda x: x - 1 + x / mp.expm1(x) if x else mpf(0),
    "erf_near": mp.erf,
    "erf": mp.erf,
    "log_erfc": log_erfc,
    "log_half_erfc": lambda x: mp.log(upper_tail(x) / 2) if x > 0 else mp.log1p(-upper_tail(-x) / 2),
    "mills": mills,
    "mills_slope": lambda x: mills(x) * (mills(x) - 2 * x) if x < 1e13 else mpf(2),
    "narrow_mass": lambda p, q: mp.quad(lambda u: mp.exp(-p * u * u) * mp.cosh(mp.sqrt(q) * u), [0, 1]),
    "log_erf_mass": log_erf_mass,
    "mass_edge": mass_edge,
    "narrow_lean": lambda p, q: mp.quad(lambda u: u * u * mp.exp(-p * u * u) * sinhc(mp.sqrt(q) * u), [0, 1]),
    "narrow_square": lambda p, q: mp.quad(lambda u: u * u * mp.exp(-p * u * u) * mp.cosh(mp.sqrt(q) * u), [0, 1]),
    "mass_mean": mass_mean,
    "mass_lack": lambda a, b, width: mass_moments(a, b)["lack"],
    "mass_tightness": lambda a, b, width: mass_moments(a, b)["tightness"],
    "mass_spread": lambda a, b, width: mass_moments(a, b)["spread"],
    "skew_place": lambda a: a * a * skew_moment(a, 0),
    "skew_shape": lambda a: skew_moment(a, 2),
    "log1mexp": lambda x: mp.log(-mp.expm1(-x)) if x < 1 else mp.log1p(-mp.exp(-x)),
    "softplus": lambda x: mp.log1p(mp.exp(x)),
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "turned": lambda x, tail, k: x + tail - k * mp.pi,
    "sin_sum": lambda x, tail: mp.sin(x + tail),
    "cos_sum": lambda x, tail: mp.cos(x + tail),
    "sin": mp.sin,
    "cos": mp.cos,
    "log_i0e": log_i0e,
    "bessel_bend": bessel_bend,
    "bessel_pull": bessel_pull,
    "bessel_ratio": bessel_ratio,
    "bessel_curvature": bessel_curvature,
    "log_cosh": lambda x: mp.log1p(2 * mp.sinh(x / 2) ** 2),
    "tilt_cumulant": tilt_cumulant,
    "tilt_mean": tilt_mean,
    "tilt_variance": tilt_variance,
}

# bits that a difference of nearly equal terms needs more, for each doubling or halving of its first argument
DIGITS = {"binet_curve": 4, "half_step_curve": 4, "half_step_information": 5, "binet_drop": 4, "split_excess": 3}
DIGITS |= {"gamma_step": 4, "gamma_step_curve": 4}
DIGITS |= dict.fromkeys(
    (
        "log1p_excess_unit",
        "log_factorial_excess",
        "binet",
        "binet_slope",
        "half_step",
        "half_step_slope",
        "expm1_share",
        "expm1_share_rest",
        "log_rise",
        "log1p_ratio",
        "log1p_ratio_drop",
        "log1p_ratio_bend",
    ),
    2,
)
# what an ulp is taken from, where it is not the result alone
SCALES: dict[str, Callable[..., Any]] = {
    "log_plus": lambda x, c: abs(mp.log(x)) / 8,
    "mass_lack": lambda a, b, width: mass_moments(a, b)["lack_scale"],
    "mass_spread": lambda a, b, width: mass_moments(a, b)["spread_scale"],
    "excess_share": lambda x: mpf(1) / 2,
}


class Draw:
    """Inputs of one dtype, from everywhere a primitive may be called."""

    def __init__(self, dtype: str) -> None:
        self.rng = np.random.default_rng(20)
        self.info = np.finfo(dtype)
        self.dtype = np.dtype(dtype)
        self.top = float(np.log(self.info.max))
        bits = self.rng.integers(0, int(self.info.max.view(f"u{self.dtype.itemsize}")), 700, dtype=np.uint64)
        self.positive = bits.astype(f"u{self.dtype.itemsize}").view(self.dtype).astype(np.float64)  # every magnitude
        self.edge = np.array([self.info.smallest_subnormal, self.info.smallest_normal, self.info.max], np.float64)

    def signed(self, x: np.ndarray) -> np.ndarray:
        return np.concatenate([x, -x])

    def near(self, point: float, n: int = 150) -> np.ndarray:
        return point + self.rng.normal(0, 1, n) * 10.0 ** self.rng.uniform(-7, -1, n)

    def uniform(self, low: float, high: float, n: int = 500) -> np.ndarray:
        return self.rng.uniform(low, high, n)

    def inputs(self, name: str) -> list[np.ndarray]:
        columns = getattr(self, f"_{name}", self._reals)()
        columns = columns if isinstance(columns, tuple) else (columns,)
        with np.errstate(over="ignore"):
            return [np.asarray(c, np.float64).astype(self.dtype) for c in columns]

    def _reals(self) -> Any:
        return self.signed(np.concatenate([self.positive, self.edge, self.uniform(0, 5), [0.0]]))

    def _mul0(self) -> Any:
        x = self._reals()
        return x, self.rng.permutation(x)

    def _exp(self) -> Any:
        return np.concatenate([self.uniform(-1.2 * self.top, 1.05 * self.top, 1000), self.near(0), self._reals()])

    _expm1 = _exp_twin = _expm1_twin = _exp

    def _mulexp(self) -> Any:
        a = np.concatenate([self.positive, self.edge, [0.0]])
        x = self.uniform(-2.2 * self.top, 2.2 * self.top, len(a))
        return np.concatenate([a, -a, a]), np.concatenate([x, x, x / 100])

    def _log(self) -> Any:
        return np.concatenate([self.positive, self.edge, self.near(1), self.uniform(0.3, 3)])

    def _log1p(self) -> Any:
        return np.concatenate(
            [self.positive, self.edge, self.near(0), self.uniform(-1, 3), -1 + self.uniform(0, 1) ** 8]
        )

    def _log1p_unit(self) -> Any:
        return np.concatenate([self.uniform(0, 1), self.uniform(0, 1) ** 20, self.edge[:2], [0.0, 1.0]])

    _log1p_excess_unit = _log1p_unit

    def _log_plus(self) -> Any:
        x = np.concatenate([self.positive, self.edge, self.near(1), self.uniform(0.3, 3)])
        c = self.signed(10.0 ** self.uniform(-6, 3, len(x) // 2 + 1))[: len(x)]
        c = self.rng.permutation(c)
        return np.concatenate([x, x]), np.concatenate([c, -np.log(x) * (1 + 0.01 * c / (1 + abs(c)))])

    def _lgamma(self) -> Any:
        small = self.positive[self.positive < 1e30]
        return np.concatenate([small, self.near(1), self.near(2), self.near(2.5), self.uniform(0, 30)])

    def _digamma(self) -> Any:
        return np.concatenate([self.positive, self.edge[1:], self.near(1), self.near(1.4616321), self.uniform(0, 5)])

    def _trigamma(self) -> Any:
        some = self.positive[::3]
        return np.concatenate([some, self.near(0.5, 100), self.uniform(0, 5, 300), self.uniform(0, 300, 100)])

    def _half_step_slope(self) -> Any:
        return np.concatenate([self._trigamma(), self.edge])

    _half_step_curve = _half_step_information = _share_of_1 = _excess_share = _half_step_slope

    def _binet(self) -> Any:
        x = self._half_step_slope().astype(self.dtype).astype(np.float64)
        return x, np.log(x)

    _binet_slope = _binet_curve = _half_step = _binet

    def _log_factorial_excess(self) -> Any:
        return np.concatenate([self.positive, self.near(1.5), self.near(2.5), self.uniform(0, 300), [0.0]])

    def _deviance(self) -> Any:
        x = np.concatenate([10.0 ** self.uniform(-20, 20), self.uniform(0, 50), np.zeros(10)])
        m = np.maximum(x, 1e-3) * np.exp(self.rng.normal(0, 1, len(x)) * 10.0 ** self.rng.uniform(-6, 1, len(x)))
        m = m.astype(self.dtype).astype(np.float64)
        return x, m, np.log(m)

    def _deviance_by(self) -> Any:
        x, m, _ = self._deviance()
        x = x.astype(self.dtype).astype(np.float64)
        d = np.where(x == 0, -m, (x - m) * self.uniform(0.5, 1, len(x))).astype(self.dtype).astype(np.float64)
        m = np.where(x == 0, m, x - d)
        return x, d, m, np.log(m)

    def _binet_drop(self) -> Any:
        near = np.concatenate([self.uniform(0, 3), self.near(0.5), 10.0 ** self.uniform(-20, 20)])
        x = np.maximum(near, 0).astype(self.dtype).astype(np.float64)
        h = (x * 10.0 ** self.uniform(-20, 10, len(x))).astype(self.dtype).astype(np.float64)
        x, h = np.concatenate([x, near[:100]]), np.concatenate([h, np.zeros(100)])
        return x, h, np.log1p(h / x)

    def _split_excess(self) -> Any:
        b = np.concatenate(
            [self.uniform(0, 3), np.rint(10.0 ** self.uniform(0, 20)), 10.0 ** self.uniform(-30, 0), [0]]
        )
        return b * self.uniform(0, 1, len(b)) ** 8, b

    def _log_rise(self) -> Any:
        x = np.concatenate([self.positive, self.edge, [0.0]])
        return np.concatenate([x, self.near(4), self.uniform(0, 3), self.uniform(0, self.top)])

    def _gamma_step(self) -> Any:
        x, h, _ = self._binet_drop()
        x, h = x[x > 0], h[x > 0]
        return x, h, h / x, np.log1p(h / x)

    _gamma_step_curve = _gamma_step

    def _dispersed_deviance(self) -> Any:
        u = 1 + 10.0 ** self.uniform(-6, 6)
        alpha = 10.0 ** self.uniform(-9, 3, len(u))
        w = 1 + (u - 1) * np.exp(self.uniform(-3, 3, len(u)) ** 3 / 9)
        u, alpha, gap = (a.astype(self.dtype).astype(np.float64) for a in (u, alpha, (u - w) / alpha))
        w = u - alpha * gap
        return gap, u, w, gap / u, alpha, np.log(alpha), np.log(u / w)

    def _dispersion_node(self) -> Any:
        share = np.concatenate([self.uniform(0, 1), 10.0 ** self.uniform(-30, 0)])
        share = share.astype(self.dtype).astype(np.float64)
        return 10.0 ** self.uniform(-9, 1.2, len(share)), share, 1 - share

    def _dispersion_information(self) -> Any:
        _, share, rest = self._dispersion_node()
        alpha = (10.0 ** self.uniform(-9, 9, len(share))).astype(self.dtype).astype(np.float64)
        return alpha, 1 / alpha, share, rest

    def _mulexp_sum(self) -> Any:
        high = np.concatenate([self.uniform(-1.2 * self.top, 0), self.uniform(-2, 2)])
        return self.uniform(0.01, 2, len(high)), high, high * self.uniform(-1e-3, 1e-3, len(high))

    def _gauss(self) -> Any:
        x = self._erfc()
        return self.uniform(0.01, 2, len(x)), x

    def _log_sum(self) -> Any:
        high = np.concatenate([self.near(1), self.uniform(0.25, 2)])
        low = high * self.uniform(-0.25, 0.25, len(high)) * self.info.eps
        tiny = self.positive[(self.positive >= self.info.smallest_normal) & (self.positive < 2)]
        return np.concatenate([high, tiny]), np.concatenate([low, 0 * tiny])

    def _erfcx(self) -> Any:
        return np.concatenate([self.positive, self.edge, self.uniform(0, 5), self.uniform(0, 100), [0.0]])

    def _erf_near(self) -> Any:
        return np.concatenate([self.uniform(-0.5, 0.5), self.near(0), self.signed(self.edge[:2])])

    def _erfc(self) -> Any:
        top = 1.1 * self.top**0.5
        return self.signed(np.concatenate([self._erfcx(), self.near(0), self.near(0.5), self.uniform(0, top)]))

    _erf = _log_erfc = _log_half_erfc = _mills = _mills_slope = _erfc

    def _narrow_mass(self) -> Any:
        p, q = self.uniform(0, 1, 20), self.uniform(0, 1, 20)
        ends = np.array([[0, 0, 1, 1, 1e-9], [0, 1, 0, 1, 1e-9]])
        return np.concatenate([p, p**8, ends[0]]) / 16, np.concatenate([q, q**8, ends[1]]) / 2

    def _log_erf_mass(self) -> Any:
        """Ends of 11 bits on a common grid, so that the width is exact."""
        grid = 2.0 ** self.rng.integers(-40, 3, 1200)
        a = np.round(self.uniform(-1500, 1500, 1200)) * grid
        b = a + np.ceil(self.uniform(0, 1, 1200) ** 4 * 3000) * grid
        n = 400  # and narrow ones at any place
        c = self.uniform(-8, 8, n).astype("f4").astype("f8")
        exponent = self.rng.uniform(-18, -3, n)
        d = c + np.round(np.abs(c) * 2.0**exponent * 2**20) / 2**20 + 2.0**-20
        a, b = np.concatenate([a, c, [-1.0, 0.0]]), np.concatenate([b, d, [np.inf, np.inf]])
        a, b = a.astype(self.dtype).astype("f8"), b.astype(self.dtype).astype("f8")
        exact = (b - a).astype(self.dtype) == b - a
        return a[exact & (b > a)], b[exact & (b > a)], (b - a)[exact & (b > a)]

    _narrow_lean = _narrow_square = _narrow_mass
    _mass_edge = _mass_mean = _mass_lack = _mass_tightness = _mass_spread = _log_erf_mass

    def _skew_place(self) -> Any:
        a = np.concatenate([self.uniform(0, 3, 20), 10.0 ** self.uniform(-8, 8, 20), [0.0]])
        return self.signed(a)

    _skew_shape = _skew_place

    def _log1mexp(self) -> Any:
        return np.concatenate([self.positive, self.edge, self.near(0.7), self.uniform(0, 3), self.uniform(0, self.top)])

    _softplus = _sigmoid = _exp

    def _sin(self) -> Any:
        """Angles of every size, and those next to multiples of a right angle."""
        widest = 21 if self.dtype == np.float32 else 50
        turns = np.floor(2.0 ** self.uniform(0, widest))
        small = self.positive[self.positive < 1]
        angles = np.concatenate([small, self.uniform(0, 10), 2.0 ** self.uniform(3, widest), 0.5 * np.pi * turns])
        return self.signed(np.concatenate([angles[angles <= 2.0**widest], self.near(np.pi), self.near(0.5 * np.pi)]))

    _cos = _sin

    def _sin_sum(self) -> Any:
        x = self._sin().astype(self.dtype)
        return x, self.uniform(-0.5, 0.5, len(x)) * np.spacing(np.abs(x))

    _cos_sum = _sin_sum

    def _turned(self) -> Any:
        x, tail = self._sin_sum()
        turns = x.astype(np.float64) / np.pi
        columns = [[x, tail, k] for k in (np.rint(turns), np.rint(turns + 0.5) - 0.5)]
        return tuple(np.concatenate(c) for c in zip(*columns, strict=True))

    def _bessel_ratio(self) -> Any:
        return np.concatenate([self.positive, self.edge, self.near(1.5), self.near(8), self.uniform(0, 20), [0.0]])

    _bessel_pull = _bessel_curvature = _bessel_ratio

    def _bessel_bend(self) -> Any:
        return np.concatenate([self._bessel_ratio(), self.near(1.70237994487876)])

    def _log_i0e(self) -> Any:
        k = self._bessel_ratio().astype(self.dtype)
        with np.errstate(divide="ignore"):
            return k, np.log(k)

    def _tilt_cumulant(self) -> Any:
        return np.concatenate([self.positive, self.edge, self.near(4), self.uniform(0, 10), [0.0]])

    _tilt_mean = _tilt_variance = _tilt_cumulant

    def _log_less(self) -> Any:
        y = np.concatenate([self.positive, self.edge, self.uniform(0, 5)])
        at = np.log(y) + self.signed(10.0 ** self.uniform(-1, 3, len(y)))[: len(y)]
        return np.concatenate([y, y]), np.concatenate([at, self.rng.permutation(at)])

    def _log_odds_less(self) -> Any:
        small = self.positive[self.positive < 0.4]
        y = np.concatenate([small, self.edge[:2], self.uniform(0.001, 0.999), 1 - 10.0 ** self.uniform(-6, -1)])
        y = y.astype(self.dtype).astype(np.float64)
        at = np.log(y) - np.log1p(-y) + self.signed(10.0 ** self.uniform(-1, 3, len(y)))[: len(y)]
        return np.concatenate([y, y]), np.concatenate([at, self.rng.permutation(at)])

    def _log_ratio(self) -> Any:
        x = np.concatenate([self.positive, self.edge[:2], self.uniform(0, 5)])
        x = x[x < 1e-2 * float(self.info.max)].astype(self.dtype).astype(np.float64)
        near = x * (1 + 10.0 ** self.uniform(-7, 1, len(x)))
        return np.concatenate([x, x, near]), np.concatenate([self.rng.permutation(x), near, x])

    def _log1p_ratio(self) -> Any:
        return np.concatenate([self._log1p(), self.signed(self.edge[:2])])

    def _log1p_ratio_drop(self) -> Any:
        above = 10.0 ** self.uniform(-20, 12, 700)  # float32 holds the cubes
        below = np.concatenate([self.uniform(-1, 0), -1 + 10.0 ** self.uniform(-6, 0), -above[above < 0.9]])
        return np.concatenate([above, below, self.near(-0.75), self.near(3), self.near(0), self.uniform(-1, 5), [0.0]])

    _log1p_ratio_bend = _log1p_ratio_drop

    def _expm1_share(self) -> Any:
        x = np.concatenate([self.positive, self.edge, [0.0]])
        return np.concatenate([x, self.near(1), self.uniform(0, 3), self.uniform(0, self.top)])

    _expm1_share_rest = _expm1_share


@cache
def table(name: str, dtype: str) -> tuple[list[np.ndarray], list[Any], list[Any]]:
    """Inputs, exact values and the sizes that their ulps are taken from."""
    inputs = Draw(dtype).inputs(name)
    if name in DIGITS:  # thousands of digits take their time
        inputs = [column[::3] for column in inputs]
    wanted, sizes = [], []
    for row in zip(*inputs, strict=True):
        exact = [mpf(float(v)) for v in row]
        with mp.workprec(300 + DIGITS.get(name, 0) * int(abs(mp.log(abs(exact[0]) or 1, 2)))):
            wanted.append(TEXTBOOK[name](*exact))
            sizes.append(max(abs(wanted[-1]), SCALES[name](*exact)) if name in SCALES else abs(wanted[-1]))
    return inputs, wanted, sizes


def ulps(got: float, want: Any, size: Any, dtype: str) -> float:
    """The error in ulp of a size; a subnormal's ulp is the least number."""
    info = np.finfo(dtype)
    beyond = abs(want) >= mpf(2) ** (info.maxexp - 1) * (2 - mpf(2) ** -(info.nmant + 1))
    if beyond or not np.isfinite(got):
        return 0.0 if beyond and got == (np.inf if want > 0 else -np.inf) else np.inf
    exponent = max(mp.frexp(size)[1] - 1, info.minexp) if size else info.minexp
    return float(abs(mpf(float(got)) - want) / mpf(2) ** (int(exponent) - info.nmant))


def test_every_primitive_has_a_textbook_form() -> None:
    assert set(PRIMITIVES) == set(TEXTBOOK)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("name", PRIMITIVES)
def test_within_declared_bound(name: str, isa: str, dtype: str) -> None:
    inputs, wanted, sizes = table(name, dtype)
    bound = getattr(PRIMITIVES[name].bounds, ("" if has_fma(isa) else "plain_") + DTYPES[dtype])
    got = evaluate_primitive(name, isa, *inputs)
    errors = [ulps(*row, dtype) for row in zip(got, wanted, sizes, strict=True)]
    worst = int(np.argmax(errors))
    assert errors[worst] <= bound, f"{name}({', '.join(repr(float(c[worst])) for c in inputs)}): {errors[worst]} ulp"


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", PRIMITIVES)
def test_python_rounds_as_the_machine_with_fma_does(name: str, dtype: str) -> None:
    fused = [isa for isa in available_isas() if has_fma(isa)]
    if not fused:
        return  # a machine without: nothing compiled rounds like that
    inputs = [np.concatenate([c[::7], c[:5]]) for c in table(name, dtype)[0]]
    with np.errstate(all="ignore"):
        python = [PRIMITIVES[name](*row) for row in zip(*inputs, strict=True)]
    for isa in fused:
        np.testing.assert_array_equal(np.array(python, dtype), evaluate_primitive(name, isa, *inputs))


INF, NAN = np.inf, np.nan
SPECIAL = [
    ("log_less", (0.0, 3.0), -INF),
    ("log_less", (2.0, INF), -INF),
    ("log_less", (2.0, -INF), INF),
    ("log_less", (-1.0, 0.0), NAN),
    ("log_odds_less", (0.25, INF), -INF),
    ("log_odds_less", (0.75, -INF), INF),
    ("log_odds_less", (0.5, 0.0), 0.0),
    ("log_ratio", (2.0, 0.0), INF),
    ("log_ratio", (0.0, 2.0), -INF),
    ("log_ratio", (INF, 2.0), INF),
    ("log_ratio", (3.0, 3.0), 0.0),
    ("log1p_ratio", (0.0,), 1.0),
    ("log1p_ratio", (-1.0,), INF),
    ("log1p_ratio", (INF,), 0.0),
    ("log1p_ratio", (-1.5,), NAN),
    ("log1p_ratio_drop", (0.0,), 0.5),
    ("expm1_share", (0.0,), 1.0),
    ("expm1_share", (INF,), 0.0),
    ("expm1_share_rest", (0.0,), 0.0),
    ("expm1_share_rest", (INF,), INF),
    ("exp", (INF,), INF),
    ("exp", (-INF,), 0.0),
    ("expm1", (INF,), INF),
    ("expm1", (-INF,), -1.0),
    ("exp_twin", (INF,), INF),
    ("exp_twin", (-INF,), 0.0),
    ("expm1_twin", (INF,), INF),
    ("expm1_twin", (-INF,), -1.0),
    ("log", (0.0,), -INF),
    ("log", (INF,), INF),
    ("log", (-1.0,), NAN),
    ("log1p", (-1.0,), -INF),
    ("log1p", (INF,), INF),
    ("log1p", (-2.0,), NAN),
    ("tanh", (INF,), 1.0),
    ("tanh", (-INF,), -1.0),
    ("sech2", (INF,), 0.0),
    ("mul0", (INF, 0.0), 0.0),
    ("mul0", (-INF, 2.0), -INF),
    ("mul0", (NAN, 0.0), NAN),
    ("mul0", (0.0, INF), NAN),
    ("mulexp", (0.0, INF), 0.0),
    ("mulexp", (1.0, INF), INF),
    ("mulexp", (-1.0, INF), -INF),
    ("mulexp", (1.0, -INF), 0.0),
    ("mulexp", (INF, -INF), NAN),
    ("mulexp", (INF, -5.0), INF),
    ("lgamma", (INF,), INF),
    ("lgamma", (0.0,), INF),
    ("lgamma", (-0.5,), NAN),
    ("digamma", (0.0,), -INF),
    ("digamma", (INF,), INF),
    ("digamma", (-0.5,), NAN),
    ("trigamma", (0.0,), INF),
    ("trigamma", (INF,), 0.0),
    ("trigamma", (-0.5,), NAN),
    ("binet", (0.0, -INF), INF),
    ("binet", (INF, INF), 0.0),
    ("binet_slope", (0.0, -INF), 0.5),
    ("binet_slope", (INF, INF), 0.0),
    ("binet_curve", (0.0, -INF), 0.0),
    ("binet_curve", (INF, INF), 0.0),
    ("share_of_1", (INF,), 0.0),
    ("excess_share", (INF,), 1.0),
    ("half_step", (0.0, -INF), INF),
    ("half_step", (INF, INF), 0.0),
    ("half_step_slope", (0.0,), 0.5),
    ("half_step_slope", (INF,), 0.0),
    ("half_step_curve", (0.0,), 0.0),
    ("half_step_curve", (INF,), 0.0),
    ("half_step_information", (0.0,), 1.0),
    ("half_step_information", (INF,), 0.0),
    ("log_plus", (0.0, 1.0), -INF),
    ("log_plus", (INF, -1.0), INF),
    ("log_plus", (-1.0, 0.0), NAN),
    ("log_factorial_excess", (0.0,), 0.0),
    ("deviance", (0.0, 2.5, 0.9), 2.5),
    ("deviance", (0.0, 0.0, -INF), 0.0),
    ("deviance", (2.0, 0.0, -INF), INF),
    ("deviance", (2.0, INF, INF), INF),
    ("mulexp_sum", (1.0, -INF, 0.0), 0.0),
    ("gauss", (1.5, 0.0), 1.5),
    ("gauss", (1.0, INF), 0.0),
    ("gauss", (1.0, -INF), 0.0),
    ("erfcx", (0.0,), 1.0),
    ("erfcx", (INF,), 0.0),
    ("erfc", (0.0,), 1.0),
    ("erfc", (INF,), 0.0),
    ("erfc", (-INF,), 2.0),
    ("erf", (0.0,), 0.0),
    ("erf", (INF,), 1.0),
    ("erf", (-INF,), -1.0),
    ("log_erfc", (0.0,), 0.0),
    ("log_erfc", (INF,), -INF),
    ("log_half_erfc", (INF,), -INF),
    ("log_half_erfc", (-INF,), 0.0),
    ("mills", (INF,), INF),
    ("mills", (-INF,), 0.0),
    ("mills_slope", (INF,), 2.0),
    ("mills_slope", (-INF,), 0.0),
    ("narrow_mass", (0.0, 0.0), 1.0),
    ("log_erf_mass", (-INF, INF, INF), 0.0),
    ("log_erf_mass", (INF, INF, 1.0), -INF),
    ("log_erf_mass", (1.0, 1.0, 0.0), -INF),
    ("mass_edge", (-INF, INF, INF), 0.0),
    ("mass_mean", (INF, INF, 1.0), INF),
    ("mass_mean", (-INF, -INF, 1.0), -INF),
    ("mass_lack", (INF, INF, 1.0), -INF),
    ("mass_tightness", (INF, INF, 1.0), 1.0),
    ("mass_spread", (INF, INF, 1.0), INF),
    ("log1mexp", (0.0,), -INF),
    ("log1mexp", (INF,), 0.0),
    ("softplus", (INF,), INF),
    ("softplus", (-INF,), 0.0),
    ("sigmoid", (0.0,), 0.5),
    ("sigmoid", (INF,), 1.0),
    ("sigmoid", (-INF,), 0.0),
    ("sin", (INF,), NAN),
    ("sin", (-INF,), NAN),
    ("sin", (1e20,), NAN),  # where neighbouring numbers are turns apart
    ("cos", (INF,), NAN),
    ("cos", (-1e20,), NAN),
    ("cos", (0.0,), 1.0),
    ("log_i0e", (0.0, -INF), 0.0),
    ("log_i0e", (INF, INF), -INF),
    ("bessel_pull", (0.0,), 0.0),
    ("bessel_bend", (0.0,), 0.0),
    ("bessel_bend", (INF,), 0.0),
    ("bessel_ratio", (INF,), 1.0),
    ("bessel_curvature", (0.0,), 0.0),
    ("log_cosh", (INF,), INF),
    ("log_cosh", (-INF,), INF),
    ("tilt_cumulant", (INF,), -INF),
    ("tilt_mean", (INF,), 0.0),
    ("tilt_variance", (INF,), 0.0),
]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize(("name", "arguments", "value"), SPECIAL)
def test_special_values(name: str, arguments: tuple[float, ...], value: float, isa: str, dtype: str) -> None:
    inputs = [np.full(40, a, dtype) for a in arguments]  # long enough for the vector loop and what is left over
    np.testing.assert_array_equal(evaluate_primitive(name, isa, *inputs), np.full(40, value, dtype))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("name", PRIMITIVES)
def test_nan_stays_nan(name: str, isa: str, dtype: str) -> None:
    arity = len(inspect.signature(PRIMITIVES[name]).parameters)
    assert np.isnan(evaluate_primitive(name, isa, *[np.full(40, np.nan, dtype)] * arity)).all()
