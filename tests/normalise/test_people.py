from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalise.owner_lines import owners_by_line, owners_by_titles
from normalise.owners import read_owners, split_posts
from normalise.people import clean_name, is_initials, is_person, kind_of, split_hard, split_names

KEY = {"AB": "Ann Brook", "CD": "Carl Dean", "LJ": "Lena Jay", "TM": "Theo Marsh"}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Cllr T. Marsh QPM", "T. Marsh"),
        ("Councillor Ann Brook (Chair)", "Ann Brook"),
        ("Mr. Theo Marsh", "Theo Marsh"),
        ("Cllr.Theo Marsh", "Theo Marsh"),
        ("The Rt Hon Sir Carl Dean KC MP", "Carl Dean"),
        ("Dr Lena Jay, OBE", "Lena Jay"),
        ("Lena Jay OBE, FCA", "Lena Jay"),
        ("Mrs R Brook", "R Brook"),
        ("Brook, Mrs R", "R Brook"),
        ("ACC Ann Brook", "Ann Brook"),
        ("Assistant Chief Constable Ann Brook", "Ann Brook"),
        ("Di Brook", "Di Brook"),
        ("County Councillor Ann Brook", "Ann Brook"),
        ("Cr Ann Brook", "Ann Brook"),
        ("Provost Ann Brook", "Ann Brook"),
        ("Cyng Ann Brook", "Ann Brook"),
        ("Dean Brook", "Dean Brook"),
        ("Ms Chen", "Chen"),
        ("Kieran O’Hara", "Kieran O’Hara"),
        ("Ann Brook,", "Ann Brook"),
        ("Joe", "Joe"),
        ("", ""),
    ],
)
def test_a_name_without_its_trimmings(printed, name):
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Ann Brook / Carl Dean", ["Ann Brook", "Carl Dean"]),
        ("Ann Brook, Carl Dean and Lena Jay", ["Ann Brook", "Carl Dean", "Lena Jay"]),
        ("Ann Brook, OBE, Carl Dean", ["Ann Brook, OBE", "Carl Dean"]),
        ("Ann Brook (Chair, North) & Carl Dean", ["Ann Brook (Chair, North)", "Carl Dean"]),
        ("Ann Brook; Carl Dean", ["Ann Brook", "Carl Dean"]),
        ("Alexandra Sandford", ["Alexandra Sandford"]),
        ("", []),
    ],
)
def test_a_list_of_people(printed, names):
    assert split_names(printed) == names


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Ann Brook", "person"),
        ("Joe", "person"),
        ("AB", "initials"),
        ("T.M.", "initials"),
        ("TMcN", "initials"),
        ("Head of Legal Services", "post"),
        ("CEO", "post"),
        ("Estates Team", "group"),
        ("All Members", "people"),
        ("the roof is leaking", "other"),
        ("12", "other"),
    ],
)
def test_what_a_piece_is(printed, kind):
    assert kind_of(printed) == kind


