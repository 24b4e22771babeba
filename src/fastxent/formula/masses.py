"""Primitives of the law of density exp(-t²) on an interval: what a censored Gaussian observation needs.

They take the ends a <= b and the width b - a, and turn the interval so that x, the end nearer to 0, is the lower one.
With r = exp(-x²)/∫exp(-t²) dt, at the other end y that is e·r, e = exp(-width·(x + y)). There are three ways: of narrow
intervals by series about the middle, in a tail by Mills' ratio, of those about 0 directly.
"""

from __future__ import annotations

from typing import Any

from .error import mass_edge, mills, mills_slope, narrow_mass
from .language import INF, Const, clamp, copysign, primitive
from .primitives import exp, expm1, mul0

DISTANT = Const(2.0**13, 2.0**28)  # from here on, x·(mean - x) is 1/2


@primitive(f32=1.5, f64=1.5)
def narrow_lean(p: Any, q: Any) -> Any:
    """The integral of u·exp(-p·u²)·sinh(√q·u)/√q over u from 0 to 1; see `narrow_mass`."""
    r = 4 * p * p
    h3 = q - 6 * p
    h5 = (q - 14 * p) * h3 - 6 * r
    h7 = (q - 22 * p) * h5 - 20 * r * h3
    h9 = (q - 30 * p) * h7 - 42 * r * h5
    h11 = (q - 38 * p) * h9 - 72 * r * h7
    h13 = (q - 46 * p) * h11 - 110 * r * h9
    h15 = (q - 54 * p) * h13 - 156 * r * h11
    h17 = (q - 62 * p) * h15 - 210 * r * h13
    last = h13 / 93405312000 + (h15 / 22230464256000 + h17 / 6758061133824000)
    rest = h9 / 3991680 + (h11 / 518918400 + last)
    return 0.3333333333333333 + (h3 / 30 + (h5 / 840 + (h7 / 45360 + rest)))


@primitive(f32=1.5, f64=1.5)
def narrow_square(p: Any, q: Any) -> Any:
    """The integral of u²·exp(-p·u²)·cosh(√q·u) over u from 0 to 1; see `narrow_mass`."""
    r = 4 * p * p
    h2 = q - 2 * p
    h4 = (q - 10 * p) * h2 - 2 * r
    h6 = (q - 18 * p) * h4 - 12 * r * h2
    h8 = (q - 26 * p) * h6 - 30 * r * h4
    h10 = (q - 34 * p) * h8 - 56 * r * h6
    h12 = (q - 42 * p) * h10 - 90 * r * h8
    h14 = (q - 50 * p) * h12 - 132 * r * h10
    h16 = (q - 58 * p) * h14 - 182 * r * h12
    rest = h10 / 47174400 + (h12 / 7185024000 + (h14 / 1482030950400 + h16 / 397533007872000))
    return 0.3333333333333333 + (h2 / 10 + (h4 / 168 + (h6 / 6480 + (h8 / 443520 + rest))))


@primitive(f32=6.0, f64=6.0)
def mass_mean(a: Any, b: Any, width: Any) -> Any:
    """The mean."""
    middle = 0.5 * a + 0.5 * b
    v = abs(middle) * width
    half = clamp(0.5 * width, 0, 0.25)
    p = half * half
    short = clamp(v, 0, 0.7)
    q = short * short
    near = middle * (1 - 2 * p * (narrow_lean(p, q) / narrow_mass(p, q)))
    far = copysign(-0.5 * mass_edge(a, b, width) * expm1(-2 * v), middle)
    return near if width < 0.5 and v < 0.7 else far


@primitive(f32=6.0, f64=6.0)
def mass_lack(a: Any, b: Any, width: Any) -> Any:
    """1 less twice the mean square: y·e·r - x·r."""
    middle = 0.5 * a + 0.5 * b
    v = abs(middle) * width
    x = a if middle >= 0 else -b
    y = b if middle >= 0 else -a
    half = clamp(0.5 * width, 0, 0.25)
    p = half * half
    short = clamp(v, 0, 0.7)
    q = short * short
    mass = narrow_mass(p, q)
    near = middle * middle * (1 - 4 * p * (narrow_lean(p, q) / mass)) + p * (narrow_square(p, q) / mass)
    r = mass_edge(a, b, width)
    far = mul0(y, mul0(r, exp(-2 * v))) - mul0(x, r)
    return 1 - 2 * near if width < 0.5 and v < 0.7 else far


@primitive(f32=6.0, f64=6.0)
def mass_tightness(a: Any, b: Any, width: Any) -> Any:
    """1 less twice the variance: r·(mean - x) + e·r·(y - mean), both of which are positive."""
    middle = 0.5 * a + 0.5 * b
    v = abs(middle) * width
    x = a if middle >= 0 else -b
    y = b if middle >= 0 else -a
    half = clamp(0.5 * width, 0, 0.25)
    p = half * half
    short = clamp(v, 0, 0.7)
    q = short * short
    mass = narrow_mass(p, q)
    lean = narrow_lean(p, q) / mass
    near = 1 - 2 * p * (narrow_square(p, q) / mass - q * lean * lean)
    e = exp(-2 * v)
    # in a tail: of all beyond x, a share is beyond y
    m = mills(x)
    n = mills(y)
    share = e * (m / n) if y < INF else 0
    whole = 1 / (1 - share)
    start = (0.5 * mills_slope(x) - mul0(m * (0.5 * mills_slope(y) / n + width), share)) * whole
    rise = 0.5 * mills_slope(x) / m if x < INF else 0
    beyond = 0.5 * mills_slope(y) / n + width if y < INF else 0
    left = width - (rise - share * beyond) * whole
    tail = (start + mul0(m * left, e)) * whole
    r = mass_edge(a, b, width)
    mean = -0.5 * r * expm1(-2 * v)
    about = r * ((mean - x) + mul0(y - mean, e))
    return near if width < 0.5 and v < 0.7 else (tail if x >= 0 else (0 if r == 0 else about))


@primitive(f32=10.0, f64=10.0)
def mass_spread(a: Any, b: Any, width: Any) -> Any:
    """Four times the mean square less four times the variance of squares: x·r·(s - 2x²) + y·e·r·(2y² - s).

    s is twice the mean square; both are positive, but for intervals about 0.
    """
    middle = 0.5 * a + 0.5 * b
    size = abs(middle)
    v = size * width
    x = a if middle >= 0 else -b
    y = b if middle >= 0 else -a
    half = clamp(0.5 * width, 0, 0.25)
    p = half * half
    short = clamp(v, 0, 0.7)
    q = short * short
    mass = narrow_mass(p, q)
    turn = 2 * size * short * (narrow_lean(p, q) / mass)
    rest = half * (1 - narrow_square(p, q) / mass)
    e = exp(-2 * v)
    near = (exp(short - p) / mass) * (x * (2 * size - turn - rest) + y * e * (2 * size + turn + rest))
    m = mills(x)
    n = mills(y)
    share = e * (m / n) if y < INF else 0
    first = x * (mills_slope(x) / m) if x < DISTANT else 1
    last = y * (mills_slope(y) / n) if y < DISTANT else 1
    below = (1 + first - mul0(1 + last + 2 * v + 2 * v, share)) / (1 - share)
    r = mass_edge(a, b, width)
    other = mul0(r, e)
    lack = mul0(y, other) - mul0(x, r)
    gap = below if x >= 0 else 1 - lack - 2 * x * x
    far = mul0(x * gap, r) + mul0(y * (4 * v - gap if x >= 0 else 2 * y * y - 1 + lack), other)
    return near if width < 0.5 and v < 0.7 else far
