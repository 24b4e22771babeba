# cython: language_level=3, cdivision=True, freethreading_compatible=True
"""Plans element-wise calls and runs them: arguments in, one pass over memory, loss and gradients out."""

import numpy as np

from fastxent._places import first_place

cimport numpy as cnp
from cython.parallel cimport prange
from libc.stdlib cimport free, malloc
from libc.string cimport memset

from fastxent.backends.cython._core cimport *
from fastxent.backends.cython._core import law_index

cnp.import_array()

cdef int SEGMENT = 16384  # elements of a job, which depend on nothing but the shape
cdef int MAX_JOBS = 8192
cdef int SHARED_JOBS = 16  # jobs that share the sums of one group, at most


cdef class Call:
    """An element-wise call whose arguments have been checked.

    `operands` are the data and the parameters as arrays; `targets` are the arrays for the outputs that have one: the loss if it is
    not reduced, and the gradients and Hessian diagonals, each of its parameter's shape.
    """

    cdef public object law, reduction
    cdef public int order, n_data
    cdef public bint fisher, constant, check
    cdef bint broadcasts  # some operand does
    cdef public tuple names, shape
    cdef public list operands, targets, homes
    cdef public object weight, cotangent, dtype, n_threads
    cdef public double denominator

    def __init__(self, law, int order, tuple data, tuple params, weight, reduction, curvature, constant, cotangent, out, check,
                 n_threads, denominator=None):
        cdef int i
        self.law, self.order, self.reduction, self.n_threads = law, order, reduction, n_threads
        self.constant, self.check = constant, check
        check_curvature(curvature)
        self.fisher = curvature == "fisher"
        check_reduction(reduction, cotangent)
        self.names = (*law.data, *law.params)
        self.n_data = len(data)
        self.operands = [as_array(self.names[i], data[i], False) for i in range(len(data))]
        for i in range(len(params)):
            self.operands.append(as_array(law.params[i], params[i], True))
        self.dtype = compute_dtype(params, self.operands[self.n_data:])
        shapes = [(<object>a).shape for a in self.operands]
        common = common_shape(shapes)
        if common is None:
            given = ", ".join([f"{n} {shape}" for n, shape in zip(self.names, shapes)])
            raise ValueError(f"shapes do not broadcast: {given}")
        self.shape = common
        self.broadcasts = shapes.count(common) != len(shapes)
        self.weight = None if weight is None else as_factor("weight", weight, self.shape)
        self.cotangent = None if cotangent is None else as_factor("cotangent", cotangent, self.shape)
        self._find_homes(params, out)
        self._find_denominator(denominator)

    def _slot_name(self, int slot):
        k = len(self.law.params)
        return "loss" if slot == 0 else f"{'gradient' if slot <= k else 'Hessian'} of {self.law.params[(slot - 1) % k]}"

    def _find_homes(self, tuple params, out):
        """Where each output goes: into the caller's array, or a fresh one in its prototype's memory order."""
        cdef int k = len(params), n_slots = 1 + self.order * k, i
        self.homes, self.targets = [None] * n_slots, []
        aliases = () if out is None else self._take_homes(n_slots, out)
        again = self.broadcasts and len(_patterns(self)) > 1  # a second pass reads the parameters once more
        for i in range(n_slots):
            target = self.homes[i]
            if target is None or (i in aliases and (again or (<object>target).shape != self.shape)):
                target = self._fresh(i, params)
            self.targets.append(target)

    def _take_homes(self, int n_slots, out):
        """The caller's arrays; returns the slots of those that lie where their own parameter does."""
        cdef int k = len(self.law.params), i
        outs = (out,) if self.order == 0 and not isinstance(out, tuple) else out
        if not isinstance(outs, tuple) or len(outs) != n_slots:
            raise ValueError(f"out must be a tuple of {n_slots} arrays or None, got {_describe_out(out)}")
        slots, given, owners = [], [], []
        for i in range(n_slots):
            if outs[i] is None:
                continue
            shape = (<object>self.operands[self.n_data + (i - 1) % k]).shape if i else self.shape if self.reduction == "none" else ()
            check_out(f"out[{i}] ({self._slot_name(i)})", outs[i], shape)
            slots.append(i)
            given.append((f"out[{i}]", outs[i]))
            owners.append(self.law.params[i - 1] if 1 <= i <= k else None)
        inputs = [*zip(self.names, self.operands), ("weight", self.weight), ("cotangent", self.cotangent)]
        aliases = check_overlap(given, [(n, a) for n, a in inputs if a is not None], owners)
        self.homes = list(outs)
        return [i for i, (name, _) in zip(slots, given) if name in aliases]

    def _fresh(self, int slot, tuple params):
        cdef int k = len(params)
        cdef cnp.ndarray prototype
        if slot == 0:
            if self.reduction != "none":
                return None
            for prototype in self.operands[self.n_data:] + self.operands[:self.n_data]:
                if (<object>prototype).shape == self.shape:
                    return fresh_like(prototype, self.dtype)
            return np.empty(self.shape, self.dtype)
        prototype = self.operands[self.n_data + (slot - 1) % k]
        return fresh_like(prototype, self.dtype if is_weak(params[(slot - 1) % k]) else prototype.dtype)

    def _find_denominator(self, given):
        """What sums are divided by; kernels multiply their gradients by the inverse."""
        cdef Py_ssize_t size = 1, length
        for length in self.shape:
            size *= length
        self.denominator = 1.0 if given is None else given
        if self.reduction != "mean" or given is not None:
            return
        self.denominator = size
        if self.weight is None or not size:
            return
        weight = None
        while weight is not self.weight:
            weight = self.weight
            self.denominator = sum_weights(weight, self.n_threads) * (size / weight.size)
            self.weight = tame_weights(weight, self.denominator)

    def total(self, double sum_of_losses):
        """The reduced loss."""
        return reduced(sum_of_losses, self.denominator, self.reduction, 0 if 0 in self.shape else 1, self.dtype)

    def results(self, loss):
        """What the caller gets: his own arrays where he gave them, NumPy scalars for what has no axes."""
        cdef int k = len(self.law.params), i
        values = []
        for i in range(len(self.homes)):
            home, value = self.homes[i], self.targets[i] if i or self.reduction == "none" else loss
            if home is not None and value is not home:
                with np.errstate(all="ignore"):
                    np.copyto(home, value, casting="same_kind")
            values.append(home if home is not None else value[()] if (<object>value).shape == () else value)
        if self.order == 0:
            return values[0]
        if k == 1:
            return tuple(values)
        return (values[0], *[tuple(values[1 + k * i:1 + k * (i + 1)]) for i in range(self.order)])

    def explain(self, bint bad_target, bint bad_weight):
        """Raise for the first value that a kernel reported; nothing with check=False."""
        if not self.check:
            return
        if bad_weight:
            explain_weight(self.weight)
        if bad_target:
            for name, wrong, reason in self.law.refusals(*self.operands[:self.n_data]):
                if wrong.any():
                    values = np.broadcast_to(self.operands[self.names.index(name)], wrong.shape)
                    raise ValueError(f"{name}{first_place(wrong)} is {values[wrong].flat[0]}{reason}")


