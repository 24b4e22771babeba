"""The general softmax engine, as softmax_general.h: a row at a time, with every option. A template: see shared.py."""

# mypy: ignore-errors

# A row: where it lies, its label (-1: none) and factor; blocks of classes in scratch.
Row = namedtuple("Row", "x t v g h label k raw capped slope bend e tau u out out2")
# What the passes find out: the maximum and its class, smoothing (t -> keep t + spread), the sums s and a, u at the top,
# the mean w of u - u_top (for products with a vector), the z-loss's slope, what lifted results are multiplied by so
# that it does not overflow them.
Known = namedtuple("Known", "m top keep spread s a u_top w pull unit")


@leaf
def cap_block(x, cap, y, n):
    restrict()
    for i in range(n):
        capped = cap * tanh(x[i] / cap, None)
        y[i] = select(x[i] == -INF, x[i], capped)


@inner
def logits_block(q, r, base, n):
    """A block of logits, capped; `raw` then holds them as they came."""
    cap = T(q.softcap)
    x = offset(r.x, base * q.x_class)
    if q.x_class != 1 or cap != ZERO:
        gather(x, q.x_class, r.raw, n)
        x = r.raw
    if cap == ZERO:
        return x
    cap_block(x, cap, r.capped, n)
    return r.capped


@leaf
def cap_slopes(x, y, cap, slope, bend, n):
    """First and second derivative of the cap."""
    restrict()
    for i in range(n):
        s = sech2(x[i] / cap, None)
        b = MINUS_TWO * (y[i] / cap) * s / cap
        slope[i] = s
        bend[i] = select(s == ZERO, ZERO, b)


@leaf
def smooth(tau, x, keep, spread, n):
    restrict()
    for i in range(n):
        tau[i] = keep * tau[i] + select(x[i] == -INF, ZERO, spread)


@leaf
def weigh_classes(tau, weight, n):
    restrict()
    for i in range(n):
        tau[i] = T(float64(tau[i]) * weight[i])


@inner
def targets_block(q, r, keep, spread, x, base, n):
    """Smoothed and weighted targets of a block."""
    if is_given(r.t):
        if q.t_class == 1 and q.smoothing == 0.0 and not is_given(q.class_weight):
            return offset(r.t, base)
        gather(offset(r.t, base * q.t_class), q.t_class, r.tau, n)
    else:
        fill_run(r.tau, n, ZERO)
    if r.label >= base and r.label < base + n:
        r.tau[r.label - base] = ONE
    if q.smoothing != 0.0:
        smooth(r.tau, x, keep, spread, n)
    if is_given(q.class_weight):
        weigh_classes(r.tau, offset(q.class_weight, base), n)
    return r.tau


@leaf
def general_exp(x, m, e, n):
    """Lifted exponentials; infinity counts as maximal when it is."""
    restrict()
    for i in range(n):
        z = x[i] - m
        e[i] = lifted(select(x[i] == m, ZERO, z))


@inner
def count_open(x, n):
    """Classes that smoothing spreads over."""
    count = 0
    for i in range(n):
        count += 1 if x[i] != -INF else 0
    return count


