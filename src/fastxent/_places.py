"""How an error names the place of a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def first_place(wrong: NDArray[np.bool_]) -> str:
    """The index of the first True, as it is written in code."""
    index = np.unravel_index(int(np.argmax(wrong)), wrong.shape)
    return f"[{', '.join(str(i) for i in index)}]" if wrong.ndim else ""
