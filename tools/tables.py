"""The tables of the docs that are made from what the package is.

    python tools/tables.py          # write them into README.md and docs/numerics.md
    python tools/tables.py --check  # say which are out of date

A table stands between `<!-- table: name -->` and `<!-- end of table -->`.
"""

from __future__ import annotations

import inspect
import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

import fastxent as fx
from fastxent.formula import printer

ROOT = Path(__file__).parents[1]
INF = float("inf")
SETTINGS: dict[str, dict[str, Any]] = {  # where a law has no defaults
    "AsymmetricLaplace": {"tau": 0.9},
    "Huber": {"delta": 1.0},
    "Hurdle": {"law": "Poisson"},
    "Tweedie": {"power": 1.5},
    "ZeroInflated": {"law": "Poisson"},
}


# Bounds that others declare, in ulp: SLEEF (the u10 functions; erfc has u15) and Highway (hwy/contrib/math)
SLEEF = dict.fromkeys(("exp", "expm1", "log", "log1p", "tanh", "sin", "cos", "erf", "lgamma"), "1") | {"erfc": "1.5"}
HIGHWAY = {"exp": "1", "expm1": "4", "log": "4", "log1p": "2", "tanh": "4", "sin": "3", "cos": "3"}


def examples() -> Iterator[Any]:
    """Every law, with the settings of the tables."""
    for law in fx.catalogue():
        given = SETTINGS.get(law.__name__, {})
        yield law(**{name: getattr(fx, v)() if isinstance(v, str) else v for name, v in given.items()})


def table(head: str, rows: list[list[str]], right_from: int = 99) -> str:
    columns = head.split(" | ")
    rule = ["---:" if i >= right_from else "---" for i in range(len(columns))]
    return "".join(f"| {' | '.join(line)} |\n" for line in [columns, rule, *rows])


def laws() -> str:
    """What there is, one row a law."""
    rows = []
    for law in examples():
        signature = re.sub(r": [^,=)]*(?= =|,|\))", "", str(inspect.signature(type(law))))
        signature = re.sub(r" -> .*|'|\s*=\s*", lambda m: "=" if "=" in m[0] and "->" not in m[0] else "", signature)
        signature = re.sub(r"(, )?link=log", "", signature)
        first = inspect.cleandoc(type(law).__doc__ or "").splitlines()[0].replace("|", "\\|")
        rows.append([f"`{type(law).__name__}{signature}`", ", ".join(law.params), str(law.support), first])
    return table("law | parameters | targets | what it is", rows)


def bounds() -> str:
    """Declared errors of primitives, in ulp."""
    rows = []
    for module in printer.MODULES:
        for name in printer.PRIMITIVES:
            if getattr(getattr(module, name, None), "__module__", "") == module.__name__:
                b = getattr(module, name).bounds
                cells = (f"{v:g}" for v in (b.f32, b.f64, b.plain_f32, b.plain_f64))
                rows.append([f"`{name}`", *cells, SLEEF.get(name, "–"), HIGHWAY.get(name, "–")])
    return table("primitive | float32 | float64 | float32, plain | float64, plain | SLEEF | Highway", rows, 1)


def shown(value: Any) -> str:
    """A number, or a parameter's worth of them, as the table writes it."""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    text = f"{float(value) + 0.0:.5g}"
    return text.replace("inf", "∞").replace("-", "−")


def limits() -> str:
    """What each law gives where one parameter is infinite."""
    rows = []
    for law in examples():
        if law.skeleton != "elementwise":
            continue
        unit = law.support.upper == 1
        for k, end in itertools.product(range(len(law.params)), (-INF, INF)):
            for y in (0.0, 0.25, 1.0) if unit else (0.0, 2.0):
                params = tuple(end if i == k else 0.0 for i in range(len(law.params)))
                if not law.support.contains(np.asarray(y)):
                    continue
                extra = dict.fromkeys(law.data[1:], 3)
                results = law.nll_grad_hess(y, *np.asarray(params), **extra)
                rows.append([f"`{law}`", *map(shown, (y, params, *results))])
    return table("law | y | parameters | nll | gradient | Hessian diagonal", rows, 1)


TABLES = {"laws": laws, "bounds": bounds, "limits": limits}
FILES = ("README.md", "docs/numerics.md")


def renewed(text: str) -> str:
    """The text with its tables made anew."""

    def make(match: re.Match[str]) -> str:
        return f"<!-- table: {match[1]} -->\n{TABLES[match[1]]()}<!-- end of table -->"

    return re.sub(r"<!-- table: (\w+) -->\n.*?<!-- end of table -->", make, text, flags=re.DOTALL)


def stale() -> list[str]:
    """Files whose tables are out of date."""
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in FILES}
    return [name for name, text in texts.items() if renewed(text) != text]


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(", ".join(stale()) or None)
    for name in FILES:
        path = ROOT / name
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
