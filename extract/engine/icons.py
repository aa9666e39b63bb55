"""Small pictures set in tables as icons: what mark their pixels show, and in which colour."""

from __future__ import annotations

import ctypes
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.clip import Window
from extract.engine.silhouettes import Mask, cut, filled_up, is_disc, name_of
from extract.engine.view import Matrix

SMALLEST, LARGEST = 4.0, 45.0  # points a side
SIDE = 48  # pixels of the longer side in which an icon is looked at
FINEST = 1024  # pixels a side: what is finer is a photograph made small
MOST_PIXELS = 4_000_000  # of all icons of a page: each is decoded where it is painted
COLOURFUL = 40  # between the strongest and the weakest of red, green and blue
LEAST_INK = 0.04  # of an icon's pixels
EVEN = 45.0  # how far two colours may be apart and count as one

Colours = NDArray[np.floating[Any]]


class Icon(NamedTuple):
    """What an icon shows: its mark, named as in `extract.symbols`, None for a patch of colour; and its one colour that is no grey."""

    mark: str | None
    colour: str | None


class Icons:
    """Reads the icons of one page, of an open pdfium document and page."""

    def __init__(self, document: int, page: int) -> None:
        self._document = document
        self._page = page
        self._pixels = 0
        self._sizes = (ctypes.c_uint32 * 2)()

    def read(self, item: int, matrix: Matrix) -> Icon | None:
        """What the image object shows that `matrix` places on the page as seen; None where it is too large or nothing known."""
        x0, top, x1, bottom = matrix.box(0, 0, 1, 1)
        longer = max(x1 - x0, bottom - top)
        if not SMALLEST <= min(x1 - x0, bottom - top) <= longer <= LARGEST:
            return None
        at = ctypes.addressof(self._sizes)
        if not raw.image_size(item, at, at + 4) or max(self._sizes) > FINEST:
            return None
        self._pixels += self._sizes[0] * self._sizes[1]
        if self._pixels > MOST_PIXELS:
            return None
        pixels = self._rendered(item, matrix, SIDE / longer)
        return icon_of(pixels.tobytes(), pixels.shape[0]) if pixels.size else None

    def _rendered(self, item: int, matrix: Matrix, scale: float) -> NDArray[np.uint8]:
        # pdfium draws an image as large as its matrix says: it is given another one for the while.
        own = (ctypes.c_float * 6)()
        raw.object_matrix(item, ctypes.addressof(own))
        a, b, c, d = (scale * part for part in matrix[:4])
        large = (ctypes.c_float * 6)(a, -b, c, -d, 0.0, 0.0)
        raw.set_object_matrix(item, ctypes.addressof(large))
        try:
            bitmap = raw.rendered_image(self._document, self._page, item)
            if not bitmap:
                return np.zeros((0, 0, 4), dtype=np.uint8)
            try:
                return raw.pixels(bitmap)
            finally:
                raw.destroy_bitmap(bitmap)
        finally:
            raw.set_object_matrix(item, ctypes.addressof(own))


def is_whole(around: Window, shown: Window) -> bool:
    """Whether a clip leaves all of an image to be seen, up to its margin."""
    return all(abs(a - b) <= 1.0 for a, b in zip(around, shown, strict=True))


@lru_cache(maxsize=2048)
def icon_of(pixels: bytes, rows: int) -> Icon | None:
    """What rows of pixels of blue, green, red and alpha show; None where it is nothing known."""
    picture = np.frombuffer(pixels, dtype=np.uint8).reshape(rows, -1, 4).astype(np.float32)
    share = picture[:, :, 3:] / 255
    colours = (1 - share) * 255 + share * picture[:, :, 2::-1]
    solid = picture[:, :, 3] > 127
    if not solid.any():
        return None
    if solid.all() or solid[1:-1, 1:-1].all():
        return _on_ground(colours[1:-1, 1:-1])
    ink = filled_up(solid)
    if is_disc(ink):
        return _in_disc(colours, ink)
    part = cut(ink)
    if part is not None and part.mean() > 0.92:
        rows_, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
        edge = 2 + len(rows_) // 12
        return _on_ground(colours[rows_[0] + edge : rows_[-1] + 1 - edge, columns[0] + edge : columns[-1] + 1 - edge])
    return _mark(ink, _middle(colours[solid]))


def _on_ground(colours: Colours) -> Icon | None:
    """A mark on a ground of one colour that fills the icon, or the ground alone."""
    if min(colours.shape[:2]) < 3:
        return None
    rim = np.concatenate((colours[0], colours[-1], colours[:, 0], colours[:, -1]))
    ground = np.median(rim, axis=0)
    if (_apart(rim, ground) > EVEN).mean() > 0.45:
        return None
    ink = _inked(colours, ground)
    if ink is None:
        return Icon(None, _one_colour(ground)) if _one_colour(ground) else None
    whole = filled_up(ink)
    if is_disc(whole):
        return _in_disc(colours, whole)
    return _mark(whole, _middle(colours[ink]), ground)


def _in_disc(colours: Colours, disc: Mask) -> Icon | None:
    """A disc or ring, or the mark that stands in it."""
    rows, columns = np.flatnonzero(disc.any(axis=1)), np.flatnonzero(disc.any(axis=0))
    down = (np.arange(disc.shape[0]) - (rows[0] + rows[-1]) / 2) / (len(rows) / 2)
    across = (np.arange(disc.shape[1]) - (columns[0] + columns[-1]) / 2) / (len(columns) / 2)
    radius = np.hypot(down[:, None], across)
    ground = np.median(colours[(radius > 0.5) & (radius < 0.68)], axis=0)
    rim = np.median(colours[(radius > 0.86) & (radius < 0.97)], axis=0)
    inside = np.where((radius < 0.7)[:, :, None], colours, ground)
    ink = _inked(inside, ground)
    around = ground if _one_colour(ground) else rim  # of a ring only the rim is painted
    if ink is None:
        colour = _one_colour(around)
        return Icon("circle", colour) if colour else None  # a black or grey one is a list's bullet
    return _mark(filled_up(ink), _middle(colours[ink]), around)


def _mark(ink: Mask, *colours: Colours) -> Icon | None:
    if ink.mean() < LEAST_INK:
        return None
    name = name_of(ink)
    return Icon(name, _one_colour(*colours)) if name else None


def _inked(colours: Colours, ground: Colours) -> Mask | None:
    """The pixels that are not of the ground's colour; None where all are."""
    apart = _apart(colours, ground)
    strongest = float(np.percentile(apart, 98))
    if strongest < EVEN:
        return None
    ink: Mask = apart > min(max(strongest / 2, EVEN), 110)
    return ink


def _apart(colours: Colours, other: Colours) -> Colours:
    distance: Colours = np.sqrt(((colours - other) ** 2).sum(axis=-1))
    return distance


def _middle(colours: Colours) -> Colours:
    middle: Colours = np.median(colours, axis=0)
    return middle


def _one_colour(*colours: Colours) -> str | None:
    """The one colour among some that is no grey; None where there are several that differ."""
    strong = [colour for colour in colours if colour.max() - colour.min() >= COLOURFUL]
    if not strong or any(float(_apart(colour, strong[0])) > 2 * EVEN for colour in strong[1:]):
        return None
    red, green, blue = strong[0].round().astype(int).tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"
