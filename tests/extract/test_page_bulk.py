"""What is asked of pdfium for many characters at once is what it says of each by itself."""

import ctypes

import numpy as np
import pypdfium2
import pytest

from extract.engine import raw
from models.page import Font, Word, make_words
from tests.extract.drawn import draw, symbol_font, text

PROSE = "".join(
    text(f"Line {n} of a paper, on-", 40, 280 - 14 * n, 9) + text("going", 140, 280 - 14 * n, 9) for n in range(9)
)
SHORT = text("a", 10, 10) + text("b", 40, 10) + text("-", 70, 10)
LETTERS = "".join(text(letter, 20 + 9 * n, 200) for n, letter in enumerate("set one by one"))
PAPERS = {
    "prose": draw(PROSE),
    "broken words": draw(text("under-", 40, 200) + text("standing", 40, 186)),
    "short": draw(SHORT),
    "letters by themselves": draw(LETTERS),
    "spaces of its own": draw("BT /F1 12 Tf 40 200 Td [(Wide) -900 (apart) -900 (words)] TJ ET"),
    "nothing": draw(""),
    "symbols": draw(text("ABC", 40, 200, font="S"), extra=symbol_font("Odd", {65: 0xF0B7, 66: 0x1F600, 67: 0x3})),
    "from right to left": draw(
        text("ABC", 40, 200, font="S") + text("left", 70, 200),
        extra=symbol_font("Odd", {65: 0x5D0, 66: 0x5D1, 67: 0x41}),
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_codes_and_text_objects_read_at_once_are_those_read_one_by_one(name: str):
    document = pypdfium2.PdfDocument(PAPERS[name])
    page = raw.load_page(ctypes.cast(document.raw, ctypes.c_void_p).value or 0, 0)
    text_page = raw.load_text(page)
    count = raw.count_chars(text_page)
    codes = raw.codes_of(text_page, count)
    assert codes.tolist() == [raw.char_code(text_page, place) for place in range(count)]
    objects = raw.objects_of(text_page, codes)
    assert objects.tolist() == [raw.char_object(text_page, place) for place in range(count)]
    raw.close_text(text_page)
    raw.close_page(page)
    document.close()


@pytest.mark.parametrize("name", PAPERS)
def test_boxes_and_matrices_written_at_once_are_those_written_one_by_one(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(raw, "_ROOM", 5)  # fewer than there are: they come in several parts
    monkeypatch.setattr(raw, "_room", raw._room.__wrapped__)  # what is remembered of the usual room is left alone
    document = pypdfium2.PdfDocument(PAPERS[name])
    page = raw.load_page(ctypes.cast(document.raw, ctypes.c_void_p).value or 0, 0)
    text_page = raw.load_text(page)
    count = raw.count_chars(text_page)
    items = [raw.page_object(page, place) for place in range(raw.count_objects(page))]
    boxes, matrices = np.zeros((count, 4), dtype=np.float32), np.zeros((len(items), 6), dtype=np.float32)
    for place in range(count):
        raw.char_loose_box(text_page, place, boxes[place].ctypes.data)
    for item, row in zip(items, matrices, strict=True):
        raw.object_matrix(item, row.ctypes.data)
    assert raw.filled(raw.char_loose_boxes, text_page, count, 4).tolist() == boxes.tolist()
    written = raw.numbers_of(raw.lean(raw.object_matrix), [raw.ready(item) for item in items], 6)
    assert written.tolist() == matrices.tolist()
    assert name == "nothing" or (boxes.any() and matrices.any())
    raw.close_text(text_page)
    raw.close_page(page)
    document.close()


def test_words_made_at_once_are_words():
    font = Font("Arial", 9.0)
    first, second = make_words(
        ["a", "b"], [[1.0, 5.0], [2.0, 2.0], [4.0, 8.0], [9.0, 9.0]], 3, [font, font], [0, 90], [False, True]
    )
    expected = Word("b", 5.0, 2.0, 8.0, 9.0, 3, 1, font, 90, superscript=True)
    assert [getattr(second, name) for name in Word.__slots__] == [getattr(expected, name) for name in Word.__slots__]
    assert first.number == 0
    assert first != second
    with pytest.raises(AttributeError):
        first.text = "c"  # type: ignore[misc]
