/* Elements in and out of chunks: any dtype, byte order, stride and alignment. */
#ifndef FX_CONVERT_H
#define FX_CONVERT_H

#include "fastxent.h"
#include "machine.h"

#include <float.h>

/* half <-> single by bits: scaling by a power of two also normalises subnormals */
FX_INLINE float half_to_f32(uint16_t h) {
    const uint32_t magnitude = (uint32_t)(h & 0x7fffu) << 13;
    const uint32_t finite = bits_f32(from_bits_f32(magnitude) * 0x1p112f);
    const uint32_t bits = magnitude >= (0x7c00u << 13) ? magnitude | 0x7f800000u : finite;
    return from_bits_f32(bits | (uint32_t)(h & 0x8000u) << 16);
}
FX_INLINE uint16_t half_from_f32(float x) {
    const uint32_t sign = bits_f32(x) >> 16 & 0x8000u, a = bits_f32(x) & 0x7fffffffu;
    const uint32_t tiny = bits_f32(from_bits_f32(a) + 0.5f) - 0x3f000000u; /* the addition rounds to subnormal halves */
    const uint32_t normal = (a + 0xc8000fffu + (a >> 13 & 1u)) >> 13;
    const uint32_t huge = a > 0x7f800000u ? 0x7e00u : 0x7c00u;
    return (uint16_t)(sign | (a >= 0x47800000u ? huge : a < 0x38800000u ? tiny : normal));
}
FX_INLINE float bfloat_to_f32(uint16_t b) { return from_bits_f32((uint32_t)b << 16); }
FX_INLINE uint16_t bfloat_from_f32(float x) {
    const uint32_t a = bits_f32(x), rounded = (a + 0x7fffu + (a >> 16 & 1u)) >> 16;
    return (uint16_t)((a & 0x7fffffffu) > 0x7f800000u ? (a >> 16 | 0x0040u) : rounded);
}

#define FX_AS_IS(x) (x)
#define FX_LOAD(NAME, S, READ, T)                                                                       \
    static void load_##NAME(const char *src, ptrdiff_t stride, ptrdiff_t n, void *dst) {                \
        T *FX_RESTRICT to = (T *)dst;                                                                    \
        S v;                                                                                            \
        if (stride == (ptrdiff_t)sizeof v)                                                              \
            for (ptrdiff_t i = 0; i < n; i++) {                                                         \
                memcpy(&v, src + i * (ptrdiff_t)sizeof v, sizeof v);                                    \
                to[i] = (T)READ(v);                                                                     \
            }                                                                                           \
        else                                                                                            \
            for (ptrdiff_t i = 0; i < n; i++) {                                                         \
                memcpy(&v, src + i * stride, sizeof v);                                                 \
                to[i] = (T)READ(v);                                                                     \
            }                                                                                           \
    }
