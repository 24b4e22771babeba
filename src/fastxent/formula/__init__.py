"""The small language that formulas are written in: its primitives, machine operations and decorators."""

from .gamma import deviance, lgamma, log_factorial_excess
from .language import INF, NAN, Const, Refused, copysign, fma, formula, primitive, require, rint, sqrt, stage, usual
from .primitives import (
    TAME,
    exp,
    expm1,
    log,
    log1p,
    log1p_excess_unit,
    log1p_unit,
    mul0,
    mulexp,
    sech2,
    tanh,
)

__all__ = [
    "INF",
    "NAN",
    "TAME",
    "Const",
    "Refused",
    "copysign",
    "deviance",
    "exp",
    "expm1",
    "fma",
    "formula",
    "lgamma",
    "log",
    "log1p",
    "log1p_excess_unit",
    "log1p_unit",
    "log_factorial_excess",
    "mul0",
    "mulexp",
    "primitive",
    "require",
    "rint",
    "sech2",
    "sqrt",
    "stage",
    "tanh",
    "usual",
]
