"""Links: positive parameters by softplus or as they are, for every law that has some."""

from __future__ import annotations

import itertools
import pickle
from typing import Any

import numpy as np
import oracle
import pytest
from decode_core import Array, decode, decoders_of
from instances import INF, NAN, Bound, Instance, assert_close, assert_same_bits, flat
from link_core import (
    LINKABLE,
    LINKABLE_CASES,
    LINKS,
    OF_BEND,
    OF_LOG,
    OF_SLOPE,
    exact_link,
    exact_table,
    linked,
    positive,
    raw_of,
    raws,
    relinked,
)
from mpmath import mp, mpf
from oracle_core import FORMATS, Case, Out, ulps
from oracle_measure import as_tuple, given, make
from test_init_params import fitted

import fastxent as fx
from fastxent.backends.cython import available_isas, use_isa

DTYPES = ("float32", "float64")
each_kind = pytest.mark.parametrize("kind", LINKS)
each_linkable = pytest.mark.parametrize("inst", LINKABLE, ids=str)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(17)


@pytest.fixture(autouse=True)
def _no_floating_point_warnings():
    """No method raises any: neither as warnings nor as NumPy's errors."""
    with np.errstate(all="raise"):
        yield


# ---------------------------------------------------------------------------------------------------------------------
# The links themselves. At y = loc and without its constant, Laplace's nll is the log of its scale, its gradient that
# log's slope, and its second derivative that slope's.


def of_link(kind: str, raw: Any, **options: Any) -> list[Array]:
    law = fx.Laplace(link={"scale": kind})
    loss, (_, slope), (_, bend) = law.nll_grad_hess(
        0.0, np.zeros_like(raw), raw, reduction="none", constant=False, **options
    )
    return [loss, slope, bend]


def raw_points(kind: str, dtype: str) -> Array:
    rng = np.random.default_rng(1)
    top = float(np.log(np.finfo(dtype).max))
    tiny = float(np.log10(np.finfo(dtype).tiny))
    sizes = 10.0 ** rng.uniform(tiny, -tiny, 200)
    if kind == "identity":
        return np.concatenate([sizes, rng.uniform(0, 3, 100), [1.0]]).astype(dtype)
    near = np.log(np.e - 1) + rng.standard_normal(100) * 10.0 ** rng.uniform(-8, -1, 100)  # softplus is 1 there
    points = [rng.uniform(-6, 6, 300), rng.uniform(-1.1 * top, 1.1 * top, 80), sizes[:40], -sizes[160:], near, [0.0]]
    return np.concatenate(points).astype(dtype)


@each_kind
@pytest.mark.parametrize("dtype", DTYPES)
def test_links_within_their_bounds(kind: str, dtype: str) -> None:
    raw = raw_points(kind, dtype)
    form = FORMATS[dtype]
    exact = []
    for r in raw.tolist():
        with mp.workprec(200 + int(3 * min(max(-r, 0.0), 1000.0))):
            exact.append(exact_link(kind, mpf(r)))
    runs: list[dict[str, Any]] = [{"backend": "reference"}, *({} for _ in available_isas())]
    for isa, options in zip((available_isas()[0], *available_isas()), runs, strict=True):
        with use_isa(isa):
            got = of_link(kind, raw, **options)
        for i, want in enumerate(exact):
            scales = (max(abs(want[0]), mpf(1)), abs(want[1]), abs(want[2]))
            for value, w, scale, bound in zip(got, want, scales, (OF_LOG, OF_SLOPE, OF_BEND), strict=True):
                error = ulps(float(value[i]), Out(w, scale, mpf(0)), form)
                assert error <= bound, (isa, options, float(raw[i]), float(value[i]), float(w), error)


LIMITS = [  # kind, raw, log, slope, second derivative
    ("softplus", -INF, (-INF, 1, 0)),
    ("softplus", INF, (INF, 0, 0)),
    ("softplus", NAN, (NAN, NAN, NAN)),
    ("softplus", -1e30, (-1e30, 1, 0)),
    ("identity", INF, (INF, 0, 0)),
    ("identity", 0.0, (-INF, INF, NAN)),  # Laplace's own second derivative is 0 here, times an infinite slope
    ("identity", -0.0, (-INF, INF, NAN)),
    ("identity", -1.0, (NAN, NAN, NAN)),
    ("identity", -INF, (NAN, NAN, NAN)),
    ("identity", NAN, (NAN, NAN, NAN)),
]


