"""Hurdle: 0 with probability π = sigmoid(gate), else a count of the law, which is not 0."""

from __future__ import annotations

from typing import Any

from instance_core import BELOW_0, Instance, gaussian
from mpmath import mp, mpf
from oracle_core import ZERO, Number, Parts, Rough, entry, exp, expm1, sigmoid, softplus

import fastxent as fx
from oracles._gate import BASES, draw_counts, negative_binomial_points, poisson_points, rough, sums


def hurdle(y: Number, *params: Number, law: Any) -> Parts:
    *own, gate = params
    base, absent = BASES[type(law)](y, *own), BASES[type(law)](ZERO, *own)
    shut, passed = sigmoid(gate), sigmoid(-gate)
    zero, slopes, bends = sum(absent.nll), sums(absent.grad), sums(absent.observed)
    k = len(own)
    odds = 1 / expm1(zero)
    share = zero * odds if zero < mpf(2) ** 100 else ZERO
    rare = 1 - share if zero > mpf(2) ** -100 else zero / 2
    lack = -slopes[1] / zero if k == 2 else ZERO  # what of -log P(0) the mean's slope lacks
    keep = 1 - lack
    m = exp(own[0])
    alpha = exp(own[1]) if k == 2 else ZERO
    q = 1 / (1 + alpha * m)
    off = 8 + 4 * zero  # that the exponent zero is computed, from a mean that was rounded
    lost = lack * share
    scale = slopes[0] + keep * share
    size = scale * (lack + keep * rare)
    fisher = [Rough([passed * size], passed * off * share * size)]
    if k == 2:
        spread = sum(base.fisher[1])
        terms = [passed * (spread + share * (spread / zero)), -passed * lost * (lost - slopes[1])]
        terms = terms if sum(terms) > 0 else [ZERO]  # the quadrature may leave less than nothing
        fisher.append(Rough(terms, off * share * sum(map(abs, terms))))
    if y == 0:
        return Parts(
            nll=[softplus(-gate)],
            constant=[ZERO],
            grad=(*[[ZERO]] * k, [-passed]),
            observed=(*[[ZERO]] * k, [shut * passed]),
            fisher=(*fisher, [shut * passed]),
            relative=True,
            under=base.under,
        )
    near = m * (1 + alpha) < mpf(2) ** -100
    bracket = m * (1 - alpha) / 2 if near else q - keep * share
    part = slopes[0] if m < 1 else q
    loose = rough(base.observed[0]) + off * odds * (abs(bends[0]) + 2 * slopes[0] ** 2 * (1 + odds))
    observed = [Rough([alpha * m * y * q * q, scale * part, scale * (bracket - part)], loose)]
    if k == 2:
        terms = [*base.observed[1], bends[1] * odds, -lost * (lost - slopes[1])]
        loose = rough(base.observed[1]) + off * (abs(bends[1]) * odds + 2 * lost * (lost - slopes[1]))
        observed.append(Rough(terms, loose))
    return Parts(
        nll=Rough([*base.nll, mp.log(-expm1(-zero)), softplus(gate)], rough(base.nll)),
        constant=base.constant,
        grad=(
            *(
                Rough([*terms, slope * odds], rough(terms) + off * abs(slope * odds))
                for terms, slope in zip(base.grad, slopes, strict=True)
            ),
            [shut],
        ),
        observed=(*observed, [shut * passed]),
        fisher=(*fisher, [shut * passed]),
        slack=base.slack,
        relative=bool(y == 1),
        under=base.under,
    )


CASES = [
    entry(hurdle, "log_rate gate", poisson_points, law=fx.Poisson()),
    entry(hurdle, "log_mean log_dispersion gate", negative_binomial_points, law=fx.NegativeBinomial()),
]

INSTANCES = (
    Instance(fx.Hurdle(fx.Poisson()), draw_counts, (gaussian(), gaussian()), BELOW_0),
    Instance(
        fx.Hurdle(fx.NegativeBinomial()),
        draw_counts,
        (gaussian(), gaussian(0.7), gaussian()),
        BELOW_0,
        fisher_rtol=5e-2,
    ),
)
