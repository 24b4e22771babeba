"""Every law once more, in mpmath, from its textbook density: what the compiled kernels are judged by.

Nothing here is taken from `src/`. Each law has a file in `oracles`, named as its own, with its `CASES`: for each of its
settings worth a sweep, a function that returns the *terms* of the negative log-likelihood, its gradient and its Hessian
diagonal, and one that draws inputs. Terms, because an error is counted in ulps of the result, or of the largest term
where terms of opposite sign cancel. Laws over rows have an oracle of their own and stand in `ROW_LAWS`.

`python tests/oracle.py --report` prints the largest errors of every law, dtype and CPU variant as a Markdown table.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

from oracle_core import Case


def class_name(stem: str) -> str:
    return "".join(part.capitalize() for part in stem.split("_"))


MODULES: dict[str, ModuleType] = {
    class_name(path.stem): importlib.import_module(f"oracles.{path.stem}")
    for path in sorted((Path(__file__).parent / "oracles").glob("[!_]*.py"))
}
LAWS: dict[str, tuple[Case, ...]] = {
    law: tuple(make(law) for make in module.CASES) for law, module in MODULES.items() if module.CASES
}
CASES = tuple(case for cases in LAWS.values() for case in cases)
ROW_LAWS = frozenset({"Categorical"})

if __name__ == "__main__":
    from oracle_report import main

    sys.exit(main(sys.argv[1:]))