@pytest.mark.parametrize("backend", ["cython", "reference"])
@pytest.mark.parametrize("dtype", DTYPES)
def test_links_at_their_ends(dtype: str, backend: str) -> None:
    for kind, raw, want in LIMITS:
        got = of_link(kind, np.full(40, raw, dtype), backend=backend)
        for value, w in zip(got, want, strict=True):
            np.testing.assert_array_equal(value, np.full(40, np.dtype(dtype).type(w)), f"{kind} {raw}")


@each_kind
def test_links_of_moments_are_those_of_losses(kind: str) -> None:
    """`scale` of an exponential law as its mean: 1/exp(log), and information slope²."""
    raw = raw_points(kind, "float64")
    raw = raw[(abs(raw) < 600) & (abs(raw) > 1e-100)]
    law = fx.Exponential(link=kind)
    log, slope, _ = of_link(kind, raw)
    assert_close(-np.log(law.mean(raw)), log, rtol=4e-15, atol=4e-15)
    assert_close(law.fisher(raw)[:, 0, 0], slope**2, rtol=4e-15)
    for value in (-INF, INF):
        assert law.mean(value) == (NAN if kind == "identity" and value < 0 else np.exp(-value)) or np.isnan(
            law.mean(value)
        )
        expected = {("softplus", -INF): 1.0, ("softplus", INF): 0.0, ("identity", INF): 0.0}.get((kind, value), NAN)
        np.testing.assert_array_equal(law.fisher(value), [[expected]])


# ---------------------------------------------------------------------------------------------------------------------
# Laws under links


@each_kind
@pytest.mark.parametrize("case", LINKABLE_CASES, ids=str)
def test_laws_under_links_are_exact(case: Case, kind: str) -> None:
    """Within the law's own bounds and what the link's slope and second derivative add to them."""
    columns, exact = exact_table(case, kind, 8)
    law = relinked(make(case), kind)
    n = len(case.data)
    beyond = []
    for dtype, isa, curvature in itertools.product(DTYPES, available_isas(), case.curvatures):
        data, params = ([c.astype(dtype) for c in part] for part in (columns[:n], columns[n:]))
        y, extras = given(case, data)
        with use_isa(isa):
            loss, grad, hess = law.nll_grad_hess(y, *params, reduction="none", curvature=curvature, **extras)
        for row, answer in enumerate(exact):
            pairs = [
                ("nll", case.bounds.nll, loss, answer.nll),
                *(("grad", case.bounds.grad + 4, g, w) for g, w in zip(as_tuple(grad), answer.grad, strict=True)),
                *(
                    ("hess", case.bounds.hess + 10, h, w)
                    for h, w in zip(as_tuple(hess), getattr(answer, curvature), strict=True)
                ),
            ]
            for name, bound, got, want in pairs:
                error = ulps(float(got[row]), want, FORMATS[dtype])
                if error > bound:
                    inputs = [float(c[row]) for c in columns]
                    beyond.append(f"{name} {dtype} {isa} {curvature} at {inputs}: {float(got[row])!r}, {error:.3g} ulp")
    assert not beyond, "\n" + "\n".join(beyond)


def drawn(inst: Instance, kind: str, rng: np.random.Generator, n: int, dtype: Any = np.float64) -> list[Array]:
    """Parameters of a law under a link: such that their logs are as drawn."""
    return [np.asarray(p).astype(dtype) for p in raws(kind, inst.law.params, inst.params(rng, (n,)))]


@each_linkable
@each_kind
def test_names_and_identity(inst: Instance, kind: str) -> None:
    law, other = inst.law, relinked(inst.law, kind)
    assert other.params == tuple(name.removeprefix("log_") for name in law.params)
    assert (other.support, other.data) == (law.support, law.data)
    assert other != law
    assert relinked(inst.law, "log") == law
    assert kind in repr(other)
    for again in (relinked(inst.law, kind), pickle.loads(pickle.dumps(other))):
        assert (again == other, hash(again), repr(again)) == (True, hash(other), repr(other))


