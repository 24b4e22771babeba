"""Where numbers are as large or small as they can be, and answers are ordinary all the same."""

from __future__ import annotations

import os
from typing import Any

import ml_dtypes
import numpy as np
import pytest

import fastxent as fx

BACKENDS = ["cython", "reference"]
SETTINGS: list[dict[str, Any]] = [
    {"class_weight": [1e39, 1]},
    {"class_weight": [1, 1e-50]},
    {"softcap": 1e-46},
    {"z_loss": 1e39},
    {"label_smoothing": 1e-46},
    {"ignore_index": 10**400},
    {"ignore_index": 2**63 - 1},
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("target", [-1e-60, 1e300])
def test_soft_targets_are_judged_before_they_are_rounded(backend: str, target: float) -> None:
    y, logits = np.full((2, 3), 0.5), np.zeros((2, 3), np.float32)
    y[1, 2] = target
    with pytest.raises(ValueError, match=r"y\[1, 2\]"):
        fx.Categorical().nll(y, logits, backend=backend)
    loss = fx.Categorical().nll(y, logits, check=False, reduction="none", backend=backend)
    assert np.isnan(loss).tolist() == [False, True]
    with pytest.raises(ValueError, match=r"y\[2, 1\]"):
        fx.Categorical(axis=0).nll(y.T.copy(), logits.T.copy(), backend=backend)


@pytest.mark.parametrize("weight", [1e-310, 5e-324, 1.7e308])
@pytest.mark.parametrize("backend", BACKENDS)
def test_means_do_not_depend_on_the_size_of_weights(weight: float, backend: str) -> None:
    y, w = np.array([1.0, 2.0]), np.full(2, weight)
    for law, args in ((fx.Normal(), (y, np.zeros(2), 0.0)), (fx.Categorical(), (y, np.eye(2, 3)))):
        loss, grad = law.nll_grad(*args, weight=w, backend=backend)
        plain, plain_grad = law.nll_grad(*args, backend=backend)
        np.testing.assert_allclose(loss, plain, rtol=1e-12)
        for a, b in zip(grad, plain_grad, strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-12)


@pytest.mark.parametrize("backend", BACKENDS)
def test_means_of_one_tiny_weight(backend: str) -> None:
    """Given once for all, next to a label that is left out, or made by a class weight."""
    loss, (grad, _) = fx.Normal().nll_grad(1.0, np.zeros(1), 0.0, weight=1e-310, backend=backend)
    assert grad.tolist() == [-1.0]
    for settings, y, weight in (
        ({"ignore_index": 1}, [1, 0], [1.0, 1e-310]),
        ({"class_weight": [2.0**-126, 1.0]}, [0, 0], 2.0**-900),
        ({"class_weight": [2.0**126, 1.0]}, [0, 0], 2.0**950),
    ):
        law, logits = fx.Categorical(**settings), np.zeros((2, 2))
        loss, got = law.nll_grad(y, logits, weight=weight, backend=backend)
        expected = law.nll_grad(y, logits, backend=backend)
        np.testing.assert_allclose(loss, expected[0], rtol=1e-15)
        np.testing.assert_allclose(got.sum(axis=0), expected[1].sum(axis=0), rtol=1e-15)


@pytest.mark.parametrize("law", [fx.Categorical(), fx.Bernoulli()])
def test_a_wrong_weight_among_tiny_ones_is_named(law: fx.Law) -> None:
    logits = np.zeros((2, 2)) if law.params == ("logits",) else np.zeros(2)
    with pytest.raises(ValueError, match=r"weight\[1\] is -1.0"):
        law.nll_grad([0, 0], logits, weight=[1e-310, -1.0])


@pytest.mark.parametrize("backend", BACKENDS)
def test_no_weight_at_all(backend: str) -> None:
    law = fx.Categorical(class_weight=[0, 1], z_loss=0.1)
    loss, grad = law.nll_grad([0], [[1.0, 2.0]], backend=backend)
    assert np.isnan(loss)
    assert grad.tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize("backend", BACKENDS)
def test_wrong_weights_spoil_the_mean_alone_if_nobody_checks(backend: str) -> None:
    w = np.array([1.0, -1.0, 2.0])
    normal, categorical = (np.ones(3), np.zeros(3), 0.0), (np.zeros(3), np.zeros((3, 2)))
    for law, args in ((fx.Normal(), normal), (fx.Categorical(), categorical)):
        loss, grad = law.nll_grad(*args, weight=w, check=False, backend=backend)
        assert np.isnan(loss)
        assert all(np.isnan(g).all() for g in grad)
    loss = fx.Normal().nll(np.ones(3), np.zeros(3), np.zeros(3), weight=w, check=False, reduction="none")
    assert np.isnan(loss).tolist() == [False, True, False]


@pytest.mark.parametrize("dtype", [np.float16, ml_dtypes.bfloat16, np.float32])
def test_a_loss_too_large_for_its_home_is_inf(dtype: Any) -> None:
    out = np.empty((), dtype)
    fx.Normal().nll(1e30, np.zeros(1), 0.0, out=out)
    assert np.isinf(out) or dtype != np.float16
    fx.Categorical().nll([0], [[0.0, 1e300]], out=out)
    assert np.isinf(out)


@pytest.mark.parametrize(("dtype", "legal", "wrong"), [(np.float16, 2048, 3000), (ml_dtypes.bfloat16, 256, 300)])
def test_half_precision_labels_are_named_rightly(dtype: Any, legal: int, wrong: int) -> None:
    with pytest.raises(ValueError, match=r"y\[1\]"):
        fx.Categorical().nll(np.array([legal, wrong], dtype), np.zeros((2, legal + 1)))
    with pytest.raises(ValueError, match=r"y\[1\] is nan"):
        fx.Categorical(ignore_index=-100000).nll(np.array([0, np.nan], dtype), np.zeros((2, 70000)))


def test_counts_as_large_as_they_come() -> None:
    assert fx.Poisson().nll(1e308, 709.5) == pytest.approx(5.1e306, rel=0.1)
    for y, log_rate in ((np.float32(2e38), np.float32(87.5)), (np.float32(2e38), np.float32(88.6))):
        expected = fx.Poisson().nll(float(y), float(log_rate))
        assert fx.Poisson().nll(y, log_rate) == pytest.approx(expected, rel=1e-5)


def test_absurd_numbers_of_threads_are_capped() -> None:
    y, x = np.ones(400_000, np.float32), np.zeros(400_000, np.float32)
    assert fx.Bernoulli().nll(y, x, n_threads=10**6) == fx.Bernoulli().nll(y, x, n_threads=1)
    fx.set_num_threads(10**6)
    assert fx.get_num_threads() <= max(8, 4 * (os.cpu_count() or 1))
    fx.set_num_threads(None)


@pytest.mark.parametrize("settings", SETTINGS)
def test_settings_that_float32_cannot_hold(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(settings))):
        fx.Categorical(**settings)
    for scale in (1e-310, 1e39):
        with pytest.raises(ValueError, match="scale"):
            fx.Normal(scale=scale)
    for pos_weight in (1e39, 1e-46):
        with pytest.raises(ValueError, match="pos_weight"):
            fx.Bernoulli(pos_weight=pos_weight)
    assert fx.Bernoulli(pos_weight=0).nll(0.0, np.float32(-200)) == 0


