# cython: language_level=3, cdivision=True, freethreading_compatible=True
"""Plans calls of Categorical and runs them."""

import math

import numpy as np

from fastxent._places import first_place

cimport numpy as cnp
from cython.parallel cimport prange
from libc.stdlib cimport free, malloc
from libc.string cimport memset

from fastxent.backends.cython._core cimport *

cnp.import_array()

cdef Py_ssize_t JOB = 32768  # logits of a job, about; only shapes decide
cdef Py_ssize_t ROWS = 256   # rows that the driver handles at once


cdef class Call:
    """A call whose arguments have been checked. Soft targets have their classes last, everything else lies as it came."""

    cdef readonly object law, reduction, n_threads
    cdef readonly int order      # 3: a Hessian-vector product, which goes where the gradient would
    cdef readonly int axis       # of the classes, counted in the logits
    cdef readonly bint soft, fisher, check
    cdef readonly cnp.ndarray y, logits, vector, weight, cotangent
    cdef readonly cnp.ndarray loss, lse, grad, hess
    cdef readonly tuple shape    # of the loss
    cdef readonly cnp.dtype dtype
    cdef public double denominator
    cdef object given_loss       # where the caller wants the loss

    def __init__(self, law, int order, tuple data, tuple params, weight, reduction, curvature, constant, cotangent, out, check,
                 n_threads, vector=None):
        self._take_logits(law, params[0], n_threads)
        check_curvature(curvature)
        check_reduction(reduction, cotangent)
        self.order, self.reduction, self.check, self.fisher = order, reduction, check, curvature == "fisher"
        _take_targets(self, data[0])
        self.weight = None if weight is None else as_factor("weight", weight, self.shape)
        self.cotangent = None if cotangent is None else as_factor("cotangent", cotangent, self.shape)
        if order == 3:
            self.vector = as_array("v", vector, False)
            if (<object>self.vector).shape != (<object>self.logits).shape:
                raise ValueError(f"v has shape {(<object>self.vector).shape}, logits {(<object>self.logits).shape}")
        if order == 3 and out is not None:
            out = (None, out)
        outs = (None, None, None) if out is None else _take_outputs(self, 1 if order == 3 else order, out)
        if reduction == "none" and order < 3:
            self.loss = np.empty(self.shape, self.dtype) if outs[0] is None else outs[0]
        self.given_loss = outs[0]
        if order:
            self.grad = fresh_like(self.logits, self.logits.dtype) if outs[1] is None else outs[1]
        if order == 2:
            self.hess = fresh_like(self.logits, self.logits.dtype) if outs[2] is None else outs[2]
        _find_denominator(self)
        self.tame()

    def tame(self):
        """Whether weights had to be multiplied by a power of two, so that their total has an inverse."""
        given = self.weight
        if given is None or self.reduction != "mean":
            return False
        self.weight = tame_weights(given, self.denominator)
        if self.weight is given:
            return False
        _find_denominator(self)
        return True

    cdef int _take_logits(self, law, logits, n_threads) except -1:
        self.law, self.n_threads, self.check, self.reduction, self.denominator = law, n_threads, True, "sum", 1.0
        self.logits = as_array("logits", logits, True)
        self.axis = _class_axis(law, self.logits)
        self.dtype = compute_dtype((logits,), [self.logits])
        if self.logits.shape[self.axis] == 0:
            raise ValueError(f"logits have shape {(<object>self.logits).shape}: no classes along axis {law.axis}")
        return 0

    @property
    def size(self):
        """The number of rows."""
        return math.prod(self.shape)

    def results(self, double sum_of_losses):
        """What the caller gets."""
        if self.order == 3:
            return self.grad
        if self.reduction == "none":
            loss = self.loss if self.shape or self.given_loss is not None else self.loss[()]
        else:
            loss = reduced(sum_of_losses, self.denominator, self.reduction, self.size, self.dtype)
            if self.given_loss is not None:
                store(self.given_loss, loss)
                loss = self.given_loss
        return loss if self.order == 0 else (loss, self.grad) if self.order == 1 else (loss, self.grad, self.hess)

    def explain(self, bint bad_target, bint bad_weight):
        """Raise for the first value that a kernel reported; nothing with check=False."""
        if not self.check:
            return
        if bad_weight:
            explain_weight(self.weight)
        if not bad_target:
            return
        y = self.y.astype(np.float64) if dtype_code(self.y.dtype) <= FX_BF16 else self.y  # or n_classes is rounded
        with np.errstate(invalid="ignore"):
            if self.soft:
                y = np.moveaxis(y, -1, self.axis)
                wrong = ~((y >= 0) & (y <= np.finfo(self.dtype).max))
                wanted = "soft targets are finite and not negative"
            else:
                n_classes = self.logits.shape[self.axis]
                wrong = ~((y >= 0) & (y < n_classes) & (y == np.trunc(y)))
                wanted = f"labels are whole numbers from 0 to {n_classes - 1}"
                if self.law.ignore_index is not None:
                    wrong &= y != self.law.ignore_index
        raise ValueError(f"y{first_place(wrong)} is {y[wrong].flat[0]}: {wanted}")


