"""Censored observations: lower and upper in the place of y, for every law that takes them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import ALL, METHODS, Instance, assert_close, assert_same_bits, flat
from link_core import relinked

import fastxent as fx

INF = math.inf
SHAPE = (4, 3)
LAWS = {"Exponential", "Gumbel", "LogLogistic", "LogNormal", "Logistic", "Normal", "Weibull"}
TAKING = [inst for inst in ALL if type(inst.law).__name__ in LAWS]
OTHERS = [inst for inst in ALL if inst not in TAKING]
each_taking = pytest.mark.parametrize("inst", TAKING, ids=str)
each_method = pytest.mark.parametrize("method", METHODS)
each_backend = pytest.mark.parametrize("backend", ["cython", "reference"])


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(29)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings() -> Iterator[None]:
    with np.errstate(all="raise"):
        yield


def bounds(inst: Instance, rng: np.random.Generator, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Exact, right-censored, left-censored and interval-censored observations, one after the other."""
    y = np.asarray(inst.y(rng, shape), np.float64)
    kind = np.arange(y.size).reshape(shape) % 4
    width = rng.exponential(1.0, shape)
    return np.where(kind == 2, -INF, y), np.select([kind == 0, kind == 1, kind == 2], [y, INF, y], y + width)


def call(inst: Instance, method: str, lower: Any, upper: Any, params: Any, **options: Any) -> Any:
    return getattr(inst.law, method)(None, *params, lower=lower, upper=upper, **options)


def test_every_law_that_should_takes_bounds() -> None:
    assert {type(inst.law).__name__ for inst in ALL if inst.law.censored} == LAWS
    censored = {law for law, cases in oracle.LAWS.items() if any(case.censored for case in cases)}
    assert censored == LAWS


# ---------------------------------------------------------------------------------------------------------------------
# Values


@each_taking
@each_method
@each_backend
@pytest.mark.parametrize("constant", [True, False])
def test_equal_bounds_are_an_exact_observation(
    inst: Instance, method: str, backend: str, constant: bool, rng: np.random.Generator
) -> None:
    y, params = inst.draw(rng, SHAPE)
    options = {"reduction": "none", "constant": constant, "backend": backend}
    got = call(inst, method, y, y, params, **options)
    assert_close(got, getattr(inst.law, method)(y, *params, **options), rtol=1e-14, atol=1e-14)


@each_taking
def test_masses_are_differences_of_probabilities(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (40,))
    y = inst.y(rng, (40,))
    width = rng.exponential(1.0, 40)
    below, above = inst.law.cdf(y, *params), inst.law.sf(y, *params)
    between = np.where(below < 0.5, inst.law.cdf(y + width, *params) - below, above - inst.law.sf(y + width, *params))
    for lower, upper, mass in ((y, INF, above), (-INF, y, below), (y, y + width, between)):
        kept = mass > 1e-9  # or the difference has cancelled
        got = call(inst, "nll", lower, upper, params, reduction="none")
        assert_close(got[kept], -np.log(mass[kept]), rtol=1e-6, atol=1e-12)


@each_taking
def test_parts_of_the_line_add_up(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (30,))
    cuts = np.sort(inst.y(rng, (3, 30)), axis=0)
    edges = [np.full(30, -INF), *cuts, np.full(30, INF)]
    losses = [call(inst, "nll", a, b, params, reduction="none") for a, b in itertools.pairwise(edges)]
    with np.errstate(under="ignore"):
        assert_close(np.exp(-np.array(losses)).sum(axis=0), np.ones(30), rtol=1e-13)


@each_taking
def test_a_narrow_interval_is_a_density_times_its_width(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, (80,))
    kept = inst.law.nll(y, *params, reduction="none") < 20  # farther out, the density falls steeply
    y, params = y[kept], [p[kept] for p in params]
    assert kept.sum() > 40
    upper = y + 1e-7 * abs(y)
    width = upper - y
    middle = y + 0.5 * width
    got, grads, hess = call(inst, "nll_grad_hess", y, upper, params, reduction="none")
    exact, exact_grads, exact_hess = inst.law.nll_grad_hess(middle, *params, reduction="none")
    assert_close(got, exact - np.log(width), rtol=1e-9, atol=1e-9)
    assert_close(grads, exact_grads, rtol=1e-6, atol=1e-6)
    assert_close(hess, exact_hess, rtol=1e-5, atol=1e-5)


