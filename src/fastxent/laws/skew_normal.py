"""Gaussian errors that lean to one side."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    TAME,
    formula,
    log_erfc,
    mills,
    mills_slope,
    mul0,
    mulexp,
    skew_place,
    skew_shape,
    stage,
    usual,
)

from ._decode import TINY, mean_and_deviation, scipy_special, times_exp
from ._law import Law
from ._links import Link

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)
ROOT_TWO_OVER_PI = math.sqrt(2 / math.pi)
STEPS = 100  # of Newton's method, at most
CLOSE = 1e-16  # relative steps, or squares of them, that are the last: Newton's method squares the error
LEAST, LARGE = 2.0**-1074, 1e140
MOST = 2.0**20  # a shape that stands in for infinity
GREATEST = float(np.finfo(np.float64).max)
LEAST_SKEWNESS = 1e-7  # of data that a normal law fits as well, to the last digit
NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)
STEEP = 1e8  # a shape from which on the tail depends on shape·z alone, but for its size
GRID = 0.5 * np.arange(-30, 31)  # of the trapezoidal rule, whose error here is e^-50


@formula
def skew_normal(y, loc, log_scale, shape, half_log_2pi, *, fisher):
    residual = y - loc
    ordinary = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    z = residual * inverse if usual(ordinary) else mulexp(residual, -log_scale)
    tame = ordinary and abs(shape * z) < INF and abs(shape) < INF and abs(z) < INF
    limit = mul0(shape, z) if abs(shape) == INF else mul0(z, shape)
    t = stage(shape * z if usual(tame) else limit)
    x = -0.7071067811865476 * t
    square = z * z
    half = (0.5 * z * z + half_log_2pi) - log_erfc(x)
    finite = half if half == half else abs(residual) + mul0(shape, 0)
    loss = finite if finite == INF else finite + log_scale  # log_scale = -inf: all mass at loc
    nll = half + log_scale if usual(tame) else loss
    hazard = 0.7071067811865476 * mills(x)  # phi(t)/Phi(t)
    lean = shape * hazard if usual(tame) else mul0(shape, hazard)
    pull = z - lean
    g_loc = inverse * pull if usual(tame) else mul0(inverse, pull)
    turn = t * hazard if usual(tame) else mul0(t, hazard)
    g_shape = -(z * hazard) if usual(tame) else -mul0(z, hazard)
    curve = 0.5 * mills_slope(x)
    steep = shape * inverse if usual(tame) else mul0(inverse, shape)
    bend = steep * (steep * curve) if usual(tame) else mul0(steep, mul0(steep, curve))
    spread = t * (t * curve) if usual(tame) else mul0(t, mul0(t, curve))
    sway = z * (z * curve) if usual(tame) else mul0(z, mul0(z, curve))
    about = skew_shape(shape)
    wide = shape * (shape * about) if usual(tame) else mul0(shape, mul0(shape, about))
    h_loc = inverse * inverse * (1 + skew_place(shape)) if fisher else inverse * inverse + bend
    expected = 2 + wide if log_scale == log_scale else log_scale
    h_scale = expected if fisher else 2 * square - turn + spread
    h_shape = about + mul0(log_scale, 0) if fisher else sway
    known = residual == residual
    hess = h_scale if known else z
    return nll, (-g_loc, 1 - square + turn, g_shape), (h_loc if known else z, hess, h_shape if known else z)


class SkewNormal(Law):
    """Gaussian errors that lean to one side: of the sign of the shape; Normal where that is 0.

    nll = z²/2 + log s + log(2π)/2 − log(2Φ(shape·z)), z = (y − loc)/s, s = exp(log_scale). [1]_

    Domain: every real y. Links: identity, log, identity. ``constant=False`` drops log(2π)/2.

    The Fisher information has no closed form: its integrals, functions of the shape alone, are taken by the trapezoidal
    rule in ``fisher`` (relative error 1e-13) and by polynomials in the loss (4 ulp). It is singular at shape 0, where
    loc and shape cannot be told apart. ``cdf`` and ``sf`` come from Owen's function, and in the thin tail from a sum of
    40 terms (relative error 1e-12, tails included). They, ``fisher``, ``mode``, ``quantile`` and ``init_params``, the
    last three by Newton's method, need SciPy.

    ``init_params``: the parameters of highest likelihood on the side of the data's skewness, which may have an infinite
    shape: ±2²⁰ stands in. Without skewness, those of the normal law, where the gradient is 0 as well; also where the
    standard deviation is below 2⁻⁵² of the largest absolute y, and kept there (at 2⁻¹²⁶ where every y is 0).

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Azzalini, A class of distributions which includes the normal ones, 1985.

    Examples
    --------
    >>> import fastxent as fx
    >>> print(round(float(fx.SkewNormal().nll(1.0, 1.0, 0.0, 5.0)), 6))
    0.918939
    """

    link: Link

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(skew_normal, ("loc", "log_scale", "shape"), HALF_LOG_2PI, free=(0.0,), link=link)

    def _place(self, z: Array, loc: Array, log_scale: Array) -> Array:
        return np.where(np.isinf(z), z, loc + times_exp(z, log_scale))

    def _mean(self, loc: Array, log_scale: Array, shape: Array) -> Array:
        return self._place(ROOT_TWO_OVER_PI * lean(shape), loc, log_scale)

    def _variance(self, loc: Array, log_scale: Array, shape: Array) -> Array:
        rest = 1 - 2 / math.pi * lean(shape) ** 2
        return rest * np.exp(2 * log_scale)

    def _mode(self, loc: Array, log_scale: Array, shape: Array) -> Array:
        """Where shape·z = t, of which shape²·φ(t)/Φ(t) = t: by Newton's method in log t, monotone after one step."""
        special = scipy_special()
        size = np.clip(np.abs(shape), 1e-150, 1e300)
        log_t = np.log(size) - 0.5 * np.log1p(size)
        moving = np.ones_like(size, bool)  # each element stops by itself
        for _ in range(STEPS):
            t = np.exp(log_t)
            log_hazard = -0.5 * t * t - HALF_LOG_2PI - special.log_ndtr(t)
            gap = log_hazard - log_t + 2 * np.log(size)
            step = np.where(moving, np.clip(gap / (1 + t * (np.exp(log_hazard) + t)), -2, 2), 0.0)
            log_t, moving = log_t + step, abs(step) > 1e-15
            if not moving.any():
                break
        z = np.where(shape == 0, 0.0, np.copysign(np.exp(log_t) / size, shape))
        return self._place(np.where(np.isinf(shape), 0.0, z), loc, log_scale)

    def _fisher(self, loc: Array, log_scale: Array, shape: Array) -> list[list[Array]]:
        inverse = np.exp(-log_scale)
        size = np.abs(shape)
        narrow = 1 / np.hypot(1, math.sqrt(2) * size)  # 1/√(1 + 2·shape²)
        b = np.where(np.isinf(size), math.sqrt(0.5), size * narrow)
        a = [np.zeros_like(shape) for _ in range(3)]
        for u in GRID:
            ratio = np.exp(-0.5 * u * u - scipy_special().log_ndtr(b * u)) * (0.5 / math.pi / math.sqrt(2 * math.pi))
            a = [m + u**k * ratio for k, m in enumerate(a)]
        place = np.where(size > 0, a[0] * size * b, 0.0)  # shape²·E[h²]
        third = 1 / np.hypot(1, size)
        both = ROOT_TWO_OVER_PI * lean(shape) * (1 + lean(shape) ** 2) + np.sign(shape) * a[1] * b * b
        cross = ROOT_TWO_OVER_PI * third**3 - size * narrow * narrow * a[1]
        spread, about = 2 + a[2] * b * b * narrow, a[2] * narrow**3
        mixed = -np.sign(shape) * a[2] * b * narrow * narrow
        rows = [[(1 + place) * inverse * inverse, both * inverse, cross * inverse], [both * inverse, spread, mixed]]
        return [*rows, [cross * inverse, mixed, about]]

    def _cdf(self, x: Array, *params: Array) -> Array:
        return self._at(x, *params)[0]

    def _sf(self, x: Array, *params: Array) -> Array:
        return self._at(x, *params)[1]

    def _at(self, x: Array, loc: Array, log_scale: Array, shape: Array) -> tuple[Array, Array]:
        z = times_exp(np.where(x == loc, 0.0, x - loc), -log_scale)
        below, above = tails(np.copysign(1.0, shape) * z, np.abs(shape))
        return np.where(shape >= 0, below, above), np.where(shape >= 0, above, below)

    def _quantile(self, p: Array, loc: Array, log_scale: Array, shape: Array) -> Array:
        left = shape >= 0
        z = quantile(np.where(left, p, 1 - p), np.where(left, 1 - p, p), np.abs(shape))
        return self._place(np.where(left, z, -z), loc, log_scale)

    def _sample(
        self, rng: np.random.Generator, size: tuple[int, ...], loc: Array, log_scale: Array, shape: Array
    ) -> Array:
        half, other = np.abs(rng.standard_normal(size)), rng.standard_normal(size)
        return self._place(lean(shape) * half + other / np.hypot(1, shape), loc, log_scale)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        exponent = int(np.frexp(np.abs(values).max())[1])
        unit = np.ldexp(values, -exponent)  # exactly, so that cubes neither overflow nor vanish
        centre, deviation = mean_and_deviation(unit, w)
        least = 2.0**-52 * float(np.abs(unit).max())
        a, c, shape = fitted((unit - centre) / deviation, w) if deviation > least else (1.0, 0.0, 0.0)
        scale = max(deviation, least) or TINY
        loc = np.clip(np.ldexp(centre + scale * c / a, exponent), -GREATEST, GREATEST)
        return float(loc), math.log(scale / a) + exponent * math.log(2), shape


