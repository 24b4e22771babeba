"""The softmax engine for rows of many classes, as softmax_rows.h. A template: see shared.py."""

# mypy: ignore-errors

# What is known of a tile of rows; at: the class that true_gradient is for, first: of the maximal classes (-1: the row
# needs nothing more), w: a group of classes.
Lanes = namedtuple("Lanes", "k unit acc first m top s a far e at loss lse factor kt w")


@inner
def lay_lanes(memory):
    """The lanes of a tile, one after the other from `memory` on."""
    wide = as_double(memory)
    first = offset(wide, 18 * TILE_ROWS)
    narrow = as_T(offset(first, TILE_ROWS))
    n = TILE_ROWS
    return Lanes(
        wide, offset(wide, n), offset(wide, 2 * n), as_whole(first),
        narrow, offset(narrow, n), offset(narrow, 2 * n), offset(narrow, 3 * n), offset(narrow, 4 * n),
        offset(narrow, 5 * n), offset(narrow, 6 * n), offset(narrow, 7 * n), offset(narrow, 8 * n),
        offset(narrow, 9 * n), offset(narrow, 10 * n), offset(narrow, 11 * n),
    )  # fmt: skip


@inner
def row_block(x, stride, base, n, buffer):
    """A row's block of logits as it lies in memory, or gathered."""
    if stride == 1:
        return offset(x, base)
    gather(offset(x, base * stride), stride, buffer, n)
    return buffer


@inner
def row_max(x, stride, k, label, buffer):
    """Maximum of a row, and the class to leave out of its sum."""
    m = -INF
    at = 0
    for b in range(0, k, BLOCK):
        largest = block_max(row_block(x, stride, b, min(k - b, BLOCK), buffer), min(k - b, BLOCK))
        if largest > m:
            m = largest
            at = b
    if label >= 0 and x[label * stride] == m:
        return m, label
    n = min(k - at, BLOCK)
    return m, at + find_first(row_block(x, stride, at, n, buffer), n, m)


@leaf
def exp_apart(x, m, e, n):
    restrict()
    for i in range(n):
        e[i] = lifted(x[i] - m)


@leaf
def exp_in_place(e, m, n):
    restrict()
    for i in range(n):
        e[i] = lifted(e[i] - m)


@inner
def exp_block(x, m, e, n):
    """Lifted exponentials: into e, which may be x itself."""
    if is_same(x, e):
        exp_in_place(e, m, n)
    else:
        exp_apart(x, m, e, n)


@inner
def exp_add(sum, x, m, e, n, top, block):
    """The same for n <= BLOCK classes, of which all but `top` are added to a sum."""
    here = top >= 0 and top < n
    exp_block(x, m, e, n)
    if here:
        e[top] = ZERO
    add(sum, e, n, block)
    if here:
        e[top] = LIFT


@leaf
def weighted_distances(x, t, m, d, n):
    restrict()
    for i in range(n):
        product = t[i] * (m - x[i])
        d[i] = select(t[i] == ZERO, ZERO, product)


@leaf
def far_add(a, far, x, t, m, n, block):
    """The sum of the targets of a block, and of their distances from the maximum."""
    restrict()
    a_part, far_part, tail, d = lanes_f64(), lanes_f64(), group(), group()
    clear(a_part)
    clear(far_part)
    for i in range(0, n, GROUP):
        count = min(n - i, GROUP)
        ti = padded(offset(t, i), count, tail)
        weighted_distances(offset(x, i), ti, m, d, count)
        for j in range(count, GROUP):
            d[j] = ZERO
        fold_group(a_part, ti)
        fold_group(far_part, d)
    close_sum(a, a_part, block)
    close_sum(far, far_part, block)


@leaf
def scale_hard(e, factor, n):
    restrict()
    for i in range(n):
        e[i] *= factor


@leaf
def scale_soft(e, t, factor, k, n):
    restrict()
    for i in range(n):
        e[i] = e[i] * factor - t[i] * k


@leaf
def finish_losses(m, s, far, a, z_loss, loss, lse, n):
    restrict()
    for i in range(n):
        loss[i], lse[i] = row_loss(m[i], s[i], far[i], a[i], z_loss)


@leaf
def finish_factors(s, a, lse, z_loss, k, unit, factor, n):
    restrict()
    for i in range(n):
        unit[i], factor[i] = row_factors(s[i], a[i], lse[i], z_loss, k[i])


@inner
def finish(r, z_loss, n):
    """Losses, and what gradients are made from, side by side: logarithms and divisions are slow one at a time."""
    finish_losses(r.m, r.s, r.far, r.a, z_loss, r.loss, r.lse, n)
    finish_factors(r.s, r.a, r.lse, z_loss, r.k, r.unit, r.factor, n)


@leaf
def true_gradients(k, unit, a, target, z_loss, lse, s, e, n):
    """The gradients of the classes that true_gradient is for, into e."""
    restrict()
    for i in range(n):
        e[i] = true_gradient(k[i], unit[i], a[i], target[i], z_loss, lse[i], s[i], e[i])


