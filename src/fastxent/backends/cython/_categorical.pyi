from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fastxent.laws.categorical import Categorical

Find = Callable[[Categorical, bool, int, bool, int, bool], tuple[int, int]]

class Call:
    law: Final[Categorical]
    reduction: Final[str]
    n_threads: Final[int | None]
    order: Final[int]
    axis: Final[int]
    soft: Final[bool]
    fisher: Final[bool]
    check: Final[bool]
    y: Final[NDArray[Any]]
    logits: Final[NDArray[Any]]
    vector: Final[NDArray[Any] | None]
    weight: Final[NDArray[Any] | None]
    cotangent: Final[NDArray[Any] | None]
    loss: Final[NDArray[Any] | None]
    lse: Final[NDArray[Any] | None]
    grad: Final[NDArray[Any] | None]
    hess: Final[NDArray[Any] | None]
    shape: Final[tuple[int, ...]]
    dtype: Final[np.dtype[Any]]
    denominator: float
    @property
    def size(self) -> int: ...
    def __init__(
        self,
        law: Categorical,
        order: int,
        data: tuple[ArrayLike, ...],
        params: tuple[ArrayLike, ...],
        weight: ArrayLike | None,
        reduction: str,
        curvature: str,
        constant: bool,
        cotangent: ArrayLike | None,
        out: Any,
        check: bool,
        n_threads: int | None,
        vector: ArrayLike | None = None,
    ) -> None: ...
    def explain(self, bad_target: bool, bad_weight: bool) -> None: ...
    def tame(self) -> bool: ...
    def results(self, sum_of_losses: float) -> Any: ...

def categorical(
    law: Categorical,
    order: int,
    data: tuple[ArrayLike, ...],
    params: tuple[ArrayLike, ...],
    *options: Any,
    vector: ArrayLike | None = None,
    find: Find | None = None,
) -> Any: ...
def logsumexp(law: Categorical, logits: ArrayLike, n_threads: int | None = None, find: Find | None = None) -> Any: ...
