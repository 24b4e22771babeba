"""Drop-ins for the losses of ``torch.nn.functional``, for NumPy arrays.

Names, argument order, defaults and meaning are PyTorch's, except that what the laws refuse is refused: targets outside
their support, negative weights. These arguments and results are the same for all:

input : array_like
    What the model outputs, of a float dtype, which loss and gradient take over (losses of half precision are float32).
size_average, reduce : bool, optional
    Deprecated: they override `reduction`, with a warning.
reduction : {"mean", "sum", "none"}
    A mean divides by the number of losses, unless the function says otherwise.
return_grad : bool
    Whether to return (loss, grad), with the gradient of the loss, for "none" that of the sum, in the input's shape.
loss : NumPy scalar, or ndarray with "none"

Unlike the laws, which allocate their results alone, these take temporary arrays in float64 where they must: for vectors
of `pos_weight` (with a `weight` then), variances, rates that are not logs, `full=True`, and smoothed probabilities.

A dtype that has no meaning here raises ``TypeError``: integers as input, masked arrays, objects.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import numpy as np

from ._places import first_place
from .backends.cython import elementwise
from .backends.cython._core import checked
from .laws import Bernoulli, Categorical, Law, Normal, Poisson
from .laws._decode import fits, parameter

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

__all__ = [
    "binary_cross_entropy_with_logits",
    "cross_entropy",
    "gaussian_nll_loss",
    "mse_loss",
    "poisson_nll_loss",
]

P = ParamSpec("P")
R = TypeVar("R")
LOG_2PI = math.log(2 * math.pi)

NAMES = {"y": "target", "class_weight": "weight", "log_scale": "var"}  # the laws' names of the arguments here
NAMES |= dict.fromkeys(("logits", "logit", "loc", "log_rate"), "input")
LAW_NAME = re.compile(rf"\b({'|'.join(NAMES)})\b")


def _named(function: Callable[P, R]) -> Callable[P, R]:
    """Let errors of the laws speak of the function's own arguments."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (ValueError, TypeError) as error:
            kind = TypeError if isinstance(error, TypeError) else ValueError
            raise kind(LAW_NAME.sub(lambda found: NAMES[found[0]], str(error))) from None

    return call


def _reduction(size_average: bool | None, reduce: bool | None, reduction: str) -> str:
    """Choose the reduction, which PyTorch's two older arguments override."""
    if size_average is None and reduce is None:
        return reduction
    given = [value is None or value for value in (size_average, reduce)]
    reduction = "none" if not given[1] else "mean" if given[0] else "sum"
    message = f"size_average and reduce are deprecated, use reduction={reduction!r} instead"
    warnings.warn(message, UserWarning, stacklevel=4)
    return reduction


def _factors(name: str, value: ArrayLike, x: NDArray[Any], most: float = np.inf) -> NDArray[np.float64]:
    """Check numbers that weights are made from, before they are multiplied; they may broadcast to the input."""
    array: NDArray[np.float64] = checked(name, value).astype(np.float64)
    if not fits(array.shape, x.shape):
        raise ValueError(f"{name} has shape {array.shape}, which does not broadcast to the input's, {x.shape}")
    if array.size and not (array.min() >= 0 and array.max() <= most and array.max() < np.inf):
        wrong = ~((array >= 0) & (array <= most) & (array < np.inf))
        wanted = "in [0, 1]" if most == 1 else "finite and not negative"
        raise ValueError(f"{name}{first_place(wrong)} is {array[wrong][0]}: it must be {wanted}")
    return array


def _size(x: NDArray[Any], y: NDArray[Any]) -> int:
    try:
        return math.prod(np.broadcast_shapes(x.shape, y.shape))
    except ValueError:
        raise ValueError(f"shapes do not broadcast: input {x.shape}, target {y.shape}") from None


def _evaluate(
    law: Law,
    y: ArrayLike,
    params: tuple[ArrayLike, ...],
    reduction: str,
    return_grad: bool,
    weight: ArrayLike | None = None,
    denominator: float | None = None,
    constant: bool = True,
) -> tuple[Any, Any]:
    """Loss and gradient (or None); for a denominator see `elementwise`."""
    if denominator is None:
        run = law.nll_grad if return_grad else law.nll
        result = run(y, *params, reduction=reduction, constant=constant)
    else:
        order = int(return_grad)
        result = elementwise(law, order, (y,), params, weight, reduction, constant=constant, denominator=denominator)
    return result if return_grad else (result, None)


