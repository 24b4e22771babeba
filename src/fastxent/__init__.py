"""Every likelihood's cross-entropy, with its gradient and curvature, as one fast and exact call for NumPy.

>>> import numpy as np, fastxent as fx
>>> loss, (g_loc, g_log_scale) = fx.Normal().nll_grad(np.array([1.0, 2.0]), np.zeros(2), np.zeros(2))
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._catalogue import STEMS, catalogue
from ._config import get_num_threads, set_num_threads, show_config  # loads the core, and so OpenMP

if TYPE_CHECKING:
    from . import functional, laws
    from .laws import Interval, Law

__version__ = "0.1.0"

__all__ = [
    "Interval",
    "Law",
    "catalogue",
    "functional",
    "get_num_threads",
    "laws",
    "set_num_threads",
    "show_config",
    *STEMS,
]


def __getattr__(name: str) -> Any:
    """Import laws and drop-ins on first use."""
    if name in ("functional", "laws"):
        return importlib.import_module(f".{name}", __name__)
    if name not in __all__:
        raise AttributeError(f"module 'fastxent' has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(".laws", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
