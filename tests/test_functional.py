"""The drop-ins against PyTorch's documented formulas, restated in plain NumPy.

`benchmarks/check_functional.py` compares with PyTorch itself.
"""

import math
import tracemalloc

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fastxent.functional as F

REDUCTIONS = st.sampled_from(["mean", "sum", "none"])
SHAPES = st.lists(st.integers(1, 4), min_size=0, max_size=4).map(tuple)
SEEDS = st.integers(0, 2**32 - 1).map(np.random.default_rng)
DTYPES = st.sampled_from([np.float64, np.float32])
thorough = settings(max_examples=80, deadline=None, derandomize=True)


def agree(result, losses, grads, reduction, denominator=None):
    """Compare with losses for each element and the gradients of their sum, as the reduction has them."""
    loss, got = result
    scale = 1.0
    if reduction == "mean":
        scale = 1 / (losses.size if denominator is None else denominator)
    expected = losses if reduction == "none" else scale * losses.sum()
    tolerance = 1e-12 if loss.dtype == np.float64 else 1e-5
    terms = max(1.0, np.abs(losses).max() * (losses.size if reduction == "sum" else 1))
    np.testing.assert_allclose(loss, expected, rtol=tolerance, atol=tolerance * terms)
    assert loss.shape == np.shape(expected)
    for grad, theirs in zip(got if isinstance(got, tuple) else (got,), grads, strict=True):
        size = scale * max(1.0, np.abs(theirs).max())
        np.testing.assert_allclose(grad, scale * theirs, rtol=tolerance, atol=tolerance * size)
        assert grad.shape == theirs.shape


def arrays(dtype, *values):
    """Values that a dtype holds exactly, for both sides of a comparison."""
    return [np.asarray(v).astype(dtype) for v in values]


def summed_to(shape, grad):
    """A gradient for an argument of this shape, which was broadcast."""
    grad = grad.sum(axis=tuple(range(grad.ndim - len(shape))))
    axes = tuple(i for i, n in enumerate(shape) if n == 1 != grad.shape[i])
    return grad.sum(axis=axes, keepdims=True)


# ----------------------------------------------------------------------------------------------------------------------


@thorough
@given(SEEDS, SHAPES, st.integers(1, 6), DTYPES, REDUCTIONS, st.sampled_from([0.0, 0.1, 1.0]), st.booleans(), st.data())
def test_cross_entropy(rng, shape, n_classes, dtype, reduction, smoothing, weighted, data):
    full = (n_classes,) if not shape else (shape[0], n_classes, *shape[1:])
    axis = min(1, len(shape))
    (x, w) = arrays(dtype, 3 * rng.normal(size=full), rng.random(n_classes) + 0.1 if weighted else np.ones(n_classes))
    options = {"weight": w} if weighted else {}
    if soft := data.draw(st.booleans()):
        target = t = rng.random(full).astype(dtype)  # rows need not sum to one
    else:
        target = rng.integers(n_classes, size=shape)
        ignored = data.draw(st.sampled_from([-100, 0, 2]))
        target = np.where(rng.random(shape) < 0.2, ignored, target)
        t = np.moveaxis(np.eye(n_classes)[np.clip(target, 0, None) % n_classes], -1, axis)
        options["ignore_index"] = ignored
    result = F.cross_entropy(x, target, reduction=reduction, label_smoothing=smoothing, return_grad=True, **options)

    exponentials = np.exp(x.astype(np.float64))
    total = exponentials.sum(axis=axis, keepdims=True)
    factors = w.reshape(-1, *[1] * (len(full) - axis - 1)).astype(np.float64)
    share = factors * ((1 - smoothing) * t + smoothing / n_classes)
    kept = np.ones(shape) if soft else (target != ignored).astype(float)
    losses = kept * (share * (np.log(total) - x)).sum(axis=axis)
    grad = np.expand_dims(kept, axis) * (share.sum(axis=axis, keepdims=True) * exponentials / total - share)
    denominator = losses.size if soft else (kept * w.astype(float)[np.clip(target, 0, None) % n_classes]).sum()
    if reduction == "mean" and denominator == 0:
        assert np.isnan(result[0])
        assert not result[1].any()
    else:
        agree(result, losses, [grad], reduction, denominator)
    alone = F.cross_entropy(x, target, reduction=reduction, label_smoothing=smoothing, **options)
    np.testing.assert_allclose(alone, result[0], rtol=1e-6 if dtype == np.float32 else 1e-14)


