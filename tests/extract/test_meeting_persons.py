"""Names told from titles, roles, bodies and each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.meeting.names import has_role, is_body, is_name, title_end
from extract.meeting.person_parts import Person
from extract.meeting.persons import persons_of_line, persons_of_list


def said(text: str, person: Person | None) -> tuple[str | None, str | None, str | None]:
    """Name, role and affiliation as printed."""
    if person is None:
        return None, None, None
    role = person.role_text or (person.role.of(text) if person.role else None)
    return person.name.of(text), role, person.affiliation.of(text) if person.affiliation else None


@pytest.mark.parametrize(
    ("line", "name", "role", "affiliation"),
    [
        ("Cllr Ida Marsh – Northby", "Cllr Ida Marsh", None, "Northby"),
        ("Tom Ferris - Independent Member", "Tom Ferris", "Independent Member", None),
        ("Ruth Oduya –Chief Executive, NPA", "Ruth Oduya", "Chief Executive", "NPA"),
        ("Ann Lowe, Head of Audit and Committee Services", "Ann Lowe", "Head of Audit and Committee Services", None),
        ("Jo Penn (Secretariat)", "Jo Penn", "Secretariat", None),
        ("Mx Kit Orme (KO), Clerk to the Board", "Mx Kit Orme", "Clerk to the Board", None),
        ("Mayor Bo Lindt", "Bo Lindt", "Mayor", None),
        ("Operations Superintendent Dee Fallow", "Dee Fallow", "Operations Superintendent", None),
        ("Councillor Redmayne in the Chair", "Councillor Redmayne", "in the Chair", None),
        ("Ms A Cousins (Hart Bell – External Auditor)", "Ms A Cousins", "External Auditor", "Hart Bell"),
        ("Mr B Ash (Minor Applications - Team Leader)", "Mr B Ash", "Minor Applications - Team Leader", None),
        ("Ida Penn (Lawyer)", "Ida Penn", "Lawyer", None),
        ("MARLOWE, Edith", "MARLOWE, Edith", None, None),
        ("Ministry of Ferries", None, None, None),
        ("3 members of the public", None, None, None),
        ("Harbour Trust", None, None, None),
    ],
)
def test_one_person_a_line(line: str, name: str | None, role: str | None, affiliation: str | None):
    assert said(line, persons_of_line(line)) == (name, role, affiliation)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Mr A Reed (Chairman), Sir Paul Moss, CBE, Mrs T Hay and Ms L Orr",
            [("Mr A Reed", "Chairman"), ("Sir Paul Moss", None), ("Mrs T Hay", None), ("Ms L Orr", None)],
        ),
        (
            "Miss Jo Bell, Mr Al Frost and Mrs Di Hart, Councillors, Mr Ed Lane, Clerk",
            [("Miss Jo Bell", "Councillor"), ("Mr Al Frost", "Councillor"), ("Mrs Di Hart", "Councillor"), ("Mr Ed Lane", "Clerk")],
        ),
        ("Cllr P Dunn (Chair); Cllrs Sax, Mace; Ellis", [("Cllr P Dunn", "Chair"), ("Cllrs Sax", None), ("Mace", None), ("Ellis", None)]),
        (
            "Ann Holt (Clerk), 6 members of the public. County Cllr Bo Lake was present for one item.",
            [("Ann Holt", "Clerk"), ("Cllr Bo Lake", "County Cllr")],
        ),
        ("[AH] Ann Holt, [BL] Bo Lake (Chair)", [("Ann Holt", None), ("Bo Lake", "Chair")]),
        ("Councillors Ellis and Roome.", [("Councillors Ellis", None), ("Roome", None)]),
        (
            "Ben Low, Participation and Engagement Manager, Kay Moon, Support Officer",
            [("Ben Low", "Participation and Engagement Manager"), ("Kay Moon", "Support Officer")],
        ),
        ("Cllrs A. Thorn (Chair), S. Hall and K. Gill", [("Cllrs A. Thorn", "Chair"), ("S. Hall", None), ("K. Gill", None)]),
        (
            "Mayor Ann Fife and Councillors Bill Gage, Carol Hume",
            [("Ann Fife", "Mayor"), ("Councillors Bill Gage", "Councillor"), ("Carol Hume", "Councillor")],
        ),
    ],
)  # fmt: skip
def test_running_lists(text: str, people: list[tuple[str, str | None]]):
    assert [said(text, p)[:2] for p in persons_of_list(text)] == people


GIVEN = st.sampled_from(["Ada", "Bo", "Cem", "Dora", "Eve", "Femi", "Gus"])
SURNAMES = st.sampled_from(["Ash", "Birch-Hale", "O’Dell", "Fenn", "McRae", "Quill", "Tovey"])
TITLES = st.sampled_from(["", "Mr ", "Dr ", "Cllr ", "Professor ", "Dame "])


@given(st.lists(st.tuples(TITLES, GIVEN, SURNAMES), min_size=1, max_size=12), st.booleans())
def test_a_list_of_names_gives_each_of_them(people: list[tuple[str, str, str]], ends_with_and: bool):
    names = [f"{title}{given} {surname}" for title, given, surname in people]
    text = ", ".join(names)
    if ends_with_and and len(names) > 1:
        text = f"{', '.join(names[:-1])} and {names[-1]}"
    assert [p.name.of(text) for p in persons_of_list(text)] == names


def test_titles_end_where_the_name_begins():
    assert title_end("Councillor Mrs Ann Lowe") == len("Councillor Mrs ")
    assert title_end("Ann Lowe") == 0


def test_words_for_roles_and_bodies():
    assert has_role("Interim Head of Scrutiny")
    assert not has_role("Northby")
    assert is_body("Registry Trust") and not is_name("Registry Trust")
    assert is_name("T. Marsh MBE")
