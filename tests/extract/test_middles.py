"""Quantiles of a few numbers are the very numbers that numpy tells."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.middles import median, quantile

values = st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=12)


@given(values)
def test_the_median_is_that_of_numpy(some: list[float]) -> None:
    assert median(some) == float(np.median(some))


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.9])
@given(values)
def test_quantiles_are_those_of_numpy(share: float, some: list[float]) -> None:
    assert quantile(some, share) == float(np.percentile(some, 100 * share))
