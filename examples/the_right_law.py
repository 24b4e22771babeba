"""Overdispersed counts, censored durations, bounded and heavy-tailed targets: the right law beside the habitual one.

Each law is fitted by SciPy's L-BFGS on fastxent's gradients: its first parameter linear in the features, the others
constant. Losses are held-out negative log-likelihoods in nats a row, all constants included, so that laws compare.
The data ship inside statsmodels.

    pip install "fastxent[demo]"
    python examples/the_right_law.py
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from statsmodels import datasets
from tqdm import tqdm

import fastxent as fx

FOLDS = 5
NOTE = """
A law is an assumption: schools' shares lie closer together than a continuous Bernoulli law has them, and there the
Gaussian, which has a scale to fit, does better. A Beta law, which has a precision, does best."""
PENALTY = 1e-3  # half the precision of the coefficients' prior, a row

Array = NDArray[np.float64]
Data = dict[str, Array]  # what a law's methods take beside the parameters: y, or lower and upper


@dataclass(frozen=True)
class Task:
    """A data set, what held-out rows are judged by, and the laws to fit, of which the habitual one comes first."""

    name: str
    features: Array
    scored: Data
    laws: dict[str, fx.Law]
    fitted: dict[str, Data] = field(default_factory=dict)  # where a law is fitted to other data than it is judged by

    def training(self, label: str) -> Data:
        """What a law is fitted to."""
        return self.fitted.get(label, self.scored)


def features(*columns: Any) -> Array:
    x = np.column_stack([np.asarray(c, np.float64) for c in columns])
    return np.column_stack([np.ones(len(x)), (x - x.mean(axis=0)) / x.std(axis=0)])


# ----------------------------------------------------------------------------------------------------------------------
# The data


def doctor_visits() -> Task:
    """Counts whose variance is five times their mean, which a Poisson law does not allow."""
    table = datasets.randhie.load_pandas().data
    visits = table.pop("mdvis").to_numpy(float)
    laws = {
        "Poisson": fx.Poisson(),
        "ZeroInflated(Poisson)": fx.ZeroInflated(fx.Poisson()),
        "Geometric": fx.Geometric(),
        "NegativeBinomial": fx.NegativeBinomial(),
        "Hurdle(NegativeBinomial)": fx.Hurdle(fx.NegativeBinomial()),
    }
    return Task("doctor visits (randhie)", features(table), {"y": visits}, laws)


def heart_transplants() -> Task:
    """Days survived, where a third of the patients were alive at the end: that day is a lower bound, not a death."""
    table = datasets.heart.load_pandas().data
    days, died = table.survival.to_numpy(float), table.censors.to_numpy() == 1
    censored = {"lower": days, "upper": np.where(died, days, np.inf)}
    habit = "Exponential, all taken as deaths"
    laws = {habit: fx.Exponential(), "Exponential": fx.Exponential(), "Weibull": fx.Weibull()}
    laws |= {"LogLogistic": fx.LogLogistic(), "LogNormal": fx.LogNormal()}
    return Task(
        "heart transplants (heart)", features(table.age), censored, laws, {habit: {"lower": days, "upper": days}}
    )


def maths_shares() -> Task:
    """Pupils above the national median: a share in (0, 1)."""
    table = datasets.star98.load_pandas().data
    above, below = table.pop("NABOVE").to_numpy(float), table.pop("NBELOW").to_numpy(float)
    x = features(table[["LOWINC", "PERASIAN", "PERBLACK", "PERHISP", "PCTYRRND"]])
    laws = {"Normal (squared error)": fx.Normal(), "ContinuousBernoulli": fx.ContinuousBernoulli()}
    laws["Beta"] = fx.Beta()
    return Task("share above the median (star98)", x, {"y": (above + 0.5) / (above + below + 1)}, laws)


def food() -> Task:
    """Food expenditure by income: a few households are far off the line."""
    table = datasets.engel.load_pandas().data
    laws = {
        "Normal (squared error)": fx.Normal(),
        "Laplace (absolute error)": fx.Laplace(),
        "Huber": fx.Huber(),
        "LogCosh": fx.LogCosh(),
        "Logistic": fx.Logistic(),
        "StudentT": fx.StudentT(),
        "Cauchy": fx.Cauchy(),
    }
    return Task("food expenditure (engel)", features(table.income), {"y": table.foodexp.to_numpy(float) / 100}, laws)


def cards() -> Task:
    """What is spent by credit card: positive, with a long tail."""
    table = datasets.ccard.load_pandas().data
    laws = {
        "Normal (squared error)": fx.Normal(),
        "Gamma": fx.Gamma(),
        "InverseGaussian": fx.InverseGaussian(),
        "LogNormal": fx.LogNormal(),
    }
    x = features(table.AGE, table.INCOME, table.OWNRENT)
    return Task("card expenditure (ccard)", x, {"y": table.AVGEXP.to_numpy(float) / 100}, laws)


TASKS = (doctor_visits, heart_transplants, maths_shares, food, cards)

# ----------------------------------------------------------------------------------------------------------------------
# Fitting


def rows(data: Data, chosen: Array) -> Data:
    return {name: values[chosen] for name, values in data.items()}


def split(law: fx.Law, x: Array, flat: Array) -> list[Any]:
    """The parameters: the first linear in the features, the others constant."""
    return [x @ flat[: x.shape[1]], *flat[x.shape[1] :]]


def called(data: Data) -> tuple[Any, Data]:
    return data.get("y"), {name: values for name, values in data.items() if name != "y"}


def fit(law: fx.Law, x: Array, data: Data) -> Array:
    """Coefficients of the first parameter and the other parameters, of highest penalised likelihood."""
    y, extra = called(data)
    guess = np.atleast_1d(law.init_params(extra["lower"] if y is None else y))
    start = np.concatenate([[guess[0]], np.zeros(x.shape[1] - 1), guess[1:]])

    def objective(flat: Array) -> tuple[float, Array]:
        first, *rest = split(law, x, flat)
        loss, grads = law.nll_grad(y, first, *rest, **extra)
        grads = grads if isinstance(grads, tuple) else (grads,)
        slopes = flat[1 : x.shape[1]]
        gradient = np.concatenate([x.T @ grads[0], np.atleast_1d(grads[1:]).astype(float).ravel()])
        gradient[1 : x.shape[1]] += 2 * PENALTY * slopes
        return float(loss) + PENALTY * float(slopes @ slopes), gradient

    return minimize(objective, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x


def held_out(task: Task, label: str) -> Array:
    """Each row's loss, by a fit to the other folds."""
    law, n = task.laws[label], len(task.features)
    fold = np.random.default_rng(0).permutation(n) % FOLDS
    losses = np.empty(n)
    for k in range(FOLDS):
        inside, outside = fold != k, fold == k
        flat = fit(law, task.features[inside], rows(task.training(label), inside))
        y, extra = called(rows(task.scored, outside))
        losses[outside] = law.nll(y, *split(law, task.features[outside], flat), reduction="none", **extra)
    return losses


