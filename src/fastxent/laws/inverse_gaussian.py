"""First passage times of a Brownian motion."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from fastxent.formula import (
    CALM,
    INF,
    LEAST_NORMAL,
    LIFT,
    LOG_LIFT,
    exp,
    exp_twin,
    expm1_twin,
    formula,
    log,
    log_less,
    mulexp,
    stage,
    usual,
)

from ._decode import average, logsumexp, scipy_special, times_exp
from ._law import Law
from ._links import Link
from ._settings import positive
from ._support import Interval

if TYPE_CHECKING:
    from ._decode import Array

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)
LOG_LEAST_SPREAD = -104 * math.log(2)  # the least mean/shape of a first guess: a standard deviation of 2^-52 means
BISECTIONS = 120
NODES, WEIGHTS = np.polynomial.legendre.leggauss(48)


@formula
def inverse_gaussian(y, log_mean, log_shape, log_norm, jacobian, *, fisher):
    w = stage(log_less(y, log_mean))
    log_y = log(y)
    calm = abs(log_shape) <= CALM and abs(w) <= CALM and abs(log_y) <= CALM
    ratio = exp_twin(w)  # y/mean
    excess = expm1_twin(w)
    rate = exp(log_shape) / y
    # far out, the exponents are added before anything overflows or underflows
    share = -expm1_twin(-abs(w))
    tiny = y < LEAST_NORMAL
    lifted = y * LIFT if tiny else y
    shift = LOG_LIFT if tiny else 0
    above = log_shape - 2 * log_mean - shift
    below = log_shape - log_mean
    half_below = mulexp(0.5 * share * share / lifted, log_shape + shift)
    far_half = mulexp(0.5 * share * share * lifted, above) if w > 0 else half_below
    half = 0.5 * (excess * rate) * excess if usual(calm) else far_half
    far_pull = -mulexp(share * lifted, above) if w > 0 else mulexp(share, below)
    pull = -(rate * ratio) * excess if usual(calm) else far_pull
    far_bend = 2 * mulexp((1 - 0.5 * exp_twin(-abs(w))) * lifted, above) if w > 0 else mulexp(1 + 2 * excess, below)
    bend = (rate * ratio) * (1 + 2 * excess) if usual(calm) else far_bend
    rest = jacobian * log_y + log_norm
    loss = half - 0.5 * log_shape + rest
    certain = INF if half == INF or log_shape == -INF else loss
    known = w == w and log_shape == log_shape
    nll = loss if usual(calm) else (certain if known else w + log_shape)
    h_mean = mulexp(1, below) if fisher else bend
    expected = 0.5 if known else w + log_shape
    return nll, (pull, half - 0.5), (h_mean, expected if fisher else half)


@formula
def inverse_gaussian_fixed(y, log_mean, log_shape, log_norm, jacobian, *, fisher):
    w = stage(log_less(y, log_mean))
    log_y = log(y)
    calm = abs(log_shape) <= CALM and abs(w) <= CALM and abs(log_y) <= CALM
    ratio = exp_twin(w)
    excess = expm1_twin(w)
    rate = exp(log_shape) / y
    share = -expm1_twin(-abs(w))
    tiny = y < LEAST_NORMAL
    lifted = y * LIFT if tiny else y
    shift = LOG_LIFT if tiny else 0
    above = log_shape - 2 * log_mean - shift
    below = log_shape - log_mean
    half_below = mulexp(0.5 * share * share / lifted, log_shape + shift)
    far_half = mulexp(0.5 * share * share * lifted, above) if w > 0 else half_below
    half = 0.5 * (excess * rate) * excess if usual(calm) else far_half
    far_pull = -mulexp(share * lifted, above) if w > 0 else mulexp(share, below)
    pull = -(rate * ratio) * excess if usual(calm) else far_pull
    far_bend = 2 * mulexp((1 - 0.5 * exp_twin(-abs(w))) * lifted, above) if w > 0 else mulexp(1 + 2 * excess, below)
    bend = (rate * ratio) * (1 + 2 * excess) if usual(calm) else far_bend
    return half + (jacobian * log_y + log_norm), (pull,), (mulexp(1, below) if fisher else bend,)


class InverseGaussian(Law):
    """First passage times: positive and skewed, with variance mean³/shape.

    nll = shape·(y − mean)²/(2·mean²·y) + (log(2π) + 3·log y − log shape)/2, with mean = exp(log_mean) and
    shape = exp(log_shape), or the given shape. [1]_ Also known as the Wald law; with a fixed shape, the loss is
    half the deviance of a generalised linear model (and a constant), whose dispersion is 1/shape.

    Domain: y > 0. Links: log, log. ``constant=False`` drops log(2π)/2 and 3·log(y)/2, and log(shape)/2 where the shape
    is fixed.

    ``init_params``: the log of the mean, and of the shape of highest likelihood, which is kept at 2¹⁰⁴ means or below
    it. ``cdf``, ``sf`` and ``quantile`` need SciPy; ``quantile`` bisects.

    Parameters
    ----------
    shape : float, optional
        A fixed shape, between 2⁻¹²⁶ and 2¹²⁶; the law then has the parameter log_mean alone.
    link : {"log", "softplus", "identity"}, or a dict of these by name
        How mean and shape come in: see `Law`.

    References
    ----------
    .. [1] Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 15.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.InverseGaussian(shape=1)
    >>> print(law.nll(1.0, 0.0, constant=False), law.variance(0.0))
    0.0 1.0
    """

    support = Interval(0, np.inf)
    shape: float | None

    def __init__(self, shape: float | None = None, link: Link = "log") -> None:
        shape = positive("shape", shape)
        self._set(shape=shape, link=link)
        if shape is None:
            params = ("log_mean", "log_shape")
            self._use(inverse_gaussian, params, HALF_LOG_2PI, 1.5, free=(0.0, 0.0), link=link)
        else:
            log_shape = math.log(shape)
            full = (log_shape, HALF_LOG_2PI - 0.5 * log_shape, 1.5)
            self._use(inverse_gaussian_fixed, ("log_mean",), *full, free=(log_shape, 0.0, 0.0), link=link)

    def _logs(self, log_mean: Array, *log_shape: Array) -> Array:
        return log_shape[0] if log_shape else np.full_like(log_mean, math.log(self.shape or 1.0))

    def _mean(self, log_mean: Array, *_: Array) -> Array:
        return np.exp(log_mean)

    def _mode(self, log_mean: Array, *shape: Array) -> Array:
        k = 1.5 * np.exp(log_mean - self._logs(log_mean, *shape))
        return times_exp(1 / (np.hypot(1, k) + k), log_mean)

    def _variance(self, log_mean: Array, *shape: Array) -> Array:
        return np.exp(3 * log_mean - self._logs(log_mean, *shape))

    def _fisher(self, log_mean: Array, *shape: Array) -> list[list[Array]]:
        place = np.exp(self._logs(log_mean, *shape) - log_mean)
        if not shape:
            return [[place]]
        none = np.zeros_like(place)
        return [[place, none], [none, np.full_like(place, 0.5)]]

    def _tails(self, log_x: Array, log_mean: Array, *shape: Array) -> tuple[Array, Array]:
        """The distribution function and what it lacks of 1, each without a difference of nearly equal numbers."""
        special = scipy_special()
        root = 0.5 * (self._logs(log_mean, *shape) - log_x - math.log(2))
        w = log_x - log_mean
        a, b = times_exp(np.expm1(w), root), times_exp(np.exp(w) + 1, root)  # √2 of them is what Φ takes
        size = np.abs(a)
        beyond, dense = special.erfcx(b), np.exp(-a * a)
        near = 0.5 * dense * (special.erfcx(size) + beyond)
        far = 0.5 * np.where(dense > 0, dense * self._difference(size, times_exp(np.full_like(root, 2.0), root)), 0.0)
        return np.where(a < 0, near, 1 - far), np.where(a < 0, 1 - near, far)

    def _difference(self, a: Array, step: Array) -> Array:
        """erfcx(a) - erfcx(a + step) for a >= 0: by the integral that it is where the step is short."""
        special = scipy_special()
        reach = np.minimum(6.5, 20 / np.maximum(a, 1e-300))
        total = np.zeros_like(a)
        for node, weight in zip(NODES, WEIGHTS, strict=True):
            u = 0.5 * (1 + node) * reach
            total += weight * np.exp(-u * u - 2 * a * u) * -np.expm1(-2 * step * u)
        return np.where(step < 0.5 * a, total * reach / math.sqrt(math.pi), special.erfcx(a) - special.erfcx(a + step))

    def _cdf(self, x: Array, *params: Array) -> Array:
        return self._at(x, 0, *params)

    def _sf(self, x: Array, *params: Array) -> Array:
        return self._at(x, 1, *params)

    def _at(self, x: Array, side: int, *params: Array) -> Array:
        inside = (x > 0) & (x < np.inf)
        value = self._tails(np.log(np.where(inside, x, 1.0)), *params)[side]
        ends = np.where(np.isnan(x), np.nan, (x <= 0) == (side == 1))
        return np.where(inside, value, ends)

    def _quantile(self, p: Array, *params: Array) -> Array:
        log_mean, log_shape = params[0], self._logs(*params)
        low = -np.logaddexp(math.log(1500) - log_shape, math.log(2) - log_mean) - 1
        high = np.logaddexp(2 * log_mean - log_shape + math.log(1500), log_mean + math.log(2)) + 1
        for _ in range(BISECTIONS):
            middle = 0.5 * (low + high)
            below, above = self._tails(middle, *params)
            more = np.where(p < 0.5, below < p, above > 1 - p)
            low, high = np.where(more, middle, low), np.where(more, high, middle)
        return np.where(p == 0, 0.0, np.where(p == 1, np.inf, np.exp(0.5 * (low + high))))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        """By the method of Michael, Schucany and Haas (1976), whose smaller root is written without a difference."""
        log_mean = params[0]
        square = np.square(rng.standard_normal(shape))
        t = 0.5 * times_exp(square, log_mean - self._logs(*params))
        root = 1 / (1 + t + np.sqrt(t * (2 + t)))
        upper = rng.random(shape) * (1 + root) > 1
        return times_exp(np.where(upper, 1 / root, root), log_mean)

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        log_mean = math.log(average(values, w) or 2.0**-1074)
        if self.shape is not None:
            return (log_mean,)
        apart = np.abs(np.log(values) - log_mean)
        with np.errstate(divide="ignore"):
            spread = np.log(w) + apart + 2 * np.log(-np.expm1(-apart))  # of w·(y - mean)²/(y·mean)
        finite = spread[spread > -np.inf]
        log_spread = logsumexp(finite) if finite.size else -np.inf
        return log_mean, log_mean - max(log_spread, LOG_LEAST_SPREAD)
