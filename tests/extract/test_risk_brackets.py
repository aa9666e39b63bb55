"""Who and when in brackets behind an action."""

from __future__ import annotations

import pytest

from extract.registers.brackets import parted
from tests.registers import words_of


@pytest.mark.parametrize(
    ("said", "who", "when"),
    [
        ("Renew the lease of the pier (Ann Brook, 31 March 2026)", "Ann Brook", "31 March 2026"),
        ("Renew the lease of the pier (Head of Harbour Works; May 2026).", "Head of Harbour Works", "May 2026"),
        ("Renew the lease of the pier (31 March 2026, Ann Brook)", "Ann Brook", "31 March 2026"),
        ("Renew the lease of the pier – Ann Brook – 31/03/2026", "Ann Brook", "31/03/2026"),
        ("Renew the lease of the pier (Owner: Ann Brook; Due: 31/03/2026)", "Ann Brook", "31/03/2026"),
        ("Renew the lease of the pier | May 2026 | Clerk", "Clerk", "May 2026"),
        ("Renew the lease of the pier – Ann Brook, 31/03/2026", "Ann Brook", "31/03/2026"),
    ],
)
def test_a_name_and_a_date_at_the_end_are_owner_and_target(said: str, who: str, when: str) -> None:
    told = {name: field.text for name, field in parted(words_of(said, 1, 20, 20)).items()}
    assert told == {"description": "Renew the lease of the pier", "owners": who, "target_text": when}


@pytest.mark.parametrize(
    "said",
    [
        "Renew the lease of the pier",
        "Renew the lease (see minute 4, 31 March 2026)",
        "Renew the lease (Ann Brook)",
        "Renew the lease (Ann Brook, 31 March 2026) and tell the board",
        "(Ann Brook, 31 March 2026)",
        "Renew the lease – the pier – 31 March 2026 at the latest",
        "– Ann Brook – May 2026",
    ],
)
def test_other_brackets_stay_in_the_text(said: str) -> None:
    assert not parted(words_of(said, 1, 20, 20))