@thorough
@given(SEEDS, SHAPES, DTYPES, REDUCTIONS, st.booleans(), st.data())
def test_binary_cross_entropy(rng, shape, dtype, reduction, hard, data):
    x, y = arrays(dtype, 4 * rng.normal(size=shape), rng.random(shape))
    y = np.round(y) if hard else y
    options = {}
    for name in ("weight", "pos_weight"):
        rank = data.draw(st.integers(-1, len(shape)))
        if rank >= 0:
            own = [data.draw(st.sampled_from([1, n])) for n in shape[len(shape) - rank :]]
            (options[name],) = arrays(dtype, 3 * rng.random(own))
    result = F.binary_cross_entropy_with_logits(x, y, reduction=reduction, return_grad=True, **options)

    x, y = arrays(np.float64, x, y)
    weight, positive = (np.asarray(options.get(n, 1.0), np.float64) for n in ("weight", "pos_weight"))
    probability = 1 / (1 + np.exp(-x))
    losses = weight * (positive * y * np.log1p(np.exp(-x)) + (1 - y) * np.log1p(np.exp(x)))
    grad = weight * ((1 - y) * probability - positive * y * (1 - probability))
    agree(result, np.asarray(losses), [np.asarray(grad)], reduction)


@thorough
@given(SEEDS, SHAPES, DTYPES, REDUCTIONS, st.booleans())
def test_mse(rng, shape, dtype, reduction, weighted):
    x, y, w = arrays(dtype, rng.normal(size=shape), rng.normal(size=shape), rng.random(shape) + 0.1)
    result = F.mse_loss(x, y, reduction=reduction, weight=w if weighted else None, return_grad=True)
    x, y, w = arrays(np.float64, x, y, w if weighted else np.ones(shape))
    agree(result, np.asarray(w * (x - y) ** 2), [np.asarray(2 * w * (x - y))], reduction, w.sum())


@thorough
@given(SEEDS, SHAPES, DTYPES, REDUCTIONS, st.booleans(), st.sampled_from([1e-6, 0.5]), st.data())
def test_gaussian(rng, shape, dtype, reduction, full, eps, data):
    kind = data.draw(st.sampled_from(["scalar", "full", "lacking", "one"] if shape else ["scalar", "full"]))
    axis = data.draw(st.integers(0, len(shape) - 1)) if kind == "one" else 0
    own = {"scalar": (), "full": shape, "lacking": shape[:-1], "one": (*shape[:axis], 1, *shape[axis + 1 :])}[kind]
    x, y, var = arrays(dtype, rng.normal(size=shape), rng.normal(size=shape), 0.01 + rng.random(own))
    given_var = float(var) if kind == "scalar" else var
    result = F.gaussian_nll_loss(x, y, given_var, full, eps, reduction, return_grad=True)

    x, y, v = arrays(np.float64, x, y, np.maximum(var.astype(np.float64), eps))
    v = v[..., np.newaxis] if kind == "lacking" and own != shape else v
    losses = np.asarray(0.5 * (np.log(v) + (y - x) ** 2 / v) + (0.5 * math.log(2 * math.pi) if full else 0))
    g_var = np.asarray(0.5 * (1 / v - (y - x) ** 2 / v**2))
    agree(result, losses, [np.asarray((x - y) / v), summed_to(v.shape, g_var).reshape(own)], reduction)
    assert result[1][0].dtype == result[1][1].dtype == dtype