def _like(values: Any, dtype: np.dtype[Any]) -> Any:
    """Turn what was computed in float64 into the dtype that the caller expects."""
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(values).astype(dtype.newbyteorder("="), copy=False)[()]


@_named
def cross_entropy(
    input: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
    *,
    return_grad: bool = False,
) -> Any:
    """Softmax cross-entropy: Σ_c weight_c·t_c·(logsumexp x − x_c), of labels (t = onehot) or probabilities.

    Parameters
    ----------
    input : array_like, shape (C,), (N, C) or (N, C, d1, …)
        Logits x. One of −inf masks its class: smoothing spreads over the others (PyTorch's loss is inf).
    target : array_like, shape (), (N,) or (N, d1, …)
        Labels, of an integer or float dtype. Floats of the input's shape are the probabilities t.
    weight : array_like, shape (C,), optional
        A factor for each class. The mean over labels divides by Σ weight[target].
    ignore_index : int
        A label that is left out, of means as well; for labels only.
    label_smoothing : float
        ε in [0, 1]: t becomes (1 − ε)·t + ε/C.
    size_average, reduce, reduction, return_grad
        See the module, also for what is returned.

    Raises
    ------
    ValueError
        For shapes that do not fit, labels out of range, negative or infinite probabilities and weights.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import cross_entropy
    >>> loss, grad = cross_entropy(np.array([[40.0, 0.0]]), np.array([0]), return_grad=True)
    >>> print(loss, grad)
    4.248354255291589e-18 [[-4.24835426e-18  4.24835426e-18]]
    """
    reduction = _reduction(size_average, reduce, reduction)
    x, y = checked("input", input), checked("target", target)
    if x.ndim == 0:
        raise ValueError("input has shape (): it needs an axis of classes")
    axis = min(1, x.ndim - 1)
    weight = None if weight is None else checked("weight", weight)
    soft = y.shape == x.shape
    law = Categorical(axis, weight, None if soft else ignore_index, label_smoothing)
    if soft:
        if y.dtype.kind in "iub":
            raise TypeError(f"target has dtype {y.dtype} and the input's shape: class probabilities are floats")
        if ignore_index >= 0:
            raise ValueError(f"ignore_index={ignore_index} goes with labels, not with class probabilities")
        if label_smoothing:
            y, law = _smoothed(y, x, axis, label_smoothing), Categorical(axis, weight)
    elif y.shape != x.shape[:axis] + x.shape[axis + 1 :]:
        raise ValueError(f"target has shape {y.shape}, input {x.shape}: labels lack axis {axis}, all else is equal")
    loss, grad = _evaluate(law, y, (input,), reduction, return_grad)
    return (loss, grad) if return_grad else loss


def _smoothed(y: NDArray[Any], x: NDArray[Any], axis: int, smoothing: float) -> NDArray[np.float64]:
    """(1 − ε)·t + ε/C, where the law has ε·Σt/C: they differ if probabilities do not sum to one."""
    live = x != -np.inf
    share = smoothing / np.maximum(live.sum(axis=axis, keepdims=True), 1)
    smoothed: NDArray[np.float64] = (1 - smoothing) * _factors("target", y, x) + share * live
    return smoothed


