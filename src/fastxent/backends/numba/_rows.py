"""The softmax engines for one dtype: templates behind a prelude, compiled on first use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from numba import types

from fastxent.backends.cython import current_isa, has_fma
from fastxent.formula.print_numba import Numba

from ._kernels import DTYPES, TYPES, compiled, lock
from ._store import load

if TYPE_CHECKING:
    from fastxent.laws.categorical import Categorical

FOLDER = Path(__file__).with_name("softmax")
TEMPLATES = ("shared", "general", "rows", "tiles")
PRIMITIVES = ("log1p", "sech2", "tanh")

# The constants of softmax.h.
FEW_CLASSES, TILE_CLASSES = 32, 256
LIFT = {"f32": 48, "f64": 128}  # a power of two
TILE_ROWS = {"f32": 64, "f64": 32}
SIZE = {"f32": 4, "f64": 8}
ORDINARY = {"f32": (2.0**24, 2.0**-100, 2.0**60), "f64": (2.0**76, 2.0**-960, 2.0**800)}
MAGIC = {"f32": 1.5 * 2.0**23 + 127, "f64": 1.5 * 2.0**52 + 1023}
LEAST = {"f32": -120.0, "f64": -796.0}
LOG2E = {"f32": float.fromhex("0x1.715476p0"), "f64": float.fromhex("0x1.71547652b82fep0")}
LN2 = {
    "f32": (float.fromhex("0x1.62e4p-1"), float.fromhex("0x1.7f7d1cp-20")),
    "f64": (0.69314718055966295651160180568695068359375, 0.28235290563031577122588448175013436025525412068e-12),
}
EXP = {
    "f32": [
        float.fromhex("0x1.6a6p-10"),
        float.fromhex("0x1.12718ep-7"),
        float.fromhex("0x1.555afp-5"),
        float.fromhex("0x1.55543p-3"),
        float.fromhex("0x1.fffff4p-2"),
        1.0,
        1.0,
    ],
    "f64": [
        2.08860621107283687536341e-09,
        2.51112930892876518610661e-08,
        2.75573911234900471893338e-07,
        2.75572362911928827629423e-06,
        2.4801587159235472998791e-05,
        0.000198412698960509205564975,
        0.00138888888889774492207962,
        0.00833333333331652721664984,
        0.0416666666666665047591422,
        0.166666666666666851703837,
        0.5,
        1.0,
        1.0,
    ],
}


def _print_lifted(language: Numba) -> str:
    """The function sm_lifted: 2^LIFT exp(z) for z <= 0, 0 where that falls below the least normal number."""
    dtype, number, call = language.dtype, language.literal, language.call
    magic, (high, low) = number(MAGIC[dtype] + LIFT[dtype]), LN2[dtype]
    lines = [
        f"t = {call('fma', 'z', number(LOG2E[dtype]), magic)}",
        f"n = t - {magic}",
        f"r = {call('fma', 'n', number(-low), call('fma', 'n', number(-high), 'z'))}",
        f"p = {number(EXP[dtype][0])}",
        *(f"p = {call('fma', 'p', 'r', number(c))}" for c in EXP[dtype][1:]),
        f"return {call('select', f'z < {number(LEAST[dtype])}', number(0.0), 'p * scale_by_bits(t)')}",
    ]
    return "@primitive\ndef lifted(z):\n" + "".join(f"    {line}\n" for line in lines)


def _print_prelude(dtype: str, fused: bool) -> str:
    """What templates build on."""
    language = Numba(dtype)
    language.called |= set(PRIMITIVES)
    most, least, pull = ORDINARY[dtype]
    numbers = {"ZERO": 0, "ONE": 1, "TWO": 2, "THREE": 3, "MINUS_TWO": -2, "MINUS_THREE": -3, "INF": float("inf")}
    numbers |= {"NAN": float("nan"), "LIFT": 2.0 ** LIFT[dtype], "DROP": 2.0 ** -LIFT[dtype], "BIG_PULL": pull}
    lines = [f"{name} = {language.literal(value)}" for name, value in numbers.items()]
    plain = {"WIDE_LIFT": 2.0 ** LIFT[dtype], "BIG_FACTOR": most, "SMALL_FACTOR": least}
    plain |= {"TILE_ROWS": TILE_ROWS[dtype], "SIZE": SIZE[dtype]}
    lines += [f"{name} = {value!r}" for name, value in plain.items()]
    lines += [f"{name} = {name}_{dtype}" for name in (*PRIMITIVES, "abs", "group", "lanes", "note", "select")]
    lines += [f"T, as_T = {language.real}, as_{dtype}", 'WIDE_NAN = float("nan")', "ANSWER = int32(0)"]
    lifted = _print_lifted(language)
    return f"""from collections import namedtuple

from numpy import float32, float64, int32

from fastxent.backends.numba.lanes import *
from fastxent.backends.numba.machine import flag_f64, inner, primitive, restrict, scale_by_bits

leaf = inner

{language.print_before(fused)}


{chr(10).join(lines)}


{lifted}
"""


def print_engines(dtype: str, fused: bool) -> str:
    """A module with all engines for one dtype."""
    sources = [(FOLDER / f"{name}.py").read_text(encoding="utf-8") for name in TEMPLATES]
    return "\n\n".join([_print_prelude(dtype, fused), *sources])


@cache
def _module(dtype: str, fused: bool) -> ModuleType:
    return load(f"softmax_{dtype}", print_engines(dtype, fused))


def _signature(dtype: str) -> Any:
    """That of `fx_softmax`."""
    pointers, whole, double = types.CPointer(types.CPointer(TYPES[dtype])), types.intp, types.float64
    return types.int32(whole, whole, pointers, types.CPointer(whole), types.CPointer(double))


_found: dict[tuple[str, bool, str], tuple[int, int]] = {}


def find_engine(
    law: Categorical, is_f64: bool, order: int, soft: bool, n_classes: int, side_by_side: bool
) -> tuple[int, int]:
    """The addresses of the engine for a call of Categorical and of that for odd rows: what the planner asks for."""
    if order > 1 or law.softcap is not None or law.label_smoothing or (soft and law.class_weight is not None):
        name = "general"
    elif n_classes <= (FEW_CLASSES if side_by_side else TILE_CLASSES):
        name = "tiles_soft" if soft else "tiles_hard"
    else:
        name = "rows_soft" if soft else "rows_hard"
    key = (name, is_f64, current_isa())
    found = _found.get(key)
    if found is None:
        with lock:
            found = _found[key] = _engine(name, DTYPES[is_f64]), _engine("general", DTYPES[is_f64])
    return found


def _engine(name: str, dtype: str) -> int:
    return compiled(getattr(_module(dtype, has_fma(current_isa())), name), _signature(dtype))
