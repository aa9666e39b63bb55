"""What a PDF is before a page of it is read: qpdf looks at its structure, as pdfium mends in silence."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from extract.engine.preflight import refused_pages, too_large
from extract.engine.typefaces import Known, fonts_of_pages, name_as_described, resources_of
from models.errors import Damaged, Encrypted, NoPages, NotPermitted, PaperError, TooLarge
from models.limits import Limits

MOST_WARNINGS = 20
_STREAM_NAME = re.compile(r"(?:stream )?<[^>]*>(?: \([^)]*\))?: ")
_REFERENCE = re.compile(rb"(?<![\d.])(\d{1,7}) (\d{1,5}) R\b")
_LOST = ("unable to recover stream data", "Pages tree includes non-dictionary object")


@dataclass(frozen=True, slots=True)
class Structure:
    """What qpdf knows of a file."""

    pages: int  # that can be reached from the catalogue
    gradients: frozenset[int]  # pages, from 1, that may paint patterns or gradients
    hidden_layers: frozenset[str]  # names of the layers that a reader does not see
    warnings: tuple[str, ...]  # what had to be mended
    labelled: bool  # whether its page labels can be asked for
    refused: Mapping[int, PaperError]  # pages that are not to be read, and why
    fonts: tuple[Known, ...] = ()  # of each page: what tells the pages of one program from those of another
    mended: bytes | None = None  # the file written anew where its index was damaged, or fonts got a name


def look_at(data: bytes, limits: Limits) -> Structure:
    """The structure of a PDF. Raises Encrypted, NotPermitted, Damaged, NoPages or TooLarge."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if limits.obey_permissions and pdf.is_encrypted and not pdf.allow.extract:
                raise NotPermitted(
                    "Its publisher forbids to take text out of it; ask for a copy that allows it, "
                    "or read it with --ignore-permissions where the law lets you."
                )
            stated = _stated_pages(pdf)  # before the pages are counted: qpdf then puts the number right
            pages = len(pdf.pages)
            if pages > limits.pages:
                raise TooLarge(f"It has {pages} pages, more than {limits.pages}; split it, or allow more: --max-pages.")
            messages = [_plain(str(warning)) for warning in pdf.get_warnings()]
            if pages == 0 and messages:
                raise Damaged(f"The PDF is damaged, and no page is left ({messages[-1]}); fetch it again.")
            if pages == 0 and not stated:
                raise NoPages("The PDF has no pages; check what was published.")
            if stated is not None and pages < stated:
                raise Damaged(f"Only {pages} of {stated} pages are in the file: it is cut short; fetch it again.")
            if messages and _is_cut_short(pdf, data, messages):
                raise Damaged("The file is cut short, and parts of its pages are lost; fetch it again.")
            refused = refused_pages(pdf, limits)
            gradients = frozenset(number for number, page in enumerate(pdf.pages, 1) if _has_patterns(page))
            layers = _hidden_layers(pdf)
            labelled = _has_labels(pdf)
            nameless: list[pikepdf.Dictionary] = []
            fonts = fonts_of_pages(pdf, nameless)
            mended = None
            if messages or name_as_described(nameless):
                copy = io.BytesIO()
                pdf.save(copy, fix_metadata_version=False)
                mended = copy.getvalue()
            return Structure(
                pages, gradients, layers, tuple(messages[:MOST_WARNINGS]), labelled, refused, fonts, mended
            )
    except pikepdf.PasswordError as error:
        raise Encrypted("The PDF is locked with a password; ask its publisher for an open copy.") from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        bomb = too_large(error)
        if bomb is not None:
            raise bomb from error
        raise Damaged(f"The PDF is damaged ({_plain(str(error))}); fetch it again, or mend it with qpdf.") from error


def _plain(message: str) -> str:
    """A message of qpdf without the name it gives the stream."""
    return _STREAM_NAME.sub("", message)


def _stated_pages(pdf: pikepdf.Pdf) -> int | None:
    tree = pdf.Root.get("/Pages")
    count = tree.get("/Count") if isinstance(tree, pikepdf.Dictionary) else None
    return count if isinstance(count, int) else None


def _is_cut_short(pdf: pikepdf.Pdf, data: bytes, messages: list[str]) -> bool:
    """Whether what had to be mended is a lost end of the file, and what it held is needed."""
    if any(lost in message for lost in _LOST for message in messages):
        return True
    if not any("can't find startxref" in message for message in messages):
        return False
    wanted = {(int(number), int(generation)) for number, generation in _REFERENCE.findall(data)}
    return any(pdf.get_object(reference) is None for reference in wanted)


def _has_labels(pdf: pikepdf.Pdf) -> bool:
    """Whether there are page labels, in a tree that comes to an end: pdfium follows one that runs in a circle until it dies."""
    waiting = [pdf.Root.get("/PageLabels")]
    seen = set()
    while waiting:
        branch = waiting.pop()
        if not isinstance(branch, pikepdf.Dictionary) or branch.objgen in seen:
            return False
        if branch.is_indirect:
            seen.add(branch.objgen)
        waiting.extend(branch.get("/Kids", []))
    return True


def _has_patterns(page: pikepdf.Page) -> bool:
    """Whether the page, or a form on it, names patterns or shadings among its resources."""
    resources = resources_of(page)
    if resources is None:
        return False
    if "/Pattern" in resources or "/Shading" in resources:
        return True
    forms = resources.get("/XObject")
    if not isinstance(forms, pikepdf.Dictionary):
        return False
    inner = (form.get("/Resources") for form in forms.values() if isinstance(form, pikepdf.Stream))
    return any(isinstance(own, pikepdf.Dictionary) and ("/Pattern" in own or "/Shading" in own) for own in inner)


def _hidden_layers(pdf: pikepdf.Pdf) -> frozenset[str]:
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return frozenset()
    settings = properties.get("/D", pikepdf.Dictionary())
    if not isinstance(settings, pikepdf.Dictionary):
        return frozenset()
    off = list(settings.get("/OFF", []))
    if settings.get("/BaseState") == "/OFF":
        shown = {str(layer.get("/Name", "")) for layer in settings.get("/ON", [])}
        off = [layer for layer in properties.get("/OCGs", []) if str(layer.get("/Name", "")) not in shown]
    return frozenset(str(layer.get("/Name", "")) for layer in off)
