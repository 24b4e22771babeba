"""Moments, probabilities, quantiles and samples, for every law: against SciPy, its own density, and each other."""

from __future__ import annotations

import math
import zlib
from typing import Any

import numpy as np
import pytest
from decode_core import CONTINUOUS, DISCRETE, LEVELS, UNIVARIATE, Array, each_having, leniently
from expectation import beyond, nodes
from instances import INF, NAN, Instance, assert_close
from scipy import special, stats

import fastxent as fx

PROPER = [inst for inst in UNIVARIATE if inst.proper]
WITH_SCIPY = [inst for inst in UNIVARIATE if inst.distribution]
BODY = np.linspace(0.02, 0.98, 25)[:, np.newaxis]
TAILS = 10.0 ** np.array([-13.0, -9, -5, -2])[:, np.newaxis]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(11)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


def from_scipy(inst: Instance, method: str, params: Any, *x: Any) -> Array:
    assert inst.distribution is not None
    with leniently():
        return np.asarray(getattr(inst.distribution(*params), method)(*x))


def assert_near(got: Any, want: Any, rtol: float, atol: float = 0.0) -> None:
    with leniently():
        np.testing.assert_allclose(got, want, rtol=rtol, atol=atol)


def everywhere(inst: Instance, params: Any) -> Array:
    """Values from all over a law, far tails and the ends of its support included."""
    law = inst.law
    points = [law.quantile(np.concatenate([TAILS, BODY, 1 - TAILS]), *params)]
    if inst in DISCRETE:
        points.append(np.floor(points[0]) + 0.5)
    upper = law.quantile(1, *params)
    far = law.quantile(1 - 1e-9, *params)
    beyond = far + np.array([[1.0], [3.0], [9.0]]) * (far - law.quantile(0.5, *params))
    return np.concatenate([*points, np.minimum(beyond, upper), np.minimum(upper, 1e300)[np.newaxis]])


# ---------------------------------------------------------------------------------------------------------------------
# Densities and moments


@pytest.mark.parametrize("inst", PROPER, ids=str)
def test_densities_integrate_to_one(inst: Instance, rng: np.random.Generator) -> None:
    total = nodes(inst, inst.params(rng, (8,))).weight.sum(axis=0)
    assert_close(total, np.ones(8), rtol=1e-7)


def assert_same_moment(got: Array, want: Array, rtol: float, atol: Any) -> None:
    """Where there is none, nan or inf: SciPy has no fixed habit which."""
    exists = np.isfinite(want)
    np.testing.assert_array_equal(np.isfinite(got), exists)
    wrong = ~(abs(got - want)[exists] <= (rtol * abs(want) + atol)[exists])
    assert not wrong.any(), (got[exists][wrong], want[exists][wrong])
    assert not (np.isinf(got) & np.isinf(want) & (got != want)).any()


@each_having("mean", "variance", among=WITH_SCIPY)
def test_mean_and_variance(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (50,))
    mean, variance = inst.law.mean(*params), inst.law.variance(*params)
    with leniently():
        spread = np.sqrt(variance)
        atol = np.where(spread < INF, 1e-14 * spread, 0.0)
        assert_same_moment(mean, from_scipy(inst, "mean", params), 1e-13, atol)
        assert_same_moment(variance, from_scipy(inst, "var", params), 1e-11, np.zeros(50))


@each_having("mean", "variance", among=PROPER)
def test_mean_and_variance_of_the_density(inst: Instance, rng: np.random.Generator) -> None:
    """Where tails beyond the nodes say little."""
    params = inst.params(rng, (8,))
    mean, variance = inst.law.mean(*params), inst.law.variance(*params)
    at = nodes(inst, params)
    order = np.argsort(at.y, axis=0)
    with leniently():
        squares = at.weight * (at.y - mean) ** 2
        ends = sum(np.take_along_axis(squares, order[[i]], axis=0)[0] for i in (0, -1))
        light = ((ends < 1e-9 * variance) | (inst in DISCRETE)) & np.isfinite(variance)
        assert (abs(at.mean_of(at.y) - mean) <= 1e-6 * np.sqrt(variance))[light].all()
        assert_near(squares.sum(axis=0)[light], variance[light], rtol=1e-5)


