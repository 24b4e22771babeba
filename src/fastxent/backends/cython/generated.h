/* Generated from fastxent/formula and fastxent/laws; do not edit. */
#ifdef __GNUC__ /* a switch may leave a variable without a use */
#pragma GCC diagnostic ignored "-Wunused-variable"
#endif

FX_INLINE float exp_f32(const float x, int32_t *wild) {
    (void)wild;
    const int tame_0 = ((abs_f32(x) <= 0x1.5c00000000000p+6f));
    const float arm_1 = clamp_f32(x, -0x1.a000000000000p+6f, 0x1.6400000000000p+6f);
    const float clamped_2 = (fx_usual_f32(wild, tame_0) ? x : arm_1);
    const float n_3 = (fma_f32(clamped_2, 0x1.7154760000000p+0f, 0x1.8000000000000p+23f) - 0x1.8000000000000p+23f);
    const float r_4 = fma_f32(n_3, (-0x1.7f7d1c0000000p-20f), fma_f32(n_3, (-0x1.62e4000000000p-1f), clamped_2));
    const float x_5 = r_4;
    const float p_6 = fma_f32(0x1.6a4d840000000p-10f, x_5, 0x1.12398e0000000p-7f);
    const float p_7 = fma_f32(p_6, x_5, 0x1.5558b00000000p-5f);
    const float p_8 = fma_f32(p_7, x_5, 0x1.5554920000000p-3f);
    const float p_9 = fma_f32(p_8, x_5, 0x1.fffffc0000000p-2f);
    const float p_10 = fma_f32(p_9, x_5, 0x1.0000000000000p+0f);
    const float p_11 = fma_f32(p_10, x_5, 0x1.0000000000000p+0f);
    const float value_12 = p_11;
    const float half_13 = (fma_f32(n_3, 0x1.0000000000000p-1f, 0x1.8000000000000p+23f) - 0x1.8000000000000p+23f);
    const float arm_14 = (value_12 * pow2_f32(n_3));
    const float arm_15 = ((value_12 * pow2_f32(half_13)) * pow2_f32((n_3 - half_13)));
    return (fx_usual_f32(wild, tame_0) ? arm_14 : arm_15);
}

FX_INLINE float mulexp_f32(const float a, const float x, int32_t *wild) {
    (void)wild;
    const int tame_0 = ((abs_f32(x) <= 0x1.5c00000000000p+6f));
    const float arm_1 = clamp_f32(x, (-0x1.8600000000000p+7f), 0x1.8600000000000p+7f);
    const float clamped_2 = (fx_usual_f32(wild, tame_0) ? x : arm_1);
    const float n_3 = (fma_f32(clamped_2, 0x1.7154760000000p+0f, 0x1.8000000000000p+23f) - 0x1.8000000000000p+23f);
    const float r_4 = fma_f32(n_3, (-0x1.7f7d1c0000000p-20f), fma_f32(n_3, (-0x1.62e4000000000p-1f), clamped_2));
    const float x_5 = r_4;
    const float p_6 = fma_f32(0x1.6a4d840000000p-10f, x_5, 0x1.12398e0000000p-7f);
    const float p_7 = fma_f32(p_6, x_5, 0x1.5558b00000000p-5f);
    const float p_8 = fma_f32(p_7, x_5, 0x1.5554920000000p-3f);
    const float p_9 = fma_f32(p_8, x_5, 0x1.fffffc0000000p-2f);
    const float p_10 = fma_f32(p_9, x_5, 0x1.0000000000000p+0f);
    const float p_11 = fma_f32(p_10, x_5, 0x1.0000000000000p+0f);
    const float value_12 = p_11;
    const float third_13 = (fma_f32(n_3, 0x1.4000000000000p-2f, 0x1.8000000000000p+23f) - 0x1.8000000000000p+23f);
    const float arm_14 = pow2_f32(third_13);
    const float factor_15 = (((x == (-(float)INFINITY))) ? 0x0.0p+0f : arm_14);
    const float lifted_16 = (((a * factor_15) * factor_15) * (value_12 * pow2_f32((n_3 - (0x1.0000000000000p+1f * third_13)))));
    const float arm_17 = (a * (value_12 * pow2_f32(n_3)));
    return (fx_usual_f32(wild, tame_0) ? arm_17 : lifted_16);
}

FX_INLINE float expm1_f32(const float x, int32_t *wild) {
    (void)wild;
    const float clamped_0 = clamp_f32(x, -0x1.4000000000000p+4f, 0x1.6400000000000p+6f);
    const float n_1 = (fma_f32(clamped_0, 0x1.7154760000000p+0f, 0x1.8000000000000p+23f) - 0x1.8000000000000p+23f);
    const float r_2 = fma_f32(n_1, (-0x1.7f7d1c0000000p-20f), fma_f32(n_1, (-0x1.62e4000000000p-1f), clamped_0));
    const float x_3 = r_2;
    const float p_4 = fma_f32(0x1.9e735e0000000p-13f, x_3, 0x1.6d3a520000000p-10f);
    const float p_5 = fma_f32(p_4, x_3, 0x1.1112d80000000p-7f);
    const float p_6 = fma_f32(p_5, x_3, 0x1.5554f80000000p-5f);
    const float p_7 = fma_f32(p_6, x_3, 0x1.5555540000000p-3f);
    const float p_8 = fma_f32(p_7, x_3, 0x1.0000000000000p-1f);
    const float small_9 = fma_f32((r_2 * r_2), p_8, r_2);
    const float half_10 = pow2_f32((n_1 - 0x1.0000000000000p+0f));
    const float arm_11 = (0x1.0000000000000p+1f * fma_f32(half_10, small_9, (half_10 - 0x1.0000000000000p-1f)));
    return (((x == 0x0.0p+0f)) ? x : arm_11);
}

FX_INLINE float log_f32(const float x, int32_t *wild) {
    (void)wild;
    const int tiny_0 = ((x < 0x1.0000000000000p-126f));
    const float arm_1 = (x * 0x1.0000000000000p+32f);
    const float lifted_2 = (tiny_0 ? arm_1 : x);
    const float k_3 = (exponent_f32(lifted_2) - (tiny_0 ? 0x1.0000000000000p+5f : 0x0.0p+0f));
    const float f_4 = (significand_f32(lifted_2) - 0x1.0000000000000p+0f);
    const float x_5 = f_4;
    const float p_6 = fma_f32(-0x1.99a0260000000p-3f, x_5, 0x1.0002280000000p-2f);
    const float p_7 = fma_f32(-0x1.22d7e00000000p-3f, x_5, 0x1.54720e0000000p-3f);
    const float p_8 = fma_f32(-0x1.0569800000000p-3f, x_5, 0x1.0d85840000000p-3f);
    const float x_9 = x_5 * x_5;
    const float p_10 = fma_f32(p_7, x_9, p_6);
    const float p_11 = fma_f32(0x1.38d3c80000000p-4f, x_9, p_8);
    const float x_12 = x_9 * x_9;
    const float p_13 = fma_f32(p_11, x_12, p_10);
    const float p_14 = fma_f32(p_13, x_5, -0x1.5555540000000p-2f);
    const float p_15 = fma_f32(p_14, x_5, 0x1.0000000000000p-1f);
    const float tail_16 = fma_f32(k_3, 0x1.7f7d1c0000000p-20f, (-((f_4 * f_4) * p_15)));
    const float value_17 = fma_f32(k_3, 0x1.62e4000000000p-1f, (f_4 + tail_16));
    const float arm_18 = (-(float)INFINITY);
    const float arm_19 = (((x > 0x0.0p+0f)) ? x : (float)NAN);
    const float special_20 = (((x == 0x0.0p+0f)) ? arm_18 : arm_19);
    return ((((x > 0x0.0p+0f)) & ((x <= 0x1.fffffe0000000p+127f))) ? value_17 : special_20);
}

FX_INLINE float log_plus_f32(const float x, const float c, int32_t *wild) {
    (void)wild;
    const int tiny_0 = ((x < 0x1.0000000000000p-126f));
    const float arm_1 = (x * 0x1.0000000000000p+32f);
    const float lifted_2 = (tiny_0 ? arm_1 : x);
    const float k_3 = (exponent_f32(lifted_2) - (tiny_0 ? 0x1.0000000000000p+5f : 0x0.0p+0f));
    const float f_4 = (significand_f32(lifted_2) - 0x1.0000000000000p+0f);
    const float x_5 = f_4;
    const float p_6 = fma_f32(-0x1.99a0260000000p-3f, x_5, 0x1.0002280000000p-2f);
    const float p_7 = fma_f32(-0x1.22d7e00000000p-3f, x_5, 0x1.54720e0000000p-3f);
    const float p_8 = fma_f32(-0x1.0569800000000p-3f, x_5, 0x1.0d85840000000p-3f);
    const float x_9 = x_5 * x_5;
    const float p_10 = fma_f32(p_7, x_9, p_6);
    const float p_11 = fma_f32(0x1.38d3c80000000p-4f, x_9, p_8);
    const float x_12 = x_9 * x_9;
    const float p_13 = fma_f32(p_11, x_12, p_10);
    const float p_14 = fma_f32(p_13, x_5, -0x1.5555540000000p-2f);
    const float p_15 = fma_f32(p_14, x_5, 0x1.0000000000000p-1f);
    const float tail_16 = fma_f32(k_3, 0x1.7f7d1c0000000p-20f, (-((f_4 * f_4) * p_15)));
    const float value_17 = ((fma_f32(k_3, 0x1.62e4000000000p-1f, c) + f_4) + tail_16);
    const float arm_18 = (-(float)INFINITY);
    const float arm_19 = (((x > 0x0.0p+0f)) ? x : (float)NAN);
    const float special_20 = (((x == 0x0.0p+0f)) ? arm_18 : arm_19);
    const float arm_21 = (special_20 + c);
    return ((((x > 0x0.0p+0f)) & ((x <= 0x1.fffffe0000000p+127f))) ? value_17 : arm_21);
}

FX_INLINE float log1p_f32(const float x, int32_t *wild) {
    (void)wild;
    const float u_0 = (0x1.0000000000000p+0f + x);
    const float arm_1 = (0x1.0000000000000p+0f - (u_0 - x));
    const float arm_2 = (x - (u_0 - 0x1.0000000000000p+0f));
    const float lost_3 = (((x > 0x1.0000000000000p+0f)) ? arm_1 : arm_2);
    const float k_4 = exponent_f32(u_0);
    const float f_5 = ((significand_f32(u_0) - 0x1.0000000000000p+0f) + (lost_3 * pow2_f32((-clamp_f32(k_4, (-0x1.0000000000000p+6f), 0x1.0000000000000p+6f)))));
    const float x_6 = f_5;
    const float p_7 = fma_f32(-0x1.99a0260000000p-3f, x_6, 0x1.0002280000000p-2f);
    const float p_8 = fma_f32(-0x1.22d7e00000000p-3f, x_6, 0x1.54720e0000000p-3f);
    const float p_9 = fma_f32(-0x1.0569800000000p-3f, x_6, 0x1.0d85840000000p-3f);
    const float x_10 = x_6 * x_6;
    const float p_11 = fma_f32(p_8, x_10, p_7);
    const float p_12 = fma_f32(0x1.38d3c80000000p-4f, x_10, p_9);
    const float x_13 = x_10 * x_10;
    const float p_14 = fma_f32(p_12, x_13, p_11);
    const float p_15 = fma_f32(p_14, x_6, -0x1.5555540000000p-2f);
    const float p_16 = fma_f32(p_15, x_6, 0x1.0000000000000p-1f);
    const float tail_17 = fma_f32(k_4, 0x1.7f7d1c0000000p-20f, (-((f_5 * f_5) * p_16)));
    const float value_18 = fma_f32(k_4, 0x1.62e4000000000p-1f, (f_5 + tail_17));
    const float arm_19 = (-(float)INFINITY);
    const float arm_20 = (((u_0 > 0x0.0p+0f)) ? u_0 : (float)NAN);
    const float special_21 = (((u_0 == 0x0.0p+0f)) ? arm_19 : arm_20);
    return ((((u_0 > 0x0.0p+0f)) & ((u_0 <= 0x1.fffffe0000000p+127f))) ? value_18 : special_21);
}

FX_INLINE float log1p_unit_f32(const float t, int32_t *wild) {
    (void)wild;
    const float x_0 = t;
    const float p_1 = fma_f32(-0x1.94f9d40000000p-3f, x_0, 0x1.ff7d5a0000000p-3f);
    const float p_2 = fma_f32(-0x1.c38fd40000000p-4f, x_0, 0x1.3edb520000000p-3f);
    const float p_3 = fma_f32(-0x1.6657100000000p-6f, x_0, 0x1.f302940000000p-5f);
    const float x_4 = x_0 * x_0;
    const float p_5 = fma_f32(p_2, x_4, p_1);
    const float p_6 = fma_f32(0x1.e1e2fe0000000p-9f, x_4, p_3);
    const float x_7 = x_4 * x_4;
    const float p_8 = fma_f32(p_6, x_7, p_5);
    const float p_9 = fma_f32(p_8, x_0, -0x1.55527e0000000p-2f);
    const float p_10 = fma_f32(p_9, x_0, 0x1.0000000000000p-1f);
    return fma_f32((-(t * t)), p_10, t);
}

FX_INLINE float tanh_f32(const float x, int32_t *wild) {
    (void)wild;
    const float size_0 = abs_f32(x);
    const float z_1 = (x * x);
    const float x_2 = z_1;
    const float p_3 = fma_f32(-0x1.94a5b40000000p-8f, x_2, 0x1.581e3e0000000p-6f);
    const float p_4 = fma_f32(p_3, x_2, -0x1.b906ea0000000p-5f);
    const float p_5 = fma_f32(p_4, x_2, 0x1.110c620000000p-3f);
    const float p_6 = fma_f32(p_5, x_2, -0x1.5555480000000p-2f);
    const float near_7 = fma_f32((size_0 * z_1), p_6, size_0);
    const float far_8 = (0x1.0000000000000p+0f - (0x1.0000000000000p+1f / (exp_f32((0x1.0000000000000p+1f * size_0), wild) + 0x1.0000000000000p+0f)));
    return copysign_f32((((size_0 < 0x1.2000000000000p-1f)) ? near_7 : far_8), x);
}

FX_INLINE float sech2_f32(const float x, int32_t *wild) {
    (void)wild;
    const float e_0 = exp_f32(((-0x1.0000000000000p+1f) * abs_f32(x)), wild);
    return ((0x1.0000000000000p+2f * e_0) / ((0x1.0000000000000p+0f + e_0) * (0x1.0000000000000p+0f + e_0)));
}

FX_INLINE float mul0_f32(const float a, const float b, int32_t *wild) {
    (void)wild;
    const float arm_0 = (a * b);
    const float arm_1 = (((a == a)) ? 0x0.0p+0f : a);
    return (((b != 0x0.0p+0f)) ? arm_0 : arm_1);
}

FX_INLINE float lgamma_f32(const float x, int32_t *wild) {
    (void)wild;
    const int below_0 = ((x < 0x1.0000000000000p+0f));
    const float arm_1 = (x - 0x1.0000000000000p+0f);
    const float arm_2 = (x - 0x1.0000000000000p+1f);
    const float d_3 = (below_0 ? arm_1 : arm_2);
    const float x_4 = d_3;
    const float p_5 = fma_f32(-0x1.95d9ec0000000p-7f, x_4, 0x1.0e0c6c0000000p-5f);
    const float p_6 = fma_f32(-0x1.115d7c0000000p-9f, x_4, 0x1.47e5e80000000p-8f);
    const float p_7 = fma_f32(-0x1.18e8300000000p-11f, x_4, 0x1.d280fe0000000p-11f);
    const float p_8 = fma_f32(0x1.508ad00000000p-13f, x_4, 0x1.5f6f3e0000000p-13f);
    const float x_9 = x_4 * x_4;
    const float p_10 = fma_f32(p_6, x_9, p_5);
    const float p_11 = fma_f32(p_8, x_9, p_7);
    const float x_12 = x_9 * x_9;
    const float p_13 = fma_f32(p_11, x_12, p_10);
    const float x_14 = x_12 * x_12;
    const float p_15 = fma_f32(0x1.fb5b9e0000000p-13f, x_14, p_13);
    const float p_16 = fma_f32(p_15, x_4, -0x1.9ae64c0000000p-4f);
    const float p_17 = fma_f32(p_16, x_4, 0x1.b0ee600000000p-2f);
    const float near_18 = ((d_3 * (0x1.0000000000000p+0f + d_3)) * p_17);
    const float inverse_19 = (0x1.0000000000000p+0f / x);
    const float small_20 = clamp_f32(inverse_19, 0x0.0p+0f, 0x1.999999999999ap-2f);
    const float x_21 = (small_20 * small_20);
    const float p_22 = fma_f32(-0x1.97157e0000000p-12f, x_21, 0x1.94357a0000000p-11f);
    const float p_23 = fma_f32(p_22, x_21, -0x1.6bf50c0000000p-9f);
    const float p_24 = fma_f32(p_23, x_21, 0x1.5555520000000p-4f);
    const float series_25 = (small_20 * p_24);
    const float far_26 = fma_f32((x - 0x1.0000000000000p-1f), log_plus_f32(x, (-0x1.0000000000000p+0f), wild), (0x1.acfe3a0000000p-2f + series_25));
    const float shifted_27 = (-log_plus_f32(x, (-near_18), wild));
    const float arm_28 = (below_0 ? shifted_27 : near_18);
    return (((x < 0x1.4000000000000p+1f)) ? arm_28 : far_26);
}

FX_INLINE float binet_slope_f32(const float x, const float log_x, int32_t *wild) {
    (void)wild;
    const float w_0 = (0x1.0000000000000p+0f / (x + 0x1.8000000000000p-1f));
    const float x_1 = fma_f32((-0x1.4000000000000p+1f), w_0, 0x1.0000000000000p+0f);
    const float p_2 = fma_f32(-0x1.d2521c0000000p-10f, x_1, 0x1.47f1ae0000000p-7f);
    const float p_3 = fma_f32(-0x1.848fc40000000p-13f, x_1, 0x1.e686e80000000p-12f);
    const float p_4 = fma_f32(-0x1.c6d9d20000000p-17f, x_1, 0x1.9892aa0000000p-15f);
    const float p_5 = fma_f32(-0x1.6f2ba40000000p-19f, x_1, 0x1.a709480000000p-18f);
    const float x_6 = x_1 * x_1;
    const float p_7 = fma_f32(p_3, x_6, p_2);
    const float p_8 = fma_f32(p_5, x_6, p_4);
    const float x_9 = x_6 * x_6;
    const float p_10 = fma_f32(p_8, x_9, p_7);
    const float x_11 = x_9 * x_9;
    const float p_12 = fma_f32(0x1.e987b80000000p-21f, x_11, p_10);
    const float p_13 = fma_f32(p_12, x_1, -0x1.4e925e0000000p-5f);
    const float p_14 = fma_f32(p_13, x_1, 0x1.d99bca0000000p-4f);
    const float far_15 = (w_0 * p_14);
    const float x_16 = (0x1.0000000000000p-1f - x);
    const float p_17 = fma_f32(-0x1.3081f20000000p-2f, x_16, -0x1.7485820000000p-1f);
    const float p_18 = fma_f32(-0x1.f1431e0000000p-4f, x_16, -0x1.44b8080000000p-3f);
    const float p_19 = fma_f32(-0x1.c837ce0000000p-3f, x_16, 0x1.4c828c0000000p-6f);
    const float p_20 = fma_f32(-0x1.4024c20000000p-3f, x_16, 0x1.a28c260000000p-3f);
    const float x_21 = x_16 * x_16;
    const float p_22 = fma_f32(p_18, x_21, p_17);
    const float p_23 = fma_f32(p_20, x_21, p_19);
    const float x_24 = x_21 * x_21;
    const float p_25 = fma_f32(p_23, x_24, p_22);
    const float p_26 = fma_f32(p_25, x_16, 0x1.3271100000000p+0f);
    const float p_27 = fma_f32(p_26, x_16, 0x1.14da000000000p-3f);
    const float near_28 = (mul0_f32((log_x + 0x1.62e4300000000p-1f), x, wild) + p_27);
    return (((x < 0x1.0000000000000p-1f)) ? near_28 : far_15);
}

FX_INLINE float digamma_f32(const float x, int32_t *wild) {
    (void)wild;
    const int below_0 = ((x < 0x1.0000000000000p+0f));
    const float arm_1 = (x + 0x1.0000000000000p+0f);
    const float t_2 = (below_0 ? arm_1 : x);
    const float x_3 = (t_2 - 0x1.8000000000000p+0f);
    const float p_4 = fma_f32(-0x1.2fee500000000p-3f, x_3, 0x1.eca1120000000p-3f);
    const float p_5 = fma_f32(-0x1.fbcc9a0000000p-5f, x_3, 0x1.8523dc0000000p-4f);
    const float p_6 = fma_f32(-0x1.ac57720000000p-6f, x_3, 0x1.4d4b2c0000000p-5f);
    const float p_7 = fma_f32(-0x1.021bfa0000000p-6f, x_3, 0x1.21d45c0000000p-6f);
    const float x_8 = x_3 * x_3;
    const float p_9 = fma_f32(p_5, x_8, p_4);
    const float p_10 = fma_f32(p_7, x_8, p_6);
    const float x_11 = x_8 * x_8;
    const float p_12 = fma_f32(p_10, x_11, p_9);
    const float x_13 = x_11 * x_11;
    const float p_14 = fma_f32(0x1.4d904e0000000p-7f, x_13, p_12);
    const float p_15 = fma_f32(p_14, x_3, -0x1.b1cb620000000p-2f);
    const float p_16 = fma_f32(p_15, x_3, 0x1.e6f0cc0000000p-1f);
    const float near_17 = (((t_2 - 0x1.762d860000000p+0f) - 0x1.ab5f200000000p-27f) * p_16);
    const float inverse_18 = (0x1.0000000000000p+0f / (((x >= 0x0.0p+0f)) ? x : (float)NAN));
    const float far_19 = log_plus_f32(x, ((-(0x1.0000000000000p-1f + binet_slope_f32(x, 0x0.0p+0f, wild))) * inverse_18), wild);
    const float arm_20 = (near_17 - (below_0 ? inverse_18 : 0x0.0p+0f));
    return (((x < 0x1.0000000000000p+1f)) ? arm_20 : far_19);
}

