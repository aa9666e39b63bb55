"""The calls into pdfium that are made thousands of times a page, bound so that one costs a quarter of a microsecond.

Handles and addresses are plain integers, 0 where pdfium gives none. The calls hold the interpreter's lock: pdfium is
not safe to be called from two threads, so nothing is lost.

Most of what a call costs is to check its arguments and turn them into what C takes. Where the same handle is asked many things, or
many are written to the same place, that is done once: `ready` makes such an argument, `lean` the call that takes it unseen.
"""

from __future__ import annotations

import ctypes
import sys
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Concatenate, NewType

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

HANDLE = ctypes.c_size_t
ADDRESS = ctypes.c_size_t
SIZE = ctypes.c_size_t
INT = ctypes.c_int
UINT = ctypes.c_uint
ULONG = ctypes.c_ulong

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5  # types of page objects
LINE_TO, BEZIER_TO, MOVE_TO = 0, 1, 2  # types of path segments


def _bind(name: str, result: type | None, *arguments: type) -> Callable[..., int]:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    if address is None:
        raise ImportError(f"pdfium has no {name}: install a newer pypdfium2")
    bound: Callable[..., int] = ctypes.PYFUNCTYPE(result, *arguments)(address)
    return bound


Ready = NewType("Ready", object)  # a handle or an address as C takes it
Lean = Callable[
    Concatenate[Ready, ...], int
]  # a call for such a handle; behind it stand addresses of that kind, and C ints

ready: Callable[[int], Ready] = ctypes.c_size_t.from_param  # type: ignore[assignment]  # its result is opaque


