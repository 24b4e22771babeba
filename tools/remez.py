"""Derive the tables of `fastxent.formula.coefficients`.

    python tools/remez.py            # print the whole module
    python tools/remez.py exp log    # only these tables, with their errors on stderr

Each fit is a weighted minimax polynomial (Lawson's reweighted least squares on a Chebyshev grid, in mpmath, which,
unlike an exchange, does not mind that some low coefficients are prescribed). Coefficients are rounded one by one from
the constant term upwards, and the others are fitted anew after each rounding, so that what rounding spoils in a low
term is made good by the higher ones.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import mpmath as mp

mp.mp.dps = 50
SQRT2 = mp.sqrt(2)
LN2 = mp.log(2)
GRID = 8  # grid points for each coefficient
LAWSON = 24  # reweighting steps
REFITTED = 6  # low terms after whose rounding the others are fitted anew


@dataclass(frozen=True)
class Fit:
    """What to approximate: `target` on [low, high], to be weighted by `weight` where the error is formed."""

    target: Callable[[Any], Any]
    weight: Callable[[Any], Any]
    low: Any
    high: Any
    terms_f32: int
    terms_f64: int
    fixed: tuple[float, ...] = ()  # lowest coefficients, prescribed
    note: str = ""


def smooth(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`function` a hair beside the point asked for, where it divides 0 by 0, with enough digits to survive that."""

    def value(x: Any) -> Any:
        with mp.workdps(120):
            x = mp.mpf(x)
            return function(x + mp.mpf(10) ** -40)

    return value


def log_curve(f: Any) -> Any:
    return (f - mp.log1p(f)) / f**2


def stirling(z: Any) -> Any:
    """(log Gamma(x) - Stirling's leading terms) * x at z = 1/x^2."""
    x = 1 / mp.sqrt(z)
    if x > mp.mpf(10) ** 12:
        return mp.mpf(1) / 12
    with mp.workdps(80):
        return x * (mp.loggamma(x) - ((x - mp.mpf(1) / 2) * mp.log(x) - x + mp.log(2 * mp.pi) / 2))


def tail_x(w: Any) -> Any:
    """The x >= 0 whose (x - 3)/(x + 3) is w."""
    return 3 * (1 + w) / (1 - w)


def scaled_tail(x: Any) -> Any:
    """exp(x^2) erfc(x)."""
    if x > mp.mpf(10) ** 6:
        return (1 - 1 / (2 * x**2) + 3 / (4 * x**4) - 15 / (8 * x**6)) / (x * mp.sqrt(mp.pi))
    return mp.exp(x * x) * mp.erfc(x)


def mills_slope(x: Any) -> Any:
    """m(m - 2x)/2 for m = 2/(sqrt(pi) exp(x^2) erfc(x))."""
    if x > mp.mpf(10) ** 6:
        return 1 - 1 / (2 * x**2) + 3 / (2 * x**4)
    m = 2 / (mp.sqrt(mp.pi) * scaled_tail(x))
    return m * (m - 2 * x) / 2


