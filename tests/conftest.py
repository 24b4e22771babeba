"""The option --backend: what runs the laws wherever a test names no backend."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--backend", choices=("cython", "numba"), default="cython", help="what runs the laws")


def pytest_configure(config: pytest.Config) -> None:
    from fastxent import backends

    backends.DEFAULT = config.getoption("--backend")
