"""Compare `fastxent.functional` with `torch.nn.functional` over random options, losses and gradients.

Run `python benchmarks/check_functional.py [examples]`. It prints, for each function and dtype, the largest error in
units of the dtype's epsilon, relative to the largest element, or to the largest term where PyTorch lets terms cancel
(as it does at confident predictions), and stops at a disagreement.
"""

from __future__ import annotations

import argparse
import warnings

import numpy as np
import torch
import torch.nn.functional as tf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fastxent.functional as ff

TOLERANCE = {np.float64: 1e-12, np.float32: 2e-5}
DTYPES = st.sampled_from(list(TOLERANCE))
REDUCTIONS = st.sampled_from(["mean", "sum", "none"])
SHAPES = st.lists(st.integers(1, 4), min_size=0, max_size=4).map(tuple)
LEGACY = st.sampled_from([None, None, None, False, True])
worst: dict[tuple[str, str], list[float]] = {}


def to_torch(value):
    return torch.from_numpy(np.array(value)) if isinstance(value, np.ndarray | np.generic) else value


def compare(name, inputs, arguments, terms=(0.0, 0.0)):
    """Call both with `inputs` (differentiated) and `arguments`; `terms`: how large what cancels is."""
    dtype = inputs[0].dtype.type
    leaves = [to_torch(a).requires_grad_() if isinstance(a, np.ndarray) else a for a in inputs]
    target = arguments.pop("target")
    others = {k: to_torch(v) for k, v in arguments.items()}
    expected = getattr(tf, name)(leaves[0], to_torch(target), *leaves[1:], **others)
    expected.sum().backward()
    loss, grads = getattr(ff, name)(inputs[0], target, *inputs[1:], return_grad=True, **arguments)
    alone = getattr(ff, name)(inputs[0], target, *inputs[1:], **arguments)
    assert np.allclose(loss, alone, rtol=4 * np.finfo(dtype).eps, atol=0, equal_nan=True), (loss, alone)
    grads = grads if isinstance(grads, tuple) else (grads,)
    pairs = [(loss, expected.detach().numpy())]
    pairs += [(g, leaf.grad.numpy()) for g, leaf in zip(grads, leaves, strict=True) if isinstance(leaf, torch.Tensor)]
    for place, (ours, theirs) in enumerate(pairs):
        assert ours.shape == theirs.shape, (ours.shape, theirs.shape)
        assert ours.dtype == theirs.dtype == dtype, (ours.dtype, theirs.dtype)
        nan = np.isnan(theirs)
        assert np.array_equal(nan, np.isnan(ours)), (ours, theirs)
        both = np.abs(np.subtract(ours, theirs, dtype=np.float64))[~nan]
        size = max(np.abs(theirs[~nan]).max(initial=0.0), terms[place > 0], 1e-30)
        error = both.max(initial=0.0) / size
        record = worst.setdefault((name, dtype.__name__), [0, 0.0])
        record[0] += 1
        record[1] = max(record[1], error / np.finfo(dtype).eps)
        assert error <= TOLERANCE[dtype], (name, arguments, ours, theirs, error)


def normal(draw, shape, dtype, scale=1.0):
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return np.asarray(scale * rng.normal(size=shape)).astype(dtype)


def uniform(draw, shape, dtype=np.float64):
    return np.asarray(np.random.default_rng(draw(st.integers(0, 2**32 - 1))).random(shape)).astype(dtype)


def common(draw, **options):
    chosen = {"reduction": draw(REDUCTIONS), **options}
    for name in ("size_average", "reduce"):
        if (value := draw(LEGACY)) is not None:
            chosen[name] = value
    return chosen


def confident(x, target, options):
    """PyTorch subtracts a logit from a logsumexp, and 1 from a probability."""
    count = target.size if options["reduction"] == "mean" else 1
    return float(np.abs(x).max(initial=1)), 1 / max(count, 1)


