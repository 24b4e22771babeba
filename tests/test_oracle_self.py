"""The oracle against itself and against others: derivatives by mp.diff, densities from SciPy. Needs no fastxent."""

from __future__ import annotations

from typing import Any

import mpmath
import numpy as np
import oracle
import pytest
from mpmath import mp, mpf
from oracle_core import FORMATS, INF, Case, Draw, Out, agree, collect, evaluate, flatten, ulps
from oracle_measure import answers, inputs

# laws whose expectations and SciPy forms are written out here; the contract's tests compare the others with SciPy
FOUNDATION = [
    case
    for law in ("Bernoulli", "Exponential", "Laplace", "Normal", "Poisson")
    for case in oracle.LAWS[law]
    if "pos_weight" not in case.settings and not case.censored
]


def points_of(case: Case) -> list[tuple[list[float], list[float]]]:
    """Data and parameters, off the limits."""
    n = len(case.data)
    rows = [list(p[1:]) for p in case.points(Draw("float64")) if p[0] == "ordinary"]
    return [(row[:n], row[n:]) for row in rows[:4]]


def derivative(case: Case, data: list[float], params: list[float], k: int, order: int) -> Any:
    given, values = list(map(mpf, data)), list(map(mpf, params))

    def nll(value: Any) -> Any:
        at = [value if i == k else p for i, p in enumerate(values)]
        return collect(case.textbook(*given, *at, **case.settings)).nll.value

    return mp.diff(nll, values[k], order)


@pytest.mark.parametrize("case", oracle.CASES, ids=str)
def test_gradients_and_hessians_are_those_of_mp_diff(case: Case) -> None:
    with mp.workdps(60):
        for data, params in points_of(case):
            answer = evaluate(case, [*data, *params])
            for k in range(len(case.params)):
                for order, want in ((1, answer.grad[k]), (2, answer.observed[k])):
                    got = derivative(case, data, params, k, order)
                    assert abs(got - want.value) <= mpf("1e-20") * max(1, want.scale), (data, params, k, order)


@pytest.mark.parametrize("case", oracle.CASES, ids=str)
def test_the_constant_is_free_of_parameters(case: Case) -> None:
    """What `constant=False` drops is the same at any parameters."""
    for data, _ in points_of(case):
        answers = [evaluate(case, [*data, *params]) for _, params in points_of(case)]
        with mp.workdps(40):
            drops = [a.nll.value - a.free.value for a in answers if mpmath.isfinite(a.nll.value)]
            assert all(abs(d - drops[0]) < mpf("1e-20") for d in drops)


def expectation(case: Case, params: list[Any], f: Any) -> Any:
    """E f(y) under the law itself, by sums and quadrature."""

    def density(y: Any) -> Any:
        return mp.exp(-collect(case.textbook(mpf(y), *params, **case.settings)).nll.value)

    if case.law == "Bernoulli":
        return sum(density(y) * f(mpf(y)) for y in (0, 1))
    if case.law == "Poisson":
        return sum(density(y) * f(mpf(y)) for y in range(60))
    knots = [0, 1, 3, 10, 40, 200] if "rate" in case.params[0] else [-80, -20, -6, -2, params[0], 1, 4, 20, 80]
    return mp.quad(lambda y: density(y) * f(y), sorted(map(mpf, knots)))


@pytest.mark.parametrize("case", FOUNDATION, ids=str)
def test_fisher_is_the_variance_of_the_score(case: Case) -> None:
    params = [mpf("0.5")] * len(case.params)
    assert abs(expectation(case, params, lambda y: mpf(1)) - 1) < 1e-9
    for k in range(len(params)):
        got = expectation(
            case, params, lambda y, k=k: collect(case.textbook(y, *params, **case.settings)).grad[k].value ** 2
        )
        want = collect(case.textbook(mpf(1), *params, **case.settings)).fisher[k].value
        assert abs(got - want) < 1e-8 * want


def scipy_nll(case: Case, y: float, params: tuple[float, ...]) -> float:
    stats = pytest.importorskip("scipy.stats")
    scale = case.settings.get("scale")
    if case.law in ("Normal", "Laplace"):
        family = stats.norm if case.law == "Normal" else stats.laplace
        return float(-family.logpdf(y, params[0], scale or np.exp(params[1])))
    if case.law == "Exponential":
        rate = params[0] if case.settings else np.exp(params[0])
        return float(-stats.expon.logpdf(y, scale=1 / rate))
    if case.law == "Poisson":
        return float(-stats.poisson.logpmf(round(y), np.exp(params[0])))
    return float(-stats.bernoulli.logpmf(round(y), 1 / (1 + np.exp(-params[0]))))


