"""What decoding and fitting share: checks of their arguments, and a few formulas that must not overflow in between."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent._places import first_place
from fastxent.backends.cython._core import checked

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from ._distribution import Distribution

    Array = NDArray[np.float64]

# The least and greatest magnitude that float32 holds together with its inverse.
TINY, HUGE = 2.0**-126, 2.0**126


# ----------------------------------------------------------------------------------------------------------------------
# Parameters and what goes with them


def parameter(name: str, value: ArrayLike) -> NDArray[Any]:
    """A parameter as an array of a float dtype; whole numbers of Python count as floats."""
    array = checked(name, value)
    if array.dtype.kind in "iu" and isinstance(value, list | tuple | int):
        return array.astype(np.float64)
    if array.dtype.kind in "iub":
        raise TypeError(f"{name} has dtype {array.dtype}: it must be float16, bfloat16, float32 or float64")
    return array


def parameters(names: Sequence[str], values: Sequence[ArrayLike]) -> tuple[dict[str, Array], np.dtype[Any]]:
    """Parameters in float64, and the dtype of results: as of a loss, but that half precision gives float32."""
    arrays = {name: parameter(name, value) for name, value in zip(names, values, strict=True)}
    strong = [a for a, value in zip(arrays.values(), values, strict=True) if type(value) not in (int, float)]
    single = bool(strong) and all(a.dtype.itemsize < 8 for a in strong)
    wide = {name: a.astype(np.float64, copy=False) for name, a in arrays.items()}
    return wide, np.dtype(np.float32 if single else np.float64)


def broadcast(operands: Mapping[str, Array]) -> tuple[Array, ...]:
    """Operands in their common shape."""
    try:
        return np.broadcast_arrays(*operands.values())
    except ValueError:
        shapes = ", ".join(f"{name} {a.shape}" for name, a in operands.items())
        raise ValueError(f"shapes do not broadcast: {shapes}") from None


def finished(values: ArrayLike, params: Sequence[Array], dtype: Any) -> Any:
    """A fresh result: nan where a parameter is, a NumPy scalar if it has no axes."""
    unknown = np.logical_or.reduce([np.isnan(a) for a in params])
    known = np.where(unknown, np.nan, values) if unknown.any() else np.asarray(values)
    return known.astype(dtype)[()]


def fits(own: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    """Whether a shape broadcasts to another."""
    return len(own) <= len(shape) and all(n in (1, m) for n, m in zip(own[::-1], shape[::-1], strict=False))


@np.errstate(all="ignore")
def levels(p: ArrayLike) -> Array:
    """Levels of quantiles, checked."""
    values = checked("p", p).astype(np.float64)
    refuse("p", values, ~((values >= 0) & (values <= 1)), ": levels lie in [0, 1]")
    return values


def sample_shape(size: Any, own: tuple[int, ...]) -> tuple[int, ...]:
    """The shape of a sample, with which parameters of shape `own` must broadcast."""
    if size is None:
        return own
    try:
        shape = tuple(operator.index(n) for n in (size if np.iterable(size) else (size,)))
    except TypeError:
        raise TypeError(f"size must be a whole number or a tuple of them, got {size!r}") from None
    if min(shape, default=0) < 0:
        raise ValueError(f"size is {size}: lengths are not negative")
    if not fits(own, shape):
        raise ValueError(f"size is {size}, but the parameters' shape {own} does not broadcast to that")
    return shape


def generator(rng: Any) -> np.random.Generator:
    """A random generator, from one or from a seed."""
    try:
        return np.random.default_rng(rng)
    except (TypeError, ValueError) as error:
        raise type(error)(f"rng must be a NumPy Generator or a seed: {error}") from None


def refuse(name: str, values: NDArray[Any], wrong: NDArray[np.bool_], wanted: str) -> None:
    """Raise for the first wrong value, if there is one."""
    if wrong.any():
        raise ValueError(f"{name}{first_place(wrong)} is {values[wrong][0]}{wanted}")


# ----------------------------------------------------------------------------------------------------------------------
# Data


def observations(law: Distribution, data: tuple[ArrayLike, ...], weight: ArrayLike | None) -> list[Array]:
    """Flat targets and their weights, which sum to 1, of a call of `init_params`, then the data beyond y, flat.

    Without elements of weight 0.
    """
    arrays = [checked(name, value) for name, value in zip(law.data, data, strict=True)]
    shape = arrays[0].shape
    for name, array in zip(law.data, arrays, strict=True):
        if not fits(array.shape, shape):
            raise ValueError(f"{name} has shape {array.shape}, which does not broadcast to that of y, {shape}")
    for name, wrong, reason in law.refusals(*arrays):
        refuse(name, np.broadcast_to(arrays[law.data.index(name)], wrong.shape), wrong, reason)
    w = weights(weight, shape)
    flat = [np.broadcast_to(a, shape).astype(np.float64).ravel()[w > 0] for a in arrays]
    return [flat[0], w[w > 0], *flat[1:]]


def weights(weight: ArrayLike | None, shape: tuple[int, ...]) -> Array:
    """Flat weights of targets of this shape, checked; they sum to 1."""
    given = checked("weight", 1.0 if weight is None else weight).astype(np.float64)
    if not fits(given.shape, shape):
        raise ValueError(f"weight has shape {given.shape}, which does not broadcast to that of y, {shape}")
    refuse("weight", given, ~((given >= 0) & (given < np.inf)), ": weights are finite and not negative")
    flat: Array = np.broadcast_to(given, shape).ravel()
    if not flat.any():
        raise ValueError("y has no elements of positive weight")
    flat = flat / flat.max()  # or the sum might overflow
    flat /= flat.sum()
    return flat


def average(values: Array, w: Array) -> float:
    """The mean by weights that sum to 1, which does not leave the range of the values."""
    return float(np.clip((w * values).sum(), values.min(), values.max()))


def mean_and_deviation(values: Array, w: Array) -> tuple[float, float]:
    """The mean and the standard deviation by weights that sum to 1."""
    centre = average(values, w)
    centre += average(values - centre, w)  # again, without the rounding of a long sum
    return centre, float(np.sqrt(average((values - centre) ** 2, w)))


def weighted_median(values: Array, w: Array) -> float:
    """The lower median by weights that sum to 1."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(w[order])
    return float(values[order][np.searchsorted(below, 0.5 * below[-1])])


# ----------------------------------------------------------------------------------------------------------------------
# Formulas


def keep_ends(x: Array, product: Array) -> Array:
    """The product of x with something positive: where x is 0 or infinite, that for every factor, even 0 and inf."""
    return np.where((x == 0) | np.isinf(x), x, product)


def times_exp(x: Array, power: Array) -> Array:
    """x·exp(power), without overflow in between."""
    half = np.exp(0.5 * power)
    return keep_ends(x, x * half * half)


def logsumexp(x: Array) -> float:
    """The log of Σ exp x, of finite numbers."""
    top = x.max()
    return float(top + np.log(np.exp(x - top).sum()))


def scipy_special() -> Any:
    """SciPy's special functions, which are an optional dependency."""
    try:
        import scipy.special
    except ImportError:
        raise ImportError("this method needs SciPy, which is optional: pip install scipy") from None
    return scipy.special
