"""Prints formulas and primitives as C: Python's syntax tree in, inline functions and their loops out.

Whatever is outside the subset is refused with file, line and reason. Only the standard library is needed, so that
`setup.py` can run this before anything is installed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TypeGuard

from . import counts, error, gamma, primitives
from .language import DTYPES, MACHINE, Const, Poly, plan_polynomial

C_TYPE = {"f32": "float", "f64": "double"}
C_SUFFIX = {"f32": "f", "f64": ""}
C_BAD = {"f32": "int32_t", "f64": "int64_t"}  # as wide as the data, or the loop mixes vector widths
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARISON = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
SWITCHES = ("constant", "fisher")  # keyword-only arguments of a formula, known when it is printed
MAX_PARAMS = 4
CAREFUL = 3  # beside the orders 0, 1, 2: the kernel for chunks with unusual elements, of order 2


class FormulaError(ValueError):
    """A formula uses something outside the subset; the message starts with file and line."""


@dataclass(frozen=True)
class Formula:
    """One formula as its file states it."""

    name: str
    tree: ast.FunctionDef
    path: str
    names: Mapping[str, object]  # what its free names mean: Const, Poly, numbers

    @property
    def arguments(self) -> list[str]:
        """The data, the parameters, the settings."""
        return [a.arg for a in self.tree.args.args]

    @property
    def data(self) -> list[str]:
        """The arguments that are data: y, unless the decorator names others."""
        keywords = [k for d in self.tree.decorator_list if isinstance(d, ast.Call) for k in d.keywords]
        names = [str(k.value.value).split() for k in keywords if k.arg == "data" and isinstance(k.value, ast.Constant)]
        found = names[0] if names else ["y"]
        if found != self.arguments[: len(found)]:
            raise self.error(self.tree, f"the first arguments are the data: {', '.join(found)}")
        return found

    @property
    def switches(self) -> list[str]:
        """Keyword-only arguments, whose values choose the kernel."""
        return [a.arg for a in self.tree.args.kwonlyargs]

    def assignments(self) -> list[tuple[str, ast.expr]]:
        """What comes before `return`: names and their values."""
        found = []
        for statement in self.tree.body[:-1]:
            if isinstance(statement, ast.Expr) and (
                isinstance(statement.value, ast.Constant) or _called(statement.value) == "require"
            ):
                continue  # the docstring, or what data must satisfy
            if not (
                isinstance(statement, ast.Assign)
                and len(statement.targets) == 1
                and isinstance(statement.targets[0], ast.Name)
            ):
                raise self.error(statement, f"{type(statement).__name__} is no `name = expression`")
            found.append((statement.targets[0].id, statement.value))
        return found

    def requirements(self) -> list[ast.expr]:
        """The conditions of `require(condition)`."""
        calls = [s.value for s in self.tree.body if isinstance(s, ast.Expr) and _called(s.value) == "require"]
        for call in calls:
            if not (isinstance(call, ast.Call) and len(call.args) == 1):
                raise self.error(call, "require takes a condition")
        return [call.args[0] for call in calls if isinstance(call, ast.Call)]

    def outputs(self) -> tuple[ast.expr, list[ast.expr], list[ast.expr]]:
        """The returned expressions: nll, gradients, Hessian diagonal."""
        match self.tree.body[-1]:
            case ast.Return(ast.Tuple([nll, ast.Tuple(grads), ast.Tuple(hess)])) if len(grads) == len(hess):
                return nll, grads, hess
            case last:
                raise self.error(last, "a formula ends with `return nll, (gradients,), (hessians,)`")

    @property
    def n_params(self) -> int:
        """As many as it returns gradients."""
        return len(self.outputs()[1])

    @property
    def inputs(self) -> list[str]:
        """The arguments that are arrays: data and parameters."""
        return self.arguments[: len(self.data) + self.n_params]

    @property
    def settings(self) -> list[str]:
        """Arguments after data and parameters."""
        return self.arguments[len(self.inputs) :]

    def error(self, node: ast.AST, reason: str) -> FormulaError:
        """What to raise for a piece of the formula."""
        return FormulaError(f"{self.path}:{getattr(node, 'lineno', self.tree.lineno)}: in {self.name}: {reason}")


def _called(node: ast.AST) -> str | None:
    """The name of the function that an expression calls."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None


