/* The CPU's baseline: SSE2 on x86-64, NEON with fused multiply-add on AArch64. */
#if defined(__FMA__) || defined(__aarch64__)
#define FX_FMA
#endif
#define FX_NAMED(name) fx_##name##_base
#define FX_KERNEL(name) fx_##name##_base
#define FX_VARIANT_NAME "base"
