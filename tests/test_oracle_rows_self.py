"""The oracle for rows against itself (mp.diff) and against PyTorch and SciPy in float64. Needs no fastxent."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf
from oracle_categorical import Options, RowAnswer, evaluate_row
from oracle_rows import CONFIGS, Config, batches
from scipy import special

LOGITS = [0.5, -1.25, 3.0, 0.125]
V = [1.0, -0.5, 0.25, 2.0]
CHOICES = [
    Options(),
    Options(class_weight=(0.5, 2.0, 1.25, 1.0)),
    Options(label_smoothing=0.125),
    Options(z_loss=0.0625),
    Options(softcap=2.0),
    Options(class_weight=(0.5, 2.0, 1.25, 1.0), label_smoothing=0.125, z_loss=0.0625, softcap=2.0),
]
TARGETS: list[Any] = [1, 2, [0.5, 0.0, 0.25, 1.0]]


def softmax_loss(x: list[Any], y: Any, options: Options) -> Any:
    """The loss in plain words, for differentiation."""
    cap = options.softcap
    capped = [cap * mp.tanh(v / cap) for v in x] if cap else x
    lse = mp.log(sum(mp.exp(v) for v in capped))
    size = len(x)
    given = [mpf(c == y) for c in range(size)] if isinstance(y, int) else [mpf(t) for t in y]
    share = mpf(options.label_smoothing)
    mixed = [(1 - share) * t + share * sum(given) / size for t in given]
    weights = options.class_weight or (1.0,) * size
    loss = sum(a * t * (lse - v) for a, t, v in zip(weights, mixed, capped, strict=True))
    return loss + options.z_loss * lse**2


def moved(x: list[float], c: int, value: Any) -> list[Any]:
    return [value if i == c else mpf(v) for i, v in enumerate(x)]


@pytest.mark.parametrize("y", TARGETS, ids=str)
@pytest.mark.parametrize("options", CHOICES, ids=str)
def test_derivatives_are_those_of_mp_diff(options: Options, y: Any) -> None:
    answer = evaluate_row(LOGITS, y, options, V)
    with mp.workdps(60):
        exact = [mpf(v) for v in LOGITS]
        assert abs(softmax_loss(exact, y, options) - answer.loss.value) < 1e-24
        for c in range(len(LOGITS)):

            def by(value: Any, c: int = c) -> Any:
                return softmax_loss(moved(LOGITS, c, value), y, options)

            assert abs(mp.diff(by, exact[c]) - answer.grad[c].value) < 1e-20
            assert abs(mp.diff(by, exact[c], 2) - answer.observed[c].value) < 1e-20

            def along(t: Any, c: int = c) -> Any:
                """The gradient by logit c, a step t along v."""
                at = [x + t * mpf(v) for x, v in zip(exact, V, strict=True)]
                return mp.diff(lambda value: softmax_loss([*at[:c], value, *at[c + 1 :]], y, options), at[c])

            with mp.workdps(120):
                assert abs(mp.diff(along, 0) - answer.hvp[c].value) < 1e-12


@pytest.mark.parametrize("options", CHOICES, ids=str)
def test_fisher_drops_the_bend_of_the_cap_alone(options: Options) -> None:
    """Without a cap both curvatures are one; with it, Fisher's is what a linear cap of the same slope would give."""
    answer = evaluate_row(LOGITS, 1, options, V)
    if options.softcap is None:
        assert [o.value for o in answer.fisher] == [o.value for o in answer.observed]
        return
    with mp.workdps(60):
        cap = mpf(options.softcap)
        capped = [cap * mp.tanh(mpf(x) / cap) for x in LOGITS]
        free = Options(options.class_weight, options.label_smoothing, options.z_loss)
        for c, x in enumerate(LOGITS):
            slope = mp.sech(mpf(x) / cap) ** 2
            inner = mp.diff(
                lambda value, c=c: softmax_loss([value if i == c else t for i, t in enumerate(capped)], 1, free),
                capped[c],
                2,
            )
            assert abs(inner * slope**2 - answer.fisher[c].value) < 1e-20


def scipy_losses(batch: Any, config: Config) -> np.ndarray:
    """The losses of rows without masks, by SciPy."""
    size = batch.logits.shape[1]
    options = config.options(size)
    x = np.asarray(batch.logits, np.float64)
    capped = options.softcap * np.tanh(x / options.softcap) if options.softcap else x
    target = np.asarray(batch.y, np.float64) if config.soft else np.eye(size)[batch.y]
    eps = options.label_smoothing
    target = (1 - eps) * target + eps * target.sum(axis=1, keepdims=True) / size
    weight = np.ones(size) if options.class_weight is None else np.array(options.class_weight)
    losses = -(weight * target * special.log_softmax(capped, axis=1)).sum(axis=1)
    return losses + options.z_loss * special.logsumexp(capped, axis=1) ** 2


@pytest.mark.parametrize("config", CONFIGS, ids=str)
def test_losses_are_scipys(config: Config) -> None:
    for batch in batches(config, "float64"):
        with np.errstate(all="ignore"):
            losses = scipy_losses(batch, config)
        for kind, answer, loss in zip(batch.kinds, batch.answers, losses, strict=True):
            if kind not in ("masked", "extreme"):
                assert float(answer.loss.value) == pytest.approx(loss, rel=1e-9, abs=1e-9)


def test_logsumexp_is_scipys() -> None:
    for batch in batches(CONFIGS[0], "float64"):
        for x, answer in zip(batch.logits, batch.answers, strict=True):
            assert float(answer.lse.value) == pytest.approx(special.logsumexp(x), rel=1e-13, abs=1e-14)


def test_masked_classes_take_no_part() -> None:
    options = Options(label_smoothing=0.125, z_loss=0.0625, softcap=2.0)
    plain = evaluate_row(LOGITS, 1, options, V)
    masked = evaluate_row([*LOGITS, -np.inf], 1, options, [*V, 3.0])
    assert abs(masked.loss.value - plain.loss.value) < 1e-25
    for got, want in ((masked.grad, plain.grad), (masked.observed, plain.observed), (masked.hvp, plain.hvp)):
        assert all(abs(g.value - w.value) < 1e-25 for g, w in zip(got, want, strict=False))
        assert got[-1].value == 0


def lost(answer: RowAnswer) -> bool:
    return bool(mp.isnan(answer.loss.value) and all(mp.isnan(o.value) for o in answer.grad))


def test_edges() -> None:
    assert lost(evaluate_row([-np.inf, -np.inf], 0, Options(), [0.0, 0.0]))
    assert lost(evaluate_row([np.nan, 0.0], 1, Options(), [0.0, 0.0]))
    assert evaluate_row([0.0, -np.inf], 1, Options(), [0.0, 0.0]).loss.value == mp.inf
    sure = evaluate_row([40.0, 0.0], 0, Options(), [0.0, 0.0])
    assert [float(sure.loss.value), *(float(g.value) for g in sure.grad)] == [
        4.248354255291589e-18,
        -4.248354255291589e-18,
        4.248354255291589e-18,
    ]