@each_having("mode", among=PROPER)
def test_nothing_is_more_probable_than_the_mode(inst: Instance, rng: np.random.Generator) -> None:
    """A density that is infinite at an end that the support leaves out has its mode there."""
    params = inst.params(rng, (40,))
    mode = inst.law.mode(*params)
    grid = inst.law.quantile(np.linspace(0.001, 0.999, 400)[:, np.newaxis], *params)
    wide = [np.array(np.broadcast_to(p, grid.shape)) for p in params]
    nll = inst.law.nll(grid, *wide, reduction="none")
    best, there = nll.min(axis=0), inst.law.nll(mode, *params, reduction="none", check=False)
    ends = [inst.law.quantile(p, *params) for p in (0, 1)]
    at_end = ((mode == ends[0]) & (nll[0] == best)) | ((mode == ends[1]) & (nll[-1] == best))
    assert ((there <= best + 1e-13 * (1 + abs(best))) | (np.isnan(there) & at_end)).all()
    if inst in DISCRETE:
        values = np.arange(inst.law.support.lower, grid.max() + 1)[:, np.newaxis] + np.zeros(40)
        wide = [np.array(np.broadcast_to(p, values.shape)) for p in params]
        nll = inst.law.nll(values, *wide, reduction="none", check=False)
        np.testing.assert_array_equal(mode, values[np.nanargmin(nll, axis=0), 0])


# ---------------------------------------------------------------------------------------------------------------------
# Distribution functions


@each_having("cdf", "sf", "quantile", among=WITH_SCIPY)
def test_probabilities_are_scipys(inst: Instance, rng: np.random.Generator) -> None:
    """In either tail as far as SciPy goes, some of whose tails are differences from 1; those of densities see below."""
    params = inst.params(rng, (20,))
    x = everywhere(inst, params)
    for method in ("cdf", "sf"):
        got, want = getattr(inst.law, method)(x, *params), from_scipy(inst, method, params, x)
        assert_near(got, want, rtol=inst.scipy_rtol, atol=5e-16 if inst.proper else 1e-300)


@each_having("cdf", "sf", "quantile", among=[i for i in PROPER if i in DISCRETE])
def test_probabilities_are_sums(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (6,))
    at = nodes(inst, params)
    below = np.cumsum(at.weight, axis=0)
    above = np.cumsum(at.weight[::-1], axis=0)[::-1]
    assert_near(inst.law.cdf(at.y, *at.params), below, rtol=1e-11)
    got = inst.law.sf(at.y - 0.5, *at.params)  # the values from y on
    assert_near(got, above, rtol=1e-10, atol=1e-16 * (1 - 1e-3))


def outward(inst: Instance, side: int, params: Any) -> Array:
    """Places from deep in one tail (side 0, below; 1, above) to farther out; none next to an upper end."""
    end, start, median = (inst.law.quantile(p, *params) for p in (side, abs(side - 1e-11), 0.5))
    steps = np.linspace(0, 3, 121)[:, np.newaxis]
    if np.isfinite(end).any():  # there, floats are too far apart
        return end + (start - end) * np.exp(-30 * steps) if side == 0 else start[np.newaxis]
    return start + steps * (start - median)


@each_having("cdf", "sf", "quantile", "mode", among=[i for i in PROPER if i in CONTINUOUS])
def test_probabilities_are_integrals(inst: Instance, rng: np.random.Generator) -> None:
    """Relative to themselves, in either tail and far out."""
    params = inst.params(rng, (6,))
    body = inst.law.quantile(np.linspace(1e-3, 1 - 1e-3, 200)[:, np.newaxis], *params)
    kink = np.clip(inst.law.mode(*params), body[0], body[-1])
    body = np.sort(np.concatenate([body, kink[np.newaxis]]), axis=0)
    for side, method in enumerate(("cdf", "sf")):
        for run in (body if side else body[::-1], outward(inst, side, params)):
            got = getattr(inst.law, method)(run, *params)
            assert (got[0] > 0).all()
            kept = got > 1e-120  # beyond, a density may fall too steeply for the nodes
            assert_near((got - got[-1])[kept], beyond(inst, run, params)[kept], rtol=1e-8)


