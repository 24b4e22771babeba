"""The best constant parameters, for every law."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from decode_core import BF16, Array, each_univariate, taken
from instances import INF, NAN, Frozen, Instance, Rows, assert_close, each_instance, flat

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


def mean_gradients(inst: Instance, y: Any, params: tuple[Array, ...], weight: Any) -> list[Array]:
    """Gradients of the mean loss, relative to the mean size of its terms where that is above 1."""
    share = weight / weight.sum()
    full = flat(inst.law.nll_grad(y, *written_out(inst, params, len(share)), reduction="none"))[1:]
    if isinstance(inst, Rows):
        return [share @ np.moveaxis(g, inst.axis, -1) for g in full]
    return [share @ g / max(share @ abs(g), 1.0) for g in full]


@each_instance
def test_no_constant_is_better(inst: Instance, rng: np.random.Generator) -> None:
    n = 200
    for weight in (np.ones(n), rng.random(n)):
        y = inst.y(rng, (n,))
        params = fitted(inst, y, weight)
        if not isinstance(inst, Rows):
            assert all(type(p) is float for p in params)
        if inst.smooth:
            for g in mean_gradients(inst, y, params, weight):
                assert_close(g, np.zeros_like(g), atol=1e-11)
        best = inst.law.nll(y, *written_out(inst, params, n), weight=weight)
        for step, _ in itertools.product((1e-3, 0.1, 1.0), range(10)):
            other = tuple(p * (1 + step * rng.standard_normal(np.shape(p))) for p in params)
            loss = inst.law.nll(y, *written_out(inst, other, n), weight=weight)
            assert not loss < best - 1e-14 * (1 + abs(best))  # nan for a negative rate


@each_univariate
def test_a_sample_gives_its_parameters_back(inst: Instance) -> None:
    """About: whatever is fitted has no less likelihood than what was drawn from."""
    if inst.lacks.intersection(("sample",)) or not inst.proper:
        return
    rng = np.random.default_rng(3)
    for _ in range(3):
        params = inst.params(rng, ())
        y = inst.law.sample(*params, size=2000, rng=rng)
        if taken(inst, y):
            assert inst.law.nll(y, *fitted(inst, y)) <= inst.law.nll(y, *params) + 1e-12


@each_instance
@pytest.mark.parametrize("factor", [1.0, 1e-300, 1e300])
def test_weights_count(inst: Instance, factor: float, rng: np.random.Generator) -> None:
    y, times = inst.y(rng, (30,)), rng.integers(0, 4, 30)
    rows = np.moveaxis(y, inst.axis, 0) if isinstance(inst, Rows) and inst.soft and inst.axis % 2 else y
    axis = 1 if isinstance(inst, Rows) and inst.soft and inst.axis % 2 == 0 else 0
    repeated = np.repeat(y, times, axis=axis)
    assert rows.size == y.size
    assert_close(fitted(inst, y, times * factor), fitted(inst, repeated), 1e-9, 1e-9)


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
        for dtype in (np.float16, BF16, ">f4", *((bool, np.int8, np.uint64) if inst.takes_whole else ())):
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
@pytest.mark.parametrize("n", [1, 7])
def test_fits_of_constants_are_finite(inst: Instance, n: int) -> None:
    """Where the best parameters are infinite, something stands in that float32 holds."""
    for value in CONSTANTS:
        y = np.full(n, value)
        if not taken(inst, y):
            continue
        params = fitted(inst, y, np.arange(1.0, n + 1))
        assert all(type(p) is float and math.isfinite(p) for p in params), value
        assert np.isfinite(inst.law.nll(y, *params)) or value > 1e308, value
        if 1e-38 <= abs(value) < 1e38 or value == 0:
            single = as_float32(params)
            assert np.isfinite(single).all(), value
            assert np.isfinite(inst.law.nll(y, *single)), value


def as_float32(params: tuple[Array, ...]) -> Array:
    with np.errstate(under="ignore"):
        return np.array(params).astype(np.float32)


PAIRS = ((0.0, 1.0), (0.0, 5e-324), (0.0, 1.7e308), (-1.7e308, 1.7e308), (1e-300, 1e300), (1e-9, 1 - 1e-9), (0.5, 3.0))


@each_univariate
def test_fits_of_two_values_are_finite(inst: Instance) -> None:
    for one, other in PAIRS:
        y = np.array([one, other, one, other, other])
        if taken(inst, y):
            assert all(math.isfinite(p) for p in fitted(inst, y)), y
            assert all(math.isfinite(p) for p in fitted(inst, y[:2], [1.0, 1e-300])), y


@each_instance
def test_fits_of_nothing_raise(inst: Instance, rng: np.random.Generator) -> None:
    y = inst.y(rng, (5,))
    with pytest.raises(ValueError, match="y has no elements of positive weight"):
        inst.law.init_params(y, 0.0)
    for weight in (-1.0, NAN, INF):
        with pytest.raises(ValueError, match=r"weight is .*finite and not negative"):
            inst.law.init_params(y, weight)
    for value in inst.outside if not isinstance(inst, Rows) else ():
        with pytest.raises(ValueError, match="y"):
            inst.law.init_params([0.5, value])


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
