/* Labels of Categorical: whole numbers of any dtype, checked before anything is read by them. */
#ifndef FX_LABELS_H
#define FX_LABELS_H

#include "convert.h"

#define FX_ROWS 256 /* rows that are handled at once */
enum { FX_IGNORED = -1, FX_NO_LABEL = -2 };

/* Labels of integer dtypes, but for those that int64 does not hold. */
static int fx_read_whole_labels(const fx_rows *p, ptrdiff_t first, ptrdiff_t n, ptrdiff_t *label) {
    int64_t y[FX_ROWS], bad = 0;
    const int64_t n_classes = p->options.n_classes, ignored = p->has_ignore ? (int64_t)p->ignore_index : -1;
    const int64_t ignores = p->has_ignore ? -1 : 0;
    fx_gather(&p->space, &p->labels, first, n, y, FX_TO_WHOLE);
    for (ptrdiff_t i = 0; i < n; i++) {
        const int64_t skip = y[i] == ignored ? ignores : 0, outside = ((y[i] < 0) | (y[i] >= n_classes)) ? -1 : 0;
        const int64_t found = skip ? FX_IGNORED : outside ? FX_NO_LABEL : y[i];
        bad |= outside & ~skip;
        label[i] = (ptrdiff_t)found;
    }
    return bad ? FX_BAD_TARGET : 0;
}

/* Labels of n rows; FX_NO_LABEL where there is none, which is reported. */
static int fx_read_labels(const fx_rows *p, ptrdiff_t first, ptrdiff_t n, ptrdiff_t *label) {
    double y[FX_ROWS];
    int bad = 0;
    if (p->labels.dtype >= FX_I8 && p->labels.dtype < FX_U64) return fx_read_whole_labels(p, first, n, label);
    fx_gather(&p->space, &p->labels, first, n, y, 1);
    for (ptrdiff_t i = 0; i < n; i++) {
        const int inside = y[i] >= 0.0 && y[i] < (double)p->options.n_classes;
        label[i] = inside ? (ptrdiff_t)y[i] : FX_NO_LABEL;
        if (p->has_ignore && y[i] == p->ignore_index) label[i] = FX_IGNORED;
        else if (!inside || (double)label[i] != y[i]) {
            label[i] = FX_NO_LABEL;
            bad = FX_BAD_TARGET;
        }
    }
    return bad;
}

/* Weight times cotangent of n rows, or NULL if there is neither; the weight alone, or NULL, in *weight. */
static const double *fx_row_factors(const fx_rows *p, ptrdiff_t first, ptrdiff_t n, double *w, double *f, int *bad,
                                    const double **weight) {
    *weight = p->weight.mode == FX_ABSENT ? NULL : w;
    if (*weight) {
        fx_gather(&p->space, &p->weight, first, n, w, 1);
        *bad |= fx_check_weights(w, n);
    }
    if (p->cotangent.mode == FX_ABSENT) return *weight;
    fx_gather(&p->space, &p->cotangent, first, n, f, 1);
    if (*weight)
        for (ptrdiff_t i = 0; i < n; i++) f[i] = w[i] == 0.0 ? 0.0 : f[i] * w[i];
    return f;
}

/* A job's share of the mean's denominator: weights, times the class weights of labels that are not ignored. */
static void fx_label_job(const fx_rows *p, ptrdiff_t job) {
    ptrdiff_t label[FX_ROWS];
    double w[FX_ROWS], f[FX_ROWS], total = 0;
    const double *weight;
    int bad = 0;
    const ptrdiff_t first = job * p->job, end = first + p->job < p->space.size ? first + p->job : p->space.size;
    for (ptrdiff_t row = first, n; row < end; row += n) {
        n = end - row < FX_ROWS ? end - row : FX_ROWS;
        if (p->has_labels) fx_read_labels(p, row, n, label);
        fx_row_factors(p, row, n, w, f, &bad, &weight);
        for (ptrdiff_t i = 0; i < n; i++) {
            double share = weight ? weight[i] : 1.0;
            if (p->has_labels && label[i] == FX_IGNORED) share = 0.0;
            if (p->has_labels && label[i] >= 0 && p->options.class_weight && share != 0.0)
                share *= p->options.class_weight[label[i]];
            total += share;
        }
    }
    p->sums[job] = total;
}

#endif
