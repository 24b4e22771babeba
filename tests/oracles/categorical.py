"""Categorical: its oracle works on rows and stands in `oracle_categorical.py`."""

from __future__ import annotations

from typing import Any

from instance_core import BAD_LABELS, BAD_SOFT, Instance, Rows, gaussian, labels, soft

import fastxent as fx


def _categorical(is_soft: bool = False, least_ndim: int = 0, **settings: Any) -> Instance:
    """Some settings give a class no weight or ignore a label; the sampler draws those all the same."""
    law = fx.Categorical(**settings)
    return Rows(
        law,
        soft if is_soft else labels,
        (gaussian(2.0),),
        BAD_SOFT if is_soft else BAD_LABELS,
        soft=is_soft,
        proper=not (settings.keys() - {"axis"}),
        least_ndim=least_ndim,
    )


CLASS_WEIGHT = (0.5, 2.0, 1 / 3, 0.0, 1.25)

CASES: list[Any] = []

INSTANCES = (
    _categorical(),
    _categorical(True),
    _categorical(axis=1, least_ndim=1),
    _categorical(True, axis=0),
    _categorical(ignore_index=3, class_weight=CLASS_WEIGHT),
    _categorical(label_smoothing=0.1, class_weight=CLASS_WEIGHT),
    _categorical(z_loss=0.01, softcap=3.0, axis=-2, least_ndim=1),
    _categorical(True, label_smoothing=0.2, class_weight=CLASS_WEIGHT, z_loss=0.01, softcap=5.0),
)
