"""Prints formulas and primitives as C: inline functions, the loops over a chunk, tables of kernels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import primitives
from .language import DTYPES
from .printer import (
    CAREFUL,
    MODULES,
    PRIMITIVES,
    Formula,
    Kernel,
    Language,
    called_by,
    check_formula,
    find_kernel,
    print_loops,
    print_primitives,
    read_formulas,
)

REAL = {"f32": "float", "f64": "double"}
SUFFIX = {"f32": "f", "f64": ""}
FLAG = {"f32": "int32_t", "f64": "int64_t"}  # as wide as the data, or the loop mixes vector widths


class C(Language):
    """C11."""

    NOT = "!"

    @property
    def real(self) -> str:
        """The type of all numbers."""
        return REAL[self.dtype]

    def literal(self, value: float) -> str:
        """In hexadecimal."""
        if value != value or value in (float("inf"), float("-inf")):
            name = "NAN" if value != value else "INFINITY"
            return f"({self.real}){'-' if value < 0 else ''}{name}"
        return f"{float(value).hex()}{SUFFIX[self.dtype]}"

    def statement(self, name: str, value: str, *, boolean: bool = False) -> str:
        """A constant."""
        return f"const {'int' if boolean else self.real} {name} = {value};"

    def store(self, array: str, value: str) -> str:
        """An assignment."""
        return f"{array}[i] = {value};"

    def note(self, flag: str, condition: str) -> str:
        """All bits or none, as a vector comparison gives them."""
        return f"{flag} |= {condition} ? 0 : -1;"

    def select(self, condition: str, a: str, b: str) -> str:
        """A conditional expression."""
        return f"({condition} ? {a} : {b})"


def _indented(lines: Sequence[str], depth: int = 1) -> str:
    return "".join(f"{'    ' * depth}{line}\n" for line in lines)


def print_functions(dtype: str, names: Iterable[str]) -> str:
    """Primitives, and those that they call, as C inline functions."""
    language = C(dtype)
    printed = []
    for f in print_primitives(language, names):
        arguments = ", ".join([*(f"const {language.real} {a}" for a in f.arguments), f"{FLAG[dtype]} *wild"])
        body = _indented(["(void)wild;", *f.lines, f"return {f.value};"])
        printed.append(f"FX_INLINE {language.real} {f.name}_{dtype}({arguments}) {{\n{body}}}\n")
    return "\n".join(printed)


def print_loop(formula: Formula, kernel: Kernel) -> str:
    """The loop over one chunk, which says whether a target lies outside the support (1), an element is unusual (2).

    Switches that the kernel leaves open are arguments of the loop.
    """
    language = C(kernel.dtype)
    real, flag = language.real, FLAG[kernel.dtype]
    parameters = [f"const {real} *FX_RESTRICT in_{a}" for a in formula.inputs]
    parameters += [f"{real} *FX_RESTRICT out_{s}" for s in kernel.slots(formula)]
    parameters += [f"const {real} {s}" for s in [*formula.settings, "scale", "least", "most"]]
    parameters += [f"const {flag} {s}" for s in formula.switches if s not in kernel.switches]
    return f"""static FX_NOINLINE int {kernel.name}_loop(ptrdiff_t n, {", ".join(parameters)}) {{
    {flag} outside = 0, unusual = 0, *const wild = {"NULL" if kernel.order == CAREFUL else "&unusual"};
    (void)scale, (void)least, (void)most;
{"".join(_loops(language, formula, kernel))}
    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}}
