"""Drop-ins for the losses of ``torch.nn.functional``, for NumPy arrays.

Names, argument order, defaults and meaning are PyTorch's, but for what the laws refuse: targets outside the support, negative
weights. The functions have these arguments in common:

input : array_like
    What the model outputs, of a float dtype, which is that of loss and gradient (half precision has float32 losses).
size_average, reduce : bool, optional
    Deprecated: they override `reduction`, with a warning.
reduction : {"mean", "sum", "none"}
    What becomes of the elements' losses. A mean divides by their number unless its function says otherwise.
return_grad : bool
    Whether to return a pair: the loss and its gradient for the input, of the input's shape and dtype; with "none" the gradient of
    the sum.

All raise ``TypeError`` for dtypes that have no meaning here, integer input among them.
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
from .backends.cython._core import checked
from .laws import Bernoulli, Categorical, Law, Normal, Poisson

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

# what the laws call the arguments of the functions here
NAMES = {"y": "target", "class_weight": "weight", "log_scale": "var"} | dict.fromkeys(
    ("logits", "logit", "loc", "log_rate"), "input"
)
LAW_NAME = re.compile(rf"\b({'|'.join(NAMES)})\b")


def _named(function: Callable[P, R]) -> Callable[P, R]:
    """Let errors of the laws speak of the function's own arguments."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (ValueError, TypeError) as error:
            kind = ValueError if isinstance(error, ValueError) else TypeError
            raise kind(LAW_NAME.sub(lambda found: NAMES[found[0]], str(error))) from None

    return call


def _reduction(size_average: bool | None, reduce: bool | None, reduction: str) -> str:
    """The reduction, which PyTorch's two older arguments override."""
    if size_average is None and reduce is None:
        return reduction
    reduced = "mean" if size_average is None or size_average else "sum"
    reduction = reduced if reduce is None or reduce else "none"
    message = f"size_average and reduce are deprecated, use reduction={reduction!r} instead"
    warnings.warn(message, UserWarning, stacklevel=4)
    return reduction


def _floats(name: str, value: ArrayLike) -> NDArray[Any]:
    """A parameter as a float array, as the laws take it."""
    array: NDArray[Any] = checked(name, value)
    if array.dtype.kind in "iu" and isinstance(value, list | tuple | int) and not isinstance(value, bool):
        return array.astype(np.float64)
    if array.dtype.kind in "iub":
        raise TypeError(f"{name} has dtype {array.dtype}: it must be float16, bfloat16, float32 or float64")
    return array


def _factors(name: str, value: ArrayLike, most: float = np.finfo(np.float64).max) -> NDArray[np.float64]:
    """Weights, or targets that become weights, checked before anything is multiplied into them."""
    array: NDArray[np.float64] = checked(name, value).astype(np.float64)
    if array.size and not (array.min() >= 0 and array.max() <= most):
        wrong = ~((array >= 0) & (array <= most))
        wanted = "in [0, 1]" if most == 1 else "finite and not negative"
        raise ValueError(f"{name}{first_place(wrong)} is {array[wrong][0]}: it must be {wanted}")
    return array


def _check_shape(name: str, array: NDArray[Any], x: NDArray[Any], *, broadcast: bool = False) -> None:
    """Raise unless an array has the input's shape, or broadcasts to it."""
    shape = array.shape
    if broadcast:
        own = zip(reversed(shape), reversed(x.shape), strict=False)
        if len(shape) <= x.ndim and all(n in (1, full) for n, full in own):
            return
    if shape != x.shape:
        wanted = "which does not broadcast to the input's shape" if broadcast else "the input has shape"
        raise ValueError(f"{name} has shape {shape}, {wanted} {x.shape}")


