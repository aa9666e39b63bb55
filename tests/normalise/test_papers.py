"""Initials in a pack of several bodies are those of the people of the right one."""

from __future__ import annotations

from models.page import Font, Word
from models.record import Field, Printed
from models.section import Line, Paper, Paragraph
from normalise.document import normalise_document

FONT = Font("Sans", 10)


def field(text: str, page: int) -> Field:
    return Field(text, tuple(Word(t, 60, 60, 90, 70, page, n, FONT) for n, t in enumerate(text.split())))


def meeting(body: str, person: str, page: int) -> list[Printed]:
    held = Printed("meetings", {"body": field(body, page)})
    status = Field("Present", note="present")
    return [held, Printed("attendance", {"person": field(person, page), "status": status}, held)]


def line(page: int) -> Printed:
    return Printed("tracked_actions", {"action": field("Mend the crane", page), "owners": field("IP", page)})


def paper(number: int, title: str) -> Paper:
    words = tuple(Word(t, 60, 60, 90, 70, number, n, FONT) for n, t in enumerate(title.split()))
    head = Paragraph((Line(words, number, 60, 60, 90, 70),), title, None, (), words, 60, 14, bold=True, upper=False)
    return Paper(number, number, number, head)


QUAY, FERRY = meeting("Quay Board", "Ida Penn", 1), meeting("Ferry Committee", "Ian Pole", 2)


def owner(printed: list[Printed], title: str) -> object:
    papers = [paper(1, "Minutes"), paper(2, "Minutes"), paper(3, title)]
    (found,) = [r for r in normalise_document([*printed, line(3)], papers).records if r.view == "tracked_actions"]
    return found.values["owners"].value if "owners" in found.values else None


def test_a_log_in_a_pack_of_one_body_has_that_bodys_people() -> None:
    assert owner(QUAY, "Outstanding actions") == "Ida Penn"


def test_a_log_in_a_pack_of_several_bodies_has_the_people_of_the_one_it_names() -> None:
    assert owner([*QUAY, *FERRY], "Ferry Committee: outstanding actions") == "Ian Pole"
    assert owner([*QUAY, *FERRY], "The Quay Board action log") == "Ida Penn"


def test_a_log_of_nobody_in_a_pack_of_several_bodies_keeps_its_initials() -> None:
    assert owner([*QUAY, *FERRY], "Outstanding actions") is None


def test_a_key_of_initials_in_another_bodys_paper_is_none_here() -> None:
    minute = Printed("minutes", {"number": field("1", 1), "text": field("IH reported that it rains.", 1)}, QUAY[0])
    here = Printed("attendance", {"person": field("Ivo Hart", 1), "status": Field("Present", note="present")}, QUAY[0])
    key = Printed("owner_keys", {"initials": field("IH", 2), "name": field("Ina Holm", 2)})
    papers = [paper(1, "Minutes"), paper(2, "Key")]
    printed = [*QUAY, here, minute, *FERRY, key]
    (found,) = [r for r in normalise_document(printed, papers).records if r.view == "minutes"]
    assert found.values["people"].value == "Ivo Hart"


def test_a_body_named_with_and_without_what_stands_before_it_is_one() -> None:
    fuller = meeting("NHS Pier Hill Quay Board", "Tom Orr", 2)
    short = meeting("Pier Hill Quay Board", "Ida Penn", 1)
    assert owner([*short, *fuller], "Action log") == "Ida Penn"
    assert owner([*short, *meeting("Pier Hill Ferry Board", "Tom Orr", 2)], "Action log") is None
