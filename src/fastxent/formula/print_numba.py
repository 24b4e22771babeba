"""Prints formulas and primitives as Python that numba compiles, a module for each formula and dtype."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .language import MACHINE
from .printer import CAREFUL, Formula, Function, Kernel, Language, find_kernel, print_loops, print_primitives

SWITCHED = ((False, False), (False, True), (True, False), (True, True))


class Numba(Language):
    """The part of Python that becomes straight-line code: each number and each operation has the dtype of the loop."""

    NOT = "not "

    def __init__(self, dtype: str) -> None:
        super().__init__(dtype)
        self.numbers: dict[str, str] = {}  # as Python writes them, and their names

    def literal(self, value: float) -> str:
        """The name of a constant, which has the dtype that a literal lacks."""
        text = f'"{value}"' if value - value != 0 else repr(float(value))
        return self.numbers.setdefault(text, f"number_{len(self.numbers)}")

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


def _block(head: str, lines: Iterable[str], depth: int = 0) -> str:
    indent = "    " * depth
    return f"{indent}{head}\n" + "".join(f"{indent}    {line}\n" for line in lines)


def _print_function(f: Function, dtype: str) -> str:
    head = f"@primitive\ndef {f.name}_{dtype}({', '.join([*f.arguments, 'wild'])}):"
    return _block(head, [*f.lines, f"return {f.value}"])


def _print_kernel(language: Numba, formula: Formula, kernel: Kernel, called: set[str]) -> str:
    """The loops over one chunk, and the function that C calls; notes in `called` which primitives they need."""
    dtype, inputs, settings, slots = kernel.dtype, formula.inputs, formula.settings, kernel.slots(formula)
    loops = list(print_loops(language, formula, kernel))
    arguments = ["n", *(f"in_{a}" for a in inputs), *(f"out_{s}" for s in slots), *settings, "scale", "lower", "upper"]
    start = ["restrict()", f"outside = flag_{dtype}()", f"wild = {'None' if kernel.order == CAREFUL else f'flag_{dtype}()'}"]
    start += [f"stage_{loop.stage} = chunk_{dtype}()" for loop in loops if loop.stage]
    text = _block(f"@loops\ndef {kernel.name}_loop({', '.join(arguments)}):", start)
    for loop in loops:
        called |= loop.called
        text += _block("for i in range(n):", loop.lines, 1)
    text += "    return report(outside, wild)\n\n\n"
    values = ["n", *(f"in_[{i}]" for i in range(len(inputs))), *(f"out[{i}]" for i in range(len(slots)))]
    values += [f"real(settings[{i}])" for i in range(len(settings))] + ["real(scale)", "real(lower)", "real(upper)"]
    head = f"def {kernel.name}(n, in_, out, settings, scale, lower, upper):"
    return text + _block(head, [f"return {kernel.name}_loop({', '.join(values)})"])


def _print_module(language: Numba, fused: bool, called: set[str], functions: Sequence[str]) -> str:
    """What functions need, before them: operations, numbers and primitives."""
    dtype = language.dtype
    before = [_print_function(f, dtype) for f in print_primitives(language, sorted(called))]
    operations = {name: name for name in (*MACHINE, "note", "select", "usual")}
    operations["fma"] = "fma" if fused else "plain_fma"
    imports = [f"{there} as {here}_{dtype}" for here, there in operations.items()]
    imports += [f"chunk_{dtype}", f"flag_{dtype}", "loops", "primitive", "report", "restrict"]
    head = "from numpy import float32, float64\n\n"
    head += _block("from fastxent.backends.numba.machine import (", (f"{name}," for name in imports)) + ")\n\n"
    head += f"real = {'float32' if dtype == 'f32' else 'float64'}\n"
    head += "".join(f"{name} = real({text})\n" for text, name in language.numbers.items())
    return "\n\n".join([head, *before, *functions])


def print_module(formula: Formula, dtype: str, fused: bool) -> str:
    """All kernels of one formula for one dtype; `fused`: with a fused multiply-add."""
    language = Numba(dtype)
    called: set[str] = set()
    kernels = {}
    for order in range(CAREFUL + 1):
        for constant, fisher in SWITCHED:
            kernel = find_kernel(formula, dtype, order, constant, fisher)
            if kernel and kernel.name not in kernels:
                kernels[kernel.name] = _print_kernel(language, formula, kernel, called)
    return _print_module(language, fused, called, list(kernels.values()))
