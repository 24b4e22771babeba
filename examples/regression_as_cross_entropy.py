"""Real data sets, each fitted with the law that suits it and with plain squared error, and compared on held-out rows.

All fits are SciPy's L-BFGS on fastxent's gradients. Every parameter of a law is linear in the same features as squared
error's mean, and all coefficients have the same prior. The data ship inside statsmodels and scikit-learn.

    pip install "fastxent[demo]"
    python examples/regression_as_cross_entropy.py
"""

from __future__ import annotations

import argparse
from calendar import month_abbr
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, PowerNorm
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar
from scipy.special import log_ndtr, logit
from sklearn.datasets import load_digits
from statsmodels import datasets
from threadpoolctl import threadpool_limits
from tqdm import tqdm

import fastxent as fx

FOLDS = 5
NOTES = """
Losses: nats, the mean over held-out rows (in star98 over pupils, in the lower half over pixels). Gain: squared error's
loss minus the law's, ± one standard error. Both losses of a line are of one kind, and normalised alike:
  density  -log density of the value: a Gaussian's of constant scale s for squared error; a bin's is probability / width
  mass     -log probability of the count: a Gaussian's within 1/2 of the count, and zero gets all that lies below it
  share    cross-entropy of the true share with the predicted one, which for squared error is clipped to [s, 1 - s]
  class    -log probability of the true class: softmax(prediction / s) for squared error, fitted to zeros and ones
Squared error's s has the least training loss: for a density, it is the deviation of the training residuals.
A law is an assumption: doctor visits vary far more than Poisson's do, and there even a Gaussian does better."""

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Task:
    """A data set, the law that suits it, and the kind of loss in which squared error is compared with it."""

    name: str
    law: fx.Law
    kind: str
    features: Array
    target: Array  # what the law is fitted to: values, or rows with a one at their class or bin
    value: Array  # what squared error is fitted to
    log_width: Array | None = None  # of each row's bin
    weight: Array | None = None
    group: Array | None = None  # rows of a group are held out together


Result = tuple[Task, float, float, float]

# ----------------------------------------------------------------------------------------------------------------------
# The data


def with_constant(*columns: Any) -> Array:
    return np.column_stack([np.ones(len(columns[0])), *columns])


def standardised(columns: Any) -> Array:
    x = np.asarray(columns, dtype=np.float64)
    return (x - x.mean(axis=0)) / x.std(axis=0)


def binned(value: Array, edges: Array) -> tuple[Array, Array]:
    """Rows with a one at the value's bin, and the log of that bin's width."""
    bins = np.searchsorted(edges, value, side="right") - 1
    return np.eye(len(edges) - 1)[bins], np.log(np.diff(edges))[bins]


def doctor_visits() -> Iterator[Task]:
    table = datasets.randhie.load_pandas().data
    visits, x = table.pop("mdvis").to_numpy(float), with_constant(standardised(table))
    bins, log_width = binned(visits, np.array([*range(11), 12, 14, 17, 20, 25, 30, 40, 80]) - 0.5)
    yield Task("doctor visits (randhie)", fx.Poisson(), "mass", x, visits, visits)
    yield Task("doctor visits (randhie)", fx.Categorical(), "mass", x, bins, visits, log_width)


def cancer_cases() -> Iterator[Task]:
    table = datasets.cancer.load_pandas().data
    people, cases = table.population.to_numpy() / 10_000, table.cancer.to_numpy(float)
    yield Task("cancer cases (cancer)", fx.Poisson(), "mass", with_constant(people, np.log(people)), cases, cases)


def strike_lengths() -> Iterator[Task]:
    table = datasets.strikes.load_pandas().data
    days, x = table.duration.to_numpy(float), with_constant(standardised(table.iprod))
    yield Task("days on strike (strikes)", fx.Exponential(), "density", x, days, days)


def maths_results() -> Iterator[Task]:
    """The share of pupils above the national median; weighted by pupils, the loss is a pupil's."""
    table = datasets.star98.load_pandas().data
    pupils = (table.NABOVE + table.NBELOW).to_numpy(float)
    share = table.NABOVE.to_numpy(float) / pupils
    x = with_constant(standardised(table.loc[:, "LOWINC":"PCTYRRND"]))  # the columns after these are their products
    yield Task("maths results (star98)", fx.Bernoulli(), "share", x, share, share, weight=pupils)


