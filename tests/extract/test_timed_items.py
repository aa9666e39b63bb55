"""Front sheets of agendas: times, numbers, titles and papers in columns without rules. All invented."""

from __future__ import annotations

from extract.families.agenda import claim, read
from extract.families.minutes import claim as minutes_claim
from tests.meetings import paper, texts

SHEET = """*Brindle Trust
*Council of Governors - Agenda
Wednesday 17 September 2025, 14:00 - 16:30

14:00   1    Welcome and apologies            Chair      Verbal
14:05   2    Minutes of the meeting held on   Chair      Attached
             18 June and action log
14:35   3    Quality account                  J Amos     Attached
             For information
        4    Use of the seal                  K Bass     To follow

             Private session

15:40   5    Appraisal (restricted)           SID        To follow
16:25   6    Any other business               All        Verbal

Date of next meeting: 10 December 2025
"""


def test_lines_that_begin_with_times_are_the_items_of_a_front_sheet() -> None:
    section = paper(SHEET)
    assert claim(section).score >= 0.5
    items = texts(list(read(section)), "agenda_items")
    assert [(i.get("time"), i["number"], i["title"], i["supporting_document"]) for i in items] == [
        ("14:00", "1", "Welcome and apologies", "Verbal"),
        ("14:05", "2", "Minutes of the meeting held on 18 June and action log", "Attached"),
        ("14:35", "3", "Quality account", "Attached"),
        (None, "4", "Use of the seal", "To follow"),
        ("15:40", "5", "Appraisal (restricted)", "To follow"),
        ("16:25", "6", "Any other business", "Verbal"),
    ]
    assert items[2]["text"] == "For information"


def test_a_diary_of_two_times_is_no_front_sheet() -> None:
    section = paper("*Agenda\n\n10:00   Doors open\n11:30   Tea\n\nAll are welcome to the hall.\n")
    assert texts(list(read(section)), "agenda_items") == []


LISTED = """*Pennard Council
*Cabinet
Tuesday 7 October 2025 at 10.30 am

*AGENDA

1.  Apologies for absence

2.  Harbour dues                                          (Pages 13 - 30)
    Report of the Director of Place

3.  Minutes of the last meeting                           (Pages 5 - 12)
"""


def test_pages_at_the_end_of_a_titles_line_part_it_from_the_text_under_it() -> None:
    items = texts(list(read(paper(LISTED))), "agenda_items")
    assert (items[1]["title"], items[1]["supporting_document"]) == ("Harbour dues", "Pages 13 - 30")
    assert items[1]["text"] == "Report of the Director of Place"


SENTENCES = """*Fernhill Parish Council
Meeting on Monday 3rd November 2025 at 7.30pm in the Village Hall for the transaction of business.

*AGENDA

1. To receive apologies for absence.

2. To receive declarations of interest.

3. To approve the minutes of the meeting held on 6 October (circulated).

4. Public forum (15 minutes).

5. Highways, an update by word of mouth from Cllr Dace.

6. Exempt business: to resolve to leave out the public while the clerk is discussed.
"""


def test_items_that_are_whole_sentences_count_on() -> None:
    records = list(read(paper(SENTENCES)))
    assert [i["number"] for i in texts(records, "agenda_items")] == ["1", "2", "3", "4", "5", "6"]
    assert texts(records, "meetings")[0]["venue"] == "Village Hall"


def test_a_sheet_that_counts_on_in_columns_without_times_or_rules():
    section = paper(
        "*Governing Body Meeting Agenda\n\nTuesday 6 May 2025 at 6pm in the Library\n\n"
        "1    Welcome and apologies                        Chair     5 mins\n\n"
        "2    Declarations of interest                     All       5 mins\n\n"
        "3    Minutes of the last meeting                  Chair     10 mins\n\n"
        "4    Budget for approval                          SBM       20 mins\n\n"
        "5    Date of next meeting                         Chair\n"
    )
    assert minutes_claim(section).score < 0.5 <= claim(section).score
    found = texts(list(read(section)), "agenda_items")
    assert [(i["number"], i["title"]) for i in found] == [
        ("1", "Welcome and apologies"),
        ("2", "Declarations of interest"),
        ("3", "Minutes of the last meeting"),
        ("4", "Budget for approval"),
        ("5", "Date of next meeting"),
    ]
