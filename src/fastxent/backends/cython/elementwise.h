/* The element-wise skeleton, included once per dtype (T, FX, FX_IS_F64). A job walks its part of the space in chunks:
 * bring a chunk's operands into place, run the law's kernel, weigh, sum, bring the outputs home. */

typedef struct {
    const fx_plan *plan;
    double *sums;                          /* this job's */
    double kept[FX_MAX_SLOTS][FX_KEPT];    /* this job's sums for broadcast parameters */
    ptrdiff_t kept_first, lane_first, lanes; /* kept index of kept[.][0]; which lanes the job has */
    T in[1 + FX_MAX_PARAMS][FX_CHUNK], out[FX_MAX_SLOTS][FX_CHUNK];
    double factor[2][FX_CHUNK];            /* weight; weight times cotangent */
    int outside;
} FX(fx_state);

static double FX(fx_sum)(const T *x, ptrdiff_t n) {
    double lane[8] = {0}, total = 0;
    ptrdiff_t i = 0;
    for (; i + 8 <= n; i += 8)
        for (int l = 0; l < 8; l++) lane[l] += (double)x[i + l];
    for (; i < n; i++) lane[i & 7] += (double)x[i];
    for (int l = 0; l < 8; l++) total += lane[l];
    return total;
}

/* x *= factor in double; a factor of 0 wipes out nan and inf as well */
static void FX(fx_weigh)(T *x, const double *factor, double scale, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) {
        const double f = factor[i] * scale, product = (double)x[i] * f;
        x[i] = (T)(factor[i] == 0.0 ? 0.0 : product);
    }
}

/* Sums of losses stay in double: a weight may take a loss out of the range of T. */
static double FX(fx_weighted_sum)(const T *x, const double *factor, ptrdiff_t n) {
    double lane[8] = {0}, total = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double product = (double)x[i] * factor[i];
        lane[i & 7] += factor[i] == 0.0 ? 0.0 : product;
    }
    for (int l = 0; l < 8; l++) total += lane[l];
    return total;
}

/* Adds a chunk of a broadcast parameter's gradient to the sums that it belongs to. */
static void FX(fx_keep)(FX(fx_state) *s, double *kept, const T *x, ptrdiff_t first, ptrdiff_t n) {
    const fx_plan *p = s->plan;
    const ptrdiff_t period = p->n_reduced * p->n_lanes;
    if (p->n_lanes == 1) {
        for (ptrdiff_t done = 0; done < n;) {
            const ptrdiff_t outer = (first + done) / period, left = (outer + 1) * period - (first + done);
            const ptrdiff_t run = left < n - done ? left : n - done;
            kept[outer - s->kept_first] += FX(fx_sum)(x + done, run);
            done += run;
        }
        return;
    }
    for (ptrdiff_t done = 0; done < n;) {
        const ptrdiff_t lane = (first + done) % p->n_lanes, outer = (first + done) / period;
        const ptrdiff_t left = p->n_lanes - lane, run = left < n - done ? left : n - done;
        double *to = kept + (outer * p->n_lanes + lane - s->kept_first);
        for (ptrdiff_t i = 0; i < run; i++) to[i] += (double)x[done + i];
        done += run;
    }
}

static const T *FX(fx_operand)(FX(fx_state) *s, const fx_array *a, T *buffer, ptrdiff_t first, ptrdiff_t n) {
    if (a->mode == FX_DIRECT) return (const T *)a->data + first;
    if (a->mode == FX_STRIDED) fx_gather(&s->plan->space, a, first, n, buffer, FX_IS_F64);
    return buffer; /* constants were filled in when the job began */
}

static const double *FX(fx_factors)(FX(fx_state) *s, ptrdiff_t first, ptrdiff_t n, const double **weight) {
    const fx_plan *p = s->plan;
    if (p->weight.mode == FX_STRIDED) fx_gather(&p->space, &p->weight, first, n, s->factor[0], 1);
    *weight = p->weight.mode == FX_ABSENT ? NULL : s->factor[0];
    if (p->cotangent.mode == FX_ABSENT) return *weight;
    fx_gather(&p->space, &p->cotangent, first, n, s->factor[1], 1);
    if (*weight)
        for (ptrdiff_t i = 0; i < n; i++) s->factor[1][i] = s->factor[0][i] == 0.0 ? 0.0 : s->factor[1][i] * s->factor[0][i];
    return s->factor[1];
}

static void FX(fx_output)(FX(fx_state) *s, int slot, T *x, ptrdiff_t first, ptrdiff_t n, const double *factor) {
    const fx_plan *p = s->plan;
    const int kind = p->slot[slot];
    if (factor && kind != FX_UNWANTED) FX(fx_weigh)(x, factor, slot ? p->scale : 1.0, n);
    if (kind == FX_SUM) s->sums[slot] += FX(fx_sum)(x, n);
    else if (kind == FX_KEEP) FX(fx_keep)(s, s->kept[slot], x, first, n);
    else if (kind == FX_FULL && p->out[slot].mode != FX_DIRECT) fx_scatter(&p->space, &p->out[slot], first, n, x, FX_IS_F64);
}