def fitted(y: Array, w: Array) -> tuple[float, float, float]:
    """1/s, loc/s and the shape of highest likelihood, of data with mean 0 and variance 1.

    The best loc and scale for one shape, after another: for a given shape, the loss is convex in 1/s and loc/s.
    """
    skewness = float((w * y**3).sum())
    if not abs(skewness) > LEAST_SKEWNESS:
        return 1.0, 0.0, 0.0
    y = y * np.sign(skewness)  # from here on, the shape is positive
    root = (2 * min(abs(skewness), 0.9) / (4 - math.pi)) ** (1 / 3)
    m = root / math.hypot(1, root)  # the mean in the standard form of the law that has the data's moments
    delta = m / ROOT_TWO_OVER_PI
    shape, low, high = delta / math.sqrt(1 - delta * delta), 0.0, math.inf
    place = np.array([math.sqrt(1 - m * m), -m])
    for _ in range(STEPS):
        place = centred(y, w, place, shape)
        gradient, hess = slopes(y, w, place, shape)
        low, high = (shape, high) if gradient[2] < 0 else (low, shape)
        drift = np.linalg.solve(hess[:2, :2], hess[:2, 2])
        # as the slope over shape² has a simple zero, even where that is next to 0
        bend = hess[2, 2] - hess[2, :2] @ drift - 2 * gradient[2] / shape
        there = shape - gradient[2] / bend if bend > 0 else math.inf
        if abs(there - shape) <= 1e-10 * shape or (shape == MOST and low == MOST):
            break
        if not (low < there < high and there < 4 * shape):
            there = 4 * shape if high == math.inf else max(math.sqrt(low * high), 0.25 * high)
        there = min(there, MOST)
        moved = place - drift * (there - shape)
        place, shape = (moved if moved[0] > 0 else place), there
    side = math.copysign(1.0, skewness)
    return float(place[0]), side * float(place[1]), side * shape


