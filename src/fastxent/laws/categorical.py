"""One of several classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from fastxent.backends import get_backend
from fastxent.backends.cython._core import checked

from ._decode import HUGE, TINY, generator, logsumexp, parameters, refuse, sample_shape, weights
from ._law import Law
from ._settings import factor, positive, whole
from ._support import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from ._decode import Array

MOST_AXES = 64  # of an array
MOST_IGNORED = 2**53  # up to which float64 holds whole numbers
MOST_CLASSES = 2**20  # that init_params believes in, if nobody tells it their number
LEAST_SHARE = 2.0**-52  # of a class that was never seen
NEAR_1 = 1 - 2.0**-40  # how close to its softcap init_params brings a logit whose best value lies beyond


class Categorical(Law):
    """One of several classes: softmax cross-entropy.

    With x' = softcap·tanh(logits/softcap) (or the logits), lse = log Σ exp x', and t a row's target weights::

        nll = Σ_c class_weight_c · t_c · (lse − x'_c) + z_loss · lse²

    Hard labels are t = onehot(y). Soft targets are t as given, not assumed to sum to one. Label smoothing ε then makes
    it (1 − ε)·t + ε·Σt/K over the K classes that are not masked. [1]_ [2]_ [3]_

    Domain: labels 0 … n_classes − 1 of any integer or float dtype (one axis less than the logits), or finite soft
    targets ≥ 0 (as many axes as the logits). Link: softmax; a logit of −inf masks its class. Labels equal to
    ``ignore_index`` contribute nothing; soft targets have no label to ignore. ``constant=False`` drops nothing. The
    mean divides by Σ weight·class_weight[y] of the rows that are not ignored, or Σ weight for soft targets.

    Parameters
    ----------
    axis : int
        The class axis of the logits (and of soft targets).
    class_weight : array_like, optional
        A factor for each class, 0 or between 2⁻¹²⁶ and 2¹²⁶; not applied to the z-loss.
    ignore_index : int, optional
        A label that is left out; in [−2⁵³, 2⁵³].
    label_smoothing : float
        ε in [0, 1].
    z_loss : float
        Factor of the squared logsumexp; 0 or between 2⁻¹²⁶ and 2¹²⁶.
    softcap : float, optional
        Bound c of the soft-capped logits c·tanh(x/c); between 2⁻¹²⁶ and 2¹²⁶.

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
    axis: int
    class_weight: NDArray[np.float64] | None
    ignore_index: int | None
    label_smoothing: float
    z_loss: float
    softcap: float | None

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
            class_weight = _class_weights(checked("class_weight", class_weight).astype(np.float64))
        label_smoothing = factor("label_smoothing", label_smoothing)
        if label_smoothing > 1.0:
            raise ValueError(f"label_smoothing must lie in [0, 1], got {label_smoothing}")
        if not -MOST_AXES <= whole("axis", axis) < MOST_AXES:
            raise ValueError(f"axis must lie in [-{MOST_AXES}, {MOST_AXES - 1}], got {axis}")
        ignore_index = None if ignore_index is None else whole("ignore_index", ignore_index)
        if abs(ignore_index or 0) > MOST_IGNORED:
            raise ValueError(f"ignore_index must lie in [-2^53, 2^53], as float64 holds it, got {ignore_index}")
        self._set(
            axis=whole("axis", axis),
            class_weight=class_weight,
            ignore_index=ignore_index,
            label_smoothing=label_smoothing,
            z_loss=factor("z_loss", z_loss),
            softcap=positive("softcap", softcap),
        )

    def lse(self, logits: ArrayLike, *, n_threads: int | None = None, backend: str | None = None) -> Any:
        """Logsumexp of each row of logits (soft-capped where the law is).

        Parameters
        ----------
        logits : array_like
            Any shape; classes along the law's axis.
        n_threads, backend
            See `Law`.

        Returns
        -------
        lse : ndarray of the logits' shape without the class axis, or a NumPy scalar for a single row

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> print(fx.Categorical().lse(np.zeros((2, 4))))
        [1.38629436 1.38629436]
        """
        return get_backend(backend).logsumexp(self, logits, n_threads)

    def hvp(
        self,
        y: ArrayLike,
        logits: ArrayLike,
        v: ArrayLike,
        *,
        weight: ArrayLike | None = None,
        reduction: str = "mean",
        curvature: str = "observed",
        constant: bool = True,
        cotangent: ArrayLike | None = None,
        out: Any = None,
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
        weight, reduction, curvature, constant, cotangent, out, check, n_threads, backend
            See `Law`; ``out`` is one array of the logits' shape.

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
            self, 3, (y,), (logits,), weight, reduction, curvature, constant, cotangent, out, check, n_threads, vector=v
        )

    @np.errstate(all="ignore")
    def _rows(self, params: tuple[ArrayLike, ...], named: dict[str, ArrayLike]) -> tuple[Array, Array, np.dtype[Any]]:
        """Logits and probabilities, with the classes last, and the dtype of results; nan for rows that say nothing."""
        given, dtype = parameters(self.params, self._arrange(params, named))
        logits = given["logits"]
        if not -logits.ndim <= self.axis < logits.ndim:
            raise ValueError(f"logits have shape {logits.shape}: they have no axis {self.axis}")
        if logits.shape[self.axis] == 0:
            raise ValueError(f"logits have shape {logits.shape}: no classes along axis {self.axis}")
        logits = x = np.moveaxis(logits, self.axis, -1)
        if self.softcap is not None:
            x = np.where(x == -np.inf, x, self.softcap * np.tanh(x / self.softcap))
        top = x.max(axis=-1, keepdims=True)
        e = np.where(x == top, 1.0, np.exp(x - top))
        known = (top > -np.inf) & ((top < np.inf) | ((x == top).sum(axis=-1, keepdims=True) == 1))
        return logits, np.where(known, e / e.sum(axis=-1, keepdims=True), np.nan), dtype

    def _refuse_unknown(self, p: Array, wanted: str) -> None:
        lost = np.isnan(p[..., 0])
        if lost.any():
            place = [str(i) for i in np.argwhere(lost)[0]]
            place.insert(self.axis % p.ndim, ":")
            why = "nan, every class masked, or more than one inf"
            raise ValueError(f"logits[{', '.join(place)}] have no {wanted}: {why}")

    @np.errstate(all="ignore")
    def mean(self, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Probability of each class, along the class axis; nan for rows of which `mode` raises."""
        _, p, dtype = self._rows(params, named)
        return np.moveaxis(p, -1, self.axis).astype(dtype)

    def mode(self, *params: ArrayLike, **named: ArrayLike) -> Any:
        """Most probable class (int64); a ValueError for rows with nan, without a class, or with more than one inf."""
        logits, p, _ = self._rows(params, named)
        self._refuse_unknown(p, "mode")
        return logits.argmax(axis=-1).astype(np.int64)[()]

    def sample(self, *params: ArrayLike, size: Any = None, rng: Any = None, **named: ArrayLike) -> Any:
        """Draw labels (int64); `size` is their shape, to which the rows of logits broadcast. Errors as for `mode`."""
        _, p, _ = self._rows(params, named)
        self._refuse_unknown(p, "label to draw")
        shape = sample_shape(size, p.shape[:-1])
        below = np.broadcast_to(np.cumsum(p, axis=-1), (*shape, p.shape[-1]))
        level = generator(rng).random(shape) * below[..., -1]
        first, last = np.zeros(shape, np.int64), np.full(shape, p.shape[-1] - 1)
        for _ in range(p.shape[-1].bit_length()):  # bisect: the first class that the level lies below
            middle = (first + last) // 2
            low = np.take_along_axis(below, middle[..., np.newaxis], axis=-1)[..., 0] <= level
            first, last = np.where(low, middle + 1, first), np.where(low, last, middle)
        return last[()]

    @np.errstate(all="ignore")
    def init_params(  # type: ignore[override]
        self, y: ArrayLike, weight: ArrayLike | None = None, n_classes: int | None = None
    ) -> Any:
        """The constant logits of highest likelihood, always finite: where to start a fit.

        They are log p (whose logsumexp is 0) with a z-loss, and else centred: the greatest is minus the least. Shares p
        are kept at 2⁻⁵² or above, and logits so far within a softcap that its tanh is at most 1 − 2⁻⁴⁰.

        Parameters
        ----------
        y : array_like
            Labels, of any shape. Floats with two or more axes, if `n_classes` is not given, are soft targets, with
            classes along the law's axis.
        weight : array_like, optional
            Finite and not negative; broadcasts to the labels, or to the rows of soft targets.
        n_classes : int, optional
            Number of classes for labels, where the last may be absent; else there are as many as class weights, or
            one more than the greatest label.

        Returns
        -------
        logits : ndarray, shape (n_classes,)

        Examples
        --------
        >>> import numpy as np, fastxent as fx
        >>> print(fx.Categorical().init_params([0, 1, 1, 1]))
        [-0.54930614  0.54930614]
        """
        targets = checked("y", y)
        if n_classes is None and targets.ndim >= 2 and targets.dtype.kind not in "iub":
            counts, rows = self._count_soft(targets, weight)
        else:
            counts, rows = self._count_labels(targets, weight, n_classes)
        class_weight = np.ones(counts.shape) if self.class_weight is None else self.class_weight
        if class_weight.shape != counts.shape:
            raise ValueError(f"class_weight has shape {class_weight.shape}, there are {counts.size} classes")
        count, factor = counts.max(initial=0) or 1.0, class_weight.max(initial=0) or 1.0  # products might overflow
        shares, smooth = counts / count, self.label_smoothing
        taught = class_weight / factor * ((1 - smooth) * shares + smooth * shares.sum() / max(shares.size, 1))
        total = taught.sum()
        if total == 0:
            raise ValueError("y has no elements of positive weight")
        return self._best_logits(taught / total, 2 * self.z_loss * (rows / count / factor / total))

    def _count_soft(self, y: NDArray[Any], weight: ArrayLike | None) -> tuple[Array, float]:
        """Sums of targets for each class, and of rows, by weights that sum to 1."""
        if not -y.ndim <= self.axis < y.ndim:
            raise ValueError(f"y has shape {y.shape}: soft targets have the classes along axis {self.axis}")
        targets = y.astype(np.float64)
        refuse("y", y, ~((targets >= 0) & (targets < np.inf)), ": soft targets are finite and not negative")
        targets = np.moveaxis(targets, self.axis, -1)
        w = weights(weight, targets.shape[:-1])
        return w @ targets.reshape(w.size, -1), 1.0

    def _count_labels(self, y: NDArray[Any], weight: ArrayLike | None, n_classes: int | None) -> tuple[Array, float]:
        """The same of labels, without the ignored ones."""
        if n_classes is None and self.class_weight is not None:
            n_classes = self.class_weight.size
        most = MOST_CLASSES if n_classes is None else whole("n_classes", n_classes)
        hint = "; if there are more classes, n_classes= says how many" if n_classes is None else ""
        if most < 1:
            raise ValueError(f"n_classes must be at least 1, got {n_classes}")
        labels, w = y.astype(np.float64), weights(weight, y.shape)
        kept = np.ones(y.shape, bool) if self.ignore_index is None else labels != self.ignore_index
        wrong = ~((labels >= 0) & (labels < most) & (labels == np.trunc(labels))) & kept
        refuse("y", y, wrong, f": labels are whole numbers from 0 to {most - 1}{hint}")
        counts = np.bincount(labels[kept].astype(np.intp), w[kept.ravel()], 0 if n_classes is None else most)
        return counts.astype(np.float64), float(counts.sum())

    def _best_logits(self, shares: Array, pull: float) -> Array:
        """Logits of the least loss, whose targets have these shares; `pull` is the z-loss's 2·z_loss·Σw/Σwτ.

        Where it is flat, p is the share. The loss does not depend on a shift of all x', except by the z-loss, which is
        least where lse is 0. What a softcap keeps from its best x' stays at the cap, and shifts the others.
        """
        x = np.log(np.maximum(shares, LEAST_SHARE))
        x -= logsumexp(x)
        shift = 0.0 if pull else -0.5 * (x.max() + x.min())
        if self.softcap is None:
            return x + shift
        reach = self.softcap * NEAR_1
        if np.abs(x + shift).max() > reach:
            shift = _best_shift(x, reach, pull)
        return self.softcap * np.arctanh(np.clip(x + shift, -reach, reach) / self.softcap)


def _best_shift(x: Array, reach: float, pull: float) -> float:
    """Bisect for the shift after which the logits that do not reach ±reach have no gradient."""
    low, high = -reach - x.max(), reach - x.min()
    for _ in range(64):
        shift = 0.5 * (low + high)
        lse = logsumexp(np.clip(x + shift, -reach, reach))
        # exp(x + shift − lse)·(1 + pull·lse) must be the share exp(x)
        if shift < lse - np.log(np.maximum(1 + pull * lse, 0.0)):
            low = shift
        else:
            high = shift
    return float(high)


def _class_weights(values: Array) -> Array:
    """Class weights, checked, in memory that nobody can make writable."""
    if values.ndim != 1:
        raise ValueError(f"class_weight has shape {values.shape}: it has one axis")
    in_range = (values == 0) | ((values >= TINY) & (values <= HUGE))
    refuse(
        "class_weight", values, ~in_range, ": class weights are 0 or between 2^-126 and 2^126, as float32 holds them"
    )
    return np.frombuffer(values.tobytes())
