/* The softmax engine for few classes, and the face of all engines; part of softmax.h. */

/* ---- a tile of rows at a time, lanes across rows ---- */

/* Four rows of four classes to four classes of four rows. */
FX_INLINE void FX(sm_square)(const T *x, ptrdiff_t row, ptrdiff_t cls, T *FX_RESTRICT to, ptrdiff_t to_class) {
    for (int a = 0; a < 4; a++) {
        const T *from = x + a * cls;
        const T w[4] = {from[0], from[row], from[2 * row], from[3 * row]};
        memcpy(to + a * to_class, w, sizeof w);
    }
}

/* Copies n rows into tile[class][row]; stays where it is if it lies so already. The last square of four classes
 * overlaps the one before. */
static const T *FX(sm_tile)(const T *x, ptrdiff_t row, ptrdiff_t cls, ptrdiff_t n, ptrdiff_t classes,
                            T *FX_RESTRICT tile, ptrdiff_t *stride) {
    if (row == 1) {
        *stride = cls;
        return x;
    }
    *stride = FX_TILE_ROWS;
    const ptrdiff_t squares = classes < 4 ? 0 : n & ~(ptrdiff_t)3;
    for (ptrdiff_t i = 0; i < squares; i += 4) {
        ptrdiff_t c = 0;
        for (; c + 4 <= classes; c += 4)
            FX(sm_square)(x + i * row + c * cls, row, cls, tile + c * FX_TILE_ROWS + i, FX_TILE_ROWS);
        if (c < classes)
            FX(sm_square)(x + i * row + (classes - 4) * cls, row, cls, tile + (classes - 4) * FX_TILE_ROWS + i, FX_TILE_ROWS);
    }
    for (ptrdiff_t c = 0; c < classes; c++)
        for (ptrdiff_t i = squares; i < n; i++) tile[c * FX_TILE_ROWS + i] = x[i * row + c * cls];
    return tile;
}

/* The way back, leaving out rows whose k is nan; in squares of four, or the stores would be single ones. */
static void FX(sm_untile)(const T *FX_RESTRICT tile, T *FX_RESTRICT g, ptrdiff_t row, ptrdiff_t cls, ptrdiff_t n,
                          ptrdiff_t classes, const double *k) {
    const ptrdiff_t squares = cls == 1 && !k && classes >= 4 ? n & ~(ptrdiff_t)3 : 0;
    for (ptrdiff_t i = 0; i < squares; i += 4) {
        ptrdiff_t c = 0;
        for (; c + 4 <= classes; c += 4) FX(sm_square)(tile + c * FX_TILE_ROWS + i, FX_TILE_ROWS, 1, g + i * row + c, row);
        if (c < classes)
            FX(sm_square)(tile + (classes - 4) * FX_TILE_ROWS + i, FX_TILE_ROWS, 1, g + i * row + classes - 4, row);
    }
    if (!k)
        for (ptrdiff_t c = 0; c < classes; c++)
            for (ptrdiff_t i = squares; i < n; i++) g[i * row + c * cls] = tile[c * FX_TILE_ROWS + i];
    for (ptrdiff_t i = 0; k && i < n; i++)
        for (ptrdiff_t c = 0; c < (k[i] == k[i] ? classes : 0); c++) g[i * row + c * cls] = tile[c * FX_TILE_ROWS + i];
}

/* Four classes after those whose best is in m and top; a store to other arrays stays unconditional, thus fast. */
static void FX(sm_best_of_four)(const T *FX_RESTRICT x, ptrdiff_t stride, ptrdiff_t n, T index, const T *FX_RESTRICT m,
                                const T *FX_RESTRICT top, T *FX_RESTRICT m_new, T *FX_RESTRICT top_new) {
    for (ptrdiff_t i = 0; i < n; i++) {
        const T a = x[i], b = x[i + stride], c = x[i + 2 * stride], d = x[i + 3 * stride];
        T best = m[i], at = top[i];
        at = a > best ? index : at;
        best = FX_LARGER(a, best);
        at = b > best ? index + 1 : at;
        best = FX_LARGER(b, best);
        at = c > best ? index + 2 : at;
        best = FX_LARGER(c, best);
        top_new[i] = d > best ? index + 3 : at;
        m_new[i] = FX_LARGER(d, best);
    }
}

