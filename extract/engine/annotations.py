"""What stands on a page beside its content: links, and notes and form fields that a reader sees."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from extract.engine.view import View
from models.page import Link

_SEEN = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET)


UserLink = tuple[str, float, float, float, float]  # url, and its box in user space


def read_links(document: int, page: int) -> list[UserLink]:
    """The page's links that lead to a URI, in the order of the file."""
    handle = ctypes.cast(page, pdfium.FPDF_PAGE)
    holder = ctypes.cast(document, pdfium.FPDF_DOCUMENT)
    position = ctypes.c_int(0)
    annotation = pdfium.FPDF_LINK()
    links = []
    while pdfium.FPDFLink_Enumerate(handle, ctypes.byref(position), ctypes.byref(annotation)):
        action = pdfium.FPDFLink_GetAction(annotation)
        if not action:
            continue
        length = pdfium.FPDFAction_GetURIPath(holder, action, None, 0)
        rectangle = pdfium.FS_RECTF()
        if length <= 1 or not pdfium.FPDFLink_GetAnnotRect(annotation, ctypes.byref(rectangle)):
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(holder, action, buffer, length)
        url = buffer.raw[: length - 1].decode("utf-8", "replace").strip()
        links.append((url, rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
    return links


def place_links(links: list[UserLink], view: View) -> tuple[Link, ...]:
    """The links with their boxes as seen."""
    return tuple(Link(*view.to_seen.box(*box), url) for url, *box in links)


def merge_notes(page: int) -> bool:
    """Make text notes, stamps and form fields part of the page's content. True where the page must be loaded again."""
    handle = ctypes.cast(page, pdfium.FPDF_PAGE)
    for number in range(pdfium.FPDFPage_GetAnnotCount(handle)):
        annotation = pdfium.FPDFPage_GetAnnot(handle, number)
        if not annotation:
            continue
        seen = pdfium.FPDFAnnot_GetSubtype(annotation) in _SEEN
        pdfium.FPDFPage_CloseAnnot(annotation)
        if seen:
            return bool(pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)
    return False