@_named
def binary_cross_entropy_with_logits(
    input: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    pos_weight: ArrayLike | None = None,
    *,
    return_grad: bool = False,
) -> Any:
    """Binary cross-entropy: −weight·(pos_weight·t·log σ(x) + (1 − t)·log σ(−x)), σ(x) = 1/(1 + exp(−x)).

    Parameters
    ----------
    input, target : array_like of one shape
        Logits x, and targets t in [0, 1].
    weight, pos_weight : array_like, optional
        Factors, which broadcast to the input's shape: one number, or one for each class along the last axis.
    size_average, reduce, reduction, return_grad
        See the module, also for what is returned.

    Raises
    ------
    ValueError
        For shapes that do not fit, targets outside [0, 1], weights that are negative, nan or infinite.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import binary_cross_entropy_with_logits
    >>> logits, labels = np.array([[40.0, -40.0]]), np.array([[1, 1]])
    >>> print(binary_cross_entropy_with_logits(logits, labels, reduction="none", pos_weight=[1.0, 2.0]))
    [[4.24835426e-18 8.00000000e+01]]
    """
    reduction = _reduction(size_average, reduce, reduction)
    x, y = checked("input", input), checked("target", target)
    if y.shape != x.shape:
        raise ValueError(f"target has shape {y.shape}, input {x.shape}: they must be the same")
    denominator = x.size if reduction == "mean" else 1
    positive = _factors("pos_weight", 1.0 if pos_weight is None else pos_weight, x)
    if positive.size == 1:
        law = Bernoulli(positive.item())
        loss, grad = _evaluate(law, y, (input,), reduction, return_grad, weight, denominator)
        return (loss, grad) if return_grad else loss
    # Each element counts twice: as a 1 of weight pos_weight·t and as a 0 of weight 1 − t. Nothing is lost so.
    y = _factors("target", y, x, most=1)
    sides = np.empty((2, *x.shape))
    np.multiply(positive, y, out=sides[0])
    np.subtract(1, y, out=sides[1])
    if weight is not None:
        sides *= _factors("weight", weight, x)
    truth = np.array([1.0, 0.0]).reshape(2, *[1] * x.ndim)
    loss, grad = _evaluate(Bernoulli(), truth, (input,), reduction, return_grad, sides, denominator)
    loss = loss.sum(axis=0) if reduction == "none" else loss
    return (loss, grad) if return_grad else loss


@_named
def mse_loss(
    input: ArrayLike,
    target: ArrayLike,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    weight: ArrayLike | None = None,
    *,
    return_grad: bool = False,
) -> Any:
    """Squared error: weight·(x − t)².

    Parameters
    ----------
    input, target : array_like
        Predictions x and targets t. If their shapes differ, they broadcast, with a warning.
    weight : array_like of the input's shape, optional
        Factors. The mean divides by Σ weight.
    size_average, reduce, reduction, return_grad
        See the module, also for what is returned.

    Raises
    ------
    ValueError
        For shapes that do not fit, targets that are not finite, weights that are negative, nan or infinite.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import mse_loss
    >>> loss, grad = mse_loss(np.array([1.0, 4.0]), np.array([0.0, 1.0]), return_grad=True)
    >>> print(loss, grad)
    5.0 [1. 3.]
    """
    reduction = _reduction(size_average, reduce, reduction)
    x, y = checked("input", input), checked("target", target)
    total: float = _size(x, y)
    if x.shape != y.shape:
        message = f"target has shape {y.shape}, input {x.shape}: they broadcast, which is seldom what is meant"
        warnings.warn(message, UserWarning, stacklevel=3)
    if weight is not None:
        w = checked("weight", weight)
        if w.shape != x.shape:
            raise ValueError(f"weight has shape {w.shape}, input {x.shape}: they must be the same")
        with np.errstate(all="ignore"):
            total = float(w.sum(dtype=np.float64))
    half = 0.5 * total if reduction == "mean" else 0.5  # the law has half the square
    loss, grad = _evaluate(Normal(scale=1), y, (input,), reduction, return_grad, weight, half, constant=False)
    if reduction == "none":
        with np.errstate(over="ignore"):
            loss = np.multiply(loss, 2, out=loss if loss.ndim else None)
    return (loss, grad) if return_grad else loss