def digit_images() -> Iterator[Task]:
    digits = load_digits()
    pixels, classes = digits.data / 16, np.eye(10)[digits.target]
    upper, lower = pixels[:, :32], pixels[:, 32:]
    yield Task("lower half (digits)", fx.Bernoulli(), "share", with_constant(upper), lower, lower)
    yield Task("which digit (digits)", fx.Categorical(), "class", with_constant(pixels), classes, classes)


def food_features(income: Array) -> Array:
    return with_constant(income, np.log(income))


def food_budgets() -> Iterator[Task]:
    table = datasets.engel.load_pandas().data / 1000
    food, x = table.foodexp.to_numpy(), food_features(table.income.to_numpy())
    yield Task("food budgets (engel)", fx.Normal(), "density", x, food, food)


def interest_rates() -> Iterator[Task]:
    """A quarter's change of the three-month rate, from what was known when it began."""
    table = datasets.macrodata.load_pandas().data
    change = np.diff(table.tbilrate)
    known, last, before, now = table[["tbilrate", "infl", "unemp"]][2:-1], change[1:-1], change[:-2], change[2:]
    x = with_constant(standardised(known), last, np.abs(last), before)
    yield Task("interest rates (macrodata)", fx.Laplace(), "density", x, now, now, group=table.year.to_numpy()[3:])


MONTH_EDGES = np.linspace(0, 12, 37)


def co2_features(excess: Array) -> Array:
    return with_constant(excess, *(3 * np.exp(-0.5 * (excess - center) ** 2) for center in range(-4, 5)))


def co2_months() -> Iterator[Task]:
    """The time of year, from the air's CO2 above its mean of a year around: each level is passed rising and falling."""
    co2 = datasets.co2.load_pandas().data.co2
    excess = (co2 - co2.rolling(53, center=True, min_periods=40).mean()).dropna()
    date, x = excess.index, co2_features(excess.to_numpy())
    month = (date.day_of_year.to_numpy() - 0.5) / 366 * 12
    bins, log_width = binned(month, MONTH_EDGES)
    yield Task("time of year (co2)", fx.Categorical(), "density", x, bins, month, log_width, group=date.year.to_numpy())


LOADERS = (
    doctor_visits, cancer_cases, strike_lengths, maths_results, digit_images, food_budgets, interest_rates, co2_months,
)  # fmt: skip

# ----------------------------------------------------------------------------------------------------------------------
# Fitting


def fit(law: fx.Law, x: Array, y: Array, weight: Array | None) -> Array:
    """Coefficients of each parameter, with a standard normal prior on all but the constants."""
    start = np.zeros((len(law.params), x.shape[1], *y.shape[1:]))
    start[:, 0] = law.init_params(y, weight)
    total = len(y) if weight is None else weight.sum()

    def objective(flat: Array) -> tuple[float, Array]:
        coefficients = flat.reshape(start.shape)
        loss, grad = law.nll_grad(y, *(x @ c for c in coefficients), weight=weight, reduction="sum")
        shrunk = coefficients.copy()
        shrunk[:, 0] = 0
        slope = np.stack([x.T @ g for g in (grad if isinstance(grad, tuple) else (grad,))]) + shrunk
        return (loss + 0.5 * np.sum(shrunk**2)) / total, slope.ravel() / total  # of order 1 suits L-BFGS

    best = minimize(objective, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 2000})
    return best.x.reshape(start.shape)


def weight_of(task: Task, rows: Mask) -> Array | None:
    return None if task.weight is None else task.weight[rows]


def fit_law(task: Task, train: Mask) -> Array:
    return fit(task.law, task.features[train], task.target[train], weight_of(task, train))


def fit_squared_error(task: Task, train: Mask) -> Array:
    """The mean's coefficients, found in units of the values' spread, so that the prior means the same for all data."""
    unit = task.value[train].std()
    return fit(fx.Normal(scale=1), task.features[train], task.value[train] / unit, weight_of(task, train))[0] * unit


# ----------------------------------------------------------------------------------------------------------------------
# Scoring


def gaussian_mass(y: Array, mean: Array, s: float) -> Array:
    lower, upper = np.where(y == 0, -np.inf, (y - 0.5 - mean) / s), (y + 0.5 - mean) / s
    right = lower > 0  # where both probabilities would round to 1: seen from the other side
    low, high = log_ndtr(np.where(right, -upper, lower)), log_ndtr(np.where(right, -lower, upper))
    return -high - np.log(-np.expm1(low - high))