cdef cnp.ndarray _rows_first(cnp.ndarray array, int axis):
    """The class axis last, so that the others are rows."""
    return array if axis == array.ndim - 1 else np.moveaxis(array, axis, -1)


cdef int _class_axis(law, cnp.ndarray logits) except -1:
    cdef Py_ssize_t axis = law.axis
    if not -logits.ndim <= axis < logits.ndim:
        raise ValueError(f"logits have shape {(<object>logits).shape}: they have no axis {law.axis}")
    return <int>(axis + logits.ndim if axis < 0 else axis)


cdef object _take_targets(Call c, y):
    """Labels or soft targets, by the number of axes; the loss's shape."""
    cdef Py_ssize_t n_classes = c.logits.shape[c.axis]
    rows = (<object>_rows_first(c.logits, c.axis)).shape[:-1]
    c.y = as_array("y", y, False)
    shape = (<object>c.y).shape
    c.soft = c.y.ndim == c.logits.ndim
    if c.soft:
        if c.y.shape[c.axis] != n_classes:
            raise ValueError(f"soft targets have shape {shape}, logits {(<object>c.logits).shape}: "
                             f"their class axes (axis {c.axis}) differ")
        c.y = _rows_first(c.y, c.axis)
        own = (<object>c.y).shape[:-1]
    elif c.y.ndim == c.logits.ndim - 1:
        own = shape
    else:
        raise ValueError(f"y has shape {shape}, logits {(<object>c.logits).shape}: labels have one axis less than logits, "
                         "soft targets as many")
    c.shape = common_shape([own, rows])
    if c.shape is None:
        raise ValueError(f"shapes do not broadcast: y {shape}, logits {(<object>c.logits).shape} "
                         f"with classes along axis {c.axis}")
    weights = c.law.class_weight
    if weights is not None and len(weights) != n_classes:
        raise ValueError(f"class_weight has shape {weights.shape}, logits {(<object>c.logits).shape} have {n_classes} classes "
                         f"along axis {c.axis}")


cdef tuple _take_outputs(Call c, int order, out):
    """Fresh arrays, or the caller's."""
    cdef int n = 1 + order, i
    outs = (out,) if order == 0 and not isinstance(out, tuple) else out
    if not isinstance(outs, tuple) or len(outs) != n:
        raise ValueError(f"out must be a tuple of {n} arrays or None, got "
                         f"{f'a tuple of {len(outs)}' if isinstance(outs, tuple) else type(outs).__name__}")
    given, owners = [], []
    for i in range(n):
        if outs[i] is None:
            continue
        shape = (<object>c.logits).shape if i else c.shape if c.reduction == "none" else ()
        check_out(f"out[{i}]", outs[i], shape)
        given.append((f"out[{i}]", outs[i]))
        owners.append("logits" if i == 1 else None)
    inputs = [("y", c.y), ("logits", c.logits), ("v", c.vector), ("weight", c.weight), ("cotangent", c.cotangent)]
    check_overlap(given, [(name, a) for name, a in inputs if a is not None], owners)
    return (*outs, *(None,) * (3 - n))


cdef void _lay(fx_array *a, cnp.ndarray array, int n_rows, Py_ssize_t *class_stride) noexcept:
    """An array whose last axis is the classes: strides over the rows, and that of the classes."""
    cdef int d, own = array.ndim - 1
    describe(a, array, array.ndim)
    class_stride[0] = array.strides[own]
    for d in range(n_rows - 1, -1, -1):
        a.stride[d] = 0 if d < n_rows - own else a.stride[d - (n_rows - own)]


cdef bint _usable(const fx_array *a, const fx_space *space, Py_ssize_t class_stride, bint is_f64) noexcept:
    """Whether kernels can work on it where it is: native, strides in whole elements."""
    cdef int d
    if not is_native(a, is_f64) or class_stride % a.itemsize:
        return False
    for d in range(space.ndim):
        if a.stride[d] % a.itemsize:
            return False
    return True


