"""The language that formulas are written in: its decorators, constants and machine operations.

A formula is a plain Python function of scalars in a small subset of Python: arithmetic, comparisons,
conditional expressions, straight-line assignments and calls of primitives. Here, Python runs it on NumPy
scalars, one element at a time; `printer` prints the same source as C. Both round alike, operation by
operation, so the two agree to the last bit wherever the machine has a fused multiply-add.

Only the standard library is imported here, so that the printer can run before NumPy is there.
"""

from __future__ import annotations

import math
import operator
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast, overload

F = TypeVar("F", bound=Callable[..., Any])

DTYPES = ("f32", "f64")
LONGEST_HORNER = 8  # coefficients
INF, NAN = math.inf, math.nan


def _is_single(x: Any) -> bool:
    """Whether a scalar is a float32; a Python float counts as a float64."""
    return getattr(x, "itemsize", 8) == 4


class Const:
    """A number with one value for float32 and one for float64: the value is chosen by what it meets."""

    __array_ufunc__ = None  # NumPy scalars leave the operators to us

    def __init__(self, f32: float | str, f64: float | str) -> None:
        self.f32 = float.fromhex(f32) if isinstance(f32, str) else f32
        self.f64 = float.fromhex(f64) if isinstance(f64, str) else f64

    def __neg__(self) -> Const:
        return Const(-self.f32, -self.f64)

    def like(self, x: Any) -> Any:
        """The value of the scalar's dtype, in that dtype."""
        if not hasattr(x, "itemsize"):
            raise TypeError(f"{x!r} does not say whether this is float32 or float64")
        return type(x)(self.f32 if _is_single(x) else self.f64)


def _reflected(op: Callable[[Any, Any], Any], swap: bool) -> Callable[[Const, Any], Any]:
    def method(self: Const, other: Any) -> Any:
        mine = self.like(other)
        return op(other, mine) if swap else op(mine, other)

    return method


for _name in ("add", "sub", "mul", "truediv"):
    setattr(Const, f"__{_name}__", _reflected(getattr(operator, _name), swap=False))
    setattr(Const, f"__r{_name}__", _reflected(getattr(operator, _name), swap=True))
for _name in ("lt", "le", "gt", "ge"):
    setattr(Const, f"__{_name}__", _reflected(getattr(operator, _name), swap=False))


@dataclass(frozen=True)
class Poly:
    """Coefficients of a polynomial, highest power first, one list for each dtype."""

    f32: Sequence[float]
    f64: Sequence[float]


@dataclass(frozen=True)
class Bounds:
    """Largest errors of a primitive in ulp of its result; `plain` is for machines without a fused multiply-add."""

    f32: float
    f64: float
    plain_f32: float
    plain_f64: float


def primitive(
    *, f32: float, f64: float, plain_f32: float | None = None, plain_f64: float | None = None
) -> Callable[[F], F]:
    """Declare a function that formulas may call, with its error bounds in ulp."""
    bounds = Bounds(f32, f64, plain_f32 or f32, plain_f64 or f64)

    def mark(function: F) -> F:
        @wraps(function)
        def run(*arguments: Any) -> Any:
            value = function(*arguments)
            return type(next((a for a in arguments if hasattr(a, "itemsize")), value))(value)  # INF has no dtype itself

        run.__dict__["bounds"] = bounds
        return cast(F, run)

    return mark


@overload
def formula(function: F) -> F: ...
@overload
def formula(*, data: str) -> Callable[[F], F]: ...
def formula(function: F | None = None, *, data: str = "y") -> F | Callable[[F], F]:
    """Mark a law's per-element mathematics: ``(*data, *parameters, *settings) -> nll, gradients, hessians``.

    `data` names the arguments that are data; the printer finds formulas by this decorator's name.
    """

    def mark(function: F) -> F:
        function.__dict__["data"] = tuple(data.split())
        return function

    return mark if function is None else mark(function)


def part(function: F) -> F:
    """Mark what formulas share: they assign its tuple of results to names."""
    return function


class Refused(ValueError):
    """Data that a formula does not take."""


def require(condition: Any) -> None:
    """What an element's data must satisfy; else its results are nan, and the call raises unless check=False."""
    if not condition:
        raise Refused


def usual(condition: Any) -> Any:
    """In `a if usual(condition) else b`: the condition holds for nearly all data, and `a` is the cheaper arm.

    Compiled kernels try a chunk with `a` alone; where the condition fails for an element, the chunk is computed again
    with both arms. Which neighbours an element has changes nothing: each gets the arm that its own condition chooses.
    """
    return condition


def stage(value: Any) -> Any:
    """In `name = stage(expression)`: compiled kernels compute this for a whole chunk before they go on.

    A processor overlaps few elements of a long chain of operations, and more of two shorter ones.
    """
    return value


# ---------------------------------------------------------------------------------------------------------------------
# Machine operations: what every backend supplies by itself


def _exact_fma(a: float, b: float, c: float) -> float:
    if not (math.isfinite(a) and math.isfinite(b) and math.isfinite(c)) or a * b == 0.0:
        return a * b + c
    (na, da), (nb, db), (nc, dc) = (x.as_integer_ratio() for x in (a, b, c))
    exact = na * nb * dc + nc * (da * db)  # over da·db·dc
    if exact == 0:
        return a * b + c  # the sign of an exact zero
    try:
        return exact / (da * db * dc)  # of whole numbers, rounded once
    except OverflowError:
        return math.inf if exact > 0 else -math.inf


