"""The class that all laws share: a likelihood family with its settings, as a callable loss."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent._places import first_place
from fastxent.backends import get_backend

from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

REALS = Interval(-np.inf, np.inf)


class Law:
    """A likelihood family: its negative log-likelihood, with gradient and curvature.

    A law is immutable, hashable and picklable; two laws with equal settings are equal. Its settings are attributes.

    Attributes
    ----------
    params : tuple of str
        Names of the parameters, which are raw and unconstrained: positive quantities come in as logs.
    support : Interval
        Where targets may lie.

    Notes
    -----
    The keywords of ``nll``, ``nll_grad`` and ``nll_grad_hess`` are the same for every law:

    weight : array_like, optional
        Finite and not negative; broadcasts to the loss. An element of weight 0 contributes 0, whatever its loss.
    reduction : {"mean", "sum", "none"}
        With weights w and losses l: Σ w·l / Σ w, Σ w·l, or w·l for each element. Gradients and Hessian diagonals are those
        of the reduced loss; for "none", of the sum.
    curvature : {"observed", "fisher"}
        Second derivatives as they are, or their expectation under the law, which is never negative.
    constant : bool
        Whether to keep terms that no parameter enters.
    cotangent : array_like, optional
        With ``reduction="none"``: factors of any sign for the gradients of each element (a vector-Jacobian product).
    out : array or tuple, optional
        Where results go: one array for ``nll``, else a flat tuple (loss, gradients, Hessian diagonals) with None for what
        should be fresh. A gradient may exactly alias its own parameter.
    check : bool
        Raise for targets and weights that mean nothing; with False such an element becomes nan.
    n_threads : int, optional
        At most so many threads; see ``fastxent.set_num_threads``.
    backend : str, optional
        "cython" (the default) or "reference" (plain Python, slow).
    """

    params: tuple[str, ...]
    support: Interval = REALS
    skeleton = "elementwise"  # the backend's function that runs this law
    formula: Callable[..., Any]
    settings: tuple[float, ...]  # what the formula takes after the parameters

    def _set(self, **settings: Any) -> None:
        self.__dict__.update(settings, _names=tuple(settings))

    def _use(self, formula: Callable[..., Any], params: tuple[str, ...], *settings: float) -> None:
        self.__dict__.update(formula=formula, params=params, settings=tuple(float(s) for s in settings))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable: make a new one instead of setting {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable: {name} stays")

    def _given(self) -> dict[str, Any]:
        """The settings that are not their defaults."""
        defaults = inspect.signature(type(self)).parameters
        values = {name: self.__dict__[name] for name in self.__dict__["_names"]}
        return {n: v for n, v in values.items() if not (v is defaults[n].default or _plain(v) == defaults[n].default)}

    def _key(self) -> tuple[Any, ...]:
        return tuple(_plain(self.__dict__[name]) for name in self.__dict__["_names"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Law) and type(self) is type(other) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash((type(self), self._key()))

    def __repr__(self) -> str:
        given = {n: v.tolist() if isinstance(v, np.ndarray) else v for n, v in self._given().items()}
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in given.items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _make, (type(self), self._given())

    # ------------------------------------------------------------------------------------------------------------------

    def nll(
        self,
        y: ArrayLike,
        *params: ArrayLike,
        weight: ArrayLike | None = None,
        reduction: str = "mean",
        curvature: str = "observed",
        constant: bool = True,
        cotangent: ArrayLike | None = None,
        out: Any = None,
        check: bool = True,
        n_threads: int | None = None,
        backend: str | None = None,
        **named: ArrayLike,
    ) -> Any:
        """Negative log-likelihood.

        Parameters
        ----------
        y : array_like
            Targets.
        *params, **named : array_like
            The parameters, by position or by name, of a float dtype; they broadcast with y and decide the dtype.
        weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
            See `Law`.

        Returns
        -------
        loss : NumPy scalar, or ndarray with ``reduction="none"``

        Raises
        ------
        ValueError
            For shapes that do not fit, targets outside the support, weights that are negative, nan or infinite.
        TypeError
            For a dtype that has no meaning here.

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> round(float(fx.Normal().nll(np.array([0.0, 1.0]), 0.0, 0.0)), 6)
        1.168939
        """
        return self._evaluate(
            0, y, params, named, weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
        )

    def nll_grad(
        self,
        y: ArrayLike,
        *params: ArrayLike,
        weight: ArrayLike | None = None,
        reduction: str = "mean",
        curvature: str = "observed",
        constant: bool = True,
        cotangent: ArrayLike | None = None,
        out: Any = None,
        check: bool = True,
        n_threads: int | None = None,
        backend: str | None = None,
        **named: ArrayLike,
    ) -> tuple[Any, Any]:
        """Negative log-likelihood and its gradient, in one pass; parameters and errors as for `nll`.

        Returns
        -------
        loss : NumPy scalar, or ndarray with ``reduction="none"``
        grad : ndarray, or tuple of ndarray for more than one parameter
            Each of its parameter's shape and dtype: summed over axes along which the parameter was broadcast.

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> loss, (g_loc, g_log_scale) = fx.Normal().nll_grad(np.array([0.0, 1.0]), np.zeros(2), 0.0)
        >>> print(g_loc, g_log_scale)
        [ 0.  -0.5] 0.5
        """
        return self._evaluate(  # type: ignore[no-any-return]
            1, y, params, named, weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
        )

    def nll_grad_hess(
        self,
        y: ArrayLike,
        *params: ArrayLike,
        weight: ArrayLike | None = None,
        reduction: str = "mean",
        curvature: str = "observed",
        constant: bool = True,
        cotangent: ArrayLike | None = None,
        out: Any = None,
        check: bool = True,
        n_threads: int | None = None,
        backend: str | None = None,
        **named: ArrayLike,
    ) -> tuple[Any, Any, Any]:
        """Negative log-likelihood, gradient and Hessian diagonal; parameters and errors as for `nll`.

        Returns
        -------
        loss : NumPy scalar, or ndarray with ``reduction="none"``
        grad, hess : ndarray, or tuples of ndarray for more than one parameter

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> loss, grad, hess = fx.Bernoulli().nll_grad_hess(np.array([0, 1]), np.zeros(2), reduction="sum")
        >>> print(grad, hess)
        [ 0.5 -0.5] [0.25 0.25]
        """
        return self._evaluate(  # type: ignore[no-any-return]
            2, y, params, named, weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
        )

    def _evaluate(self, order: int, y: Any, params: tuple[Any, ...], named: dict[str, Any], *options: Any) -> Any:
        if named or len(params) != len(self.params):
            params = self._arrange(params, named)
        run = getattr(get_backend(options[-1]), self.skeleton)
        return run(self, order, y, params, *options[:-1])

    def _arrange(self, params: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        """Parameters in order, from those given by position and those given by name."""
        left = self.params[len(params) :]
        for name in named:
            if name not in self.params:
                raise TypeError(f"{self!r} has no parameter {name!r}: they are {', '.join(self.params)}")
            if name not in left:
                raise TypeError(f"{name} was given twice: by position and by name")
        if len(params) > len(self.params) or len(left) != len(named):
            n = len(params) + len(named)
            raise ValueError(f"{self!r} takes {len(self.params)} parameters ({', '.join(self.params)}), got {n}")
        return (*params, *(named[name] for name in left))

    def kernel_index(self) -> int:
        """Where the formula's kernels stand in the compiled table."""
        if "_index" not in self.__dict__:
            from fastxent.backends.cython._core import law_index

            self.__dict__["_index"] = law_index(self.formula.__name__)
        return self.__dict__["_index"]  # type: ignore[no-any-return]

    # ------------------------------------------------------------------------------------------------------------------

    def mean(self, *params: ArrayLike) -> Any:
        """Expected value under the parameters."""
        raise NotImplementedError(f"{self!r} has no mean")

    def mode(self, *params: ArrayLike) -> Any:
        """Most probable value under the parameters."""
        raise NotImplementedError(f"{self!r} has no mode")

    def quantile(self, p: ArrayLike, *params: ArrayLike) -> Any:
        """Smallest value that is not exceeded with probability p."""
        raise NotImplementedError(f"{self!r} has no quantiles: its values have no order")

    def sample(self, *params: ArrayLike, size: Any = None, rng: Any = None) -> Any:
        """Draw values; `size` as NumPy's generators take it, `rng` a Generator or a seed."""
        raise NotImplementedError(f"{self!r} cannot be sampled")

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> Any:
        """The constant parameters of highest likelihood, always finite."""
        raise NotImplementedError(f"{self!r} has no initial parameters")