FX_INLINE float binet_curve_f32(const float x, const float log_x, int32_t *wild) {
    (void)wild;
    const float w_0 = (0x1.0000000000000p+0f / (x + 0x1.8000000000000p-1f));
    const float x_1 = fma_f32((-0x1.4000000000000p+1f), w_0, 0x1.0000000000000p+0f);
    const float p_2 = fma_f32(0x1.1ba2d60000000p-8f, x_1, -0x1.794ae00000000p-8f);
    const float p_3 = fma_f32(-0x1.d07fe20000000p-18f, x_1, -0x1.b7de7c0000000p-12f);
    const float p_4 = fma_f32(0x1.d674020000000p-17f, x_1, -0x1.dd5d5c0000000p-14f);
    const float p_5 = fma_f32(0x1.7f9bbc0000000p-18f, x_1, 0x1.7fd07a0000000p-18f);
    const float x_6 = x_1 * x_1;
    const float p_7 = fma_f32(p_3, x_6, p_2);
    const float p_8 = fma_f32(p_5, x_6, p_4);
    const float x_9 = x_6 * x_6;
    const float p_10 = fma_f32(p_8, x_9, p_7);
    const float x_11 = x_9 * x_9;
    const float p_12 = fma_f32(-0x1.1d32de0000000p-19f, x_11, p_10);
    const float p_13 = fma_f32(p_12, x_1, -0x1.8d49c60000000p-6f);
    const float p_14 = fma_f32(p_13, x_1, 0x1.c0a0480000000p-4f);
    const float far_15 = (w_0 * p_14);
    const float x_16 = (0x1.0000000000000p-1f - x);
    const float p_17 = fma_f32(-0x1.4c97fc0000000p-1f, x_16, -0x1.c82a0c0000000p-1f);
    const float p_18 = fma_f32(-0x1.886dd20000000p-2f, x_16, -0x1.f8f3780000000p-2f);
    const float p_19 = fma_f32(-0x1.23a9d00000000p-1f, x_16, -0x1.8b24380000000p-3f);
    const float p_20 = fma_f32(-0x1.6f28720000000p-1f, x_16, 0x1.1266140000000p-1f);
    const float x_21 = x_16 * x_16;
    const float p_22 = fma_f32(p_18, x_21, p_17);
    const float p_23 = fma_f32(p_20, x_21, p_19);
    const float x_24 = x_21 * x_21;
    const float p_25 = fma_f32(p_23, x_24, p_22);
    const float p_26 = fma_f32(p_25, x_16, -0x1.7488560000000p+0f);
    const float p_27 = fma_f32(p_26, x_16, 0x1.9388ca0000000p-3f);
    const float near_28 = mul0_f32((p_27 - (log_x + 0x1.62e4300000000p-1f)), x, wild);
    return (((x < 0x1.0000000000000p-1f)) ? near_28 : far_15);
}

FX_INLINE float trigamma_f32(const float x, int32_t *wild) {
    (void)wild;
    const float inverse_0 = (0x1.0000000000000p+0f / x);
    const float log_x_1 = log_f32(x, wild);
    return ((0x1.0000000000000p+0f + ((0x1.0000000000000p-1f + (binet_slope_f32(x, log_x_1, wild) + binet_curve_f32(x, log_x_1, wild))) * inverse_0)) * inverse_0);
}

FX_INLINE float binet_f32(const float x, const float log_x, int32_t *wild) {
    (void)wild;
    const float w_0 = (0x1.0000000000000p+0f / (x + 0x1.8000000000000p-1f));
    const float x_1 = fma_f32((-0x1.4000000000000p+1f), w_0, 0x1.0000000000000p+0f);
    const float p_2 = fma_f32(-0x1.879d1e0000000p-8f, x_1, 0x1.1a6f520000000p-6f);
    const float p_3 = fma_f32(-0x1.9c74e00000000p-11f, x_1, 0x1.15ef7c0000000p-9f);
    const float p_4 = fma_f32(-0x1.ddc1660000000p-14f, x_1, 0x1.39c1b20000000p-12f);
    const float p_5 = fma_f32(-0x1.d634ee0000000p-17f, x_1, 0x1.3820a40000000p-15f);
    const float p_6 = fma_f32(-0x1.37be2c0000000p-18f, x_1, 0x1.7a94e40000000p-17f);
    const float x_7 = x_1 * x_1;
    const float p_8 = fma_f32(p_3, x_7, p_2);
    const float p_9 = fma_f32(p_5, x_7, p_4);
    const float x_10 = x_7 * x_7;
    const float p_11 = fma_f32(p_9, x_10, p_8);
    const float x_12 = x_10 * x_10;
    const float p_13 = fma_f32(p_6, x_12, p_11);
    const float p_14 = fma_f32(p_13, x_1, -0x1.83ba420000000p-5f);
    const float p_15 = fma_f32(p_14, x_1, 0x1.e2b8480000000p-4f);
    const float far_16 = (w_0 * p_15);
    const float x_17 = (0x1.0000000000000p-1f - x);
    const float p_18 = fma_f32(0x1.e2ab6a0000000p-6f, x_17, -0x1.042d300000000p-8f);
    const float p_19 = fma_f32(p_18, x_17, 0x1.3183300000000p-5f);
    const float p_20 = fma_f32(p_19, x_17, 0x1.d195d20000000p-5f);
    const float p_21 = fma_f32(p_20, x_17, 0x1.1b59020000000p-3f);
    const float p_22 = fma_f32(p_21, x_17, 0x1.de9b300000000p-2f);
    const float p_23 = fma_f32(p_22, x_17, -0x1.bac97c0000000p+0f);
    const float p_24 = fma_f32(p_23, x_17, 0x1.3a37a00000000p-3f);
    const float near_25 = fma_f32(((-0x1.0000000000000p-1f) - x), (log_x + 0x1.62e4300000000p-1f), p_24);
    return (((x < 0x1.0000000000000p-1f)) ? near_25 : far_16);
}

FX_INLINE float share_of_1_f32(const float x, int32_t *wild) {
    (void)wild;
    const float total_0 = (x + 0x1.0000000000000p+0f);
    const float arm_1 = (x - (total_0 - 0x1.0000000000000p+0f));
    const float arm_2 = (0x1.0000000000000p+0f - (total_0 - x));
    const float lost_3 = (((x < 0x1.0000000000000p+0f)) ? arm_1 : arm_2);
    const float w_4 = (0x1.0000000000000p+0f / total_0);
    const float rest_5 = (w_4 * (fma_f32((-total_0), w_4, 0x1.0000000000000p+0f) - (lost_3 * w_4)));
    return (w_4 + (((x < 0x1.0000000000000p+30f)) ? rest_5 : 0x0.0p+0f));
}

FX_INLINE float excess_share_f32(const float x, int32_t *wild) {
    (void)wild;
    const float total_0 = (x + 0x1.0000000000000p+0f);
    const float arm_1 = (x - (total_0 - 0x1.0000000000000p+0f));
    const float arm_2 = (0x1.0000000000000p+0f - (total_0 - x));
    const float lost_3 = (((x < 0x1.0000000000000p+0f)) ? arm_1 : arm_2);
    const float w_4 = (0x1.0000000000000p+0f / total_0);
    const float rest_5 = (w_4 * (fma_f32((-total_0), w_4, 0x1.0000000000000p+0f) - (lost_3 * w_4)));
    return (fma_f32((-0x1.0000000000000p+1f), w_4, 0x1.0000000000000p+0f) - (0x1.0000000000000p+1f * (((x < 0x1.0000000000000p+30f)) ? rest_5 : 0x0.0p+0f)));
}

FX_INLINE float half_step_f32(const float x, const float log_x, int32_t *wild) {
    (void)wild;
    const float w_0 = share_of_1_f32(x, wild);
    const float x_1 = excess_share_f32(x, wild);
    const float p_2 = fma_f32(-0x1.e974b80000000p-4f, x_1, 0x1.3648fa0000000p-3f);
    const float p_3 = fma_f32(-0x1.4ffb0c0000000p-4f, x_1, 0x1.8f99100000000p-4f);
    const float p_4 = fma_f32(-0x1.fdb0580000000p-5f, x_1, 0x1.203ffe0000000p-4f);
    const float p_5 = fma_f32(-0x1.ba3fb40000000p-5f, x_1, 0x1.dceebc0000000p-5f);
    const float p_6 = fma_f32(-0x1.36b16e0000000p-6f, x_1, 0x1.4a2f940000000p-5f);
    const float x_7 = x_1 * x_1;
    const float p_8 = fma_f32(p_3, x_7, p_2);
    const float p_9 = fma_f32(p_5, x_7, p_4);
    const float p_10 = fma_f32(0x1.051e5c0000000p-8f, x_7, p_6);
    const float x_11 = x_7 * x_7;
    const float p_12 = fma_f32(p_9, x_11, p_8);
    const float x_13 = x_11 * x_11;
    const float p_14 = fma_f32(p_10, x_13, p_12);
    const float p_15 = fma_f32(p_14, x_1, -0x1.8c0e940000000p-3f);
    const float p_16 = fma_f32(p_15, x_1, 0x1.dd72b60000000p-3f);
    const float far_17 = (w_0 * fma_f32(w_0, p_16, 0x1.0000000000000p-3f));
    const float x_18 = (0x1.0000000000000p-1f - x);
    const float p_19 = fma_f32(-0x1.0d9dc80000000p-2f, x_18, -0x1.6b91800000000p-2f);
    const float p_20 = fma_f32(-0x1.1cca9c0000000p-2f, x_18, -0x1.9981540000000p-3f);
    const float p_21 = fma_f32(-0x1.7694820000000p+0f, x_18, 0x1.4a8daa0000000p-2f);
    const float p_22 = fma_f32(-0x1.87ceea0000000p+0f, x_18, 0x1.ec1cf40000000p+0f);
    const float x_23 = x_18 * x_18;
    const float p_24 = fma_f32(p_20, x_23, p_19);
    const float p_25 = fma_f32(p_22, x_23, p_21);
    const float x_26 = x_23 * x_23;
    const float p_27 = fma_f32(p_25, x_26, p_24);
    const float p_28 = fma_f32(p_27, x_18, -0x1.3a37a00000000p-1f);
    const float p_29 = fma_f32(p_28, x_18, 0x1.ce6bb20000000p-3f);
    const float near_30 = fma_f32((-0x1.0000000000000p-1f), (log_x + 0x1.62e4300000000p-1f), p_29);
    return (((x < 0x1.0000000000000p-1f)) ? near_30 : far_17);
}

FX_INLINE float half_step_slope_f32(const float x, int32_t *wild) {
    (void)wild;
    const float w_0 = share_of_1_f32(x, wild);
    const float x_1 = excess_share_f32(x, wild);
    const float p_2 = fma_f32(-0x1.7b50220000000p-7f, x_1, 0x1.4d22100000000p-5f);
    const float p_3 = fma_f32(-0x1.860fce0000000p-10f, x_1, 0x1.084bae0000000p-8f);
    const float p_4 = fma_f32(-0x1.4b23f60000000p-13f, x_1, 0x1.b3ced80000000p-12f);
    const float p_5 = fma_f32(-0x1.56d7ac0000000p-17f, x_1, 0x1.cd42120000000p-15f);
    const float p_6 = fma_f32(-0x1.d53c360000000p-19f, x_1, 0x1.18298a0000000p-17f);
    const float x_7 = x_1 * x_1;
    const float p_8 = fma_f32(p_3, x_7, p_2);
    const float p_9 = fma_f32(p_5, x_7, p_4);
    const float x_10 = x_7 * x_7;
    const float p_11 = fma_f32(p_9, x_10, p_8);
    const float x_12 = x_10 * x_10;
    const float p_13 = fma_f32(p_6, x_12, p_11);
    const float p_14 = fma_f32(p_13, x_1, -0x1.c9c9ca0000000p-4f);
    const float p_15 = fma_f32(p_14, x_1, 0x1.a37a020000000p-3f);
    return (w_0 * fma_f32(w_0, p_15, 0x1.0000000000000p-3f));
}

FX_INLINE float half_step_curve_f32(const float x, int32_t *wild) {
    (void)wild;
    const float w_0 = share_of_1_f32(x, wild);
    const float arm_1 = (x * w_0);
    const float arm_2 = (0x1.0000000000000p+0f - w_0);
    const float share_3 = (((x < 0x1.0000000000000p+0f)) ? arm_1 : arm_2);
    const float x_4 = excess_share_f32(x, wild);
    const float p_5 = fma_f32(-0x1.2f254e0000000p-4f, x_4, 0x1.9441640000000p-3f);
    const float p_6 = fma_f32(-0x1.a7079a0000000p-7f, x_4, 0x1.031baa0000000p-5f);
    const float p_7 = fma_f32(-0x1.e4c7ee0000000p-10f, x_4, 0x1.24a41e0000000p-8f);
    const float p_8 = fma_f32(-0x1.edf64c0000000p-13f, x_4, 0x1.291dae0000000p-11f);
    const float p_9 = fma_f32(0x1.319d1e0000000p-18f, x_4, 0x1.be0fbe0000000p-13f);
    const float p_10 = fma_f32(-0x1.6b3c480000000p-16f, x_4, -0x1.ca8d7c0000000p-16f);
    const float x_11 = x_4 * x_4;
    const float p_12 = fma_f32(p_6, x_11, p_5);
    const float p_13 = fma_f32(p_8, x_11, p_7);
    const float p_14 = fma_f32(p_10, x_11, p_9);
    const float x_15 = x_11 * x_11;
    const float p_16 = fma_f32(p_13, x_15, p_12);
    const float x_17 = x_15 * x_15;
    const float p_18 = fma_f32(p_14, x_17, p_16);
    const float p_19 = fma_f32(p_18, x_4, -0x1.aa9fda0000000p-2f);
    const float p_20 = fma_f32(p_19, x_4, 0x1.0af63a0000000p-1f);
    return (share_3 * (w_0 * fma_f32(w_0, p_20, 0x1.0000000000000p-3f)));
}

FX_INLINE float log_factorial_excess_f32(const float x, int32_t *wild) {
    (void)wild;
    const float log_x_0 = log_f32(x, wild);
    const int between_1 = ((x > 0x1.8000000000000p+0f));
    const float arm_2 = (x - 0x1.0000000000000p+1f);
    const float arm_3 = (x - 0x1.0000000000000p+0f);
    const float d_4 = (between_1 ? arm_2 : arm_3);
    const float arm_5 = (x - 0x1.0000000000000p+0f);
    const float factor_6 = (between_1 ? arm_5 : x);
    const float x_7 = d_4;
    const float p_8 = fma_f32(-0x1.95d9ec0000000p-7f, x_7, 0x1.0e0c6c0000000p-5f);
    const float p_9 = fma_f32(-0x1.115d7c0000000p-9f, x_7, 0x1.47e5e80000000p-8f);
    const float p_10 = fma_f32(-0x1.18e8300000000p-11f, x_7, 0x1.d280fe0000000p-11f);
    const float p_11 = fma_f32(0x1.508ad00000000p-13f, x_7, 0x1.5f6f3e0000000p-13f);
    const float x_12 = x_7 * x_7;
    const float p_13 = fma_f32(p_9, x_12, p_8);
    const float p_14 = fma_f32(p_11, x_12, p_10);
    const float x_15 = x_12 * x_12;
    const float p_16 = fma_f32(p_14, x_15, p_13);
    const float x_17 = x_15 * x_15;
    const float p_18 = fma_f32(0x1.fb5b9e0000000p-13f, x_17, p_16);
    const float p_19 = fma_f32(p_18, x_7, -0x1.9ae64c0000000p-4f);
    const float p_20 = fma_f32(p_19, x_7, 0x1.b0ee600000000p-2f);
    const float rest_21 = ((d_4 * factor_6) * p_20);
    const float arm_22 = (rest_21 + log_x_0);
    const float near_23 = (mul0_f32((0x1.0000000000000p+0f - log_x_0), x, wild) + (between_1 ? arm_22 : rest_21));
    const float inverse_24 = (0x1.0000000000000p+0f / x);
    const float small_25 = clamp_f32(inverse_24, 0x0.0p+0f, 0x1.999999999999ap-2f);
    const float x_26 = (small_25 * small_25);
    const float p_27 = fma_f32(-0x1.97157e0000000p-12f, x_26, 0x1.94357a0000000p-11f);
    const float p_28 = fma_f32(p_27, x_26, -0x1.6bf50c0000000p-9f);
    const float p_29 = fma_f32(p_28, x_26, 0x1.5555520000000p-4f);
    const float far_30 = (fma_f32(0x1.0000000000000p-1f, log_x_0, 0x1.d67f1c0000000p-1f) + (small_25 * p_29));
    return (((x < 0x1.4000000000000p+1f)) ? near_23 : far_30);
}

FX_INLINE float deviance_f32(const float x, const float m, const float log_m, int32_t *wild) {
    (void)wild;
    const float total_0 = (x + m);
    const float arm_1 = ((x - m) / total_0);
    const float arm_2 = (((0x1.0000000000000p-1f * x) - (0x1.0000000000000p-1f * m)) / ((0x1.0000000000000p-1f * x) + (0x1.0000000000000p-1f * m)));
    const float v_3 = (fx_usual_f32(wild, ((total_0 <= 0x1.fffffe0000000p+127f))) ? arm_1 : arm_2);
    const float z_4 = (v_3 * v_3);
    const float x_5 = z_4;
    const float p_6 = fma_f32(0x1.5b16a80000000p-3f, x_5, 0x1.d0e4ae0000000p-5f);
    const float p_7 = fma_f32(p_6, x_5, 0x1.de26400000000p-4f);
    const float p_8 = fma_f32(p_7, x_5, 0x1.23ac100000000p-3f);
    const float p_9 = fma_f32(p_8, x_5, 0x1.99a1400000000p-3f);
    const float p_10 = fma_f32(p_9, x_5, 0x1.55554c0000000p-2f);
    const float near_11 = fma_f32((x * ((0x1.0000000000000p+1f * v_3) * z_4)), p_10, (v_3 * (x - m)));
    const float ratio_12 = (x / m);
    const int usable_13 = (((ratio_12 >= 0x1.0000000000000p-126f)) & ((ratio_12 <= 0x1.fffffe0000000p+127f)) & ((m >= 0x1.0000000000000p-126f)));
    const float log_ratio_14 = (log_f32((usable_13 ? ratio_12 : x), wild) - (usable_13 ? 0x0.0p+0f : log_m));
    const float far_15 = fma_f32(x, log_ratio_14, (m - x));
    const float value_16 = (((z_4 < 0x1.0000000000000p-2f)) ? near_11 : far_15);
    const float infinite_17 = (((m > 0x1.fffffe0000000p+127f)) ? (float)INFINITY : value_16);
    return (((x == 0x0.0p+0f)) ? m : infinite_17);
}

FX_INLINE double exp_f64(const double x, int64_t *wild) {
    (void)wild;
    const int tame_0 = ((abs_f64(x) <= 0x1.6200000000000p+9));
    const double arm_1 = clamp_f64(x, -0x1.7500000000000p+9, 0x1.6300000000000p+9);
    const double clamped_2 = (fx_usual_f64(wild, tame_0) ? x : arm_1);
    const double n_3 = (fma_f64(clamped_2, 0x1.71547652b82fep+0, 0x1.8000000000000p+52) - 0x1.8000000000000p+52);
    const double r_4 = fma_f64(n_3, (-0x1.a39ef35793c76p-33), fma_f64(n_3, (-0x1.62e42fee00000p-1), clamped_2));
    const double x_5 = r_4;
    const double p_6 = fma_f64(0x1.5555555555503p-3, x_5, 0x1.000000000000ap-1);
    const double p_7 = fma_f64(0x1.11111111259a0p-7, x_5, 0x1.55555555506a8p-5);
    const double p_8 = fma_f64(0x1.a01a0135618aap-13, x_5, 0x1.6c16c1847dc05p-10);
    const double p_9 = fma_f64(0x1.71df0d7f4d4b2p-19, x_5, 0x1.a0199948b2b3cp-16);
    const double p_10 = fma_f64(0x1.ada43ab60ac08p-26, x_5, 0x1.28ae140d8f69ap-22);
    const double x_11 = x_5 * x_5;
    const double p_12 = fma_f64(p_7, x_11, p_6);
    const double p_13 = fma_f64(p_9, x_11, p_8);
    const double x_14 = x_11 * x_11;
    const double p_15 = fma_f64(p_13, x_14, p_12);
    const double x_16 = x_14 * x_14;
    const double p_17 = fma_f64(p_10, x_16, p_15);
    const double p_18 = fma_f64(p_17, x_5, 0x1.0000000000000p+0);
    const double p_19 = fma_f64(p_18, x_5, 0x1.0000000000000p+0);
    const double value_20 = p_19;
    const double half_21 = (fma_f64(n_3, 0x1.0000000000000p-1, 0x1.8000000000000p+52) - 0x1.8000000000000p+52);
    const double arm_22 = (value_20 * pow2_f64(n_3));
    const double arm_23 = ((value_20 * pow2_f64(half_21)) * pow2_f64((n_3 - half_21)));
    return (fx_usual_f64(wild, tame_0) ? arm_22 : arm_23);
}

