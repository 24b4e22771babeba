"""Every primitive within the error that it declares, on every CPU variant and in plain Python."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf

from fastxent.backends.cython import available_isas, evaluate_primitive, has_fma
from fastxent.formula import printer

DTYPES = {"float32": "f32", "float64": "f64"}
PRIMITIVES = {name: getattr(m, name) for m in printer.MODULES for name in printer.PRIMITIVES if hasattr(m, name)}


def excess(x: Any) -> Any:
    return mpf(0) if x == 0 else mp.loggamma(x + 1) - x * mp.log(x) + x


def binet(x: Any, _: Any) -> Any:
    return mp.loggamma(x) - (x - mpf(1) / 2) * mp.log(x) + x - mp.log(2 * mp.pi) / 2


def binet_slope(x: Any, _: Any) -> Any:
    return x * (mp.log(x) - mp.digamma(x)) - mpf(1) / 2


def binet_curve(x: Any, _: Any) -> Any:
    return x * (x * mp.psi(1, x) - mp.log(x) + mp.digamma(x) - 1)


def half_step(x: Any, _: Any) -> Any:
    return mp.loggamma(x) + mp.log(x) / 2 - mp.loggamma(x + mpf(1) / 2)


def half_step_slope(x: Any) -> Any:
    return x * (mp.digamma(x + mpf(1) / 2) - mp.digamma(x)) - mpf(1) / 2


def half_step_curve(x: Any) -> Any:
    h = mpf(1) / 2
    return x * (mp.digamma(x) - mp.digamma(x + h) + x * (mp.psi(1, x) - mp.psi(1, x + h)))


def deviance(x: Any, m: Any, log_m: Any) -> Any:
    return m if x == 0 else x * mp.log(x / m) - x + m


TEXTBOOK: dict[str, Callable[..., Any]] = {
    "exp": mp.exp,
    "mulexp": lambda a, x: a * mp.exp(x),
    "expm1": mp.expm1,
    "log": mp.log,
    "log1p": mp.log1p,
    "log1p_unit": mp.log1p,
    "tanh": mp.tanh,
    "sech2": lambda x: mp.sech(x) ** 2,
    "mul0": lambda a, b: a * b,
    "log_plus": lambda x, c: mp.log(x) + c,
    "lgamma": mp.loggamma,
    "digamma": mp.digamma,
    "trigamma": lambda x: mp.psi(1, x),
    "binet": binet,
    "binet_slope": binet_slope,
    "binet_curve": binet_curve,
    "share_of_1": lambda x: 1 / (1 + x),
    "excess_share": lambda x: (x - 1) / (x + 1),
    "half_step": half_step,
    "half_step_slope": half_step_slope,
    "half_step_curve": half_step_curve,
    "log_factorial_excess": excess,
    "deviance": deviance,
}

# bits that a difference of huge terms needs more, for each doubling of its first argument
GAMMA_DIGITS = {"binet_curve": 4, "half_step_curve": 4}
GAMMA_DIGITS |= dict.fromkeys(("log_factorial_excess", "binet", "binet_slope", "half_step", "half_step_slope"), 2)
# what an ulp is taken from, where it is not the result alone
SCALES: dict[str, Callable[..., Any]] = {
    "log_plus": lambda x, c: abs(mp.log(x)) / 8,
    "excess_share": lambda x: mpf(1) / 2,
}


class Draw:
    """Inputs of one dtype, from everywhere a primitive may be called."""

    def __init__(self, dtype: str) -> None:
        self.rng = np.random.default_rng(20)
        self.info = np.finfo(dtype)
        self.dtype = np.dtype(dtype)
        self.top = float(np.log(self.info.max))
        bits = self.rng.integers(0, int(self.info.max.view(f"u{self.dtype.itemsize}")), 700, dtype=np.uint64)
        self.positive = bits.astype(f"u{self.dtype.itemsize}").view(self.dtype).astype(np.float64)  # every magnitude
        self.edge = np.array([self.info.smallest_subnormal, self.info.smallest_normal, self.info.max], np.float64)

    def signed(self, x: np.ndarray) -> np.ndarray:
        return np.concatenate([x, -x])

    def near(self, point: float, n: int = 150) -> np.ndarray:
        return point + self.rng.normal(0, 1, n) * 10.0 ** self.rng.uniform(-7, -1, n)

    def uniform(self, low: float, high: float, n: int = 500) -> np.ndarray:
        return self.rng.uniform(low, high, n)

    def inputs(self, name: str) -> list[np.ndarray]:
        columns = getattr(self, f"_{name}", self._reals)()
        columns = columns if isinstance(columns, tuple) else (columns,)
        with np.errstate(over="ignore"):
            return [np.asarray(c, np.float64).astype(self.dtype) for c in columns]

    def _reals(self) -> Any:
        return self.signed(np.concatenate([self.positive, self.edge, self.uniform(0, 5), [0.0]]))

    def _mul0(self) -> Any:
        x = self._reals()
        return x, self.rng.permutation(x)

    def _exp(self) -> Any:
        return np.concatenate([self.uniform(-1.2 * self.top, 1.05 * self.top, 1000), self.near(0), self._reals()])

    _expm1 = _exp

    def _mulexp(self) -> Any:
        a = np.concatenate([self.positive, self.edge, [0.0]])
        x = self.uniform(-2.2 * self.top, 2.2 * self.top, len(a))
        return np.concatenate([a, -a, a]), np.concatenate([x, x, x / 100])

    def _log(self) -> Any:
        return np.concatenate([self.positive, self.edge, self.near(1), self.uniform(0.3, 3)])

    def _log1p(self) -> Any:
        return np.concatenate(
            [self.positive, self.edge, self.near(0), self.uniform(-1, 3), -1 + self.uniform(0, 1) ** 8]
        )

    def _log1p_unit(self) -> Any:
        return np.concatenate([self.uniform(0, 1), self.uniform(0, 1) ** 20, self.edge[:2], [0.0, 1.0]])

    def _log_plus(self) -> Any:
        x = np.concatenate([self.positive, self.edge, self.near(1), self.uniform(0.3, 3)])
        c = self.signed(10.0 ** self.uniform(-6, 3, len(x) // 2 + 1))[: len(x)]
        c = self.rng.permutation(c)
        return np.concatenate([x, x]), np.concatenate([c, -np.log(x) * (1 + 0.01 * c / (1 + abs(c)))])

    def _lgamma(self) -> Any:
        small = self.positive[self.positive < 1e30]
        return np.concatenate([small, self.near(1), self.near(2), self.near(2.5), self.uniform(0, 30)])

    def _digamma(self) -> Any:
        return np.concatenate([self.positive, self.edge[1:], self.near(1), self.near(1.4616321), self.uniform(0, 5)])

    def _trigamma(self) -> Any:
        some = self.positive[::3]
        return np.concatenate([some, self.near(0.5, 100), self.uniform(0, 5, 300), self.uniform(0, 300, 100)])

    def _half_step_slope(self) -> Any:
        return np.concatenate([self._trigamma(), self.edge])

    _half_step_curve = _share_of_1 = _excess_share = _half_step_slope

    def _binet(self) -> Any:
        x = self._half_step_slope().astype(self.dtype).astype(np.float64)
        return x, np.log(x)

    _binet_slope = _binet_curve = _half_step = _binet

    def _log_factorial_excess(self) -> Any:
        return np.concatenate([self.positive, self.near(1.5), self.near(2.5), self.uniform(0, 300), [0.0]])

    def _deviance(self) -> Any:
        x = np.concatenate([10.0 ** self.uniform(-20, 20), self.uniform(0, 50), np.zeros(10)])
        m = np.maximum(x, 1e-3) * np.exp(self.rng.normal(0, 1, len(x)) * 10.0 ** self.rng.uniform(-6, 1, len(x)))
        m = m.astype(self.dtype).astype(np.float64)
        return x, m, np.log(m)


@cache
def table(name: str, dtype: str) -> tuple[list[np.ndarray], list[Any], list[Any]]:
    """Inputs, exact values and the sizes that their ulps are taken from."""
    inputs = Draw(dtype).inputs(name)
    wanted, sizes = [], []
    for row in zip(*inputs, strict=True):
        exact = [mpf(float(v)) for v in row]
        with mp.workprec(300 + GAMMA_DIGITS.get(name, 0) * int(abs(mp.log(exact[0] or 1, 2)))):
            wanted.append(TEXTBOOK[name](*exact))
            sizes.append(max(abs(wanted[-1]), SCALES[name](*exact)) if name in SCALES else abs(wanted[-1]))
    return inputs, wanted, sizes


def ulps(got: float, want: Any, size: Any, dtype: str) -> float:
    """The error in ulp of a size; a subnormal's ulp is the least number."""
    info = np.finfo(dtype)
    beyond = abs(want) >= mpf(2) ** (info.maxexp - 1) * (2 - mpf(2) ** -(info.nmant + 1))
    if beyond or not np.isfinite(got):
        return 0.0 if beyond and got == (np.inf if want > 0 else -np.inf) else np.inf
    exponent = max(mp.frexp(size)[1] - 1, info.minexp) if size else info.minexp
    return float(abs(mpf(float(got)) - want) / mpf(2) ** (int(exponent) - info.nmant))


