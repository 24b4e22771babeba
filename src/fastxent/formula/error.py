"""Primitives of the error function, and of the logarithms and odds of probabilities."""

from __future__ import annotations

from typing import Any

from .coefficients import ERF, ERFCX, EXPM1, LOG, LOG1MEXP, MILLS_SLOPE, SKEW_PLACE, SKEW_SHAPE
from .language import INF, Const, clamp, copysign, exponent, fma, polynomial, pow2, primitive, significand, sqrt, usual
from .primitives import (
    FAR,
    GREATEST,
    LEAST_NORMAL,
    LIFT,
    LN2_HIGH,
    LN2_LOW,
    LOG2E,
    MAGIC,
    TAME,
    exp,
    log,
    log1p_unit,
)

# Adding and subtracting it rounds to as many bits as leave a square exact, for x up to TAIL, where exp(-x²) is 0.
HALF_WIDTH = Const(1.5 * 2.0**15, 1.5 * 2.0**31)
TAIL = Const(11.0, 28.0)
TWO_OVER_ROOT_PI = Const("0x1.20DD76p0", "0x1.20DD750429B6Dp0")
MULEXP_SUM_LIMIT = Const(160.0, 1100.0)
ONE_OVER_ROOT_PI = Const("0x1.20DD76p-1", "0x1.20DD750429B6Dp-1")
MILLS_LINEAR = Const("0x1.44F924p-1", "0x1.44F923A4AEEDBp-1")  # 9/(8√π)
LOG_LIFT = Const("0x1.62e430p+4", "0x1.62e42fefa39efp+5")  # of 2^32, 2^64
NEAR = 0.5  # of the two forms of erf


@primitive(f32=1.5, f64=1.5)
def mulexp_sum(a: Any, high: Any, low: Any) -> Any:
    """a·e^(high + low) where low is what the sum would round away: at most 0.1, and its rounding does not matter."""
    total = high + low
    tame = abs(total) <= TAME
    clamped = high if usual(tame) else clamp(high, -MULEXP_SUM_LIMIT, MULEXP_SUM_LIMIT)
    n = fma(clamped + low, LOG2E, MAGIC) - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, clamped)) + low
    value = fma(a, fma(r * r, polynomial(r, EXPM1), r), a)  # only the last sum rounds by as much as half an ulp
    half = fma(n, 0.5, MAGIC) - MAGIC  # 2^n in two factors, either of which is a normal number
    return value * pow2(n) if usual(tame) else value * pow2(half) * pow2(n - half)


@primitive(f32=1.5, f64=1.5)
def gauss(a: Any, x: Any) -> Any:
    """a·e^(-x²): the rounding of x² goes into the exponential as well [1]_.

    .. [1] Cody, Rational Chebyshev approximations for the error function, 1969.
    """
    size = clamp(abs(x), 0, TAIL)
    short = (size + HALF_WIDTH) - HALF_WIDTH
    return mulexp_sum(a, -(short * short), (short - size) * (short + size))


@primitive(f32=1.5, f64=1.5, plain_f32=2.0, plain_f64=2.0)
def log_sum(high: Any, low: Any) -> Any:
    """log(high + low) for normal high in (0, 2]; low is what the sum would round away, and 0 where high is tiny."""
    k = exponent(high)
    f = (significand(high) - 1) + low * pow2(-clamp(k, -FAR, FAR))
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    return fma(k, LN2_HIGH, f + tail)


@primitive(f32=3.0, f64=3.0)
def erfcx(x: Any) -> Any:
    """exp(x²)·erfc(x) for x >= 0, by a polynomial in (x - 3)/(x + 3) [1]_.

    .. [1] Shepherd, Laframboise, Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 <= x < inf, 1981.
    """
    short = clamp(x, 0, GREATEST)
    w = (short - 3) / (short + 3)
    return polynomial(w, ERFCX) / fma(0.5625, x, 0.5)


@primitive(f32=1.0, f64=1.0)
def erf_near(x: Any) -> Any:
    """Erf(x), with x taken into [-1/2, 1/2]."""
    short = clamp(x, -NEAR, NEAR)
    return fma(short, polynomial(short * short, ERF), short)


@primitive(f32=2.5, f64=2.5)
def erf(x: Any) -> Any:
    """The error function: 2/√π times the integral of e^(-t²) from 0 to x."""
    size = abs(x)
    far = copysign(1 - gauss(erfcx(size), size), x)
    return erf_near(x) if size < NEAR else far


