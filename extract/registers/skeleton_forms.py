"""Forms read by the labels that they repeat: each label's value, lists of controls and actions, stages over measures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned, Column
from extract.looks import profile
from extract.paragraphs import make_paragraph
from extract.registers.bare_lines import add_trends
from extract.registers.card_heads import add_heads
from extract.registers.drawn_trends import add_drawn_trends
from extract.registers.form_labels import REFERENCE_WORDS, Label
from extract.registers.form_lists import add_lists, cell_of, of_words
from extract.registers.items import items_of
from extract.registers.labelled_lines import labelled_actions
from extract.registers.pieces import Piece
from extract.registers.profiles import FULL_FORM, Profile, rows_of, score_of
from extract.registers.regions import WIDER, Ways, as_set, labels_of, region_of, ways_of
from extract.registers.skeletons import Form, forms_in
from extract.registers.slides import kind_of
from extract.registers.stage_labels import parents_of
from extract.registers.wording import STAGES, take_apart, when
from extract.remembering import remembered
from extract.text import text_of
from extract.wording import likeness, phrases
from models.geometry import box_around
from models.page import Word
from models.section import Line, Section
from models.table import Cell

_HALF = 0.5
_MOST = 0.8  # share of the forms that decides what holds for all
_MARKED = 0.9  # a mark stands in the cell in whose bounds its middle lies
_BY_NEED = ("current", "residual", "gross", "target")  # of stages with one score, whose marks are likeliest
_GLOSS = 3  # words at least of what a heading explains in brackets
_KNOWN = 0.75  # likeness from which a label is one that is known


@remembered(4)  # the family asks before it reads
def read_skeletons(section: Section) -> list[Profile]:
    """The forms of a section, read by the labels that they repeat."""
    forms = forms_in(section)
    ways = ways_of(forms)
    found = [_with_marks(_profile(form, ways), form) for form in forms]
    if sum(score_of(p) >= FULL_FORM for p in found) < _HALF * len(found):
        return []  # what most of them repeat is no form of a risk
    _part_histories(found)
    add_heads(forms, found)
    add_drawn_trends(section, forms, found)
    return found


def _profile(form: Form, ways: Ways) -> Profile:
    found = Profile(method="text")
    regions = [region_of(label, ways[as_set(label)], form) for label in form.labels]
    held: dict[int, list[Piece]] = {id(label): [] for label in form.labels}
    path: dict[int, tuple[Label, ...]] = {}
    crossed: dict[tuple[int, int], list[Piece]] = {}
    over = parents_of(form, ways)
    dated = add_trends(form, found)
    glosses = [p for p in form.texts if _is_gloss(p, form)]
    found.taken += [w for p in glosses for w in p.words]
    for piece in (p for p in form.texts if id(p) not in dated and p not in glosses):
        labels = labels_of(piece, regions)
        if len(labels) == 2:
            crossed.setdefault((id(labels[0]), id(labels[1])), []).append(piece)
            path[id(labels[0])], path[id(labels[1])] = (labels[0],), (labels[1],)
        elif labels:
            held[id(labels[0])].append(piece)
    by_id = {id(label): label for label in form.labels}
    listed = add_lists(form, held, found)
    if form.name is not None:
        found.taken += form.name.taken
        if form.name.ref and any(_is_reference(label, held) for label in form.labels if id(label) not in listed):
            found.taken += form.name.ref  # `Principal risk 4`, and below it what the register calls it
        elif form.name.ref:
            found.values.append(_value(("Reference",), form.name.ref, _bare(form.name.ref)))
        if form.name.title:
            found.values.append(_value(("Title",), form.name.title))
    for label in form.labels:
        found.taken += label.words
        pieces = held[id(label)]
        words = [*label.said, *(w for p in pieces for w in p.words)]
        if words and id(label) not in listed and id(label) not in dated and not _add_items(label, pieces, form, found):
            parent = over.get(id(label))
            names = (parent.text, label.text) if parent is not None else (label.text,)
            found.values.append(_column(names, label, pieces))
    for (one, two), pieces in crossed.items():
        names = (by_id[one].text, by_id[two].text)
        found.values.append(_column(names, None, pieces))
    if form.name is not None and form.name.title:
        bar = sum(v.leaf in {"Reference", "Title"} for v in found.values[:2])
        found.values[bar:] = _second_statements(found.values[bar:])
    return found


def _is_gloss(piece: Piece, form: Form) -> bool:
    """Whether a text in brackets below a heading, in its cell, says what is asked for: `Controls` over `(What do we do now?)`."""
    if piece.cell is None or len(piece.words) < _GLOSS or piece.text[0] != "(" or piece.text[-1] != ")":
        return False
    return any(label.piece.cell is piece.cell and not label.said for label in form.labels)


def _is_reference(label: Label, held: Mapping[int, Sequence[Piece]]) -> bool:
    """Whether a label is that of a reference, and has a value."""
    return bool(REFERENCE_WORDS & set(label.key.split())) and bool(label.said or held[id(label)])


def _part_histories(profiles: Sequence[Profile]) -> None:
    """Of scores by quarter the latest is the current one again, where it says the same in nearly all forms: no field of its own."""
    alike: list[tuple[Profile, Column, bool]] = []
    for found in profiles:
        now = " ".join(c.text for c, _ in rows_of(found).cells.get("current_score", ()))
        dated = [v for v in found.values if (h := take_apart(v.leaf)).period and not h.rest.strip() and _is_number(v)]
        if now and len(dated) > 1:
            latest = max(dated, key=lambda v: when(v.leaf))
            alike.append((found, latest, latest.cells[0].text == now))
    if len(alike) > 1 and sum(same for *_, same in alike) > _MOST * len(alike):
        for found, latest, _ in alike:
            found.values.remove(latest)
            found.others.append(latest)


def _is_number(value: Column) -> bool:
    return value.cells[0].text.strip().isdigit()


def _with_marks(found: Profile, form: Form) -> Profile:
    """Likelihood and impact as marks in matrices show them, for the stage that the matrix names or whose score is their product."""
    for mark in form.marks:
        held = rows_of(found).cells
        scores = {s: read for s in STAGES if (read := " ".join(c.text for c, _ in held.get(f"{s}_score", ())))}
        fits = [s for s in _BY_NEED if _says(scores.get(s, ""), mark.likelihood * mark.impact)]
        stage = mark.stage or next(iter(fits), None if scores else "current")
        if stage is None or any(f"{stage}_{m}" in held for m in ("likelihood", "impact_score", "both")):
            continue
        for name, number in (("Likelihood", mark.likelihood), ("Impact", mark.impact)):
            place = ((mark.page, mark.box),)
            cell = Cell(0, 0, 1, 1, mark.page, place, mark.words, str(number), confidence=_MARKED)
            heading = [Cell(0, 0, 1, 1, mark.page, place, (), t, is_heading=True) for t in (stage.capitalize(), name)]
            found.values.append(Column(0, tuple(heading), (cell,), profile((cell,))))
    return found


def _says(text: str, score: int) -> bool:
    numbers = re.findall(r"\d+", text)
    return bool(numbers) and str(score) in {numbers[0], numbers[-1]}


def _second_statements(values: Sequence[Column]) -> list[Column]:
    """Under a bar that names the risk, what else states it is its description, where no label of that name stands there."""
    known = [likeness(v.leaf, phrases("columns_register")) for v in values]
    if any(k.get("description", 0.0) >= _KNOWN for k in known):
        return list(values)
    titles = [v for v, k in zip(values, known, strict=True) if k.get("title", 0.0) >= max([_KNOWN, *k.values()])]
    if not titles:
        return list(values)
    over = titles[0]
    heading = (replace(over.heading[-1], text="Description"),)
    return [Column(v.index, heading, v.cells, v.looks) if v is over else v for v in values]


def _add_items(label: Label, pieces: Sequence[Piece], form: Form, found: Profile) -> bool:
    """What stands under a label of controls or actions as items, where paragraphs or cells part them; False where not."""
    kind = kind_of(label.text)
    if kind is None or label.said:
        return False
    if kind == "action" and any(p.cell is not None and labelled_actions(p.words) for p in pieces):
        for column in (_column((label.text,), label, [p]) for p in pieces):
            found.actions.append({"action": [(column.cells[0], Assigned(column, "action", _MARKED))]})
        return True
    groups: list[list[Word]] = []
    apart: set[int] = set()  # groups below a wider gap
    last: object = ()
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before is not None and piece.cell is None and _pitch(before, piece) > form.pitch + WIDER:
            last = ()  # lines that stand wider apart than a text's own are texts each
            apart.add(len(groups))
        for word in piece.words:
            place: object = piece.cell if piece.cell is not None else form.paragraphs.get(id(word), piece.row)
            if place is not last:
                groups.append([])
            last = place
            groups[-1].append(word)
    if len(groups) < 2:
        return False
    marked = False
    for number, words in enumerate(groups):
        items = items_of([of_words(words)])
        if number in apart and marked and not items[0].marker:
            break  # a text below a list
        marked = all(item.marker for item in items) and (marked or not number)
        found.items += [(kind, make_paragraph([_line(item.words)]), item.marker) for item in items]
    return True


def _pitch(above: Piece, below: Piece) -> float:
    """The distance of two lines, in sizes of their type."""
    return (below.box.top - above.box.top) / below.size


def _line(words: Sequence[Word]) -> Line:
    box = box_around(words)
    return Line(tuple(words), words[0].page, box.x0, box.top, box.x1, box.bottom)


def _column(names: Sequence[str], label: Label | None, pieces: Sequence[Piece]) -> Column:
    """The value of a label: each cell of a ruled table by itself, else all words as one."""
    behind = list(label.said) if label is not None else []
    cells: list[Cell]
    if not behind and pieces and all(p.cell is not None for p in pieces):
        cells = [cell_of([p], n, 0) for n, p in enumerate(pieces)]
    else:
        words = [*behind, *(w for p in pieces for w in p.words)]
        cells = [of_words(words)]
    heading = tuple(Cell(0, 0, 1, 1, cells[0].page, cells[0].boxes, (), t, is_heading=True) for t in names)
    return Column(0, heading, tuple(cells), profile(cells))


def _value(names: Sequence[str], words: Sequence[Word], text: str | None = None) -> Column:
    cell = of_words(words, text)
    heading = tuple(Cell(0, 0, 1, 1, cell.page, cell.boxes, (), t, is_heading=True) for t in names)
    return Column(0, heading, (cell,), profile((cell,)))


def _bare(ref: Sequence[Word]) -> str:
    return text_of(ref).rstrip(":.–-")
