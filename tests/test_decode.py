"""Decoding (mean, mode, quantile, sample) and the best constant parameters (init_params), for every law."""

from __future__ import annotations

import itertools
import math
import re
from typing import Any

import ml_dtypes
import numpy as np
import pandas as pd
import pytest
from instances import ALL, INF, N_CLASSES, NAN, Frozen, Instance, Rows, assert_close, each_instance, flat
from oracles.categorical import CLASS_WEIGHT
from scipy import special, stats
from test_errors import AS_PARAMETER, MEANINGLESS, dtype_pattern

import fastxent as fx

Array = np.ndarray[Any, Any]
BF16 = ml_dtypes.bfloat16
SHAPE = (4, 3)
DECODERS = ("mean", "mode", "quantile", "sample")
LEVELS = np.array([0, 1e-300, 1e-17, 0.01, 0.3, 0.5, 0.77, 0.99, 1 - 1e-12, 1 - 2.0**-53, 1])

EVERY_DECODER = [(i, m) for i in ALL for m in DECODERS if not (isinstance(i, Rows) and m == "quantile")]
every_decoder = pytest.mark.parametrize(
    ("inst", "method"), [pytest.param(i, m, id=f"{i}-{m}") for i, m in EVERY_DECODER]
)
ROWS = [inst for inst in ALL if isinstance(inst, Rows)]
DISCRETE = [inst for inst in ALL if inst not in ROWS and inst.law._discrete]
CONTINUOUS = [inst for inst in ALL if inst not in ROWS and inst not in DISCRETE]
each_univariate = pytest.mark.parametrize("inst", [*DISCRETE, *CONTINUOUS], ids=str)
each_discrete = pytest.mark.parametrize("inst", DISCRETE, ids=str)
each_continuous = pytest.mark.parametrize("inst", CONTINUOUS, ids=str)
each_rows = pytest.mark.parametrize("inst", ROWS, ids=str)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(11)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


def decode(inst: Instance, method: str, *params: Any, p: Any = 0.25, **options: Any) -> Any:
    """Call a method of a law with what it needs besides parameters."""
    lead = (p,) if method == "quantile" else ()
    if method == "sample":
        options = {"rng": 1} | options
    return getattr(inst.law, method)(*lead, *params, **options)


def result_dtype(inst: Instance, method: str, dtype: Any) -> Any:
    if isinstance(inst, Rows):
        return np.int64 if method in ("mode", "sample") else dtype
    return np.int64 if method == "sample" and inst in DISCRETE else dtype


def result_shape(inst: Instance, method: str, shape: tuple[int, ...], params: tuple[Array, ...]) -> tuple[int, ...]:
    return params[0].shape if isinstance(inst, Rows) and method == "mean" else shape


# ---------------------------------------------------------------------------------------------------------------------
# What is returned


@every_decoder
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16, BF16, ">f4", ">f8"])
def test_the_parameters_choose_the_dtype(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE, dtype=dtype)
    got = decode(inst, method, *params)
    wide = decode(inst, method, *(p.astype(np.float64) for p in params))
    expected = np.float64 if np.dtype(dtype).itemsize == 8 else np.float32
    assert got.dtype == result_dtype(inst, method, expected)
    assert got.dtype.isnative
    assert got.shape == result_shape(inst, method, SHAPE, params)
    np.testing.assert_array_equal(got, wide.astype(got.dtype))  # it is computed in float64


@every_decoder
def test_single_precision_meets_others(inst: Instance, method: str, rng: np.random.Generator) -> None:
    """Python numbers are weak, float64 arrays and scalars are not; a level is no parameter."""
    params = inst.params(rng, SHAPE, dtype=np.float32)
    for p in (0.5, np.float64(0.5), np.full(SHAPE, 0.5)):
        assert decode(inst, method, *params, p=p).dtype == result_dtype(inst, method, np.float32)
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
            assert isinstance(got, np.ndarray if isinstance(inst, Rows) and method == "mean" else np.generic)
    assert isinstance(decode(inst, method, *inst.params(rng, (1,))), np.ndarray)


