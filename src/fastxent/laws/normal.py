"""Gaussian errors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import INF, formula, mul0, mulexp

from ._law import TINY, Law, floats, observations, positive, probabilities, sampling, scipy_special

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)


@formula
def normal(y, loc, log_scale, half_log_2pi, *, constant, fisher):
    residual = y - loc
    inverse = mulexp(1, -log_scale)
    z = mulexp(residual, -log_scale)  # shares its exponential with the line above
    square = z * z
    half = 0.5 * z * z + (half_log_2pi if constant else 0)  # halved first: it overflows later
    finite = half if half == half else abs(residual)  # nan as well where loc and log_scale are infinite: the sum is inf
    nll = finite if finite == INF else finite + log_scale  # log_scale = -inf: all mass at loc
    h_loc = inverse * inverse
    expected = 2 if log_scale == log_scale else log_scale
    h_log_scale = expected if fisher else 2 * square
    known = residual == residual
    return nll, (-mul0(inverse, z), 1 - square), (h_loc if known else z, h_log_scale if known else z)


@formula
def normal_fixed(y, loc, inverse, log_norm, *, constant):
    z = (y - loc) * inverse
    nll = 0.5 * z * z + (log_norm if constant else 0)
    return nll, (-z * inverse,), (inverse * inverse if z == z else z,)


class Normal(Law):
    """Gaussian errors: the squared error, with its scale predicted or fixed.

    nll = ((y − loc)/s)²/2 + log s + log(2π)/2, with s = exp(log_scale), or the given scale. [1]_

    Domain: every real y. Links: identity, log. ``constant=False`` drops log(2π)/2, and log s where the scale is fixed.

    Parameters
    ----------
    scale : float, optional
        A fixed standard deviation; the law then has the parameter loc alone.

    References
    ----------
    .. [1] Bishop, Pattern Recognition and Machine Learning, 2006, eq. 1.46.

    Examples
    --------
    >>> import fastxent as fx
    >>> float(fx.Normal(scale=1).nll(3.0, 1.0, constant=False))
    2.0
    >>> fx.Normal().params
    ('loc', 'log_scale')
    """

    def __init__(self, scale: float | None = None) -> None:
        scale = positive("scale", scale)
        self._set(scale=scale)
        if scale is None:
            self._use(normal, ("loc", "log_scale"), HALF_LOG_2PI)
        else:
            self._use(normal_fixed, ("loc",), 1 / scale, math.log(scale) + HALF_LOG_2PI)

    def _scaled(self, *params: ArrayLike) -> tuple[Any, Any]:
        loc, log_scale = floats(params[0], np.log(self.scale) if self.scale else params[1])
        with np.errstate(over="ignore", under="ignore"):
            return loc, np.exp(log_scale)

    def mean(self, *params: ArrayLike) -> Any:
        """The parameter loc."""
        return self._scaled(*self._arrange(params, {}))[0][()]

    mode = mean

    def quantile(self, p: ArrayLike, *params: ArrayLike) -> Any:
        """Loc + s·Φ⁻¹(p); needs SciPy."""
        loc, scale = self._scaled(*self._arrange(params, {}))
        return loc + scale * scipy_special().ndtri(probabilities(p))

    def sample(self, *params: ArrayLike, size: Any = None, rng: Any = None) -> Any:
        """Gaussian values."""
        size, rng, (loc, scale) = sampling(size, rng, *self._scaled(*self._arrange(params, {})))
        return rng.normal(loc, scale, size)

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> Any:
        """The mean and the log of the standard deviation, which is kept above 2⁻⁵² of the largest |y| and 2⁻¹²⁶."""
        values, w = observations(self, y, weight)
        loc = float(np.average(values, weights=w))
        if self.scale is not None:
            return loc
        spread = math.sqrt(np.average((values - loc) ** 2, weights=w))
        return loc, math.log(max(spread, 2.0**-52 * float(np.abs(values).max()), TINY))
