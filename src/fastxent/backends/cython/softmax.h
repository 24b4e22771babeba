/* The softmax skeletons, included once per dtype (T, FX, FX_IS_F64). Their one face is softmax_block, at the end of
 * softmax_tiles.h. Three engines:
 *   tile     few classes: the lanes are rows, a tile of rows lies class by class in scratch;
 *   row      the exponentials are stored where the gradient will be, then scaled; the same bits as by tile; rows go
 *            through its phases in batches that fit L1, or each would wait for the end of the one before;
 *   general  (softmax_general.h) any option, and odd rows (infinities, nan, factors far from 1).
 *
 * Exponentials are lifted: 2^LIFT exp(x - max) is normal where exp(x - max) is subnormal, and the factor that turns
 * it into a gradient takes the lift back, so that each gradient is rounded once. S sums all classes but one maximal
 * (the label, if it is maximal, else the first): Z = 1 + S, and 1 - p = (S + (1 - e)) / Z cancels nowhere. All sums
 * run in one order: groups of 128 are folded by halves to 16 lanes, which go on in double. */

#ifndef FX_SOFTMAX_SHARED
#define FX_SOFTMAX_SHARED
#define FX_GROUP 128
#define FX_LANES 16
#define FX_BLOCK 1024       /* classes; whole groups */
#define FX_FEW_CLASSES 32   /* up to here the lanes are rows, whatever the layout */
#define FX_TILE_CLASSES 256 /* up to here they are for rows that lie class by class */
#define FX_GENERAL_BLOCKS 9
#define FX_FETCHED 4096     /* classes of the next row that are fetched ahead, at most */
#define FX_BATCH 16384      /* bytes of logits and gradients that go through the phases of the row engine together */
#define FX_LIFT_F32 0x1p48f
#define FX_LIFT_F64 0x1p128
/* Sixteen lanes to one, by halves. */
#define FX_FOLD(w, op)                                   \
    do {                                                 \
        for (int l = 0; l < 8; l++) w[l] = op(w[l], w[l + 8]); \
        for (int l = 0; l < 4; l++) w[l] = op(w[l], w[l + 4]); \
        w[0] = op(op(w[0], w[2]), op(w[1], w[3]));       \
    } while (0)
#define FX_PLUS(a, b) ((a) + (b))
#define FX_LARGER(a, b) ((a) > (b) ? (a) : (b))
#endif

#undef FX_LIFT
#undef FX_DROP
#undef FX_TILE_ROWS
#undef FX_BIG_FACTOR
#undef FX_SMALL_FACTOR
#undef FX_BIG_PULL
#if FX_IS_F64
#define FX_LIFT FX_LIFT_F64
#define FX_DROP 0x1p-128
#define FX_TILE_ROWS 32
#define FX_BIG_FACTOR 0x1p76 /* beyond these the factors of a row would flush or overflow */
#define FX_SMALL_FACTOR 0x1p-960
#define FX_BIG_PULL 0x1p800 /* a z-loss that pulls harder would overflow when lifted */
#else
#define FX_LIFT FX_LIFT_F32
#define FX_DROP 0x1p-48f
#define FX_TILE_ROWS 64
#define FX_BIG_FACTOR 0x1p24
#define FX_SMALL_FACTOR 0x1p-100
#define FX_BIG_PULL 0x1p60f
#endif

/* What a call says, once for all rows. */
typedef struct {
    const fx_softmax_options *o;
    const T *x, *target, *v;
    const ptrdiff_t *label;
    const double *mult;
    double scale;
    T *loss, *lse, *grad, *hess;
    ptrdiff_t x_row, x_class, t_row, t_class, v_row, v_class, g_row, g_class, h_row, h_class;
} FX(sm_call);