@dataclass(frozen=True)
class Result:
    """A law's held-out loss, and what it gains on the habitual one, with its standard error."""

    task: str
    label: str
    loss: float
    gain: float
    error: float


def results() -> Iterator[Result]:
    for make in tqdm(TASKS, desc="data sets"):
        task = make()
        losses = {label: held_out(task, label) for label in task.laws}
        habit = losses[next(iter(task.laws))]
        for label, loss in losses.items():
            gain = habit - loss
            yield Result(task.name, label, loss.mean(), gain.mean(), gain.std() / np.sqrt(len(gain)))


# ----------------------------------------------------------------------------------------------------------------------
# What is shown


def report(found: list[Result]) -> str:
    lines = [f"{'data':34}{'law':34}{'held-out nll':>13}{'gain on the habit':>22}"]
    before = ""
    for r in found:
        gain = "the habit" if r.gain == 0 else f"{r.gain:+.3f} ± {r.error:.3f}"
        lines.append(f"{r.task if r.task != before else '':34}{r.label:34}{r.loss:13.3f}{gain:>22}")
        before = r.task
    return "\n".join(lines)


def picture(found: list[Result], target: str) -> None:
    names = list(dict.fromkeys(r.task for r in found))
    figure, axes = plt.subplots(len(names), 1, figsize=(8, 9.5), layout="constrained")
    for ax, name in zip(axes, names, strict=True):
        mine = [r for r in found if r.task == name][::-1]
        best = min(mine, key=lambda r: r.loss)
        for at, r in enumerate(mine):
            colour = "#00798c" if r is best else "#d1495b" if r.gain == 0 else "#8a8a92"
            ax.plot(r.loss, at, "o", color=colour, markersize=7)
        ax.set_yticks(range(len(mine)), labels=[r.label for r in mine], fontsize=8)
        ax.set_ylim(-0.6, len(mine) - 0.4)
        ax.set_title(name, fontsize=9, loc="left")
        ax.tick_params(axis="x", labelsize=8)
        ax.grid(axis="x", color="#dddddd")
        ax.set_axisbelow(True)
        ax.spines[["top", "right"]].set_visible(False)
    axes[-1].set_xlabel("held-out negative log-likelihood, nats a row (red: the habit; blue: the best)", fontsize=9)
    figure.savefig(target, dpi=130)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figure", default="the_right_law.png", help="where to draw the losses")
    chosen = parser.parse_args()
    found = list(results())
    print(report(found) + NOTE)
    picture(found, chosen.figure)


if __name__ == "__main__":
    main()
