"""What the oracle is made of: exact sums with their terms, precision that doubles, limits, ulps, inputs to try."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

import mpmath
import numpy as np
from mpmath import mp, mpf

Number = Any  # mpmath has no type stubs
Terms = list[Number]
Point = tuple[Any, ...]  # (kind, *data, *params)

T = TypeVar("T")

INF = mpf("inf")
NAN = mpf("nan")


class Out(NamedTuple):
    """One exact result and how its error is counted."""

    value: Number
    scale: Number  # the size that its ulp is taken from
    slack: Number  # what declared roundings may cost, in eps
    under: Number = mpf(0)  # what the underflow of a factor may cost, in smallest subnormals


class Answer(NamedTuple):
    """Everything about one element; `free` is the nll without the terms that no parameter enters."""

    nll: Out
    free: Out
    grad: tuple[Out, ...]
    observed: tuple[Out, ...]
    fisher: tuple[Out, ...]


@dataclass(frozen=True)
class Parts:
    """What a textbook function returns: lists of terms, before they are added up."""

    nll: Terms
    constant: Terms
    grad: tuple[Terms, ...]
    observed: tuple[Terms, ...]
    fisher: tuple[Terms, ...]
    slack: Number = 0  # of the full nll
    relative: bool = False  # the full nll has a form in which nothing cancels: its own ulp counts
    under: Number = 0  # of every result


class Bounds(NamedTuple):
    nll: float = 4
    grad: float = 4
    hess: float = 8


@dataclass(frozen=True, eq=False)
class Case:
    """A law with settings: `textbook(*data, *params, **settings)` and the inputs to try."""

    law: str
    settings: dict[str, Any]
    params: tuple[str, ...]
    textbook: Callable[..., Parts]
    points: Callable[[Draw], Iterator[Point]]
    bounds: Bounds = field(default_factory=Bounds)
    data: tuple[str, ...] = ("y",)

    def __str__(self) -> str:
        bounds = ", censored" if self.censored else ""
        return f"{self.law}({', '.join(f'{k}={v!r}' for k, v in self.settings.items())}){bounds}"

    @property
    def censored(self) -> bool:
        """Whether lower and upper stand in the place of y."""
        return self.data == ("lower", "upper")

    @property
    def curvatures(self) -> tuple[str, ...]:
        return ("observed",) if self.censored else ("observed", "fisher")


# ---------------------------------------------------------------------------------------------------------------------
# Exact sums, precision, limits


def add(terms: Terms, slack: Number = 0, relative: bool = False, under: Number = 0) -> Out:
    """The sum of the terms. Its ulp is the largest term's only where terms have opposite signs."""
    value = sum(terms, mpf(0))
    mixed = any(t < 0 for t in terms) and any(t > 0 for t in terms)
    return Out(value, max(abs(t) for t in terms) if mixed and not relative else abs(value), mpf(slack), mpf(under))


def collect(parts: Parts) -> Answer:
    rough = getattr(parts.nll, "slack", 0)
    return Answer(
        add([*parts.nll, *parts.constant], parts.slack + rough, parts.relative, parts.under),
        add(parts.nll, rough, under=parts.under),
        *(
            tuple(add(terms, getattr(terms, "slack", 0), under=parts.under) for terms in group)
            for group in (parts.grad, parts.observed, parts.fisher)
        ),
    )


def flatten(answer: Any) -> Iterator[Out]:
    """Every Out inside nested tuples and lists."""
    if isinstance(answer, Out):
        yield answer
    else:
        for part in answer:
            yield from flatten(part)


def agree(a: Out, b: Out) -> bool:
    if mpmath.isnan(a.value) or mpmath.isnan(b.value):
        return bool(mpmath.isnan(a.value) and mpmath.isnan(b.value))
    if a.value == b.value:
        return True
    gap = abs(a.value - b.value)
    return bool(gap <= mpf("1e-25") * abs(b.value) or gap <= mpf("1e-70") * b.scale)


def settled(compute: Callable[[], T]) -> T:
    """`compute()` at a precision that is doubled until two runs agree to 1e-25 of each value."""
    precision = 112
    with mp.workprec(precision):
        before = compute()
    while precision < 1 << 15:
        precision *= 2
        with mp.workprec(precision):
            after = compute()
        if all(itertools.starmap(agree, zip(flatten(before), flatten(after), strict=True))):
            return after
        before = after
    raise ArithmeticError("the oracle does not settle")


# How a parameter walks to infinity. Those that are exponentiated go slower; the other walks tell, where two parameters
# are infinite at once, whether the limit depends on the path: slower than another parameter, or as fast.
ALGEBRAIC = ([mpf(2) ** 10**4, mpf(2) ** 10**5, mpf(2) ** 10**6],)
EXPONENTIAL = (
    [mpf(10) ** 6, mpf(10) ** 12, mpf(10) ** 24],
    [mpf(20), mpf(80), mpf(320)],
    [mp.log(2) * 10**4, mp.log(2) * 10**5, mp.log(2) * 10**6],
)
WALKS = {"loc": ALGEBRAIC, "rate": ALGEBRAIC, "shape": ALGEBRAIC}


