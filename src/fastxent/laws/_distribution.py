"""What laws say about themselves beyond the loss: moments, quantiles, samples, information, first guesses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.backends.cython._core import checked

from ._decode import (
    broadcast,
    finished,
    generator,
    levels,
    observations,
    parameters,
    refuse,
    sample_shape,
)
from ._links import KINDS

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from ._decode import Array
    from ._support import Interval


class Distribution:
    """The decoding half of `Law`: checks and broadcasts, then hands over to the law's own part of each method."""

    params: tuple[str, ...]
    data: tuple[str, ...]
    support: Interval
    kinds: tuple[str | None, ...]  # links of the parameters

    # A law's own part of a public method: in float64, on operands that are checked and broadcast. It may lack some.
    # Positive parameters come as logs whatever their link; after the parameters comes data beyond y, such as trials.
    _mean: Callable[..., Array]  # (*params), as the next
    _mode: Callable[..., Array]
    _variance: Callable[..., Array]
    _cdf: Callable[..., Array]  # (x, *params), as the next
    _sf: Callable[..., Array]
    _quantile: Callable[..., Array]  # (p, *params)
    _sample: Callable[..., Any]  # (rng, shape, *params)
    _fisher: Callable[..., Sequence[Sequence[Any]]]  # (*params): k x k entries
    _init_params: Callable[..., tuple[float, ...]]  # (targets, weights that sum to 1), and data beyond y
    _discrete = False  # whether samples are whole numbers

    def _own(self, name: str) -> Callable[..., Any]:
        own: Callable[..., Any] | None = getattr(self, f"_{name}", None)
        if own is None:
            raise NotImplementedError(f"{self!r} has no {name}")
        return own

    def _arrange(self, params: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        """Parameters in order, from those given by position and those given by name."""
        left = self.params[len(params) :]
        for name in named:
            if name in ("lower", "upper"):
                raise TypeError(f"{self!r} has no use for {name}= here: where it takes bounds, they replace y")
            if name not in self.params:
                raise TypeError(f"{self!r} has no parameter {name!r}: they are {', '.join(self.params)}")
            if name not in left:
                raise TypeError(f"{name} was given twice: by position and by name")
        if len(params) > len(self.params) or len(left) != len(named):
            n = len(params) + len(named)
            raise ValueError(f"{self!r} takes {len(self.params)} parameters ({', '.join(self.params)}), got {n}")
        return (*params, *(named[name] for name in left))

    def _extras(self, named: dict[str, Any]) -> tuple[Any, ...]:
        """The data beyond y, taken out of what was given by name."""
        for name in self.data[1:]:
            if name not in named:
                raise TypeError(f"{self!r} needs {name}=")
        return tuple(named.pop(name) for name in self.data[1:])

    def _operands(
        self, params: tuple[ArrayLike, ...], named: dict[str, ArrayLike], **first: Array
    ) -> tuple[tuple[Array, ...], np.dtype[Any]]:
        """What comes first, the parameters and the data beyond y, in their common shape; the dtype of results."""
        extras = {n: checked(n, v).astype(np.float64) for n, v in zip(self.data[1:], self._extras(named), strict=True)}
        for name, wrong, reason in self.refused_extras(*extras.values()):
            refuse(name, extras[name], wrong, reason)
        given, dtype = parameters(self.params, self._arrange(params, named))
        return broadcast(first | given | extras), dtype

    def _to_logs(self, operands: Sequence[Array]) -> list[Array]:
        """The operands of a law's own part: parameters as logs."""
        n = len(self.params)
        kinds = [*self.kinds, *[None] * (len(operands) - n)]
        return [a if kind is None else KINDS[kind].to_log(a) for a, kind in zip(operands, kinds, strict=True)]

    def refusals(self, *data: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
        """What is wrong with data: an argument's name, where, and what an error says after the value."""
        yield self.data[0], ~self.support.contains(data[0]), f", outside the support {self.support} of {self!r}"
        yield from self.refused_extras(*data[1:])

    def refused_extras(self, *extras: Any) -> Iterator[tuple[str, NDArray[np.bool_], str]]:
        """What is wrong with data beyond y alone, in the same form."""
        yield from ()

    @np.errstate(all="ignore")
    def _decode(self, name: str, params: tuple[ArrayLike, ...], named: dict[str, ArrayLike], **first: Array) -> Any:
        own = self._own(name)
        operands, dtype = self._operands(params, named, **first)
        n = len(first)
        operands = (*operands[:n], *self._to_logs(operands[n:]))
        return finished(own(*operands), operands, dtype)

    @np.errstate(all="ignore")
    def _accumulate(self, name: str, x: ArrayLike, params: tuple[ArrayLike, ...], named: dict[str, ArrayLike]) -> Any:
        """`cdf` or `sf`: none or all at an infinite x, whatever the parameters."""
        own = self._own(name)
        (place, *others), dtype = self._operands(params, named, x=checked("x", x).astype(np.float64))
        logs = self._to_logs(others)
        share = np.where(np.isinf(place), (place > 0) == (name == "cdf"), own(place, *logs))
        return finished(share, (place, *logs), dtype)

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

    def variance(self, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Variance; parameters and what is returned as for `mean`.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Poisson().variance(0.0))
        1.0
        """
        return self._decode("variance", params, named)

    def cdf(self, x: ArrayLike, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Probability of a value up to x.

        Parameters
        ----------
        x : array_like
            Any real numbers; broadcasts with the parameters.
        *params, **named : array_like
            As for `mean`.

        Returns
        -------
        probability : ndarray or NumPy scalar
            Of the dtype that the parameters choose.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Exponential().cdf(0.0, 1.0), fx.Laplace().cdf([-1.0, 1.0], 1.0, 0.0)[1])
        0.0 0.5
        """
        return self._accumulate("cdf", x, params, named)

    def sf(self, x: ArrayLike, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Probability of a value beyond x: 1 - cdf, without its cancellation; as `cdf`.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Laplace().sf([-1.0, 1.0], 1.0, 0.0)[1])
        0.5
        """
        return self._accumulate("sf", x, params, named)

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
        operands, dtype = self._operands(params, named)
        if self._discrete:
            for name, values in zip(self.params, operands, strict=False):
                refuse(name, values, np.isnan(values), ": whole numbers have no nan to draw")
        shape = sample_shape(size, operands[0].shape)
        logs = self._to_logs(operands)
        return finished(own(generator(rng), shape, *logs), logs, np.int64 if self._discrete else dtype)

    @np.errstate(all="ignore")
    def fisher(self, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Fisher information: the expected Hessian of the nll in the parameters, off-diagonal entries included.

        Parameters
        ----------
        *params, **named : array_like
            As for `mean`.

        Returns
        -------
        information : ndarray, shape (..., k, k) for k parameters
            Symmetric and positive semi-definite, of the dtype that the parameters choose.

        Examples
        --------
        >>> import fastxent as fx
        >>> print(fx.Normal().fisher(0.0, 0.0))
        [[1. 0.]
         [0. 2.]]
        """
        own = self._own("fisher")
        operands, dtype = self._operands(params, named)
        k = len(self.params)
        slopes = [1.0 if kind is None else KINDS[kind].slope(a) for kind, a in zip(self.kinds, operands, strict=False)]
        logs = self._to_logs(operands)
        entries = own(*logs)
        rows = []
        for i in range(k):
            row = [np.broadcast_to(entries[i][j] * slopes[i] * slopes[j], operands[0].shape) for j in range(k)]
            rows.append([finished(entry, logs, dtype) for entry in row])
        return np.moveaxis(np.array(rows), (0, 1), (-2, -1))

    @np.errstate(all="ignore")
    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None, **extra: ArrayLike) -> Any:
        """The constant parameters of highest likelihood, always finite: where to start a fit.

        Where the likelihood has its maximum at infinity, something finite stands in: each law says what.

        Parameters
        ----------
        y : array_like
            Targets, of any shape.
        weight : array_like, optional
            Finite and not negative; broadcasts to y.
        **extra : array_like
            Data beyond y, such as ``trials``; broadcasts to y.

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
        extras = self._extras(extra)
        if extra:
            raise TypeError(f"{self!r} takes no {', '.join(extra)}")
        values = own(*observations(self, (y, *extras), weight))
        params = tuple(
            float(value if kind is None else KINDS[kind].from_log(value))
            for value, kind in zip(values, self.kinds, strict=True)
        )
        return params if len(params) > 1 else params[0]
