"""The class that all laws share: a likelihood family with its settings, as a callable loss."""

from __future__ import annotations

import inspect
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.backends import get_backend

from ._decode import HUGE, TINY, broadcast, finished, generator, levels, observations, parameters, refuse, sample_shape
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ._decode import Array

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
        With weights w and losses l: Σ w·l / Σ w, Σ w·l, or w·l for each element. Gradients and Hessian diagonals are
        those of the reduced loss; for "none", of the sum.
    curvature : {"observed", "fisher"}
        Second derivatives as they are, or their expectation under the law, which is never negative (but for a z-loss).
    constant : bool
        Whether to keep terms that no parameter enters.
    cotangent : array_like, optional
        With ``reduction="none"``: factors of any sign for the gradients of each element (a vector-Jacobian product).
    out : array or tuple, optional
        Where results go: one array for ``nll``, else a flat tuple (loss, gradients, Hessian diagonals) with None for
        what should be fresh. A gradient may exactly alias its own parameter.
    check : bool
        Raise for targets and weights that mean nothing; with False such an element becomes nan.
    n_threads : int, optional
        At most so many threads; see ``fastxent.set_num_threads``.
    backend : str, optional
        "cython" (the default) or "reference" (plain Python, slow).

    ``mean``, ``mode``, ``quantile`` and ``sample`` take the parameters as a loss does, and these alone choose the dtype
    of what is returned: float64, or float32 (also for half precision); sampled whole numbers are int64. A nan parameter
    gives nan for that element (a ValueError where whole numbers are sampled), an infinite one the mathematical limit
    where there is one, else nan.

    Examples
    --------
    >>> import fastxent as fx
    >>> law = fx.Poisson()
    >>> print(law.params, law.support)
    ('log_rate',) [0, inf)
    >>> print(law.nll(1, log_rate=0.0), law.mean(log_rate=0.0))
    1.0 1.0
    >>> law == fx.Poisson()
    True
    """

    params: tuple[str, ...]
    support: Interval = REALS
    skeleton = "elementwise"  # the backend's function that runs this law
    formula: Callable[..., Any]
    settings: tuple[float, ...]  # what the formula takes after the parameters

    # A law's own part of a public method: in float64, on operands that are checked and broadcast. It may lack some.
    _mean: Callable[..., Array]  # (*params), as the next
    _mode: Callable[..., Array]
    _quantile: Callable[..., Array]  # (p, *params)
    _sample: Callable[..., Any]  # (rng, shape, *params)
    _init_params: Callable[[Array, Array], tuple[float, ...]]  # (targets, weights that sum to 1)
    _discrete = False  # whether samples are whole numbers

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is no law by itself: make one of those in fastxent.catalogue()")

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
        >>> loss, (g_loc, g_log_scale) = fx.Normal().nll_grad(np.array([1.0, 3.0]), np.zeros(2), 0.0)
        >>> print(g_loc, g_log_scale)
        [-0.5 -1.5] -4.0
        """
        result: tuple[Any, Any] = self._evaluate(
            1, y, params, named, weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
        )
        return result

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
        result: tuple[Any, Any, Any] = self._evaluate(
            2, y, params, named, weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
        )
        return result

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
        index: int | None = self.__dict__.get("_index")
        if index is None:
            from fastxent.backends.cython._core import law_index

            index = self.__dict__["_index"] = law_index(self.formula.__name__)
        return index

    # ------------------------------------------------------------------------------------------------------------------

    def _own(self, name: str) -> Callable[..., Any]:
        own: Callable[..., Any] | None = getattr(self, f"_{name}", None)
        if own is None:
            raise NotImplementedError(f"{self!r} has no {name}")
        return own

    @np.errstate(all="ignore")
    def _decode(self, name: str, params: tuple[ArrayLike, ...], named: dict[str, ArrayLike], **data: Array) -> Any:
        own = self._own(name)
        given, dtype = parameters(self.params, self._arrange(params, named))
        operands = broadcast(data | given)
        return finished(own(*operands), operands[len(data) :], dtype)

    def mean(self, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Expected value.

        Parameters
        ----------
        *params, **named : array_like
            The parameters, by position or by name; they broadcast with each other.

        Returns
        -------
        mean : ndarray or NumPy scalar
            Of the dtype that the parameters choose.

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> print(fx.Bernoulli().mean(np.array([-np.inf, 0.0])))
        [0.  0.5]
        """
        return self._decode("mean", params, named)

    def mode(self, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Most probable value; parameters and what is returned as for `mean`.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Poisson().mode(1.0))
        2.0
        """
        return self._decode("mode", params, named)

    def quantile(self, p: ArrayLike, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Smallest value of the support up to which lies a probability of p, or more.

        Parameters
        ----------
        p : array_like
            In [0, 1]; broadcasts with the parameters.
        *params, **named : array_like
            As for `mean`.

        Returns
        -------
        quantile : ndarray or NumPy scalar
            Of the dtype that the parameters choose. The ends of the support for p = 0 and 1.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Laplace().quantile([0.0, 0.5, 1.0], 3.0, 0.0))
        [-inf   3.  inf]
        """
        return self._decode("quantile", params, named, p=levels(p))

    @np.errstate(all="ignore")
    def sample(self, *params: ArrayLike, size: Any = None, rng: Any = None, **named: ArrayLike) -> Any:
        """Draw values.

        Parameters
        ----------
        *params, **named : array_like
            As for `mean`.
        size : int or tuple of int, optional
            Shape of the sample, to which the parameters broadcast; else theirs.
        rng : numpy.random.Generator or seed, optional
            The same seed gives the same sample.

        Returns
        -------
        sample : ndarray or NumPy scalar
            Whole numbers are int64, all else is of the dtype that the parameters choose.

        Examples
        --------
        >>> import fastxent as fx
        >>> fx.Normal().sample(0.0, 0.0, size=(2, 3), rng=1).shape
        (2, 3)
        """
        own = self._own("sample")
        given, dtype = parameters(self.params, self._arrange(params, named))
        if self._discrete:
            for name, values in given.items():
                refuse(name, values, np.isnan(values), "whole numbers have no nan to draw")
        operands = broadcast(given)
        shape = sample_shape(size, operands[0].shape)
        return finished(own(generator(rng), shape, *operands), operands, np.int64 if self._discrete else dtype)

    @np.errstate(all="ignore")
    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None) -> Any:
        """The constant parameters of highest likelihood, always finite: where to start a fit.

        Where the likelihood has its maximum at infinity, something finite stands in: each law says what.

        Parameters
        ----------
        y : array_like
            Targets, of any shape.
        weight : array_like, optional
            Finite and not negative; broadcasts to y.

        Returns
        -------
        params : float, or tuple of float for more than one parameter
            Python's floats, which leave the dtype to what they meet.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Normal().init_params([1.0, 3.0]))
        (2.0, 0.0)
        """
        own = self._own("init_params")
        params = tuple(float(p) for p in own(*observations(self, y, weight)))
        return params if len(params) > 1 else params[0]


def _make(cls: type[Law], settings: dict[str, Any]) -> Law:
    return cls(**settings)


def _plain(value: Any) -> Any:
    """A setting as something that compares and hashes."""
    return (value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value


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
