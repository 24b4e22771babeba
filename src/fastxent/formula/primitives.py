"""The elementary functions that formulas may call, each with its largest error in ulp, which tests hold it to.

They are written in the formula language themselves, over the machine operations of `language`; polynomials stand in
`coefficients`. Each is free of branches: both arms of a select are computed.
"""

from __future__ import annotations

from typing import Any

from .coefficients import EXP, EXPM1, LOG, LOG1P_UNIT, TANH
from .language import (
    INF,
    NAN,
    Const,
    clamp,
    copysign,
    exponent,
    fma,
    polynomial,
    pow2,
    primitive,
    significand,
    usual,
)

MAGIC = Const(1.5 * 2.0**23, 1.5 * 2.0**52)  # adding and subtracting it rounds to a whole number
LOG2E = Const("0x1.715476p0", "0x1.71547652B82FEp0")
# log(2) in two parts: products of the first with a whole exponent are exact
LN2_HIGH = Const("0x1.62E4p-1", "0x1.62E42FEEp-1")
LN2_LOW = Const("0x1.7F7D1Cp-20", "0x1.A39EF35793C76p-33")
LEAST_NORMAL = Const(2.0**-126, 2.0**-1022)
GREATEST = Const("0x1.FFFFFEp127", "0x1.FFFFFFFFFFFFFp1023")

TAME = Const(87.0, 708.0)  # e^±x and its inverse are normal numbers up to here
CALM = Const(20.0, 170.0)  # products of four exponentials up to here are normal numbers
# where exp is 0 and where it is inf, and the same for its product with any number
EXP_LOW, EXP_HIGH = Const(-104.0, -746.0), Const(89.0, 710.0)
MULEXP_LIMIT = Const(195.0, 1460.0)
EXPM1_LOW = Const(-20.0, -40.0)  # -1 from here down

LIFT, LIFTED = Const(2.0**32, 2.0**64), Const(32.0, 64.0)  # of subnormal numbers
FAR = Const(64.0, 128.0)  # exponents from which adding 1 changes nothing


@primitive(f32=1.0, f64=1.0, plain_f32=1.5, plain_f64=1.5)
def exp(x: Any) -> Any:
    """e^x, by Cody and Waite's reduction to |r| <= log(2)/2 [1]_.

    .. [1] Cody, Waite, Software Manual for the Elementary Functions, 1980.
    """
    tame = abs(x) <= TAME
    clamped = x if usual(tame) else clamp(x, EXP_LOW, EXP_HIGH)
    n = fma(clamped, LOG2E, MAGIC) - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, clamped))
    value = polynomial(r, EXP)
    half = fma(n, 0.5, MAGIC) - MAGIC  # 2^n in two factors, either of which is a normal number
    return value * pow2(n) if usual(tame) else value * pow2(half) * pow2(n - half)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def mulexp(a: Any, x: Any) -> Any:
    """a·e^x where e^x alone might overflow or underflow; 0 for a = 0, whatever x; nan for infinite a and x = -inf."""
    tame = abs(x) <= TAME
    clamped = x if usual(tame) else clamp(x, -MULEXP_LIMIT, MULEXP_LIMIT)
    n = fma(clamped, LOG2E, MAGIC) - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, clamped))
    value = polynomial(r, EXP)
    third = fma(n, 0.3125, MAGIC) - MAGIC
    factor = 0 if x == -INF else pow2(third)
    lifted = a * factor * factor * (value * pow2(n - 2 * third))  # only the last product rounds
    return a * (value * pow2(n)) if usual(tame) else lifted


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def expm1(x: Any) -> Any:
    """e^x - 1."""
    clamped = clamp(x, EXPM1_LOW, EXP_HIGH)
    n = fma(clamped, LOG2E, MAGIC) - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, clamped))
    small = fma(r * r, polynomial(r, EXPM1), r)
    half = pow2(n - 1)
    return x if x == 0 else 2 * fma(half, small, half - 0.5)


