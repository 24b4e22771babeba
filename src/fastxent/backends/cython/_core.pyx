# cython: language_level=3, cdivision=True, freethreading_compatible=True
"""What the planners share: CPU variants, threads, the checks of arguments, arrays laid over spaces."""

import contextlib
import os
import warnings

import numpy as np

from fastxent._places import first_place

cimport numpy as cnp
from cython.parallel cimport prange
from libc.math cimport NAN
from libc.stdlib cimport free, malloc

cnp.import_array()

cdef extern from "threads.h" nogil:
    int fx_has_openmp()
    int fx_omp_max_threads()
    int fx_in_child
    void fx_watch_forks()
    int fx_cpu_level()

cdef extern from "numpy/arrayobject.h":
    object PyArray_NewLikeArray(cnp.ndarray prototype, cnp.NPY_ORDER order, void *dtype, int subok)

cdef extern from *:
    """
    #ifdef FX_HAVE_X86_64
    static const fx_table *const fx_tables[] = {&fx_table_base, &fx_table_v3, &fx_table_v4};
    #else
    static const fx_table *const fx_tables[] = {&fx_table_base};
    #endif
    """
    const fx_table *const *fx_tables


# ----------------------------------------------------------------------------------------------------------------------
# CPU variants

cdef dict _isas = {"base": 0}
if fx_cpu_level() >= 3:
    _isas["v3"] = 1
if fx_cpu_level() >= 4:
    _isas["v4"] = 2

cdef const fx_table *_active = NULL

cdef const fx_table *active_table() noexcept:
    return _active


cdef const fx_table *_find_table(str isa) except NULL:
    if isa not in _isas:
        raise ValueError(f"isa {isa!r} is not one that this machine runs: {', '.join(_isas)}")
    return fx_tables[<int>_isas[isa]]


def available_isas():
    """CPU variants that this machine runs, the plainest first."""
    return tuple(_isas)


def current_isa():
    """The CPU variant in use."""
    return _active.name.decode()


def has_fma(str isa):
    """Whether a CPU variant has a fused multiply-add."""
    return bool(_find_table(isa).has_fma)


@contextlib.contextmanager
def use_isa(str isa):
    """Run another CPU variant for a while (process-wide: for tests)."""
    global _active
    before = _active.name.decode()
    _active = _find_table(isa)
    try:
        yield
    finally:
        _active = _find_table(before)


cdef dict _places = {}


def law_index(str name):
    """Where a formula's kernels stand in the table."""
    if not _places:
        _places.update({fx_tables[0].laws[i][0].name.decode(): i for i in range(fx_tables[0].n_laws)})
    place = _places.get(name)
    if place is None:
        raise LookupError(f"the extension was built without the formula {name!r}: build it again")
    return place


def evaluate_primitive(str name, str isa, *arrays):
    """A primitive over contiguous arrays of one float dtype, as a CPU variant compiles it."""
    cdef const fx_table *chosen = _find_table(isa)
    cdef const void *pointers[8]
    cdef cnp.ndarray out, array
    cdef int i, j
    kept = [np.ascontiguousarray(a) for a in np.broadcast_arrays(*arrays)]
    out = np.empty_like(kept[0])
    assert len(kept) <= 8
    for i in range(chosen.n_primitives):
        if chosen.primitives[i].name.decode() == name and chosen.primitives[i].n_arguments == len(kept):
            for j in range(len(kept)):
                array = kept[j]
                pointers[j] = cnp.PyArray_DATA(array)
            chosen.primitives[i].map[out.dtype == np.float64](out.size, pointers, cnp.PyArray_DATA(out))
            return out
    raise LookupError(f"no primitive {name!r} of {len(kept)} arguments")


# ----------------------------------------------------------------------------------------------------------------------
# Threads

# Below this many elements a parallel region costs more than it saves: docs/benchmarks.md has the measurement.
PARALLEL_FROM = 32768
CHUNK = FX_CHUNK  # elements that a kernel takes at most

cdef int _n_threads = 0    # what set_num_threads or else the environment asked for; 0: nothing
cdef int _environment = 0  # FASTXENT_NUM_THREADS
cdef int _allowed = 1    # what affinity and the cgroup leave


