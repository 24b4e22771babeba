"""Element-wise laws against mpmath: law x dtype x CPU variant x curvature x constant."""

from __future__ import annotations

import numpy as np
import oracle
import pytest
from oracle_core import Case
from oracle_measure import DTYPES, complaints, inputs, make, sweep, unknown_laws

import fastxent as fx
from fastxent.backends.cython import available_isas, use_isa

CURVATURES = [
    pytest.param(case, curvature, id=f"{case}-{curvature}") for case in oracle.CASES for curvature in case.curvatures
]
each_curvature = pytest.mark.parametrize(("case", "curvature"), CURVATURES)


def test_every_law_has_an_oracle() -> None:
    assert not unknown_laws(), "add an entry to tests/oracle.py"


def test_the_oracle_has_no_law_too_many() -> None:
    assert {*oracle.LAWS, *oracle.ROW_LAWS} <= {law.__name__ for law in fx.catalogue()}


@pytest.mark.parametrize("case", oracle.CASES, ids=str)
def test_parameters_are_the_textbooks(case: Case) -> None:
    assert make(case).params == case.params


@pytest.mark.parametrize("constant", [True, False], ids=["full", "free"])
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("dtype", DTYPES)
@each_curvature
def test_within_bounds(case: Case, dtype: str, isa: str, curvature: str, constant: bool) -> None:
    with use_isa(isa):
        errors = sweep(make(case), case, dtype, curvature, constant)
    assert not complaints(errors), f"\n{complaints(errors)}"


@pytest.mark.parametrize("dtype", DTYPES)
@each_curvature
def test_the_reference_backend_within_bounds(case: Case, dtype: str, curvature: str) -> None:
    count = len(inputs(case, dtype)[0])
    rows = np.random.default_rng(1).permutation(count)[:40]
    errors = sweep(make(case), case, dtype, curvature, True, rows=rows.tolist(), backend="reference")
    assert not complaints(errors), f"\n{complaints(errors)}"