static void FX(fx_chunk)(FX(fx_state) *s, ptrdiff_t first, ptrdiff_t n) {
    const fx_plan *p = s->plan;
    const int n_slots = 1 + p->order * p->n_params;
    const void *in[1 + FX_MAX_PARAMS];
    void *out[FX_MAX_SLOTS];
    const double *weight, *factor = FX(fx_factors)(s, first, n, &weight);
    for (int i = 0; i <= p->n_params; i++) in[i] = FX(fx_operand)(s, &p->in[i], s->in[i], first, n);
    for (int i = 0; i < n_slots; i++)
        out[i] = p->slot[i] == FX_FULL && p->out[i].mode == FX_DIRECT ? (void *)((T *)p->out[i].data + first)
                                                                      : (void *)s->out[i];
    s->outside |= p->kernel(n, in, out, p->settings, factor ? 1.0 : p->scale, p->lower, p->upper);
    if (weight && p->slot[0] == FX_SUM) s->sums[0] += FX(fx_weighted_sum)(out[0], weight, n);
    else FX(fx_output)(s, 0, out[0], first, n, weight);
    for (int i = 1; i < n_slots; i++) FX(fx_output)(s, i, out[i], first, n, factor);
}

static void FX(fx_range)(FX(fx_state) *s, ptrdiff_t first, ptrdiff_t end) {
    for (; first < end; first += FX_CHUNK) FX(fx_chunk)(s, first, end - first < FX_CHUNK ? end - first : FX_CHUNK);
}

static void FX(fx_fill_constants)(FX(fx_state) *s) {
    const fx_plan *p = s->plan;
    const ptrdiff_t n = p->space.size < FX_CHUNK ? p->space.size : FX_CHUNK;
    for (int i = 0; i <= p->n_params; i++)
        if (p->in[i].mode == FX_CONSTANT) fx_load_run(&p->in[i], p->in[i].data, 0, n, s->in[i], FX_IS_F64);
    if (p->weight.mode == FX_CONSTANT) fx_load_run(&p->weight, p->weight.data, 0, n, s->factor[0], 1);
}

/* Hands over this job's sums for broadcast parameters: to the partial sums if others share them, else home. */
static void FX(fx_deliver)(FX(fx_state) *s, ptrdiff_t job, ptrdiff_t n) {
    const fx_plan *p = s->plan;
    for (int i = 1; i < 1 + p->order * p->n_params; i++) {
        if (p->slot[i] != FX_KEEP) continue;
        if (p->n_segments > 1)
            memcpy(p->partials + (job * FX_MAX_SLOTS + i) * FX_KEPT, s->kept[i], (size_t)n * sizeof(double));
        else
            fx_scatter(&p->kept_space, &p->out[i], s->kept_first, n, s->kept[i], 1);
    }
}

static int FX(fx_job)(const fx_plan *p, ptrdiff_t job) {
    FX(fx_state) s;
    const ptrdiff_t kept = p->n_outer * p->n_lanes, period = p->n_reduced * p->n_lanes;
    const ptrdiff_t first = job / p->n_segments * p->group, end = first + p->group < kept ? first + p->group : kept;
    const ptrdiff_t from = job % p->n_segments * p->segment;
    const ptrdiff_t to = from + p->segment < p->n_reduced ? from + p->segment : p->n_reduced;
    s.plan = p;
    s.sums = p->sums + job * FX_MAX_SLOTS;
    s.outside = 0;
    s.kept_first = first;
    for (int i = 0; i < 1 + p->order * p->n_params; i++) {
        s.sums[i] = 0.0;
        if (p->slot[i] == FX_KEEP) memset(s.kept[i], 0, (size_t)(end - first) * sizeof(double));
    }
    FX(fx_fill_constants)(&s);
    if (p->group % p->n_lanes == 0 && p->n_segments == 1)
        FX(fx_range)(&s, first * p->n_reduced, end * p->n_reduced); /* whole periods lie in a row */
    else if (p->group % p->n_lanes == 0)
        for (ptrdiff_t o = first / p->n_lanes; o < end / p->n_lanes; o++)
            FX(fx_range)(&s, o * period + from * p->n_lanes, o * period + to * p->n_lanes);
    else /* part of the lanes of one outer index; groups never straddle two */
        for (ptrdiff_t r = from; r < to; r++) {
            const ptrdiff_t base = first / p->n_lanes * period + r * p->n_lanes;
            FX(fx_range)(&s, base + first % p->n_lanes, base + first % p->n_lanes + (end - first));
        }
    FX(fx_deliver)(&s, job, end - first);
    return s.outside;
}