def _describe_out(out):
    return f"a tuple of {len(out)}" if isinstance(out, tuple) else type(out).__name__


# ----------------------------------------------------------------------------------------------------------------------

cdef class _Settings:
    """What a law hands to its kernels, as C sees it."""

    cdef double values[8]

    def __init__(self, settings):
        for i, value in enumerate(settings):
            self.values[i] = value


cdef object _patterns(Call call):
    """The distinct ways in which parameters are broadcast: for each, which axes are summed over and by which slots."""
    cdef int k = len(call.law.params), nd = len(call.shape), i
    patterns = {}
    if not call.broadcasts:
        return patterns
    for i in range(1, 1 + call.order * k):
        shape = (<object>call.operands[call.n_data + (i - 1) % k]).shape
        shape = (1,) * (nd - len(shape)) + shape
        if shape == call.shape or all(n == 1 for n in shape):
            continue
        reduced = tuple([n == 1 and full != 1 for n, full in zip(shape, call.shape)])
        if any(reduced):
            patterns.setdefault(reduced, []).append(i)
    return patterns


cdef bint _is_summed(Call call, int slot):
    """Whether an output is one number for all elements."""
    if slot == 0:
        return call.reduction != "none"
    return call.broadcasts and (<cnp.ndarray>call.targets[slot]).size == 1 and any([n != 1 for n in call.shape])