def slopes(y: Array, w: Array, place: Array, shape: float) -> tuple[Array, Array]:
    """Gradient and Hessian of the mean loss in 1/s, loc/s and the shape."""
    z = place[0] * y - place[1]
    t = shape * z
    hazard = ROOT_TWO_OVER_PI / scipy_special().erfcx(-math.sqrt(0.5) * t)
    curve = np.clip(hazard * (hazard + t), 0, 1)
    pull, bend, mixed = w * (z - shape * hazard), w * (1 + shape * shape * curve), w * (t * curve - hazard)
    gradient = np.array([(pull * y).sum() - 1 / place[0], -pull.sum(), -(w * z * hazard).sum()])
    aa, ac, cc = (bend * y * y).sum() + place[0] ** -2, -(bend * y).sum(), bend.sum()
    a, c = (mixed * y).sum(), -mixed.sum()
    return gradient, np.array([[aa, ac, a], [ac, cc, c], [a, c, (w * z * z * curve).sum()]])


def centred(y: Array, w: Array, place: Array, shape: float) -> Array:
    """The best 1/s and loc/s for a shape, by Newton's method."""

    def loss(place: Array) -> float:
        z = place[0] * y - place[1]
        log_share = scipy_special().log_ndtr(shape * z)
        return float((w * (0.5 * z * z - log_share)).sum()) - math.log(place[0]) if place[0] > 0 else math.inf

    here = loss(place)
    for _ in range(STEPS):
        gradient, hess = slopes(y, w, place, shape)
        step = -np.linalg.solve(hess[:2, :2], gradient[:2])
        gain = -float(gradient[:2] @ step)
        there = loss(place + step)
        while gain > CLOSE and there > here and abs(step).max() > CLOSE:
            step *= 0.5
            there = loss(place + step)
        place, here = place + step, there
        if not gain > CLOSE:
            break
    return place


