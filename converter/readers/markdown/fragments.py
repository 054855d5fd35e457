"""Blocks of HTML in a Markdown file: tags that hold blocks open and close them, tags that format
do, words are paragraphs. No tag that a person would miss goes without a notice."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.entities import html5

from converter.model import CodeBlock, Figure, Heading, Paragraph, Span, Text, ThematicBreak
from converter.patterns import pattern
from converter.readers.markdown.frames import Frame
from converter.readers.markdown.inlines import Inlines
from converter.readers.markdown.places import Places
from converter.readers.markdown.reading import Reading
from converter.readers.markdown.stack import Stack
from converter.readers.markdown.tags import FORMATTING, LONGEST_TAG, TAG, Tag, read_tag

_TOKEN = pattern(
    r"""
      (?P<comment><!--|<!\[CDATA\[|<[!?])
    | (?P<raw><(?:script|style|template)(?=[\s/>]))
    | (?P<tag></?[A-Za-z])
    | (?P<reference>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = {"<!--": "-->", "<![cdata[": "]]>", "<?": "?>", "<!": ">"}
_RAW_END = pattern(r"</(?:script|style|template)\s*>", re.IGNORECASE)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HOLDING = {
    "blockquote": "quote",
    "ul": "bullet",
    "ol": "ordered",
    "menu": "bullet",
    "table": "table",
    "figure": "figure",
}
"""Tags that hold blocks, and the kind of frame."""
_PART_OF: dict[str, tuple[str, tuple[str, ...]]] = {
    "li": ("item", ("bullet", "ordered")),
    "tr": ("row", ("table",)),
    "td": ("cell", ("row", "table")),
    "th": ("cell", ("row", "table")),
}
"""Tags that are a part of such a one: the kind of frame, and what it stands in."""
_CAPTIONS = {"caption": "table", "figcaption": "figure"}
_PARTING = frozenset(
    """
    address article aside body center dd details dialog div dl dt fieldset footer form head header
    hgroup html legend main nav p search section summary tbody tfoot thead title
    """.split()
)
"""Tags that hold blocks and mean no more: a paragraph ends where they open and close."""
_MAX_SPAN = 1000
"""Columns or rows; HTML's own limit for columns."""


class Fragments:
    """Reads blocks of HTML onto the stack of open blocks."""

    def __init__(self, reading: Reading, stack: Stack) -> None:
        self._reading = reading
        self._stack = stack
        self._line: Inlines | None = None
        self._role = ""
        self._opening: list[Span] = []
        self._in_head = False
        self._content = ""
        self._places = Places([])
        self._last_end = -1

    def take(self, content: str, places: Places) -> None:
        """Take in one block of HTML."""
        self._content, self._places = content, places
        self._last_end = content.rfind(">")
        at = 0
        while (match := _TOKEN.search(content, at)) is not None:
            self._words(at, match.start())
            kind = match.lastgroup or ""
            at = _TAKERS[kind](self, match)
        self._words(at, len(content))
        self._flush()
        self._role = ""

    # --- pieces ---

    def _words(self, start: int, end: int) -> None:
        if self._content[start:end].strip() or (self._line is not None and start < end):
            self._open_line().text(start, end)

    def _comment(self, match: re.Match[str]) -> int:
        start = match.start()
        close = _ENDS[match.group().lower()]
        found = self._content.find(close, match.end())
        end = found + len(close) if found >= 0 else len(self._content)
        self._omit("comment", "a comment of the writer's", "C212", start, end)
        return end

    def _raw(self, match: re.Match[str]) -> int:
        found = _RAW_END.search(self._content, match.end())
        end = found.end() if found else len(self._content)
        self._omit("script", "a script or style of a page", "C217", match.start(), end)
        return end

    def _omit(self, kind: str, reason: str, code: str, start: int, end: int) -> None:
        ranges = self._places.ranges(start, end)
        self._reading.omit(kind, reason, ranges)
        self._reading.notice(code, self._reading.spans(ranges[:1])[0])

    def _reference(self, match: re.Match[str]) -> int:
        raw = match.group()
        if raw[1] == "#" or raw[1:] in html5:
            self._open_line().reference(*match.span(), html.unescape(raw))
        else:
            self._words(*match.span())
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        start = match.start()
        found = None
        if start < self._last_end:
            found = TAG.match(self._content, start, start + LONGEST_TAG)
        tag = read_tag(found.group()) if found else None
        if found is None or tag is None:
            self._words(start, match.end())
            return match.end()
        if tag.name in FORMATTING and tag.name not in _PARTING:
            self._open_line().tag(tag, start, found.end())
        elif tag.name == "br":
            self._break(tag, start, found.end())
        elif tag.name == "img":
            self._picture(tag, start, found.end())
        elif tag.name == "pre" and not tag.closes:
            return self._preformatted(start, found.end())
        else:
            self._block_tag(tag, self._spans(start, found.end()))
        return found.end()

    # --- tags ---

    def _break(self, tag: Tag, start: int, end: int) -> None:
        if self._line is None or self._line.is_blank:
            self._mark(self._spans(start, end))
        else:
            self._line.tag(tag, start, end)

    def _picture(self, tag: Tag, start: int, end: int) -> None:
        if self._line is not None and not self._line.is_blank:
            self._line.tag(tag, start, end)
            return
        self._flush()
        figure = Figure(
            tag.attributes.get("src", ""),
            tag.attributes.get("alt", ""),
            markup=tuple(self._spans(start, end)),
        )
        self._stack.add(figure)

    def _preformatted(self, start: int, end: int) -> int:
        """``<pre>``: code, its own tags aside."""
        self._flush()
        close = re.compile(r"</pre\s*>", re.IGNORECASE).search(self._content, end)
        stop, after = close.span() if close else (len(self._content), len(self._content))
        marks = [*self._spans(start, end)]
        lines: list[Text] = []
        at = end
        for match in [*re.finditer(r"</?[A-Za-z][^<>]*>", self._content[end:stop]), None]:
            last = end + match.start() if match else stop
            lines += self._code_lines(at, last)
            if match:
                marks += self._spans(last, end + match.end())
                at = end + match.end()
        marks += self._spans(stop, after)
        self._stack.add(CodeBlock(tuple(lines), markup=tuple(marks)))
        return after

    def _code_lines(self, start: int, end: int) -> list[Text]:
        lines: list[Text] = []
        at = start
        for line in self._content[start:end].splitlines(keepends=True):
            lines += [
                Text(words, self._reading.origin.span(*place))
                for place in self._places.ranges(at, at + len(line))
                if (words := self._reading.origin.slice(*place))
            ]
            at += len(line)
        return lines

    def _block_tag(self, tag: Tag, spans: list[Span]) -> None:
        name = tag.name
        self._flush()
        if name in _HEADINGS or name in _CAPTIONS:
            self._role = "" if tag.closes else name
            self._mark_words(tag, spans)
        elif name in _HOLDING:
            self._hold(tag, spans)
        elif name in _PART_OF:
            self._part(tag, spans)
        elif name == "hr":
            self._stack.add(ThematicBreak(tuple(spans)))
        else:
            if name in ("thead", "tbody", "tfoot"):
                self._stack.close_inside("table")
                self._in_head = name == "thead" and not tag.closes
            elif name not in _PARTING and name not in _SILENT:
                self._reading.notice("C213", spans[0])
            self._stack.mark(spans)

    def _mark_words(self, tag: Tag, spans: list[Span]) -> None:
        """The tag of a heading or a caption is a mark of its words when they are there."""
        if tag.closes or (self._role in _CAPTIONS and self._stack.top.kind == "figure"):
            self._stack.mark(spans)
        else:
            self._opening = spans

    def _hold(self, tag: Tag, spans: list[Span]) -> None:
        kind = _HOLDING[tag.name]
        if tag.closes:
            self._stack.close_tag(kind, spans=spans)
        elif tag.is_empty or not self._stack.has_room:
            self._stack.mark(spans)
        else:
            start = _number(tag.attributes.get("start", ""), 1)
            self._stack.open(Frame(kind, spans, tag.name, start=start))
            self._in_head = False

    def _part(self, tag: Tag, spans: list[Span]) -> None:
        kind, holders = _PART_OF[tag.name]
        if tag.closes:
            self._stack.close_tag(kind, spans=spans)
            return
        if not self._stack.holds(*holders) or not self._stack.has_room:
            self._stack.mark(spans)
            return
        self._stack.close_inside(*holders)
        frame = Frame(kind, spans, tag.name)
        frame.is_head = tag.name == "th" or (tag.name == "tr" and self._in_head)
        frame.colspan = _number(tag.attributes.get("colspan", ""), 1)
        frame.rowspan = _number(tag.attributes.get("rowspan", ""), 1)
        self._stack.open(frame)

    # --- words ---

    def _open_line(self) -> Inlines:
        if self._line is None:
            self._line = Inlines(self._reading, self._places)
            self._line.mark(self._opening)
            self._opening = []
        return self._line

    def _mark(self, spans: list[Span]) -> None:
        if self._line is not None:
            self._line.mark(spans)
        elif self._opening:
            self._opening += spans
        else:
            self._stack.mark(spans)

    def _flush(self) -> None:
        """The words read so far are a block."""
        line, self._line = self._line, None
        if line is None:
            self._stack.mark(self._opening)
            self._opening = []
            return
        inlines, markup = line.finish()
        if not inlines:
            self._stack.mark([*markup])
        elif self._role in _HEADINGS:
            self._stack.add(Heading(_HEADINGS[self._role], inlines, markup))
        elif self._role in _CAPTIONS:
            self._stack.caption(_CAPTIONS[self._role], inlines, markup)
        else:
            self._stack.add(Paragraph(inlines, markup=markup))

    def _spans(self, start: int, end: int) -> list[Span]:
        return self._reading.spans(self._places.ranges(start, end))


_SILENT = frozenset("col colgroup wbr source track picture".split())
"""Tags without words, and no loss."""

_TAKERS: dict[str, Callable[[Fragments, re.Match[str]], int]] = {
    "comment": Fragments._comment,
    "raw": Fragments._raw,
    "tag": Fragments._tag,
    "reference": Fragments._reference,
}


def _number(value: str, default: int) -> int:
    digits = value.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < len(str(_MAX_SPAN)) + 1):
        return default
    return min(max(int(digits), 1), _MAX_SPAN)
