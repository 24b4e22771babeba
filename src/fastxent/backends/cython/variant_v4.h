/* x86-64-v4: AVX-512, in full width. Standard headers come first, so that their functions keep the baseline. */
#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx,avx2,bmi,bmi2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl"))), apply_to = function)
#else
#pragma GCC target("avx,avx2,bmi,bmi2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl")
#pragma GCC target("prefer-vector-width=512")
#endif
#define FX_FMA
#define FX_NAMED(name) fx_##name##_v4
/* Laws are bound by memory: wider kernels of theirs would double the library for little. */
#define FX_KERNEL(name) fx_##name##_v3
#define FX_VARIANT_NAME "v4"
