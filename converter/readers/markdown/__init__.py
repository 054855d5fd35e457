"""Markdown: CommonMark 0.31, GitHub's tables, strikethrough and addresses, footnotes, front matter.

markdown-it-py says what the marks mean; where each character stands is worked out here, from its
rules while they run (``parsing``, ``watching``). docs/decisions/markdown.md says why so.
"""

from __future__ import annotations

from converter.model import Document, SourceFile
from converter.readers.markdown.blocks import Blocks
from converter.readers.markdown.front_matter import language_of, read_front_matter
from converter.readers.markdown.leftovers import notice_leftovers
from converter.readers.markdown.origin import Origin
from converter.readers.markdown.parsing import Parser
from converter.readers.markdown.reading import Reading
from converter.readers.options import ReadOptions


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a Markdown file states.

    Its reading text is the decoded file, with character references outside code resolved.
    """
    origin = Origin(source.text)
    reading = Reading(origin, Parser(options.max_depth))
    metadata, body = read_front_matter(reading)
    blocks = Blocks(reading).build(reading.parser.steps(body))
    finished = origin.finish(source)
    if (cut := reading.parser.cut) is not None:
        reading.notice("C216", origin.span(cut, cut + 1))
    notice_leftovers(reading, blocks, finished.text)
    return Document(
        source=finished,
        blocks=blocks,
        language=language_of(metadata),
        metadata=metadata,
        notes=tuple(reading.notes),
        omissions=reading.omitted(finished.text),
        notices=reading.notices(),
    )
