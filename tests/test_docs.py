"""Docstrings: their examples run and print what they say, and nothing public lacks one."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import fastxent as fx
from fastxent import functional

OPTIONAL = ("cuda", "numba", "sympy")  # what a module may need that is not installed
LAWS = (fx.Law, *fx.catalogue())
DROP_INS = [getattr(functional, name) for name in functional.__all__]


def modules() -> Iterator[ModuleType]:
    yield fx
    for info in pkgutil.walk_packages(fx.__path__, "fastxent."):
        try:
            yield importlib.import_module(info.name)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in OPTIONAL:
                raise


def public() -> Iterator[tuple[str, Any]]:
    """Everything that a user can call or read about, by its full name."""
    for name in fx.__all__:
        yield name, getattr(fx, name)
    for law in LAWS:
        methods = [n for n, member in inspect.getmembers(law, callable) if not n.startswith("_")]
        yield from ((f"{law.__name__}.{n}", getattr(law, n)) for n in methods)
    for drop_in in DROP_INS:
        yield f"functional.{drop_in.__name__}", drop_in


def doc(thing: Any) -> str:
    return inspect.getdoc(thing) or ""


def section(thing: Any, title: str) -> str:
    """A section of a docstring, empty if it has none."""
    _, *parts = re.split(r"^(\w+)\n-+\n", doc(thing), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True)).get(title, "")


FINDER = doctest.DocTestFinder(exclude_empty=True)
EXAMPLES = {test.name: test for module in modules() for test in FINDER.find(module) if test.examples}
PUBLIC = dict(public())


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_print_what_they_say(name: str) -> None:
    report: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(EXAMPLES[name], out=report.append)
    assert result.failed == 0, "".join(report)
    assert result.attempted > 0


@pytest.mark.parametrize("name", PUBLIC)
def test_everything_public_is_documented(name: str) -> None:
    assert doc(PUBLIC[name]).strip()


@pytest.mark.parametrize("thing", [*LAWS, *DROP_INS], ids=lambda thing: thing.__name__)
def test_examples_sections(thing: Any) -> None:
    assert ">>> " in section(thing, "Examples")
    assert f"{thing.__module__}.{thing.__qualname__}" in EXAMPLES


@pytest.mark.parametrize("thing", [*fx.catalogue(), *DROP_INS], ids=lambda thing: thing.__name__)
def test_every_argument_is_described(thing: Any) -> None:
    heads = re.findall(r"^(\w+(?:, \w+)*)(?: : .*)?$", section(thing, "Parameters"), re.MULTILINE)
    described = [name for head in heads for name in head.split(", ")]
    assert sorted(described) == sorted(inspect.signature(thing).parameters)


@pytest.mark.parametrize("law", fx.catalogue(), ids=lambda law: law.__name__)
def test_laws_say_what_they_are(law: type[fx.Law]) -> None:
    for fact in (r"^nll = |^ +nll = ", r"^Domain: ", r"Links?: ", r"``constant=False`` drops", r"^\.\. \[1\] "):
        assert re.search(fact, doc(law), re.MULTILINE), fact
