"""The error table, row by row, on every entry point of every law."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest
from instances import (
    ALL,
    METHODS,
    Frozen,
    Instance,
    Rows,
    assert_same_bits,
    call,
    each_instance,
    each_law,
    each_method,
    every_entry,
    flat,
)

import fastxent as fx

SHAPE = (4, 3)
CATEGORICALS = [inst for inst in ALL if isinstance(inst, Rows)]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(7)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """Kernels raise none: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


def fails_cleanly(inst: Instance, method: str, kind: Any, match: str, y: Any, params: Any, **options: Any) -> str:
    """The call raises, says why, and leaves its inputs as they were."""
    frozen = Frozen((y, *params, *options.values()))
    with pytest.raises(kind, match=match) as caught:
        call(inst, method, y, params, **options)
    frozen.check()
    return str(caught.value)


def names_value(message: str, value: float) -> bool:
    """Whether a number in a message is this one."""
    numbers = re.findall(r"[-+]?(?:nan|inf|\d[\d.]*(?:e[-+]?\d+)?)", message)
    return any(float(n) == value or (n.endswith("nan") and math.isnan(value)) for n in numbers)


def place_in(shape: tuple[int, ...], flat_index: int) -> tuple[tuple[int, ...], str]:
    index = tuple(int(i) for i in np.unravel_index(flat_index, shape))
    return index, rf"\[{', '.join(map(str, index))}\]"


# ---------------------------------------------------------------------------------------------------------------------
# Shapes and the number of parameters


@every_entry
def test_shapes_that_do_not_fit(inst: Instance, method: str, rng: np.random.Generator) -> None:
    y, params = inst.y(rng, SHAPE), inst.params(rng, (4, 7))
    both = rf"(?s)({re.escape(str(y.shape))}.*{re.escape(str(params[0].shape))})"
    swapped = rf"({re.escape(str(params[0].shape))}.*{re.escape(str(y.shape))})"
    fails_cleanly(inst, method, ValueError, f"{both}|{swapped}", y, params)


@every_entry
@pytest.mark.parametrize("name", ["weight", "cotangent"])
@pytest.mark.parametrize("shape", [(5,), (4, 3, 2), (7, 4, 3), (3, 4), (0,)], ids=str)
def test_weights_broadcast_to_the_loss_and_not_it_to_them(
    inst: Instance, method: str, name: str, shape: tuple[int, ...], rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, SHAPE)
    match = rf"(?s)(?=.*{name})(?=.*{re.escape(str(shape))})(?=.*{re.escape(str(SHAPE))})"
    fails_cleanly(inst, method, ValueError, match, y, params, reduction="none", **{name: np.ones(shape)})


