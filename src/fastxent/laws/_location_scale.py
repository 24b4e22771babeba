"""What the laws of loc + s·Z share, Z being the law's standard form."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from ._decode import TINY, times_exp
from ._law import Law
from ._links import Link
from ._settings import positive

if TYPE_CHECKING:
    from ._decode import Array


class LocationScale(Law):
    """A law with the parameters loc and log_scale, or loc alone and the scale as a setting.

    A law gives its two formulas, and in the standard form (loc 0, scale 1) its `_standard_quantile(p)`,
    `_standard_sample(rng, shape)`, `_standard_cdf(z)`, `_standard_sf(z)`, the log of its norm, its mean, mode and
    variance and its information about loc, both, and log_scale; `_centre_and_spread` fits data of magnitude 1, and
    `_centre` does where the scale is fixed and has a say.
    """

    scale: float | None
    _formulas: tuple[Callable[..., Any], Callable[..., Any]]  # with the scale predicted, with it fixed
    _censored_formulas: tuple[Callable[..., Any] | None, Callable[..., Any] | None] = (None, None)
    _log_norm = 0.0
    _standard_quantile: Callable[[Array], Array]
    _standard_sample: Callable[[np.random.Generator, tuple[int, ...]], Array]
    _standard_cdf: Callable[[Array], Array]
    _standard_sf: Callable[[Array], Array]
    _standard_mean = 0.0
    _standard_mode = 0.0
    _standard_variance: float
    _standard_fisher: tuple[float, float, float]  # of (loc, loc), (loc, log_scale), (log_scale, log_scale)
    _centre_and_spread: Callable[[Array, Array], tuple[float, float]]

    def __init__(self, scale: float | None = None, link: Link = "log") -> None:
        self._set_up(scale, link)

    def _set_up(self, scale: float | None, link: Link, shape: tuple[float, ...] = (), **settings: float) -> None:
        """Take the law's settings, those of its own first; `shape` is what the formulas take after all else."""
        scale = positive("scale", scale)
        self._set(**settings, scale=scale, link=link)
        norm = (self._log_norm,) if self._log_norm else ()
        censored = self._censored_formulas[scale is not None]
        if scale is None:
            names, given, free = ("loc", "log_scale"), norm, (0.0,) * len(norm)
            self._use(self._formulas[0], names, *given, *shape, free=(*free, *shape), link=link, censored=censored)
        else:
            inverse, log_norm = 1 / scale, math.log(scale) + self._log_norm
            free = (inverse, 0.0, *shape)
            self._use(self._formulas[1], ("loc",), inverse, log_norm, *shape, free=free, link=link, censored=censored)

    def _place(self, z: Array, loc: Array, log_scale: Any = None) -> Array:
        """The value loc + s·z; an infinite z is an end of the support, whatever the parameters."""
        offset = times_exp(z, log_scale) if self.scale is None else z * self.scale
        return np.where(np.isinf(z), z, loc + offset)

    def _standardised(self, x: Array, loc: Array, log_scale: Any = None) -> Array:
        residual = np.where(x == loc, 0.0, x - loc)
        return times_exp(residual, -log_scale) if self.scale is None else residual / self.scale

    def _mean(self, loc: Array, *scale: Array) -> Array:
        return self._place(np.full_like(loc, self._standard_mean), loc, *scale)

    def _mode(self, loc: Array, *scale: Array) -> Array:
        return self._place(np.full_like(loc, self._standard_mode), loc, *scale)

    def _variance(self, loc: Array, *scale: Array) -> Array:
        return self._standard_variance * (np.exp(2 * scale[0]) if scale else self._fixed(loc) ** 2)

    def _fixed(self, loc: Array) -> Array:
        return np.full_like(loc, self.scale)

    def _cdf(self, x: Array, *params: Array) -> Array:
        return self._standard_cdf(self._standardised(x, *params))

    def _sf(self, x: Array, *params: Array) -> Array:
        return self._standard_sf(self._standardised(x, *params))

    def _fisher(self, loc: Array, *scale: Array) -> list[list[Any]]:
        inverse = np.exp(-scale[0]) if scale else 1 / self._fixed(loc)
        place, both, spread = self._standard_fisher
        if not scale:
            return [[place * inverse * inverse]]
        mixed = both * inverse if both else np.zeros_like(inverse)
        return [[place * inverse * inverse, mixed], [mixed, np.full_like(inverse, spread)]]

    def _quantile(self, p: Array, *params: Array) -> Array:
        return self._place(self._standard_quantile(p), *params)

    def _sample(self, rng: np.random.Generator, shape: tuple[int, ...], *params: Array) -> Array:
        return self._place(self._standard_sample(rng, shape), *params)

    def _centre(self, values: Array, w: Array, scale: float) -> float:
        return self._centre_and_spread(values, w)[0]

    def _init_params(self, values: Array, w: Array) -> tuple[float, ...]:
        exponent = int(np.frexp(np.abs(values).max())[1])
        unit = np.ldexp(values, -exponent)  # exactly, so that squares neither overflow nor vanish
        if self.scale is not None:
            scale = float(np.clip(np.ldexp(self.scale, -exponent), 2.0**-1000, 2.0**1000))
            return (float(np.ldexp(self._centre(unit, w, scale), exponent)),)
        centre, spread = self._centre_and_spread(unit, w)
        loc = float(np.ldexp(centre, exponent))
        spread = max(spread, 2.0**-52 * float(np.abs(unit).max())) or TINY
        return loc, math.log(spread) + exponent * math.log(2)
