"""Compare fastxent with its peers and with a bare streaming loop, as paired ratios in one process.

    python benchmarks/compare.py foundation          # a table, results/foundation.{json,md,png}
    python benchmarks/compare.py laws                # every element-wise law
    python benchmarks/compare.py --only Bernoulli    # cases by name, nothing written

In each round every contender runs once, one after the other; a ratio is taken within a round, and the median over the
rounds counts. The streaming loop and fastxent alternate in rounds of their own. Absolute times are for orientation.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from cases import SUITES, Case
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from stream import streaming

import fastxent as fx

Call = Callable[[], Any]
RESULTS = Path(__file__).with_name("results")
SMALL_REPEATS = 300  # a small call is timed by so many
PAUSE = 0.002  # s, for the spinning threads of the contender before to go to sleep


def seconds(call: Call, repeats: int) -> float:
    time.sleep(PAUSE)
    start = time.perf_counter()
    for _ in range(repeats):
        call()
    return (time.perf_counter() - start) / repeats


def rounds_of(calls: dict[str, Call], rounds: int, repeats: int = 1) -> dict[str, list[float]]:
    """Times of every call in every round; a first round warms up."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(rounds + 1):
        for name, call in calls.items():
            taken = seconds(call, repeats)
            if number:
                times[name].append(taken)
    return times


def ratio(times: dict[str, list[float]], above: str, below: str) -> float:
    return statistics.median(a / b for a, b in zip(times[above], times[below], strict=True))


def check_equal(name: str, theirs: Any, ours: Any, n: int, dtype: str, alike: bool) -> None:
    """A peer that computes something else is no peer. `alike`: its loss has the same constants."""
    rtol = 1e-3 if dtype == "float32" else 1e-9
    if theirs[0] is None:  # gradient and Hessian of the sum
        ours = (None, *[a * n for a in ours[1:]])
    elif name == "sklearn":
        ours = (None, *[np.multiply(a, n) for a in ours[1:]])
    elif alike and abs(float(theirs[0]) - float(ours[0])) > rtol * abs(float(ours[0])):
        raise AssertionError(f"{name} has the loss {theirs[0]}, fastxent {ours[0]}")
    for a, b in zip(theirs[1], ours[1:], strict=True):
        a, b = np.asarray(a)[:64], np.asarray(b)[:64]
        np.testing.assert_allclose(a, b, rtol=rtol, atol=rtol * np.abs(b).max(), err_msg=name)


def flat(result: Any) -> list[Any]:
    return [a for part in result for a in flat(part)] if isinstance(result, tuple) else [result]


def measure(case: Case, dtype: str, rounds: int, n_threads: int) -> dict[str, Any]:
    """Every ratio of one case."""
    y, params = case.draw(np.random.default_rng(0), dtype)
    outs = case.outputs(params)
    repeats = SMALL_REPEATS if case.small else 1
    peers = {library: build(y, params, n_threads) for library, build in case.peers.items()}
    ours = case.ours(y, params, outs, n_threads)
    fresh = case.ours(y, params, None, n_threads)
    answer = flat(fresh())
    for name, call in peers.items():
        check_equal(name, call(), answer, len(y), dtype, case.alike)
    single = dtype == "float32"  # in double, four times is the aim, and streaming for the record
    aims = {"faster": case.faster if single else min(case.faster, 4.0), "stream": case.stream if single else None}
    record: dict[str, Any] = {"case": case.name, "dtype": dtype, **aims}
    times = rounds_of({"fastxent": ours, "fastxent, fresh": fresh, **peers}, rounds, repeats)
    record["ms"] = {name: 1e3 * statistics.median(t) for name, t in times.items()}
    record["against"] = {name: ratio(times, name, "fastxent") for name in peers}
    record["fresh_against"] = {name: ratio(times, name, "fastxent, fresh") for name in peers}
    if not (case.small or outs is None):
        record |= against_stream(case, y, params, outs, rounds, n_threads)
    return record


def against_stream(case: Case, y: Any, params: Any, outs: Any, rounds: int, n_threads: int) -> dict[str, Any]:
    """Time over that of streaming the same bytes, and what a second thread gives to both."""
    inputs, outputs = case.streamed(y, params), [a for a in outs or () if a is not None]
    pair = {
        "stream": streaming(inputs, outputs, n_threads),
        "fastxent": case.ours(y, params, outs, n_threads),
        "stream 1": streaming(inputs, outputs, 1),
        "fastxent 1": case.ours(y, params, outs, 1),
    }
    times = rounds_of(pair, 2 * rounds)
    scaling = ratio(times, "fastxent 1", "fastxent"), ratio(times, "stream 1", "stream")
    bytes_moved = sum(a.nbytes for a in (*inputs, *outputs))
    return {
        "over_stream": ratio(times, "fastxent", "stream"),
        "stream_ms": 1e3 * statistics.median(times["stream"]),
        "stream_gb_s": 1e-9 * bytes_moved / statistics.median(times["stream"]),
        "scaling": scaling[0],
        "stream_scaling": scaling[1],
    }


