"""Decoding classes, and the best constant logits."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from decode_core import SHAPE, Array, each_rows
from instances import INF, N_CLASSES, NAN, Rows, assert_close
from oracles.categorical import CLASS_WEIGHT
from scipy import special, stats

import fastxent as fx


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(11)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


@each_rows
def test_classes_have_no_quantiles(inst: Rows, rng: np.random.Generator) -> None:
    with pytest.raises(NotImplementedError, match=r"Categorical.* has no quantile"):
        inst.law.quantile(0.5, *inst.params(rng, SHAPE))


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
