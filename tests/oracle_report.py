"""The table of largest errors: `python tests/oracle.py --report`."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator
from typing import Any

import oracle
import oracle_rows
from oracle_measure import DTYPES, Errors, Worst, complaints, make, sweep

COLUMNS = ("nll", "grad", "hess")


def merge(found: Errors, more: Errors) -> None:
    for name, worst in more.items():
        column = {"lse": "nll", "fisher": "hess", "hvp": "hess"}.get(name, name)
        found.setdefault(column, Worst(worst.bound)).merge(worst)


def element_wise(isas: tuple[str, ...], use_isa: Any) -> Iterator[tuple[str, str, Errors]]:
    for case, dtype in itertools.product(oracle.CASES, DTYPES):
        found: Errors = {}
        for isa, curvature, constant in itertools.product(isas, case.curvatures, (True, False)):
            with use_isa(isa):
                merge(found, sweep(make(case), case, dtype, curvature, constant))
        yield str(case), dtype, found


def categorical(isas: tuple[str, ...], use_isa: Any) -> Iterator[tuple[str, str, Errors]]:
    import fastxent

    for config, dtype in itertools.product(oracle_rows.CONFIGS, DTYPES):
        found: Errors = {}
        for isa in isas:
            with use_isa(isa):
                merge(found, oracle_rows.sweep(fastxent.Categorical, config, dtype))
        yield f"Categorical, {config}", dtype, found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="oracle.py", description=__doc__)
    parser.add_argument("--report", action="store_true", help="print the largest errors as a Markdown table")
    parser.add_argument("--where", action="store_true", help="with it, where each error beyond its bound occurs")
    chosen = parser.parse_args(arguments)
    if not chosen.report:
        parser.print_help()
        return 0
    from fastxent.backends.cython import available_isas, use_isa

    print("Largest error in ulp, beyond what the rounding of an exponent or a computed mean explains / its bound.\n")
    print("| law | dtype | nll | gradient | Hessian |")
    print("| --- | --- | ---: | ---: | ---: |")
    failed = False
    isas = tuple(available_isas())
    for name, dtype, errors in itertools.chain(element_wise(isas, use_isa), categorical(isas, use_isa)):
        cells = " | ".join(f"{errors[c].error:.3g} / {errors[c].bound:g}" for c in COLUMNS)
        print(f"| `{name}` | {dtype} | {cells} |", flush=True)
        wrong = complaints(errors)
        failed |= bool(wrong)
        if chosen.where and wrong:
            print(f"<!--\n{wrong}\n-->")
    return int(failed)
