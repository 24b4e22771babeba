"""The class that all laws share: a likelihood family with its settings, as a callable loss."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.backends import get_backend, get_skeleton

from ._distribution import Distribution
from ._links import KINDS, Link, chosen
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


REALS = Interval(-np.inf, np.inf)
BOUNDS = ("lower", "upper")  # what stands in the place of y where an observation is censored


class Law(Distribution):
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
        "cython" (the default), "numba" (the same formulas compiled on first use: ``pip install fastxent[numba]``), or
        "reference" (plain Python, slow).

    Some laws take censored observations: ``lower=`` and ``upper=`` in the place of y, by name. The observation lies
    between them; equal they say that it is exact, and a bound that is infinite, lies beyond the support or is not given
    is open: ``law.nll(lower=t, upper=np.where(event, t, np.inf), ...)`` for durations of which some have not ended.
    Probabilities are differences of survival functions, computed without cancellation. ``curvature`` is "observed".

    Positive parameters come in as logs; a law's ``link`` may choose ``"softplus"`` or ``"identity"`` instead, for all
    of them or by name (``link={"scale": "softplus"}``). Such a parameter drops the ``log_`` of its name. Under the
    identity, a negative one gives nan. Derivatives come by the chain rule from those for the log: at 0 or infinity,
    0 times infinity is nan.

    ``mean``, ``mode``, ``variance``, ``cdf``, ``sf``, ``quantile``, ``sample`` and ``fisher`` take the parameters as a
    loss does, and these alone choose the dtype of what is returned: float64, or float32 (also for half precision);
    sampled whole numbers are int64. A nan parameter gives nan for that element (a ValueError where whole numbers are
    sampled), an infinite one the mathematical limit where there is one, else nan.

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

    support: Interval = REALS
    skeleton = "elementwise"  # the backend's function that runs this law
    data: tuple[str, ...] = ("y",)
    formula: Callable[..., Any]
    settings: tuple[float, ...]  # what the formula takes after the parameters
    free_settings: tuple[float, ...]  # the same with constant=False
    kinds: tuple[str | None, ...] = ()  # for each parameter, its link if that is not the log
    links: tuple[Callable[..., Any] | None, ...] = ()  # the formulas of these
    censored: Callable[..., Any] | None = None  # the formula for lower and upper in the place of y

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is no law by itself: make one of those in fastxent.catalogue()")

    def _set(self, **settings: Any) -> None:
        kept = {n: MappingProxyType(dict(v)) if isinstance(v, Mapping) else v for n, v in settings.items()}
        self.__dict__.update(kept, _names=tuple(settings))

    def _use(
        self,
        formula: Callable[..., Any],
        params: tuple[str, ...],
        *settings: float,
        free: tuple[float, ...] | None = None,
        link: Link = "log",
        censored: Callable[..., Any] | None = None,
    ) -> None:
        """Choose the formula, its parameters and its settings; `free`: those that leave out constant terms.

        A parameter log_x that has another link than the log is named x. `censored` is a second formula of the same
        parameters and settings, whose data are lower and upper.
        """
        links = chosen(params, link)
        bare = [p.removeprefix("log_") for p in params]
        kinds = tuple(links.get(name) for name in bare)
        self.__dict__.update(
            formula=formula,
            censored=censored,
            data=formula.__dict__["data"],
            params=tuple(p if kind is None else name for p, name, kind in zip(params, bare, kinds, strict=True)),
            kinds=kinds,
            links=tuple(None if kind is None else KINDS[kind].formula for kind in kinds),
            settings=tuple(float(s) for s in settings),
            free_settings=tuple(float(s) for s in (settings if free is None else free)),
        )

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable: make a new one instead of setting {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable: {name} stays")

    def _given(self) -> dict[str, Any]:
        """The settings that are not their defaults."""
        defaults = inspect.signature(type(self)).parameters
        values = {n: dict(v) if isinstance(v := self.__dict__[n], Mapping) else v for n in self.__dict__["_names"]}
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
        y: ArrayLike | None = None,
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
        y: ArrayLike | None = None,
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
        y: ArrayLike | None = None,
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

    @property
    def jitted(self) -> Any:
        """The formula as a function of scalars, for use inside your own functions that numba compiles.

        It takes y (and data beyond y), then the parameters, by position, and returns the loss, a tuple of gradients and
        a tuple of Hessian diagonals (observed), constant terms included. Settings are bound, and links applied. It
        computes in float32 where all parameters are float32, else in float64. Data that a loss would refuse give nan.
        What is not used of its results is not computed. Needs numba: ``pip install fastxent[numba]``.

        Examples
        --------
        >>> import fastxent as fx, numba
        >>> poisson = fx.Poisson().jitted
        >>> @numba.njit
        ... def slope(y, log_rate):
        ...     loss, grads, hess = poisson(y, log_rate)
        ...     return grads[0]
        >>> slope(1, 0.0)
        0.0
        """
        if self.skeleton != "elementwise":
            raise AttributeError(f"{type(self).__name__} works on rows: there is no formula of scalars")
        return get_backend("numba").jitted(self)

    def _evaluate(self, order: int, y: Any, params: tuple[Any, ...], named: dict[str, Any], *options: Any) -> Any:
        law, data = (self, (y,)) if y is not None and len(self.data) == 1 else self._with_data(y, named)
        if options[2] == "fisher":
            law._allow_fisher()
        if named or len(params) != len(self.params):
            params = self._arrange(params, named)
        run = get_skeleton(options[-1], self.skeleton)
        return run(law, order, data, params, *options[:-1])

    def _with_data(self, y: Any, named: dict[str, Any]) -> tuple[Law, tuple[Any, ...]]:
        """The law that takes the data at hand, and these, taken out of what was given by name."""
        if y is None and self.censored and not named.keys().isdisjoint(BOUNDS):
            return self._of_bounds, (named.pop("lower", -np.inf), named.pop("upper", np.inf))
        if y is None:
            raise TypeError(f"y is missing{', and so are lower= and upper=' if self.censored else ''}")
        return self, (y, *self._extras(named))

    @cached_property
    def _of_bounds(self) -> Law:
        """The law as it takes lower and upper."""
        return Censored(self)

    def _allow_fisher(self) -> None:
        """Whether there is an expected curvature, whatever the data."""


class Censored(Law):
    """A law whose data are bounds that the observation lies between; equal where it is exact, infinite where open."""

    support = Interval(-np.inf, np.inf, "left")  # of lower: -inf is a bound as well

    def __init__(self, law: Law) -> None:
        shared = ("params", "kinds", "links", "settings", "free_settings")
        self._set(law=law)
        self.__dict__.update({name: law.__dict__[name] for name in shared}, formula=law.censored, data=BOUNDS)

    def __repr__(self) -> str:
        return repr(self.__dict__["law"])

    def refusals(self, *data: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
        """As of every law; an interval that does not meet the support is refused as an exact value outside is."""
        lower, upper = (np.asarray(bound, np.float64) for bound in data)
        support: Interval = self.__dict__["law"].support
        outside = f", and nothing of the support {support} of {self!r} lies"
        least, greatest = support.bounds("d")
        yield "lower", ~(lower <= greatest), f"{outside} above"
        yield "upper", ~(upper >= least), f"{outside} below"
        yield "lower", lower > upper, ": above its upper"

    def _allow_fisher(self) -> None:
        raise ValueError(
            "curvature='fisher' is an expectation over observations, and bounds do not say how others would be "
            "censored: lower= and upper= have the observed curvature only"
        )


def _make(cls: type[Law], settings: dict[str, Any]) -> Law:
    return cls(**settings)


def _plain(value: Any) -> Any:
    """A setting as something that compares and hashes."""
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return (value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value