# Squared error's losses, and where their s is sought.
KINDS = {
    "density": (lambda y, mean, s: fx.Normal(scale=s).nll(y, mean, reduction="none"), (1e-3, 1e3)),
    "mass": (gaussian_mass, (1e-1, 1e3)),
    "share": (lambda y, mean, s: fx.Bernoulli().nll(y, logit(np.clip(mean, s, 1 - s)), reduction="none"), (1e-4, 0.4)),
    "class": (lambda y, mean, s: fx.Categorical().nll(y, mean / s, reduction="none"), (1e-3, 1e1)),
}


def per_row(loss: Array) -> Array:
    return loss.reshape(len(loss), -1).mean(axis=1)


def law_loss(task: Task, train: Mask) -> Array:
    loss = task.law.nll(task.target, *(task.features @ c for c in fit_law(task, train)), reduction="none")
    return per_row(loss if task.log_width is None else loss + task.log_width)


def squared_error_loss(task: Task, train: Mask) -> Array:
    mean = task.features @ fit_squared_error(task, train)
    loss, bounds = KINDS[task.kind]

    def training_loss(log_s: float) -> float:
        return np.average(per_row(loss(task.value, mean, np.exp(log_s)))[train], weights=weight_of(task, train))

    best = minimize_scalar(training_loss, bounds=np.log(bounds), method="bounded")
    return per_row(loss(task.value, mean, np.exp(best.x)))


def groups(task: Task) -> NDArray[np.intp]:
    return np.unique(np.arange(len(task.value)) if task.group is None else task.group, return_inverse=True)[1]


def folds(task: Task) -> Iterator[Mask]:
    """The rows to train on, such that each row is held out once."""
    order = np.random.default_rng(0).permutation(groups(task).max() + 1)
    for fold in range(FOLDS):
        yield ~np.isin(groups(task), order[fold::FOLDS])


def compare(task: Task, progress: tqdm) -> Result:
    """Held-out losses of the law and of squared error, and the standard error of their difference."""
    losses = np.empty((2, len(task.value)))
    for train in folds(task):
        losses[:, ~train] = law_loss(task, train)[~train], squared_error_loss(task, train)[~train]
        progress.update()
    weight = np.ones(len(task.value)) if task.weight is None else task.weight
    law, rival = np.average(losses, axis=1, weights=weight)
    excess = np.bincount(groups(task), weight * (losses[1] - losses[0] - (rival - law)))
    return task, law, rival, np.sqrt(np.sum(excess**2)) / weight.sum()


# ----------------------------------------------------------------------------------------------------------------------
# The table and the figure

LAW, RIVAL, INK, PALE = "#0b6e8f", "#d1495b", "#1f1f1f", "#9aa5ab"
SHADES = LinearSegmentedColormap.from_list("shades", ["white", "#cfe3ea", LAW, "#06303f"])
STYLE = {"font.size": 9, "axes.titlesize": 11, "axes.spines.top": False, "axes.spines.right": False}


def law_name(task: Task) -> str:
    return type(task.law).__name__ + ("" if task.log_width is None else f" over {task.target.shape[1]} bins")


def print_table(results: list[Result]) -> None:
    print(f"{'data':<29}{'rows':>6}  {'kind':<9}{'law':<26}{'its loss':>9}{'squared error':>15}{'gain':>18}")
    for task, law, rival, deviation in results:
        left = f"{task.name:<29}{len(task.value):>6}  {task.kind:<9}{law_name(task):<26}"
        print(f"{left}{law:>9.4f}{rival:>15.4f}{rival - law:>+9.4f} ± {deviation:.4f}")
    print(NOTES)


def draw_squared_error(ax: Axes, task: Task, train: Mask, grid: Array, x: Array) -> None:
    coefficients = fit_squared_error(task, train)
    law, mean = fx.Normal(scale=np.std((task.value - task.features @ coefficients)[train])), x @ coefficients
    ax.plot(grid, mean, color=RIVAL, lw=1.8, label="squared error: mean")
    for p, label in ((0.05, "squared error: 90 %"), (0.95, None)):
        ax.plot(grid, law.quantile(p, mean), color=RIVAL, lw=1.2, ls=(0, (5, 2)), label=label)


