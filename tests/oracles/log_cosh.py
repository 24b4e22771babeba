"""LogCosh: the hyperbolic secant density 1/(pi·s·cosh z), z = (y - loc)/s."""

from __future__ import annotations

from typing import Any

import numpy as np
from instance_core import located
from mpmath import mp, mpf
from oracle_core import ONE, Number, Parts, Rough, entry, exp, location_points, location_scale_points
from scipy import stats

import fastxent as fx


def hyperbolic_secant(y: Number, loc: Number, log_scale: Number) -> Parts:
    rate = mp.exp(-log_scale)
    size = abs(y - loc) * rate
    e = exp(-2 * size)
    loss = mp.log1p(2 * mp.sinh(size / 2) ** 2) if size < 1 else size - mp.log(2) + mp.log1p(e)
    slope = mp.tanh(size) if size < 1 else (1 - e) / (1 + e)
    curve = 4 * e / (1 + e) ** 2
    return Parts(
        nll=[loss, log_scale],
        constant=[mp.log(mp.pi)],
        grad=([-mp.sign(y - loc) * slope * rate], [ONE, -size * slope]),
        observed=(
            Rough([curve * rate**2], 2 * size * slope * curve * rate**2),  # what a rounding of z makes of it
            [size * slope, size**2 * curve],
        ),
        fisher=([rate**2 / 2], [mp.pi**2 / 8]),
    )


def fixed(y: Number, loc: Number, scale: float) -> Parts:
    parts = hyperbolic_secant(y, loc, mp.log(mpf(scale)))
    return Parts(parts.nll[:1], [parts.nll[1], *parts.constant], parts.grad[:1], parts.observed[:1], parts.fisher[:1])


class HyperbolicSecant(type(stats.hypsecant)):  # type: ignore[misc]
    """SciPy's, with the quantiles near 1 that it loses to rounding."""

    def _ppf(self, q: Any) -> Any:
        tail = np.log(np.tan(np.pi / 2 * np.minimum(q, 1 - q)))
        return np.where(q < 0.5, tail, -tail)


CASES = [
    entry(hyperbolic_secant, "loc log_scale", location_scale_points),
    entry(fixed, "loc", location_points, scale=0.375),
]

FAMILY = HyperbolicSecant(name="hyperbolic_secant")
INSTANCES = (located(fx.LogCosh(), FAMILY, smooth=True), located(fx.LogCosh(scale=2.0), FAMILY, smooth=True))