@each_instance
@each_method
def test_wrong_number_of_parameters(inst: Instance, method: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    run = getattr(inst.law, method)
    for wrong in ((), params[1:], (*params, params[0])):
        with pytest.raises(ValueError, match=re.escape(", ".join(inst.law.params))):
            run(y, *wrong)
    with pytest.raises(TypeError, match=inst.law.params[0]):
        run(y, *params, **{inst.law.params[0]: params[0]})
    with pytest.raises(TypeError, match="nonsense"):
        run(y, *params, nonsense=1)


@each_instance
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_cotangents_need_the_unreduced_loss(inst: Instance, reduction: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    for method in METHODS:
        fails_cleanly(inst, method, ValueError, "cotangent", y, params, reduction=reduction, cotangent=np.ones(SHAPE))


@pytest.mark.parametrize("inst", CATEGORICALS, ids=str)
def test_class_axes_never_broadcast(inst: Rows, rng: np.random.Generator) -> None:
    y, (x,) = inst.draw(rng, SHAPE)
    one = x.take([0], axis=inst.axis)
    soft = rng.random(x.shape)
    for method in (*METHODS, "hvp"):
        fails_cleanly(inst, method, ValueError, "shape", soft, (one,))
        fails_cleanly(inst, method, ValueError, "shape", soft.take([0], axis=inst.axis), (x,))
        for wrong in (0, np.zeros(3, int), np.zeros((1, *x.shape), int)):
            fails_cleanly(inst, method, ValueError, "shape", wrong, (x,))
    if inst.law.class_weight is not None:
        more = np.concatenate([x, x], axis=inst.axis)
        fails_cleanly(inst, "nll", ValueError, "class_weight", np.abs(more) if inst.soft else y, (more,))


@pytest.mark.parametrize("inst", CATEGORICALS, ids=str)
def test_an_axis_that_is_not_there(inst: Rows) -> None:
    for axis in (2, -3):
        law = fx.Categorical(axis=axis)
        with pytest.raises(ValueError, match="axis"):
            law.nll(np.zeros(3, int), np.zeros((3, 5)))
        with pytest.raises(ValueError, match="axis"):
            law.lse(np.zeros((3, 5)))


# ---------------------------------------------------------------------------------------------------------------------
# Dtypes


class OnDevice:
    """What a GPU array looks like."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.__cuda_array_interface__ = {"shape": shape, "typestr": "<f8", "data": (0, False), "version": 3}

    def __array__(self, *args: Any, **options: Any) -> np.ndarray:
        raise AssertionError("copied to the host")


MEANINGLESS = {
    "object": lambda a: a.astype(object),
    "complex": lambda a: a.astype(complex),
    "longdouble": lambda a: a.astype(np.longdouble),
    "string": lambda a: a.astype("U8"),
    "datetime": lambda a: np.zeros(a.shape, "M8[s]"),
    "masked": lambda a: np.ma.masked_array(a, mask=False),
    "record": lambda a: np.zeros(a.shape, [("a", "f8")]),
    "none": lambda a: None,
    "device": lambda a: OnDevice(a.shape),
    "text": lambda a: "nonsense",
}
AS_PARAMETER = {
    "integer": lambda a: np.ones(a.shape, np.int64),
    "unsigned": lambda a: np.ones(a.shape, np.uint8),
    "bool": lambda a: np.ones(a.shape, bool),
}


def dtype_pattern(name: str, bad: Any) -> str:
    dtype = bad.dtype.name if isinstance(bad, np.ndarray) and bad.dtype.kind not in "MUV" else ""
    return rf"(?s)(?=.*\b{name}\b)(?=.*{'masked' if isinstance(bad, np.ma.MaskedArray) else dtype})"


@every_entry
@pytest.mark.parametrize("kind", [*MEANINGLESS, *AS_PARAMETER])
def test_meaningless_parameters(inst: Instance, method: str, kind: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    for i, name in enumerate(inst.law.params):
        bad = (MEANINGLESS | AS_PARAMETER)[kind](params[i])
        mixed = (*params[:i], bad, *params[i + 1 :])
        options = {"v": np.ones_like(params[0])} if method == "hvp" else {}  # not made from the bad parameter
        with pytest.raises(TypeError, match=dtype_pattern(name, bad)):
            getattr(inst.law, method)(y, *mixed, **options)


@every_entry
@pytest.mark.parametrize("name", ["y", "weight", "cotangent"])
@pytest.mark.parametrize("kind", MEANINGLESS)
def test_meaningless_data(inst: Instance, method: str, name: str, kind: str, rng: np.random.Generator) -> None:
    if name != "y" and kind == "none":
        return
    y, params = inst.draw(rng, SHAPE)
    data: dict[str, Any] = {"y": y, "weight": np.ones(SHAPE), "cotangent": np.ones(SHAPE)}
    data[name] = MEANINGLESS[kind](data[name])
    with pytest.raises(TypeError, match=dtype_pattern(name, data[name])):
        call(inst, method, data.pop("y"), params, reduction="none", **data)


@pytest.mark.parametrize("inst", CATEGORICALS, ids=str)
@pytest.mark.parametrize("kind", [*MEANINGLESS, *AS_PARAMETER])
def test_meaningless_logits_and_vectors(inst: Rows, kind: str, rng: np.random.Generator) -> None:
    y, (x,) = inst.draw(rng, SHAPE)
    bad = (MEANINGLESS | AS_PARAMETER)[kind](x)
    with pytest.raises(TypeError, match=dtype_pattern("logits", bad)):
        inst.law.lse(bad)
    if kind in MEANINGLESS:
        with pytest.raises(TypeError, match=dtype_pattern("v", bad)):
            inst.law.hvp(y, x, bad)
    with pytest.raises(ValueError, match=re.escape(str(x.shape))):
        inst.law.hvp(y, x, np.ones((2, *x.shape)))


@each_law
@pytest.mark.parametrize("name", ["y", "weight"])
@pytest.mark.parametrize("kind", [k for k in MEANINGLESS if k not in ("none", "longdouble")])
def test_meaningless_data_for_init_params(inst: Instance, name: str, kind: str, rng: np.random.Generator) -> None:
    data = {"y": inst.y(rng, (6,)), "weight": np.ones(6)}
    data[name] = MEANINGLESS[kind](data[name])
    with pytest.raises(TypeError, match=rf"\b{name}\b"):
        inst.law.init_params(**data)


# ---------------------------------------------------------------------------------------------------------------------
# Targets outside the support, weights that are none

OUTSIDE = [pytest.param(inst, value, id=f"{inst}-{value!r}") for inst in ALL for value in inst.outside]
BAD_WEIGHTS = (math.nan, math.inf, -math.inf, -1.0, -1e-300, -(2.0**-1074))


@pytest.mark.parametrize("backend", ["cython", "reference"])
@pytest.mark.parametrize(("inst", "value"), OUTSIDE)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_targets_outside(inst: Instance, value: float, dtype: Any, backend: str, rng: np.random.Generator) -> None:
    """Also where the loss is computed in single precision, which would round some of them into the support."""
    y, params = inst.draw(rng, SHAPE, dtype)
    y = y.astype(np.float64)
    first, pattern = place_in(y.shape, 5)
    second, _ = place_in(y.shape, y.size - 2)
    y[first] = y[second] = value
    for method in (*METHODS, *(["hvp"] if isinstance(inst, Rows) else [])):
        message = fails_cleanly(inst, method, ValueError, rf"\by{pattern}", y, params, backend=backend)
        assert names_value(message.partition("]")[2], value)


@pytest.mark.parametrize("backend", ["cython", "reference"])
@pytest.mark.parametrize(("inst", "value"), OUTSIDE)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_targets_outside_unchecked(
    inst: Instance, value: float, dtype: Any, backend: str, rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, SHAPE, dtype)
    good, y = y, y.astype(np.float64)
    index, _ = place_in(y.shape, 5)
    y[index] = value
    hit = np.zeros(y.shape, bool)
    hit[index] = True
    lost = hit.any(axis=inst.axis) if isinstance(inst, Rows) and inst.soft else hit
    for method in METHODS:
        only_there_nan(inst, method, (good, params), (y, params), lost, backend, check=False)


@pytest.mark.parametrize("value", [1e300, -1e300])
def test_targets_that_single_precision_cannot_hold_are_still_real(value: float) -> None:
    """The parameters choose the dtype; what overflows in it is far away, not wrong."""
    for law in (fx.Normal(), fx.Normal(scale=2.0), fx.Laplace(), fx.Laplace(scale=2.0)):
        params = [np.zeros(2, np.float32)] * len(law.params)
        loss = law.nll(np.array([0.0, value]), *params, reduction="none")
        assert np.isfinite(loss[0])
        assert loss[1] == math.inf


def only_there_nan(
    inst: Instance, method: str, good: Any, bad: Any, lost: Any, backend: str = "cython", **options: Any
) -> None:
    """Losses and derivatives are nan where `lost`, and elsewhere what they are without the bad values."""
    options["backend"] = backend
    expected = flat(call(inst, method, *good, reduction="none", backend=backend))
    got = flat(call(inst, method, *bad, reduction="none", **options))
    for i, (g, e) in enumerate(zip(got, expected, strict=True)):
        where = np.broadcast_to(inst.wide(lost), g.shape) if i else lost
        assert np.isnan(g[where]).all()
        assert_same_bits(g[~where], e[~where])
    for reduction in ("mean", "sum"):
        assert np.isnan(flat(call(inst, method, *bad, reduction=reduction, **options))[0])


@every_entry
@pytest.mark.parametrize("value", BAD_WEIGHTS)
def test_bad_weights(inst: Instance, method: str, value: float, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE, np.float32)
    w = np.ones(SHAPE)
    w[1, 2] = w[3, 0] = value
    for reduction in ("none", "sum", "mean"):
        options = {"reduction": reduction}
        message = fails_cleanly(inst, method, ValueError, r"\bweight\[1, 2\]", y, params, weight=w, **options)
        assert names_value(message.partition("]")[2], value)
        row = np.array([[1.0, 1.0, value]])
        fails_cleanly(inst, method, ValueError, r"\bweight\[0, 2\]", y, params, weight=row, **options)
        fails_cleanly(inst, method, ValueError, r"\bweight\b", y, params, weight=value, **options)
    if method != "hvp":
        lost = np.zeros(SHAPE, bool)
        lost[1, 2] = lost[3, 0] = True
        only_there_nan(inst, method, (y, params), (y, params), lost, weight=w, check=False)


@each_law
def test_init_params_checks_its_data(inst: Instance, rng: np.random.Generator) -> None:
    y = inst.y(rng, (6,)).astype(np.float64)
    # Categorical takes the number of classes from the labels
    for value in [v for v in inst.outside if not (isinstance(inst, Rows) and v >= 5 and v.is_integer())]:
        wrong = y.copy()
        wrong[3] = wrong[4] = value
        with pytest.raises(ValueError, match=r"\by\[3\]"):
            inst.law.init_params(wrong)
    for value in BAD_WEIGHTS:
        w = np.ones(6)
        w[2] = w[5] = value
        with pytest.raises(ValueError, match=r"\bweight\[2\]"):
            inst.law.init_params(y, w)
    for nothing in ((y[:0],), (y, np.zeros(6))):
        with pytest.raises(ValueError, match=r"\by\b"):
            inst.law.init_params(*nothing)
    with pytest.raises(ValueError, match="weight"):
        inst.law.init_params(y, np.ones(5))


@each_law
@pytest.mark.parametrize("n_threads", [1, 8])
def test_the_first_of_many_is_named(inst: Instance, n_threads: int, rng: np.random.Generator) -> None:
    """In the order of C, whatever the memory order and whichever thread finds one first."""
    shape = (500, 301)
    y, params = inst.draw(rng, shape, np.float32)
    y = np.asfortranarray(y, dtype=np.float64)
    y[400, 0] = y[77, 300] = y[78, 1] = -math.inf
    w = np.ones(shape, order="F")
    w[499, 0] = w[311, 7] = w[311, 100] = -2.0
    for data, options, match in ((y, {}, r"\by\[77, 300\]"), (inst.y(rng, shape), {"weight": w}, r"weight\[311, 7\]")):
        with pytest.raises(ValueError, match=match):
            call(inst, "nll_grad", data, params, n_threads=n_threads, **options)


@each_law
def test_bad_values_among_series_and_scalars(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, (6,))
    series = pd.Series(y.astype(float), index=list("abcdef"))
    series.iloc[2] = math.nan
    with pytest.raises(ValueError, match=r"\by\[2\].*nan"):
        call(inst, "nll", series, params)
    single = inst.params(rng, ())
    with pytest.raises(ValueError, match=r"\by\b.*nan"):
        call(inst, "nll", math.nan, single)


@pytest.mark.parametrize("dtype", list("bhilqBHILQ"))
def test_integer_labels_out_of_range(dtype: str) -> None:
    """In the width of their own dtype: nothing wraps around."""
    x = np.zeros((4, 3), np.float32)
    info = np.iinfo(dtype)
    for value in {3, info.max, info.min, -1, info.max // 2 + 1, 2**32 + 1, 2**16, 2**8} - {0}:
        if not info.min <= value <= info.max:
            continue
        y = np.array([0, 1, value, value], dtype)
        for method in METHODS:
            with pytest.raises(ValueError, match=rf"y\[2\].*{value}"):
                getattr(fx.Categorical(), method)(y, x)
            got = flat(getattr(fx.Categorical(), method)(y, x, reduction="none", check=False))
            assert all(np.isnan(a[2:]).all() and np.isfinite(a[:2]).all() for a in got)


# ---------------------------------------------------------------------------------------------------------------------
# Parameters that are nan or infinite


@each_instance
@each_method
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(4, 3), (40, 67)], ids=str)
def test_nan_parameters(
    inst: Instance, method: str, dtype: Any, shape: tuple[int, int], rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, shape, dtype)
    for i in range(inst.k):
        spoilt = [p.copy() for p in params]
        spot, _ = place_in(spoilt[i].shape, 5)
        spoilt[i][spot] = math.nan
        lost = np.isnan(spoilt[i])
        lost = lost.any(axis=inst.axis) if isinstance(inst, Rows) else lost
        if isinstance(inst, Rows) and not inst.soft:
            y = np.where(lost, 0, y)  # neither ignored nor of weight 0
        only_there_nan(inst, method, (y, params), (y, spoilt), lost)


@each_instance
@each_method
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("value", [math.inf, -math.inf])
def test_infinite_parameters_stay_among_themselves(
    inst: Instance, method: str, dtype: Any, value: float, rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, SHAPE, dtype)
    expected = flat(call(inst, method, y, params, reduction="none"))
    for i in range(inst.k):
        spoilt = [p.copy() for p in params]
        spot, _ = place_in(spoilt[i].shape, 5)
        spoilt[i][spot] = value
        touched = np.isinf(spoilt[i])
        touched = touched.any(axis=inst.axis) if isinstance(inst, Rows) else touched
        got = flat(call(inst, method, y, spoilt, reduction="none"))
        for j, (g, e) in enumerate(zip(got, expected, strict=True)):
            where = np.broadcast_to(inst.wide(touched), g.shape) if j else touched
            assert_same_bits(g[~where], e[~where])


def test_illegal_rates_are_nan() -> None:
    law = fx.Exponential(link="identity")
    for dtype in (np.float32, np.float64):
        got = flat(law.nll_grad_hess(np.ones(4), np.array([1, -1, 2, -math.inf], dtype), reduction="none"))
        for a in got:
            assert np.isnan(a).tolist() == [False, True, False, True]


@pytest.mark.parametrize("soft", [False, True])
@pytest.mark.parametrize("settings", [{}, {"softcap": 5.0}, {"label_smoothing": 0.2}, {"z_loss": 0.1}], ids=str)
def test_masked_classes(soft: bool, settings: dict[str, Any], rng: np.random.Generator) -> None:
    """A logit of -inf takes its class out: the others see a problem of one class less."""
    law = fx.Categorical(**settings)
    x = rng.standard_normal((4, 6))
    x[:, 2] = -math.inf
    y = rng.random((4, 6)) if soft else np.array([0, 1, 3, 5])
    fewer = np.array([0, 1, 2, 4])
    if soft:
        y[:, 2] = 0.0
        fewer = np.delete(y, 2, axis=1)
    got = flat(law.nll_grad_hess(y, x, reduction="none"))
    expected = flat(law.nll_grad_hess(fewer, np.delete(x, 2, axis=1), reduction="none"))
    np.testing.assert_allclose(got[0], expected[0], rtol=1e-13)
    for g, e in zip(got[1:], expected[1:], strict=True):
        np.testing.assert_allclose(np.delete(g, 2, axis=1), e, rtol=1e-12, atol=1e-15)
        assert (g[:, 2] == 0).all()
    np.testing.assert_allclose(law.lse(x), law.lse(np.delete(x, 2, axis=1)), rtol=1e-14)
    x[1] = -math.inf
    y[1] = 0
    got = flat(law.nll_grad_hess(y, x, reduction="none"))
    assert all(np.isnan(a[1]).all() for a in got[:2])


# ---------------------------------------------------------------------------------------------------------------------
# Nothing to average


EMPTIES = [(0,), (3, 0), (0, 3), (2, 0, 4)]


@every_entry
@pytest.mark.parametrize("shape", EMPTIES, ids=str)
def test_empty_arrays(inst: Instance, method: str, shape: tuple[int, ...], rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, shape)
    for reduction in ("sum", "none"):
        got = flat(call(inst, method, y, params, reduction=reduction))
        loss = got.pop(0) if method != "hvp" else None
        assert loss is None or np.shape(loss) == (shape if reduction == "none" else ())
        assert loss is None or reduction == "none" or loss == 0
        assert [g.shape for g in got] == [params[0].shape] * len(got)
    if method != "hvp":
        with pytest.warns(RuntimeWarning, match="[Mm]ean of empty"):
            got = flat(call(inst, method, y, params))
        assert np.isnan(got.pop(0))
        assert [g.shape for g in got] == [params[0].shape] * len(got)


@each_instance
def test_empty_targets_and_a_shared_parameter(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.y(rng, (0, 3)), inst.params(rng, (1, 3))
    got = flat(call(inst, "nll_grad_hess", y, params, reduction="sum"))
    assert all((g == 0).all() and g.shape == params[0].shape for g in got[1:])
    with pytest.warns(RuntimeWarning, match="[Mm]ean of empty"):
        got = flat(call(inst, "nll_grad_hess", y, params))
    assert np.isnan(got[0])
    assert all((g == 0).all() for g in got[1:])


@every_entry
@pytest.mark.parametrize("shape", [(4, 3), (1, 1), (70, 71)], ids=str)
def test_zero_total_weight(inst: Instance, method: str, shape: tuple[int, int], rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, shape)
    for weight in (np.zeros(shape), 0.0, np.zeros((1, shape[1]), np.float32), -0.0):
        for reduction in ("mean", "sum", "none"):
            got = flat(call(inst, method, y, params, weight=weight, reduction=reduction))
            if method != "hvp":
                loss = got.pop(0)
                assert np.isnan(loss) if reduction == "mean" else (loss == 0).all()
            assert all((g == 0).all() for g in got)


@pytest.mark.parametrize("method", [*METHODS, "hvp"])
@pytest.mark.parametrize("settings", [{}, {"class_weight": [1.0, 0.0, 1.0]}, {"label_smoothing": 0.5}], ids=str)
def test_everything_ignored(method: str, settings: dict[str, Any]) -> None:
    for label in (-100, 1):
        law = fx.Categorical(ignore_index=label, **settings)
        x = np.array([[math.nan, 0.0, math.inf], [1.0, 2.0, 3.0]])
        options = {"reduction": "mean"}
        args = (np.array([label, label]), x, *([np.ones_like(x)] if method == "hvp" else []))
        got = flat(getattr(law, method)(*args, **options))
        if method != "hvp":
            assert np.isnan(got.pop(0))
        assert all((g == 0).all() for g in got)


@each_law
def test_settings_are_checked(inst: Instance) -> None:
    law, settings = type(inst.bare), inst.bare._given()  # those that have no default are among them
    wrong = {
        "scale": (0.0, -1.0, math.nan, math.inf),
        "pos_weight": (-1.0, math.nan, math.inf),
        "link": ("cube",),
        "label_smoothing": (-0.1, 1.1, math.nan),
        "z_loss": (-1.0, math.nan, math.inf),
        "softcap": (0.0, -1.0, math.nan, math.inf),
        "axis": (2**70, -(2**70), 64, -65),
        "tau": (0.0, 1.0, -0.5, math.nan, math.inf),
        "class_weight": ([-1.0, 1.0], [math.nan, 1.0], [math.inf, 1.0], [[1.0]], 1.0),
    }
    for name in inst.bare.__dict__["_names"]:
        for value in wrong.get(name, ()):
            with pytest.raises(ValueError, match=name):
                law(**{**settings, name: value})
        with pytest.raises(ValueError if name == "link" else TypeError, match=name):
            law(**{**settings, name: "nonsense"})
        if name != "link":
            with pytest.raises(TypeError, match=name):
                law(**{**settings, name: np.array(1j)})


def test_law_itself_is_none() -> None:
    with pytest.raises(TypeError, match=r"^Law is no law by itself.*catalogue"):
        fx.Law()
