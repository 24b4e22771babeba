/* The face of the C core: plans that Cython fills in, and the table of functions that run them.
 * Nothing here knows Python. */
#ifndef FASTXENT_H
#define FASTXENT_H

#include <stddef.h>
#include <stdint.h>

#define FX_CHUNK 1024      /* elements that one kernel call takes */
#define FX_SUM_LANES 32    /* partial sums of a chunk */
#define FX_MAX_DATA 2
#define FX_MAX_PARAMS 4
#define FX_MAX_INPUTS (FX_MAX_DATA + FX_MAX_PARAMS)
#define FX_MAX_SLOTS (1 + 2 * FX_MAX_PARAMS) /* loss, gradients, Hessian diagonals */
#define FX_MAXDIM 64       /* as many axes as NumPy allows */
#define FX_KEPT 1024       /* sums of a broadcast parameter's gradient that one job holds */
#define FX_NARROW 64       /* lanes up to which such sums are taken lane by lane */

enum { FX_F32, FX_F64, FX_F16, FX_BF16, FX_I8, FX_I16, FX_I32, FX_I64, FX_U8, FX_U16, FX_U32, FX_U64, FX_N_DTYPES };

/* A space of indices, walked in C order. */
typedef struct {
    int ndim;
    ptrdiff_t size;
    ptrdiff_t shape[FX_MAXDIM];
} fx_space;

enum { FX_ABSENT, FX_DIRECT, FX_CONSTANT, FX_STRIDED };

/* An array laid over a space. DIRECT: contiguous, aligned and of the kernel's own dtype. CONSTANT: one value. */
typedef struct {
    char *data;
    int dtype, itemsize, swapped, mode;
    ptrdiff_t stride[FX_MAXDIM]; /* bytes */
} fx_array;

enum { FX_OUTSIDE = 1, FX_UNUSUAL = 2 }; /* what a kernel reports: a target outside the support, an element to do with care */
#define FX_CAREFUL 3                     /* beside the orders: the kernel that does so, of order 2 */

typedef int (*fx_kernel)(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                         double lower, double upper);

typedef struct {
    const char *name;
    int n_data, n_params, n_settings;
    fx_kernel kernel[2][FX_CAREFUL + 1][2][2]; /* dtype, order or FX_CAREFUL, constant, fisher */
} fx_law;

enum { FX_UNWANTED, FX_FULL, FX_SUM, FX_KEEP }; /* what becomes of an output slot */

/* An element-wise call. The space is (outer kept axes) x (reduced axes) x (inner kept axes, the lanes): kept and reduced
 * as the parameters whose slots are FX_KEEP see them; without such, all axes are reduced ones. A job is one group of kept
 * indices (some outer ones with all lanes, or some lanes of one outer one) and one segment of the reduced indices. */
typedef struct {
    fx_space space, kept_space;
    int order, fisher, n_data, n_params;
    fx_kernel kernel, careful;
    fx_kernel link[FX_MAX_PARAMS], careful_link[FX_MAX_PARAMS]; /* NULL where a parameter is used as it comes */
    const double *settings;
    double scale, lower, upper, wide_lower, wide_upper; /* the support; wide: of targets in double where T is float */
    fx_array in[FX_MAX_INPUTS], weight, cotangent;
    int slot[FX_MAX_SLOTS];
    fx_array out[FX_MAX_SLOTS]; /* FX_FULL: over space; FX_KEEP: over kept_space */
    ptrdiff_t n_outer, n_reduced, n_lanes; /* their product is the size */
    ptrdiff_t outers, lanes, lane_blocks;  /* of a group; lane_blocks > 1 only with outers == 1 */
    ptrdiff_t n_groups, n_segments, segment;
    double *sums;     /* n_jobs x FX_MAX_SLOTS: each job's sum of the loss and of FX_SUM slots */
    double *partials; /* if n_segments > 1: n_jobs x FX_MAX_SLOTS pointers' worth of kept sums, see fx_partial */
    int n_kept;       /* slots that are FX_KEEP */
} fx_plan;

enum { FX_BAD_TARGET = 1, FX_BAD_WEIGHT = 2, FX_NO_MEMORY = 4 }; /* what a job reports */

typedef struct {
    ptrdiff_t n_classes;
    const double *class_weight; /* NULL or one per class */
    double label_smoothing, z_loss, softcap; /* softcap 0: none */
    int order;                  /* 0 loss, 1 gradient, 2 Hessian diagonal, 3 Hessian-vector product in the gradient's place */
    int fisher;
} fx_softmax_options;

/* An engine from elsewhere, for rows from `first` to `end`, with the arguments of softmax_block: pointers are x, target, v,
 * label, mult, loss, lse, grad, hess, class_weight, scratch; strides (row, class) of x, target, v, grad, hess, then the
 * number of classes, order, fisher, and the address of the engine for odd rows; numbers are scale, label_smoothing,
 * z_loss, softcap. */
typedef int (*fx_softmax)(ptrdiff_t first, ptrdiff_t end, const void *const *pointers, const ptrdiff_t *strides,
                          const double *numbers);

/* A call of Categorical. Arrays lie over the space of rows; the class axis has a stride of its own. Logits that are
 * broadcast over rows come with those rows as the last axes of the space: n_shared rows for each row of logits. */
typedef struct {
    fx_space space;
    fx_softmax_options options;
    int has_labels, has_ignore;
    double ignore_index, scale;
    fx_array labels, logits, target, vector, weight, cotangent, loss, lse, grad, hess;
    ptrdiff_t logits_class, target_class, vector_class, grad_class, hess_class; /* bytes */
    ptrdiff_t n_shared, job; /* rows per job, a multiple of n_shared */
    double *sums;            /* one per job: its weighted losses, or its share of the mean's denominator */
    fx_softmax softmax, odd; /* NULL: the engines of this variant */
} fx_rows;

typedef void (*fx_map)(ptrdiff_t n, const void *const *in, void *out);

typedef struct {
    const char *name;
    int n_arguments;
    fx_map map[2];
} fx_primitive;

/* What one CPU variant offers. Jobs return FX_BAD_ flags. */
typedef struct {
    const char *name;
    int has_fma, n_laws, n_primitives;
    const fx_law *const *laws;
    const fx_primitive *primitives;
    int (*job[2])(const fx_plan *plan, ptrdiff_t job);
    void (*finish[2])(const fx_plan *plan, ptrdiff_t group); /* adds up the partial sums of a group's segments */
    int (*rows_job[2])(const fx_rows *rows, ptrdiff_t job);
    void (*label_job)(const fx_rows *rows, ptrdiff_t job); /* the mean's denominator */
    double (*weight_job)(const fx_space *space, const fx_array *weight, ptrdiff_t first, ptrdiff_t n); /* their sum */
} fx_table;

extern const fx_table fx_table_base;
#ifdef FX_HAVE_X86_64 /* with a compiler that can target its levels */
extern const fx_table fx_table_v3;
extern const fx_table fx_table_v4;
#endif

#endif
