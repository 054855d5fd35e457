"""The characters of a page as fragments of lines (public/fpdf_text.h).

The engine says what each character is and where it stands; that there are words is read from
the space between them.
"""

from __future__ import annotations

import ctypes
import sys
from collections import Counter
from math import hypot
from typing import Any

from converter.readers.pdf import facts
from converter.readers.pdf.areas import NOWHERE, Areas, Box
from converter.readers.pdf.drawing import Drawing, address, fill_of, tag_of
from converter.readers.pdf.facts import BOLD, ITALIC, MONO, NO_TAG, Fragment
from converter.readers.pdf.lines import is_leftward
from converter.readers.pdf.sight import Sight
from converter.records import mutable_record

_BOLD_NAMES = ("bold", "black", "heavy", "demi", "semibd", "extrabd")
_ITALIC_NAMES = ("italic", "oblique", "kursiv")
_FIXED, _ITALIC_FLAG, _FORCE_BOLD = 1, 1 << 6, 1 << 18
"""Flags of a font descriptor (ISO 32000-2, table 121)."""
_BOLD_WEIGHT = 600
_SPACE = 0.17
"""Of the type size: the least space between words. The narrowest that typesetters set is a fifth;
letters of one word stand a tenth apart at most."""
_SAME_LINE = 0.2
"""Of the type size: how far baselines of one line may differ."""
_RAISED = 0.5
"""The same for raised and lowered letters, which belong to the word."""
_BACK = 0.35
"""Of the type size: how far a character may stand before the end of the one before it, as kerned
letters and accents do."""
_SAME_PLACE = 0.01
"""Points."""
_LEAST_SIZE = 1.0
"""Points; nobody reads smaller type."""
_WHITE = 250
_UPRIGHT = 0.09
"""The sine of five degrees: what is turned less is level."""
_HYPHEN, _ENGINE_HYPHEN = "-", "\x02"
"""The engine gives the hyphen at the end of a line as a control character."""
_UNKNOWN = "\ufffd"
_CONTROL = 0x20
_NONE = frozenset((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
"""Code points that are no characters."""
_SAME_SIZE = 0.1
"""Points."""


@mutable_record
class _Type:
    """How the characters of one text object are set."""

    look: int
    tag: int
    hidden: int


@mutable_record
class _Open:
    """A fragment that may go on; all measures are of the page as it is seen, but ``origin``, which
    tells where a letter is drawn. ``place`` is the index of the first letter drawn there."""

    letters: list[str]
    box: list[float]
    base: float
    size: float
    type: _Type
    glued: bool
    link: int
    hidden: int
    turned: int
    origin: float
    place: int = 0

    def add(
        self, letter: str, box: tuple[float, float, float, float], origin: float, is_first: bool
    ) -> None:
        """Add a letter; of those that are drawn as one, the engine gives what is read from right
        to left from its end, and ``is_first`` says that this one comes before the others."""
        if is_first:
            self.letters.insert(self.place, letter)
        else:
            if abs(origin - self.origin) >= _SAME_PLACE:
                self.place = len(self.letters)
            self.letters.append(letter)
        self.origin = origin
        self.box[1], self.box[3] = min(self.box[1], box[1]), max(self.box[3], box[3])
        self.box[0], self.box[2] = min(self.box[0], box[0]), max(self.box[2], box[2])


def read_fragments(
    pdfium: Any,
    page: Any,
    sight: Sight,
    drawing: Drawing,
    areas: list[Box],
    most: int,
) -> tuple[list[Fragment], int, Sight]:
    """The fragments of a page, how many of its characters have no meaning, and the page turned
    so that most of its text is upright."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], 0, sight
    try:
        reading = _Reading(pdfium, text, sight, drawing)
        count = min(most, max(0, pdfium.FPDFText_CountChars(text)))
        reading.sight = sight = sight.turned(_main_turn(pdfium, text, sight, count))
        reading.areas = _seen(areas, sight)
        reading.grounds = _seen(drawing.grounds, sight)
        for index in range(count):
            reading.character(index)
        reading.close()
        return reading.found, reading.unmapped, sight
    finally:
        pdfium.FPDFText_ClosePage(text)


def _seen(boxes: list[Box], sight: Sight) -> Areas:
    return Areas([sight.box(*box) for box in boxes], sight.width, sight.height)


_SAMPLES = 400


def _main_turn(pdfium: Any, text: Any, sight: Sight, count: int) -> int:
    """The quarter turns after which most of the text stands upright."""
    turns: Counter[int] = Counter()
    matrix = pdfium.FS_MATRIX()
    for index in range(0, count, max(1, count // _SAMPLES)):
        if pdfium.FPDFText_GetMatrix(text, index, matrix) and (matrix.a or matrix.b):
            quarter = _quarter(matrix.a, matrix.b)
            if quarter is not None:
                turns[(quarter - sight.turns) % 4] += 1
    return max(turns, key=lambda turn: (turns[turn], -turn), default=0)


def _quarter(a: float, b: float) -> int | None:
    """The quarter turns, anticlockwise, of text with this matrix; None for aslant text."""
    length = hypot(a, b)
    if abs(b) <= _UPRIGHT * length:
        return 0 if a > 0 else 2
    if abs(a) <= _UPRIGHT * length:
        return 1 if b > 0 else 3
    return None


class _Reading:
    """The characters of one page on their way to fragments."""

    def __init__(self, pdfium: Any, text: Any, sight: Sight, drawing: Drawing) -> None:
        self.pdfium, self.text, self.sight = pdfium, text, sight
        self.inner = drawing.inner
        self.areas = self.grounds = Areas((), sight.width, sight.height)
        self.found: list[Fragment] = []
        self.unmapped = 0
        self.open: _Open | None = None
        self.space = True
        self.types: dict[int, _Type] = {}
        self.looks: dict[int, int] = {}
        self.rect, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def character(self, index: int) -> None:
        """Take the next character."""
        pdfium, text = self.pdfium, self.text
        letter = self._letter(index)
        if letter.isspace() and letter != "\xa0":
            self.space = True
            return
        item = pdfium.FPDFText_GetTextObject(text, index)
        pdfium.FPDFText_GetLooseCharBox(text, index, self.rect)
        pdfium.FPDFText_GetMatrix(text, index, self.matrix)
        pdfium.FPDFText_GetCharOrigin(text, index, self.x, self.y)
        a, b, d = self.matrix.a, self.matrix.b, hypot(self.matrix.c, self.matrix.d)
        size = pdfium.FPDFText_GetFontSize(text, index) * (d or hypot(a, b))
        rect = self.rect
        box = self.sight.box(rect.left, rect.bottom, rect.right, rect.top)
        _, base = self.sight.point(self.x.value, self.y.value)
        own = self._type(item)
        quarter = _quarter(a, b)
        turned = -1 if quarter is None else (quarter - self.sight.turns) % 4
        hidden = own.hidden or self._hidden(box, size, turned)
        if hidden == facts.WHITE and self.grounds.at(*_middle(box)) != NOWHERE:
            hidden = 0
        self._add(letter, box, base, size, own, hidden, turned)

    def _letter(self, index: int) -> str:
        """The character; a space for one that the engine made up, U+FFFD for an unknown one."""
        code = self.pdfium.FPDFText_GetUnicode(self.text, index)
        if self.pdfium.FPDFText_IsGenerated(self.text, index) == 1:
            return " "
        if code == ord(_ENGINE_HYPHEN):
            return _HYPHEN
        broken = not code or code in _NONE or code > sys.maxunicode
        if broken or self.pdfium.FPDFText_HasUnicodeMapError(self.text, index) == 1:
            self.unmapped += 1
        if broken:
            return _UNKNOWN
        return chr(code) if code >= _CONTROL else " "

    def _type(self, item: Any) -> _Type:
        key = address(item) if item else 0
        found = self.types.get(key)
        if found is None:
            found = self.types[key] = self._typed(item, key) if item else _Type(0, NO_TAG, 0)
        return found

    def _typed(self, item: Any, key: int) -> _Type:
        pdfium = self.pdfium
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        hidden = 0
        if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
            hidden = facts.INVISIBLE
        elif mode == pdfium.FPDF_TEXTRENDERMODE_FILL:
            colour = fill_of(pdfium, item)
            if colour and colour[3] == 0:
                hidden = facts.INVISIBLE
            elif colour and min(colour[:3]) >= _WHITE:
                hidden = facts.WHITE
        tag = self.inner[key] if key in self.inner else tag_of(pdfium, item)
        return _Type(self._look(item), tag, hidden)

    def _look(self, item: Any) -> int:
        font = self.pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return 0
        key = address(font)
        if key not in self.looks:
            self.looks[key] = self._looked(font)
        return self.looks[key]

    def _looked(self, font: Any) -> int:
        pdfium = self.pdfium
        buffer = ctypes.create_string_buffer(256)
        size = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.raw[: min(size, 256)].decode("utf-8", "replace").lower()
        flags = max(0, pdfium.FPDFFont_GetFlags(font))
        heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT and "regular" not in name
        look = 0
        if heavy or flags & _FORCE_BOLD or any(word in name for word in _BOLD_NAMES):
            look |= BOLD
        if flags & _ITALIC_FLAG or any(word in name for word in _ITALIC_NAMES):
            look |= ITALIC
        return look | (MONO if flags & _FIXED else 0)

    def _hidden(self, box: tuple[float, float, float, float], size: float, turned: int) -> int:
        x, y = _middle(box)
        if not (0 <= x <= self.sight.width and 0 <= y <= self.sight.height):
            return facts.OUTSIDE
        if size < _LEAST_SIZE:
            return facts.TINY
        return facts.TURNED if turned else 0

    def _add(  # noqa: PLR0913, PLR0917 - the measures of one character
        self,
        letter: str,
        box: tuple[float, float, float, float],
        base: float,
        size: float,
        own: _Type,
        hidden: int,
        turned: int,
    ) -> None:
        one, origin = self.open, self.x.value
        link = self.areas.at(*_middle(box))
        goes_on = same_base = same_place = False
        if one is not None and one.hidden == hidden and one.turned == turned:
            reach = max(size, one.size)
            gap = one.box[0] - box[2] if is_leftward(letter) else box[0] - one.box[2]
            same_base = bool(turned) or abs(base - one.base) <= _SAME_LINE * reach
            # Letters that are drawn as one stand at one place.
            same_place = abs(origin - one.origin) < _SAME_PLACE
            near = same_place or -_BACK * reach <= gap <= _SPACE * reach
            on_line = abs(base - one.base) <= _RAISED * reach
            goes_on = not self.space and (bool(turned) or (on_line and near))
        if (
            one is not None
            and goes_on
            and same_base
            and abs(size - one.size) <= _SAME_SIZE
            and (one.type is own or (one.type.look, one.type.tag) == (own.look, own.tag))
            and one.link == link
        ):
            one.add(letter, box, origin, is_first=same_place and is_leftward(letter))
        else:
            self.close()
            self.open = _Open(
                [letter], [*box], base, size, own, goes_on, link, hidden, turned, origin
            )
        self.space = False

    def close(self) -> None:
        """End the fragment that is open."""
        one = self.open
        if one is not None:
            left, top, right, bottom = (round(number, 2) for number in one.box)
            self.found.append(
                Fragment(
                    "".join(one.letters), left, top, right, bottom, round(one.base, 2),
                    round(one.size, 1), one.type.look, one.type.tag, one.glued, one.link,
                    one.hidden,
                )
            )  # fmt: skip
        self.open = None


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
