"""Primitives of the gamma function and of what counts need.

Laws of large shapes, counts and degrees of freedom are differences of huge log Γ. What is left of those has names here:

* Binet's function, by which log Γ exceeds Stirling's leading terms [1]_, μ(x) = log Γ(x) - (x - ½) log x + x - ½ log 2π
  with its derivatives in log x: `binet`, `binet_slope` (-μ'), `binet_curve` (μ''). All are positive, fall to 0 as
  1/(12 x); log x - ψ(x) = (½ + binet_slope)/x, ψ'(x) = (1 + (½ + binet_slope + binet_curve)/x)/x.
* Half a step, log Γ(x) + ½ log x - log Γ(x + ½), in the same way: `half_step`, `half_step_slope`, `half_step_curve`;
  these go as 1/(8 x).

One polynomial in a Möbius image of x serves all x from ½, or 0, to infinity.

.. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 6.1.50.
"""

from __future__ import annotations

from typing import Any

from .coefficients import (
    BINET,
    BINET_CURVE,
    BINET_CURVE_SMALL,
    BINET_SLOPE,
    BINET_SLOPE_SMALL,
    BINET_SMALL,
    DEVIANCE,
    DIGAMMA,
    GAMMA,
    HALF_STEP,
    HALF_STEP_CURVE,
    HALF_STEP_INFORMATION,
    HALF_STEP_SLOPE,
    HALF_STEP_SMALL,
    STIRLING,
)
from .language import INF, NAN, Const, clamp, fma, polynomial, primitive, usual
from .primitives import GREATEST, LEAST_NORMAL, log, log_plus, mul0

HALF_LOG_2PI_LESS_HALF = Const("0x1.acfe3ap-2", "0x1.acfe390c97d69p-2")  # (log(2π) - 1)/2
# the zero of ψ, in two parts
ZERO_OF_DIGAMMA = Const("0x1.762d860000000p+0", "0x1.762d86356be3fp+0")
ZERO_OF_DIGAMMA_LOW = Const("0x1.ab5f200000000p-27", "0x1.b86a722197829p-54")
LARGE = Const(2.0**30, 2.0**60)  # x + 1 is x
LN2 = Const("0x1.62E43p-1", "0x1.62E42FEFA39EFp-1")
HALF_LOG_2PI = Const("0x1.D67F1Cp-1", "0x1.D67F1C864BEB5p-1")


@primitive(f32=3.0, f64=3.0, plain_f32=3.0, plain_f64=3.0)
def lgamma(x: Any) -> Any:
    """Log Γ(x) for x >= 0: a polynomial that knows the zeros 1 and 2, Stirling's series from 2.5 on [1]_.

    .. [1] Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 6.1.15 and 6.1.41.
    """
    below = x < 1
    d = x - 1 if below else x - 2
    near = d * (1 + d) * polynomial(d, GAMMA)
    inverse = 1 / x
    small = clamp(inverse, 0, 0.4)
    series = small * polynomial(small * small, STIRLING)
    far = fma(x - 0.5, log_plus(x, -1), HALF_LOG_2PI_LESS_HALF + series)
    shifted = -log_plus(x, -near)
    return (shifted if below else near) if x < 2.5 else far


@primitive(f32=3.0, f64=3.0, plain_f32=3.0, plain_f64=3.0)
def digamma(x: Any) -> Any:
    """ψ(x) for x >= 0: a polynomial that knows the zero, log x less what ψ lacks from 2 on."""
    below = x < 1
    t = x + 1 if below else x
    near = ((t - ZERO_OF_DIGAMMA) - ZERO_OF_DIGAMMA_LOW) * polynomial(t - 1.5, DIGAMMA)
    inverse = 1 / (x if x >= 0 else NAN)
    w = 1 / (x + 0.75)
    far = log_plus(x, -fma(w, polynomial(fma(-2.5, w, 1), BINET_SLOPE), 0.5) * inverse)  # as in binet_slope
    return near - (inverse if below else 0) if x < 2 else far


@primitive(f32=3.0, f64=3.0, plain_f32=3.0, plain_f64=3.0)
def trigamma(x: Any) -> Any:
    """ψ'(x) for x >= 0."""
    inverse = 1 / x
    log_x = log(x)
    return (1 + (0.5 + (binet_slope(x, log_x) + binet_curve(x, log_x))) * inverse) * inverse


