"""The same losses and gradients as other libraries compute them, each as its users would write it for speed.

`PEERS[group][library](y, params, n_threads)` returns a call that gives (loss, gradients), of the mean.
A library that is not installed drops out.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

import numpy as np
from formulas import DENSITIES, FORMULAS, InJax, InTorch

Array = np.ndarray
Call = Callable[[], tuple[Any, Any]]
Build = Callable[[Array, tuple[Array, ...], int], Call]


# ----------------------------------------------------------------------------------------------------------------------
# PyTorch, eager: forward and backward


def in_torch(loss: Callable[..., Any]) -> Build:
    def build(y: Array, params: tuple[Array, ...], n_threads: int) -> Call:
        import torch

        torch.set_num_threads(n_threads)
        leaves = [torch.from_numpy(p).requires_grad_() for p in params]
        target = torch.from_numpy(y)

        def run() -> tuple[Any, Any]:
            for leaf in leaves:
                leaf.grad = None  # as optimisers do: cheaper than adding to zeros
            value = loss(torch.nn.functional, target, *leaves)
            value.backward()
            return value.item(), [leaf.grad for leaf in leaves]

        return run

    return build


def in_torch_twice(loss: Callable[..., Any]) -> Build:
    """Gradient and Hessian diagonal, by a double backward."""

    def build(y: Array, params: tuple[Array, ...], n_threads: int) -> Call:
        import torch

        torch.set_num_threads(n_threads)
        leaves = [torch.from_numpy(p).requires_grad_() for p in params]
        target = torch.from_numpy(y)

        def run() -> tuple[Any, Any]:
            value = loss(torch.nn.functional, target, *leaves)
            grads = torch.autograd.grad(value, leaves, create_graph=True)
            hess = [
                torch.autograd.grad(g.sum(), x, retain_graph=True, materialize_grads=True)[0]
                for g, x in zip(grads, leaves, strict=True)
            ]
            return value.item(), [*(g.detach() for g in grads), *hess]

        return run

    return build


# ----------------------------------------------------------------------------------------------------------------------
# JAX: jit(value_and_grad)


def in_jax(loss: Callable[..., Any]) -> Build:
    def build(y: Array, params: tuple[Array, ...], n_threads: int) -> Call:
        import jax
        import jax.numpy as jnp

        jax.config.update("jax_enable_x64", True)
        both = jax.jit(jax.value_and_grad(lambda *p, y: loss(jax, y, *p), argnums=tuple(range(len(params)))))
        target, leaves = jnp.asarray(y), [jnp.asarray(p) for p in params]

        def run() -> tuple[Any, Any]:
            value, grads = jax.block_until_ready(both(*leaves, y=target))
            return float(value), grads

        return run

    return build


def _jax_hard(jax: Any, y: Any, x: Any) -> Any:
    true = jax.numpy.take_along_axis(x, y[:, None], axis=1)[:, 0]
    return (jax.nn.logsumexp(x, axis=1) - true).mean()


# ----------------------------------------------------------------------------------------------------------------------
# scikit-learn's private losses, the fastest that it has


def in_sklearn(name: str, method: str = "loss_gradient", **settings: Any) -> Build:
    def build(y: Array, params: tuple[Array, ...], n_threads: int) -> Call:
        from sklearn._loss import loss as losses

        (raw,) = params
        y = y.astype(raw.dtype)
        extra = {"n_classes": raw.shape[1]} if raw.ndim == 2 else {}
        loss = getattr(losses, name)(**settings, **extra)
        outs = (np.empty(y.shape, raw.dtype), np.empty_like(raw))
        names = ("loss_out", "gradient_out") if method == "loss_gradient" else ("gradient_out", "hessian_out")
        keywords = {"y_true": y, "raw_prediction": raw, "n_threads": n_threads, **dict(zip(names, outs, strict=True))}

        def run() -> tuple[Any, Any]:
            first, second = getattr(loss, method)(**keywords)
            if method != "loss_gradient":
                return None, [first, second]
            return first.mean(), [second]  # the gradient of the sum

        return run

    return build


# ----------------------------------------------------------------------------------------------------------------------
# SciPy: the plain loss


def in_scipy(density: Callable[..., Any]) -> Build:
    def build(y: Array, params: tuple[Array, ...], n_threads: int) -> Call:
        from scipy import stats

        return lambda: (-density(stats, y, *params).mean(), [])

    return build


# ----------------------------------------------------------------------------------------------------------------------
# NumPy, by hand


def in_numpy(both: Callable[..., Any]) -> Build:
    def build(y: Array, params: tuple[Array, ...], n_threads: int) -> Call:
        return lambda: both(y, *params)

    return build


def _numpy_hard(y: Array, x: Array) -> Any:
    rows = np.arange(len(x))
    shifted = x - x.max(axis=1, keepdims=True)
    true = shifted[rows, y]
    np.exp(shifted, out=shifted)
    total = shifted.sum(axis=1, keepdims=True)
    loss = (np.log(total[:, 0]) - true).mean()
    shifted *= 1 / (total * np.asarray(len(x), x.dtype))
    shifted[rows, y] -= 1 / len(x)
    return loss, [shifted]


def _numpy_soft(t: Array, x: Array) -> Any:
    shifted = x - x.max(axis=1, keepdims=True)
    true = np.einsum("nk,nk->n", t, shifted)
    np.exp(shifted, out=shifted)
    total, weight = shifted.sum(axis=1, keepdims=True), t.sum(axis=1, keepdims=True)
    loss = (weight[:, 0] * np.log(total[:, 0]) - true).mean()
    shifted *= weight / total
    shifted -= t
    shifted *= 1 / len(x)
    return loss, [shifted]


def _numpy_bernoulli(y: Array, x: Array) -> Any:
    e = np.exp(-np.abs(x))
    loss = (np.maximum(x, 0) - x * y + np.log1p(e)).mean()
    return loss, [(np.where(x >= 0, 1, e) / (1 + e) - y) * np.asarray(1 / x.size, x.dtype)]


def _numpy_normal(y: Array, loc: Array, log_scale: Array) -> Any:
    inverse = np.exp(-log_scale)
    z = (y - loc) * inverse
    square = z * z
    share = np.asarray(1 / y.size, y.dtype)
    loss = 0.5 * square.mean() + log_scale.mean()
    return loss, [z * inverse * -share, (1 - square) * share]


def _numpy_laplace(y: Array, loc: Array, log_scale: Array) -> Any:
    inverse = np.exp(-log_scale)
    residual = y - loc
    size = np.abs(residual) * inverse
    share = np.asarray(1 / y.size, y.dtype)
    loss = size.mean() + log_scale.mean()
    return loss, [np.sign(residual) * inverse * -share, (1 - size) * share]


def _numpy_poisson(y: Array, x: Array) -> Any:
    mean = np.exp(x)
    return (mean - y * x).mean(), [(mean - y) * np.asarray(1 / x.size, x.dtype)]


def _numpy_exponential(y: Array, x: Array) -> Any:
    load = y * np.exp(x)
    return (load - x).mean(), [(load - 1) * np.asarray(1 / x.size, x.dtype)]


# ----------------------------------------------------------------------------------------------------------------------

ALL: dict[str, dict[str, Build]] = {
    "hard": {
        "torch": in_torch(lambda f, y, x: f.cross_entropy(x, y)),
        "jax": in_jax(_jax_hard),
        "sklearn": in_sklearn("HalfMultinomialLoss"),
        "numpy": in_numpy(_numpy_hard),
    },
    "soft": {
        "torch": in_torch(lambda f, t, x: f.cross_entropy(x, t)),
        "jax": in_jax(lambda j, t, x: -(t * j.nn.log_softmax(x, axis=1)).sum(axis=1).mean()),
        "numpy": in_numpy(_numpy_soft),
    },
    "bernoulli": {
        "torch": in_torch(lambda f, y, x: f.binary_cross_entropy_with_logits(x, y)),
        "jax": in_jax(lambda j, y, x: (j.nn.softplus(x) - y * x).mean()),
        "sklearn": in_sklearn("HalfBinomialLoss"),
        "numpy": in_numpy(_numpy_bernoulli),
    },
    "bernoulli-hess": {"sklearn": in_sklearn("HalfBinomialLoss", method="gradient_hessian")},
    "normal": {
        "torch": in_torch(lambda f, y, loc, s: (0.5 * ((y - loc) * (-s).exp()).square() + s).mean()),
        "jax": in_jax(lambda j, y, loc, s: (0.5 * ((y - loc) * j.numpy.exp(-s)) ** 2 + s).mean()),
        "numpy": in_numpy(_numpy_normal),
    },
    "laplace": {
        "torch": in_torch(lambda f, y, loc, s: ((y - loc).abs() * (-s).exp() + s).mean()),
        "jax": in_jax(lambda j, y, loc, s: (j.numpy.abs(y - loc) * j.numpy.exp(-s) + s).mean()),
        "numpy": in_numpy(_numpy_laplace),
    },
    "poisson": {
        "torch": in_torch(lambda f, y, x: f.poisson_nll_loss(x, y)),
        "jax": in_jax(lambda j, y, x: (j.numpy.exp(x) - y * x).mean()),
        "sklearn": in_sklearn("HalfPoissonLoss"),
        "numpy": in_numpy(_numpy_poisson),
    },
    "exponential": {
        "torch": in_torch(lambda f, y, x: (y * x.exp() - x).mean()),
        "jax": in_jax(lambda j, y, x: (y * j.numpy.exp(x) - x).mean()),
        "numpy": in_numpy(_numpy_exponential),
    },
}
for law, formula in FORMULAS.items():
    ALL[law] = {
        "torch": in_torch(lambda _, y, *p, f=formula: f(InTorch(), y, *p).mean()),
        "jax": in_jax(lambda _, y, *p, f=formula: f(InJax(), y, *p).mean()),
    }
    ALL[f"{law}-hess"] = {"torch": in_torch_twice(lambda _, y, *p, f=formula: f(InTorch(), y, *p).mean())}
ALL["Gamma, shape 1"] = {"sklearn": in_sklearn("HalfGammaLoss")}
ALL["Tweedie"] = {"sklearn": in_sklearn("HalfTweedieLoss", power=1.5)}
for law, density in DENSITIES.items():
    ALL[f"{law}-nll"] = {"scipy": in_scipy(density)}
PEERS = {
    group: {library: build for library, build in builds.items() if importlib.util.find_spec(library)}
    for group, builds in ALL.items()
}
