"""What decoding takes, refuses and returns, for every law and method."""

from __future__ import annotations

import itertools
import math
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest
from decode_core import (
    BF16,
    DECODERS,
    DISCRETE,
    LEVELS,
    ROWS,
    SHAPE,
    Array,
    decode,
    decoders_of,
    each_having,
    each_univariate,
    every_decoder,
    every_univariate_decoder,
    leniently,
    result_dtype,
    result_shape,
)
from instances import ALL, INF, NAN, Bound, Frozen, Instance, Rows
from test_errors import AS_PARAMETER, MEANINGLESS, dtype_pattern

import fastxent as fx

every_sampler = pytest.mark.parametrize("inst", [i for i in ALL if "sample" not in i.lacks], ids=str)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(11)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


@every_decoder
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16, BF16, ">f4", ">f8"])
def test_the_parameters_choose_the_dtype(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE, dtype=dtype)
    got = decode(inst, method, *params)
    with leniently():
        wide = decode(inst, method, *(p.astype(np.float64) for p in params)).astype(got.dtype)
    expected = np.float64 if np.dtype(dtype).itemsize == 8 else np.float32
    assert got.dtype == result_dtype(inst, method, expected)
    assert got.dtype.isnative
    assert got.shape == result_shape(inst, method, SHAPE, params)
    np.testing.assert_array_equal(got, wide)  # it is computed in float64


@every_decoder
def test_single_precision_meets_others(inst: Instance, method: str, rng: np.random.Generator) -> None:
    """Python numbers are weak, float64 arrays and scalars are not; a level or place is no parameter."""
    params = inst.params(rng, SHAPE, dtype=np.float32)
    for p in (0.5, np.float64(0.5), np.full(SHAPE, 0.5)):
        assert decode(inst, method, *params, p=p, x=p).dtype == result_dtype(inst, method, np.float32)
    for i, weak in itertools.product(range(1, inst.k), (0, 1.0)):
        mixed = [*params[:i], weak, *params[i + 1 :]]
        assert decode(inst, method, *mixed).dtype == result_dtype(inst, method, np.float32)
        mixed[i] = np.float64(weak)
        assert decode(inst, method, *mixed).dtype == result_dtype(inst, method, np.float64)
        mixed[i] = [float(weak)]
        assert decode(inst, method, *mixed).dtype == result_dtype(inst, method, np.float64)
    if not isinstance(inst, Rows):
        assert decode(inst, method, *[1] * inst.k).dtype == result_dtype(inst, method, np.float64)


@every_decoder
def test_what_has_no_axes_is_a_scalar(inst: Instance, method: str, rng: np.random.Generator) -> None:
    if inst.least_ndim == 0:
        params = inst.params(rng, ())
        options = {"size": ()} if method == "sample" else {}
        for got in (decode(inst, method, *params), decode(inst, method, *params, **options)):
            assert isinstance(got, np.ndarray if result_shape(inst, method, (), params) else np.generic)
    assert isinstance(decode(inst, method, *inst.params(rng, (1,))), np.ndarray)


