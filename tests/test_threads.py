"""Results do not depend on how many threads there are, where buffers begin, or who else is calling."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import threadpoolctl
from instances import ALL, METHODS, Instance, assert_close, assert_same_bits, call, each_instance, fitting, flat

import fastxent as fx
from fastxent.backends.cython import available_isas, has_openmp, use_isa

# Well above the size from which calls are parallel, and a multiple of nothing
PATTERNS = [
    ((200_003,), (200_003,), (200_003,)),
    ((401, 499), (401, 499), (1, 499)),
    ((401, 499), (1, 499), (401, 1)),
    ((401, 499), (401, 1), (1, 1)),
    ((200_003,), (1,), (1,)),
    ((7, 1, 9001), (1, 5, 9001), (7, 5, 1)),
]
CASES = [pytest.param(i, p, id=f"{i}-{p}") for i in ALL for p in fitting(i, PATTERNS)]
needs_openmp = pytest.mark.skipif(not has_openmp(), reason="built without OpenMP: every call is serial")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(99)


@pytest.fixture(autouse=True)
def _threads_as_before() -> Iterator[None]:
    yield
    fx.set_num_threads(None)


# ---------------------------------------------------------------------------------------------------------------------
# Bitwise equal


@pytest.mark.parametrize(("inst", "pattern"), CASES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_any_number_of_threads(inst: Instance, pattern: Any, dtype: Any, rng: np.random.Generator) -> None:
    shape = np.broadcast_shapes(*pattern[: inst.k + 1])
    y, params = inst.y(rng, pattern[0]), inst.params(rng, *pattern[1:], dtype=dtype)
    w = rng.random(shape)
    for method, options in (
        ("nll_grad_hess", {"weight": w}),
        ("nll", {"reduction": "sum"}),
        ("nll_grad", {"reduction": "none", "cotangent": w}),
    ):
        expected = call(inst, method, y, params, n_threads=1, **options)
        for n in (2, 3, 8):
            assert_same_bits(call(inst, method, y, params, n_threads=n, **options), expected)
        fx.set_num_threads(3)
        assert_same_bits(call(inst, method, y, params, **options), expected)


@each_instance
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_any_alignment(inst: Instance, dtype: Any, rng: np.random.Generator) -> None:
    """Buffers that begin at any element, and at any byte."""
    shape = (61, 43) if inst.least_ndim else (2623,)
    y, params = inst.draw(rng, shape, dtype)
    y = y.astype(np.float64)
    expected = call(inst, "nll_grad_hess", y, params)
    size = np.dtype(dtype).itemsize
    for offset in (*range(0, 17 * size, size), 1, 2, 3, 33, 63):
        got = call(inst, "nll_grad_hess", moved(y, offset), [moved(p, offset + 8 * i) for i, p in enumerate(params)])
        assert_same_bits(got, expected)
        outs = tuple(moved(np.asarray(e), offset) for e in flat(expected))
        call(inst, "nll_grad_hess", y, params, out=outs)
        assert_same_bits(outs, expected)


def moved(a: np.ndarray, n_bytes: int) -> np.ndarray:
    """A copy at a given distance from a cache line's start."""
    buffer = np.zeros(a.nbytes + n_bytes + 64, np.uint8)
    start = -buffer.ctypes.data % 64 + n_bytes
    view = buffer[start : start + a.nbytes].view(a.dtype).reshape(a.shape)
    view[...] = a
    return view


@each_instance
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cpu_variants_agree(inst: Instance, dtype: Any, rng: np.random.Generator) -> None:
    y, params = inst.draw(rng, (61, 43), dtype)
    eps = float(np.finfo(dtype).eps)
    results = []
    for isa in available_isas():
        with use_isa(isa):
            results.append(flat(call(inst, "nll_grad_hess", y, params, reduction="none")))
    for other in results[1:]:
        for a, b in zip(other, results[0], strict=True):
            assert_close(a, b, 40 * eps, 40 * eps * max(1.0, float(np.abs(b).max())))


