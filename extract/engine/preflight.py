"""What qpdf can tell of the pages before pdfium unpacks and draws them: bombs, endless content, forms that paint themselves.

Only what pages reach is looked at, and what many pages share is looked at once; a stream too small to unpack to much is not unpacked.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pikepdf

from models.errors import Damaged, PaperError, TooLarge
from models.limits import Limits

MOST_UNPACKED = 100 * 2**20  # bytes of a stream
MOST_TIMES = 1032  # what deflate unpacks a byte to at best
DEEPEST_FORM = 50
_PACKERS = {"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"}
_NO_STREAMS = {"/Parent", "/P", "/Widths", "/W", "/W2", "/Differences", "/FontBBox", "/CIDSystemInfo", "/ProcSet"}
_DO = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+Do\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")

Key = tuple[int, int]

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it says of a file is among its warnings

pikepdf.settings.set_qpdf_limits(  # for the whole process: qpdf then refuses rather than fills the memory
    flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED, png_max_memory=MOST_UNPACKED
)


def refused_pages(pdf: pikepdf.Pdf, limits: Limits) -> dict[int, PaperError]:
    """The pages, from 1, that are not to be read, each with the reason. Raises TooLarge where a stream is a bomb."""
    survey = _Survey(limits)
    refused = {}
    for number, page in enumerate(pdf.pages, start=1):
        error = survey.look_at(page.obj)
        if error is not None:
            refused[number] = error
    return refused


def too_large(error: Exception) -> TooLarge | None:
    """What an error of qpdf's says of the size of a stream; None where it says something else."""
    if "limit exceeded" not in str(error):
        return None
    most = MOST_UNPACKED // 2**20
    return TooLarge(f"A stream of the PDF unpacks to more than {most} MB; ask its publisher for another copy.")


class _Survey:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._seen: set[Key] = set()
        self._painted: dict[Key, int] = {}  # by form: how many forms it paints, itself too
        self._painted_here: dict[Key, int] = {}  # of forms without resources, that differ from page to page

    def look_at(self, page: pikepdf.Object) -> PaperError | None:
        self._painted_here = {}
        resources = _inherited(page, "/Resources")
        self._refuse_bombs(resources, page.get("/Annots"))
        content, size = b"", 0
        contents = list(_streams(page.get("/Contents")))
        if any(_may_unpack_to(stream, self._limits.content_a_page // len(contents)) for stream in contents):
            content = b"\n".join(map(_unpacked, contents))
            size = len(content)
        if size > self._limits.content_a_page:
            return TooLarge(f"the content of the page unpacks to {size / 2**20:.0f} MB")
        if not _has_forms(resources):
            return None
        try:
            painted = self._paints(content or b"\n".join(map(_unpacked, contents)), resources, ())
        except Damaged as error:
            return error
        if painted > self._limits.objects_a_page:
            return TooLarge(f"the page paints more than {self._limits.objects_a_page} forms")
        return None

    def _refuse_bombs(self, resources: object, notes: object) -> None:
        """Unpacks what may be large of all streams that can be reached."""
        waiting = [resources]
        if isinstance(notes, pikepdf.Array):
            waiting += [note.get("/AP") for note in notes if isinstance(note, pikepdf.Dictionary)]
        while waiting:
            item = waiting.pop()
            if not isinstance(item, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
                continue
            key = item.objgen
            if key != (0, 0):
                if key in self._seen:
                    continue
                self._seen.add(key)
            if isinstance(item, pikepdf.Stream) and _may_unpack_to(item, MOST_UNPACKED):
                _unpacked(item)
            waiting.extend(_parts(item))

    def _paints(self, content: bytes, resources: pikepdf.Object, path: tuple[Key, ...]) -> int:
        """How many forms a content paints, with all that they paint; counting ends beyond what a page may hold."""
        forms = resources.get("/XObject")
        painted = 0
        if not isinstance(forms, pikepdf.Dictionary):
            return painted
        for name, times in Counter(_DO.findall(content)).items():
            form = forms.get("/" + _plain(name))
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                painted += times * self._painted_by(form, resources, path)
                if painted > self._limits.objects_a_page:
                    break
        return painted

    def _painted_by(self, form: pikepdf.Object, around: pikepdf.Object, path: tuple[Key, ...]) -> int:
        key = form.objgen
        if key in path:
            raise Damaged("a form on the page paints itself")
        if len(path) >= DEEPEST_FORM:
            raise Damaged("forms on the page are nested without end")
        own = form.get("/Resources")
        resources = own if isinstance(own, pikepdf.Dictionary) else around
        if not _has_forms(resources):
            return 1
        known = self._painted if resources is own else self._painted_here
        if key not in known:
            known[key] = 1 + self._paints(_unpacked(form), resources, (*path, key))
        return known[key]


def _inherited(page: pikepdf.Object, name: str) -> pikepdf.Object | None:
    for _ in range(DEEPEST_FORM):
        found = page.get(name)
        if found is not None:
            return found
        page = page.get("/Parent")
        if not isinstance(page, pikepdf.Dictionary):
            break
    return None


def _has_forms(resources: object) -> bool:
    named = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return False
    return any(isinstance(x, pikepdf.Stream) and x.get("/Subtype") == "/Form" for _, x in named.items())


def _streams(contents: object) -> Iterator[pikepdf.Object]:
    for item in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(item, pikepdf.Stream):
            yield item


def _parts(item: pikepdf.Object) -> Iterable[object]:
    if isinstance(item, pikepdf.Array):
        few = len(item) and isinstance(item[0], pikepdf.Object)  # an array that begins with a number holds numbers
        return list(item) if few else ()
    return [part for name, part in item.items() if name not in _NO_STREAMS]


def _may_unpack_to(stream: pikepdf.Object, most: int) -> bool:
    """Whether a stream may unpack to more than `most` bytes. Pictures are unpacked line by line, unless they are packed twice."""
    filters = stream.get("/Filter")
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    packed = sum(str(name) in _PACKERS for name in names)
    if packed != 1:
        return packed > 1
    length = stream.get("/Length")
    return stream.get("/Subtype") != "/Image" and isinstance(length, int) and length * MOST_TIMES > most


def _unpacked(stream: pikepdf.Object) -> bytes:
    """What a stream holds; nothing where it is damaged, for pdfium then finds as little. Raises TooLarge."""
    try:
        return bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
    except pikepdf.PdfError as error:
        bomb = too_large(error)
        if bomb is not None:
            raise bomb from error
        return b""


def _plain(name: bytes) -> str:
    return _ESCAPED.sub(lambda m: bytes([int(m.group(1), 16)]), name).decode("utf-8", "replace")