/* 2^LIFT exp(z) for z <= 0, 0 where that falls below the least normal number; nan stays nan. */
#if FX_IS_F64
FX_INLINE double sm_lifted_f64(double z) {
    const double magic = 0x1.8p52 + (1023.0 + 128.0), t = fma_f64(z, 0x1.71547652b82fep0, magic), n = t - magic;
    const double r = fma_f64(n, -0.28235290563031577122588448175013436025525412068e-12,
                             fma_f64(n, -.69314718055966295651160180568695068359375, z));
    double p = 2.08860621107283687536341e-09;
    p = fma_f64(p, r, 2.51112930892876518610661e-08);
    p = fma_f64(p, r, 2.75573911234900471893338e-07);
    p = fma_f64(p, r, 2.75572362911928827629423e-06);
    p = fma_f64(p, r, 2.4801587159235472998791e-05);
    p = fma_f64(p, r, 0.000198412698960509205564975);
    p = fma_f64(p, r, 0.00138888888889774492207962);
    p = fma_f64(p, r, 0.00833333333331652721664984);
    p = fma_f64(p, r, 0.0416666666666665047591422);
    p = fma_f64(p, r, 0.166666666666666851703837);
    p = fma_f64(p, r, 0.5);
    p = fma_f64(p, r, 1.0);
    p = fma_f64(p, r, 1.0) * from_bits_f64(bits_f64(t) << 52);
    return z < -796.0 ? 0.0 : p;
}
#else
FX_INLINE float sm_lifted_f32(float z) {
    const float t = fma_f32(z, 0x1.715476p0f, 0x1.8p23f + (127.0f + 48.0f)), n = t - (0x1.8p23f + (127.0f + 48.0f));
    const float r = fma_f32(n, -0x1.7f7d1cp-20f, fma_f32(n, -0x1.62e4p-1f, z));
    float p = 0x1.6a6p-10f;
    p = fma_f32(p, r, 0x1.12718ep-7f);
    p = fma_f32(p, r, 0x1.555afp-5f);
    p = fma_f32(p, r, 0x1.55543p-3f);
    p = fma_f32(p, r, 0x1.fffff4p-2f);
    p = fma_f32(p, r, 1.0f);
    p = fma_f32(p, r, 1.0f) * from_bits_f32(bits_f32(t) << 23);
    return z < -120.0f ? 0.0f : p;
}
#endif

FX_INLINE int FX(sm_finite)(T x) { return x - x == 0; }

/* ---- sums and maxima along a row ---- */

/* A sum in progress, at first of no blocks: lanes, and from the second block on what their additions lost. */
typedef struct {
    ptrdiff_t n_blocks;
    double lane[FX_LANES], lost[FX_LANES];
} FX(sm_sum);

/* Folds a group of values by halves to lanes. */
FX_INLINE void FX(sm_fold_group)(double *FX_RESTRICT part, const T *FX_RESTRICT e) {
    for (int l = 0; l < FX_LANES; l++)
        part[l] += (double)(((e[l] + e[l + 64]) + (e[l + 32] + e[l + 96])) +
                            ((e[l + 16] + e[l + 80]) + (e[l + 48] + e[l + 112])));
}

/* The last group of a row, which zeros fill up. */
FX_INLINE const T *FX(sm_padded)(const T *e, ptrdiff_t n, T *tail) {
    if (n == FX_GROUP) return e;
    memset(tail, 0, FX_GROUP * sizeof(T));
    memcpy(tail, e, (size_t)n * sizeof(T));
    return tail;
}

/* Adds a block's lanes to a sum; the first block is the sum. */
FX_INLINE void FX(sm_close)(FX(sm_sum) *FX_RESTRICT sum, const double *FX_RESTRICT part) {
    if (!sum->n_blocks++) {
        memcpy(sum->lane, part, sizeof sum->lane);
        return;
    }
    if (sum->n_blocks == 2) memset(sum->lost, 0, sizeof sum->lost);
    for (int l = 0; l < FX_LANES; l++) {
        const double old = sum->lane[l], total = old + part[l], back = total - old;
        sum->lane[l] = total;
        sum->lost[l] += (old - (total - back)) + (part[l] - back);
    }
}

/* Adds n <= FX_BLOCK values, a whole block in all but a row's last call. */
static void FX(sm_add)(FX(sm_sum) *FX_RESTRICT sum, const T *FX_RESTRICT e, ptrdiff_t n) {
    double part[FX_LANES] = {0};
    T tail[FX_GROUP];
    for (ptrdiff_t i = 0; i < n; i += FX_GROUP)
        FX(sm_fold_group)(part, FX(sm_padded)(e + i, n - i < FX_GROUP ? n - i : FX_GROUP, tail));
    FX(sm_close)(sum, part);
}

/* The sum of the lanes, in T where only one group went in: as the tile does it. */
static T FX(sm_total)(const FX(sm_sum) *sum, ptrdiff_t n_classes) {
    double w[FX_LANES];
    T v[FX_LANES];
    if (n_classes <= FX_GROUP) {
        for (int l = 0; l < FX_LANES; l++) v[l] = (T)sum->lane[l];
        FX_FOLD(v, FX_PLUS);
        return v[0];
    }
    memcpy(w, sum->lane, sizeof w);
    for (int l = 0; sum->n_blocks > 1 && l < FX_LANES; l++) /* an infinite sum loses nan */
        w[l] += sum->lost[l] == sum->lost[l] ? sum->lost[l] : 0;
    FX_FOLD(w, FX_PLUS);
    return (T)w[0];
}