cdef int _describe_rows(Call c, fx_rows *p, fx_array **arrays) except -1:
    """Lay every array over the rows; returns how many."""
    cdef int n = 0, nd = len(c.shape)
    cdef Py_ssize_t unused
    _lay(&p.logits, _rows_first(c.logits, c.axis), nd, &p.logits_class)
    arrays[n] = &p.logits; n += 1
    if c.soft:
        _lay(&p.target, c.y, nd, &p.target_class)
        arrays[n] = &p.target; n += 1
    elif c.y is not None:
        describe(&p.labels, c.y, nd)
        arrays[n] = &p.labels; n += 1
    if c.vector is not None:
        _lay(&p.vector, _rows_first(c.vector, c.axis), nd, &p.vector_class)
        arrays[n] = &p.vector; n += 1
    if c.grad is not None:
        _lay(&p.grad, _rows_first(c.grad, c.axis), nd, &p.grad_class)
        arrays[n] = &p.grad; n += 1
    if c.hess is not None:
        _lay(&p.hess, _rows_first(c.hess, c.axis), nd, &p.hess_class)
        arrays[n] = &p.hess; n += 1
    if c.weight is not None:
        describe(&p.weight, c.weight, nd)
        arrays[n] = &p.weight; n += 1
    if c.cotangent is not None:
        describe(&p.cotangent, c.cotangent, nd)
        arrays[n] = &p.cotangent; n += 1
    if c.loss is not None:
        describe(&p.loss, c.loss, nd)
        arrays[n] = &p.loss; n += 1
    if c.lse is not None:
        describe(&p.lse, c.lse, nd)
        arrays[n] = &p.lse; n += 1
    return n


