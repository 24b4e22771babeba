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
    const float log_x_19 = log_f32(x, wild);
    const float inverse_20 = (0x1.0000000000000p+0f / x);
    const float small_21 = clamp_f32(inverse_20, 0x0.0p+0f, 0x1.999999999999ap-2f);
    const float x_22 = (small_21 * small_21);
    const float p_23 = fma_f32(-0x1.97157e0000000p-12f, x_22, 0x1.94357a0000000p-11f);
    const float p_24 = fma_f32(p_23, x_22, -0x1.6bf50c0000000p-9f);
    const float p_25 = fma_f32(p_24, x_22, 0x1.5555520000000p-4f);
    const float series_26 = (small_21 * p_25);
    const float far_27 = (((x - 0x1.0000000000000p-1f) * (log_x_19 - 0x1.0000000000000p+0f)) + (0x1.acfe3a0000000p-2f + series_26));
    const float arm_28 = (near_18 - (below_0 ? log_x_19 : 0x0.0p+0f));
    return (((x < 0x1.4000000000000p+1f)) ? arm_28 : far_27);
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
    const double log_x_32 = log_f64(x, wild);
    const double inverse_33 = (0x1.0000000000000p+0 / x);
    const double small_34 = clamp_f64(inverse_33, 0x0.0p+0, 0x1.999999999999ap-2);
    const double x_35 = (small_34 * small_34);
    const double p_36 = fma_f64(-0x1.38131c61ee87dp-11, x_35, 0x1.a01a00be236b2p-11);
    const double p_37 = fma_f64(-0x1.f491f64f16d62p-10, x_35, 0x1.b93825cc4fd3cp-11);
    const double p_38 = fma_f64(-0x1.95c5025286ee3p-6, x_35, 0x1.9510a15694c6bp-8);
    const double p_39 = fma_f64(-0x1.7dc0ff3c720bap-2, x_35, 0x1.a54b551e64535p-4);
    const double p_40 = fma_f64(-0x1.c51857953de53p+0, x_35, 0x1.0423a8eec4c09p+0);
    const double x_41 = x_35 * x_35;
    const double p_42 = fma_f64(p_37, x_41, p_36);
    const double p_43 = fma_f64(p_39, x_41, p_38);
    const double p_44 = fma_f64(0x1.7222a4aa5c47dp+0, x_41, p_40);
    const double x_45 = x_41 * x_41;
    const double p_46 = fma_f64(p_43, x_45, p_42);
    const double x_47 = x_45 * x_45;
    const double p_48 = fma_f64(p_44, x_47, p_46);
    const double p_49 = fma_f64(p_48, x_35, -0x1.6c16c16bdb45bp-9);
    const double p_50 = fma_f64(p_49, x_35, 0x1.555555555554cp-4);
    const double series_51 = (small_34 * p_50);
    const double far_52 = (((x - 0x1.0000000000000p-1) * (log_x_32 - 0x1.0000000000000p+0)) + (0x1.acfe390c97d69p-2 + series_51));
    const double arm_53 = (near_31 - (below_0 ? log_x_32 : 0x0.0p+0));
    return (((x < 0x1.4000000000000p+1)) ? arm_53 : far_52);
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

#define FX_N_LAWS 1
#define FX_LAWS {FX_LAW_poisson}

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
#define FX_N_PRIMITIVES 12
#define FX_PRIMITIVES {{"exp", 1, {map_exp_f32, map_exp_f64}}, {"mulexp", 2, {map_mulexp_f32, map_mulexp_f64}}, {"expm1", 1, {map_expm1_f32, map_expm1_f64}}, {"log", 1, {map_log_f32, map_log_f64}}, {"log1p", 1, {map_log1p_f32, map_log1p_f64}}, {"log1p_unit", 1, {map_log1p_unit_f32, map_log1p_unit_f64}}, {"tanh", 1, {map_tanh_f32, map_tanh_f64}}, {"sech2", 1, {map_sech2_f32, map_sech2_f64}}, {"mul0", 2, {map_mul0_f32, map_mul0_f64}}, {"lgamma", 1, {map_lgamma_f32, map_lgamma_f64}}, {"log_factorial_excess", 1, {map_log_factorial_excess_f32, map_log_factorial_excess_f64}}, {"deviance", 3, {map_deviance_f32, map_deviance_f64}}}
