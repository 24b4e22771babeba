"""Source files for numba's cache: printed modules, each in a file that is named by a hash of all that it depends on."""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import llvmlite
import numba
from llvmlite import binding
from numba import config

from fastxent.backends.cython._core import CHUNK

FOLDER = "fastxent"


def user_cache() -> Path:
    """Where a user's caches lie on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


@cache
def _own_folder() -> Path:
    """A folder for this process alone: nobody else could have put anything there."""
    folder = tempfile.mkdtemp(prefix=f"{FOLDER}-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _folders() -> Iterator[Path]:
    """Where files may go, the best place first."""
    if config.CACHE_DIR:
        yield Path(config.CACHE_DIR) / FOLDER
    with contextlib.suppress(RuntimeError):  # a user without a home
        yield user_cache() / FOLDER
    yield _own_folder()


@cache
def _surroundings() -> str:
    """All that compiled code depends on besides the printed text."""
    operations = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("machine.py", "lanes.py")]
    cpu = config.CPU_NAME or binding.get_host_cpu_name()
    features = config.CPU_FEATURES if config.CPU_FEATURES is not None else binding.get_host_cpu_features().flatten()
    versions = (numba.__version__, llvmlite.__version__, sys.implementation.cache_tag)
    return "\0".join([*operations, str(CHUNK), cpu, features, *map(str, versions)])


def _write(path: Path, text: str) -> None:
    """Write a file so that others see all of it or nothing."""
    if path.is_file() and path.read_bytes() == text.encode():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(text.encode())
        os.utime(scratch, (0, 0))  # numba may tell versions by the time, but the same text is the same version
        os.replace(scratch, path)
    except BaseException:
        os.unlink(scratch)
        raise


def _place(name: str, text: str) -> Path:
    """Write the file to the first folder that takes it."""
    reasons = []
    for folder in _folders():
        path = folder / f"{name}.py"
        try:
            _write(path, text)
        except OSError as error:
            reasons.append(str(error))
        else:
            return path
    raise OSError(f"backend='numba' found no folder for its files: {'; '.join(reasons)}")


def load(title: str, text: str) -> ModuleType:
    """A printed text as a module. What runs is this text, whatever the file may hold by then."""
    digest = hashlib.sha256("\0".join([_surroundings(), text]).encode()).hexdigest()
    name = f"fastxent_{title}_{digest[:24]}"
    if name in sys.modules:
        return sys.modules[name]
    path = _place(name, text)
    module = ModuleType(name)
    module.__file__ = str(path)
    exec(compile(text, module.__file__, "exec"), module.__dict__)
    sys.modules[name] = module  # by this name numba finds the module of cached code
    return module
