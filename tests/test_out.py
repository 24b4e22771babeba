"""`out=`: every form that is allowed, and every overlap that is not."""

from __future__ import annotations

import re
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from instances import (
    METHODS,
    Instance,
    assert_close,
    assert_same_bits,
    call,
    each_instance,
    each_law,
    each_method,
    flat,
)

SHAPE = (6, 5)
HALF = [np.float16, ml_dtypes.bfloat16]
FORMS = {
    "C": lambda shape, dtype: np.full(shape, 7, dtype),
    "F": lambda shape, dtype: np.full(shape, 7, dtype, order="F"),
    "reversed": lambda shape, dtype: np.full(shape, 7, dtype)[(slice(None, None, -1),) * len(shape)],
    "steps": lambda shape, dtype: np.full([2 * n for n in shape], 7, dtype)[(slice(1, None, 2),) * len(shape)],
    "transposed": lambda shape, dtype: np.full((*shape[1:], *shape[:1]), 7, dtype).transpose(
        len(shape) - 1, *range(len(shape) - 1)
    ),
    "unaligned": lambda shape, dtype: unaligned(shape, dtype),
    "swapped": lambda shape, dtype: np.full(shape, 7, np.dtype(dtype).newbyteorder()),
}


def unaligned(shape: tuple[int, ...], dtype: Any) -> np.ndarray:
    dtype = np.dtype(dtype)
    n = int(np.prod(shape)) * dtype.itemsize
    return np.zeros(n + 1, np.uint8)[1:].view(dtype).reshape(shape)


def as_out(method: str, arrays: list[Any]) -> Any:
    """What `out=` takes: one array for `nll`, else a flat tuple."""
    return arrays[0] if method == "nll" else tuple(arrays)


def plain(inst: Instance, method: str, y: Any, params: Any, **options: Any) -> list[np.ndarray]:
    return [np.array(a) for a in flat(call(inst, method, y, params, **options))]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(11)


# ---------------------------------------------------------------------------------------------------------------------
# Forms


@each_instance
@each_method
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reduction", ["none", "mean"])
def test_any_memory_order(inst: Instance, method: str, form: str, reduction: str, rng: np.random.Generator) -> None:
    for dtype in (np.float32, np.float64):
        y, params = inst.draw(rng, SHAPE, dtype)
        expected = plain(inst, method, y, params, reduction=reduction)
        outs = [FORMS[form](e.shape, dtype) if e.ndim else np.full((), 7, dtype) for e in expected]
        got = flat(call(inst, method, y, params, reduction=reduction, out=as_out(method, outs)))
        for o, g, e in zip(outs, got, expected, strict=True):
            if e.ndim:
                assert_same_bits(o.astype(dtype), e)
            else:  # the order of a sum may follow memory
                assert_close(o, e, 4 * float(np.finfo(dtype).eps))
            assert g is o if e.ndim else g == o


@each_instance
@each_method
@pytest.mark.parametrize("out_dtype", [*HALF, np.float32, np.float64], ids=lambda d: np.dtype(d).name)
def test_any_float_dtype(inst: Instance, method: str, out_dtype: Any, rng: np.random.Generator) -> None:
    """Results are rounded once, on their way out."""
    for dtype in (*HALF, np.float32, np.float64):
        y, params = inst.draw(rng, SHAPE, dtype)
        wide = [p.astype(np.float64 if dtype == np.float64 else np.float32) for p in params]
        exact = plain(inst, method, y, wide, reduction="none")
        outs = [np.full(e.shape, 7, out_dtype) for e in exact]
        call(inst, method, y, params, reduction="none", out=as_out(method, outs))
        with np.errstate(over="ignore"):
            expected = [e.astype(out_dtype) for e in exact]
        assert_same_bits(outs, expected)


@each_instance
def test_none_entries_are_fresh(inst: Instance, rng: np.random.Generator) -> None:
    for method in METHODS[1:]:
        y, params = inst.draw(rng, SHAPE)
        expected = plain(inst, method, y, params, reduction="none")
        for given in range(len(expected)):
            outs: list[Any] = [None] * len(expected)
            outs[given] = np.full(expected[given].shape, 7.0)
            got = flat(call(inst, method, y, params, reduction="none", out=tuple(outs)))
            assert got[given] is outs[given]
            assert_same_bits(got, expected)
            assert all(g.flags.owndata for g in got)
        assert_same_bits(call(inst, method, y, params, reduction="none", out=(None,) * len(expected)), tuple(expected))