def _to_odd_single(a: float, b: float, c: float) -> float:
    """a·b + c in double, rounded to odd, so that rounding on to single is a single rounding (a·b is exact here)."""
    product = a * b
    total = product + c
    if not math.isfinite(total):
        return total
    tail = (product - (total - c)) + (c - (total - (total - c)))
    bits = struct.unpack("<q", struct.pack("<d", total))[0]
    if tail != 0.0 and bits & 1 == 0:
        away = (tail > 0.0) == (total > 0.0)
        bits += 1 if away else -1
    return float(struct.unpack("<d", struct.pack("<q", bits))[0])


def fma(a: Any, b: Any, c: Any) -> Any:
    """a·b + c with one rounding (two where the machine has no such instruction)."""
    like = next((x for x in (a, b, c) if hasattr(x, "itemsize")), 0.0)  # any NumPy scalar has the dtype
    a, b, c = (x.like(like) if isinstance(x, Const) else x for x in (a, b, c))
    return type(like)((_to_odd_single if _is_single(like) else _exact_fma)(float(a), float(b), float(c)))


def polynomial(x: Any, poly: Poly) -> Any:
    """The polynomial at x in fused multiply-adds, as `plan_polynomial` orders them."""
    kind = type(x)
    values = [kind(c) for c in (poly.f32 if _is_single(x) else poly.f64)]
    powers = [x]
    for a, power, b in plan_polynomial(len(values)):
        while len(powers) <= power:
            powers.append(powers[-1] * powers[-1])
        values.append(fma(values[a], powers[power], values[b]))
    return values[-1]


def plan_polynomial(n: int) -> list[tuple[int, int, int]]:
    """The steps (a, k, b) of a polynomial of n coefficients, highest first: each appends a·x^(2^k) + b to their list.

    Horner's rule for short ones. Long ones by Estrin's scheme, whose chain of operations is shorter, with Horner's rule
    for the last two coefficients, which decide how the result is rounded.
    """
    steps: list[tuple[int, int, int]] = []

    def append(a: int, power: int, b: int) -> int:
        steps.append((a, power, b))
        return n + len(steps) - 1

    level, last = ([0], range(1, n)) if n <= LONGEST_HORNER else (list(range(n - 3, -1, -1)), range(n - 2, n))
    power = 0
    while len(level) > 1:  # lowest power first
        pairs = zip(level[1::2], level[::2], strict=False)
        level = [append(high, power, low) for high, low in pairs] + level[len(level) & ~1 :]
        power += 1
    total = level[0]
    for i in last:
        total = append(total, 0, i)
    return steps


def secant(x: Any, y: Any, poly: Poly) -> Any:
    """The polynomial's slope between x and y, (P(x) - P(y))/(x - y), which holds for x = y: no difference is formed."""
    total, *rest = (type(x)(c) for c in (poly.f32 if _is_single(x) else poly.f64))
    slope = total
    for c in rest[:-1]:
        total = fma(total, x, c)  # of the powers from here up, the value at x …
        slope = fma(slope, y, total)  # … and the slope
    return slope


def rint(x: Any) -> Any:
    """The nearest whole number, ties to even; exact for |x| below 2^22 (float32) and 2^51 (float64)."""
    magic = type(x)(1.5 * 2.0**23 if _is_single(x) else 1.5 * 2.0**52)
    return (x + magic) - magic


def clamp(x: Any, low: Any, high: Any) -> Any:
    """x, or whichever end it lies beyond; nan stays nan."""
    low, high = (type(x)(c.like(x) if isinstance(c, Const) else c) for c in (low, high))
    return low if x < low else high if x > high else x


def sqrt(x: Any) -> Any:
    """The square root, correctly rounded; nan below zero."""
    value = float(x)
    return type(x)(math.sqrt(value) if value >= 0.0 else math.nan)


def copysign(x: Any, sign: Any) -> Any:
    """|x| with the sign of `sign`."""
    return type(x)(math.copysign(float(x), float(sign)))


def pow2(n: Any) -> Any:
    """2^n for a whole n that a normal number can hold (-126 … 127, -1022 … 1023); anything else gives anything."""
    return type(n)(math.ldexp(1.0, int(n))) if abs(n) < 1024 else n


SQRT_HALF = Const("0x1.6a09e6p-1", "0x1.6a09e667f3bcdp-1")


def _split(x: Any) -> tuple[float, float]:
    value = float(x)
    if not (math.isfinite(value) and value > 0.0):
        return 0.0, value
    mantissa, exponent = math.frexp(value)  # in [1/2, 1)
    if type(x)(mantissa) < SQRT_HALF.like(x):
        mantissa, exponent = 2.0 * mantissa, exponent - 1
    return float(exponent), mantissa


def exponent(x: Any) -> Any:
    """The whole k with x/2^k in [√½, √2), for normal x > 0; for anything else some finite number."""
    return type(x)(_split(x)[0])


def significand(x: Any) -> Any:
    """x/2^exponent(x) in [√½, √2), for normal x > 0; for anything else some number."""
    return type(x)(_split(x)[1])


# machine operation -> number of arguments; `abs` is Python's own, `polynomial` and `secant` are unrolled by the printer
MACHINE = {
    "clamp": 3,
    "fma": 3,
    "rint": 1,
    "sqrt": 1,
    "copysign": 2,
    "pow2": 1,
    "exponent": 1,
    "significand": 1,
    "abs": 1,
}
