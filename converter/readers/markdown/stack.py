"""The open blocks: Markdown's own, and those that tags of HTML opened between them."""

from __future__ import annotations

from converter.model import Block, Cell, Figure, Inline, ListItem, Paragraph, Row, Span
from converter.readers.markdown.frames import CLOSERS, PARTS, Frame, Part, with_marks
from converter.readers.markdown.reading import Reading
from converter.records import replace

_MAX_OPEN_TAGS = 24
"""Tags in tags in tags: deeper ones hold nothing, their words are kept."""


class Stack:
    """Blocks are added to the innermost open container. Markdown's containers close in order;
    tags that are open in one when it closes, close with it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._frames = [Frame("root")]
        self._tags = 0

    @property
    def top(self) -> Frame:
        """The innermost open container."""
        return self._frames[-1]

    @property
    def innermost(self) -> str:
        """The kind of Markdown's innermost open container."""
        return next(frame.kind for frame in reversed(self._frames) if not frame.tag)

    def add(self, block: Block) -> None:
        """Add a block; a list or a table that it stands in without an item or a cell gets one."""
        self._make_room("")
        self.top.add(block)

    def mark(self, spans: list[Span]) -> None:
        """Add marks that stand between blocks."""
        if spans:
            self.top.mark(spans)

    def take_marks(self) -> list[Span]:
        """The marks of the innermost container that no block of it has; they are taken out."""
        spans, self.top.loose = self.top.loose, []
        return spans

    def open(self, frame: Frame) -> None:
        """Open a container."""
        self._make_room(frame.kind)
        self._push(frame)

    def close(self) -> None:
        """Close the innermost container of Markdown, and the tags that are open in it."""
        self._end(self.take())

    def take(self) -> Frame:
        """Close the tags that are open in the innermost container of Markdown, and take that."""
        while self.top.tag:
            self._end(self._pop())
        frame = self._pop()
        frame.marks += self._reading.spans(frame.ranges)
        return frame

    def finish(self) -> tuple[Block, ...]:
        """All blocks. Marks in a file that holds nothing else are left out."""
        while len(self._frames) > 1:
            self._end(self._pop())
        root = self._frames[0]
        root.settle()
        for span in root.loose:
            self._reading.leave_out(span)
        return root.blocks()

    # --- tags of HTML ---

    @property
    def has_room(self) -> bool:
        """Whether one more tag may hold blocks."""
        return self._tags < _MAX_OPEN_TAGS

    def holds(self, *kinds: str) -> bool:
        """Whether a tag of one of these kinds is open in the innermost container of Markdown."""
        return self._depth(kinds) > 0

    def close_tag(self, *kinds: str, spans: list[Span] | None = None) -> None:
        """Close the innermost tag of one of these kinds, and all that are open in it; ``spans``
        are its own mark at the end. Where there is none, they are marks between blocks."""
        depth = self._depth(kinds)
        if not depth:
            self.mark(spans or [])
            return
        while len(self._frames) > depth + 1:
            self._end(self._pop())
        frame = self._pop()
        self._end(frame, spans or [])

    def close_inside(self, *kinds: str) -> None:
        """Close all tags that are open in the innermost one of these kinds."""
        depth = self._depth(kinds)
        while depth and len(self._frames) > depth + 1:
            self._end(self._pop())

    def caption(self, kind: str, inlines: tuple[Inline, ...], markup: tuple[Span, ...]) -> None:
        """Give words to the innermost table or figure as its caption, if it can have one."""
        frame = self.top
        frame.settle()
        last = frame.parts[-1] if frame.parts else None
        if frame.kind == kind and not last and not frame.caption:
            frame.caption, frame.caption_marks = inlines, [*frame.loose, *markup]
            frame.loose = []
        elif frame.kind == kind and isinstance(last, Figure) and not last.caption:
            frame.parts[-1] = replace(last, caption=inlines, markup=(*last.markup, *markup))
        else:
            self.add(Paragraph(inlines, markup=markup))

    def _depth(self, kinds: tuple[str, ...]) -> int:
        """Where the innermost tag of these kinds is among the frames; 0 for none."""
        depth = len(self._frames) - 1
        while self._frames[depth].tag:
            if self._frames[depth].kind in kinds:
                return depth
            depth -= 1
        return 0

    def _make_room(self, kind: str) -> None:
        """Open what is missing between the innermost container and what shall stand in it."""
        while self.top.kind in PARTS and PARTS[self.top.kind] != kind:
            self._push(Frame(PARTS[self.top.kind], tag="-"))

    def _push(self, frame: Frame) -> None:
        self._tags += frame.tag != ""
        self._frames.append(frame)

    def _pop(self) -> Frame:
        frame = self._frames.pop()
        frame.settle()
        self._tags -= frame.tag != ""
        return frame

    def _end(self, frame: Frame, spans: list[Span] | None = None) -> None:
        """What a frame holds becomes a part of the frame it stands in."""
        if frame.kind == "figure":
            parts = _figures(frame)
        else:
            frame.marks += frame.caption_marks
            parts = [CLOSERS[frame.kind](frame)]
        if not parts:
            self.mark([*frame.marks, *frame.loose, *(spans or [])])
        else:
            parts[-1] = with_marks(parts[-1], spans or [])
        for part in parts:
            if isinstance(part, Row):
                self.top.heads.append(frame.is_head or (bool(frame.heads) and all(frame.heads)))
            elif isinstance(part, Cell):
                self.top.heads.append(frame.is_head)
            if isinstance(part, ListItem | Row | Cell):
                self.top.add(part)
            else:
                self.add(part)


def _figures(frame: Frame) -> list[Part]:
    """What stands in a figure; the picture behind a caption has it."""
    parts = [*frame.parts]
    first = parts[0] if parts else None
    if frame.caption and isinstance(first, Figure) and not first.caption:
        markup = (*first.markup, *frame.caption_marks)
        parts[0] = replace(first, caption=frame.caption, markup=markup)
    elif frame.caption:
        parts.insert(0, Paragraph(frame.caption, markup=tuple(frame.caption_marks)))
    if parts:
        parts[0] = with_marks(parts[0], [*frame.marks, *frame.loose])
    return parts
