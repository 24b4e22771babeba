/* The softmax engine for rows of many classes, for loss and gradient without options that touch single classes, as that of
 * softmax_tiles.h; part of softmax.h. */

/* What is known of a tile of rows; at: the class that sm_true is for, w: a group of classes. */
typedef struct {
    T m[FX_TILE_ROWS], top[FX_TILE_ROWS], s[FX_TILE_ROWS], a[FX_TILE_ROWS], far[FX_TILE_ROWS];
    T e[FX_TILE_ROWS], at[FX_TILE_ROWS];
    T loss[FX_TILE_ROWS], lse[FX_TILE_ROWS], factor[FX_TILE_ROWS], kt[FX_TILE_ROWS];
    int done[FX_TILE_ROWS];        /* rows that need nothing more */
    ptrdiff_t first[FX_TILE_ROWS]; /* of the maximal classes */
    double k[FX_TILE_ROWS], unit[FX_TILE_ROWS], acc[FX_LANES][FX_TILE_ROWS];
    T w[FX_GROUP * FX_TILE_ROWS];
} FX(sm_lanes);

/* ---- row by row ---- */

/* A row's block of logits as it lies in memory, or gathered. */
FX_INLINE const T *FX(sm_block)(const T *x, ptrdiff_t stride, ptrdiff_t base, ptrdiff_t n, T *buffer) {
    if (stride == 1) return x + base;
    FX(sm_gather)(x + base * stride, stride, buffer, n);
    return buffer;
}

/* Maximum of a row, and the class to leave out of its sum. */
static T FX(sm_max)(const T *x, ptrdiff_t stride, ptrdiff_t k, ptrdiff_t label, T *buffer, ptrdiff_t *top) {
    T m = -(T)INFINITY;
    ptrdiff_t at = 0;
    for (ptrdiff_t b = 0; b < k; b += FX_BLOCK) {
        const ptrdiff_t n = k - b < FX_BLOCK ? k - b : FX_BLOCK;
        const T largest = FX(sm_block_max)(FX(sm_block)(x, stride, b, n, buffer), n);
        if (largest > m) {
            m = largest;
            at = b;
        }
    }
    const ptrdiff_t n = k - at < FX_BLOCK ? k - at : FX_BLOCK;
    *top = label >= 0 && x[label * stride] == m
               ? label
               : at + FX(sm_find)(FX(sm_block)(x, stride, at, n, buffer), n, m);
    return m;
}

/* Lifted exponentials: into e, which may be x itself. */
FX_INLINE void FX(sm_exp)(const T *x, T m, T *e, ptrdiff_t n) {
    if (x == e) {
        for (ptrdiff_t i = 0; i < n; i++) e[i] = FX(sm_lifted)(e[i] - m);
        return;
    }
    const T *FX_RESTRICT from = x;
    T *FX_RESTRICT to = e;
    for (ptrdiff_t i = 0; i < n; i++) to[i] = FX(sm_lifted)(from[i] - m);
}

/* The same for n <= FX_BLOCK classes, of which all but `top` are added to a sum. */
static void FX(sm_exp_add)(FX(sm_sum) *sum, const T *x, T m, T *e, ptrdiff_t n, ptrdiff_t top) {
    const int here = top >= 0 && top < n;
    FX(sm_exp)(x, m, e, n);
    if (here) e[top] = 0;
    FX(sm_add)(sum, e, n);
    if (here) e[top] = FX_LIFT;
}

/* The sum of the targets of a block, and of their distances from the maximum. */
static void FX(sm_far_add)(FX(sm_sum) *a, FX(sm_sum) *far, const T *x, const T *t, T m, ptrdiff_t n) {
    double a_part[FX_LANES] = {0}, far_part[FX_LANES] = {0};
    T tail[FX_GROUP], d[FX_GROUP];
    for (ptrdiff_t i = 0; i < n; i += FX_GROUP) {
        const ptrdiff_t count = n - i < FX_GROUP ? n - i : FX_GROUP;
        const T *FX_RESTRICT ti = FX(sm_padded)(t + i, count, tail), *FX_RESTRICT xi = x + i;
        for (ptrdiff_t j = 0; j < count; j++) {
            const T product = ti[j] * (m - xi[j]);
            d[j] = ti[j] == 0 ? 0 : product;
        }
        for (ptrdiff_t j = count; j < FX_GROUP; j++) d[j] = 0;
        FX(sm_fold_group)(a_part, ti);
        FX(sm_fold_group)(far_part, d);
    }
    FX(sm_close)(a, a_part);
    FX(sm_close)(far, far_part);
}

