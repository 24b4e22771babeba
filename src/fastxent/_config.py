"""What there is, and how it runs."""

from __future__ import annotations

import platform

import numpy as np

from .backends.cython import available_isas, current_isa, has_fma, has_openmp
from .backends.cython._core import get_num_threads, set_num_threads

__all__ = ["get_num_threads", "set_num_threads", "show_config"]


def show_config() -> None:
    """Print versions, the CPU variant and the number of threads in use."""
    from . import __version__

    fused = "with" if has_fma(current_isa()) else "without"
    threads = f"OpenMP, up to {get_num_threads()} threads" if has_openmp() else "no OpenMP: serial"
    print(f"fastxent {__version__}, NumPy {np.__version__}, Python {platform.python_version()}, {platform.machine()}")
    print(f"CPU variant: {current_isa()}, {fused} fused multiply-add (of {', '.join(available_isas())})")
    print(f"Threads: {threads}")