@every_decoder
def test_results_are_fresh_and_inputs_unchanged(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    for p in params:
        p.setflags(write=False)
    places = LEVELS[3:6]
    frozen = Frozen((*params, places))
    got = decode(inst, method, *params, p=places, x=places)
    frozen.check()
    assert got.flags.writeable
    assert not any(np.shares_memory(got, p) for p in params)


@every_decoder
@pytest.mark.parametrize("shape", [(0,), (3, 0), (2, 0, 4)], ids=str)
def test_empty_arrays(inst: Instance, method: str, shape: tuple[int, ...], rng: np.random.Generator) -> None:
    params = inst.params(rng, shape)
    assert decode(inst, method, *params).shape == result_shape(inst, method, shape, params)


@every_univariate_decoder
def test_parameters_broadcast(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, (4, 1), (3,))
    written_out = [np.array(np.broadcast_to(p, (4, 3) if inst.k > 1 else (4, 1))) for p in params]
    np.testing.assert_array_equal(decode(inst, method, *params), decode(inst, method, *written_out))
    shapes = re.escape(", ".join(f"{n} {p.shape}" for n, p in zip(inst.law.params, params, strict=True)))
    if method in ("quantile", "cdf", "sf"):
        first = rng.random((2, 1, 1))
        shape = np.broadcast_shapes((2, 1, 1), *(p.shape for p in params))
        assert decode(inst, method, *params, p=first, x=first).shape == shape
        with pytest.raises(ValueError, match=rf"{'p' if method == 'quantile' else 'x'} \(5, 7\), {shapes}"):
            decode(inst, method, *params, p=np.full((5, 7), 0.5), x=np.zeros((5, 7)))
    if inst.k > 1:
        one, other, *rest = inst.law.params
        with pytest.raises(ValueError, match=rf"{one} \(4, 1\), {other} \(5, 2\)"):
            decode(inst, method, params[0], np.zeros((5, 2)), *[0.5] * len(rest))


@every_univariate_decoder
def test_parameters_by_name(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    expected = decode(inst, method, *params)
    named = dict(zip(inst.law.params, params, strict=True))
    np.testing.assert_array_equal(decode(inst, method, **named), expected)
    last = inst.law.params[-1]
    np.testing.assert_array_equal(decode(inst, method, *params[:-1], **{last: params[-1]}), expected)
    with pytest.raises(TypeError, match=f"no parameter 'logits'.*{', '.join(inst.law.params)}"):
        decode(inst, method, *params[:-1], logits=params[-1])
    with pytest.raises(TypeError, match=f"{last} was given twice"):
        decode(inst, method, *params, **{last: params[-1]})
    for wrong in (params[:-1], (*params, params[-1])):
        with pytest.raises(ValueError, match=rf"takes {inst.k} parameters.*got {len(wrong)}"):
            decode(inst, method, *wrong)


@pytest.mark.parametrize("inst", [i for i in ALL if isinstance(i.law, Bound)], ids=str)
def test_data_beyond_y(inst: Instance, rng: np.random.Generator) -> None:
    """By keyword, as numbers or arrays; they broadcast with the parameters and leave the dtype alone."""
    law, extra = inst.law.law, dict(inst.law.extra)
    params = inst.params(rng, SHAPE, dtype=np.float32)
    full = {name: np.array(np.broadcast_to(value, SHAPE), np.float64) for name, value in extra.items()}
    bare = Instance(law, inst.draw_y, inst.draw_params, inst.outside)
    for method in decoders_of(inst):
        expected = decode(inst, method, *params)
        for given in (full, {name: np.array(value, np.int32) for name, value in extra.items()}):
            got = decode(bare, method, *params, **given)
            assert got.dtype == expected.dtype
            np.testing.assert_array_equal(got, expected)
        stacked = {name: np.stack([value] * 2) for name, value in full.items()}
        again = decode(bare, method, *params, **stacked)
        assert again.shape == (2, *expected.shape)
        if method != "sample":
            np.testing.assert_array_equal(again[1], expected)
        for name in extra:
            with pytest.raises(TypeError, match=rf"needs {name}="):
                decode(bare, method, *params, **{n: v for n, v in extra.items() if n != name})


@every_decoder
def test_series_lists_and_strides(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, (6, 3))
    expected = decode(inst, method, *params)
    np.testing.assert_array_equal(decode(inst, method, *(p.tolist() for p in params)), expected)
    np.testing.assert_array_equal(decode(inst, method, *map(np.asfortranarray, params)), expected)
    np.testing.assert_array_equal(decode(inst, method, *(p[::-1][::-1] for p in params)), expected)
    if not isinstance(inst, Rows):
        series = [pd.Series(p.ravel(), index=range(5, 23)) for p in params]
        np.testing.assert_array_equal(decode(inst, method, *series), expected.reshape(18, *expected.shape[2:]))


@every_decoder
def test_meaningless_parameters(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    for (i, name), make in itertools.product(enumerate(inst.law.params), (MEANINGLESS | AS_PARAMETER).values()):
        bad = make(params[i])
        with pytest.raises(TypeError, match=dtype_pattern(name, bad)):
            decode(inst, method, *params[:i], bad, *params[i + 1 :])


@each_univariate
def test_meaningless_levels_and_places(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    for method, make in itertools.product(("quantile", "cdf", "sf"), MEANINGLESS.values()):
        bad = make(np.full(SHAPE, 0.5))
        if method not in inst.lacks:
            with pytest.raises(TypeError, match=dtype_pattern("p" if method == "quantile" else "x", bad)):
                getattr(inst.law, method)(bad, *params)


@pytest.mark.parametrize("inst", [i for i in ALL if i in ROWS or i.lacks], ids=str)
def test_what_the_mathematics_lacks(inst: Instance, rng: np.random.Generator) -> None:
    for method in set(DECODERS) - set(decoders_of(inst)):
        with pytest.raises(NotImplementedError, match=rf"{type(inst.law).__name__}.* has no {method}"):
            decode(inst, method, *inst.params(rng, SHAPE))


@each_having("quantile")
@pytest.mark.parametrize("value", [-1e-300, 1 + 2.0**-52, NAN, INF, -INF])
def test_levels_outside(inst: Instance, value: float, rng: np.random.Generator) -> None:
    params = inst.params(rng, (2, 3))
    with pytest.raises(ValueError, match=r"\bp\[1, 0\] is .*\[0, 1\]"):
        inst.law.quantile([[0, 1, 0.5], [value, 0.5, value]], *params)
    with pytest.raises(ValueError, match=r"\bp is .*\[0, 1\]"):
        inst.law.quantile(value, *params)


@every_sampler
def test_sizes(inst: Instance, rng: np.random.Generator) -> None:
    single, many = inst.params(rng, (1,) * inst.least_ndim), inst.params(rng, SHAPE)
    own = (1,) * inst.least_ndim
    for size, shape in ((5, (5,)), (np.int32(5), (5,)), ((2, 5), (2, 5)), ([2, 5], (2, 5)), ((0,), (0,))):
        if inst.least_ndim == 0 or len(shape) == 2:
            assert decode(inst, "sample", *single, size=size).shape == shape
    assert np.shape(decode(inst, "sample", *single, size=own)) == np.shape(decode(inst, "sample", *single)) == own
    assert decode(inst, "sample", *many, size=None).shape == SHAPE
    assert decode(inst, "sample", *many, size=(2, *SHAPE)).shape == (2, *SHAPE)
    for wrong in (3, (4, 1), (3, 4), (), (4, 3, 2)):
        both = rf"size is {re.escape(str(wrong))}.*{re.escape(str(SHAPE))}"
        with pytest.raises(ValueError, match=both):
            decode(inst, "sample", *many, size=wrong)
    for wrong in (-1, (4, -3)):
        with pytest.raises(ValueError, match="size"):
            decode(inst, "sample", *many, size=wrong)
    for wrong in (1.5, "4", (4, 3.0), {}, np.ones(2)):
        with pytest.raises((TypeError, ValueError), match="size"):
            decode(inst, "sample", *many, size=wrong)


@every_sampler
def test_generators_and_seeds(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (40, 3))
    seeded = inst.law.sample(*params, rng=5)
    np.testing.assert_array_equal(inst.law.sample(*params, rng=5), seeded)
    generator = np.random.default_rng(5)
    np.testing.assert_array_equal(inst.law.sample(*params, rng=generator), seeded)
    assert (inst.law.sample(*params, rng=generator) != seeded).any()
    assert (inst.law.sample(*params) != inst.law.sample(*params)).any()
    with pytest.raises(TypeError, match="rng"):
        inst.law.sample(*params, rng="5")
    with pytest.raises(ValueError, match="rng"):
        inst.law.sample(*params, rng=-5)


@every_univariate_decoder
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_nan_parameters(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE, dtype=dtype)
    places = {"p": LEVELS[[0, 5, 10]], "x": np.array([-INF, 0.5, INF])}
    expected = decode(inst, method, *params, **places)
    for i, name in enumerate(inst.law.params):
        spoilt = [p.copy() for p in params]
        spoilt[i][1, 2] = spoilt[i][2, 1] = NAN
        if method == "sample" and inst in DISCRETE:
            with pytest.raises(ValueError, match=rf"\b{name}\[1, 2\] is nan"):
                inst.law.sample(*spoilt, size=(5, *SHAPE))
            continue
        got = decode(inst, method, *spoilt, **places)
        lost = np.isnan(spoilt[i])
        assert np.isnan(got[lost]).all()
        np.testing.assert_array_equal(got[~lost], expected[~lost])


@every_decoder
def test_signaling_nan(inst: Instance, method: str, rng: np.random.Generator) -> None:
    """Converting one raises a floating-point flag, of which nobody hears."""
    params = inst.params(rng, (5, 5), dtype=np.float32)
    params[0].view(np.uint32)[3, 2] = 0x7FA00000
    if result_dtype(inst, method, np.float32) == np.int64:
        with pytest.raises(ValueError, match="nan"):
            decode(inst, method, *params)
    else:
        assert np.isnan(decode(inst, method, *params)).any()


# How far out a parameter goes on its way to infinity: where exponentials still are numbers, and where they are not.
WALK = (300.0, 350.0, 1e5, 1e9)
ORDINARY = (0.625, 0.25, 0.5)  # the other parameters


def heading(values: list[Array]) -> Array:
    """Where a walk goes: the value that its last steps agree about, or 0 or ±inf if they go there; nan if unsettled."""
    a, b, c, d = (np.asarray(v, np.float64) for v in values)
    with leniently():
        settled = (abs(d - c) <= 1e-8 * abs(d)) & (abs(c - b) <= 1e-4 * abs(c))
        vanishes = (abs(b) <= 1e-3 * abs(a)) & (abs(c) <= 1e-3 * abs(b)) & (abs(d) <= abs(c))
        grows = (abs(b) >= 1.1 * abs(a)) & (abs(c) >= 100 * abs(b)) & (abs(d) >= abs(c)) & (np.sign(b) == np.sign(d))
        return np.where(settled | (c == d), d, np.where(vanishes, 0.0, np.where(grows, np.copysign(INF, d), NAN)))


@every_univariate_decoder
def test_infinite_parameters(inst: Instance, method: str) -> None:
    if method == "sample":
        return
    ordinary = ORDINARY[: inst.k]
    places = {"x": np.array([-INF, -1.0, 1.0, 3.0, INF]), "p": np.array([0.0, 0.25, 0.75, 1.0])}
    for i, sign in itertools.product(range(inst.k), (-1, 1)):
        if sign < 0 and inst.law.kinds[i] == "identity":
            continue
        at = [np.array([p]) for p in ordinary]
        runs = []
        for size in (*WALK, INF):
            at[i] = np.array([sign * size])
            if not informative(inst, method, at):
                break
            runs.append(decode(inst, method, *at, **places))
        else:
            assert_goes_there(runs, inst.law.params[i], sign)


def informative(inst: Instance, method: str, params: list[Array]) -> bool:
    """Whether the information exists: where it does not, an error may say why."""
    if method == "fisher":
        try:
            inst.law.fisher(*params)
        except ValueError as error:
            return "information exists" not in str(error)
    return True


def assert_goes_there(runs: list[Array], *name: Any) -> None:
    """The limit that a walk to infinity finds, or nan; anything but nan where that is plain to see."""
    expected, got = heading(runs[:-1]), runs[-1]
    unknown = np.isnan(got) | np.isnan(expected)
    with leniently():
        right = unknown | (got == expected) | (abs(got - expected) <= 1e-8 * abs(expected))
    assert right.all(), (*name, expected, got)
    plain = (expected == runs[-2]) & (expected == runs[-3])
    assert not (np.isnan(got) & plain).any(), (*name, expected, got)


LIMITS = [  # law, parameters, mean, mode, quantiles at 0, 0.25, 0.5, 0.75, 1
    *[
        (law, params, params[0], params[0], quantiles)
        for law in (fx.Normal(), fx.Laplace())
        for params, quantiles in [
            ((3.0, -INF), (-INF, 3, 3, 3, INF)),
            ((3.0, INF), (-INF, -INF, 3, INF, INF)),
            ((INF, 0.0), (-INF, INF, INF, INF, INF)),
            ((-INF, 0.0), (-INF, -INF, -INF, -INF, INF)),
            ((INF, -INF), (-INF, INF, INF, INF, INF)),
            ((INF, INF), (-INF, NAN, INF, INF, INF)),
            ((-INF, INF), (-INF, -INF, -INF, NAN, INF)),
        ]
    ],
    (fx.Normal(scale=2), (INF,), INF, INF, (-INF, INF, INF, INF, INF)),
    (fx.Laplace(scale=2), (-INF,), -INF, -INF, (-INF, -INF, -INF, -INF, INF)),
    (fx.Exponential(), (-INF,), INF, 0, (0, INF, INF, INF, INF)),
    (fx.Exponential(), (INF,), 0, 0, (0, 0, 0, 0, INF)),
    (fx.Exponential("identity"), (0.0,), INF, 0, (0, INF, INF, INF, INF)),
    (fx.Exponential("identity"), (-0.0,), INF, 0, (0, INF, INF, INF, INF)),
    (fx.Exponential("identity"), (INF,), 0, 0, (0, 0, 0, 0, INF)),
    (fx.Exponential("identity"), (-1.0,), NAN, NAN, (NAN,) * 5),
    (fx.Exponential("identity"), (-INF,), NAN, NAN, (NAN,) * 5),
    (fx.Bernoulli(), (-INF,), 0, 0, (0, 0, 0, 0, 1)),
    (fx.Bernoulli(), (-800.0,), 0, 0, (0, 0, 0, 0, 1)),
    (fx.Bernoulli(), (INF,), 1, 1, (0, 1, 1, 1, 1)),
    (fx.Poisson(), (-INF,), 0, 0, (0, 0, 0, 0, INF)),
    (fx.Poisson(), (INF,), INF, INF, (0, INF, INF, INF, INF)),
]


@pytest.mark.parametrize(("law", "params", "mean", "mode", "quantiles"), LIMITS, ids=str)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_limits(law: fx.Law, params: Any, mean: float, mode: float, quantiles: Any, dtype: Any) -> None:
    params = [dtype(p) for p in params]
    np.testing.assert_equal(law.mean(*params), dtype(mean))
    np.testing.assert_equal(law.mode(*params), dtype(mode))
    np.testing.assert_array_equal(law.quantile(np.linspace(0, 1, 5), *params), np.array(quantiles, dtype))


@pytest.mark.parametrize("law", [fx.Normal(), fx.Laplace()], ids=str)
def test_nothing_overflows_in_between(law: fx.Law) -> None:
    """exp(log_scale) alone would be inf, or 0."""
    near = law.quantile(0.5 + 1e-9, 0.0, 0.0)
    assert law.quantile(0.5 + 1e-9, 0.0, 720.0) == pytest.approx(near * math.exp(700) * math.exp(20), rel=1e-13)
    near = fx.Exponential().quantile(1e-9, 0.0)
    assert fx.Exponential().quantile(1e-9, -720.0) == pytest.approx(near * math.exp(700) * math.exp(20), rel=1e-13)
    assert law.mean(np.float32(0), 1e300) == 0  # weak: the number becomes inf in float32


def test_samples_at_infinite_parameters() -> None:
    assert fx.Normal().sample(2.0, -INF, rng=1) == 2
    assert fx.Normal().sample(INF, 0.0, rng=1) == INF
    assert np.isinf(fx.Laplace().sample(2.0, INF, size=5, rng=1)).all()
    assert (fx.Bernoulli().sample([-INF, INF], size=(50, 2), rng=1) == [0, 1]).all()
    assert fx.Poisson().sample(-INF, rng=1) == 0
    np.testing.assert_array_equal(fx.Exponential().sample([INF, -INF], rng=1), [0, INF])
    np.testing.assert_array_equal(fx.Exponential("identity").sample([-1.0, INF, 0.0], rng=1), [NAN, 0, INF])


@pytest.mark.parametrize("value", [43.7, 100.0, 1e4, INF])
def test_counts_too_large_to_draw(value: float) -> None:
    assert fx.Poisson().sample(43.6, rng=1) > 2**62
    with pytest.raises(ValueError, match=rf"log_rate\[1, 0\] is {value}\b.*int64"):
        fx.Poisson().sample([[0.0, 43.6], [value, value]], size=(3, 2, 2))