@thorough
@given(SEEDS, SHAPES, DTYPES, REDUCTIONS, st.booleans(), st.booleans(), st.booleans(), st.sampled_from([1e-8, 0.1]))
def test_poisson(rng, shape, dtype, reduction, full, log_input, whole, eps):
    x, y = arrays(dtype, rng.normal(size=shape), 20 * rng.random(shape) ** 3)
    x, y = (x if log_input else np.asarray(np.abs(x) + dtype(0.1))), np.asarray(np.floor(y) if whole else y)
    result = F.poisson_nll_loss(x, y, log_input, full, None, eps, None, reduction, return_grad=True)
    assert result[0].dtype == result[1].dtype == dtype

    x, y = arrays(np.float64, x, y)
    rate, log_rate = (np.exp(x), x) if log_input else (x, np.log(x + eps))
    losses = np.asarray(rate - y * log_rate)
    if full:
        many = np.maximum(y, 1)
        losses = losses + np.where(y > 1, y * np.log(many) - y + 0.5 * np.log(2 * np.pi * many), 0)
    agree(result, losses, [np.asarray(rate - y if log_input else 1 - y / (x + eps))], reduction)


# ----------------------------------------------------------------------------------------------------------------------


def test_nothing_is_lost_at_confident_predictions():
    tiny = 4.248354255291589e-18  # log1p(exp(-40)), which PyTorch rounds to 0
    loss, grad = F.cross_entropy(np.array([[40.0, 0.0]]), np.array([0]), return_grad=True)
    np.testing.assert_allclose([loss, *grad[0]], [tiny, -tiny, tiny], rtol=1e-15)
    x, y = np.array([[40.0, -40.0]]), np.array([[1.0, 0.0]])
    loss, grad = F.binary_cross_entropy_with_logits(
        x, y, None, reduction="none", pos_weight=[2.0, 5.0], return_grad=True
    )
    np.testing.assert_allclose([loss, grad], [[[2 * tiny, tiny]], [[-2 * tiny, tiny]]], rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_large_counts_do_not_cancel(dtype):
    count = np.array([1e6, 2.0**24], dtype)
    x = np.log(count.astype(np.float64)).astype(dtype)
    off = x.astype(np.float64) - np.log(count.astype(np.float64))  # what rounding the log costs, to second order
    expected = 0.5 * np.log(2 * np.pi * count.astype(np.float64)) + count * (np.expm1(off) - off)
    np.testing.assert_allclose(F.poisson_nll_loss(x, count, full=True, reduction="none"), expected, rtol=1e-5)
    np.testing.assert_allclose(
        F.poisson_nll_loss(count, count, False, True, reduction="none", eps=0.0),
        0.5 * np.log(2 * np.pi * count.astype(np.float64)),
        rtol=1e-7 if dtype == np.float32 else 1e-11,
    )


def test_extreme_variances():
    v = np.array([1e-300, 1e300])
    loss, (g_x, g_v) = F.gaussian_nll_loss(np.zeros(2), np.sqrt(2 * v), v, eps=0.0, reduction="none", return_grad=True)
    np.testing.assert_allclose(loss, 0.5 * (np.log(v) + 2), rtol=1e-12)
    np.testing.assert_allclose(g_x, -np.sqrt(2 / v), rtol=1e-12)
    np.testing.assert_allclose(g_v, -0.5 / v, rtol=1e-11)


def test_the_gradient_for_a_clamped_variance_is_that_of_the_clamp():
    loss, (_, g_var) = F.gaussian_nll_loss(
        np.zeros(2), np.ones(2), np.array([0.0, 0.5]), eps=0.5, reduction="none", return_grad=True
    )
    np.testing.assert_allclose(g_var, [-1.0, -1.0])
    np.testing.assert_allclose(loss, 0.5 * (math.log(0.5) + 2))


def test_masked_classes_take_no_part_in_smoothing():
    x = np.array([[0.0, -np.inf, 1.0]])
    hard = F.cross_entropy(x, np.array([0]), label_smoothing=0.2, return_grad=True)
    soft = F.cross_entropy(x, np.array([[1.0, 0.0, 0.0]]), label_smoothing=0.2, return_grad=True)
    rest = F.cross_entropy(x[:, ::2], np.array([0]), label_smoothing=0.2)
    np.testing.assert_allclose([hard[0], soft[0]], rest, rtol=1e-15)
    np.testing.assert_allclose(hard[1], soft[1], rtol=1e-15)
    assert hard[1][0, 1] == 0


@pytest.mark.parametrize("dtype", [np.float16, ml_dtypes.bfloat16])
def test_half_precision(dtype):
    x = np.array([[0.5, -1.0], [2.0, 0.0]], dtype)
    y = np.array([[1, 0], [0, 1]])
    for loss, grad in (
        F.cross_entropy(x, np.array([0, 1]), return_grad=True),
        F.binary_cross_entropy_with_logits(x, y, pos_weight=[1.0, 2.0], return_grad=True),
        F.mse_loss(x, y, return_grad=True),
        F.poisson_nll_loss(x, y, full=True, return_grad=True),
        F.poisson_nll_loss(np.abs(x), y, False, return_grad=True),
    ):
        assert (loss.dtype, grad.dtype, grad.shape) == (np.float32, dtype, x.shape)
    loss, grads = F.gaussian_nll_loss(x, y, np.ones(2, dtype), return_grad=True)
    assert (loss.dtype, grads[0].dtype, grads[1].dtype, grads[1].shape) == (np.float32, dtype, dtype, (2,))


def test_numbers_and_lists():
    assert F.mse_loss(3, 1) == 4.0
    assert F.cross_entropy([0, 0], 1) == math.log(2)
    assert F.binary_cross_entropy_with_logits([0], [1]) == math.log(2)
    loss, (g_x, g_v) = F.gaussian_nll_loss([0, 0], [2, 2], 1, return_grad=True)
    assert (loss, g_x.tolist(), g_v) == (2.0, [-1.0, -1.0], -1.5)
    assert F.poisson_nll_loss([1], [0], False) == pytest.approx(1, rel=1e-15)


@pytest.mark.parametrize(
    ("size_average", "reduce", "reduction"),
    [
        (None, True, "mean"),
        (True, None, "mean"),
        (False, None, "sum"),
        (False, True, "sum"),
        (None, False, "none"),
        (True, False, "none"),
    ],
)
def test_deprecated_arguments_override_the_reduction(size_average, reduce, reduction):
    x, y = np.array([[1.0, 2.0], [0.0, 3.0]]), np.array([0, 1])
    options = {"size_average": size_average, "reduce": reduce}
    for function, target in (
        (F.cross_entropy, y),
        (F.binary_cross_entropy_with_logits, x / 3),
        (F.mse_loss, x + 1),
        (F.poisson_nll_loss, x),
    ):
        with pytest.warns(UserWarning, match=f"use reduction='{reduction}'") as caught:
            got = function(x, target, **options)
        assert caught[0].filename == __file__
        np.testing.assert_array_equal(got, function(x, target, reduction=reduction))


def test_broadcast_targets():
    x, y = np.ones((3, 4)), np.zeros(4)
    with pytest.warns(UserWarning, match=r"target has shape \(4,\), input \(3, 4\)"):
        assert F.mse_loss(x, y) == 1.0
    loss, grad = F.poisson_nll_loss(np.zeros(4), np.full((3, 4), 2.0), full=True, reduction="sum", return_grad=True)
    assert loss == pytest.approx(12 * (1 + 2 * math.log(2) - 2 + 0.5 * math.log(4 * math.pi)), rel=1e-14)
    assert grad.tolist() == [-3.0] * 4


@pytest.mark.parametrize(
    "call",
    [
        lambda r: F.cross_entropy(np.zeros((0, 3)), np.zeros(0, int), reduction=r),
        lambda r: F.binary_cross_entropy_with_logits(
            np.zeros((0, 3)), np.zeros((0, 3)), reduction=r, pos_weight=np.ones(3)
        ),
        lambda r: F.mse_loss(np.zeros(0), np.zeros(0), reduction=r),
        lambda r: F.gaussian_nll_loss(np.zeros(0), np.zeros(0), 1.0, reduction=r),
        lambda r: F.poisson_nll_loss(np.zeros(0), np.zeros(0), False, True, reduction=r),
    ],
)
def test_empty(call):
    assert call("sum") == 0.0
    assert call("none").size == 0
    with pytest.warns(RuntimeWarning, match="empty"):
        assert np.isnan(call("mean"))


def test_no_weight_at_all():
    loss, grad = F.mse_loss(np.ones(2), np.zeros(2), weight=np.zeros(2), return_grad=True)
    assert np.isnan(loss)
    assert not grad.any()
    assert F.binary_cross_entropy_with_logits(np.ones(2), np.zeros(2), np.zeros(2)) == 0.0


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("function", [F.binary_cross_entropy_with_logits, F.mse_loss])
def test_weights_are_not_copied(function, reduction):
    x, y, w = np.zeros(200_000, np.float32), np.ones(200_000, np.float32), np.full(200_000, 0.5, np.float32)
    tracemalloc.start()
    results = function(x, y, weight=w, reduction=reduction, return_grad=True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak <= sum(a.nbytes for a in results) + 2**17


def test_large_weights_of_half_precision_logits():
    x, y, w = np.zeros(4096, np.float16), np.ones(4096), np.full(4096, 2.0**18)
    loss, grad = F.binary_cross_entropy_with_logits(x, y, w, return_grad=True)
    assert loss == pytest.approx(2**18 * math.log(2), rel=1e-6)
    assert (grad == -(2.0**5)).all()


X, Y = np.zeros((2, 3)), np.zeros((2, 3))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: F.cross_entropy(X, np.array([0, 3])),
            ValueError,
            r"target\[1\] is 3: labels are whole numbers from 0 to 2",
        ),
        (lambda: F.cross_entropy(X, np.array([0, -1])), ValueError, r"target\[1\] is -1"),
        (lambda: F.cross_entropy(X, np.array([0, 0.5])), ValueError, r"target\[1\] is 0.5"),
        (lambda: F.cross_entropy(X, np.array([0])), ValueError, r"target has shape \(1,\), input \(2, 3\)"),
        (lambda: F.cross_entropy(X, np.zeros((2, 4))), ValueError, r"target has shape \(2, 4\), input \(2, 3\)"),
        (lambda: F.cross_entropy(X, np.zeros((2, 3), int)), TypeError, "target has dtype int64 and the input's shape"),
        (lambda: F.cross_entropy(X, Y, ignore_index=1), ValueError, "ignore_index=1 goes with labels"),
        (lambda: F.cross_entropy(X, Y - 0.1), ValueError, r"target\[0, 0\] is -0.1"),
        (lambda: F.cross_entropy(X, Y - 0.1, label_smoothing=0.9), ValueError, r"target\[0, 0\] is -0.1"),
        (lambda: F.cross_entropy(X, Y, label_smoothing=1.5), ValueError, "label_smoothing must lie in"),
        (
            lambda: F.cross_entropy(X, np.array([0, 1]), np.ones(2)),
            ValueError,
            r"weight has shape \(2,\), input \(2, 3\)",
        ),
        (lambda: F.cross_entropy(X, np.array([0, 1]), -np.ones(3)), ValueError, r"^weight\[0\] is -1"),
        (lambda: F.cross_entropy(0.0, 0), ValueError, r"input has shape \(\)"),
        (lambda: F.cross_entropy(X.astype(int), np.array([0, 1])), TypeError, "input has dtype int64"),
        (lambda: F.cross_entropy(X, np.array([0, 1]), reduction="avg"), ValueError, "reduction must be"),
        (lambda: F.binary_cross_entropy_with_logits(X, Y[0]), ValueError, r"target has shape \(3,\), input \(2, 3\)"),
        (lambda: F.binary_cross_entropy_with_logits(X, Y + 2), ValueError, r"target\[0, 0\] is 2.0"),
        (
            lambda: F.binary_cross_entropy_with_logits(X, Y + 2, pos_weight=[1, 2, 3]),
            ValueError,
            r"target\[0, 0\] is 2.0",
        ),
        (
            lambda: F.binary_cross_entropy_with_logits(X, Y * np.nan, pos_weight=[1, 2, 3]),
            ValueError,
            r"target\[0, 0\] is nan",
        ),
        (lambda: F.binary_cross_entropy_with_logits(X, Y, [1, -2, 3]), ValueError, r"^weight\[1\] is -2"),
        (lambda: F.binary_cross_entropy_with_logits(X, Y, [1, 2]), ValueError, r"^weight has shape \(2,\)"),
        (
            lambda: F.binary_cross_entropy_with_logits(X, Y, pos_weight=[1, np.inf, 3]),
            ValueError,
            r"pos_weight\[1\] is inf",
        ),
        (
            lambda: F.binary_cross_entropy_with_logits(X, Y, pos_weight=np.ones((2, 2, 3))),
            ValueError,
            "pos_weight has shape",
        ),
        (lambda: F.binary_cross_entropy_with_logits(X + 0j, Y), TypeError, "input has dtype complex128"),
        (lambda: F.mse_loss(X, np.zeros(2)), ValueError, r"shapes do not broadcast: input \(2, 3\), target \(2,\)"),
        (lambda: F.mse_loss(X, Y, weight=np.ones(3)), ValueError, r"weight has shape \(3,\), input \(2, 3\)"),
        (lambda: F.mse_loss(X, Y, weight=Y - 1), ValueError, r"weight\[0, 0\] is -1.0"),
        (lambda: F.mse_loss(X, Y + np.nan), ValueError, r"target\[0, 0\] is nan"),
        (lambda: F.mse_loss(X.astype(int), Y), TypeError, "input has dtype int64"),
        (lambda: F.mse_loss(np.ma.masked_array(X), Y), TypeError, "input is a masked array"),
        (lambda: F.gaussian_nll_loss(X, Y, -1.0), ValueError, "var is -1.0"),
        (lambda: F.gaussian_nll_loss(X, Y, Y - 1), ValueError, r"var\[0, 0\] is -1.0"),
        (lambda: F.gaussian_nll_loss(X, Y, np.ones(3)), ValueError, r"var has shape \(3,\)"),
        (lambda: F.gaussian_nll_loss(X, Y, np.ones((1, 1))), ValueError, r"var has shape \(1, 1\)"),
        (lambda: F.gaussian_nll_loss(X, Y, np.ones(2, int)), TypeError, "var has dtype int64"),
        (lambda: F.gaussian_nll_loss(X, Y + np.inf, 1.0), ValueError, r"target\[0, 0\] is inf"),
        (lambda: F.gaussian_nll_loss(X, Y, 1.0, reduction="avg"), ValueError, "reduction must be"),
        (lambda: F.poisson_nll_loss(X, Y - 1), ValueError, r"target\[0, 0\] is -1.0"),
        (lambda: F.poisson_nll_loss(X, Y - 1, False, True), ValueError, r"target\[0, 0\] is -1.0"),
        (lambda: F.poisson_nll_loss(X.astype(int), Y, False), TypeError, "input has dtype int64"),
        (
            lambda: F.poisson_nll_loss(X, np.zeros(2)),
            ValueError,
            r"shapes do not broadcast: target \(2,\), input \(2, 3\)",
        ),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()
