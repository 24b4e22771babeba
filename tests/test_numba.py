"""The numba backend: the bits of the compiled one, vectorised, cached, and plain about what it lacks."""

from __future__ import annotations

import itertools
import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import oracle
import pytest
from instances import flat
from oracle_core import Case
from oracle_measure import DTYPES, given, inputs, make

import fastxent as fx
from fastxent import backends
from fastxent.backends.cython import available_isas, current_isa, use_isa
from fastxent.formula.printer import find_kernel

numba = pytest.importorskip("numba")

from fastxent.backends.numba import _kernels, _rows, _store  # noqa: E402

Array = np.ndarray
METHODS = ("nll", "nll_grad", "nll_grad_hess")
FORMULAS = {
    f.__name__: f
    for law in map(make, oracle.CASES)
    if law.skeleton == "elementwise"
    for f in (law.formula, *law.links)
    if f is not None
}
CASES = [case for case in oracle.CASES if make(case).skeleton == "elementwise"]
each_case = pytest.mark.parametrize("case", CASES, ids=str)
each_dtype = pytest.mark.parametrize("dtype", DTYPES)
each_isa = pytest.mark.parametrize("isa", available_isas())


def assert_same(got: Any, expected: Any) -> None:
    """The same bits; a nan is a nan, whatever its sign."""
    for a, b in zip(map(np.asarray, flat(got)), map(np.asarray, flat(expected)), strict=True):
        assert a.dtype == b.dtype
        alike = ((a == b) & (np.signbit(a) == np.signbit(b))) | (np.isnan(a) & np.isnan(b))
        assert alike.all(), f"{a[~alike][:4]} for {b[~alike][:4]}, {(~alike).sum()} of {a.size}"


def arguments(case: Case, dtype: str) -> tuple[list[Array], dict[str, Array]]:
    """Everything that the oracle tries: y and parameters, and data by name."""
    columns, n = inputs(case, dtype)[1], len(case.data)
    y, named = given(case, columns[:n])
    return [y, *columns[n:]], named


# ---------------------------------------------------------------------------------------------------------------------
# The same bits


@each_dtype
@each_case
def test_element_wise_laws_have_the_bits_of_the_compiled_backend(case: Case, dtype: str) -> None:
    law, (positional, named) = make(case), arguments(case, dtype)
    options = {"reduction": "none", "check": False, **named}
    for method, curvature, constant in (
        ("nll", "observed", False),
        ("nll_grad", "observed", True),
        ("nll_grad_hess", "observed", False),
        ("nll_grad_hess", "fisher", True),
    ):
        if curvature not in case.curvatures:
            continue
        options |= {"curvature": curvature, "constant": constant}
        got, expected = (getattr(law, method)(*positional, **options, backend=b) for b in ("numba", "cython"))
        assert_same(got, expected)


@each_case
def test_the_same_bits_on_every_variant(case: Case) -> None:
    law, (positional, named) = make(case), arguments(case, "float32")
    for isa in set(available_isas()) - {current_isa()}:
        with use_isa(isa):
            got, expected = (
                law.nll_grad_hess(*positional, **named, check=False, backend=b) for b in ("numba", "cython")
            )
        assert_same(got, expected)


def logit_rows(rng: np.random.Generator, n_classes: int, dtype: Any) -> Array:
    """Ordinary rows and odd ones."""
    x = (4 * rng.standard_normal((70, n_classes))).astype(dtype)
    x[3] *= 50
    x[5, 1], x[7, 2], x[9, 0] = -np.inf, np.inf, np.nan
    x[11], x[13] = -np.inf, x[13] * 1e4
    x[15, :2] = np.inf
    x[17] = 0.0
    return x


def targets(rng: np.random.Generator, x: Array, soft: bool) -> Array:
    if not soft:
        return rng.integers(0, x.shape[1], len(x))
    t = rng.random(x.shape).astype(x.dtype)
    t[2], t[4] = 0, 0
    t[4, 1] = 1
    return t


def row_calls(law: Any, y: Array, x: Array, weight: Array) -> Iterator[Callable[[str], Any]]:
    """Everything that Categorical does."""
    v = np.cos(np.arange(x.size, dtype=x.dtype)).reshape(x.shape)
    for w in (None, weight):
        options = {"weight": w, "reduction": "none"}
        yield lambda backend, o=options: law.nll(y, x, **o, backend=backend)
        yield lambda backend, o=options: law.nll_grad(y, x, **o, backend=backend)
        yield lambda backend, o=options: law.hvp(y, x, v, **o, backend=backend)
        for curvature in ("observed", "fisher"):
            o = options | {"curvature": curvature}
            yield lambda backend, o=o: law.nll_grad_hess(y, x, **o, backend=backend)
    yield lambda backend: law.nll_grad(y, x, backend=backend)
    yield lambda backend: law.lse(x, backend=backend)


