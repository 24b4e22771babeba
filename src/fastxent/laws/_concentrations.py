"""What laws of two concentrations share: a = mφ and b = (1 - m)φ, from the logit of m and the log of φ."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import binet_curve, binet_slope

if TYPE_CHECKING:
    from numpy.random import Generator

    from ._decode import Array

LEAST_LOG, GREATEST_LOG = -60.0, 28.0  # of the precision of a first guess
STEPS = 100
FARTHEST = 4.0  # that a parameter goes in one step
SMALL, CLOSE = 1e-4, 1e-9  # steps that are safe, and that are the last: Newton's method squares the error


def shares_of(logit: Array) -> tuple[Array, Array]:
    """The probability m of a logit, and 1 - m."""
    e = np.exp(-np.abs(logit))
    minor, major = e / (1 + e), 1 / (1 + e)
    return np.where(logit >= 0, major, minor), np.where(logit >= 0, minor, major)


def concentrations(logit: Array, log_precision: Array) -> tuple[Array, Array]:
    """The concentrations a and b; neither underflows because its factors do."""
    far, rest = np.abs(logit), np.log1p(np.exp(-np.abs(logit)))
    few, many = np.exp(log_precision - far - rest), np.exp(log_precision - rest)
    return np.where(logit >= 0, many, few), np.where(logit >= 0, few, many)


def _stretch(x: Any) -> float:
    log_x = np.log(x)
    return float(0.5 + (binet_slope(x, log_x) + binet_curve(x, log_x)))


def stretch(x: Array) -> Array:
    """x²·ψ'(x) - x, for x >= 0."""
    values: Array = np.vectorize(_stretch, otypes=[np.float64])(x)
    return values


def log_gamma_variates(rng: Generator, shape: tuple[int, ...], k: Array) -> Array:
    """Logarithms of gamma variates, which are normal numbers for any shape k."""
    return np.log(rng.standard_gamma(k + 1, shape)) + np.log1p(-rng.random(shape)) / k


def beta_variates(rng: Generator, shape: tuple[int, ...], logit: Array, log_precision: Array) -> Array:
    """Shares drawn from the beta law; m itself where the precision is infinite."""
    a, b = concentrations(logit, log_precision)
    drawn = shares_of(log_gamma_variates(rng, shape, a) - log_gamma_variates(rng, shape, b))[0]
    return np.where(np.isposinf(log_precision), shares_of(logit)[0], drawn)


def fitted(
    loss: Callable[[Array], float], slope: Callable[[Array], Any], information: Callable[[Array], Array], start: Array
) -> tuple[float, ...]:
    """The two parameters of highest likelihood, by scoring from `start` on."""
    x, best = start, loss(start)
    for _ in range(STEPS):
        g, h = np.array(slope(x), np.float64), information(x)
        if (x[1] >= GREATEST_LOG and g[1] < 0) or (x[1] <= LEAST_LOG and g[1] > 0):
            g[1], h = 0.0, np.diag(np.diagonal(h))  # the precision stays at its end
        h = h + np.diag(np.diagonal(h) * 1e-14 + 1e-300)
        step = -np.linalg.solve(h, g)
        step *= min(1.0, FARTHEST / max(float(np.abs(step).max()), 1e-300))
        for _ in range(60):
            there = np.array([x[0] + step[0], np.clip(x[1] + step[1], LEAST_LOG, GREATEST_LOG)])
            moved, then = float(np.abs(there - x).max()), loss(there)
            if moved < SMALL or then <= best:
                break
            step *= 0.5
        x, best = there, then
        if moved < CLOSE:
            break
    return float(x[0]), float(x[1])