FX_INLINE double mulexp_f64(const double a, const double x, int64_t *wild) {
    (void)wild;
    const int tame_0 = ((abs_f64(x) <= 0x1.6200000000000p+9));
    const double arm_1 = clamp_f64(x, (-0x1.6d00000000000p+10), 0x1.6d00000000000p+10);
    const double clamped_2 = (fx_usual_f64(wild, tame_0) ? x : arm_1);
    const double n_3 = (fma_f64(clamped_2, 0x1.71547652b82fep+0, 0x1.8000000000000p+52) - 0x1.8000000000000p+52);
    const double r_4 = fma_f64(n_3, (-0x1.a39ef35793c76p-33), fma_f64(n_3, (-0x1.62e42fee00000p-1), clamped_2));
    const double x_5 = r_4;
    const double p_6 = fma_f64(0x1.5555555555503p-3, x_5, 0x1.000000000000ap-1);
    const double p_7 = fma_f64(0x1.11111111259a0p-7, x_5, 0x1.55555555506a8p-5);
    const double p_8 = fma_f64(0x1.a01a0135618aap-13, x_5, 0x1.6c16c1847dc05p-10);
    const double p_9 = fma_f64(0x1.71df0d7f4d4b2p-19, x_5, 0x1.a0199948b2b3cp-16);
    const double p_10 = fma_f64(0x1.ada43ab60ac08p-26, x_5, 0x1.28ae140d8f69ap-22);
    const double x_11 = x_5 * x_5;
    const double p_12 = fma_f64(p_7, x_11, p_6);
    const double p_13 = fma_f64(p_9, x_11, p_8);
    const double x_14 = x_11 * x_11;
    const double p_15 = fma_f64(p_13, x_14, p_12);
    const double x_16 = x_14 * x_14;
    const double p_17 = fma_f64(p_10, x_16, p_15);
    const double p_18 = fma_f64(p_17, x_5, 0x1.0000000000000p+0);
    const double p_19 = fma_f64(p_18, x_5, 0x1.0000000000000p+0);
    const double value_20 = p_19;
    const double third_21 = (fma_f64(n_3, 0x1.4000000000000p-2, 0x1.8000000000000p+52) - 0x1.8000000000000p+52);
    const double arm_22 = pow2_f64(third_21);
    const double factor_23 = (((x == (-(double)INFINITY))) ? 0x0.0p+0 : arm_22);
    const double lifted_24 = (((a * factor_23) * factor_23) * (value_20 * pow2_f64((n_3 - (0x1.0000000000000p+1 * third_21)))));
    const double arm_25 = (a * (value_20 * pow2_f64(n_3)));
    return (fx_usual_f64(wild, tame_0) ? arm_25 : lifted_24);
}

FX_INLINE double expm1_f64(const double x, int64_t *wild) {
    (void)wild;
    const double clamped_0 = clamp_f64(x, -0x1.4000000000000p+5, 0x1.6300000000000p+9);
    const double n_1 = (fma_f64(clamped_0, 0x1.71547652b82fep+0, 0x1.8000000000000p+52) - 0x1.8000000000000p+52);
    const double r_2 = fma_f64(n_1, (-0x1.a39ef35793c76p-33), fma_f64(n_1, (-0x1.62e42fee00000p-1), clamped_0));
    const double x_3 = r_2;
    const double p_4 = fma_f64(0x1.111111110f71ap-7, x_3, 0x1.5555555555558p-5);
    const double p_5 = fma_f64(0x1.a01a01af98f07p-13, x_3, 0x1.6c16c16c1740fp-10);
    const double p_6 = fma_f64(0x1.71ddf9376abd5p-19, x_3, 0x1.a01a019a165bap-16);
    const double p_7 = fma_f64(0x1.af5d18113539ep-26, x_3, 0x1.27e501c91b6ecp-22);
    const double x_8 = x_3 * x_3;
    const double p_9 = fma_f64(p_5, x_8, p_4);
    const double p_10 = fma_f64(p_7, x_8, p_6);
    const double x_11 = x_8 * x_8;
    const double p_12 = fma_f64(p_10, x_11, p_9);
    const double x_13 = x_11 * x_11;
    const double p_14 = fma_f64(0x1.1f2b90a45b4b0p-29, x_13, p_12);
    const double p_15 = fma_f64(p_14, x_3, 0x1.5555555555559p-3);
    const double p_16 = fma_f64(p_15, x_3, 0x1.0000000000000p-1);
    const double small_17 = fma_f64((r_2 * r_2), p_16, r_2);
    const double half_18 = pow2_f64((n_1 - 0x1.0000000000000p+0));
    const double arm_19 = (0x1.0000000000000p+1 * fma_f64(half_18, small_17, (half_18 - 0x1.0000000000000p-1)));
    return (((x == 0x0.0p+0)) ? x : arm_19);
}

FX_INLINE double log_f64(const double x, int64_t *wild) {
    (void)wild;
    const int tiny_0 = ((x < 0x1.0000000000000p-1022));
    const double arm_1 = (x * 0x1.0000000000000p+64);
    const double lifted_2 = (tiny_0 ? arm_1 : x);
    const double k_3 = (exponent_f64(lifted_2) - (tiny_0 ? 0x1.0000000000000p+6 : 0x0.0p+0));
    const double f_4 = (significand_f64(lifted_2) - 0x1.0000000000000p+0);
    const double x_5 = f_4;
    const double p_6 = fma_f64(-0x1.9999999994d52p-3, x_5, 0x1.ffffffffffe7cp-3);
    const double p_7 = fma_f64(-0x1.249249276001ap-3, x_5, 0x1.555555556b0ecp-3);
    const double p_8 = fma_f64(-0x1.c71c702d175e1p-4, x_5, 0x1.fffffff3b3b02p-4);
    const double p_9 = fma_f64(-0x1.745d58ed6e859p-4, x_5, 0x1.99999a9d96bbdp-4);
    const double p_10 = fma_f64(-0x1.3b0d770e6991ep-4, x_5, 0x1.5555772102495p-4);
    const double p_11 = fma_f64(-0x1.116a0d0801731p-4, x_5, 0x1.248943fa2d70ep-4);
    const double p_12 = fma_f64(-0x1.dc97c050f1be0p-5, x_5, 0x1.00cfffefb742fp-4);
    const double p_13 = fma_f64(-0x1.bba83f2816a96p-5, x_5, 0x1.b45a5b8fff966p-5);
    const double p_14 = fma_f64(-0x1.d2c4462f1ae5bp-5, x_5, 0x1.010ae385b93e4p-4);
    const double x_15 = x_5 * x_5;
    const double p_16 = fma_f64(p_7, x_15, p_6);
    const double p_17 = fma_f64(p_9, x_15, p_8);
    const double p_18 = fma_f64(p_11, x_15, p_10);
    const double p_19 = fma_f64(p_13, x_15, p_12);
    const double p_20 = fma_f64(0x1.8dd3f43cdcffep-6, x_15, p_14);
    const double x_21 = x_15 * x_15;
    const double p_22 = fma_f64(p_17, x_21, p_16);
    const double p_23 = fma_f64(p_19, x_21, p_18);
    const double x_24 = x_21 * x_21;
    const double p_25 = fma_f64(p_23, x_24, p_22);
    const double x_26 = x_24 * x_24;
    const double p_27 = fma_f64(p_20, x_26, p_25);
    const double p_28 = fma_f64(p_27, x_5, -0x1.555555555556bp-2);
    const double p_29 = fma_f64(p_28, x_5, 0x1.0000000000000p-1);
    const double tail_30 = fma_f64(k_3, 0x1.a39ef35793c76p-33, (-((f_4 * f_4) * p_29)));
    const double value_31 = fma_f64(k_3, 0x1.62e42fee00000p-1, (f_4 + tail_30));
    const double arm_32 = (-(double)INFINITY);
    const double arm_33 = (((x > 0x0.0p+0)) ? x : (double)NAN);
    const double special_34 = (((x == 0x0.0p+0)) ? arm_32 : arm_33);
    return ((((x > 0x0.0p+0)) & ((x <= 0x1.fffffffffffffp+1023))) ? value_31 : special_34);
}

FX_INLINE double log_plus_f64(const double x, const double c, int64_t *wild) {
    (void)wild;
    const int tiny_0 = ((x < 0x1.0000000000000p-1022));
    const double arm_1 = (x * 0x1.0000000000000p+64);
    const double lifted_2 = (tiny_0 ? arm_1 : x);
    const double k_3 = (exponent_f64(lifted_2) - (tiny_0 ? 0x1.0000000000000p+6 : 0x0.0p+0));
    const double f_4 = (significand_f64(lifted_2) - 0x1.0000000000000p+0);
    const double x_5 = f_4;
    const double p_6 = fma_f64(-0x1.9999999994d52p-3, x_5, 0x1.ffffffffffe7cp-3);
    const double p_7 = fma_f64(-0x1.249249276001ap-3, x_5, 0x1.555555556b0ecp-3);
    const double p_8 = fma_f64(-0x1.c71c702d175e1p-4, x_5, 0x1.fffffff3b3b02p-4);
    const double p_9 = fma_f64(-0x1.745d58ed6e859p-4, x_5, 0x1.99999a9d96bbdp-4);
    const double p_10 = fma_f64(-0x1.3b0d770e6991ep-4, x_5, 0x1.5555772102495p-4);
    const double p_11 = fma_f64(-0x1.116a0d0801731p-4, x_5, 0x1.248943fa2d70ep-4);
    const double p_12 = fma_f64(-0x1.dc97c050f1be0p-5, x_5, 0x1.00cfffefb742fp-4);
    const double p_13 = fma_f64(-0x1.bba83f2816a96p-5, x_5, 0x1.b45a5b8fff966p-5);
    const double p_14 = fma_f64(-0x1.d2c4462f1ae5bp-5, x_5, 0x1.010ae385b93e4p-4);
    const double x_15 = x_5 * x_5;
    const double p_16 = fma_f64(p_7, x_15, p_6);
    const double p_17 = fma_f64(p_9, x_15, p_8);
    const double p_18 = fma_f64(p_11, x_15, p_10);
    const double p_19 = fma_f64(p_13, x_15, p_12);
    const double p_20 = fma_f64(0x1.8dd3f43cdcffep-6, x_15, p_14);
    const double x_21 = x_15 * x_15;
    const double p_22 = fma_f64(p_17, x_21, p_16);
    const double p_23 = fma_f64(p_19, x_21, p_18);
    const double x_24 = x_21 * x_21;
    const double p_25 = fma_f64(p_23, x_24, p_22);
    const double x_26 = x_24 * x_24;
    const double p_27 = fma_f64(p_20, x_26, p_25);
    const double p_28 = fma_f64(p_27, x_5, -0x1.555555555556bp-2);
    const double p_29 = fma_f64(p_28, x_5, 0x1.0000000000000p-1);
    const double tail_30 = fma_f64(k_3, 0x1.a39ef35793c76p-33, (-((f_4 * f_4) * p_29)));
    const double value_31 = ((fma_f64(k_3, 0x1.62e42fee00000p-1, c) + f_4) + tail_30);
    const double arm_32 = (-(double)INFINITY);
    const double arm_33 = (((x > 0x0.0p+0)) ? x : (double)NAN);
    const double special_34 = (((x == 0x0.0p+0)) ? arm_32 : arm_33);
    const double arm_35 = (special_34 + c);
    return ((((x > 0x0.0p+0)) & ((x <= 0x1.fffffffffffffp+1023))) ? value_31 : arm_35);
}

FX_INLINE double log1p_f64(const double x, int64_t *wild) {
    (void)wild;
    const double u_0 = (0x1.0000000000000p+0 + x);
    const double arm_1 = (0x1.0000000000000p+0 - (u_0 - x));
    const double arm_2 = (x - (u_0 - 0x1.0000000000000p+0));
    const double lost_3 = (((x > 0x1.0000000000000p+0)) ? arm_1 : arm_2);
    const double k_4 = exponent_f64(u_0);
    const double f_5 = ((significand_f64(u_0) - 0x1.0000000000000p+0) + (lost_3 * pow2_f64((-clamp_f64(k_4, (-0x1.0000000000000p+7), 0x1.0000000000000p+7)))));
    const double x_6 = f_5;
    const double p_7 = fma_f64(-0x1.9999999994d52p-3, x_6, 0x1.ffffffffffe7cp-3);
    const double p_8 = fma_f64(-0x1.249249276001ap-3, x_6, 0x1.555555556b0ecp-3);
    const double p_9 = fma_f64(-0x1.c71c702d175e1p-4, x_6, 0x1.fffffff3b3b02p-4);
    const double p_10 = fma_f64(-0x1.745d58ed6e859p-4, x_6, 0x1.99999a9d96bbdp-4);
    const double p_11 = fma_f64(-0x1.3b0d770e6991ep-4, x_6, 0x1.5555772102495p-4);
    const double p_12 = fma_f64(-0x1.116a0d0801731p-4, x_6, 0x1.248943fa2d70ep-4);
    const double p_13 = fma_f64(-0x1.dc97c050f1be0p-5, x_6, 0x1.00cfffefb742fp-4);
    const double p_14 = fma_f64(-0x1.bba83f2816a96p-5, x_6, 0x1.b45a5b8fff966p-5);
    const double p_15 = fma_f64(-0x1.d2c4462f1ae5bp-5, x_6, 0x1.010ae385b93e4p-4);
    const double x_16 = x_6 * x_6;
    const double p_17 = fma_f64(p_8, x_16, p_7);
    const double p_18 = fma_f64(p_10, x_16, p_9);
    const double p_19 = fma_f64(p_12, x_16, p_11);
    const double p_20 = fma_f64(p_14, x_16, p_13);
    const double p_21 = fma_f64(0x1.8dd3f43cdcffep-6, x_16, p_15);
    const double x_22 = x_16 * x_16;
    const double p_23 = fma_f64(p_18, x_22, p_17);
    const double p_24 = fma_f64(p_20, x_22, p_19);
    const double x_25 = x_22 * x_22;
    const double p_26 = fma_f64(p_24, x_25, p_23);
    const double x_27 = x_25 * x_25;
    const double p_28 = fma_f64(p_21, x_27, p_26);
    const double p_29 = fma_f64(p_28, x_6, -0x1.555555555556bp-2);
    const double p_30 = fma_f64(p_29, x_6, 0x1.0000000000000p-1);
    const double tail_31 = fma_f64(k_4, 0x1.a39ef35793c76p-33, (-((f_5 * f_5) * p_30)));
    const double value_32 = fma_f64(k_4, 0x1.62e42fee00000p-1, (f_5 + tail_31));
    const double arm_33 = (-(double)INFINITY);
    const double arm_34 = (((u_0 > 0x0.0p+0)) ? u_0 : (double)NAN);
    const double special_35 = (((u_0 == 0x0.0p+0)) ? arm_33 : arm_34);
    return ((((u_0 > 0x0.0p+0)) & ((u_0 <= 0x1.fffffffffffffp+1023))) ? value_32 : special_35);
}

FX_INLINE double log1p_unit_f64(const double t, int64_t *wild) {
    (void)wild;
    const double x_0 = t;
    const double p_1 = fma_f64(-0x1.9999998f0c7a0p-3, x_0, 0x1.ffffffffc3ac0p-3);
    const double p_2 = fma_f64(-0x1.249238d36413ep-3, x_0, 0x1.5555544eaf25ep-3);
    const double p_3 = fma_f64(-0x1.c71137b044ce4p-4, x_0, 0x1.fffe990cc848bp-4);
    const double p_4 = fma_f64(-0x1.731ff74af7981p-4, x_0, 0x1.9955c9ba548a9p-4);
    const double p_5 = fma_f64(-0x1.2d8668bb1bb3ap-4, x_0, 0x1.50c2316b1d404p-4);
    const double p_6 = fma_f64(-0x1.a0d1ac06c582ep-5, x_0, 0x1.03f0df1bcdbd9p-4);
    const double p_7 = fma_f64(-0x1.6cbb8a68ebaebp-6, x_0, 0x1.2a4b488ee22ccp-5);
    const double p_8 = fma_f64(-0x1.1849a23e4654ep-8, x_0, 0x1.6bb1297a99f77p-7);
    const double p_9 = fma_f64(-0x1.b5089b71b35c3p-13, x_0, 0x1.366f0754f9d39p-10);
    const double x_10 = x_0 * x_0;
    const double p_11 = fma_f64(p_2, x_10, p_1);
    const double p_12 = fma_f64(p_4, x_10, p_3);
    const double p_13 = fma_f64(p_6, x_10, p_5);
    const double p_14 = fma_f64(p_8, x_10, p_7);
    const double p_15 = fma_f64(0x1.247e3a5b7761cp-16, x_10, p_9);
    const double x_16 = x_10 * x_10;
    const double p_17 = fma_f64(p_12, x_16, p_11);
    const double p_18 = fma_f64(p_14, x_16, p_13);
    const double x_19 = x_16 * x_16;
    const double p_20 = fma_f64(p_18, x_19, p_17);
    const double x_21 = x_19 * x_19;
    const double p_22 = fma_f64(p_15, x_21, p_20);
    const double p_23 = fma_f64(p_22, x_0, -0x1.55555555550fbp-2);
    const double p_24 = fma_f64(p_23, x_0, 0x1.0000000000000p-1);
    return fma_f64((-(t * t)), p_24, t);
}

FX_INLINE double tanh_f64(const double x, int64_t *wild) {
    (void)wild;
    const double size_0 = abs_f64(x);
    const double z_1 = (x * x);
    const double x_2 = z_1;
    const double p_3 = fma_f64(0x1.664f484af83cbp-6, x_2, -0x1.ba1ba1b93e51fp-5);
    const double p_4 = fma_f64(0x1.d6d24e398b6d3p-9, x_2, -0x1.226e2d318ba31p-7);
    const double p_5 = fma_f64(0x1.3462eb9fde6fdp-11, x_2, -0x1.7d8be2f7a62e9p-10);
    const double p_6 = fma_f64(0x1.59a907812f42bp-14, x_2, -0x1.e81f69112beb2p-13);
    const double x_7 = x_2 * x_2;
    const double p_8 = fma_f64(p_4, x_7, p_3);
    const double p_9 = fma_f64(p_6, x_7, p_5);
    const double x_10 = x_7 * x_7;
    const double p_11 = fma_f64(p_9, x_10, p_8);
    const double x_12 = x_10 * x_10;
    const double p_13 = fma_f64(-0x1.3da3c3e52fe93p-16, x_12, p_11);
    const double p_14 = fma_f64(p_13, x_2, 0x1.1111111110367p-3);
    const double p_15 = fma_f64(p_14, x_2, -0x1.555555555554cp-2);
    const double near_16 = fma_f64((size_0 * z_1), p_15, size_0);
    const double far_17 = (0x1.0000000000000p+0 - (0x1.0000000000000p+1 / (exp_f64((0x1.0000000000000p+1 * size_0), wild) + 0x1.0000000000000p+0)));
    return copysign_f64((((size_0 < 0x1.2000000000000p-1)) ? near_16 : far_17), x);
}

FX_INLINE double sech2_f64(const double x, int64_t *wild) {
    (void)wild;
    const double e_0 = exp_f64(((-0x1.0000000000000p+1) * abs_f64(x)), wild);
    return ((0x1.0000000000000p+2 * e_0) / ((0x1.0000000000000p+0 + e_0) * (0x1.0000000000000p+0 + e_0)));
}

FX_INLINE double mul0_f64(const double a, const double b, int64_t *wild) {
    (void)wild;
    const double arm_0 = (a * b);
    const double arm_1 = (((a == a)) ? 0x0.0p+0 : a);
    return (((b != 0x0.0p+0)) ? arm_0 : arm_1);
}