def row_laws(n_classes: int, axis: int) -> Iterator[Any]:
    weights = np.linspace(0.5, 2.0, n_classes)
    for settings in (
        {},
        {"class_weight": weights},
        {"ignore_index": 1},
        {"z_loss": 2.0**-9},
        {"label_smoothing": 0.125},
        {"softcap": 5.0},
        {"class_weight": weights, "label_smoothing": 0.25, "z_loss": 0.01, "softcap": 3.0},
    ):
        yield fx.Categorical(axis=axis, **settings)


@pytest.mark.parametrize("soft", [False, True], ids=["hard", "soft"])
@pytest.mark.parametrize("n_classes", [3, 10, 40, 300, 1100])
@each_dtype
def test_categorical_has_the_bits_of_the_compiled_backend(dtype: str, n_classes: int, soft: bool) -> None:
    rng = np.random.default_rng(n_classes)
    x = logit_rows(rng, n_classes, dtype)
    y, weight = targets(rng, x, soft), rng.random(len(x))
    weight[:5], weight[20], weight[22] = 0, 1e-300, 1e30
    for axis in (-1, 0):
        turned = x if axis else np.ascontiguousarray(x.T)
        labels = y if axis or not soft else np.ascontiguousarray(y.T)
        for law in row_laws(n_classes, axis):
            for call in row_calls(law, labels, turned, weight):
                assert_same(call("numba"), call("cython"))


@pytest.mark.parametrize("n_classes", [4, 300])
def test_categorical_has_the_same_bits_on_every_variant(n_classes: int) -> None:
    rng = np.random.default_rng(n_classes)
    x = logit_rows(rng, n_classes, np.float32)
    y = targets(rng, x, False)
    for isa, law in itertools.product(set(available_isas()) - {current_isa()}, row_laws(n_classes, -1)):
        with use_isa(isa):
            for call in row_calls(law, y, x, rng.random(len(x))):
                assert_same(call("numba"), call("cython"))


@pytest.mark.parametrize("n_classes", [10, 300])
def test_categorical_writes_over_its_logits(n_classes: int) -> None:
    rng = np.random.default_rng(0)
    x = logit_rows(rng, n_classes, np.float64)
    y = targets(rng, x, False)
    expected = fx.Categorical().nll_grad(y, x, backend="cython")
    assert_same(fx.Categorical().nll_grad(y, x, out=(None, x), backend="numba"), expected)


# ---------------------------------------------------------------------------------------------------------------------
# Machine code

PACKED = {  # multiply-adds on vectors, and what only the widest vectors that there are may be called
    "x86_64": (r"vfn?m(?:add|sub)\d+p[sd]", r"%[yz]mm"),
    "aarch64": (r"fml[as]\s+v\d+\.[24][sd]", r"v\d+\.(?:4s|2d)"),
}


def assembly(function: Any, signature: Any) -> str:
    kernel = numba.cfunc(signature, error_model="numpy")(function)  # not from the cache, which holds no text
    return str(kernel._library.get_asm_str())


def machine_patterns() -> tuple[str, str]:
    import platform

    name = platform.machine().lower().replace("amd64", "x86_64").replace("arm64", "aarch64")
    return PACKED[name]


@pytest.mark.parametrize("name", FORMULAS)
def test_kernels_are_vectorised(name: str) -> None:
    formula = FORMULAS[name]
    tree = _kernels.source(formula)
    for dtype, order in (("f32", 1), ("f64", 2)):
        kernel = find_kernel(tree, dtype, order, constant=True, fisher=False)
        assert kernel is not None
        module = _kernels._module(formula, dtype, True)
        compiled = numba.cfunc(_kernels.SIGNATURES[dtype], error_model="numpy")(getattr(module, kernel.name))
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        loops = source[source.index(f"def {kernel.name}_loop(") :].partition("return report")[0].count("for i in range")
        vectorised = re.findall(r"^vector\.body[\w.]*:", compiled._library.get_llvm_str(), re.MULTILINE)
        assert len(vectorised) >= loops
        fused, widest = machine_patterns()
        text = compiled._library.get_asm_str()
        assert re.search(widest, text)
        assert re.search(fused, text) or "fma_" not in source[source.index(f"def {kernel.name}_loop(") :]


