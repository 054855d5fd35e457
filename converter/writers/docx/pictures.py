"""Pictures: the bytes of an asset as a part of the package, drawn in the line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from converter.model import Asset
from converter.writers.docx.characters import legal, one_line
from converter.writers.docx.xml import Element

if TYPE_CHECKING:
    from docx.parts.story import StoryPart

SHOWN = frozenset(("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff"))
"""What python-docx knows the size of."""

EMU = 635
"""English metric units in a twip."""
MAX_ALT = 1000
"""Characters of an alternative text; Word's field for it takes some more."""


class Pictures:
    """The pictures of one part of the package; one that is shown twice is held once."""

    def __init__(self, part: StoryPart) -> None:
        self._part = part

    def inline(self, asset: Asset, alt: str, measure: int) -> Element | None:
        """The element that draws a picture, no wider than the measure (twips); None when it is
        of a kind that Word files do not hold, or damaged."""
        if asset.media_type not in SHOWN:
            return None
        try:
            drawn = self._part.new_pic_inline(io.BytesIO(asset.data))
        # A damaged picture fails in as many ways as there are formats; its words are shown then.
        except Exception:
            return None
        width, height = drawn.extent.cx, drawn.extent.cy
        if not (width and height):
            return None
        if width > measure * EMU:
            drawn.extent.cx = measure * EMU  # type: ignore[assignment]
            drawn.extent.cy = max(1, height * measure * EMU // width)  # type: ignore[assignment]
            size = drawn.graphic.graphicData.pic.spPr
            size.cx, size.cy = drawn.extent.cx, drawn.extent.cy
        drawn.docPr.set("descr", legal(one_line(alt))[:MAX_ALT])
        return drawn
