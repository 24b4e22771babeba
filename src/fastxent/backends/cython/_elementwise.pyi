from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fastxent.laws import Law

class Call:
    law: Law
    reduction: str
    order: int
    n_data: int
    fisher: bool
    constant: bool
    check: bool
    names: tuple[str, ...]
    shape: tuple[int, ...]
    operands: list[NDArray[Any]]
    targets: list[NDArray[Any] | None]
    homes: list[NDArray[Any] | None]
    weight: NDArray[Any] | None
    cotangent: NDArray[Any] | None
    dtype: np.dtype[Any]
    n_threads: int | None
    denominator: float
    def __init__(
        self,
        law: Law,
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
        denominator: float | None = None,
    ) -> None: ...
    def explain(self, bad_target: bool, bad_weight: bool) -> None: ...
    def results(self, loss: Any) -> Any: ...
    def total(self, sum_of_losses: float) -> Any: ...

def elementwise(
    law: Law,
    order: int,
    data: tuple[ArrayLike, ...],
    params: tuple[ArrayLike, ...],
    weight: ArrayLike | None = None,
    reduction: str = "mean",
    curvature: str = "observed",
    constant: bool = True,
    cotangent: ArrayLike | None = None,
    out: Any = None,
    check: bool = True,
    n_threads: int | None = None,
    denominator: float | None = None,
    find: Callable[[Callable[..., Any], bool, int, bool, bool], int] | None = None,
) -> Any: ...
