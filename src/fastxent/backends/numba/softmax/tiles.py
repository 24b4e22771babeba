"""The softmax engine for few classes, as softmax_tiles.h: lanes across rows. A template: see shared.py."""

# mypy: ignore-errors


@inner
def tile_of(x, row, cls, n, classes, tile):
    """Copy n rows into tile[class][row], with a stride; they stay where they are if they lie so already.

    The last square of four classes overlaps the one before.
    """
    if row == 1:
        return x, cls
    squares = n & ~3 if classes >= 4 and cls == 1 else 0
    for i in range(0, squares, 4):
        for c in range(0, classes - 3, 4):
            turn_square(offset(x, i * row + c), row, offset(tile, c * TILE_ROWS + i), TILE_ROWS)
        if classes % 4:
            c = classes - 4
            turn_square(offset(x, i * row + c), row, offset(tile, c * TILE_ROWS + i), TILE_ROWS)
    for c in range(classes):
        gather(offset(x, squares * row + c * cls), row, offset(tile, c * TILE_ROWS + squares), n - squares)
    return tile, TILE_ROWS


@inner
def untile(tile, g, row, cls, n, classes):
    """The way back."""
    squares = n & ~3 if classes >= 4 and cls == 1 else 0
    for i in range(0, squares, 4):
        for c in range(0, classes - 3, 4):
            turn_square(offset(tile, c * TILE_ROWS + i), TILE_ROWS, offset(g, i * row + c), row)
        if classes % 4:
            c = classes - 4
            turn_square(offset(tile, c * TILE_ROWS + i), TILE_ROWS, offset(g, i * row + c), row)
    for c in range(classes):
        scatter(offset(tile, c * TILE_ROWS + squares), offset(g, squares * row + c * cls), row, n - squares)


@inner
def untile_but_odd(tile, g, row, cls, n, classes, k):
    """The same without rows whose k is nan."""
    for i in range(n):
        if k[i] == k[i]:
            for c in range(classes):
                g[i * row + c * cls] = tile[c * TILE_ROWS + i]


@leaf
def best_of_four(x, stride, n, index, m, top, m_new, top_new):
    """Four classes after those whose best is in m and top."""
    restrict()
    b, c, d = offset(x, stride), offset(x, 2 * stride), offset(x, 3 * stride)
    for i in range(n):
        best, at = m[i], top[i]
        at = select(x[i] > best, index, at)
        best = select(x[i] > best, x[i], best)
        at = select(b[i] > best, index + ONE, at)
        best = select(b[i] > best, b[i], best)
        at = select(c[i] > best, index + TWO, at)
        best = select(c[i] > best, c[i], best)
        top_new[i] = select(d[i] > best, index + THREE, at)
        m_new[i] = select(d[i] > best, d[i], best)


@leaf
def best_of_one(x, n, index, m, top):
    restrict()
    for i in range(n):
        best = m[i]
        top[i] = select(x[i] > best, index, top[i])
        m[i] = select(x[i] > best, x[i], best)