def lean(shape: Array) -> Array:
    """shape/√(1 + shape²)."""
    return np.where(np.isinf(shape), np.sign(shape), shape / np.hypot(1, shape))


def tails(z: Array, a: Array) -> tuple[Array, Array]:
    """The distribution function in the standard form, for a shape a >= 0, and what it lacks of 1."""
    size = np.abs(z)
    upper = scipy_special().ndtr(-size)
    twice = 2 * scipy_special().owens_t(size, a)
    low = upper - twice
    thin = ~((twice < 0.9 * upper) & (size < 5))  # or it has cancelled
    if thin.any():
        low = np.where(thin, 0.0, low)
        low[thin] = corner(size[thin], a[thin])
    below = np.where(z < 0, low, scipy_special().erf(size * math.sqrt(0.5)) + low)
    return below, np.where(z < 0, 1 - low, 2 * upper - low)


def corner(h: Array, a: Array) -> Array:
    """The distribution function at -h: ∫ exp(-h²(1 + x²)/2)/(1 + x²) dx/π from a on, in x = sinh v."""
    excess = np.maximum(a / STEEP, 1)
    h, a = np.minimum(np.where(h == 0, 0.0, h * excess), 1e3), np.minimum(a, STEEP)  # nothing is left at 1000
    start = np.arcsinh(a)
    rise = 64 / np.maximum(h * h, 1e-300)  # x² that much beyond a² counts no more
    top = np.sqrt(a * a + rise)
    reach = np.minimum(40.0, np.arcsinh(rise / (top * np.hypot(1, a) + a * np.hypot(1, top))))
    total = np.zeros_like(h)
    for node, weight in zip(NODES, WEIGHTS, strict=True):
        step = 0.5 * (1 + node) * reach
        total += weight * np.exp(-0.5 * h * h * np.sinh(step) * np.sinh(step + 2 * start)) / np.cosh(start + step)
    return np.exp(-0.5 * (h * np.hypot(1, a)) ** 2) * total * (0.5 * reach / math.pi) / excess


def quantile(p: Array, q: Array, a: Array) -> Array:
    """Where the distribution function is p = 1 - q, in the standard form, for a shape a >= 0: by Newton's method.

    It starts from bounds beyond which it does not turn back: of the log of p from below, of the log of q from above.
    """
    special = scipy_special()
    small = p < 0.5
    at_zero = np.arctan2(1.0, a) / math.pi
    deep = np.sqrt(2 * np.maximum(np.log(at_zero) - np.log(np.maximum(p, LEAST)), 0)) / np.hypot(1, a)
    half = np.where(small, math.sqrt(2) * special.erfinv(p), -special.ndtri(np.maximum(0.5 * q, LEAST)))
    upper = np.where(p < at_zero, 0.0, half)
    lower = np.where(p < at_zero, np.maximum(special.ndtri(p), -deep), math.sqrt(2) * special.erfinv(p - at_zero))
    z = np.where(small, lower, upper)
    moving = a < LARGE  # or there is nothing on the left of 0; each element stops by itself
    for _ in range(STEPS):
        below, above = tails(z, a)
        density = 2 * np.exp(-0.5 * z * z - HALF_LOG_2PI + special.log_ndtr(a * z))
        step = np.where(small, below * np.log(p / below), -above * np.log(q / above)) / density
        before, z = z, np.where(moving & np.isfinite(step), np.clip(z + step, lower, upper), z)
        moving = abs(z - before) > 1e-15 * abs(z)
        if not moving.any():
            break
    z = np.where(a < LARGE, z, half)
    return np.where(p == 0, -np.inf, np.where(q == 0, np.inf, z))
