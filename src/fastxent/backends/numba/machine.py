"""What printed modules are made from: the machine operations as LLVM has them, selects, flags, buffers.

The operations mean what `machine.h` says, bit for bit, and none has a branch.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numba.extending
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

from fastxent.backends.cython._core import CHUNK

I1, I32, I64 = ir.IntType(1), ir.IntType(32), ir.IntType(64)
SINGLE = ir.FloatType()

Builder = Any  # ir.IRBuilder
Value = Any  # of LLVM

# All options that a caller might hand down are said here: a user's function may ask for fastmath.
_strict = {"error_model": "numpy", "fastmath": False, "boundscheck": False}
_inner = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
primitive = njit(forceinline=True, **_strict, **_inner)  # becomes part of its caller, as in C
loops = inner = njit(**_strict, **_inner)
scalar = njit(**_strict)
overload = partial(numba.extending.overload, jit_options=_strict)


def call_single(*kinds: Any) -> bool:
    """Whether parameters of these types are computed with in float32."""
    return all(kind == types.float32 for kind in kinds)


@scalar
def chain(grad: Any, hess: Any, slope: Any, bend: Any) -> Any:
    """From derivatives for the log of a parameter to derivatives for what the model outputs."""
    return grad * slope, hess * slope * slope + grad * bend


def _unary(emit: Callable[[Builder, Value], Value]) -> Any:
    @intrinsic
    def operation(typing: Any, x: Any) -> Any:
        return x(x), lambda context, builder, signature, arguments: emit(builder, *arguments)

    return operation


def _binary(emit: Callable[[Builder, Value, Value], Value]) -> Any:
    @intrinsic
    def operation(typing: Any, x: Any, y: Any) -> Any:
        return x(x, y), lambda context, builder, signature, arguments: emit(builder, *arguments)

    return operation


def _ternary(emit: Callable[[Builder, Value, Value, Value], Value]) -> Any:
    @intrinsic
    def operation(typing: Any, x: Any, y: Any, z: Any) -> Any:
        return x(x, y, z), lambda context, builder, signature, arguments: emit(builder, *arguments)

    return operation


def _llvm(name: str) -> Callable[..., Value]:
    """An operation that LLVM knows."""

    def emit(builder: Builder, *x: Value) -> Value:
        kind = ir.FunctionType(x[0].type, [x[0].type] * len(x))
        return builder.call(builder.module.declare_intrinsic(f"llvm.{name}", [x[0].type], kind), x)

    return emit


def _bits(builder: Builder, x: Value) -> Value:
    return builder.bitcast(x, I32 if x.type == SINGLE else I64)


def _number(like: Value, f32: float, f64: float) -> Value:
    return like.type(f32 if like.type == SINGLE else f64)


def _rint(builder: Builder, x: Value) -> Value:
    magic = _number(x, 1.5 * 2.0**23, 1.5 * 2.0**52)
    return builder.fsub(builder.fadd(x, magic), magic)


def _clamp(builder: Builder, x: Value, low: Value, high: Value) -> Value:
    above = builder.select(builder.fcmp_ordered("<", x, low), low, x)
    return builder.select(builder.fcmp_ordered(">", above, high), high, above)


def _scale_by_bits(builder: Builder, x: Value) -> Value:
    """The number whose exponent field is in the low bits."""
    bits = _bits(builder, x)
    return builder.bitcast(builder.shl(bits, bits.type(_number_of_digits(x))), x.type)


def _pow2(builder: Builder, n: Value) -> Value:
    """Adding a magic number leaves n + bias in the low bits."""
    return _scale_by_bits(builder, builder.fadd(n, _number(n, 1.5 * 2.0**23 + 127, 1.5 * 2.0**52 + 1023)))


def _number_of_digits(x: Value) -> int:
    return 23 if x.type == SINGLE else 52


ROOT_HALF = {32: 0x3F3504F3, 64: 0x3FE6A09E667F3BCD}  # bits of √½
ONE = {32: 0x3F800000, 64: 0x3FF0000000000000}


def _raised(builder: Builder, x: Value) -> Value:
    """The bits, with an offset that makes the exponent field carry over at √½."""
    b = _bits(builder, x)
    return builder.add(b, b.type(ONE[b.type.width] - ROOT_HALF[b.type.width]))


def _exponent(builder: Builder, x: Value) -> Value:
    raised = _raised(builder, x)
    field = builder.lshr(raised, raised.type(_number_of_digits(x)))
    if x.type == SINGLE:
        return builder.sitofp(builder.sub(field, I32(127)), x.type)
    # 2^52 + field, then subtract: AVX2 cannot convert 64-bit integers
    whole = builder.bitcast(builder.or_(field, I64(0x4330000000000000)), x.type)
    return builder.fsub(whole, x.type(2.0**52 + 1023.0))


def _significand(builder: Builder, x: Value) -> Value:
    raised = _raised(builder, x)
    digits = builder.and_(raised, raised.type((1 << _number_of_digits(x)) - 1))
    return builder.bitcast(builder.add(digits, raised.type(ROOT_HALF[raised.type.width])), x.type)


rint = _unary(_rint)
sqrt = _unary(_llvm("sqrt"))
abs = _unary(_llvm("fabs"))
pow2 = _unary(_pow2)
scale_by_bits = _unary(_scale_by_bits)
exponent = _unary(_exponent)
significand = _unary(_significand)
copysign = _binary(_llvm("copysign"))
clamp = _ternary(_clamp)
fma = _ternary(_llvm("fma"))
plain_fma = _ternary(lambda builder, a, b, c: builder.fadd(builder.fmul(a, b), c))


@intrinsic
def select(typing: Any, condition: Any, a: Any, b: Any) -> Any:
    """One of two values, without a branch."""
    return a(condition, a, b), lambda context, builder, signature, arguments: builder.select(*arguments)


# ----------------------------------------------------------------------------------------------------------------------
# Flags: on the stack, from where LLVM takes them into registers


def _flag(kind: Any) -> Any:
    @intrinsic
    def flag(typing: Any) -> Any:
        return types.CPointer(kind)(), lambda context, builder, *rest: cgutils.alloca_once_value(
            builder, ir.IntType(kind.bitwidth)(0)
        )

    return flag


# As wide as the data, or the loop mixes vector widths. One bit is set, not all: of that LLVM would make a chain of
# selects, which it does not know for a reduction.
flag_f32 = _flag(types.int32)
flag_f64 = _flag(types.int64)


def _read(builder: Builder, signature: Any, arguments: Any, index: int) -> Value:
    kind = signature.args[index]
    return None if kind == types.none else builder.load(arguments[index], typ=ir.IntType(kind.dtype.bitwidth))


def _note(builder: Builder, signature: Any, arguments: Any) -> None:
    noted = _read(builder, signature, arguments, 0)
    failed = builder.zext(builder.not_(arguments[1]), noted.type)
    builder.store(builder.or_(noted, failed), arguments[0])


@intrinsic
def note(typing: Any, flag: Any, condition: Any) -> Any:
    """Set a flag unless a condition holds."""

    def emit(context: Any, builder: Builder, signature: Any, arguments: Any) -> Value:
        _note(builder, signature, arguments)
        return context.get_dummy_value()

    return types.none(flag, condition), emit


@intrinsic
def usual(typing: Any, flag: Any, condition: Any) -> Any:
    """The condition, or, where a flag is there to note that it failed, always true."""

    def emit(context: Any, builder: Builder, signature: Any, arguments: Any) -> Value:
        if signature.args[0] == types.none:
            return arguments[1]
        _note(builder, signature, arguments)
        return I1(1)

    return types.boolean(flag, condition), emit


@intrinsic
def report(typing: Any, outside: Any, unusual: Any) -> Any:
    """What a kernel returns, FX_OUTSIDE and FX_UNUSUAL; the second flag may be None."""

    def emit(context: Any, builder: Builder, signature: Any, arguments: Any) -> Value:
        result = I32(0)
        for index in range(2):  # a flag is 0 or 1; shifted, not compared: what is compared does not vectorise
            noted = _read(builder, signature, arguments, index)
            if noted is not None:
                bit = noted if noted.type == I32 else builder.trunc(noted, I32)
                result = builder.or_(result, builder.shl(bit, I32(index)))
        return result

    return types.int32(outside, unusual), emit


# ----------------------------------------------------------------------------------------------------------------------
# Memory


@intrinsic
def restrict(typing: Any) -> Any:
    """Promise that what this function's arguments point to does not overlap, as C's `restrict`."""

    def emit(context: Any, builder: Builder, signature: Any, arguments: Any) -> Value:
        for argument in builder.function.args:
            if isinstance(argument.type, ir.PointerType):
                argument.add_attribute("noalias")
        return context.get_dummy_value()

    return types.none(), emit


def _buffer(kind: Any, type_: Any) -> Any:
    @intrinsic
    def chunk(typing: Any) -> Any:
        def emit(context: Any, builder: Builder, signature: Any, arguments: Any) -> Value:
            with builder.goto_entry_block():
                place = builder.alloca(type_, size=I32(CHUNK))
            place.align = 64
            return place

        return types.CPointer(kind)(), emit

    return chunk


chunk_f32 = _buffer(types.float32, SINGLE)
chunk_f64 = _buffer(types.float64, ir.DoubleType())
