/* The general softmax engine: one row at a time, in blocks of classes, with every option. Part of softmax.h. */

/* A row and what is known of it. */
typedef struct {
    const FX(sm_call) *q;
    const fx_softmax_options *o;
    const T *x, *t, *v; /* t NULL: hard or none */
    T *g, *h;
    ptrdiff_t x_class, t_class, v_class, g_class, h_class;
    ptrdiff_t label; /* -1 none */
    double k;
    T m, s, a, lse;
    T pull, unit; /* the z-loss's slope; what lifted results are multiplied by so that it does not overflow them */
    ptrdiff_t top;
    double keep, spread; /* label smoothing: t -> keep t + spread */
    T u_top, w;          /* Hessian-vector product: u at the top, and the mean of u - u_top */
    T *raw, *capped, *slope, *bend, *e, *tau, *u, *out, *out2; /* blocks in scratch */
} FX(sm_row);

/* A block of logits, capped; `raw` then holds them as they came. */
static const T *FX(sm_logits)(FX(sm_row) *r, ptrdiff_t base, ptrdiff_t n) {
    const T *x = r->x + base * r->x_class;
    const T cap = (T)r->o->softcap;
    if (r->x_class != 1 || cap != 0) {
        FX(sm_gather)(x, r->x_class, r->raw, n);
        x = r->raw;
    }
    if (cap == 0) return x;
    T *FX_RESTRICT y = r->capped;
    for (ptrdiff_t i = 0; i < n; i++) {
        const T capped = cap * FX(tanh)(x[i] / cap, NULL);
        y[i] = x[i] == -(T)INFINITY ? x[i] : capped;
    }
    return y;
}

/* First and second derivative of the cap for the block that sm_logits brought last. */
static void FX(sm_slopes)(FX(sm_row) *r, ptrdiff_t n) {
    const T cap = (T)r->o->softcap, *FX_RESTRICT x = r->raw, *FX_RESTRICT y = r->capped;
    T *FX_RESTRICT slope = r->slope, *FX_RESTRICT bend = r->bend;
    for (ptrdiff_t i = 0; i < n; i++) {
        const T s = FX(sech2)(x[i] / cap, NULL), b = (T)-2 * (y[i] / cap) * s / cap;
        slope[i] = s;
        bend[i] = s == 0 ? 0 : b;
    }
}

/* Smoothed and weighted targets of a block. */
static const T *FX(sm_targets)(FX(sm_row) *r, const T *x, ptrdiff_t base, ptrdiff_t n) {
    T *tau = r->tau;
    const double *weight = r->o->class_weight;
    const T keep = (T)r->keep, spread = (T)r->spread;
    if (r->t) {
        if (r->t_class == 1 && r->o->label_smoothing == 0.0 && !weight) return r->t + base;
        FX(sm_gather)(r->t + base * r->t_class, r->t_class, tau, n);
    } else
        for (ptrdiff_t i = 0; i < n; i++) tau[i] = 0;
    if (r->label >= base && r->label < base + n) tau[r->label - base] = 1;
    if (r->o->label_smoothing != 0.0)
        for (ptrdiff_t i = 0; i < n; i++) tau[i] = keep * tau[i] + (x[i] == -(T)INFINITY ? 0 : spread);
    if (weight)
        for (ptrdiff_t i = 0; i < n; i++) tau[i] = (T)((double)tau[i] * weight[base + i]);
    return tau;
}

/* Lifted exponentials; infinity counts as maximal when it is. */
static void FX(sm_exponentials)(const FX(sm_row) *r, const T *FX_RESTRICT x, ptrdiff_t n) {
    T *FX_RESTRICT e = r->e;
    const T m = r->m;
    for (ptrdiff_t i = 0; i < n; i++) {
        const T z = x[i] - m;
        e[i] = FX(sm_lifted)(x[i] == m ? 0 : z);
    }
}