@every_decoder
def test_results_are_fresh_and_inputs_unchanged(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    for p in params:
        p.setflags(write=False)
    frozen = Frozen((*params, LEVELS[:3]))
    got = decode(inst, method, *params, p=LEVELS[3:6])
    frozen.check()
    assert got.flags.writeable
    assert not any(np.shares_memory(got, p) for p in params)


@every_decoder
@pytest.mark.parametrize("shape", [(0,), (3, 0), (2, 0, 4)], ids=str)
def test_empty_arrays(inst: Instance, method: str, shape: tuple[int, ...], rng: np.random.Generator) -> None:
    params = inst.params(rng, shape)
    assert decode(inst, method, *params).shape == result_shape(inst, method, shape, params)


@each_univariate
@pytest.mark.parametrize("method", DECODERS)
def test_parameters_broadcast(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, (4, 1), (3,))
    written_out = [np.array(np.broadcast_to(p, (4, 3) if inst.k > 1 else (4, 1))) for p in params]
    np.testing.assert_array_equal(decode(inst, method, *params), decode(inst, method, *written_out))
    shapes = re.escape(", ".join(f"{n} {p.shape}" for n, p in zip(inst.law.params, params, strict=True)))
    if method == "quantile":
        p = rng.random((2, 1, 1))
        assert inst.law.quantile(p, *params).shape == np.broadcast_shapes((2, 1, 1), *(p.shape for p in params))
        with pytest.raises(ValueError, match=rf"p \(5, 7\), {shapes}"):
            inst.law.quantile(np.full((5, 7), 0.5), *params)
    if inst.k > 1:
        with pytest.raises(ValueError, match=r"loc \(4, 1\), log_scale \(5, 2\)"):
            decode(inst, method, params[0], np.zeros((5, 2)))


@every_decoder
def test_series_lists_and_strides(inst: Instance, method: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, (6, 3))
    expected = decode(inst, method, *params)
    np.testing.assert_array_equal(decode(inst, method, *(p.tolist() for p in params)), expected)
    np.testing.assert_array_equal(decode(inst, method, *map(np.asfortranarray, params)), expected)
    np.testing.assert_array_equal(decode(inst, method, *(p[::-1][::-1] for p in params)), expected)
    if not isinstance(inst, Rows):
        series = [pd.Series(p.ravel(), index=range(5, 23)) for p in params]
        np.testing.assert_array_equal(decode(inst, method, *series), expected.ravel())


# ---------------------------------------------------------------------------------------------------------------------
# What is refused


@every_decoder
@pytest.mark.parametrize("kind", [*MEANINGLESS, *AS_PARAMETER])
def test_meaningless_parameters(inst: Instance, method: str, kind: str, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    for i, name in enumerate(inst.law.params):
        bad = (MEANINGLESS | AS_PARAMETER)[kind](params[i])
        with pytest.raises(TypeError, match=dtype_pattern(name, bad)):
            decode(inst, method, *params[:i], bad, *params[i + 1 :])


@each_univariate
@pytest.mark.parametrize("kind", MEANINGLESS)
def test_meaningless_levels(inst: Instance, kind: str, rng: np.random.Generator) -> None:
    bad = MEANINGLESS[kind](np.full(SHAPE, 0.5))
    with pytest.raises(TypeError, match=dtype_pattern("p", bad)):
        inst.law.quantile(bad, *inst.params(rng, SHAPE))


@each_univariate
@pytest.mark.parametrize("value", [-1e-300, 1 + 2.0**-52, NAN, INF, -INF])
def test_levels_outside(inst: Instance, value: float, rng: np.random.Generator) -> None:
    params = inst.params(rng, (2, 3))
    with pytest.raises(ValueError, match=r"\bp\[1, 0\] is .*\[0, 1\]"):
        inst.law.quantile([[0, 1, 0.5], [value, 0.5, value]], *params)
    with pytest.raises(ValueError, match=r"\bp is .*\[0, 1\]"):
        inst.law.quantile(value, *params)


@each_rows
def test_classes_have_no_quantiles(inst: Rows, rng: np.random.Generator) -> None:
    with pytest.raises(NotImplementedError, match=r"Categorical.* has no quantile"):
        inst.law.quantile(0.5, *inst.params(rng, SHAPE))


# ---------------------------------------------------------------------------------------------------------------------
# Values, against SciPy


@each_univariate
def test_mean(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (50,))
    assert_close(inst.law.mean(*params), inst.distribution(*params).mean(), rtol=2e-15)


@each_continuous
def test_quantiles(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (50,))
    frozen = inst.distribution(*params)
    got = inst.law.quantile(LEVELS[:, np.newaxis], *params)
    with np.errstate(all="ignore"):
        np.testing.assert_allclose(got, frozen.ppf(LEVELS[:, np.newaxis]), rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(frozen.cdf(got), np.broadcast_to(LEVELS[:, np.newaxis], got.shape), rtol=1e-11)


@each_discrete
def test_quantiles_of_counts(inst: Instance, rng: np.random.Generator) -> None:
    """The smallest value whose distribution function reaches the level, exactly at its steps as well."""
    params = inst.params(rng, (50,))
    frozen = inst.distribution(*params)
    with np.errstate(all="ignore"):
        steps = [frozen.cdf(k) for k in range(3)]
        for p in [*LEVELS[:-1], *steps, *(np.minimum(np.nextafter(s, 2), 1) for s in steps)]:
            p = np.where(p == 1, 0.5, p)
            got = inst.law.quantile(p, *params)
            assert (frozen.cdf(got) >= p * (1 - 4e-16)).all()  # SciPy's steps have roundings of their own
            assert ((frozen.cdf(got - 1) < p * (1 + 4e-16)) | (got == 0)).all()
            assert (got == np.floor(got)).all()
    np.testing.assert_array_equal(inst.law.quantile(1, *params), inst.law.support.upper)
    np.testing.assert_array_equal(inst.law.quantile(0, *params), inst.law.support.lower)


@pytest.mark.parametrize("mean", [1e-300, 1e-10, 0.5, 3.0, 50.0, 1e3, 1e5, 1e8, 1e12])
def test_quantiles_of_poisson(mean: float) -> None:
    log_rate = math.log(mean)
    got = fx.Poisson().quantile(LEVELS[:-1], log_rate)
    with np.errstate(all="ignore"):
        assert (special.pdtr(got, np.exp(log_rate)) >= LEVELS[:-1]).all()
        assert ((special.pdtr(got - 1, np.exp(log_rate)) < LEVELS[:-1]) | (got == 0)).all()
    assert fx.Poisson().quantile(0.5, 600.0) == pytest.approx(math.exp(600))


@each_univariate
def test_quantiles_never_decrease(inst: Instance, rng: np.random.Generator) -> None:
    got = inst.law.quantile(np.sort(rng.random(500))[:, np.newaxis], *inst.params(rng, (20,)))
    assert (got[1:] >= got[:-1]).all()


@pytest.mark.parametrize("inst", [i for i in (*DISCRETE, *CONTINUOUS) if i.proper], ids=str)
def test_nothing_is_more_probable_than_the_mode(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (40,))
    mode = inst.law.mode(*params)
    lower, upper = max(inst.law.support.lower, -8.0), min(inst.law.support.upper, 30.0)
    grid = np.arange(lower, upper + 1) if inst in DISCRETE else np.linspace(lower, upper, 301)
    nll = inst.law.nll(grid[:, np.newaxis], *params, reduction="none")
    least = nll.min(axis=0)
    assert (inst.law.nll(mode, *params, reduction="none") <= least + 1e-14 * (1 + abs(least))).all()
    if inst in DISCRETE:
        np.testing.assert_array_equal(mode, grid[nll.argmin(axis=0)])


@each_rows
def test_classes(inst: Rows, rng: np.random.Generator) -> None:
    law = inst.law
    (x,) = inst.params(rng, SHAPE)
    capped = x if law.softcap is None else law.softcap * np.tanh(x / law.softcap)
    p = law.mean(x)
    assert_close(p, special.softmax(capped, axis=law.axis), 1e-14)
    assert_close(-np.log(p), np.expand_dims(law.lse(x), law.axis) - capped, 1e-12)
    np.testing.assert_array_equal(law.mode(x), x.argmax(axis=law.axis))
    np.testing.assert_array_equal(
        fx.Categorical(softcap=1.0).mode([100.0, 300.0, 200.0]), 1
    )  # beyond tanh's resolution


# ---------------------------------------------------------------------------------------------------------------------
# Samples


@each_continuous
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_samples_are_of_the_law(inst: Instance, dtype: Any, rng: np.random.Generator) -> None:
    params = inst.params(rng, (), dtype=dtype)
    drawn = inst.law.sample(*params, size=20_000, rng=rng)
    assert stats.kstest(drawn, inst.distribution(*(float(p) for p in params)).cdf).pvalue > 0.01


@each_discrete
def test_samples_of_counts_are_of_the_law(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, ())
    drawn = inst.law.sample(*params, size=20_000, rng=rng)
    frozen = inst.distribution(*params)
    values = np.arange(frozen.ppf(0.001), frozen.ppf(0.999) + 1)
    assert ((drawn >= inst.law.support.lower) & (drawn <= inst.law.support.upper)).all()
    expected = drawn.size * np.append(frozen.pmf(values), 1 - frozen.pmf(values).sum())
    found = np.append((drawn == values[:, np.newaxis]).sum(axis=1), (~np.isin(drawn, values)).sum())
    kept = expected > 1
    assert stats.chisquare(found[kept], expected[kept] * found[kept].sum() / expected[kept].sum()).pvalue > 0.01


@each_rows
def test_samples_of_labels_are_of_the_law(inst: Rows, rng: np.random.Generator) -> None:
    (x,) = inst.params(rng, (3, 2))
    np.moveaxis(x, inst.axis, -1)[1, 1, [0, 2, 4]] = -INF
    drawn = inst.law.sample(x, size=(20_000, 3, 2), rng=rng)
    assert (drawn.dtype, drawn.shape) == (np.int64, (20_000, 3, 2))
    p = np.moveaxis(inst.law.mean(x), inst.axis, -1)
    for row in np.ndindex(3, 2):
        live = p[row] > 0
        found = np.bincount(drawn[(..., *row)], minlength=N_CLASSES)
        assert (found[~live] == 0).all()
        assert stats.chisquare(found[live], 20_000 * p[row][live]).pvalue > 1e-3


@pytest.mark.parametrize("n", [1, 2, 3, 8, 9, 1000])
def test_labels_of_any_number_of_classes(n: int, rng: np.random.Generator) -> None:
    drawn = fx.Categorical().sample(np.zeros(n), size=100 * n, rng=rng)
    assert (np.bincount(drawn, minlength=n) > 0).all()
    assert drawn.max() == n - 1


def test_many_labels_of_many_classes_need_little_memory() -> None:
    """Not the product of their numbers, which would be 40 GB here."""
    drawn = fx.Categorical().sample(np.zeros(200_000), size=200_000, rng=1)
    assert abs(drawn.mean() / 100_000 - 1) < 0.01


@each_instance
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


@each_instance
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


# ---------------------------------------------------------------------------------------------------------------------
# Parameters that are nan or infinite


@each_univariate
@pytest.mark.parametrize("method", DECODERS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_nan_parameters(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE, dtype=dtype)
    expected = decode(inst, method, *params, p=LEVELS[[0, 5, 10]])
    for i, name in enumerate(inst.law.params):
        spoilt = [p.copy() for p in params]
        spoilt[i][1, 2] = spoilt[i][2, 1] = NAN
        if method == "sample" and inst in DISCRETE:
            with pytest.raises(ValueError, match=rf"\b{name}\[1, 2\] is nan"):
                inst.law.sample(*spoilt, size=(5, *SHAPE))
            continue
        got = decode(inst, method, *spoilt, p=LEVELS[[0, 5, 10]])
        np.testing.assert_array_equal(np.isnan(got), np.isnan(spoilt[i]) | np.isnan(expected))  # some have no mean
        np.testing.assert_array_equal(got[~np.isnan(got)], expected[~np.isnan(got)])


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


@each_rows
@pytest.mark.parametrize("values", [{0: NAN}, dict.fromkeys(range(N_CLASSES), -INF), {1: INF, 3: INF}], ids=str)
def test_rows_that_say_nothing(inst: Rows, values: dict[int, float], rng: np.random.Generator) -> None:
    (x,) = inst.params(rng, SHAPE)
    expected = inst.law.mean(x)
    for c, value in values.items():
        np.moveaxis(x, inst.axis, -1)[2, 1, c] = value
    got = inst.law.mean(x)
    if inst.law.softcap is not None and INF in values.values():
        assert_close(got.sum(axis=inst.axis), np.ones(SHAPE), 1e-14)  # capped, both are finite
        return
    lost = np.broadcast_to(inst.wide(np.arange(12).reshape(SHAPE) == 7), got.shape)
    np.testing.assert_array_equal(np.isnan(got), lost)
    np.testing.assert_array_equal(got[~lost], expected[~lost])
    place = ["2", "1"]
    place.insert(inst.axis % 3, ":")
    for run in (inst.law.mode, inst.law.sample):
        with pytest.raises(ValueError, match=re.escape(f"logits[{', '.join(place)}] ")):
            run(x)
    with pytest.raises(ValueError, match=r"logits\[:\] "):
        fx.Categorical().mode([NAN, 0.0])


@each_rows
def test_masked_and_certain_classes(inst: Rows, rng: np.random.Generator) -> None:
    (x,) = inst.params(rng, SHAPE)
    rows = np.moveaxis(x, inst.axis, -1)
    rows[..., 1] = -INF
    rows[0, 0, 3] = INF
    p = np.moveaxis(inst.law.mean(x), inst.axis, -1)
    assert (p[..., 1] == 0).all()
    assert_close(p.sum(axis=-1), np.ones(SHAPE), 1e-14)
    assert inst.law.mode(x)[0, 0] == 3
    if inst.law.softcap is None:
        np.testing.assert_array_equal(p[0, 0], np.arange(N_CLASSES) == 3)


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


# ---------------------------------------------------------------------------------------------------------------------
# The best constant parameters


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


# ---------------------------------------------------------------------------------------------------------------------
# The best constant logits

WEIGHTS = (None, np.array(CLASS_WEIGHT), np.array([1.0, 20.0, 1e-6, 3.0, 0.1]))


@pytest.mark.parametrize("soft", [False, True])
@pytest.mark.parametrize("class_weight", WEIGHTS, ids=["", "weights", "uneven"])
@pytest.mark.parametrize("label_smoothing", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("z_loss", [0.0, 0.01, 100.0])
@pytest.mark.parametrize("softcap", [None, 0.01, 2.0, 30.0, 1e6])
@pytest.mark.parametrize("ignore_index", [None, 0])
def test_best_logits(
    soft: bool,
    class_weight: Any,
    label_smoothing: float,
    z_loss: float,
    softcap: float | None,
    ignore_index: int | None,
    rng: np.random.Generator,
) -> None:
    """No gradient is left: also of logits at their softcap, where it is vanishing, and of the others next to those."""
    law = fx.Categorical(-1, class_weight, ignore_index, label_smoothing, z_loss, softcap)
    n = 40
    y: Array = rng.random((n, 5)) ** 3 if soft else rng.choice(5, n, p=[0.2, 0.4, 0.0, 0.3, 0.1])
    if soft:
        y[:, 2] = 0
    weight = rng.random(n)
    x = law.init_params(y, weight) if soft else law.init_params(y, weight, 5)
    assert np.isfinite(x.astype(np.float32)).all()
    loss, grad = law.nll_grad(y, np.tile(x, (n, 1)), weight=weight, reduction="sum")
    left = abs(grad.sum(axis=0)).max()
    assert left < 1e-9 * (1 + abs(loss))
    for step in (1e-3, 0.1, 1.0, 10.0):
        other = np.tile(x + step * rng.standard_normal(5), (n, 1))
        assert law.nll(y, other, weight=weight, reduction="sum") >= loss * (1 - 1e-13) - 1e-13
    if softcap is None:
        shift = law.lse(x) if z_loss else x.max() + x.min()
        assert abs(shift) < 1e-13


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3])
def test_soft_targets_along_any_axis(axis: int, rng: np.random.Generator) -> None:
    rows, weight = rng.random((4, 3, 5)), rng.random((4, 3))
    law = fx.Categorical(axis=axis)
    y = np.moveaxis(rows, -1, axis)
    expected = fx.Categorical().init_params(rows.reshape(12, 5), weight.ravel())
    assert_close(law.init_params(y, weight), expected, 1e-12)
    if axis in (0, 1, -1, -2):
        flat_y = np.moveaxis(rows.reshape(12, 5), -1, axis)
        assert_close(law.init_params(flat_y, weight.ravel()), expected, 1e-12)
    else:
        with pytest.raises(ValueError, match=rf"\by has shape \(12, 5\).*axis {axis}"):
            law.init_params(rows.reshape(12, 5))


def test_the_number_of_classes() -> None:
    law = fx.Categorical()
    assert law.init_params([0, 2]).shape == (3,)
    assert law.init_params([0, 2], n_classes=7).shape == (7,)
    assert law.init_params(np.zeros((2, 2)), n_classes=3).shape == (3,)  # labels, though floats
    assert law.init_params(np.zeros((2, 3, 4), int)).shape == (1,)
    assert law.init_params([2**20 - 1]).shape == (2**20,)
    weighted = fx.Categorical(class_weight=[1.0, 2.0, 3.0])
    assert weighted.init_params([0, 1]).shape == (3,)
    for label in (2**20, 2**31 - 1, 2**31, 2**62):
        with pytest.raises(ValueError, match=rf"y\[1\] is {label}.*n_classes="):
            law.init_params(np.array([0, label]))
    assert law.init_params([0, 2**21], n_classes=2**21 + 1).shape == (2**21 + 1,)
    for y, n in (([0, 5], 5), ([0, -1], 5), ([0, 0.5], None)):
        with pytest.raises(ValueError, match=r"y\[1\] is .*labels are whole numbers"):
            law.init_params(y, n_classes=n)
    with pytest.raises(ValueError, match=r"y\[1\] is 3.*from 0 to 2$"):
        weighted.init_params([0, 3])
    with pytest.raises(ValueError, match=r"class_weight has shape \(3,\).* 4 classes"):
        weighted.init_params([0, 3], n_classes=4)
    for n in (0, -1):
        with pytest.raises(ValueError, match="n_classes"):
            law.init_params([0], n_classes=n)
    for n in (2.0, "2"):
        with pytest.raises(TypeError, match="n_classes"):
            law.init_params([0], n_classes=n)


def test_classes_that_teach_nothing() -> None:
    for law, y in (
        (fx.Categorical(ignore_index=1), [1, 1]),
        (fx.Categorical(class_weight=[1.0, 0.0]), [1, 1]),
        (fx.Categorical(class_weight=[0.0, 0.0]), [0, 1]),
        (fx.Categorical(), np.zeros((3, 2))),
        (fx.Categorical(), np.zeros((3, 0))),
        (fx.Categorical(), np.zeros((0, 2))),
    ):
        with pytest.raises(ValueError, match="y has no elements of positive weight"):
            law.init_params(y)


@pytest.mark.parametrize("size", [1e-300, 1.0, 1e308])
def test_soft_targets_of_any_size(size: float, rng: np.random.Generator) -> None:
    y = rng.random((6, 3)) + 0.1
    expected = fx.Categorical().init_params(y)
    assert_close(fx.Categorical().init_params(y * size), expected, 1e-12)
    weights = [np.clip(size, 2.0**-126, 2.0**126)] * 3
    assert_close(fx.Categorical(class_weight=weights).init_params(y), expected, 1e-12)