@each_linkable
def test_a_link_for_each_parameter(inst: Instance, rng: np.random.Generator) -> None:
    """By name; those that are not named stay logs. The dict is the caller's to change afterwards."""
    y, logs = inst.draw(rng, (50,))
    for i in positive(inst.law.params):
        bare = inst.law.params[i].removeprefix("log_")
        for kind in LINKS:
            given = {bare: kind}
            law = relinked(inst.law, given)
            before = (hash(law), repr(law))
            given[bare] = "log"
            assert (hash(law), repr(law)) == before
            assert law == relinked(inst.law, {bare: kind})
            assert pickle.loads(pickle.dumps(law)) == law
            assert law.params == (*inst.law.params[:i], bare, *inst.law.params[i + 1 :])
            params = [raw_of(kind, p) if j == i else p for j, p in enumerate(logs)]
            loss, *grads = flat(law.nll_grad(y, *params, reduction="none"))
            expected, *expected_grads = flat(inst.law.nll_grad(y, *logs, reduction="none"))
            assert_close(loss, expected, rtol=1e-12, atol=1e-12)
            for j, (g, e) in enumerate(zip(grads, expected_grads, strict=True)):
                if j != i:
                    np.testing.assert_allclose(g, e, rtol=1e-11, atol=1e-11 * max(1, abs(e).max()))


@each_linkable
def test_wrong_links_raise(inst: Instance) -> None:
    law = inst.law
    bare = [law.params[i].removeprefix("log_") for i in positive(law.params)]
    listed = ", ".join(bare)
    for name in ("log_rate", law.params[positive(law.params)[0]], "nonsense"):
        with pytest.raises(ValueError, match=rf"link names '{name}'.*{listed}"):
            relinked(law, {name: "softplus"})
    for kind in ("cube", ""):
        for link in (kind, {bare[0]: kind}):
            with pytest.raises(ValueError, match=rf"link must be one of log, softplus, identity, got '{kind}'"):
                relinked(law, link)
    for wrong in (None, 3, ["softplus"]):
        with pytest.raises(TypeError, match="link must be one of log, softplus, identity, or a dict"):
            relinked(law, wrong)


@each_linkable
@pytest.mark.parametrize("dtype", DTYPES)
def test_what_is_not_positive_is_nan(inst: Instance, dtype: str, rng: np.random.Generator) -> None:
    law = relinked(inst.law, "identity")
    y, params = inst.y(rng, (9,)), drawn(inst, "identity", rng, 9, dtype)
    fine = flat(law.nll_grad_hess(y, *params, reduction="none"))
    for i in positive(inst.law.params):
        spoilt = [p.copy() for p in params]
        spoilt[i][[2, 5]] = [-params[i][2], -INF]
        lost = np.isin(np.arange(9), [2, 5])
        for backend in ("cython", "reference"):
            for got, want in zip(
                flat(law.nll_grad_hess(y, *spoilt, reduction="none", backend=backend)), fine, strict=True
            ):
                np.testing.assert_array_equal(np.isnan(got), lost)
                if backend == "cython":
                    assert_same_bits(got[~lost], want[~lost])
        for method in decoders_of(inst):
            if method != "sample":
                got = decode(linked(inst, "identity"), method, *spoilt)
                assert np.isnan(got[lost]).all()
                np.testing.assert_array_equal(got[~lost], decode(linked(inst, "identity"), method, *params)[~lost])


@each_linkable
@each_kind
@pytest.mark.parametrize("dtype", DTYPES)
def test_the_reference_backend_agrees(inst: Instance, kind: str, dtype: str, rng: np.random.Generator) -> None:
    law = relinked(inst.law, kind)
    y, params = inst.y(rng, (20,)), drawn(inst, kind, rng, 20, dtype)
    eps = float(np.finfo(dtype).eps)
    for curvature in ("observed", "fisher"):
        got, want = (
            flat(law.nll_grad_hess(y, *params, reduction="none", curvature=curvature, backend=backend))
            for backend in ("cython", "reference")
        )
        with np.errstate(under="ignore"):  # of the comparison
            for g, w in zip(got, want, strict=True):
                np.testing.assert_allclose(g, w, rtol=64 * eps, atol=64 * eps * float(abs(w).max()))


@each_linkable
@pytest.mark.parametrize("dtype", DTYPES)
def test_far_to_the_left_softplus_is_the_exponential(inst: Instance, dtype: str, rng: np.random.Generator) -> None:
    """To the last bit, at infinity as well: nothing underflows in between."""
    law = relinked(inst.law, "softplus")
    raw = np.array([-750.0, -1e4, -1e30, -INF]).astype(dtype)
    y, params = inst.y(rng, (4,)), list(inst.params(rng, (4,), dtype=dtype))
    for i in positive(inst.law.params):
        params[i] = raw
    for curvature, backend in itertools.product(("observed", "fisher"), ("cython", "reference")):
        options = {"reduction": "none", "curvature": curvature, "backend": backend}
        got, want = law.nll_grad_hess(y, *params, **options), inst.law.nll_grad_hess(y, *params, **options)
        for g, w in zip(flat(got), flat(want), strict=True):
            np.testing.assert_array_equal(g, w)