#define FX_LOADS(S, T)                                                                                            \
    FX_LOAD(f32_##S, float, FX_AS_IS, T)                                                                          \
    FX_LOAD(f64_##S, double, FX_AS_IS, T)                                                                         \
    FX_LOAD(f16_##S, uint16_t, half_to_f32, T)                                                                    \
    FX_LOAD(bf16_##S, uint16_t, bfloat_to_f32, T)                                                                 \
    FX_LOAD(i8_##S, int8_t, FX_AS_IS, T)                                                                          \
    FX_LOAD(i16_##S, int16_t, FX_AS_IS, T)                                                                        \
    FX_LOAD(i32_##S, int32_t, FX_AS_IS, T)                                                                        \
    FX_LOAD(i64_##S, int64_t, FX_AS_IS, T)                                                                        \
    FX_LOAD(u8_##S, uint8_t, FX_AS_IS, T)                                                                         \
    FX_LOAD(u16_##S, uint16_t, FX_AS_IS, T)                                                                       \
    FX_LOAD(u32_##S, uint32_t, FX_AS_IS, T)                                                                       \
    FX_LOAD(u64_##S, uint64_t, FX_AS_IS, T)                                                                       \
    static void (*const fx_loads_##S[FX_N_DTYPES])(const char *, ptrdiff_t, ptrdiff_t, void *) = {                \
        load_f32_##S, load_f64_##S, load_f16_##S, load_bf16_##S, load_i8_##S, load_i16_##S, load_i32_##S,         \
        load_i64_##S, load_u8_##S,  load_u16_##S, load_u32_##S,  load_u64_##S};
FX_LOADS(f32, float)
FX_LOADS(f64, double)
FX_LOADS(i64, int64_t) /* from integer dtypes alone */
enum { FX_TO_SINGLE, FX_TO_DOUBLE, FX_TO_WHOLE }; /* what runs are loaded as: FX_IS_F64, or whole numbers */
static void (*const *const fx_loads[3])(const char *, ptrdiff_t, ptrdiff_t, void *) = {fx_loads_f32, fx_loads_f64,
                                                                                        fx_loads_i64};

#define FX_STORE(NAME, S, WRITE, T)                                                                     \
    static void store_##NAME(const void *src, char *dst, ptrdiff_t stride, ptrdiff_t n) {               \
        const T *FX_RESTRICT from = (const T *)src;                                                      \
        if (stride == (ptrdiff_t)sizeof(S))                                                             \
            for (ptrdiff_t i = 0; i < n; i++) {                                                         \
                const S v = WRITE(from[i]);                                                             \
                memcpy(dst + i * (ptrdiff_t)sizeof v, &v, sizeof v);                                    \
            }                                                                                           \
        else                                                                                            \
            for (ptrdiff_t i = 0; i < n; i++) {                                                         \
                const S v = WRITE(from[i]);                                                             \
                memcpy(dst + i * stride, &v, sizeof v);                                                 \
            }                                                                                           \
    }
#define FX_TO_F32(x) ((float)(x))
#define FX_TO_F64(x) ((double)(x))
#define FX_TO_F16(x) half_from_f32((float)(x))
#define FX_TO_BF16(x) bfloat_from_f32((float)(x))
#define FX_STORES(S, T)                                                                                 \
    FX_STORE(f32_##S, float, FX_TO_F32, T)                                                              \
    FX_STORE(f64_##S, double, FX_TO_F64, T)                                                             \
    FX_STORE(f16_##S, uint16_t, FX_TO_F16, T)                                                           \
    FX_STORE(bf16_##S, uint16_t, FX_TO_BF16, T)                                                         \
    static void (*const fx_stores_##S[4])(const void *, char *, ptrdiff_t, ptrdiff_t) = {               \
        store_f32_##S, store_f64_##S, store_f16_##S, store_bf16_##S};
FX_STORES(f32, float)
FX_STORES(f64, double)

static void fx_swap_copy(char *dst, const char *src, ptrdiff_t dst_stride, ptrdiff_t src_stride, ptrdiff_t n, int size) {
    for (ptrdiff_t i = 0; i < n; i++)
        for (int b = 0; b < size; b++) dst[i * dst_stride + b] = src[i * src_stride + size - 1 - b];
}

/* n elements, stride bytes apart, into a contiguous run of float, double or int64_t */
static void fx_load_run(const fx_array *a, const char *src, ptrdiff_t stride, ptrdiff_t n, void *dst, int kind) {
    const ptrdiff_t item = kind == FX_TO_SINGLE ? 4 : 8;
    char native[FX_CHUNK * 8];
    for (ptrdiff_t done = 0, run; a->swapped && done < n; done += run) {
        run = n - done < FX_CHUNK ? n - done : FX_CHUNK;
        fx_swap_copy(native, src + done * stride, a->itemsize, stride, run, a->itemsize);
        fx_loads[kind][a->dtype](native, a->itemsize, run, (char *)dst + done * item);
    }
    if (!a->swapped) fx_loads[kind][a->dtype](src, stride, n, dst);
}

static void fx_store_run(const fx_array *a, const void *src, char *dst, ptrdiff_t stride, ptrdiff_t n, int is_f64) {
    const ptrdiff_t item = is_f64 ? 8 : 4;
    char native[FX_CHUNK * 8];
    for (ptrdiff_t done = 0, run; a->swapped && done < n; done += run) {
        run = n - done < FX_CHUNK ? n - done : FX_CHUNK;
        (is_f64 ? fx_stores_f64 : fx_stores_f32)[a->dtype]((const char *)src + done * item, native, a->itemsize, run);
        fx_swap_copy(dst + done * stride, native, stride, a->itemsize, run, a->itemsize);
    }
    if (!a->swapped) (is_f64 ? fx_stores_f64 : fx_stores_f32)[a->dtype](src, dst, stride, n);
}

/* A walk over a space in runs along its last axis. */
typedef struct {
    const fx_space *space;
    ptrdiff_t index[FX_MAXDIM];
} fx_walk;

static void fx_walk_start(fx_walk *w, const fx_space *space, ptrdiff_t flat) {
    w->space = space;
    for (int d = space->ndim - 1; d > 0; d--) {
        w->index[d] = flat % space->shape[d];
        flat /= space->shape[d];
    }
    w->index[0] = flat;
}

FX_INLINE ptrdiff_t fx_walk_run(const fx_walk *w, ptrdiff_t left) {
    const int last = w->space->ndim - 1;
    const ptrdiff_t run = w->space->shape[last] - w->index[last];
    return run < left ? run : left;
}

FX_INLINE ptrdiff_t fx_walk_offset(const fx_walk *w, const ptrdiff_t *stride) {
    ptrdiff_t offset = 0;
    for (int d = 0; d < w->space->ndim; d++) offset += w->index[d] * stride[d];
    return offset;
}

FX_INLINE void fx_walk_step(fx_walk *w, ptrdiff_t run) {
    int d = w->space->ndim - 1;
    w->index[d] += run;
    for (; d > 0 && w->index[d] == w->space->shape[d]; d--) {
        w->index[d] = 0;
        w->index[d - 1]++;
    }
}

static void fx_gather(const fx_space *space, const fx_array *a, ptrdiff_t first, ptrdiff_t n, void *dst, int kind) {
    const ptrdiff_t item = kind == FX_TO_SINGLE ? 4 : 8;
    fx_walk w;
    fx_walk_start(&w, space, first);
    for (ptrdiff_t done = 0; done < n;) {
        const ptrdiff_t run = fx_walk_run(&w, n - done);
        fx_load_run(a, a->data + fx_walk_offset(&w, a->stride), a->stride[space->ndim - 1], run,
                    (char *)dst + done * item, kind);
        fx_walk_step(&w, run);
        done += run;
    }
}

static void fx_scatter(const fx_space *space, const fx_array *a, ptrdiff_t first, ptrdiff_t n, const void *src, int is_f64) {
    const ptrdiff_t item = is_f64 ? 8 : 4;
    fx_walk w;
    fx_walk_start(&w, space, first);
    for (ptrdiff_t done = 0; done < n;) {
        const ptrdiff_t run = fx_walk_run(&w, n - done);
        fx_store_run(a, (const char *)src + done * item, a->data + fx_walk_offset(&w, a->stride),
                     a->stride[space->ndim - 1], run, is_f64);
        fx_walk_step(&w, run);
        done += run;
    }
}

/* Weights are finite and not negative; others become nan and are reported. */
static int fx_check_weights(double *weight, ptrdiff_t n) {
    int64_t bad = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        const int64_t wrong = !((weight[i] >= 0.0) & (weight[i] <= DBL_MAX));
        bad |= wrong;
        weight[i] = wrong ? (double)NAN : weight[i];
    }
    return bad ? FX_BAD_WEIGHT : 0;
}

static double fx_sum_weights(const fx_space *space, const fx_array *weight, ptrdiff_t first, ptrdiff_t n) {
    double chunk[FX_CHUNK], lane[8] = {0}, total = 0;
    for (ptrdiff_t done = 0, run; done < n; done += run) {
        run = n - done < FX_CHUNK ? n - done : FX_CHUNK;
        fx_gather(space, weight, first + done, run, chunk, 1);
        fx_check_weights(chunk, run); /* a weight that is none makes the sum nan */
        for (ptrdiff_t i = run; i < FX_CHUNK; i++) chunk[i] = 0.0;
        for (ptrdiff_t i = 0; i < FX_CHUNK; i += 8)
            for (int l = 0; l < 8; l++) lane[l] += chunk[i + l];
    }
    for (int l = 0; l < 8; l++) total += lane[l];
    return total;
}

#endif