def test_many_callers_at_once(rng: np.random.Generator) -> None:
    """Sixteen Python threads, small and large calls of every law among one another."""
    jobs = []
    for inst in ALL:
        for shape in ((7, 3), (301, 211)):
            y, params = inst.draw(rng, shape, np.float32)
            jobs.append((inst, y, params, call(inst, "nll_grad", y, params)))
    failures: list[str] = []
    start = threading.Barrier(16)

    def work(seed: int) -> None:
        start.wait()
        for i in np.random.default_rng(seed).permutation(len(jobs)):
            inst, y, params, expected = jobs[i]
            try:
                assert_same_bits(call(inst, "nll_grad", y, params, n_threads=1 + seed % 3), expected)
            except Exception as error:
                failures.append(f"{inst}: {error}")

    threads = [threading.Thread(target=work, args=(seed,), daemon=True) for seed in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
        assert not thread.is_alive()
    assert not failures


# ---------------------------------------------------------------------------------------------------------------------
# How many there are


def fresh(code: str, **environment: str) -> str:
    """What a new interpreter prints."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "FASTXENT_"))} | environment
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60, env=env, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


REFUSED = """
try:
    import fastxent
except ImportError as error:
    print(error)
"""
SHOW = "import fastxent as fx; print(fx.get_num_threads())"


@needs_openmp
@pytest.mark.parametrize("n", [1, 2, 3, 8])
def test_set_and_get(n: int) -> None:
    before = fx.get_num_threads()
    fx.set_num_threads(n)
    assert fx.get_num_threads() == n
    fx.set_num_threads(None)
    assert fx.get_num_threads() == before


@pytest.mark.parametrize(("wrong", "kind"), [(0, ValueError), (-1, ValueError), (1.5, TypeError), ("two", TypeError)])
def test_numbers_that_are_none(wrong: Any, kind: type[Exception], rng: np.random.Generator) -> None:
    with pytest.raises(kind):
        fx.set_num_threads(wrong)
    y, params = ALL[0].draw(rng, (4,))
    for method in METHODS:
        with pytest.raises(kind, match="n_threads"):
            call(ALL[0], method, y, params, n_threads=wrong)


@needs_openmp
@pytest.mark.parametrize("n", ["1", "3", "8"])
def test_environment(n: str) -> None:
    assert fresh(SHOW, FASTXENT_NUM_THREADS=n) == n
    code = f"import fastxent as fx; fx.set_num_threads(5); fx.set_num_threads(None); {SHOW}"
    assert fresh(code, FASTXENT_NUM_THREADS=n) == n


@pytest.mark.parametrize("wrong", ["²", "0", "-1", "1.5", "9" * 20, "9" * 5000])
def test_environments_that_are_none(wrong: str) -> None:
    assert "FASTXENT_NUM_THREADS" in fresh(REFUSED, FASTXENT_NUM_THREADS=wrong)
    assert "FASTXENT_ISA" in fresh(REFUSED, FASTXENT_ISA=wrong)


def test_importing_loads_the_core_but_no_law() -> None:
    code = "import sys, fastxent; print(*(m for m in sys.modules if m.startswith('fastxent')))"
    loaded = fresh(code).split()
    assert "fastxent.backends.cython._core" in loaded
    assert "fastxent.laws" not in loaded


@needs_openmp
def test_threadpoolctl_sees_openmp_once_imported() -> None:
    code = "import fastxent, threadpoolctl as t; print(*(p['user_api'] for p in t.threadpool_info()))"
    assert "openmp" in fresh(code)


@needs_openmp
def test_openmp_environment() -> None:
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert int(fresh(SHOW)) <= allowed
    assert fresh(SHOW, OMP_NUM_THREADS="1") == "1"
    assert fresh(SHOW, OMP_NUM_THREADS="1", FASTXENT_NUM_THREADS="2") == "2"


@needs_openmp
def test_threadpoolctl_limits() -> None:
    fx.get_num_threads()
    before = fx.get_num_threads()
    with threadpoolctl.threadpool_limits(limits=1):
        assert fx.get_num_threads() == 1
    assert fx.get_num_threads() == before


@needs_openmp
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no CPU affinity here")
def test_affinity_counts() -> None:
    code = f"import os; os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]); {SHOW}"
    assert fresh(code) == "1"


@pytest.mark.parametrize("isa", available_isas())
def test_cpu_variant_from_the_environment(isa: str) -> None:
    code = "import fastxent as fx; from fastxent.backends import cython; fx.show_config(); print(cython.current_isa())"
    printed = fresh(code, FASTXENT_ISA=isa).splitlines()
    assert printed[-1] == isa
    assert any(f"variant: {isa}" in line for line in printed)


# ---------------------------------------------------------------------------------------------------------------------
# Forks

FORK = """
import os, sys, time, threading, warnings
import numpy as np, fastxent as fx

warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)  # from Python 3.12 on
x = np.random.default_rng(0).standard_normal((700, 301))
y = np.zeros(700, int)
z = (np.zeros(x.shape), x, np.zeros((1, 301)))