@_named
def gaussian_nll_loss(
    input: ArrayLike,
    target: ArrayLike,
    var: ArrayLike,
    full: bool = False,
    eps: float = 1e-6,
    reduction: str = "mean",
    *,
    return_grad: bool = False,
) -> Any:
    """Gaussian negative log-likelihood: (log v + (t − x)²/v)/2, with v = max(var, eps). Computed in float64.

    Parameters
    ----------
    input, target : array_like
        Expectations x and targets t, which broadcast.
    var : array_like
        Variances: one, or an array of the input's shape, of that shape without its last axis, or with a 1 in it.
    full : bool
        Whether to add log(2π)/2.
    eps : float
        The least variance; the gradient for var is that at v, below eps as well.
    reduction, return_grad
        See the module, also for what is returned; the gradient is a pair, for input and var.

    Raises
    ------
    ValueError
        For shapes that do not fit, negative variances, targets that are not finite.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import gaussian_nll_loss
    >>> loss, (g_input, g_var) = gaussian_nll_loss(np.zeros(2), np.array([2.0, 2.0]), 1.0, return_grad=True)
    >>> print(loss, g_input, g_var)
    2.0 [-1. -1.] -1.5
    """
    x, v = parameter("input", input), parameter("var", var)
    if (v < 0).any():
        raise ValueError(f"var{first_place(v < 0)} is {v[v < 0][0]}: variances are not negative")
    lacking = v.ndim > 0 and v.shape != x.shape and v.shape == x.shape[:-1]
    if v.ndim and not lacking and v.shape not in (x.shape, *_with_a_one(x.shape)):
        raise ValueError(f"var has shape {v.shape}, which does not go with the input's, {x.shape}")
    v64 = np.maximum(v.astype(np.float64), eps).reshape((*v.shape, 1) if lacking else v.shape)
    with np.errstate(divide="ignore"):
        log_scale = 0.5 * np.log(v64)
    loss, grads = _evaluate(Normal(), target, (x, log_scale), reduction, return_grad, constant=full)
    loss = _like(loss, np.result_type(x.dtype, np.float32))
    if not return_grad:
        return loss
    with np.errstate(all="ignore"):
        g_var = (grads[1] / (2 * v64)).reshape(v.shape)
    return loss, (grads[0], _like(g_var, x.dtype if isinstance(var, int | float) else v.dtype))


def _with_a_one(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [(*shape[:i], 1, *shape[i + 1 :]) for i in range(len(shape))]


@_named
def poisson_nll_loss(
    input: ArrayLike,
    target: ArrayLike,
    log_input: bool = True,
    full: bool = False,
    size_average: bool | None = None,
    eps: float = 1e-8,
    reduce: bool | None = None,
    reduction: str = "mean",
    *,
    return_grad: bool = False,
) -> Any:
    """Poisson negative log-likelihood: exp(x) − t·x, or x − t·log(x + eps).

    Parameters
    ----------
    input, target : array_like
        Logs of rates, or rates, x, and counts t ≥ 0, which broadcast. Rates are computed with in float64.
    log_input : bool
        Whether the input holds logs.
    full : bool
        Whether to add Stirling's t·log t − t + log(2πt)/2 where t > 1; it does not cancel, large as counts may be.
    eps : float
        What is added to rates in their log; where that is still negative, the loss is nan.
    size_average, reduce, reduction, return_grad
        See the module, also for what is returned.

    Raises
    ------
    ValueError
        For shapes that do not fit, targets that are negative, nan or infinite.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import poisson_nll_loss
    >>> loss, grad = poisson_nll_loss(np.zeros(2), np.array([0, 3]), return_grad=True)
    >>> print(loss, grad)
    1.0 [ 0.5 -1. ]
    """
    reduction = _reduction(size_average, reduce, reduction)
    x, y = parameter("input", input), checked("target", target)
    rate = None if log_input else x.astype(np.float64) + eps
    with np.errstate(divide="ignore", invalid="ignore"):
        log_rate = x if rate is None else np.log(rate)
    loss, grad = _evaluate(Poisson(), y, (log_rate,), reduction, return_grad, constant=full)
    excess: Any = (0.0 if log_input else eps) + (_stirling_excess(y) if full else 0.0)
    if reduction != "none":
        excess = np.sum(excess) / max(np.size(excess), 1) * (1 if reduction == "mean" else _size(x, y))
    loss = _like(loss - excess, np.result_type(x.dtype, np.float32))
    if return_grad and rate is not None:
        with np.errstate(all="ignore"):
            grad = _like(grad / rate, x.dtype)
    return (loss, grad) if return_grad else loss


def _stirling_excess(y: NDArray[Any]) -> Any:
    """Log Γ(y + 1) less what PyTorch has for it: Stirling's formula where y > 1, else 0."""
    log_mode = np.log(np.maximum(y.astype(np.float64), 1))
    # the law's nll at the rate y is log Γ(y + 1) − y·log y + y, at the rate 1 it is log Γ(y + 1) + 1
    nll = Poisson().nll(y, log_mode, reduction="none")
    return nll - np.where(log_mode > 0, 0.5 * (LOG_2PI + log_mode), 1.0)
