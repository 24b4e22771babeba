"""The laws: one file each."""

from ._law import Law
from ._support import Interval
from .bernoulli import Bernoulli
from .categorical import Categorical
from .exponential import Exponential
from .laplace import Laplace
from .normal import Normal
from .poisson import Poisson

CATALOGUE: tuple[type[Law], ...] = (Bernoulli, Categorical, Exponential, Laplace, Normal, Poisson)

__all__ = ["CATALOGUE", "Bernoulli", "Categorical", "Exponential", "Interval", "Laplace", "Law", "Normal", "Poisson"]