def results(n_threads):
    first = fx.Categorical().nll_grad(y, x, n_threads=n_threads)
    second = fx.Normal().nll_grad(*z, n_threads=n_threads)
    return b"".join(np.asarray(a).tobytes() for a in (*first, second[0], *second[1]))


def forked():
    expected = results(2)
    child = os.fork()
    if child == 0:
        ok = results(2) == expected and results(None) == expected
        grandchild = os.fork() if ok else -1
        if grandchild == 0:
            os._exit(0 if results(3) == expected else 1)
        ok = ok and os.waitpid(grandchild, 0)[1] == 0
        os._exit(0 if ok else 1)
    for _ in range(300):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert status == 0, status
            break
        time.sleep(0.1)
    else:
        os.kill(child, 9)
        raise SystemExit("the child hangs")
    assert results(2) == expected  # and the parent goes on


where = sys.argv[1]
if where == "main":
    forked()
else:
    results(2)
    thread = threading.Thread(target=forked)
    thread.start()
    thread.join()
print("done")
"""


@needs_fork
@pytest.mark.parametrize("where", ["main", "thread"])
def test_fork_after_a_parallel_call(where: str) -> None:
    """The child's calls end, with the same bits; so do a grandchild's, and the parent's afterwards."""
    done = subprocess.run([sys.executable, "-c", FORK, where], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "done", done.stderr


POOL = """
import multiprocessing, warnings
import numpy as np, fastxent as fx

warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)


def loss(seed):
    x = np.random.default_rng(seed).standard_normal(200_003)
    return float(fx.Bernoulli().nll(np.zeros(x.shape), x, n_threads=2))


if __name__ == "__main__":
    expected = [loss(seed) for seed in range(6)]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map_async(loss, range(6)).get(timeout=40) == expected
    print("done")
"""


@needs_fork
def test_forked_pool(tmp_path: Any) -> None:
    (tmp_path / "pool.py").write_text(POOL)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "pool.py")], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "done", done.stderr


@pytest.mark.parametrize("bad", ["y", "weight"])
def test_errors_leave_the_pool_usable(bad: str, rng: np.random.Generator) -> None:
    """Errors in the middle of a parallel call, many in a row, and from several threads."""
    inst = ALL[0]
    y, params = inst.draw(rng, (200_003,))
    expected = call(inst, "nll_grad", y, params)
    wrong = {"y": y.copy(), "weight": np.ones(y.shape)}
    wrong[bad][150_001] = np.nan if bad == "y" else -1.0
    for n in (1, 2, 3, 8) * 3:
        with pytest.raises(ValueError, match=rf"{bad}\[150001\]"):
            call(inst, "nll_grad", wrong["y"], params, weight=wrong["weight"], n_threads=n)
        assert_same_bits(call(inst, "nll_grad", y, params, n_threads=n), expected)