@each_taking
@pytest.mark.parametrize("step", [1e-6])
def test_derivatives_are_those_of_the_loss(inst: Instance, step: float, rng: np.random.Generator) -> None:
    lower, upper = bounds(inst, rng, (40,))
    params = inst.params(rng, (40,))
    _, grads, hess = call(inst, "nll_grad_hess", lower, upper, params, reduction="none")
    grads, hess = flat(grads), flat(hess)
    for i in range(inst.k):
        sides = []
        for sign in (-1, 1):
            moved = [p + sign * step * (j == i) for j, p in enumerate(params)]
            loss, slopes = call(inst, "nll_grad", lower, upper, moved, reduction="none")
            sides.append((loss, flat(slopes)[i]))
        assert_close(grads[i], (sides[1][0] - sides[0][0]) / (2 * step), rtol=1e-5, atol=1e-6)
        assert_close(hess[i], (sides[1][1] - sides[0][1]) / (2 * step), rtol=1e-5, atol=1e-6)


@each_taking
def test_far_tails_neither_underflow_nor_cancel(inst: Instance, rng: np.random.Generator) -> None:
    """Where the probability itself is 0 in float64."""
    params = inst.params(rng, (1,))
    far = inst.law.quantile(0.5, *params) + 1e4 * (inst.law.quantile(0.9, *params) - inst.law.quantile(0.5, *params))
    for upper in (INF, far * (1 + 1e-3)):
        loss, grads = call(inst, "nll_grad", far, upper, params, reduction="none")
        assert np.isfinite(loss).all()
        assert (loss > 5).all()
        assert all(np.isfinite(g).all() for g in flat(grads))


@each_taking
def test_everything_open_says_nothing(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, SHAPE)
    for part in flat(call(inst, "nll_grad_hess", -INF, INF, params, reduction="none")):
        np.testing.assert_array_equal(part, np.zeros(SHAPE))


