"""The best constant parameters, for every law."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from decode_core import BF16, Array, each_univariate
from instances import Frozen, Instance, Rows, assert_close, each_instance, flat

import fastxent as fx


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(11)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


def fitted(inst: Instance, y: Any, weight: Any = None) -> tuple[Array, ...]:
    params = inst.law.init_params(y, weight)
    return params if isinstance(params, tuple) else (params,)


def written_out(inst: Instance, params: tuple[Array, ...], n: int) -> list[Array]:
    """Constant parameters as arrays for n targets."""
    if isinstance(inst, Rows):
        return [np.moveaxis(np.tile(p, (n, 1)), -1, inst.axis) for p in params]
    return [np.full(n, p) for p in params]


def total_gradient(inst: Instance, y: Any, params: tuple[Array, ...], weight: Any) -> list[Array]:
    full = flat(inst.law.nll_grad(y, *written_out(inst, params, len(weight)), weight=weight, reduction="sum"))[1:]
    if isinstance(inst, Rows):
        return [np.moveaxis(g, inst.axis, -1).sum(axis=0) for g in full]
    return [g.sum() for g in full]


@each_instance
def test_no_constant_is_better(inst: Instance, rng: np.random.Generator) -> None:
    n = 200
    y, weight = inst.y(rng, (n,)), rng.random(n)
    params = fitted(inst, y, weight)
    if not isinstance(inst, Rows):
        assert all(type(p) is float for p in params)
    if inst.smooth:
        for g in total_gradient(inst, y, params, weight):
            assert_close(g, np.zeros_like(g), atol=1e-11)
    best = inst.law.nll(y, *written_out(inst, params, n), weight=weight)
    for step, _ in itertools.product((1e-3, 0.1, 1.0), range(10)):
        other = tuple(p * (1 + step * rng.standard_normal(np.shape(p))) for p in params)
        loss = inst.law.nll(y, *written_out(inst, other, n), weight=weight)
        assert not loss < best - 1e-14 * abs(best)  # nan for a negative rate


@each_instance
@pytest.mark.parametrize("factor", [1.0, 1e-300, 1e300])
def test_weights_count(inst: Instance, factor: float, rng: np.random.Generator) -> None:
    y, times = inst.y(rng, (30,)), rng.integers(0, 4, 30)
    rows = np.moveaxis(y, inst.axis, 0) if isinstance(inst, Rows) and inst.soft and inst.axis % 2 else y
    axis = 1 if isinstance(inst, Rows) and inst.soft and inst.axis % 2 == 0 else 0
    repeated = np.repeat(y, times, axis=axis)
    assert rows.size == y.size
    assert_close(fitted(inst, y, times * factor), fitted(inst, repeated), 1e-12, 1e-14)


@each_instance
def test_fits_take_any_data(inst: Instance, rng: np.random.Generator) -> None:
    """Any dtype, shape and memory order; nothing is written to."""
    whole = inst.whole(rng, (12,))
    expected = fitted(inst, whole.astype(np.float64))
    weight = np.ones(12)
    for a in (whole, weight):
        a.setflags(write=False)
    frozen = Frozen((whole, weight))
    if not (isinstance(inst, Rows) and inst.soft):  # whole soft targets look like labels
        for dtype in (bool, np.int8, np.uint64, np.float16, BF16, ">f4"):
            assert_close(fitted(inst, whole.astype(dtype), weight), expected)
        assert_close(fitted(inst, whole.reshape(3, 4), np.ones((3, 1))), expected)
        assert_close(fitted(inst, whole.tolist(), 1), expected)
        assert_close(fitted(inst, pd.Series(whole, index=range(5, 17))), expected)
    frozen.check()


CONSTANTS = (
    0.0,
    1.0,
    1.0 - 2.0**-53,
    0.25,
    -3.0,
    1e-45,
    1e-38,
    1e-310,
    1e20,
    1e300,
    -1e308,
    5e-324,
    1.7e308,
    2.0**-1074,
)


@each_univariate
@pytest.mark.parametrize("value", CONSTANTS)
@pytest.mark.parametrize("n", [1, 7])
def test_fits_of_constants_are_finite(inst: Instance, value: float, n: int) -> None:
    """Where the best parameters are infinite, something stands in that float32 holds."""
    if not inst.law.support.contains(np.array(value)):
        return
    y = np.full(n, value)
    params = fitted(inst, y, np.arange(1.0, n + 1))
    assert all(type(p) is float and math.isfinite(p) for p in params)
    assert np.isfinite(inst.law.nll(y, *params)) or value > 1e308
    if abs(value) < 1e38:
        with np.errstate(under="ignore"):
            single = np.array(params).astype(np.float32)
        assert np.isfinite(single).all()
        assert np.isfinite(inst.law.nll(y, *single))


@each_univariate
@pytest.mark.parametrize("pair", [(0.0, 1.0), (0.0, 5e-324), (0.0, 1.7e308), (-1.7e308, 1.7e308), (1e-300, 1e300)])
def test_fits_of_far_apart_values_are_finite(inst: Instance, pair: tuple[float, float]) -> None:
    y = np.array([*pair, *pair, pair[1]])
    if inst.law.support.contains(y).all():
        assert all(math.isfinite(p) for p in fitted(inst, y))


@pytest.mark.parametrize("law", [fx.Normal(), fx.Laplace()], ids=str)
@pytest.mark.parametrize("k", [-1000, -500, 500, 1000])
def test_fits_follow_the_unit(law: fx.Law, k: int, rng: np.random.Generator) -> None:
    y = rng.standard_normal(50) + 3
    loc, log_scale = law.init_params(y)
    moved = law.init_params(np.ldexp(y, k))
    assert moved[0] == math.ldexp(loc, k)
    assert moved[1] == pytest.approx(log_scale + k * math.log(2), abs=1e-12)


@pytest.mark.parametrize("offset", [1e6, 1e10, -1e14])
def test_fits_of_nearly_constant_data(offset: float, rng: np.random.Generator) -> None:
    """What the mean of large numbers loses to rounding does not spoil the deviation."""
    y = offset + rng.standard_normal(100_000)
    loc, log_scale = fx.Normal().init_params(y)
    exact = y - offset  # no rounding: the values are near each other
    assert loc - offset == pytest.approx(exact.mean(), abs=2.0**-52 * abs(offset))
    assert math.exp(log_scale) == pytest.approx(math.sqrt(((y - loc) ** 2).mean()), rel=1e-12)


def test_where_the_best_is_at_infinity() -> None:
    tiny = 2.0**-126
    assert fx.Bernoulli().init_params([0, 0]) == -36
    assert fx.Bernoulli().init_params([True]) == 36
    assert fx.Bernoulli(pos_weight=0).init_params([1, 1]) == 0
    assert fx.Poisson().init_params([0]) == math.log(tiny)
    assert fx.Exponential().init_params([0.0, 0.0]) == -math.log(tiny)
    assert fx.Exponential("identity").init_params([0.0]) == pytest.approx(1 / tiny)
    assert fx.Exponential("identity").init_params([1e300]) == tiny
    assert fx.Normal().init_params([0, 0]) == fx.Laplace().init_params([0]) == (0, math.log(tiny))
    for law in (fx.Normal(), fx.Laplace()):
        assert law.init_params([-3.0, -3.0]) == (-3, pytest.approx(math.log(3 * 2.0**-52)))
    x = fx.Categorical().init_params([1, 1, 1], n_classes=3)
    np.testing.assert_allclose(x - x[1], [math.log(2.0**-52), 0, math.log(2.0**-52)])
    # and where it is far away, but finite, it is exact
    assert fx.Bernoulli().init_params([1e-200]) == pytest.approx(math.log(1e-200))
    assert fx.Poisson().init_params([1e-200]) == -fx.Exponential().init_params([1e-200]) == math.log(1e-200)
