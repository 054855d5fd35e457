"""What is drawn on a page besides text: rules, pictures, and the grounds that text stands on
(public/fpdf_edit.h)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from converter.readers.pdf.facts import ARTIFACT, NO_TAG, Picture, Rule
from converter.records import field, mutable_record

_MAX_OBJECTS = 100_000
"""Objects of one page that are looked at; a map of a country has as many."""
_MAX_DEPTH = 8
"""Forms in forms."""
_MAX_SEGMENTS = 16
"""Segments of a path that may be a rule or a box; what has more is a drawing."""
_THIN = 2.0
"""Points; a box that is no thicker is a rule."""
_SHORT = 4.0
"""Points; what is no longer is a dot or a tick."""
_LEAST_PICTURE = 24.0
"""Points, a third of an inch: what is smaller is an ornament."""
_WHITE = 250
"""Of 255: what nobody tells from white."""
_FILES = (b"\xff\xd8\xff", b"\x00\x00\x00\x0cjP  ", b"\xff\x4f\xff\x51")
"""How streams begin that are files of their own: JPEG, JPEG 2000."""
_MAX_BYTES = 1 << 31


class Matrix(NamedTuple):
    """A transformation (ISO 32000-2, 8.3.4)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: Matrix) -> Matrix:
        """This one, and the outer one after it."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )


@mutable_record
class Drawing:
    """What was found, in the coordinates of the page. ``inner`` has the text objects inside forms,
    by address, and the tag of the form."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    grounds: list[tuple[float, float, float, float]] = field(default_factory=list)
    inner: dict[int, int] = field(default_factory=dict)


def read_drawing(pdfium: Any, page: Any, sight: Any, max_asset: int) -> Drawing:
    """The rules, pictures and grounds of a page."""
    drawing = Drawing()
    area = (sight.right - sight.left) * (sight.top - sight.bottom)
    for item, matrix, tag, depth in _objects(pdfium, page):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT and depth:
            drawing.inner[address(item)] = tag
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(pdfium, item, matrix, drawing)
        elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
            drawing.grounds.append((sight.left, sight.bottom, sight.right, sight.top))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE and area > 0:
            _read_picture(pdfium, item, matrix, tag, drawing, max_asset)
    return drawing


def address(item: Any) -> int:
    """What tells an object of the engine from another."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def tag_of(pdfium: Any, item: Any) -> int:
    """The marked content that an object belongs to, ARTIFACT or NO_TAG."""
    number: int = pdfium.FPDFPageObj_GetMarkedContentID(item)
    if number >= 0:
        return number
    for index in range(min(8, max(0, pdfium.FPDFPageObj_CountMarks(item)))):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        buffer, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
        name = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        if (
            mark
            and pdfium.FPDFPageObjMark_GetName(mark, name, 64, size)
            and buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0") == "Artifact"
        ):
            return ARTIFACT
    return NO_TAG


def _objects(pdfium: Any, page: Any) -> Iterator[tuple[Any, Matrix, int, int]]:
    """The objects of a page and of the forms in it, with what moves them and what tags them."""
    left = _MAX_OBJECTS
    stack: list[tuple[Any, Matrix, int, int]] = []

    def push(count: int, get: Any, owner: Any, around: tuple[Matrix, int, int]) -> None:
        nonlocal left
        count = min(max(0, count), left)
        left -= count
        stack.extend((get(owner, index), *around) for index in reversed(range(count)))

    push(pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, page,
         (Matrix(), NO_TAG, 0))  # fmt: skip
    while stack:
        item, matrix, tag, depth = stack.pop()
        if not item:
            continue
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _MAX_DEPTH:
                own = tag if depth else tag_of(pdfium, item)
                around = (_matrix(pdfium, item).then(matrix), own, depth + 1)
                push(pdfium.FPDFFormObj_CountObjects(item), pdfium.FPDFFormObj_GetObject, item,
                     around)  # fmt: skip
            continue
        yield item, matrix, tag, depth


def _matrix(pdfium: Any, item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return Matrix()
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _read_path(pdfium: Any, item: Any, matrix: Matrix, drawing: Drawing) -> None:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
    count = pdfium.FPDFPath_CountSegments(item)
    if count <= 1 or not (mode.value or stroke.value):
        return
    if mode.value and not _is_white(pdfium, item):
        drawing.grounds.append(_bounds(pdfium, item, matrix))
    if count > _MAX_SEGMENTS:
        return
    lines = _lines(pdfium, item, _matrix(pdfium, item).then(matrix), count)
    if stroke.value:
        drawing.rules += (rule for line in lines if (rule := _rule(*line)))
    elif lines:
        xs = [x for line in lines for x in (line[0], line[2])]
        ys = [y for line in lines for y in (line[1], line[3])]
        rule = _rule(min(xs), min(ys), max(xs), max(ys))
        if rule:
            drawing.rules.append(rule)


def _lines(
    pdfium: Any, item: Any, matrix: Matrix, count: int
) -> list[tuple[float, float, float, float]]:
    """The straight lines of a path; none of one with curves."""
    found = []
    start = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.point(x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            found.append((*last, *point))
        else:
            return []
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            found.append((*last, *start))
    return found


def _rule(ax: float, ay: float, bx: float, by: float) -> Rule | None:
    left, right = min(ax, bx), max(ax, bx)
    bottom, top = min(ay, by), max(ay, by)
    width, height = right - left, top - bottom
    if min(width, height) > _THIN or max(width, height) <= _SHORT:
        return None
    return Rule(left, bottom, right, top)


def _bounds(pdfium: Any, item: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    ax, ay = matrix.point(left.value, bottom.value)
    bx, by = matrix.point(right.value, top.value)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _is_white(pdfium: Any, item: Any) -> bool:
    colour = fill_of(pdfium, item)
    return colour is not None and (colour[3] == 0 or min(colour[:3]) >= _WHITE)


def fill_of(pdfium: Any, item: Any) -> tuple[int, int, int, int] | None:
    """The red, green, blue and opacity that an object is filled with, each up to 255."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return None
    red, green, blue, opacity = (part.value for part in parts)
    return red, green, blue, opacity


def _read_picture(
    pdfium: Any, item: Any, matrix: Matrix, tag: int, drawing: Drawing, max_asset: int
) -> None:
    box = _bounds(pdfium, item, matrix)
    drawing.grounds.append(box)
    if min(box[2] - box[0], box[3] - box[1]) < _LEAST_PICTURE:
        return
    own = tag if tag != NO_TAG else tag_of(pdfium, item)
    data, size = b"", 0
    if pdfium.FPDFImageObj_GetImageFilterCount(item) == 1:
        size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
        if 0 < size <= min(max_asset, _MAX_BYTES):
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, size)
            data = buffer.raw if buffer.raw.startswith(_FILES) else b""
    drawing.pictures.append(Picture(*box, own, data, size))