static void FX(sm_tile_max)(const T *x, ptrdiff_t stride, ptrdiff_t n, ptrdiff_t classes, T *m, T *top, T *spare) {
    T *const m_new = spare, *const top_new = spare + FX_TILE_ROWS;
    ptrdiff_t c = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        m[i] = -(T)INFINITY;
        top[i] = 0;
    }
    for (; c + 8 <= classes; c += 8) {
        FX(sm_best_of_four)(x + c * stride, stride, n, (T)c, m, top, m_new, top_new);
        FX(sm_best_of_four)(x + (c + 4) * stride, stride, n, (T)(c + 4), m_new, top_new, m, top);
    }
    for (; c < classes; c++) {
        const T *FX_RESTRICT xc = x + c * stride;
        const T index = (T)c;
        for (ptrdiff_t i = 0; i < n; i++) {
            top_new[i] = xc[i] > m[i] ? index : top[i];
            m_new[i] = FX_LARGER(xc[i], m[i]);
        }
        for (ptrdiff_t i = 0; i < n; i++) {
            top[i] = top_new[i];
            m[i] = m_new[i];
        }
    }
}

/* Folds the group of `count` classes in w: to one sum if it is the row's only group, else on to the lanes. */
static void FX(sm_tile_fold)(FX(sm_lanes) *r, ptrdiff_t count, ptrdiff_t n, int only) {
    T *FX_RESTRICT w = r->w;
    for (ptrdiff_t h = FX_GROUP / 2; h >= (only ? 1 : FX_LANES); h /= 2) {
        for (ptrdiff_t c = 0; c + h < count; c++)
            for (ptrdiff_t i = 0; i < n; i++) w[c * FX_TILE_ROWS + i] += w[(c + h) * FX_TILE_ROWS + i];
        count = count < h ? count : h;
    }
    for (ptrdiff_t l = 0; !only && l < count; l++)
        for (ptrdiff_t i = 0; i < n; i++) r->acc[l][i] += (double)w[l * FX_TILE_ROWS + i];
}

static void FX(sm_tile_total)(FX(sm_lanes) *r, ptrdiff_t n, int only, T *FX_RESTRICT sum) {
    if (only) {
        memcpy(sum, r->w, (size_t)n * sizeof(T));
        return;
    }
    for (int h = FX_LANES / 2; h > 0; h /= 2)
        for (int l = 0; l < h; l++)
            for (ptrdiff_t i = 0; i < n; i++) r->acc[l][i] += r->acc[l + h][i];
    for (ptrdiff_t i = 0; i < n; i++) sum[i] = (T)r->acc[0][i];
}

enum { FX(SM_EXP), FX(SM_TARGET), FX(SM_FAR) };

