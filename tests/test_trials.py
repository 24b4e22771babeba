"""How numbers of trials are refused: an error names the argument, the first wrong index and the value."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from instances import INF, METHODS, NAN, Frozen

import fastxent as fx

LAW = fx.Binomial()
Y, LOGIT = np.array([[1, 0, 1], [0, 1, 0]]), np.zeros((2, 3))
LOSSES: dict[str, Callable[..., Any]] = {m: lambda trials, m=m: getattr(LAW, m)(Y, LOGIT, **trials) for m in METHODS}
DECODERS: dict[str, Callable[..., Any]] = {
    "mean": lambda trials: LAW.mean(LOGIT, **trials),
    "mode": lambda trials: LAW.mode(LOGIT, **trials),
    "variance": lambda trials: LAW.variance(LOGIT, **trials),
    "cdf": lambda trials: LAW.cdf(1.0, LOGIT, **trials),
    "sf": lambda trials: LAW.sf(1.0, LOGIT, **trials),
    "quantile": lambda trials: LAW.quantile(0.5, LOGIT, **trials),
    "sample": lambda trials: LAW.sample(LOGIT, rng=1, **trials),
    "fisher": lambda trials: LAW.fisher(LOGIT, **trials),
    "init_params": lambda trials: LAW.init_params(Y, **trials),
}
EVERY = LOSSES | DECODERS


def with_wrong(value: float) -> np.ndarray:
    """Trials of which the fifth and sixth are wrong: an error names the fifth."""
    trials = np.full((2, 3), 2.0)
    trials[1, 1:] = value
    return trials


def refused(run: Callable[..., Any], trials: Any, kind: type[Exception], match: str) -> None:
    frozen = Frozen((trials,))
    with pytest.raises(kind, match=match):
        run({"trials": trials})
    frozen.check()


@pytest.mark.parametrize("method", EVERY)
def test_missing(method: str) -> None:
    with pytest.raises(TypeError, match=re.escape("Binomial() needs trials=")):
        EVERY[method]({})


@pytest.mark.parametrize("method", EVERY)
@pytest.mark.parametrize("value", [-1.0, -1e-30, -INF, NAN])
def test_negative_or_unknown(method: str, value: float) -> None:
    refused(EVERY[method], with_wrong(value), ValueError, rf"^trials\[1, 1\] is {re.escape(str(value))}\b")


@pytest.mark.parametrize("method", DECODERS)
def test_endless(method: str) -> None:
    refused(DECODERS[method], with_wrong(INF), ValueError, r"^trials\[1, 1\] is inf\b")


def test_samples_need_whole_numbers() -> None:
    """All else goes on between them, as the same formula says."""
    refused(DECODERS["sample"], with_wrong(2.5), ValueError, r"^trials\[1, 1\] is 2.5\b.*whole number")
    refused(DECODERS["sample"], with_wrong(1e300), ValueError, r"^trials\[1, 1\] is 1e\+300\b")
    for method in EVERY.keys() - {"sample"}:
        EVERY[method]({"trials": with_wrong(2.5)})


@pytest.mark.parametrize("method", [*LOSSES, "init_params"])
def test_more_successes_than_trials(method: str) -> None:
    trials = with_wrong(0.5)  # of the last two targets, 1 and 0
    refused(EVERY[method], trials, ValueError, r"^y\[1, 1\] is 1\b.*trials")


@pytest.mark.parametrize("method", EVERY)
def test_what_is_no_number(method: str) -> None:
    for trials, dtype in (
        (np.full((2, 3), 2j), "complex128"),
        (np.full((2, 3), "a"), "<U1"),
        (np.array(None), "object"),
    ):
        refused(EVERY[method], trials, TypeError, rf"trials has dtype {dtype}")


@pytest.mark.parametrize("method", EVERY)
def test_shapes_that_do_not_fit(method: str) -> None:
    refused(EVERY[method], np.full((2, 4), 2.0), ValueError, r"trials.*\(2, 4\)")


@pytest.mark.parametrize("value", [-1.0, NAN, 0.5])
def test_unchecked_they_are_nan(value: float) -> None:
    """For the element alone: also where there are fewer than successes."""
    trials = np.full((2, 3), 2.0)
    trials[1, 1] = value
    loss = LAW.nll(Y, LOGIT, trials=trials, reduction="none", check=False)
    assert math.isnan(loss[1, 1])
    assert np.isnan(loss).sum() == 1


@pytest.mark.parametrize("law", [fx.Bernoulli(), fx.Poisson()], ids=str)
def test_laws_without_trials(law: fx.Law) -> None:
    with pytest.raises(TypeError, match=r"no parameter 'trials'"):
        law.nll(Y, LOGIT, trials=2)
    with pytest.raises(TypeError, match=r"takes no trials"):
        law.init_params(Y, trials=2)
