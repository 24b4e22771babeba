"""The public contract, for every law: what methods return, and how their keywords relate to one another."""

from __future__ import annotations

import copy
import inspect
import math
import pickle
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from instances import (
    ALL,
    METHODS,
    Frozen,
    Instance,
    Rows,
    assert_close,
    assert_same_bits,
    call,
    each_instance,
    each_law,
    each_method,
    every_entry,
    fitting,
    flat,
)

import fastxent as fx

BF16 = np.dtype(ml_dtypes.bfloat16)
SHAPE = (4, 3)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20240611)


# ---------------------------------------------------------------------------------------------------------------------
# Laws as values


@each_instance
def test_attributes(inst: Instance) -> None:
    assert isinstance(inst.bare.params, tuple)
    assert inst.bare.params
    assert all(isinstance(name, str) and name.isidentifier() for name in inst.bare.params)
    assert str(inst.bare.support)
    assert repr(inst.bare.support)
    assert type(inst.bare) in fx.catalogue()


@each_instance
def test_nothing_can_be_set_or_deleted(inst: Instance) -> None:
    law = copy.deepcopy(inst.bare)  # the test would spoil the instance of all the others if it could
    settings = tuple(inspect.signature(type(law)).parameters)
    for name in ("params", "support", "anything", *settings):
        with pytest.raises(AttributeError):
            setattr(law, name, 1)
    for name in ("params", *settings):
        with pytest.raises(AttributeError):
            delattr(law, name)
    assert law == inst.bare


@each_instance
@pytest.mark.parametrize(
    "twin",
    [copy.copy, copy.deepcopy, *(lambda law, p=p: pickle.loads(pickle.dumps(law, p)) for p in range(6))],
    ids=["copy", "deepcopy", *(f"pickle{p}" for p in range(6))],
)
def test_twins_are_equal(inst: Instance, twin: Any) -> None:
    other = twin(inst.bare)
    assert other == inst.bare
    assert hash(other) == hash(inst.bare)
    assert repr(other) == repr(inst.bare)
    assert other.params == inst.bare.params
    assert len({other, inst.bare}) == 1


@each_instance
def test_repr_makes_the_law_again(inst: Instance) -> None:
    names = {law.__name__: law for law in fx.catalogue()} | {"array": np.array, "inf": math.inf}
    assert eval(repr(inst.bare), names) == inst.bare


def test_laws_with_other_settings_differ() -> None:
    laws = {inst.bare for inst in ALL}
    assert len(laws) == len({repr(inst.bare) for inst in ALL})
    assert all(law != "law" for law in laws)


def test_class_weight_is_the_laws_own() -> None:
    source = np.array([1.0, 2.0])
    law = fx.Categorical(class_weight=source)
    source[0] = 7.0
    assert law == fx.Categorical(class_weight=[1.0, 2.0])
    with pytest.raises(ValueError, match="read-only"):
        law.class_weight[0] = 7.0


# ---------------------------------------------------------------------------------------------------------------------
# Calls and returns


