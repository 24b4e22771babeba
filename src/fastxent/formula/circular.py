"""Primitives of the circle, of Bessel's I0, and of hyperbolic functions' logarithms."""

from __future__ import annotations

from typing import Any

from .coefficients import (
    BEND_LARGE,
    BEND_MIDDLE,
    BEND_SMALL,
    CURVATURE_LARGE,
    CURVATURE_MIDDLE,
    CURVATURE_SMALL,
    I0_LARGE,
    I0_MIDDLE,
    I0_SMALL,
    LOG_COSH,
    RATIO_LARGE,
    RATIO_MIDDLE,
    RATIO_SMALL,
    SIN,
    TILT_CUMULANT,
    TILT_MEAN,
    TILT_VARIANCE,
)
from .gamma import HALF_LOG_2PI
from .language import NAN, Const, clamp, fma, polynomial, primitive, rint, usual
from .primitives import LN2_HIGH, LN2_LOW, exp, exp_twin, log, log1p_unit

INVERSE_PI = Const("0x1.45f306p-2", "0x1.45f306dc9c883p-2")
# π in three parts, whose products with whole or half numbers up to 16 (float32) or 4096 are exact but for the last
PI_A = Const("0x1.921f8p+1", "0x1.921fb54442p+1")
PI_B = Const("0x1.aa22p-18", "0x1.a308d31318p-40")
PI_C = Const("0x1.68c234p-38", "0x1.8a2e03707344ap-80")
# π in six, for both halves of whole or half numbers up to 2^20 or 2^49
PI_1 = Const("0x1.92p+1", "0x1.921fb5p+1")
PI_2 = Const("0x1.fb4p-11", "0x1.110b46p-25")
PI_3 = Const("0x1.444p-23", "0x1.1a6262p-53")
PI_4 = Const("0x1.68p-38", "0x1.3145cp-77")
PI_5 = Const("0x1.846p-47", "0x1.b839a2p-103")
PI_6 = Const("0x1.313198p-60", "0x1.48127044533e6p-129")
STEP, INVERSE_STEP = Const(2.0**11, 2.0**25), Const(2.0**-11, 2.0**-25)
NEAR_ANGLE = Const(48.0, 12864.0)
GREATEST_ANGLE = Const(2.0**21, 2.0**50)  # from where on neighbouring numbers lie a quarter of a radian apart

BEND_ZERO = Const("0x1.b3cf2cp+0", "0x1.b3cf2c0c9edddp+0")  # where `bessel_bend` vanishes, in two parts
BEND_ZERO_LOW = Const("0x1.93dbbap-29", "-0x1.af971d2d13d1cp-57")

TILTED = 4.0  # where the primitives `tilt_…` change their meaning


@primitive(f32=1.0, f64=1.0)
def turned(x: Any, tail: Any, k: Any) -> Any:
    """(x + tail) - k·π, for the whole or half number k that is nearest to x/π, |tail| at most half an ulp of x.

    Cody and Waite's reduction [1]_: parts of π so short that their products with k are exact, subtracted one by one;
    what a subtraction rounds away is added at the end. nan for |x| > 2^21 (float32), 2^50 (float64), and infinite x.

    .. [1] Cody, Waite, Software Manual for the Elementary Functions, 1980.
    """
    a = fma(k, -PI_A, x)
    b = fma(k, -PI_B, a)
    c = b + tail
    near = c + fma(k, -PI_C, fma(k, -PI_B, a - b) + ((b - (c - (c - b))) + (tail - (c - b))))
    high = rint(k * INVERSE_STEP) * STEP
    low = k - high
    d = ((x - high * PI_1) - low * PI_1 - high * PI_2) - low * PI_2  # exact as yet: what is subtracted cancels
    e = d - high * PI_3
    f = e - low * PI_3
    g = f - high * PI_4
    h = g - low * PI_4
    i = h - high * PI_5
    j = i + tail
    lost = ((d - e) - high * PI_3) + ((e - f) - low * PI_3) + ((f - g) - high * PI_4)
    lost = lost + ((g - h) - low * PI_4) + ((h - i) - high * PI_5) + ((i - (j - (j - i))) + (tail - (j - i)))
    wide = j + (lost - low * PI_5 - (high * PI_6 + low * PI_6))
    return near if usual(abs(x) <= NEAR_ANGLE) else (wide if abs(x) <= GREATEST_ANGLE else NAN)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def sin_sum(x: Any, tail: Any) -> Any:
    """Sin(x + tail), where tail is what rounding took from x; nan where `turned` is."""
    k = rint(x * INVERSE_PI)
    r = turned(x, tail, k)
    z = r * r
    value = clamp(fma(r * z, polynomial(z, SIN), r), -1, 1)
    return -value if rint(0.5 * k) != 0.5 * k else value


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def cos_sum(x: Any, tail: Any) -> Any:
    """Cos(x + tail), where tail is what rounding took from x; nan where `turned` is."""
    k = rint(fma(x, INVERSE_PI, 0.5))
    r = turned(x, tail, k - 0.5)
    z = r * r
    value = clamp(fma(r * z, polynomial(z, SIN), r), -1, 1)
    return -value if rint(0.5 * k) != 0.5 * k else value


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def sin(x: Any) -> Any:
    """Sin x for |x| <= 2^21 (float32), 2^50 (float64), beyond which neighbouring numbers are too far apart: nan."""
    return sin_sum(x, 0)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def cos(x: Any) -> Any:
    """Cos x, where `sin` is defined."""
    return cos_sum(x, 0)


