"""What the contract's tests run on: for each law, instances with settings worth testing, and how to draw their inputs.

A new law needs one entry of `INSTANCES`. Shapes are those of the loss: an instance whose parameters have a class axis
inserts it itself, and `wide` and `narrow` go between shapes of the loss and shapes of a parameter.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import stats

import fastxent as fx

Array = NDArray[Any]
Shape = tuple[int, ...]
Sampler = Callable[[Generator, Shape], Array]

METHODS = ("nll", "nll_grad", "nll_grad_hess")
N_CLASSES = 5
NAN, INF = float("nan"), float("inf")


@dataclass(frozen=True)
class Instance:
    """A law whose loss has one element for each element of its parameters."""

    law: fx.Law
    draw_y: Sampler
    draw_params: tuple[Sampler, ...]
    outside: tuple[float, ...]  # targets outside the support
    distribution: Callable[..., Any] | None = None  # SciPy's, frozen, from the parameters
    proper: bool = True  # whether exp(-nll) is the distribution's own density or mass
    smooth: bool = True  # whether the gradient at the best constant parameters is 0
    least_ndim: int = 0
    pads: bool = True  # whether axes of length 1 may be left out in front

    def __str__(self) -> str:
        return re.sub(r"\[.*?\]", "...", repr(self.law))

    @property
    def k(self) -> int:
        return len(self.law.params)

    def y(self, rng: Generator, shape: Shape) -> Array:
        return self.draw_y(rng, shape)

    def whole(self, rng: Generator, shape: Shape) -> Array:
        """Targets 0 and 1, which every law takes."""
        return rng.integers(0, 2, shape)

    def params(self, rng: Generator, *shapes: Shape, dtype: Any = np.float64) -> tuple[Array, ...]:
        """One array for each parameter; the last shape serves those that are left."""
        chosen = itertools.chain(shapes, itertools.repeat(shapes[-1]))
        draws = zip(self.draw_params, chosen, strict=False)
        return tuple(np.asarray(draw(rng, shape)).astype(dtype) for draw, shape in draws)

    def draw(self, rng: Generator, shape: Shape, dtype: Any = np.float64) -> tuple[Array, tuple[Array, ...]]:
        return self.y(rng, shape), self.params(rng, shape, dtype=dtype)

    def size(self, param: Array) -> int:
        """Number of losses that a full parameter stands for."""
        return param.size

    def wide(self, a: Array) -> Array:
        """Something of the loss's shape, ready to broadcast against a parameter."""
        return a

    def narrow(self, full: Array, shape: Shape) -> Array:
        """A parameter's full gradient, summed to the loss-like shape that the parameter was drawn with."""
        return _sum_to(full, shape)

    def spread(self, param: Array, shape: Shape) -> Array:
        """A parameter, written out for a loss of this shape."""
        return np.array(np.broadcast_to(param, shape))

    def spread_y(self, y: Array, shape: Shape) -> Array:
        return np.array(np.broadcast_to(y, shape))


@dataclass(frozen=True)
class Rows(Instance):
    """A law whose parameter has a class axis, with hard labels or soft targets."""

    soft: bool = False
    pads: bool = False

    def __str__(self) -> str:
        return super().__str__() + ("-soft" if self.soft else "")

    @property
    def axis(self) -> int:
        return self.law.axis

    def _with_classes(self, shape: Shape) -> Shape:
        place = self.axis if self.axis >= 0 else len(shape) + 1 + self.axis
        return (*shape[:place], N_CLASSES, *shape[place:])

    def y(self, rng: Generator, shape: Shape) -> Array:
        return self.draw_y(rng, self._with_classes(shape) if self.soft else shape)

    def whole(self, rng: Generator, shape: Shape) -> Array:
        return rng.integers(0, 2, self._with_classes(shape) if self.soft else shape)

    def params(self, rng: Generator, *shapes: Shape, dtype: Any = np.float64) -> tuple[Array, ...]:
        return super().params(rng, *map(self._with_classes, shapes), dtype=dtype)

    def size(self, param: Array) -> int:
        return param.size // N_CLASSES

    def wide(self, a: Array) -> Array:
        return np.expand_dims(a, self.axis)

    def narrow(self, full: Array, shape: Shape) -> Array:
        return _sum_to(full, self._with_classes(shape))

    def spread(self, param: Array, shape: Shape) -> Array:
        return np.array(np.broadcast_to(param, self._with_classes(shape)))

    def spread_y(self, y: Array, shape: Shape) -> Array:
        return np.array(np.broadcast_to(y, self._with_classes(shape) if self.soft else shape))


