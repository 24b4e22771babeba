"""What the softmax engines share: calls, sums and maxima along a row, the end of a row. See softmax.h for why.

A template, like the other files here: not imported, but read after a prelude that has one dtype's types, constants,
operations and primitives (`_rows.py`). With them it does the same operations as the C engines, in the same order.
"""

# mypy: ignore-errors

GROUP = 128
BLOCK = 1024  # classes; whole groups
FETCHED = 4096  # classes of the next row that are fetched ahead, at most
BATCH = 16384  # bytes that go through the phases of the row engine together
N_BLOCKS = 9  # in scratch, of the general engine

# What a call says, once for all rows. Pointers may be NULL.
Call = namedtuple(
    "Call",
    "x target v label mult loss lse grad hess class_weight "
    "x_row x_class t_row t_class v_row v_class g_row g_class h_row h_class n_classes order fisher odd "
    "scale smoothing z_loss softcap pointers strides numbers",
)


@inner
def read_call(pointers, strides, numbers):
    """The order is that of `fx_softmax`."""
    p, s, n = pointers, strides, numbers
    return Call(
        p[0], p[1], p[2], as_whole(p[3]), as_double(p[4]), p[5], p[6], p[7], p[8], as_double(p[9]),
        s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], n[0], n[1], n[2], n[3],
        p, s, n,
    )  # fmt: skip


@inner
def odd_row(q, row):
    """Leave a row to the general engine, which is compiled by itself."""
    call_engine(q.odd, row, row + 1, q.pointers, q.strides, q.numbers)


@primitive
def is_finite(x):
    return x - x == ZERO


# ---- sums and maxima along a row ----


@inner
def padded(e, n, tail):
    """The last group of a row, which zeros fill up."""
    if n == GROUP:
        return e
    for i in range(n):
        tail[i] = e[i]
    for i in range(n, GROUP):
        tail[i] = ZERO
    return tail


@leaf
def close_sum(sum, part, block):
    """Add a block's lanes to a sum: lanes, and from the second block on what their additions lost."""
    restrict()
    if block == 0:
        for i in range(16):
            sum[i] = part[i]
        return
    if block == 1:
        for i in range(16):
            sum[16 + i] = 0.0
    for i in range(16):
        old = sum[i]
        total = old + part[i]
        back = total - old
        sum[i] = total
        sum[16 + i] += (old - (total - back)) + (part[i] - back)


@inner
def clear(part):
    for i in range(16):
        part[i] = 0.0


@leaf
def add(sum, e, n, block):
    """Add n <= BLOCK values to a sum, a whole block in all but a row's last call."""
    restrict()
    part, tail = lanes_f64(), group()
    clear(part)
    for i in range(n // GROUP):
        fold_group(part, offset(e, i * GROUP))
    if n % GROUP:
        fold_group(part, padded(offset(e, n // GROUP * GROUP), n % GROUP, tail))
    close_sum(sum, part, block)


@leaf
def total_of(sum, n_classes, like):
    """The sum of the lanes, in T where only one group went in: as the tile does it."""
    restrict()
    if n_classes <= GROUP:
        return fold_sum(sum, like)
    w = lanes_f64()
    for i in range(16):
        w[i] = sum[i]
    if n_classes > BLOCK:
        for i in range(16):  # an infinite sum loses nan
            lost = sum[16 + i]
            w[i] += lost if lost == lost else 0.0
    return T(fold_sum(w, w))


@leaf
def block_max(x, n):
    """The largest of n <= BLOCK values; nan does not count."""
    restrict()
    lane = lanes()
    for i in range(16):
        lane[i] = -INF
    for i in range(n // 16):
        take_larger(lane, offset(x, 16 * i))
    m = fold_max(lane)
    for i in range(n // 16 * 16, n):
        m = select(x[i] > m, x[i], m)
    return m


@leaf
def find_first(x, n, m):
    """The first of n values that equals m, or n."""
    restrict()
    for i in range(n // 64):
        at = find_among_64(offset(x, 64 * i), m)
        if at < 64:
            return 64 * i + at
    i = n // 64 * 64
    while i < n and x[i] != m:
        i += 1
    return i


@leaf
def gather(x, stride, to, n):
    restrict()
    for i in range(n):
        to[i] = x[i * stride]


@leaf
def scatter(x, to, stride, n):
    restrict()
    for i in range(n):
        to[i * stride] = x[i]


@leaf
def fill_run(to, n, value):
    restrict()
    for i in range(n):
        to[i] = value


@inner
def fill(to, stride, n, value):
    if not is_given(to):
        return
    if stride == 1:
        fill_run(to, n, value)
    else:
        for i in range(n):
            to[i * stride] = value


# ---- the end of a row ----


@inner
def row_factor(q, row):
    """What a row's gradient is multiplied by; an ignored row's is 0, unless its weight is nan."""
    k = q.scale
    if is_given(q.mult):
        k = 0.0 if q.mult[row] == 0.0 else q.mult[row] * q.scale
    if is_given(q.label) and q.label[row] == -1 and k == k:
        return 0.0
    return k


@primitive
def row_loss(m, s, far, a, z_loss):
    """From the lifted sum s: loss and lse. `far` is target x distance from the maximum, a the target's total."""
    log_z = log1p(s * DROP, None)
    lse = m + log_z
    pull = T((z_loss * float64(lse)) * float64(lse))
    return (far + a * log_z) + select(z_loss == 0.0, ZERO, pull), lse


@primitive
def row_factors(s, a, lse, z_loss, k):
    """`unit` turns a lifted exponential into probability times k, `factor` into a gradient."""
    unit = k / (WIDE_LIFT + float64(s))
    pull = 2.0 * z_loss * float64(lse)
    return unit, T(unit * (float64(a) + select(z_loss == 0.0, 0.0, pull)))


@primitive
def true_gradient(k, unit, a, target, z_loss, lse, s, e):
    """The gradient of a class whose probability may exceed 1/2, from that of all others."""
    rest = float64(s) + (WIDE_LIFT - float64(e))
    pull = 2.0 * z_loss * float64(lse) * float64(e)
    pull = select(z_loss == 0.0, 0.0, pull)
    return T(k * (float64(a) - float64(target)) + unit * (pull - float64(a) * rest))


@inner
def is_odd_factor(k):
    size = -k if k < 0.0 else k
    return not (size <= BIG_FACTOR and (size >= SMALL_FACTOR or size == 0.0))


@inner
def label_of(q, row):
    """A row's label, -1 where it is ignored, -2 where it has none but should, -3 without labels."""
    return q.label[row] if is_given(q.label) else -3


@inner
def class_weight_of(q, label):
    if label < 0:
        return ZERO
    return T(q.class_weight[label]) if is_given(q.class_weight) else ONE


@inner
def general_blocks(q, scratch):
    """What lies in scratch after the general engine's blocks."""
    return offset(scratch, N_BLOCKS * BLOCK)
