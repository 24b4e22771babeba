"""Primitives of laws of counts: differences that do not cancel.

With Binet's function, what log Γ(x) exceeds Stirling's leading terms by [1]_, μ(x) = log Γ(x) - (x - ½) log x + x -
½ log 2π, ratios of gamma functions become logarithms of ordinary numbers plus drops μ(x) - μ(x + h). Over x >= ½ a
drop is a secant of one polynomial in w = 1/(x + ⅝), times a difference of the w; below, Γ(x + 1) = x Γ(x) leads there.

.. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 6.1.50.
"""

from __future__ import annotations

from typing import Any

from .circular import TILTED, tilt_cumulant
from .coefficients import (
    BINET_CURVE,
    BINET_CURVE_DROP,
    BINET_DROP,
    BINET_SLOPE,
    BINET_SLOPE_DROP,
    DEVIANCE,
    GAMMA,
)
from .gamma import log_factorial_excess
from .language import INF, fma, polynomial, primitive, secant, usual
from .primitives import GREATEST, LEAST_NORMAL, TAME, exp, log, log1p, log1p_unit, mul0, mulexp


@primitive(f32=3.0, f64=3.0)
def deviance_by(x: Any, d: Any, m: Any, log_m: Any) -> Any:
    """x·log(x/m) - d for x >= 0 and m = x - d >= 0, whose relative error d alone decides where x is near m [1]_.

    log_m stands for log m where m underflows.

    .. [1] Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
    """
    total = x + m
    v = d / total if usual(total <= GREATEST) else 0.5 * d / (0.5 * x + 0.5 * m)
    z = v * v
    near = fma(x * (2 * v * z), polynomial(z, DEVIANCE), v * d)
    ratio = x / m
    usable = ratio >= LEAST_NORMAL and ratio <= GREATEST and m >= LEAST_NORMAL
    careful = log(ratio if usable else x) - (0 if usable else log_m)
    far = fma(x, log(ratio) if usual(usable or x == 0) else careful, -d)
    value = near if z < 0.25 else far
    return m if x == 0 else (INF if m > GREATEST else value)


@primitive(f32=16.0, f64=16.0)
def binet_drop(x: Any, h: Any, log_ratio: Any) -> Any:
    """μ(x) - μ(x + h) for x, h >= 0, within 6 ulp for x >= ½; log_ratio stands for log((x + h)/x) where x is tiny."""
    above = x if usual(x >= 0.5) else (x if x >= 0.5 else x + 1)
    w = 1 / (above + 0.625)
    v = 1 / (above + h + 0.625)
    far = h * w * v * secant(fma(-2.25, v, 1), fma(-2.25, w, 1), BINET_DROP)
    rise = log1p(h / (1 + x + h) / x) if x >= LEAST_NORMAL else log_ratio - log1p(h / (1 + x))
    inverse = 1 / (x + h)
    step = (x + 0.5) * rise - mul0(log1p(inverse) if inverse <= GREATEST else -log(x + h), h)
    return far if usual(x >= 0.5) else (far if x >= 0.5 else far + step)


@primitive(f32=4.0, f64=4.0)
def split_excess(a: Any, b: Any) -> Any:
    """What a! b! exceeds (a + b)! by in log_factorial_excess, for 0 <= a <= b: never negative."""
    log_ratio = log1p_unit(a / b if b > 0 else 0)
    large = log_factorial_excess(a) + (binet_drop(b, a, log_ratio) - 0.5 * log_ratio)
    entropy = (0 if a == 0 else a * log((a + b) / a)) + b * log_ratio
    low = a - 1
    high = b - 1
    top = a + b - 1
    bend = top * (secant(low, top, GAMMA) + secant(high, top, GAMMA))  # with the values, slopes of log Γ(1 + x)/x
    small = entropy - a * b * (bend + polynomial(low, GAMMA) + polynomial(high, GAMMA))
    return large if usual(b >= 0.5) else (large if b >= 0.5 else small)


@primitive(f32=3.0, f64=3.0)
def log_rise(x: Any) -> Any:
    """log((e^x - 1)/x) for x >= 0: x/2 near 0."""
    far = x if x > GREATEST else x + tilt_cumulant(x)
    return 0.5 * x + tilt_cumulant(x) if x < TILTED else far


# ----------------------------------------------------------------------------------------------------------------------
# Rising factorials Γ(x + h)/Γ(x), and the negative binomial law


@primitive(f32=16.0, f64=16.0)
def gamma_step(x: Any, h: Any, quotient: Any, log_ratio: Any) -> Any:
    """Digamma's step less the logarithm's, x (ψ(x + h) - ψ(x) - log((x + h)/x)), for x, h >= 0: in [0, 1].

    The quotient is h/x, log_ratio as for `binet_drop`.
    """
    above = x if usual(x >= 0.5) else (x if x >= 0.5 else x + 1)
    top = above + h
    w = 1 / (above + 0.625)
    v = 1 / (top + 0.625)
    t = 1 / (top + 0.75)
    own = quotient / (1 + quotient)
    share = own if usual(x >= 0.5) else (own if x >= 0.5 else h / top)
    slope = t * polynomial(fma(-2.5, t, 1), BINET_SLOPE)  # binet_slope(top)
    drop = h * w * v * secant(fma(-2.25, v, 1), fma(-2.25, w, 1), BINET_SLOPE_DROP)
    far = fma(0.5 + slope, share, drop)
    rise = log1p(h / (1 + x + h) / x) if x >= LEAST_NORMAL else log_ratio - log1p(h / (1 + x))
    near = (x / above * far - mul0(rise, x)) + h / (x + h)
    return far if usual(x >= 0.5) else (far if x >= 0.5 else (0 if h == 0 else near))


