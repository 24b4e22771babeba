"""The compiled backend: C kernels, which are printed from the formulas, under Cython plumbing."""

from ._categorical import categorical, logsumexp
from ._core import available_isas, current_isa, evaluate_primitive, has_fma, has_openmp, use_isa
from ._elementwise import elementwise

__all__ = [
    "available_isas",
    "categorical",
    "current_isa",
    "elementwise",
    "evaluate_primitive",
    "has_fma",
    "has_openmp",
    "logsumexp",
    "use_isa",
]