/* The largest of n <= FX_BLOCK values; nan does not count. */
static T FX(sm_block_max)(const T *FX_RESTRICT x, ptrdiff_t n) {
    T lane[FX_LANES], m;
    ptrdiff_t i = 0;
    for (int l = 0; l < FX_LANES; l++) lane[l] = -(T)INFINITY;
    for (; i + 64 <= n; i += 64)
        for (int l = 0; l < FX_LANES; l++) {
            T a = lane[l];
            a = FX_LARGER(x[i + l], a);
            a = FX_LARGER(x[i + l + 16], a);
            a = FX_LARGER(x[i + l + 32], a);
            a = FX_LARGER(x[i + l + 48], a);
            lane[l] = a;
        }
    for (; i + FX_LANES <= n; i += FX_LANES)
        for (int l = 0; l < FX_LANES; l++) lane[l] = FX_LARGER(x[i + l], lane[l]);
    FX_FOLD(lane, FX_LARGER);
    m = lane[0];
    for (; i < n; i++) m = FX_LARGER(x[i], m);
    return m;
}

/* The first of n values that equals m, or n. One branch that is hard to predict, no more. */
static ptrdiff_t FX(sm_find)(const T *FX_RESTRICT x, ptrdiff_t n, T m) {
    ptrdiff_t i = 0;
    for (; i + 64 <= n; i += 64) {
        int first = 64;
        for (int l = 0; l < 64; l++) {
            const int at = x[i + l] == m ? l : 64;
            first = at < first ? at : first;
        }
        if (first < 64) return i + first;
    }
    while (i < n && x[i] != m) i++;
    return i;
}

static void FX(sm_gather)(const T *src, ptrdiff_t stride, T *FX_RESTRICT dst, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) dst[i] = src[i * stride];
}
static void FX(sm_scatter)(const T *FX_RESTRICT src, T *dst, ptrdiff_t stride, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) dst[i * stride] = src[i];
}
static void FX(sm_fill)(T *dst, ptrdiff_t stride, ptrdiff_t n, T value) {
    if (!dst) return;
    if (stride == 1)
        for (ptrdiff_t i = 0; i < n; i++) dst[i] = value;
    else
        for (ptrdiff_t i = 0; i < n; i++) dst[i * stride] = value;
}

/* ---- the end of a row ---- */

/* What a row's gradient is multiplied by; an ignored row's is 0, unless its weight is nan. */
FX_INLINE double FX(sm_factor)(const FX(sm_call) *q, ptrdiff_t row) {
    const double k = q->mult ? (q->mult[row] == 0.0 ? 0.0 : q->mult[row] * q->scale) : q->scale;
    return q->label && q->label[row] == -1 && k == k ? 0.0 : k;
}

/* From the lifted sum s: loss and lse. `far` is target x distance from the maximum, a the target's total. */
FX_INLINE void FX(sm_loss)(T m, T s, T far, T a, double z_loss, T *loss, T *lse) {
    const T log_z = FX(log1p)(s * FX_DROP, NULL), sum = m + log_z;
    *lse = sum;
    *loss = (far + a * log_z) + (z_loss == 0.0 ? 0 : (T)((z_loss * (double)sum) * (double)sum));
}

/* The factors of a row: `unit` turns a lifted exponential into probability times k, `factor` into a gradient. */
FX_INLINE void FX(sm_factors)(T s, T a, T lse, double z_loss, double k, double *unit, T *factor) {
    *unit = k / ((double)FX_LIFT + (double)s);
    *factor = (T)(*unit * ((double)a + (z_loss == 0.0 ? 0.0 : 2.0 * z_loss * (double)lse)));
}

/* The gradient of a class whose probability may exceed 1/2, from that of all others. */
FX_INLINE T FX(sm_true)(double k, double unit, T a, T target, double z_loss, T lse, T s, T e) {
    const double rest = (double)s + ((double)FX_LIFT - (double)e);
    const double pull = z_loss == 0.0 ? 0.0 : 2.0 * z_loss * (double)lse * (double)e;
    return (T)(k * ((double)a - (double)target) + unit * (pull - (double)a * rest));
}

FX_INLINE T FX(sm_class_weight)(const fx_softmax_options *o, ptrdiff_t label) {
    return label < 0 ? 0 : o->class_weight ? (T)o->class_weight[label] : 1;
}

FX_INLINE int FX(sm_odd_factor)(double k) {
    const double size = k < 0 ? -k : k;
    return !(size <= FX_BIG_FACTOR && (size >= FX_SMALL_FACTOR || size == 0.0));
}

#include "softmax_general.h"
#include "softmax_rows.h"
#include "softmax_tiles.h"
