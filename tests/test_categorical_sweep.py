"""Categorical against mpmath: options x dtype x CPU variant over sizes, kinds of rows and memory layouts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from mpmath import mpf
from oracle_core import FORMATS, Out, ulps
from oracle_measure import DTYPES, complaints
from oracle_rows import CONFIGS, Config, batches, sweep

import fastxent as fx
from fastxent.backends.cython import available_isas, use_isa

BY_NAME = {config.name: config for config in CONFIGS}


@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("config", CONFIGS, ids=str)
def test_within_bounds(config: Config, dtype: str, isa: str) -> None:
    with use_isa(isa):
        errors = sweep(fx.Categorical, config, dtype)
    assert not complaints(errors), f"\n{complaints(errors)}"


@pytest.mark.parametrize("isa", available_isas())
def test_a_confident_row_keeps_every_digit(isa: str) -> None:
    with use_isa(isa):
        loss, grad = fx.Categorical().nll_grad(0, np.array([40.0, 0.0]))
    assert loss == 4.248354255291589e-18
    assert grad.tolist() == [-4.248354255291589e-18, 4.248354255291589e-18]


def total(outs: list[Out], weights: list[float], over: Any = 1) -> Out:
    """Σ w·l / over; its own ulp counts, for losses are never negative."""
    value = sum(mpf(w) * out.value for w, out in zip(weights, outs, strict=True)) / over
    slack = sum(mpf(w) * out.slack for w, out in zip(weights, outs, strict=True)) / over
    return Out(value, value, slack)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ["hard", "hard-weights", "hard-z", "hard-all", "soft", "soft-all"])
def test_reductions_weigh_rows_and_classes(name: str, dtype: str) -> None:
    config = BY_NAME[name]
    for batch in batches(config, dtype):
        options = config.options(batch.logits.shape[1])
        row_weights = [0.5, 2.0, 0.0, 1.25, 3.0, 1.0, 0.75][: len(batch.kinds)]
        weights = np.array(row_weights, dtype)
        law = fx.Categorical(**options.__dict__)
        parts = [1.0] * len(row_weights)  # what each row adds to the mean's denominator
        if options.class_weight and not config.soft:
            parts = [options.class_weight[k] for k in batch.y.tolist()]
        over = sum(w * a for w, a in zip(row_weights, parts, strict=True))
        losses = [answer.loss for answer in batch.answers]
        for reduction, want in (("sum", total(losses, row_weights)), ("mean", total(losses, row_weights, mpf(over)))):
            got, grad = law.nll_grad(batch.y, batch.logits, weight=weights, reduction=reduction)
            assert ulps(float(got), want, FORMATS[dtype]) <= 5
            assert got.dtype == dtype
            share = mpf(over) if reduction == "mean" else mpf(1)
            for row, answer in enumerate(batch.answers):
                for out, g in zip(answer.grad, grad[row], strict=True):
                    scaled = Out(*(part * row_weights[row] / share for part in out))
                    assert ulps(g.item(), scaled, FORMATS[dtype]) <= 6


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ["hard", "hard-z", "hard-all"])
def test_ignored_rows_are_nothing(name: str, dtype: str) -> None:
    config = BY_NAME[name]
    for batch in batches(config, dtype):
        if len(batch.kinds) == 1:
            continue  # nothing would be left
        options = config.options(batch.logits.shape[1])
        y = batch.y.copy()
        y[0] = -100
        law = fx.Categorical(ignore_index=-100, **options.__dict__)
        plain = fx.Categorical(**options.__dict__)
        loss, grad, hess = law.nll_grad_hess(y, batch.logits, reduction="none")
        others = plain.nll_grad_hess(batch.y, batch.logits, reduction="none")
        for got, want in zip((loss, grad, hess), others, strict=True):
            assert not got[0].any()
            np.testing.assert_array_equal(got[1:], want[1:])
        assert not law.hvp(y, batch.logits, batch.v, reduction="sum")[0].any()
        share = [0.0] + [options.class_weight[k] if options.class_weight else 1.0 for k in batch.y[1:].tolist()]
        want_mean = total([a.loss for a in batch.answers[1:]], [1.0] * (len(share) - 1), mpf(sum(share)))
        assert ulps(float(law.nll(y, batch.logits)), want_mean, FORMATS[dtype]) <= 5


@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("size", [3, 8, 10, 40, 1000])
def test_limits(size: int, dtype: str, isa: str) -> None:
    inf, nan = np.inf, np.nan
    rows = np.zeros((8, size), dtype)
    rows[0, 1] = rows[1, 1] = inf  # one certain class: the right one, then a wrong one
    rows[2, :2] = inf  # two: no limit
    rows[3] = -inf  # nothing left
    rows[4, 2] = nan
    rows[5, 1] = -inf  # the label's own class is masked
    y = np.array([1, 0, 0, 0, 0, 1, 0, 0])
    with use_isa(isa):
        loss, grad = fx.Categorical().nll_grad(y, rows, reduction="none")
    np.testing.assert_allclose(loss, [0, inf, nan, nan, nan, inf, *[np.log(size)] * 2], rtol=1e-6)
    certain = np.zeros(size)
    certain[0], certain[1] = -1, 1
    assert not grad[0].any()
    np.testing.assert_array_equal(grad[1], certain)
    assert np.isnan(grad[2:5]).all()
    np.testing.assert_allclose(grad[6], np.full(size, 1 / size) - (np.arange(size) == 0), rtol=1e-5)


@pytest.mark.parametrize("isa", available_isas())
@pytest.mark.parametrize("dtype", DTYPES)
def test_masked_classes_take_no_part(dtype: str, isa: str) -> None:
    """With every option on, a masked class changes nothing but its own zero."""
    x = np.array([[0.5, -1.25, 2.0, 0.25]], dtype)
    wide = np.insert(x, 2, -np.inf, axis=1)
    options: dict[str, Any] = {"label_smoothing": 0.125, "z_loss": 0.0625, "softcap": 5.0}
    with use_isa(isa):
        loss, grad, hess = fx.Categorical(**options).nll_grad_hess(np.array([1]), x)
        loss_too, grad_too, hess_too = fx.Categorical(**options).nll_grad_hess(np.array([1]), wide)
    np.testing.assert_allclose(loss_too, loss, rtol=1e-6)
    np.testing.assert_allclose(grad_too, np.insert(grad, 2, 0, axis=1), rtol=1e-5)
    np.testing.assert_allclose(hess_too, np.insert(hess, 2, 0, axis=1), rtol=1e-5)
    with use_isa(isa):
        soft = np.array([[0.5, 0.25, 0.125, 0, 0.125]], dtype)
        assert fx.Categorical().nll(soft, wide) == np.inf