def test_class_weights_stay_as_they_are() -> None:
    with pytest.raises(ValueError, match="WRITEABLE"):
        fx.Categorical(class_weight=[1, 2]).class_weight.setflags(write=True)


@pytest.mark.parametrize("backend", BACKENDS)
def test_one_infinite_logit(backend: str) -> None:
    for z_loss, limits in ((0.0, (0, [0, 0], [0, 0])), (0.125, (np.inf, [np.inf, 0], [0.25, 0]))):
        loss, grad, hess = fx.Categorical(z_loss=z_loss).nll_grad_hess(0, [np.inf, 0.0], backend=backend)
        assert (loss, grad.tolist(), hess.tolist()) == limits


def test_in_place_with_a_scalar_parameter() -> None:
    rng = np.random.default_rng(0)
    y, loc = rng.standard_normal((2, 5000))
    expected = fx.Normal().nll_grad(y, loc, 0.3)
    loss, (g_loc, g_log_scale) = fx.Normal().nll_grad(y, loc, 0.3, out=(None, loc, None))
    assert g_loc is loc
    assert loss == expected[0]
    np.testing.assert_array_equal(g_loc, expected[1][0])
    assert g_log_scale == expected[1][1]


@pytest.mark.parametrize("softcap", [None, 3.0])
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16])
def test_lse_of_both_backends(softcap: float | None, dtype: Any) -> None:
    law, logits = (
        fx.Categorical(axis=0, softcap=softcap),
        np.random.default_rng(1).standard_normal((5, 4)).astype(dtype),
    )
    logits[2, 1] = -np.inf
    got, expected = law.lse(logits), law.lse(logits, backend="reference")
    assert got.dtype == expected.dtype
    np.testing.assert_allclose(got, expected, rtol=1e-6)


def test_hvp_into_an_array() -> None:
    rng = np.random.default_rng(1)
    y, (logits, v) = rng.integers(0, 5, 4), rng.standard_normal((2, 4, 5))
    expected = fx.Categorical().hvp(y, logits, v, constant=False)
    out = np.empty((4, 5))
    assert fx.Categorical().hvp(y, logits, v, out=out) is out
    np.testing.assert_array_equal(out, expected)
    with pytest.raises(ValueError, match="overlaps the input v"):
        fx.Categorical().hvp(y, logits, v, out=v)
    with pytest.raises(ValueError, match="shape"):
        fx.Categorical().hvp(y, logits, v, out=np.empty(4))


@pytest.mark.parametrize("backend", BACKENDS)
def test_targets_that_round_to_an_open_end(backend: str) -> None:
    """They lie inside the support: the nearest number of float32 that does so too stands for them."""
    law, params = fx.LogNormal(), (np.float32(-3.0), np.float32(0.5))
    expected = law.nll(np.float32(2.0**-149), *params)
    for y in (5e-324, np.full(40, 1e-60)):
        assert law.nll(y, *params, backend=backend) == expected
    with pytest.raises(ValueError, match=r"y is 0.0, outside the support \(0, inf\)"):
        law.nll(0.0, *params, backend=backend)