@pytest.mark.parametrize(
    ("printed", "names", "initials", "posts"),
    [
        ("AB", ["Ann Brook"], ["AB"], []),
        ("AB / CD / TM", ["Ann Brook", "Carl Dean", "Theo Marsh"], ["AB", "CD", "TM"], []),
        ("AB/CD/L J/TM", ["Ann Brook", "Carl Dean", "Lena Jay", "Theo Marsh"], ["AB", "CD", "LJ", "TM"], []),
        ("AB CD", ["Ann Brook", "Carl Dean"], ["AB", "CD"], []),
        ("ab & cd", ["Ann Brook", "Carl Dean"], ["AB", "CD"], []),
        ("A.B.", ["Ann Brook"], ["AB"], []),
        ("XY", [], ["XY"], []),
        ("OPCC", ["OPCC"], [], []),
        ("Ann Brook / NHSE", ["Ann Brook", "NHSE"], [], []),
        ("AB/XY", ["Ann Brook"], ["AB", "XY"], []),
        ("Ann Brook / Carl Dean", ["Ann Brook", "Carl Dean"], [], []),
        ("Dr Ann Brook", ["Ann Brook"], [], []),
        ("All Members", ["All Members"], [], []),
        ("Director of Law and Governance", [], [], ["Director of Law and Governance"]),
        ("Head of Parks and Community Care", [], [], ["Head of Parks and Community Care"]),
        ("Head of Parks and Ann Care", ["Ann Care"], [], ["Head of Parks"]),
        ("Director of Law and Head of Estates", [], [], ["Director of Law", "Head of Estates"]),
        ("Chief, Dredging Management", [], [], ["Chief, Dredging Management"]),
        ("Deputy Director, Pier Safety", [], [], ["Deputy Director, Pier Safety"]),
        ("Director, Ann Brook", ["Ann Brook"], [], ["Director"]),
        ("Chief Executive (Ann Brook)", ["Ann Brook"], [], ["Chief Executive"]),
        ("Ann Brook (Chief Executive)", ["Ann Brook"], [], ["Chief Executive"]),
        ("Ann Brook, Chief Executive", ["Ann Brook"], [], ["Chief Executive"]),
        ("Ann Brook – Head of Finance", ["Ann Brook"], [], ["Head of Finance"]),
        ("Clerk / Chair", [], [], ["Clerk", "Chair"]),
        ("Finance Committee", ["Finance Committee"], [], []),
    ],
)
def test_an_owner_cell(printed, names, initials, posts):
    found = read_owners(printed, KEY)
    assert (list(found.names), list(found.initials), list(found.posts)) == (names, initials, posts)


@pytest.mark.parametrize(
    ("printed", "owners"),
    [
        ("Ann Brook, Health and Safety Manager", ["Ann Brook", "Health and Safety Manager"]),
        ("Ann Brook, Policy, Research and Planning Lead", ["Ann Brook", "Policy, Research and Planning Lead"]),
        ("Ann Brook, Finance and Head of Law", ["Ann Brook, Finance", "Head of Law"]),
    ],
)
def test_the_first_words_of_a_post_are_no_part_of_the_name_before_it(printed, owners):
    assert split_posts(printed) == owners


def test_initials_without_a_key_are_told():
    found = read_owners("AB / XY", KEY)
    assert found.unknown == ("XY",)
    assert found.confidence < 0.8


def test_names_on_lines_of_their_own_need_no_separator():
    assert read_owners("Ann Brook Carl Dean", None, ["Ann Brook", "Carl Dean"]).names == ("Ann Brook", "Carl Dean")


@pytest.mark.parametrize(
    ("lines", "posts"),
    [
        (
            ["Director of Ferries", "Director of Piers and", "Lights"],
            ("Director of Ferries", "Director of Piers and Lights"),
        ),
        (["Chief Pilot Officer", "Head of Dredging"], ("Chief Pilot Officer", "Head of Dredging")),
        (["Assistant", "Director of Ferries"], ("Assistant Director of Ferries",)),
        (["Deputy", "Head of Dredging"], ("Deputy Head of Dredging",)),
    ],
)
def test_posts_under_each_other_are_several_where_a_line_begins_as_posts_do(
    lines: list[str], posts: tuple[str, ...]
) -> None:
    found = read_owners(" ".join(lines), None, lines)
    assert found.posts == posts
    assert (found.confidence < 0.8) == (len(posts) > 1)


@given(st.text(max_size=40))
@example("&")
def test_any_text_is_survived(text):
    clean_name(text), split_names(text), kind_of(text), is_initials(text), is_person(text)
    read_owners(text, KEY)


@given(
    st.lists(st.sampled_from(sorted(KEY)), min_size=1, max_size=5),
    st.sampled_from(["/", " / ", ", ", "; ", " & ", " and ", " "]),
)
def test_initials_in_any_list_are_all_found(initials, separator):
    assert list(read_owners(separator.join(initials), KEY).names) == [KEY[i] for i in initials]


