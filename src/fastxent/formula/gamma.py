"""Primitives of the gamma function and of what counts need."""

from __future__ import annotations

from typing import Any

from .coefficients import DEVIANCE, GAMMA, STIRLING
from .language import INF, Const, clamp, fma, polynomial, primitive, usual
from .primitives import GREATEST, LEAST_NORMAL, log, mul0

HALF_LOG_2PI_LESS_HALF = Const("0x1.acfe3ap-2", "0x1.acfe390c97d69p-2")  # (log(2π) - 1)/2
HALF_LOG_2PI = Const("0x1.D67F1Cp-1", "0x1.D67F1C864BEB5p-1")


@primitive(f32=6.0, f64=6.0, plain_f32=7.0, plain_f64=7.0)
def lgamma(x: Any) -> Any:
    """Log Γ(x) for x > 0: a polynomial that knows the zeros 1 and 2, Stirling's series from 2.5 on [1]_.

    .. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 6.1.15 and 6.1.41.
    """
    below = x < 1
    d = x - 1 if below else x - 2
    near = d * (1 + d) * polynomial(d, GAMMA)
    log_x = log(x)
    inverse = 1 / x
    small = clamp(inverse, 0, 0.4)
    series = small * polynomial(small * small, STIRLING)
    far = (x - 0.5) * (log_x - 1) + (HALF_LOG_2PI_LESS_HALF + series)
    return near - (log_x if below else 0) if x < 2.5 else far


@primitive(f32=4.0, f64=4.0, plain_f32=5.0, plain_f64=5.0)
def log_factorial_excess(x: Any) -> Any:
    """Log Γ(x + 1) - x·log x + x for x >= 0: what Stirling's leading terms leave, never negative."""
    log_x = log(x)
    between = x > 1.5
    d = x - 2 if between else x - 1
    factor = x - 1 if between else x
    rest = d * factor * polynomial(d, GAMMA)  # log Γ(x), or log Γ(x + 1)
    near = mul0(1 - log_x, x) + ((rest + log_x) if between else rest)
    inverse = 1 / x
    small = clamp(inverse, 0, 0.4)
    far = fma(0.5, log_x, HALF_LOG_2PI) + small * polynomial(small * small, STIRLING)
    return near if x < 2.5 else far


@primitive(f32=4.0, f64=4.0, plain_f32=6.0, plain_f64=6.0)
def deviance(x: Any, m: Any, log_m: Any) -> Any:
    """x·log(x/m) - x + m for x, m >= 0, without cancellation where x is near m [1]_.

    log_m stands for log m where m overflows or underflows.

    .. [1] Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
    """
    total = x + m
    v = (x - m) / total if usual(total <= GREATEST) else (0.5 * x - 0.5 * m) / (0.5 * x + 0.5 * m)
    z = v * v
    near = fma(x * (2 * v * z), polynomial(z, DEVIANCE), v * (x - m))
    ratio = x / m
    usable = ratio >= LEAST_NORMAL and ratio <= GREATEST and m >= LEAST_NORMAL
    log_ratio = log(ratio if usable else x) - (0 if usable else log_m)
    far = fma(x, log_ratio, m - x)
    value = near if z < 0.25 else far
    infinite = INF if m > GREATEST else value
    return m if x == 0 else infinite