/* First pass: the maximum, its class, and over how many classes smoothing spreads. */
static void FX(sm_survey)(FX(sm_row) *r) {
    const ptrdiff_t k = r->o->n_classes;
    ptrdiff_t at = 0, open = 0;
    FX(sm_sum) total;
    r->m = -(T)INFINITY;
    memset(&total, 0, sizeof total);
    for (ptrdiff_t b = 0; b < k; b += FX_BLOCK) {
        const ptrdiff_t n = k - b < FX_BLOCK ? k - b : FX_BLOCK;
        const T *x = FX(sm_logits)(r, b, n), m = FX(sm_block_max)(x, n);
        if (m > r->m) {
            r->m = m;
            at = b;
        }
        if (r->o->label_smoothing == 0.0) continue;
        for (ptrdiff_t i = 0; i < n; i++) open += x[i] != -(T)INFINITY;
        if (!r->t) continue;
        FX(sm_gather)(r->t + b * r->t_class, r->t_class, r->tau, n);
        FX(sm_add)(&total, r->tau, n);
    }
    if (r->label >= 0 && FX(sm_logits)(r, r->label, 1)[0] == r->m)
        r->top = r->label;
    else {
        const ptrdiff_t n = k - at < FX_BLOCK ? k - at : FX_BLOCK;
        r->top = at + FX(sm_find)(FX(sm_logits)(r, at, n), n, r->m);
        if (r->top >= at + n) r->top = 0; /* nothing but nan */
    }
    r->keep = 1.0 - r->o->label_smoothing;
    const double whole = r->t ? (double)FX(sm_total)(&total, k) : r->label >= 0;
    r->spread = r->o->label_smoothing * whole / (double)(open ? open : 1);
}

/* u = v times the cap's slope, relative to its value at the top */
static void FX(sm_directions)(FX(sm_row) *r, ptrdiff_t base, ptrdiff_t n) {
    T *FX_RESTRICT u = r->u;
    const T *FX_RESTRICT slope = r->slope, top = r->u_top;
    FX(sm_gather)(r->v + base * r->v_class, r->v_class, u, n);
    if (r->o->softcap != 0.0) {
        FX(sm_slopes)(r, n);
        for (ptrdiff_t i = 0; i < n; i++) u[i] *= slope[i];
    }
    for (ptrdiff_t i = 0; i < n; i++) u[i] -= top;
}

/* Second pass: the sums. Returns the targets' weighted distance from the maximum. */
static T FX(sm_sums)(FX(sm_row) *r) {
    const ptrdiff_t k = r->o->n_classes;
    FX(sm_sum) sums[4], *const s = sums, *const a = sums + 1, *const far = sums + 2, *const w = sums + 3;
    const T m = r->m;
    memset(sums, 0, sizeof sums);
    r->u_top = 0;
    if (r->o->order == 3) {
        FX(sm_logits)(r, r->top, 1);
        FX(sm_directions)(r, r->top, 1);
        r->u_top = r->u[0];
    }
    for (ptrdiff_t b = 0; b < k; b += FX_BLOCK) {
        const ptrdiff_t n = k - b < FX_BLOCK ? k - b : FX_BLOCK;
        const T *x = FX(sm_logits)(r, b, n);
        T *FX_RESTRICT out = r->out;
        FX(sm_exponentials)(r, x, n);
        const T *tau = FX(sm_targets)(r, x, b, n);
        for (ptrdiff_t i = 0; i < n; i++) {
            const T d = tau[i] * (m - x[i]);
            out[i] = ((tau[i] == 0) | (x[i] == m)) ? 0 : d;
        }
        FX(sm_add)(a, tau, n);
        FX(sm_add)(far, out, n);
        if (r->o->order == 3) {
            FX(sm_directions)(r, b, n);
            for (ptrdiff_t i = 0; i < n; i++) {
                const T d = r->e[i] * r->u[i];
                out[i] = r->e[i] == 0 ? 0 : d;
            }
            FX(sm_add)(w, out, n);
        }
        if (r->top >= b && r->top < b + n) r->e[r->top - b] = r->e[r->top - b] != r->e[r->top - b] ? (T)NAN : 0;
        FX(sm_add)(s, r->e, n);
    }
    r->s = FX(sm_total)(s, k);
    r->a = FX(sm_total)(a, k);
    r->w = FX(sm_total)(w, k) / (FX_LIFT + r->s);
    return FX(sm_total)(far, k);
}