def _sum_to(full: Array, shape: Shape) -> Array:
    lead = full.ndim - len(shape)
    axes = tuple(range(lead)) + tuple(i + lead for i, n in enumerate(shape) if n == 1 and full.shape[i + lead] != 1)
    return full.sum(axis=axes).reshape(shape)


# ---------------------------------------------------------------------------------------------------------------------
# Samplers


def gaussian(scale: float = 1.0) -> Sampler:
    return lambda rng, shape: scale * rng.standard_normal(shape)


def positive(rng: Generator, shape: Shape) -> Array:
    return rng.exponential(1.0, shape) + 0.01


def counts(rng: Generator, shape: Shape) -> Array:
    return rng.poisson(2.0, shape)


def shares(rng: Generator, shape: Shape) -> Array:
    """Anything in [0, 1], the ends included."""
    return np.clip(rng.random(shape) * 1.4 - 0.2, 0.0, 1.0)


def labels(rng: Generator, shape: Shape) -> Array:
    return rng.integers(0, N_CLASSES, shape)


def soft(rng: Generator, shape: Shape) -> Array:
    """Not negative, with zeros, summing to nothing in particular."""
    return np.maximum(rng.random(shape) - 0.2, 0.0)


REAL_LINE = (NAN, INF, -INF)
BELOW_0 = (NAN, INF, -INF, -1.0, -1e-30, -(2.0**-1074))
BAD_SHARES = (*BELOW_0, 1.0 + 2.0**-52, 1.0 + 1e-10, 2.0)
BAD_LABELS = (NAN, INF, -INF, -1.0, float(N_CLASSES), 0.5, 4.5, -0.5, 1e300, -1e300, 2.0**32, 2.0**63, -(2.0**63))
BAD_SOFT = (NAN, INF, -1.0, -INF, -1e-30)


def _located(law: fx.Law, family: Any) -> Instance:
    frozen = (
        (lambda loc, log_scale: family(loc, np.exp(log_scale)))
        if law.scale is None
        else (lambda loc: family(loc, law.scale))
    )
    params = (gaussian(), gaussian(0.7))[: len(law.params)]
    return Instance(law, gaussian(2.0), params, REAL_LINE, frozen, smooth=family is stats.norm)


def _bernoulli(pos_weight: float) -> Instance:
    law = fx.Bernoulli(pos_weight=pos_weight)

    def frozen(logit: Any) -> Any:
        return stats.bernoulli(1 / (1 + np.exp(-np.asarray(logit))))

    return Instance(law, shares, (gaussian(2.0),), BAD_SHARES, frozen, proper=pos_weight == 1)


def _exponential(link: str) -> Instance:
    identity = link == "identity"

    def frozen(p: Any) -> Any:
        return stats.expon(scale=1 / p if identity else np.exp(-p))

    draw = positive if identity else gaussian()
    return Instance(fx.Exponential(link=link), positive, (draw,), BELOW_0, frozen)


def _categorical(is_soft: bool = False, least_ndim: int = 0, **settings: Any) -> Instance:
    """Some settings give a class no weight or ignore a label; the sampler draws those all the same."""
    law = fx.Categorical(**settings)
    return Rows(
        law,
        soft if is_soft else labels,
        (gaussian(2.0),),
        BAD_SOFT if is_soft else BAD_LABELS,
        soft=is_soft,
        proper=not (settings.keys() - {"axis"}),
        least_ndim=least_ndim,
    )


CLASS_WEIGHT = (0.5, 2.0, 1 / 3, 0.0, 1.25)

