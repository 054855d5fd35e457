"""Cues to paragraphs, and to turns where the file names who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from converter.model import Block, Emphasis, Inline, Paragraph, Span, Strong, Text, Turn, join_texts
from converter.readers.captions.cues import Cue
from converter.readers.captions.tags import LABEL, MAX_WORDS, STYLES, TAG, mark_length
from converter.readers.captions.text import CaptionText
from converter.records import field, mutable_record, replace

_PAUSE = 1.5
"""Seconds of silence after a sentence that begin a paragraph: longer than a breath."""

_SILENCE = 5.0
"""Seconds that begin one whatever stands before: captions of machines have no full stops."""

_LONG = 700
"""Code points, about a minute of speech, after which the next cue behind a full stop begins a
paragraph, so that each has a time near its words."""

_ENDS = ".?!…。？！؟♪)]"
_CLOSING = "\"'”’»"

_PLAIN: frozenset[str] = frozenset()
"""No style: one value, since most words have it."""


def read_blocks(
    text: CaptionText, cues: Sequence[Cue], repeated: Iterable[Span]
) -> tuple[Block, ...]:
    """The blocks of these cues, without the lines that were shown before."""
    builder = _Builder(text, _labels(text, cues))
    skipped = set(repeated)
    for cue in cues:
        builder.open_cue(cue)
        for line in cue.lines:
            if line not in skipped:
                builder.add_line(line)
    builder.open_cue(Cue())
    return _blocks(text.text, builder.speeches, builder.waiting)


def _labels(text: CaptionText, cues: Iterable[Cue]) -> Counter[str]:
    """How often the words before a colon begin a line."""
    found: Counter[str] = Counter()
    for cue in cues:
        for line in cue.lines:
            start = line.start + mark_length(text.shadow, line.start, line.end)
            label = LABEL.match(text.text, start, line.end)
            if label is not None:
                found[label["name"].casefold()] += 1
    return found


@mutable_record
class _Words:
    """A paragraph as it grows: when it begins, its words with their styles, its marks."""

    time: str
    runs: list[tuple[Span, frozenset[str]]] = field(default_factory=list)
    markup: list[Span] = field(default_factory=list)
    length: int = 0


@mutable_record
class _Speech:
    """A turn as it grows; without a label, loose paragraphs."""

    voice: str = ""
    label: Span | None = None
    markup: list[Span] = field(default_factory=list)
    paragraphs: list[_Words] = field(default_factory=list)


class _Builder:
    """The state of one pass over the lines: what is open, and the marks that wait for words."""

    def __init__(self, text: CaptionText, labels: Counter[str]) -> None:
        self.text, self.labels = text, labels
        self.speeches: list[_Speech] = []
        self.waiting: list[Span] = []
        self.voice: re.Match[str] | None = None  # a new one, named before its words
        self.styles = _PLAIN
        self.cue, self.before = Cue(), Cue()
        self.is_voiced = self.is_new_cue = self.has_words = False
        self.line_end = 0

    def open_cue(self, cue: Cue) -> None:
        """What holds for one cue alone ends: its styles, the voice that it names."""
        self._give_up_voice()
        if cue.head is not None:
            self.waiting.append(cue.head)
        self.styles = _PLAIN
        self.before, self.cue = self.cue, cue
        self.is_new_cue, self.is_voiced = True, False

    def add_line(self, line: Span) -> None:
        """Take in one line of a cue."""
        self.has_words = False
        at = line.start
        for tag in TAG.finditer(self.text.shadow, line.start, line.end):
            self._add_words(at, tag.start())
            self._add_tag(tag)
            at = tag.end()
        self._add_words(at, line.end)
        if self.has_words:
            self.line_end = line.end

    # --- tags

    def _add_tag(self, tag: re.Match[str]) -> None:
        name = (tag["name"] or "").lower()
        is_end = bool(tag["slash"])
        if name in STYLES:
            style = {STYLES[name]}
            self.styles = self.styles - style if is_end else self.styles | style
        elif name == "v":
            self.is_voiced = not is_end
            if not is_end and self._name(tag) and self._name(tag) != self._speaking():
                self._give_up_voice()
                self.voice = tag
                return
        self._mark(Span(*tag.span()))

    def _name(self, tag: re.Match[str]) -> str:
        start, end = tag.span("words")
        return " ".join(self.text.text[start:end].split()) if start >= 0 else ""

    def _speaking(self) -> str:
        if self.voice is not None:
            return self._name(self.voice)
        return self.speeches[-1].voice if self.speeches else ""

    def _give_up_voice(self) -> None:
        """A voice that said nothing is a mark."""
        if self.voice is not None:
            self.waiting.append(Span(*self.voice.span()))
            self.voice = None

    def _mark(self, span: Span) -> None:
        if self.has_words and self.voice is None:
            self._words().markup.append(span)
        else:
            self.waiting.append(span)

    # --- words

    def _add_words(self, start: int, end: int) -> None:
        """Take in words; those that begin a line may begin a paragraph."""
        text = self.text.text
        begins = not self.has_words or self.voice is not None
        if begins:
            while start < end and text[start].isspace():
                start += 1
        if start == end:
            return
        if begins:
            mark = mark_length(self.text.shadow, start, end)
            self._begin(bool(mark) or self._is_label(start, end))
            if mark:
                words = self._words()
                words.markup.append(Span(start, start + len(text[start : start + mark].rstrip())))
                start += mark
        self.has_words = True
        if start < end:
            self._words().runs.append((Span(start, end), self.styles))
            self._words().length += end - start

    def _begin(self, is_other: bool) -> None:
        """Open a turn or a paragraph where one begins; else go on from the line before."""
        is_new_cue, self.is_new_cue = self.is_new_cue, False
        if self.voice is not None:
            self._open_turn(self.voice)
        elif not self.speeches or (self._leaves_voice() and (is_other or self._is_over())):
            self.speeches.append(_Speech(paragraphs=[_Words(self.cue.time)]))
        elif is_other or (is_new_cue and self._is_parted()):
            self.speeches[-1].paragraphs.append(_Words(self.cue.time))
        else:
            self._join()
        self._words().markup += self.waiting
        self.waiting = []

    def _open_turn(self, tag: re.Match[str]) -> None:
        start, end = tag.span("words")
        text = self.text.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        markup = [*self.waiting, Span(tag.start(), start), Span(end, tag.end())]
        speech = _Speech(self._name(tag), Span(start, end), markup, [_Words(self.cue.time)])
        self.speeches.append(speech)
        self.waiting, self.voice = [], None

    def _leaves_voice(self) -> bool:
        return bool(self.speeches[-1].voice) and not self.is_voiced

    def _is_parted(self) -> bool:
        """Whether the times of two cues, or how much was said, begin a paragraph."""
        if not self.cue.head or not self.before.head:
            return True
        gap = self.cue.start - self.before.end
        is_due = gap >= _PAUSE or self._words().length >= _LONG
        return gap >= _SILENCE or (is_due and self._is_over())

    def _is_over(self) -> bool:
        """Whether the words so far end as a sentence does."""
        for span, _ in reversed(self._words().runs):
            words = self.text.text[span.start : span.end].rstrip().rstrip(_CLOSING)
            if words:
                return words[-1] in _ENDS
        return False

    def _is_label(self, start: int, end: int) -> bool:
        label = LABEL.match(self.text.text, start, end)
        if label is None or len(label["name"].split()) > MAX_WORDS:
            return False
        return label["name"].isupper() or self.labels[label["name"].casefold()] > 1

    def _join(self) -> None:
        """Take in the white space after the line before: it is what joins the two."""
        runs, text = self._words().runs, self.text.text
        end = self.line_end
        while end < len(text) and text[end].isspace():
            end += 1
        if not runs or end == self.line_end:
            return
        last, styles = runs[-1]
        if last.end == self.line_end and styles <= self.styles:
            runs[-1] = (Span(last.start, end), styles)
        else:
            runs.append((Span(self.line_end, end), styles & self.styles))

    def _words(self) -> _Words:
        return self.speeches[-1].paragraphs[-1]


# --- what was gathered, as nodes ----------------------------------------------------------------


def _blocks(text: str, speeches: list[_Speech], waiting: list[Span]) -> tuple[Block, ...]:
    """The blocks; marks that no words follow go to the last of them."""
    blocks: list[Block] = []
    loose: list[Span] = []  # of paragraphs without a word
    for speech in speeches:
        speech.markup = loose + speech.markup if speech.label else speech.markup
        loose = [] if speech.label else loose
        paragraphs: list[Paragraph] = []
        for words in speech.paragraphs:
            inlines = _inlines(text, words.runs)
            loose += words.markup
            if inlines:
                paragraphs.append(Paragraph(inlines, markup=tuple(loose), time=words.time))
                loose = []
        if speech.label is None:
            blocks += paragraphs
            continue
        label = Text(text[speech.label.start : speech.label.end], speech.label)
        markup = tuple(speech.markup)
        blocks.append(Turn(tuple(paragraphs), (label,), speech.voice, markup=markup))
    return _with_markup(blocks, (*loose, *waiting))


def _with_markup(blocks: list[Block], markup: tuple[Span, ...]) -> tuple[Block, ...]:
    if blocks and markup:
        last = blocks[-1]
        assert isinstance(last, Paragraph | Turn)
        blocks[-1] = replace(last, markup=last.markup + markup)
    return tuple(blocks)


def _inlines(text: str, runs: list[tuple[Span, frozenset[str]]]) -> tuple[Inline, ...]:
    """The words of a paragraph, without white space at its ends, each style around its own."""
    kept = _trimmed(text, runs)
    inlines: list[Inline] = []
    for styles, group in groupby(kept, key=lambda run: run[1]):
        texts = join_texts(Text(text[span.start : span.end], span) for span, _ in group)
        if "emphasis" in styles:
            texts = (Emphasis(texts),)
        if "strong" in styles:
            texts = (Strong(texts),)
        inlines += texts
    return tuple(inlines)


def _trimmed(
    text: str, runs: list[tuple[Span, frozenset[str]]]
) -> list[tuple[Span, frozenset[str]]]:
    """The runs without white space before the first word and after the last."""
    first, last = 0, len(runs)
    while first < last and not text[runs[first][0].start : runs[first][0].end].strip():
        first += 1
    while last > first and not text[runs[last - 1][0].start : runs[last - 1][0].end].strip():
        last -= 1
    kept = runs[first:last]
    if kept:
        (span, styles) = kept[0]
        start = span.end - len(text[span.start : span.end].lstrip())
        kept[0] = (Span(start, span.end), styles)
        (span, styles) = kept[-1]
        end = span.start + len(text[span.start : span.end].rstrip())
        kept[-1] = (Span(span.start, end), styles)
    return kept
