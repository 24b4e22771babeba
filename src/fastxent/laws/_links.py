"""Links: how what a model outputs becomes the log of a positive parameter, as a stage of the chunk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from fastxent.formula import exp, formula, log, log1p_excess_unit, log1p_unit

from ._decode import HUGE, TINY

if TYPE_CHECKING:
    from ._decode import Array

Link = str | Mapping[str, str]


@formula(data="")
def softplus_link(raw):
    e = exp(-abs(raw))
    inverse = 1 / (1 + e)
    tail = log1p_unit(e)
    ratio = 1 - e * log1p_excess_unit(e)  # log1p(e)/e
    below = raw < 0
    value = e * ratio if below else raw + tail
    log_value = raw + log(ratio) if below else log(value)
    slope = inverse / (ratio if below else value)  # of log_value: sigmoid over softplus
    # sigmoid(-raw) - slope, which cancels on the left, where both go to 1
    rest = -(e * log1p_excess_unit(e)) * inverse / ratio if below else e * inverse - slope
    return log_value, (slope,), (slope * rest,)


@formula(data="")
def identity_link(raw):
    inverse = 1 / raw
    return log(raw), (inverse,), (-(inverse * inverse),)


class Kind(NamedTuple):
    """A link: its formula, and in NumPy the log of the parameter, its slope, and the way back from the log."""

    formula: Callable[..., Any]
    to_log: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    from_log: Callable[[float], float]


def _softplus_to_log(raw: Array) -> Array:
    e = np.exp(-np.abs(raw))
    below = np.log1p(np.maximum(e, 2.0**-1022)) / np.maximum(e, 2.0**-1022)
    return np.where(raw < 0, raw + np.log(below), np.log(np.logaddexp(0, raw)))


def _softplus_from_log(log_value: float) -> float:
    value = np.exp(min(log_value, 700.0))
    return log_value if log_value < -40 else float(value + np.log(-np.expm1(-value)))


KINDS = {
    "softplus": Kind(
        softplus_link,
        _softplus_to_log,
        lambda raw: np.exp(-np.logaddexp(0, -raw) - _softplus_to_log(raw)),
        _softplus_from_log,
    ),
    "identity": Kind(
        identity_link, np.log, np.reciprocal, lambda log_value: float(np.clip(np.exp(log_value), TINY, HUGE))
    ),
}
CHOICES = ("log", *KINDS)


def chosen(params: tuple[str, ...], link: Link) -> dict[str, str]:
    """The link of each positive parameter that has another than the log, by the parameter's own name."""
    positive = [p.removeprefix("log_") for p in params if p.startswith("log_")]
    given = dict.fromkeys(positive, link) if isinstance(link, str) else dict(link)
    for name, kind in given.items():
        if name not in positive:
            raise ValueError(f"link names {name!r}: the positive parameters are {', '.join(positive) or 'none'}")
        if kind not in CHOICES:
            raise ValueError(f"link must be one of {', '.join(CHOICES)}, got {kind!r}")
    return {name: kind for name, kind in given.items() if kind != "log"}
