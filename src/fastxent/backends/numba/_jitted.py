"""Scalar formulas for functions that users compile by numba themselves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from fastxent.backends.cython import current_isa, has_fma
from fastxent.formula.print_numba import print_law

from ._kernels import source
from ._store import load

if TYPE_CHECKING:
    from fastxent.laws import Law


def jitted(law: Law) -> Any:
    """A law's formula for one element, its settings bound."""
    return _bound(law, has_fma(current_isa()))


@cache
def _bound(law: Law, fused: bool) -> Any:
    formula = source(law.formula)
    links = [None if link is None else source(link) for link in law.links]
    module = load(f"{formula.name}_scalar", print_law(formula, law.params, links, fused))
    return module.bind(*law.support.bounds("d"), *law.settings)
