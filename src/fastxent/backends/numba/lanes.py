"""What the softmax skeletons are made from besides machine operations: sixteen lanes at once, memory, squares.

Vectors, for which numba has no type, live only within an operation; sums stay in memory, from where LLVM takes them
into registers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

LANES = 16
Value = Any  # of LLVM


def _type(context: Any, pointer: Any) -> Any:
    """What a typed pointer points to, for LLVM."""
    return context.get_value_type(pointer.dtype)


def _size(element: Any) -> int:
    return 4 if element == ir.FloatType() else 8


def _at(builder: Any, element: Any, pointer: Value, offset: Any) -> Value:
    """The address of an element."""
    index = ir.IntType(64)(offset) if isinstance(offset, int) else offset
    return builder.gep(pointer, [index], source_etype=element)


def _load(builder: Any, element: Any, pointer: Value, offset: Any = 0, n: int = LANES) -> Value:
    vector = ir.VectorType(element, n)
    place = builder.bitcast(_at(builder, element, pointer, offset), vector.as_pointer())
    return builder.load(place, align=_size(element), typ=vector)


def _store(builder: Any, element: Any, value: Value, pointer: Value, offset: Any = 0) -> None:
    place = builder.bitcast(_at(builder, element, pointer, offset), value.type.as_pointer())
    builder.store(value, place, align=_size(element))


def _pick(builder: Any, a: Value, b: Value, places: Sequence[int]) -> Value:
    return builder.shuffle_vector(a, b, ir.VectorType(ir.IntType(32), len(places))(list(places)))


def _larger(builder: Any, a: Value, b: Value) -> Value:
    return builder.select(builder.fcmp_ordered(">", a, b), a, b)


def _fold(builder: Any, w: Value, operation: Any) -> Value:
    """Sixteen lanes to one, by halves."""
    for half in (8, 4):
        w = operation(builder, _pick(builder, w, w, range(half)), _pick(builder, w, w, range(half, 2 * half)))
    first, second, third, fourth = (builder.extract_element(w, ir.IntType(32)(i)) for i in range(4))
    return operation(builder, operation(builder, first, third), operation(builder, second, fourth))


def _plus(builder: Any, a: Value, b: Value) -> Value:
    return builder.fadd(a, b)


# ----------------------------------------------------------------------------------------------------------------------
# Sums and maxima


@intrinsic
def fold_group(typing: Any, part: Any, e: Any) -> Any:
    """Fold 128 values by halves and add them to sixteen lanes in double."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        element, double = _type(context, e), ir.DoubleType()
        group = [_load(builder, element, arguments[1], LANES * i) for i in range(8)]
        fours = [
            builder.fadd(builder.fadd(group[i], group[i + 4]), builder.fadd(group[i + 2], group[i + 6])) for i in (0, 1)
        ]
        total = builder.fadd(*fours)
        wide = total if element == double else builder.fpext(total, ir.VectorType(double, LANES))
        _store(builder, double, builder.fadd(_load(builder, double, arguments[0]), wide), arguments[0])
        return context.get_dummy_value()

    return types.none(part, e), emit


@intrinsic
def fold_sum(typing: Any, lanes: Any, like: Any) -> Any:
    """The sum of sixteen lanes in double, taken in the dtype that `like` points to."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        w, element = _load(builder, ir.DoubleType(), arguments[0]), _type(context, like)
        narrow = w if element == ir.DoubleType() else builder.fptrunc(w, ir.VectorType(element, LANES))
        return _fold(builder, narrow, _plus)

    return like.dtype(lanes, like), emit


@intrinsic
def fold_max(typing: Any, lanes: Any) -> Any:
    """The largest of sixteen lanes."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        return _fold(builder, _load(builder, _type(context, lanes), arguments[0]), _larger)

    return lanes.dtype(lanes), emit


