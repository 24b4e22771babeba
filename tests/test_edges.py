"""Where numbers are as large or small as they can be, and answers are ordinary all the same."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest

import fastxent as fx

BACKENDS = ["cython", "reference"]


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
def test_no_weight_at_all(backend: str) -> None:
    law = fx.Categorical(class_weight=[0, 1], z_loss=0.1)
    loss, grad = law.nll_grad([0], [[1.0, 2.0]], backend=backend)
    assert np.isnan(loss)
    assert grad.tolist() == [[0.0, 0.0]]


def test_wrong_weights_spoil_the_mean_alone_if_nobody_checks() -> None:
    w = np.array([1.0, -1.0, 2.0])
    loss, _ = fx.Normal().nll_grad(np.ones(3), np.zeros(3), np.zeros(3), weight=w, check=False)
    assert np.isnan(loss)
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
    single = fx.Poisson().nll(np.float32(2e38), np.float32(87.5))
    assert np.isfinite(single)


def test_absurd_numbers_of_threads_are_capped() -> None:
    y, x = np.ones(400_000, np.float32), np.zeros(400_000, np.float32)
    assert fx.Bernoulli().nll(y, x, n_threads=10**6) == fx.Bernoulli().nll(y, x, n_threads=1)


@pytest.mark.parametrize("settings", [{"class_weight": [1e39, 1]}, {"class_weight": [1, 1e-50]}, {"softcap": 1e-46}])
def test_settings_that_float32_cannot_hold(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(settings))):
        fx.Categorical(**settings)
    with pytest.raises(ValueError, match="scale"):
        fx.Normal(scale=1e-310)


def test_class_weights_stay_as_they_are() -> None:
    with pytest.raises(ValueError, match="WRITEABLE"):
        fx.Categorical(class_weight=[1, 2]).class_weight.setflags(write=True)


@pytest.mark.parametrize("backend", BACKENDS)
def test_one_infinite_logit(backend: str) -> None:
    assert fx.Categorical().nll(0, [np.inf, 0.0], backend=backend) == 0


def test_in_place_with_a_scalar_parameter() -> None:
    rng = np.random.default_rng(0)
    y, loc = rng.standard_normal((2, 5000))
    expected = fx.Normal().nll_grad(y, loc, 0.3)
    loss, (g_loc, g_log_scale) = fx.Normal().nll_grad(y, loc, 0.3, out=(None, loc, None))
    assert g_loc is loc
    assert loss == expected[0]
    np.testing.assert_array_equal(g_loc, expected[1][0])
    assert g_log_scale == expected[1][1]
