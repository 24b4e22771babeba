/* A bare streaming loop: reads n_in arrays, adds them up, writes the sum to n_out arrays. What a fused kernel is measured
 * against: it moves the same bytes and computes next to nothing. */
#include <stddef.h>

#define BLOCK 1024
#define MOST 8 /* arrays read, or written */

#define STREAM(NAME, T)                                                                                              \
    static void NAME##_part(ptrdiff_t n, int n_in, const T *const *in, int n_out, T *const *out) {                   \
        const T *restrict a = in[0], *restrict b = n_in > 1 ? in[1] : NULL, *restrict c = n_in > 2 ? in[2] : NULL;   \
        T *restrict p = out[0], *restrict q = n_out > 1 ? out[1] : NULL;                                             \
        if (n_in == 1 && n_out == 1)                                                                                 \
            for (ptrdiff_t i = 0; i < n; i++) p[i] = a[i] + 1;                                                       \
        else if (n_in == 2 && n_out == 1)                                                                            \
            for (ptrdiff_t i = 0; i < n; i++) p[i] = a[i] + b[i];                                                    \
        else if (n_in == 2)                                                                                          \
            for (ptrdiff_t i = 0; i < n; i++) p[i] = q[i] = a[i] + b[i];                                             \
        else if (n_in == 3 && n_out == 2)                                                                            \
            for (ptrdiff_t i = 0; i < n; i++) p[i] = q[i] = a[i] + b[i] + c[i];                                      \
        else /* any number of arrays, by blocks that stay in L1 */                                                   \
            for (ptrdiff_t first = 0; first < n; first += BLOCK) {                                                   \
                const ptrdiff_t m = n - first < BLOCK ? n - first : BLOCK;                                           \
                T sum[BLOCK] = {0};                                                                                  \
                for (int k = 0; k < n_in; k++)                                                                       \
                    for (ptrdiff_t i = 0; i < m; i++) sum[i] += in[k][first + i];                                    \
                for (int k = 0; k < n_out; k++)                                                                      \
                    for (ptrdiff_t i = 0; i < m; i++) out[k][first + i] = sum[i];                                    \
            }                                                                                                        \
    }                                                                                                                \
    void NAME(ptrdiff_t n, int n_in, const T *const *in, int n_out, T *const *out, int threads) {                    \
        _Pragma("omp parallel for num_threads(threads) schedule(static)") for (int t = 0; t < threads; t++) {        \
            const ptrdiff_t first = n / threads * t, end = t + 1 == threads ? n : n / threads * (t + 1);             \
            const T *from[MOST] = {NULL};                                                                            \
            T *to[MOST] = {NULL};                                                                                    \
            for (int i = 0; i < n_in; i++) from[i] = in[i] + first;                                                  \
            for (int i = 0; i < n_out; i++) to[i] = out[i] + first;                                                  \
            NAME##_part(end - first, n_in, from, n_out, to);                                                         \
        }                                                                                                            \
    }

STREAM(stream_float32, float)
STREAM(stream_float64, double)
