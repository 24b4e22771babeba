"""What is measured: laws on arrays of a size, with the peers that compute the same and the figures aimed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.random import Generator
from peers import PEERS, Build

import fastxent as fx

Array = np.ndarray
Arguments = tuple[Array, tuple[Array, ...]]


@dataclass(frozen=True)
class Case:
    """A law's loss and gradient (and Hessian diagonal) on drawn inputs. `faster` and `stream`: the figures aimed at."""

    name: str
    law: fx.Law
    draw: Callable[[Generator, str], Arguments]
    group: str  # of peers
    faster: float = 4.0
    stream: float | None = None
    method: str = "nll_grad"
    options: dict[str, Any] = field(default_factory=dict)
    small: bool = False
    alike: bool = True  # whether the peers' losses have the same constants

    @property
    def peers(self) -> dict[str, Build]:
        return PEERS[self.group]

    def ours(self, y: Array, params: tuple[Array, ...], out: Any, n_threads: int) -> Callable[[], Any]:
        method = getattr(self.law, self.method)
        options = self.options if self.small else {**self.options, "n_threads": n_threads}
        return lambda: method(y, *params, out=out, **options)

    def outputs(self, params: tuple[Array, ...]) -> tuple[Array | None, ...] | None:
        """Arrays for `out=`: gradients, then Hessians; the reduced loss needs none."""
        if self.method == "nll":
            return None
        orders = 2 if self.method == "nll_grad_hess" else 1
        return (None, *[np.zeros_like(p) for _ in range(orders) for p in params])

    def streamed(self, y: Array, params: tuple[Array, ...]) -> list[Array]:
        """The inputs that are as large as the outputs."""
        return [a for a in (y, *params) if a.shape == params[0].shape]


def rows(n: int, k: int, soft: bool = False) -> Callable[[Generator, str], Arguments]:
    def draw(rng: Generator, dtype: str) -> Arguments:
        logits = rng.standard_normal((n, k), dtype=np.float32).astype(dtype, copy=False)
        if not soft:
            return rng.integers(0, k, n), (logits,)
        targets = rng.random((n, k), dtype=np.float32).astype(dtype, copy=False)
        targets /= targets.sum(axis=1, keepdims=True)
        return targets, (logits,)

    return draw


def elements(target: Callable[[Generator], Array], n_params: int, n: int) -> Callable[[Generator, str], Arguments]:
    """Targets (of n elements) in the parameters' dtype, as every peer wants them, and standard normal parameters."""

    def draw(rng: Generator, dtype: str) -> Arguments:
        params = [rng.standard_normal(n, dtype=np.float32).astype(dtype, copy=False) for _ in range(n_params)]
        return target(rng).astype(dtype, copy=False), tuple(params)

    return draw


def element_wise(n: int) -> list[Case]:
    """The element-wise laws on arrays of n elements."""
    size = f"{n:,}".replace(",", " ")
    share = elements(lambda rng: rng.integers(0, 2, n, dtype=np.int8), 1, n)
    real = elements(lambda rng: rng.standard_normal(n, dtype=np.float32), 2, n)
    count = elements(lambda rng: rng.poisson(1.5, n), 1, n)
    time = elements(lambda rng: rng.standard_exponential(n, dtype=np.float32), 1, n)
    free = {"constant": False}
    return [
        Case(f"Bernoulli, {size}", fx.Bernoulli(), share, "bernoulli", 8.0, 1.5),
        Case(f"Normal, {size}", fx.Normal(), real, "normal", 8.0, 1.25, options=free),
        Case(f"Poisson, {size}", fx.Poisson(), count, "poisson", 4.0, 1.25, options=free),
        Case(f"Laplace, {size}", fx.Laplace(), real, "laplace", 4.0, 1.25, options=free),
        Case(f"Exponential, {size}", fx.Exponential(), time, "exponential", 4.0, 1.25),
        Case(f"Bernoulli + Hessian, {size}", fx.Bernoulli(), share, "bernoulli-hess", 4.0, method="nll_grad_hess"),
    ]


def categorical(n: int, k: int, stream: float | None, soft: bool = False) -> Case:
    name = f"Categorical {n}x{k}{', soft' if soft else ''}"
    return Case(name, fx.Categorical(), rows(n, k, soft), "soft" if soft else "hard", 4.0, stream)


SETTINGS: dict[str, Any] = {"AsymmetricLaplace": 0.9, "Huber": 1.0, "Tweedie": 1.5}
SIZE, DRAWN = 4_000_000, 65_536


def make(cls: Any) -> fx.Law:
    """A law with the settings that the peers' formulas have."""
    if cls.__name__ in ("Hurdle", "ZeroInflated"):
        return cls(fx.Poisson())
    return cls(SETTINGS[cls.__name__]) if cls.__name__ in SETTINGS else cls()


def drawn(law: fx.Law, n: int) -> Callable[[Generator, str], Arguments]:
    """Parameters about 0, and the law's own draws at 0 as targets."""

    def draw(rng: Generator, dtype: str) -> Arguments:
        extra = dict.fromkeys(law.data[1:], 10)
        some = law.sample(*[0.0] * len(law.params), size=DRAWN, rng=rng, **extra)
        lower, upper = law.support.bounds(np.dtype(dtype).char)
        y = np.resize(np.clip(some, lower, upper), n).astype(dtype)
        params = [0.5 * rng.standard_normal(n, dtype=np.float32) for _ in law.params]
        # a negative shape of a generalized Pareto law ends its support before some targets
        params = [abs(p) if name == "shape" else p for p, name in zip(params, law.params, strict=True)]
        return y, tuple(p.astype(dtype, copy=False) for p in params)

    return draw


def every_law() -> Iterator[Case]:
    """Loss and gradient, with the Hessian diagonal, and the plain loss, of every element-wise law that a peer has."""
    for cls in fx.catalogue():
        name = cls.__name__
        if not {name, f"{name}-hess", f"{name}-nll"} & PEERS.keys():
            continue
        law = make(cls)
        options: dict[str, Any] = {"constant": False, **dict.fromkeys(law.data[1:], 10)}
        if name in PEERS:
            yield Case(name, law, drawn(law, SIZE), name, 4.0, 6.0, options=options, alike=False)
        if f"{name}-hess" in PEERS:
            draw = drawn(law, SIZE)
            kind: dict[str, Any] = {"method": "nll_grad_hess", "options": options, "alike": False}
            yield Case(f"{name} + Hessian", law, draw, f"{name}-hess", 4.0, **kind)
        if f"{name}-nll" in PEERS:
            full = dict.fromkeys(law.data[1:], 10)
            yield Case(f"{name}, loss alone", law, drawn(law, DRAWN), f"{name}-nll", 4.0, method="nll", options=full)


FOUNDATION: list[Case] = [
    categorical(65536, 256, 1.5),
    categorical(16384, 1000, 1.5),
    categorical(512, 32768, 1.5),
    categorical(65536, 10, None),
    categorical(262144, 3, None),
    categorical(16384, 1000, 1.5, soft=True),
    *element_wise(10_000_000),
    Case("Categorical 32x10, one call", fx.Categorical(), rows(32, 10), "hard", 1.0, small=True),
]
SUITES: dict[str, list[Case]] = {"foundation": FOUNDATION, "laws": list(every_law())}
CASES = [case for cases in SUITES.values() for case in cases]