@each_having("cdf", "sf")
def test_the_two_sides_add_up(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (20,))
    x = everywhere(inst, params) if "quantile" not in inst.lacks else inst.y(rng, (200, 1))
    below, above = inst.law.cdf(x, *params), inst.law.sf(x, *params)
    assert_close(below + above, np.ones_like(below), rtol=1e-14)
    assert (below >= 0).all()
    assert (above >= 0).all()
    order = np.argsort(x, axis=0)
    for values in (below, -above):
        assert (np.diff(np.take_along_axis(values, order, axis=0), axis=0) >= -1e-15).all()


@each_having("cdf", "sf")
def test_the_ends_of_distribution_functions(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (20,))
    for x, below in ((-INF, 0), (INF, 1), (NAN, NAN)):
        np.testing.assert_array_equal(inst.law.cdf(x, *params), np.full(20, below))
        np.testing.assert_array_equal(inst.law.sf(x, *params), np.full(20, 1.0 - below))


# ---------------------------------------------------------------------------------------------------------------------
# Quantiles


@each_having("quantile", among=[i for i in WITH_SCIPY if i in CONTINUOUS])
def test_quantiles_are_scipys(inst: Instance, rng: np.random.Generator) -> None:
    params = inst.params(rng, (50,))
    levels = LEVELS[3:8, np.newaxis]
    got, want = inst.law.quantile(levels, *params), from_scipy(inst, "ppf", params, levels)
    assert_near(got, want, rtol=max(1e-11, inst.scipy_rtol), atol=1e-13)
    assert_ends(inst, params)


def assert_ends(inst: Instance, params: Any) -> None:
    """The quantiles at 0 and 1 are the ends of the support."""
    known = hasattr(inst.distribution(*params), "support")
    ends = from_scipy(inst, "support", params) if known else (inst.law.support.lower, inst.law.support.upper)
    for p, end in zip((0, 1), ends, strict=True) if inst.period is None else ():
        np.testing.assert_array_equal(inst.law.quantile(p, *params), np.broadcast_to(end, 50))


@np.errstate(under="ignore")
def few_floats_away(x: Array, n: int) -> Array:
    with leniently():
        return x + n * np.spacing(np.where(np.isfinite(x), x, 0.0))


@each_having("quantile", "cdf", "sf", among=CONTINUOUS)
def test_quantiles_undo_probabilities(inst: Instance, rng: np.random.Generator) -> None:
    """As far as floats next to a quantile say: in either tail, relative to what is left there."""
    params = inst.params(rng, (50,))
    p = np.concatenate([LEVELS[1:-1], 10.0 ** np.arange(-14, -1)])[:, np.newaxis]
    x = inst.law.quantile(p, *params)
    low, high = few_floats_away(x, -8), few_floats_away(x, 8)
    with leniently():
        assert (inst.law.cdf(low, *params) <= p * (1 + 1e-11)).all()
        assert (inst.law.cdf(high, *params) >= p * (1 - 1e-11)).all()
        assert (inst.law.sf(low, *params) >= (1 - p) * (1 - 1e-10)).all()
        assert (inst.law.sf(high, *params) <= (1 - p) * (1 + 1e-10)).all()
    again = inst.law.quantile(inst.law.cdf(x[2:7], *params), *params)  # of 0.01 … 0.99
    assert_near(again, x[2:7], rtol=1e-9, atol=1e-12)