def test_every_primitive_has_a_textbook_form() -> None:
    assert set(PRIMITIVES) == set(TEXTBOOK)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("name", PRIMITIVES)
def test_within_declared_bound(name: str, isa: str, dtype: str) -> None:
    inputs, wanted, sizes = table(name, dtype)
    bound = getattr(PRIMITIVES[name].bounds, ("" if has_fma(isa) else "plain_") + DTYPES[dtype])
    got = evaluate_primitive(name, isa, *inputs)
    errors = [ulps(*row, dtype) for row in zip(got, wanted, sizes, strict=True)]
    worst = int(np.argmax(errors))
    assert errors[worst] <= bound, f"{name}({', '.join(repr(float(c[worst])) for c in inputs)}): {errors[worst]} ulp"


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", PRIMITIVES)
def test_python_rounds_as_the_machine_with_fma_does(name: str, dtype: str) -> None:
    fused = [isa for isa in available_isas() if has_fma(isa)]
    if not fused:
        return  # a machine without: nothing compiled rounds like that
    inputs = [np.concatenate([c[::7], c[:5]]) for c in table(name, dtype)[0]]
    with np.errstate(all="ignore"):
        python = [PRIMITIVES[name](*row) for row in zip(*inputs, strict=True)]
    for isa in fused:
        np.testing.assert_array_equal(np.array(python, dtype), evaluate_primitive(name, isa, *inputs))