def literal(value: float, dtype: str) -> str:
    """A number as C writes it exactly."""
    if value != value or value in (float("inf"), float("-inf")):
        name = "NAN" if value != value else "INFINITY"
        return f"({C_TYPE[dtype]}){'-' if value < 0 else ''}{name}"
    return f"{float(value).hex()}{C_SUFFIX[dtype]}"


@dataclass
class _Printer:
    """Prints the body of one function for one dtype and one setting of the switches."""

    formula: Formula
    dtype: str
    switches: Mapping[str, bool]
    given: Sequence[str] = ()  # variables that have been computed before
    lines: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)

    def body(self, results: Sequence[ast.expr]) -> list[str]:
        """Print the assignments that the results need; returns the results."""
        self.variables = {name: name for name in (*self.formula.arguments, *self.given)}
        for name, value in self.needed(results):
            self.variables[name] = self.define(self.expression(value), name, boolean=_is_boolean(value))
        return [self.expression(result) for result in results]

    def needed(self, results: Sequence[ast.expr]) -> list[tuple[str, ast.expr]]:
        """The assignments that are not dead: a dead one would still say whether its data are usual."""
        live = {name for result in results for name in self.names_in(result)}
        kept = []
        for name, value in reversed(self.formula.assignments()):
            if name in live and name not in self.given:
                live = (live - {name}) | self.names_in(value)
                kept.append((name, value))
        return kept[::-1]

    def names_in(self, node: ast.AST) -> set[str]:
        """The names that an expression reads, under the switches."""
        if isinstance(node, ast.Name):
            return {node.id}
        chosen = self.chosen(node)
        parts = ast.iter_child_nodes(node) if chosen is None else [chosen]
        return {name for part in parts for name in self.names_in(part)}

    def chosen(self, node: ast.AST) -> ast.expr | None:
        """The arm of a conditional expression that a switch decides."""
        if isinstance(node, ast.IfExp) and isinstance(node.test, ast.Name) and node.test.id in self.switches:
            return node.body if self.switches[node.test.id] else node.orelse
        return None

    def define(self, value: str, name: str, *, boolean: bool = False) -> str:
        variable = f"{name}_{len(self.lines)}"
        self.lines.append(f"const {'int' if boolean else C_TYPE[self.dtype]} {variable} = {value};")
        return variable

    def expression(self, node: ast.expr) -> str:
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise self.formula.error(node, f"{type(node).__name__} is not part of the formula language")
        return str(method(node))

    def _constant(self, node: ast.Constant) -> str:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise self.formula.error(node, f"{node.value!r} is no number")
        return literal(node.value, self.dtype)

    def _name(self, node: ast.Name) -> str:
        if node.id in self.variables:
            return self.variables[node.id]
        value = self.formula.names.get(node.id)
        if isinstance(value, Const):
            return literal(getattr(value, self.dtype), self.dtype)
        if isinstance(value, int | float):
            return literal(value, self.dtype)
        raise self.formula.error(node, f"the name {node.id!r} is neither an argument, a variable nor a number")

    def _binop(self, node: ast.BinOp) -> str:
        if type(node.op) not in ARITHMETIC:
            raise self.formula.error(node, f"the operator {type(node.op).__name__} is not part of the formula language")
        return f"({self.expression(node.left)} {ARITHMETIC[type(node.op)]} {self.expression(node.right)})"

    def _unaryop(self, node: ast.UnaryOp) -> str:
        sign = {ast.USub: "-", ast.Not: "!"}.get(type(node.op))
        if sign is None:
            raise self.formula.error(node, f"the operator {type(node.op).__name__} is not part of the formula language")
        return f"({sign}{self.expression(node.operand)})"

    def _compare(self, node: ast.Compare) -> str:
        operands = [self.expression(e) for e in (node.left, *node.comparators)]
        if any(type(op) not in COMPARISON for op in node.ops):
            raise self.formula.error(node, "only < <= > >= == != compare")
        pairs = zip(operands, node.ops, operands[1:], strict=False)
        return "(" + " & ".join(f"({a} {COMPARISON[type(op)]} {b})" for a, op, b in pairs) + ")"

    def _boolop(self, node: ast.BoolOp) -> str:
        symbol = " & " if isinstance(node.op, ast.And) else " | "  # no short circuit: no branch
        return "(" + symbol.join(self.expression(e) for e in node.values) + ")"

    def _ifexp(self, node: ast.IfExp) -> str:
        chosen = self.chosen(node)
        if chosen is not None:
            return self.expression(chosen)
        arms = (self.arm(node.body), self.arm(node.orelse))
        return f"({self.condition(node.test)} ? {arms[0]} : {arms[1]})"

    def condition(self, node: ast.expr) -> str:
        """The condition of a select; one that is `usual` is taken to hold where a kernel only looks whether it does."""
        if not _is_usual(node):
            return self.expression(node)
        if len(node.args) != 1:
            raise self.formula.error(node, "usual takes a condition")
        return f"fx_usual_{self.dtype}(wild, {self.expression(node.args[0])})"

    def arm(self, node: ast.expr) -> str:
        """An arm of a select, computed beforehand whatever the condition: selects vectorise, branches do not."""
        value = self.expression(node)
        return value if isinstance(node, ast.Constant | ast.Name) else self.define(value, "arm")

    def _call(self, node: ast.Call) -> str:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise self.formula.error(node, "only primitives are called, by position")
        name = node.func.id
        if name in ("polynomial", "secant"):
            return self.polynomial(node) if name == "polynomial" else self.secant(node)
        if name == "stage":
            raise self.formula.error(node, "stage belongs into `name = stage(expression)` of a formula")
        if name == "usual":
            raise self.formula.error(node, "usual belongs into `a if usual(condition) else b`")
        arguments = [self.expression(a) for a in node.args]
        wanted = MACHINE.get(name)
        if wanted is None:
            if name not in PRIMITIVES:
                raise self.formula.error(node, f"{name} is no primitive")
            wanted = len(PRIMITIVES[name].arguments)
            self.called.add(name)
        if len(arguments) != wanted:
            raise self.formula.error(node, f"{name} takes {wanted} arguments, got {len(arguments)}")
        if name in PRIMITIVES:
            arguments.append("wild")
        return f"{name}_{self.dtype}({', '.join(arguments)})"

    def table(self, node: ast.Call, wanted: str, count: int) -> list[str]:
        """The coefficients of a Poly that is the last argument."""
        name = node.args[-1].id if node.args and isinstance(node.args[-1], ast.Name) else ""
        table = self.formula.names.get(name)
        if len(node.args) != count or not isinstance(table, Poly):
            raise self.formula.error(node, f"{_called(node)} takes {wanted} and the name of a Poly")
        return [literal(c, self.dtype) for c in getattr(table, self.dtype)]

    def polynomial(self, node: ast.Call) -> str:
        values = self.table(node, "a value", 2)
        powers = [self.define(self.expression(node.args[0]), "x")]
        for a, power, b in plan_polynomial(len(values)):
            while len(powers) <= power:
                powers.append(self.define(f"{powers[-1]} * {powers[-1]}", "x"))
            values.append(self.define(f"fma_{self.dtype}({values[a]}, {powers[power]}, {values[b]})", "p"))
        return values[-1]

    def secant(self, node: ast.Call) -> str:
        total, *rest = self.table(node, "two values", 3)
        x, y = (self.define(self.expression(a), "x") for a in node.args[:2])
        slope = total
        for c in rest[:-1]:  # as `language.secant` does
            total = self.define(f"fma_{self.dtype}({total}, {x}, {c})", "p")
            slope = self.define(f"fma_{self.dtype}({slope}, {y}, {total})", "q")
        return slope