FX_INLINE double lgamma_f64(const double x, int64_t *wild) {
    (void)wild;
    const int below_0 = ((x < 0x1.0000000000000p+0));
    const double arm_1 = (x - 0x1.0000000000000p+0);
    const double arm_2 = (x - 0x1.0000000000000p+1);
    const double d_3 = (below_0 ? arm_1 : arm_2);
    const double x_4 = d_3;
    const double p_5 = fma_f64(-0x1.95ce223a9e9b4p-7, x_4, 0x1.0e0c9df294334p-5);
    const double p_6 = fma_f64(-0x1.145121f8ca284p-9, x_4, 0x1.479748515308bp-8);
    const double p_7 = fma_f64(-0x1.a96a3dda1749fp-12, x_4, 0x1.dfebd20d43145p-11);
    const double p_8 = fma_f64(-0x1.5c8820ea26c3bp-14, x_4, 0x1.7ed6882e064f8p-13);
    const double p_9 = fma_f64(-0x1.27fb5f85444a8p-16, x_4, 0x1.40483f407c0c5p-15);
    const double p_10 = fma_f64(-0x1.0c367844e5d29p-18, x_4, 0x1.11eb66620fc78p-17);
    const double p_11 = fma_f64(-0x1.16bea77661117p-22, x_4, 0x1.0258645ea2946p-19);
    const double p_12 = fma_f64(-0x1.58b918c24c06fp-20, x_4, 0x1.419b186199658p-21);
    const double p_13 = fma_f64(0x1.231b3316eca5dp-22, x_4, -0x1.3c3a2f281306cp-20);
    const double p_14 = fma_f64(0x1.1fd42b34cd4dcp-20, x_4, 0x1.982bcda1c8076p-20);
    const double x_15 = x_4 * x_4;
    const double p_16 = fma_f64(p_6, x_15, p_5);
    const double p_17 = fma_f64(p_8, x_15, p_7);
    const double p_18 = fma_f64(p_10, x_15, p_9);
    const double p_19 = fma_f64(p_12, x_15, p_11);
    const double p_20 = fma_f64(p_14, x_15, p_13);
    const double x_21 = x_15 * x_15;
    const double p_22 = fma_f64(p_17, x_21, p_16);
    const double p_23 = fma_f64(p_19, x_21, p_18);
    const double p_24 = fma_f64(0x1.2e728b80b2bf4p-22, x_21, p_20);
    const double x_25 = x_21 * x_21;
    const double p_26 = fma_f64(p_23, x_25, p_22);
    const double x_27 = x_25 * x_25;
    const double p_28 = fma_f64(p_24, x_27, p_26);
    const double p_29 = fma_f64(p_28, x_4, -0x1.9ae6509ea10abp-4);
    const double p_30 = fma_f64(p_29, x_4, 0x1.b0ee6072093cdp-2);
    const double near_31 = ((d_3 * (0x1.0000000000000p+0 + d_3)) * p_30);
    const double inverse_32 = (0x1.0000000000000p+0 / x);
    const double small_33 = clamp_f64(inverse_32, 0x0.0p+0, 0x1.999999999999ap-2);
    const double x_34 = (small_33 * small_33);
    const double p_35 = fma_f64(-0x1.38131c61ee87dp-11, x_34, 0x1.a01a00be236b2p-11);
    const double p_36 = fma_f64(-0x1.f491f64f16d62p-10, x_34, 0x1.b93825cc4fd3cp-11);
    const double p_37 = fma_f64(-0x1.95c5025286ee3p-6, x_34, 0x1.9510a15694c6bp-8);
    const double p_38 = fma_f64(-0x1.7dc0ff3c720bap-2, x_34, 0x1.a54b551e64535p-4);
    const double p_39 = fma_f64(-0x1.c51857953de53p+0, x_34, 0x1.0423a8eec4c09p+0);
    const double x_40 = x_34 * x_34;
    const double p_41 = fma_f64(p_36, x_40, p_35);
    const double p_42 = fma_f64(p_38, x_40, p_37);
    const double p_43 = fma_f64(0x1.7222a4aa5c47dp+0, x_40, p_39);
    const double x_44 = x_40 * x_40;
    const double p_45 = fma_f64(p_42, x_44, p_41);
    const double x_46 = x_44 * x_44;
    const double p_47 = fma_f64(p_43, x_46, p_45);
    const double p_48 = fma_f64(p_47, x_34, -0x1.6c16c16bdb45bp-9);
    const double p_49 = fma_f64(p_48, x_34, 0x1.555555555554cp-4);
    const double series_50 = (small_33 * p_49);
    const double far_51 = fma_f64((x - 0x1.0000000000000p-1), log_plus_f64(x, (-0x1.0000000000000p+0), wild), (0x1.acfe390c97d69p-2 + series_50));
    const double shifted_52 = (-log_plus_f64(x, (-near_31), wild));
    const double arm_53 = (below_0 ? shifted_52 : near_31);
    return (((x < 0x1.4000000000000p+1)) ? arm_53 : far_51);
}

FX_INLINE double binet_slope_f64(const double x, const double log_x, int64_t *wild) {
    (void)wild;
    const double w_0 = (0x1.0000000000000p+0 / (x + 0x1.8000000000000p-1));
    const double x_1 = fma_f64((-0x1.4000000000000p+1), w_0, 0x1.0000000000000p+0);
    const double p_2 = fma_f64(-0x1.d25743982c5b2p-10, x_1, 0x1.47f19d9a79624p-7);
    const double p_3 = fma_f64(-0x1.839b9429391dcp-13, x_1, 0x1.e6944adf6a439p-12);
    const double p_4 = fma_f64(-0x1.ea69f4f0ca961p-17, x_1, 0x1.972929233aad9p-15);
    const double p_5 = fma_f64(-0x1.cad9ee0173fc0p-20, x_1, 0x1.bb70c4f01e96ep-18);
    const double p_6 = fma_f64(-0x1.466b8b9a8322fp-22, x_1, 0x1.60786523f0c66p-21);
    const double p_7 = fma_f64(-0x1.66d99f47934e1p-25, x_1, 0x1.04eb0bb09cec3p-24);
    const double p_8 = fma_f64(-0x1.60ab3efebe72ep-29, x_1, 0x1.bdec7ad1d1046p-27);
    const double p_9 = fma_f64(-0x1.b00cf08cb3224p-34, x_1, 0x1.97745d0ea3236p-29);
    const double p_10 = fma_f64(-0x1.47b5fe941862bp-37, x_1, 0x1.946e51ba8ac63p-31);
    const double p_11 = fma_f64(-0x1.76e5a82b8a4acp-33, x_1, -0x1.bcc35d72d7bc1p-33);
    const double p_12 = fma_f64(0x1.a80f64d3feafep-36, x_1, 0x1.604ef83cc5ae5p-37);
    const double x_13 = x_1 * x_1;
    const double p_14 = fma_f64(p_3, x_13, p_2);
    const double p_15 = fma_f64(p_5, x_13, p_4);
    const double p_16 = fma_f64(p_7, x_13, p_6);
    const double p_17 = fma_f64(p_9, x_13, p_8);
    const double p_18 = fma_f64(p_11, x_13, p_10);
    const double p_19 = fma_f64(0x1.2aea83482cdb2p-37, x_13, p_12);
    const double x_20 = x_13 * x_13;
    const double p_21 = fma_f64(p_15, x_20, p_14);
    const double p_22 = fma_f64(p_17, x_20, p_16);
    const double p_23 = fma_f64(p_19, x_20, p_18);
    const double x_24 = x_20 * x_20;
    const double p_25 = fma_f64(p_22, x_24, p_21);
    const double x_26 = x_24 * x_24;
    const double p_27 = fma_f64(p_23, x_26, p_25);
    const double p_28 = fma_f64(p_27, x_1, -0x1.4e925c10bea7cp-5);
    const double p_29 = fma_f64(p_28, x_1, 0x1.d99bca146db06p-4);
    const double far_30 = (w_0 * p_29);
    const double x_31 = (0x1.0000000000000p-1 - x);
    const double p_32 = fma_f64(-0x1.3019f86d39300p-2, x_31, -0x1.748862b620cccp-1);
    const double p_33 = fma_f64(-0x1.9344777ca696cp-4, x_31, -0x1.4cbc2e3606641p-3);
    const double p_34 = fma_f64(-0x1.4bc5e53af697bp-5, x_31, -0x1.ff74944a0820fp-5);
    const double p_35 = fma_f64(-0x1.25605d659afdfp-6, x_31, -0x1.b2c2b4cfc5641p-6);
    const double p_36 = fma_f64(-0x1.f4b9366c481a2p-7, x_31, -0x1.406e1d7ece8bap-7);
    const double p_37 = fma_f64(-0x1.b160978485377p-5, x_31, 0x1.1cbee7b57cc14p-6);
    const double p_38 = fma_f64(-0x1.5f4d33ad74c21p-4, x_31, 0x1.3607ea2bc12b7p-4);
    const double p_39 = fma_f64(-0x1.3f1f42f7909e5p-6, x_31, 0x1.c8d233cfbae6bp-5);
    const double x_40 = x_31 * x_31;
    const double p_41 = fma_f64(p_33, x_40, p_32);
    const double p_42 = fma_f64(p_35, x_40, p_34);
    const double p_43 = fma_f64(p_37, x_40, p_36);
    const double p_44 = fma_f64(p_39, x_40, p_38);
    const double x_45 = x_40 * x_40;
    const double p_46 = fma_f64(p_42, x_45, p_41);
    const double p_47 = fma_f64(p_44, x_45, p_43);
    const double x_48 = x_45 * x_45;
    const double p_49 = fma_f64(p_47, x_48, p_46);
    const double p_50 = fma_f64(p_49, x_31, 0x1.3271195c793c6p+0);
    const double p_51 = fma_f64(p_50, x_31, 0x1.14d9ff6d3e010p-3);
    const double near_52 = (mul0_f64((log_x + 0x1.62e42fefa39efp-1), x, wild) + p_51);
    return (((x < 0x1.0000000000000p-1)) ? near_52 : far_30);
}

FX_INLINE double digamma_f64(const double x, int64_t *wild) {
    (void)wild;
    const int below_0 = ((x < 0x1.0000000000000p+0));
    const double arm_1 = (x + 0x1.0000000000000p+0);
    const double t_2 = (below_0 ? arm_1 : x);
    const double x_3 = (t_2 - 0x1.8000000000000p+0);
    const double p_4 = fma_f64(-0x1.2feeeb98a7f7ap-3, x_3, 0x1.eca189b8e6897p-3);
    const double p_5 = fma_f64(-0x1.fb44202999416p-5, x_3, 0x1.8512e590a8b9fp-4);
    const double p_6 = fma_f64(-0x1.b9f8b1446dc2cp-6, x_3, 0x1.4de9a9e8fd888p-5);
    const double p_7 = fma_f64(-0x1.86355d6e10931p-7, x_3, 0x1.25647b9b9969fp-6);
    const double p_8 = fma_f64(-0x1.5a074855d97dap-8, x_3, 0x1.03bf5fadd7937p-7);
    const double p_9 = fma_f64(-0x1.3363ced7ed7dap-9, x_3, 0x1.cd560637166b7p-9);
    const double p_10 = fma_f64(-0x1.1015eb6262e6fp-10, x_3, 0x1.9704e6f0d4d51p-10);
    const double p_11 = fma_f64(-0x1.f8e328bd1ae1ep-12, x_3, 0x1.82535f57853dfp-11);
    const double p_12 = fma_f64(-0x1.3f8e61899fcebp-13, x_3, 0x1.a6ffdc1c1a237p-13);
    const double p_13 = fma_f64(-0x1.6a304ecb07bbdp-13, x_3, 0x1.25ca749a6c9a6p-12);
    const double x_14 = x_3 * x_3;
    const double p_15 = fma_f64(p_5, x_14, p_4);
    const double p_16 = fma_f64(p_7, x_14, p_6);
    const double p_17 = fma_f64(p_9, x_14, p_8);
    const double p_18 = fma_f64(p_11, x_14, p_10);
    const double p_19 = fma_f64(p_13, x_14, p_12);
    const double x_20 = x_14 * x_14;
    const double p_21 = fma_f64(p_16, x_20, p_15);
    const double p_22 = fma_f64(p_18, x_20, p_17);
    const double x_23 = x_20 * x_20;
    const double p_24 = fma_f64(p_22, x_23, p_21);
    const double x_25 = x_23 * x_23;
    const double p_26 = fma_f64(p_19, x_25, p_24);
    const double p_27 = fma_f64(p_26, x_3, -0x1.b1cb63005ee96p-2);
    const double p_28 = fma_f64(p_27, x_3, 0x1.e6f0cbb873617p-1);
    const double near_29 = (((t_2 - 0x1.762d86356be3fp+0) - 0x1.b86a722197829p-54) * p_28);
    const double inverse_30 = (0x1.0000000000000p+0 / (((x >= 0x0.0p+0)) ? x : (double)NAN));
    const double far_31 = log_plus_f64(x, ((-(0x1.0000000000000p-1 + binet_slope_f64(x, 0x0.0p+0, wild))) * inverse_30), wild);
    const double arm_32 = (near_29 - (below_0 ? inverse_30 : 0x0.0p+0));
    return (((x < 0x1.0000000000000p+1)) ? arm_32 : far_31);
}

FX_INLINE double binet_curve_f64(const double x, const double log_x, int64_t *wild) {
    (void)wild;
    const double w_0 = (0x1.0000000000000p+0 / (x + 0x1.8000000000000p-1));
    const double x_1 = fma_f64((-0x1.4000000000000p+1), w_0, 0x1.0000000000000p+0);
    const double p_2 = fma_f64(0x1.1ba2b4e02c796p-8, x_1, -0x1.7948aa6aa904fp-8);
    const double p_3 = fma_f64(-0x1.ca4ce2651e807p-18, x_1, -0x1.b8fd882a9d346p-12);
    const double p_4 = fma_f64(0x1.ce1148416b4b5p-17, x_1, -0x1.cfe8fc3f711f4p-14);
    const double p_5 = fma_f64(0x1.8ba09e714fc0bp-18, x_1, 0x1.887c92e0afc8fp-20);
    const double p_6 = fma_f64(0x1.c25dd6a78af83p-24, x_1, 0x1.407ef7a2f1bfcp-22);
    const double p_7 = fma_f64(-0x1.1f891f0fb760ap-23, x_1, -0x1.987bd5ac2679cp-22);
    const double p_8 = fma_f64(0x1.3bd30cd0feae6p-29, x_1, -0x1.19bdabd927751p-24);
    const double p_9 = fma_f64(0x1.c2084aa517362p-27, x_1, 0x1.e2204483e0569p-28);
    const double p_10 = fma_f64(-0x1.d5624859e956dp-31, x_1, 0x1.5d254dbbd2a91p-27);
    const double p_11 = fma_f64(0x1.3706819db6d5ap-29, x_1, -0x1.304579bd3f4dfp-28);
    const double p_12 = fma_f64(-0x1.2863e22e23c9fp-29, x_1, 0x1.17fa8fd0151b5p-29);
    const double p_13 = fma_f64(0x1.7403747871dd9p-31, x_1, -0x1.2515f6a327a9cp-30);
    const double p_14 = fma_f64(-0x1.42b53f719b313p-34, x_1, 0x1.e677a4039c299p-33);
    const double x_15 = x_1 * x_1;
    const double p_16 = fma_f64(p_3, x_15, p_2);
    const double p_17 = fma_f64(p_5, x_15, p_4);
    const double p_18 = fma_f64(p_7, x_15, p_6);
    const double p_19 = fma_f64(p_9, x_15, p_8);
    const double p_20 = fma_f64(p_11, x_15, p_10);
    const double p_21 = fma_f64(p_13, x_15, p_12);
    const double x_22 = x_15 * x_15;
    const double p_23 = fma_f64(p_17, x_22, p_16);
    const double p_24 = fma_f64(p_19, x_22, p_18);
    const double p_25 = fma_f64(p_21, x_22, p_20);
    const double x_26 = x_22 * x_22;
    const double p_27 = fma_f64(p_24, x_26, p_23);
    const double p_28 = fma_f64(p_14, x_26, p_25);
    const double x_29 = x_26 * x_26;
    const double p_30 = fma_f64(p_28, x_29, p_27);
    const double p_31 = fma_f64(p_30, x_1, -0x1.8d49c65edb1ccp-6);
    const double p_32 = fma_f64(p_31, x_1, 0x1.c0a047475c4fcp-4);
    const double far_33 = (w_0 * p_32);
    const double x_34 = (0x1.0000000000000p-1 - x);
    const double p_35 = fma_f64(-0x1.4cbc2e394d398p-1, x_34, -0x1.c826f4a4005fap-1);
    const double p_36 = fma_f64(-0x1.7f97d90d2c4b8p-2, x_34, -0x1.f8159224e3bdcp-2);
    const double p_37 = fma_f64(-0x1.b378f2ce850a4p-3, x_34, -0x1.22458ba585391p-2);
    const double p_38 = fma_f64(-0x1.d6646c459613dp-4, x_34, -0x1.4425fa9d1ffb3p-3);
    const double p_39 = fma_f64(-0x1.05f5175de6ec6p-6, x_34, -0x1.859760b857e26p-4);
    const double p_40 = fma_f64(0x1.936ff418d7a06p-2, x_34, -0x1.a43866bbd05a9p-3);
    const double p_41 = fma_f64(0x1.32b4d1f9aa1eap+0, x_34, -0x1.bbac8757c87cbp-1);
    const double p_42 = fma_f64(0x1.7dff29f024540p-1, x_34, -0x1.3857285de1105p+0);
    const double x_43 = x_34 * x_34;
    const double p_44 = fma_f64(p_36, x_43, p_35);
    const double p_45 = fma_f64(p_38, x_43, p_37);
    const double p_46 = fma_f64(p_40, x_43, p_39);
    const double p_47 = fma_f64(p_42, x_43, p_41);
    const double x_48 = x_43 * x_43;
    const double p_49 = fma_f64(p_45, x_48, p_44);
    const double p_50 = fma_f64(p_47, x_48, p_46);
    const double x_51 = x_48 * x_48;
    const double p_52 = fma_f64(p_50, x_51, p_49);
    const double x_53 = x_51 * x_51;
    const double p_54 = fma_f64(-0x1.e3f0d93fcd0c8p-3, x_53, p_52);
    const double p_55 = fma_f64(p_54, x_34, -0x1.748862b620407p+0);
    const double p_56 = fma_f64(p_55, x_34, 0x1.9388cae3c9dc5p-3);
    const double near_57 = mul0_f64((p_56 - (log_x + 0x1.62e42fefa39efp-1)), x, wild);
    return (((x < 0x1.0000000000000p-1)) ? near_57 : far_33);
}

FX_INLINE double trigamma_f64(const double x, int64_t *wild) {
    (void)wild;
    const double inverse_0 = (0x1.0000000000000p+0 / x);
    const double log_x_1 = log_f64(x, wild);
    return ((0x1.0000000000000p+0 + ((0x1.0000000000000p-1 + (binet_slope_f64(x, log_x_1, wild) + binet_curve_f64(x, log_x_1, wild))) * inverse_0)) * inverse_0);
}

FX_INLINE double binet_f64(const double x, const double log_x, int64_t *wild) {
    (void)wild;
    const double w_0 = (0x1.0000000000000p+0 / (x + 0x1.8000000000000p-1));
    const double x_1 = fma_f64((-0x1.4000000000000p+1), w_0, 0x1.0000000000000p+0);
    const double p_2 = fma_f64(-0x1.879c15b17e418p-8, x_1, 0x1.1a6eeaea76592p-6);
    const double p_3 = fma_f64(-0x1.9cbc453ddad9ep-11, x_1, 0x1.160fd3d74b4f8p-9);
    const double p_4 = fma_f64(-0x1.d62141645484bp-14, x_1, 0x1.35f240a5643bdp-12);
    const double p_5 = fma_f64(-0x1.1b3b5b4132f18p-16, x_1, 0x1.6c11e30c59774p-15);
    const double p_6 = fma_f64(-0x1.60640bae18629p-19, x_1, 0x1.bbde17ef622a0p-18);
    const double p_7 = fma_f64(-0x1.bf0a6eab9973bp-22, x_1, 0x1.173d20419e552p-20);
    const double p_8 = fma_f64(-0x1.21c4c9e384a48p-24, x_1, 0x1.695ec7f55e6a9p-23);
    const double p_9 = fma_f64(-0x1.6f135097fd44dp-27, x_1, 0x1.c594d7a9381c8p-26);
    const double p_10 = fma_f64(-0x1.2f36e7637a30ap-29, x_1, 0x1.75e6d36f91bcep-28);
    const double p_11 = fma_f64(-0x1.d9a17c806c135p-34, x_1, 0x1.b035ba288efc7p-33);
    const double p_12 = fma_f64(-0x1.d9863348a8d5ep-34, x_1, 0x1.377d316ba3bfep-32);
    const double p_13 = fma_f64(-0x1.11f59b12ae01ep-37, x_1, 0x1.1fd4b46cf28cdp-36);
    const double x_14 = x_1 * x_1;
    const double p_15 = fma_f64(p_3, x_14, p_2);
    const double p_16 = fma_f64(p_5, x_14, p_4);
    const double p_17 = fma_f64(p_7, x_14, p_6);
    const double p_18 = fma_f64(p_9, x_14, p_8);
    const double p_19 = fma_f64(p_11, x_14, p_10);
    const double p_20 = fma_f64(p_13, x_14, p_12);
    const double x_21 = x_14 * x_14;
    const double p_22 = fma_f64(p_16, x_21, p_15);
    const double p_23 = fma_f64(p_18, x_21, p_17);
    const double p_24 = fma_f64(p_20, x_21, p_19);
    const double x_25 = x_21 * x_21;
    const double p_26 = fma_f64(p_23, x_25, p_22);
    const double x_27 = x_25 * x_25;
    const double p_28 = fma_f64(p_24, x_27, p_26);
    const double p_29 = fma_f64(p_28, x_1, -0x1.83ba42cd08643p-5);
    const double p_30 = fma_f64(p_29, x_1, 0x1.e2b8486d86379p-4);
    const double far_31 = (w_0 * p_30);
    const double x_32 = (0x1.0000000000000p-1 - x);
    const double p_33 = fma_f64(0x1.1ae55b1b2f4d0p-3, x_32, 0x1.de9e64df1cad4p-2);
    const double p_34 = fma_f64(0x1.da5a1f40434bbp-6, x_32, 0x1.e0f83f20caa5dp-5);
    const double p_35 = fma_f64(0x1.1adb67fab3897p-7, x_32, 0x1.f9c20d810e918p-7);
    const double p_36 = fma_f64(0x1.aa415b32c3eddp-9, x_32, 0x1.411c0469dbf09p-8);
    const double p_37 = fma_f64(0x1.15e7170a5119ap-8, x_32, 0x1.199fc71add304p-11);
    const double p_38 = fma_f64(0x1.0478efa5a09aep-7, x_32, -0x1.5bf380fc6a5d3p-8);
    const double p_39 = fma_f64(0x1.450f411223440p-9, x_32, -0x1.76205341a2631p-8);
    const double x_40 = x_32 * x_32;
    const double p_41 = fma_f64(p_34, x_40, p_33);
    const double p_42 = fma_f64(p_36, x_40, p_35);
    const double p_43 = fma_f64(p_38, x_40, p_37);
    const double x_44 = x_40 * x_40;
    const double p_45 = fma_f64(p_42, x_44, p_41);
    const double p_46 = fma_f64(p_39, x_44, p_43);
    const double x_47 = x_44 * x_44;
    const double p_48 = fma_f64(p_46, x_47, p_45);
    const double p_49 = fma_f64(p_48, x_32, -0x1.bac98024b07d1p+0);
    const double p_50 = fma_f64(p_49, x_32, 0x1.3a37a020b8c21p-3);
    const double near_51 = fma_f64(((-0x1.0000000000000p-1) - x), (log_x + 0x1.62e42fefa39efp-1), p_50);
    return (((x < 0x1.0000000000000p-1)) ? near_51 : far_31);
}