def _evaluate(
    law: Law,
    y: ArrayLike,
    params: tuple[ArrayLike, ...],
    reduction: str,
    return_grad: bool,
    weight: NDArray[np.float64] | None = None,
    denominator: float = 0.0,
    constant: bool = True,
) -> tuple[Any, Any]:
    """Loss and gradient (or None); a mean is Σ weight·nll / denominator, without one the law's own."""
    if reduction == "mean" and weight is not None and denominator:
        weight, reduction = weight / denominator, "sum"
    run = law.nll_grad if return_grad else law.nll
    result = run(y, *params, weight=weight, reduction=reduction, constant=constant)
    return result if return_grad else (result, None)


def _like(values: Any, dtype: np.dtype[Any]) -> Any:
    """Values that were computed in float64, as the dtype that the caller expects."""
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(values).astype(dtype.newbyteorder("="), copy=False)[()]


def _loss_dtype(x: NDArray[Any]) -> np.dtype[Any]:
    return np.dtype(np.float64 if x.dtype.itemsize == 8 else np.float32)


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
    """Softmax cross-entropy of labels or class probabilities: Σ_c weight_c · t_c · (logsumexp(x) − x_c).

    Label smoothing ε makes t into (1 − ε)·t + ε/C. A logit of −inf masks its class: smoothing spreads over the others (PyTorch's
    loss is inf there).

    Parameters
    ----------
    input : array_like, shape (C,), (N, C) or (N, C, d1, …)
        Logits x; they decide the dtype.
    target : array_like, shape (), (N,) or (N, d1, …)
        Labels, of any integer or float dtype. Floats of the input's shape are class probabilities.
    weight : array_like, shape (C,), optional
        A factor for each class.
    ignore_index : int
        A label that is left out; there is none among probabilities.
    reduction : {"mean", "sum", "none"}
        The mean of labels divides by Σ weight[target] of those not ignored, that of probabilities by N·d1·….
    label_smoothing : float
        ε in [0, 1].
    size_average, reduce, reduction, return_grad
        See the module.

    Returns
    -------
    loss : NumPy scalar, or ndarray of the shape of labels with "none"
    grad : ndarray of the input's shape and dtype, if ``return_grad``

    Raises
    ------
    ValueError
        For shapes that do not fit, labels out of range, negative or infinite probabilities and weights.
    TypeError
        For integer input, integer targets of the input's shape, and other dtypes that have no meaning here.

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
            raise ValueError(f"ignore_index is for labels, got {ignore_index} with class probabilities")
        if label_smoothing:
            y, law = _smoothed(y, x, axis, label_smoothing), Categorical(axis, weight)
    elif y.shape != x.shape[:axis] + x.shape[axis + 1 :]:
        raise ValueError(f"target has shape {y.shape}, the input {x.shape}: labels have no class axis ({axis})")
    loss, grad = _evaluate(law, y, (input,), reduction, return_grad)
    return (loss, grad) if return_grad else loss


def _smoothed(y: NDArray[Any], x: NDArray[Any], axis: int, smoothing: float) -> NDArray[np.float64]:
    """(1 − ε)·t + ε/C; the law's smoothing has ε·Σt/C, which differs where probabilities do not sum to one."""
    live = x != -np.inf
    share = smoothing / np.maximum(live.sum(axis=axis, keepdims=True), 1)
    return (1 - smoothing) * _factors("target", y) + share * live


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
    """Binary cross-entropy: −weight·(pos_weight·t·log σ(x) + (1 − t)·log σ(−x)), with σ(x) = 1/(1 + exp(−x)).

    Parameters
    ----------
    input : array_like
        Logits x of any shape; they decide the dtype.
    target : array_like
        Targets t in [0, 1], of the input's shape.
    weight : array_like, optional
        Factors that broadcast to the input's shape; the mean divides by the number of elements all the same.
    reduction : {"mean", "sum", "none"}
        What is done with the elements' losses.
    pos_weight : array_like, optional
        Factors of the positive term that broadcast to the input's shape: a number, or one for each class along the last axis.
    size_average, reduce, reduction, return_grad
        See the module.

    Returns
    -------
    loss : NumPy scalar, or ndarray of the input's shape with "none"
    grad : ndarray of the input's shape and dtype, if ``return_grad``

    Raises
    ------
    ValueError
        For shapes that do not fit, targets outside [0, 1], weights that are negative, nan or infinite.
    TypeError
        For dtypes that have no meaning here.

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
    _check_shape("target", y, x)
    factors = None if weight is None else _factors("weight", weight)
    positive = np.ones(()) if pos_weight is None else _factors("pos_weight", pos_weight)
    for name, array in (("weight", factors), ("pos_weight", positive)):
        if array is not None:
            _check_shape(name, array, x, broadcast=True)
    if positive.size == 1:
        law = Bernoulli(positive.item())
        loss, grad = _evaluate(law, y, (input,), reduction, return_grad, factors, x.size)
        return (loss, grad) if return_grad else loss
    # Nothing is lost if each side of an element is a target of its own: 1 with pos_weight·t, 0 with 1 − t as weights.
    y = _factors("target", y, most=1)
    sides = np.stack([positive * y, 1 - y]) * (1 if factors is None else factors)
    truth = np.array([1.0, 0.0]).reshape(2, *[1] * x.ndim)
    loss, grad = _evaluate(Bernoulli(), truth, (input,), reduction, return_grad, sides, x.size)
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
    input : array_like
        Predictions x; they decide the dtype.
    target : array_like
        Targets t. Other shapes than the input's broadcast, with a warning.
    reduction : {"mean", "sum", "none"}
        The mean divides by the number of elements, or by Σ weight.
    weight : array_like, optional
        Factors, of the input's shape.
    size_average, reduce, reduction, return_grad
        See the module.

    Returns
    -------
    loss : NumPy scalar, or ndarray with "none"
    grad : ndarray of the input's shape and dtype, if ``return_grad``

    Raises
    ------
    ValueError
        For shapes that do not fit, targets that are not finite, weights that are negative, nan or infinite.
    TypeError
        For dtypes that have no meaning here.

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
    if x.shape != y.shape:
        message = f"target has shape {y.shape}, the input {x.shape}: they broadcast, which is seldom what is meant"
        warnings.warn(message, UserWarning, stacklevel=3)
    factors = np.ones(()) if weight is None else _factors("weight", weight)
    if weight is not None:
        _check_shape("weight", factors, x)
    denominator = float(factors.sum()) if weight is not None else _size(x, y)
    # the law has half the square
    loss, grad = _evaluate(Normal(scale=1), y, (input,), reduction, return_grad, 2 * factors, denominator, constant=False)
    return (loss, grad) if return_grad else loss


def _size(*arrays: NDArray[Any]) -> int:
    """The number of elements that arrays have together."""
    try:
        return math.prod(np.broadcast_shapes(*[a.shape for a in arrays]))
    except ValueError:
        raise ValueError(f"shapes do not broadcast: input {arrays[0].shape}, target {arrays[1].shape}") from None


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
    """Gaussian negative log-likelihood: (log v + (t − x)²/v)/2, with v = max(var, eps).

    Parameters
    ----------
    input : array_like
        Expectations x; they decide the dtype. They are computed with in float64.
    target : array_like
        Targets t, which broadcast with the input.
    var : array_like
        Variances ≥ 0: a number, or an array of the input's shape, of that shape without its last axis, or with 1 for one axis.
    full : bool
        Whether to add log(2π)/2.
    eps : float
        The least variance. Gradients take no notice: that for var is taken at v.
    reduction : {"mean", "sum", "none"}
        What is done with the elements' losses.
    return_grad : bool
        Whether to return (loss, (gradient for input, gradient for var)); with "none" the gradients of the sum.

    Returns
    -------
    loss : NumPy scalar, or ndarray with "none"
    grads : tuple of ndarray, each of its argument's shape and dtype, if ``return_grad``

    Raises
    ------
    ValueError
        For shapes that do not fit, negative variances, targets that are not finite.
    TypeError
        For dtypes that have no meaning here.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import gaussian_nll_loss
    >>> loss, (g_input, g_var) = gaussian_nll_loss(np.zeros(2), np.array([0.0, 2.0]), 1.0, return_grad=True)
    >>> print(loss, g_input, g_var)
    1.0 [ 0. -1.] -0.5
    """
    x, v = _floats("input", input), _floats("var", var)
    if (v < 0).any():
        raise ValueError(f"var{first_place(v < 0)} is {v[v < 0][0]}: variances are not negative")
    clamped = np.maximum(v.astype(np.float64), eps)
    if v.shape == x.shape[:-1] and v.ndim:
        clamped = clamped[..., np.newaxis]
    elif v.ndim and sum(n for n, full in zip(v.shape, x.shape, strict=False) if n != full) != (v.shape != x.shape):
        raise ValueError(f"var has shape {v.shape}, which does not go with the input's shape {x.shape}")
    with np.errstate(divide="ignore"):
        log_scale = 0.5 * np.log(clamped)
    loss, grads = _evaluate(Normal(), target, (x, log_scale), reduction, return_grad, constant=full)
    loss = _like(loss, _loss_dtype(x))
    if not return_grad:
        return loss
    with np.errstate(all="ignore"):
        g_var = (grads[1] / (2 * clamped)).reshape(v.shape)
    return loss, (grads[0], _like(g_var, x.dtype if type(var) in (int, float) else v.dtype))


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
    input : array_like
        Logs of rates, or rates, x; they decide the dtype. Rates are computed with in float64; x + eps < 0 gives nan.
    target : array_like
        Counts t ≥ 0, which broadcast with the input.
    log_input : bool
        Whether the input holds logs.
    full : bool
        Whether to add Stirling's t·log t − t + log(2πt)/2 where t > 1. Nothing cancels, however large the counts.
    eps : float
        What is added to rates before their log is taken.
    reduction : {"mean", "sum", "none"}
        What is done with the elements' losses.
    size_average, reduce, reduction, return_grad
        See the module.

    Returns
    -------
    loss : NumPy scalar, or ndarray with "none"
    grad : ndarray of the input's shape and dtype, if ``return_grad``

    Raises
    ------
    ValueError
        For shapes that do not fit, and targets that are negative, nan or infinite.
    TypeError
        For dtypes that have no meaning here.

    Examples
    --------
    >>> import numpy as np
    >>> from fastxent.functional import poisson_nll_loss
    >>> loss, grad = poisson_nll_loss(np.zeros(2), np.array([0, 3]), return_grad=True)
    >>> print(loss, grad)
    1.0 [ 0.5 -1. ]
    """
    reduction = _reduction(size_average, reduce, reduction)
    x, y = _floats("input", input), checked("target", target)
    rate = None if log_input else x.astype(np.float64) + eps
    with np.errstate(divide="ignore", invalid="ignore"):
        log_rate = x if rate is None else np.log(rate)
    loss, grad = _evaluate(Poisson(), y, (log_rate,), reduction, return_grad, constant=full)
    excess = (0.0 if log_input else eps) + (_stirling_excess(y) if full else 0.0)
    if reduction != "none" and np.size(excess):
        excess = np.mean(excess) * (1 if reduction == "mean" else _size(x, y))
    loss = _like(loss - excess, _loss_dtype(x))
    if return_grad and rate is not None:
        with np.errstate(all="ignore"):
            grad = _like(grad / rate, x.dtype)
    return (loss, grad) if return_grad else loss


def _stirling_excess(y: NDArray[Any]) -> Any:
    """Log Γ(y + 1) less what PyTorch has for it: Stirling's formula where y > 1, else 0."""
    log_mode = np.log(np.maximum(y.astype(np.float64), 1))
    # at the rate y the law's nll is log Γ(y + 1) − y·log y + y; at the rate 1 it is log Γ(y + 1) + 1
    nll = Poisson().nll(y, log_mode, reduction="none")
    return nll - np.where(log_mode > 0, 0.5 * (LOG_2PI + log_mode), 1.0)
