/* The driver of Categorical, included once per dtype (T, FX, FX_IS_F64): brings blocks of rows into the softmax skeletons'
 * form and their results home. */

/* One operand or output of a block: where its rows are, as T, with strides in elements. */
typedef struct {
    T *data;
    ptrdiff_t row, cls;
} FX(fx_block);

typedef struct {
    const fx_rows *plan;
    T *tile[5];          /* logits, target, vector, gradient, Hessian, where their arrays cannot be used as they are */
    double *shared[2];   /* sums of gradient and Hessian over the rows that share their logits */
    void *scratch;
    void *memory;
    ptrdiff_t block;     /* rows */
    int bad;
} FX(fx_rows_state);

static int FX(fx_is_direct)(const fx_array *a) { return a->mode == FX_ABSENT || a->mode == FX_DIRECT; }

/* Rows of `a` from flat index `first`; n rows along the last axis. Not direct: the tile, in the better of two orders. */
static FX(fx_block) FX(fx_view)(const fx_rows *p, const fx_array *a, ptrdiff_t cls, ptrdiff_t first, ptrdiff_t n, T *tile) {
    FX(fx_block) b = {NULL, 0, 0};
    fx_walk w;
    if (a->mode == FX_ABSENT) return b;
    const ptrdiff_t row = a->stride[p->space.ndim - 1];
    if (a->mode == FX_DIRECT) {
        fx_walk_start(&w, &p->space, first);
        b.data = (T *)(void *)(a->data + fx_walk_offset(&w, a->stride));
        b.row = row / (ptrdiff_t)sizeof(T);
        b.cls = cls / (ptrdiff_t)sizeof(T);
        return b;
    }
    const int across = (row < 0 ? -row : row) < (cls < 0 ? -cls : cls) && row != 0;
    b.data = tile;
    b.row = across ? 1 : p->options.n_classes;
    b.cls = across ? n : 1;
    return b;
}

/* Between an array and its tile, in runs along whichever axis lies closer together. */
static void FX(fx_move)(const fx_rows *p, const fx_array *a, ptrdiff_t cls, ptrdiff_t first, ptrdiff_t n, FX(fx_block) b, int store) {
    fx_walk w;
    if (FX(fx_is_direct)(a)) return;
    fx_walk_start(&w, &p->space, first);
    char *data = a->data + fx_walk_offset(&w, a->stride);
    const ptrdiff_t row = a->stride[p->space.ndim - 1], k = p->options.n_classes;
    const ptrdiff_t runs = b.row == 1 ? k : n, run = b.row == 1 ? n : k;
    const ptrdiff_t far = b.row == 1 ? cls : row, near = b.row == 1 ? row : cls;
    for (ptrdiff_t i = 0; i < runs; i++) {
        if (store) fx_store_run(a, b.data + i * run, data + i * far, near, run, FX_IS_F64);
        else fx_load_run(a, data + i * far, near, run, b.data + i * run, FX_IS_F64);
    }
}

/* Targets wider than T are judged before they are rounded: wrong ones become nan in the tile. */
static void FX(fx_judge_wide)(const fx_rows *p, ptrdiff_t first, ptrdiff_t n, FX(fx_block) t) {
    const fx_array *a = &p->target;
    double wide[FX_CHUNK];
    fx_walk w;
    if (FX_IS_F64 || a->mode == FX_ABSENT || a->dtype != FX_F64) return;
    fx_walk_start(&w, &p->space, first);
    const char *data = a->data + fx_walk_offset(&w, a->stride);
    for (ptrdiff_t r = 0; r < n; r++, data += a->stride[p->space.ndim - 1])
        for (ptrdiff_t c = 0, run; c < p->options.n_classes; c += run) {
            run = p->options.n_classes - c < FX_CHUNK ? p->options.n_classes - c : FX_CHUNK;
            fx_load_run(a, data + c * p->target_class, p->target_class, run, wide, FX_TO_DOUBLE);
            for (ptrdiff_t i = 0; i < run; i++)
                if (!(wide[i] >= 0 && wide[i] <= (double)FX_MAX)) t.data[r * t.row + (c + i) * t.cls] = (T)NAN;
        }
}

