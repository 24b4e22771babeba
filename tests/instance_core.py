"""What `instances.py` is made of: how a law's file says how to draw its targets and parameters."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array = NDArray[Any]
Shape = tuple[int, ...]
Sampler = Callable[[Generator, Shape], Array]

METHODS = ("nll", "nll_grad", "nll_grad_hess")
N_CLASSES = 5
NAN, INF = float("nan"), float("inf")


@dataclass(frozen=True)
class Instance:
    """A law whose loss has one element for each element of its parameters."""

    law: Any  # or Bound
    draw_y: Sampler
    draw_params: tuple[Sampler, ...]
    outside: tuple[float, ...]  # targets outside the support
    distribution: Callable[..., Any] | None = None  # SciPy's, frozen, from the parameters
    proper: bool = True  # whether exp(-nll) is the distribution's own density or mass
    smooth: bool = True  # whether the gradient at the best constant parameters is 0
    lacks: frozenset[str] = frozenset()  # methods that the law cannot have: they raise NotImplementedError
    fisher_rtol: float = 0.0  # error of the law's Fisher information where that is a documented approximation
    scipy_rtol: float = 1e-10  # how far SciPy's own probabilities are right, tails included
    atoms: tuple[float, ...] = ()  # values of positive probability of a law that is else continuous
    period: float | None = None  # of a law on a circle
    least_ndim: int = 0
    pads: bool = True  # whether axes of length 1 may be left out in front

    def __str__(self) -> str:
        return re.sub(r"\[.*?\]", "...", repr(self.law))

    @property
    def bare(self) -> Any:
        """The law itself."""
        return self.law.law if isinstance(self.law, Bound) else self.law

    @property
    def k(self) -> int:
        return len(self.law.params)

    def y(self, rng: Generator, shape: Shape) -> Array:
        return self.draw_y(rng, shape)

    @property
    def takes_whole(self) -> bool:
        """Whether any whole number lies in the support."""
        return bool(self.law.support.contains(np.array([0.0, 1.0])).any())

    def whole(self, rng: Generator, shape: Shape) -> Array:
        """Targets 0 and 1, which nearly every law takes; else ones alone, or quarters between them."""
        if not self.takes_whole:
            return rng.integers(1, 4, shape) / 4
        return rng.integers(0 if self.law.support.contains(np.zeros(())) else 1, 2, shape)

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


def located(law: Any, family: Any, smooth: bool = False) -> Instance:
    """A law of loc + s·Z, with SciPy's family for it."""
    frozen = (
        (lambda loc, log_scale: family(loc, np.exp(log_scale)))
        if law.scale is None
        else (lambda loc: family(loc, law.scale))
    )
    params = (gaussian(), gaussian(0.7))[: len(law.params)]
    return Instance(law, gaussian(2.0), params, REAL_LINE, frozen, smooth=smooth)


@dataclass(frozen=True)
class Bound:
    """A law with data beyond y at hand, such as the number of trials, so that tests can call it as any other."""

    law: Any
    extra: tuple[tuple[str, Any], ...]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # as pickle expects
        value = getattr(self.__dict__["law"], name)
        if not (callable(value) and name in TAKES_EXTRA):
            return value
        return functools.partial(value, **dict(self.__dict__["extra"]))

    def __repr__(self) -> str:
        return repr(self.law)


TAKES_EXTRA = frozenset(
    ("nll", "nll_grad", "nll_grad_hess", "mean", "mode", "variance", "cdf", "sf", "quantile", "sample", "fisher")
) | {"init_params"}
