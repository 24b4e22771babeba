"""Counts whose zeros have a probability of their own."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import (
    INF,
    LEAST_NORMAL,
    dispersion_information,
    expm1_share,
    expm1_share_rest,
    formula,
    log,
    log1mexp,
    log1p,
    log_rise,
    mul0,
)

from ._decode import TINY, average
from ._gate import CLOSED, Gated, gates, sides, times
from ._law import Law
from .negative_binomial import absence, mixture, negative_binomial
from .poisson import poisson

if TYPE_CHECKING:
    from ._decode import Array


@formula
def hurdle_poisson(y, log_rate, gate, constants, *, fisher):
    full, (slope,), (mean,) = poisson(y, log_rate, constant=True)
    short, (_slope,), (_mean,) = poisson(y, log_rate, constant=False)
    loss = full if constants > 0 else short
    shut, passed, loss_passed, loss_shut = gates(gate)
    none = y == 0
    nothing = mul0(log_rate, 0) + mul0(gate, 0)
    share = expm1_share(mean)
    more = expm1_share_rest(mean)
    less = log1mexp(mean) if mean >= LEAST_NORMAL else log_rate
    rare = INF if y > 1 else -INF  # the limit where the mean is 0
    many = rare if log_rate == -INF else loss + less
    bend = (1 + more) * (mean - more if mean < 1 else 1 - share)
    return (
        loss_shut + nothing if none else loss_passed + nothing + (log_rise(mean) if y == 1 else many),
        (nothing if none else more + (1 - y), nothing - passed if none else shut + nothing),
        (mul0(bend, passed) if fisher else (nothing if none else bend), shut * passed + nothing),
    )


@formula
def hurdle_negative_binomial(y, log_mean, log_dispersion, gate, constants, *, fisher):
    full, (base, lean), (bend, curve) = negative_binomial(y, log_mean, log_dispersion, constant=True, fisher=False)
    short, (_s, _l), (_b, _c) = negative_binomial(y, log_mean, log_dispersion, constant=False, fisher=False)
    loss = full if constants > 0 else short
    m, alpha, both, am, u, rest, log_u, p, q, mq, log_mq, zero = mixture(log_mean, log_dispersion)
    keep, lack, extra = absence(p, q, am, log_u)
    shut, passed, loss_passed, loss_shut = gates(gate)
    none = y == 0
    nothing = mul0(log_mean, 0) + mul0(log_dispersion, 0) + mul0(gate, 0)
    share = expm1_share(zero)
    more = expm1_share_rest(zero)
    one = log_rise(zero) + log1p(lack / keep)
    rare = INF if y > 1 or log_dispersion == INF else -INF  # the limit where the law's own P(y > 0) is 0
    less = log1mexp(zero) if zero >= LEAST_NORMAL else log_mq - log(keep)
    many = rare if log_mean == -INF or log_dispersion == INF else loss + less
    lost = lack * share
    low = keep * more
    high = mq + keep * share
    excess = extra + low if m < 1 else high - q
    scale = keep + low if m < 1 else high
    rest_bend = mq - excess if m < 1 else q - keep * share
    last_lost = mul0(mul0(zero, lack) + lost, lost)
    information = dispersion_information(alpha, 1 / alpha, p, q)
    known = mul0(p + (p / zero if zero > 0 else (alpha * keep if keep > 0 else p)) * share, information) - last_lost
    slope = excess + q * (1 - y)
    curved = curve + (share * (lack - p * keep) - last_lost)
    return (
        loss_shut + nothing if none else loss_passed + (one if y == 1 else many),
        (nothing if none else slope, nothing if none else lean - lost, nothing - passed if none else shut + nothing),
        (
            passed * scale * (p + rest_bend) if fisher else (nothing if none else q * p * y + scale * rest_bend),
            (0 * known if known < 0 else passed * known) if fisher else (nothing if none else curved),
            shut * passed + nothing,
        ),
    )


class Hurdle(Gated):
    """Counts of which 0 has a probability of its own, π = sigmoid(gate), and the others are a law's without its zeros.

    nll = −log π for y = 0, else the law's own + log(1 − P(0)) − log(1 − π). [1]_ A count of 1, which rare events are
    nearly certain to be, is evaluated without cancellation.

    Domain: y ≥ 0; between whole numbers as the same formula says. Links: those of the law, identity for the gate.
    ``constant=False`` drops log Γ(y + 1).

    Fisher's information has the law's, and with it, for a `NegativeBinomial`, its approximation in
    ``curvature="fisher"``, where 0 stands in for what would be negative; ``fisher`` is exact.

    ``init_params``: of highest likelihood; ±126·log 2 stands in for the gate of data with no zeros, or nothing else.
    ``quantile`` needs SciPy, ``cdf`` and ``sf`` as well.

    Parameters
    ----------
    law : Poisson or NegativeBinomial
        The law of the other counts; its link serves here.

    References
    ----------
    .. [1] Mullahy, Specification and Testing of Some Modified Count Data Models, Journal of Econometrics 33, 1986.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.Hurdle(fx.Poisson())
    >>> print(law.params, law.nll([0, 1], 0.0, 0.0, reduction="none").round(6))
    ('log_rate', 'gate') [0.693147 1.234472]
    """

    def __init__(self, law: Law) -> None:
        self._gate(law, (hurdle_poisson, hurdle_negative_binomial))

    _least_passed = 1

    def _some(self, *own: Array) -> Array:
        """The probability of the law's own counts above 0."""
        return np.asarray(-np.expm1(-self._zero(*own)[0]))

    def _mean(self, *params: Array) -> Array:
        return np.asarray(sides(params[-1])[1] * self._above(*params[:-1]))

    def _above(self, *own: Array) -> Array:
        """The mean of the counts above 0."""
        mean = self.__dict__["_base"]._mean(*own)
        return np.where(mean == 0, 1.0, mean / self._some(*own))

    def _variance(self, *params: Array) -> Array:
        law, own, shut, passed = self._split(*params)
        mean, above = law._mean(*own), self._above(*own)
        spread = above * (law._variance(*own) / mean + mean - above)
        return np.asarray(passed * (spread + shut * above * above))

    def _cdf(self, x: Array, *params: Array) -> Array:
        return np.where(x < 0, 0.0, 1 - self._sf(x, *params))

    def _sf(self, x: Array, *params: Array) -> Array:
        law, own, _, passed = self._split(*params)
        return np.where(x < 0, 1.0, np.where(x < 1, passed, passed * law._sf(x, *own) / self._some(*own)))

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Any:
        law, own, shut, _ = self._split(*params)
        level = rng.random(shape) * self._some(*own)  # of the counts above 0, from above
        counts = np.maximum(law._quantile(1 - level, *own), 1).astype(np.int64)
        return np.where(rng.random(shape) < shut, 0, counts)

    def _fisher(self, *params: Array) -> list[list[Array]]:
        law, own, shut, passed = self._split(*params)
        zero, slopes = self._zero(*own)
        odds = 1 / np.expm1(zero)
        rows = law._fisher(*own)
        for i, j in itertools.combinations_with_replacement(range(len(rows)), 2):
            product = times(slopes[i], times(slopes[j], odds))
            rows[i][j] = rows[j][i] = passed * (1 + odds) * (rows[i][j] - product)
        for row in rows:
            row.append(np.zeros_like(zero))
        return [*rows, [*(row[-1] for row in rows), shut * passed]]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        zeros = average((values == 0).astype(np.float64), w)
        own = self._likeliest(values[values > 0], w[values > 0])
        return *own, float(np.clip(math.log(max(zeros, TINY)) - math.log(max(1 - zeros, TINY)), CLOSED, -CLOSED))