def tilt(f: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of x as one of z = x^2."""
    return smooth(lambda z: f(mp.sqrt(z)))


def bessel(f: Callable[[Any], Any], centre: float = 0.0) -> Callable[[Any], Any]:
    """A function of k as one of v = 1/(k + 2) - centre, down to k = inf."""

    def value(v: Any) -> Any:
        with mp.workdps(250):
            return f(1 / (mp.mpf(v) + centre + mp.mpf(10) ** -40) - 2)

    return value


def ratio(k: Any) -> Any:
    return mp.besseli(1, k) / mp.besseli(0, k)


def i0_excess(k: Any) -> Any:
    return mp.log(mp.besseli(0, k)) - k + mp.log(k) / 2


def bessel_curvature(k: Any) -> Any:
    return k * (k - ratio(k) - k * ratio(k) ** 2)


MIDDLE, LARGE = 0.1875, 0.046875  # centres of 1/(k + 2) from k = 1.5 to 8, and from there on


def skew_moment(k: int, square: Any) -> Any:
    """The integral of u^k phi(u)/Phi(b u) over all u at b^2 = square < 1, by the trapezoidal rule, over pi."""
    b = mp.sqrt(square)
    nodes = [mp.mpf(i) / 2 for i in range(-60, 61)]
    ratio = [mp.npdf(u) / (mp.erfc(-b * u / mp.sqrt(2)) / 2) for u in nodes]
    return mp.fsum(u**k * r for u, r in zip(nodes, ratio, strict=True)) / 2 / mp.pi


HALF_LN2 = LN2 / 2 * (1 + mp.mpf(2) ** -12)  # the rounding of the reduction may overshoot a little


def drop_fit(slope: Callable[[Any], Any], terms_f32: int, terms_f64: int, note: str) -> Fit:
    """For differences of a function f, over x >= 1/2: -f'(x)/w^2 in u = 1 - 2.25 w with w = 1/(x + 0.625)."""

    def target(u: Any) -> Any:
        with mp.workdps(150):
            shifted = mp.mpf("2.25") / (1 - mp.mpf(u)) if u < 1 else mp.inf
            x = shifted - mp.mpf("0.625")
            return mp.mpf(1) / 12 if x > mp.mpf(10) ** 30 else shifted**2 * slope(x + mp.mpf(10) ** -40)

    where = f"-f'(x)/w^2 of {note}, integrated over u = 1 - 9w/4, w = 1/(x + 5/8), x >= 1/2"
    return Fit(target, lambda u: 1 / target(u), mp.mpf(-1), mp.mpf(1), terms_f32, terms_f64, (), where, True)


def binet_fall(x: Any) -> Any:
    return mp.log(x) - mp.digamma(x) - 1 / (2 * x)


def binet_slope_fall(x: Any) -> Any:
    """Minus the derivative of x (log x - digamma x) - 1/2."""
    return x * mp.psi(1, x) - mp.log(x) + mp.digamma(x) - 1


def binet_curve_fall(x: Any) -> Any:
    """Minus the derivative of x^2 trigamma(x) - x log(x) + x digamma(x) - x."""
    return mp.log(x) - mp.digamma(x) + 2 - 3 * x * mp.psi(1, x) - x**2 * mp.psi(2, x)


HALF = mp.mpf(1) / 2


LOG_SQRT_2PI = mp.log(2 * mp.pi) / 2


def at_share(function: Callable[[Any], Any], low: Any, scale: Any, end: Any) -> Callable[[Any], Any]:
    """`function` at the x >= low that u = 1 - 2 scale/(x - low + scale), in [-1, 1], stands for; `end` at infinity."""

    def value(u: Any) -> Any:
        with mp.workdps(150):
            x = low + scale * (1 + mp.mpf(u)) / (1 - mp.mpf(u)) if u < 1 else mp.inf
            return end if x > mp.mpf(10) ** 30 else function(x + mp.mpf(10) ** -40)

    return value


def relative(target: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda x: 1 / target(x)


def binet(x: Any) -> Any:
    return mp.loggamma(x) - (x - HALF) * mp.log(x) + x - LOG_SQRT_2PI


def binet_slope(x: Any) -> Any:
    return x * (mp.log(x) - mp.digamma(x)) - HALF


def binet_curve(x: Any) -> Any:
    return x * (x * mp.psi(1, x) - mp.log(x) + mp.digamma(x) - 1)


def half_step(x: Any) -> Any:
    return mp.loggamma(x) + mp.log(x) / 2 - mp.loggamma(x + HALF)


def half_step_slope(x: Any) -> Any:
    return x * (mp.digamma(x + HALF) - mp.digamma(x)) - HALF


def half_step_curve(x: Any) -> Any:
    """Over x."""
    return mp.digamma(x) - mp.digamma(x + HALF) + x * (mp.psi(1, x) - mp.psi(1, x + HALF))


def half_step_information(x: Any) -> Any:
    """Of the log of Student's degrees of freedom, which are 2x."""
    return half_step_slope(x) + x * half_step_curve(x) + (3 - 2 * x) / (2 * (2 * x + 1) * (2 * x + 3))


def stirling_fit(function: Callable[[Any], Any], terms_f32: int, terms_f64: int, note: str) -> Fit:
    target = at_share(lambda x: (x + mp.mpf("0.75")) * function(x), HALF, mp.mpf("1.25"), mp.mpf(1) / 12)
    where = f"{note}, times x + 3/4, in u = (x - 7/4)/(x + 3/4) for x >= 1/2"
    return Fit(target, relative(target), mp.mpf(-1), mp.mpf(1), terms_f32, terms_f64, (), where)


def half_step_fit(function: Callable[[Any], Any], low: Any, end: int, terms_f32: int, terms_f64: int, note: str) -> Fit:
    """Of (x + 1)(function - 1/8), as 1/8 is what is left where x is infinite."""
    target = at_share(lambda x: (x + 1) * (function(x) - HALF**3), mp.mpf(0), mp.mpf(1), mp.mpf(end) / 8)

    def weight(u: Any) -> Any:
        share = (1 - u) / 2
        return share / (HALF**3 + share * target(u))

    where = f"(x + 1) ({note} - 1/8), in u = (x - 1)/(x + 1)"
    return Fit(target, weight, low, mp.mpf(1), terms_f32, terms_f64, (), where)


def small_fit(
    function: Callable[[Any], Any], size: Callable[[Any], Any], terms_f32: int, terms_f64: int, note: str
) -> Fit:
    value, sized = smooth(function), smooth(size)
    where = f"{note}, in 1/2 - x for 0 <= x <= 1/2"
    return Fit(
        lambda t: value(HALF - t), lambda t: 1 / sized(HALF - t), mp.mpf(0), HALF, terms_f32, terms_f64, (), where
    )


def middle(f: Callable[[Any], Any], weight: Callable[[Any], Any], f32: int, f64: int, note: str) -> Fit:
    low, high = mp.mpf("0.1") - MIDDLE, 2 / mp.mpf(7) - MIDDLE
    note += " in 1/(k + 2) - 3/16 for 1.5 <= k <= 8"
    return Fit(bessel(f, MIDDLE), bessel(weight, MIDDLE), low, high, f32, f64, (), note)


def large(f: Callable[[Any], Any], weight: Callable[[Any], Any], f32: int, f64: int, note: str) -> Fit:
    low, high = -mp.mpf(LARGE), mp.mpf("0.1") - LARGE
    note += " in 1/(k + 2) - 3/64 for k >= 8"
    return Fit(bessel(f, LARGE), bessel(weight, LARGE), low, high, f32, f64, (), note)


def bessel_bend(k: Any) -> Any:
    return bessel_curvature(k) - k * (1 - ratio(k))


BEND_ZERO = mp.findroot(bessel_bend, 1.7)


FITS = {
    "exp": Fit(mp.exp, lambda r: mp.exp(-r), -HALF_LN2, HALF_LN2, 7, 12, (1.0, 1.0), "exp(r) for |r| <= log(2)/2"),
    "expm1": Fit(
        smooth(lambda r: (mp.expm1(r) - r) / r**2),
        smooth(lambda r: r**2 / mp.expm1(r)),
        -HALF_LN2,
        HALF_LN2,
        6,
        11,
        (0.5,),
        "(expm1(r) - r)/r^2 for |r| <= log(2)/2",
    ),
    "log": Fit(
        smooth(log_curve),
        smooth(lambda f: f**2 / mp.log1p(f)),
        1 / SQRT2 - 1,
        SQRT2 - 1,
        9,
        21,
        (0.5,),
        "(f - log(1 + f))/f^2 for 1 + f in [sqrt(1/2), sqrt(2)]",
    ),
    "log1p_unit": Fit(
        smooth(log_curve),
        smooth(lambda t: t**2 / mp.log1p(t)),
        mp.mpf(0),
        mp.mpf(1),
        9,
        21,
        (0.5,),
        "(t - log(1 + t))/t^2 for t in [0, 1]",
    ),
    "tanh": Fit(
        smooth(lambda z: (mp.tanh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z),
        smooth(lambda z: z),
        mp.mpf(0),
        mp.mpf("0.5626") ** 2,
        5,
        11,
        (),
        "(tanh(x)/x - 1)/x^2 in z = x^2 for |x| <= 0.5625",
    ),
    "gamma": Fit(
        smooth(lambda d: mp.loggamma(2 + d) / (d * (1 + d))),
        lambda d: 1 / mp.mpf("0.4"),
        mp.mpf(-1),
        mp.mpf("0.5"),
        11,
        23,
        (),
        "log Gamma(2 + d)/(d (1 + d)) for d in [-1, 1/2]",
    ),
    "stirling": Fit(
        stirling,
        lambda z: mp.sqrt(z) * 3,
        mp.mpf(10) ** -30,
        mp.mpf("0.16"),
        4,
        13,
        (),
        "x (log Gamma(x) - (x - 1/2) log(x) + x - log(2 pi)/2) in z = 1/x^2 for x >= 2.5",
    ),
    "deviance": Fit(
        smooth(lambda z: (mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z),
        lambda z: mp.sqrt(z) + mp.mpf(10) ** -9,
        mp.mpf(0),
        mp.mpf("0.2505"),
        6,
        14,
        (),
        "(atanh(v)/v - 1)/v^2 in z = v^2 for |v| <= 1/2",
    ),
    "erf": Fit(
        smooth(lambda z: mp.erf(mp.sqrt(z)) / mp.sqrt(z) - 1),
        lambda z: mp.mpf(1),
        mp.mpf(0),
        mp.mpf("0.2501"),
        5,
        10,
        (),
        "erf(x)/x - 1 in z = x^2 for |x| <= 1/2",
    ),
    "erfcx": Fit(
        lambda w: (mp.mpf(1) / 2 + 9 * tail_x(w) / 16) * scaled_tail(tail_x(w)),
        lambda w: mp.mpf(3),
        mp.mpf(-1),
        1 - mp.mpf(10) ** -20,
        12,
        25,
        (),
        "(1/2 + 9x/16) exp(x^2) erfc(x) in w = (x - 3)/(x + 3) for x >= 0",
    ),
    "mills_slope": Fit(
        lambda w: mills_slope(tail_x(w)),
        lambda w: mp.mpf(1),
        mp.mpf(-1),
        1 - mp.mpf(10) ** -20,
        14,
        29,
        (),
        "m(m - 2x)/2 with m = 2/(sqrt(pi) exp(x^2) erfc(x)), in w = (x - 3)/(x + 3) for x >= 0",
    ),
    "skew_place": Fit(
        lambda v: skew_moment(0, v),
        lambda v: mp.mpf(2),
        mp.mpf(0),
        mp.mpf("0.5"),
        12,
        23,
        (),
        "E[(phi(a Z)/Phi(a Z))^2] sqrt(1 + 2a^2) under the skew normal law, in a^2/(1 + 2a^2)",
    ),
    "skew_shape": Fit(
        lambda v: skew_moment(2, v),
        lambda v: mp.mpf(2),
        mp.mpf(0),
        mp.mpf("0.5"),
        11,
        24,
        (),
        "E[(Z phi(a Z)/Phi(a Z))^2] (1 + 2a^2)^(3/2) under the skew normal law, in a^2/(1 + 2a^2)",
    ),
    "log1mexp": Fit(
        smooth(lambda z: mp.log(2 * mp.sinh(mp.sqrt(z) / 2) / mp.sqrt(z)) / z),
        smooth(lambda z: z * 2),
        mp.mpf(0),
        mp.mpf("0.5"),
        3,
        6,
        (),
        "log(sinh(x/2)/(x/2))/x^2 in z = x^2 for |x| <= 0.7",
    ),
    "sin": Fit(
        tilt(lambda x: (mp.sin(x) / x - 1) / x**2),
        smooth(lambda z: z * mp.sqrt(z) / mp.sin(mp.sqrt(z))),
        mp.mpf(0),
        mp.mpf(1.75) ** 2,
        5,
        9,
        (),
        "(sin(x)/x - 1)/x^2 in z = x^2 for |x| <= 1.75",
    ),
    "log_cosh": Fit(
        tilt(lambda x: mp.log(mp.cosh(x)) / x**2),
        tilt(lambda x: x**2 / mp.log(mp.cosh(x))),
        mp.mpf(0),
        mp.mpf(1),
        7,
        15,
        (0.5,),
        "log(cosh(x))/x^2 in z = x^2 for |x| <= 1",
    ),
    "tilt_cumulant": Fit(
        tilt(lambda x: mp.log(2 * mp.sinh(x / 2) / x) / x**2),
        tilt(lambda x: x**2 / (mp.log(2 * mp.sinh(x / 2) / x))),
        mp.mpf(0),
        mp.mpf("16"),
        7,
        15,
        (),
        "log(2 sinh(x/2)/x)/x^2 in z = x^2 for |x| <= 4",
    ),
    "tilt_mean": Fit(
        tilt(lambda x: (mp.coth(x / 2) / 2 - 1 / x) / x),
        tilt(lambda x: x / (mp.coth(x / 2) / 2 - 1 / x)),
        mp.mpf(0),
        mp.mpf("16"),
        8,
        17,
        (),
        "(coth(x/2)/2 - 1/x)/x in z = x^2 for |x| <= 4",
    ),
    "tilt_variance": Fit(
        tilt(lambda x: 1 / x**2 - mp.csch(x / 2) ** 2 / 4),
        tilt(lambda x: 1 / (1 / x**2 - mp.csch(x / 2) ** 2 / 4)),
        mp.mpf(0),
        mp.mpf("16"),
        9,
        18,
        (),
        "1/x^2 - 1/(2 sinh(x/2))^2 in z = x^2 for |x| <= 4",
    ),
    "i0_small": Fit(
        tilt(lambda x: mp.log(mp.besseli(0, x)) / x**2),
        tilt(lambda x: x**2 / (mp.log(mp.besseli(0, x)))),
        mp.mpf(0),
        mp.mpf("2.25"),
        7,
        15,
        (),
        "log(I0(k))/k^2 in z = k^2 for k <= 1.5",
    ),
    "ratio_small": Fit(
        tilt(lambda x: ratio(x) / x),
        tilt(lambda x: x / (ratio(x))),
        mp.mpf(0),
        mp.mpf("2.25"),
        8,
        16,
        (),
        "I1(k)/(I0(k) k) in z = k^2 for k <= 1.5",
    ),
    "curvature_small": Fit(
        tilt(lambda x: bessel_curvature(x) / x**2),
        tilt(lambda x: x**2 / (bessel_curvature(x))),
        mp.mpf(0),
        mp.mpf("2.25"),
        9,
        18,
        (),
        "1 - I1(k)/(I0(k) k) - (I1(k)/I0(k))^2 in z = k^2 for k <= 1.5",
    ),
    "i0_middle": Fit(
        bessel(i0_excess, MIDDLE),
        lambda d: mp.mpf(1),
        mp.mpf("0.1") - MIDDLE,
        2 / mp.mpf(7) - MIDDLE,
        11,
        25,
        (),
        "log(I0(k) sqrt(k)/e^k) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8",
    ),
    "i0_large": Fit(
        bessel(lambda k: (i0_excess(k) + mp.log(2 * mp.pi) / 2) * (k + 2), LARGE),
        lambda d: d + LARGE,
        -mp.mpf(LARGE),
        mp.mpf("0.1") - LARGE,
        7,
        26,
        (),
        "(log(I0(k) sqrt(2 pi k)/e^k)) (k + 2) in 1/(k + 2) - 3/64 for k >= 8",
    ),
    "ratio_middle": Fit(
        bessel(lambda k: (1 - ratio(k)) * (k + 2), MIDDLE),
        lambda d: mp.mpf(1),
        mp.mpf("0.1") - MIDDLE,
        2 / mp.mpf(7) - MIDDLE,
        12,
        27,
        (),
        "(1 - I1(k)/I0(k)) (k + 2) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8",
    ),
    "ratio_large": Fit(
        bessel(lambda k: (1 - ratio(k)) * (k + 2), LARGE),
        lambda d: mp.mpf(1),
        -mp.mpf(LARGE),
        mp.mpf("0.1") - LARGE,
        9,
        30,
        (),
        "(1 - I1(k)/I0(k)) (k + 2) in 1/(k + 2) - 3/64 for k >= 8",
    ),
    "curvature_middle": Fit(
        bessel(bessel_curvature, MIDDLE),
        lambda d: mp.mpf(2),
        mp.mpf("0.1") - MIDDLE,
        2 / mp.mpf(7) - MIDDLE,
        14,
        30,
        (),
        "k^2 (1 - I1(k)/(I0(k) k) - (I1(k)/I0(k))^2) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8",
    ),
    "curvature_large": Fit(
        bessel(bessel_curvature, LARGE),
        lambda d: mp.mpf(2),
        -mp.mpf(LARGE),
        mp.mpf("0.1") - LARGE,
        11,
        33,
        (),
        "k^2 (1 - I1(k)/(I0(k) k) - (I1(k)/I0(k))^2) in 1/(k + 2) - 3/64 for k >= 8",
    ),
    "atanh": Fit(
        smooth(lambda z: (mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z),
        lambda z: mp.mpf(1),
        mp.mpf(0),
        mp.mpf("0.3605"),
        8,
        18,
        (),
        "(atanh(v)/v - 1)/v^2 in z = v^2 for |v| <= 0.6",
    ),
    "coth": Fit(
        smooth(lambda z: (mp.sqrt(z) / 2 * mp.coth(mp.sqrt(z) / 2) - 1) / z),
        lambda z: mp.mpf(4),
        mp.mpf(0),
        mp.mpf(1),
        4,
        9,
        (),
        "(x/2 coth(x/2) - 1)/x^2 in z = x^2 for x in [0, 1]",
    ),
    "digamma": Fit(
        smooth(lambda d: mp.digamma(d + 3 * HALF) / (d + 3 * HALF - mp.findroot(mp.digamma, 1.46))),
        relative(lambda d: mp.mpf(1)),
        -HALF,
        HALF,
        11,
        22,
        (),
        "digamma(3/2 + d)/(3/2 + d - its zero) for |d| <= 1/2",
    ),
    "bend_small": Fit(
        smooth(lambda d: bessel_bend(d + 0.75) / ((d + 0.75) * (d + 0.75 - BEND_ZERO))),
        lambda d: mp.mpf(4),
        mp.mpf(-0.75),
        mp.mpf(0.75),
        11,
        22,
        (),
        "bend(k)/(k (k - k0)) in k - 3/4 for k <= 1.5; bend(k) is the second derivative of log(I0(k)/e^k) by log(k)",
    ),
    "half_step_information": Fit(
        at_share(lambda x: (x + 1) ** 2 * half_step_information(x), mp.mpf(0), mp.mpf(1), mp.mpf(7) / 8),
        lambda u: mp.mpf(1),
        mp.mpf(-1),
        mp.mpf(1),
        14,
        30,
        (),
        "(x + 1)^2 half_step_information(x), in u = (x - 1)/(x + 1)",
    ),
}


def grid(low: Any, high: Any, count: int) -> list[Any]:
    return [low + (high - low) * (1 - mp.cos(mp.pi * i / (count - 1))) / 2 for i in range(count)]


def horner(coefficients: list[Any], x: Any) -> Any:
    total = mp.mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def fit_rest(xs: list[Any], rest: list[Any], weight: list[Any], first: int, terms: int) -> list[Any]:
    """Coefficients of x^first ... of the weighted minimax polynomial, by Lawson's reweighted least squares."""
    powers = [[x ** (first + k) for x in xs] for k in range(terms)]
    share = [mp.mpf(1)] * len(xs)
    best: list[Any] = []
    least = mp.inf
    for _ in range(LAWSON):
        scale = [s * w * w for s, w in zip(share, weight, strict=True)]
        scaled = [[p * s for p, s in zip(row, scale, strict=True)] for row in powers]
        normal = mp.matrix(terms, terms)
        right = mp.matrix(terms, 1)
        for i in range(terms):
            right[i] = mp.fdot(scaled[i], rest)
            for j in range(i + 1):
                normal[i, j] = normal[j, i] = mp.fdot(scaled[i], powers[j])
        solved = list(mp.lu_solve(normal, right))
        error = [abs(w * (t - x**first * horner(solved, x))) for x, t, w in zip(xs, rest, weight, strict=True)]
        if max(error) < least:
            best, least = solved, max(error)
        share = [s * (e + least / 1000) for s, e in zip(share, error, strict=True)]
        total = mp.fsum(share)
        share = [s / total for s in share]
    return best


def rounded(value: Any, dtype: str) -> Any:
    with mp.workprec(24 if dtype == "f32" else 53):
        return +value


def derive(name: str, dtype: str) -> tuple[list[Any], Any]:
    """Rounded coefficients, lowest first, and the weighted error that they reach."""
    fit = FITS[name]
    with mp.workdps(mp.mp.dps if fit.terms_f64 < 25 else 3 * mp.mp.dps):  # what many powers lose
        return fitted(fit, dtype)


def fitted(fit: Fit, dtype: str) -> tuple[list[Any], Any]:
    """The work of `derive`."""
    terms = fit.terms_f32 if dtype == "f32" else fit.terms_f64
    xs = grid(mp.mpf(fit.low), mp.mpf(fit.high), GRID * (terms + 1))
    target = [fit.target(x) for x in xs]
    weight = [fit.weight(x) for x in xs]
    known = [mp.mpf(c) for c in fit.fixed]
    while len(known) < terms:
        rest = [t - horner(known, x) for x, t in zip(xs, target, strict=True)]
        free = fit_rest(xs, rest, weight, len(known), terms - len(known))
        many = 1 if len(known) < REFITTED else terms  # the rounding of the high terms hardly matters
        known += [rounded(c, dtype) for c in free[:many]]
    error = max(abs(w * (t - horner(known, x))) for x, t, w in zip(xs, target, weight, strict=True))
    return known, error


def table(name: str, dtype: str) -> list[str]:
    coefficients, error = derive(name, dtype)
    print(f"{name} {dtype}: {len(coefficients)} terms, weighted error 2^{float(mp.log(error, 2)):.2f}", file=sys.stderr)
    return [float(c).hex() for c in reversed(coefficients)]


def trimmed(text: str) -> str:
    """Without trailing zeros: 0x1.5550000000000p-5 becomes 0x1.555p-5."""
    mantissa, power = text.split("p")
    return f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}p{power}"


HEAD = '''"""Minimax coefficients, highest power first, as `tools/remez.py` derives them; never edit by hand."""

from __future__ import annotations

from .language import Poly


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float.fromhex(c) for c in text.split())

'''


def main(names: list[str]) -> None:
    """Print the coefficients of these functions, or the whole module."""
    if not names:
        print(HEAD)
    for name in names or FITS:
        print(f"# {FITS[name].note}")
        print(f"{name.upper()} = Poly(")
        for dtype in ("f32", "f64"):
            text = " ".join(map(trimmed, table(name, dtype)))
            print(f'    {dtype}=_numbers(\n        """')
            print(textwrap.fill(text, 112, initial_indent=" " * 8, subsequent_indent=" " * 8))
            print('        """\n    ),')
        print(")\n" if name != list(FITS)[-1] else ")")


if __name__ == "__main__":
    main(sys.argv[1:])