def _is_usual(node: ast.expr) -> TypeGuard[ast.Call]:
    return _called(node) == "usual"


def _is_boolean(node: ast.expr) -> bool:
    return isinstance(node, ast.Compare | ast.BoolOp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def _decorated(tree: ast.Module, decorator: str) -> Iterator[ast.FunctionDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            heads = [d.func if isinstance(d, ast.Call) else d for d in node.decorator_list]
            if any(isinstance(h, ast.Name) and h.id == decorator for h in heads):
                yield node


def _parse(path: Path, decorator: str, names: Mapping[str, object]) -> list[Formula]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return [Formula(node.name, node, str(path), names) for node in _decorated(tree, decorator)]


def _primitives(*modules: ModuleType) -> dict[str, Formula]:
    return {f.name: f for m in modules for f in _parse(Path(str(m.__file__)), "primitive", vars(m))}


MODULES = (primitives, gamma, error, counts)
PRIMITIVES = _primitives(*MODULES)


def read_formulas(path: Path) -> list[Formula]:
    """The formulas of one law file, in the order in which they stand there."""
    return _parse(path, "formula", {name: value for m in MODULES for name, value in vars(m).items()})


def print_primitives(dtype: str) -> str:
    """All primitives as C inline functions, each after those that it calls."""
    done: dict[str, str] = {}

    def visit(name: str) -> None:
        if name in done:
            return
        printer = _Printer(PRIMITIVES[name], dtype, {})
        result = PRIMITIVES[name].tree.body[-1]
        if not isinstance(result, ast.Return) or result.value is None:
            raise PRIMITIVES[name].error(result, "a primitive ends with `return expression`")
        (value,) = printer.body([result.value])
        for other in sorted(printer.called):
            visit(other)
        real = C_TYPE[dtype]
        arguments = ", ".join([*(f"const {real} {a}" for a in PRIMITIVES[name].arguments), f"{C_BAD[dtype]} *wild"])
        lines = "".join(f"    {line}\n" for line in ["(void)wild;", *printer.lines, f"return {value};"])
        done[name] = f"FX_INLINE {real} {name}_{dtype}({arguments}) {{\n{lines}}}\n"

    for name in PRIMITIVES:
        visit(name)
    return "\n".join(done.values())


def _slots(formula: Formula, order: int) -> list[str]:
    k = formula.n_params
    slots = ["nll", *(f"g{i}" for i in range(k)), *(f"h{i}" for i in range(k))]
    return slots[: 1 + k * min(order, 2)]


def is_ever_usual(formula: Formula) -> bool:
    """Whether a formula, or a primitive that it calls, has a cheaper arm for usual data."""
    calls = {name for node in ast.walk(formula.tree) if (name := _called(node))}
    return "usual" in calls or any(is_ever_usual(PRIMITIVES[name]) for name in calls & PRIMITIVES.keys())


def print_kernel(formula: Formula, dtype: str, order: int, switches: Mapping[str, bool], name: str) -> str:
    """The loop over one chunk, which says whether a target lies outside the support (1), an element is unusual (2)."""
    real, flag = C_TYPE[dtype], C_BAD[dtype]
    inputs, settings = formula.inputs, formula.settings
    slots = _slots(formula, order)
    parameters = [f"const {real} *FX_RESTRICT in_{a}" for a in inputs] + [f"{real} *FX_RESTRICT out_{s}" for s in slots]
    parameters += [f"const {real} {s}" for s in [*settings, "scale", "lower", "upper"]]
    pointers = [f"in[{i}]" for i in range(len(inputs))] + [f"out[{i}]" for i in range(len(slots))]
    scalars = [f"settings[{i}]" for i in range(len(settings))] + ["scale", "lower", "upper"]
    return f"""static FX_NOINLINE int {name}_loop(ptrdiff_t n, {", ".join(parameters)}) {{
    {flag} outside = 0, unusual = 0, *const wild = {"NULL" if order == CAREFUL else "&unusual"};
    (void)scale, (void)lower, (void)upper;
{"".join(print_loops(formula, dtype, slots, switches))}
    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}}
static int {name}(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {{
    (void)settings;
    return {name}_loop(n, {", ".join(pointers + [f"({real}){s}" for s in scalars])});
}}
"""


def print_loops(formula: Formula, dtype: str, slots: list[str], switches: Mapping[str, bool]) -> Iterator[str]:
    """A loop for each stage that the outputs need, and the last one, which writes them."""
    real = C_TYPE[dtype]
    nll, grads, hess = formula.outputs()
    results = [nll, *grads, *hess][: len(slots)]
    stages: list[str] = []
    reads = [f"const {real} {a} = in_{a}[i];" for a in formula.inputs]
    required = formula.requirements()

    def loop(head: str, printer: _Printer, tail: list[str]) -> str:
        lines = "".join(f"        {line}\n" for line in [*reads, *printer.lines, *tail])
        return f"{head}    for (ptrdiff_t i = 0; i < n; i++) {{\n{lines}    }}\n"

    for name, value in _Printer(formula, dtype, switches).needed(results):
        if isinstance(value, ast.Call) and _called(value) == "stage":
            if len(value.args) != 1:
                raise formula.error(value, "stage takes an expression")
            printer = _Printer(formula, dtype, switches, tuple(stages))
            (result,) = printer.body(value.args)
            yield loop(f"    {real} stage_{name}[FX_CHUNK];\n", printer, [f"stage_{name}[i] = {result};"])
            reads.append(f"const {real} {name} = stage_{name}[i];")
            stages.append(name)
    printer = _Printer(formula, dtype, switches, tuple(stages))
    values = printer.body([*results, *required])
    checks = [f"outside |= {c} ? 0 : -1;" for y in formula.data[:1] for c in (f"{y} >= lower", f"{y} <= upper")]
    if required:
        checks += [f"const int legal = {' & '.join(values[len(slots) :])};", "outside |= legal ? 0 : -1;"]
    writes = []
    for slot, result in zip(slots, values, strict=False):
        scaled = result if slot == "nll" else f"({result}) * scale"
        writes.append(f"out_{slot}[i] = {f'legal ? {scaled} : ({real})NAN' if required else scaled};")
    yield loop("", printer, [*checks, *writes])


def print_kernels(formula: Formula) -> str:
    """Every kernel of one formula, and the table entry that lists them: [dtype][order, CAREFUL][constant][fisher]."""
    if formula.n_params > MAX_PARAMS:
        raise formula.error(formula.tree, f"at most {MAX_PARAMS} parameters")
    if unknown := set(formula.switches) - set(SWITCHES):
        raise formula.error(formula.tree, f"keyword-only arguments are {' and '.join(SWITCHES)}, not {sorted(unknown)}")
    text: dict[str, str] = {}
    entry = []
    for dtype in DTYPES:
        for order in range(CAREFUL + 1):
            for constant in (False, True):
                for fisher in (False, True):
                    if order == CAREFUL and not is_ever_usual(formula):
                        entry.append("NULL")
                        continue
                    tag = f"{'c' if constant and 'constant' in formula.switches else 'n'}"
                    tag += f"{'f' if fisher and order >= 2 and 'fisher' in formula.switches else 'o'}"
                    name = f"{formula.name}_{tag}_{order}_{dtype}"
                    if name not in text:
                        switches = {"constant": constant, "fisher": fisher and order >= 2}
                        text[name] = print_kernel(formula, dtype, order, switches, name)
                    entry.append(name)
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
    """What is to be compiled, by file name: primitives, the kernels of each law file, a unit of each for each variant.

    A unit includes `variant_VARIANT.h`, which says how names are decorated (FX_NAMED) and what the CPU has.
    """
    formulas = {path.stem: read_formulas(path) for path in law_files}
    files = {"primitives.h": BANNER + QUIET + "\n".join(print_primitives(dtype) for dtype in DTYPES)}
    every = [f for found in formulas.values() for f in found]
    names = [f.name for f in every]
    for f in every:
        if names.count(f.name) > 1 or f.name in PRIMITIVES:
            raise f.error(f.tree, "another formula or primitive has this name")
    for stem, found in formulas.items():
        files[f"law_{stem}.h"] = BANNER + "\n".join(print_kernels(f) for f in found)
    files["maps.h"] = BANNER + _print_primitive_table()
    listed = ", ".join(f"&FX_NAMED({n})" for n in names)
    externs = "".join(f"extern const fx_law FX_NAMED({n});\n" for n in names)
    files["laws.h"] = f"{BANNER}{externs}#define FX_N_LAWS {len(names)}\n#define FX_LAWS {{{listed}}}\n"
    units = [name for name in files if name.startswith("law_")] + ["maps.h"]
    for variant in variants:
        for unit in units:
            lines = (f"../variant_{variant}.h", "../kernels.h", unit)
            text = BANNER + "".join(f'#include "{line}"\n' for line in lines)
            files[f"{unit.removesuffix('.h')}_{variant}.c"] = text
    return files


def _print_primitive_table() -> str:
    """Primitives as functions over arrays, so that tests can sweep what is compiled."""
    out, entries = [], []
    for name, p in PRIMITIVES.items():
        for dtype in DTYPES:
            real = C_TYPE[dtype]
            arguments = "".join(f"((const {real} *)in[{i}])[i], " for i in range(len(p.arguments)))
            out.append(
                f"static void map_{name}_{dtype}(ptrdiff_t n, const void *const *in, void *out) {{\n"
                f"    for (ptrdiff_t i = 0; i < n; i++) (({real} *)out)[i] = {name}_{dtype}({arguments}NULL);\n}}\n"
            )
        entries.append(f'{{"{name}", {len(p.arguments)}, {{map_{name}_f32, map_{name}_f64}}}}')
    table = f"const fx_primitive FX_NAMED(primitives)[] = {{{', '.join(entries)}}};\n"
    return "".join(out) + table + f"const int FX_NAMED(n_primitives) = {len(entries)};\n"
