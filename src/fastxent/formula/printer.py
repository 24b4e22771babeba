"""Reads formulas and primitives, and prints them in another language: Python's syntax tree in, statements out.

A `Language` says how things are written: that of `print_c` is compiled ahead, that of `print_numba` on first use.
Whatever is outside the subset is refused with file, line and reason. Only the standard library is needed, so that
`setup.py` can run this before anything is installed.
"""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import ClassVar, NamedTuple, TypeGuard

from . import circular, counts, error, gamma, masses, primitives, tails
from .compose import written_out
from .language import MACHINE, NAN, Const, Poly, plan_polynomial

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


class Language(ABC):
    """How one language writes what formulas say, for one dtype."""

    NOT: ClassVar[str]

    def __init__(self, dtype: str) -> None:
        self.dtype = dtype

    @abstractmethod
    def literal(self, value: float) -> str:
        """A number, exactly."""

    @abstractmethod
    def statement(self, name: str, value: str, *, boolean: bool = False) -> str:
        """A statement that gives a value a name."""

    @abstractmethod
    def store(self, array: str, value: str) -> str:
        """A statement that puts an element's value into an array."""

    @abstractmethod
    def note(self, flag: str, condition: str) -> str:
        """A statement that remembers that a condition failed."""

    @abstractmethod
    def select(self, condition: str, a: str, b: str) -> str:
        """One of two values that are there already, without a branch."""

    def call(self, function: str, *arguments: str) -> str:
        """A call of a machine operation or a primitive."""
        return f"{function}_{self.dtype}({', '.join(arguments)})"