def destination(walk: Sequence[Number]) -> Number:
    """Where three values on the way to a limit are going: 0, ±inf, a number, or nowhere (nan)."""
    a, b, c = walk
    if b == c or abs(c - b) <= mpf("1e-9") * abs(c):
        return c
    if abs(b) <= mpf("1e-3") * abs(a) and abs(c) <= mpf("1e-3") * abs(b):
        return mpf(0)
    if abs(b) >= 1.5 * abs(a) and abs(c) >= 1.5 * abs(b) and a * b > 0 and b * c > 0:
        return INF if c > 0 else -INF
    return NAN


def same(a: Number, b: Number) -> bool:
    """Whether two paths arrive at one value, but for the oracle's own rounding."""
    return bool(a == b or (mpmath.isfinite(b) and abs(a - b) <= mpf("1e-25") * abs(b)))


def limit(case: Case, data: Sequence[Number], params: Sequence[Number]) -> Answer:
    """The limit at infinite parameters, found by walking there; nan where two paths disagree."""
    endless = [mpmath.isinf(p) for p in params]
    walks = [
        WALKS.get(name, EXPONENTIAL)[: 1 if sum(endless) == 1 else 3] if far else ([abs(p)] * 3,)
        for name, p, far in zip(case.params, params, endless, strict=True)
    ]
    ends = []
    for path in itertools.product(*walks):
        steps = []
        for step in zip(*path, strict=True):
            at = [mp.sign(p) * size for p, size in zip(params, step, strict=True)]
            steps.append(list(flatten(collect(case.textbook(*data, *at, **case.settings)))))
        ends.append([destination([out.value for out in outs]) for outs in zip(*steps, strict=True)])
    values = [e[0] if all(same(v, e[0]) for v in e) else NAN for e in zip(*ends, strict=True)]
    outs = iter(Out(v, abs(v), mpf(0)) for v in values)
    k = len(case.params)
    return Answer(next(outs), next(outs), *(tuple(itertools.islice(outs, k)) for _ in range(3)))


def evaluate(case: Case, row: Sequence[float]) -> Answer:
    """The exact answer for one element (its data, then its parameters), limits included."""
    n = len(case.data)
    data, exact = [[mpf(float(v)) for v in part] for part in (row[:n], row[n:])]
    if any(mpmath.isinf(p) for p in exact):
        with mp.workprec(256):
            return limit(case, data, exact)
    return settled(lambda: collect(case.textbook(*data, *exact, **case.settings)))


# ---------------------------------------------------------------------------------------------------------------------
# Errors in ulps


class Format(NamedTuple):
    digits: int
    top: Number  # what inf stands for: the first power of two out of range
    least: Number  # the smallest subnormal
    eps: Number


FORMATS = {
    "float32": Format(24, mpf(2) ** 128, mpf(2) ** -149, mpf(2) ** -23),
    "float64": Format(53, mpf(2) ** 1024, mpf(2) ** -1074, mpf(2) ** -52),
}


def unit(size: Number, form: Format) -> Number:
    """An ulp of a number of this size."""
    if size == 0:
        return form.least
    return max(mpmath.ldexp(mpf(1), mpmath.frexp(size)[1] - form.digits), form.least)


def ulps(got: float, want: Out, form: Format) -> float:
    """How far `got` is off, in ulps, beyond what the declared roundings explain."""
    if mpmath.isnan(want.value) or np.isnan(got):
        return 0.0 if mpmath.isnan(want.value) and np.isnan(got) else float("inf")
    infinite = bool(np.isinf(got))
    if infinite and abs(want.value) >= form.top and (got > 0) == (want.value > 0):
        return 0.0
    if mpmath.isinf(want.value):
        return float("inf")
    exact = (form.top if got > 0 else -form.top) if infinite else mpf(float(got))
    excess = abs(exact - want.value) - want.slack * form.eps - want.under * form.least
    return float(excess / unit(want.scale, form)) if excess > 0 else 0.0


# ---------------------------------------------------------------------------------------------------------------------
# Inputs


