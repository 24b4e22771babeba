"""What the tests of decoding share: which instance has which method, how it is called, and what comes back."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from instances import ALL, Bound, Instance, Rows

Array = np.ndarray[Any, Any]
BF16 = ml_dtypes.bfloat16
SHAPE = (4, 3)
DECODERS = ("mean", "mode", "variance", "cdf", "sf", "quantile", "sample", "fisher")
ROW_DECODERS = ("mean", "mode", "sample")  # classes have no order
LEVELS = np.array([0, 1e-300, 1e-17, 0.01, 0.3, 0.5, 0.77, 0.99, 1 - 1e-12, 1 - 2.0**-53, 1])

ROWS = [inst for inst in ALL if isinstance(inst, Rows)]
UNIVARIATE = [inst for inst in ALL if inst not in ROWS]
DISCRETE = [inst for inst in UNIVARIATE if inst.law._discrete]
CONTINUOUS = [inst for inst in UNIVARIATE if inst not in DISCRETE]


def having(*methods: str) -> list[Instance]:
    """The instances with these methods, but for classes."""
    return [inst for inst in UNIVARIATE if not inst.lacks.intersection(methods)]


def decoders_of(inst: Instance) -> list[str]:
    return [m for m in (ROW_DECODERS if inst in ROWS else DECODERS) if m not in inst.lacks]


EVERY_DECODER = [pytest.param(inst, m, id=f"{inst}-{m}") for inst in ALL for m in decoders_of(inst)]
every_decoder = pytest.mark.parametrize(("inst", "method"), EVERY_DECODER)
every_univariate_decoder = pytest.mark.parametrize(
    ("inst", "method"), [p for p in EVERY_DECODER if p.values[0] not in ROWS]
)
each_univariate = pytest.mark.parametrize("inst", UNIVARIATE, ids=str)
each_rows = pytest.mark.parametrize("inst", ROWS, ids=str)


def each_having(*methods: str, among: list[Instance] | None = None) -> Any:
    """Parametrize over the instances that have these methods."""
    found = [inst for inst in having(*methods) if among is None or inst in among]
    return pytest.mark.parametrize("inst", found, ids=str)


def decode(inst: Instance, method: str, *params: Any, p: Any = 0.25, x: Any = 0.5, **options: Any) -> Any:
    """Call a method of a law with what it needs besides parameters."""
    lead = {"quantile": (p,), "cdf": (x,), "sf": (x,)}.get(method, ())
    if method == "sample":
        options = {"rng": 1} | options
    return getattr(inst.law, method)(*lead, *params, **options)


def result_dtype(inst: Instance, method: str, dtype: Any) -> Any:
    if isinstance(inst, Rows):
        return np.int64 if method in ("mode", "sample") else dtype
    return np.int64 if method == "sample" and inst in DISCRETE else dtype


def result_shape(inst: Instance, method: str, shape: tuple[int, ...], params: tuple[Array, ...]) -> tuple[int, ...]:
    if method == "fisher":
        return (*shape, inst.k, inst.k)
    return params[0].shape if isinstance(inst, Rows) and method == "mean" else shape


def taken(inst: Instance, y: Any) -> bool:
    """Whether the law takes these targets."""
    extras = dict(inst.law.extra).values() if isinstance(inst.law, Bound) else ()
    return not any(np.any(wrong) for _, wrong, _ in inst.law.refusals(np.asarray(y, np.float64), *extras))


@contextmanager
def leniently() -> Iterator[None]:
    """What SciPy warns of is none of our business."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