/* Soft targets are finite and not negative; a row with others becomes nan and is reported. */
static int FX(fx_check_targets)(FX(fx_block) t, ptrdiff_t n, ptrdiff_t k, int *wrong) {
    int any = 0;
    for (ptrdiff_t r = 0; r < n; r++) {
        const T *row = t.data + r * t.row;
        int bad = 0;
        if (t.cls == 1)
            for (ptrdiff_t c = 0; c < k; c++) bad |= !((row[c] >= 0) & (row[c] <= FX_MAX));
        else
            for (ptrdiff_t c = 0; c < k; c++) bad |= !((row[c * t.cls] >= 0) & (row[c * t.cls] <= FX_MAX));
        wrong[r] = bad;
        any |= bad;
    }
    return any ? FX_BAD_TARGET : 0;
}

static void FX(fx_spoil)(FX(fx_block) b, ptrdiff_t row, ptrdiff_t k) {
    if (b.data)
        for (ptrdiff_t c = 0; c < k; c++) b.data[row * b.row + c * b.cls] = (T)NAN;
}

static void FX(fx_add_rows)(double *total, FX(fx_block) b, ptrdiff_t n, ptrdiff_t k) {
    for (ptrdiff_t r = 0; b.data && r < n; r++)
        for (ptrdiff_t c = 0; c < k; c++) total[c] += (double)b.data[r * b.row + c * b.cls];
}

/* Runs the engine that the plan names. */
static void FX(fx_softmax_block)(const fx_rows *p, ptrdiff_t n, FX(fx_block) x, const ptrdiff_t *label, FX(fx_block) t,
                                 FX(fx_block) v, const double *factor, T *loss, T *lse, FX(fx_block) g, FX(fx_block) h,
                                 void *scratch) {
    const fx_softmax_options *o = &p->options;
    if (!p->softmax) {
        FX(softmax_block)(o, n, x.data, x.row, x.cls, label, t.data, t.row, t.cls, v.data, v.row, v.cls, factor, p->scale,
                          loss, lse, g.data, g.row, g.cls, h.data, h.row, h.cls, scratch);
        return;
    }
    const void *const pointers[] = {x.data, t.data, v.data, label, factor, loss, lse, g.data, h.data, o->class_weight, scratch};
    const ptrdiff_t strides[] = {x.row, x.cls, t.row, t.cls, v.row, v.cls, g.row, g.cls, h.row, h.cls,
                                 o->n_classes, o->order, o->fisher, (ptrdiff_t)(uintptr_t)p->odd};
    const double numbers[] = {p->scale, o->label_smoothing, o->z_loss, o->softcap};
    p->softmax(0, n, pointers, strides, numbers);
}

/* n rows along the last axis: the sum of their weighted losses */
static double FX(fx_rows_block)(FX(fx_rows_state) *s, ptrdiff_t first, ptrdiff_t n) {
    const fx_rows *p = s->plan;
    const ptrdiff_t k = p->options.n_classes;
    ptrdiff_t label[FX_ROWS];
    double w[FX_ROWS], f[FX_ROWS], total = 0;
    T loss[FX_ROWS], lse[FX_ROWS];
    int wrong[FX_ROWS];
    const double *weight, *factor = fx_row_factors(p, first, n, w, f, &s->bad, &weight);
    FX(fx_block) x = FX(fx_view)(p, &p->logits, p->logits_class, first, n, s->tile[0]);
    FX(fx_block) t = FX(fx_view)(p, &p->target, p->target_class, first, n, s->tile[1]);
    FX(fx_block) v = FX(fx_view)(p, &p->vector, p->vector_class, first, n, s->tile[2]);
    FX(fx_block) g = FX(fx_view)(p, &p->grad, p->grad_class, first, n, s->tile[3]);
    FX(fx_block) h = FX(fx_view)(p, &p->hess, p->hess_class, first, n, s->tile[4]);
    FX(fx_move)(p, &p->logits, p->logits_class, first, n, x, 0);
    FX(fx_move)(p, &p->target, p->target_class, first, n, t, 0);
    FX(fx_judge_wide)(p, first, n, t);
    FX(fx_move)(p, &p->vector, p->vector_class, first, n, v, 0);
    if (p->has_labels) s->bad |= fx_read_labels(p, first, n, label);
    const int spoilt = t.data ? FX(fx_check_targets)(t, n, k, wrong) : 0;
    FX(fx_softmax_block)(p, n, x, p->has_labels ? label : NULL, t, v, factor, loss, p->lse.mode ? lse : NULL, g, h, s->scratch);
    s->bad |= spoilt;
    for (ptrdiff_t r = 0; spoilt && r < n; r++)
        if (wrong[r]) {
            loss[r] = (T)NAN;
            if (!(factor && factor[r] == 0.0)) {
                FX(fx_spoil)(g, r, k);
                FX(fx_spoil)(h, r, k);
            }
        }
    for (ptrdiff_t i = 0; weight && i < n; i++) {
        const double l = weight[i] == 0.0 ? 0.0 : weight[i] * (double)loss[i];
        total += l;
        loss[i] = (T)l;
    }
    if (!weight) total = FX(fx_sum)(loss, n);
    if (p->loss.mode) fx_scatter(&p->space, &p->loss, first, n, loss, FX_IS_F64);
    if (p->lse.mode) fx_scatter(&p->space, &p->lse, first, n, lse, FX_IS_F64);
    if (p->n_shared == 1) {
        FX(fx_move)(p, &p->grad, p->grad_class, first, n, g, 1);
        FX(fx_move)(p, &p->hess, p->hess_class, first, n, h, 1);
    } else {
        FX(fx_add_rows)(s->shared[0], g, n, k);
        FX(fx_add_rows)(s->shared[1], h, n, k);
    }
    return total;
}

