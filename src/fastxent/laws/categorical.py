"""One of several classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent._places import first_place
from fastxent.backends import get_backend

from ._law import Law, floats, observation_weights, scalar
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

MOST_CLASSES = 2**31  # that init_params believes in, if nobody tells it their number
LEAST_PROBABILITY = 2.0**-52  # of a class that was never seen, before the logits are centred


class Categorical(Law):
    """One of several classes: softmax cross-entropy.

    With x' = softcap·tanh(logits/softcap) (or the logits), lse = log Σ exp x', and t a row's target weights::

        nll = Σ_c class_weight_c · t_c · (lse − x'_c) + z_loss · lse²

    Hard labels are t = onehot(y). Soft targets are t as given, not assumed to sum to one. Label smoothing ε then makes it
    (1 − ε)·t + ε·Σt/K over the K classes that are not masked. [1]_ [2]_ [3]_

    Domain: labels 0 … n_classes − 1 of any integer or float dtype (one axis less than the logits), or finite soft targets ≥ 0
    (as many axes as the logits). A logit of −inf masks its class. Labels equal to ``ignore_index`` contribute nothing; soft
    targets have no label to ignore. ``constant=False`` drops nothing. The mean divides by Σ weight·class_weight[y] of the rows
    that are not ignored, or Σ weight for soft targets.

    Parameters
    ----------
    axis : int
        The class axis of the logits (and of soft targets).
    class_weight : array_like, optional
        A factor for each class, finite and not negative; not applied to the z-loss.
    ignore_index : int, optional
        A label that is left out.
    label_smoothing : float
        ε in [0, 1].
    z_loss : float
        Factor of the squared logsumexp; finite and not negative.
    softcap : float, optional
        Bound c of the soft-capped logits c·tanh(x/c).

    References
    ----------
    .. [1] Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.108.
    .. [2] Szegedy et al., Rethinking the Inception Architecture, 2016 (label smoothing).
    .. [3] Chowdhery et al., PaLM, 2022 (z-loss); Gemma Team, Gemma 2, 2024 (soft-capping).

    Examples
    --------
    >>> import numpy as np, fastxent as fx
    >>> loss, grad = fx.Categorical().nll_grad(0, [40.0, 0.0])
    >>> print(loss, grad)
    4.248354255291589e-18 [-4.24835426e-18  4.24835426e-18]
    """

    support = Interval(0, np.inf, "left")
    params = ("logits",)
    skeleton = "categorical"

    def __init__(
        self,
        axis: int = -1,
        class_weight: ArrayLike | None = None,
        ignore_index: int | None = None,
        label_smoothing: float = 0.0,
        z_loss: float = 0.0,
        softcap: float | None = None,
    ) -> None:
        if class_weight is not None:
            class_weight = np.array(class_weight, dtype=np.float64)
            if class_weight.ndim != 1 or not ((class_weight >= 0) & (class_weight < np.inf)).all():
                raise ValueError(f"class_weight must be one axis of finite numbers >= 0, got {class_weight}")
            class_weight.setflags(write=False)
        if not 0.0 <= scalar("label_smoothing", label_smoothing) <= 1.0:
            raise ValueError(f"label_smoothing must lie in [0, 1], got {label_smoothing}")
        if not 0.0 <= scalar("z_loss", z_loss) < np.inf:
            raise ValueError(f"z_loss must be finite and not negative, got {z_loss}")
        if softcap is not None and not 0.0 < scalar("softcap", softcap) < np.inf:
            raise ValueError(f"softcap must be finite and greater than 0, got {softcap}")
        self._set(
            axis=_whole("axis", axis),
            class_weight=class_weight,
            ignore_index=None if ignore_index is None else _whole("ignore_index", ignore_index),
            label_smoothing=float(label_smoothing),
            z_loss=float(z_loss),
            softcap=None if softcap is None else float(softcap),
        )

    def lse(self, logits: ArrayLike, *, n_threads: int | None = None) -> Any:
        """Logsumexp of each row of logits (soft-capped where the law is).

        Parameters
        ----------
        logits : array_like
            Any shape; classes along the law's axis.

        Returns
        -------
        lse : ndarray of the logits' shape without the class axis, or a NumPy scalar for a single row

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> print(fx.Categorical().lse(np.zeros((2, 4))))
        [1.38629436 1.38629436]
        """
        return get_backend(None).logsumexp(self, logits, n_threads)

    def hvp(
        self,
        y: ArrayLike,
        logits: ArrayLike,
        v: ArrayLike,
        *,
        weight: ArrayLike | None = None,
        reduction: str = "mean",
        curvature: str = "observed",
        cotangent: ArrayLike | None = None,
        check: bool = True,
        n_threads: int | None = None,
        backend: str | None = None,
    ) -> Any:
        """The exact Hessian of the reduced loss, times a vector.

        Parameters
        ----------
        y, logits : array_like
            As for `nll`.
        v : array_like
            The vector, of the logits' shape.
        weight, reduction, curvature, cotangent, check, n_threads, backend
            See `Law`.

        Returns
        -------
        product : ndarray of the logits' shape and dtype

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> print(fx.Categorical().hvp(0, np.zeros(2), np.array([1.0, 0.0])))
        [ 0.25 -0.25]
        """
        run = get_backend(backend).categorical
        return run(
            self, 3, y, (logits,), weight, reduction, curvature, True, cotangent, None, check, n_threads, vector=v
        )

    def _capped(self, logits: ArrayLike) -> NDArray[Any]:
        (x,) = floats(logits)
        if self.softcap is not None:
            x = np.where(x == -np.inf, x, self.softcap * np.tanh(x / self.softcap)).astype(x.dtype)
        return np.moveaxis(x, self.axis, -1)

    def mean(self, logits: ArrayLike) -> Any:
        """The probability of each class, along the class axis."""
        x = self._capped(logits)
        with np.errstate(invalid="ignore"):
            e = np.exp(x - x.max(axis=-1, keepdims=True))
            return np.moveaxis(e / e.sum(axis=-1, keepdims=True), -1, self.axis)

    def mode(self, logits: ArrayLike) -> Any:
        """The most probable class (int64)."""
        return self._capped(logits).argmax(axis=-1)

    def sample(self, logits: ArrayLike, *, size: Any = None, rng: Any = None) -> Any:
        """Labels (int64); `size` is their shape, with which the rows of logits broadcast."""
        x = self._capped(logits)
        rng = np.random.default_rng(rng)
        shape = x.shape[:-1] if size is None else (size,) if np.ndim(size) == 0 else tuple(size)
        below = np.cumsum(np.moveaxis(self.mean(logits), self.axis, -1), axis=-1)
        below = np.broadcast_to(below, (*shape, x.shape[-1]))
        level = rng.random(shape)[..., np.newaxis] * below[..., -1:]
        return (below <= level).sum(axis=-1)

    def init_params(self, y: ArrayLike, weight: ArrayLike | None = None, n_classes: int | None = None) -> Any:
        """Centred log frequencies, of at least 2⁻⁵² of the whole.

        Parameters
        ----------
        y : array_like
            Labels of any shape, or, if ``n_classes`` is not given and y has two axes, rows of soft targets.
        weight : array_like, optional
            One for each label or row.
        n_classes : int, optional
            Needed where the last class may be absent; else the greatest label plus one.

        Returns
        -------
        logits : ndarray, shape (n_classes,)
        """
        from fastxent.backends.cython._core import checked

        counts = self._counts(checked("y", y), weight, n_classes)
        if self.class_weight is not None:
            if len(self.class_weight) != len(counts):
                raise ValueError(f"class_weight has shape {self.class_weight.shape}, there are {len(counts)} classes")
            counts = counts * self.class_weight
        total = counts.sum()
        if not total > 0:
            raise ValueError("y has no elements of positive weight")
        share = counts / total
        share = (1 - self.label_smoothing) * share + self.label_smoothing / len(share)
        logits = np.log(np.maximum(share, LEAST_PROBABILITY))
        return logits - logits.mean()

    def _counts(self, y: NDArray[Any], weight: ArrayLike | None, n_classes: int | None) -> NDArray[np.float64]:
        if n_classes is None and y.ndim == 2 and y.dtype.kind not in "iub":
            _refuse(~((y >= 0) & (y < np.inf)), y, "soft targets are finite and not negative")
            targets = np.moveaxis(y.astype(np.float64), self.axis, -1)
            return observation_weights(weight, targets.shape[:1]) @ targets
        labels, w = y.astype(np.float64), observation_weights(weight, y.shape)
        limit = MOST_CLASSES if n_classes is None else n_classes
        wrong = ~((labels >= 0) & (labels < limit) & (labels == np.trunc(labels)))
        ignored = np.zeros(y.shape, bool) if self.ignore_index is None else labels == self.ignore_index
        _refuse(wrong & ~ignored, labels, f"labels are whole numbers from 0 to {limit - 1}")
        kept = labels[~ignored].astype(np.intp)
        if not kept.size:
            raise ValueError("y has no elements of positive weight")
        return np.bincount(kept, weights=w[~ignored.ravel()], minlength=n_classes or 0)


def _refuse(wrong: NDArray[np.bool_], y: NDArray[Any], wanted: str) -> None:
    if wrong.any():
        raise ValueError(f"y{first_place(wrong)} is {y[wrong][0]}: {wanted}")


def _whole(name: str, value: int) -> int:
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"{name} must be a whole number, got {value!r}") from None
