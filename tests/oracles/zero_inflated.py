"""ZeroInflated: a structural zero of probability π = sigmoid(gate), else a count of the law."""

from __future__ import annotations

from typing import Any

from instance_core import BELOW_0, Instance, gaussian
from mpmath import mp
from oracle_core import Number, Parts, Rough, entry, exp, expm1, sigmoid, softplus

import fastxent as fx
from oracles._gate import BASES, draw_counts, negative_binomial_points, poisson_points, rough, sums


def zero_inflated(y: Number, *params: Number, law: Any) -> Parts:
    *own, gate = params
    base, absent = BASES[type(law)](y, *own), BASES[type(law)](mp.mpf(0), *own)
    shut, passed = sigmoid(gate), sigmoid(-gate)
    zero, slopes, bends = sum(absent.nll), sums(absent.grad), sums(absent.observed)
    structural, sampled = sigmoid(gate + zero), sigmoid(-gate - zero)
    none = exp(-zero)
    more = passed * -expm1(-zero)
    tie = structural * sampled
    moved = tie * more + structural * passed * none  # what a change of the exponent makes of structural·more
    off = 4 * zero + abs(gate + zero)  # that an exponent is computed, from a mean that was rounded
    loose = [rough(terms) for terms in (*base.grad, *base.observed)]
    hidden = structural * none
    fisher = [
        Rough([passed * sum(terms), -passed * hidden * slope**2], passed * (rough(terms) + 2 * off * hidden * slope**2))
        for terms, slope in zip(base.fisher, slopes, strict=True)
    ]
    fisher.append(Rough([shut * structural * more], shut * off * moved))
    if y > 0:
        return Parts(
            nll=Rough([*base.nll, softplus(gate)], rough(base.nll)),
            constant=base.constant,
            grad=(*base.grad, [shut]),
            observed=(*base.observed, [shut * passed]),
            fisher=tuple(fisher),
            slack=base.slack,
            relative=True,
            under=base.under,
        )
    return Parts(
        nll=Rough([-mp.log1p(-more)], 4 * zero * sampled),
        constant=[mp.mpf(0)],
        grad=(
            *(Rough([sampled * s], loose[i] + tie * off * abs(s)) for i, s in enumerate(slopes)),
            Rough([-structural * more], off * moved),
        ),
        observed=(
            *(
                Rough([sampled * b, -tie * s * s], loose[len(slopes) + i] + tie * off * (abs(b) + 2 * s * s))
                for i, (s, b) in enumerate(zip(slopes, bends, strict=True))
            ),
            Rough(
                [-structural * more * passed, structural * more * structural],
                3 * off * moved,
            ),
        ),
        fisher=tuple(fisher),
        relative=True,
        under=base.under,
    )


CASES = [
    entry(zero_inflated, "log_rate gate", poisson_points, law=fx.Poisson()),
    entry(zero_inflated, "log_mean log_dispersion gate", negative_binomial_points, law=fx.NegativeBinomial()),
]

INSTANCES = (
    Instance(fx.ZeroInflated(fx.Poisson()), draw_counts, (gaussian(), gaussian()), BELOW_0),
    Instance(
        fx.ZeroInflated(fx.NegativeBinomial()),
        draw_counts,
        (gaussian(), gaussian(0.7), gaussian()),
        BELOW_0,
        fisher_rtol=2e-2,
    ),
)
