"""What each law gives at infinite parameters, as the table of `docs/numerics.md`: `python tools/limits.py`."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

import fastxent as fx

INF = float("inf")
Rows = list[tuple[fx.Law, float, tuple[float, ...]]]


def points() -> Rows:
    """Laws with a target and parameters of which one at least is infinite."""
    ends = (-INF, INF)
    rows: Rows = [(fx.Bernoulli(), y, (x,)) for x, y in itertools.product(ends, (0.0, 0.25, 1.0))]
    for law in (fx.Normal(), fx.Laplace()):
        rows += [(law, 2.0, (x, 0.0)) for x in ends]
        rows += [(law, y, (1.0, x)) for x, y in itertools.product(ends, (1.0, 2.0))]
        rows += [(law, 2.0, both) for both in itertools.product(ends, ends)]
    rows += [(law, 2.0, (x,)) for law in (fx.Normal(scale=1), fx.Laplace(scale=1)) for x in ends]
    rows += [(fx.Exponential(), y, (x,)) for x, y in itertools.product(ends, (0.0, 2.0))]
    rows += [(fx.Exponential(link="identity"), y, (x,)) for x, y in itertools.product((0.0, INF), (0.0, 2.0))]
    rows += [(fx.Poisson(), y, (x,)) for x, y in itertools.product(ends, (0.0, 2.0))]
    return rows


def shown(value: Any) -> str:
    """A number, or a parameter's worth of them, as the table writes it."""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    text = f"{float(value) + 0.0:.5g}"
    return text.replace("inf", "∞").replace("-", "−")


def table() -> str:
    """The table in Markdown."""
    lines = [
        "| law | y | parameters | nll | gradient | Hessian diagonal |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for law, y, params in points():
        loss, grad, hess = law.nll_grad_hess(y, *np.asarray(params))
        lines.append(f"| `{law}` | {' | '.join(map(shown, (y, params, loss, grad, hess)))} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(), end="")
