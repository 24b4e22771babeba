/* The element-wise skeleton, included once per dtype (T, FX, FX_IS_F64). A job walks its part of the space in chunks:
 * bring a chunk's operands into place, run the law's kernel, weigh, sum, bring the outputs home. */

typedef struct {
    const fx_plan *plan;
    double *sums;                          /* this job's */
    double kept[FX_MAX_SLOTS][FX_KEPT];    /* this job's sums for broadcast parameters */
    ptrdiff_t outer_first, outer_end, lane_first, lane_end; /* the job's group of kept indices */
    T in[FX_MAX_INPUTS][FX_CHUNK], out[FX_MAX_SLOTS][FX_CHUNK];
    T linked[FX_MAX_PARAMS][3][FX_CHUNK];  /* a parameter's log, and its first and second derivative */
    double factor[2][FX_CHUNK];            /* weight; weight times cotangent */
    int bad;
} FX(fx_state);

/* In double, in lanes enough that no addition waits for the one before. */
static double FX(fx_sum)(const T *x, ptrdiff_t n) {
    double lane[FX_SUM_LANES] = {0}, total = 0;
    ptrdiff_t i = 0;
    for (; i + FX_SUM_LANES <= n; i += FX_SUM_LANES)
        for (int l = 0; l < FX_SUM_LANES; l++) lane[l] += (double)x[i + l];
    for (int l = 0; i + l < n; l++) lane[l] += (double)x[i + l];
    for (int l = 0; l < FX_SUM_LANES; l++) total += lane[l];
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
    double lane[FX_SUM_LANES] = {0}, total = 0;
    ptrdiff_t i = 0;
    for (; i + FX_SUM_LANES <= n; i += FX_SUM_LANES)
        for (int l = 0; l < FX_SUM_LANES; l++) {
            const double product = (double)x[i + l] * factor[i + l];
            lane[l] += factor[i + l] == 0.0 ? 0.0 : product;
        }
    for (int l = 0; i + l < n; l++) lane[l] += factor[i + l] == 0.0 ? 0.0 : (double)x[i + l] * factor[i + l];
    for (int l = 0; l < FX_SUM_LANES; l++) total += lane[l];
    return total;
}

/* Adds a chunk of a broadcast parameter's gradient to the sums that it belongs to; a run stays in one outer index. */
static void FX(fx_keep)(const FX(fx_state) *s, double *kept, const T *x, ptrdiff_t first, ptrdiff_t n) {
    const ptrdiff_t lanes = s->plan->n_lanes, period = s->plan->n_reduced * lanes, width = s->lane_end - s->lane_first;
    for (ptrdiff_t done = 0, run; done < n; done += run) {
        const ptrdiff_t outer = (first + done) / period, left = (outer + 1) * period - (first + done);
        ptrdiff_t lane = (first + done) % lanes;
        double *to = kept + (outer - s->outer_first) * width;
        const T *from = x + done;
        run = left < n - done ? left : n - done;
        if (lanes == 1)
            *to += FX(fx_sum)(from, run);
        else if (lanes <= FX_NARROW)
            for (ptrdiff_t l = 0; l < lanes && l < run; l++, lane = lane + 1 == lanes ? 0 : lane + 1) {
                double total = 0;
                for (ptrdiff_t i = l; i < run; i += lanes) total += (double)from[i];
                to[lane] += total;
            }
        else {
            run = run < lanes - lane ? run : lanes - lane;
            for (ptrdiff_t i = 0; i < run; i++) to[lane - s->lane_first + i] += (double)from[i];
        }
    }
}

/* Targets outside the support make nan of their elements. */
static void FX(fx_spoil_chunk)(const fx_plan *p, const T *y, void *const *out, int n_slots, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++)
        if (!(y[i] >= (T)p->lower && y[i] <= (T)p->upper))
            for (int s = 0; s < n_slots; s++) ((T *)out[s])[i] = (T)NAN;
}

static const T *FX(fx_operand)(FX(fx_state) *s, const fx_array *a, T *buffer, ptrdiff_t first, ptrdiff_t n) {
    if (a->mode == FX_DIRECT) return (const T *)a->data + first;
    if (a->mode == FX_STRIDED) fx_gather(&s->plan->space, a, first, n, buffer, FX_IS_F64);
    return buffer; /* constants were filled in when the job began */
}