@each_instance
def test_reduced_losses_and_broadcast_parameters(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.y(rng, SHAPE), inst.params(rng, (1, 5), (6, 1))
    expected = plain(inst, "nll_grad_hess", y, params)
    outs = [np.full(e.shape, 7.0) for e in expected]
    call(inst, "nll_grad_hess", y, params, out=tuple(outs))
    for o, e in zip(outs, expected, strict=True):
        assert_same_bits(o, e)


# ---------------------------------------------------------------------------------------------------------------------
# In place

VIEWS = {
    "whole": lambda a: a,
    "reversed": lambda a: np.ascontiguousarray(a[::-1])[::-1],
    "transposed": lambda a: np.asfortranarray(a),
    "steps": lambda a: np.repeat(a, 2, axis=0)[::2],
}


@each_instance
@pytest.mark.parametrize(
    ("view", "dtype", "shape"),
    [*((v, d, SHAPE) for v in VIEWS for d in (*HALF, np.float32, np.float64)), ("reversed", np.float32, (70, 611))],
    ids=lambda v: v if isinstance(v, str) else str(v) if isinstance(v, tuple) else np.dtype(v).name,
)
def test_gradients_in_the_place_of_their_parameters(
    inst: Instance, view: str, dtype: Any, shape: tuple[int, int], rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, shape, dtype)
    expected = plain(inst, "nll_grad_hess", y, params)
    for method, n in (("nll_grad", 1 + inst.k), ("nll_grad_hess", 1 + 2 * inst.k)):
        own = [VIEWS[view](p.copy()) for p in params]
        out = (None, *own, *[None] * (n - 1 - inst.k))
        got = flat(call(inst, method, y, own, out=out))
        assert all(g is o for g, o in zip(got[1:], own, strict=False))
        # the two methods may round differently, and so may half precision then
        eps = {2: 2e-2, 4: 1e-5, 8: 1e-13}[np.dtype(dtype).itemsize]
        assert_close(got, expected[:n], eps, eps * 1e-2)


@each_instance
def test_broadcast_parameters_in_place(inst: Instance, rng: np.random.Generator) -> None:
    """Their gradients are sums, which must not be seen before every element is read."""
    for shapes in (((1, 5), (6, 1)), ((6, 1), (1, 5)), ((1, 1), (1, 1))):
        y, params = inst.y(rng, SHAPE), inst.params(rng, *shapes)
        expected = plain(inst, "nll_grad", y, params)
        call(inst, "nll_grad", y, params, out=(None, *params))
        assert_close(list(params), expected[1:], rtol=1e-13, atol=1e-15)


@each_instance
def test_neighbours_do_not_overlap(inst: Instance, rng: np.random.Generator) -> None:
    """Even and odd elements of one buffer share no memory."""
    y, params = inst.draw(rng, SHAPE)
    expected = plain(inst, "nll_grad", y, params)
    both = np.repeat(params[0], 2, axis=-1)
    got = flat(
        call(inst, "nll_grad", y, (both[..., ::2], *params[1:]), out=(None, both[..., 1::2], *[None] * (inst.k - 1)))
    )
    assert_close(got, expected, rtol=1e-13)
    assert_same_bits(both[..., ::2], params[0])


def overlapping(inst: Instance, y: np.ndarray, params: tuple[np.ndarray, ...]) -> dict[str, tuple[Any, Any, Any]]:
    """Cases of (y, parameters, out) in which memory is shared that must not be."""
    n = 1 + 2 * inst.k
    wide = np.concatenate([params[0], params[0]], axis=0)
    rows = len(params[0])
    first, rest = wide[:rows], params[1:]
    spare = np.zeros_like(params[0])
    w = np.ones(SHAPE)

    def outs(**given: Any) -> tuple[Any, ...]:
        return tuple(given.get(f"at{i}") for i in range(n))

    zero_strides = np.lib.stride_tricks.as_strided(np.zeros(1), params[0].shape, (0,) * params[0].ndim)
    cases = {
        "shifted": (y, (first, *rest), outs(at1=wide[1 : rows + 1])),
        "reversed": (y, (first, *rest), outs(at1=first[::-1])),
        "two gradients": (y, params, outs(at1=spare, at2=spare)),
        "hessian on parameter": (y, params, outs(**{f"at{1 + inst.k}": params[0]})),
        "itself": (y, params, outs(at1=zero_strides)),
        "loss on weight": (y, params, {"weight": w, "out": outs(at0=w)}),
        "loss on cotangent": (y, params, {"cotangent": w, "out": outs(at0=w)}),
    }
    if y.shape == SHAPE:
        data = y.astype(np.float64)
        cases["loss on y"] = (data, params, outs(at0=data))
    if params[0].shape == SHAPE:
        cases["loss on parameter"] = (y, params, outs(at0=params[0]))
    if y.shape == params[0].shape:
        data = y.astype(np.float64)
        cases["gradient on y"] = (data, params, outs(at1=data))
    if inst.k > 1:
        cases["another's gradient"] = (y, params, outs(at2=params[0]))
        same = params[0].copy()
        cases["two parameters' gradient"] = (y, (same, same, *params[2:]), outs(at1=same))
    return cases


@each_instance
def test_other_overlaps_raise(inst: Instance, rng: np.random.Generator) -> None:
    allowed = []
    for name in overlapping(inst, *inst.draw(rng, SHAPE)):
        y, params, out = overlapping(inst, *inst.draw(rng, SHAPE))[name]
        options = out if isinstance(out, dict) else {"out": out}
        before = [a.copy() for a in (y, *params)]
        try:
            call(inst, "nll_grad_hess", y, params, reduction="none", **options)
        except ValueError:
            assert_same_bits([y, *params], before)
        else:
            allowed.append(name)
    assert not allowed


@each_instance
def test_nll_out_overlaps(inst: Instance, rng: np.random.Generator) -> None:
    """A loss has no parameter of its own to alias."""
    y, params = inst.draw(rng, SHAPE)
    w = np.ones(SHAPE)
    with pytest.raises(ValueError, match="out"):
        call(inst, "nll", y, params, weight=w, reduction="none", out=w)
    if params[0].shape == SHAPE:
        with pytest.raises(ValueError, match="out"):
            call(inst, "nll", y, params, reduction="none", out=params[0])


# ---------------------------------------------------------------------------------------------------------------------
# What no out may be


@each_law
@each_method
def test_wrong_shapes(inst: Instance, method: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    n = len(plain(inst, method, y, params))
    for reduction in ("none", "mean"):
        for place in range(n):
            for wrong in ((5, 6), (6,), (1, *SHAPE), (6, 1)):
                outs: list[Any] = [None] * n
                outs[place] = np.zeros(wrong)
                with pytest.raises(ValueError, match=re.escape(str(wrong))) as caught:
                    call(inst, method, y, params, reduction=reduction, out=as_out(method, outs))
                right = params[0].shape if place else SHAPE if reduction == "none" else ()
                assert str(right) in str(caught.value)


@each_law
@each_method
def test_wrong_kinds(inst: Instance, method: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    n = len(plain(inst, method, y, params))
    fixed = np.zeros(SHAPE)
    fixed.flags.writeable = False
    for wrong, kind in (
        (np.zeros(SHAPE, int), TypeError),
        (np.zeros(SHAPE, complex), TypeError),
        (np.zeros(SHAPE, object), TypeError),
        (np.zeros(SHAPE, np.longdouble), TypeError),
        (np.ma.zeros(SHAPE), TypeError),
        (np.zeros(SHAPE).tolist(), TypeError),
        (fixed, ValueError),
    ):
        with pytest.raises(kind, match="out"):
            call(inst, method, y, params, reduction="none", out=as_out(method, [wrong, *[None] * (n - 1)]))


@each_law
def test_wrong_numbers(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    with pytest.raises((TypeError, ValueError), match="out"):
        call(inst, "nll_grad", y, params, out=np.zeros(()))
    for n in (0, 1, inst.k, inst.k + 2):
        with pytest.raises(ValueError, match="out"):
            call(inst, "nll_grad", y, params, out=(None,) * n)
