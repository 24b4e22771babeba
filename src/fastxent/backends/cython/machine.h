/* The machine operations that primitives are written in, for both dtypes. A variant that has a fused
 * multiply-add defines FX_FMA before including this. */
#ifndef FX_MACHINE_H
#define FX_MACHINE_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(_MSC_VER)
#define FX_INLINE static __forceinline
#define FX_RESTRICT __restrict
#define FX_NOINLINE __declspec(noinline)
#else
#define FX_INLINE static inline __attribute__((always_inline, unused))
#define FX_RESTRICT restrict
#ifdef __clang__
#define FX_NOINLINE __attribute__((noinline, unused))
#else
#define FX_NOINLINE __attribute__((noinline, noclone, unused)) /* a clone for each setting of a switch is what to avoid */
#endif
#endif

#if defined(__GNUC__)
#define FX_FETCH(p) __builtin_prefetch(p)
#else
#define FX_FETCH(p) ((void)(p))
#endif

/* memcpy is the portable bit cast; compilers turn it into nothing, inside vectorised loops too. */
FX_INLINE uint32_t bits_f32(float x) { uint32_t b; memcpy(&b, &x, sizeof b); return b; }
FX_INLINE uint64_t bits_f64(double x) { uint64_t b; memcpy(&b, &x, sizeof b); return b; }
FX_INLINE float from_bits_f32(uint32_t b) { float x; memcpy(&x, &b, sizeof x); return x; }
FX_INLINE double from_bits_f64(uint64_t b) { double x; memcpy(&x, &b, sizeof x); return x; }

#ifdef FX_FMA
FX_INLINE float fma_f32(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
FX_INLINE double fma_f64(double a, double b, double c) { return __builtin_fma(a, b, c); }
#else
FX_INLINE float fma_f32(float a, float b, float c) { return a * b + c; }
FX_INLINE double fma_f64(double a, double b, double c) { return a * b + c; }
#endif

/* Whether the usual arm of a select is taken. Where `wild` is given, the arm is, and an exception only noted. */
FX_INLINE int usual_f32(int32_t *wild, int condition) {
    if (wild) *wild |= condition ? 0 : -1;
    return wild ? 1 : condition;
}
FX_INLINE int usual_f64(int64_t *wild, int condition) {
    if (wild) *wild |= condition ? 0 : -1;
    return wild ? 1 : condition;
}

FX_INLINE float rint_f32(float x) { return (x + 0x1.8p23f) - 0x1.8p23f; }
FX_INLINE double rint_f64(double x) { return (x + 0x1.8p52) - 0x1.8p52; }

FX_INLINE float clamp_f32(float x, float low, float high) {
    const float above = x < low ? low : x;
    return above > high ? high : above;
}
FX_INLINE double clamp_f64(double x, double low, double high) {
    const double above = x < low ? low : x;
    return above > high ? high : above;
}

FX_INLINE float sqrt_f32(float x) { return sqrtf(x); }
FX_INLINE double sqrt_f64(double x) { return sqrt(x); }

FX_INLINE float abs_f32(float x) { return from_bits_f32(bits_f32(x) & 0x7fffffffu); }
FX_INLINE double abs_f64(double x) { return from_bits_f64(bits_f64(x) & 0x7fffffffffffffffu); }

FX_INLINE float copysign_f32(float x, float s) {
    return from_bits_f32((bits_f32(x) & 0x7fffffffu) | (bits_f32(s) & 0x80000000u));
}
FX_INLINE double copysign_f64(double x, double s) {
    return from_bits_f64((bits_f64(x) & 0x7fffffffffffffffu) | (bits_f64(s) & 0x8000000000000000u));
}

/* Adding a magic number leaves n + bias in the low bits, from where a shift moves it into the exponent. */
FX_INLINE float pow2_f32(float n) { return from_bits_f32(bits_f32(n + (0x1.8p23f + 127.0f)) << 23); }
FX_INLINE double pow2_f64(double n) { return from_bits_f64(bits_f64(n + (0x1.8p52 + 1023.0)) << 52); }

/* x = 2^k m with m in [sqrt(1/2), sqrt(2)): the offset makes the exponent field carry over at sqrt(1/2). */
#define FX_OFFSET_F32 (0x3f800000u - 0x3f3504f3u)
#define FX_OFFSET_F64 (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu)
FX_INLINE float exponent_f32(float x) {
    return (float)((int32_t)((bits_f32(x) + FX_OFFSET_F32) >> 23) - 127);
}
FX_INLINE double exponent_f64(double x) { /* 2^52 + field, then subtract: AVX2 cannot convert 64-bit integers */
    return from_bits_f64(((bits_f64(x) + FX_OFFSET_F64) >> 52) | 0x4330000000000000u) - (0x1p52 + 1023.0);
}
FX_INLINE float significand_f32(float x) {
    return from_bits_f32(((bits_f32(x) + FX_OFFSET_F32) & 0x007fffffu) + 0x3f3504f3u);
}
FX_INLINE double significand_f64(double x) {
    return from_bits_f64(((bits_f64(x) + FX_OFFSET_F64) & 0x000fffffffffffffu) + 0x3fe6a09e667f3bcdu);
}

#endif