def versions() -> dict[str, str]:
    found = {"python": platform.python_version(), "fastxent": fx.__version__, "numpy": np.__version__}
    for name in ("torch", "jax", "sklearn", "scipy"):
        try:
            found[name] = __import__(name).__version__
        except ImportError:
            continue
    return found


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="ascii").splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def cell(value: float | None, aim: float | None, digits: int, most: bool) -> str:
    if value is None:
        return "–"
    missed = aim is not None and (value > aim if most else value < aim)
    aimed = "" if aim is None else f" ({'≤' if most else '≥'} {aim:g}{', missed' if missed else ''})"
    return f"{value:.{digits}f}{aimed}"


def row(record: dict[str, Any]) -> list[str]:
    fastest = min(record["against"], key=record["against"].__getitem__)
    fresh = min(record["fresh_against"].values())
    scaling = record.get("scaling")
    return [
        f"{record['case']}, {record['dtype']}",
        f"{record['ms']['fastxent']:.3g}",
        fastest,
        cell(record["against"][fastest], record["faster"], 1, False),
        cell(fresh, None if "32x10" in record["case"] else 2.0, 1, False),
        cell(record.get("over_stream"), record["stream"], 2, True),
        "–" if scaling is None else f"{scaling:.2f} / {record['stream_scaling']:.2f}",
    ]


HEAD = [
    "case",
    "ms",
    "fastest peer",
    "times faster",
    "without out=",
    "over streaming",
    "second thread: ours / streaming",
]


def show(records: list[dict[str, Any]], console: Console) -> None:
    table = Table(*HEAD)
    for record in records:
        table.add_row(*row(record))
    console.print(table)


def markdown(records: list[dict[str, Any]]) -> str:
    lines = [HEAD, ["---", *["---:"] * (len(HEAD) - 1)], *map(row, records)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def plot(records: list[dict[str, Any]], target: Path) -> None:
    """Times faster than each peer, a row for each case, on a logarithmic axis."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    shown = [r for r in records if r["dtype"] == "float32"][::-1]
    libraries = ["torch", "jax", "sklearn", "numpy", "scipy"]
    colours = dict(zip(libraries, ["#d1495b", "#00798c", "#edae49", "#66666e", "#8d6a9f"], strict=True))
    figure, axes = plt.subplots(figsize=(8, 0.42 * len(shown) + 1.2), layout="constrained")
    for at, record in enumerate(shown):
        for library, value in record["against"].items():
            axes.plot(value, at, "o", color=colours[library], markersize=8, alpha=0.9)
    for library in libraries:
        axes.plot([], [], "o", color=colours[library], label=library, markersize=8)
    axes.axvline(1, color="#333333", linewidth=1)
    axes.set(xscale="log", xlabel="times faster than the peer: loss and gradient, two threads, float32")
    axes.set_xticks([1, 2, 4, 8, 16, 32, 64, 128], labels=["1", "2", "4", "8", "16", "32", "64", "128"])
    axes.set_xticks([], minor=True)
    axes.set_yticks(range(len(shown)), labels=[r["case"] for r in shown])
    axes.grid(axis="x", color="#dddddd")
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside upper right", ncols=4, frameon=False)
    figure.savefig(target, dpi=150)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", choices=list(SUITES), nargs="?", default="foundation")
    parser.add_argument("--only", help="cases whose name contains this; nothing is written")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--dtype", choices=["float32", "float64"], help="one dtype only")
    chosen = parser.parse_args()
    pairs = [
        (case, dtype)
        for dtype in ("float32", "float64")
        for case in SUITES[chosen.suite]
        if (not chosen.only or chosen.only in case.name) and chosen.dtype in (None, dtype)
    ]
    console = Console(width=160)
    records = []
    with Progress(console=console) as progress:
        task = progress.add_task("", total=len(pairs))
        for case, dtype in pairs:
            progress.update(task, description=f"{case.name}, {dtype}")
            records.append(measure(case, dtype, chosen.rounds, 2))
            gc.collect()
            progress.advance(task)
    show(records, console)
    if chosen.only or chosen.dtype:
        return
    RESULTS.mkdir(exist_ok=True)
    machine = {"processor": processor(), "threads": 2, "isa": fx.backends.cython.current_isa()}
    document = {"machine": machine, "versions": versions(), "rounds": chosen.rounds, "records": records}
    (RESULTS / f"{chosen.suite}.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    (RESULTS / f"{chosen.suite}.md").write_text(markdown(records), encoding="utf-8")
    plot(records, RESULTS / f"{chosen.suite}.png")


if __name__ == "__main__":
    main()
