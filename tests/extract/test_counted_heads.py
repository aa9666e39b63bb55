"""Items whose numbers only their run tells, and whose titles are in plain type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from extract.heading_levels import with_headings
from extract.lines import text_columns
from extract.paragraphs import paragraphs_of
from tests.meetings import BOLD, paper, texts, words_of_page

HEAD = """\
*Saltby Harbour Commissioners

Minutes of the meeting held on 3 March 2025

Present: Ada Finch (Chair), Tom Reed

"""
TITLES = (
    "Apologies for absence",
    "Declarations of interest",
    "Minutes of the last meeting",
    "Dredging programme",
    "Harbour dues",
    "Ferry slip",
    "Night cover",
    "Staffing",
    "Pilot boats",
    "Any other business",
)
SAID = "The Clerk gave an account of it and two members asked how long that would take."


def minutes(*items: tuple[str, str]) -> list[tuple[str | None, str | None, str | None]]:
    body = "\n\n".join(f"{head}\n\n{said}" for head, said in items)
    found = texts(list(read(paper(HEAD + body))), "minutes")
    return [(m.get("number"), m.get("heading"), m.get("text")) for m in found]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Item {n}", "{n}"),
        ("Agenda Item {n}:", "{n}"),
        ("Item No. {n} –", "{n}"),
        ("Minute {n}.", "{n}"),
        ("({n})", "{n}"),
        ("[{n}]", "{n}"),
        ("No. {n}", "{n}"),
        ("{n} –", "{n}"),
        ("{n}", "{n}"),
        ("2024/{n}", "2024/{n}"),
        ("FC/24/{n}", "FC/24/{n}"),
        ("{letter}.", "{letter}"),
        ("{letter})", "{letter}"),
    ],
)
def test_titles_in_plain_type_are_told_by_the_run_of_their_numbers(printed: str, number: str):
    def told(shape: str, n: int) -> str:
        return shape.format(n=n + 1, letter="ABCDEFGHIJ"[n])

    found = minutes(*((f"{told(printed, n)} {title}", SAID) for n, title in enumerate(TITLES)))
    assert found == [(told(number, n), title, SAID) for n, title in enumerate(TITLES)]


def test_a_reference_in_plain_type_numbers_titles_in_bold_that_run_into_their_text():
    text = HEAD + "\n\n".join(f"{41 + n}/24 {title}: {SAID}" for n, title in enumerate(TITLES))
    bold, words, began = False, [], False
    for word in words_of_page(text, 1):  # bold from behind the number up to the colon
        words.append(replace(word, font=BOLD) if bold or word.font is BOLD else word)
        began = began or "/" in word.text
        bold = began and ("/" in word.text or (bold and not word.text.endswith(":")))
    blocks = [p for column in text_columns(words, 1) for p in paragraphs_of(column)]
    found = texts(list(read(replace(paper(), blocks=tuple(with_headings(blocks))))), "minutes")
    assert [m["number"] for m in found] == [f"{41 + n}/24" for n in range(len(TITLES))]
    assert [m["heading"].rstrip(":") for m in found] == list(TITLES)
    assert all(m["text"].endswith(SAID) for m in found)


def test_a_reference_to_an_item_and_names_with_initials_are_no_numbers():
    heads = [(f"*{n + 1}. {title.upper()}", SAID) for n, title in enumerate(TITLES[:5])]
    heads[1] = (
        heads[1][0],
        "A. Reed declared an interest.\n\nItem 4 Tom Reed as tenant.\n\nItem 5 Ada Finch as owner.",
    )
    assert [m[0] for m in minutes(*heads)] == ["1", "2", "3", "4", "5"]


def test_bare_numbers_before_sentences_are_no_items():
    listed = [(f"{n} {title}, of which the Clerk spoke.", SAID) for n, title in enumerate(TITLES, start=1)]
    assert minutes(*listed) == []