@primitive(f32=3.5, f64=3.5, plain_f32=4.0, plain_f64=4.0)
def erfc(x: Any) -> Any:
    """1 - erf(x), to full relative accuracy."""
    size = abs(x)
    above = gauss(erfcx(size), size)
    far = above if x >= 0 else 2 - above
    return 1 - erf_near(x) if size < NEAR else far


@primitive(f32=3.5, f64=3.5, plain_f32=4.0, plain_f64=4.0)
def log_erfc(x: Any) -> Any:
    """Log erfc(x): relative on both sides of its zero, x = 0, and in the tail, where it is about -x² - log(x√π)."""
    size = abs(x)
    scaled = erfcx(size)
    part = erf_near(x) if x >= -NEAR else gauss(scaled, size)
    whole = 1 if x >= -NEAR else 2
    rest = whole - part
    value = log_sum(scaled if x > NEAR else rest, 0 if x > NEAR else (whole - rest) - part)
    return fma(-x, x, value) if x > NEAR else value


@primitive(f32=4.0, f64=4.0, plain_f32=4.5, plain_f64=4.5)
def log_half_erfc(x: Any) -> Any:
    """log(erfc(x)/2), the log of the normal law's upper tail at √2·x: relative also where it goes to 0."""
    size = abs(x)
    scaled = erfcx(size)
    part = 0.5 * (erf_near(x) if x >= -NEAR else gauss(scaled, size))
    whole = 0.5 if x >= -NEAR else 1
    rest = whole - part
    value = log_sum(0.5 * scaled if x > 0 else rest, 0 if x > 0 else (whole - rest) - part)
    return fma(-x, x, value) if x > 0 else value


@primitive(f32=4.0, f64=4.0)
def mills(x: Any) -> Any:
    """(2/√π)·exp(-x²)/erfc(x), the negative derivative of log erfc: about 2x in the tail.

    At z/√2 it is √2 times the normal law's hazard φ(z)/(1 - Φ(z)).
    """
    size = abs(x)
    short = clamp(size, 0, GREATEST)
    p = polynomial((short - 3) / (short + 3), ERFCX)
    mass = 1 - erf_near(x) if x >= -NEAR else 2 - gauss(p / fma(0.5625, size, 0.5), size)
    return fma(size, MILLS_LINEAR, ONE_OVER_ROOT_PI) / p if x > 0 else gauss(TWO_OVER_ROOT_PI / mass, size)


@primitive(f32=6.0, f64=6.0)
def mills_slope(x: Any) -> Any:
    """The derivative of mills(x), m·(m - 2x): between 0 and 2, without cancellation."""
    size = abs(x)
    short = clamp(size, 0, GREATEST)
    p = polynomial((short - 3) / (short + 3), ERFCX)
    mass = 1 - erf_near(x) if x >= -NEAR else 2 - gauss(p / fma(0.5625, size, 0.5), size)
    rate = TWO_OVER_ROOT_PI / mass
    below = gauss(rate * fma(2, clamp(size, 0, TAIL), gauss(rate, size)), size)
    return 2 * polynomial((short - 3) / (short + 3), MILLS_SLOPE) if x > 0 else below


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def log1mexp(x: Any) -> Any:
    """log(1 - e^-x) for x >= 0: log x + log(sinh(x/2)/(x/2)) - x/2 below 0.7 [1]_.

    .. [1] Maechler, Accurately computing log(1 - exp(-|a|)), 2012, has the two regions.
    """
    short = clamp(x, 0, 0.7)
    square = short * short
    near = log(short) + fma(square, polynomial(square, LOG1MEXP), -0.5 * short)
    e = exp(-x)
    inner = 1 - e
    far = log_sum(inner, (1 - inner) - e)
    return near if x < 0.7 else far


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def softplus(x: Any) -> Any:
    """log(1 + e^x)."""
    rest = log1p_unit(exp(-abs(x)))
    return x + rest if x > 0 else rest


@primitive(f32=2.5, f64=2.5)
def sigmoid(x: Any) -> Any:
    """1/(1 + e^-x), the logistic function."""
    e = exp(-abs(x))
    return (1 if x >= 0 else e) / (1 + e)


