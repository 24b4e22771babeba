"""Arrays laid over spaces of indices; part of _core.pyx."""

cdef void describe(fx_array *a, cnp.ndarray array, int n_axes) noexcept:
    """Strides over the last array.ndim of n_axes axes; 0 where it is broadcast."""
    cdef int d, own = n_axes - array.ndim
    a.data = <char *>cnp.PyArray_DATA(array)
    a.dtype = dtype_code(array.dtype)
    a.itemsize = <int>array.dtype.itemsize
    a.swapped = not cnp.PyArray_ISNOTSWAPPED(array)
    a.mode = FX_STRIDED
    for d in range(n_axes):
        a.stride[d] = 0 if d < own or array.shape[d - own] == 1 else array.strides[d - own]


cdef bint is_native(const fx_array *a, bint is_f64) noexcept:
    return a.dtype == (FX_F64 if is_f64 else FX_F32) and not a.swapped and <size_t>a.data % a.itemsize == 0


cdef bint is_contiguous(const fx_array *a, const fx_space *space) noexcept:
    cdef int d
    cdef Py_ssize_t step = a.itemsize
    for d in range(space.ndim - 1, -1, -1):
        if a.stride[d] != step:
            return False
        step *= space.shape[d]
    return True


cdef bint is_constant(const fx_array *a, const fx_space *space) noexcept:
    cdef int d
    for d in range(space.ndim):
        if a.stride[d] != 0:
            return False
    return True


cdef bint _in_wrong_order(fx_array **arrays, int n_arrays, int i, int j) noexcept:
    """Whether axis i, which comes before j, has the smaller strides; the first array that has an opinion decides."""
    cdef int k
    cdef Py_ssize_t first, second
    for k in range(n_arrays):
        first, second = abs(arrays[k].stride[i]), abs(arrays[k].stride[j])
        if first and second and first != second:
            return first < second
    return False


cdef void _swap(fx_space *space, fx_array **arrays, int n_arrays, int *kind, int i, int j) noexcept:
    cdef int k
    space.shape[i], space.shape[j] = space.shape[j], space.shape[i]
    kind[i], kind[j] = kind[j], kind[i]
    for k in range(n_arrays):
        arrays[k].stride[i], arrays[k].stride[j] = arrays[k].stride[j], arrays[k].stride[i]


cdef void sort_axes(fx_space *space, fx_array **arrays, int n_arrays, int *kind) noexcept:
    """Insertion sort: the axis with the largest strides first, as memory lies."""
    cdef int i, j
    for i in range(1, space.ndim):
        j = i
        while j > 0 and _in_wrong_order(arrays, n_arrays, j - 1, j):
            _swap(space, arrays, n_arrays, kind, j - 1, j)
            j -= 1


cdef void partition_axes(fx_space *space, fx_array **arrays, int n_arrays, int *kind) noexcept:
    """Insertion sort by kind, which keeps the order within a kind."""
    cdef int i, j
    for i in range(1, space.ndim):
        j = i
        while j > 0 and kind[j - 1] > kind[j]:
            _swap(space, arrays, n_arrays, kind, j - 1, j)
            j -= 1


cdef void merge_axes(fx_space *space, fx_array **arrays, int n_arrays, int *kind) noexcept:
    """Drop axes of length 1, merge neighbours of one kind that lie in a row, and leave at least one axis."""
    cdef int d, k, n = 0
    cdef bint merge
    space.size = 1
    for d in range(space.ndim):
        space.size *= space.shape[d]
        if space.shape[d] == 1:
            continue
        merge = n > 0 and kind[n - 1] == kind[d]
        for k in range(n_arrays):
            merge = merge and arrays[k].stride[n - 1] == arrays[k].stride[d] * space.shape[d]
        if merge:
            space.shape[n - 1] *= space.shape[d]
        else:
            space.shape[n] = space.shape[d]
            kind[n] = kind[d]
            n += 1
        for k in range(n_arrays):
            arrays[k].stride[n - 1] = arrays[k].stride[d]
    if n == 0:
        space.shape[0] = 1
        kind[0] = 0
        n = 1
        for k in range(n_arrays):
            arrays[k].stride[0] = 0
    space.ndim = n
