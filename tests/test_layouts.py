"""Any strides, byte order and alignment: each element's results are bitwise those of contiguous arrays."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ml_dtypes
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from instances import (
    ALL,
    METHODS,
    Instance,
    Rows,
    assert_same_bits,
    call,
    each_instance,
    each_law,
    every_entry,
    flat,
    methods_of,
)

import fastxent as fx

DTYPES = (np.float32, np.float64, np.float16, ml_dtypes.bfloat16)
relaxed = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# ---------------------------------------------------------------------------------------------------------------------
# The same values in other places


def stepped(a: np.ndarray, axis: int, step: int) -> np.ndarray:
    """Every few elements of something larger, backwards for a negative step."""
    shape = list(a.shape)
    shape[axis] *= abs(step)
    big = np.full(shape, 99, a.dtype)
    view = np.moveaxis(np.moveaxis(big, axis, 0)[:: abs(step)][:: 1 if step > 0 else -1], 0, axis)
    view[...] = a
    return view


def stored(a: np.ndarray, order: tuple[int, ...]) -> np.ndarray:
    """Axes in another order in memory."""
    return np.ascontiguousarray(a.transpose(order)).transpose(np.argsort(order))


def shifted(a: np.ndarray, n_bytes: int) -> np.ndarray:
    """At any byte of a buffer."""
    buffer = np.zeros(a.nbytes + n_bytes, np.uint8)
    view = buffer[n_bytes:].view(a.dtype).reshape(a.shape)
    view[...] = a
    return view


def swapped(a: np.ndarray) -> np.ndarray:
    """With the other byte order; bfloat16 has none."""
    return a if a.dtype.isbuiltin == 2 else a.astype(a.dtype.newbyteorder("S"))


def locked(a: np.ndarray) -> np.ndarray:
    a = a.copy()
    a.flags.writeable = False
    return a


def hidden(a: np.ndarray) -> np.ndarray:
    """A field of records."""
    records = np.zeros(a.shape, np.dtype([("pad", "u1"), ("value", a.dtype)]))
    records["value"] = a
    return records["value"]


def constant_along(a: np.ndarray, axis: int) -> np.ndarray:
    """A stride of 0; the values change to those of the first slice."""
    return np.broadcast_to(a.take([0], axis=axis), a.shape)


@st.composite
def layouts(draw: st.DrawFn, ndim: int) -> Callable[[np.ndarray], np.ndarray]:
    """A function that gives an array another layout, a few changes on top of one another."""
    axes = st.integers(0, ndim - 1)
    change = st.one_of(
        st.tuples(st.just(stepped), axes, st.sampled_from([-3, -2, -1, 2, 3])),
        st.tuples(st.just(stored), st.permutations(range(ndim)).map(tuple)),
        st.tuples(st.just(shifted), st.integers(1, 9)),
        st.tuples(st.sampled_from([swapped, locked, hidden, np.asfortranarray])),
        st.tuples(st.just(constant_along), axes),
    )
    first = draw(change)
    # A step of a broadcast, of a swapped or of an unaligned view keeps the first change alive
    flip = draw(st.sampled_from([None, *range(ndim)]))

    def lay(a: np.ndarray) -> np.ndarray:
        a = first[0](a, *first[1:])
        return a if flip is None else np.flip(a, flip)

    return lay


@each_instance
@relaxed
@given(data=st.data())
def test_any_layout(inst: Instance, data: st.DataObject) -> None:
    ndim = data.draw(st.integers(max(1, inst.least_ndim), 3))
    shape = tuple(data.draw(st.lists(st.integers(1, 9), min_size=ndim, max_size=ndim)))
    dtype = data.draw(st.sampled_from(DTYPES))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**16)))
    y, params = inst.draw(rng, shape, dtype)
    w = rng.random(shape)
    arrays = [data.draw(layouts(a.ndim))(a) for a in (y, w, *params)]
    plain = [
        np.array(a, dtype=a.dtype.newbyteorder("=") if a.dtype.isbuiltin != 2 else a.dtype, order="C") for a in arrays
    ]
    method = data.draw(st.sampled_from(methods_of(inst)))
    options = {"reduction": "none"} | data.draw(st.sampled_from([{}, {"curvature": "fisher"}, {"cotangent": w}]))
    expected = call(inst, method, plain[0], plain[2:], weight=plain[1], **options)
    assert_same_bits(call(inst, method, arrays[0], arrays[2:], weight=arrays[1], **options), expected)


# ---------------------------------------------------------------------------------------------------------------------
# The same, one by one, on arrays that span many chunks and threads

LAYOUTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "fortran": np.asfortranarray,
    "reversed": lambda a: stepped(a, a.ndim - 1, -1),
    "steps": lambda a: stepped(a, a.ndim - 1, 2),
    "rows apart": lambda a: stepped(a, 0, -3),
    "unaligned": lambda a: shifted(a, 1),
    "swapped": swapped,
    "records": hidden,
    "constant": lambda a: constant_along(a, 0),
}


@each_instance
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(131, 67), (2, 1025)], ids=str)
def test_layouts_over_many_chunks(inst: Instance, layout: str, dtype: Any, shape: tuple[int, int]) -> None:
    rng = np.random.default_rng(5)
    y, params = inst.draw(rng, shape, dtype)
    lay = LAYOUTS[layout]
    if layout == "constant":
        y, params = np.array(lay(y)), tuple(np.array(lay(p)) for p in params)
    expected = call(inst, "nll_grad_hess", y, params, reduction="none")
    results = [
        call(inst, "nll_grad_hess", lay(y), params, reduction="none"),
        call(inst, "nll_grad_hess", y, [lay(p) for p in params], reduction="none"),
        call(inst, "nll_grad_hess", lay(y), [lay(p) for p in params], reduction="none"),
    ]
    for got in results:
        assert_same_bits(got, expected)


# ---------------------------------------------------------------------------------------------------------------------
# Class axes


@pytest.mark.parametrize("method", ["nll", "nll_grad", "nll_grad_hess", "hvp"])
@pytest.mark.parametrize("soft", [False, True], ids=["hard", "soft"])
@pytest.mark.parametrize(
    "settings_", [{}, {"label_smoothing": 0.1, "z_loss": 0.01, "softcap": 4.0}], ids=["plain", "all"]
)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("n_classes", [1, 2, 3, 10, 37, 300])
def test_class_axis_anywhere(method: str, soft: bool, settings_: dict[str, Any], dtype: Any, n_classes: int) -> None:
    """(N, C, H, W) and every other place give what the last axis gives."""
    rng = np.random.default_rng(n_classes)
    shape = (2, 3, 17)
    last = rng.standard_normal((*shape, n_classes)).astype(dtype)
    y = rng.random(last.shape) if soft else rng.integers(0, n_classes, shape)
    v = [rng.standard_normal(last.shape).astype(dtype)] if method == "hvp" else []
    w = rng.random(shape)
    run = getattr(fx.Categorical(**settings_), method)
    expected = flat(run(y, last, *v, weight=w, reduction="none"))
    for axis in (0, 1, 2, -4, -3, -2):
        run = getattr(fx.Categorical(axis=axis, **settings_), method)
        for contiguous in (True, False):

            def moved(a: np.ndarray, axis: int = axis, contiguous: bool = contiguous) -> np.ndarray:
                a = np.moveaxis(a, -1, axis)
                return np.ascontiguousarray(a) if contiguous else a

            got = flat(run(moved(y) if soft else y, moved(last), *map(moved, v), weight=w, reduction="none"))
            back = [np.moveaxis(g, axis, -1) if g.ndim == last.ndim else g for g in got]
            tight(back, expected, dtype)


def tight(got: list[Any], expected: list[Any], dtype: Any) -> None:
    """Lanes across rows may sum in another order than lanes along a row: a few ulp of the largest class."""
    eps = float(np.finfo(dtype).eps)
    for g, e in zip(got, expected, strict=True):
        np.testing.assert_allclose(g, e, rtol=30 * eps, atol=30 * eps * np.abs(e).max())


@pytest.mark.parametrize("soft", [False, True], ids=["hard", "soft"])
@pytest.mark.parametrize("axis", [0, 1, -1])
@pytest.mark.parametrize("n_classes", [3, 40])
def test_broadcast_rows(soft: bool, axis: int, n_classes: int) -> None:
    """A stride of 0 along rows: gradients unsummed for a view, summed for an axis of length 1."""
    rng = np.random.default_rng(3)
    law = fx.Categorical(axis=axis)
    one = rng.standard_normal((1, 7, n_classes))
    y = rng.random((5, 7, n_classes)) if soft else rng.integers(0, n_classes, (5, 7))
    view = np.broadcast_to(one, (5, 7, n_classes))
    place = np.moveaxis(view, -1, axis)
    target = np.moveaxis(y, -1, axis) if soft else y
    expected = flat(law.nll_grad_hess(target, np.array(place), reduction="none"))
    got = flat(law.nll_grad_hess(target, place, reduction="none"))
    tight(got, expected, np.float64)
    summed = flat(law.nll_grad_hess(target, np.moveaxis(one, -1, axis), reduction="none"))
    np.testing.assert_allclose(summed[0], expected[0], rtol=1e-14)
    for s, e in zip(summed[1:], expected[1:], strict=True):
        total = np.moveaxis(e, axis, -1).sum(axis=0, keepdims=True)
        np.testing.assert_allclose(np.moveaxis(s, axis, -1), total, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("inst", [i for i in ALL if isinstance(i, Rows)], ids=str)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_lse_of_any_layout(inst: Rows, layout: str) -> None:
    for dtype in DTYPES:
        (x,) = inst.params(np.random.default_rng(1), (13, 11), dtype=dtype)
        lay = LAYOUTS[layout]
        assert_same_bits(inst.law.lse(lay(x)), inst.law.lse(np.array(lay(x)).astype(dtype)))


# ---------------------------------------------------------------------------------------------------------------------
# Where arrays come from


@every_entry
def test_memory_mapped_files(inst: Instance, method: str, tmp_path: Path) -> None:
    y, params = inst.draw(np.random.default_rng(2), (4, 3))
    mapped = []
    for i, a in enumerate((y, *params)):
        path = tmp_path / str(i)
        a.tofile(path)
        mapped.append(np.memmap(path, a.dtype, "r", shape=a.shape))
    got = call(inst, method, mapped[0], mapped[1:])
    assert_same_bits(got, call(inst, method, y, params))
    assert not any(isinstance(a, np.memmap) for a in flat(got))


@each_instance
def test_pandas(inst: Instance) -> None:
    """Columns of a frame, which are strided, and series with an index of their own."""
    shape = (30,)
    y, params = inst.draw(np.random.default_rng(2), shape)
    index = np.arange(30)[::-1]
    as_pandas = []
    for a in (y, *params):
        frame = pd.DataFrame({"before": 0.0, "it": np.zeros(30)}, index=index)
        as_pandas.append(frame.assign(it=a)["it"] if a.ndim == 1 else pd.DataFrame(a))
    expected = call(inst, "nll_grad_hess", y, params, reduction="none")
    got = call(inst, "nll_grad_hess", as_pandas[0], as_pandas[1:], reduction="none", weight=pd.Series(np.ones(30)))
    assert_same_bits(got, expected)
    assert [type(a) for a in flat(got)] == [np.ndarray] * len(flat(got))


@pytest.mark.parametrize("inst", [i for i in ALL if not isinstance(i, Rows)], ids=str)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("curvature", ["observed", "fisher"])
@pytest.mark.parametrize("constant", [True, False])
def test_neighbours_change_nothing(inst: Instance, dtype: Any, method: str, curvature: str, constant: bool) -> None:
    """An element out of the usual has its chunk computed with more care: the others get the same bits."""
    y, params = inst.draw(np.random.default_rng(11), (2500,), dtype)
    options = {"reduction": "none", "curvature": curvature, "constant": constant}
    plain = flat(call(inst, method, y, params, **options))
    odd = np.arange(50, 2500, 400)
    others = np.delete(np.arange(2500), odd)
    for k in range(inst.k):
        strange = [p.copy() for p in params]
        strange[k][odd] = [np.inf, -np.inf, np.nan, 1e30, -1e30, 300.0, -800.0]
        got = flat(call(inst, method, y, strange, **options))
        assert_same_bits([a[others] for a in got], [a[others] for a in plain])


@each_law
@pytest.mark.parametrize("form", ["plain", "strided", "float64 targets", "swapped"])
def test_nothing_is_allocated_but_the_outputs(inst: Instance, form: str) -> None:
    """NumPy reports its arrays to tracemalloc; the core's own memory does not grow with the call."""
    n = 60_000 if isinstance(inst, Rows) else 300_000
    y, params = inst.draw(np.random.default_rng(5), (n,), np.float32)
    w = np.ones(n, np.float32)
    if form == "strided":
        y, w, *params = (np.repeat(a, 2, axis=0)[::2] for a in (y, w, *params))
    elif form == "float64 targets":
        y = y.astype(np.float64)
    elif form == "swapped":
        params = [p.astype(p.dtype.newbyteorder()) for p in params]
    for options in ({}, {"weight": w}, {"reduction": "none", "cotangent": w}):
        call(inst, "nll_grad_hess", y, params, **options)
        tracemalloc.start()
        results = call(inst, "nll_grad_hess", y, params, **options)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak <= sum(np.asarray(a).nbytes for a in flat(results)) + 2**20