INF, NAN = np.inf, np.nan
SPECIAL = [
    ("exp", (INF,), INF),
    ("exp", (-INF,), 0.0),
    ("expm1", (INF,), INF),
    ("expm1", (-INF,), -1.0),
    ("log", (0.0,), -INF),
    ("log", (INF,), INF),
    ("log", (-1.0,), NAN),
    ("log1p", (-1.0,), -INF),
    ("log1p", (INF,), INF),
    ("log1p", (-2.0,), NAN),
    ("tanh", (INF,), 1.0),
    ("tanh", (-INF,), -1.0),
    ("sech2", (INF,), 0.0),
    ("mul0", (INF, 0.0), 0.0),
    ("mul0", (-INF, 2.0), -INF),
    ("mul0", (NAN, 0.0), NAN),
    ("mul0", (0.0, INF), NAN),
    ("mulexp", (0.0, INF), 0.0),
    ("mulexp", (1.0, INF), INF),
    ("mulexp", (-1.0, INF), -INF),
    ("mulexp", (1.0, -INF), 0.0),
    ("mulexp", (INF, -INF), NAN),
    ("mulexp", (INF, -5.0), INF),
    ("lgamma", (INF,), INF),
    ("lgamma", (0.0,), INF),
    ("lgamma", (-0.5,), NAN),
    ("digamma", (0.0,), -INF),
    ("digamma", (INF,), INF),
    ("digamma", (-0.5,), NAN),
    ("trigamma", (0.0,), INF),
    ("trigamma", (INF,), 0.0),
    ("trigamma", (-0.5,), NAN),
    ("binet", (0.0, -INF), INF),
    ("binet", (INF, INF), 0.0),
    ("binet_slope", (0.0, -INF), 0.5),
    ("binet_slope", (INF, INF), 0.0),
    ("binet_curve", (0.0, -INF), 0.0),
    ("binet_curve", (INF, INF), 0.0),
    ("share_of_1", (INF,), 0.0),
    ("excess_share", (INF,), 1.0),
    ("half_step", (0.0, -INF), INF),
    ("half_step", (INF, INF), 0.0),
    ("half_step_slope", (0.0,), 0.5),
    ("half_step_slope", (INF,), 0.0),
    ("half_step_curve", (0.0,), 0.0),
    ("half_step_curve", (INF,), 0.0),
    ("log_plus", (0.0, 1.0), -INF),
    ("log_plus", (INF, -1.0), INF),
    ("log_plus", (-1.0, 0.0), NAN),
    ("log_factorial_excess", (0.0,), 0.0),
    ("deviance", (0.0, 2.5, 0.9), 2.5),
    ("deviance", (0.0, 0.0, -INF), 0.0),
    ("deviance", (2.0, 0.0, -INF), INF),
    ("deviance", (2.0, INF, INF), INF),
]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize(("name", "arguments", "value"), SPECIAL)
def test_special_values(name: str, arguments: tuple[float, ...], value: float, isa: str, dtype: str) -> None:
    inputs = [np.full(40, a, dtype) for a in arguments]  # long enough for the vector loop and what is left over
    np.testing.assert_array_equal(evaluate_primitive(name, isa, *inputs), np.full(40, value, dtype))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("name", PRIMITIVES)
def test_nan_stays_nan(name: str, isa: str, dtype: str) -> None:
    arity = len(inspect.signature(PRIMITIVES[name]).parameters)
    assert np.isnan(evaluate_primitive(name, isa, *[np.full(40, np.nan, dtype)] * arity)).all()
