"""Link annotations with a URI."""

from __future__ import annotations

import ctypes

import numpy as np
import pypdfium2.raw as pdfium

from extract.engine.view import View
from models.page import Link


def read_links(document: int, page: int, view: View) -> tuple[Link, ...]:
    """The page's links that lead to a URI, boxes as seen, in the order of the file."""
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
        place = np.array([[rectangle.left, rectangle.bottom, rectangle.right, rectangle.top]])
        x0, top, x1, bottom = view.boxes(place)[0].tolist()
        links.append(Link(x0, top, x1, bottom, url))
    return tuple(links)