/* Gradient with respect to the capped logits, Hessian diagonal or product, for a block: lifted, times unit. */
static void FX(sm_slope_block)(FX(sm_row) *r, const T *FX_RESTRICT tau, T *FX_RESTRICT g, T *FX_RESTRICT h,
                               ptrdiff_t n) {
    const T *FX_RESTRICT e = r->e, *FX_RESTRICT u = r->u;
    const T a = r->a, s = r->s, p1 = FX_LIFT / (FX_LIFT + s), q1 = 1 / (FX_LIFT + s), unit = r->unit;
    const T c = r->pull * unit, ac = (a + r->pull) * unit, zz = 2 * (T)r->o->z_loss * unit;
    const T w = r->w, mean = r->u_top + r->w;
    for (ptrdiff_t i = 0; i < n; i++) {
        const T p = e[i] * p1, rest = a * (((s + (FX_LIFT - e[i])) * q1) * FX_LIFT), pull = c * p;
        const T near = (a - tau[i]) * FX_LIFT - rest, far = a * p - tau[i] * FX_LIFT;
        g[i] = (2 * tau[i] > a ? near : far) * unit + (p == 0 ? 0 : pull); /* whichever cancels less */
    }
    if (r->o->order == 2)
        for (ptrdiff_t i = 0; i < n; i++) {
            const T p = e[i] * p1, pq = p * ((s + (FX_LIFT - e[i])) * q1), curve = ac * pq;
            h[i] = (pq == 0 ? 0 : curve) + zz * p * (p * FX_DROP);
        }
    if (r->o->order == 3)
        for (ptrdiff_t i = 0; i < n; i++) {
            const T p = e[i] * p1, pull = p * (u[i] - w), curve = ac * pull, both = zz * p * mean;
            h[i] = (((p == 0) | (pull == 0)) ? 0 : curve) + (p == 0 ? 0 : both);
        }
}

/* The same through the cap. */
static void FX(sm_chain)(FX(sm_row) *r, ptrdiff_t base, T *FX_RESTRICT g, T *FX_RESTRICT h, ptrdiff_t n) {
    const T *FX_RESTRICT slope = r->slope, *FX_RESTRICT bend = r->bend;
    FX(sm_slopes)(r, n);
    if (r->o->order == 2)
        for (ptrdiff_t i = 0; i < n; i++)
            h[i] = h[i] * (slope[i] * slope[i]) + (r->o->fisher ? 0 : g[i] * bend[i]);
    if (r->o->order == 3) {
        FX(sm_gather)(r->v + base * r->v_class, r->v_class, r->u, n);
        for (ptrdiff_t i = 0; i < n; i++) h[i] = h[i] * slope[i] + (r->o->fisher ? 0 : g[i] * bend[i] * r->u[i]);
    }
    for (ptrdiff_t i = 0; i < n; i++) g[i] *= slope[i];
}

/* Takes the lift back and multiplies by the row's factor, in double where that is out of the ordinary. */
static void FX(sm_deliver)(const FX(sm_row) *r, T *FX_RESTRICT block, T *dst, ptrdiff_t stride, ptrdiff_t n) {
    const int odd = FX(sm_odd_factor)(r->k);
    const double drop = (double)FX_DROP / (double)r->unit;
    const T k = (T)(odd ? drop : r->k * drop);
    for (ptrdiff_t i = 0; i < n; i++) block[i] *= k;
    if (odd)
        for (ptrdiff_t i = 0; i < n; i++) block[i] = (T)((double)block[i] * r->k);
    FX(sm_scatter)(block, dst, stride, n);
}