@pytest.mark.parametrize("case", FOUNDATION, ids=str)
def test_densities_are_scipys(case: Case) -> None:
    for (y,), params in points_of(case):
        whole = float(round(y)) if case.law in ("Poisson", "Bernoulli") else y
        want = scipy_nll(case, whole, tuple(params))
        if np.isfinite(want):  # SciPy's Bernoulli overflows at logit 40
            assert float(evaluate(case, [whole, *params]).nll.value) == pytest.approx(want, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("case", [case for case in oracle.CASES if not case.censored], ids=str)
def test_the_limits_are_those_known(case: Case) -> None:
    known: dict[tuple[str, tuple[float, ...]], tuple[Any, ...]] = {
        # (law, (y, *params)): nll, *grad, *observed
        ("Bernoulli", (0.0, -np.inf)): (0, 0, 0),
        ("Normal", (0.0, 1.5, np.inf)): (INF, 0, 1, 0, 0),
        ("Normal", (1.5, 1.5, -np.inf)): (-INF, 0, 1, INF, 0),
        ("Normal", (0.0, 1.5, -np.inf)): (INF, INF, -INF, INF, INF),
        ("Laplace", (0.0, np.inf, 0.0)): (INF, 1, -INF, 0, INF),
        ("Exponential", (3.0, -np.inf)): (INF, -1, 0),
        ("Exponential", (0.0, np.inf)): (-INF, -1, 0),
        ("Poisson", (0.0, -np.inf)): (0, 0, 0),
        ("Poisson", (3.0, -np.inf)): (INF, -3, 0),
    }
    for (law, (y, *params)), want in known.items():
        if law == case.law and not case.settings:
            answer = evaluate(case, [y, *params])
            got = (answer.nll, *answer.grad, *answer.observed)
            assert tuple(out.value for out in got) == want
    if case.law == "Exponential" and "link" in case.settings:
        assert evaluate(case, [2.0, 0.0]).grad[0].value == -INF


def test_ulps_count_what_they_should() -> None:
    form = FORMATS["float32"]

    def error(got: float, want: Any, slack: Any = 0) -> float:
        return ulps(got, Out(mpf(want), abs(mpf(want)), mpf(slack)), form)

    assert error(1.0, 1) == 0
    assert error(float(np.nextafter(np.float32(1), np.float32(2))), 1) == 1
    assert error(float(np.nextafter(np.float32(1), np.float32(2))), 1, slack=1) == 0
    assert error(0.0, mpf(2) ** -149 * 3) == 3
    assert error(np.inf, mpf(2) ** 128) == 0
    assert error(np.inf, mpf(2) ** 128 - mpf(2) ** 105) == 2
    assert error(3.4028234663852886e38, INF) == np.inf
    assert error(-np.inf, INF) == np.inf
    assert error(np.nan, "nan") == 0
    assert error(1.0, "nan") == np.inf
    assert error(np.nan, 1) == np.inf


@pytest.mark.parametrize("case", oracle.CASES, ids=str)
def test_two_runs_that_agree_are_right(case: Case) -> None:
    """Two precisions may agree on the same mistake; more bits than any input needs tell."""
    kinds, columns = inputs(case, "float64")
    step = 3 if case in FOUNDATION and case.law != "Poisson" else 24  # special functions of so many bits are slow
    for row in range(0, len(kinds), step):
        point = [mpf(c[row].item()) for c in columns]
        if kinds[row] == "limit":
            continue
        with mp.workprec(2500):
            sure = flatten(collect(case.textbook(*point, **case.settings)))
            for got, want in zip(flatten(answers(case, "float64")[row]), sure, strict=True):
                assert agree(got, want), (kinds[row], point)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("case", oracle.CASES, ids=str)
def test_inputs_hold_every_kind(case: Case, dtype: str) -> None:
    kinds, columns = inputs(case, dtype)
    assert {"ordinary", "extreme", "limit"} <= set(kinds)
    assert 150 <= len(kinds) <= 450
    assert all(c.dtype == dtype and len(c) == len(kinds) for c in columns)
