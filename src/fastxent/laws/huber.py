"""Errors that are Gaussian in the middle and double exponential in the tails."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import INF, TAME, copysign, formula, mul0, mulexp, stage, usual

from ._decode import scipy_special
from ._links import Link
from ._newton import SmoothLocationScale
from ._settings import positive, scalar

if TYPE_CHECKING:
    from ._decode import Array


@formula
def huber(y, loc, log_scale, delta, log_norm, inside, spread, *, fisher):
    residual = y - loc
    far = abs(residual)
    tame = abs(log_scale) <= TAME
    inverse = stage(mulexp(1, -log_scale))
    size = far * inverse if usual(tame) else mulexp(far, -log_scale)
    inner = size if size < delta else delta
    cost = inner * (size - 0.5 * inner)
    finite = cost if cost == cost else far  # nan as well where loc and log_scale are infinite: the sum is inf
    loss = finite if finite == INF else finite + log_norm + log_scale  # log_scale = -inf: all mass at loc
    nll = cost + log_norm + log_scale if usual(tame) else loss
    slope = inner * inverse if usual(tame) else mul0(inverse, inner)
    expected = spread if log_scale == log_scale else log_scale
    flat = 0 if log_scale == log_scale else log_scale
    curve = inverse * inverse if size <= delta else flat
    h_loc = inside * inverse * inverse if fisher else curve
    pull = size * inner
    h_log_scale = expected if fisher else (2 * pull if size <= delta else pull)
    known = residual == residual
    return (
        nll,
        (copysign(slope, -residual) if known else residual, 1 - pull),
        (h_loc if known else residual, h_log_scale if known else residual),
    )


@formula
def huber_fixed(y, loc, inverse, delta, log_norm, inside, *, fisher):
    residual = y - loc
    size = abs(residual) * inverse
    inner = size if size < delta else delta
    square = inverse * inverse
    h_loc = inside * square if fisher else (square if size <= delta else 0)
    known = size == size
    slope = copysign(inner * inverse, -residual)
    return inner * (size - 0.5 * inner) + log_norm, (slope if known else size,), (h_loc if known else size,)


class Huber(SmoothLocationScale):
    r"""Errors that are Gaussian in the middle and double exponential in the tails: the Huber loss, normalised.

    nll = h(z) + log s + log Z, z = (y − loc)/s, h(z) = z²/2 for \|z\| ≤ delta, else delta·(\|z\| − delta/2), with
    s = exp(log_scale), or the given scale, and Z = √(2π)·erf(delta/√2) + 2·exp(−delta²/2)/delta. [1]_ With ``scale=1``
    and ``constant=False`` this is the Huber loss as it is usually written; as a density it has been called the least
    favourable one.

    Domain: every real y. Links: identity, log. The observed second derivative for loc is 0 where \|z\| > delta; its
    expectation (``curvature="fisher"``) is not. ``constant=False`` drops log Z, and log s where the scale is fixed.

    ``init_params``: the parameters of highest likelihood, by Newton's method; the scale is kept at 2⁻⁵² of the largest
    absolute y or above it (2⁻¹²⁶ where every y is 0). ``cdf``, ``sf``, ``quantile`` and ``sample`` need SciPy.

    Parameters
    ----------
    delta : float
        Where the tails begin, in units of the scale; between 2⁻¹²⁶ and 2¹²⁶.
    scale : float, optional
        A fixed scale, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter loc alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How the scale comes in: see `Law`.

    References
    ----------
    .. [1] Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35, 1964.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.Huber(1.5, scale=1)
    >>> print(law.nll([1.0, 4.0], [0.0, 0.0], constant=False, reduction="none"))
    [0.5   4.875]
    """

    delta: float
    _norm: float
    _edge: float

    def __init__(self, delta: float = 1.0, scale: float | None = None, link: Link = "log") -> None:
        delta, scale = scalar("delta", delta), positive("scale", scale)
        positive("delta", delta)
        self._set(delta=delta, scale=scale, link=link)
        middle, edge = math.sqrt(2 * math.pi) * math.erf(delta / math.sqrt(2)), math.exp(-0.5 * delta * delta)
        norm = middle + 2 * edge / delta
        log_norm, inside = math.log(norm), middle / norm
        spread = 1 + (middle - 2 * delta * edge) / norm
        self.__dict__.update(
            _norm=norm,
            _edge=edge / (delta * norm),  # the probability of z < -delta
            _standard_variance=(middle + 4 * edge * (1 + delta**-2) / delta) / norm,
            _standard_fisher=(inside, 0.0, spread),
        )
        if scale is None:
            settings = (delta, log_norm, inside, spread)
            self._use(huber, ("loc", "log_scale"), *settings, free=(delta, 0.0, inside, spread), link=link)
        else:
            inverse = 1 / scale
            settings = (inverse, delta, math.log(scale) + log_norm, inside)
            self._use(huber_fixed, ("loc",), *settings, free=(inverse, delta, 0.0, inside), link=link)

    def _standard_cdf(self, z: Array) -> Array:
        ndtr, delta = scipy_special().ndtr, self.delta
        low = np.minimum(z, -z)
        between = (ndtr(np.maximum(low, -delta)) - ndtr(-delta)) * (math.sqrt(2 * math.pi) / self._norm)
        beyond = np.minimum(low + delta, 0)
        tail = self._edge * np.exp(np.where(beyond == 0, 0.0, delta * beyond)) + between
        probability: Array = np.where(z < 0, tail, 1 - tail)
        return probability

    def _standard_sf(self, z: Array) -> Array:
        return self._standard_cdf(-z)

    def _standard_quantile(self, p: Array) -> Array:
        special, delta = scipy_special(), self.delta
        low = np.minimum(p, 1 - p)
        share = self._norm / math.sqrt(2 * math.pi)
        near = math.sqrt(2) * special.erfinv(2 * share * (low - 0.5))
        deep = special.ndtri(special.ndtr(-delta) + share * np.maximum(low - self._edge, 0))
        middle = np.clip(np.where(near > -1, near, deep), -delta, 0)
        tail = np.log(low / self._edge) / delta - delta
        z = np.where(low == 0, -np.inf, np.where(low < self._edge, tail, middle))
        quantile: Array = np.where(p < 0.5, z, -z)
        return quantile

    def _standard_sample(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        z = self._standard_quantile(0.5 - 0.5 * rng.random(shape))
        return np.where(rng.random(shape) < 0.5, z, -z)

    def _standard_nll(self, z: Array) -> Array:
        inner = np.minimum(np.abs(z), self.delta)
        return inner * (np.abs(z) - 0.5 * inner)

    def _standard_slopes(self, z: Array) -> tuple[Array, Array]:
        return np.clip(z, -self.delta, self.delta), np.where(np.abs(z) <= self.delta, 1.0, 0.0)