def _count_allowed():
    try:
        allowed = len(os.sched_getaffinity(0))
    except AttributeError:
        allowed = os.cpu_count() or 1
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
            quota, period = file.read().split()
        allowed = min(allowed, max(1, -(-int(quota) // int(period))))
    except (OSError, ValueError):
        pass
    return max(1, allowed)


def _positive(name, value):
    try:
        number = value.__index__()
    except AttributeError:
        raise TypeError(f"{name} must be a whole number, got {type(value).__name__}") from None
    if number < 1:
        raise ValueError(f"{name} must be at least 1, got {number}")
    return min(number, 4096)


cdef int _most_threads() noexcept:
    """More would not help, and the system might refuse them, which ends the process."""
    return max(8, 4 * _allowed)


def set_num_threads(n):
    """Let calls use up to ``n`` threads; ``None`` goes back to what the environment says.

    Parameters
    ----------
    n : int or None
        At least 1. It comes before ``FASTXENT_NUM_THREADS`` and after a call's own ``n_threads=``.
    """
    global _n_threads
    _n_threads = _environment if n is None else _positive("n", n)


def get_num_threads():
    """The number of threads that a large call uses.

    That is what ``set_num_threads`` was given, else ``FASTXENT_NUM_THREADS``, else the least of ``OMP_NUM_THREADS`` (or what
    threadpoolctl set), the CPUs that the process may run on and its cgroup's quota.

    Returns
    -------
    int
    """
    if not fx_has_openmp():
        return 1
    if _n_threads:
        return min(_n_threads, _most_threads())
    return min(fx_omp_max_threads(), _allowed)


cdef int threads_for(object n_threads, Py_ssize_t n_elements, Py_ssize_t n_jobs) except -1:
    cdef int n
    if n_threads is not None:
        n_threads = _positive("n_threads", n_threads)
    if n_jobs < 2 or n_elements < PARALLEL_FROM or fx_in_child or not fx_has_openmp():
        return 1
    n = get_num_threads() if n_threads is None else n_threads
    return <int>min(n, n_jobs, _most_threads())


cdef double sum_weights(cnp.ndarray weight, object n_threads) except? -1.0:
    """The sum of an array, the same for every number of threads."""
    cdef fx_space space
    cdef fx_array a
    cdef fx_array *arrays[1]
    cdef int kind[FX_MAXDIM]
    cdef int d
    cdef Py_ssize_t n_jobs, job, step = 65536
    cdef double total = 0
    cdef double *sums
    cdef int threads
    if weight.size == 0:
        return 0.0
    space.ndim = weight.ndim
    for d in range(weight.ndim):
        space.shape[d] = weight.shape[d]
        kind[d] = 0
    describe(&a, weight, weight.ndim)
    arrays[0] = &a
    sort_axes(&space, arrays, 1, kind)
    merge_axes(&space, arrays, 1, kind)
    n_jobs = (space.size + step - 1) // step
    sums = <double *>malloc(n_jobs * sizeof(double))
    if sums == NULL:
        raise MemoryError
    threads = threads_for(n_threads, space.size, n_jobs)
    with nogil:
        if threads == 1:
            for job in range(n_jobs):
                sums[job] = _active.weight_job(&space, &a, job * step, min(step, space.size - job * step))
        else:
            for job in prange(n_jobs, num_threads=threads, schedule="static"):
                sums[job] = _active.weight_job(&space, &a, job * step, min(step, space.size - job * step))
    for job in range(n_jobs):
        total += sums[job]
    free(sums)
    return total


# ----------------------------------------------------------------------------------------------------------------------
# Arguments

cdef int dtype_code(cnp.dtype dtype) except -2:
    """The C core's number for a dtype, or -1."""
    cdef char kind = dtype.kind
    cdef Py_ssize_t size = dtype.itemsize
    if kind == c"f":
        return FX_F32 if size == 4 else FX_F64 if size == 8 else FX_F16 if size == 2 else -1
    if kind == c"i":
        return FX_I8 if size == 1 else FX_I16 if size == 2 else FX_I32 if size == 4 else FX_I64
    if kind == c"u" or kind == c"b":
        return FX_U8 if size == 1 else FX_U16 if size == 2 else FX_U32 if size == 4 else FX_U64
    return FX_BF16 if dtype.name == "bfloat16" else -1


cdef bint is_weak(object value) noexcept:
    """Python numbers follow the dtype of the arrays that they meet."""
    return type(value) is float or type(value) is int


cdef cnp.ndarray as_array(str name, object value, bint parameter):
    cdef cnp.ndarray array
    cdef int code
    if type(value) is cnp.ndarray:
        array = value
    elif isinstance(value, cnp.ndarray):
        if isinstance(value, np.ma.MaskedArray):
            raise TypeError(f"{name} is a masked array: leave masked elements out by weight=, then hand in its data")
        array = np.asarray(value)
    else:
        if hasattr(value, "__cuda_array_interface__"):
            raise TypeError(f"{name} lies on a GPU: it is not copied to the host silently; copy it or use backend='cuda'")
        array = np.asarray(value)
        if parameter and isinstance(value, (list, tuple, int)) and not isinstance(value, bool) and array.dtype.kind in "iu":
            array = array.astype(np.float64)
    code = dtype_code(array.dtype)
    if code < 0 or (parameter and code > FX_BF16):
        wanted = "float16, bfloat16, float32 or float64" if parameter else "an integer, bool or float dtype up to float64"
        raise TypeError(f"{name} has dtype {array.dtype}: it must be {wanted}")
    return array


def checked(str name, value):
    """A target or weight as an array of a dtype that has a meaning."""
    return as_array(name, value, False)


cdef cnp.ndarray as_factor(str name, object value, tuple shape):
    """A weight or a cotangent, which broadcasts to the loss but does not enlarge it."""
    cdef cnp.ndarray array = as_array(name, value, False)
    own = (<object>array).shape
    if own != shape and common_shape([own, shape]) != shape:
        raise ValueError(f"{name} has shape {own}, which does not broadcast to the loss's shape {shape}")
    return array


cdef object common_shape(list shapes):
    """The shape that these broadcast to, or None."""
    cdef tuple shape, first = shapes[0]
    cdef list lengths
    cdef Py_ssize_t d, n, have, lead
    for shape in shapes:
        if shape != first:
            break
    else:
        return first
    lengths = [1] * max([len(shape) for shape in shapes])
    for shape in shapes:
        lead = len(lengths) - len(shape)
        for d in range(len(shape)):
            n, have = shape[d], lengths[lead + d]
            if have == 1:
                lengths[lead + d] = n
            elif n != 1 and n != have:
                return None
    return tuple(lengths)


cdef cnp.ndarray tame_weights(cnp.ndarray weight, double total):
    """Weights as they are, or, a copy, times a power of two where their total has no normal number as its inverse."""
    if 2.0**-1000 <= total <= 2.0**1000 or not total > 0:
        return weight
    exponent = np.frexp(total if total < np.inf else np.float64(weight.max()))[1]
    with np.errstate(all="ignore"):
        tamed = np.ldexp(weight.astype(np.float64), -exponent)
    return np.asarray(np.minimum(tamed, 2.0**1000))  # those of ignored labels may be as large as they like


cdef object store(cnp.ndarray target, double value):
    """A number into an array of one element; what its dtype cannot hold becomes inf, without a warning."""
    if cnp.PyArray_ISNOTSWAPPED(target) and cnp.PyArray_ISALIGNED(target):
        if cnp.PyArray_TYPE(target) == cnp.NPY_FLOAT64:
            (<double *>cnp.PyArray_DATA(target))[0] = value
            return
        if cnp.PyArray_TYPE(target) == cnp.NPY_FLOAT32:
            (<float *>cnp.PyArray_DATA(target))[0] = <float>value
            return
    with np.errstate(all="ignore"):
        target[...] = value


cdef cnp.ndarray fresh_like(cnp.ndarray prototype, cnp.dtype dtype):
    """An array of the prototype's shape and memory order, in native byte order."""
    if dtype is prototype.dtype and cnp.PyArray_ISNOTSWAPPED(prototype):
        return PyArray_NewLikeArray(prototype, cnp.NPY_KEEPORDER, NULL, 0)
    return np.empty_like(prototype, dtype=dtype.newbyteorder("="), subok=False)


cdef cnp.dtype compute_dtype(tuple values, list arrays):
    """float32 or float64, as the parameters say: half precision counts as float32, Python numbers follow the others."""
    cdef cnp.ndarray array
    cdef bint single = False
    cdef int i
    for i in range(len(arrays)):
        if is_weak(values[i]):
            continue
        array = arrays[i]
        if dtype_code(array.dtype) == FX_F64:
            return _FLOAT64
        single = True
    return _FLOAT32 if single else _FLOAT64


cdef cnp.dtype _FLOAT32 = np.dtype(np.float32)
cdef cnp.dtype _FLOAT64 = np.dtype(np.float64)


cdef object check_curvature(object curvature):
    if curvature not in ("observed", "fisher"):
        raise ValueError(f"curvature must be 'observed' or 'fisher', got {curvature!r}")


cdef object check_reduction(object reduction, object cotangent):
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"reduction must be 'mean', 'sum' or 'none', got {reduction!r}")
    if cotangent is not None and reduction != "none":
        raise ValueError(f"cotangent goes with reduction='none' only, got reduction={reduction!r}")


cdef object check_out(str name, object out, tuple shape):
    """One entry of out=: a writable float array of the right shape, or None."""
    cdef cnp.ndarray array
    cdef int d
    if not isinstance(out, cnp.ndarray) or (type(out) is not cnp.ndarray and isinstance(out, np.ma.MaskedArray)):
        raise TypeError(f"{name} must be a NumPy array, got {type(out).__name__}")
    array = out
    if not 0 <= dtype_code(array.dtype) <= FX_BF16:
        raise TypeError(f"{name} has dtype {out.dtype}: floats do not cast to it under 'same_kind'")
    if out.shape != shape:
        raise ValueError(f"{name} has shape {out.shape}, it must be {shape}")
    if not cnp.PyArray_ISWRITEABLE(array):
        raise ValueError(f"{name} is read-only")
    for d in range(array.ndim):
        if array.strides[d] == 0 and array.shape[d] > 1:
            raise ValueError(f"{name} overlaps itself: an axis has stride 0")


cdef void _extent(cnp.ndarray array, char **low, char **high) noexcept:
    """The bytes that an array lies within."""
    cdef int d
    cdef Py_ssize_t reach
    low[0] = high[0] = <char *>cnp.PyArray_DATA(array)
    high[0] += cnp.PyArray_ITEMSIZE(array)
    for d in range(array.ndim):
        if array.shape[d] == 0:
            high[0] = low[0]
            return
        reach = (array.shape[d] - 1) * array.strides[d]
        if reach < 0:
            low[0] += reach
        else:
            high[0] += reach


cdef bint _overlap(cnp.ndarray a, cnp.ndarray b):
    cdef char *a_low
    cdef char *a_high
    cdef char *b_low
    cdef char *b_high
    _extent(a, &a_low, &a_high)
    _extent(b, &b_low, &b_high)
    if a_high <= b_low or b_high <= a_low:
        return False
    try:
        return np.shares_memory(a, b, max_work=100_000)
    except np.exceptions.TooHardError:
        return True


cdef object check_overlap(list outs, list inputs, list owners):
    """Outputs share no memory, except a gradient exactly with its own parameter.

    outs: (name, array); inputs: (name, array); owners: for each out the name of the parameter it may alias, or None.
    Returns the set of names of outs that alias their parameter.
    """
    cdef int i
    aliases = set()
    for i in range(len(outs)):
        name, out = outs[i]
        for other, array in outs[:i]:
            if _overlap(out, array):
                raise ValueError(f"{name} and {other} overlap in memory")
        for other, array in inputs:
            if not _overlap(out, array):
                continue
            same = (
                other == owners[i] and cnp.PyArray_DATA(out) == cnp.PyArray_DATA(array) and out.shape == array.shape
                and out.strides == array.strides and out.dtype == array.dtype
            )
            if not same:
                raise ValueError(f"{name} overlaps the input {other}: only a gradient may, and exactly its own parameter")
            aliases.add(name)
    return aliases


cdef object reduced(double total, double denominator, object reduction, Py_ssize_t size, cnp.dtype dtype):
    """A reduced loss, as a NumPy scalar."""
    if reduction == "mean" and size == 0:
        warnings.warn("Mean of empty slice.", RuntimeWarning, stacklevel=3)
        denominator = 0.0
    total = total / denominator if denominator != 0.0 else NAN
    return np.float64(total) if dtype.itemsize == 8 else _to_single(total)


cdef object _to_single(double total):
    cdef float single = <float>total  # C rounds an overflow to inf without a warning
    return np.float32(single)


cdef object explain_weight(object weight):
    """Raise for the first weight that is none."""
    weights = np.asarray(weight)
    with np.errstate(invalid="ignore"):
        wrong = ~((weights >= 0) & (weights < np.inf))
    raise ValueError(f"weight{first_place(wrong)} is {weights[wrong].flat[0]}: weights are finite and not negative")


include "_spaces.pxi"


# ----------------------------------------------------------------------------------------------------------------------

def _start():
    """Choose the CPU variant and read the environment."""
    global _active, _n_threads, _environment, _allowed
    forced = os.environ.get("FASTXENT_ISA")
    if forced and forced not in _isas:
        raise ImportError(f"FASTXENT_ISA={forced!r} is not one that this machine runs: {', '.join(_isas)}")
    _active = _find_table(forced or list(_isas)[-1])
    asked = os.environ.get("FASTXENT_NUM_THREADS")
    if asked:
        if not (asked.isascii() and asked.isdigit() and len(asked) < 10 and int(asked)):
            raise ImportError(f"FASTXENT_NUM_THREADS={asked!r} is no whole number from 1 to 999999999")
        _n_threads = _environment = int(asked)
    _allowed = _count_allowed()
    fx_watch_forks()


def has_openmp():
    """Whether the extension was compiled with OpenMP; without it, every call is serial."""
    return bool(fx_has_openmp())


_start()
