"""Prints formulas and primitives as C: Python's syntax tree in, inline functions and their loops out.

Whatever is outside the subset is refused with file, line and reason. Only the standard library is needed, so that
`setup.py` can run this before anything is installed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from . import primitives
from .language import DTYPES, MACHINE, Const, Poly

C_TYPE = {"f32": "float", "f64": "double"}
C_SUFFIX = {"f32": "f", "f64": ""}
C_BAD = {"f32": "int32_t", "f64": "int64_t"}  # as wide as the data, or the loop mixes vector widths
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARISON = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
SWITCHES = ("constant", "fisher")  # keyword-only arguments of a formula, known when it is printed
PYTHON_MAX_PARAMS = 4


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
        return [a.arg for a in self.tree.args.args]

    @property
    def switches(self) -> list[str]:
        return [a.arg for a in self.tree.args.kwonlyargs]

    def outputs(self) -> tuple[ast.expr, list[ast.expr], list[ast.expr]]:
        """The returned expressions: nll, gradients, Hessian diagonal."""
        value = self.tree.body[-1].value if isinstance(self.tree.body[-1], ast.Return) else None
        if not (
            isinstance(value, ast.Tuple)
            and len(value.elts) == 3
            and all(isinstance(e, ast.Tuple) for e in value.elts[1:])
            and len(value.elts[1].elts) == len(value.elts[2].elts)  # type: ignore[attr-defined]
        ):
            raise self.error(self.tree.body[-1], "a formula ends with `return nll, (gradients,), (hessians,)`")
        nll, grads, hess = value.elts
        return nll, grads.elts, hess.elts  # type: ignore[attr-defined]

    @property
    def n_params(self) -> int:
        return len(self.outputs()[1])

    @property
    def settings(self) -> list[str]:
        return self.arguments[1 + self.n_params :]

    def error(self, node: ast.AST, reason: str) -> FormulaError:
        return FormulaError(f"{self.path}:{getattr(node, 'lineno', self.tree.lineno)}: in {self.name}: {reason}")


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
    lines: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)

    def body(self) -> None:
        self.variables = {name: name for name in self.formula.arguments}
        for statement in self.formula.tree.body[:-1]:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                continue  # the docstring
            if not (
                isinstance(statement, ast.Assign)
                and len(statement.targets) == 1
                and isinstance(statement.targets[0], ast.Name)
            ):
                raise self.formula.error(statement, f"{type(statement).__name__} is no `name = expression`")
            value = self.expression(statement.value)
            name = statement.targets[0].id
            self.variables[name] = self.define(value, name, boolean=_is_boolean(statement.value))

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
        if type(node.value) not in (int, float):
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
        if isinstance(node.test, ast.Name) and node.test.id in self.switches:
            return self.expression(node.body if self.switches[node.test.id] else node.orelse)
        arms = (self.arm(node.body), self.arm(node.orelse))
        return f"({self.expression(node.test)} ? {arms[0]} : {arms[1]})"

    def arm(self, node: ast.expr) -> str:
        """An arm of a select, computed beforehand whatever the condition: selects vectorise, branches do not."""
        value = self.expression(node)
        return value if isinstance(node, ast.Constant | ast.Name) else self.define(value, "arm")

    def _call(self, node: ast.Call) -> str:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise self.formula.error(node, "only primitives are called, by position")
        name = node.func.id
        if name == "horner":
            return self.horner(node)
        arguments = [self.expression(a) for a in node.args]
        wanted = MACHINE.get(name)
        if wanted is None:
            if name not in PRIMITIVES:
                raise self.formula.error(node, f"{name} is no primitive")
            wanted = len(PRIMITIVES[name].arguments)
            self.called.add(name)
        if len(arguments) != wanted:
            raise self.formula.error(node, f"{name} takes {wanted} arguments, got {len(arguments)}")
        return f"{name}_{self.dtype}({', '.join(arguments)})"

    def horner(self, node: ast.Call) -> str:
        table = self.formula.names.get(node.args[1].id) if isinstance(node.args[1], ast.Name) else None
        if len(node.args) != 2 or not isinstance(table, Poly):
            raise self.formula.error(node, "horner takes a value and the name of a Poly")
        x = self.define(self.expression(node.args[0]), "x")
        head, *rest = getattr(table, self.dtype)
        total = literal(head, self.dtype)
        for c in rest:
            total = f"fma_{self.dtype}({total}, {x}, {literal(c, self.dtype)})"
        return total


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


def _primitives(module: ModuleType) -> dict[str, Formula]:
    return {f.name: f for f in _parse(Path(str(module.__file__)), "primitive", vars(module))}


PRIMITIVES = _primitives(primitives)


def read_formulas(path: Path) -> list[Formula]:
    """The formulas of one law file, in the order in which they stand there."""
    return _parse(path, "formula", vars(primitives))


def print_primitives(dtype: str) -> str:
    """All primitives as C inline functions, each after those that it calls."""
    done: dict[str, str] = {}

    def visit(name: str) -> None:
        if name in done:
            return
        printer = _Printer(PRIMITIVES[name], dtype, {})
        printer.body()
        result = PRIMITIVES[name].tree.body[-1]
        if not isinstance(result, ast.Return) or result.value is None:
            raise PRIMITIVES[name].error(result, "a primitive ends with `return expression`")
        value = printer.expression(result.value)
        for other in sorted(printer.called):
            visit(other)
        real = C_TYPE[dtype]
        arguments = ", ".join(f"const {real} {a}" for a in PRIMITIVES[name].arguments)
        lines = "".join(f"    {line}\n" for line in [*printer.lines, f"return {value};"])
        done[name] = f"FX_INLINE {real} {name}_{dtype}({arguments}) {{\n{lines}}}\n"

    for name in PRIMITIVES:
        visit(name)
    return "\n".join(done.values())


def print_formula(formula: Formula, dtype: str, switches: Mapping[str, bool], name: str) -> str:
    """A formula as a C inline function that writes its outputs through pointers."""
    if unknown := set(formula.switches) - set(SWITCHES):
        raise formula.error(formula.tree, f"keyword-only arguments are {' and '.join(SWITCHES)}, not {sorted(unknown)}")
    printer = _Printer(formula, dtype, switches)
    printer.body()
    nll, grads, hess = formula.outputs()
    values = [(slot, printer.expression(e)) for slot, e in zip(_slots(formula, 2), (nll, *grads, *hess), strict=True)]
    real = C_TYPE[dtype]
    arguments = [f"const {real} {a}" for a in formula.arguments] + [f"{real} *out_{slot}" for slot, _ in values]
    unused = [f"(void){name};" for name in formula.settings]  # perhaps, under these switches
    lines = [*unused, *printer.lines, *(f"*out_{slot} = {value};" for slot, value in values)]
    return f"FX_INLINE void {name}({', '.join(arguments)}) {{\n" + "".join(f"    {x}\n" for x in lines) + "}\n"


def _slots(formula: Formula, order: int) -> list[str]:
    k = formula.n_params
    slots = ["nll", *(f"g{i}" for i in range(k)), *(f"h{i}" for i in range(k))]
    return slots[: 1 + k * order]


def print_loop(formula: Formula, dtype: str, order: int, inline: str, name: str) -> str:
    """The loop over one chunk, which says whether a target lies outside the support."""
    real, bad = C_TYPE[dtype], C_BAD[dtype]
    inputs = formula.arguments[: 1 + formula.n_params]
    written = _slots(formula, order)
    settings = [f"s{i}" for i in range(len(formula.settings))]
    parameters = [f"const {real} *FX_RESTRICT {a}" for a in inputs] + [f"{real} *FX_RESTRICT {s}" for s in written]
    parameters += [f"const {real} {s}" for s in [*settings, "scale", "lower", "upper"]]
    locals_ = ", ".join(f"v_{s}" for s in _slots(formula, 2))
    arguments = [f"{a}[i]" for a in inputs] + settings + [f"&v_{s}" for s in _slots(formula, 2)]
    stores = "".join(f"        {s}[i] = v_{s}{'' if s == 'nll' else ' * scale'};\n" for s in written)
    pointers = [f"in[{i}]" for i in range(len(inputs))] + [f"out[{i}]" for i in range(len(written))]
    scalars = [f"({real})settings[{i}]" for i in range(len(settings))] + [
        f"({real}){s}" for s in ("scale", "lower", "upper")
    ]
    return f"""static FX_NOINLINE int {name}_loop(ptrdiff_t n, {", ".join(parameters)}) {{
    {bad} bad = 0;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {{
        {real} {locals_};
        {inline}({", ".join(arguments)});
        bad |= {inputs[0]}[i] >= lower ? 0 : -1; /* a mask: no more than a comparison and an or */
        bad |= {inputs[0]}[i] <= upper ? 0 : -1;
{stores}    }}
    return bad != 0;
}}
static int {name}(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {{
    (void)settings;
    return {name}_loop(n, {", ".join(pointers + scalars)});
}}
"""


def print_kernels(formula: Formula) -> str:
    """Every kernel of one formula, and the table entry that lists them: [dtype][order][constant][fisher]."""
    if formula.n_params > PYTHON_MAX_PARAMS:
        raise formula.error(formula.tree, f"at most {PYTHON_MAX_PARAMS} parameters")
    text: dict[str, str] = {}
    entry = []
    for dtype in DTYPES:
        for order in range(3):
            for constant in (False, True):
                for fisher in (False, True):
                    tag = f"{'c' if constant and 'constant' in formula.switches else 'n'}"
                    tag += f"{'f' if fisher and order == 2 and 'fisher' in formula.switches else 'o'}"
                    inline, name = f"{formula.name}_{tag}_{dtype}", f"{formula.name}_{tag}_{order}_{dtype}"
                    switches = {"constant": constant, "fisher": fisher and order == 2}
                    if inline not in text:
                        text[inline] = print_formula(formula, dtype, switches, inline)
                    if name not in text:
                        text[name] = print_loop(formula, dtype, order, inline, name)
                    entry.append(name)
    kernels = iter(entry)
    table = ", ".join(
        "{"
        + ", ".join("{" + ", ".join(f"{{{next(kernels)}, {next(kernels)}}}" for _ in range(2)) + "}" for _ in range(3))
        + "}"
        for _ in DTYPES
    )
    head = f'#define FX_LAW_{formula.name} {{"{formula.name}", {formula.n_params}, {len(formula.settings)}, {{{table}}}}}\n'
    return "\n".join(text.values()) + head


def print_header(law_files: list[Path]) -> str:
    """The generated header: primitives and kernels of all laws, and the table of them."""
    parts = [
        "/* Generated from fastxent/formula and fastxent/laws; do not edit. */\n"
        "#ifdef __GNUC__ /* a switch may leave a variable without a use */\n"
        '#pragma GCC diagnostic ignored "-Wunused-variable"\n'
        "#endif\n"
    ]
    parts += [print_primitives(dtype) for dtype in DTYPES]
    formulas = [f for path in law_files for f in read_formulas(path)]
    names = [f.name for f in formulas]
    for f in formulas:
        if names.count(f.name) > 1 or f.name in PRIMITIVES:
            raise f.error(f.tree, "another formula or primitive has this name")
    parts += [print_kernels(f) for f in formulas]
    entries = ", ".join(f"FX_LAW_{n}" for n in names)
    parts.append(f"#define FX_N_LAWS {len(names)}\n#define FX_LAWS {{{entries}}}\n")
    parts.append(_print_primitive_table())
    return "\n".join(parts)


def _print_primitive_table() -> str:
    """Primitives as functions over arrays, so that tests can sweep what is compiled."""
    out, entries = [], []
    for name, p in PRIMITIVES.items():
        for dtype in DTYPES:
            arguments = ", ".join(f"((const {C_TYPE[dtype]} *)in[{i}])[i]" for i in range(len(p.arguments)))
            out.append(
                f"static void map_{name}_{dtype}(ptrdiff_t n, const void *const *in, void *out) {{\n"
                f"    for (ptrdiff_t i = 0; i < n; i++) (({C_TYPE[dtype]} *)out)[i] = {name}_{dtype}({arguments});\n}}\n"
            )
        entries.append(f'{{"{name}", {len(p.arguments)}, {{map_{name}_f32, map_{name}_f64}}}}')
    return "".join(out) + f"#define FX_N_PRIMITIVES {len(entries)}\n#define FX_PRIMITIVES {{{', '.join(entries)}}}\n"