/* One of three sums over the classes: of exponentials (kept in e, which may be x), of targets, of distances. */
FX_INLINE void FX(sm_tile_sum)(FX(sm_lanes) *r, const int what, const T *x, ptrdiff_t xs, const T *t, ptrdiff_t ts,
                               T *e, ptrdiff_t classes, ptrdiff_t n, T *sum) {
    const int only = classes <= FX_GROUP;
    const T *FX_RESTRICT m = r->m, *FX_RESTRICT top = r->top;
    memset(r->acc, 0, only ? 0 : sizeof r->acc);
    for (ptrdiff_t base = 0; base < classes; base += FX_GROUP) {
        const ptrdiff_t count = classes - base < FX_GROUP ? classes - base : FX_GROUP;
        for (ptrdiff_t c = 0; c < count; c++) {
            const T *FX_RESTRICT xc = x + (base + c) * xs;
            const T *FX_RESTRICT tc = t + (what == FX(SM_EXP) ? 0 : (base + c) * ts);
            T *FX_RESTRICT w = r->w + c * FX_TILE_ROWS, *FX_RESTRICT ec = e + (base + c) * FX_TILE_ROWS;
            const T index = (T)(base + c);
            if (what == FX(SM_EXP) && x == e)
                for (ptrdiff_t i = 0; i < n; i++) {
                    const T value = FX(sm_lifted)(ec[i] - m[i]);
                    ec[i] = value;
                    w[i] = top[i] == index ? 0 : value;
                }
            else if (what == FX(SM_EXP))
                for (ptrdiff_t i = 0; i < n; i++) {
                    const T value = FX(sm_lifted)(xc[i] - m[i]);
                    ec[i] = value;
                    w[i] = top[i] == index ? 0 : value;
                }
            else if (what == FX(SM_TARGET))
                for (ptrdiff_t i = 0; i < n; i++) w[i] = tc[i];
            else
                for (ptrdiff_t i = 0; i < n; i++) {
                    const T product = tc[i] * (m[i] - xc[i]);
                    w[i] = tc[i] == 0 ? 0 : product;
                }
        }
        FX(sm_tile_fold)(r, count, n, only);
    }
    FX(sm_tile_total)(r, n, only, sum);
}

/* The factors of a tile's rows; odd rows, whose k becomes nan, are reported: an infinite maximum, no label, a factor
 * far from 1. Selects only, so that it vectorises. */
FX_INLINE int FX(sm_tile_factors)(const FX(sm_call) *q, FX(sm_lanes) *FX_RESTRICT r, ptrdiff_t row, ptrdiff_t n,
                                  const int has_label, const int has_mult) {
    const ptrdiff_t *FX_RESTRICT label = q->label + (has_label ? row : 0);
    const double *FX_RESTRICT mult = q->mult + (has_mult ? row : 0), scale = q->scale;
    int64_t odd = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        double k = scale;
        if (has_mult) k = mult[i] == 0.0 ? 0.0 : mult[i] * scale;
        if (has_label) k = ((label[i] == -1) & (k == k)) ? 0.0 : k;
        if (has_label) k = label[i] == -2 ? (double)NAN : k;
        const double size = k < 0 ? -k : k;
        k = ((size <= FX_BIG_FACTOR) & ((size >= FX_SMALL_FACTOR) | (size == 0.0))) ? k : (double)NAN;
        k += (double)(r->m[i] - r->m[i]);
        odd |= k != k ? -1 : 0;
        r->k[i] = k;
    }
    for (ptrdiff_t i = 0; i < n; i++) r->kt[i] = (T)r->k[i];
    return odd != 0;
}

/* What labels and factors say about the rows of a tile; returns whether a row is odd. */
static int FX(sm_tile_rows)(const FX(sm_call) *q, FX(sm_lanes) *FX_RESTRICT r, ptrdiff_t row, ptrdiff_t n, const T *x,
                            ptrdiff_t xs) {
    if (!q->label) {
        for (ptrdiff_t i = 0; i < n; i++) r->at[i] = -3, r->a[i] = r->far[i] = 0, r->e[i] = FX_LIFT;
        return q->mult ? FX(sm_tile_factors)(q, r, row, n, 0, 1) : FX(sm_tile_factors)(q, r, row, n, 0, 0);
    }
    const double *weight = q->o->class_weight;
    for (ptrdiff_t i = 0; i < n; i++) {
        const ptrdiff_t y = q->label[row + i], c = y < 0 ? 0 : y;
        r->at[i] = (T)y;
        r->e[i] = x[c * xs + i];
        r->a[i] = weight ? (T)weight[c] : 1;
    }
    for (ptrdiff_t i = 0; i < n; i++) {
        const T e = r->at[i] < 0 ? r->m[i] : r->e[i], a = r->at[i] < 0 ? 0 : r->a[i], top = r->top[i];
        r->top[i] = ((e == r->m[i]) & (r->at[i] >= 0)) ? r->at[i] : top;
        r->e[i] = e;
        r->a[i] = a;
    }
    FX(sm_distances)(r, n);
    return q->mult ? FX(sm_tile_factors)(q, r, row, n, 1, 1) : FX(sm_tile_factors)(q, r, row, n, 1, 0);
}

