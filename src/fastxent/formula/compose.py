"""Writes out formulas that are made from others: `loss, (slope,), (bend,) = poisson(y, log_rate, constant=True)`."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping

Find = Callable[[str], ast.FunctionDef | None]  # a formula by the name under which a file knows it


class _Renamed(ast.NodeTransformer):
    """An expression with other names; a switch that is given decides."""

    def __init__(self, names: Mapping[str, ast.expr]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.names.get(node.id, node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(a) for a in node.args], node.keywords)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        test = self.visit(node.test)
        body, orelse = self.visit(node.body), self.visit(node.orelse)
        chosen: ast.expr = (body if test.value else orelse) if isinstance(test, ast.Constant) else node
        return chosen if chosen is not node else ast.IfExp(test, body, orelse)


def written_out(tree: ast.FunctionDef, find: Find) -> ast.FunctionDef:
    """A formula in which the statements of others stand in place of calls of these.

    What two such calls have in common stands there once.
    """
    known: dict[str, ast.expr] = {}  # expressions of other formulas, as text, and their names
    body: list[ast.stmt] = []
    for statement in tree.body:
        match statement:
            case ast.Assign([ast.Tuple() as target], ast.Call(ast.Name(name)) as call) if base := find(name):
                lines = _inlined(target, call, written_out(base, find), known)
                body += [ast.fix_missing_locations(ast.copy_location(line, statement)) for line in lines]
            case _:
                body.append(statement)
    return ast.FunctionDef(**{**dict(ast.iter_fields(tree)), "body": body}, lineno=tree.lineno, col_offset=0)


def _inlined(
    target: ast.Tuple, call: ast.Call, base: ast.FunctionDef, known: dict[str, ast.expr]
) -> Iterator[ast.stmt]:
    names: dict[str, ast.expr] = dict(zip((a.arg for a in base.args.args), call.args, strict=True))
    names |= {str(k.arg): k.value for k in call.keywords}
    for statement in base.body[:-1]:
        match statement:
            case ast.Assign([ast.Name(name)], value):
                value = _Renamed(names).visit(copy.deepcopy(value))
                text = ast.dump(value)
                if text not in known:
                    known[text] = ast.Name(f"{base.name}_{len(known)}_{name}", ast.Load())
                    yield ast.Assign([known[text]], value)
                names[name] = known[text]
            case ast.Expr(ast.Call() as check):
                yield ast.Expr(_Renamed(names).visit(copy.deepcopy(check)))
    result = base.body[-1]
    assert isinstance(result, ast.Return)
    assert result.value is not None
    for place, value in zip(_leaves(target), _leaves(result.value), strict=True):
        yield ast.Assign([place], _Renamed(names).visit(copy.deepcopy(value)))


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    """The parts of nested tuples."""
    if isinstance(node, ast.Tuple):
        for part in node.elts:
            yield from _leaves(part)
    else:
        yield node
