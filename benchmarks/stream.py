"""The bare streaming loop, compiled from `stream.c` when it is first asked for."""

from __future__ import annotations

import ctypes
import functools
import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

MOST = 8  # as in stream.c


@functools.cache
def _library() -> ctypes.CDLL:
    folder = Path(tempfile.mkdtemp(prefix="fastxent-stream-"))
    target = folder / "stream.so"
    compiler = os.environ.get("CC", "cc")
    flags = ["-O3", "-march=native", "-fopenmp", "-shared", "-fPIC"]
    subprocess.run([compiler, *flags, str(Path(__file__).with_name("stream.c")), "-o", str(target)], check=True)
    return ctypes.CDLL(str(target))


def streaming(inputs: Sequence[np.ndarray], outputs: Sequence[np.ndarray], n_threads: int) -> Callable[[], None]:
    """A call that reads the inputs and writes the outputs, all contiguous, of one dtype and size."""
    assert len({(a.dtype, a.size) for a in (*inputs, *outputs)}) == 1
    assert max(len(inputs), len(outputs)) <= MOST
    function = getattr(_library(), f"stream_{inputs[0].dtype.name}")
    pointers = [(ctypes.c_void_p * len(arrays))(*[a.ctypes.data for a in arrays]) for arrays in (inputs, outputs)]
    size = ctypes.c_ssize_t(inputs[0].size)

    def run() -> None:
        function(size, len(inputs), pointers[0], len(outputs), pointers[1], n_threads)

    return run
