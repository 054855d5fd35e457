"""From the tokens of a story to its pieces: what each control word does. RTF 1.9.1.

What is unknown says nothing, and what an asterisk lets older readers pass over is passed over.
"""

from __future__ import annotations

from converter.errors import InputError
from converter.readers.office.pieces import Piece
from converter.readers.rtf import inserts, settings, vocabulary
from converter.readers.rtf.file import File, Part
from converter.readers.rtf.story import Story, open_story
from converter.readers.rtf.tokens import BINARY, BYTES, CLOSE, HEX, OPEN, SYMBOL, Token

MAX_GROUPS = 1000
"""Groups in one another; Word's own stand some twenty deep."""


_HANDLERS = {**settings.HANDLERS, **inserts.HANDLERS}


def read_part(file: File, part: Part, name: str) -> list[Piece]:
    """The pieces of a story. Raises InputError."""
    story = open_story(file, part, name, read_part)
    for token in story.source:
        if token.kind in (BYTES, HEX):
            if not story.state.skip:
                story.take(token)
            continue
        story.flush()
        if token.kind == OPEN:
            story.replaced = 0
            if len(story.stack) >= MAX_GROUPS:
                raise InputError(
                    f"{file.name}: byte {token.start:,} opens a group in {MAX_GROUPS:,} others, as"
                    " no word processor writes; ask for the file anew"
                )
            story.enter()
        elif token.kind == CLOSE:
            story.replaced = 0
            if not story.stack:
                file.end = file.end if part.depth else token.end
                break
            story.leave()
        elif token.kind == SYMBOL:
            _symbol(story, token)
        elif token.kind != BINARY and not story.state.skip:
            _word(story, token)
    else:
        file.is_cut = file.is_cut or bool(story.stack) or part.depth == 0
    story.flush()
    story.finish_open()
    story.tables.target(0)
    story.gathered.flush()
    return story.gathered.pieces


def _symbol(story: Story, token: Token) -> None:
    if story.state.skip:
        return
    if token.word in vocabulary.SYMBOLS:
        if story.replaced:
            story.replaced -= 1
        else:
            story.write(vocabulary.SYMBOLS[token.word])
    elif token.word == "*":
        story.state.star = True
    elif token.word in "\r\n":
        story.end_paragraph()


def _word(story: Story, token: Token) -> None:
    word, state = token.word, story.state
    is_starred, state.star = state.star, False
    if word in vocabulary.CHARACTERS:
        if story.replaced:
            story.replaced -= 1
        else:
            story.write(vocabulary.CHARACTERS[word])
        return
    story.replaced = 0
    handler = _HANDLERS.get(word)
    if handler:
        handler(story, token)
    elif word in vocabulary.UNREAD or (is_starred and word not in vocabulary.ENTERED):
        state.skip = True
