"""The error of the compiled float32 exp over all 2^32 float32 values: `python tools/sweep_exp.py` (minutes).

The reference is NumPy's float64 exp, whose own error, of about an ulp of float64, is 2^-29 of what is measured.
"""

from __future__ import annotations

import numpy as np

from fastxent.backends.cython import available_isas, evaluate_primitive

BLOCK = 1 << 22
LEAST_NORMAL = np.float64(2.0**-126)


def worst_of(bits: np.ndarray, isa: str) -> tuple[float, float, int]:
    """Largest error in ulp and where; how many infinities, zeros and nans are not those of the exact answer."""
    x = bits.view(np.float32)
    got = evaluate_primitive("exp", isa, x).astype(np.float64)
    with np.errstate(all="ignore"):
        exact = np.exp(x.astype(np.float64))
        rounded = exact.astype(np.float32)
    _, exponent = np.frexp(np.maximum(exact, LEAST_NORMAL))
    unit = np.ldexp(1.0, exponent - 24)
    ordinary = np.isfinite(rounded) & np.isfinite(got)
    odd = ~ordinary & ~(np.isnan(got) & np.isnan(exact)) & (got != rounded)
    at_edge = odd & (np.abs(np.minimum(got, 2.0**128) - np.minimum(exact, 2.0**128)) <= 2.0**104)
    error = np.abs(np.where(ordinary, got, 0.0) - np.where(ordinary, exact, 0.0)) / unit
    at = int(np.argmax(error))
    return float(error[at]), float(x[at]), int((odd & ~at_edge).sum())


def main() -> None:
    """Print one line for each CPU variant."""
    for isa in available_isas():
        most, where, strange = 0.0, 0.0, 0
        for start in range(0, 1 << 32, BLOCK):
            bits = np.arange(start, start + BLOCK, dtype=np.uint64).astype(np.uint32)
            error, x, odd = worst_of(bits, isa)
            strange += odd
            if error > most:
                most, where = error, x
        print(
            f"exp, float32, {isa}: {most:.4f} ulp at {where!r}; {strange} wrong infinities, zeros or nans", flush=True
        )


if __name__ == "__main__":
    main()
