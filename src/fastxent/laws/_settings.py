"""Checks of a law's settings."""

from __future__ import annotations

import operator

import numpy as np

from ._decode import HUGE, TINY


def positive(name: str, value: float | None) -> float | None:
    """A law's setting: as `factor`, but greater than 0, or None."""
    if value is None:
        return None
    number = factor(name, value)
    if number == 0:
        raise ValueError(f"{name} must be greater than 0, got {value!r}")
    return number


def factor(name: str, value: float) -> float:
    """A law's setting: 0, or a positive number that float32 holds together with its inverse."""
    number = scalar(name, value)
    if number != 0 and not TINY <= number <= HUGE:
        raise ValueError(f"{name} must be 0 or lie between 2^-126 and 2^126, as float32 holds it, got {value!r}")
    return number


def scalar(name: str, value: float) -> float:
    """A law's setting as a Python float."""
    try:
        if np.ndim(value) == 0 and np.isrealobj(value) and not isinstance(value, str | bytes):
            return float(value)
    except (TypeError, ValueError):
        pass
    raise TypeError(f"{name} must be one real number, got {value!r}")


def whole(name: str, value: int) -> int:
    """A law's setting as a Python int."""
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{name} must be a whole number, got {value!r}") from None