INSTANCES: dict[str, tuple[Instance, ...]] = {
    "Bernoulli": (_bernoulli(1.0), _bernoulli(2.5)),
    "Categorical": (
        _categorical(),
        _categorical(True),
        _categorical(axis=1, least_ndim=1),
        _categorical(True, axis=0),
        _categorical(ignore_index=3, class_weight=CLASS_WEIGHT),
        _categorical(label_smoothing=0.1, class_weight=CLASS_WEIGHT),
        _categorical(z_loss=0.01, softcap=3.0, axis=-2, least_ndim=1),
        _categorical(True, label_smoothing=0.2, class_weight=CLASS_WEIGHT, z_loss=0.01, softcap=5.0),
    ),
    "Exponential": (_exponential("log"), _exponential("identity")),
    "Laplace": (_located(fx.Laplace(), stats.laplace), _located(fx.Laplace(scale=0.5), stats.laplace)),
    "Normal": (_located(fx.Normal(), stats.norm), _located(fx.Normal(scale=2.0), stats.norm)),
    "Poisson": (
        Instance(fx.Poisson(), counts, (gaussian(),), BELOW_0, lambda log_rate: stats.poisson(np.exp(log_rate))),
    ),
}

missing = {law.__name__ for law in fx.catalogue()} ^ set(INSTANCES)
if missing:
    raise LookupError(f"tests/instances.py and fx.catalogue() differ in {', '.join(sorted(missing))}")

ALL: tuple[Instance, ...] = tuple(itertools.chain.from_iterable(INSTANCES.values()))
EACH_LAW: tuple[Instance, ...] = tuple(instances[0] for instances in INSTANCES.values())
each_instance = pytest.mark.parametrize("inst", ALL, ids=str)
each_law = pytest.mark.parametrize("inst", EACH_LAW, ids=str)
each_method = pytest.mark.parametrize("method", METHODS)


# ---------------------------------------------------------------------------------------------------------------------
# Calls and comparisons


def call(inst: Instance, method: str, y: Any, params: Iterable[Any], **options: Any) -> Any:
    """A method by name; `hvp`, where a law has it, along a fixed vector."""
    params = tuple(params)
    if method == "hvp":
        v = np.cos(np.arange(np.size(params[0]))).reshape(np.shape(params[0]))  # any vector will do
        return inst.law.hvp(y, *params, v, **options)
    return getattr(inst.law, method)(y, *params, **options)


def methods_of(inst: Instance) -> tuple[str, ...]:
    return (*METHODS, "hvp") if hasattr(inst.law, "hvp") else METHODS


EVERY_ENTRY = [pytest.param(inst, m, id=f"{inst}-{m}") for inst in ALL for m in methods_of(inst)]
every_entry = pytest.mark.parametrize(("inst", "method"), EVERY_ENTRY)


def flat(result: Any) -> list[Any]:
    """Every array of a result, in the order of `out`."""
    return [a for part in result for a in flat(part)] if isinstance(result, tuple | list) else [result]


def assert_same_bits(got: Any, expected: Any) -> None:
    got, expected = flat(got), flat(expected)
    assert len(got) == len(expected)
    for a, b in zip(got, expected, strict=True):
        a, b = np.asarray(a), np.asarray(b)
        assert a.dtype == b.dtype
        assert a.shape == b.shape
        if a.tobytes() != b.tobytes():
            np.testing.assert_array_equal(a, b)
            raise AssertionError("equal, but for the sign of a zero or the bits of a nan")


def assert_close(got: Any, expected: Any, rtol: float = 1e-12, atol: float = 0.0) -> None:
    for a, b in zip(flat(got), flat(expected), strict=True):
        np.testing.assert_allclose(np.asarray(a, np.float64), np.asarray(b, np.float64), rtol=rtol, atol=atol)


@dataclass
class Frozen:
    """Read-only copies of what arrays held, to see afterwards that nobody wrote to them."""

    arrays: tuple[Any, ...]
    before: list[bytes] = field(init=False)

    def __post_init__(self) -> None:
        self.before = [np.asarray(a).tobytes() for a in self.arrays]

    def check(self) -> None:
        assert [np.asarray(a).tobytes() for a in self.arrays] == self.before


def fitting(inst: Instance, patterns: Iterable[tuple[Shape, ...]]) -> Iterator[tuple[Shape, ...]]:
    """The patterns (y, first parameter, second …) that an instance can take."""
    for pattern in patterns:
        used = pattern[: inst.k + 1]
        ndims = {len(shape) for shape in used}
        if min(ndims) >= inst.least_ndim and (inst.pads or len(ndims) == 1):
            yield pattern
