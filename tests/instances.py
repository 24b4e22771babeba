"""What the contract's tests run on: for each law, instances with settings worth testing, from the law's oracle file.

Shapes are those of the loss: an instance whose parameters have a class axis inserts it itself, and `wide` and `narrow`
go between shapes of the loss and shapes of a parameter.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import oracle
import pytest
from instance_core import *  # noqa: F403 - tests take all from here
from instance_core import METHODS, Instance, Shape

import fastxent as fx

INSTANCES: dict[str, tuple[Instance, ...]] = {law: module.INSTANCES for law, module in oracle.MODULES.items()}

missing = {law.__name__ for law in fx.catalogue()} ^ set(INSTANCES)
if missing:
    raise LookupError(f"tests/oracles and fx.catalogue() differ in {', '.join(sorted(missing))}")

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