FX_INLINE double share_of_1_f64(const double x, int64_t *wild) {
    (void)wild;
    const double total_0 = (x + 0x1.0000000000000p+0);
    const double arm_1 = (x - (total_0 - 0x1.0000000000000p+0));
    const double arm_2 = (0x1.0000000000000p+0 - (total_0 - x));
    const double lost_3 = (((x < 0x1.0000000000000p+0)) ? arm_1 : arm_2);
    const double w_4 = (0x1.0000000000000p+0 / total_0);
    const double rest_5 = (w_4 * (fma_f64((-total_0), w_4, 0x1.0000000000000p+0) - (lost_3 * w_4)));
    return (w_4 + (((x < 0x1.0000000000000p+60)) ? rest_5 : 0x0.0p+0));
}

FX_INLINE double excess_share_f64(const double x, int64_t *wild) {
    (void)wild;
    const double total_0 = (x + 0x1.0000000000000p+0);
    const double arm_1 = (x - (total_0 - 0x1.0000000000000p+0));
    const double arm_2 = (0x1.0000000000000p+0 - (total_0 - x));
    const double lost_3 = (((x < 0x1.0000000000000p+0)) ? arm_1 : arm_2);
    const double w_4 = (0x1.0000000000000p+0 / total_0);
    const double rest_5 = (w_4 * (fma_f64((-total_0), w_4, 0x1.0000000000000p+0) - (lost_3 * w_4)));
    return (fma_f64((-0x1.0000000000000p+1), w_4, 0x1.0000000000000p+0) - (0x1.0000000000000p+1 * (((x < 0x1.0000000000000p+60)) ? rest_5 : 0x0.0p+0)));
}

FX_INLINE double half_step_f64(const double x, const double log_x, int64_t *wild) {
    (void)wild;
    const double w_0 = share_of_1_f64(x, wild);
    const double x_1 = excess_share_f64(x, wild);
    const double p_2 = fma_f64(-0x1.e971d940cdb25p-4, x_1, 0x1.3649035a412b2p-3);
    const double p_3 = fma_f64(-0x1.503af5a83dfd9p-4, x_1, 0x1.8f8e143199592p-4);
    const double p_4 = fma_f64(-0x1.fbff6706032f7p-5, x_1, 0x1.2182ae862a9f7p-4);
    const double p_5 = fma_f64(-0x1.97945138df104p-5, x_1, 0x1.c4576aaac306dp-5);
    const double p_6 = fma_f64(-0x1.5429b6dbe58d9p-5, x_1, 0x1.72d8d2ac17f04p-5);
    const double p_7 = fma_f64(-0x1.23d41c0a488a4p-5, x_1, 0x1.3a2630b28e5d7p-5);
    const double p_8 = fma_f64(-0x1.ff543d4723d0dp-6, x_1, 0x1.10860c99d6b07p-5);
    const double p_9 = fma_f64(-0x1.c3a3bfb319395p-6, x_1, 0x1.e0c43df8f779cp-6);
    const double p_10 = fma_f64(-0x1.9e53bd2c3e990p-6, x_1, 0x1.aa8fc65f15fbep-6);
    const double p_11 = fma_f64(-0x1.9983351cce99cp-6, x_1, 0x1.a0aad78822efbp-6);
    const double p_12 = fma_f64(-0x1.f0099caf09122p-7, x_1, 0x1.635908d17f9d8p-6);
    const double p_13 = fma_f64(-0x1.747f58a245f45p-9, x_1, 0x1.02806c2d87578p-7);
    const double p_14 = fma_f64(-0x1.0bfeb6c8c5bebp-14, x_1, 0x1.491a51d403addp-11);
    const double x_15 = x_1 * x_1;
    const double p_16 = fma_f64(p_3, x_15, p_2);
    const double p_17 = fma_f64(p_5, x_15, p_4);
    const double p_18 = fma_f64(p_7, x_15, p_6);
    const double p_19 = fma_f64(p_9, x_15, p_8);
    const double p_20 = fma_f64(p_11, x_15, p_10);
    const double p_21 = fma_f64(p_13, x_15, p_12);
    const double x_22 = x_15 * x_15;
    const double p_23 = fma_f64(p_17, x_22, p_16);
    const double p_24 = fma_f64(p_19, x_22, p_18);
    const double p_25 = fma_f64(p_21, x_22, p_20);
    const double x_26 = x_22 * x_22;
    const double p_27 = fma_f64(p_24, x_26, p_23);
    const double p_28 = fma_f64(p_14, x_26, p_25);
    const double x_29 = x_26 * x_26;
    const double p_30 = fma_f64(p_28, x_29, p_27);
    const double p_31 = fma_f64(p_30, x_1, -0x1.8c0e97f1e7dedp-3);
    const double p_32 = fma_f64(p_31, x_1, 0x1.dd72b61298323p-3);
    const double far_33 = (w_0 * fma_f64(w_0, p_32, 0x1.0000000000000p-3));
    const double x_34 = (0x1.0000000000000p-1 - x);
    const double p_35 = fma_f64(-0x1.0cdaa830fa42ep-2, x_34, -0x1.6b96676b40491p-2);
    const double p_36 = fma_f64(-0x1.6d6e5b744ba53p-3, x_34, -0x1.b1e8362403b9ap-3);
    const double p_37 = fma_f64(-0x1.150225a05f8ebp-3, x_34, -0x1.3ba8d378aedcbp-3);
    const double p_38 = fma_f64(-0x1.5b01c22d61025p-4, x_34, -0x1.f74166b9adc93p-4);
    const double p_39 = fma_f64(0x1.02bfe662dd33cp+0, x_34, -0x1.210d7170a2954p-2);
    const double p_40 = fma_f64(0x1.2763106c1a6f4p+4, x_34, -0x1.4cd76eaab1d2dp+2);
    const double p_41 = fma_f64(0x1.c31e249fdb229p+6, x_34, -0x1.a1c25b2983031p+5);
    const double p_42 = fma_f64(0x1.b943a14a4896ep+7, x_34, -0x1.71095a10598efp+7);
    const double p_43 = fma_f64(0x1.78e0c71598a2ep+6, x_34, -0x1.6dde886099ac5p+7);
    const double x_44 = x_34 * x_34;
    const double p_45 = fma_f64(p_36, x_44, p_35);
    const double p_46 = fma_f64(p_38, x_44, p_37);
    const double p_47 = fma_f64(p_40, x_44, p_39);
    const double p_48 = fma_f64(p_42, x_44, p_41);
    const double p_49 = fma_f64(-0x1.711e5359fcc9ep+4, x_44, p_43);
    const double x_50 = x_44 * x_44;
    const double p_51 = fma_f64(p_46, x_50, p_45);
    const double p_52 = fma_f64(p_48, x_50, p_47);
    const double x_53 = x_50 * x_50;
    const double p_54 = fma_f64(p_52, x_53, p_51);
    const double x_55 = x_53 * x_53;
    const double p_56 = fma_f64(p_49, x_55, p_54);
    const double p_57 = fma_f64(p_56, x_34, -0x1.3a37a020b8c27p-1);
    const double p_58 = fma_f64(p_57, x_34, 0x1.ce6bb25aa1316p-3);
    const double near_59 = fma_f64((-0x1.0000000000000p-1), (log_x + 0x1.62e42fefa39efp-1), p_58);
    return (((x < 0x1.0000000000000p-1)) ? near_59 : far_33);
}

FX_INLINE double half_step_slope_f64(const double x, int64_t *wild) {
    (void)wild;
    const double w_0 = share_of_1_f64(x, wild);
    const double x_1 = excess_share_f64(x, wild);
    const double p_2 = fma_f64(-0x1.7b4fa1d77b237p-7, x_1, 0x1.4d22097fffe09p-5);
    const double p_3 = fma_f64(-0x1.863129cdc52dbp-10, x_1, 0x1.084db337bb7bfp-8);
    const double p_4 = fma_f64(-0x1.479eb52ea0d5cp-13, x_1, 0x1.b347410ef2e25p-12);
    const double p_5 = fma_f64(-0x1.b0044bbe59ab9p-17, x_1, 0x1.d5de08b049c3bp-15);
    const double p_6 = fma_f64(-0x1.a80b2ff979f70p-20, x_1, 0x1.ebad0bd5174fbp-18);
    const double p_7 = fma_f64(-0x1.ccd37100f9cddp-22, x_1, 0x1.e287800ffe47fp-22);
    const double p_8 = fma_f64(-0x1.48a7c066486b0p-24, x_1, -0x1.000b187abc463p-24);
    const double p_9 = fma_f64(-0x1.1885696f9918fp-28, x_1, -0x1.520dabfa6bca1p-26);
    const double p_10 = fma_f64(0x1.65c74835ae6bcp-26, x_1, 0x1.3ae66a2289158p-25);
    const double p_11 = fma_f64(-0x1.c6827903920e4p-27, x_1, -0x1.9573afbbc6b29p-26);
    const double p_12 = fma_f64(0x1.69fbed51d3286p-27, x_1, 0x1.5d4be301fe409p-26);
    const double p_13 = fma_f64(-0x1.6e8264f18b027p-28, x_1, -0x1.3ea80197f573ap-27);
    const double p_14 = fma_f64(0x1.16f61b52ee2a1p-30, x_1, 0x1.b36f84fd0a746p-30);
    const double x_15 = x_1 * x_1;
    const double p_16 = fma_f64(p_3, x_15, p_2);
    const double p_17 = fma_f64(p_5, x_15, p_4);
    const double p_18 = fma_f64(p_7, x_15, p_6);
    const double p_19 = fma_f64(p_9, x_15, p_8);
    const double p_20 = fma_f64(p_11, x_15, p_10);
    const double p_21 = fma_f64(p_13, x_15, p_12);
    const double x_22 = x_15 * x_15;
    const double p_23 = fma_f64(p_17, x_22, p_16);
    const double p_24 = fma_f64(p_19, x_22, p_18);
    const double p_25 = fma_f64(p_21, x_22, p_20);
    const double x_26 = x_22 * x_22;
    const double p_27 = fma_f64(p_24, x_26, p_23);
    const double p_28 = fma_f64(p_14, x_26, p_25);
    const double x_29 = x_26 * x_26;
    const double p_30 = fma_f64(p_28, x_29, p_27);
    const double p_31 = fma_f64(p_30, x_1, -0x1.c9c9ca7321c13p-4);
    const double p_32 = fma_f64(p_31, x_1, 0x1.a37a020b8c219p-3);
    return (w_0 * fma_f64(w_0, p_32, 0x1.0000000000000p-3));
}

FX_INLINE double half_step_curve_f64(const double x, int64_t *wild) {
    (void)wild;
    const double w_0 = share_of_1_f64(x, wild);
    const double arm_1 = (x * w_0);
    const double arm_2 = (0x1.0000000000000p+0 - w_0);
    const double share_3 = (((x < 0x1.0000000000000p+0)) ? arm_1 : arm_2);
    const double x_4 = excess_share_f64(x, wild);
    const double p_5 = fma_f64(-0x1.2f2531f4a92e7p-4, x_4, 0x1.9440f7d866e63p-3);
    const double p_6 = fma_f64(-0x1.a70860b777651p-7, x_4, 0x1.0331f4f20ab27p-5);
    const double p_7 = fma_f64(-0x1.e60a164a52250p-10, x_4, 0x1.214e58129d288p-8);
    const double p_8 = fma_f64(-0x1.c2a6834c2fa03p-13, x_4, 0x1.626b6b5489fd0p-11);
    const double p_9 = fma_f64(-0x1.b37c917239cd2p-16, x_4, 0x1.b9a08d57fe198p-14);
    const double p_10 = fma_f64(-0x1.705e0433ad1ccp-18, x_4, 0x1.8edf9fa475489p-17);
    const double p_11 = fma_f64(-0x1.5ca54a1e62a2fp-20, x_4, 0x1.1b546966fd1d8p-23);
    const double p_12 = fma_f64(-0x1.2c2f36f609351p-23, x_4, -0x1.0ec471f57765ep-23);
    const double p_13 = fma_f64(0x1.e5f864a6cda6bp-24, x_4, 0x1.e200e916cb8c6p-25);
    const double p_14 = fma_f64(-0x1.893a6c06a4134p-26, x_4, 0x1.bd4aa5287f220p-24);
    const double p_15 = fma_f64(0x1.80bfef743fdfbp-25, x_4, -0x1.62119d480bd3cp-25);
    const double p_16 = fma_f64(-0x1.7489283de2f79p-26, x_4, 0x1.8d2a31b1e8917p-25);
    const double p_17 = fma_f64(-0x1.fb25f7797e10ap-30, x_4, -0x1.0b9e6bc170e93p-25);
    const double p_18 = fma_f64(0x1.fd6a16f03e658p-30, x_4, 0x1.c74fb36b3fc43p-28);
    const double x_19 = x_4 * x_4;
    const double p_20 = fma_f64(p_6, x_19, p_5);
    const double p_21 = fma_f64(p_8, x_19, p_7);
    const double p_22 = fma_f64(p_10, x_19, p_9);
    const double p_23 = fma_f64(p_12, x_19, p_11);
    const double p_24 = fma_f64(p_14, x_19, p_13);
    const double p_25 = fma_f64(p_16, x_19, p_15);
    const double p_26 = fma_f64(p_18, x_19, p_17);
    const double x_27 = x_19 * x_19;
    const double p_28 = fma_f64(p_21, x_27, p_20);
    const double p_29 = fma_f64(p_23, x_27, p_22);
    const double p_30 = fma_f64(p_25, x_27, p_24);
    const double x_31 = x_27 * x_27;
    const double p_32 = fma_f64(p_29, x_31, p_28);
    const double p_33 = fma_f64(p_26, x_31, p_30);
    const double x_34 = x_31 * x_31;
    const double p_35 = fma_f64(p_33, x_34, p_32);
    const double p_36 = fma_f64(p_35, x_4, -0x1.aa9fda3659421p-2);
    const double p_37 = fma_f64(p_36, x_4, 0x1.0af63a542a48fp-1);
    return (share_3 * (w_0 * fma_f64(w_0, p_37, 0x1.0000000000000p-3)));
}

FX_INLINE double log_factorial_excess_f64(const double x, int64_t *wild) {
    (void)wild;
    const double log_x_0 = log_f64(x, wild);
    const int between_1 = ((x > 0x1.8000000000000p+0));
    const double arm_2 = (x - 0x1.0000000000000p+1);
    const double arm_3 = (x - 0x1.0000000000000p+0);
    const double d_4 = (between_1 ? arm_2 : arm_3);
    const double arm_5 = (x - 0x1.0000000000000p+0);
    const double factor_6 = (between_1 ? arm_5 : x);
    const double x_7 = d_4;
    const double p_8 = fma_f64(-0x1.95ce223a9e9b4p-7, x_7, 0x1.0e0c9df294334p-5);
    const double p_9 = fma_f64(-0x1.145121f8ca284p-9, x_7, 0x1.479748515308bp-8);
    const double p_10 = fma_f64(-0x1.a96a3dda1749fp-12, x_7, 0x1.dfebd20d43145p-11);
    const double p_11 = fma_f64(-0x1.5c8820ea26c3bp-14, x_7, 0x1.7ed6882e064f8p-13);
    const double p_12 = fma_f64(-0x1.27fb5f85444a8p-16, x_7, 0x1.40483f407c0c5p-15);
    const double p_13 = fma_f64(-0x1.0c367844e5d29p-18, x_7, 0x1.11eb66620fc78p-17);
    const double p_14 = fma_f64(-0x1.16bea77661117p-22, x_7, 0x1.0258645ea2946p-19);
    const double p_15 = fma_f64(-0x1.58b918c24c06fp-20, x_7, 0x1.419b186199658p-21);
    const double p_16 = fma_f64(0x1.231b3316eca5dp-22, x_7, -0x1.3c3a2f281306cp-20);
    const double p_17 = fma_f64(0x1.1fd42b34cd4dcp-20, x_7, 0x1.982bcda1c8076p-20);
    const double x_18 = x_7 * x_7;
    const double p_19 = fma_f64(p_9, x_18, p_8);
    const double p_20 = fma_f64(p_11, x_18, p_10);
    const double p_21 = fma_f64(p_13, x_18, p_12);
    const double p_22 = fma_f64(p_15, x_18, p_14);
    const double p_23 = fma_f64(p_17, x_18, p_16);
    const double x_24 = x_18 * x_18;
    const double p_25 = fma_f64(p_20, x_24, p_19);
    const double p_26 = fma_f64(p_22, x_24, p_21);
    const double p_27 = fma_f64(0x1.2e728b80b2bf4p-22, x_24, p_23);
    const double x_28 = x_24 * x_24;
    const double p_29 = fma_f64(p_26, x_28, p_25);
    const double x_30 = x_28 * x_28;
    const double p_31 = fma_f64(p_27, x_30, p_29);
    const double p_32 = fma_f64(p_31, x_7, -0x1.9ae6509ea10abp-4);
    const double p_33 = fma_f64(p_32, x_7, 0x1.b0ee6072093cdp-2);
    const double rest_34 = ((d_4 * factor_6) * p_33);
    const double arm_35 = (rest_34 + log_x_0);
    const double near_36 = (mul0_f64((0x1.0000000000000p+0 - log_x_0), x, wild) + (between_1 ? arm_35 : rest_34));
    const double inverse_37 = (0x1.0000000000000p+0 / x);
    const double small_38 = clamp_f64(inverse_37, 0x0.0p+0, 0x1.999999999999ap-2);
    const double x_39 = (small_38 * small_38);
    const double p_40 = fma_f64(-0x1.38131c61ee87dp-11, x_39, 0x1.a01a00be236b2p-11);
    const double p_41 = fma_f64(-0x1.f491f64f16d62p-10, x_39, 0x1.b93825cc4fd3cp-11);
    const double p_42 = fma_f64(-0x1.95c5025286ee3p-6, x_39, 0x1.9510a15694c6bp-8);
    const double p_43 = fma_f64(-0x1.7dc0ff3c720bap-2, x_39, 0x1.a54b551e64535p-4);
    const double p_44 = fma_f64(-0x1.c51857953de53p+0, x_39, 0x1.0423a8eec4c09p+0);
    const double x_45 = x_39 * x_39;
    const double p_46 = fma_f64(p_41, x_45, p_40);
    const double p_47 = fma_f64(p_43, x_45, p_42);
    const double p_48 = fma_f64(0x1.7222a4aa5c47dp+0, x_45, p_44);
    const double x_49 = x_45 * x_45;
    const double p_50 = fma_f64(p_47, x_49, p_46);
    const double x_51 = x_49 * x_49;
    const double p_52 = fma_f64(p_48, x_51, p_50);
    const double p_53 = fma_f64(p_52, x_39, -0x1.6c16c16bdb45bp-9);
    const double p_54 = fma_f64(p_53, x_39, 0x1.555555555554cp-4);
    const double far_55 = (fma_f64(0x1.0000000000000p-1, log_x_0, 0x1.d67f1c864beb5p-1) + (small_38 * p_54));
    return (((x < 0x1.4000000000000p+1)) ? near_36 : far_55);
}

FX_INLINE double deviance_f64(const double x, const double m, const double log_m, int64_t *wild) {
    (void)wild;
    const double total_0 = (x + m);
    const double arm_1 = ((x - m) / total_0);
    const double arm_2 = (((0x1.0000000000000p-1 * x) - (0x1.0000000000000p-1 * m)) / ((0x1.0000000000000p-1 * x) + (0x1.0000000000000p-1 * m)));
    const double v_3 = (fx_usual_f64(wild, ((total_0 <= 0x1.fffffffffffffp+1023))) ? arm_1 : arm_2);
    const double z_4 = (v_3 * v_3);
    const double x_5 = z_4;
    const double p_6 = fma_f64(0x1.c71c71f30d27cp-4, x_5, 0x1.249249244a849p-3);
    const double p_7 = fma_f64(0x1.3b147e66c4b42p-4, x_5, 0x1.745d0fc12fbc5p-4);
    const double p_8 = fma_f64(0x1.e34bfdfefc866p-5, x_5, 0x1.11028d35f494fp-4);
    const double p_9 = fma_f64(0x1.d2923d049b427p-5, x_5, 0x1.a2c544aec88e5p-5);
    const double p_10 = fma_f64(0x1.3fbc555030ef5p-3, x_5, 0x1.b51fe431e2781p-9);
    const double p_11 = fma_f64(0x1.d1c1a2127ca16p-3, x_5, -0x1.6069aad1bbbddp-3);
    const double x_12 = x_5 * x_5;
    const double p_13 = fma_f64(p_7, x_12, p_6);
    const double p_14 = fma_f64(p_9, x_12, p_8);
    const double p_15 = fma_f64(p_11, x_12, p_10);
    const double x_16 = x_12 * x_12;
    const double p_17 = fma_f64(p_14, x_16, p_13);
    const double x_18 = x_16 * x_16;
    const double p_19 = fma_f64(p_15, x_18, p_17);
    const double p_20 = fma_f64(p_19, x_5, 0x1.999999999a041p-3);
    const double p_21 = fma_f64(p_20, x_5, 0x1.5555555555554p-2);
    const double near_22 = fma_f64((x * ((0x1.0000000000000p+1 * v_3) * z_4)), p_21, (v_3 * (x - m)));
    const double ratio_23 = (x / m);
    const int usable_24 = (((ratio_23 >= 0x1.0000000000000p-1022)) & ((ratio_23 <= 0x1.fffffffffffffp+1023)) & ((m >= 0x1.0000000000000p-1022)));
    const double log_ratio_25 = (log_f64((usable_24 ? ratio_23 : x), wild) - (usable_24 ? 0x0.0p+0 : log_m));
    const double far_26 = fma_f64(x, log_ratio_25, (m - x));
    const double value_27 = (((z_4 < 0x1.0000000000000p-2)) ? near_22 : far_26);
    const double infinite_28 = (((m > 0x1.fffffffffffffp+1023)) ? (double)INFINITY : value_27);
    return (((x == 0x0.0p+0)) ? m : infinite_28);
}