@dataclass
class Printer:
    """Prints the body of one function for one setting of the switches; those that are not set are its arguments."""

    language: Language
    formula: Formula
    switches: Mapping[str, bool]
    given: Sequence[str] = ()  # variables that have been computed before
    lines: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)

    def body(self, results: Sequence[ast.expr]) -> list[str]:
        """Print the assignments that the results need; returns the results."""
        open_switches = (s for s in self.formula.switches if s not in self.switches)
        self.variables = {name: name for name in (*self.formula.arguments, *open_switches, *self.given)}
        for name, value in self.needed(results):
            value = self.staged(value) or value
            self.variables[name] = self.define(self.expression(value), name, boolean=_is_boolean(value))
        return [self.expression(result) for result in results]

    def staged(self, value: ast.expr) -> ast.expr | None:
        """The expression in `name = stage(expression)`."""
        if not (isinstance(value, ast.Call) and _called(value) == "stage"):
            return None
        if len(value.args) != 1:
            raise self.formula.error(value, "stage takes an expression")
        return value.args[0]

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
        """Give a value a name that is new."""
        variable = f"{name}_{len(self.lines)}"
        self.lines.append(self.language.statement(variable, value, boolean=boolean))
        return variable

    def expression(self, node: ast.expr) -> str:
        """Print an expression."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise self.formula.error(node, f"{type(node).__name__} is not part of the formula language")
        return str(method(node))

    def _constant(self, node: ast.Constant) -> str:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise self.formula.error(node, f"{node.value!r} is no number")
        return self.language.literal(node.value)

    def _name(self, node: ast.Name) -> str:
        if node.id in self.variables:
            return self.variables[node.id]
        value = self.formula.names.get(node.id)
        if isinstance(value, Const):
            return self.language.literal(getattr(value, self.language.dtype))
        if isinstance(value, int | float):
            return self.language.literal(value)
        raise self.formula.error(node, f"the name {node.id!r} is neither an argument, a variable nor a number")

    def _binop(self, node: ast.BinOp) -> str:
        if type(node.op) not in ARITHMETIC:
            raise self.formula.error(node, f"the operator {type(node.op).__name__} is not part of the formula language")
        return f"({self.expression(node.left)} {ARITHMETIC[type(node.op)]} {self.expression(node.right)})"

    def _unaryop(self, node: ast.UnaryOp) -> str:
        sign = {ast.USub: "-", ast.Not: self.language.NOT}.get(type(node.op))
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
        return self.language.select(self.condition(node.test), *arms)

    def condition(self, node: ast.expr) -> str:
        """The condition of a select; one that is `usual` is taken to hold where a kernel only looks whether it does."""
        if not _is_usual(node):
            return self.expression(node)
        if len(node.args) != 1:
            raise self.formula.error(node, "usual takes a condition")
        return self.language.call("usual", "wild", self.expression(node.args[0]))

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
        return self.language.call(name, *arguments)

    def table(self, node: ast.Call, wanted: str, count: int) -> list[str]:
        """The coefficients of a Poly that is the last argument."""
        name = node.args[-1].id if node.args and isinstance(node.args[-1], ast.Name) else ""
        table = self.formula.names.get(name)
        if len(node.args) != count or not isinstance(table, Poly):
            raise self.formula.error(node, f"{_called(node)} takes {wanted} and the name of a Poly")
        return [self.language.literal(c) for c in getattr(table, self.language.dtype)]

    def polynomial(self, node: ast.Call) -> str:
        """Unroll a polynomial."""
        values = self.table(node, "a value", 2)
        powers = [self.define(self.expression(node.args[0]), "x")]
        for a, power, b in plan_polynomial(len(values)):
            while len(powers) <= power:
                powers.append(self.define(f"{powers[-1]} * {powers[-1]}", "x"))
            values.append(self.define(self.language.call("fma", values[a], powers[power], values[b]), "p"))
        return values[-1]

    def secant(self, node: ast.Call) -> str:
        """Unroll a secant, as the language defines it."""
        total, *rest = self.table(node, "two values", 3)
        x, y = (self.define(self.expression(a), "x") for a in node.args[:2])
        slope = total
        for c in rest[:-1]:
            total = self.define(self.language.call("fma", total, x, c), "p")
            slope = self.define(self.language.call("fma", slope, y, total), "q")
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


MODULES = (primitives, gamma, error, circular, tails, counts, masses)
PRIMITIVES = _primitives(*MODULES)


def read_formulas(path: Path) -> list[Formula]:
    """The formulas of one law file, in the order in which they stand there, those that they call written out."""
    names = {name: value for m in MODULES for name, value in vars(m).items()}
    written = _written_out(path)
    return [replace(f, tree=written[f.name]) for f in _parse(path, "formula", names)]


def _written_out(path: Path) -> dict[str, ast.FunctionDef]:
    """The formulas and parts of a law file, and those that it imports from its neighbours."""
    found: dict[str, ast.FunctionDef] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module:
            wanted = {alias.name for alias in node.names}
            neighbour = path.with_name(f"{node.module}.py")
            if neighbour.exists() and wanted & {f.name for f in _shared(neighbour)}:
                found |= {n: f for n, f in _written_out(neighbour).items() if n in wanted}
    for f in _shared(path):
        found[f.name] = written_out(f, found.get)
    return found


def _shared(path: Path) -> list[ast.FunctionDef]:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text if "\n@" in text else "")  # most neighbours have nothing to share, and parsing takes time
    return [*_decorated(tree, "part"), *_decorated(tree, "formula")]


class Function(NamedTuple):
    """A primitive's body: statements, and what it returns."""

    name: str
    arguments: list[str]
    lines: list[str]
    value: str


def print_primitives(language: Language, names: Iterable[str]) -> list[Function]:
    """These primitives, and those that they call, each after those that it calls."""
    done: dict[str, Function] = {}

    def visit(name: str) -> None:
        if name in done:
            return
        primitive = PRIMITIVES[name]
        printer = Printer(language, primitive, {})
        result = primitive.tree.body[-1]
        if not isinstance(result, ast.Return) or result.value is None:
            raise primitive.error(result, "a primitive ends with `return expression`")
        (value,) = printer.body([result.value])
        for other in sorted(printer.called):
            visit(other)
        done[name] = Function(name, primitive.arguments, printer.lines, value)

    for name in names:
        visit(name)
    return list(done.values())


