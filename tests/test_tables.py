"""The tables of docs/numerics.md say what is so."""

from __future__ import annotations

import runpy
from pathlib import Path

from test_primitives import PRIMITIVES

ROOT = Path(__file__).parents[1]
NUMERICS = (ROOT / "docs" / "numerics.md").read_text(encoding="utf-8")


def test_limits() -> None:
    assert runpy.run_path(str(ROOT / "tools" / "limits.py"))["table"]() in NUMERICS


def test_declared_bounds_of_primitives() -> None:
    for name, function in PRIMITIVES.items():
        b = function.bounds
        assert f"| `{name}` | {b.f32:g} | {b.f64:g} | {b.plain_f32:g} | {b.plain_f64:g} |" in NUMERICS
