"""The best constant loc and scale of a smooth law of loc + s·Z, by Newton's method in NumPy."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ._location_scale import LocationScale

if TYPE_CHECKING:
    from ._decode import Array

STEPS = 200
SMALL, CLOSE = 1e-4, 1e-8  # steps that are safe, and that are the last: Newton's method squares the error
LEAST_SPREAD = 2.0**-60  # of values of magnitude 1
FARTHEST = 4.0  # that log s goes in one step


class SmoothLocationScale(LocationScale):
    """A law of loc + s·Z whose nll is twice differentiable: `init_params` goes to a stationary point.

    A law gives `_standard_nll(z)`, without its norm, and `_standard_slopes(z)`, its first and second derivative.
    """

    _standard_nll: Callable[[Array], Array]
    _standard_slopes: Callable[[Array], tuple[Array, Array]]

    def _start(self, values: Array, w: Array) -> tuple[float, float]:
        """Where to begin: the median, and the distance that a quarter of the values exceeds."""
        (centre,) = quantiles(values, w, (0.5,))
        distance = np.abs(values - centre)
        return centre, quantiles(distance, w, (0.5,))[0] or float((w * distance).sum())

    def _centre(self, values: Array, w: Array, scale: float) -> float:
        return self._descend(values, w, quantiles(values, w, (0.5,))[0], scale, fixed=True)[0]

    def _centre_and_spread(self, values: Array, w: Array) -> tuple[float, float]:
        if values.min() == values.max():
            return float(values[0]), 0.0
        return self._descend(values, w, *self._start(values, w), fixed=False)

    def _loss(self, values: Array, w: Array, loc: float, scale: float) -> float:
        return float((w * self._standard_nll((values - loc) / scale)).sum()) + math.log(scale)

    def _descend(self, values: Array, w: Array, loc: float, scale: float, *, fixed: bool) -> tuple[float, float]:
        """A stationary point downhill, or a scale next to 0 on the way there."""
        loss = self._loss(values, w, loc, scale)
        for _ in range(STEPS):
            step = self._step(values, w, loc, scale, fixed)
            size = float(np.abs(step).max())
            for _ in range(60):
                there = loc + float(step[0]) * scale, scale * math.exp(step[1])
                then = self._loss(values, w, *there)
                if size < SMALL or then <= loss:
                    break
                step *= 0.5
            else:
                return loc, scale  # rounding is all that is left
            (loc, scale), loss = there, then
            if size < CLOSE or scale < LEAST_SPREAD:
                break
        return loc, scale

    def _step(self, values: Array, w: Array, loc: float, scale: float, fixed: bool) -> Array:
        """How far to go, in loc/s and log s: by Newton's method where the loss is convex."""
        z = (values - loc) / scale
        first, second = self._standard_slopes(z)
        slope = np.array([-(w * first).sum(), 0.0 if fixed else 1 - (w * z * first).sum()])
        h, mixed = (w * second).sum(), (w * (first + z * second)).sum()
        spread = (w * z * (first + z * second)).sum()
        if fixed and h > 0:
            step = np.array([-slope[0] / h, 0.0])
        elif not fixed and h > 0 and h * spread - mixed * mixed > 1e-12 * h * spread:
            step = -np.linalg.solve(np.array([[h, mixed], [mixed, spread]]), slope)
        else:  # as if the errors were Gaussian, with the weights that these have
            weights = w * np.where(z == 0, second, first / z)
            step = -slope / np.maximum([weights.sum(), 2 * (weights * z * z).sum()], 1e-300)
        step[1] = np.clip(step[1], -FARTHEST, FARTHEST)
        return step


def quantiles(values: Array, w: Array, levels: Sequence[float]) -> list[float]:
    """The lower quantiles by weights that sum to 1."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(w[order])
    places = np.searchsorted(below, np.asarray(levels) * below[-1])
    return [float(v) for v in values[order][np.minimum(places, len(order) - 1)]]