/* Exponentials to gradients, in place. */
static void FX(sm_scale)(T *FX_RESTRICT e, const T *FX_RESTRICT t, T factor, T k, ptrdiff_t n) {
    if (t)
        for (ptrdiff_t i = 0; i < n; i++) e[i] = e[i] * factor - t[i] * k;
    else
        for (ptrdiff_t i = 0; i < n; i++) e[i] *= factor;
}

/* Losses, and what gradients are made from, side by side: logarithms and divisions are slow one at a time. */
static void FX(sm_finish)(FX(sm_lanes) *FX_RESTRICT r, double z_loss, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++)
        FX(sm_loss)(r->m[i], r->s[i], r->far[i], r->a[i], z_loss, &r->loss[i], &r->lse[i]);
    for (ptrdiff_t i = 0; i < n; i++)
        FX(sm_factors)(r->s[i], r->a[i], r->lse[i], z_loss, r->k[i], &r->unit[i], &r->factor[i]);
}

/* The gradients of the classes that sm_true is for, into e; far: their targets. */
static void FX(sm_true_gradients)(FX(sm_lanes) *FX_RESTRICT r, double z_loss, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++)
        r->e[i] = FX(sm_true)(r->k[i], r->unit[i], r->a[i], r->far[i], z_loss, r->lse[i], r->s[i], r->e[i]);
}

/* Rows that go through the phases together. */
static ptrdiff_t FX(sm_batch)(const fx_softmax_options *o) {
    const ptrdiff_t rows = FX_BATCH / (2 * (ptrdiff_t)sizeof(T) * o->n_classes);
    return rows < 1 ? 1 : rows < FX_TILE_ROWS ? rows : FX_TILE_ROWS;
}

/* Asks for the logits of the next batch while this one's exponentials are computed. It may ask for what lies beyond the
 * last row: that does nothing. */
FX_INLINE void FX(sm_fetch)(const FX(sm_call) *q, const T *x) {
    const ptrdiff_t n = q->o->n_classes < FX_FETCHED ? q->o->n_classes : FX_FETCHED;
    const char *next = (const char *)x + FX(sm_batch)(q->o) * q->x_row * (ptrdiff_t)sizeof(T);
    for (ptrdiff_t i = 0; q->x_class == 1 && i < n * (ptrdiff_t)sizeof(T); i += 64) FX_FETCH(next + i);
}

/* A row's factor, maximum and label's logit. Rows that are odd or ignored are dealt with at once. */
static void FX(sm_row_start)(const FX(sm_call) *q, FX(sm_lanes) *r, ptrdiff_t row, ptrdiff_t i, T *scratch) {
    const ptrdiff_t classes = q->o->n_classes, y = q->label ? q->label[row] : -3;
    const T *x = q->x + row * q->x_row;
    const double k = FX(sm_factor)(q, row);
    r->k[i] = k;
    r->m[i] = r->s[i] = r->e[i] = r->a[i] = 0;
    r->done[i] = 1;
    if (y == -1 && !q->lse) {
        if (q->grad) FX(sm_fill)(q->grad + row * q->g_row, q->g_class, classes, (T)k);
        if (q->loss) q->loss[row] = 0;
        return;
    }
    const T m = r->m[i] = FX(sm_max)(x, q->x_class, classes, y, scratch, &r->first[i]);
    if (!FX(sm_finite)(m) || y == -2 || FX(sm_odd_factor)(k)) {
        FX(sm_general_row)(q, row, scratch);
        return;
    }
    r->done[i] = 0;
    r->e[i] = y < 0 ? m : x[y * q->x_class];
    r->a[i] = FX(sm_class_weight)(q->o, y);
}

/* The distance of the labels' logits from the maxima, and their lifted exponentials. */
static void FX(sm_distances)(FX(sm_lanes) *FX_RESTRICT r, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) {
        const T away = r->m[i] - r->e[i], weighted = r->a[i] * away;
        r->far[i] = r->a[i] == 0 ? 0 : weighted;
        r->e[i] = FX(sm_lifted)(-away);
    }
}