cdef int _describe_slots(Call call, fx_plan *plan, list kept_slots, set all_kept, bint first) except -1:
    """Say what becomes of each output in this pass."""
    cdef int nd = len(call.shape), i
    plan.n_kept = len(kept_slots)
    for i in range(1 + plan.order * plan.n_params):
        plan.slot[i] = FX_UNWANTED
        if i in all_kept:
            plan.slot[i] = FX_KEEP if i in kept_slots else FX_UNWANTED
        elif first:
            plan.slot[i] = FX_SUM if _is_summed(call, i) else FX_FULL
        if plan.slot[i] == FX_FULL or plan.slot[i] == FX_KEEP:
            describe(&plan.out[i], call.targets[i], nd)
    return 0


cdef int _lay_out(Call call, fx_plan *plan, object reduced) except -1:
    """Order the axes as (outer kept, reduced, lanes), memory order within; merge what lies in a row."""
    cdef fx_array *arrays[2 + FX_MAX_INPUTS + FX_MAX_SLOTS]
    cdef int kind[FX_MAXDIM]
    cdef int n = 0, i, d, nd = len(call.shape), lanes_from
    cdef Py_ssize_t counts[3]
    plan.space.ndim = nd
    for i in range(plan.n_data + plan.n_params):
        arrays[n] = &plan.in_[i]
        n += 1
    if plan.weight.mode != FX_ABSENT:
        arrays[n] = &plan.weight
        n += 1
    if plan.cotangent.mode != FX_ABSENT:
        arrays[n] = &plan.cotangent
        n += 1
    for i in range(1 + plan.order * plan.n_params):
        if plan.slot[i] == FX_FULL or plan.slot[i] == FX_KEEP:
            arrays[n] = &plan.out[i]
            n += 1
    for d in range(nd):
        plan.space.shape[d] = call.shape[d]
        kind[d] = 1 if reduced is None or reduced[d] else 0
    sort_axes(&plan.space, arrays, n, kind)
    lanes_from = nd  # the last run of kept axes
    while lanes_from > 0 and kind[lanes_from - 1] == 0:
        lanes_from -= 1
        kind[lanes_from] = 2
    partition_axes(&plan.space, arrays, n, kind)
    counts[0] = counts[1] = counts[2] = 1
    for d in range(nd):
        counts[kind[d]] *= plan.space.shape[d]
    plan.n_outer, plan.n_reduced, plan.n_lanes = counts[0], counts[1], counts[2]
    merge_axes(&plan.space, arrays, n, kind)
    _lay_out_kept(plan, kind)
    return 0


cdef void _lay_out_kept(fx_plan *plan, int *kind) noexcept:
    """The space of kept indices, and outputs of FX_KEEP slots laid over it."""
    cdef int d, i, n = 0
    for d in range(plan.space.ndim):
        if kind[d] == 1:
            continue
        plan.kept_space.shape[n] = plan.space.shape[d]
        for i in range(1, 1 + plan.order * plan.n_params):
            if plan.slot[i] == FX_KEEP:
                plan.out[i].stride[n] = plan.out[i].stride[d]
        n += 1
    plan.kept_space.ndim = n
    plan.kept_space.size = plan.n_outer * plan.n_lanes