def called_by(formulas: Iterable[Formula]) -> list[str]:
    """The primitives that formulas call themselves."""
    calls = {_called(node) for formula in formulas for node in ast.walk(formula.tree)}
    return [name for name in PRIMITIVES if name in calls]


def is_ever_usual(formula: Formula) -> bool:
    """Whether a formula, or a primitive that it calls, has a cheaper arm for usual data."""
    calls = {name for node in ast.walk(formula.tree) if (name := _called(node))}
    return "usual" in calls or any(is_ever_usual(PRIMITIVES[name]) for name in calls & PRIMITIVES.keys())


class Kernel(NamedTuple):
    """One of a formula's kernels."""

    name: str
    dtype: str
    order: int  # 0 loss, 1 and gradients, 2 and Hessian diagonal, CAREFUL
    switches: Mapping[str, bool]

    def slots(self, formula: Formula) -> list[str]:
        """The names of its outputs."""
        k = formula.n_params
        slots = ["nll", *(f"g{i}" for i in range(k)), *(f"h{i}" for i in range(k))]
        return slots[: 1 + k * min(self.order, 2)]


def find_kernel(formula: Formula, dtype: str, order: int, constant: bool, fisher: bool) -> Kernel | None:
    """The kernel for a call, which may serve several; None for a careful one that nobody needs."""
    if order == CAREFUL and not is_ever_usual(formula):
        return None
    fisher = fisher and order >= 2
    tag = "c" if constant and "constant" in formula.switches else "n"
    tag += "f" if fisher and "fisher" in formula.switches else "o"
    return Kernel(f"{formula.name}_{tag}_{order}_{dtype}", dtype, order, {"constant": constant, "fisher": fisher})


def check_formula(formula: Formula) -> None:
    """Refuse what no kernel could be printed for."""
    if formula.n_params > MAX_PARAMS:
        raise formula.error(formula.tree, f"at most {MAX_PARAMS} parameters")
    if unknown := set(formula.switches) - set(SWITCHES):
        raise formula.error(formula.tree, f"keyword-only arguments are {' and '.join(SWITCHES)}, not {sorted(unknown)}")


class Loop(NamedTuple):
    """What is done for each element of a chunk, in a loop of its own."""

    stage: str | None  # the value that it computes for the next loops; None for the last, which writes the outputs
    lines: list[str]


def print_loops(language: Language, formula: Formula, kernel: Kernel) -> Iterator[Loop]:
    """A loop for each stage that the outputs need, and the last one, which writes them."""
    nll, grads, hess = formula.outputs()
    slots = kernel.slots(formula)
    results = [nll, *grads, *hess][: len(slots)]
    stages: list[str] = []
    reads = [language.statement(a, f"in_{a}[i]") for a in formula.inputs]
    required = formula.requirements()
    whole = Printer(language, formula, kernel.switches)
    for name, value in whole.needed([*results, *required]):
        if expression := whole.staged(value):
            printer = Printer(language, formula, kernel.switches, tuple(stages))
            (result,) = printer.body([expression])
            yield Loop(name, [*reads, *printer.lines, language.store(f"stage_{name}", result)])
            reads.append(language.statement(name, f"stage_{name}[i]"))
            stages.append(name)
    printer = Printer(language, formula, kernel.switches, tuple(stages))
    values = printer.body([*results, *required])
    checks = [language.note("outside", c) for y in formula.data[:1] for c in (f"{y} >= least", f"{y} <= most")]
    if required:
        checks += [
            language.statement("legal", " & ".join(values[len(slots) :]), boolean=True),
            language.note("outside", "legal"),
        ]
    writes = []
    for slot, result in zip(slots, values, strict=False):
        scaled = result if slot == "nll" else f"({result}) * scale"
        spared = language.select("legal", scaled, language.literal(NAN)) if required else scaled
        writes.append(language.store(f"out_{slot}", spared))
    yield Loop(None, [*reads, *printer.lines, *checks, *writes])
