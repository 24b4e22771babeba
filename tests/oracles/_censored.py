"""What the oracles of censored observations share: masses of intervals, and inputs to try."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

import mpmath
from mpmath import mp, mpf
from oracle_core import INF, NAN, ONE, ZERO, Draw, Number, Parts, Point, Rough, Terms, exp

Outputs = Callable[..., list[Terms]]  # of the nll, the gradient, the Hessian diagonal


def rough(outputs: Outputs, at: Sequence[Number], off: Sequence[Number], under: Number = 0) -> Parts:
    """The terms at some places, which are themselves computed, to so many eps: what that makes of each result."""
    terms = outputs(*at)
    slacks = [ZERO] * len(terms)
    for i, (place, error) in enumerate(zip(at, off, strict=True)):
        if error == 0 or not mpmath.isfinite(place):
            continue
        step = mpmath.ldexp(1 + abs(place), -mp.prec // 3)
        moved = outputs(*at[:i], place + step, *at[i + 1 :])
        for j, (there, here) in enumerate(zip(moved, terms, strict=True)):
            slope = (sum(there, ZERO) - sum(here, ZERO)) / step
            slacks[j] += abs(slope) * error if mpmath.isfinite(slope) else ZERO
    nll, *rest = [Rough(t, s) for t, s in zip(terms, slacks, strict=True)]
    k = len(rest) // 2
    return Parts(nll, [], tuple(rest[:k]), tuple(rest[k:]), ([NAN],) * k, under=under)


def share(x: Number) -> Number:
    """x/(e^x - 1)."""
    if x == 0 or x == INF:
        return ONE if x == 0 else ZERO
    return x / mp.expm1(x) if x < 1000 else x * exp(-x)


def share_rest(x: Number) -> Number:
    """x/(e^x - 1) + x - 1."""
    return x / 2 if x < mpf(10) ** -60 else share(x) + x - 1


def share_bend(x: Number) -> Number:
    """The product of these two."""
    return ZERO if x == INF else share(x) * share_rest(x)


def log1mexp(x: Number) -> Number:
    return mp.log(-mp.expm1(-x)) if x < 1 else mp.log1p(-exp(-x))


def hazards(near: Number, far: Number, v: Number) -> tuple[Number, Number, Number]:
    """The hazard at the edge of a log near -inf, by how much that at the other is more, and the log of this."""
    start = exp(near)
    if start == INF:
        return INF, INF, INF
    if near > -INF and v < 1:
        return start, start * mp.expm1(v), near + mp.log(mp.expm1(v))
    return start, exp(far) - start, far + (log1mexp(v) if near > -INF else ZERO)


def hazard_terms(near: Number, far: Number, v: Number, rate: Number, sign: int) -> list[Terms]:
    """Of a law whose cumulative hazards at the edges have these logs, v apart; `near` is -inf where there is no edge.

    The parameters: one by which both logs fall by `rate` (sign -1; 1: rise), one by which they are multiplied, as it
    grows (sign -1) or falls (1).
    """
    start = exp(near)
    pull = ZERO if near == -INF else near * start
    square = ZERO if near == -INF else near**2 * start
    if far == INF:
        return [[start], [sign * rate * start], [-sign * pull], [rate**2 * start], [pull, square]]
    start, over, log_over = hazards(near, far, v)
    gain = log_over if over < mpf(10) ** -60 else log1mexp(over)
    p, bend = share(over), share_bend(over)
    r = ZERO if near == -INF else share(v)
    slope = far + r
    return [
        [start, -gain],
        [sign * rate * start, -sign * rate * p],
        [-sign * pull, sign * p * far, sign * p * r],
        [rate**2 * start, rate**2 * bend],
        [pull, square, bend * slope**2, -p * far, -p * r, p * r * (r + v)],
    ]


def logistic_terms(below: Number, above: Number, v: Number, rate: Number, sign: int) -> list[Terms]:
    """The same for log odds at the edges; by the first parameter they fall."""

    def softplus(x: Number) -> Number:
        return mp.log1p(exp(x)) if x < 0 else x + mp.log1p(exp(-x))

    def sigmoid(x: Number) -> Number:
        e = exp(-abs(x))
        return (ONE if x >= 0 else e) / (1 + e)

    terms: list[Terms] = [[], [], [], [], []]
    for u, side in ((below, 1), (above, -1)):
        if mpmath.isfinite(u):
            p, q = sigmoid(side * u), sigmoid(-side * u)
            found = (softplus(side * u), -side * rate * p, -sign * side * u * p, rate**2 * p * q, side * u * p)
            for out, term in zip(terms, found, strict=True):
                out.append(term)
            terms[4].append(u**2 * p * q)
    if mpmath.isfinite(below) and mpmath.isfinite(above):
        terms[0].append(-log1mexp(v))
        terms[2].append(sign * share(v))
        terms[4].append(share_bend(v))
    return [t or [ZERO] for t in terms]


VAST = mpf(2) ** 64
FAR = 1000  # where the asymptotic series of Mills' ratio has all digits, at any precision that is asked for


def above(z: Number) -> Number:
    """exp(z²/2)·(1 - Φ(z)) for z >= 0; far out by its asymptotic series (Abramowitz, Stegun 26.2.12)."""
    if z <= FAR:
        return mp.erfc(z / mp.sqrt(2)) * mp.exp(z * z / 2) / 2
    total = term = ONE
    k = 0
    while abs(term) > mpf(2) ** (-mp.prec - 8):
        k += 1
        term *= -(2 * k - 1) / z**2
        total += term
    return total / (z * mp.sqrt(2 * mp.pi))


def less(terms: Sequence[Terms]) -> Terms:
    """Of several ways to write a sum, that of the smallest terms."""
    return min(terms, key=lambda ts: max(map(abs, ts)) if any(t * ts[0] < 0 for t in ts) else abs(sum(ts)))


def gaussian_terms(near: Number, apart: Number, rate: Number, sign: int) -> list[Terms]:
    """Of a law of loc and log_scale whose standardised observation lies between edges, `apart` from each other.

    `near` is the edge nearer to 0, with the interval turned so that it is the lower one; `sign` is -1 if it was turned.
    """
    far = near + apart
    fall = apart * (near + far) / 2
    e = exp(-fall)
    rest = -mp.expm1(-fall) if fall < 1 else 1 - e
    if near > VAST:  # an exponential law, of which the end may be cut off
        mean = near + 1 / near - (apart * e / rest if e > ZERO else ZERO)
        nll = [near * near / 2, mp.log(near * mp.sqrt(2 * mp.pi)) - mp.log(rest)]
        return [nll, [-sign * rate * mean], [1 - mean**2], [rate**2], [2 * mean**2]]
    if near >= 0:
        mass = above(near) - (e * above(far) if far < INF else ZERO)
        nll = [near * near / 2 - mp.log(mass)]
    else:
        lost = exp(-near * near / 2) * above(-near) + (exp(-far * far / 2) * above(far) if far < INF else ZERO)
        size = exp(near * near / 2)
        mass, nll = (1 - lost) * size, [-mp.log1p(-lost)]
    r = 1 / (mass * mp.sqrt(2 * mp.pi))  # the density there, among all in the interval
    first, cube, mean = [-near * r], [-(near**3) * r], r
    if far < INF:
        first, cube, mean = [*first, far * e * r], [*cube, far**3 * e * r], r * rest
    lack = sum(first, ZERO)  # 1 less the mean square
    spread = [*cube, -lack * (1 - lack)] if apart < 0.7 else [*cube, -lack, lack**2]
    return [
        nll,
        [-sign * rate * mean],
        less([first, [ONE, lack - 1]]),
        [rate**2 * (lack + mean**2)],
        [sum(spread, ZERO)] if near >= 0 else spread,
    ]


def gaussian_censored(below: Number, above: Number, apart: Number, rate: Number, off: Number) -> Parts:
    """The same for edges below and above, which are off by `off` eps, besides what their sizes say."""
    if below == -INF and above == INF:
        return Parts([ZERO], [], ([ZERO],) * 2, ([ZERO],) * 2, ([NAN],) * 2)
    turned = below == -INF or (above < INF and below + above < 0)
    near, sign = (-above, -1) if turned else (below, 1)
    # each of the square and the cube of an edge by which something subnormal is multiplied
    under = ONE + abs(near) ** 3 if 12 < abs(near) < 40 else ONE
    lost = max(0, mp.mag(abs(near) + 1) - mp.mag(apart)) if apart * (abs(near) + apart) < 1 else 0  # bits of the mass
    bits = 4 * mp.mag(near) if 1 < near <= VAST else 0  # by which the second derivatives' terms are larger than these
    with mp.extraprec(3 * lost + bits):
        return rough(
            lambda n, d: gaussian_terms(n, d, rate, sign),
            (near, apart),
            (2 * abs(near) + off, 4 * apart),
            under * (1 + rate**2),
        )


def underflow(*logs: Number) -> Number:
    """What a subnormal hazard or odds with such a log may cost, once it is multiplied by the square of that."""
    return sum((u * u for u in logs if mpmath.isfinite(u) and abs(u) > 80), ONE)


# ---------------------------------------------------------------------------------------------------------------------
# Inputs: an edge is given by u, the log of a hazard or odds, or a standardised value, and `place(u, *params)`

Place = Callable[..., float]
Drawn = Callable[[], tuple[float, ...]]  # parameters


def edges(draw: Draw, kind: str, low: float, high: float, width: float) -> tuple[float, float]:
    """Where an observation lies, in terms of u."""
    u = draw.uniform(low, high)
    return {
        "exact": (u, u),
        "right": (u, math.inf),
        "left": (-math.inf, u),
        "between": (u, u + width),
    }[kind]


def censored_points(
    draw: Draw,
    place: Place,
    ordinary: Callable[[], tuple[float, ...]],
    extreme: Callable[[], tuple[float, ...]],
    least: float,
) -> Iterator[Point]:
    """Edges and parameters; `least` is the end of the support."""
    kinds = ("exact", "right", "left", "between")

    def at(u: float, params: tuple[float, ...]) -> float:
        return u if math.isinf(u) else place(u, *params)

    for kind, _ in itertools.product(kinds, range(25)):
        params = ordinary()
        a, b = edges(draw, kind, -3, 1.5, draw.rng.exponential())
        yield "ordinary", at(a, params), at(b, params), *params
    for _ in range(60):
        params = ordinary()
        a = at(draw.uniform(-3, 1.5), params)
        yield "balanced", a, a + abs(a) * 10.0 ** draw.uniform(-5, -0.5), *params  # a narrow interval
    for kind, _ in itertools.product(kinds, range(8)):
        params = ordinary()
        a, b = edges(draw, kind, 1, 4, draw.pick((0.01, 1.0, 8.0)))
        yield "confident", at(a, params), at(b, params), *params
        a, b = edges(draw, kind, -60, -5, draw.pick((0.01, 1.0, 30.0)))
        yield "confident", at(a, params), at(b, params), *params
    places = [x for x in (*draw.reals, math.inf) if x >= least]
    for _ in range(120):
        a, b = sorted((draw.pick(places), draw.pick(places)))
        a, b = draw.pick((a, -math.inf)), draw.pick((b, b, math.inf))
        if a < math.inf and (b > least or a == b):
            yield "extreme", a, b, *extreme()


def limits(bounds: Sequence[tuple[float, float]], *params: Sequence[float]) -> Iterator[Point]:
    for (a, b), at in itertools.product(bounds, itertools.product(*params)):
        if sum(map(math.isinf, at)) == 1:
            yield "limit", a, b, *at


def censored_values(draw: Draw) -> Iterator[Point]:
    """For laws of loc + s·Z."""

    def place(u: float, loc: float, log_scale: float) -> float:
        return loc + u * math.exp(log_scale)

    def extreme() -> tuple[float, float]:
        return draw.pick(draw.reals), draw.pick(draw.logs)

    yield from censored_points(draw, place, lambda: (draw.normal(3), draw.uniform(-3, 3)), extreme, -math.inf)
    bounds = ((0.5, math.inf), (-math.inf, 0.5), (0.25, 0.5), (2.0, 3.0), (0.5, 3.0), (0.5, 0.5))
    for point in limits(bounds, (1.5, math.inf, -math.inf), (0.25, math.inf, -math.inf)):
        # of an interval, what is left as the scale grows is a difference of ever so many equal digits
        if not (point[4] == math.inf and -math.inf < point[1] < point[2] < math.inf):
            yield point


def censored_locations(draw: Draw) -> Iterator[Point]:
    """The same without the scale."""
    return (p[:4] for p in censored_values(draw) if p[0] != "limit" or math.isfinite(p[4]))