@each_linkable
def test_far_to_the_right_softplus_is_the_identity(inst: Instance, rng: np.random.Generator) -> None:
    one, other = (relinked(inst.law, kind) for kind in ("softplus", "identity"))
    raw = np.array([40.0, 60.0, 150.0, 400.0, 1e3])
    y, params = inst.y(rng, (5,)), list(inst.params(rng, (5,)))
    for i in positive(inst.law.params):
        params[i] = raw
    for curvature in ("observed", "fisher"):
        got, want = (flat(law.nll_grad_hess(y, *params, reduction="none", curvature=curvature)) for law in (one, other))
        for g, w in zip(got, want, strict=True):
            np.testing.assert_allclose(g[np.isfinite(w)], w[np.isfinite(w)], rtol=1e-9)


@each_linkable
@each_kind
def test_methods_under_links(inst: Instance, kind: str, rng: np.random.Generator) -> None:
    """Moments, probabilities, samples and information are those of the law at the parameters that a link makes."""
    other = linked(inst, kind)
    logs = inst.params(rng, (30,))
    params = raws(kind, inst.law.params, logs)
    for method in decoders_of(inst):
        got, want = decode(other, method, *params), decode(inst, method, *logs)
        if method == "fisher":
            slopes = np.ones((30, inst.k))
            for i in positive(inst.law.params):
                slopes[:, i] = of_link(kind, params[i])[1]
            want = want * slopes[:, :, np.newaxis] * slopes[:, np.newaxis]
        np.testing.assert_allclose(got, want, rtol=1e-11, atol=1e-13)


@each_linkable
@each_kind
def test_fits_under_links(inst: Instance, kind: str, rng: np.random.Generator) -> None:
    other = linked(inst, kind)
    for y in (inst.y(rng, (40,)), inst.whole(rng, (40,))):
        want, got = fitted(inst, y), fitted(other, y)
        assert all(type(p) is float for p in got)
        for g, e, name in zip(got, raws(kind, inst.law.params, want), inst.law.params, strict=True):
            e = np.clip(e, 2.0**-126, 2.0**126) if kind == "identity" and name.startswith("log_") else e
            assert g == pytest.approx(float(e), rel=1e-12, abs=1e-12)


@each_kind
def test_fits_under_links_are_finite_in_float32(kind: str) -> None:
    for law, y in itertools.product(
        (fx.Exponential(link=kind), fx.Poisson(link=kind), fx.Normal(link=kind)), (0.0, 5e-324, 1e-310, 1e300, 1.7e308)
    ):
        params = as_tuple(law.init_params([y, y]))
        with np.errstate(under="ignore"):
            scales = np.array(params[-1:]).astype(np.float32)
        assert np.isfinite(scales).all()
        assert np.isfinite(law.nll(y, *params)) or y > 1e308


@each_linkable
@each_kind
def test_sums_and_half_precision(inst: Instance, kind: str, rng: np.random.Generator) -> None:
    """A broadcast parameter gets the sum of its gradients; float16 goes in and comes out."""
    law = relinked(inst.law, kind)
    y = inst.y(rng, (6, 5))
    single = [p[0] for p in drawn(inst, kind, rng, 1)]
    full = [np.full((6, 5), p) for p in single]
    loss, *grads = flat(law.nll_grad_hess(y, *single, reduction="sum"))
    losses, *full_grads = flat(law.nll_grad_hess(y, *full, reduction="none"))
    assert_close(loss, losses.sum(), rtol=1e-12, atol=1e-12)
    for g, f in zip(grads, full_grads, strict=True):
        assert_close(g, f.sum(), rtol=1e-11, atol=1e-11 * float(abs(f).max()))
    halves = flat(law.nll_grad(y, *(p.astype(np.float16) for p in full), reduction="none"))
    assert [a.dtype for a in halves] == [np.float32, *[np.float16] * inst.k]


def test_every_law_with_positive_parameters_is_tried() -> None:
    found = {type(inst.law.law if isinstance(inst.law, Bound) else inst.law).__name__ for inst in LINKABLE}
    assert {law for law, cases in oracle.LAWS.items() if any(positive(c.params) for c in cases)} <= found