/* Third pass: gradients, curvatures. */
static void FX(sm_write)(FX(sm_row) *r) {
    const ptrdiff_t k = r->o->n_classes;
    for (ptrdiff_t b = 0; b < k; b += FX_BLOCK) {
        const ptrdiff_t n = k - b < FX_BLOCK ? k - b : FX_BLOCK;
        const T *x = FX(sm_logits)(r, b, n);
        FX(sm_exponentials)(r, x, n);
        if (r->o->order == 3) FX(sm_directions)(r, b, n);
        FX(sm_slope_block)(r, FX(sm_targets)(r, x, b, n), r->out, r->out2, n);
        if (r->o->softcap != 0.0) FX(sm_chain)(r, b, r->out, r->out2, n);
        if (r->g) FX(sm_deliver)(r, r->o->order == 3 ? r->out2 : r->out, r->g + b * r->g_class, r->g_class, n);
        if (r->h) FX(sm_deliver)(r, r->out2, r->h + b * r->h_class, r->h_class, n);
    }
}

/* A row from anywhere: r's pointers and strides say where it lies, q what is wanted, `row` which it is. */
static void FX(sm_general)(const FX(sm_call) *q, FX(sm_row) *r, ptrdiff_t row, T *scratch) {
    const ptrdiff_t k = q->o->n_classes, label = q->label ? q->label[row] : -3;
    T **const blocks[FX_GENERAL_BLOCKS] = {&r->raw, &r->capped, &r->slope, &r->bend, &r->e,
                                           &r->tau, &r->u,     &r->out,   &r->out2};
    for (int i = 0; i < FX_GENERAL_BLOCKS; i++) *blocks[i] = scratch + i * FX_BLOCK;
    r->q = q;
    r->o = q->o;
    r->label = label < 0 ? -1 : label;
    r->k = FX(sm_factor)(q, row);
    FX(sm_survey)(r);
    const T far = FX(sm_sums)(r);
    T loss;
    FX(sm_loss)(r->m, r->s, far, r->a, q->o->z_loss, &loss, &r->lse);
    r->pull = q->o->z_loss == 0.0 ? 0 : (T)(2.0 * q->o->z_loss * (double)r->lse);
    r->unit = r->pull > FX_BIG_PULL || r->pull < -FX_BIG_PULL ? FX_DROP : 1;
    const int inf = r->m == (T)INFINITY || r->m == -(T)INFINITY;
    const int bad = r->s != r->s || (inf && (r->m < 0 || r->s >= FX_LIFT)) || label == -2;
    if (q->lse) q->lse[row] = r->lse;
    if (q->loss) q->loss[row] = label == -1 ? 0 : bad ? (T)NAN : loss;
    if (bad || r->k == 0.0) {
        FX(sm_fill)(r->g, r->g_class, k, r->k == 0.0 ? 0 : (T)NAN);
        FX(sm_fill)(r->h, r->h_class, k, r->k == 0.0 ? 0 : (T)NAN);
    } else if (r->g || r->h)
        FX(sm_write)(r);
}

/* A row where the caller has it. */
static void FX(sm_general_row)(const FX(sm_call) *q, ptrdiff_t row, T *scratch) {
    FX(sm_row) r;
    memset(&r, 0, sizeof r);
    r.x = q->x + row * q->x_row;
    r.t = q->target ? q->target + row * q->t_row : NULL;
    r.v = q->v ? q->v + row * q->v_row : NULL;
    r.g = q->grad ? q->grad + row * q->g_row : NULL;
    r.h = q->hess ? q->hess + row * q->h_row : NULL;
    r.x_class = q->x_class;
    r.t_class = q->t_class;
    r.v_class = q->v_class;
    r.g_class = q->g_class;
    r.h_class = q->h_class;
    FX(sm_general)(q, &r, row, scratch);
}
