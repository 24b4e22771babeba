"""Categorical once more, in mpmath: one row of logits at a time, with every option, the Hessian diagonal and H·v.

With x' = softcap·tanh(x/softcap), p = softmax(x'), lse = log Σ exp x' and target weights τ (smoothed, then times
the class weights), S = Σ τ:

    loss      Σ τ_c (lse - x'_c) + z_loss·lse²
    gradient  (S p - τ + 2 z_loss lse p)·s'                       s' = dx'/dx
    Hessian   s'·(A (diag p - p pᵀ) + 2 z_loss p pᵀ)·s' + diag(dloss/dx'·s''),  A = S + 2 z_loss lse

Each exponent x'_c - max x' is a difference: its one rounding may cost |x'_c - max x'| ulp. What the roundings of the
exponents, and those of the softcap, cost a result is its slack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mpmath import mp, mpf
from oracle_core import INF, NAN, Number, Out, add, settled

CAP_ULPS = 1  # roundings of c·tanh(x/c) and of its derivative, each


@dataclass(frozen=True)
class Options:
    class_weight: tuple[float, ...] | None = None
    label_smoothing: float = 0.0
    z_loss: float = 0.0
    softcap: float | None = None


class RowAnswer(NamedTuple):
    loss: Out
    lse: Out
    grad: list[Out]
    observed: list[Out]
    fisher: list[Out]
    hvp: list[Out]


class Softmax:
    """What a row's logits alone decide."""

    def __init__(self, logits: Sequence[float], softcap: float | None) -> None:
        x = [mpf(float(v)) for v in logits]
        self.size = len(x)
        self.live = [c for c, v in enumerate(x) if v != -INF]
        self.masked = set(range(self.size)) - set(self.live)
        self.cap(x, softcap)
        self.top = max(self.live, key=lambda c: self.capped[c])
        self.z = [v - self.capped[self.top] for v in self.capped]  # a masked class: -inf
        e = [mp.exp(v) if v > -INF else mpf(0) for v in self.z]
        others = sum((v for c, v in enumerate(e) if c != self.top), mpf(0))
        self.log_total = mp.log1p(others)
        self.p = [v / (1 + others) for v in e]
        self.rest = [(others if c == self.top else 1 + others - v) / (1 + others) for c, v in enumerate(e)]  # 1 - p
        self.delta = [mpf(0)] * self.size  # what the roundings of the exponent cost
        for c in self.live:
            self.delta[c] = abs(self.z[c]) + self.jitter[c]
        self.spread = self.mean(self.delta)
        self.dp = [p * (r * d + self.spread - p * d) for p, r, d in zip(self.p, self.rest, self.delta, strict=True)]
        self.lse = add([self.capped[self.top], self.log_total], self.spread)

    def cap(self, x: list[Number], softcap: float | None) -> None:
        """The capped logits with two derivatives, and what the cap's roundings cost x' (`jitter`) and s' (`sigma`)."""
        self.capped, self.slope, self.bend = x, [mpf(1)] * self.size, [mpf(0)] * self.size
        self.jitter, self.sigma = [mpf(0)] * self.size, [mpf(0)] * self.size
        if softcap is None:
            return
        limit = mpf(softcap)
        self.capped = list(x)
        for c in self.live:
            u = x[c] / limit
            tanh = mp.tanh(u)
            self.capped[c] = limit * tanh
            self.slope[c] = mp.sech(u) ** 2
            self.bend[c] = -2 * tanh * self.slope[c] / limit
            self.jitter[c] = CAP_ULPS * abs(self.capped[c])
            self.sigma[c] = CAP_ULPS + 2 * abs(u * tanh)

    def mean(self, values: Sequence[Number]) -> Number:
        return sum((p * v for p, v in zip(self.p, values, strict=True)), mpf(0))


def targets(soft: Softmax, y: int | Sequence[float], options: Options) -> list[Number]:
    """The weights τ: label smoothing over the classes that are not masked, then class weights."""
    given = [mpf(int(c == y)) for c in range(soft.size)] if isinstance(y, int) else [mpf(float(v)) for v in y]
    share = mpf(options.label_smoothing)
    each = share * sum(given) / len(soft.live)
    mixed = [(1 - share) * t + (0 if c in soft.masked else each) for c, t in enumerate(given)] if share else given
    weights = options.class_weight or [1.0] * soft.size
    return [mpf(float(a)) * t for a, t in zip(weights, mixed, strict=True)]


