"""A file that cannot be read is told apart from others, and says what to do next."""

import io
import zlib

import pikepdf
import pytest

from extract.page import open_document
from models.errors import Damaged, EmptyFile, Encrypted, NoPages, NotPdf, TooLarge
from tests.extract.drawn import draw, read, said, text

PAPER = draw(text("Board paper", 50, 200), pages=3)


def saved(**options) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAPER)) as pdf:
        pdf.save(out, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "outcome"),
    [
        (b"", EmptyFile, "failed: empty file"),
        (b"<html><body>Not found</body></html>", NotPdf, "failed: not a pdf"),
        (b"%PDF-1.7\nrubbish", Damaged, "failed: damaged"),
    ],
)
def test_what_is_no_readable_pdf(data, error, outcome):
    with pytest.raises(error) as caught:
        open_document(data)
    assert caught.value.outcome == outcome
    assert "; " in str(caught.value)


def test_a_user_password_locks_the_paper():
    locked = saved(encryption=pikepdf.Encryption(user="secret", owner="other"))
    with pytest.raises(Encrypted) as caught:
        open_document(locked)
    assert caught.value.outcome == "failed: encrypted"


def test_an_owner_password_does_not():
    assert said(read(saved(encryption=pikepdf.Encryption(user="", owner="other")))) == ["Board", "paper"]


def big_paper() -> bytes:
    """Ten pages of incompressible content, page objects spread through the file."""
    pdf = pikepdf.Pdf.new()
    for number in range(10):
        with pikepdf.open(io.BytesIO(draw(text(f"Page {number}", 50, 200) + "% " + "x1y2z3 " * 400))) as one:
            pdf.pages.append(one.pages[0])
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_file_cut_short_is_damaged(share):
    whole = big_paper()
    with pytest.raises(Damaged):
        open_document(whole[: int(len(whole) * share)])


def test_a_file_that_lost_only_its_index_is_read():
    whole = big_paper()
    with open_document(whole[: whole.rindex(b"trailer")]) as document:
        assert document.warnings
        assert [said(page)[1] for page in document.pages()] == [str(number) for number in range(10)]


def test_a_file_without_pages():
    pdf = pikepdf.Pdf.new()
    out = io.BytesIO()
    pdf.save(out)
    with pytest.raises(NoPages):
        open_document(out.getvalue())


def test_rubbish_before_the_header_does_no_harm():
    assert said(read(b"\r\n\r\nHTTP cache\r\n" + PAPER)) == ["Board", "paper"]


def test_a_damaged_index_is_mended_and_said():
    at = PAPER.rindex(b"startxref")
    with open_document(PAPER[:at] + b"startxref\n7\n%%EOF\n") as document:
        assert document.page_count == 3
        assert document.warnings
        assert said(document.read(2)) == ["Board", "paper"]


def test_pages_in_order_with_title_and_labels():
    with pikepdf.open(io.BytesIO(PAPER)) as pdf:
        pdf.docinfo["/Title"] = "Risk register"
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.r)]))
        out = io.BytesIO()
        pdf.save(out)
    with open_document(out.getvalue()) as document:
        pages = list(document.pages())
        assert document.title == "Risk register"
        assert document.author is None
        assert [page.number for page in pages] == [1, 2, 3]
        assert [page.label for page in pages] == ["i", "ii", "iii"]
        with pytest.raises(IndexError):
            document.read(4)


def test_pages_stay_good_when_the_document_is_closed():
    with open_document(PAPER) as document:
        page = document.read(1)
    assert said(page) == ["Board", "paper"]


def test_a_stream_packed_twice_that_unpacks_to_too_much_is_refused():
    inner = zlib.compress(bytes(120 * 2**20), 9)
    packed = zlib.compress(inner, 9)
    assert len(packed) < 5_000
    data = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R/Size 5>>\n" % (len(packed), packed)
    )
    with pytest.raises(TooLarge) as caught:
        open_document(data)
    assert caught.value.outcome == "failed: limits"
