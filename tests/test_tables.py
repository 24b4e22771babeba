"""The tables of the docs say what is so."""

from __future__ import annotations

import runpy
from pathlib import Path


def test_no_table_is_stale() -> None:
    tables = runpy.run_path(str(Path(__file__).parents[1] / "tools" / "tables.py"))
    assert not tables["stale"](), "python tools/tables.py"
