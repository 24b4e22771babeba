"""What a gate makes of the zeros of a law of counts: shared by `ZeroInflated` and `Hurdle`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import exp, expm1, log1p, log1p_unit, part

from ._counts import count_quantile, root
from ._decode import TINY, average
from ._law import Law
from ._support import Interval
from .negative_binomial import LEAST, MOST, NegativeBinomial
from .poisson import Poisson

if TYPE_CHECKING:
    from ._decode import Array

CLOSED = math.log(TINY)  # a gate that stands in for one that never gives a zero


@part
def gates(gate):
    """Probabilities of the gate's two sides, and minus their logs, the second's first."""
    e = exp(-abs(gate))
    d = 1 / (1 + e)
    rest = log1p_unit(e)
    shut = d if gate >= 0 else e * d
    passed = e * d if gate >= 0 else d
    return shut, passed, (gate if gate >= 0 else 0) + rest, (0 if gate >= 0 else -gate) + rest


@part
def either(gate, zero):
    """A zero that the gate gives, or the law, whose probability is exp(-zero).

    What is returned: the probability of more than 0, which of the two a zero comes from, and minus its log-probability.
    """
    shut, passed, loss_passed, loss_shut = gates(gate)
    more = passed * -expm1(-zero)
    both = gate + zero
    f = exp(-abs(both))
    c = 1 / (1 + f)
    structural = c if both >= 0 else f * c
    sampled = f * c if both >= 0 else c
    far = loss_passed - ((gate if both >= 0 else -zero) + log1p_unit(f))
    surprise = -log1p(-more) if more < 0.5 else far
    return more, structural, sampled, surprise


def sides(gate: Array) -> tuple[Array, Array]:
    """The probabilities of a gate's two sides."""
    return np.exp(-np.logaddexp(0, -gate)), np.exp(-np.logaddexp(0, gate))


def times(a: Array, b: Array) -> Array:
    """A product in which b = 0 wins over an infinite a."""
    return np.where((b == 0) & ~np.isnan(a), 0.0, a * b)


class Gated(Law):
    """A law of counts behind a gate."""

    support = Interval(0, np.inf, "left")
    _discrete = True
    _least_passed = 0  # the least count that passes the gate
    law: Law

    def _gate(self, law: Law, formulas: tuple[Callable[..., Any], Callable[..., Any]]) -> None:
        if not isinstance(law, Poisson | NegativeBinomial):
            raise TypeError(f"law must be a Poisson or NegativeBinomial, got {law!r}")
        self._set(law=law)
        base = type(law)()
        self.__dict__["_base"] = base
        self._use(formulas[isinstance(law, NegativeBinomial)], (*base.params, "gate"), 1.0, free=(0.0,), link=law.link)

    def _start(self, *params: Array) -> Array:
        """A count beyond nearly all others."""
        base = self.__dict__["_base"]
        return np.asarray(base._mean(*params) + 10 * np.sqrt(base._variance(*params)))

    def _quantile(self, p: Array, *params: Array) -> Array:
        return count_quantile(lambda k: self._cdf(k, *params), p, self._start(*params[:-1]))

    def _split(self, *params: Array) -> tuple[Any, tuple[Array, ...], Array, Array]:
        """The law and its parameters, the probabilities of the gate's two sides."""
        return self.__dict__["_base"], params[:-1], *sides(params[-1])

    def _mode(self, *params: Array) -> Array:
        base, own, _, passed = self._split(*params)
        mode = np.maximum(base._mode(*own), self._least_passed)
        make: Any = type(self)
        plain = make(base)  # the same law of logs
        loss, loss_at_0 = (plain.nll(y, *params, reduction="none", check=False) for y in (mode, 0.0))
        return np.where(np.isnan(mode) | np.isnan(passed), np.nan, np.where(loss <= loss_at_0, mode, 0.0))

    def _zero(self, *params: Array) -> tuple[Array, list[Array]]:
        """The base law's -log P(0) and its gradient."""
        options: dict[str, Any] = {"reduction": "none"}
        loss, grads = self.__dict__["_base"].nll_grad(0.0, *params, **options)
        return loss, [grads] if len(params) == 1 else list(grads)

    def _likeliest(self, values: Array, w: Array) -> tuple[float, ...]:
        """The base law's parameters, from counts above 0 alone."""
        if not w.sum() > 0:
            return (math.log(TINY), LEAST)[: len(self.params) - 1]
        w = w / w.sum()
        mean = average(values, w)
        if isinstance(self.law, Poisson):
            return (truncated_log_mean(mean, LEAST),)
        counts, places = np.unique(values, return_inverse=True)
        weights = np.bincount(places, w)

        def slope(log_dispersion: float) -> tuple[float, float]:
            log_mean = truncated_log_mean(mean, log_dispersion)
            _, (_, slope) = NegativeBinomial().nll_grad(
                counts, log_mean, log_dispersion, weight=weights, reduction="sum", constant=False
            )
            zero, (_, edge) = NegativeBinomial().nll_grad(0.0, log_mean, log_dispersion)
            return float(slope) + float(edge) / math.expm1(min(float(zero), 700.0)) * float(weights.sum()), 0.0

        if not slope(LEAST)[0] < 0:
            return truncated_log_mean(mean, LEAST), LEAST
        high = next((float(h) for h in range(0, int(MOST), 2) if slope(h)[0] > 0), MOST)
        log_dispersion = root(slope, LEAST, high, 0.5 * (LEAST + high))
        return truncated_log_mean(mean, log_dispersion), log_dispersion


def truncated_log_mean(mean: float, log_dispersion: float) -> float:
    """The log of the mean of a law of counts whose counts above 0 have this mean."""

    def gap(log_mean: float) -> tuple[float, float]:
        zero = float(NegativeBinomial().nll(0.0, log_mean, log_dispersion))
        return math.exp(log_mean) / -math.expm1(-zero) - mean, 0.0

    low, high = math.log(TINY), math.log(max(mean, TINY))
    return low if not gap(low)[0] < 0 else root(gap, low, high, 0.5 * (low + high))
