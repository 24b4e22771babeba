"""Directions: values on a circle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    INF,
    TAME,
    bessel_bend,
    bessel_curvature,
    bessel_pull,
    bessel_ratio,
    cos_sum,
    exp,
    formula,
    log_i0e,
    mulexp,
    sin_sum,
    stage,
    usual,
)

from ._decode import weighted_median
from ._law import Law
from ._links import Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._decode import Array

LOG_2PI = math.log(2 * math.pi)
PI_LOW = 1.2246467991473532e-16  # what π has more than math.pi
NODES, SHARES = np.polynomial.legendre.leggauss(48)
DEEP = 45.0  # e^-45 is next to nothing
CLOSE = 1e-8  # a step of Newton's method that is the last: it squares the error
LOG_LEAST, LOG_MOST = -126 * math.log(2), 104 * math.log(2)  # a concentration whose angles are 2^-52 apart


@formula
def von_mises(y, loc, log_concentration, log_2pi, *, fisher):
    turn = y - loc
    back = turn - y
    lost = (y - (turn - back)) - (loc + back)  # y - loc is turn + lost, exactly
    tame = abs(log_concentration) <= TAME
    k = stage(exp(log_concentration))
    loose = log_concentration == -INF and turn == turn  # any angle will do, also 0, as k is
    angle = turn if usual(tame) else (k if loose else turn)
    tail = lost if usual(tame) else (k if loose else lost)
    half = sin_sum(0.5 * angle, 0.5 * tail)
    side = sin_sum(angle, tail)
    along = cos_sum(angle, tail)
    root = mulexp(half, 0.5 * log_concentration)
    reach = 2 * (k * half) * half if usual(tame) else 2 * root * root  # k·(1 - cos): k alone may overflow
    norm = log_i0e(k, log_concentration) + log_2pi
    nll = reach + norm if usual(tame) else (reach if reach == INF else reach + norm)
    g_loc = k * side if usual(tame) else mulexp(side, log_concentration)
    ratio = bessel_ratio(k)
    miss = ratio - along
    pull = k * miss if usual(tame) else mulexp(miss, log_concentration)
    wide = along < 0.5
    g_concentration = pull if wide else reach - bessel_pull(k)
    expected = k * ratio if usual(tame) else mulexp(ratio, log_concentration)
    observed = k * along if usual(tame) else mulexp(along, log_concentration)
    curve = bessel_curvature(k)
    bend = pull + curve if wide else reach + bessel_bend(k)
    known = angle == angle
    h_loc = expected if fisher else observed
    h_concentration = curve if fisher else bend
    return nll, (-g_loc, g_concentration), (h_loc if known else angle, h_concentration if known else angle)


class VonMises(Law):
    """Directions: the cosine error of an angle, in radians, with its concentration predicted.

    nll = log(2π·I0(k)) − k·cos(y − loc), with k = exp(log_concentration). [1]_ This is the density on one turn, in
    which k·(1 − cos(y − loc)) plays the part of a squared error, and 1/k that of its variance.

    Domain: every real y, which counts modulo 2π, as loc does. Links: identity, log. The difference y − loc is taken
    exactly; where it exceeds 2²¹ in float32 or 2⁵⁰ in float64, neighbouring numbers lie too far apart to be angles, and
    the answer is nan. ``constant=False`` drops log 2π.

    ``mean``, ``mode`` and ``quantile`` lie in the turn about loc, from loc − π to loc + π, and so does what ``sample``
    draws; ``cdf`` is 0 below and 1 above. ``variance`` is that of such a value; 1 − I1(k)/I0(k) is known as the
    circular variance.

    ``init_params``: the direction of the mean of all (cos y, sin y), in the turn about the (lower) median, and the log
    of the concentration whose I1/I0 is the length of that mean, kept between 2⁻¹²⁶ and 2¹⁰⁴.

    Parameters
    ----------
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the concentration comes in: see `Law`.

    References
    ----------
    .. [1] Mardia, Jupp, Directional Statistics, 2000, ch. 3.5.4.

    Examples
    --------
    >>> import numpy as np, fastxent as fx
    >>> law = fx.VonMises()
    >>> print(law.nll(np.array([0.1, 0.1 + 2 * np.pi]), 0.0, 1.0, reduction="none").round(6))
    [0.493446 0.493446]
    """

    link: Link

    def __init__(self, link: Link = "log") -> None:
        self._set(link=link)
        self._use(von_mises, ("loc", "log_concentration"), LOG_2PI, free=(0.0,), link=link)

    def _mean(self, loc: Array, log_concentration: Array) -> Array:
        return loc

    def _mode(self, loc: Array, log_concentration: Array) -> Array:
        return loc

    def _variance(self, loc: Array, log_concentration: Array) -> Array:
        k, zero = np.exp(log_concentration), np.zeros_like(loc)
        square = _integral(zero, zero, k, lambda t: t * t) / _integral(zero, zero, k)
        return np.where(np.isinf(k), 0.0, square)

    def _cdf(self, x: Array, loc: Array, log_concentration: Array) -> Array:
        angle, tail = _difference(x, loc)
        below = _tail(np.abs(angle), np.where(angle < 0, -tail, tail), np.exp(log_concentration))
        return np.where(angle < 0, below, 1 - below)

    def _sf(self, x: Array, loc: Array, log_concentration: Array) -> Array:
        return self._cdf(-x, -loc, log_concentration)

    def _fisher(self, loc: Array, log_concentration: Array) -> list[list[Array]]:
        _, _, (place, spread) = _PLAIN.nll_grad_hess(
            0.0, np.zeros_like(loc), log_concentration, reduction="none", curvature="fisher"
        )
        return [[place, np.zeros_like(place)], [np.zeros_like(place), spread]]

    def _quantile(self, p: Array, loc: Array, log_concentration: Array) -> Array:
        low = np.minimum(p, 1 - p)
        z = _place_of_tail(low, np.exp(log_concentration))
        return loc + np.where(p < 0.5, -z, z)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], loc: Array, log_concentration: Array) -> Array:
        k = np.exp(log_concentration)
        drawn = rng.vonmises(0.0, np.where(np.isfinite(k), k, 1.0), shape)
        return loc + np.where(np.isinf(k), 0.0, drawn)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        loc = weighted_median(values, w)
        for _ in range(2):  # again, without the rounding of large angles
            turn = values - loc
            turn = np.where(np.isfinite(turn), turn, 0.0)
            loc += float(np.arctan2((w * np.sin(turn)).sum(), (w * np.cos(turn)).sum()))
        turn = np.where(np.isfinite(values - loc), values - loc, 0.0)
        miss = float(2 * (w * np.sin(0.5 * turn) ** 2).sum())
        return loc, _log_concentration(miss, float((w * np.cos(turn)).sum()))


def _log_concentration(miss: float, length: float) -> float:
    """Where I1/I0 is the length, and 1 - I1/I0 what it misses: by Newton's method on the log of the smaller one."""
    near = miss < 0.5
    if not (miss if near else length) > 0:
        return LOG_MOST if near else LOG_LEAST
    wanted = math.log(miss if near else length)
    at = math.log(0.5 / miss if near else 2 * length)
    for _ in range(50):
        _, (_, pull), (place, curve) = _PLAIN.nll_grad_hess(0.0, 0.0, at, curvature="fisher")
        share = -float(pull) if near else float(place)  # k times what is wanted
        step = (math.log(share) - at - wanted) * share / float(curve)
        at += step if near else -step
        if abs(step) < 2.0**-50:
            break
    return min(max(at, LOG_LEAST), LOG_MOST)


