"""Links: how what a model outputs becomes the log of a positive parameter, as a stage of the chunk.

A link gives the log of the parameter, within 1.5 ulp of it or of 1, whichever is larger (a law takes its exponential),
and the log's first derivative within 3 ulp and its second within 8.
"""

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
    inverse = 1 / abs(raw)  # of -0 as of 0; below, the log is nan
    return log(raw), (inverse,), (-(inverse * inverse),)


class Kind(NamedTuple):
    """A link: its formula, and in NumPy the log of the parameter, its slope, and the way back from the log."""

    formula: Callable[..., Any]
    to_log: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    from_log: Callable[[float], float]


def _softplus(raw: Array) -> tuple[Array, Array]:
    """The log of softplus and its slope, as the formula has them."""
    e = np.exp(-np.abs(raw))
    ratio = np.where(e > 0, np.log1p(e) / np.where(e > 0, e, 1.0), 1.0)
    value = np.abs(raw) + np.log1p(e)
    below = raw < 0
    return np.where(below, raw + np.log(ratio), np.log(value)), 1 / ((1 + e) * np.where(below, ratio, value))


def _softplus_from_log(log_value: float) -> float:
    value = min(np.exp(min(log_value, 700.0)), HUGE)
    return log_value if log_value < -40 else float(value + np.log(-np.expm1(-value)))


def _identity_from_log(log_value: float) -> float:
    return float(np.clip(np.exp(min(log_value, 700.0)), TINY, HUGE))


KINDS = {
    "softplus": Kind(softplus_link, lambda raw: _softplus(raw)[0], lambda raw: _softplus(raw)[1], _softplus_from_log),
    "identity": Kind(identity_link, np.log, lambda raw: 1 / np.abs(raw), _identity_from_log),
}
CHOICES = ("log", *KINDS)


def chosen(params: tuple[str, ...], link: Link) -> dict[str, str]:
    """The link of each positive parameter that has another than the log, by the parameter's own name."""
    positive = [p.removeprefix("log_") for p in params if p.startswith("log_")]
    if not isinstance(link, str | Mapping):
        raise TypeError(f"link must be one of {', '.join(CHOICES)}, or a dict of these by name, got {link!r}")
    given = dict.fromkeys(positive, link) if isinstance(link, str) else dict(link)
    for name in given:
        if name not in positive:
            raise ValueError(f"link names {name!r}: the positive parameters are {', '.join(positive) or 'none'}")
    for kind in (link,) if isinstance(link, str) else given.values():
        if kind not in CHOICES:
            raise ValueError(f"link must be one of {', '.join(CHOICES)}, got {kind!r}")
    return {name: kind for name, kind in given.items() if kind != "log"}