def lean(call: Callable[..., int]) -> Lean:
    """`call`, one of those below, for arguments that are ready. It checks none: an address that is a plain integer is cut to 32 bits."""
    address = ctypes.cast(call, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # it is a function of ctypes
    bound: Lean = ctypes.PYFUNCTYPE(call.restype)(address)  # type: ignore[attr-defined]
    return bound


load_page = _bind("FPDF_LoadPage", HANDLE, HANDLE, INT)
close_page = _bind("FPDF_ClosePage", None, HANDLE)
page_rotation = _bind("FPDFPage_GetRotation", INT, HANDLE)
page_bounds = _bind("FPDF_GetPageBoundingBox", INT, HANDLE, ADDRESS)
count_objects = _bind("FPDFPage_CountObjects", INT, HANDLE)
page_object = _bind("FPDFPage_GetObject", HANDLE, HANDLE, INT)

load_text = _bind("FPDFText_LoadPage", HANDLE, HANDLE)
close_text = _bind("FPDFText_ClosePage", None, HANDLE)
count_chars = _bind("FPDFText_CountChars", INT, HANDLE)
page_text = _bind("FPDFText_GetText", INT, HANDLE, INT, INT, ADDRESS)
char_code = _bind("FPDFText_GetUnicode", UINT, HANDLE, INT)
char_object = _bind("FPDFText_GetTextObject", HANDLE, HANDLE, INT)
char_loose_box = _bind("FPDFText_GetLooseCharBox", INT, HANDLE, INT, ADDRESS)
char_unmapped = _bind("FPDFText_HasUnicodeMapError", INT, HANDLE, INT)

object_type = _bind("FPDFPageObj_GetType", INT, HANDLE)
object_matrix = _bind("FPDFPageObj_GetMatrix", INT, HANDLE, ADDRESS)
object_transparent = _bind("FPDFPageObj_HasTransparency", INT, HANDLE)
object_bounds = _bind("FPDFPageObj_GetBounds", INT, HANDLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
object_fill = _bind("FPDFPageObj_GetFillColor", INT, HANDLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
object_stroke = _bind("FPDFPageObj_GetStrokeColor", INT, HANDLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
stroke_width = _bind("FPDFPageObj_GetStrokeWidth", INT, HANDLE, ADDRESS)
text_font = _bind("FPDFTextObj_GetFont", HANDLE, HANDLE)
text_size = _bind("FPDFTextObj_GetFontSize", INT, HANDLE, ADDRESS)
text_render_mode = _bind("FPDFTextObj_GetTextRenderMode", INT, HANDLE)

font_name = _bind("FPDFFont_GetBaseFontName", SIZE, HANDLE, ADDRESS, SIZE)
font_family = _bind("FPDFFont_GetFamilyName", SIZE, HANDLE, ADDRESS, SIZE)
font_flags = _bind("FPDFFont_GetFlags", INT, HANDLE)
font_italic_angle = _bind("FPDFFont_GetItalicAngle", INT, HANDLE, ADDRESS)
font_data = _bind("FPDFFont_GetFontData", INT, HANDLE, ADDRESS, SIZE, ADDRESS)

path_draw_mode = _bind("FPDFPath_GetDrawMode", INT, HANDLE, ADDRESS, ADDRESS)
count_segments = _bind("FPDFPath_CountSegments", INT, HANDLE)
path_segment = _bind("FPDFPath_GetPathSegment", HANDLE, HANDLE, INT)
segment_point = _bind("FPDFPathSegment_GetPoint", INT, HANDLE, ADDRESS, ADDRESS)
segment_type = _bind("FPDFPathSegment_GetType", INT, HANDLE)
segment_closes = _bind("FPDFPathSegment_GetClose", INT, HANDLE)

count_form_objects = _bind("FPDFFormObj_CountObjects", INT, HANDLE)
form_object = _bind("FPDFFormObj_GetObject", HANDLE, HANDLE, ULONG)

count_marks = _bind("FPDFPageObj_CountMarks", INT, HANDLE)
object_mark = _bind("FPDFPageObj_GetMark", HANDLE, HANDLE, ULONG)
mark_name = _bind("FPDFPageObjMark_GetName", INT, HANDLE, ADDRESS, ULONG, ADDRESS)
mark_text = _bind("FPDFPageObjMark_GetParamStringValue", INT, HANDLE, ctypes.c_char_p, ADDRESS, ULONG, ADDRESS)

set_object_matrix = _bind("FPDFPageObj_SetMatrix", INT, HANDLE, ADDRESS)
image_size = _bind("FPDFImageObj_GetImagePixelSize", INT, HANDLE, ADDRESS, ADDRESS)
rendered_image = _bind("FPDFImageObj_GetRenderedBitmap", HANDLE, HANDLE, HANDLE, HANDLE)
rendered_pattern = _bind("FPDFPageObj_GetRenderedFillPattern", HANDLE, HANDLE, HANDLE)
bitmap_width = _bind("FPDFBitmap_GetWidth", INT, HANDLE)
bitmap_height = _bind("FPDFBitmap_GetHeight", INT, HANDLE)
bitmap_stride = _bind("FPDFBitmap_GetStride", INT, HANDLE)
bitmap_buffer = _bind("FPDFBitmap_GetBuffer", ADDRESS, HANDLE)
create_bitmap = _bind("FPDFBitmap_Create", HANDLE, INT, INT, INT)
fill_bitmap = _bind("FPDFBitmap_FillRect", INT, HANDLE, INT, INT, INT, INT, ULONG)
destroy_bitmap = _bind("FPDFBitmap_Destroy", None, HANDLE)
render_page = _bind("FPDF_RenderPageBitmap", None, HANDLE, HANDLE, INT, INT, INT, INT, INT, INT)

clip_path = _bind("FPDFPageObj_GetClipPath", HANDLE, HANDLE)
count_clip_paths = _bind("FPDFClipPath_CountPaths", INT, HANDLE)
count_clip_segments = _bind("FPDFClipPath_CountPathSegments", INT, HANDLE, INT)
clip_segment = _bind("FPDFClipPath_GetPathSegment", HANDLE, HANDLE, INT, INT)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


_PLAIN = 0x2E80  # codes below are of one piece; beyond are halves of a pair, and what pdfium writes for a hyphen
_RIGHT_TO_LEFT = np.zeros(0x10000, dtype=bool)  # by code, the last for all beyond: whether it may be written so
for _first, _end in (
    (0x590, 0x900),
    (0x200F, 0x2010),
    (0x202A, 0x202F),
    (0xD800, 0xE000),
    (0xFB1D, 0xFF00),
    (0xFFFF, None),
):
    _RIGHT_TO_LEFT[_first:_end] = True
_STRIDE = 6  # characters: of so many one is asked for its text object
_ROOM = 1024  # rows that are written at once

char_loose_boxes = lean(char_loose_box)
_codes, _objects = lean(char_code), lean(char_object)


def codes_of(text_page: int, count: int) -> Ints:
    """The code of each character: from the page's text where it has a place for each, else asked one by one."""
    text = np.zeros(count + 1, dtype=np.uint16)
    if not count or page_text(text_page, 0, count, text.ctypes.data) != count + 1:
        return _integers(_codes, text_page, range(count))
    codes = text[:count].astype(np.int64)
    unsure = np.flatnonzero(codes >= _PLAIN)
    if len(unsure):
        codes[unsure] = _integers(_codes, text_page, unsure.tolist())
    return codes


def objects_of(text_page: int, codes: Ints) -> Ints:
    """The text object of each character. One object's characters follow each other, so that only some need be asked.

    Where writing runs from right to left they may not: then all are asked.
    """
    count = len(codes)
    if count < 2 or _RIGHT_TO_LEFT[np.minimum(codes, 0xFFFF)].any():
        return _integers(_objects, text_page, range(count))
    asked = np.append(np.arange(0, count - 1, _STRIDE), count - 1)
    known = _integers(_objects, text_page, asked.tolist())
    objects = np.repeat(known, lengths(asked, count))
    unsure = np.flatnonzero((known[1:] != known[:-1]) | (known[1:] == 0))
    rest = (asked[unsure, None] + np.arange(1, _STRIDE)).ravel()
    rest = rest[rest < count - 1]
    objects[rest] = _integers(_objects, text_page, rest.tolist())
    return objects


def starts_of(values: Ints) -> Ints:
    """The places at which a value differs from the one before, the first among them. `np.diff` takes three times as long."""
    changes = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes.nonzero()[0]


def lengths(starts: Ints, count: int) -> Ints:
    """How far it is from each of the places to the next, from the last one to `count`."""
    found = np.empty(len(starts), dtype=np.int64)
    np.subtract(starts[1:], starts[:-1], out=found[:-1])
    found[-1:] = count - starts[-1:]
    return found


def _integers(call: Lean, handle: int, places: Sequence[int]) -> Ints:
    """`call(handle, i)` for each place i."""
    return np.fromiter(map(call, repeat(ready(handle)), places), dtype=np.int64, count=len(places))


def filled(call: Lean, handle: int, count: int, places: int) -> NDArray[np.float32]:
    """`call(handle, i, address)` for each i below `count`: a row of `places` floats each, 0 where the call failed."""
    rows = np.zeros((count, places), dtype=np.float32)
    room, addresses = _room(places)
    of = ready(handle)
    for start in range(0, count, _ROOM):
        part = range(start, min(start + _ROOM, count))
        room[:] = 0
        deque(map(call, repeat(of), part, addresses), maxlen=0)
        rows[start : part.stop] = room[: len(part)]
    return rows


def numbers_of(call: Lean, handles: Sequence[Ready], places: int) -> NDArray[np.float32]:
    """`call(handle, address)` for each handle: a row of `places` floats each, 0 where the call failed."""
    rows = np.zeros((len(handles), places), dtype=np.float32)
    room, addresses = _room(places)
    for start in range(0, len(handles), _ROOM):
        part = handles[start : start + _ROOM]
        room[:] = 0
        deque(map(call, part, addresses), maxlen=0)
        rows[start : start + len(part)] = room[: len(part)]
    return rows


def points_of(call: Lean, handles: Sequence[Ready]) -> list[float]:
    """`call(handle, address of x, address of y)` for each handle, none of which fails: x and y in turn."""
    found: list[float] = []
    for start in range(0, len(handles), _ROOM):
        part = handles[start : start + _ROOM]
        deque(map(call, part, *_pairs), maxlen=0)
        found += _points[: 2 * len(part)]
    return found


_points = (ctypes.c_float * (2 * _ROOM))()
_pairs = [
    [
        ready(address)
        for address in range(
            ctypes.addressof(_points) + 4 * place, ctypes.addressof(_points) + ctypes.sizeof(_points), 8
        )
    ]
    for place in range(2)
]


@cache
def _room(places: int) -> tuple[NDArray[np.float32], list[Ready]]:
    """Rows of `places` floats to be written into, and the address of each."""
    room = np.zeros((_ROOM, places), dtype=np.float32)
    start, step = room.ctypes.data, 4 * places
    return room, [ready(address) for address in range(start, start + step * _ROOM, step)]


def pixels(bitmap: int) -> NDArray[np.uint8]:
    """A copy of a bitmap of four bytes a pixel: rows, columns, and blue, green, red and alpha."""
    wide, high, stride = bitmap_width(bitmap), bitmap_height(bitmap), bitmap_stride(bitmap)
    if wide <= 0 or high <= 0 or stride < 4 * wide:
        return np.zeros((0, 0, 4), dtype=np.uint8)
    content = np.frombuffer(ctypes.string_at(bitmap_buffer(bitmap), stride * high), dtype=np.uint8)
    return content.reshape(high, stride)[:, : 4 * wide].reshape(high, wide, 4)


def give_back() -> None:
    """Hands memory that pdfium no longer needs back to the system, which glibc else keeps for the next who asks for as much."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


_NAME = (ctypes.c_char * 256)()
_NAME_AT = ctypes.addressof(_NAME)


def text_of(call: Callable[..., int], handle: int) -> str:
    """The UTF-8 name that a pdfium call writes into a buffer."""
    length = call(handle, _NAME_AT, 256)
    return ctypes.string_at(_NAME_AT, max(min(length, 256) - 1, 0)).decode("utf-8", "replace")
