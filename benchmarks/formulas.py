"""The laws' losses as users of an autograd library write them: one element's nll, over a namespace of its functions.

`constant` terms in y alone are left out, as fastxent does with ``constant=False``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

LOG_2PI = math.log(2 * math.pi)
TRIALS = 10.0


class InTorch:
    """PyTorch's names."""

    def __init__(self) -> None:
        import torch

        self.exp, self.log, self.log1p, self.abs, self.where = torch.exp, torch.log, torch.log1p, torch.abs, torch.where
        self.softplus, self.sigmoid, self.cos, self.sqrt = (
            torch.nn.functional.softplus,
            torch.sigmoid,
            torch.cos,
            torch.sqrt,
        )
        self.lgamma, self.log_ndtr, self.i0e = torch.lgamma, torch.special.log_ndtr, torch.special.i0e
        self.maximum, self.expm1, self.logaddexp = torch.maximum, torch.expm1, torch.logaddexp


class InJax:
    """JAX's names."""

    def __init__(self) -> None:
        import jax
        import jax.numpy as jnp

        special = jax.scipy.special
        self.exp, self.log, self.log1p, self.abs, self.where = jnp.exp, jnp.log, jnp.log1p, jnp.abs, jnp.where
        self.softplus, self.sigmoid, self.cos = jax.nn.softplus, jax.nn.sigmoid, jnp.cos
        self.lgamma, self.log_ndtr, self.i0e = special.gammaln, special.log_ndtr, special.i0e
        self.maximum, self.expm1, self.logaddexp = jnp.maximum, jnp.expm1, jnp.logaddexp


def continuous_bernoulli(m: Any, y: Any, x: Any) -> Any:
    far = m.abs(x)
    near = far < 0.1
    safe = m.where(near, 1.0, far)
    norm = m.where(near, x * x / 24, safe / 2 + m.log1p(-m.exp(-safe)) - m.log(safe))
    return norm + x * (0.5 - y)


def student_t(m: Any, y: Any, loc: Any, s: Any, log_df: Any) -> Any:
    df = m.exp(log_df)
    z = (y - loc) * m.exp(-s)
    norm = m.lgamma(df / 2) - m.lgamma((df + 1) / 2) + 0.5 * (log_df + math.log(math.pi))
    return s + norm + (df + 1) / 2 * m.log1p(z * z / df)


def skew_normal(m: Any, y: Any, loc: Any, s: Any, shape: Any) -> Any:
    z = (y - loc) * m.exp(-s)
    return 0.5 * z * z + s + 0.5 * LOG_2PI - math.log(2) - m.log_ndtr(shape * z)


def huber(m: Any, y: Any, loc: Any, s: Any) -> Any:
    z = m.abs(y - loc) * m.exp(-s)
    norm = math.log(math.sqrt(2 * math.pi) * math.erf(1 / math.sqrt(2)) + 2 * math.exp(-0.5))
    return m.where(z < 1, 0.5 * z * z, z - 0.5) + s + norm


def log_cosh(m: Any, y: Any, loc: Any, s: Any) -> Any:
    z = m.abs(y - loc) * m.exp(-s)
    return z + m.softplus(-2 * z) - math.log(2) + s + math.log(math.pi)


def gamma(m: Any, y: Any, log_mean: Any, log_shape: Any) -> Any:
    k = m.exp(log_shape)
    return m.lgamma(k) - k * (log_shape - log_mean) - (k - 1) * m.log(y) + k * y * m.exp(-log_mean)


def inverse_gaussian(m: Any, y: Any, log_mean: Any, log_shape: Any) -> Any:
    mean = m.exp(log_mean)
    return 0.5 * (m.exp(log_shape) * (y - mean) ** 2 / (mean * mean * y) + LOG_2PI + 3 * m.log(y) - log_shape)


def weibull(m: Any, y: Any, log_scale: Any, log_shape: Any) -> Any:
    k = m.exp(log_shape)
    w = m.log(y) - log_scale
    return m.exp(k * w) - log_shape - (k - 1) * w + log_scale


def log_logistic(m: Any, y: Any, log_scale: Any, log_shape: Any) -> Any:
    z = m.exp(log_shape) * (m.log(y) - log_scale)
    return 2 * m.softplus(-z) + z + m.log(y) - log_shape


def generalized_pareto(m: Any, y: Any, log_scale: Any, shape: Any) -> Any:
    z = y * m.exp(-log_scale)
    near = m.abs(shape) < 1e-4
    safe = m.where(near, 1.0, shape)
    return log_scale + m.where(near, z + shape * (z - 0.5 * z * z), (1 + 1 / safe) * m.log1p(safe * z))


def beta(m: Any, y: Any, logit: Any, log_precision: Any) -> Any:
    p = m.exp(log_precision)
    a, b = p * m.sigmoid(logit), p * m.sigmoid(-logit)
    return m.lgamma(a) + m.lgamma(b) - m.lgamma(p) - (a - 1) * m.log(y) - (b - 1) * m.log1p(-y)


def beta_binomial(m: Any, y: Any, logit: Any, log_precision: Any) -> Any:
    p = m.exp(log_precision)
    a, b = p * m.sigmoid(logit), p * m.sigmoid(-logit)
    top = m.lgamma(a) + m.lgamma(b) - m.lgamma(p)
    return top + m.lgamma(p + TRIALS) - m.lgamma(y + a) - m.lgamma(TRIALS - y + b)


def negative_binomial(m: Any, y: Any, log_mean: Any, log_dispersion: Any) -> Any:
    r = m.exp(-log_dispersion)
    x = log_mean + log_dispersion
    return m.lgamma(r) - m.lgamma(y + r) + r * m.softplus(x) + y * m.softplus(-x)


