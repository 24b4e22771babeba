"""What the planners share: the C core's face, array descriptions, threads."""

cimport numpy as cnp

cdef extern from "fastxent.h":
    enum: FX_CHUNK
    enum: FX_MAX_PARAMS
    enum: FX_MAX_INPUTS
    enum: FX_MAX_SLOTS
    enum: FX_MAXDIM
    enum: FX_KEPT
    enum: FX_CAREFUL
    enum: FX_F32, FX_F64, FX_F16, FX_BF16, FX_I8, FX_I16, FX_I32, FX_I64, FX_U8, FX_U16, FX_U32, FX_U64
    enum: FX_ABSENT, FX_DIRECT, FX_CONSTANT, FX_STRIDED
    enum: FX_UNWANTED, FX_FULL, FX_SUM, FX_KEEP
    enum: FX_BAD_TARGET, FX_BAD_WEIGHT, FX_NO_MEMORY

    ctypedef struct fx_space:
        int ndim
        Py_ssize_t size
        Py_ssize_t shape[64]

    ctypedef struct fx_array:
        char *data
        int dtype, itemsize, swapped, mode
        Py_ssize_t stride[64]

    ctypedef int (*fx_kernel)(Py_ssize_t, const void *const *, void *const *, const double *, double, double,
                              double) noexcept nogil

    ctypedef struct fx_law:
        const char *name
        int n_data, n_params, n_settings
        fx_kernel kernel[2][4][2][2]

    ctypedef struct fx_plan:
        fx_space space, kept_space
        int order, fisher, n_data, n_params
        fx_kernel kernel, careful
        fx_kernel link[4]
        fx_kernel careful_link[4]
        const double *settings
        double scale, lower, upper, wide_lower, wide_upper
        fx_array in_ "in"[6]
        fx_array weight, cotangent
        int slot[9]
        fx_array out[9]
        Py_ssize_t n_outer, n_reduced, n_lanes
        Py_ssize_t outers, lanes, lane_blocks
        Py_ssize_t n_groups, n_segments, segment
        double *sums
        double *partials
        int n_kept

    ctypedef struct fx_softmax_options:
        Py_ssize_t n_classes
        const double *class_weight
        double label_smoothing, z_loss, softcap
        int order, fisher

    ctypedef int (*fx_softmax)(Py_ssize_t, Py_ssize_t, const void *const *, const Py_ssize_t *, const double *) noexcept nogil

    ctypedef struct fx_rows:
        fx_space space
        fx_softmax_options options
        int has_labels, has_ignore
        double ignore_index, scale
        fx_array labels, logits, target, vector, weight, cotangent, loss, lse, grad, hess
        Py_ssize_t logits_class, target_class, vector_class, grad_class, hess_class
        Py_ssize_t n_shared, job
        double *sums
        fx_softmax softmax, odd

    ctypedef struct fx_primitive:
        const char *name
        int n_arguments
        void (*map[2])(Py_ssize_t, const void *const *, void *) noexcept nogil

    ctypedef struct fx_table:
        const char *name
        int has_fma, n_laws, n_primitives
        const fx_law *const *laws
        const fx_primitive *primitives
        int (*job[2])(const fx_plan *, Py_ssize_t) noexcept nogil
        void (*finish[2])(const fx_plan *, Py_ssize_t) noexcept nogil
        int (*rows_job[2])(const fx_rows *, Py_ssize_t) noexcept nogil
        void (*label_job)(const fx_rows *, Py_ssize_t) noexcept nogil
        double (*weight_job)(const fx_space *, const fx_array *, Py_ssize_t, Py_ssize_t) noexcept nogil

    const fx_table fx_table_base


# threads and variants
cdef const fx_table *active_table() noexcept
cdef int threads_for(object n_threads, Py_ssize_t n_elements, Py_ssize_t n_jobs) except -1
cdef double sum_weights(cnp.ndarray weight, object n_threads) except? -1.0

# arguments
cdef int dtype_code(cnp.dtype dtype) except -2
cdef cnp.ndarray as_array(str name, object value, bint parameter)
cdef bint is_weak(object value) noexcept
cdef object common_shape(list shapes)
cdef cnp.ndarray tame_weights(cnp.ndarray weight, double total)
cdef object store(cnp.ndarray target, double value)
cdef cnp.ndarray fresh_like(cnp.ndarray prototype, cnp.dtype dtype)
cdef cnp.ndarray as_factor(str name, object value, tuple shape)
cdef cnp.dtype compute_dtype(tuple values, list arrays)
cdef object check_curvature(object curvature)
cdef object check_reduction(object reduction, object cotangent)
cdef object check_out(str name, object out, tuple shape)
cdef object check_overlap(list outs, list inputs, list owners)

cdef object reduced(double total, double denominator, object reduction, Py_ssize_t size, cnp.dtype dtype)
cdef object explain_weight(object weight)

# arrays laid over spaces
cdef void describe(fx_array *a, cnp.ndarray array, int n_axes) noexcept
cdef bint is_native(const fx_array *a, bint is_f64) noexcept
cdef bint is_contiguous(const fx_array *a, const fx_space *space) noexcept
cdef bint is_constant(const fx_array *a, const fx_space *space) noexcept
cdef void sort_axes(fx_space *space, fx_array **arrays, int n_arrays, int *kind) noexcept
cdef void partition_axes(fx_space *space, fx_array **arrays, int n_arrays, int *kind) noexcept
cdef void merge_axes(fx_space *space, fx_array **arrays, int n_arrays, int *kind) noexcept