@each_having("quantile", "cdf", "sf", among=DISCRETE)
def test_quantiles_of_counts(inst: Instance, rng: np.random.Generator) -> None:
    """The smallest value whose distribution function reaches the level, at its steps as well."""
    params = inst.params(rng, (50,))
    law = inst.law
    steps = [law.cdf(k, *params) for k in range(3)]
    for p in [*LEVELS[:-1], *steps, *(np.minimum(np.nextafter(s, 2), 1) for s in steps)]:
        p = np.where(p == 1, 0.5, p)
        got = law.quantile(p, *params)
        assert (law.cdf(got, *params) >= p * (1 - 1e-14)).all()
        assert ((law.cdf(got - 1, *params) < p * (1 + 1e-14)) | (got == 0)).all()
        assert (law.sf(got, *params) <= (1 - p) * (1 + 1e-13) + 4e-16).all()
        assert (got == np.floor(got)).all()
    if inst.distribution:
        assert_ends(inst, params)


@pytest.mark.parametrize("mean", [1e-300, 1e-10, 0.5, 3.0, 50.0, 1e3, 1e5, 1e8, 1e12])
def test_quantiles_of_poisson(mean: float) -> None:
    log_rate = math.log(mean)
    got = fx.Poisson().quantile(LEVELS[:-1], log_rate)
    with leniently():
        assert (special.pdtr(got, np.exp(log_rate)) >= LEVELS[:-1]).all()
        assert ((special.pdtr(got - 1, np.exp(log_rate)) < LEVELS[:-1]) | (got == 0)).all()
    assert fx.Poisson().quantile(0.5, 600.0) == pytest.approx(math.exp(600))


@each_having("quantile")
def test_quantiles_never_decrease(inst: Instance, rng: np.random.Generator) -> None:
    got = inst.law.quantile(np.sort(rng.random(500))[:, np.newaxis], *inst.params(rng, (20,)))
    assert (got[1:] >= got[:-1]).all()


# ---------------------------------------------------------------------------------------------------------------------
# Samples


def seeded(inst: Instance) -> np.random.Generator:
    """A generator of its own for every instance, the same every time."""
    return np.random.default_rng(zlib.crc32(str(inst).encode()))


@each_having("sample", "cdf", among=CONTINUOUS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_samples_are_of_the_law(inst: Instance, dtype: Any) -> None:
    rng = seeded(inst)
    params = inst.params(rng, (), dtype=dtype)
    drawn = inst.law.sample(*params, size=20_000, rng=rng)
    assert drawn.dtype == dtype
    assert stats.kstest(drawn, lambda x: inst.law.cdf(x, *(float(p) for p in params))).pvalue > 1e-3


@each_having("sample", "cdf", "quantile", among=DISCRETE)
def test_samples_of_counts_are_of_the_law(inst: Instance) -> None:
    rng = seeded(inst)
    params = inst.params(rng, ())
    drawn = inst.law.sample(*params, size=20_000, rng=rng)
    assert (drawn.dtype, drawn.shape) == (np.int64, (20_000,))
    first, last = (int(inst.law.quantile(p, *params)) for p in (0.001, 0.999))
    edges = np.arange(first, last + 1)
    share = np.diff(inst.law.cdf(edges, *params), prepend=0.0, append=1.0)  # up to first, each, beyond last
    found = np.bincount(np.clip(drawn, first, last + 1) - first, minlength=len(share))
    large = share * drawn.size > 5
    share, found = (np.append(v[large], v[~large].sum()) for v in (share, found))
    kept = share > 1e-12
    assert (found[~kept] == 0).all()
    assert kept.sum() == 1 or stats.chisquare(found[kept], share[kept] / share[kept].sum() * 20_000).pvalue > 1e-3
    assert inst.law.quantile(0, *params) <= drawn.min()
    assert drawn.max() <= inst.law.quantile(1, *params)


@each_having("sample", "mean", "variance", among=UNIVARIATE)
def test_samples_have_the_mean(inst: Instance) -> None:
    """Each element of a sample belongs to its own parameters."""
    rng = seeded(inst)
    params = inst.params(rng, (5,))
    mean, variance = inst.law.mean(*params), inst.law.variance(*params)
    drawn = inst.law.sample(*params, size=(20_000, 5), rng=rng)
    with leniently():
        z = (drawn.mean(axis=0) - mean) / np.sqrt(variance / 20_000)
    assert (abs(z[np.isfinite(variance) & (variance > 0)]) < 5).all()
