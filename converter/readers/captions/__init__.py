"""Captions: SubRip (.srt) and WebVTT (.vtt). What is said, when, and by whom if the file says so.

A cue is no paragraph: sentences run over cues. What goes on is one paragraph; a named voice, a
speaker's mark or a pause begins another. docs/decisions/captions.md has the reasons.
"""

from __future__ import annotations

from converter.errors import InputError
from converter.model import INFO, Document, Notice, SourceFile
from converter.readers.captions.blocks import read_blocks
from converter.readers.captions.cues import Aside, Cue, split_cues
from converter.readers.captions.repeats import repeated_lines
from converter.readers.captions.text import caption_text
from converter.readers.options import ReadOptions

REPEATED = "C251"


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a caption file states. Raises InputError when no cue holds words."""
    text = caption_text(source)
    items = split_cues(text, is_vtt=source.format == "vtt")
    cues = [item for item in items if isinstance(item, Cue)]
    if not any(cue.head for cue in cues):
        raise InputError(
            f"{source.name}: there are no cues with times in it, as in 00:00:01,000 -->"
            " 00:00:04,000; check the file, or say --from text"
        )
    repeated = repeated_lines(text, cues)
    blocks = read_blocks(text, cues, repeated)
    if not blocks:
        raise InputError(
            f"{source.name}: no cue in it holds words; check that it is the file you mean"
        )
    asides = [item for item in items if isinstance(item, Aside)]
    omissions = sorted(
        [text.omission(aside.kind, aside.span) for aside in asides]
        + [text.omission("repeated", span) for span in repeated],
        key=lambda omission: omission.span.start,
    )
    return Document(
        source=text.source,
        blocks=blocks,
        language=next((aside.language for aside in asides if aside.language), ""),
        omissions=tuple(omissions),
        notices=_notices(len(repeated)),
    )


def _notices(repeated: int) -> tuple[Notice, ...]:
    if not repeated:
        return ()
    message = f"rolling captions: {repeated:,} lines that were shown before are left out"
    return (Notice(REPEATED, INFO, message),)
