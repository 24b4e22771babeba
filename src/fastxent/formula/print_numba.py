"""Prints formulas and primitives as Python that numba compiles: modules of kernels, and of scalar functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .language import DTYPES, MACHINE, NAN
from .printer import (
    CAREFUL,
    PRIMITIVES,
    Formula,
    Function,
    Kernel,
    Language,
    Printer,
    find_kernel,
    print_loops,
    print_primitives,
)

REAL = {"f32": "float32", "f64": "float64"}
SWITCHED = ((False, False), (False, True), (True, False), (True, True))


class Numba(Language):
    """The part of Python that becomes straight-line code: each number and each operation has the dtype of the loop."""

    NOT = "not "

    def __init__(self, dtype: str) -> None:
        super().__init__(dtype)
        self.real = REAL[dtype]
        self.numbers: dict[str, str] = {}  # as Python writes them, and their names
        self.called: set[str] = set()  # primitives

    def literal(self, value: float) -> str:
        """The name of a constant, which has the dtype that a literal lacks."""
        text = f'"{value}"' if value - value != 0 else repr(float(value))
        return self.numbers.setdefault(text, f"{self.dtype}_{len(self.numbers)}")

    def statement(self, name: str, value: str, *, boolean: bool = False) -> str:
        """An assignment."""
        return f"{name} = {value}"

    def store(self, array: str, value: str) -> str:
        """An assignment to an element."""
        return f"{array}[i] = {value}"

    def note(self, flag: str, condition: str) -> str:
        """A call that has an effect."""
        return self.call("note", flag, condition)

    def select(self, condition: str, a: str, b: str) -> str:
        """A call: Python's conditional expressions are branches."""
        return self.call("select", condition, a, b)

    def call(self, function: str, *arguments: str) -> str:
        """As in every language."""
        self.called |= {function} & PRIMITIVES.keys()
        return super().call(function, *arguments)

    def print_before(self, fused: bool) -> str:
        """What printed functions need: operations, numbers and primitives. `fused`: with a fused multiply-add."""
        primitives = [_print_primitive(f, self.dtype) for f in print_primitives(self, sorted(self.called))]
        operations = {name: name for name in (*MACHINE, "note", "select", "usual")}
        operations["fma"] = "fma" if fused else "plain_fma"
        imports = [f"{there} as {here}_{self.dtype}," for here, there in operations.items()]
        imports += [f"chunk_{self.dtype},", f"flag_{self.dtype},"]
        head = _block("from fastxent.backends.numba.machine import (", imports) + ")\n\n"
        head += "".join(f"{name} = {self.real}({text})\n" for text, name in self.numbers.items())
        return "\n\n".join([head, *primitives])


HEAD = """from numpy import float32, float64

from fastxent.backends.numba.machine import call_single, chain, loops, overload, primitive, report, restrict, scalar
"""


def _block(head: str, lines: Iterable[str], depth: int = 0) -> str:
    indent = "    " * depth
    return f"{indent}{head}\n" + "".join(f"{indent}    {line}\n" for line in lines)


def _print_primitive(f: Function, dtype: str) -> str:
    head = f"@primitive\ndef {f.name}_{dtype}({', '.join([*f.arguments, 'wild'])}):"
    return _block(head, [*f.lines, f"return {f.value}"])


# ----------------------------------------------------------------------------------------------------------------------
# Kernels


def _print_kernel(language: Numba, formula: Formula, kernel: Kernel) -> str:
    """The loops over one chunk, and the function that C calls."""
    dtype, inputs, settings, slots = kernel.dtype, formula.inputs, formula.settings, kernel.slots(formula)
    loops = list(print_loops(language, formula, kernel))
    arguments = ["n", *(f"in_{a}" for a in inputs), *(f"out_{s}" for s in slots), *settings, "scale", "least", "most"]
    wild = "None" if kernel.order == CAREFUL else f"flag_{dtype}()"
    start = ["restrict()", f"outside = flag_{dtype}()", f"wild = {wild}"]
    start += [f"stage_{loop.stage} = chunk_{dtype}()" for loop in loops if loop.stage]
    text = _block(f"@loops\ndef {kernel.name}_loop({', '.join(arguments)}):", start)
    for loop in loops:
        text += _block("for i in range(n):", loop.lines, 1)
    text += "    return report(outside, wild)\n\n\n"
    values = ["n", *(f"in_[{i}]" for i in range(len(inputs))), *(f"out[{i}]" for i in range(len(slots)))]
    scalars = [*(f"settings[{i}]" for i in range(len(settings))), "scale", "least", "most"]
    values += [f"{language.real}({s})" for s in scalars]
    head = f"def {kernel.name}(n, in_, out, settings, scale, least, most):"
    return text + _block(head, [f"return {kernel.name}_loop({', '.join(values)})"])