@primitive(f32=1.5, f64=1.5, plain_f32=2.0, plain_f64=2.0)
def exp_twin(x: Any) -> Any:
    """e^x from the polynomial of `expm1_twin`: a formula that needs both pays for little more than one."""
    tame = abs(x) <= TAME
    clamped = x if usual(tame) else clamp(x, EXP_LOW, EXP_HIGH)
    n = fma(clamped, LOG2E, MAGIC) - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, clamped))
    small = fma(r * r, polynomial(r, EXPM1), r)
    half = fma(n, 0.5, MAGIC) - MAGIC
    scale = pow2(n)
    return fma(scale, small, scale) if usual(tame) else (1 + small) * pow2(half) * pow2(n - half)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def expm1_twin(x: Any) -> Any:
    """e^x - 1, by the operations of `exp_twin`."""
    tame = abs(x) <= TAME
    clamped = x if usual(tame) else clamp(x, EXP_LOW, EXP_HIGH)
    n = fma(clamped, LOG2E, MAGIC) - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, clamped))
    small = fma(r * r, polynomial(r, EXPM1), r)
    half = fma(n, 0.5, MAGIC) - MAGIC
    scale = pow2(n)
    return fma(scale, small, scale - 1) if usual(tame) else (1 + small) * pow2(half) * pow2(n - half) - 1


@primitive(f32=1.5, f64=1.5, plain_f32=2.0, plain_f64=2.0)
def log(x: Any) -> Any:
    """Log x; -inf at 0, nan below."""
    tiny = x < LEAST_NORMAL
    lifted = x * LIFT if tiny else x
    k = exponent(lifted) - (LIFTED if tiny else 0)
    f = significand(lifted) - 1
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    value = fma(k, LN2_HIGH, f + tail)
    special = -INF if x == 0 else (x if x > 0 else NAN)
    return value if x > 0 and x <= GREATEST else special


@primitive(f32=2.5, f64=2.5, plain_f32=3.0, plain_f64=3.0)
def log_plus(x: Any, c: Any) -> Any:
    """Log x + c, in ulp of the larger of the sum and log x/8: the part of log x that is exact meets c first."""
    tiny = x < LEAST_NORMAL
    lifted = x * LIFT if tiny else x
    k = exponent(lifted) - (LIFTED if tiny else 0)
    f = significand(lifted) - 1
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    value = fma(k, LN2_HIGH, c) + f + tail
    special = -INF if x == 0 else (x if x > 0 else NAN)
    return value if x > 0 and x <= GREATEST else special + c


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def log1p(x: Any) -> Any:
    """log(1 + x); the part of x that 1 + x rounds away goes into the reduced argument."""
    u = 1 + x
    lost = 1 - (u - x) if x > 1 else x - (u - 1)
    k = exponent(u)
    f = (significand(u) - 1) + lost * pow2(-clamp(k, -FAR, FAR))
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    value = fma(k, LN2_HIGH, f + tail)
    special = -INF if u == 0 else (u if u > 0 else NAN)
    return value if u > 0 and u <= GREATEST else special


@primitive(f32=1.5, f64=1.5, plain_f32=2.0, plain_f64=2.0)
def log1p_unit(t: Any) -> Any:
    """log(1 + t) for t in [0, 1], by one polynomial."""
    return fma(-(t * t), polynomial(t, LOG1P_UNIT), t)


@primitive(f32=6.0, f64=4.0)
def log1p_excess_unit(t: Any) -> Any:
    """(t - log(1 + t))/t² for t in [0, 1]."""
    return polynomial(t, LOG1P_UNIT)


@primitive(f32=2.0, f64=2.0, plain_f32=2.5, plain_f64=2.5)
def tanh(x: Any) -> Any:
    """Tanh x: a polynomial about 0, 1 - 2/(e^2x + 1) elsewhere."""
    size = abs(x)
    z = x * x
    near = fma(size * z, polynomial(z, TANH), size)
    far = 1 - 2 / (exp(2 * size) + 1)
    return copysign(near if size < 0.5625 else far, x)


@primitive(f32=4.0, f64=4.0)
def sech2(x: Any) -> Any:
    """1 - tanh²x, to full relative accuracy."""
    e = exp(-2 * abs(x))
    return 4 * e / ((1 + e) * (1 + e))


@primitive(f32=0.5, f64=0.5)
def mul0(a: Any, b: Any) -> Any:
    """a·b, but 0 for b = 0 where a is infinite."""
    return a * b if b != 0 else (0 if a == a else a)
