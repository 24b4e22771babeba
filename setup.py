"""Builds the extension: prints the formulas as C, compiles one file for each CPU variant."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import tempfile
import types
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy
from Cython.Build import cythonize
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.modified import newer_group

PACKAGE = Path("src/fastxent")
CORE = PACKAGE / "backends" / "cython"
GENERATED = CORE / "generated"
MODULES = ("_core", "_elementwise", "_categorical")
FLAGS = ["-O3", "-fno-math-errno", "-fno-trapping-math", "-ffp-contract=off", "-Wdouble-promotion", "-g0"]
GCC_FLAGS = [
    "-fno-thread-jumps",  # splits clamps into selects of three: a quarter more instructions
    "-fno-tree-pre",  # keeps formulas from sharing an exponential
]
# Chunks hold a thousand elements: what is left over at their end may run one by one, which saves a third of the code.
KERNEL_FLAGS = ["--param=vect-epilogues-nomask=0"]
MAP_FLAGS = ["-fno-tree-vectorize"]  # primitives over arrays, which tests alone call
PROBE = "int main(void) { return 0; }\n"
OPENMP_PROBE = "#include <omp.h>\nint main(void) { return omp_get_max_threads() < 1; }\n"
X86_64 = platform.machine().lower() in ("x86_64", "amd64") and sys.platform != "win32"
VARIANTS = ("base", "v3", "v4") if X86_64 else ("base",)
KERNEL_VARIANTS = VARIANTS[:2]  # v4 has the skeletons alone


def print_kernels() -> None:
    """Print all formulas as C, without importing the package, which is not built yet."""
    package = types.ModuleType("fastxent_formula")
    package.__path__ = [str(PACKAGE / "formula")]
    sys.modules[package.__name__] = package
    printer = importlib.import_module("fastxent_formula.print_c")
    laws = [*sorted((PACKAGE / "laws").glob("[!_]*.py")), PACKAGE / "laws" / "_links.py"]
    files = printer.print_all(laws, KERNEL_VARIANTS)
    GENERATED.mkdir(exist_ok=True)
    for old in GENERATED.iterdir():
        if old.name not in files:
            old.unlink()
    for name, text in files.items():
        target = GENERATED / name
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")  # only what changed is compiled again


class Build(build_ext):
    """Finds out whether the compiler has OpenMP and adds the flags of the compiler at hand."""

    def build_extensions(self) -> None:
        """Compile the extensions, each with the same flags."""
        msvc = self.compiler.compiler_type == "msvc"
        openmp = ["/openmp"] if msvc else ["-fopenmp"] if self.builds(OPENMP_PROBE, ["-fopenmp"]) else []
        if not openmp:
            print("no OpenMP: fastxent will be serial", file=sys.stderr)
        flags = FLAGS + GCC_FLAGS if not msvc and self.builds(PROBE, GCC_FLAGS) else FLAGS
        for extension in self.extensions:
            extension.extra_compile_args = (["/O2", "/std:c11"] if msvc else flags) + openmp
            extension.extra_link_args = [] if msvc else openmp
            if X86_64:
                extension.define_macros.append(("FX_HAVE_X86_64", "1"))
        self.kernel_flags = [] if msvc or not self.builds(PROBE, KERNEL_FLAGS) else KERNEL_FLAGS
        if hasattr(self.compiler, "_compile"):  # not MSVC's
            self.compiler.compile = self.compile
        super().build_extensions()

    def compile(
        self,
        sources: list[str],
        output_dir: str | None = None,
        macros: Any = None,
        include_dirs: Any = None,
        debug: bool = False,
        extra_preargs: Any = None,
        extra_postargs: Any = None,
        depends: Any = None,
    ) -> list[str]:
        """As the compiler's own method, but on all cores, and only what is older than what it is made from."""
        compiler = self.compiler
        _, objects, postargs, options, build = compiler._setup_compile(
            output_dir, macros, include_dirs, sources, depends, extra_postargs
        )
        arguments = compiler._get_cc_args(options, debug, extra_preargs)

        def one(target: str) -> None:
            source, extension = build[target]
            if newer_group([source, *needed(source)], target):
                own = self.kernel_flags if Path(source).parent == GENERATED else []
                own = [*own, *(MAP_FLAGS if own and Path(source).name.startswith("maps_") else [])]
                compiler._compile(target, source, extension, arguments, [*postargs, *own], options)

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(one, build))
        return list(objects)

    def builds(self, program: str, flags: list[str]) -> bool:
        """Whether a program compiles and links with these flags."""
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "probe.c"
            source.write_text(program, encoding="utf-8")
            try:
                objects = self.compiler.compile([str(source)], folder, extra_postargs=flags)
                self.compiler.link_executable(objects, str(Path(folder) / "probe"), extra_postargs=flags)
            except Exception:  # compilers fail in many ways, and each means the same
                return False
        return True


def needed(source: str) -> list[str]:
    """The headers that a source includes, directly or not."""
    path = Path(source)
    if path.parent != GENERATED:
        return [str(p) for p in (*CORE.glob("*.h"), GENERATED / "primitives.h", GENERATED / "tables.h")]
    unit, _, variant = path.stem.rpartition("_")  # law_normal_v3
    shared = (CORE / f"variant_{variant}.h", CORE / "fastxent.h", CORE / "machine.h")
    return [*map(str, shared), str(GENERATED / f"{unit}.h")]


def extensions() -> list[Extension]:
    """The Cython modules; the C core belongs to the one that shares it with the others."""
    common = {
        "include_dirs": [str(CORE), numpy.get_include()],
        "depends": [str(p) for folder in (CORE, GENERATED) for p in folder.glob("*.h")],
    }
    result = []
    for name in MODULES:
        sources = [str(CORE / f"{name}.pyx")]
        if name == "_core":
            sources += [str(CORE / f"variant_{v}.c") for v in VARIANTS]
            sources += [str(p) for p in sorted(GENERATED.glob("*.c"))]
        macros = [("NPY_NO_DEPRECATED_API", "NPY_2_0_API_VERSION")]
        result.append(Extension(f"fastxent.backends.cython.{name}", sources, define_macros=macros, **common))
    return result


print_kernels()
setup(
    ext_modules=cythonize(extensions(), include_path=["src"], language_level=3, nthreads=0),
    cmdclass={"build_ext": Build},
)
