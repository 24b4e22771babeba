"""Primitives of laws of counts: differences that do not cancel.

With Binet's function, what log Γ(x) exceeds Stirling's leading terms by [1]_, μ(x) = log Γ(x) - (x - ½) log x + x -
½ log 2π, ratios of gamma functions become logarithms of ordinary numbers plus drops μ(x) - μ(x + h). Over x >= ½ a
drop is a secant of one polynomial in w = 1/(x + ⅝), times a difference of the w; below, Γ(x + 1) = x Γ(x) leads there.

.. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 6.1.50.
"""

from __future__ import annotations

from typing import Any

from .coefficients import BINET_DROP, DEVIANCE, GAMMA
from .gamma import log_factorial_excess
from .language import INF, fma, polynomial, primitive, secant, usual
from .primitives import GREATEST, LEAST_NORMAL, log, log1p, log1p_unit, mul0


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
    step = (x + 0.5) * rise - mul0(log1p(1 / (x + h)), h)
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