@inner
def survey(q, r):
    """First pass: the maximum, its class, and over how many classes smoothing spreads."""
    k, m, at, opened = q.n_classes, -INF, 0, 0
    total = sum_f64()
    for i in range(16):
        total[i] = 0.0
    for b in range(0, k, BLOCK):
        n = min(k - b, BLOCK)
        x = logits_block(q, r, b, n)
        largest = block_max(x, n)
        if largest > m:
            m = largest
            at = b
        if q.smoothing != 0.0:
            opened += count_open(x, n)
            if is_given(r.t):
                gather(offset(r.t, b * q.t_class), q.t_class, r.tau, n)
                add(total, r.tau, n, b // BLOCK)
    if r.label >= 0 and logits_block(q, r, r.label, 1)[0] == m:
        top = r.label
    else:
        n = min(k - at, BLOCK)
        top = at + find_first(logits_block(q, r, at, n), n, m)
        top = 0 if top >= at + n else top  # nothing but nan
    whole = 1.0 if r.label >= 0 else 0.0
    if is_given(r.t):
        whole = float64(total_of(total, k, r.e)) if q.smoothing != 0.0 else 0.0
    return m, top, T(1.0 - q.smoothing), T(q.smoothing * whole / float64(max(opened, 1)))


@leaf
def multiply(x, by, n):
    restrict()
    for i in range(n):
        x[i] *= by[i]


@leaf
def subtract(x, value, n):
    restrict()
    for i in range(n):
        x[i] -= value


@inner
def directions(q, r, base, n, u_top):
    """The directions u = v times the cap's slope, relative to the one at the top."""
    gather(offset(r.v, base * q.v_class), q.v_class, r.u, n)
    if q.softcap != 0.0:
        cap_slopes(r.raw, r.capped, T(q.softcap), r.slope, r.bend, n)
        multiply(r.u, r.slope, n)
    subtract(r.u, u_top, n)


@leaf
def target_distances(x, tau, m, out, n):
    restrict()
    for i in range(n):
        d = tau[i] * (m - x[i])
        out[i] = select((tau[i] == ZERO) | (x[i] == m), ZERO, d)


@leaf
def shares(e, u, out, n):
    restrict()
    for i in range(n):
        d = e[i] * u[i]
        out[i] = select(e[i] == ZERO, ZERO, d)


@inner
def sum_up(q, r, m, top, keep, spread):
    """Second pass: the sums. The fourth is the targets' weighted distance from the maximum."""
    k, u_top = q.n_classes, ZERO
    s, a, far, w = sum_f64(), sum_f64(), sum_f64(), sum_f64()
    for i in range(16):
        w[i] = 0.0
    if q.order == 3:
        logits_block(q, r, top, 1)
        directions(q, r, top, 1, ZERO)
        u_top = r.u[0]
    for b in range(0, k, BLOCK):
        n, block = min(k - b, BLOCK), b // BLOCK
        x = logits_block(q, r, b, n)
        general_exp(x, m, r.e, n)
        tau = targets_block(q, r, keep, spread, x, b, n)
        target_distances(x, tau, m, r.out, n)
        add(a, tau, n, block)
        add(far, r.out, n, block)
        if q.order == 3:
            directions(q, r, b, n, u_top)
            shares(r.e, r.u, r.out, n)
            add(w, r.out, n, block)
        if top >= b and top < b + n:
            r.e[top - b] = NAN if r.e[top - b] != r.e[top - b] else ZERO
        add(s, r.e, n, block)
    total = total_of(s, k, r.e)
    mean = (total_of(w, k, r.e) if q.order == 3 else ZERO) / (LIFT + total)
    return total, total_of(a, k, r.e), u_top, total_of(far, k, r.e), mean


@leaf
def gradient_block(e, tau, g, n, a, s, p1, q1, c, unit):
    restrict()
    for i in range(n):
        p = e[i] * p1
        rest = a * (((s + (LIFT - e[i])) * q1) * LIFT)
        pull = c * p
        near = (a - tau[i]) * LIFT - rest
        far = a * p - tau[i] * LIFT
        g[i] = select(TWO * tau[i] > a, near, far) * unit + select(p == ZERO, ZERO, pull)  # whichever cancels less


@leaf
def curvature_block(e, h, n, s, p1, q1, ac, zz):
    restrict()
    for i in range(n):
        p = e[i] * p1
        pq = p * ((s + (LIFT - e[i])) * q1)
        curve = ac * pq
        h[i] = select(pq == ZERO, ZERO, curve) + zz * p * (p * DROP)


@leaf
def product_block(e, u, h, n, p1, ac, zz, w, mean):
    restrict()
    for i in range(n):
        p = e[i] * p1
        pull = p * (u[i] - w)
        curve = ac * pull
        both = zz * p * mean
        h[i] = select((p == ZERO) | (pull == ZERO), ZERO, curve) + select(p == ZERO, ZERO, both)


@inner
def slope_block(q, r, f, tau, n):
    """Gradient with respect to the capped logits, Hessian diagonal or product, for a block: lifted, times unit."""
    p1, q1 = LIFT / (LIFT + f.s), ONE / (LIFT + f.s)
    ac, zz = (f.a + f.pull) * f.unit, TWO * T(q.z_loss) * f.unit
    gradient_block(r.e, tau, r.out, n, f.a, f.s, p1, q1, f.pull * f.unit, f.unit)
    if q.order == 2:
        curvature_block(r.e, r.out2, n, f.s, p1, q1, ac, zz)
    if q.order == 3:
        product_block(r.e, r.u, r.out2, n, p1, ac, zz, f.w, f.u_top + f.w)


@leaf
def chain_curvature(h, g, slope, bend, n, fisher):
    restrict()
    for i in range(n):
        curve, bent = h[i] * (slope[i] * slope[i]), g[i] * bend[i]
        h[i] = curve + select(fisher, ZERO, bent)


@leaf
def chain_product(h, g, slope, bend, v, n, fisher):
    restrict()
    for i in range(n):
        curve, bent = h[i] * slope[i], g[i] * bend[i] * v[i]
        h[i] = curve + select(fisher, ZERO, bent)


@inner
def chain_block(q, r, base, n):
    """The same through the cap."""
    cap_slopes(r.raw, r.capped, T(q.softcap), r.slope, r.bend, n)
    if q.order == 2:
        chain_curvature(r.out2, r.out, r.slope, r.bend, n, q.fisher != 0)
    if q.order == 3:
        gather(offset(r.v, base * q.v_class), q.v_class, r.u, n)
        chain_product(r.out2, r.out, r.slope, r.bend, r.u, n, q.fisher != 0)
    multiply(r.out, r.slope, n)


@leaf
def times(x, k, n):
    restrict()
    for i in range(n):
        x[i] *= k


@leaf
def times_wide(x, k, n):
    restrict()
    for i in range(n):
        x[i] = T(float64(x[i]) * k)


@inner
def deliver(r, unit, block, to, stride, n):
    """Take the lift back and multiply by the row's factor, in double where that is out of the ordinary."""
    drop = float64(DROP) / float64(unit)
    if is_odd_factor(r.k):
        times(block, T(drop), n)
        times_wide(block, r.k, n)
    else:
        times(block, T(r.k * drop), n)
    scatter(block, to, stride, n)


@inner
def write_row(q, r, f):
    """Third pass: gradients, curvatures."""
    for b in range(0, q.n_classes, BLOCK):
        n = min(q.n_classes - b, BLOCK)
        x = logits_block(q, r, b, n)
        general_exp(x, f.m, r.e, n)
        if q.order == 3:
            directions(q, r, b, n, f.u_top)
        slope_block(q, r, f, targets_block(q, r, f.keep, f.spread, x, b, n), n)
        if q.softcap != 0.0:
            chain_block(q, r, b, n)
        if is_given(r.g):
            out = r.out2 if q.order == 3 else r.out
            deliver(r, f.unit, out, offset(r.g, b * q.g_class), q.g_class, n)
        if is_given(r.h):
            deliver(r, f.unit, r.out2, offset(r.h, b * q.h_class), q.h_class, n)


@inner
def row_at(pointer, start):
    """A row of an array that may not be there."""
    return offset(pointer, start) if is_given(pointer) else pointer


@inner
def find_row(q, row, scratch):
    """Where a row lies, and its blocks."""
    label = label_of(q, row)
    s, b = scratch, BLOCK
    return Row(
        offset(q.x, row * q.x_row), row_at(q.target, row * q.t_row), row_at(q.v, row * q.v_row),
        row_at(q.grad, row * q.g_row), row_at(q.hess, row * q.h_row), -1 if label < 0 else label, row_factor(q, row),
        s, offset(s, b), offset(s, 2 * b), offset(s, 3 * b), offset(s, 4 * b), offset(s, 5 * b), offset(s, 6 * b),
        offset(s, 7 * b), offset(s, 8 * b),
    )  # fmt: skip


@inner
def general_row(q, row, scratch):
    """Everything about one row."""
    r, k, label = find_row(q, row, scratch), q.n_classes, label_of(q, row)
    m, top, keep, spread = survey(q, r)
    s, a, u_top, far, w = sum_up(q, r, m, top, keep, spread)
    loss, lse = row_loss(m, s, far, a, q.z_loss)
    pull = ZERO if q.z_loss == 0.0 else T(2.0 * q.z_loss * float64(lse))
    unit = DROP if pull > BIG_PULL or pull < -BIG_PULL else ONE
    infinite = m == INF or m == -INF
    bad = s != s or (infinite and (m < ZERO or s >= LIFT)) or label == -2
    if is_given(q.lse):
        q.lse[row] = lse
    if is_given(q.loss):
        q.loss[row] = ZERO if label == -1 else NAN if bad else loss
    if bad or r.k == 0.0:
        fill(r.g, q.g_class, k, ZERO if r.k == 0.0 else NAN)
        fill(r.h, q.h_class, k, ZERO if r.k == 0.0 else NAN)
    elif is_given(r.g) or is_given(r.h):
        write_row(q, r, Known(m, top, keep, spread, s, a, u_top, w, pull, unit))


def general(first, end, pointers, strides, numbers):
    q = read_call(pointers, strides, numbers)
    for row in range(first, end):
        general_row(q, row, pointers[10])
    return ANSWER
