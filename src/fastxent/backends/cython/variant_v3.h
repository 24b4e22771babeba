/* x86-64-v3: AVX2 and fused multiply-add. Standard headers come first, so that their functions keep the baseline. */
#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx,avx2,bmi,bmi2,fma"))), apply_to = function)
#else
#pragma GCC target("avx,avx2,bmi,bmi2,fma")
#endif
#define FX_FMA
#define FX_NAMED(name) fx_##name##_v3
#define FX_KERNEL(name) fx_##name##_v3
#define FX_VARIANT_NAME "v3"
