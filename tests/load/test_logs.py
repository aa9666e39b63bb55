"""Whose log of actions it is that stands in a pack."""

from __future__ import annotations

import pytest

from load.logs import _is_anothers


@pytest.mark.parametrize(
    ("named", "body", "anothers"),
    [
        ("Orre Trust – Audit Committee", "Cabinet", True),
        ("Orre Trust – Audit Committee", "Audit Committee", False),
        ("Audit Committee", "Audit Committee of the Orre Trust", False),
        ("Orre Harbour Trust", "Audit Committee", False),  # the organisation, whose committee it is
        ("Audit Committee", None, False),  # nothing else says whose it is
    ],
)
def test_a_log_whose_head_names_a_body_that_meets_is_of_no_other(named: str, body: str | None, anothers: bool) -> None:
    assert _is_anothers(named, body) is anothers
