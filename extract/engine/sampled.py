"""The colour a place on the page has when it is rendered: for gradients, whose colours pdfium does not tell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.clip import Window
from extract.engine.view import View

SCALE = 0.5  # pixels a point
LARGEST = 2000  # pixels a side
_WHITE = 0xFFFFFFFF
_BGRA = 1


class Sampler:
    """Renders the page small when it is first asked."""

    def __init__(self, page: int, view: View) -> None:
        self._page = page
        self._view = view
        self._scale = min(SCALE, LARGEST / max(view.width, view.height, 1.0))
        self._picture: NDArray[np.uint8] | None = None

    def colour(self, window: Window) -> str | None:
        """The middle colour of what is seen in the window; None where it holds no pixel."""
        picture = self._rendered()
        x0, top, x1, bottom = (round(edge * self._scale) for edge in window)
        part = picture[max(top, 0) : max(bottom, top + 1), max(x0, 0) : max(x1, x0 + 1)]
        if not part.size:
            return None
        blue, green, red = np.median(part.reshape(-1, 3), axis=0).astype(int).tolist()
        return f"#{red:02x}{green:02x}{blue:02x}"

    def _rendered(self) -> NDArray[np.uint8]:
        if self._picture is None:
            wide = max(round(self._view.width * self._scale), 1)
            high = max(round(self._view.height * self._scale), 1)
            bitmap = raw.create_bitmap(wide, high, _BGRA)
            try:
                raw.fill_bitmap(bitmap, 0, 0, wide, high, _WHITE)
                raw.render_page(bitmap, self._page, 0, 0, wide, high, self._view.turn // 90, 0)
                self._picture = raw.pixels(bitmap)[:, :, :3]
            finally:
                raw.destroy_bitmap(bitmap)
        return self._picture