cdef int _lay_out_rows(Call c, fx_rows *p) except -1:
    """Merge the rows' axes, those that share logits last; choose how arrays are reached and how large a job is."""
    cdef fx_array *arrays[9]
    cdef int kind[FX_MAXDIM]
    cdef int n = _describe_rows(c, p, arrays), d, nd = len(c.shape), lead = nd - c.logits.ndim + 1
    cdef bint is_f64 = c.dtype.itemsize == 8
    cdef Py_ssize_t k = p.options.n_classes, rows
    p.space.ndim, p.space.size, p.n_shared = nd, 1, 1
    own = (<object>_rows_first(c.logits, c.axis)).shape
    for d in range(nd):
        p.space.shape[d] = c.shape[d]
        kind[d] = 1 if d < lead or own[d - lead] != c.shape[d] else 0
        if kind[d] and p.space.shape[d] != 1:
            p.n_shared *= p.space.shape[d]
    sort_axes(&p.space, arrays, n, kind)
    partition_axes(&p.space, arrays, n, kind)
    merge_axes(&p.space, arrays, n, kind)
    _choose_mode(&p.logits, &p.space, p.logits_class, is_f64)
    _choose_mode(&p.target, &p.space, p.target_class, is_f64)
    _choose_mode(&p.vector, &p.space, p.vector_class, is_f64)
    if p.n_shared == 1:
        _choose_mode(&p.grad, &p.space, p.grad_class, is_f64)
        _choose_mode(&p.hess, &p.space, p.hess_class, is_f64)
    rows = max(1, JOB // (k * p.n_shared))
    p.job = p.n_shared * ((rows + ROWS - 1) // ROWS * ROWS if rows > ROWS else rows)
    return 0


cdef void _choose_mode(fx_array *a, const fx_space *space, Py_ssize_t class_stride, bint is_f64) noexcept:
    if a.mode != FX_ABSENT and _usable(a, space, class_stride, is_f64):
        a.mode = FX_DIRECT


cdef fx_softmax_options _options(law, Py_ssize_t n_classes, int order, bint fisher):
    cdef fx_softmax_options o
    o.n_classes, o.order, o.fisher = n_classes, order, fisher
    o.label_smoothing, o.z_loss, o.softcap = law.label_smoothing, law.z_loss, law.softcap or 0.0
    o.class_weight = NULL
    if law.class_weight is not None:
        o.class_weight = <const double *>cnp.PyArray_DATA(<cnp.ndarray>law.class_weight)
    return o


cdef int _weigh_labels(Call c, fx_rows *p) except -1:
    """Find the denominator of a mean that labels have a say in."""
    cdef Py_ssize_t n_jobs = (p.space.size + p.job - 1) // p.job, job
    cdef const fx_table *table = active_table()
    cdef int threads = threads_for(c.n_threads, p.space.size * p.options.n_classes, n_jobs)
    if not c.denominator < 0:
        return 0
    p.sums = <double *>malloc(n_jobs * sizeof(double))
    if p.sums == NULL:
        raise MemoryError
    for job in prange(n_jobs, num_threads=threads, schedule="static", nogil=True):
        table.label_job(p, job)
    c.denominator = 0.0
    for job in range(n_jobs):
        c.denominator += p.sums[job]
    free(p.sums)
    return 0


cdef int _run(Call c, fx_rows *p, double *total) except -1:
    """Run the jobs."""
    cdef Py_ssize_t n_jobs = (p.space.size + p.job - 1) // p.job, job
    cdef const fx_table *table = active_table()
    cdef int bad = 0, threads = threads_for(c.n_threads, p.space.size * p.options.n_classes, n_jobs)
    cdef bint is_f64 = c.dtype.itemsize == 8
    cdef double *sums = <double *>malloc(n_jobs * sizeof(double))
    if sums == NULL:
        raise MemoryError
    p.sums = sums
    with nogil:
        p.scale = 1.0 / c.denominator if c.denominator != 0.0 else 0.0
        if threads == 1:
            for job in range(n_jobs):
                bad |= table.rows_job[is_f64](p, job)
        else:
            for job in prange(n_jobs, num_threads=threads, schedule="static"):
                bad |= table.rows_job[is_f64](p, job)
        total[0] = 0.0
        for job in range(n_jobs):
            total[0] += sums[job]
    free(sums)
    if bad & FX_NO_MEMORY:
        raise MemoryError
    return bad


cdef object _find_denominator(Call c):
    """What a mean is divided by; -1 where labels have to be read for it."""
    if c.reduction != "mean" or not c.size:
        c.denominator = 1.0
    elif not c.soft and (c.weight is not None or c.law.class_weight is not None or c.law.ignore_index is not None):
        c.denominator = -1.0
    elif c.weight is not None:
        c.denominator = sum_weights(c.weight, c.n_threads) * (c.size / c.weight.size)
    else:
        c.denominator = c.size


cdef int _plan(Call c, fx_rows *p, object find) except -1:
    """Describe the call to the C core."""
    law = c.law
    memset(p, 0, sizeof(fx_rows))
    p.options = _options(law, c.logits.shape[c.axis], c.order, c.fisher)
    p.has_labels, p.has_ignore = not c.soft, law.ignore_index is not None
    p.ignore_index = law.ignore_index or 0
    _lay_out_rows(c, p)
    if find is not None:
        engine, odd = find(law, c.dtype.itemsize == 8, c.order, c.soft, p.options.n_classes, _side_by_side(p))
        p.softmax, p.odd = <fx_softmax><size_t>engine, <fx_softmax><size_t>odd
    return 0


cdef bint _side_by_side(const fx_rows *p) noexcept:
    """Whether the classes of a row lie closer together than its neighbours: where a tile would have to be turned."""
    cdef Py_ssize_t row = p.logits.stride[p.space.ndim - 1]
    return row == 0 or abs(p.logits_class) <= abs(row)


def categorical(law, int order, tuple data, tuple params, *options, vector=None, find=None):
    """Loss, gradient (order 1) and Hessian diagonal (order 2), or a Hessian-vector product (order 3), of Categorical.

    `find(law, is_f64, order, soft, n_classes, side_by_side)` gives the addresses of an engine and of that for odd
    rows, in place of those that were compiled ahead.
    """
    cdef Call c = Call(law, order, data, params, *options, vector)
    cdef fx_rows p
    cdef double total = 0
    cdef int bad
    if c.size:
        _plan(c, &p, find)
        _weigh_labels(c, &p)
        if c.tame():
            _plan(c, &p, find)
            _weigh_labels(c, &p)
        bad = _run(c, &p, &total)
        if bad:
            c.explain(bad & FX_BAD_TARGET, bad & FX_BAD_WEIGHT)
    else:
        for array in (c.grad, c.hess):
            if array is not None:
                array[...] = 0
    return c.results(total)


def logsumexp(law, logits, n_threads=None, find=None):
    """The logsumexp of each row of (soft-capped) logits."""
    cdef Call c = Call.__new__(Call)
    cdef fx_rows p
    cdef double total = 0
    c._take_logits(law, logits, n_threads)
    c.shape = (<object>_rows_first(c.logits, c.axis)).shape[:-1]
    c.lse = np.empty(c.shape, c.dtype)
    if c.lse.size:
        _plan(c, &p, find)
        p.has_labels = False
        _run(c, &p, &total)
    return c.lse[()] if not c.shape else c.lse
