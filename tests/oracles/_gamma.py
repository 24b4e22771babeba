"""What log Γ leaves beyond Stirling's leading terms, at any magnitude."""

from __future__ import annotations

from mpmath import mp, mpf
from oracle_core import Number

HALF = mpf(1) / 2


def stirling_rest(log_x: Number) -> tuple[Number, Number, Number]:
    """log Γ(x) - (x - ½) log x + x - ½ log 2π, with its first and second derivative in log x."""
    x = mp.exp(log_x)
    if log_x > 100:  # Abramowitz and Stegun 6.1.41
        return 1 / (12 * x), -1 / (12 * x), 1 / (12 * x)
    if log_x < -100:  # 6.1.33 and its derivatives
        tail = x * log_x
        slope = -HALF - tail - mp.euler * x
        return -log_x / 2 - mp.log(2 * mp.pi) / 2 - tail + (1 - mp.euler) * x, slope, -tail - (1 + mp.euler) * x
    psi, psi_1 = mp.digamma(x), mp.psi(1, x)
    value = mp.loggamma(x) - (x - HALF) * log_x + x - mp.log(2 * mp.pi) / 2
    return value, x * (psi - log_x) + HALF, x * (x * psi_1 + psi - log_x - 1)
