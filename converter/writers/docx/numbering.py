"""Lists: one definition for each kind, one number for each counted list, so that each counts
anew (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

from converter.model import BulletList, OrderedList
from converter.writers.docx.styles import LIST_STEP, SANS, STYLES, TWIPS
from converter.writers.docx.xml import Element, sub

LEVELS = 9  # Word has no more
MAX_START = 32_767  # nor does it count further

STEP = round(LIST_STEP * TWIPS)
_BULLETS = ("•", "–")
_BULLET, _DECIMAL = "bullet", "decimal"
# kind: Word's number format. The order gives the ids; the first two are the styles' own.
_KINDS = {_BULLET: "bullet", _DECIMAL: "decimal", "alpha": "lowerLetter", "roman": "lowerRoman"}
_STYLE_OF = {_BULLET: STYLES["List Bullet"], _DECIMAL: STYLES["List Number"]}
BULLETS = 1
"""The number that all bullet lists share: there is nothing to count."""


class Lists:
    """Gives numbers to the lists of a document."""

    def __init__(self, numbering: Element) -> None:
        self._numbering = numbering
        self._next = len(_KINDS) + 1

    def number(self, block: BulletList | OrderedList, level: int) -> int:
        """The number for the items of this list, which stands at a level from 0."""
        if isinstance(block, BulletList):
            return BULLETS
        kind = block.style if block.style in _KINDS else _DECIMAL
        number = self._next
        self._next += 1
        num = sub(self._numbering, "num", numId=number)
        sub(num, "abstractNumId", val=list(_KINDS).index(kind))
        override = sub(num, "lvlOverride", ilvl=level)
        sub(override, "startOverride", val=min(max(block.start, 0), MAX_START))
        return number


def numbering_xml() -> str:
    """The numbering part of the template."""
    kinds = "".join(_kind(index, kind) for index, kind in enumerate(_KINDS))
    numbers = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(len(_KINDS))
    )
    return (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{kinds}{numbers}</w:numbering>"
    )


def _kind(index: int, kind: str) -> str:
    levels = "".join(_level(kind, level) for level in range(LEVELS))
    # Word merges definitions by nsid when it pastes: each of ours has its own.
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="5C0A7E{index:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(kind: str, level: int) -> str:
    text = _BULLETS[level % len(_BULLETS)] if kind == _BULLET else f"%{level + 1}."
    style = _STYLE_OF[kind].id if level == 0 and kind in _STYLE_OF else ""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_KINDS[kind]}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="{SANS}"/></w:rPr></w:lvl>'
    )