@inner
def tile_max(x, stride, n, classes, m, top, spare):
    """The maximum of each row, and its first class."""
    m_new, top_new = spare, offset(spare, TILE_ROWS)
    fill_run(m, n, -INF)
    fill_run(top, n, ZERO)
    for c in range(0, classes - 7, 8):
        best_of_four(offset(x, c * stride), stride, n, T(c), m, top, m_new, top_new)
        best_of_four(offset(x, (c + 4) * stride), stride, n, T(c + 4), m_new, top_new, m, top)
    for c in range(classes // 8 * 8, classes):
        best_of_one(offset(x, c * stride), n, T(c), m, top)


# ---- sums over the classes ----


@leaf
def add_to(total, x, n):
    restrict()
    for i in range(n):
        total[i] += x[i]


@leaf
def add_wide(total, x, n):
    restrict()
    for i in range(n):
        total[i] += float64(x[i])


@inner
def tile_fold(r, count, n, only):
    """Fold the group of `count` classes in w: to one sum if it is the row's only group, else on to the lanes."""
    half = GROUP // 2
    while half >= (1 if only else 16):
        for c in range(count - half):
            add_to(offset(r.w, c * TILE_ROWS), offset(r.w, (c + half) * TILE_ROWS), n)
        count = min(count, half)
        half //= 2
    if not only:
        for lane in range(count):
            add_wide(offset(r.acc, lane * TILE_ROWS), offset(r.w, lane * TILE_ROWS), n)


@leaf
def narrow(wide, to, n):
    restrict()
    for i in range(n):
        to[i] = T(wide[i])


@inner
def tile_total(r, n, only, to):
    """The sums of all groups."""
    if only:
        gather(r.w, 1, to, n)
        return
    half = 8
    while half > 0:
        for lane in range(half):
            add_to(offset(r.acc, lane * TILE_ROWS), offset(r.acc, (lane + half) * TILE_ROWS), n)
        half //= 2
    narrow(r.acc, to, n)


@leaf
def one_exp(x, m, top, index, e, w, n):
    restrict()
    for i in range(n):
        value = lifted(x[i] - m[i])
        e[i] = value
        w[i] = select(top[i] == index, ZERO, value)


@leaf
def one_exp_in_place(e, m, top, index, w, n):
    restrict()
    for i in range(n):
        value = lifted(e[i] - m[i])
        e[i] = value
        w[i] = select(top[i] == index, ZERO, value)


@leaf
def one_distance(x, t, m, w, n):
    restrict()
    for i in range(n):
        product = t[i] * (m[i] - x[i])
        w[i] = select(t[i] == ZERO, ZERO, product)


@inner
def start_sum(r, classes):
    """Clear what a sum over more than one group adds to; says whether there is only one."""
    if classes > GROUP:
        for i in range(16 * TILE_ROWS):
            r.acc[i] = 0.0
    return classes <= GROUP


@inner
def sum_exponentials(r, x, xs, e, classes, n):
    """Exponentials, kept in e, which may be x, and their sums."""
    only = start_sum(r, classes)
    for base in range(0, classes, GROUP):
        count = min(classes - base, GROUP)
        for c in range(base, base + count):
            xc, ec, w = offset(x, c * xs), offset(e, c * TILE_ROWS), offset(r.w, (c - base) * TILE_ROWS)
            if is_same(x, e):
                one_exp_in_place(ec, r.m, r.top, T(c), w, n)
            else:
                one_exp(xc, r.m, r.top, T(c), ec, w, n)
        tile_fold(r, count, n, only)
    tile_total(r, n, only, r.s)


@inner
def sum_targets(r, t, ts, classes, n):
    only = start_sum(r, classes)
    for base in range(0, classes, GROUP):
        count = min(classes - base, GROUP)
        for c in range(base, base + count):
            gather(offset(t, c * ts), 1, offset(r.w, (c - base) * TILE_ROWS), n)
        tile_fold(r, count, n, only)
    tile_total(r, n, only, r.a)


@inner
def sum_distances(r, x, xs, t, ts, classes, n):
    """Targets times their logits' distances from the maximum."""
    only = start_sum(r, classes)
    for base in range(0, classes, GROUP):
        count = min(classes - base, GROUP)
        for c in range(base, base + count):
            w = offset(r.w, (c - base) * TILE_ROWS)
            one_distance(offset(x, c * xs), offset(t, c * ts), r.m, w, n)
        tile_fold(r, count, n, only)
    tile_total(r, n, only, r.far)


# ---- the rows of a tile ----


@leaf
def find_odd(m, k, kt, n):
    """Rows whose k becomes nan: an infinite maximum, no label, a factor far from 1. Returns whether there are any."""
    restrict()
    odd = flag_f64()
    for i in range(n):
        size = abs(k[i])
        fine = (size <= BIG_FACTOR) & ((size >= SMALL_FACTOR) | (size == 0.0))
        factor = select(fine, k[i], WIDE_NAN) + float64(m[i] - m[i])
        note(odd, factor == factor)
        k[i] = factor
        kt[i] = T(factor)
    return odd[0] != 0


@leaf
def weigh(k, mult, scale, n):
    restrict()
    for i in range(n):
        product = mult[i] * scale
        k[i] = select(mult[i] == 0.0, 0.0, product)


@leaf
def leave_out(k, label, n):
    restrict()
    for i in range(n):
        factor = select((label[i] == -1) & (k[i] == k[i]), 0.0, k[i])
        k[i] = select(label[i] == -2, WIDE_NAN, factor)


@leaf
def place_labels(label, m, top, e, at, a, n):
    """The label's class comes before others that are maximal."""
    restrict()
    for i in range(n):
        labelled = label[i] >= 0
        at[i] = T(label[i])
        logit = select(labelled, e[i], m[i])
        top[i] = select(labelled & (logit == m[i]), at[i], top[i])
        e[i] = logit
        a[i] = select(labelled, a[i], ZERO)


@inner
def tile_rows(q, r, row, n, x, xs):
    """What labels and factors say about the rows of a tile; returns whether a row is odd."""
    for i in range(n):
        r.k[i] = q.scale
    if is_given(q.mult):
        weigh(r.k, offset(q.mult, row), q.scale, n)
    if not is_given(q.label):
        fill_run(r.at, n, MINUS_THREE)
        fill_run(r.a, n, ZERO)
        fill_run(r.far, n, ZERO)
        fill_run(r.e, n, LIFT)
        return find_odd(r.m, r.k, r.kt, n)
    for i in range(n):
        c = max(q.label[row + i], 0)
        r.e[i] = x[c * xs + i]
        r.a[i] = T(q.class_weight[c]) if is_given(q.class_weight) else ONE
    place_labels(offset(q.label, row), r.m, r.top, r.e, r.at, r.a, n)
    distances(r.m, r.e, r.a, r.far, n)
    leave_out(r.k, offset(q.label, row), n)
    return find_odd(r.m, r.k, r.kt, n)


# ---- gradients ----


@leaf
def scale_class(e, factor, n):
    restrict()
    for i in range(n):
        e[i] *= factor[i]


@leaf
def scale_class_to(e, factor, g, n):
    restrict()
    for i in range(n):
        g[i] = e[i] * factor[i]


@leaf
def scale_class_soft(e, t, factor, k, n):
    restrict()
    for i in range(n):
        e[i] = e[i] * factor[i] - t[i] * k[i]


@leaf
def scale_class_soft_to(e, t, factor, k, g, n):
    restrict()
    for i in range(n):
        g[i] = e[i] * factor[i] - t[i] * k[i]


@inner
def scale_tile(r, e, t, ts, g, g_class, classes, n, direct, soft):
    """Exponentials to gradients: to g, or in place."""
    for c in range(classes):
        ec, gc = offset(e, c * TILE_ROWS), offset(g, c * g_class)
        if soft is None:
            if direct:
                scale_class_to(ec, r.factor, gc, n)
            else:
                scale_class(ec, r.factor, n)
        else:
            tc = offset(t, c * ts)
            if direct:
                scale_class_soft_to(ec, tc, r.factor, r.kt, gc, n)
            else:
                scale_class_soft(ec, tc, r.factor, r.kt, n)


@inner
def tile_true(r, n, t, ts, soft):
    """Which classes true_gradient is for, into at (or -1), and their targets."""
    if soft is None:
        gather(r.a, 1, r.far, n)
    else:
        for i in range(n):
            r.far[i] = t[int(r.top[i]) * ts + i]
            r.at[i] = r.top[i] if TWO * r.far[i] > r.a[i] else -ONE
            r.e[i] = LIFT


@inner
def tile_write(q, r, row, n, e, t, ts, odd, soft):
    """The gradients of a tile."""
    direct = q.g_row == 1 and not odd
    g = offset(q.grad, row * q.g_row)
    tile_true(r, n, t, ts, soft)
    true_gradients(r.k, r.unit, r.a, r.far, q.z_loss, r.lse, r.s, r.e, n)
    scale_tile(r, e, t, ts, g, q.g_class, q.n_classes, n, direct, soft)
    if odd:
        untile_but_odd(e, g, q.g_row, q.g_class, n, q.n_classes, r.k)
    elif not direct:
        untile(e, g, q.g_row, q.g_class, n, q.n_classes)
    for i in range(n):
        if r.at[i] >= ZERO and r.k[i] == r.k[i]:
            g[i * q.g_row + int(r.at[i]) * q.g_class] = r.e[i]


@inner
def fast_tile(q, row, n, scratch, soft):
    """Up to TILE_ROWS rows; odd ones are left to the general engine."""
    classes = q.n_classes
    e = general_blocks(q, scratch)
    spare = offset(e, classes * TILE_ROWS)
    r = lay_lanes(offset(spare, classes * TILE_ROWS))
    x, xs = tile_of(offset(q.x, row * q.x_row), q.x_row, q.x_class, n, classes, e)
    tile_max(x, xs, n, classes, r.m, r.top, r.w)
    odd = tile_rows(q, r, row, n, x, xs)
    t, ts = e, 0
    if soft is not None:
        t, ts = tile_of(offset(q.target, row * q.t_row), q.t_row, q.t_class, n, classes, spare)
        sum_targets(r, t, ts, classes, n)
        sum_distances(r, x, xs, t, ts, classes, n)
    sum_exponentials(r, x, xs, e, classes, n)
    for i in range(n):
        if not (is_finite(r.s[i]) and is_finite(r.a[i])):
            r.k[i] = WIDE_NAN
            odd = True
    finish(r, q.z_loss, n)
    if is_given(q.lse):
        gather(r.lse, 1, offset(q.lse, row), n)
    if is_given(q.loss):
        for i in range(n):
            q.loss[row + i] = ZERO if label_of(q, row + i) == -1 else r.loss[i]
    if is_given(q.grad):
        tile_write(q, r, row, n, e, t, ts, odd, soft)
    if odd:
        for i in range(n):
            if r.k[i] != r.k[i]:
                odd_row(q, row + i)


def tiles_hard(first, end, pointers, strides, numbers):
    q = read_call(pointers, strides, numbers)
    for row in range(first, end, TILE_ROWS):
        fast_tile(q, row, min(end - row, TILE_ROWS), pointers[10], None)
    return ANSWER


def tiles_soft(first, end, pointers, strides, numbers):
    q = read_call(pointers, strides, numbers)
    for row in range(first, end, TILE_ROWS):
        fast_tile(q, row, min(end - row, TILE_ROWS), pointers[10], True)
    return ANSWER