@pytest.mark.parametrize("inst", [i for i in TAKING if i.law.support.lower == 0], ids=str)
def test_bounds_below_the_support_are_open(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    expected = call(inst, "nll_grad_hess", 0.0, y, params)
    for lower in (-INF, -1.0, -0.0):
        assert_same_bits(call(inst, "nll_grad_hess", lower, y, params), expected)


@given(a=st.floats(0.015625, 64, width=32), b=st.floats(0.015625, 64, width=32), data=st.data())
@settings(max_examples=60, deadline=None)
def test_probabilities_are_ordered(a: float, b: float, data: st.DataObject) -> None:
    """A part is not more probable than the whole, and a loss is never negative."""
    inst = data.draw(st.sampled_from(TAKING))
    params = [data.draw(st.floats(-1, 1, width=32)) for _ in range(inst.k)]
    if inst.law.kinds == ("identity",):
        params = [abs(p) + 0.125 for p in params]
    low, high = min(a, b), max(a, b)
    whole = call(inst, "nll", low, INF, params)
    assert whole >= 0
    if low < high:
        part = call(inst, "nll", low, high, params)
        assert part >= whole * (1 - 1e-12)
        assert call(inst, "nll", -INF, high, params) <= part * (1 + 1e-12)


# ---------------------------------------------------------------------------------------------------------------------
# The contract


@each_taking
@each_method
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_backends_agree(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    lower, upper = bounds(inst, rng, SHAPE)
    params = inst.params(rng, SHAPE, dtype=dtype)
    got = call(inst, method, lower, upper, params, reduction="none")
    expected = call(inst, method, lower, upper, params, reduction="none", backend="reference")
    for a, b in zip(flat(got), flat(expected), strict=True):
        assert a.dtype == b.dtype == dtype
        np.testing.assert_allclose(a, b, rtol=64 * np.finfo(dtype).eps, atol=64 * np.finfo(dtype).eps)


@each_taking
@each_backend
def test_missing_bounds_are_open(inst: Instance, backend: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    for given_bound, whole in (({"lower": y}, (y, INF)), ({"upper": y}, (-INF, y))):
        got = inst.law.nll_grad(None, *params, **given_bound, backend=backend)
        assert_same_bits(got, call(inst, "nll_grad", *whole, params, backend=backend))


@each_taking
def test_by_name_and_broadcast(inst: Instance, rng: np.random.Generator) -> None:
    lower, upper = bounds(inst, rng, (4, 1))
    params = inst.params(rng, (3,))
    named = dict(zip(inst.law.params, params, strict=True))
    loss, grads, hess = inst.law.nll_grad_hess(lower=lower, upper=upper, **named, reduction="none")
    assert loss.shape == (4, 3)
    wide = [np.array(np.broadcast_to(a, (4, 3))) for a in (lower, upper, *params)]
    full = call(inst, "nll_grad_hess", *wide[:2], wide[2:], reduction="none")
    assert_same_bits(loss, full[0])
    for group, whole in ((grads, full[1]), (hess, full[2])):
        for part, all_of_it in zip(flat(group), flat(whole), strict=True):
            assert part.shape == (3,)
            assert_close(part, all_of_it.sum(axis=0), rtol=1e-12, atol=1e-13)


@each_taking
@each_backend
def test_weights_reductions_and_cotangents(inst: Instance, backend: str, rng: np.random.Generator) -> None:
    lower, upper = bounds(inst, rng, SHAPE)
    params = inst.params(rng, SHAPE)
    w, c = rng.random(SHAPE), rng.standard_normal(SHAPE)
    plain = flat(call(inst, "nll_grad_hess", lower, upper, params, reduction="none", backend=backend))
    for reduction, divide in (("sum", 1.0), ("mean", w.sum())):
        got = flat(call(inst, "nll_grad_hess", lower, upper, params, weight=w, reduction=reduction, backend=backend))
        assert_close(got[0], (w * plain[0]).sum() / divide, rtol=1e-12)
        assert_close(got[1:], [w * p / divide for p in plain[1:]], rtol=1e-12, atol=1e-15)
    turned = flat(call(inst, "nll_grad", lower, upper, params, reduction="none", cotangent=c, backend=backend))
    assert_close(turned[1:], [c * p for p in plain[1 : 1 + inst.k]], rtol=1e-12, atol=1e-15)


@each_taking
def test_weight_0_silences_everything(inst: Instance, rng: np.random.Generator) -> None:
    lower, upper = bounds(inst, rng, SHAPE)
    params = inst.params(rng, SHAPE)
    w = np.ones(SHAPE)
    w[1, 2] = 0
    spoilt = [p.copy() for p in params]
    for p in spoilt:
        p[1, 2] = math.nan
    got, expected = (call(inst, "nll_grad", lower, upper, p, weight=w) for p in (spoilt, params))
    assert_close(got, expected, rtol=1e-14)


@each_taking
def test_out_and_threads(inst: Instance, rng: np.random.Generator) -> None:
    n = 100_000
    lower, upper = bounds(inst, rng, (n,))
    params = inst.params(rng, (n,), dtype=np.float32)
    expected = call(inst, "nll_grad", lower, upper, params, reduction="none", n_threads=1)
    out = tuple(np.empty(n, np.float32) for _ in range(1 + inst.k))
    got = call(inst, "nll_grad", lower, upper, params, reduction="none", n_threads=4, out=out)
    assert_same_bits(got, expected)
    assert flat(got)[0] is out[0]


@each_taking
@pytest.mark.parametrize("kind", ["softplus", "identity"])
def test_links(inst: Instance, kind: str, rng: np.random.Generator) -> None:
    if inst.law.kinds != (None,) * inst.k or not any(name.startswith("log_") for name in inst.law.params):
        return
    law = relinked(inst.law, kind)
    lower, upper = bounds(inst, rng, SHAPE)
    logs = inst.params(rng, SHAPE)
    raw = [
        (np.exp(p) if kind == "identity" else np.log(np.expm1(np.exp(p)))) if name.startswith("log_") else p
        for name, p in zip(inst.law.params, logs, strict=True)
    ]
    got = law.nll(None, *raw, lower=lower, upper=upper, reduction="none")
    assert_close(got, call(inst, "nll", lower, upper, logs, reduction="none"), rtol=1e-12, atol=1e-12)


@each_taking
@each_method
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_nan_parameters(inst: Instance, method: str, dtype: Any, rng: np.random.Generator) -> None:
    lower, upper = bounds(inst, rng, (12,))
    upper[5], lower[5] = INF, -INF  # even where nothing is known
    params = inst.params(rng, (12,), dtype=dtype)
    expected = flat(call(inst, method, lower, upper, params, reduction="none"))
    for i, at in itertools.product(range(inst.k), range(12)):
        spoilt = [p.copy() for p in params]
        spoilt[i][at] = math.nan
        for got, good in zip(flat(call(inst, method, lower, upper, spoilt, reduction="none")), expected, strict=True):
            assert np.isnan(got).tolist() == [j == at for j in range(12)]
            assert_same_bits(np.delete(got, at), np.delete(good, at))


# ---------------------------------------------------------------------------------------------------------------------
# What is refused


@each_taking
@each_backend
def test_bounds_that_mean_nothing(inst: Instance, backend: str, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    y = np.asarray(y, np.float64)
    cases = [
        ("lower", "nan", math.nan, None),
        ("upper", "nan", None, math.nan),
        ("lower", "inf", INF, INF),
        ("upper", "-inf", -INF, -INF),
        ("lower", "above its upper", 2.0, 1.0),
    ]
    if inst.law.support.lower == 0:
        cases += [("upper", "-1.0", -2.0, -1.0), ("upper", "-1.0", -1.0, -1.0)]
    for name, words, low, high in cases:
        lower, upper = y.copy(), y + 1
        lower[2, 1] = lower[2, 1] if low is None else low
        upper[2, 1] = upper[2, 1] if high is None else high
        with pytest.raises(ValueError, match=rf"\b{name}\[2, 1\] is .*") as caught:
            call(inst, "nll_grad", lower, upper, params, backend=backend)
        assert words in str(caught.value)
        for part in flat(call(inst, "nll_grad", lower, upper, params, backend=backend, check=False, reduction="none")):
            assert np.isnan(part).tolist() == [[(i, j) == (2, 1) for j in range(3)] for i in range(4)]


@each_taking
def test_there_is_no_expected_curvature(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    with pytest.raises(ValueError, match="observed curvature only"):
        call(inst, "nll_grad_hess", y, INF, params, curvature="fisher")


@each_taking
def test_neither_y_nor_bounds_or_both(inst: Instance, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, SHAPE)
    with pytest.raises(TypeError, match="y is missing, and so are lower= and upper="):
        inst.law.nll(None, *params)
    with pytest.raises(TypeError, match="lower= here"):
        inst.law.nll(y, *params, lower=y)
    with pytest.raises(TypeError, match="upper= here"):
        inst.law.mean(*params, upper=y)


@pytest.mark.parametrize("inst", OTHERS, ids=str)
def test_other_laws_take_no_bounds(inst: Instance, rng: np.random.Generator) -> None:
    _, params = inst.draw(rng, SHAPE)
    with pytest.raises(TypeError, match=r"y is missing|lower= here|needs"):
        inst.law.nll(None, *params, lower=0.0)


@each_taking
def test_shapes_that_do_not_fit(inst: Instance, rng: np.random.Generator) -> None:
    _, params = inst.draw(rng, SHAPE)
    with pytest.raises(ValueError, match=r"lower \(4, 3\), upper \(5,\)"):
        call(inst, "nll", np.ones(SHAPE), np.full(5, 2.0), params)


def test_the_law_with_bounds_is_made_once_and_is_not_pickled() -> None:
    law = fx.Weibull()
    assert law._of_bounds is law._of_bounds
    assert repr(law._of_bounds) == repr(law)
    twin = fx.Weibull()
    assert law == twin
    assert hash(law) == hash(twin)


def test_durations_of_which_some_have_not_ended() -> None:
    """A fit by Newton's steps, which recovers what the durations were drawn from."""
    rng = np.random.default_rng(3)
    duration = rng.weibull(1.5, 20_000) * 2
    limit = rng.uniform(0.5, 4, 20_000)
    t, event = np.minimum(duration, limit), duration <= limit
    law, params = fx.Weibull(), np.zeros(2)
    for _ in range(100):
        _, grad, hess = law.nll_grad_hess(
            lower=t, upper=np.where(event, t, INF), log_scale=params[0], log_shape=params[1]
        )
        params -= 0.7 * np.array(grad) / np.array(hess)
    np.testing.assert_allclose(np.exp(params), [2.0, 1.5], rtol=0.03)
    assert np.abs(np.array(grad)).max() < 1e-9
