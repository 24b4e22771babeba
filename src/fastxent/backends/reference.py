"""Formulas run by plain Python, one element or one row at a time: for reading and for tests."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.formula import Refused
from fastxent.laws._decode import parameter

from .cython import _categorical
from .cython._elementwise import Call

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from fastxent.laws import Law
    from fastxent.laws.categorical import Categorical

    Array = NDArray[np.float64]


def elementwise(law: Law, order: int, data: tuple[Any, ...], params: tuple[Any, ...], *options: Any) -> Any:
    """As the compiled backend's function of this name."""
    call = Call(law, order, data, params, *options)
    kind = call.dtype.type
    settings = [kind(s) for s in (law.settings if call.constant else law.free_settings)]
    n_slots = 1 + order * len(law.params)
    values = np.empty((n_slots, *call.shape), call.dtype)
    inside = np.broadcast_to(law.support.contains(call.operands[0]), call.shape).copy()  # before y is rounded
    with np.errstate(all="ignore"):
        operands = [np.broadcast_to(a.astype(call.dtype), call.shape) for a in call.operands]
        operands[0] = _within(law, operands[0])
        for index in np.ndindex(call.shape):
            try:
                results = _element(law, call, [kind(a[index]) for a in operands], settings)
            except Refused:
                inside[index] = False
            for slot in range(n_slots):
                values[(slot, *index)] = results[slot] if inside[index] else np.nan
        call.explain(not inside.all(), _weigh(call, values))
        return call.results(_deliver(call, values))