@primitive(f32=4.5, f64=4.5, plain_f32=5.0, plain_f64=5.0)
def binet(x: Any, log_x: Any) -> Any:
    """Binet's μ(x) = log Γ(x) - (x - ½) log x + x - ½ log 2π, from x >= 0 and its logarithm."""
    w = 1 / (x + 0.75)
    far = w * polynomial(fma(-2.5, w, 1), BINET)
    near = fma(-0.5 - x, log_x + LN2, polynomial(0.5 - x, BINET_SMALL))
    return near if x < 0.5 else far


@primitive(f32=3.5, f64=3.5, plain_f32=4.0, plain_f64=4.0)
def binet_slope(x: Any, log_x: Any) -> Any:
    """-dμ/d(log x) = x (log x - ψ(x)) - ½ of Binet's μ, from x >= 0 and its logarithm."""
    w = 1 / (x + 0.75)
    far = w * polynomial(fma(-2.5, w, 1), BINET_SLOPE)
    near = mul0(log_x + LN2, x) + polynomial(0.5 - x, BINET_SLOPE_SMALL)
    return near if x < 0.5 else far


@primitive(f32=4.0, f64=4.0, plain_f32=4.0, plain_f64=4.0)
def binet_curve(x: Any, log_x: Any) -> Any:
    """d²μ/d(log x)² = x² ψ'(x) - x (log x - ψ(x)) - x of Binet's μ, from x >= 0 and its logarithm."""
    w = 1 / (x + 0.75)
    far = w * polynomial(fma(-2.5, w, 1), BINET_CURVE)
    near = mul0(polynomial(0.5 - x, BINET_CURVE_SMALL) - (log_x + LN2), x)
    return near if x < 0.5 else far


@primitive(f32=0.6, f64=0.6, plain_f32=1.0, plain_f64=1.0)
def share_of_1(x: Any) -> Any:
    """1/(1 + x) for x >= 0, with what the sum and the quotient round away."""
    total = x + 1
    lost = x - (total - 1) if x < 1 else 1 - (total - x)
    w = 1 / total
    rest = w * (fma(-total, w, 1) - lost * w)
    return w + (rest if x < LARGE else 0)


@primitive(f32=1.0, f64=1.0, plain_f32=2.0, plain_f64=2.0)
def excess_share(x: Any) -> Any:
    """(x - 1)/(x + 1) for x >= 0, as `share_of_1`; in ulp of ½ where it is less."""
    total = x + 1
    lost = x - (total - 1) if x < 1 else 1 - (total - x)
    w = 1 / total
    rest = w * (fma(-total, w, 1) - lost * w)
    return fma(-2, w, 1) - 2 * (rest if x < LARGE else 0)


@primitive(f32=2.5, f64=2.5, plain_f32=4.0, plain_f64=4.0)
def half_step(x: Any, log_x: Any) -> Any:
    """Log Γ(x) + ½ log x - log Γ(x + ½), from x >= 0 and its logarithm."""
    w = share_of_1(x)
    far = w * fma(w, polynomial(excess_share(x), HALF_STEP), 0.125)
    near = fma(-0.5, log_x + LN2, polynomial(0.5 - x, HALF_STEP_SMALL))
    return near if x < 0.5 else far


@primitive(f32=2.5, f64=2.5, plain_f32=3.5, plain_f64=3.5)
def half_step_slope(x: Any) -> Any:
    """-d/d(log x) of `half_step`, x (ψ(x + ½) - ψ(x)) - ½ for x >= 0."""
    w = share_of_1(x)
    return w * fma(w, polynomial(excess_share(x), HALF_STEP_SLOPE), 0.125)


@primitive(f32=3.5, f64=3.5, plain_f32=5.0, plain_f64=5.0)
def half_step_curve(x: Any) -> Any:
    """d²/d(log x)² of `half_step`, x (ψ(x) - ψ(x + ½)) + x² (ψ'(x) - ψ'(x + ½)) for x >= 0."""
    w = share_of_1(x)
    share = x * w if x < 1 else 1 - w
    return share * (w * fma(w, polynomial(excess_share(x), HALF_STEP_CURVE), 0.125))


@primitive(f32=3.0, f64=3.0, plain_f32=4.0, plain_f64=4.0)
def half_step_information(x: Any) -> Any:
    """Student's information about log ν, x = ν/2: half_step_slope + half_step_curve + (3 - ν)/(2 (ν + 1)(ν + 3)).

    These cancel where ν is large, and leave 7/2/ν².
    """
    w = share_of_1(x)
    return w * (w * polynomial(excess_share(x), HALF_STEP_INFORMATION))


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