@primitive(f32=16.0, f64=16.0)
def gamma_step_curve(x: Any, h: Any, quotient: Any, log_ratio: Any) -> Any:
    """Minus the derivative of `gamma_step` in log x: never negative."""
    above = x if usual(x >= 0.5) else (x if x >= 0.5 else x + 1)
    top = above + h
    w = 1 / (above + 0.625)
    v = 1 / (top + 0.625)
    t = 1 / (top + 0.75)
    own = 1 / (1 + quotient)
    rest = own if usual(x >= 0.5) else (own if x >= 0.5 else above / top)
    share = quotient * own if usual(x >= 0.5) else (quotient * own if x >= 0.5 else h / top)
    slope = t * polynomial(fma(-2.5, t, 1), BINET_SLOPE)
    curve = t * polynomial(fma(-2.5, t, 1), BINET_CURVE)
    step = h * w * v
    curve_drop = step * secant(fma(-2.25, v, 1), fma(-2.25, w, 1), BINET_CURVE_DROP)
    far = fma(share, fma(rest, 0.5 + slope, (1 + rest) * curve), curve_drop)
    slope_drop = step * secant(fma(-2.25, v, 1), fma(-2.25, w, 1), BINET_SLOPE_DROP)
    first = fma(0.5 + slope, share, slope_drop)  # the gamma_step of x + 1
    rise = log1p(h / (1 + x + h) / x) if x >= LEAST_NORMAL else log_ratio - log1p(h / (1 + x))
    part = x / above
    one = part * (part * far - first / above + x * h / (x + 1 + h))
    total = x + h
    fraction = own * (h / total) if total < 1 else x * (h / total / total)
    two = mul0(rise, x) + fraction * (1 - total)
    return far if usual(x >= 0.5) else (far if x >= 0.5 else (0 if h == 0 else one + two))


@primitive(f32=4.5, f64=4.5, plain_f32=5.0, plain_f64=5.0)
def dispersed_deviance(gap: Any, u: Any, w: Any, e: Any, alpha: Any, log_alpha: Any, log_ratio: Any) -> Any:
    """log(u/w)/α - e with u = 1 + αm, w = 1 + αy, gap = m - y and e = gap/u: α/2·gap² near 0, and for small α."""
    total = u + w
    s = gap / total
    tame = abs(log_alpha) <= TAME
    v = alpha * s if usual(tame) else mulexp(s, log_alpha)
    z = v * v
    near = fma(e, v, 2 * s * (z * polynomial(z, DEVIANCE)))
    scaled = log_ratio / alpha if usual(tame) else (0 * gap if log_alpha == INF else mulexp(log_ratio, -log_alpha))
    far = scaled - e if usual(scaled < INF) else (INF if scaled == INF else scaled - e)
    return near if z < 0.25 and total <= GREATEST else far


@primitive(f32=4.0, f64=4.0)
def dispersion_node(t: Any, share: Any, rest: Any) -> Any:
    """1/(1 - x) - (-log(1 - x) - x)/x² with x = share·(1 - e^-t) and rest = 1 - share; 1/2 at 0."""
    e = exp(-t)
    left = fma(share, e, rest)
    x = share * (1 - e)
    d = 1 / (2 - x)
    z = x * d * (x * d)
    near = d * fma(2 * x * d * d, polynomial(z, DEVIANCE), 1)
    return 1 / left - (near if z < 0.25 else (-log(left) - x) / (x * x))


@primitive(f32=16.0, f64=16.0)
def dispersion_information(alpha: Any, r: Any, share: Any, rest: Any) -> Any:
    """Fisher's information of a negative binomial law about log α, over its share, nearly; r = 1/α.

    The share is αm/(1 + αm), and 1 - rest. Exact is r² Σ Γ(r) j! share^(j + 1)/((j + 1) Γ(r + j + 1)) over j >= 1
    [1]_ for the information: r ∫ e^(-r t) g(t) dt over t >= 0 with e^t g(t) = share² node(t); here it is taken by eight
    nodes of Gauss and Laguerre in (1 + r) t.

    .. [1] Fisher, The negative binomial distribution, 1941.
    """
    s = 1 / (1 + r)
    one = 0.36918858934163753 * dispersion_node(0.1702796323051010 * s, share, rest)
    two = 0.41878678081434296 * dispersion_node(0.9037017767993799 * s, share, rest)
    three = 0.17579498663717181 * dispersion_node(2.2510866298661307 * s, share, rest)
    four = 0.03334349226121565 * dispersion_node(4.266700170287659 * s, share, rest)
    five = 0.0027945362352256725 * dispersion_node(7.045905402393466 * s, share, rest)
    six = 9.076508773358213e-05 * dispersion_node(10.758516010180995 * s, share, rest)
    seven = 8.485746716272532e-07 * dispersion_node(15.740678641278005 * s, share, rest)
    eight = 1.0480011748715104e-09 * dispersion_node(22.863131736889264 * s, share, rest)
    total = one + (two + (three + (four + (five + (six + (seven + eight))))))
    return share / (1 + alpha) * total