@each_instance
@each_method
def test_parameters_by_name(inst: Instance, method: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    expected = call(inst, method, y, params)
    named = dict(zip(inst.law.params, params, strict=True))
    for given in range(inst.k + 1):
        rest = {name: named[name] for name in reversed(inst.law.params[given:])}
        assert_same_bits(getattr(inst.law, method)(y, *params[:given], **rest), expected)
    assert_same_bits(getattr(inst.law, method)(y=y, **named), expected)


@each_instance
@pytest.mark.parametrize("method", ["mean", "mode", "quantile", "sample"])
def test_decoding_takes_parameters_as_the_loss_does(inst: Instance, method: str, rng: np.random.Generator) -> None:
    if method == "quantile" and isinstance(inst, Rows):
        return  # classes have no order
    lead = (0.25,) if method == "quantile" else ()
    options: dict[str, Any] = {"rng": 1} if method == "sample" else {}
    run, params = getattr(inst.law, method), inst.params(rng, SHAPE)
    named = dict(zip(inst.law.params, params, strict=True))
    expected = run(*lead, *params, **options)
    for given in range(inst.k + 1):
        rest = {name: named[name] for name in reversed(inst.law.params[given:])}
        assert_same_bits(run(*lead, *params[:given], **rest, **options), expected)
    with pytest.raises(TypeError, match="'height'"):
        run(*lead, *params, height=1.0)
    for wrong in ((), (*params, params[0])):
        with pytest.raises(ValueError, match=f"{inst.k} parameter"):
            run(*lead, *wrong)


@each_instance
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_what_is_returned(inst: Instance, reduction: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE, np.float32)
    results = [call(inst, method, y, params, reduction=reduction) for method in METHODS]
    losses = [results[0], results[1][0], results[2][0]]
    for loss in losses:
        assert isinstance(loss, np.ndarray if reduction == "none" else np.float32)
        assert np.shape(loss) == (SHAPE if reduction == "none" else ())
        assert loss.dtype == np.float32
        assert_close(loss, losses[0], 1e-6)
    assert_close(results[1][1], results[2][1], 1e-5, 1e-6)
    for group in (*results[1][1:], *results[2][1:]):
        if inst.k == 1:
            assert type(group) is np.ndarray
        else:
            assert type(group) is tuple
        assert [type(g) for g in flat(group)] == [np.ndarray] * inst.k
        assert [(g.shape, g.dtype) for g in flat(group)] == [(p.shape, p.dtype) for p in params]


@each_instance
def test_the_mean_is_the_default(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    for method in METHODS:
        defaults = {"reduction": "mean", "curvature": "observed", "constant": True, "check": True, "weight": None}
        nothing = {"cotangent": None, "out": None, "n_threads": None, "backend": None}
        assert_same_bits(call(inst, method, y, params), call(inst, method, y, params, **defaults, **nothing))


@every_entry
def test_lists_and_python_numbers(inst: Instance, method: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    expected = call(inst, method, y, params)
    if method == "hvp":
        return
    assert_same_bits(call(inst, method, y.tolist(), [p.tolist() for p in params]), expected)


# ---------------------------------------------------------------------------------------------------------------------
# Reductions, weights, cotangents


def denominators(inst: Instance, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """What each element adds to the mean's denominator."""
    if isinstance(inst, Rows) and not inst.soft:
        law = inst.law
        weights = np.ones(5) if law.class_weight is None else law.class_weight
        return np.where(y == law.ignore_index, 0.0, w * weights[y])
    return w


@each_instance
@pytest.mark.parametrize("shape", [(4, 3), (41, 67)], ids=str)
@pytest.mark.parametrize("weights", ["none", "full", "row", "scalar", "zeros", "integers"])
def test_reductions_follow_their_definitions(
    inst: Instance, shape: tuple[int, int], weights: str, rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, shape)
    w = {
        "none": None,
        "full": rng.random(shape),
        "row": rng.random((1, shape[1])),
        "scalar": 0.75,
        "zeros": rng.random(shape) * (rng.random(shape) < 0.5),
        "integers": rng.integers(0, 3, shape),
    }[weights]
    wide = np.broadcast_to(1.0 if w is None else w, shape)
    plain = flat(call(inst, "nll_grad_hess", y, params, reduction="none"))
    for reduction, divide in (("none", 1.0), ("sum", 1.0), ("mean", denominators(inst, y, wide).sum())):
        got = flat(call(inst, "nll_grad_hess", y, params, weight=w, reduction=reduction))
        loss = wide * plain[0] if reduction == "none" else (wide * plain[0]).sum() / divide
        assert_close(got[0], loss, rtol=1e-12, atol=1e-14)
        for g, p in zip(got[1:], plain[1:], strict=True):
            assert_close(g, inst.wide(wide) * p / divide, rtol=1e-12, atol=1e-16)


@every_entry
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_weight_0_silences_everything(inst: Instance, method: str, bad: float, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    w = np.ones(SHAPE)
    w[1, 2] = 0.0
    spot = np.zeros(SHAPE, bool)
    spot[1, 2] = True
    spoilt = tuple(np.where(inst.wide(spot), bad, p) for p in params)
    for reduction in ("mean", "sum", "none"):
        got = call(inst, method, y, spoilt, weight=w, reduction=reduction)
        expected = call(inst, method, y, params, weight=w, reduction=reduction)
        for a, b in zip(flat(got), flat(expected), strict=True):
            assert_close(a, b, rtol=1e-14)


@each_instance
def test_cotangents_multiply(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    c, w = rng.standard_normal(SHAPE), rng.random(SHAPE)
    plain = flat(call(inst, "nll_grad_hess", y, params, reduction="none"))
    for weight in (None, w):
        full = np.ones(SHAPE) if weight is None else w
        got = flat(call(inst, "nll_grad_hess", y, params, reduction="none", cotangent=c, weight=weight))
        assert_close(got[0], full * plain[0])
        for g, p in zip(got[1:], plain[1:], strict=True):
            assert_close(g, inst.wide(full * c) * p, atol=1e-16)
        assert_close(call(inst, "nll", y, params, reduction="none", cotangent=c, weight=weight), got[0])


@each_instance
def test_cotangent_sums_to_broadcast_parameters(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.y(rng, SHAPE), inst.params(rng, (4, 1), (1, 3))
    c = rng.standard_normal(SHAPE)
    full = flat(call(inst, "nll_grad", y, [inst.spread(p, SHAPE) for p in params], reduction="none", cotangent=c))
    got = flat(call(inst, "nll_grad", y, params, reduction="none", cotangent=c))
    for g, f, shape in zip(got[1:], full[1:], ((4, 1), (1, 3)), strict=False):
        assert_close(g, inst.narrow(f, shape), atol=1e-14)


@each_instance
def test_constant_terms_know_no_parameter(inst: Instance, rng: np.random.Generator) -> None:
    y = inst.y(rng, SHAPE)
    dropped = []
    for _ in range(3):
        params = inst.params(rng, SHAPE)
        with_it = flat(call(inst, "nll_grad_hess", y, params, reduction="none"))
        without = flat(call(inst, "nll_grad_hess", y, params, reduction="none", constant=False))
        dropped.append(with_it[0] - without[0])
        for a, b in zip(with_it[1:], without[1:], strict=True):
            assert_close(a, b, rtol=1e-14)
    assert_close(dropped[1], dropped[0], rtol=1e-12, atol=1e-13)
    assert_close(dropped[2], dropped[0], rtol=1e-12, atol=1e-13)


@each_instance
def test_curvature(inst: Instance, rng: np.random.Generator) -> None:
    """Fisher's information is never negative, and nothing else of the result depends on the choice."""
    y, params = inst.draw(rng, SHAPE)
    observed = call(inst, "nll_grad_hess", y, params)
    fisher = call(inst, "nll_grad_hess", y, params, curvature="fisher")
    assert_same_bits(fisher[:2], observed[:2])
    assert all((h >= 0).all() for h in flat(fisher[2]))


@pytest.mark.parametrize("inst", [i for i in ALL if i.proper], ids=str)
def test_fisher_is_the_gradients_variance(inst: Instance, rng: np.random.Generator) -> None:
    """Under the law itself, that is, and so only where exp(-nll) is a distribution."""
    n, single = 200_000, inst.params(rng, (1,))
    many = [inst.spread(p, (n,)) for p in single]
    drawn = inst.law.sample(*many, rng=1)
    if isinstance(inst, Rows) and inst.soft:
        drawn = inst.spread_y(np.zeros(1), (n,)) + np.equal.outer(drawn, np.arange(5)).swapaxes(-1, inst.axis)
    grads = flat(call(inst, "nll_grad", drawn, many, reduction="sum"))[1:]
    fisher = flat(call(inst, "nll_grad_hess", drawn, many, reduction="sum", curvature="fisher"))[1 + inst.k :]
    for g, h in zip(grads, fisher, strict=True):
        square = inst.narrow(g**2, (1,)).ravel() / n
        spread = np.sqrt(inst.narrow(g**4, (1,)).ravel()) / n
        np.testing.assert_array_less(abs(square - inst.narrow(h, (1,)).ravel() / n), 5 * spread + 1e-12)


@pytest.mark.parametrize("inst", [i for i in ALL if hasattr(i.law, "hvp")], ids=str)
def test_hvp_is_the_hessian(inst: Instance, rng: np.random.Generator) -> None:
    """Its diagonal is the other method's, it is symmetric, and it is what the gradient's differences say."""
    y, (x,) = inst.draw(rng, SHAPE)
    u, v = rng.standard_normal(x.shape), rng.standard_normal(x.shape)
    options = {"weight": rng.random(SHAPE), "reduction": "sum"}
    assert_close((u * inst.law.hvp(y, x, v, **options)).sum(), (v * inst.law.hvp(y, x, u, **options)).sum(), 1e-10)
    diagonal = inst.law.nll_grad_hess(y, x, **options)[2]
    picked = np.zeros_like(x)
    for c in range(x.shape[inst.axis]):
        unit = np.zeros_like(x)
        np.moveaxis(unit, inst.axis, 0)[c] = 1.0
        picked += unit * inst.law.hvp(y, x, unit, **options)
    assert_close(picked, diagonal, atol=1e-14)
    step = 1e-5
    ahead, behind = (inst.law.nll_grad(y, x + s * v, **options)[1] for s in (step, -step))
    assert_close(inst.law.hvp(y, x, v, **options), (ahead - behind) / (2 * step), rtol=1e-6, atol=1e-8)


@each_instance
def test_lse(inst: Instance, rng: np.random.Generator) -> None:
    if not hasattr(inst.law, "lse"):
        return
    for dtype in (np.float64, np.float32, np.float16, BF16):
        (x,) = inst.params(rng, SHAPE, dtype=dtype)
        wide = x.astype(np.float64)
        capped = wide if inst.law.softcap is None else inst.law.softcap * np.tanh(wide / inst.law.softcap)
        got = inst.law.lse(x)
        assert got.shape == SHAPE
        assert got.dtype == (np.float64 if dtype == np.float64 else np.float32)
        assert_close(got, np.log(np.exp(capped).sum(axis=inst.axis)), 1e-13 if dtype == np.float64 else 1e-6)


@each_instance
@each_method
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_reference_backend_agrees(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE, dtype)
    fast = call(inst, method, y, params, backend="cython")
    slow = call(inst, method, y, params, backend="reference")
    eps = float(np.finfo(dtype).eps)
    assert [np.asarray(a).dtype for a in flat(fast)] == [np.asarray(a).dtype for a in flat(slow)]
    assert_close(fast, slow, 50 * eps, 10 * eps)


# ---------------------------------------------------------------------------------------------------------------------
# Broadcasting

PATTERNS = [
    ((4, 3), (4, 3), (4, 3)),
    ((4, 3), (), ()),
    ((4, 3), (3,), (4, 1)),
    ((4, 3), (1, 3), (4, 3)),
    ((4, 3), (4, 1), (1, 1)),
    ((3,), (4, 1), ()),
    ((), (4, 3), (3,)),
    ((1, 1), (4, 3), (1, 3)),
    ((2, 1, 3), (4, 1), (2, 4, 3)),
    ((2, 1, 3), (1, 4, 1), (2, 4, 3)),
    ((2, 4, 3), (4, 3), (1, 1, 1)),
    ((2, 4, 3), (1, 4, 1), (2, 1, 3)),
    ((5,), (1,), (5,)),
    ((), (), ()),
    ((1,), (1,), (1,)),
    ((2, 1, 1, 3), (5, 1, 1), (1, 4, 1)),
    ((2, 1, 1, 3), (1, 5, 1, 1), (1, 1, 4, 1)),
    ((3, 2049), (3, 1), (2049,)),
    ((2049, 3), (1, 3), (2049, 1)),
    ((2049, 3), (2049, 1), (3,)),
    ((1,) * 20, (1,) * 20, (1,) * 20),
]
BROADCASTS = [pytest.param(i, p, id=f"{i}-{p}") for i in ALL for p in fitting(i, PATTERNS)]


@pytest.mark.parametrize(("inst", "pattern"), BROADCASTS)
@pytest.mark.parametrize("weighted", [False, True])
def test_gradients_have_the_parameters_shapes(
    inst: Instance, pattern: tuple[tuple[int, ...], ...], weighted: bool, rng: np.random.Generator
) -> None:
    shape = np.broadcast_shapes(*pattern[: inst.k + 1])
    y, params = inst.y(rng, pattern[0]), inst.params(rng, *pattern[1:])
    w = rng.random((*shape[:-1], 1) if shape else ()) if weighted else None
    full_params = [inst.spread(p, shape) for p in params]
    for reduction in ("none", "sum", "mean"):
        options = {"weight": w, "reduction": reduction}
        full = flat(call(inst, "nll_grad_hess", inst.spread_y(y, shape), full_params, **options))
        got = flat(call(inst, "nll_grad_hess", y, params, **options))
        assert np.shape(got[0]) == (shape if reduction == "none" else ())
        assert_close(got[0], full[0], rtol=1e-12)
        for i, (g, f) in enumerate(zip(got[1:], full[1:], strict=True)):
            assert g.shape == params[i % inst.k].shape
            own = pattern[1:][min(i % inst.k, len(pattern) - 2)]  # the last serves those that are left
            assert_close(g, inst.narrow(f, own), 1e-12, 1e-13 * np.abs(f).sum())


@each_instance
def test_broadcast_to_leaves_gradients_unsummed(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.y(rng, SHAPE), inst.params(rng, (1, 3), (4, 1))
    full = [inst.spread(p, SHAPE) for p in params]
    views = [np.broadcast_to(p, f.shape) for p, f in zip(params, full, strict=True)]
    for reduction in ("none", "mean"):
        expected = call(inst, "nll_grad_hess", y, full, reduction=reduction)
        assert_close(call(inst, "nll_grad_hess", y, views, reduction=reduction), expected, rtol=1e-13)


# ---------------------------------------------------------------------------------------------------------------------
# Dtypes


@every_entry
@pytest.mark.parametrize("half", [np.float16, BF16], ids=str)
def test_half_precision_is_computed_in_single(inst: Instance, method: str, half: Any, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE, half)
    for reduction in ("mean", "sum", "none"):
        got = flat(call(inst, method, y, params, reduction=reduction))
        single = flat(call(inst, method, y, [p.astype(np.float32) for p in params], reduction=reduction))
        if method != "hvp":
            loss, expected = got.pop(0), single.pop(0)
            if reduction != "none":
                assert loss.dtype == np.float32
                assert_close(loss, expected, rtol=1e-6)
        for g, s in zip(got, single, strict=True):
            assert g.dtype == half
            if reduction == "none":
                assert_same_bits(g, s.astype(half))


@each_instance
def test_parameters_alone_choose_the_dtype(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE, np.float32)
    expected = flat(call(inst, "nll_grad_hess", y, params, weight=np.full(SHAPE, 0.5, np.float32)))
    for y_dtype in (np.float64, np.float32):
        got = flat(call(inst, "nll_grad_hess", y.astype(y_dtype), params, weight=np.full(SHAPE, 0.5)))
        assert [a.dtype for a in got] == [np.float32] * len(got)
        assert_close(got, expected, rtol=1e-5, atol=1e-6)
    wide = flat(call(inst, "nll_grad_hess", y.astype(np.float32), [p.astype(np.float64) for p in params]))
    assert [a.dtype for a in wide] == [np.float64] * len(wide)


@pytest.mark.parametrize("inst", [i for i in ALL if i.k > 1], ids=str)
@pytest.mark.parametrize("first", [np.float16, BF16, np.float32, np.float64], ids=str)
@pytest.mark.parametrize("second", [np.float16, BF16, np.float32, np.float64], ids=str)
def test_mixed_dtypes(inst: Instance, first: Any, second: Any, rng: np.random.Generator) -> None:
    """The widest parameter decides how the loss is computed; each gradient has its own parameter's dtype."""
    y, params = inst.draw(rng, SHAPE)
    params = (params[0].astype(first), *(p.astype(second) for p in params[1:]))
    got = flat(call(inst, "nll_grad_hess", y, params))
    wide = np.float64 if np.float64 in (first, second) else np.float32
    assert got[0].dtype == wide
    for i, g in enumerate(got[1:]):
        assert g.dtype == params[i % inst.k].dtype


@each_instance
def test_python_numbers_are_weak(inst: Instance, rng: np.random.Generator) -> None:
    if isinstance(inst, Rows):
        return
    y = inst.y(rng, SHAPE)
    for one in (0.25, 1):
        got = flat(call(inst, "nll_grad", y, [one] * inst.k))
        assert [np.asarray(a).dtype for a in got] == [np.float64] * len(got)
        assert [np.shape(a) for a in got] == [()] * len(got)
        for place in range(inst.k if inst.k > 1 else 0):
            params: list[Any] = [one] * inst.k
            params[place] = inst.params(rng, SHAPE, dtype=np.float32)[place]
            got = flat(call(inst, "nll_grad", y, params))
            assert [np.asarray(a).dtype for a in got] == [np.float32] * len(got)


INTEGERS = [np.dtype(c) for c in "bhilqBHILQ"]
FLOATS = [np.dtype("f2"), BF16, np.dtype("f4"), np.dtype("f8")]


@every_entry
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("y_dtype", [*INTEGERS, np.dtype(bool), *FLOATS, np.dtype(">i4"), np.dtype(">f4")], ids=str)
def test_whole_targets_in_any_dtype(
    inst: Instance, method: str, dtype: Any, y_dtype: Any, rng: np.random.Generator
) -> None:
    y, params = inst.whole(rng, SHAPE), inst.params(rng, SHAPE, dtype=dtype)
    if not inst.takes_whole and y_dtype.kind in "biu":
        with pytest.raises(ValueError, match="outside the support"):
            call(inst, method, y.astype(y_dtype), params)
        return
    y = y.astype(np.int64 if inst.takes_whole else np.float64)
    for reduction in ("none", "mean"):
        expected = call(inst, method, y, params, reduction=reduction)
        assert_same_bits(call(inst, method, y.astype(y_dtype), params, reduction=reduction), expected)


@every_entry
@pytest.mark.parametrize("w_dtype", [*INTEGERS, np.dtype(bool), *FLOATS], ids=str)
def test_weights_in_any_dtype(inst: Instance, method: str, w_dtype: Any, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE, np.float32)
    w = rng.integers(0, 2, SHAPE)
    expected = call(inst, method, y, params, weight=w.astype(np.float64))
    assert_same_bits(call(inst, method, y, params, weight=w.astype(w_dtype)), expected)


# ---------------------------------------------------------------------------------------------------------------------
# Inputs and results do not touch


@every_entry
@pytest.mark.parametrize("shape", [(4, 3), (1, 1)], ids=str)
def test_inputs_stay_and_results_are_fresh(
    inst: Instance, method: str, shape: tuple[int, ...], rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, shape)
    w, c = rng.random(shape), rng.standard_normal(shape)
    frozen = Frozen((y, *params, w, c))
    results = []
    for reduction in ("none", "sum"):
        cotangent = c if reduction == "none" else None
        results += flat(call(inst, method, y, params, weight=w, cotangent=cotangent, reduction=reduction))
    frozen.check()
    arrays = [a for a in results if isinstance(a, np.ndarray)]
    for i, a in enumerate(arrays):
        assert a.flags.writeable
        assert a.flags.owndata
        assert not any(np.shares_memory(a, b) for b in (y, *params, w, c, *arrays[:i]))


@each_law
def test_unknown_choices_raise(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    for wrong in ({"reduction": "avg"}, {"curvature": "gauss"}, {"backend": "fortran"}, {"n_threads": 0}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            call(inst, "nll_grad", y, params, **wrong)
