"""Primitives of lifetimes: logarithms of ratios, what a generalised Pareto law and the mass of an interval need."""

from __future__ import annotations

from typing import Any

from .coefficients import ATANH, COTH, LOG
from .language import INF, NAN, Const, clamp, exponent, fma, polynomial, pow2, primitive, significand, usual
from .primitives import FAR, GREATEST, LEAST_NORMAL, LIFT, LIFTED, LN2_HIGH, LN2_LOW, exp, log, log1p

VAST = Const(2.0**30, 2.0**60)  # beside it 1 is nothing, nor is it beside the logarithm
SMALL = Const(2.0**-90, 2.0**-960)  # above it, products and differences of normal numbers do not underflow
SPARE = Const(2.0**45, 2.0**480)  # lifts factors, so that products up to VAST neither underflow nor overflow
HALVING, DOUBLING = 0.5, 2.0  # the quotients between which a difference is exact
SPLIT = Const(4097.0, 134217729.0)  # times it, a number falls into halves whose products are exact
NEAR_LOW, NEAR_HIGH = -0.75, 3.0  # where t/(2 + t) lies within 0.6


@primitive(f32=2.0, f64=2.0)
def log_less(y: Any, x: Any) -> Any:
    """log(y) - x for y >= 0: whole multiples of log 2 meet x before anything is rounded.

    Of a value that nearly vanishes the last 0.1 eps are uncertain.
    """
    tiny = y < LEAST_NORMAL
    lifted = y * LIFT if tiny else y
    k = exponent(lifted) - (LIFTED if tiny else 0)
    f = significand(lifted) - 1
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    whole = k * LN2_HIGH
    first = whole - x
    of_whole = first + x
    lost = (whole - of_whole) - (x - (of_whole - first))
    value = first + f
    of_first = value - f
    lost_too = (first - of_first) + (f - (value - of_first))
    total = value + (lost + lost_too + tail)
    ends = (-INF if y == 0 else (y if y > 0 else NAN)) - x
    return total if y > 0 and y <= GREATEST and abs(x) <= GREATEST else ends


@primitive(f32=2.0, f64=2.0)
def log_odds_less(y: Any, x: Any) -> Any:
    """log(y/(1 - y)) - x for 0 < y < 1, with what 1 - y and the quotient round away; else as `log_less`."""
    above = y > 0.5
    rest = 1 - y
    lost = (1 - rest) - y
    part = rest if above else y
    other = y if above else rest
    ratio = part / other
    lead = ratio * SPLIT  # of the product ratio·other, exactly
    lead_too = other * SPLIT
    high = lead - (lead - ratio)
    high_too = lead_too - (lead_too - other)
    low = ratio - high
    low_too = other - high_too
    off = ((part - high * high_too) - high * low_too - low * high_too) - low * low_too
    gap = log_less(ratio, -x if above else x) + (off / part - lost / other)
    return -gap if above else gap


@primitive(f32=2.5, f64=2.5, plain_f32=3.0, plain_f64=3.0)
def log_ratio(x: Any, y: Any) -> Any:
    """log(x/y) for x, y >= 0, also where it nearly vanishes."""
    ratio = x / y
    close = ratio >= HALVING and ratio <= DOUBLING
    excess = (x - y) / y
    u = 1 + excess if close else ratio
    lost = excess - (u - 1) if close else 0
    k = exponent(u)
    f = (significand(u) - 1) + lost * pow2(-clamp(k, -FAR, FAR))
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    near = fma(k, LN2_HIGH, f + tail)
    tame = ratio >= LEAST_NORMAL and ratio <= GREATEST and y <= GREATEST
    return near if usual(tame) else log(x) - log(y)


@primitive(f32=3.0, f64=3.0, plain_f32=3.5, plain_f64=3.5)
def log1p_ratio(t: Any) -> Any:
    """log(1 + t)/t for t >= -1; 1 at 0."""
    value = log1p(t) / t
    ends = 1 if t == 0 else (0 if t > GREATEST else value)
    return ends


@primitive(f32=4.0, f64=4.0)
def log1p_ratio_drop(t: Any) -> Any:
    """The negative derivative of log(1 + t)/t, (log(1 + t) - t/(1 + t))/t², for -1 < t < 2^60; 1/2 at 0.

    With v = t/(2 + t), log(1 + t) is 2·atanh(v), and what cancels near 0 cancels on paper.
    """
    u = 1 + t
    w = 1 / u
    d = 1 / (2 + t)
    v = t * d
    b = 2 * (d * d) * polynomial(v * v, ATANH)
    near = d * fma(t, b, w)
    lost = 1 - (u - t) if t > 1 else t - (u - 1)
    k = exponent(u)
    f = (significand(u) - 1) + lost * pow2(-clamp(k, -FAR, FAR))
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    far = ((w + fma(k, LN2_HIGH, -1)) + (f + tail)) / (t * t)
    return near if t >= NEAR_LOW and t <= NEAR_HIGH else far


@primitive(f32=5.0, f64=5.0)
def log1p_ratio_bend(t: Any) -> Any:
    """The second derivative of log(1 + t)/t, (2·log(1 + t) - 3 + 4w - w²)/t³ with w = 1/(1 + t); 2/3 at 0.

    Its domain and its way as of `log1p_ratio_drop`.
    """
    u = 1 + t
    w = 1 / u
    d = 1 / (2 + t)
    v = t * d
    b = 2 * (d * d) * polynomial(v * v, ATANH)
    near = d * fma(w, w, 2 * b)
    lost = 1 - (u - t) if t > 1 else t - (u - 1)
    k = exponent(u)
    f = (significand(u) - 1) + lost * pow2(-clamp(k, -FAR, FAR))
    tail = fma(k, LN2_LOW, -(f * f * polynomial(f, LOG)))
    far = (fma(4 - w, w, fma(2 * k, LN2_HIGH, -3)) + 2 * (f + tail)) / (t * t * t)
    return near if t >= NEAR_LOW and t <= NEAR_HIGH else far


@primitive(f32=3.0, f64=3.0)
def expm1_share(x: Any) -> Any:
    """x/(e^x - 1) for x >= 0: 1 at 0, 0 at infinity."""
    short = clamp(x, 0, 1)
    square = short * short
    near = fma(square, polynomial(square, COTH), 1 - 0.5 * short)
    e = exp(-x)
    far = 0 if x > GREATEST else x * (e / (1 - e))
    return near if x < 1 else far


@primitive(f32=3.0, f64=3.0)
def expm1_share_rest(x: Any) -> Any:
    """x/(e^x - 1) + x - 1 for x >= 0: x/2 near 0."""
    short = clamp(x, 0, 1)
    square = short * short
    near = fma(square, polynomial(square, COTH), 0.5 * short)
    e = exp(-x)
    far = x if x > GREATEST else (x - 1) + x * (e / (1 - e))
    return near if x < 1 else far