def _within(law: Law, y: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Rounded targets: an open, finite end of the support does not take in what rounds to it."""
    lower, upper = law.support.bounds(y.dtype.char)
    low = lower if np.isfinite(law.support.lower) else -np.inf
    high = upper if np.isfinite(law.support.upper) else np.inf
    clipped: np.ndarray[Any, Any] = np.clip(y, y.dtype.type(low), y.dtype.type(high))
    return clipped


def _element(law: Law, call: Call, element: list[Any], settings: list[Any]) -> list[Any]:
    """The loss and its derivatives of one element, links included."""
    links = [None if link is None else link(element[call.n_data + i]) for i, link in enumerate(law.links)]
    for i, link in enumerate(links):
        if link is not None:
            element[call.n_data + i] = link[0]
    nll, grads, hess = law.formula(*element, *settings, **_switches(law, call))
    grads, hess = list(grads), list(hess)
    for i, link in enumerate(links):
        if link is not None:
            _, (slope,), (bend,) = link
            curve = hess[i] * slope * slope
            hess[i] = curve if call.fisher or bend == 0 else curve + grads[i] * bend
            grads[i] = grads[i] * slope
    return [nll, *grads, *hess]


def _switches(law: Law, call: Call) -> dict[str, bool]:
    given = {"constant": call.constant, "fisher": call.fisher and call.order == 2}
    return {name: v for name, v in given.items() if name in inspect.signature(law.formula).parameters}


def _weigh(call: Call, values: np.ndarray[Any, Any]) -> bool:
    """Multiply by weights, cotangents and the mean's scale; says whether a weight is none."""
    scale = 1.0 / call.denominator if call.denominator else 0.0
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
        if target is None or (value is values[0] and call.reduction != "none"):
            continue
        extra = tuple(range(len(call.shape) - target.ndim))
        ones = tuple(i for i, n in enumerate(target.shape, len(extra)) if n == 1 and call.shape[i] != 1)
        target[...] = value.astype(np.float64).sum(axis=extra + ones).reshape(target.shape)
    return call.total(values[0].astype(np.float64).sum()) if call.reduction != "none" else None


# ----------------------------------------------------------------------------------------------------------------------
# Categorical, in float64 whatever the dtype


def categorical(
    law: Categorical, order: int, data: tuple[Any, ...], params: tuple[Any, ...], *options: Any, vector: Any = None
) -> Any:
    """As the compiled backend's function of this name."""
    call = _categorical.Call(law, order, data, params, *(*options, vector))
    labels, targets, bad_rows = _targets(call)
    if call.denominator < 0:
        _weigh_labels(call, labels)
        if call.tame():
            _weigh_labels(call, labels)
    weight, bad_weight = _row_weights(call)
    factor = weight if call.cotangent is None else weight * call.cotangent.astype(np.float64)
    factor = factor / call.denominator if call.denominator else np.zeros_like(factor)
    losses = np.zeros(call.shape)
    outputs = [np.zeros(targets.shape) for _ in range(2)]
    with np.errstate(all="ignore"):
        x = np.broadcast_to(_classes_last(call, call.logits), targets.shape)
        v = x if call.vector is None else np.broadcast_to(_classes_last(call, call.vector), targets.shape)
        for row in np.ndindex(call.shape):
            if labels[row] == IGNORED:
                continue
            loss, *slopes = softmax_row(law, x[row], targets[row], v[row], call)
            if bad_rows[row]:
                loss, slopes = np.nan, [np.full_like(s, np.nan) for s in slopes]
            losses[row] = 0.0 if weight[row] == 0 else weight[row] * loss
            for output, slope in zip(outputs, slopes, strict=True):
                output[row] = 0.0 if factor[row] == 0 else factor[row] * slope
        call.explain(bool(bad_rows.any()), bad_weight)
        wanted = outputs[1:] if order == 3 else outputs[:order]
        for home, values in zip((call.grad, call.hess), wanted, strict=False):
            _deliver_rows(call, home, values)
        if call.loss is not None:
            call.loss[...] = losses
    return call.results(losses.sum())


def softmax_row(law: Categorical, x: Array, t: Array, v: Array, call: _categorical.Call) -> tuple[float, Array, Array]:
    """Loss, gradient, and Hessian diagonal (order 2) or product with v (order 3), of one row.

    The target weights t hold no nan: bad and ignored rows are the caller's.
    """
    slope, bend = np.ones_like(x), np.zeros_like(x)
    live = x != -np.inf
    if law.softcap is not None:
        scaled = np.tanh(x / law.softcap)
        slope = 1 / np.cosh(x / law.softcap) ** 2
        bend = -2 * scaled * slope / law.softcap
        x = np.where(live, law.softcap * scaled, x)
    if law.label_smoothing:
        t = (1 - law.label_smoothing) * t + law.label_smoothing * t.sum() / max(live.sum(), 1) * live
    if law.class_weight is not None:
        t = t * law.class_weight
    m = x.max() if not np.isnan(x).any() else np.nan
    e = np.where(x == m, 1.0, np.exp(x - m))
    others = e.sum() - 1 if (x == m).sum() > 1 else e[x != m].sum()  # all but one maximal class
    log_z = np.log1p(others)
    lse = m + log_z
    if np.isnan(lse) or lse == -np.inf or (m == np.inf and others > 0):
        return np.nan, np.full_like(x, np.nan), np.full_like(x, np.nan)
    total = t.sum()
    loss = np.where((t == 0) | (x == m), 0.0, t * (m - x)).sum() + total * log_z + (law.z_loss and law.z_loss * lse**2)
    p, rest = e / (1 + others), (others + (1 - e)) / (1 + others)  # rest: 1 - p, without cancellation
    pull = 2 * law.z_loss * lse if law.z_loss else 0.0
    grad = np.where(2 * t > total, (total - t) - total * rest, total * p - t) + np.where(p == 0, 0.0, pull * p)
    bent = 0.0 if call.fisher else np.where((slope == 0) | (bend == 0), 0.0, grad * bend)
    if call.order == 3:
        u = v * slope
        mean = np.where(p == 0, 0.0, p * u).sum()
        pulled = np.where(u == mean, 0.0, (total + pull) * (u - mean))
        curve = np.where(p == 0, 0.0, p * (pulled + 2 * law.z_loss * mean))
        return loss, grad * slope, curve * slope + bent * v
    curve = np.where((p == 0) | (rest == 0), 0.0, (total + pull) * p * rest) + 2 * law.z_loss * p * p
    return loss, grad * slope, curve * slope**2 + bent


def logsumexp(law: Categorical, logits: Any, n_threads: int | None = None) -> Any:
    """As the compiled backend's function of this name."""
    x = parameter("logits", logits)
    rows = np.moveaxis(x.astype(np.float64), law.axis, -1)
    with np.errstate(all="ignore"):
        if law.softcap is not None:
            rows = np.where(rows == -np.inf, rows, law.softcap * np.tanh(rows / law.softcap))
        return np.logaddexp.reduce(rows, axis=-1).astype(np.float64 if x.dtype.itemsize == 8 else np.float32)[()]


IGNORED = -1


def _classes_last(call: _categorical.Call, array: Any) -> Array:
    return np.moveaxis(array.astype(np.float64), call.axis, -1)


def _targets(call: _categorical.Call) -> tuple[NDArray[np.intp], Array, NDArray[np.bool_]]:
    """Labels (IGNORED where nothing is to be learnt, 0 if soft or bad), rows of target weights, which rows are bad."""
    n_classes = call.logits.shape[call.axis]
    shape = (*call.shape, n_classes)
    y = call.y.astype(np.float64)
    if call.soft:
        bad = ~((y >= 0) & (y <= np.finfo(call.dtype).max))
        targets = np.broadcast_to(np.where(bad, 0.0, y), shape)
        return np.zeros(call.shape, np.intp), targets, np.broadcast_to(bad.any(axis=-1), call.shape)
    y = np.broadcast_to(y, call.shape)
    ignored = np.zeros(call.shape, bool) if call.law.ignore_index is None else y == call.law.ignore_index
    bad = ~((y >= 0) & (y < n_classes) & (y == np.trunc(y))) & ~ignored
    labels = np.where(bad | ignored, 0, y).astype(np.intp)
    return np.where(ignored, IGNORED, labels), np.eye(n_classes)[labels], bad


def _weigh_labels(call: _categorical.Call, labels: NDArray[np.intp]) -> None:
    """Find the denominator of a mean that labels have a say in."""
    weights = np.ones(call.logits.shape[call.axis]) if call.law.class_weight is None else call.law.class_weight
    with np.errstate(over="ignore"):
        share = _row_weights(call)[0] * weights[np.maximum(labels, 0)]
        call.denominator = np.where(labels == IGNORED, 0.0, share).sum()


def _row_weights(call: _categorical.Call) -> tuple[Array, bool]:
    if call.weight is None:
        return np.ones(call.shape), False
    weight = np.broadcast_to(call.weight.astype(np.float64), call.shape)
    wrong = ~((weight >= 0) & (weight < np.inf))
    return np.where(wrong, np.nan, weight), bool(wrong.any())


def _deliver_rows(call: _categorical.Call, home: Any, values: Array) -> None:
    """Sum over the rows that share their logits."""
    home_rows = np.moveaxis(home, call.axis, -1)
    lead = values.ndim - home_rows.ndim
    ones = tuple(i + lead for i, n in enumerate(home_rows.shape) if n == 1 and values.shape[i + lead] != 1)
    home_rows[...] = values.sum(axis=(*range(lead), *ones)).reshape(home_rows.shape)