/* The sums of a row. Its exponentials wait in the gradient if that is contiguous, else they are forgotten. */
FX_INLINE void FX(sm_row_sums)(const FX(sm_call) *q, FX(sm_lanes) *r, ptrdiff_t row, ptrdiff_t i, T *scratch,
                               const int soft) {
    const ptrdiff_t classes = q->o->n_classes;
    const T *x = q->x + row * q->x_row, *t = soft ? q->target + row * q->t_row : NULL, m = r->m[i];
    FX(sm_fetch)(q, x);
    T *kept = q->grad && q->g_class == 1 ? q->grad + row * q->g_row : NULL;
    FX(sm_sum) sums[3];
    for (int s = 0; s < 3; s++) sums[s].n_blocks = 0;
    for (ptrdiff_t b = 0; b < classes; b += FX_BLOCK) {
        const ptrdiff_t n = classes - b < FX_BLOCK ? classes - b : FX_BLOCK;
        const T *xb = FX(sm_block)(x, q->x_class, b, n, scratch);
        if (soft) FX(sm_far_add)(&sums[1], &sums[2], xb, FX(sm_block)(t, q->t_class, b, n, scratch + FX_BLOCK), m, n);
        FX(sm_exp_add)(&sums[0], xb, m, kept ? kept + b : scratch + 2 * FX_BLOCK, n, r->first[i] - b);
    }
    r->s[i] = FX(sm_total)(&sums[0], classes);
    if (!soft) return;
    r->a[i] = FX(sm_total)(&sums[1], classes);
    r->far[i] = FX(sm_total)(&sums[2], classes);
}

/* The gradient of a row, from exponentials that wait there or are computed again. */
FX_INLINE void FX(sm_row_gradient)(const FX(sm_call) *q, FX(sm_lanes) *r, ptrdiff_t row, ptrdiff_t i, T *scratch,
                                   const int soft) {
    const ptrdiff_t classes = q->o->n_classes, at = soft ? r->first[i] : q->label ? q->label[row] : -1;
    const T *x = q->x + row * q->x_row, *t = soft ? q->target + row * q->t_row : NULL, k = (T)r->k[i];
    T *g = q->grad + row * q->g_row;
    if (r->s[i] != r->s[i]) {
        FX(sm_fill)(g, q->g_class, classes, r->k[i] == 0.0 ? 0 : (T)NAN);
        return;
    }
    for (ptrdiff_t b = 0; b < classes; b += FX_BLOCK) {
        const ptrdiff_t n = classes - b < FX_BLOCK ? classes - b : FX_BLOCK;
        T *e = q->g_class == 1 ? g + b : scratch + 2 * FX_BLOCK;
        if (q->g_class != 1) FX(sm_exp)(FX(sm_block)(x, q->x_class, b, n, scratch), r->m[i], e, n);
        FX(sm_scale)(e, soft ? FX(sm_block)(t, q->t_class, b, n, scratch + FX_BLOCK) : NULL, r->factor[i], k, n);
        if (q->g_class != 1) FX(sm_scatter)(e, g + b * q->g_class, q->g_class, n);
    }
    if (at >= 0 && 2 * r->far[i] > r->a[i]) g[at * q->g_class] = r->e[i];
}

/* n <= FX_TILE_ROWS rows, phase by phase. */
FX_INLINE void FX(sm_fast_rows)(const FX(sm_call) *q, ptrdiff_t row, ptrdiff_t n, T *scratch, const int soft) {
    FX(sm_lanes) *r = (FX(sm_lanes) *)(void *)(scratch + FX_GENERAL_BLOCKS * FX_BLOCK);
    for (ptrdiff_t i = 0; i < n; i++) FX(sm_row_start)(q, r, row + i, i, scratch);
    FX(sm_distances)(r, n);
    for (ptrdiff_t i = 0; i < n; i++)
        if (!r->done[i]) FX(sm_row_sums)(q, r, row + i, i, scratch, soft);
    for (ptrdiff_t i = 0; i < n; i++) r->s[i] = FX(sm_finite)(r->a[i]) ? r->s[i] : (T)NAN; /* and so loss and lse */
    FX(sm_finish)(r, q->o->z_loss, n);
    for (ptrdiff_t i = 0; i < n; i++) r->far[i] = r->a[i];
    for (ptrdiff_t i = 0; soft && i < n; i++) r->far[i] = r->done[i] ? 0 : q->target[(row + i) * q->t_row + r->first[i] * q->t_class];
    FX(sm_true_gradients)(r, q->o->z_loss, n);
    for (ptrdiff_t i = 0; i < n; i++) {
        if (r->done[i]) continue;
        if (q->grad) FX(sm_row_gradient)(q, r, row + i, i, scratch, soft);
        if (q->loss) q->loss[row + i] = q->label && q->label[row + i] == -1 ? 0 : r->loss[i];
        if (q->lse) q->lse[row + i] = r->lse[i];
    }
}
