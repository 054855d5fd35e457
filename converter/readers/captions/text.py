"""The reading text of captions: the file itself, with the characters that WebVTT writes as
references (``&amp;``) in their place, and what of it is structure."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from converter.model import Omission, Place, SourceFile, Span
from converter.patterns import pattern
from converter.records import record, replace

_REFERENCE = pattern(r"&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""A character reference (WebVTT 4.2.2, HTML 13.5)."""

_LINE_START = pattern(r"(?:\r\n|[\r\n])(?!\Z)")

WRITTEN_OUT = str.maketrans({"<": "\ue000", ">": "\ue001", "&": "\ue002"})
"""What a referenced character is in the shadow, so that it opens no tag there."""

REASONS = {
    "caption-header": "the head of a caption file is not said by anybody",
    "caption-comment": "a note for those who work on the captions is not said by anybody",
    "caption-style": "how captions look, and where, is not said by anybody",
    "repeated": "rolling captions show a line again",
}
"""Why each kind of omission is left out."""


@record()
class CaptionText:
    """The source with its reading text, and a ``shadow`` of equal length in which every ``<``,
    ``>`` and ``&`` is one that the file itself has."""

    source: SourceFile
    shadow: str

    @property
    def text(self) -> str:
        """The reading text."""
        return self.source.text

    def omission(self, kind: str, span: Span) -> Omission:
        """What is left out there."""
        return Omission(kind, REASONS[kind], self.text[span.start : span.end], span)


def caption_text(source: SourceFile) -> CaptionText:
    """The text of a caption file. SubRip knows no references: there they stay as they are."""
    text = source.text
    if source.format != "vtt" or "&" not in text or not _REFERENCE.search(text):
        return CaptionText(source, text)
    pieces: list[str] = []
    shadow: list[str] = []
    cuts: list[tuple[int, int]] = []
    length = reached = 0
    for match in _REFERENCE.finditer(text):
        meant = unescape(match.group())
        before = text[reached : match.start()]
        written = meant if meant == match.group() else meant.translate(WRITTEN_OUT)
        pieces += (before, meant)
        shadow += (before, written)
        reached = match.end()
        length += len(before) + len(meant)
        cuts.append((length, reached))
    pieces.append(text[reached:])
    shadow.append(text[reached:])
    decoded = "".join(pieces)
    opened = replace(
        source,
        text=decoded,
        characters=len(decoded),
        places=tuple(_places(source, decoded, cuts)),
    )
    return CaptionText(opened, "".join(shadow))


def _places(source: SourceFile, decoded: str, cuts: list[tuple[int, int]]) -> Iterator[Place]:
    """The way back: from each line, and from behind each reference. ``cuts`` pair offsets of the
    reading text with those of the file."""
    starts = [(0, 0)]
    shift = number = 0
    for end in _LINE_START.finditer(decoded):
        while number < len(cuts) and cuts[number][0] <= end.start():
            shift = cuts[number][1] - cuts[number][0]
            number += 1
        starts.append((end.end(), end.end() + shift))
    for offset, original in sorted({*starts, *cuts}):
        where = source.locate(original)
        yield Place(offset, where.line, where.column)