def _difference(x: Array, loc: Array) -> tuple[Array, Array]:
    """The difference, and what its rounding took."""
    turn = np.where(x == loc, 0.0, x - loc)
    back = turn - x
    lost = (x - (turn - back)) - (loc + back)
    return turn, np.where(np.isfinite(lost), lost, 0.0)


def _integral(z: Array, tail: Array, k: Array, factor: Callable[[Array], Array] | None = None) -> Array:
    """The integral of e^(k·(cos t - 1)) from z + tail to π, by Gauss's rule up to where next to nothing is left."""
    sine = np.sin(0.5 * z)
    reach = 2 * np.arcsin(np.sqrt(np.minimum(sine * sine + 0.5 * DEEP / k, 1.0)))
    length = np.where(reach < math.pi, reach - z, (math.pi - z) + (PI_LOW - tail))
    length = np.maximum(length, 0.0)
    total = np.zeros_like(z)
    for node, share in zip(NODES, SHARES, strict=True):
        t = z + length * (0.5 + 0.5 * node)
        total += share * np.exp(-2 * k * np.sin(0.5 * t) ** 2) * (1.0 if factor is None else factor(t))
    return 0.5 * length * total


def _tail(z: Array, tail: Array, k: Array) -> Array:
    """The probability of angles beyond z + tail >= 0."""
    z = np.minimum(z, 4.0)
    certain = np.where(z == 0, 0.5, 0.0)
    share = _integral(z, tail, k) / (2 * _integral(np.zeros_like(z), np.zeros_like(z), k))
    return np.where(np.isinf(k), certain, share)


def _place_of_tail(p: Array, k: Array) -> Array:
    """The z beyond which lies a probability of p <= 1/2: by Newton's method between bounds that close in."""
    certain, k = np.isinf(k), np.where(np.isfinite(k), k, 1.0)
    whole = 2 * _integral(np.zeros_like(k), np.zeros_like(k), k)
    low, high = np.zeros_like(k), np.full_like(k, math.pi)
    z = np.minimum(math.pi, whole) * (1 - 2 * p) * 0.5
    left = np.flatnonzero(p > 0)  # what is not found yet
    flat = [a.ravel() for a in (p, k, whole, low, high, z)]
    for _ in range(100):
        q, kappa, norm, least, most, at = (a[left] for a in flat)
        share = _integral(at, np.zeros_like(at), kappa) / norm
        density = np.exp(-2 * kappa * np.sin(0.5 * at) ** 2) / norm
        least, most = np.where(share >= q, at, least), np.where(share <= q, at, most)
        distance = (
            np.where(q < 0.5 * share, share * np.log(share / q), share - q) / density
        )  # far off, by the logarithm
        there = at + distance
        there = np.where((there >= least) & (there <= most), there, 0.5 * (least + most))
        for a, new in zip(flat[3:], (least, most, there), strict=True):
            a[left] = new
        left = left[~(np.abs(there - at) <= CLOSE * np.minimum(there, math.pi - there))]
        if not left.size:
            break
    found = flat[-1].reshape(p.shape)
    return np.where(p == 0, math.pi, np.where(certain, 0.0, found))


_PLAIN = VonMises()
