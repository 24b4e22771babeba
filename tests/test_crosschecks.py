"""PyTorch's distributions, differentiated by autograd, and statsmodels' likelihoods, where they have a law.

Neither belongs to the `test` extra: without them, these tests are skipped.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from decode_core import UNIVARIATE, Array, leniently
from instances import Bound, Instance, flat
from link_core import relinked

import fastxent as fx


def family(law: Any) -> str:
    return type(getattr(law, "law", law) if isinstance(law, Bound) else law).__name__


def extra(law: Any, name: str) -> Any:
    return dict(law.extra)[name]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(19)


# ---------------------------------------------------------------------------------------------------------------------
# PyTorch: (law, parameters by their bare names, positive ones as they are) -> distribution

Torch = Any  # the module, and its tensors
Values = dict[str, Any]


def fixed(law: Any, values: Values, name: str) -> Any:
    """A parameter, or the setting that fixes it."""
    return values[name] if name in values else getattr(law, name)


def logistic(d: Torch, torch: Torch, loc: Any, scale: Any) -> Any:
    uniform = d.Uniform(torch.zeros_like(loc), torch.ones_like(loc))
    return d.TransformedDistribution(uniform, [d.SigmoidTransform().inv, d.AffineTransform(loc, scale)])


TORCH: dict[str, Callable[..., Any]] = {
    "Bernoulli": lambda d, t, law, v: d.Bernoulli(logits=v["logit"]),
    "Beta": lambda d, t, law, v: d.Beta(
        t.sigmoid(v["logit_mean"]) * v["precision"], t.sigmoid(-v["logit_mean"]) * v["precision"]
    ),
    "Binomial": lambda d, t, law, v: d.Binomial(t.as_tensor(extra(law, "trials")), logits=v["logit"]),
    "Cauchy": lambda d, t, law, v: d.Cauchy(v["loc"], fixed(law, v, "scale")),
    "ContinuousBernoulli": lambda d, t, law, v: d.ContinuousBernoulli(logits=v["logit"]),
    "Exponential": lambda d, t, law, v: d.Exponential(v["rate"]),
    "Gamma": lambda d, t, law, v: d.Gamma(fixed(law, v, "shape") + 0 * v["mean"], fixed(law, v, "shape") / v["mean"]),
    "Geometric": lambda d, t, law, v: d.Geometric(logits=v["logit"]),
    "Gumbel": lambda d, t, law, v: d.Gumbel(v["loc"], fixed(law, v, "scale")),
    "Laplace": lambda d, t, law, v: d.Laplace(v["loc"], fixed(law, v, "scale")),
    "LogLogistic": lambda d, t, law, v: d.TransformedDistribution(
        logistic(d, t, t.log(v["scale"]), 1 / v["shape"]), [d.ExpTransform()]
    ),
    "LogNormal": lambda d, t, law, v: d.LogNormal(v["loc"], fixed(law, v, "scale")),
    "Logistic": lambda d, t, law, v: logistic(d, t, v["loc"], fixed(law, v, "scale")),
    "NegativeBinomial": lambda d, t, law, v: d.NegativeBinomial(
        1 / v["dispersion"], logits=t.log(v["mean"] * v["dispersion"])
    ),
    "Normal": lambda d, t, law, v: d.Normal(v["loc"], fixed(law, v, "scale")),
    "Poisson": lambda d, t, law, v: d.Poisson(v["rate"]),
    "StudentT": lambda d, t, law, v: (
        d.Normal(v["loc"], v["scale"]) if law.df == math.inf else d.StudentT(fixed(law, v, "df"), v["loc"], v["scale"])
    ),
    "VonMises": lambda d, t, law, v: d.VonMises(v["loc"], v["concentration"]),
    "Weibull": lambda d, t, law, v: d.Weibull(v["scale"], fixed(law, v, "shape")),
}
ROUGH = {"VonMises": 1e-5, "ContinuousBernoulli": 1e-5}  # PyTorch approximates these
WITH_TORCH = [inst for inst in UNIVARIATE if family(inst.law) in TORCH and inst.proper]


def by_torch(torch: Torch, inst: Instance, y: Array, params: list[Array]) -> tuple[Array, list[Array]]:
    leaves = [torch.tensor(p, requires_grad=True) for p in params]
    values = {}
    for name, kind, leaf in zip(inst.law.params, inst.law.kinds, leaves, strict=True):
        softplus = torch.nn.functional.softplus(leaf)
        values[name.removeprefix("log_")] = (
            softplus if kind == "softplus" else torch.exp(leaf) if name.startswith("log_") else leaf
        )
    torch.distributions.Distribution.set_default_validate_args(False)
    torch.set_default_dtype(torch.float64)  # some compare their parameters with constants
    distribution = TORCH[family(inst.law)](torch.distributions, torch, inst.law, values)
    nll = -distribution.log_prob(torch.tensor(np.asarray(y, np.float64)))
    nll.sum().backward()
    return nll.detach().numpy(), [leaf.grad.numpy() for leaf in leaves]


def assert_agrees(inst: Instance, y: Array, params: list[Array], torch: Torch) -> None:
    want, want_grads = by_torch(torch, inst, y, params)
    loss, *grads = flat(inst.law.nll_grad(y, *params, reduction="none"))
    rtol = ROUGH.get(family(inst.law), 1e-9)
    np.testing.assert_allclose(loss, want, rtol=rtol, atol=rtol)
    for g, w in zip(grads, want_grads, strict=True):
        np.testing.assert_allclose(g, w, rtol=rtol, atol=rtol * max(1.0, float(abs(w).max())))


@pytest.mark.parametrize("inst", WITH_TORCH, ids=str)
def test_pytorch_agrees(inst: Instance, rng: np.random.Generator) -> None:
    torch = pytest.importorskip("torch")
    params = list(inst.params(rng, (200,)))
    y = inst.law.sample(*params, rng=rng)
    inside = inst.law.support.contains(y)  # a sample may be rounded to the end of an open support
    assert inside.mean() > 0.9
    assert_agrees(inst, y[inside], [p[inside] for p in params], torch)


@pytest.mark.parametrize("name", ["Exponential", "Gamma", "Normal", "Poisson", "Weibull"])
def test_pytorch_agrees_under_softplus(name: str, rng: np.random.Generator) -> None:
    torch = pytest.importorskip("torch")
    inst = next((i for i in WITH_TORCH if family(i.law) == name), None)
    if inst is None:
        assert not hasattr(fx, name)
        return
    inst = type(inst)(**vars(inst) | {"law": relinked(inst.law, "softplus")})
    params = [p + 0.5 for p in inst.params(rng, (200,))]
    y = inst.law.sample(*params, rng=rng)
    assert_agrees(inst, y, params, torch)


# ---------------------------------------------------------------------------------------------------------------------
# statsmodels: (families, law, y, parameters by their bare names) -> log-likelihood of each


def binomial(f: Any, law: Any, y: Array, v: Values) -> Array:
    made = f.Binomial()
    made.n = extra(law, "trials")
    return made.loglike_obs(y / made.n, 1 / (1 + np.exp(-v["logit"])))


GLM: dict[str, Callable[..., Array]] = {
    "Binomial": binomial,
    "Gamma": lambda f, law, y, v: f.Gamma().loglike_obs(y, v["mean"], scale=1 / fixed(law, v, "shape")),
    "InverseGaussian": lambda f, law, y, v: f.InverseGaussian().loglike_obs(
        y, v["mean"], scale=1 / fixed(law, v, "shape")
    ),
    "NegativeBinomial": lambda f, law, y, v: np.array(
        [f.NegativeBinomial(alpha=a).loglike_obs(k, m) for k, m, a in zip(y, v["mean"], v["dispersion"], strict=True)]
    ),
    "Normal": lambda f, law, y, v: f.Gaussian().loglike_obs(y, v["loc"], scale=fixed(law, v, "scale") ** 2),
    "Poisson": lambda f, law, y, v: f.Poisson().loglike_obs(y, v["rate"]),
    "Tweedie": lambda f, law, y, v: f.Tweedie(var_power=law.power, eql=False).loglike_obs(
        y, v["mean"], scale=fixed(law, v, "dispersion") + 0 * v["mean"]
    ),
}
WITH_GLM = [inst for inst in UNIVARIATE if family(inst.law) in GLM and inst.proper]


def values_of(law: Any, params: list[Array]) -> Values:
    return {
        n.removeprefix("log_"): np.exp(p) if n.startswith("log_") else p
        for n, p in zip(law.params, params, strict=True)
    }


@pytest.mark.parametrize("inst", WITH_GLM, ids=str)
@pytest.mark.filterwarnings("ignore")
def test_statsmodels_families_agree(inst: Instance, rng: np.random.Generator) -> None:
    families = pytest.importorskip("statsmodels.genmod.families")
    params = list(inst.params(rng, (200,)))
    y = np.asarray(inst.law.sample(*params, rng=rng), np.float64)
    with leniently():
        want = -np.squeeze(GLM[family(inst.law)](families, inst.law, y, values_of(inst.law, params)))
    got = inst.law.nll(y, *params, reduction="none")
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-9)


def constant_params(inst: Instance, rng: np.random.Generator) -> tuple[Array, list[Array], Values]:
    """A sample of one set of parameters, which models without covariates have."""
    single = [float(p) for p in inst.params(rng, ())]
    y = np.asarray(inst.law.sample(*single, size=300, rng=rng), np.float64)
    return y, [np.full(300, p) for p in single], values_of(inst.law, single)


@pytest.mark.filterwarnings("ignore")
def test_statsmodels_beta_regression_agrees(rng: np.random.Generator) -> None:
    for inst in UNIVARIATE:
        if family(inst.law) == "Beta":
            betareg = pytest.importorskip("statsmodels.othermod.betareg")
            y, params, v = constant_params(inst, rng)
            model = betareg.BetaModel(y, np.ones((300, 1)))
            want = -model.loglikeobs(np.array([v["logit_mean"], math.log(v["precision"])]))
            np.testing.assert_allclose(inst.law.nll(y, *params, reduction="none"), want, rtol=1e-9, atol=1e-9)


@pytest.mark.filterwarnings("ignore")
def test_statsmodels_zero_inflation_agrees(rng: np.random.Generator) -> None:
    for inst in UNIVARIATE:
        if family(inst.law) == "ZeroInflated":
            count_model = pytest.importorskip("statsmodels.discrete.count_model")
            y, params, v = constant_params(inst, rng)
            ones = np.ones((300, 1))
            if "dispersion" in v:
                model = count_model.ZeroInflatedNegativeBinomialP(y, ones, exog_infl=ones, p=2)
                theta = [v["gate"], math.log(v["mean"]), v["dispersion"]]
            else:
                model = count_model.ZeroInflatedPoisson(y, ones, exog_infl=ones)
                theta = [v["gate"], math.log(v["rate"])]
            want = -model.loglikeobs(np.array(theta))
            np.testing.assert_allclose(inst.law.nll(y, *params, reduction="none"), want, rtol=1e-8, atol=1e-8)