/* Sums over the rows that share one row of logits, as that row's gradient (or Hessian). */
static void FX(fx_deliver_shared)(const fx_rows *p, const fx_array *a, ptrdiff_t cls, ptrdiff_t first, const double *total) {
    fx_walk w;
    if (a->mode == FX_ABSENT) return;
    fx_walk_start(&w, &p->space, first);
    fx_store_run(a, total, a->data + fx_walk_offset(&w, a->stride), cls, p->options.n_classes, 1);
}

/* Memory for one job: tiles of arrays that are not direct, sums, the skeletons' scratch. */
static int FX(fx_prepare)(FX(fx_rows_state) *s) {
    const fx_rows *p = s->plan;
    const fx_array *const arrays[5] = {&p->logits, &p->target, &p->vector, &p->grad, &p->hess};
    const size_t k = (size_t)p->options.n_classes, scratch = (FX(softmax_scratch)(&p->options) + 63) & ~(size_t)63;
    size_t tiles = 0, sums = p->n_shared > 1 ? 2 * k * sizeof(double) : 0;
    for (int i = 0; i < 5; i++) tiles += !FX(fx_is_direct)(arrays[i]);
    const size_t fit = 16384 / (k ? k : 1);
    s->block = !tiles || fit > FX_ROWS ? FX_ROWS : fit ? (ptrdiff_t)fit : 1;
    const size_t tile = ((size_t)s->block * k * sizeof(T) + 63) & ~(size_t)63;
    char *at = (char *)(s->memory = malloc(scratch + tiles * tile + sums + 64));
    if (!at) return FX_NO_MEMORY;
    at += 64 - ((uintptr_t)at & 63);
    s->scratch = at;
    at += scratch;
    for (int i = 0; i < 5; i++) {
        s->tile[i] = FX(fx_is_direct)(arrays[i]) ? NULL : (T *)(void *)at;
        at += s->tile[i] ? tile : 0;
    }
    s->shared[0] = (double *)(void *)at;
    s->shared[1] = s->shared[0] + (sums ? k : 0);
    return 0;
}

static int FX(fx_rows_job)(const fx_rows *p, ptrdiff_t job) {
    FX(fx_rows_state) s;
    s.plan = p;
    if ((s.bad = FX(fx_prepare)(&s))) return s.bad;
    const ptrdiff_t first = job * p->job, end = first + p->job < p->space.size ? first + p->job : p->space.size;
    const size_t k = (size_t)p->options.n_classes;
    double total = 0;
    for (ptrdiff_t start = first; start < end; start += p->n_shared) {
        const ptrdiff_t stop = p->n_shared > 1 ? start + p->n_shared : end;
        if (p->n_shared > 1) memset(s.shared[0], 0, 2 * k * sizeof(double));
        for (ptrdiff_t row = start, n; row < stop; row += n) {
            fx_walk w;
            fx_walk_start(&w, &p->space, row);
            n = fx_walk_run(&w, stop - row < s.block ? stop - row : s.block);
            total += FX(fx_rows_block)(&s, row, n);
        }
        if (p->n_shared == 1) break;
        FX(fx_deliver_shared)(p, &p->grad, p->grad_class, start, s.shared[0]);
        FX(fx_deliver_shared)(p, &p->hess, p->hess_class, start, s.shared[1]);
    }
    p->sums[job] = total;
    free(s.memory);
    return s.bad;
}