@inner
def batch_rows(q):
    """Rows that go through the phases together."""
    return min(max(BATCH // (2 * SIZE * q.n_classes), 1), TILE_ROWS)


@inner
def fetch_next(q, x):
    """Ask for the logits of the next batch while this one's exponentials are computed."""
    if q.x_class == 1:
        following = offset(x, batch_rows(q) * q.x_row)
        for i in range(0, min(q.n_classes, FETCHED), 64 // SIZE):
            fetch(offset(following, i))


@inner
def row_start(q, r, row, i, scratch):
    """A row's factor, maximum and label's logit. Rows that are odd or ignored are dealt with at once."""
    y, k = label_of(q, row), row_factor(q, row)
    x = offset(q.x, row * q.x_row)
    r.k[i] = k
    r.m[i] = r.s[i] = r.e[i] = r.a[i] = ZERO
    r.first[i] = -1
    if y == -1 and not is_given(q.lse):
        if is_given(q.grad):
            fill(offset(q.grad, row * q.g_row), q.g_class, q.n_classes, T(k))
        if is_given(q.loss):
            q.loss[row] = ZERO
        return
    m, first = row_max(x, q.x_class, q.n_classes, y, scratch)
    r.m[i] = m
    if not is_finite(m) or y == -2 or is_odd_factor(k):
        odd_row(q, row)
        return
    r.first[i] = first
    r.e[i] = m if y < 0 else x[y * q.x_class]
    r.a[i] = class_weight_of(q, y)


@leaf
def distances(m, e, a, far, n):
    """The distance of the labels' logits from the maxima, and their lifted exponentials."""
    restrict()
    for i in range(n):
        away = m[i] - e[i]
        weighted = a[i] * away
        far[i] = select(a[i] == ZERO, ZERO, weighted)
        e[i] = lifted(-away)


@inner
def row_sums(q, r, row, i, scratch, soft):
    """The sums of a row. Its exponentials wait in the gradient if that is contiguous, else they are forgotten."""
    x, m = offset(q.x, row * q.x_row), r.m[i]
    fetch_next(q, x)
    kept = is_given(q.grad) and q.g_class == 1
    s, a, far = sum_f64(), sum_f64(), sum_f64()
    for b in range(0, q.n_classes, BLOCK):
        n, block = min(q.n_classes - b, BLOCK), b // BLOCK
        xb = row_block(x, q.x_class, b, n, scratch)
        if soft is not None:
            t = offset(q.target, row * q.t_row)
            far_add(a, far, xb, row_block(t, q.t_class, b, n, offset(scratch, BLOCK)), m, n, block)
        e = offset(q.grad, row * q.g_row + b) if kept else offset(scratch, 2 * BLOCK)
        exp_add(s, xb, m, e, n, r.first[i] - b, block)
    r.s[i] = total_of(s, q.n_classes, r.s)
    if soft is not None:
        r.a[i] = total_of(a, q.n_classes, r.s)
        r.far[i] = total_of(far, q.n_classes, r.s)


@inner
def row_gradient(q, r, row, i, scratch, soft):
    """The gradient of a row, from exponentials that wait there or are computed again."""
    x, g, k = offset(q.x, row * q.x_row), offset(q.grad, row * q.g_row), T(r.k[i])
    if r.s[i] != r.s[i]:
        fill(g, q.g_class, q.n_classes, ZERO if r.k[i] == 0.0 else NAN)
        return
    for b in range(0, q.n_classes, BLOCK):
        n = min(q.n_classes - b, BLOCK)
        e = offset(g, b) if q.g_class == 1 else offset(scratch, 2 * BLOCK)
        if q.g_class != 1:
            exp_block(row_block(x, q.x_class, b, n, scratch), r.m[i], e, n)
        if soft is None:
            scale_hard(e, r.factor[i], n)
        else:
            t = row_block(offset(q.target, row * q.t_row), q.t_class, b, n, offset(scratch, BLOCK))
            scale_soft(e, t, r.factor[i], k, n)
        if q.g_class != 1:
            scatter(e, offset(g, b * q.g_class), q.g_class, n)
    at = label_of(q, row) if soft is None else r.first[i]
    if at >= 0 and TWO * r.far[i] > r.a[i]:
        g[at * q.g_class] = r.e[i]


@inner
def fast_rows(q, row, n, scratch, soft):
    """Up to TILE_ROWS rows, phase by phase."""
    r = lay_lanes(general_blocks(q, scratch))
    for i in range(n):
        row_start(q, r, row + i, i, scratch)
    distances(r.m, r.e, r.a, r.far, n)
    for i in range(n):
        if r.first[i] >= 0:
            row_sums(q, r, row + i, i, scratch, soft)
    for i in range(n):
        r.s[i] = select(is_finite(r.a[i]), r.s[i], NAN)  # and so loss and lse
    finish(r, q.z_loss, n)
    for i in range(n):
        r.far[i] = r.a[i]
        if soft is not None:
            r.far[i] = ZERO if r.first[i] < 0 else q.target[(row + i) * q.t_row + r.first[i] * q.t_class]
    true_gradients(r.k, r.unit, r.a, r.far, q.z_loss, r.lse, r.s, r.e, n)
    for i in range(n):
        if r.first[i] < 0:
            continue
        if is_given(q.grad):
            row_gradient(q, r, row + i, i, scratch, soft)
        if is_given(q.loss):
            q.loss[row + i] = ZERO if label_of(q, row + i) == -1 else r.loss[i]
        if is_given(q.lse):
            q.lse[row + i] = r.lse[i]


def rows_hard(first, end, pointers, strides, numbers):
    q = read_call(pointers, strides, numbers)
    batch = batch_rows(q)
    for row in range(first, end, batch):
        fast_rows(q, row, min(end - row, batch), pointers[10], None)
    return ANSWER


def rows_soft(first, end, pointers, strides, numbers):
    q = read_call(pointers, strides, numbers)
    batch = batch_rows(q)
    for row in range(first, end, batch):
        fast_rows(q, row, min(end - row, batch), pointers[10], True)
    return ANSWER