@primitive(f32=1.5, f64=1.5, plain_f32=2.0, plain_f64=2.0)
def log_i0e(k: Any, log_k: Any) -> Any:
    """Log(I0(k)/e^k) for k >= 0, log_k standing for its logarithm, also where k overflows [1]_.

    Three polynomials: in k², and in 1/(k + 2) on either side of k = 8.

    .. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 9.6.12 and 9.7.1.
    """
    z = k * k
    small = fma(z, polynomial(z, I0_SMALL), -k)
    v = 1 / (k + 2)
    middle = polynomial(v - 0.1875, I0_MIDDLE)
    large = fma(v, polynomial(v - 0.046875, I0_LARGE), -HALF_LOG_2PI)
    return small if k < 1.5 else fma(-0.5, log_k, middle if k < 8 else large)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def bessel_pull(k: Any) -> Any:
    """k·(1 - I1(k)/I0(k)) for k >= 0: what log(I0(k)/e^k) loses with log k; 1/2 for large k."""
    v = 1 / (k + 2)
    scaled = polynomial(v - 0.1875, RATIO_MIDDLE) if k < 8 else polynomial(v - 0.046875, RATIO_LARGE)
    return k * fma(-k, polynomial(k * k, RATIO_SMALL), 1) if k < 1.5 else scaled * (1 - 2 * v)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def bessel_ratio(k: Any) -> Any:
    """I1(k)/I0(k) for k >= 0."""
    v = 1 / (k + 2)
    scaled = polynomial(v - 0.1875, RATIO_MIDDLE) if k < 8 else polynomial(v - 0.046875, RATIO_LARGE)
    return k * polynomial(k * k, RATIO_SMALL) if k < 1.5 else 1 - v * scaled


@primitive(f32=5.5, f64=5.5, plain_f32=6.0, plain_f64=6.0)
def bessel_bend(k: Any) -> Any:
    """`bessel_curvature` - `bessel_pull`, the second derivative of log(I0(k)/e^k) by log k: about -k, then 1/(8k)."""
    shifted = k + 2
    v = 1 / shifted
    apart = (k - BEND_ZERO) - BEND_ZERO_LOW
    small = k * (apart * polynomial(k - 0.75, BEND_SMALL))
    lost = k - (shifted - 2)  # its fourth power would count that four times
    square = shifted * shifted
    middle = apart * fma(-4 * lost, v, 1) * polynomial(v - 0.1875, BEND_MIDDLE) / (square * square)
    large = v * polynomial(v - 0.046875, BEND_LARGE)
    return small if k < 1.5 else (middle if k < 8 else large)


@primitive(f32=2.5, f64=2.5)
def bessel_curvature(k: Any) -> Any:
    """k² times the second derivative of log I0(k), which is 1 - A/k - A² with A = I1/I0; 1/2 for large k."""
    z = k * k
    v = 1 / (k + 2)
    middle = polynomial(v - 0.1875, CURVATURE_MIDDLE)
    large = polynomial(v - 0.046875, CURVATURE_LARGE)
    return z * polynomial(z, CURVATURE_SMALL) if k < 1.5 else (middle if k < 8 else large)


@primitive(f32=1.5, f64=1.5, plain_f32=2.0, plain_f64=2.0)
def log_cosh(x: Any) -> Any:
    """log(cosh(x)); e^(-2|x|) is `exp_twin`'s, so that a formula may share it."""
    size = abs(x)
    z = x * x
    far = (size - LN2_HIGH) + (log1p_unit(exp_twin(-2 * size)) - LN2_LOW)
    return z * polynomial(z, LOG_COSH) if size < 1 else far


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def tilt_cumulant(x: Any) -> Any:
    """The cumulant function of a uniform variable on [-1/2, 1/2], log(sinh(x/2)/(x/2)), for x >= 0.

    Less x/2 from x = `TILTED` on, so that its user may add that to what else is linear in x.
    """
    z = x * x
    far = -log(x / (1 - exp(-x)))
    return z * polynomial(z, TILT_CUMULANT) if x < TILTED else far


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def tilt_mean(x: Any) -> Any:
    """The derivative of `tilt_cumulant`, coth(x/2)/2 - 1/x: less 1/2 from `TILTED` on."""
    e = exp(-x)
    far = e / (1 - e) - 1 / x
    return x * polynomial(x * x, TILT_MEAN) if x < TILTED else far


@primitive(f32=2.5, f64=2.5, plain_f32=3.5, plain_f64=3.5)
def tilt_variance(x: Any) -> Any:
    """The second derivative of `tilt_cumulant`, 1/x² - 1/(2·sinh(x/2))²."""
    e = exp(-x)
    odds = e / (1 - e)
    inverse = 1 / x
    far = fma(inverse, inverse, -odds * (1 + odds))
    return polynomial(x * x, TILT_VARIANCE) if x < TILTED else far
