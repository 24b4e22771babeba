"""pytest-benchmark cases, each beside its peers: `pytest benchmarks --benchmark-columns=median`."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from cases import CASES, Case

CONTENDERS = [
    pytest.param(case, library, id=f"{case.name}-{library}") for case in CASES for library in ("fastxent", *case.peers)
]


@pytest.mark.parametrize(("case", "library"), CONTENDERS)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_loss_and_gradient(case: Case, library: str, dtype: str, benchmark: Any) -> None:
    y, params = case.draw(np.random.default_rng(0), dtype)
    benchmark.group = f"{case.name}, {dtype}"
    benchmark.extra_info["peers"] = list(case.peers)
    ours = library == "fastxent"
    benchmark(case.ours(y, params, case.outputs(params), 2) if ours else case.peers[library](y, params, 2))
