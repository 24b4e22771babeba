"""From how many elements two threads beat one: prints the table of docs/benchmarks.md."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

import fastxent as fx
from fastxent.backends.cython import _core

ROUNDS = 400


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def ratio(law: fx.Law, n: int) -> float:
    """The time on one thread over that on two, in alternating rounds."""
    rng = np.random.default_rng(0)
    arrays = [rng.random(n, dtype=np.float32) for _ in range(1 + len(law.params))]
    outs = (None, *[np.empty(n, np.float32) for _ in law.params])
    calls = [lambda k=k: law.nll_grad(*arrays, out=outs, n_threads=k) for k in (1, 2)]
    rounds = [[seconds(call) for call in calls] for _ in range(ROUNDS)]
    return statistics.median(one / two for one, two in rounds)


def main() -> None:
    _core.PARALLEL_FROM = 0
    laws = (fx.Bernoulli(), fx.Normal())
    print(f"| elements | {' | '.join(type(law).__name__ for law in laws)} |\n| ---: | ---: | ---: |")
    for power in range(14, 21):
        print(f"| {2**power:,} | {' | '.join(f'{ratio(law, 2**power):.2f}' for law in laws)} |".replace(",", " "))


if __name__ == "__main__":
    main()