/* Gradients of one class in all rows: to g, or in place. */
FX_INLINE void FX(sm_tile_scale)(const FX(sm_lanes) *r, T *FX_RESTRICT e, const T *FX_RESTRICT t, T *FX_RESTRICT g,
                                 ptrdiff_t n, const int soft) {
    const T *FX_RESTRICT factor = r->factor, *FX_RESTRICT k = r->kt;
    if (g)
        for (ptrdiff_t i = 0; i < n; i++) g[i] = soft ? e[i] * factor[i] - t[i] * k[i] : e[i] * factor[i];
    else
        for (ptrdiff_t i = 0; i < n; i++) e[i] = soft ? e[i] * factor[i] - t[i] * k[i] : e[i] * factor[i];
}

/* Which classes sm_true is for, into at (or -1), and their targets. */
FX_INLINE void FX(sm_tile_true)(FX(sm_lanes) *FX_RESTRICT r, ptrdiff_t n, const T *t, ptrdiff_t ts, const int soft) {
    for (ptrdiff_t i = 0; !soft && i < n; i++) r->far[i] = r->a[i];
    for (ptrdiff_t i = 0; soft && i < n; i++) {
        r->far[i] = t[(ptrdiff_t)r->top[i] * ts + i];
        r->at[i] = 2 * r->far[i] > r->a[i] ? r->top[i] : -1;
        r->e[i] = FX_LIFT;
    }
}

FX_INLINE void FX(sm_tile_write)(const FX(sm_call) *q, FX(sm_lanes) *r, ptrdiff_t row, ptrdiff_t n, T *e, const T *t,
                                 ptrdiff_t ts, int odd, const int soft) {
    const ptrdiff_t classes = q->o->n_classes, g_row = q->g_row, g_class = q->g_class;
    const int direct = g_row == 1 && !odd;
    T *g = q->grad + row * g_row;
    FX(sm_tile_true)(r, n, t, ts, soft);
    FX(sm_true_gradients)(r, q->o->z_loss, n);
    for (ptrdiff_t c = 0; c < classes; c++)
        FX(sm_tile_scale)(r, e + c * FX_TILE_ROWS, soft ? t + c * ts : NULL, direct ? g + c * g_class : NULL, n, soft);
    if (!direct) FX(sm_untile)(e, g, g_row, g_class, n, classes, odd ? r->k : NULL);
    for (ptrdiff_t i = 0; i < n; i++)
        if (r->at[i] >= 0 && r->k[i] == r->k[i]) g[i * g_row + (ptrdiff_t)r->at[i] * g_class] = r->e[i];
}

/* n <= FX_TILE_ROWS rows; odd ones are left to the general engine. */
FX_INLINE void FX(sm_fast_tile)(const FX(sm_call) *q, ptrdiff_t row, ptrdiff_t n, T *scratch, const int soft) {
    const ptrdiff_t classes = q->o->n_classes;
    T *e = scratch + FX_GENERAL_BLOCKS * FX_BLOCK, *tin = e + classes * FX_TILE_ROWS;
    FX(sm_lanes) *r = (FX(sm_lanes) *)(void *)(tin + classes * FX_TILE_ROWS);
    ptrdiff_t xs, ts = 0;
    const T *x = FX(sm_tile)(q->x + row * q->x_row, q->x_row, q->x_class, n, classes, e, &xs), *t = NULL;
    FX(sm_tile_max)(x, xs, n, classes, r->m, r->top, r->w);
    int odd = FX(sm_tile_rows)(q, r, row, n, x, xs);
    if (soft) {
        t = FX(sm_tile)(q->target + row * q->t_row, q->t_row, q->t_class, n, classes, tin, &ts);
        FX(sm_tile_sum)(r, FX(SM_TARGET), x, xs, t, ts, e, classes, n, r->a);
        FX(sm_tile_sum)(r, FX(SM_FAR), x, xs, t, ts, e, classes, n, r->far);
    }
    FX(sm_tile_sum)(r, FX(SM_EXP), x, xs, e, 0, e, classes, n, r->s);
    for (ptrdiff_t i = 0; i < n; i++)
        if (!(FX(sm_finite)(r->s[i]) & FX(sm_finite)(r->a[i]))) {
            r->k[i] = (double)NAN;
            odd = 1;
        }
    FX(sm_finish)(r, q->o->z_loss, n);
    if (q->lse) memcpy(q->lse + row, r->lse, (size_t)n * sizeof(T));
    if (q->loss) memcpy(q->loss + row, r->loss, (size_t)n * sizeof(T));
    if (q->loss && q->label)
        for (ptrdiff_t i = 0; i < n; i++)
            if (q->label[row + i] == -1) q->loss[row + i] = 0;
    if (q->grad) FX(sm_tile_write)(q, r, row, n, e, t, ts, odd, soft);
    for (ptrdiff_t i = 0; odd && i < n; i++)
        if (r->k[i] != r->k[i]) FX(sm_general_row)(q, row + i, scratch);
}