class Row:
    """One row with its target."""

    def __init__(self, logits: Sequence[float], y: int | Sequence[float], options: Options) -> None:
        self.soft = Softmax(logits, options.softcap)
        self.tau = targets(self.soft, y, options)
        self.total = sum(self.tau, mpf(0))
        self.zeta = mpf(options.z_loss)
        # a lone label: its gradient is minus the sum of the others', nothing cancels
        self.label = y if isinstance(y, int) and not options.label_smoothing else None
        lse = self.soft.lse
        self.lse_slack = lse.slack + lse.scale * (1 if lse.scale == abs(lse.value) else 2)
        self.curve = self.total + 2 * self.zeta * lse.value  # A

    def loss(self) -> Out:
        soft, lse = self.soft, self.soft.lse.value
        terms = [self.total * soft.log_total, self.zeta * lse**2]
        slack = 2 * self.zeta * abs(lse) * self.lse_slack
        for c, tau in enumerate(self.tau):
            if c in soft.masked:
                terms.append(INF if tau > 0 else mpf(0))
                continue
            terms.append(-tau * soft.z[c])
            uphill = self.total * soft.rest[c] if c == self.label else abs(self.total * soft.p[c] - tau)
            slack += self.total * soft.p[c] * abs(soft.z[c]) + uphill * soft.jitter[c]
        return add(terms, slack, under=self.total)

    def uncapped(self, c: int) -> Out:
        """The derivative by x'."""
        soft, p = self.soft, self.soft.p[c]
        terms = [-self.total * soft.rest[c]] if c == self.label else [self.total * p, -self.tau[c]]
        slack = abs(self.curve) * soft.dp[c]
        if self.zeta:
            terms.append(2 * self.zeta * soft.lse.value * p)
            slack += 2 * self.zeta * p * self.lse_slack
        return add(terms, slack, under=abs(self.curve))

    def grad(self, c: int) -> Out:
        inner, slope = self.uncapped(c), self.soft.slope[c]
        if not self.soft.sigma[c]:
            return inner
        slack = slope * inner.slack + abs(inner.value * slope) * self.soft.sigma[c]
        return Out(inner.value * slope, inner.scale * slope, slack, inner.under + abs(inner.value))

    def hess(self, c: int, observed: bool) -> Out:
        soft, p, rest = self.soft, self.soft.p[c], self.soft.rest[c]
        square = soft.slope[c] ** 2
        spread = p * rest * square
        terms, slack = [self.total * spread], abs(self.curve) * soft.dp[c] * square
        if self.zeta:
            terms += [2 * self.zeta * soft.lse.value * spread, 2 * self.zeta * p**2 * square]
            slack += 2 * self.zeta * (2 * soft.dp[c] * square + spread * self.lse_slack)
        if soft.sigma[c]:
            slack += 2 * soft.sigma[c] * sum(abs(t) for t in terms)
        under = abs(self.curve) + 2 * self.zeta
        if not (observed and soft.bend[c]):
            return add(terms, slack, under=under)
        inner, bend = self.uncapped(c), soft.bend[c]
        slack += abs(bend) * (inner.slack + abs(inner.value) * (soft.sigma[c] + CAP_ULPS))
        whole = add([*terms, inner.value * bend], slack)
        return Out(whole.value, max(whole.scale, inner.scale * abs(bend)), slack, under + abs(inner.value))

    def hvp(self, v: Sequence[float]) -> list[Out]:
        soft = self.soft
        w = [s * mpf(float(t)) for s, t in zip(soft.slope, v, strict=True)]
        sizes = [abs(t) for t in w]
        mean, size = soft.mean(w), soft.mean(sizes)
        blur = sum((d * t for d, t in zip(soft.dp, sizes, strict=True)), mpf(0))  # of the mean of w
        if any(soft.sigma):
            blur += soft.mean([s * t for s, t in zip(soft.sigma, sizes, strict=True)])
        return [self.hvp_entry(c, mpf(float(v[c])), w[c], mean, size, blur) for c in range(soft.size)]

    def hvp_entry(self, c: int, v: Number, w: Number, mean: Number, size: Number, blur: Number) -> Out:
        """Its ulp is that of the natural form p·(w - mean w): a mean of opposite signs may cancel."""
        soft, p, slope = self.soft, self.soft.p[c], self.soft.slope[c]
        sum_of_sizes = abs(w) + size
        scaled = slope * self.curve * p
        terms, top = [scaled * w, -scaled * mean], abs(scaled) * max(abs(w), size)
        slack = abs(self.curve) * (soft.dp[c] * sum_of_sizes + p * (blur + soft.sigma[c] * abs(w)))
        if self.zeta:
            pull = 2 * self.zeta * slope * p
            terms.append(pull * mean)
            top = max(top, pull * size)
            slack += 2 * self.zeta * (soft.dp[c] * size + p * blur + p * sum_of_sizes * self.lse_slack)
        slack *= slope
        if soft.sigma[c]:
            inner, bent = self.uncapped(c), soft.bend[c] * v
            terms.append(inner.value * bent)
            top = max(top, abs(terms[-1]))
            slack += 2 * soft.sigma[c] * sum(abs(t) for t in terms) + abs(bent) * (inner.slack + CAP_ULPS * inner.scale)
        return Out(sum(terms, mpf(0)), top, slack, (abs(self.curve) + 2 * self.zeta) * sum_of_sizes + abs(v))


def evaluate_row(logits: Sequence[float], y: int | Sequence[float], options: Options, v: Sequence[float]) -> RowAnswer:
    """The exact answer for a row; all nan where every class is masked or a logit is nan."""
    size = len(logits)
    if all(x == -INF for x in logits) or any(x != x for x in logits):
        lost = [Out(NAN, NAN, mpf(0))] * size
        return RowAnswer(lost[0], lost[0], lost, lost, lost, lost)

    def compute() -> RowAnswer:
        row = Row(logits, y, options)
        grad, observed = [row.grad(c) for c in range(size)], [row.hess(c, True) for c in range(size)]
        fisher = observed if options.softcap is None else [row.hess(c, False) for c in range(size)]
        return RowAnswer(row.loss(), row.soft.lse, grad, observed, fisher, row.hvp(v))

    return settled(compute)