class Draw:
    """Numbers to try, for one dtype; the same ones every time."""

    def __init__(self, dtype: str, seed: int = 20240229) -> None:
        self.rng = np.random.default_rng(seed)
        self.eps = float(np.finfo(dtype).eps)
        self.subnormal = 37 * float(np.finfo(dtype).smallest_subnormal)
        self.magnitudes = (0.0, self.subnormal, 1e-30, 0.5, 1.0, 700.0, 1e30)
        self.reals = tuple(s * m for m in self.magnitudes for s in (1, -1))
        # where exp overflows and underflows in float32 and float64, and just before
        logs = (0.0, self.subnormal, 1e-9, 1.0, 20.0, 44.0, 87.0, 88.5, 103.0, 354.0, 700.0, 709.5, 744.0, 1e4, 1e30)
        self.logs = tuple(s * m for m in logs for s in (1, -1))

    def normal(self, scale: float = 1.0) -> float:
        return float(self.rng.normal() * scale)

    def uniform(self, low: float, high: float) -> float:
        return float(self.rng.uniform(low, high))

    def pick(self, values: Sequence[float]) -> float:
        return float(values[int(self.rng.integers(len(values)))])


def table(case: Case, dtype: str) -> tuple[list[str], list[np.ndarray]]:
    """The inputs of a case: the kind of each point, and one column for each of its data and parameters.

    Extreme points where the exponential of a parameter leaves the dtype's range are called tails.
    """
    reach = float(np.log(np.finfo(dtype).max)) - 2
    logs = [k for k, name in enumerate(case.params) if name not in WALKS]
    points = [
        ("tail", *p[1:]) if p[0] == "extreme" and any(abs(p[1 + len(case.data) + k]) > reach for k in logs) else p
        for p in case.points(Draw(dtype))
    ]
    with np.errstate(all="ignore"):
        columns = [np.array(c, dtype=np.float64).astype(dtype) for c in zip(*(p[1:] for p in points), strict=True)]
    return [p[0] for p in points], columns


# ---------------------------------------------------------------------------------------------------------------------
# What the laws' files share

ZERO, ONE = mpf(0), mpf(1)
SQUARED = Bounds(8, 8, 8)  # a standardised residual is squared


def entry(
    textbook: Callable[..., Parts],
    params: str,
    points: Callable[[Draw], Iterator[Point]],
    bounds: Bounds | None = None,
    data: str = "y",
    **settings: object,
) -> Callable[[str], Case]:
    """A case of the law that the file is named after; settings are numbers that float32 holds exactly."""
    names = tuple(params.split())
    return lambda law: Case(law, settings, names, textbook, points, bounds or Bounds(), tuple(data.split()))


def softplus(x: Number) -> Number:
    return mp.log1p(exp(x)) if x < 0 else x + mp.log1p(exp(-x))


def sigmoid(x: Number) -> Number:
    e = exp(-abs(x))
    return (ONE if x >= 0 else e) / (1 + e)


def log_factorial(y: Number) -> Number:
    """log Γ(y + 1), with the digits that a small y would lose in y + 1: of a tiny one by Taylor's series."""
    if 0 < y < mpf(2) ** -100:
        count = mp.prec // -mp.mag(y) + 2
        return sum(((-1) ** k * mp.zeta(k) * y**k / k for k in range(2, count + 1)), -mp.euler * y)
    with mp.extraprec(2 * max(0, -mp.mag(y)) if y else 0):
        value = mp.loggamma(y + 1)
    return +value  # rounded, so that equal ones cancel


def location_scale_points(draw: Draw) -> Iterator[Point]:
    for _ in range(100):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 3)
        yield "ordinary", loc + draw.normal() * math.exp(log_scale), loc, log_scale
    for _ in range(40):
        loc, log_scale = draw.normal(3), draw.uniform(-3, 3)
        yield "balanced", loc + draw.pick((1, -1)) * math.exp(log_scale), loc, log_scale  # |z| = 1
    for _ in range(40):
        loc = draw.normal(3)
        yield "confident", loc * (1 + 4 * draw.eps * draw.normal()), loc, draw.uniform(-12, -4)
    for _ in range(140):
        loc = draw.pick(draw.reals)
        yield "extreme", draw.pick((*draw.reals, loc)), loc, draw.pick(draw.logs)
    for _ in range(60):
        loc = draw.pick(draw.reals)
        yield "extreme", draw.pick((*draw.reals, loc)), loc, draw.normal(2)
    for y, loc, log_scale in itertools.product((0.0, 1.5), (1.5, INF, -INF), (0.25, INF, -INF)):
        yield "limit", y, loc, log_scale


def location_points(draw: Draw) -> Iterator[Point]:
    """The same without the scale; where that was to be infinite, nothing is left to try."""
    return (p[:3] for p in location_scale_points(draw) if p[0] != "limit" or math.isfinite(p[3]))


class Rough(list):  # type: ignore[type-arg]
    """Terms which a declared rounding before them may move by `slack` eps."""

    def __init__(self, terms: Terms, slack: Number) -> None:
        super().__init__(terms)
        self.slack = slack


def exp(x: Number) -> Number:
    """e^x also where mpmath cannot hold it."""
    return mp.exp(x) if abs(x) < mpf(2) ** 100 else (INF if x > 0 else ZERO)


def expm1(x: Number) -> Number:
    return mp.expm1(x) if abs(x) < mpf(2) ** 100 else (INF if x > 0 else -ONE)