def zero_inflated(m: Any, y: Any, log_rate: Any, gate: Any) -> Any:
    mean = m.exp(log_rate)
    return m.softplus(gate) - m.where(y == 0, m.logaddexp(gate, -mean), y * log_rate - mean)


def hurdle(m: Any, y: Any, log_rate: Any, gate: Any) -> Any:
    mean = m.exp(log_rate)
    counted = mean - y * log_rate + m.log(-m.expm1(-mean))
    return m.softplus(gate) - m.where(y == 0, gate, -counted)


def von_mises(m: Any, y: Any, loc: Any, log_concentration: Any) -> Any:
    k = m.exp(log_concentration)
    return m.log(m.i0e(k)) + LOG_2PI + k * (1 - m.cos(y - loc))


def normal(m: Any, y: Any, loc: Any, s: Any) -> Any:
    return 0.5 * ((y - loc) * m.exp(-s)) ** 2 + s + 0.5 * LOG_2PI


def logistic(m: Any, y: Any, loc: Any, s: Any) -> Any:
    z = m.abs(y - loc) * m.exp(-s)
    return z + s + 2 * m.softplus(-z)


def gumbel(m: Any, y: Any, loc: Any, s: Any) -> Any:
    z = (y - loc) * m.exp(-s)
    return z + s + m.exp(-z)


def asymmetric_laplace(m: Any, y: Any, loc: Any, s: Any) -> Any:
    z = (y - loc) * m.exp(-s)
    return m.maximum(0.9 * z, -0.1 * z) + s - math.log(0.09)


FORMULAS: dict[str, Callable[..., Any]] = {
    "AsymmetricLaplace": asymmetric_laplace,
    "Beta": beta,
    "BetaBinomial": beta_binomial,
    "Binomial": lambda m, y, x: TRIALS * m.softplus(x) - y * x,
    "Cauchy": lambda m, y, loc, s: s + math.log(math.pi) + m.log1p(((y - loc) * m.exp(-s)) ** 2),
    "ContinuousBernoulli": continuous_bernoulli,
    "Gamma": gamma,
    "GeneralizedPareto": generalized_pareto,
    "Geometric": lambda m, y, x: m.softplus(-x) + y * m.softplus(x),
    "Gumbel": gumbel,
    "Huber": huber,
    "Hurdle": hurdle,
    "InverseGaussian": inverse_gaussian,
    "LogCosh": log_cosh,
    "LogLogistic": log_logistic,
    "LogNormal": lambda m, y, loc, s: normal(m, m.log(y), loc, s) + m.log(y),
    "Logistic": logistic,
    "NegativeBinomial": negative_binomial,
    "SkewNormal": skew_normal,
    "StudentT": student_t,
    "VonMises": von_mises,
    "Weibull": weibull,
    "ZeroInflated": zero_inflated,
}

# SciPy's log densities, from the same parameters
E = np.exp
DENSITIES: dict[str, Callable[..., Any]] = {
    "AsymmetricLaplace": lambda st, y, loc, s: st.laplace_asymmetric.logpdf(y, 3.0, loc, E(s) / 0.3),
    "Beta": lambda st, y, x, p: st.beta.logpdf(y, E(p) / (1 + E(-x)), E(p) / (1 + E(x))),
    "BetaBinomial": lambda st, y, x, p: st.betabinom.logpmf(y, TRIALS, E(p) / (1 + E(-x)), E(p) / (1 + E(x))),
    "Binomial": lambda st, y, x: st.binom.logpmf(y, TRIALS, 1 / (1 + E(-x))),
    "Cauchy": lambda st, y, loc, s: st.cauchy.logpdf(y, loc, E(s)),
    "Exponential": lambda st, y, x: st.expon.logpdf(y, scale=E(-x)),
    "Gamma": lambda st, y, m, k: st.gamma.logpdf(y, E(k), scale=E(m - k)),
    "GeneralizedPareto": lambda st, y, s, shape: st.genpareto.logpdf(y, shape, scale=E(s)),
    "Geometric": lambda st, y, x: st.geom.logpmf(y + 1, 1 / (1 + E(-x))),
    "Gumbel": lambda st, y, loc, s: st.gumbel_r.logpdf(y, loc, E(s)),
    "InverseGaussian": lambda st, y, m, k: st.invgauss.logpdf(y, E(m - k), scale=E(k)),
    "Laplace": lambda st, y, loc, s: st.laplace.logpdf(y, loc, E(s)),
    "LogLogistic": lambda st, y, s, k: st.fisk.logpdf(y, E(k), scale=E(s)),
    "LogNormal": lambda st, y, loc, s: st.lognorm.logpdf(y, E(s), scale=E(loc)),
    "Logistic": lambda st, y, loc, s: st.logistic.logpdf(y, loc, E(s)),
    "NegativeBinomial": lambda st, y, m, a: st.nbinom.logpmf(y, E(-a), 1 / (1 + E(m + a))),
    "Normal": lambda st, y, loc, s: st.norm.logpdf(y, loc, E(s)),
    "Poisson": lambda st, y, x: st.poisson.logpmf(y, E(x)),
    "SkewNormal": lambda st, y, loc, s, shape: st.skewnorm.logpdf(y, shape, loc, E(s)),
    "StudentT": lambda st, y, loc, s, df: st.t.logpdf(y, E(df), loc, E(s)),
    "VonMises": lambda st, y, loc, k: st.vonmises.logpdf(y, E(k), loc),
    "Weibull": lambda st, y, s, k: st.weibull_min.logpdf(y, E(k), scale=E(s)),
}
