/* One CPU variant of the C core: included by a .c file of its own, after the header that says what the variant is. */
#include "kernels.h"

#include "generated/tables.h"

#ifdef FX_FMA
#define FX_FUSED 1
#else
#define FX_FUSED 0
#endif

#include "convert.h"
#include "labels.h"

#define T float
#define FX(name) name##_f32
#define FX_IS_F64 0
#define FX_MAX FLT_MAX
#include "elementwise.h"
#include "softmax.h"

#include "categorical.h" /* builds on the two above */
#undef T
#undef FX
#undef FX_IS_F64
#undef FX_MAX

#define T double
#define FX(name) name##_f64
#define FX_IS_F64 1
#define FX_MAX DBL_MAX
#include "elementwise.h"
#include "softmax.h"

#include "categorical.h" /* builds on the two above */
#undef T
#undef FX
#undef FX_IS_F64
#undef FX_MAX

static const fx_law *const fx_laws[] = FX_LAWS;
static const fx_primitive fx_primitives[] = FX_PRIMITIVES;

const fx_table FX_NAMED(table) = {
    FX_VARIANT_NAME,
    FX_FUSED,
    FX_N_LAWS,
    FX_N_PRIMITIVES,
    fx_laws,
    fx_primitives,
    {fx_job_f32, fx_job_f64},
    {fx_finish_f32, fx_finish_f64},
    {fx_rows_job_f32, fx_rows_job_f64},
    fx_label_job,
    fx_sum_weights,
};
