"""Counts with more zeros than a law has."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import dispersion_information, exp, formula, mul0

from ._decode import average
from ._gate import CLOSED, Gated, either, gates, sides, times
from ._law import Law
from .negative_binomial import absence, mixture, negative_binomial
from .poisson import poisson

if TYPE_CHECKING:
    from ._decode import Array


@formula
def zero_inflated_poisson(y, log_rate, gate, constants, *, fisher):
    full, (slope,), (mean,) = poisson(y, log_rate, constant=True)
    short, (_slope,), (_mean,) = poisson(y, log_rate, constant=False)
    loss = full if constants > 0 else short
    nothing = mul0(log_rate, 0) + mul0(gate, 0)
    shut, passed, loss_passed, loss_shut = gates(gate)
    more, structural, sampled, surprise = either(gate, mean)
    none = y == 0
    seen = mul0(mean, sampled)
    bend = seen - mul0(mean, structural * seen) if none else mean
    tie = structural * (passed - structural)
    expected = mul0(mean, passed) * (1 - mul0(mean, structural * exp(-mean)))
    return (
        surprise if none else loss + loss_passed,
        (seen if none else slope, -structural * more if none else shut + nothing),
        (
            expected if fisher else bend,
            shut * structural * more if fisher else (-tie * more if none else shut * passed + nothing),
        ),
    )


@formula
def zero_inflated_negative_binomial(y, log_mean, log_dispersion, gate, constants, *, fisher):
    full, (slope, lean), (bend, curve) = negative_binomial(y, log_mean, log_dispersion, constant=True, fisher=False)
    short, (_s, _l), (_b, _c) = negative_binomial(y, log_mean, log_dispersion, constant=False, fisher=False)
    loss = full if constants > 0 else short
    nothing = mul0(log_mean, 0) + mul0(log_dispersion, 0) + mul0(gate, 0)
    m, alpha, both_logs, am, u, rest, log_u, p, q, mq, log_mq, zero = mixture(log_mean, log_dispersion)
    keep, lack, extra = absence(p, q, am, log_u)
    shut, passed, loss_passed, loss_shut = gates(gate)
    more, structural, sampled, surprise = either(gate, zero)
    none = y == 0
    seen_slope = mul0(slope, sampled)
    seen_lean = mul0(lean, sampled)
    tie = structural * (passed - structural)
    information = p * dispersion_information(alpha, 1 / alpha, p, q)
    hidden = structural * exp(-zero)
    ahead = mul0(zero, hidden) * lack
    expected = mul0(mq, passed) * (1 - mul0(mq, hidden))
    return (
        surprise if none else loss + loss_passed,
        (
            seen_slope if none else slope,
            seen_lean if none else lean,
            -structural * more if none else shut + nothing,
        ),
        (
            expected if fisher else (mul0(bend, sampled) - mul0(slope, structural * seen_slope) if none else bend),
            passed * (information - mul0(zero, ahead) * lack)
            if fisher
            else (mul0(curve, sampled) - mul0(lean, structural * seen_lean) if none else curve),
            shut * structural * more if fisher else (-tie * more if none else shut * passed + nothing),
        ),
    )


class ZeroInflated(Gated):
    """Counts of which some are 0 whatever the law of the others says, with probability π = sigmoid(gate).

    nll = −log(π + (1 − π)·P(0)) for y = 0, else the law's own − log(1 − π). [1]_ It is evaluated without cancellation
    where zeros are near certain.

    Domain: y ≥ 0; between whole numbers as the same formula says. Links: those of the law, identity for the gate.
    ``constant=False`` drops log Γ(y + 1).

    Fisher's information has the law's, and with it, for a `NegativeBinomial`, the same approximation in
    ``curvature="fisher"``; ``fisher`` is exact.

    ``init_params``: of highest likelihood; where data have fewer zeros than the law, the law's own and a gate of
    −126·log 2. ``quantile`` needs SciPy, ``cdf`` and ``sf`` as well.

    Parameters
    ----------
    law : Poisson or NegativeBinomial
        The law of the other counts; its link serves here.

    References
    ----------
    .. [1] Lambert, Zero-Inflated Poisson Regression, Technometrics 34, 1992.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.ZeroInflated(fx.Poisson())
    >>> print(law.params, round(float(law.nll(0, 1.0, 0.0)), 6))
    ('log_rate', 'gate') 0.629245
    """

    def __init__(self, law: Law) -> None:
        self._gate(law, (zero_inflated_poisson, zero_inflated_negative_binomial))

    def _mean(self, *params: Array) -> Array:
        law, own, _, passed = self._split(*params)
        return np.asarray(law._mean(*own) * passed)

    def _variance(self, *params: Array) -> Array:
        law, own, shut, passed = self._split(*params)
        mean = law._mean(*own)
        return np.asarray(passed * (law._variance(*own) + shut * mean * mean))

    def _cdf(self, x: Array, *params: Array) -> Array:
        law, own, shut, passed = self._split(*params)
        return np.where(x < 0, 0.0, shut + passed * law._cdf(x, *own))

    def _sf(self, x: Array, *params: Array) -> Array:
        law, own, _, passed = self._split(*params)
        return np.where(x < 0, 1.0, passed * law._sf(x, *own))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Any:
        law, own, shut, _ = self._split(*params)
        return np.where(rng.random(shape) < shut, 0, law._sample(rng, shape, *own))

    def _fisher(self, *params: Array) -> list[list[Array]]:
        law, own, shut, passed = self._split(*params)
        zero, slopes = self._zero(*own)
        both = params[-1] + zero
        (structural, sampled), absent = sides(both), np.exp(-zero)
        rows = law._fisher(*own)
        for i, j in itertools.combinations_with_replacement(range(len(rows)), 2):
            product = times(slopes[i], structural * times(slopes[j], absent))
            rows[i][j] = rows[j][i] = passed * (rows[i][j] - product)
        for row, slope in zip(rows, slopes, strict=True):
            row.append(-shut * times(slope, sampled))
        last = shut * structural * passed * -np.expm1(-zero)
        return [*rows, [*(row[-1] for row in rows), last]]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        law, zeros = self.__dict__["_base"], average((values == 0).astype(np.float64), w)
        own = self._likeliest(values[values > 0], w[values > 0])
        expected = math.exp(-float(law.nll(0.0, *own)))
        if expected < zeros < 1:
            return *own, math.log((zeros - expected) / (1 - zeros))
        return *law._init_params(values, w), CLOSED