/* ---- the face ---- */

static int FX(sm_is_plain)(const fx_softmax_options *o, int soft) {
    return o->order <= 1 && o->softcap == 0.0 && o->label_smoothing == 0.0 && !(soft && o->class_weight);
}

/* Rows that lie class by class go by tiles as far as the scratch reaches; the bits are the same. */
static int FX(sm_by_tile)(const FX(sm_call) *q) {
    return q->o->n_classes <= (q->x_class == 1 ? FX_FEW_CLASSES : FX_TILE_CLASSES);
}

static size_t FX(softmax_scratch)(const fx_softmax_options *o) {
    const size_t classes = o->n_classes <= FX_TILE_CLASSES ? (size_t)o->n_classes : 0;
    return sizeof(T) * (FX_GENERAL_BLOCKS * FX_BLOCK + 2 * classes * FX_TILE_ROWS) + sizeof(FX(sm_lanes));
}

/* Losses, log-sum-exps, gradients and curvatures of n rows; strides in elements. A label of -1 ignores its row, -2
 * makes it nan. grad may be x itself, with the same strides. scratch: softmax_scratch(o) bytes, aligned to 64. */
static int FX(softmax_block)(const fx_softmax_options *o, ptrdiff_t n, const T *x, ptrdiff_t x_row, ptrdiff_t x_class,
                             const ptrdiff_t *label, const T *target, ptrdiff_t t_row, ptrdiff_t t_class, const T *v,
                             ptrdiff_t v_row, ptrdiff_t v_class, const double *mult, double scale, T *loss, T *lse,
                             T *grad, ptrdiff_t g_row, ptrdiff_t g_class, T *hess, ptrdiff_t h_row, ptrdiff_t h_class,
                             void *scratch) {
    const FX(sm_call) q = {o,    x,       target, v,       label, mult,    scale, loss,    lse,   grad,    hess, x_row,
                           x_class, t_row, t_class, v_row, v_class, g_row, g_class, h_row, h_class};
    const int soft = !label && target;
    T *const memory = (T *)scratch;
    if (!FX(sm_is_plain)(o, soft))
        for (ptrdiff_t row = 0; row < n; row++) FX(sm_general_row)(&q, row, memory);
    else if (FX(sm_by_tile)(&q))
        for (ptrdiff_t row = 0; row < n; row += FX_TILE_ROWS) {
            const ptrdiff_t rows = n - row < FX_TILE_ROWS ? n - row : FX_TILE_ROWS;
            if (soft) FX(sm_fast_tile)(&q, row, rows, memory, 1);
            else FX(sm_fast_tile)(&q, row, rows, memory, 0);
        }
    else
        for (ptrdiff_t row = 0, batch = FX(sm_batch)(o); row < n; row += batch) {
            const ptrdiff_t rows = n - row < batch ? n - row : batch;
            if (soft) FX(sm_fast_rows)(&q, row, rows, memory, 1);
            else FX(sm_fast_rows)(&q, row, rows, memory, 0);
        }
    return 0;
}
