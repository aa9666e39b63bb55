"""The foot of a report: labels behind its text (`Author: …`), and the signature, a post and a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from extract.families.report_front import PROSE
from extract.families.report_labels import LABEL, REACHED, Front, labelled, labels, read_grid
from extract.section import DATE
from extract.vocabularies import rows
from extract.wording import fold
from models.record import Field
from models.section import Block, Paragraph


def read_foot(front: Front, blocks: Sequence[Block]) -> None:
    """Labels at the end (`Author: …`), and a signature: the last line of the report, a post and a name."""
    for run in _grids(blocks):
        read_grid(front, run, fewest=2)
    paragraphs = [b for b in blocks if isinstance(b, Paragraph) and id(b) not in front.used]
    for paragraph in paragraphs:
        match = LABEL.match(paragraph.text)
        label = labels().get(fold(match["label"])) if match else None
        if label in {"authors", "presented_by"} and len(paragraph.text) < PROSE / 2 and match and match["value"]:
            if label == "authors" and (
                front.fields.get("authors") is front.sender or is_signature(_cut(match["value"]))
            ):
                _give_way(front)
            labelled(front, paragraph)
        elif label == "other" and match and fold(match["label"]) in {"job title", "position"}:
            front.used.add(id(paragraph))
            front.other.extend(paragraph.all_words)
    free = [p for p in paragraphs if id(p) not in front.used]
    dated = free[-1:] if len(free) > 1 and _is_day(free[-1].text) else []  # `May 2031` below who signs
    last = free[: len(free) - len(dated)][-2:]
    if last and is_signature(_parts(last[-1:])) and not last[-1].marker:
        last = last[-1:]
    elif not (len(last) == 2 and all(p.marker is None for p in last) and is_signature(_parts(last))):
        return
    front.used.update(id(p) for p in (*last, *dated))
    front.other.extend(w for p in dated for w in p.words)
    front.put("authors", Field(", ".join(_parts(last)), tuple(w for p in last for w in p.words), confidence=0.85))
    front.other.extend(w for p in last for w in p.words if w not in front.fields["authors"].words)


def _is_day(text: str) -> bool:
    """Whether a line is a day or a month and nothing else."""
    return (said := DATE.search(text)) is not None and not DATE.sub("", text).strip(" .,") and said.start() == 0


def _grids(blocks: Sequence[Block]) -> list[list[Paragraph]]:
    """Runs of lines behind the text, each a known label in bold with white in place of a colon: `Author      Ann Lee, Clerk`."""
    runs = groupby(blocks, key=lambda block: isinstance(block, Paragraph) and _is_labelled(block))
    found = [[b for b in run if isinstance(b, Paragraph)] for labelled_so, run in runs if labelled_so]
    return [run for run in found if len(run) > 1]


def _is_labelled(paragraph: Paragraph) -> bool:
    if paragraph.marker is not None or len(paragraph.text) > PROSE / 2:
        return False
    words = paragraph.words
    if not words or not words[0].font.bold:
        return False
    label = list(takewhile(lambda w: w.font.bold, words))
    return 0 < len(label) < len(words) and fold(" ".join(w.text for w in label)) in labels()


def _give_way(front: Front) -> None:
    """Whose report it is called at the head, or a post there (`Report of the Head of Finance`), gives way to the name at the foot."""
    head = front.fields.get("authors")
    if head is not None and head is front.sender:
        del front.fields["authors"]
        front.put("presented_by", head)
    elif head is not None and len(_cut(head.text)) == 1 and not is_signature([*_cut(head.text), "Officer"]):
        del front.fields["authors"]
        front.other.extend(head.words)


def _parts(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The pieces of a possible signature: its lines, cut at commas and dashes."""
    return [part for p in paragraphs for line in p.lines for part in _cut(line.text)]


def _cut(text: str) -> list[str]:
    return [part.strip() for part in re.split(r",|\s[–-]\s", text) if part.strip()]


def says_who(paragraph: Paragraph) -> bool:
    """Whether a line below a part of a report only says who answers for it, and where to reach them: `A Lee, Solicitor, ext. 4016`."""
    if len(paragraph.lines) > 1 or len(paragraph.text) > PROSE / 2 or paragraph.marker is not None:
        return False
    reached = REACHED.search(paragraph.text)
    return reached is not None and is_signature(_cut(paragraph.text[: reached.start()]))


def is_signature(parts: Sequence[str]) -> bool:
    """Whether the last lines are nothing but a name and a post: `Chief Constable, Ann Lee`."""
    if sum(map(len, parts)) > 90 or not 2 <= len(parts) <= 3 or any(p.endswith((".", ":", ";")) for p in parts):
        return False
    posts = {w for r in rows("person_words") if r["canonical"] == "role" for w in fold(r["printed"]).split()}
    post = [any(w in posts for w in fold(p).split()) for p in parts]
    named = [re.fullmatch(r"(?:[A-Z][\w.’'/-]*\s?){2,5}", p) is not None for p in parts]
    return any(post) and any(n and not p for n, p in zip(named, post, strict=True))
