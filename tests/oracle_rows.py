"""Rows to try Categorical on, in several memory layouts, and a compiled Categorical compared with the oracle."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from oracle_categorical import Options, RowAnswer, evaluate_row
from oracle_core import Draw, Out
from oracle_measure import Errors, Worst

ALL_SIZES = (*range(1, 41), 1000)
FEW_SIZES = (1, 2, 3, 5, 8, 10, 17, 33)
KINDS = ("confident", "wide", "masked", "wrong", "extreme", "tied")
BOUNDS = {"nll": 4.0, "lse": 4.0, "grad": 4.0, "hess": 8.0, "fisher": 8.0, "hvp": 8.0}


@dataclass(frozen=True, eq=False)
class Config:
    """Settings of Categorical (numbers that float32 holds exactly) with hard or soft targets."""

    name: str
    soft: bool = False
    sizes: tuple[int, ...] = FEW_SIZES
    weighted: bool = False
    label_smoothing: float = 0.0
    z_loss: float = 0.0
    softcap: float | None = None

    def __str__(self) -> str:
        return self.name

    def options(self, size: int) -> Options:
        weights = tuple(0.25 + (5 * c % 8) / 4 for c in range(size)) if self.weighted else None
        return Options(weights, self.label_smoothing, self.z_loss, self.softcap)


CONFIGS = (
    Config("hard", sizes=ALL_SIZES),
    Config("hard-weights", weighted=True),
    Config("hard-smoothing", label_smoothing=0.125),
    Config("hard-z", z_loss=2.0**-10),
    Config("hard-softcap", softcap=30.0),
    Config("hard-all", weighted=True, label_smoothing=0.125, z_loss=0.0625, softcap=5.0, sizes=(*FEW_SIZES, 1000)),
    Config("soft", soft=True, sizes=ALL_SIZES),
    Config("soft-weights", soft=True, weighted=True),
    Config("soft-smoothing", soft=True, label_smoothing=0.125),
    Config("soft-z-softcap", soft=True, z_loss=2.0**-10, softcap=30.0),
    Config("soft-all", soft=True, weighted=True, label_smoothing=0.125, z_loss=0.0625, softcap=5.0),
)


class Batch(NamedTuple):
    """Rows of one size; `answers` has one entry a row."""

    kinds: list[str]
    logits: np.ndarray
    y: np.ndarray
    v: np.ndarray
    answers: list[RowAnswer]


def draw_logits(draw: Draw, kind: str, size: int, label: int) -> np.ndarray:
    x = draw.rng.normal(size=size) * {"ordinary": 3.0, "masked": 3.0, "wide": 30.0}.get(kind, 1.0)
    if kind == "confident":
        x[label] += draw.pick((5.0, 17.0, 40.0, 95.0, 720.0))
    elif kind == "wrong":
        x[(label + 1) % size] += draw.pick((5.0, 17.0, 40.0, 95.0, 720.0))
    elif kind == "extreme":
        x = np.array([draw.pick((*draw.reals, draw.normal())) for _ in range(size)])
    elif kind == "masked":
        x[(draw.rng.random(size) < 0.4) & (np.arange(size) != label)] = -np.inf
    elif kind == "tied":
        x[:] = x[0]
    return x


def draw_target(draw: Draw, logits: np.ndarray, label: int) -> np.ndarray:
    """Class weights that need not add up to one; some are 0, as are those of masked classes. At times one-hot."""
    target = draw.rng.random(len(logits)) * 1.5 * (draw.rng.random(len(logits)) < 0.7)
    if draw.uniform(0, 1) < 0.2:
        target[:] = 0
    target[label] += draw.pick((0.5, 1.0))
    target[np.isneginf(logits)] = 0
    return target


def kinds_of(config: Config, size: int) -> tuple[str, ...]:
    """Long sweeps take three kinds of rows in turn, short ones all of them."""
    if size == 1000:
        return ("ordinary",) if config.name.endswith("all") else ("ordinary", "confident")
    if config.sizes == ALL_SIZES:
        return ("ordinary", KINDS[size % 6], KINDS[(size + 1) % 6])
    return ("ordinary", *KINDS) if size in (3, 10) else ("ordinary", "confident", KINDS[1 + size % 5])


@functools.cache
def batches(config: Config, dtype: str) -> list[Batch]:
    """All rows of a configuration with their exact answers, computed once."""
    found = []
    for size in config.sizes:
        draw = Draw(dtype, seed=size)
        kinds = list(kinds_of(config, size))
        labels = [int(draw.rng.integers(size)) for _ in kinds]
        pairs = list(zip(kinds, labels, strict=True))
        logits = np.array([draw_logits(draw, kind, size, label) for kind, label in pairs]).astype(dtype)
        v = draw.rng.normal(size=logits.shape).astype(dtype)
        y: Any = np.array(labels)
        if config.soft:
            y = np.array([draw_target(draw, x, k) for x, k in zip(logits, labels, strict=True)]).astype(dtype)
        options = config.options(size)
        answers = [
            evaluate_row(x, t if config.soft else int(t), options, u) for x, t, u in zip(logits, y, v, strict=True)
        ]
        found.append(Batch(kinds, logits, y, v, answers))
    return found


class Layout(NamedTuple):
    """Where rows lie: repeated over `shape`, with the class axis put at `axis`."""

    name: str
    shape: tuple[int, ...]
    axis: int
    order: str = "C"


LAYOUTS = (
    Layout("rows", (19,), -1),
    Layout("columns", (19,), -1, "F"),
    Layout("middle", (2, 19), 1),
    Layout("pairs", (5, 2), 1),
    Layout("first", (11,), 0),
)


class Laid:
    """A batch in a layout, and the way back."""

    def __init__(self, batch: Batch, layout: Layout) -> None:
        count = len(batch.kinds)
        self.layout = layout
        self.rows = np.arange(int(np.prod(layout.shape))).reshape(layout.shape) % count
        self.logits = self.spread(batch.logits)
        self.v = self.spread(batch.v)
        self.y = self.spread(batch.y) if batch.y.ndim == 2 else batch.y[self.rows]

    def spread(self, rows: np.ndarray) -> np.ndarray:
        return np.array(np.moveaxis(rows[self.rows], -1, self.layout.axis), order=self.layout.order)  # type: ignore


def results(law: Any, laid: Laid, softcap: bool) -> Iterator[tuple[str, np.ndarray, Callable[[RowAnswer], list[Out]]]]:
    """Everything that Categorical computes: the kind of output, the array, and what the oracle calls it."""
    y, x = laid.y, laid.logits
    loss, grad, hess = law.nll_grad_hess(y, x, reduction="none")
    yield "nll", law.nll(y, x, reduction="none"), lambda a: [a.loss]
    yield "nll", loss, lambda a: [a.loss]
    yield "grad", grad, lambda a: a.grad
    yield "hess", hess, lambda a: a.observed
    loss, grad = law.nll_grad(y, x, reduction="none")
    yield "nll", loss, lambda a: [a.loss]
    yield "grad", grad, lambda a: a.grad
    yield "lse", law.lse(x), lambda a: [a.lse]
    yield "hvp", law.hvp(y, x, laid.v, reduction="sum"), lambda a: a.hvp
    if softcap:  # elsewhere the two curvatures are one
        yield "fisher", law.nll_grad_hess(y, x, reduction="none", curvature="fisher")[2], lambda a: a.fisher


def describe(config: Config, batch: Batch, layout: Layout, row: int, column: int) -> str:
    size = batch.logits.shape[1]
    head = f"{config}, {layout.name}, {size} classes, class {column}"
    if size > 10:
        return f"{head} (row {row} of batches({config.name!r}))"
    return f"{head}: x={batch.logits[row].tolist()}, y={batch.y[row].tolist()}, v={batch.v[row].tolist()}"


def sweep(make: Callable[..., Any], config: Config, dtype: str, layouts: Sequence[Layout] = LAYOUTS) -> Errors:
    """Errors of everything that Categorical computes, over all rows of a configuration and all layouts."""
    errors = {name: Worst(bound) for name, bound in BOUNDS.items()}
    for batch in batches(config, dtype):
        options = config.options(batch.logits.shape[1])
        seen: set[tuple[str, int, bytes]] = set()  # most often all layouts get the same bits
        for layout in layouts:
            law = make(axis=layout.axis, **options.__dict__)
            laid = Laid(batch, layout)
            for name, array, outs in results(law, laid, config.softcap is not None):
                assert array.dtype == dtype, (name, array.dtype)
                for row, got in fresh(seen, name, laid, array):
                    for column, want in enumerate(outs(batch.answers[row])):
                        tell = functools.partial(describe, config, batch, layout, row, column)
                        errors[name].add(got[column].item(), want, dtype, batch.kinds[row], tell)
    return errors


def fresh(
    seen: set[tuple[str, int, bytes]], name: str, laid: Laid, array: np.ndarray
) -> Iterator[tuple[int, np.ndarray]]:
    """Rows of a result that have not been looked at before."""
    classes = array.shape == laid.logits.shape
    array = np.ascontiguousarray(np.moveaxis(array, laid.layout.axis, -1) if classes else array[..., None])
    for row, got in zip(laid.rows.ravel(), array.reshape(laid.rows.size, -1), strict=True):
        key = (name, int(row), got.tobytes())
        if key not in seen:
            seen.add(key)
            yield int(row), got
