"""Runs compiled laws against the oracle and keeps the largest errors."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import mpmath
import numpy as np
import oracle
from oracle_core import FORMATS, Answer, Case, Out, evaluate, table, ulps

DTYPES = ("float32", "float64")


@dataclass
class Worst:
    """The largest error of one kind of output, and the worst of those out of bounds for each kind of input."""

    bound: float
    error: float = 0.0
    where: dict[str, tuple[int, float, str]] = field(default_factory=dict)  # count, error, words

    def add(self, got: float, want: Out, dtype: str, kind: str, describe: Callable[[], str]) -> None:
        error = ulps(got, want, FORMATS[dtype])
        self.error = max(self.error, error)
        if error > self.bound:
            words = f"{describe()}: got {got!r}, want {mpmath.nstr(want.value, 20)}, {error:.3g} ulp"
            self.keep(kind, 1, error, words)

    def keep(self, kind: str, count: int, error: float, words: str) -> None:
        before, most, old = self.where.get(kind, (0, 0.0, ""))
        self.where[kind] = (before + count, max(most, error), words if error > most else old)

    def merge(self, other: Worst) -> None:
        self.error = max(self.error, other.error)
        for kind, found in other.where.items():
            self.keep(kind, *found)


Errors = dict[str, Worst]


def complaints(errors: Errors) -> str:
    """Empty where every error is within its bound."""
    return "\n".join(
        f"{name}: {count} {kind} beyond {worst.bound:g} ulp, worst {words}"
        for name, worst in errors.items()
        for kind, (count, _, words) in worst.where.items()
    )


@functools.cache
def inputs(case: Case, dtype: str) -> tuple[list[str], list[np.ndarray]]:
    return table(case, dtype)


@functools.cache
def answers(case: Case, dtype: str) -> list[Answer]:
    """The exact answers, computed once and shared by every test."""
    _, columns = inputs(case, dtype)
    return [evaluate(case, row) for row in zip(*columns, strict=True)]


def as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def compare(worst: Worst, got: np.ndarray, wanted: Iterable[Out], case: Case, dtype: str, rows: Sequence[int]) -> None:
    kinds, columns = inputs(case, dtype)
    names = (*case.data, *case.params)

    def describe(row: int) -> str:
        return ", ".join(f"{n}={c[row].item()!r}" for n, c in zip(names, columns, strict=True))

    for row, want in zip(rows, wanted, strict=True):
        worst.add(got[row].item(), want, dtype, kinds[row], functools.partial(describe, row))


def given(case: Case, data: Sequence[Any]) -> tuple[Any, dict[str, Any]]:
    """Data as a method takes them: y, None where bounds replace it, and what goes by name."""
    first = 0 if case.censored else 1
    return data[0] if first else None, dict(zip(case.data[first:], data[first:], strict=True))


def sweep(
    law: Any, case: Case, dtype: str, curvature: str, constant: bool, rows: Sequence[int] | None = None, **options: Any
) -> Errors:
    """Errors of nll, nll_grad and nll_grad_hess over all inputs of a case (or over some rows)."""
    _, columns = inputs(case, dtype)
    wanted = answers(case, dtype)
    rows = range(len(wanted)) if rows is None else rows
    options = {"reduction": "none", "constant": constant, "check": False, **options}
    n = len(case.data)
    y, keywords = given(case, columns[:n])
    options |= keywords
    columns = [y, *columns[n:]]
    loss, grads, hess = law.nll_grad_hess(*columns, curvature=curvature, **options)
    loss_only = law.nll(*columns, **options)
    loss_too, grads_too = law.nll_grad(*columns, **options)
    errors = {name: Worst(getattr(case.bounds, name)) for name in ("nll", "grad", "hess")}
    exact = [a.nll if constant else a.free for a in (wanted[r] for r in rows)]
    for got in different(loss, loss_only, loss_too):
        assert got.dtype == dtype
        compare(errors["nll"], got, exact, case, dtype, rows)
    for k, pair in enumerate(zip(as_tuple(grads), as_tuple(grads_too), strict=True)):
        for got in different(*pair):
            assert got.dtype == dtype
            compare(errors["grad"], got, [wanted[r].grad[k] for r in rows], case, dtype, rows)
    for k, got in enumerate(as_tuple(hess)):
        compare(errors["hess"], got, [getattr(wanted[r], curvature)[k] for r in rows], case, dtype, rows)
    return errors


def different(*arrays: np.ndarray) -> list[np.ndarray]:
    """The arrays without exact repetitions: most often all methods return the same bits."""
    kept: list[np.ndarray] = []
    for array in arrays:
        if not any(np.array_equal(array, other, equal_nan=True) for other in kept):
            kept.append(array)
    return kept


def make(case: Case) -> Any:
    """The law of a case, as fastxent builds it."""
    import fastxent

    return getattr(fastxent, case.law)(**case.settings)


def unknown_laws() -> set[str]:
    """Laws of the catalogue that the oracle lacks."""
    import fastxent

    return {law.__name__ for law in fastxent.catalogue()} - set(oracle.LAWS) - set(oracle.ROW_LAWS)
