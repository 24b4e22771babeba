"""Expectations under a law, from its own density: sums over whole numbers, or quadrature between its quantiles.

Nothing here depends on SciPy's distributions, and on a law's quantiles only for where to put the nodes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from decode_core import DISCRETE, Array
from instances import Instance, flat

TAIL = 10.0 ** np.arange(-15, -2, 0.5)
PIECES = np.concatenate([TAIL, np.linspace(0.01, 0.99, 99), 1 - TAIL[::-1]])
GAUSS, GAUSS_WEIGHTS = np.polynomial.legendre.leggauss(16)
MOST = 300_000  # values that a sum may take


class Nodes(NamedTuple):
    """Values along the first axis, their weights (probabilities), and the parameters in that shape."""

    y: Array
    weight: Array
    params: list[Array]

    def mean_of(self, values: Any) -> Array:
        with np.errstate(all="ignore"):
            return np.where(self.weight == 0, 0.0, self.weight * values).sum(axis=0)


def nodes(inst: Instance, params: Any) -> Nodes:
    """For flat parameters of one shape; the weights add up to 1."""
    y, width = _whole(inst, params) if inst in DISCRETE else _between_quantiles(inst, params)
    wide = [np.array(np.broadcast_to(p, y.shape)) for p in params]
    with np.errstate(all="ignore"):
        density = np.exp(-inst.law.nll(y, *wide, reduction="none", check=False))
        weight = np.where(width == 0, 0.0, density * width)
    return Nodes(y, weight, wide)


def gradients(inst: Instance, at: Nodes) -> list[Array]:
    return flat(inst.law.nll_grad(at.y, *at.params, reduction="none", check=False))[1:]


def curvatures(inst: Instance, at: Nodes) -> list[Array]:
    return flat(inst.law.nll_grad_hess(at.y, *at.params, reduction="none", check=False))[1 + inst.k :]


def _whole(inst: Instance, params: Any) -> tuple[Array, Array]:
    far = inst.law.quantile(1 - 2.0**-50, *params)
    last = np.minimum(1.5 * far + 30, inst.law.quantile(1, *params)).max()
    assert last < MOST, "parameters that are drawn for tests should not have such long tails"
    lower = inst.law.support.lower
    y = np.arange(lower, last + 1)[:, np.newaxis] + np.zeros_like(params[0])
    return y, np.ones_like(y)


def _between_quantiles(inst: Instance, params: Any) -> tuple[Array, Array]:
    ends = list(inst.law.quantile(PIECES[:, np.newaxis], *params))
    if "mode" not in inst.lacks:
        mode = inst.law.mode(*params)  # where a density may have a kink
        ends.append(np.where((mode > ends[0]) & (mode < ends[-1]), mode, ends[0]))
    edges = np.sort(np.array(ends), axis=0)
    for _ in range(12):
        rough, fine = _contents(inst, edges, params), _contents(inst, divided(edges, 2), params)
        both = fine[:, ::2] + fine[:, 1::2]
        with np.errstate(all="ignore"):
            bad = (abs(both - rough) > 1e-10 * both.sum(axis=1, keepdims=True)).any(axis=(0, 2))
        if not bad.any():
            break
        edges = np.sort(np.concatenate([edges, divided(edges, 2)[1::2][bad]]), axis=0)
    y, width = (v.swapaxes(0, 1).reshape(-1, *v.shape[2:]) for v in quadrature(edges))
    if inst.atoms:
        at = np.array(inst.atoms)[:, np.newaxis] + np.zeros_like(params[0])
        y, width = np.concatenate([y, at]), np.concatenate([width, np.ones_like(at)])
    return y, width


def _contents(inst: Instance, edges: Array, params: Any, method: str = "nll_grad") -> Array:
    """Probability and expected squares of the gradients in each piece, one after the other."""
    y, width = quadrature(edges)
    wide = [np.array(np.broadcast_to(p, y.shape)) for p in params]
    loss, *grads = flat(getattr(inst.law, method)(y, *wide, reduction="none", check=False))
    with np.errstate(all="ignore"):
        mass = np.where(width == 0, 0.0, np.exp(-loss) * width)
        return np.array([np.where(mass == 0, 0.0, mass * f).sum(axis=0) for f in (1.0, *(g * g for g in grads))])


def _logarithmic(a: Array, b: Array) -> Array:
    """Whether a piece spans magnitudes, so that log y is the better variable."""
    with np.errstate(all="ignore"):
        return (np.sign(a) * np.sign(b) > 0) & (np.maximum(abs(a), abs(b)) > 2 * np.minimum(abs(a), abs(b)))


def divided(edges: Array, n: int) -> Array:
    """The edges with n - 1 others between each two."""
    a, b = edges[:-1, np.newaxis], edges[1:, np.newaxis]
    t = (np.arange(n) / n)[:, np.newaxis]
    with np.errstate(all="ignore"):
        between = np.where(_logarithmic(a, b), a * (b / a) ** t, a + (b - a) * t)
    return np.concatenate([between.reshape(-1, *edges.shape[1:]), edges[-1:]])


def quadrature(edges: Array) -> tuple[Array, Array]:
    """Gauss-Legendre nodes (along the first axis) and weights of each piece between edges."""
    a, b = edges[:-1], edges[1:]
    logarithmic = _logarithmic(a, b)
    with np.errstate(all="ignore"):
        la, lb = (np.where(logarithmic, np.log(abs(e)), e) for e in (a, b))
        half = 0.5 * (lb - la)
        z = 0.5 * (lb + la) + half * GAUSS[:, np.newaxis, np.newaxis]
        y = np.where(logarithmic, np.copysign(np.exp(z), a), z)
        return y, half * GAUSS_WEIGHTS[:, np.newaxis, np.newaxis] * np.where(logarithmic, y, 1.0)


def beyond(inst: Instance, edges: Array, params: Any) -> Array:
    """The probability between each edge and the last one, in either direction."""
    pieces = abs(_contents(inst, divided(edges, 8), params, "nll")[0])
    pieces = pieces.reshape(-1, 8, *pieces.shape[1:]).sum(axis=1)
    return np.concatenate([np.cumsum(pieces[::-1], axis=0)[::-1], np.zeros_like(edges[:1])])