@pytest.mark.parametrize(
    ("printed", "posts"),
    [
        ("Director of Finance & s151 Officer", ("Director of Finance & s151 Officer",)),
        ("Head of Law and Monitoring Officer", ("Head of Law and Monitoring Officer",)),
        ("Harbour Secretary and Registrar", ("Harbour Secretary and Registrar",)),
        ("Monitoring Officer and s151 Officer", ("Monitoring Officer", "s151 Officer")),
        ("Head of Law & Head of Finance", ("Head of Law", "Head of Finance")),
    ],
)
def test_an_office_held_beside_a_post_is_a_part_of_it(printed, posts):
    assert read_owners(printed).posts == posts


def test_a_post_that_one_person_holds_stands_before_the_name():
    found = read_owners("Treasurer Ann Brook")
    assert (found.names, found.posts) == (("Ann Brook",), ("Treasurer",))
    assert read_owners("Clerk").posts == ("Clerk",)


def test_persons_under_each_other_beside_their_posts_are_read_column_by_column():
    lines = ["Ann Brook", "Carl Dean", "Director of Boats", "Chief Officer, Harbour Health", "and Social Care"]
    text = "Ann Brook Carl Dean; Director of Boats Chief Officer, Harbour Health and Social Care"
    found = read_owners(text, None, lines)
    assert found.names == ("Ann Brook", "Carl Dean")
    assert found.posts == ("Director of Boats", "Chief Officer, Harbour Health and Social Care")


def test_one_post_leads_all_the_units_that_it_lists():
    found = read_owners("Ann Brook; Director of HR, Digital Skills, IT & Business Support")
    assert (found.names, found.posts) == (("Ann Brook",), ("Director of HR, Digital Skills, IT & Business Support",))
    assert read_owners("Director of Finance and Ann Brook").names == ("Ann Brook",)


def test_a_rank_held_for_a_time_is_no_two_owners_and_titles_begin_owners():
    lines = ["Ann Brook", "T/DCC Ruth", "Dean"]
    assert owners_by_titles(lines) == ["Ann Brook", "T/DCC Ruth Dean"]
    assert owners_by_titles(["Ann Brook", "Dean"]) == []
    assert split_hard("T/DCC Ruth Dean / A/Supt Carl Dean") == ["T/DCC Ruth Dean", "A/Supt Carl Dean"]
    assert split_hard("A/B") == ["A", "B"]


@pytest.mark.parametrize(
    ("lines", "names", "posts"),
    [
        (
            ("Corporate Director Children, Young People", "and Education"),
            (),
            ("Corporate Director Children, Young People and Education",),
        ),
        (("Director of Environment and Circular Economy",), (), ("Director of Environment and Circular Economy",)),
        (
            ("Ann Lee, Corporate Director", "Children, Young People and", "Education", "Ben Ito, Chief", "Executive"),
            ("Ann Lee", "Ben Ito"),
            ("Corporate Director Children, Young People and Education", "Chief Executive"),
        ),
        (("Head of Law and Ann Lee",), ("Ann Lee",), ("Head of Law",)),
    ],
)
def test_units_that_look_like_names_belong_to_the_post_before_them(lines, names, posts):
    found = read_owners(" ".join(lines), None, lines)
    assert (found.names, found.posts) == (names, posts)


def test_persons_on_a_line_each_are_several() -> None:
    assert owners_by_line(["Ann Brook", "Ruth Dean"]) == ["Ann Brook", "Ruth Dean"]
    assert owners_by_line(["Ann", "Brook"]) == owners_by_line(["Ann Brook", "Head of Ferries"]) == []


def test_the_further_line_of_a_post_below_a_name_is_no_person_though_it_looks_like_one():
    lines = ["Ann Brook", "Director of", "Boat Hire", "Yards"]
    found = read_owners(" ".join(lines), None, lines)
    assert (found.names, found.posts) == (("Ann Brook",), ("Director of Boat Hire Yards",))


def test_names_before_a_post_are_people_of_their_own() -> None:
    read = read_owners("Ann Lee, Tom Roe and Chief Nurse")
    assert (read.names, read.posts) == (("Ann Lee", "Tom Roe"), ("Chief Nurse",))
    assert read_owners("Ann Lee, Health and Safety Manager").names == ("Ann Lee",)