@st.composite
def cross_entropies(draw):
    dtype, n_classes, shape = draw(DTYPES), draw(st.integers(1, 6)), draw(SHAPES)
    full = (n_classes,) if not shape else (shape[0], n_classes, *shape[1:])
    options = common(draw, label_smoothing=draw(st.sampled_from([0.0, 0.1, 0.7, 1.0])))
    if draw(st.booleans()):
        options["weight"] = uniform(draw, n_classes, dtype) + dtype(0.1)
    if draw(st.booleans()):
        target = uniform(draw, full, dtype)  # rows need not sum to one
    else:
        target = np.floor(n_classes * uniform(draw, shape)).astype(np.int64)
        ignored = draw(st.sampled_from([None, 0, -1, -100]))
        if ignored is not None:
            options["ignore_index"] = ignored
        target = np.where(uniform(draw, shape) < 0.2, -100 if ignored is None else ignored, target)
    x = normal(draw, full, dtype, draw(st.sampled_from([1, 10])))
    return "cross_entropy", (x,), {**options, "target": target, "terms": confident(x, target, options)}


@st.composite
def binary_cross_entropies(draw):
    dtype, shape = draw(DTYPES), draw(SHAPES)
    target = uniform(draw, shape, dtype)
    if draw(st.booleans()):
        target = np.round(target)
    options = common(draw, target=target)
    for name in ("weight", "pos_weight"):
        rank = draw(st.integers(-1, len(shape)))
        if rank >= 0:
            own = tuple(draw(st.sampled_from([1, n])) for n in shape[len(shape) - rank :])
            options[name] = 3 * uniform(draw, own, dtype)
    x = normal(draw, shape, dtype, 5)
    return "binary_cross_entropy_with_logits", (x,), {**options, "terms": confident(x, target, options)}


@st.composite
def squared_errors(draw):
    dtype, shape = draw(DTYPES), draw(SHAPES)
    own = shape if draw(st.booleans()) else shape[1:]
    options = common(draw, target=normal(draw, own, dtype))
    if draw(st.booleans()):
        options["weight"] = uniform(draw, shape, dtype) + dtype(0.01)
    return "mse_loss", (normal(draw, shape, dtype),), options


@st.composite
def gaussians(draw):
    dtype, shape = draw(DTYPES), draw(SHAPES)
    own = shape
    kind = draw(st.sampled_from(["float", "lacking", "one", "full"]))
    if kind == "lacking" and shape:
        own = shape[:-1]
    elif kind == "one" and shape:
        axis = draw(st.integers(0, len(shape) - 1))
        own = (*shape[:axis], 1, *shape[axis + 1 :])
    var = draw(st.floats(0, 3)) if kind == "float" else uniform(draw, own, dtype)
    eps = draw(st.sampled_from([1e-6, 0.01, 0.5]))
    target = normal(draw, shape if draw(st.booleans()) else shape[1:], dtype)
    options = {"reduction": draw(REDUCTIONS), "full": draw(st.booleans()), "eps": eps, "target": target}
    x = normal(draw, shape, dtype)
    size = max(1.0, (np.abs(x).max(initial=0) + np.abs(target).max(initial=0)) ** 2 / eps) * x.size
    return "gaussian_nll_loss", (x, var), {**options, "terms": (min(size, 1e3), 0.0)}


@st.composite
def poissons(draw):
    dtype, shape = draw(DTYPES), draw(SHAPES)
    own = shape if draw(st.booleans()) else shape[1:]
    most = draw(st.sampled_from([3.0, 100.0]))
    target = np.asarray(dtype(most) * uniform(draw, own, dtype))
    if draw(st.booleans()):
        target = np.asarray(np.floor(target))
    options = common(draw, target=target, full=draw(st.booleans()), log_input=draw(st.booleans()))
    x = normal(draw, shape, dtype)
    if not options["log_input"]:
        x, options["eps"] = np.asarray(np.abs(x) + dtype(0.01)), draw(st.sampled_from([1e-8, 0.1]))
    return "poisson_nll_loss", (x,), {**options, "terms": (most * np.log(most) * x.size, 0.0)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("examples", nargs="?", type=int, default=2000)
    n_examples = parser.parse_args().examples
    warnings.simplefilter("ignore")
    cases = (cross_entropies, binary_cross_entropies, squared_errors, gaussians, poissons)
    for strategy in cases:

        @settings(max_examples=n_examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(strategy())
        def check(case):
            name, inputs, arguments = case
            compare(name, inputs, arguments, arguments.pop("terms", (0.0, 0.0)))

        check()
    print(f"torch {torch.__version__}, {n_examples} examples each")
    print(f"{'function':34}{'dtype':9}{'compared':>9}{'worst error/eps':>17}")
    for (name, dtype), (count, error) in sorted(worst.items()):
        print(f"{name:34}{dtype:9}{count:9}{error:17.1f}")


if __name__ == "__main__":
    main()