def _make(cls: type[Law], settings: dict[str, Any]) -> Law:
    return cls(**settings)


def _plain(value: Any) -> Any:
    """A setting as something that compares and hashes."""
    return (value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value


def positive(name: str, value: float | None) -> float | None:
    """A law's setting: finite and greater than 0, or None."""
    if value is None:
        return None
    number = scalar(name, value)
    if not 0.0 < number < np.inf:
        raise ValueError(f"{name} must be finite and greater than 0, got {value!r}")
    return number


def scalar(name: str, value: float) -> float:
    """A law's setting as a Python float."""
    if isinstance(value, str | bytes | complex) or np.ndim(value) != 0:
        raise TypeError(f"{name} must be one real number, got {value!r}")
    return float(value)


# ----------------------------------------------------------------------------------------------------------------------
# For decoding and fitting: NumPy is fast enough there


def floats(*params: ArrayLike) -> tuple[NDArray[Any], ...]:
    """Parameters as float arrays, broadcast; half precision becomes float32."""
    arrays = [np.asarray(p) for p in params]
    dtype = np.result_type(np.float32, *arrays) if all(a.dtype.kind == "f" for a in arrays) else np.dtype(np.float64)
    return tuple(np.broadcast_arrays(*[a.astype(dtype, copy=False) for a in arrays]))


def sampling(size: Any, rng: Any, *params: ArrayLike) -> tuple[Any, Any, tuple[NDArray[Any], ...]]:
    """The size, the generator and the parameters of a call of `sample`."""
    arrays = floats(*params)
    return (arrays[0].shape if size is None else size), np.random.default_rng(rng), arrays


def probabilities(p: ArrayLike) -> NDArray[np.float64]:
    """Levels of quantiles, checked."""
    levels = np.asarray(p, dtype=np.float64)
    if not ((levels >= 0) & (levels <= 1)).all():
        raise ValueError(f"p must lie in [0, 1], got {p!r}")
    return levels


def observations(law: Law, y: ArrayLike, weight: ArrayLike | None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Flat targets and weights of a call of `init_params`, checked; elements of weight 0 left out."""
    from fastxent.backends.cython._core import checked

    targets = checked("y", y)
    inside = law.support.contains(targets)
    if not inside.all():
        place = first_place(~inside)
        raise ValueError(f"y{place} is {targets[~inside].flat[0]}, outside the support {law.support} of {law!r}")
    values = targets.astype(np.float64).ravel()
    weights = observation_weights(weight, targets.shape)
    if not weights.any():
        raise ValueError("y has no elements of positive weight")
    return values[weights > 0], weights[weights > 0]


def observation_weights(weight: ArrayLike | None, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Weights as a flat array, checked."""
    from fastxent.backends.cython._core import checked

    if weight is None:
        return np.ones(int(np.prod(shape)))
    given = checked("weight", weight).astype(np.float64)
    if given.ndim > len(shape) or any(n not in (1, m) for n, m in zip(given.shape[::-1], shape[::-1], strict=False)):
        raise ValueError(f"weight has shape {given.shape}, which does not broadcast to that of y, {shape}")
    weights = np.broadcast_to(given, shape)
    wrong = ~((weights >= 0) & (weights < np.inf))
    if wrong.any():
        raise ValueError(f"weight{first_place(wrong)} is {weights[wrong][0]}: weights are finite and not negative")
    return weights.ravel()


def weighted_median(y: NDArray[np.float64], w: NDArray[np.float64]) -> float:
    """The lower weighted median."""
    order = np.argsort(y, kind="stable")
    below = np.cumsum(w[order])
    return float(y[order][np.searchsorted(below, 0.5 * below[-1])])


# The least and greatest magnitude that fitted positive quantities keep, so that float32 holds them and their inverses.
TINY, HUGE = 2.0**-126, 2.0**126


def scipy_special() -> Any:
    """SciPy's special functions, which are an optional dependency."""
    try:
        import scipy.special
    except ImportError:
        raise ImportError("this method needs SciPy, which is optional: pip install scipy") from None
    return scipy.special