/* A target inside the support, rounded: an open end does not take in what rounds to it. */
static T FX(fx_rounded)(const fx_plan *p, double y) {
    const T lower = (T)p->lower, upper = (T)p->upper, value = (T)y;
    return value < lower ? lower : value > upper ? upper : value;
}

/* Targets wider than T are judged before they are rounded: those outside the support become nan. */
static const T *FX(fx_targets)(FX(fx_state) *s, ptrdiff_t first, ptrdiff_t n) {
    const fx_plan *p = s->plan;
    double wide[FX_CHUNK];
    if (FX_IS_F64 || p->in[0].dtype != FX_F64) return FX(fx_operand)(s, &p->in[0], s->in[0], first, n);
    fx_gather(&p->space, &p->in[0], first, n, wide, 1);
    for (ptrdiff_t i = 0; i < n; i++)
        s->in[0][i] = wide[i] >= p->wide_lower && wide[i] <= p->wide_upper ? FX(fx_rounded)(p, wide[i]) : (T)NAN;
    return s->in[0];
}

static const double *FX(fx_factors)(FX(fx_state) *s, ptrdiff_t first, ptrdiff_t n, const double **weight) {
    const fx_plan *p = s->plan;
    if (p->weight.mode == FX_STRIDED) {
        fx_gather(&p->space, &p->weight, first, n, s->factor[0], 1);
        s->bad |= fx_check_weights(s->factor[0], n);
    }
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

/* A linked parameter comes as what the model outputs; its law's kernel takes the log. */
static const T *FX(fx_link)(FX(fx_state) *s, int i, const T *raw, ptrdiff_t n) {
    const fx_plan *p = s->plan;
    const void *in[1] = {raw};
    void *out[3] = {s->linked[i][0], s->linked[i][1], s->linked[i][2]};
    if (p->link[i](n, in, out, NULL, 1.0, 0.0, 0.0) & FX_UNUSUAL) p->careful_link[i](n, in, out, NULL, 1.0, 0.0, 0.0);
    return s->linked[i][0];
}

/* The chain rule, from derivatives for the log to derivatives for what the model outputs. A link that is no longer bent
 * adds nothing to the curvature, even where the gradient is infinite. */
static void FX(fx_unlink)(const FX(fx_state) *s, int i, T *grad, T *hess, ptrdiff_t n) {
    const T *slope = s->linked[i][1], *bend = s->linked[i][2];
    if (hess)
        for (ptrdiff_t j = 0; j < n; j++) {
            const T curve = hess[j] * slope[j] * slope[j];
            const T bent = bend[j] == 0 ? curve : curve + grad[j] * bend[j];
            hess[j] = s->plan->fisher ? curve : bent;
        }
    for (ptrdiff_t j = 0; j < n; j++) grad[j] *= slope[j];
}

static void FX(fx_chunk)(FX(fx_state) *s, ptrdiff_t first, ptrdiff_t n) {
    const fx_plan *p = s->plan;
    const int n_slots = 1 + p->order * p->n_params, n_in = p->n_data + p->n_params;
    const void *in[FX_MAX_INPUTS];
    void *out[FX_MAX_SLOTS];
    const double *weight, *factor = FX(fx_factors)(s, first, n, &weight);
    in[0] = FX(fx_targets)(s, first, n);
    for (int i = 1; i < n_in; i++) in[i] = FX(fx_operand)(s, &p->in[i], s->in[i], first, n);
    for (int i = 0; i < p->n_params; i++)
        if (p->link[i]) in[p->n_data + i] = FX(fx_link)(s, i, (const T *)in[p->n_data + i], n);
    for (int i = 0; i < 1 + 2 * p->n_params; i++) /* a careful kernel writes them all */
        out[i] = i < n_slots && p->slot[i] == FX_FULL && p->out[i].mode == FX_DIRECT ? (void *)((T *)p->out[i].data + first)
                                                                      : (void *)s->out[i];
    const double scale = factor ? 1.0 : p->scale;
    int found = p->kernel(n, in, out, p->settings, scale, p->lower, p->upper);
    if (found & FX_UNUSUAL) found = p->careful(n, in, out, p->settings, scale, p->lower, p->upper);
    if (found & FX_OUTSIDE) {
        s->bad |= FX_BAD_TARGET;
        FX(fx_spoil_chunk)(p, in[0], out, n_slots, n);
    }
    for (int i = 0; i < p->n_params && p->order; i++)
        if (p->link[i]) FX(fx_unlink)(s, i, (T *)out[1 + i], p->order > 1 ? (T *)out[1 + p->n_params + i] : NULL, n);
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
    for (int i = 0; i < p->n_data + p->n_params; i++)
        if (p->in[i].mode == FX_CONSTANT) fx_load_run(&p->in[i], p->in[i].data, 0, n, s->in[i], FX_IS_F64);
    if (p->weight.mode == FX_CONSTANT) {
        fx_load_run(&p->weight, p->weight.data, 0, n, s->factor[0], 1);
        s->bad |= fx_check_weights(s->factor[0], n);
    }
}

FX_INLINE double *FX(fx_partial)(const fx_plan *p, ptrdiff_t job, int kept_slot) {
    return p->partials + (job * p->n_kept + kept_slot) * (p->outers * p->lanes);
}

/* Hands over this job's sums for broadcast parameters: to the partial sums if other segments add to them, else home. */
static void FX(fx_deliver)(const FX(fx_state) *s, ptrdiff_t job) {
    const fx_plan *p = s->plan;
    const ptrdiff_t n = (s->outer_end - s->outer_first) * (s->lane_end - s->lane_first);
    for (int i = 1, k = 0; i < 1 + p->order * p->n_params; i++) {
        if (p->slot[i] != FX_KEEP) continue;
        if (p->n_segments > 1)
            memcpy(FX(fx_partial)(p, job, k++), s->kept[i], (size_t)n * sizeof(double));
        else
            fx_scatter(&p->kept_space, &p->out[i], s->outer_first * p->n_lanes + s->lane_first, n, s->kept[i], 1);
    }
}

static void FX(fx_locate)(FX(fx_state) *s, ptrdiff_t group) {
    const fx_plan *p = s->plan;
    s->outer_first = group / p->lane_blocks * p->outers;
    s->outer_end = s->outer_first + p->outers < p->n_outer ? s->outer_first + p->outers : p->n_outer;
    s->lane_first = group % p->lane_blocks * p->lanes;
    s->lane_end = s->lane_first + p->lanes < p->n_lanes ? s->lane_first + p->lanes : p->n_lanes;
}

static int FX(fx_job)(const fx_plan *p, ptrdiff_t job) {
    FX(fx_state) s;
    const ptrdiff_t period = p->n_reduced * p->n_lanes, from = job % p->n_segments * p->segment;
    const ptrdiff_t to = from + p->segment < p->n_reduced ? from + p->segment : p->n_reduced;
    s.plan = p;
    s.sums = p->sums + job * FX_MAX_SLOTS;
    s.bad = 0;
    FX(fx_locate)(&s, job / p->n_segments);
    for (int i = 0; i < 1 + p->order * p->n_params; i++) {
        s.sums[i] = 0.0;
        if (p->slot[i] == FX_KEEP) memset(s.kept[i], 0, sizeof s.kept[i]);
    }
    FX(fx_fill_constants)(&s);
    if (p->lane_blocks == 1 && p->n_segments == 1)
        FX(fx_range)(&s, s.outer_first * period, s.outer_end * period); /* whole periods lie in a row */
    else if (p->lane_blocks == 1)
        for (ptrdiff_t o = s.outer_first; o < s.outer_end; o++)
            FX(fx_range)(&s, o * period + from * p->n_lanes, o * period + to * p->n_lanes);
    else
        for (ptrdiff_t r = from; r < to; r++) {
            const ptrdiff_t base = s.outer_first * period + r * p->n_lanes;
            FX(fx_range)(&s, base + s.lane_first, base + s.lane_end);
        }
    FX(fx_deliver)(&s, job);
    return s.bad;
}

static void FX(fx_finish)(const fx_plan *p, ptrdiff_t group) {
    FX(fx_state) s;
    s.plan = p;
    FX(fx_locate)(&s, group);
    const ptrdiff_t n = (s.outer_end - s.outer_first) * (s.lane_end - s.lane_first);
    for (int i = 1, k = 0; i < 1 + p->order * p->n_params; i++) {
        if (p->slot[i] != FX_KEEP) continue;
        double *total = FX(fx_partial)(p, group * p->n_segments, k);
        for (ptrdiff_t other = 1; other < p->n_segments; other++) {
            const double *part = FX(fx_partial)(p, group * p->n_segments + other, k);
            for (ptrdiff_t j = 0; j < n; j++) total[j] += part[j];
        }
        fx_scatter(&p->kept_space, &p->out[i], s.outer_first * p->n_lanes + s.lane_first, n, total, 1);
        k++;
    }
}