def print_kernels(formula: Formula, dtype: str, fused: bool) -> str:
    """A module with all kernels of one formula for one dtype."""
    language = Numba(dtype)
    kernels = {}
    for order in range(CAREFUL + 1):
        for constant, fisher in SWITCHED:
            kernel = find_kernel(formula, dtype, order, constant, fisher)
            if kernel and kernel.name not in kernels:
                kernels[kernel.name] = _print_kernel(language, formula, kernel)
    return "\n\n".join([HEAD, language.print_before(fused), *kernels.values()])


# ----------------------------------------------------------------------------------------------------------------------
# Scalar functions


def _print_scalar(language: Numba, formula: Formula) -> str:
    """A formula with all its outputs, for one element."""
    printer = Printer(language, formula, {"constant": True, "fisher": False})
    nll, grads, hess = formula.outputs()
    required = formula.requirements()
    values = printer.body([nll, *grads, *hess, *required])
    if required:
        legal = " & ".join(values[1 + 2 * formula.n_params :])
        values = [language.select(legal, v, language.literal(NAN)) for v in values]
    k = formula.n_params
    outputs = f"{values[0]}, {_tuple(values[1 : 1 + k])}, {_tuple(values[1 + k : 1 + 2 * k])}"
    head = f"@scalar\ndef {formula.name}_{language.dtype}({', '.join(formula.arguments)}):"
    return _block(head, ["wild = None", *printer.lines, f"return {outputs}"])


def _tuple(parts: Sequence[str]) -> str:
    return f"({', '.join(parts)},)"


def _print_law(language: Numba, formula: Formula, params: Sequence[str], links: Sequence[Formula | None]) -> str:
    """A formula with its links and its support."""
    dtype, k = language.dtype, len(params)
    given = [f"{language.real}({name})" for name in (*formula.data, *params, *formula.settings)]
    lines = [f"inside = (float64({y}) >= lowest) & (float64({y}) <= highest)" for y in formula.data[:1]]
    grads, hess = [f"grad_{i}" for i in range(k)], [f"hess_{i}" for i in range(k)]
    for i, link in enumerate(links):
        if link:
            place = len(formula.data) + i
            lines.append(f"log_{i}, (slope_{i},), (bend_{i},) = {link.name}_{dtype}({given[place]})")
            given[place] = f"log_{i}"
    lines.append(f"nll, {_tuple(grads)}, {_tuple(hess)} = {formula.name}_{dtype}({', '.join(given)})")
    for i, link in enumerate(links):
        if link:
            lines.append(f"grad_{i}, hess_{i} = chain(grad_{i}, hess_{i}, slope_{i}, bend_{i})")
    nan = language.literal(NAN)
    nll, *rest = (language.select("inside", v, nan) for v in ("nll", *grads, *hess))
    lines.append(f"return {nll}, {_tuple(rest[:k])}, {_tuple(rest[k:])}")
    arguments = [*formula.data, *params, "lowest", "highest", *formula.settings]
    return _block(f"def law_{dtype}({', '.join(arguments)}):", lines)


def print_law(formula: Formula, params: Sequence[str], links: Sequence[Formula | None], fused: bool) -> str:
    """A module whose `bind(lowest, highest, *settings)` gives a law's function of one element's data and parameters."""
    parts = []
    for dtype in DTYPES:
        language = Numba(dtype)
        scalars = {f.name: f for f in [formula, *links] if f}
        functions = [_print_scalar(language, f) for f in scalars.values()]
        functions.append(_print_law(language, formula, params, links))
        parts += [language.print_before(fused), *functions]
    element, settings = ", ".join([*formula.data, *params]), ", ".join(["lowest", "highest", *formula.settings])
    head = f"@overload(law)\ndef choose({element}, {settings}):"
    parts.append(_block(f"def law({element}, {settings}):", ["raise NotImplementedError"]))
    parts.append(_block(head, [f"return law_f32 if call_single({', '.join(params)}) else law_f64"]))
    inner = _block(f"@scalar\ndef {formula.name}({element}):", [f"return law({element}, {settings})"])
    parts.append(_block(f"def bind({settings}):", [*inner.splitlines(), f"return {formula.name}"]))
    return "\n\n".join([HEAD, *parts])