@pytest.mark.parametrize("name", ["tiles_hard", "rows_hard", "rows_soft"])
def test_softmax_engines_are_vectorised(name: str) -> None:
    fused, widest = machine_patterns()
    text = assembly(getattr(_rows._module("f32", True), name), _rows._signature("f32"))
    assert len(re.findall(fused, text)) > 20
    assert re.search(widest, text)


# ---------------------------------------------------------------------------------------------------------------------
# The cache

REPORT = """
import sys, numpy as np, fastxent as fx
from numba.core import event
with event.install_recorder("numba:compile") as record:
    print({})
print(sum(e.is_start for _, e in record.buffer))
"""
ELEMENTS = REPORT.format("fx.Bernoulli().nll(1.0, 0.5, backend='numba')")
ROWS = REPORT.format("fx.Categorical().nll([1], [[0.0, 1.0]], backend='numba')")
EDIT = """
from fastxent.formula import primitives
primitives.LN2_HIGH = primitives.Const(0.5, 0.5)
"""


def run(code: str, **environment: str) -> list[str]:
    """The lines that a process prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("code", [ELEMENTS, ROWS], ids=["elements", "rows"])
def test_a_second_process_compiles_nothing(code: str, tmp_path: Path) -> None:
    place = {"NUMBA_CACHE_DIR": str(tmp_path)}
    first, second = run(code, **place), run(code, **place)
    assert first[0] == second[0]
    assert int(first[1]) > 0
    assert int(second[1]) == 0


def test_an_edited_primitive_is_compiled_again(tmp_path: Path) -> None:
    place = {"NUMBA_CACHE_DIR": str(tmp_path)}
    plain, edited, again = run(ELEMENTS, **place), run(EDIT + ELEMENTS, **place), run(ELEMENTS, **place)
    assert int(edited[1]) > 0
    assert edited[0] != plain[0]
    assert again == [plain[0], "0"]


def test_without_a_folder_to_write_to(tmp_path: Path) -> None:
    """Files go to a temporary folder, which is gone afterwards."""
    (tmp_path / "file").write_text("")
    nowhere, temporary = str(tmp_path / "file" / "folder"), tmp_path / "temporary"
    temporary.mkdir()
    names = ("HOME", "LOCALAPPDATA", "NUMBA_CACHE_DIR", "USERPROFILE", "XDG_CACHE_HOME")
    lines = run(ELEMENTS, **dict.fromkeys(names, nowhere), TMPDIR=str(temporary), TEMP=str(temporary))
    assert int(lines[1]) > 0
    assert not list(temporary.iterdir())


def test_a_broken_cache_is_no_reason_to_fail(tmp_path: Path) -> None:
    place = {"NUMBA_CACHE_DIR": str(tmp_path)}
    expected = run(ELEMENTS, **place)[0]
    for path in [*tmp_path.rglob("*.nbc"), *tmp_path.rglob("fastxent_*.py")]:
        path.write_bytes(path.read_bytes()[:100])
    assert run(ELEMENTS, **place)[0] == expected


def test_processes_that_start_together(tmp_path: Path) -> None:
    environment = os.environ | {"NUMBA_CACHE_DIR": str(tmp_path)}
    command = [sys.executable, "-c", ELEMENTS]
    started = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    lines = [p.communicate()[0].splitlines()[0] for p in started]
    assert [p.returncode for p in started] == [0, 0, 0]
    assert len(set(lines)) == 1
    assert run(ELEMENTS, NUMBA_CACHE_DIR=str(tmp_path))[1] == "0"


def test_files_are_named_by_what_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_store.config, "CACHE_DIR", str(tmp_path))
    modules = [_store.load("test", f"x = {i}\n") for i in (1, 2, 1)]
    assert [m.x for m in modules] == [1, 2, 1]
    assert modules[0] is modules[2]
    assert len(list(tmp_path.rglob("*.py"))) == 2


def test_threads_that_start_together() -> None:
    y, x = np.array([1.0, 0.0]), np.array([0.5, 2.0])
    results: list[float] = []
    law = fx.Bernoulli(pos_weight=1.5)
    threads = [threading.Thread(target=lambda: results.append(law.nll(y, x, backend="numba"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [law.nll(y, x, backend="cython")] * 4


# ---------------------------------------------------------------------------------------------------------------------
# What it needs


def test_importing_fastxent_does_not_import_numba() -> None:
    code = "import sys, fastxent as fx; fx.Normal().nll(1.0, 0.0, 0.0); fx.functional; print('numba' in sys.modules)"
    assert run(code) == ["False"]


@pytest.mark.parametrize("call", ["nll(1, 0.0, backend='numba')", "jitted"])
def test_without_numba(call: str) -> None:
    code = f"""
