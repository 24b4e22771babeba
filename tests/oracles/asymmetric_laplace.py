"""Asymmetric Laplace: the pinball loss of z = (y - loc)/s."""

from __future__ import annotations

from typing import Any

import numpy as np
from instance_core import REAL_LINE, Instance, gaussian
from mpmath import mp, mpf
from oracle_core import ONE, ZERO, Number, Parts, entry, location_points, location_scale_points
from scipy import stats

import fastxent as fx


def asymmetric_laplace(y: Number, loc: Number, log_scale: Number, tau: float) -> Parts:
    rate, t = mp.exp(-log_scale), mpf(tau)
    weight = t if y > loc else t - 1
    size = weight * (y - loc) * rate
    return Parts(
        nll=[size, log_scale],
        constant=[-mp.log(t * (1 - t))],
        grad=([-weight * rate if y != loc else ZERO], [ONE, -size]),
        observed=([ZERO], [size]),
        fisher=([t * (1 - t) * rate**2], [ONE]),
    )


def pinball(y: Number, loc: Number, tau: float, scale: float) -> Parts:
    parts = asymmetric_laplace(y, loc, mp.log(mpf(scale)), tau)
    constant = [*parts.nll[1:], *parts.constant]
    return Parts(parts.nll[:1], constant, parts.grad[:1], parts.observed[:1], parts.fisher[:1])


def _instance(tau: float, scale: float | None = None) -> Instance:
    law = fx.AsymmetricLaplace(tau, scale)
    kappa = np.sqrt(tau / (1 - tau))  # SciPy's form has the rates kappa and 1/kappa

    def frozen(loc: Any, log_scale: Any = None) -> Any:
        s = np.exp(log_scale) if scale is None else scale
        return stats.laplace_asymmetric(kappa, loc, s / np.sqrt(tau * (1 - tau)))

    params = (gaussian(), gaussian(0.7))[: len(law.params)]
    return Instance(law, gaussian(2.0), params, REAL_LINE, frozen, smooth=False)


CASES = [
    entry(asymmetric_laplace, "loc log_scale", location_scale_points, tau=0.75),
    entry(asymmetric_laplace, "loc log_scale", location_scale_points, tau=0.015625),
    entry(pinball, "loc", location_points, tau=0.875, scale=2.75),
]

INSTANCES = (_instance(0.8), _instance(0.1, 0.5))
