"""Fisher information, off-diagonal entries included: against the law's own gradients, expected under its density."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from decode_core import DISCRETE, UNIVARIATE, Array, each_having, leniently
from expectation import Nodes, curvatures, gradients, nodes
from instances import Instance, assert_close, flat

PROPER = [inst for inst in UNIVARIATE if inst.proper]
IMPROPER = [inst for inst in DISCRETE if not inst.proper and inst.distribution]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(13)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


def diagonal(matrix: Array) -> Array:
    return np.diagonal(matrix, axis1=-2, axis2=-1)


def far_apart(inst: Instance, rng: np.random.Generator, n: int) -> list[Array]:
    """Parameters up to three times as far out as those that are drawn, where that is no illegal place."""
    kinds = inst.law.kinds
    scale = 3 * rng.random(n)
    return [p if kind == "identity" else p * scale for p, kind in zip(inst.params(rng, (n,)), kinds, strict=True)]


@each_having("fisher")
def test_it_is_a_matrix_of_information(inst: Instance, rng: np.random.Generator) -> None:
    """Symmetric and positive semi-definite, also for one parameter."""
    matrix = inst.law.fisher(*far_apart(inst, rng, 300))
    assert matrix.shape == (300, inst.k, inst.k)
    assert np.isfinite(matrix).all()
    np.testing.assert_array_equal(matrix, matrix.swapaxes(-1, -2))
    scale = np.sqrt(diagonal(matrix))
    assert (scale >= 0).all()
    with leniently():
        unit = np.nan_to_num(matrix / (scale[:, :, np.newaxis] * scale[:, np.newaxis]))
    assert (np.linalg.eigvalsh(unit) >= -1e-13).all()
    single = inst.law.fisher(*inst.params(rng, ()))
    assert (type(single), single.shape) == (np.ndarray, (inst.k, inst.k))


@each_having("fisher")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_diagonal_is_the_expected_curvature(inst: Instance, dtype: Any, rng: np.random.Generator) -> None:
    n = 200
    y, params = inst.draw(rng, (n,), dtype)
    got = diagonal(inst.law.fisher(*params))
    hess = flat(inst.law.nll_grad_hess(y, *params, reduction="none", curvature="fisher"))[1 + inst.k :]
    eps = float(np.finfo(dtype).eps)
    assert got.dtype == dtype
    assert_close(got, np.stack(hess, axis=-1), rtol=max(64 * eps, inst.fisher_rtol))


@each_having("fisher", among=PROPER)
def test_it_is_the_gradients_covariance(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (8,))
    matrix = inst.law.fisher(*params)
    at = nodes(inst, params)
    grads = gradients(inst, at)
    size = np.sqrt(diagonal(matrix))
    for i in range(inst.k):
        assert (abs(at.mean_of(grads[i])) <= 1e-7 * size[:, i]).all()  # no gradient is expected
        for j in range(inst.k):
            with leniently():
                product = grads[i] * grads[j]
            off = abs(at.mean_of(product) - matrix[:, i, j]) / (size[:, i] * size[:, j])
            assert off.max() <= max(1e-7, inst.fisher_rtol), (i, j, off)


@each_having("fisher", among=IMPROPER)
def test_it_is_the_expected_curvature_of_what_is_no_density(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (8,))
    y = np.arange(inst.law.support.lower, inst.law.quantile(1, *params).max() + 1)[:, np.newaxis] + np.zeros(8)
    assert inst.distribution is not None
    with leniently():
        weight = inst.distribution(*params).pmf(y)
    at = Nodes(y, weight, [np.array(np.broadcast_to(p, y.shape)) for p in params])
    for i, curve in enumerate(curvatures(inst, at)):
        assert_close(at.mean_of(curve), inst.law.fisher(*params)[:, i, i], rtol=1e-9)
