"""What the tests of links share: the links in mpmath, laws made again with a link, exact answers by the chain rule."""

from __future__ import annotations

import dataclasses
import functools
import inspect
from typing import Any

import numpy as np
import oracle
from decode_core import UNIVARIATE, Array, leniently
from instances import Bound, Instance
from mpmath import mp, mpf
from oracle_core import Answer, Case, Number, Out, collect, flatten, table

LINKS = ("softplus", "identity")
DIGITS = 300  # bits of precision, enough for ordinary inputs
OF_LOG = 1.5  # declared errors of a link's log (in ulp of that or of 1), slope and second derivative
OF_SLOPE, OF_BEND = 3.0, 8.0


def exact_link(kind: str, raw: Number) -> tuple[Number, Number, Number]:
    """The log of the parameter, and the log's first and second derivative."""
    if kind == "identity":
        return mp.log(raw), 1 / raw, -1 / raw**2
    e = mp.exp(-abs(raw))
    sigmoid, rest = (1 / (1 + e), e / (1 + e)) if raw >= 0 else (e / (1 + e), 1 / (1 + e))
    value = mp.log1p(e) + max(raw, mpf(0))
    slope = sigmoid / value
    return mp.log(value), slope, slope * (rest - slope)


@np.errstate(under="ignore")
def raw_of(kind: str, log_value: Any) -> Array:
    """What a model would put out for a parameter of this log, about."""
    with leniently():
        value = np.exp(np.asarray(log_value, np.float64))
        return value if kind == "identity" else np.where(value < 1e-17, log_value, value + np.log(-np.expm1(-value)))


def relinked(law: Any, link: Any) -> Any:
    """The same law with a link; a law around another one has the link of that."""
    if isinstance(law, Bound):
        return Bound(relinked(law.law, link), law.extra)
    settings = law._given()
    if "link" in inspect.signature(type(law)).parameters:
        return type(law)(**settings | {"link": link})
    inner = next(name for name, value in settings.items() if hasattr(value, "_given"))
    return type(law)(**settings | {inner: relinked(settings[inner], link)})


def positive(params: tuple[str, ...]) -> list[int]:
    return [i for i, name in enumerate(params) if name.startswith("log_")]


LINKABLE = [inst for inst in UNIVARIATE if positive(inst.law.params)]
LINKABLE_CASES = [case for case in oracle.CASES if positive(case.params) and "link" not in case.settings]


def linked(inst: Instance, link: Any) -> Instance:
    return dataclasses.replace(inst, law=relinked(inst.law, link))


def raws(kind: str, names: tuple[str, ...], logs: Any) -> list[Array]:
    """Parameters of a linked law from those of the law itself."""
    return [raw_of(kind, p) if name.startswith("log_") else p for name, p in zip(names, logs, strict=True)]


# ---------------------------------------------------------------------------------------------------------------------
# Exact answers


def chained(case: Case, kind: str, data: list[Number], params: list[Number]) -> Answer:
    """The oracle's answer under a link; what the link's own rounding of the log may cost counts as slack."""
    places = positive(case.params)
    links = {i: exact_link(kind, params[i]) for i in places}
    logs = [links[i][0] if i in links else p for i, p in enumerate(params)]
    answer = _through(collect(case.textbook(*data, *logs, **case.settings)), links)
    outs = list(flatten(answer))
    for i in places:
        step = mpf(2) ** -120
        moved = [p + step * (j == i) for j, p in enumerate(logs)]
        after = flatten(_through(collect(case.textbook(*data, *moved, **case.settings)), links))
        rounding = OF_LOG * max(abs(logs[i]), 1)
        outs = [
            out._replace(slack=out.slack + rounding * abs(to.value - out.value) / step)
            for out, to in zip(outs, after, strict=True)
        ]
    k = len(params)
    return Answer(outs[0], outs[1], *(tuple(outs[2 + k * n : 2 + k * (n + 1)]) for n in range(3)))


def _through(answer: Answer, links: dict[int, tuple[Number, Number, Number]]) -> Answer:
    grad, observed, fisher = (list(outs) for outs in (answer.grad, answer.observed, answer.fisher))
    for i, (_, slope, bend) in links.items():
        g, h, f = grad[i], observed[i], fisher[i]
        grad[i] = g._replace(value=g.value * slope, scale=g.scale * slope)
        fisher[i] = f._replace(value=f.value * slope**2, scale=f.scale * slope**2)
        value = h.value * slope**2 + g.value * bend
        observed[i] = Out(value, max(abs(value), h.scale * slope**2, g.scale * abs(bend)), h.slack)
    return Answer(answer.nll, answer.free, tuple(grad), tuple(observed), tuple(fisher))


@functools.cache
def exact_table(case: Case, kind: str, count: int) -> tuple[list[Array], list[Answer]]:
    """Ordinary inputs, which float32 holds, as columns, and the exact answers."""
    kinds, columns = table(case, "float32")
    rows = [r for r, k in enumerate(kinds) if k in ("ordinary", "balanced")]
    columns = [c[rows[:: max(1, len(rows) // count)]] for c in columns]
    n = len(case.data)
    columns[n:] = [p.astype(np.float32) for p in raws(kind, case.params, columns[n:])]
    answers = []
    with mp.workprec(DIGITS):
        for row in zip(*columns, strict=True):
            exact = [mpf(float(v)) for v in row]
            answers.append(chained(case, kind, exact[:n], exact[n:]))
    return columns, answers
