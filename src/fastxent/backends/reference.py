"""Formulas run by plain Python, one element at a time: for reading and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .cython._elementwise import Call

if TYPE_CHECKING:
    from fastxent.laws import Law


def elementwise(law: Law, order: int, y: Any, params: tuple[Any, ...], *options: Any) -> Any:
    """As the compiled backend's function of this name."""
    call = Call(law, order, y, params, *options)
    kind = call.dtype.type
    lower, upper = law.support.bounds(call.dtype.char)
    settings = [kind(s) for s in law.settings]
    n_slots = 1 + order * len(law.params)
    values = np.empty((n_slots, *call.shape), call.dtype)
    switches = _switches(law, call)
    outside = False
    with np.errstate(all="ignore"):
        operands = [np.broadcast_to(a.astype(call.dtype), call.shape) for a in call.operands]
        for index in np.ndindex(call.shape):
            element = [kind(a[index]) for a in operands]
            nll, grads, hess = law.formula(*element, *settings, **switches)
            inside = lower <= element[0] <= upper
            outside |= not inside
            for slot, value in enumerate((nll, *grads, *hess)[:n_slots]):
                values[(slot, *index)] = value if inside else np.nan
        call.explain(outside, _weigh(call, values))
        return call.results(_deliver(call, values))


def _switches(law: Law, call: Call) -> dict[str, bool]:
    given = {"constant": call.constant, "fisher": call.fisher and call.order == 2}
    return {n: v for n, v in given.items() if n in law.formula.__code__.co_varnames[: _n_arguments(law)]}


def _n_arguments(law: Law) -> int:
    return law.formula.__code__.co_argcount + law.formula.__code__.co_kwonlyargcount


def _weigh(call: Call, values: np.ndarray[Any, Any]) -> bool:
    """Multiply by weights, cotangents and the mean's scale; says whether a weight is none."""
    scale = 1.0 / call.denominator if call.denominator else 1.0
    if call.weight is None and call.cotangent is None:
        values[1:] *= call.dtype.type(scale)
        return False
    weight = np.ones(call.shape) if call.weight is None else np.broadcast_to(call.weight, call.shape).astype(np.float64)
    wrong = ~((weight >= 0) & (weight < np.inf))
    weight = np.where(wrong, np.nan, weight)
    factor = weight if call.cotangent is None else weight * call.cotangent.astype(np.float64)
    factor = np.where(weight == 0, 0.0, factor)
    values[0] = np.where(weight == 0, 0.0, values[0] * weight)
    values[1:] = np.where(factor == 0, 0.0, values[1:] * (factor * scale))
    return bool(wrong.any())


def _deliver(call: Call, values: np.ndarray[Any, Any]) -> Any:
    """Sum each output to the shape that it has; returns the reduced loss."""
    for target, value in zip(call.targets, values, strict=True):
        if target is None or value is values[0] and call.reduction != "none":
            continue
        extra = tuple(range(len(call.shape) - target.ndim))
        ones = tuple(i for i, n in enumerate(target.shape, len(extra)) if n == 1 and call.shape[i] != 1)
        target[...] = value.astype(np.float64).sum(axis=extra + ones).reshape(target.shape)
    return call.total(values[0].astype(np.float64).sum()) if call.reduction != "none" else None