"""


def print_kernel(formula: Formula, kernel: Kernel, loop: Kernel) -> str:
    """What calls a loop, as the table wants it."""
    real = C(kernel.dtype).real
    pointers = [f"in[{i}]" for i in range(len(formula.inputs))]
    pointers += [f"out[{i}]" for i in range(len(kernel.slots(formula)))]
    scalars = [f"settings[{i}]" for i in range(len(formula.settings))] + ["scale", "least", "most"]
    switches = [str(int(kernel.switches[s])) for s in formula.switches if s not in loop.switches]
    arguments = "ptrdiff_t n, const void *const *in, void *const *out, const double *settings"
    return f"""static int {kernel.name}({arguments}, double scale, double least, double most) {{
    (void)settings;
    return {loop.name}_loop(n, {", ".join(pointers + [f"({real}){s}" for s in scalars] + switches)});
}}
"""


def _loops(language: C, formula: Formula, kernel: Kernel) -> Iterator[str]:
    for loop in print_loops(language, formula, kernel):
        array = f"    {language.real} stage_{loop.stage}[FX_CHUNK];\n" if loop.stage else ""
        yield f"{array}    for (ptrdiff_t i = 0; i < n; i++) {{\n{_indented(loop.lines, 2)}    }}\n"


def _shared_loop(formula: Formula, kernel: Kernel) -> Kernel:
    """The loop that a kernel calls: of long kernels that seldom run, one serves several settings of the switches."""
    if kernel.order == CAREFUL:
        return Kernel(f"{formula.name}_careful_{kernel.dtype}", kernel.dtype, CAREFUL, {})
    if kernel.order == 2 and "constant" in formula.switches:
        fisher = kernel.switches["fisher"]
        tag = "f" if fisher and "fisher" in formula.switches else "o"
        return Kernel(f"{formula.name}_{tag}_2_{kernel.dtype}", kernel.dtype, 2, {"fisher": fisher})
    return kernel


def print_kernels(formula: Formula) -> str:
    """Every kernel of one formula, and the table entry that lists them: [dtype][order, CAREFUL][constant][fisher]."""
    check_formula(formula)
    text: dict[str, str] = {}
    entry = []
    for dtype in DTYPES:
        for order in range(CAREFUL + 1):
            for constant in (False, True):
                for fisher in (False, True):
                    kernel = find_kernel(formula, dtype, order, constant, fisher)
                    if kernel and kernel.name not in text:
                        loop = _shared_loop(formula, kernel)
                        text.setdefault(f"{loop.name}_loop", print_loop(formula, loop))
                        text[kernel.name] = print_kernel(formula, kernel, loop)
                    entry.append(kernel.name if kernel else "NULL")
    kernels = iter(entry)

    def nest(*lengths: int) -> str:
        return f"{{{', '.join(nest(*lengths[1:]) for _ in range(lengths[0]))}}}" if lengths else next(kernels)

    table = nest(len(DTYPES), CAREFUL + 1, 2, 2)
    counts = f"{len(formula.data)}, {formula.n_params}, {len(formula.settings)}"
    law = f'const fx_law FX_NAMED({formula.name}) = {{"{formula.name}", {counts}, {table}}};'
    return "\n".join(text.values()) + law + "\n"


BANNER = "/* Generated from fastxent/formula and fastxent/laws; do not edit. */\n"
QUIET = '#ifdef __GNUC__ /* a switch may leave a variable without a use */\n\
#pragma GCC diagnostic ignored "-Wunused-variable"\n#endif\n'


def print_all(law_files: Sequence[Path], variants: Sequence[str]) -> dict[str, str]:
    """What is to be compiled, by file name: the kernels of each law file with the primitives that they call, and so on.

    `X_VARIANT.c` compiles `X.h` after `variant_VARIANT.h`, which says how names are decorated (FX_NAMED) and what the
    CPU has. `primitives.h` and `tables.h` belong to the core, whose variants list kernels of their own or of another
    variant (FX_KERNEL).
    """
    formulas = {path.stem: read_formulas(path) for path in law_files}
    every = [f for found in formulas.values() for f in found]
    names = [f.name for f in every]
    for f in every:
        if names.count(f.name) > 1 or f.name in PRIMITIVES:
            raise f.error(f.tree, "another formula or primitive has this name")
    units = {
        f"law_{stem}": _with_functions(called_by(found), *map(print_kernels, found)) for stem, found in formulas.items()
    }
    for module in MODULES:
        own = [name for name in PRIMITIVES if PRIMITIVES[name].path == module.__file__]
        units[f"maps_{module.__name__.rpartition('.')[2]}"] = _with_functions(own, *map(_print_map, own))
    files = {f"{name}.h": text for name, text in units.items()}
    files["primitives.h"] = _with_functions(name for name in PRIMITIVES if PRIMITIVES[name].path == primitives.__file__)
    files["tables.h"] = _print_tables(names)
    for variant in variants:
        for unit in units:
            lines = (f"../variant_{variant}.h", "../fastxent.h", "../machine.h", f"{unit}.h")
            files[f"{unit}_{variant}.c"] = BANNER + "".join(f'#include "{line}"\n' for line in lines)
    return files


def _with_functions(names: Iterable[str], *kernels: str) -> str:
    names = list(names)
    return BANNER + QUIET + "\n".join([*(print_functions(dtype, names) for dtype in DTYPES), *kernels])


def _print_map(name: str) -> str:
    """A primitive as a function over arrays, so that tests can sweep what is compiled."""
    lines = []
    for dtype in DTYPES:
        arguments = "".join(f"((const {REAL[dtype]} *)in[{i}])[i], " for i in range(len(PRIMITIVES[name].arguments)))
        lines.append(
            f"void FX_NAMED(map_{name}_{dtype})(ptrdiff_t n, const void *const *in, void *out) {{\n"
            f"    for (ptrdiff_t i = 0; i < n; i++) (({REAL[dtype]} *)out)[i] = {name}_{dtype}({arguments}NULL);\n}}\n"
        )
    return "".join(lines)


def _print_tables(laws: Sequence[str]) -> str:
    """What the core lists: the laws, and the primitives over arrays."""
    maps = {name: [f"FX_KERNEL(map_{name}_{dtype})" for dtype in DTYPES] for name in PRIMITIVES}
    externs = "".join(f"extern const fx_law FX_KERNEL({name});\n" for name in laws)
    externs += "".join(f"void {m}(ptrdiff_t, const void *const *, void *);\n" for pair in maps.values() for m in pair)
    listed = ", ".join(f"&FX_KERNEL({name})" for name in laws)
    entries = [f'{{"{n}", {len(PRIMITIVES[n].arguments)}, {{{", ".join(pair)}}}}}' for n, pair in maps.items()]
    return (
        f"{BANNER}{externs}#define FX_N_LAWS {len(laws)}\n#define FX_LAWS {{{listed}}}\n"
        f"#define FX_N_PRIMITIVES {len(entries)}\n#define FX_PRIMITIVES {{{', '.join(entries)}}}\n"
    )