static FX_NOINLINE int bernoulli_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float arm_1 = (0x1.0000000000000p+0f - y);
        const float miss_2 = (((logit >= 0x0.0p+0f)) ? arm_1 : y);
        const float arm_3 = (far_0 * miss_2);
        const float arm_4 = mul0_f32(far_0, miss_2, wild);
        const float distance_5 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_3 : arm_4);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_5 + log1p_unit_f32(e, wild));
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_0_f32_loop(n, in[0], in[1], out[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float arm_3 = (0x1.0000000000000p+0f - y);
        const float miss_4 = (((logit >= 0x0.0p+0f)) ? arm_3 : y);
        const float slope_5 = (miss_4 - q_2);
        const float arm_6 = (far_0 * miss_4);
        const float arm_7 = mul0_f32(far_0, miss_4, wild);
        const float distance_8 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_6 : arm_7);
        const float arm_9 = (-slope_5);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_8 + log1p_unit_f32(e, wild));
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_5 : arm_9)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float arm_3 = (0x1.0000000000000p+0f - y);
        const float miss_4 = (((logit >= 0x0.0p+0f)) ? arm_3 : y);
        const float slope_5 = (miss_4 - q_2);
        const float arm_6 = (far_0 * miss_4);
        const float arm_7 = mul0_f32(far_0, miss_4, wild);
        const float distance_8 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_6 : arm_7);
        const float arm_9 = (-slope_5);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_8 + log1p_unit_f32(e, wild));
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_5 : arm_9)) * scale;
        out_h0[i] = ((q_2 * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_no_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float arm_3 = (0x1.0000000000000p+0f - y);
        const float miss_4 = (((logit >= 0x0.0p+0f)) ? arm_3 : y);
        const float slope_5 = (miss_4 - q_2);
        const float arm_6 = (far_0 * miss_4);
        const float arm_7 = mul0_f32(far_0, miss_4, wild);
        const float distance_8 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_6 : arm_7);
        const float arm_9 = (-slope_5);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_8 + log1p_unit_f32(e, wild));
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_5 : arm_9)) * scale;
        out_h0[i] = ((q_2 * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double arm_1 = (0x1.0000000000000p+0 - y);
        const double miss_2 = (((logit >= 0x0.0p+0)) ? arm_1 : y);
        const double arm_3 = (far_0 * miss_2);
        const double arm_4 = mul0_f64(far_0, miss_2, wild);
        const double distance_5 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_3 : arm_4);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_5 + log1p_unit_f64(e, wild));
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_0_f64_loop(n, in[0], in[1], out[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double arm_3 = (0x1.0000000000000p+0 - y);
        const double miss_4 = (((logit >= 0x0.0p+0)) ? arm_3 : y);
        const double slope_5 = (miss_4 - q_2);
        const double arm_6 = (far_0 * miss_4);
        const double arm_7 = mul0_f64(far_0, miss_4, wild);
        const double distance_8 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_6 : arm_7);
        const double arm_9 = (-slope_5);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_8 + log1p_unit_f64(e, wild));
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_5 : arm_9)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double arm_3 = (0x1.0000000000000p+0 - y);
        const double miss_4 = (((logit >= 0x0.0p+0)) ? arm_3 : y);
        const double slope_5 = (miss_4 - q_2);
        const double arm_6 = (far_0 * miss_4);
        const double arm_7 = mul0_f64(far_0, miss_4, wild);
        const double distance_8 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_6 : arm_7);
        const double arm_9 = (-slope_5);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_8 + log1p_unit_f64(e, wild));
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_5 : arm_9)) * scale;
        out_h0[i] = ((q_2 * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_no_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double arm_3 = (0x1.0000000000000p+0 - y);
        const double miss_4 = (((logit >= 0x0.0p+0)) ? arm_3 : y);
        const double slope_5 = (miss_4 - q_2);
        const double arm_6 = (far_0 * miss_4);
        const double arm_7 = mul0_f64(far_0, miss_4, wild);
        const double distance_8 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_6 : arm_7);
        const double arm_9 = (-slope_5);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (distance_8 + log1p_unit_f64(e, wild));
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_5 : arm_9)) * scale;
        out_h0[i] = ((q_2 * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_no_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_no_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_bernoulli {"bernoulli", 1, 0, {{{{bernoulli_no_0_f32, bernoulli_no_0_f32}, {bernoulli_no_0_f32, bernoulli_no_0_f32}}, {{bernoulli_no_1_f32, bernoulli_no_1_f32}, {bernoulli_no_1_f32, bernoulli_no_1_f32}}, {{bernoulli_no_2_f32, bernoulli_no_2_f32}, {bernoulli_no_2_f32, bernoulli_no_2_f32}}, {{bernoulli_no_3_f32, bernoulli_no_3_f32}, {bernoulli_no_3_f32, bernoulli_no_3_f32}}}, {{{bernoulli_no_0_f64, bernoulli_no_0_f64}, {bernoulli_no_0_f64, bernoulli_no_0_f64}}, {{bernoulli_no_1_f64, bernoulli_no_1_f64}, {bernoulli_no_1_f64, bernoulli_no_1_f64}}, {{bernoulli_no_2_f64, bernoulli_no_2_f64}, {bernoulli_no_2_f64, bernoulli_no_2_f64}}, {{bernoulli_no_3_f64, bernoulli_no_3_f64}, {bernoulli_no_3_f64, bernoulli_no_3_f64}}}}}

static FX_NOINLINE int bernoulli_weighted_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, const float pos_weight, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float ones_1 = (pos_weight * y);
        const float zeros_2 = (0x1.0000000000000p+0f - y);
        const float total_3 = (ones_1 + zeros_2);
        const float miss_4 = (((logit >= 0x0.0p+0f)) ? zeros_2 : ones_1);
        const float arm_5 = (far_0 * miss_4);
        const float arm_6 = mul0_f32(far_0, miss_4, wild);
        const float distance_7 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_5 : arm_6);
        const float nll_8 = (distance_7 + (total_3 * log1p_unit_f32(e, wild)));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_8;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_0_f32_loop(n, in[0], in[1], out[0], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float pos_weight, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float ones_3 = (pos_weight * y);
        const float zeros_4 = (0x1.0000000000000p+0f - y);
        const float total_5 = (ones_3 + zeros_4);
        const float miss_6 = (((logit >= 0x0.0p+0f)) ? zeros_4 : ones_3);
        const float slope_7 = (miss_6 - (total_5 * q_2));
        const float arm_8 = (far_0 * miss_6);
        const float arm_9 = mul0_f32(far_0, miss_6, wild);
        const float distance_10 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_8 : arm_9);
        const float nll_11 = (distance_10 + (total_5 * log1p_unit_f32(e, wild)));
        const float arm_12 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_7 : arm_12)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float pos_weight, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float ones_3 = (pos_weight * y);
        const float zeros_4 = (0x1.0000000000000p+0f - y);
        const float total_5 = (ones_3 + zeros_4);
        const float miss_6 = (((logit >= 0x0.0p+0f)) ? zeros_4 : ones_3);
        const float slope_7 = (miss_6 - (total_5 * q_2));
        const float arm_8 = (far_0 * miss_6);
        const float arm_9 = mul0_f32(far_0, miss_6, wild);
        const float distance_10 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_8 : arm_9);
        const float nll_11 = (distance_10 + (total_5 * log1p_unit_f32(e, wild)));
        const float arm_12 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_7 : arm_12)) * scale;
        out_h0[i] = (((total_5 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_weighted_nf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float pos_weight, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float ones_3 = (pos_weight * y);
        const float zeros_4 = (0x1.0000000000000p+0f - y);
        const float total_5 = (ones_3 + zeros_4);
        const float miss_6 = (((logit >= 0x0.0p+0f)) ? zeros_4 : ones_3);
        const float slope_7 = (miss_6 - (total_5 * q_2));
        const float arm_8 = (far_0 * miss_6);
        const float arm_9 = mul0_f32(far_0, miss_6, wild);
        const float distance_10 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_8 : arm_9);
        const float nll_11 = (distance_10 + (total_5 * log1p_unit_f32(e, wild)));
        const float arm_12 = ((pos_weight * inverse_1) + q_2);
        const float arm_13 = ((pos_weight * q_2) + inverse_1);
        const float expected_14 = (((logit >= 0x0.0p+0f)) ? arm_12 : arm_13);
        const float arm_15 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_7 : arm_15)) * scale;
        out_h0[i] = (((expected_14 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_nf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_nf_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float pos_weight, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float ones_3 = (pos_weight * y);
        const float zeros_4 = (0x1.0000000000000p+0f - y);
        const float total_5 = (ones_3 + zeros_4);
        const float miss_6 = (((logit >= 0x0.0p+0f)) ? zeros_4 : ones_3);
        const float slope_7 = (miss_6 - (total_5 * q_2));
        const float arm_8 = (far_0 * miss_6);
        const float arm_9 = mul0_f32(far_0, miss_6, wild);
        const float distance_10 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_8 : arm_9);
        const float nll_11 = (distance_10 + (total_5 * log1p_unit_f32(e, wild)));
        const float arm_12 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_7 : arm_12)) * scale;
        out_h0[i] = (((total_5 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_weighted_nf_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_logit, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float pos_weight, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float far_0 = abs_f32(logit);
        stage_e[i] = exp_f32((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float logit = in_logit[i];
        const float e = stage_e[i];
        const float far_0 = abs_f32(logit);
        const float inverse_1 = (0x1.0000000000000p+0f / (0x1.0000000000000p+0f + e));
        const float q_2 = (e * inverse_1);
        const float ones_3 = (pos_weight * y);
        const float zeros_4 = (0x1.0000000000000p+0f - y);
        const float total_5 = (ones_3 + zeros_4);
        const float miss_6 = (((logit >= 0x0.0p+0f)) ? zeros_4 : ones_3);
        const float slope_7 = (miss_6 - (total_5 * q_2));
        const float arm_8 = (far_0 * miss_6);
        const float arm_9 = mul0_f32(far_0, miss_6, wild);
        const float distance_10 = (fx_usual_f32(wild, ((far_0 <= 0x1.5c00000000000p+6f))) ? arm_8 : arm_9);
        const float nll_11 = (distance_10 + (total_5 * log1p_unit_f32(e, wild)));
        const float arm_12 = ((pos_weight * inverse_1) + q_2);
        const float arm_13 = ((pos_weight * q_2) + inverse_1);
        const float expected_14 = (((logit >= 0x0.0p+0f)) ? arm_12 : arm_13);
        const float arm_15 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0f)) ? slope_7 : arm_15)) * scale;
        out_h0[i] = (((expected_14 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_nf_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_nf_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, const double pos_weight, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double ones_1 = (pos_weight * y);
        const double zeros_2 = (0x1.0000000000000p+0 - y);
        const double total_3 = (ones_1 + zeros_2);
        const double miss_4 = (((logit >= 0x0.0p+0)) ? zeros_2 : ones_1);
        const double arm_5 = (far_0 * miss_4);
        const double arm_6 = mul0_f64(far_0, miss_4, wild);
        const double distance_7 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_5 : arm_6);
        const double nll_8 = (distance_7 + (total_3 * log1p_unit_f64(e, wild)));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_8;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_0_f64_loop(n, in[0], in[1], out[0], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double pos_weight, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double ones_3 = (pos_weight * y);
        const double zeros_4 = (0x1.0000000000000p+0 - y);
        const double total_5 = (ones_3 + zeros_4);
        const double miss_6 = (((logit >= 0x0.0p+0)) ? zeros_4 : ones_3);
        const double slope_7 = (miss_6 - (total_5 * q_2));
        const double arm_8 = (far_0 * miss_6);
        const double arm_9 = mul0_f64(far_0, miss_6, wild);
        const double distance_10 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_8 : arm_9);
        const double nll_11 = (distance_10 + (total_5 * log1p_unit_f64(e, wild)));
        const double arm_12 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_7 : arm_12)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double pos_weight, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double ones_3 = (pos_weight * y);
        const double zeros_4 = (0x1.0000000000000p+0 - y);
        const double total_5 = (ones_3 + zeros_4);
        const double miss_6 = (((logit >= 0x0.0p+0)) ? zeros_4 : ones_3);
        const double slope_7 = (miss_6 - (total_5 * q_2));
        const double arm_8 = (far_0 * miss_6);
        const double arm_9 = mul0_f64(far_0, miss_6, wild);
        const double distance_10 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_8 : arm_9);
        const double nll_11 = (distance_10 + (total_5 * log1p_unit_f64(e, wild)));
        const double arm_12 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_7 : arm_12)) * scale;
        out_h0[i] = (((total_5 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_weighted_nf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double pos_weight, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double ones_3 = (pos_weight * y);
        const double zeros_4 = (0x1.0000000000000p+0 - y);
        const double total_5 = (ones_3 + zeros_4);
        const double miss_6 = (((logit >= 0x0.0p+0)) ? zeros_4 : ones_3);
        const double slope_7 = (miss_6 - (total_5 * q_2));
        const double arm_8 = (far_0 * miss_6);
        const double arm_9 = mul0_f64(far_0, miss_6, wild);
        const double distance_10 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_8 : arm_9);
        const double nll_11 = (distance_10 + (total_5 * log1p_unit_f64(e, wild)));
        const double arm_12 = ((pos_weight * inverse_1) + q_2);
        const double arm_13 = ((pos_weight * q_2) + inverse_1);
        const double expected_14 = (((logit >= 0x0.0p+0)) ? arm_12 : arm_13);
        const double arm_15 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_7 : arm_15)) * scale;
        out_h0[i] = (((expected_14 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_nf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_nf_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_weighted_no_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double pos_weight, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double ones_3 = (pos_weight * y);
        const double zeros_4 = (0x1.0000000000000p+0 - y);
        const double total_5 = (ones_3 + zeros_4);
        const double miss_6 = (((logit >= 0x0.0p+0)) ? zeros_4 : ones_3);
        const double slope_7 = (miss_6 - (total_5 * q_2));
        const double arm_8 = (far_0 * miss_6);
        const double arm_9 = mul0_f64(far_0, miss_6, wild);
        const double distance_10 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_8 : arm_9);
        const double nll_11 = (distance_10 + (total_5 * log1p_unit_f64(e, wild)));
        const double arm_12 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_7 : arm_12)) * scale;
        out_h0[i] = (((total_5 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_no_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_no_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int bernoulli_weighted_nf_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_logit, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double pos_weight, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_e[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double far_0 = abs_f64(logit);
        stage_e[i] = exp_f64((-far_0), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double logit = in_logit[i];
        const double e = stage_e[i];
        const double far_0 = abs_f64(logit);
        const double inverse_1 = (0x1.0000000000000p+0 / (0x1.0000000000000p+0 + e));
        const double q_2 = (e * inverse_1);
        const double ones_3 = (pos_weight * y);
        const double zeros_4 = (0x1.0000000000000p+0 - y);
        const double total_5 = (ones_3 + zeros_4);
        const double miss_6 = (((logit >= 0x0.0p+0)) ? zeros_4 : ones_3);
        const double slope_7 = (miss_6 - (total_5 * q_2));
        const double arm_8 = (far_0 * miss_6);
        const double arm_9 = mul0_f64(far_0, miss_6, wild);
        const double distance_10 = (fx_usual_f64(wild, ((far_0 <= 0x1.6200000000000p+9))) ? arm_8 : arm_9);
        const double nll_11 = (distance_10 + (total_5 * log1p_unit_f64(e, wild)));
        const double arm_12 = ((pos_weight * inverse_1) + q_2);
        const double arm_13 = ((pos_weight * q_2) + inverse_1);
        const double expected_14 = (((logit >= 0x0.0p+0)) ? arm_12 : arm_13);
        const double arm_15 = (-slope_7);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = ((((logit >= 0x0.0p+0)) ? slope_7 : arm_15)) * scale;
        out_h0[i] = (((expected_14 * q_2) * inverse_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int bernoulli_weighted_nf_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return bernoulli_weighted_nf_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_bernoulli_weighted {"bernoulli_weighted", 1, 1, {{{{bernoulli_weighted_no_0_f32, bernoulli_weighted_no_0_f32}, {bernoulli_weighted_no_0_f32, bernoulli_weighted_no_0_f32}}, {{bernoulli_weighted_no_1_f32, bernoulli_weighted_no_1_f32}, {bernoulli_weighted_no_1_f32, bernoulli_weighted_no_1_f32}}, {{bernoulli_weighted_no_2_f32, bernoulli_weighted_nf_2_f32}, {bernoulli_weighted_no_2_f32, bernoulli_weighted_nf_2_f32}}, {{bernoulli_weighted_no_3_f32, bernoulli_weighted_nf_3_f32}, {bernoulli_weighted_no_3_f32, bernoulli_weighted_nf_3_f32}}}, {{{bernoulli_weighted_no_0_f64, bernoulli_weighted_no_0_f64}, {bernoulli_weighted_no_0_f64, bernoulli_weighted_no_0_f64}}, {{bernoulli_weighted_no_1_f64, bernoulli_weighted_no_1_f64}, {bernoulli_weighted_no_1_f64, bernoulli_weighted_no_1_f64}}, {{bernoulli_weighted_no_2_f64, bernoulli_weighted_nf_2_f64}, {bernoulli_weighted_no_2_f64, bernoulli_weighted_nf_2_f64}}, {{bernoulli_weighted_no_3_f64, bernoulli_weighted_nf_3_f64}, {bernoulli_weighted_no_3_f64, bernoulli_weighted_nf_3_f64}}}}}

static FX_NOINLINE int exponential_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f32(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float load = stage_load[i];
        const float loss_0 = (load - log_rate);
        const float arm_1 = (((load == (float)INFINITY)) ? load : loss_0);
        const float nll_2 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? loss_0 : arm_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_0_f32_loop(n, in[0], in[1], out[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f32(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float load = stage_load[i];
        const float loss_0 = (load - log_rate);
        const float arm_1 = (((load == (float)INFINITY)) ? load : loss_0);
        const float nll_2 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? loss_0 : arm_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0f)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f32(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float load = stage_load[i];
        const float loss_0 = (load - log_rate);
        const float arm_1 = (((load == (float)INFINITY)) ? load : loss_0);
        const float nll_2 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const float arm_4 = load;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0f)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_nf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f32(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float load = stage_load[i];
        const float loss_0 = (load - log_rate);
        const float arm_1 = (((load == (float)INFINITY)) ? load : loss_0);
        const float nll_2 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const float arm_4 = 0x1.0000000000000p+0f;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0f)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_nf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_nf_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_no_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f32(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float load = stage_load[i];
        const float loss_0 = (load - log_rate);
        const float arm_1 = (((load == (float)INFINITY)) ? load : loss_0);
        const float nll_2 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const float arm_4 = load;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0f)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_nf_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f32(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float load = stage_load[i];
        const float loss_0 = (load - log_rate);
        const float arm_1 = (((load == (float)INFINITY)) ? load : loss_0);
        const float nll_2 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const float arm_4 = 0x1.0000000000000p+0f;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0f)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_nf_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_nf_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f64(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double load = stage_load[i];
        const double loss_0 = (load - log_rate);
        const double arm_1 = (((load == (double)INFINITY)) ? load : loss_0);
        const double nll_2 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? loss_0 : arm_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_0_f64_loop(n, in[0], in[1], out[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f64(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double load = stage_load[i];
        const double loss_0 = (load - log_rate);
        const double arm_1 = (((load == (double)INFINITY)) ? load : loss_0);
        const double nll_2 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? loss_0 : arm_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f64(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double load = stage_load[i];
        const double loss_0 = (load - log_rate);
        const double arm_1 = (((load == (double)INFINITY)) ? load : loss_0);
        const double nll_2 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const double arm_4 = load;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_nf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f64(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double load = stage_load[i];
        const double loss_0 = (load - log_rate);
        const double arm_1 = (((load == (double)INFINITY)) ? load : loss_0);
        const double nll_2 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const double arm_4 = 0x1.0000000000000p+0;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_nf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_nf_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_no_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f64(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double load = stage_load[i];
        const double loss_0 = (load - log_rate);
        const double arm_1 = (((load == (double)INFINITY)) ? load : loss_0);
        const double nll_2 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const double arm_4 = load;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_no_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_no_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_nf_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_load[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_load[i] = mulexp_f64(y, log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double load = stage_load[i];
        const double loss_0 = (load - log_rate);
        const double arm_1 = (((load == (double)INFINITY)) ? load : loss_0);
        const double nll_2 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? loss_0 : arm_1);
        const int known_3 = ((load == load));
        const double arm_4 = 0x1.0000000000000p+0;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = ((load - 0x1.0000000000000p+0)) * scale;
        out_h0[i] = ((known_3 ? arm_4 : load)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_nf_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_nf_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_exponential {"exponential", 1, 0, {{{{exponential_no_0_f32, exponential_no_0_f32}, {exponential_no_0_f32, exponential_no_0_f32}}, {{exponential_no_1_f32, exponential_no_1_f32}, {exponential_no_1_f32, exponential_no_1_f32}}, {{exponential_no_2_f32, exponential_nf_2_f32}, {exponential_no_2_f32, exponential_nf_2_f32}}, {{exponential_no_3_f32, exponential_nf_3_f32}, {exponential_no_3_f32, exponential_nf_3_f32}}}, {{{exponential_no_0_f64, exponential_no_0_f64}, {exponential_no_0_f64, exponential_no_0_f64}}, {{exponential_no_1_f64, exponential_no_1_f64}, {exponential_no_1_f64, exponential_no_1_f64}}, {{exponential_no_2_f64, exponential_nf_2_f64}, {exponential_no_2_f64, exponential_nf_2_f64}}, {{exponential_no_3_f64, exponential_nf_3_f64}, {exponential_no_3_f64, exponential_nf_3_f64}}}}}

static FX_NOINLINE int exponential_identity_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_rate, float *FX_RESTRICT out_nll, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float rate = in_rate[i];
        const int legal_0 = ((rate >= 0x0.0p+0f));
        const float inverse_1 = (0x1.0000000000000p+0f / abs_f32(rate));
        const float load_2 = mul0_f32(rate, y, wild);
        const float arm_3 = (load_2 - log_f32(rate, wild));
        const float nll_4 = (((load_2 == (float)INFINITY)) ? load_2 : arm_3);
        const float illegal_5 = ((0x0.0p+0f * inverse_1) * (float)INFINITY);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (legal_0 ? nll_4 : illegal_5);
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_identity_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_identity_no_0_f32_loop(n, in[0], in[1], out[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_identity_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float rate = in_rate[i];
        const int legal_0 = ((rate >= 0x0.0p+0f));
        const float inverse_1 = (0x1.0000000000000p+0f / abs_f32(rate));
        const float load_2 = mul0_f32(rate, y, wild);
        const float arm_3 = (load_2 - log_f32(rate, wild));
        const float nll_4 = (((load_2 == (float)INFINITY)) ? load_2 : arm_3);
        const float illegal_5 = ((0x0.0p+0f * inverse_1) * (float)INFINITY);
        const float arm_6 = (y - inverse_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (legal_0 ? nll_4 : illegal_5);
        out_g0[i] = ((legal_0 ? arm_6 : illegal_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_identity_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_identity_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_identity_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float rate = in_rate[i];
        const int legal_0 = ((rate >= 0x0.0p+0f));
        const float inverse_1 = (0x1.0000000000000p+0f / abs_f32(rate));
        const float load_2 = mul0_f32(rate, y, wild);
        const float arm_3 = (load_2 - log_f32(rate, wild));
        const float nll_4 = (((load_2 == (float)INFINITY)) ? load_2 : arm_3);
        const float illegal_5 = ((0x0.0p+0f * inverse_1) * (float)INFINITY);
        const float arm_6 = (y - inverse_1);
        const float arm_7 = (inverse_1 * inverse_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (legal_0 ? nll_4 : illegal_5);
        out_g0[i] = ((legal_0 ? arm_6 : illegal_5)) * scale;
        out_h0[i] = ((legal_0 ? arm_7 : illegal_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_identity_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_identity_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int exponential_identity_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_rate, double *FX_RESTRICT out_nll, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double rate = in_rate[i];
        const int legal_0 = ((rate >= 0x0.0p+0));
        const double inverse_1 = (0x1.0000000000000p+0 / abs_f64(rate));
        const double load_2 = mul0_f64(rate, y, wild);
        const double arm_3 = (load_2 - log_f64(rate, wild));
        const double nll_4 = (((load_2 == (double)INFINITY)) ? load_2 : arm_3);
        const double illegal_5 = ((0x0.0p+0 * inverse_1) * (double)INFINITY);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (legal_0 ? nll_4 : illegal_5);
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_identity_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_identity_no_0_f64_loop(n, in[0], in[1], out[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_identity_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double rate = in_rate[i];
        const int legal_0 = ((rate >= 0x0.0p+0));
        const double inverse_1 = (0x1.0000000000000p+0 / abs_f64(rate));
        const double load_2 = mul0_f64(rate, y, wild);
        const double arm_3 = (load_2 - log_f64(rate, wild));
        const double nll_4 = (((load_2 == (double)INFINITY)) ? load_2 : arm_3);
        const double illegal_5 = ((0x0.0p+0 * inverse_1) * (double)INFINITY);
        const double arm_6 = (y - inverse_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (legal_0 ? nll_4 : illegal_5);
        out_g0[i] = ((legal_0 ? arm_6 : illegal_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_identity_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_identity_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int exponential_identity_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double rate = in_rate[i];
        const int legal_0 = ((rate >= 0x0.0p+0));
        const double inverse_1 = (0x1.0000000000000p+0 / abs_f64(rate));
        const double load_2 = mul0_f64(rate, y, wild);
        const double arm_3 = (load_2 - log_f64(rate, wild));
        const double nll_4 = (((load_2 == (double)INFINITY)) ? load_2 : arm_3);
        const double illegal_5 = ((0x0.0p+0 * inverse_1) * (double)INFINITY);
        const double arm_6 = (y - inverse_1);
        const double arm_7 = (inverse_1 * inverse_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = (legal_0 ? nll_4 : illegal_5);
        out_g0[i] = ((legal_0 ? arm_6 : illegal_5)) * scale;
        out_h0[i] = ((legal_0 ? arm_7 : illegal_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int exponential_identity_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return exponential_identity_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_exponential_identity {"exponential_identity", 1, 0, {{{{exponential_identity_no_0_f32, exponential_identity_no_0_f32}, {exponential_identity_no_0_f32, exponential_identity_no_0_f32}}, {{exponential_identity_no_1_f32, exponential_identity_no_1_f32}, {exponential_identity_no_1_f32, exponential_identity_no_1_f32}}, {{exponential_identity_no_2_f32, exponential_identity_no_2_f32}, {exponential_identity_no_2_f32, exponential_identity_no_2_f32}}, {{NULL, NULL}, {NULL, NULL}}}, {{{exponential_identity_no_0_f64, exponential_identity_no_0_f64}, {exponential_identity_no_0_f64, exponential_identity_no_0_f64}}, {{exponential_identity_no_1_f64, exponential_identity_no_1_f64}, {exponential_identity_no_1_f64, exponential_identity_no_1_f64}}, {{exponential_identity_no_2_f64, exponential_identity_no_2_f64}, {exponential_identity_no_2_f64, exponential_identity_no_2_f64}}, {{NULL, NULL}, {NULL, NULL}}}}}

static FX_NOINLINE int laplace_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = log_scale;
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_0_f32_loop(n, in[0], in[1], in[2], out[0], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_co_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = (log_scale + log_2);
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_0_f32_loop(n, in[0], in[1], in[2], out[0], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = log_scale;
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_1_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_co_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = (log_scale + log_2);
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_1_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = log_scale;
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0f : log_scale);
        const float h_loc_15 = flat_14;
        const float h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_nf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = log_scale;
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0f : log_scale);
        const float h_loc_15 = (inverse * inverse);
        const float h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_nf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_nf_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_co_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = (log_scale + log_2);
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0f : log_scale);
        const float h_loc_15 = flat_14;
        const float h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_cf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = (log_scale + log_2);
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0f : log_scale);
        const float h_loc_15 = (inverse * inverse);
        const float h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_cf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_cf_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_no_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = log_scale;
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0f : log_scale);
        const float h_loc_15 = flat_14;
        const float h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_nf_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = log_scale;
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0f : log_scale);
        const float h_loc_15 = (inverse * inverse);
        const float h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_nf_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_nf_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_co_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = (log_scale + log_2);
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0f : log_scale);
        const float h_loc_15 = flat_14;
        const float h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_cf_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float log_2, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const int tame_2 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_3 = (far_1 * inverse);
        const float arm_4 = mulexp_f32(far_1, (-log_scale), wild);
        const float size_5 = (fx_usual_f32(wild, tame_2) ? arm_3 : arm_4);
        const float norm_6 = (log_scale + log_2);
        const float finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const float arm_8 = (finite_7 + norm_6);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (size_5 + norm_6);
        const float nll_11 = (fx_usual_f32(wild, tame_2) ? arm_10 : loss_9);
        const float arm_12 = copysign_f32(inverse, (-residual_0));
        const float slope_13 = (((far_1 > 0x0.0p+0f)) ? arm_12 : residual_0);
        const float expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0f : log_scale);
        const float h_loc_15 = (inverse * inverse);
        const float h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_cf_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_cf_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = log_scale;
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_0_f64_loop(n, in[0], in[1], in[2], out[0], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_co_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = (log_scale + log_2);
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_0_f64_loop(n, in[0], in[1], in[2], out[0], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = log_scale;
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_1_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_co_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = (log_scale + log_2);
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_1_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = log_scale;
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0 : log_scale);
        const double h_loc_15 = flat_14;
        const double h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_nf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = log_scale;
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0 : log_scale);
        const double h_loc_15 = (inverse * inverse);
        const double h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_nf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_nf_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_co_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = (log_scale + log_2);
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0 : log_scale);
        const double h_loc_15 = flat_14;
        const double h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_cf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = (log_scale + log_2);
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0 : log_scale);
        const double h_loc_15 = (inverse * inverse);
        const double h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_cf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_cf_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_no_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = log_scale;
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0 : log_scale);
        const double h_loc_15 = flat_14;
        const double h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_no_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_no_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_nf_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = log_scale;
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0 : log_scale);
        const double h_loc_15 = (inverse * inverse);
        const double h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_nf_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_nf_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_co_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = (log_scale + log_2);
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double flat_14 = (((log_scale == log_scale)) ? 0x0.0p+0 : log_scale);
        const double h_loc_15 = flat_14;
        const double h_log_scale_16 = size_5;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_co_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_co_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_cf_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double log_2, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const int tame_2 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_3 = (far_1 * inverse);
        const double arm_4 = mulexp_f64(far_1, (-log_scale), wild);
        const double size_5 = (fx_usual_f64(wild, tame_2) ? arm_3 : arm_4);
        const double norm_6 = (log_scale + log_2);
        const double finite_7 = (((size_5 == size_5)) ? size_5 : far_1);
        const double arm_8 = (finite_7 + norm_6);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (size_5 + norm_6);
        const double nll_11 = (fx_usual_f64(wild, tame_2) ? arm_10 : loss_9);
        const double arm_12 = copysign_f64(inverse, (-residual_0));
        const double slope_13 = (((far_1 > 0x0.0p+0)) ? arm_12 : residual_0);
        const double expected_14 = (((log_scale == log_scale)) ? 0x1.0000000000000p+0 : log_scale);
        const double h_loc_15 = (inverse * inverse);
        const double h_log_scale_16 = expected_14;
        const int known_17 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
        out_g0[i] = (slope_13) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - size_5)) * scale;
        out_h0[i] = ((known_17 ? h_loc_15 : size_5)) * scale;
        out_h1[i] = ((known_17 ? h_log_scale_16 : size_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_cf_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_cf_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_laplace {"laplace", 2, 1, {{{{laplace_no_0_f32, laplace_no_0_f32}, {laplace_co_0_f32, laplace_co_0_f32}}, {{laplace_no_1_f32, laplace_no_1_f32}, {laplace_co_1_f32, laplace_co_1_f32}}, {{laplace_no_2_f32, laplace_nf_2_f32}, {laplace_co_2_f32, laplace_cf_2_f32}}, {{laplace_no_3_f32, laplace_nf_3_f32}, {laplace_co_3_f32, laplace_cf_3_f32}}}, {{{laplace_no_0_f64, laplace_no_0_f64}, {laplace_co_0_f64, laplace_co_0_f64}}, {{laplace_no_1_f64, laplace_no_1_f64}, {laplace_co_1_f64, laplace_co_1_f64}}, {{laplace_no_2_f64, laplace_nf_2_f64}, {laplace_co_2_f64, laplace_cf_2_f64}}, {{laplace_no_3_f64, laplace_nf_3_f64}, {laplace_co_3_f64, laplace_cf_3_f64}}}}}

static FX_NOINLINE int laplace_fixed_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + 0x0.0p+0f);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_no_0_f32_loop(n, in[0], in[1], out[0], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_co_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + log_norm);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_co_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_co_0_f32_loop(n, in[0], in[1], out[0], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + 0x0.0p+0f);
        const float arm_3 = copysign_f32(inverse, (-residual_0));
        const float slope_4 = (((far_1 > 0x0.0p+0f)) ? arm_3 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_co_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + log_norm);
        const float arm_3 = copysign_f32(inverse, (-residual_0));
        const float slope_4 = (((far_1 > 0x0.0p+0f)) ? arm_3 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_co_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_co_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + 0x0.0p+0f);
        const float arm_3 = copysign_f32(inverse, (-residual_0));
        const float slope_4 = (((far_1 > 0x0.0p+0f)) ? arm_3 : residual_0);
        const float h_loc_5 = 0x0.0p+0f;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_nf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + 0x0.0p+0f);
        const float arm_3 = copysign_f32(inverse, (-residual_0));
        const float slope_4 = (((far_1 > 0x0.0p+0f)) ? arm_3 : residual_0);
        const float h_loc_5 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_nf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_nf_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_co_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + log_norm);
        const float arm_3 = copysign_f32(inverse, (-residual_0));
        const float slope_4 = (((far_1 > 0x0.0p+0f)) ? arm_3 : residual_0);
        const float h_loc_5 = 0x0.0p+0f;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_co_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_co_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_cf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float residual_0 = (y - loc);
        const float far_1 = abs_f32(residual_0);
        const float nll_2 = ((far_1 * inverse) + log_norm);
        const float arm_3 = copysign_f32(inverse, (-residual_0));
        const float slope_4 = (((far_1 > 0x0.0p+0f)) ? arm_3 : residual_0);
        const float h_loc_5 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_cf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_cf_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int laplace_fixed_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + 0x0.0p+0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_no_0_f64_loop(n, in[0], in[1], out[0], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_co_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + log_norm);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_co_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_co_0_f64_loop(n, in[0], in[1], out[0], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + 0x0.0p+0);
        const double arm_3 = copysign_f64(inverse, (-residual_0));
        const double slope_4 = (((far_1 > 0x0.0p+0)) ? arm_3 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_co_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + log_norm);
        const double arm_3 = copysign_f64(inverse, (-residual_0));
        const double slope_4 = (((far_1 > 0x0.0p+0)) ? arm_3 : residual_0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_co_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_co_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + 0x0.0p+0);
        const double arm_3 = copysign_f64(inverse, (-residual_0));
        const double slope_4 = (((far_1 > 0x0.0p+0)) ? arm_3 : residual_0);
        const double h_loc_5 = 0x0.0p+0;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_nf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + 0x0.0p+0);
        const double arm_3 = copysign_f64(inverse, (-residual_0));
        const double slope_4 = (((far_1 > 0x0.0p+0)) ? arm_3 : residual_0);
        const double h_loc_5 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_nf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_nf_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_co_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + log_norm);
        const double arm_3 = copysign_f64(inverse, (-residual_0));
        const double slope_4 = (((far_1 > 0x0.0p+0)) ? arm_3 : residual_0);
        const double h_loc_5 = 0x0.0p+0;
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_co_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_co_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int laplace_fixed_cf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double residual_0 = (y - loc);
        const double far_1 = abs_f64(residual_0);
        const double nll_2 = ((far_1 * inverse) + log_norm);
        const double arm_3 = copysign_f64(inverse, (-residual_0));
        const double slope_4 = (((far_1 > 0x0.0p+0)) ? arm_3 : residual_0);
        const double h_loc_5 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_2;
        out_g0[i] = (slope_4) * scale;
        out_h0[i] = ((((far_1 == far_1)) ? h_loc_5 : far_1)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int laplace_fixed_cf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return laplace_fixed_cf_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_laplace_fixed {"laplace_fixed", 1, 2, {{{{laplace_fixed_no_0_f32, laplace_fixed_no_0_f32}, {laplace_fixed_co_0_f32, laplace_fixed_co_0_f32}}, {{laplace_fixed_no_1_f32, laplace_fixed_no_1_f32}, {laplace_fixed_co_1_f32, laplace_fixed_co_1_f32}}, {{laplace_fixed_no_2_f32, laplace_fixed_nf_2_f32}, {laplace_fixed_co_2_f32, laplace_fixed_cf_2_f32}}, {{NULL, NULL}, {NULL, NULL}}}, {{{laplace_fixed_no_0_f64, laplace_fixed_no_0_f64}, {laplace_fixed_co_0_f64, laplace_fixed_co_0_f64}}, {{laplace_fixed_no_1_f64, laplace_fixed_no_1_f64}, {laplace_fixed_co_1_f64, laplace_fixed_co_1_f64}}, {{laplace_fixed_no_2_f64, laplace_fixed_nf_2_f64}, {laplace_fixed_co_2_f64, laplace_fixed_cf_2_f64}}, {{NULL, NULL}, {NULL, NULL}}}}}

static FX_NOINLINE int normal_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float half_5 = (((0x1.0000000000000p-1f * z_4) * z_4) + 0x0.0p+0f);
        const float arm_6 = abs_f32(residual_0);
        const float finite_7 = (((half_5 == half_5)) ? half_5 : arm_6);
        const float arm_8 = (finite_7 + log_scale);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (half_5 + log_scale);
        const float nll_11 = (fx_usual_f32(wild, tame_1) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_0_f32_loop(n, in[0], in[1], in[2], out[0], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_co_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float half_5 = (((0x1.0000000000000p-1f * z_4) * z_4) + half_log_2pi);
        const float arm_6 = abs_f32(residual_0);
        const float finite_7 = (((half_5 == half_5)) ? half_5 : arm_6);
        const float arm_8 = (finite_7 + log_scale);
        const float loss_9 = (((finite_7 == (float)INFINITY)) ? finite_7 : arm_8);
        const float arm_10 = (half_5 + log_scale);
        const float nll_11 = (fx_usual_f32(wild, tame_1) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_0_f32_loop(n, in[0], in[1], in[2], out[0], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + 0x0.0p+0f);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_1_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_co_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + half_log_2pi);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_1_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + 0x0.0p+0f);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float h_log_scale_17 = (0x1.0000000000000p+1f * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_nf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + 0x0.0p+0f);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1f : log_scale);
        const float h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_nf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_nf_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_co_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + half_log_2pi);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float h_log_scale_17 = (0x1.0000000000000p+1f * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_cf_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + half_log_2pi);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1f : log_scale);
        const float h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_cf_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_cf_2_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_no_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + 0x0.0p+0f);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float h_log_scale_17 = (0x1.0000000000000p+1f * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_nf_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + 0x0.0p+0f);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1f : log_scale);
        const float h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_nf_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_nf_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_co_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + half_log_2pi);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float h_log_scale_17 = (0x1.0000000000000p+1f * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_cf_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, const float *FX_RESTRICT in_log_scale, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_g1, float *FX_RESTRICT out_h0, float *FX_RESTRICT out_h1, const float half_log_2pi, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f32(0x1.0000000000000p+0f, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float log_scale = in_log_scale[i];
        const float inverse = stage_inverse[i];
        const float residual_0 = (y - loc);
        const int tame_1 = ((abs_f32(log_scale) <= 0x1.5c00000000000p+6f));
        const float arm_2 = (residual_0 * inverse);
        const float arm_3 = mulexp_f32(residual_0, (-log_scale), wild);
        const float z_4 = (fx_usual_f32(wild, tame_1) ? arm_2 : arm_3);
        const float square_5 = (z_4 * z_4);
        const float half_6 = (((0x1.0000000000000p-1f * z_4) * z_4) + half_log_2pi);
        const float arm_7 = abs_f32(residual_0);
        const float finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const float arm_9 = (finite_8 + log_scale);
        const float loss_10 = (((finite_8 == (float)INFINITY)) ? finite_8 : arm_9);
        const float arm_11 = (half_6 + log_scale);
        const float nll_12 = (fx_usual_f32(wild, tame_1) ? arm_11 : loss_10);
        const float arm_13 = (inverse * z_4);
        const float arm_14 = mul0_f32(inverse, z_4, wild);
        const float slope_15 = (fx_usual_f32(wild, tame_1) ? arm_13 : arm_14);
        const float h_loc_16 = (inverse * inverse);
        const float expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1f : log_scale);
        const float h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0f - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_cf_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_cf_3_f32_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (float)settings[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double half_5 = (((0x1.0000000000000p-1 * z_4) * z_4) + 0x0.0p+0);
        const double arm_6 = abs_f64(residual_0);
        const double finite_7 = (((half_5 == half_5)) ? half_5 : arm_6);
        const double arm_8 = (finite_7 + log_scale);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (half_5 + log_scale);
        const double nll_11 = (fx_usual_f64(wild, tame_1) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_0_f64_loop(n, in[0], in[1], in[2], out[0], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_co_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double half_5 = (((0x1.0000000000000p-1 * z_4) * z_4) + half_log_2pi);
        const double arm_6 = abs_f64(residual_0);
        const double finite_7 = (((half_5 == half_5)) ? half_5 : arm_6);
        const double arm_8 = (finite_7 + log_scale);
        const double loss_9 = (((finite_7 == (double)INFINITY)) ? finite_7 : arm_8);
        const double arm_10 = (half_5 + log_scale);
        const double nll_11 = (fx_usual_f64(wild, tame_1) ? arm_10 : loss_9);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_11;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_0_f64_loop(n, in[0], in[1], in[2], out[0], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + 0x0.0p+0);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_1_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_co_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + half_log_2pi);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_1_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + 0x0.0p+0);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double h_log_scale_17 = (0x1.0000000000000p+1 * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_nf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + 0x0.0p+0);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1 : log_scale);
        const double h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_nf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_nf_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_co_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + half_log_2pi);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double h_log_scale_17 = (0x1.0000000000000p+1 * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_cf_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + half_log_2pi);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1 : log_scale);
        const double h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_cf_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_cf_2_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_no_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + 0x0.0p+0);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double h_log_scale_17 = (0x1.0000000000000p+1 * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_no_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_no_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_nf_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + 0x0.0p+0);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1 : log_scale);
        const double h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_nf_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_nf_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_co_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + half_log_2pi);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double h_log_scale_17 = (0x1.0000000000000p+1 * square_5);
        const int known_18 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_18 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_18 ? h_log_scale_17 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_co_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_co_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_cf_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, const double *FX_RESTRICT in_log_scale, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_g1, double *FX_RESTRICT out_h0, double *FX_RESTRICT out_h1, const double half_log_2pi, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_inverse[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        stage_inverse[i] = mulexp_f64(0x1.0000000000000p+0, (-log_scale), wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double log_scale = in_log_scale[i];
        const double inverse = stage_inverse[i];
        const double residual_0 = (y - loc);
        const int tame_1 = ((abs_f64(log_scale) <= 0x1.6200000000000p+9));
        const double arm_2 = (residual_0 * inverse);
        const double arm_3 = mulexp_f64(residual_0, (-log_scale), wild);
        const double z_4 = (fx_usual_f64(wild, tame_1) ? arm_2 : arm_3);
        const double square_5 = (z_4 * z_4);
        const double half_6 = (((0x1.0000000000000p-1 * z_4) * z_4) + half_log_2pi);
        const double arm_7 = abs_f64(residual_0);
        const double finite_8 = (((half_6 == half_6)) ? half_6 : arm_7);
        const double arm_9 = (finite_8 + log_scale);
        const double loss_10 = (((finite_8 == (double)INFINITY)) ? finite_8 : arm_9);
        const double arm_11 = (half_6 + log_scale);
        const double nll_12 = (fx_usual_f64(wild, tame_1) ? arm_11 : loss_10);
        const double arm_13 = (inverse * z_4);
        const double arm_14 = mul0_f64(inverse, z_4, wild);
        const double slope_15 = (fx_usual_f64(wild, tame_1) ? arm_13 : arm_14);
        const double h_loc_16 = (inverse * inverse);
        const double expected_17 = (((log_scale == log_scale)) ? 0x1.0000000000000p+1 : log_scale);
        const double h_log_scale_18 = expected_17;
        const int known_19 = ((residual_0 == residual_0));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_12;
        out_g0[i] = ((-slope_15)) * scale;
        out_g1[i] = ((0x1.0000000000000p+0 - square_5)) * scale;
        out_h0[i] = ((known_19 ? h_loc_16 : z_4)) * scale;
        out_h1[i] = ((known_19 ? h_log_scale_18 : z_4)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_cf_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_cf_3_f64_loop(n, in[0], in[1], in[2], out[0], out[1], out[2], out[3], out[4], (double)settings[0], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_normal {"normal", 2, 1, {{{{normal_no_0_f32, normal_no_0_f32}, {normal_co_0_f32, normal_co_0_f32}}, {{normal_no_1_f32, normal_no_1_f32}, {normal_co_1_f32, normal_co_1_f32}}, {{normal_no_2_f32, normal_nf_2_f32}, {normal_co_2_f32, normal_cf_2_f32}}, {{normal_no_3_f32, normal_nf_3_f32}, {normal_co_3_f32, normal_cf_3_f32}}}, {{{normal_no_0_f64, normal_no_0_f64}, {normal_co_0_f64, normal_co_0_f64}}, {{normal_no_1_f64, normal_no_1_f64}, {normal_co_1_f64, normal_co_1_f64}}, {{normal_no_2_f64, normal_nf_2_f64}, {normal_co_2_f64, normal_cf_2_f64}}, {{normal_no_3_f64, normal_nf_3_f64}, {normal_co_3_f64, normal_cf_3_f64}}}}}

static FX_NOINLINE int normal_fixed_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float z_0 = ((y - loc) * inverse);
        const float nll_1 = (((0x1.0000000000000p-1f * z_0) * z_0) + 0x0.0p+0f);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_no_0_f32_loop(n, in[0], in[1], out[0], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_fixed_co_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float z_0 = ((y - loc) * inverse);
        const float nll_1 = (((0x1.0000000000000p-1f * z_0) * z_0) + log_norm);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_co_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_co_0_f32_loop(n, in[0], in[1], out[0], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_fixed_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float z_0 = ((y - loc) * inverse);
        const float nll_1 = (((0x1.0000000000000p-1f * z_0) * z_0) + 0x0.0p+0f);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_fixed_co_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float z_0 = ((y - loc) * inverse);
        const float nll_1 = (((0x1.0000000000000p-1f * z_0) * z_0) + log_norm);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_co_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_co_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_fixed_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float z_0 = ((y - loc) * inverse);
        const float nll_1 = (((0x1.0000000000000p-1f * z_0) * z_0) + 0x0.0p+0f);
        const float arm_2 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
        out_h0[i] = ((((z_0 == z_0)) ? arm_2 : z_0)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_fixed_co_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_loc, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float inverse, const float log_norm, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float loc = in_loc[i];
        const float z_0 = ((y - loc) * inverse);
        const float nll_1 = (((0x1.0000000000000p-1f * z_0) * z_0) + log_norm);
        const float arm_2 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
        out_h0[i] = ((((z_0 == z_0)) ? arm_2 : z_0)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_co_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_co_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)settings[0], (float)settings[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int normal_fixed_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double z_0 = ((y - loc) * inverse);
        const double nll_1 = (((0x1.0000000000000p-1 * z_0) * z_0) + 0x0.0p+0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_no_0_f64_loop(n, in[0], in[1], out[0], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_fixed_co_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double z_0 = ((y - loc) * inverse);
        const double nll_1 = (((0x1.0000000000000p-1 * z_0) * z_0) + log_norm);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_co_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_co_0_f64_loop(n, in[0], in[1], out[0], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_fixed_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double z_0 = ((y - loc) * inverse);
        const double nll_1 = (((0x1.0000000000000p-1 * z_0) * z_0) + 0x0.0p+0);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_fixed_co_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double z_0 = ((y - loc) * inverse);
        const double nll_1 = (((0x1.0000000000000p-1 * z_0) * z_0) + log_norm);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_co_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_co_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_fixed_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double z_0 = ((y - loc) * inverse);
        const double nll_1 = (((0x1.0000000000000p-1 * z_0) * z_0) + 0x0.0p+0);
        const double arm_2 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
        out_h0[i] = ((((z_0 == z_0)) ? arm_2 : z_0)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int normal_fixed_co_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_loc, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double inverse, const double log_norm, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double loc = in_loc[i];
        const double z_0 = ((y - loc) * inverse);
        const double nll_1 = (((0x1.0000000000000p-1 * z_0) * z_0) + log_norm);
        const double arm_2 = (inverse * inverse);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = nll_1;
        out_g0[i] = (((-z_0) * inverse)) * scale;
        out_h0[i] = ((((z_0 == z_0)) ? arm_2 : z_0)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int normal_fixed_co_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return normal_fixed_co_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)settings[0], (double)settings[1], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_normal_fixed {"normal_fixed", 1, 2, {{{{normal_fixed_no_0_f32, normal_fixed_no_0_f32}, {normal_fixed_co_0_f32, normal_fixed_co_0_f32}}, {{normal_fixed_no_1_f32, normal_fixed_no_1_f32}, {normal_fixed_co_1_f32, normal_fixed_co_1_f32}}, {{normal_fixed_no_2_f32, normal_fixed_no_2_f32}, {normal_fixed_co_2_f32, normal_fixed_co_2_f32}}, {{NULL, NULL}, {NULL, NULL}}}, {{{normal_fixed_no_0_f64, normal_fixed_no_0_f64}, {normal_fixed_co_0_f64, normal_fixed_co_0_f64}}, {{normal_fixed_no_1_f64, normal_fixed_no_1_f64}, {normal_fixed_co_1_f64, normal_fixed_co_1_f64}}, {{normal_fixed_no_2_f64, normal_fixed_no_2_f64}, {normal_fixed_co_2_f64, normal_fixed_co_2_f64}}, {{NULL, NULL}, {NULL, NULL}}}}}

static FX_NOINLINE int poisson_no_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float arm_0 = (mean - mul0_f32(log_rate, y, wild));
        const float loss_1 = (((mean == (float)INFINITY)) ? mean : arm_0);
        const float arm_2 = (mean - (log_rate * y));
        const float short_3 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_0_f32_loop(n, in[0], in[1], out[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_co_0_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float full_0 = (deviance_f32(y, mean, log_rate, wild) + log_factorial_excess_f32(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_0_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_0_f32_loop(n, in[0], in[1], out[0], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_no_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float arm_0 = (mean - mul0_f32(log_rate, y, wild));
        const float loss_1 = (((mean == (float)INFINITY)) ? mean : arm_0);
        const float arm_2 = (mean - (log_rate * y));
        const float short_3 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
        out_g0[i] = ((mean - y)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_co_1_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float full_0 = (deviance_f32(y, mean, log_rate, wild) + log_factorial_excess_f32(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
        out_g0[i] = ((mean - y)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_1_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_1_f32_loop(n, in[0], in[1], out[0], out[1], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_no_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float arm_0 = (mean - mul0_f32(log_rate, y, wild));
        const float loss_1 = (((mean == (float)INFINITY)) ? mean : arm_0);
        const float arm_2 = (mean - (log_rate * y));
        const float short_3 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_co_2_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float full_0 = (deviance_f32(y, mean, log_rate, wild) + log_factorial_excess_f32(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_2_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_2_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_no_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float arm_0 = (mean - mul0_f32(log_rate, y, wild));
        const float loss_1 = (((mean == (float)INFINITY)) ? mean : arm_0);
        const float arm_2 = (mean - (log_rate * y));
        const float short_3 = (fx_usual_f32(wild, ((abs_f32(log_rate) <= 0x1.5c00000000000p+6f))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_co_3_f32_loop(ptrdiff_t n, const float *FX_RESTRICT in_y, const float *FX_RESTRICT in_log_rate, float *FX_RESTRICT out_nll, float *FX_RESTRICT out_g0, float *FX_RESTRICT out_h0, const float scale, const float lower, const float upper) {
    int32_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    float stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        stage_mean[i] = exp_f32(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const float y = in_y[i];
        const float log_rate = in_log_rate[i];
        const float mean = stage_mean[i];
        const float full_0 = (deviance_f32(y, mean, log_rate, wild) + log_factorial_excess_f32(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_3_f32(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_3_f32_loop(n, in[0], in[1], out[0], out[1], out[2], (float)scale, (float)lower, (float)upper);
}

static FX_NOINLINE int poisson_no_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double arm_0 = (mean - mul0_f64(log_rate, y, wild));
        const double loss_1 = (((mean == (double)INFINITY)) ? mean : arm_0);
        const double arm_2 = (mean - (log_rate * y));
        const double short_3 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_0_f64_loop(n, in[0], in[1], out[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_co_0_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double full_0 = (deviance_f64(y, mean, log_rate, wild) + log_factorial_excess_f64(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_0_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_0_f64_loop(n, in[0], in[1], out[0], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_no_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double arm_0 = (mean - mul0_f64(log_rate, y, wild));
        const double loss_1 = (((mean == (double)INFINITY)) ? mean : arm_0);
        const double arm_2 = (mean - (log_rate * y));
        const double short_3 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
        out_g0[i] = ((mean - y)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_co_1_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double full_0 = (deviance_f64(y, mean, log_rate, wild) + log_factorial_excess_f64(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
        out_g0[i] = ((mean - y)) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_1_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_1_f64_loop(n, in[0], in[1], out[0], out[1], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_no_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double arm_0 = (mean - mul0_f64(log_rate, y, wild));
        const double loss_1 = (((mean == (double)INFINITY)) ? mean : arm_0);
        const double arm_2 = (mean - (log_rate * y));
        const double short_3 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_co_2_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = &unusual;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double full_0 = (deviance_f64(y, mean, log_rate, wild) + log_factorial_excess_f64(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_2_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_2_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_no_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double arm_0 = (mean - mul0_f64(log_rate, y, wild));
        const double loss_1 = (((mean == (double)INFINITY)) ? mean : arm_0);
        const double arm_2 = (mean - (log_rate * y));
        const double short_3 = (fx_usual_f64(wild, ((abs_f64(log_rate) <= 0x1.6200000000000p+9))) ? arm_2 : loss_1);
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = short_3;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_no_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_no_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}

static FX_NOINLINE int poisson_co_3_f64_loop(ptrdiff_t n, const double *FX_RESTRICT in_y, const double *FX_RESTRICT in_log_rate, double *FX_RESTRICT out_nll, double *FX_RESTRICT out_g0, double *FX_RESTRICT out_h0, const double scale, const double lower, const double upper) {
    int64_t outside = 0, unusual = 0, *const wild = NULL;
    (void)scale;
    double stage_mean[FX_CHUNK];
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        stage_mean[i] = exp_f64(log_rate, wild);
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const double y = in_y[i];
        const double log_rate = in_log_rate[i];
        const double mean = stage_mean[i];
        const double full_0 = (deviance_f64(y, mean, log_rate, wild) + log_factorial_excess_f64(y, wild));
        outside |= y >= lower ? 0 : -1;
        outside |= y <= upper ? 0 : -1;
        out_nll[i] = full_0;
        out_g0[i] = ((mean - y)) * scale;
        out_h0[i] = (mean) * scale;
    }

    return (outside ? FX_OUTSIDE : 0) | (unusual ? FX_UNUSUAL : 0);
}
static int poisson_co_3_f64(ptrdiff_t n, const void *const *in, void *const *out, const double *settings, double scale,
                  double lower, double upper) {
    (void)settings;
    return poisson_co_3_f64_loop(n, in[0], in[1], out[0], out[1], out[2], (double)scale, (double)lower, (double)upper);
}
#define FX_LAW_poisson {"poisson", 1, 0, {{{{poisson_no_0_f32, poisson_no_0_f32}, {poisson_co_0_f32, poisson_co_0_f32}}, {{poisson_no_1_f32, poisson_no_1_f32}, {poisson_co_1_f32, poisson_co_1_f32}}, {{poisson_no_2_f32, poisson_no_2_f32}, {poisson_co_2_f32, poisson_co_2_f32}}, {{poisson_no_3_f32, poisson_no_3_f32}, {poisson_co_3_f32, poisson_co_3_f32}}}, {{{poisson_no_0_f64, poisson_no_0_f64}, {poisson_co_0_f64, poisson_co_0_f64}}, {{poisson_no_1_f64, poisson_no_1_f64}, {poisson_co_1_f64, poisson_co_1_f64}}, {{poisson_no_2_f64, poisson_no_2_f64}, {poisson_co_2_f64, poisson_co_2_f64}}, {{poisson_no_3_f64, poisson_no_3_f64}, {poisson_co_3_f64, poisson_co_3_f64}}}}}

#define FX_N_LAWS 9
#define FX_LAWS {FX_LAW_bernoulli, FX_LAW_bernoulli_weighted, FX_LAW_exponential, FX_LAW_exponential_identity, FX_LAW_laplace, FX_LAW_laplace_fixed, FX_LAW_normal, FX_LAW_normal_fixed, FX_LAW_poisson}

static void map_exp_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = exp_f32(((const float *)in[0])[i], NULL);
}
static void map_exp_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = exp_f64(((const double *)in[0])[i], NULL);
}
static void map_mulexp_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = mulexp_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_mulexp_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = mulexp_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_expm1_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = expm1_f32(((const float *)in[0])[i], NULL);
}
static void map_expm1_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = expm1_f64(((const double *)in[0])[i], NULL);
}
static void map_log_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = log_f32(((const float *)in[0])[i], NULL);
}
static void map_log_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = log_f64(((const double *)in[0])[i], NULL);
}
static void map_log_plus_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = log_plus_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_log_plus_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = log_plus_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_log1p_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = log1p_f32(((const float *)in[0])[i], NULL);
}
static void map_log1p_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = log1p_f64(((const double *)in[0])[i], NULL);
}
static void map_log1p_unit_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = log1p_unit_f32(((const float *)in[0])[i], NULL);
}
static void map_log1p_unit_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = log1p_unit_f64(((const double *)in[0])[i], NULL);
}
static void map_tanh_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = tanh_f32(((const float *)in[0])[i], NULL);
}
static void map_tanh_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = tanh_f64(((const double *)in[0])[i], NULL);
}
static void map_sech2_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = sech2_f32(((const float *)in[0])[i], NULL);
}
static void map_sech2_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = sech2_f64(((const double *)in[0])[i], NULL);
}
static void map_mul0_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = mul0_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_mul0_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = mul0_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_lgamma_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = lgamma_f32(((const float *)in[0])[i], NULL);
}
static void map_lgamma_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = lgamma_f64(((const double *)in[0])[i], NULL);
}
static void map_digamma_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = digamma_f32(((const float *)in[0])[i], NULL);
}
static void map_digamma_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = digamma_f64(((const double *)in[0])[i], NULL);
}
static void map_trigamma_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = trigamma_f32(((const float *)in[0])[i], NULL);
}
static void map_trigamma_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = trigamma_f64(((const double *)in[0])[i], NULL);
}
static void map_binet_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = binet_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_binet_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = binet_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_binet_slope_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = binet_slope_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_binet_slope_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = binet_slope_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_binet_curve_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = binet_curve_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_binet_curve_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = binet_curve_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_share_of_1_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = share_of_1_f32(((const float *)in[0])[i], NULL);
}
static void map_share_of_1_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = share_of_1_f64(((const double *)in[0])[i], NULL);
}
static void map_excess_share_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = excess_share_f32(((const float *)in[0])[i], NULL);
}
static void map_excess_share_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = excess_share_f64(((const double *)in[0])[i], NULL);
}
static void map_half_step_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = half_step_f32(((const float *)in[0])[i], ((const float *)in[1])[i], NULL);
}
static void map_half_step_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = half_step_f64(((const double *)in[0])[i], ((const double *)in[1])[i], NULL);
}
static void map_half_step_slope_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = half_step_slope_f32(((const float *)in[0])[i], NULL);
}
static void map_half_step_slope_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = half_step_slope_f64(((const double *)in[0])[i], NULL);
}
static void map_half_step_curve_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = half_step_curve_f32(((const float *)in[0])[i], NULL);
}
static void map_half_step_curve_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = half_step_curve_f64(((const double *)in[0])[i], NULL);
}
static void map_log_factorial_excess_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = log_factorial_excess_f32(((const float *)in[0])[i], NULL);
}
static void map_log_factorial_excess_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = log_factorial_excess_f64(((const double *)in[0])[i], NULL);
}
static void map_deviance_f32(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((float *)out)[i] = deviance_f32(((const float *)in[0])[i], ((const float *)in[1])[i], ((const float *)in[2])[i], NULL);
}
static void map_deviance_f64(ptrdiff_t n, const void *const *in, void *out) {
    for (ptrdiff_t i = 0; i < n; i++) ((double *)out)[i] = deviance_f64(((const double *)in[0])[i], ((const double *)in[1])[i], ((const double *)in[2])[i], NULL);
}
#define FX_N_PRIMITIVES 23
#define FX_PRIMITIVES {{"exp", 1, {map_exp_f32, map_exp_f64}}, {"mulexp", 2, {map_mulexp_f32, map_mulexp_f64}}, {"expm1", 1, {map_expm1_f32, map_expm1_f64}}, {"log", 1, {map_log_f32, map_log_f64}}, {"log_plus", 2, {map_log_plus_f32, map_log_plus_f64}}, {"log1p", 1, {map_log1p_f32, map_log1p_f64}}, {"log1p_unit", 1, {map_log1p_unit_f32, map_log1p_unit_f64}}, {"tanh", 1, {map_tanh_f32, map_tanh_f64}}, {"sech2", 1, {map_sech2_f32, map_sech2_f64}}, {"mul0", 2, {map_mul0_f32, map_mul0_f64}}, {"lgamma", 1, {map_lgamma_f32, map_lgamma_f64}}, {"digamma", 1, {map_digamma_f32, map_digamma_f64}}, {"trigamma", 1, {map_trigamma_f32, map_trigamma_f64}}, {"binet", 2, {map_binet_f32, map_binet_f64}}, {"binet_slope", 2, {map_binet_slope_f32, map_binet_slope_f64}}, {"binet_curve", 2, {map_binet_curve_f32, map_binet_curve_f64}}, {"share_of_1", 1, {map_share_of_1_f32, map_share_of_1_f64}}, {"excess_share", 1, {map_excess_share_f32, map_excess_share_f64}}, {"half_step", 2, {map_half_step_f32, map_half_step_f64}}, {"half_step_slope", 1, {map_half_step_slope_f32, map_half_step_slope_f64}}, {"half_step_curve", 1, {map_half_step_curve_f32, map_half_step_curve_f64}}, {"log_factorial_excess", 1, {map_log_factorial_excess_f32, map_log_factorial_excess_f64}}, {"deviance", 3, {map_deviance_f32, map_deviance_f64}}}