cdef void _choose_modes(Call call, fx_plan *plan, bint is_f64) noexcept:
    """Arrays that a kernel can use where they are, and arrays of one value."""
    cdef int i, j
    cdef bint in_place
    for i in range(plan.n_data + plan.n_params):
        if is_constant(&plan.in_[i], &plan.space):
            plan.in_[i].mode = FX_CONSTANT
        elif is_native(&plan.in_[i], is_f64) and is_contiguous(&plan.in_[i], &plan.space):
            plan.in_[i].mode = FX_DIRECT
    if plan.weight.mode != FX_ABSENT and is_constant(&plan.weight, &plan.space):
        plan.weight.mode = FX_CONSTANT
    for i in range(1 + plan.order * plan.n_params):
        if plan.slot[i] == FX_FULL and is_native(&plan.out[i], is_f64) and is_contiguous(&plan.out[i], &plan.space):
            in_place = False  # a kernel's pointers are `restrict`: a gradient over its own parameter goes by a buffer
            for j in range(plan.n_data + plan.n_params):
                in_place = in_place or plan.out[i].data == plan.in_[j].data
            if not in_place:
                plan.out[i].mode = FX_DIRECT


cdef void _divide(fx_plan *plan) noexcept:
    """Split the space into jobs; only shapes decide, so that sums are the same whatever the number of threads."""
    cdef Py_ssize_t jobs
    plan.outers = plan.lanes = plan.lane_blocks = plan.n_groups = 1
    if plan.n_kept == 0:
        plan.segment = SEGMENT
        if plan.n_reduced > <Py_ssize_t>SEGMENT * MAX_JOBS:
            plan.segment = ((plan.n_reduced // MAX_JOBS) // FX_CHUNK + 1) * FX_CHUNK
    else:
        if plan.n_lanes <= FX_KEPT:
            plan.lanes = plan.n_lanes
            plan.outers = min(FX_KEPT // plan.n_lanes, plan.n_outer)
        else:
            plan.lanes = FX_KEPT
            plan.lane_blocks = (plan.n_lanes + FX_KEPT - 1) // FX_KEPT
        plan.n_groups = (plan.n_outer + plan.outers - 1) // plan.outers * plan.lane_blocks
        jobs = max(1, SHARED_JOBS // plan.n_groups)
        plan.segment = (plan.n_reduced + jobs - 1) // jobs
    plan.n_segments = (plan.n_reduced + plan.segment - 1) // plan.segment


cdef int _run(fx_plan *plan, bint is_f64, object n_threads, double *totals) except -1:
    """Run the jobs; adds to `totals` the sums of the loss and of FX_SUM slots. Returns what the kernels reported."""
    cdef Py_ssize_t n_jobs = plan.n_groups * plan.n_segments, job, group
    cdef int bad = 0, i, threads = threads_for(n_threads, plan.space.size, n_jobs)
    cdef const fx_table *table = active_table()
    plan.sums = <double *>malloc(n_jobs * FX_MAX_SLOTS * sizeof(double))
    plan.partials = NULL
    if plan.n_segments > 1 and plan.n_kept:
        plan.partials = <double *>malloc(n_jobs * plan.n_kept * plan.outers * plan.lanes * sizeof(double))
    if plan.sums == NULL or (plan.partials == NULL and plan.n_segments > 1 and plan.n_kept):
        free(plan.sums)
        free(plan.partials)
        raise MemoryError
    with nogil:
        if threads == 1:
            for job in range(n_jobs):
                bad |= table.job[is_f64](plan, job)
        else:
            for job in prange(n_jobs, num_threads=threads, schedule="static"):
                bad |= table.job[is_f64](plan, job)
        if plan.partials != NULL:
            for group in range(plan.n_groups):
                table.finish[is_f64](plan, group)
        for i in range(1 + plan.order * plan.n_params):
            if plan.slot[i] == FX_SUM:
                for job in range(n_jobs):
                    totals[i] += plan.sums[job * FX_MAX_SLOTS + i]
    free(plan.sums)
    free(plan.partials)
    return bad


cdef fx_kernel _kernel(object find, object formula, bint is_f64, int order, bint constant, bint fisher) except? NULL:
    """A formula's kernel: compiled ahead, or where `find` says that it lies."""
    if find is None:
        return active_table().laws[<int>law_index(formula.__name__)][0].kernel[is_f64][order][constant][fisher]
    return <fx_kernel><size_t>find(formula, is_f64, order, constant, fisher)


cdef int _choose_kernels(Call call, fx_plan *plan, object find, bint is_f64) except -1:
    cdef int i
    plan.kernel = _kernel(find, call.law.formula, is_f64, call.order, call.constant, call.fisher)
    plan.careful = _kernel(find, call.law.formula, is_f64, FX_CAREFUL, call.constant, call.fisher)
    for i, link in enumerate(call.law.links):
        if link is not None:
            plan.link[i] = _kernel(find, link, is_f64, call.order, False, False)
            plan.careful_link[i] = _kernel(find, link, is_f64, FX_CAREFUL, False, False)
    return 0


cdef int _pass(Call call, object find, _Settings settings, object reduced, list kept_slots, set all_kept, bint first,
               double *totals) except -1:
    cdef fx_plan plan
    cdef int i, nd = len(call.shape)
    cdef bint is_f64 = call.dtype.itemsize == 8
    memset(&plan, 0, sizeof(plan))
    plan.order, plan.fisher, plan.n_data, plan.n_params = call.order, call.fisher, call.n_data, len(call.law.params)
    plan.scale = 1.0 / call.denominator if call.denominator != 0.0 else 0.0
    plan.settings = settings.values
    _choose_kernels(call, &plan, find, is_f64)
    for i in range(plan.n_data + plan.n_params):
        describe(&plan.in_[i], call.operands[i], nd)
    plan.lower, plan.upper = call.law.support.bounds(call.dtype.char)
    if not is_f64 and plan.in_[0].dtype == FX_F64:
        # what is outside comes as nan; what is inside stays there when it is rounded
        plan.lower = plan.lower if np.isfinite(call.law.support.lower) else -np.inf
        plan.upper = plan.upper if np.isfinite(call.law.support.upper) else np.inf
        plan.wide_lower, plan.wide_upper = call.law.support.bounds("d")
    if call.weight is not None:
        describe(&plan.weight, call.weight, nd)
    if call.cotangent is not None:
        describe(&plan.cotangent, call.cotangent, nd)
    _describe_slots(call, &plan, kept_slots, all_kept, first)
    _lay_out(call, &plan, reduced)
    _choose_modes(call, &plan, is_f64)
    _divide(&plan)
    return _run(&plan, is_f64, call.n_threads, totals)


def elementwise(law, int order, tuple data, tuple params, weight=None, reduction="mean", curvature="observed", constant=True,
                cotangent=None, out=None, check=True, n_threads=None, denominator=None, find=None):
    """Loss, gradients (order 1) and Hessian diagonals (order 2) of an element-wise law.

    A denominator divides sums and gradients; for a mean, in place of the total weight. `find(formula, is_f64, order,
    constant, fisher)` gives the address of a kernel (0 for none) in place of those that were compiled ahead.
    """
    cdef Call call = Call(law, order, data, params, weight, reduction, curvature, constant, cotangent, out, check, n_threads,
                          denominator)
    cdef _Settings settings = _Settings(law.settings if call.constant else law.free_settings)
    cdef double totals[FX_MAX_SLOTS]
    cdef int bad = 0, i
    memset(totals, 0, sizeof(totals))
    if 0 in call.shape:
        for target in call.targets:
            if target is not None:
                target[...] = 0
        return call.results(call.total(0.0))
    patterns = _patterns(call) or {None: []}
    all_kept = {slot for slots in patterns.values() for slot in slots}
    for i, (reduced, slots) in enumerate(patterns.items()):
        bad |= _pass(call, find, settings, reduced, slots, all_kept, i == 0, totals)
    if bad:
        call.explain(bad & FX_BAD_TARGET, bad & FX_BAD_WEIGHT)
    for i in range(1, len(call.targets)):
        if _is_summed(call, i):
            store(call.targets[i], totals[i])
    return call.results(call.total(totals[0]) if reduction != "none" else None)