import sys, fastxent as fx
sys.modules["numba"] = None
try:
    fx.Poisson().{call}
except ImportError as error:
    print(error)
"""
    assert "pip install 'fastxent[numba]'" in run(code)[0]


def test_numba_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backends, "LEAST_NUMBA", (999, 0))
    with pytest.raises(ImportError, match=rf"needs numba 999\.0 or later, not {re.escape(numba.__version__)}: pip"):
        backends._require_numba()


def test_numba_without_its_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    with pytest.raises(RuntimeError, match="NUMBA_DISABLE_JIT"):
        backends._require_numba()


def test_a_skeleton_that_a_backend_lacks() -> None:
    with pytest.raises(NotImplementedError, match="backend='numba' has no 'series' skeleton: use backend='cython'"):
        backends.get_skeleton("numba", "series")


def test_a_formula_without_a_source() -> None:
    namespace: dict[str, Any] = {}
    exec("def nowhere(y, loc): ...", namespace)
    with pytest.raises(LookupError, match="no source of the formula 'nowhere'"):
        _kernels.source(namespace["nowhere"])


# ---------------------------------------------------------------------------------------------------------------------
# law.jitted


def loop_over(law: Any, n_arguments: int, **options: Any) -> Callable[..., Any]:
    """A user's function, which stores what `law.jitted` returns for each element."""
    element, k = ", ".join(f"a{i}[i]" for i in range(n_arguments)), len(law.params)
    lines = [f"def run(out, {', '.join(f'a{i}' for i in range(n_arguments))}):", " for i in range(len(a0)):"]
    lines += [f"  nll, grads, hess = jitted({element})", "  out[0, i] = nll"]
    lines += [f"  out[{1 + j}, i] = grads[{j}]\n  out[{1 + k + j}, i] = hess[{j}]" for j in range(k)]
    namespace = {"jitted": law.jitted}
    exec("\n".join(lines), namespace)
    return numba.njit(namespace["run"], **options)  # type: ignore[no-any-return]


@each_dtype
@pytest.mark.parametrize("case", [c for c in oracle.CASES if not c.censored], ids=str)
def test_jitted_has_the_bits_of_the_loss(case: Case, dtype: str) -> None:
    """Whatever the options of the user's own function."""
    law, (positional, named) = make(case), arguments(case, dtype)
    columns = [positional[0], *named.values(), *positional[1:]]
    out = np.empty((1 + 2 * len(law.params), len(columns[0])), dtype)
    loop_over(law, len(columns), fastmath=True)(out, *columns)
    expected = law.nll_grad_hess(*positional, **named, reduction="none", check=False, backend="cython")
    assert_same(list(out), expected)


def test_jitted_takes_the_dtype_from_the_parameters() -> None:
    jitted = fx.Normal().jitted

    @numba.njit
    def kind(y: Any, loc: Any, log_scale: Any) -> Any:
        return jitted(y, loc, log_scale)[0]

    one = np.float32(1)
    assert kind(1, one, one) == fx.Normal().nll(1, one, one)
    for arguments in ((1.0, one, one), (1, one, one)):
        kind(*arguments)
    assert {str(s.return_type) for s in kind.nopython_signatures} == {"float32"}
    assert kind(one, 1.0, one) == fx.Normal().nll(one, np.float64(1), one)


def test_jitted_says_what_it_is_not_for() -> None:
    with pytest.raises(AttributeError, match="works on rows"):
        fx.Categorical().jitted  # noqa: B018
    assert pickle.loads(pickle.dumps(fx.Normal(scale=2.0))).jitted is fx.Normal(scale=2.0).jitted


def test_jitted_goes_into_a_users_cache(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(
        """
import numba, fastxent as fx
normal = fx.Normal(scale=2.0).jitted
@numba.njit(cache=True)
def slope(y, loc):
    return normal(y, loc)[1][0]
""",
        encoding="utf-8",
    )
    code = "import user; print(user.slope(1.0, 0.0), sum(user.slope.stats.cache_hits.values()))"
    place = {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]), "NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    assert [run(code, **place) for _ in range(2)] == [["-0.25 0"], ["-0.25 1"]]
