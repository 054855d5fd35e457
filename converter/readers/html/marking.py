"""A page's source made ready for the parser: every stretch of text marked with where it stands,
and what would make any conforming parser slow taken out.

Conforming parsers keep no places, and walk all open elements again and again; browsers bound
those too. The tokens are those of the HTML Standard, 13.2.5.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from io import BytesIO

from converter.errors import InputError
from converter.patterns import pattern
from converter.records import record

MAX_OPEN = 512
"""Elements that may be open at once; deeper ones lose their frame, not their words. Browsers stop
there too (Blink's maximumHTMLParserDOMTreeDepth)."""

MAX_STYLED = 12
"""Elements of style that may be open at once: a parser opens them anew in every block."""

MAX_NODES = 2_000_000
"""Elements and stretches of text, those that a parser makes anew counted: a book has 100,000."""

MARKS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7"
"""Noncharacters (Unicode 16, 23.7): no text holds them, and the first that this one does not hold
stands round the number of a mark."""

DEEP = "x-deep"
"""The element that stands where the frame of a block too deep stood."""

_CUT = f"<{DEEP}></{DEEP}>"

TEMPLATE = "x-template"
"""What a template is called here, so that the words in it are part of the tree."""

_TOKEN = pattern(
    r"""
      (?P<text>[^<]+)
    | <(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)
        (?P<rest>(?:[^>=]|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+)(?:>|\Z)
    | (?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))
    | (?P<bogus><[!?/][^>]*+(?:>|\Z))
    | (?P<sign><)
    """,
    re.VERBOSE | re.DOTALL,
)

_RAW = frozenset("script style xmp iframe noembed noframes textarea title".split())
"""Elements whose text holds no tags (13.1.2)."""

_UNCLOSED = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr frame
    html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup
    rb rt rtc rp
    """.split()
)
"""Elements without end tag, or that end without one: they do not pile up."""

_STYLE = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that a parser opens anew (13.2.4.3)."""

_INLINE = _STYLE | frozenset("abbr cite kbd label mark q samp span sub sup time var".split())

_LEAVES_FOREIGN = frozenset(
    """
    b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li
    listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
    foreignobject desc title
    """.split()
)
"""Start tags behind which a parser is back in HTML from a drawing or a formula (13.2.6.5)."""

_CONTENT = pattern(r"\S")


@record()
class Marked:
    """The source for the parser, as UTF-8; ``mark`` stands round each number, that of an entry of
    ``offsets``: where in the file the text behind it begins. ``cut`` counts the elements that
    lost their frame."""

    source: bytes
    mark: str
    offsets: array[int]
    cut: int


def mark_source(text: str, name: str) -> Marked:
    """The marked source of a page.

    Raises InputError when a parser would make too many nodes of it.
    """
    mark = next((mark for mark in MARKS if mark not in text), "")
    source = BytesIO()
    last = ""
    offsets = array("q")
    depth = _Depth()
    nodes = at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        assert token is not None, "every character begins a token"
        at = token.end()
        nodes += 1
        if token.lastgroup in ("text", "sign"):
            nodes += depth.styled
            last = _marked(token, mark, offsets)
        elif token["name"] is None:
            last = token.group()
        else:
            tag = token["name"].lower()
            nodes += 0 if tag in _INLINE else depth.styled
            written = depth.enter(token, tag)
            last = "" if written == last == _CUT else written  # one border for many frames
            if tag in _RAW and not token["close"]:
                end = _raw_end(text, at, tag)
                last += "" if tag == "style" else text[at:end]  # how a page looks is not read
                at = end
        source.write(last.encode("utf-8", "replace"))
        if nodes > MAX_NODES:
            line = text.count("\n", 0, at) + 1
            raise InputError(
                f"{name}:{line}:1: more than {MAX_NODES:,} elements up to here; split the page"
            )
    return Marked(source.getvalue(), mark, offsets, depth.cut)


def _marked(token: re.Match[str], mark: str, offsets: array[int]) -> str:
    text = token.group()
    content = _CONTENT.search(text)
    if content is None or not mark:
        return text
    first = content.start()
    offsets.append(token.start() + first)
    return f"{text[:first]}{mark}{len(offsets) - 1}{mark}{text[first:]}"


_ENDS = {tag: pattern(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in _RAW}


def _raw_end(text: str, at: int, tag: str) -> int:
    end = _ENDS[tag].search(text, at)
    return end.start() if end else len(text)


class _Depth:
    """How many elements are open, and the bounds on them."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self.depth = self.styled = self.cut = self.foreign = 0

    def enter(self, token: re.Match[str], tag: str) -> str:
        """What is written for a tag: itself, or less of it."""
        written = token.group()
        if tag == "template":
            written = written.replace(token["name"], TEMPLATE, 1)
        if tag in _UNCLOSED or tag in _RAW:
            return written
        return self._leave(tag, written) if token["close"] else self._open(token, tag, written)

    def _open(self, token: re.Match[str], tag: str, written: str) -> str:
        if tag in ("svg", "math"):
            self.foreign += 1
        elif tag in _LEAVES_FOREIGN:
            self.foreign = 0
        elif self.foreign and token["rest"].endswith("/"):
            return written
        if self.depth >= MAX_OPEN or (tag in _STYLE and self.styled >= MAX_STYLED):
            self.dropped[tag] += 1
            self.cut += 1
            return "" if tag in _INLINE else _CUT
        self.open[tag] += 1
        self.depth += 1
        self.styled += tag in _STYLE
        return written

    def _leave(self, tag: str, written: str) -> str:
        if self.dropped[tag]:
            self.dropped[tag] -= 1
            return "" if tag in _INLINE else _CUT
        if self.open[tag]:
            self.open[tag] -= 1
            self.depth -= 1
            self.styled -= tag in _STYLE
        if tag in ("svg", "math"):
            self.foreign = max(0, self.foreign - 1)
        return written