def draw_bands(ax: Axes, task: Task, train: Mask) -> None:
    income, grid = task.features[:, 1], np.geomspace(0.36, 5.2, 400)
    x = food_features(grid)
    params = [x @ c for c in fit_law(task, train)]
    for tail, shade in ((0.05, 0.22), (0.25, 0.35)):
        low, high = (task.law.quantile(p, *params) for p in (tail, 1 - tail))
        ax.fill_between(grid, low, high, color=LAW, alpha=shade, lw=0, label=f"Normal: {100 - 200 * tail:.0f} %")
    draw_squared_error(ax, task, train, grid, x)
    ax.plot(income[train], task.value[train], "o", color=PALE, ms=2.5, mew=0, label="trained on")
    ax.plot(income[~train], task.value[~train], "o", color=INK, ms=3.2, mew=0, label="held out")
    ax.loglog()
    ax.minorticks_off()
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_ticks((0.2, 0.5, 1, 2, 5), ("0.2", "0.5", "1", "2", "5"))
    ax.set(xlabel="income (1000 francs a year)", ylabel="spent on food (1000 francs a year)")
    ax.set(xlim=(0.36, 5.2), ylim=(0.16, 3.2))
    ax.set_title("Two parameters predicted: Normal()", loc="left")
    ax.legend(loc="upper left", frameon=False)


def draw_density(ax: Axes, task: Task, train: Mask) -> None:
    excess, edges = task.features[:, 1], np.linspace(-4.8, 4.8, 241)
    grid = (edges[1:] + edges[:-1]) / 2
    x = co2_features(grid)
    density = task.law.mean(x @ fit_law(task, train)[0]) / np.diff(MONTH_EDGES)
    mesh = ax.pcolormesh(edges, MONTH_EDGES, density.T, cmap=SHADES, norm=PowerNorm(0.6, vmin=0), rasterized=True)
    ax.figure.colorbar(mesh, ax=ax, label="predicted density (per month)", pad=0.02, ticks=(0, 0.2, 0.5, 1, 1.5))
    draw_squared_error(ax, task, train, grid, x)
    ax.plot(excess[~train], task.value[~train], "o", color=INK, ms=1.8, mew=0)
    ax.set(xlabel="CO$_2$ above its yearly mean (ppm)", xlim=(-4.8, 4.8), ylim=(0, 12))
    ax.set_yticks(np.arange(12) + 0.5, month_abbr[1:])
    ax.tick_params(axis="y", length=0)
    ax.set_title("Regression as classification: softmax over 36 bins", loc="left")


def draw_gains(ax: Axes, results: list[Result]) -> None:
    backing = {"fc": "white", "ec": "none", "pad": 0.5}
    for place, (_, law, rival, deviation) in enumerate(results):
        gain, color = rival - law, LAW if rival > law else RIVAL
        ax.errorbar(gain, place, xerr=deviation, fmt="o", color=color, ms=5, lw=1.5)
        ax.annotate(
            f"{gain:+.2g}", (gain, place), (0, 6), textcoords="offset points", ha="center", color=color, bbox=backing
        )
    ax.axvline(0, color=INK, lw=0.8, zorder=0)
    ax.set_yticks(range(len(results)), [f"{task.name}\n{law_name(task)}" for task, *_ in results])
    ax.invert_yaxis()
    ax.margins(x=0.12)
    ax.set_xlabel("nats gained over squared error, ± standard error")
    ax.set_title("Held-out gain", loc="left")


def save_figure(path: str, results: list[Result]) -> None:
    food, co2 = next(food_budgets()), next(co2_months())
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(1, 3, figsize=(16, 5.4), width_ratios=(1, 1.25, 0.8), layout="constrained")
        figure.get_layout_engine().set(wspace=0.04)
        draw_bands(axes[0], food, next(folds(food)))
        draw_density(axes[1], co2, next(folds(co2)))
        draw_gains(axes[2], results)
        figure.savefig(path, dpi=150)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit laws and squared error to real data: a table and a figure.")
    parser.add_argument("--out", default="regression_as_cross_entropy.png", help="where the figure goes")
    out = parser.parse_args().out
    fx.set_num_threads(1)  # the arrays are small: threads would wait for one another
    with threadpool_limits(1):  # BLAS likewise
        tasks = [task for load in LOADERS for task in load()]
        with tqdm(total=FOLDS * len(tasks), unit="fold", leave=False, disable=None) as progress:
            results = [compare(task, progress) for task in tasks]
        print_table(results)
        save_figure(out, results)
    print(f"\nFigure: {out}")


if __name__ == "__main__":
    main()