@intrinsic
def take_larger(typing: Any, lanes: Any, x: Any) -> Any:
    """Lanes become the larger of what they are and of sixteen values; nan does not count."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        element = _type(context, x)
        values = (_load(builder, element, arguments[i]) for i in (1, 0))
        _store(builder, element, _larger(builder, *values), arguments[0])
        return context.get_dummy_value()

    return types.none(lanes, x), emit


@intrinsic
def find_among_64(typing: Any, x: Any, value: Any) -> Any:
    """The first of 64 values that equals another, or 64."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        values = _load(builder, _type(context, x), arguments[0], 0, 64)
        alike = ir.Constant(values.type, ir.Undefined)
        alike = builder.insert_element(alike, arguments[1], ir.IntType(32)(0))
        alike = builder.shuffle_vector(alike, alike, ir.VectorType(ir.IntType(32), 64)([0] * 64))
        places = ir.VectorType(ir.IntType(8), 64)(list(range(64)))
        none = ir.VectorType(ir.IntType(8), 64)([64] * 64)
        found = builder.select(builder.fcmp_ordered("==", values, alike), places, none)
        kind = ir.FunctionType(ir.IntType(8), [found.type])
        least = builder.module.declare_intrinsic("llvm.vector.reduce.umin.v64i8", (), kind)
        return builder.zext(builder.call(least, [found]), ir.IntType(64))

    return types.int64(x, value), emit


# ----------------------------------------------------------------------------------------------------------------------
# Memory


def _numbers(kind: Any, n: int) -> Any:
    @intrinsic
    def numbers(typing: Any) -> Any:
        def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
            with builder.goto_entry_block():
                place = builder.alloca(context.get_value_type(kind), size=ir.IntType(32)(n))
            place.align = 64
            return place

        return types.CPointer(kind)(), emit

    return numbers


lanes_f32, lanes_f64 = _numbers(types.float32, LANES), _numbers(types.float64, LANES)
sum_f64 = _numbers(types.float64, 2 * LANES)
group_f32, group_f64 = _numbers(types.float32, 128), _numbers(types.float64, 128)


@intrinsic
def offset(typing: Any, pointer: Any, n: Any) -> Any:
    """The pointer n elements further on."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        return _at(builder, _type(context, pointer), *arguments)

    return pointer(pointer, types.intp), emit


@intrinsic
def call_engine(typing: Any, address: Any, first: Any, end: Any, pointers: Any, strides: Any, numbers: Any) -> Any:
    """Call an engine by its address."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        kind = ir.FunctionType(ir.IntType(32), [a.type for a in arguments[1:]])
        return builder.call(builder.inttoptr(arguments[0], kind.as_pointer()), arguments[1:])

    return types.int32(types.intp, types.intp, types.intp, pointers, strides, numbers), emit


def _cast(kind: Any) -> Any:
    @intrinsic
    def cast(typing: Any, pointer: Any) -> Any:
        wanted = types.CPointer(kind)

        def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
            return builder.bitcast(arguments[0], context.get_value_type(wanted))

        return wanted(pointer), emit

    return cast


as_double, as_whole = _cast(types.float64), _cast(types.intp)
as_f32, as_f64 = _cast(types.float32), as_double


@intrinsic
def is_given(typing: Any, pointer: Any) -> Any:
    """Whether a pointer is not NULL."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        return builder.icmp_unsigned("!=", arguments[0], arguments[0].type(None))

    return types.boolean(pointer), emit


@intrinsic
def is_same(typing: Any, a: Any, b: Any) -> Any:
    """Whether two pointers point to the same place."""
    return types.boolean(a, b), lambda context, builder, signature, arguments: builder.icmp_unsigned("==", *arguments)


@intrinsic
def fetch(typing: Any, pointer: Any) -> Any:
    """Ask for a place in memory ahead of time; it need not exist."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        byte, whole = ir.IntType(8).as_pointer(), ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte, whole, whole, whole])
        prefetch = builder.module.declare_intrinsic("llvm.prefetch.p0", (), kind)
        builder.call(prefetch, [builder.bitcast(arguments[0], byte), whole(0), whole(3), whole(1)])
        return context.get_dummy_value()

    return types.none(pointer), emit


@intrinsic
def turn_square(typing: Any, x: Any, row: Any, to: Any, to_class: Any) -> Any:
    """Four rows of four classes that lie together, to four classes of four rows."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Value:
        x_at, row_at, to_at, class_at = arguments
        element = _type(context, x)
        rows, at = [], x_at
        for _ in range(4):
            rows.append(_load(builder, element, at, 0, 4))
            at = _at(builder, element, at, row_at)
        low, high = (0, 4, 1, 5), (2, 6, 3, 7)
        pairs = [_pick(builder, rows[i], rows[i + 2], places) for i in (0, 1) for places in (low, high)]
        for i, places in ((0, low), (0, high), (1, low), (1, high)):
            _store(builder, element, _pick(builder, pairs[i], pairs[i + 2], places), to_at)
            to_at = _at(builder, element, to_at, class_at)
        return context.get_dummy_value()

    return types.none(x, types.intp, to, types.intp), emit