@primitive(f32=1.0, f64=1.0)
def narrow_mass(p: Any, q: Any) -> Any:
    """The integral of exp(-p·u²)·cosh(√q·u) over u from 0 to 1, for p in [0, 1/16] and q in [0, 1/2].

    By the series of Hermite polynomials that exp(√q·u - p·u²) generates [1]_.

    .. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 22.9.17 and 22.7.13.
    """
    r = 4 * p * p
    h2 = q - 2 * p
    h4 = (q - 10 * p) * h2 - 2 * r
    h6 = (q - 18 * p) * h4 - 12 * r * h2
    h8 = (q - 26 * p) * h6 - 30 * r * h4
    h10 = (q - 34 * p) * h8 - 56 * r * h6
    h12 = (q - 42 * p) * h10 - 90 * r * h8
    h14 = (q - 50 * p) * h12 - 132 * r * h10
    h16 = (q - 58 * p) * h14 - 182 * r * h12
    rest = h8 / 362880 + (h10 / 39916800 + (h12 / 6227020800 + (h14 / 1307674368000 + h16 / 355687428096000)))
    return 1 + (h2 / 6 + (h4 / 120 + (h6 / 5040 + rest)))


@primitive(f32=4.5, f64=4.5, plain_f32=5.0, plain_f64=5.0)
def log_erf_mass(a: Any, b: Any, width: Any) -> Any:
    """log((erf(b) - erf(a))/2): the log of the normal law's mass between √2·a and √2·b; width is b - a > 0.

    Narrow intervals by a series about the middle; others by the tail, from the edge that is nearer to 0.
    """
    middle = 0.5 * a + 0.5 * b
    edge = a if middle >= 0 else -b  # the interval, turned so that the edge nearer to 0 is the lower one
    other = b if middle >= 0 else -a
    v = abs(middle) * width
    narrow = width < 0.5 and v < 0.7
    half = clamp(0.5 * width, 0, 0.25)
    short = clamp(v, 0, 0.7)
    size = abs(edge)
    scaled = erfcx(size)
    beyond = 0 if other == INF else erfcx(abs(other)) * exp(-2 * v)
    tails = gauss(0.5 * (scaled + beyond), size)  # outside an interval about 0
    reach = erf_near(other) if other < NEAR else 1 - gauss(beyond, size)
    about = 0.5 * (erf_near(size) + reach) if size < NEAR else 1 - tails
    between = 0.5 * (scaled - beyond)
    near = width * ONE_OVER_ROOT_PI * narrow_mass(half * half, short * short)
    inner = near if narrow else (about if edge < 0 else between)
    lost = (1 - about) - tails if edge <= -NEAR else 0
    tiny = inner < LEAST_NORMAL
    value = log_sum(inner * LIFT if tiny else inner, lost) - (LOG_LIFT if tiny else 0)
    start = middle if narrow else (0 if edge < 0 else edge)
    return fma(-start, start, value if inner > 0 else -INF)


@primitive(f32=5.5, f64=5.5, plain_f32=6.0, plain_f64=6.0)
def mass_edge(a: Any, b: Any, width: Any) -> Any:
    """(2/√π)·exp(-x²)/(erf(b) - erf(a)) at the edge x, a or b, that is nearer to 0; width is b - a > 0.

    At the other edge it is exp(-width·|a + b|) times that.
    """
    middle = 0.5 * a + 0.5 * b
    edge = a if middle >= 0 else -b
    other = b if middle >= 0 else -a
    v = abs(middle) * width
    narrow = width < 0.5 and v < 0.7
    half = clamp(0.5 * width, 0, 0.25)
    short = clamp(v, 0, 0.7)
    size = abs(edge)
    scaled = erfcx(size)
    beyond = 0 if other == INF else erfcx(abs(other)) * exp(-2 * v)
    reach = erf_near(other) if other < NEAR else 1 - gauss(beyond, size)
    about = (erf_near(size) if size < NEAR else 1 - gauss(scaled, size)) + reach
    above = gauss(TWO_OVER_ROOT_PI, size) if edge < 0 else TWO_OVER_ROOT_PI
    below = about if edge < 0 else scaled - beyond
    square = half * half
    return (exp(short - square) if narrow else above) / (
        width * narrow_mass(square, short * short) if narrow else below
    )


@primitive(f32=4.0, f64=4.0)
def skew_place(a: Any) -> Any:
    """The expectation of (a·φ(aZ)/Φ(aZ))² where Z has the skew normal law of shape a."""
    inverse = 1 / a
    share = 1 / (2 + inverse * inverse)  # a²/(1 + 2a²)
    return polynomial(share, SKEW_PLACE) * (abs(a) * sqrt(share)) if a != 0 else 0


@primitive(f32=5.0, f64=5.0)
def skew_shape(a: Any) -> Any:
    """The expectation of (Z·φ(aZ)/Φ(aZ))² where Z has the skew normal law of shape a."""
    inverse = 1 / a
    rest = 1 / (1 + 2 * a * a)
    return polynomial(1 / (2 + inverse * inverse), SKEW_SHAPE) * (rest * sqrt(rest))
