"""Headings on bare lines: read twice, line by line and then together."""

from __future__ import annotations

from converter.model import Block, Document, Evidence, Heading, Paragraph, Provenance
from converter.records import replace
from converter.recovery.evidence import logistic
from converter.recovery.headings.agreement import Names, agreement_of
from converter.recovery.headings.lines import Line, Surroundings, find_lines
from converter.recovery.headings.signs import signs_of
from converter.recovery.headings.weights import FIRST, FIRST_BIAS, SECOND, SECOND_BIAS, THRESHOLD
from converter.recovery.terms import BARE_LINE
from converter.schemas import ArticleSchema

_PARTED, _MARKED_THRESHOLD = 0.5, 0.85
"""Where the headline is marked and empty lines part the blocks, the text is written with marks,
and a bare line must be very much like a heading."""
_SYSTEM = 3
"""Where marks state three headings or more, and as many as the bare lines make likely, the writer
marked his headings, and a bare line is none."""
UNFITTED = {
    "set plain where others are set off": -2.0,
    "set plain where it could be set off": -1.0,
    "nothing but plain lines": -4.0,
}
"""Weights of signs that hold of no file that the others were fitted on, all of which are plain
text. Set by hand: on plain text saved as Word files, -1.0 costs a hundredth of what is found, -1.5
a twentieth."""
WEIGHTS = {**SECOND, **UNFITTED}
_EVIDENCE = {name: Evidence(name, weight) for name, weight in WEIGHTS.items() if weight}
"""What each sign says: one for all lines, since a book has ten signs to each of its lines."""
STATES_HEADINGS = ("html",)
"""Formats in which a paragraph is marked as one: there a line is a heading only where it is set
bold."""
_LEVEL = 2
"""Until the section tree is built, all are alike."""


def recover_headings(document: Document, schema: ArticleSchema) -> Document:
    """Make headings of the lines that are, by all evidence together."""
    lines, around = find_lines(
        document.blocks, document.source.text, schema, document.source.format
    )
    if document.source.format in STATES_HEADINGS:
        lines = [line for line in lines if line.bold]
    if not lines:
        return document
    blocks = list(document.blocks)
    judged = judge(lines, around)
    likely = sum(probability >= THRESHOLD for _, probability, _ in judged)
    if around.stated >= _SYSTEM and around.stated >= likely:
        return document
    first = document.blocks[0]
    marked = isinstance(first, Heading) and first.level == 1 and around.parted > _PARTED
    for line, probability, signs in judged:
        if probability >= (_MARKED_THRESHOLD if marked else THRESHOLD):
            blocks[line.index] = _heading(blocks[line.index], probability, signs)
    return replace(document, blocks=tuple(blocks))


def judge(
    lines: list[Line], around: Surroundings
) -> list[tuple[Line, float, tuple[Evidence, ...]]]:
    """Each line with the probability that it is a heading, and the evidence. Many lines of a
    long document bear the same signs: what they say is made once for all of them."""
    same: dict[Names, Names] = {}
    signs = [
        same.setdefault(held, held) for held in (tuple(signs_of(line, around)) for line in lines)
    ]
    first = [logistic(FIRST_BIAS + sum(FIRST.get(name, 0.0) for name in held)) for held in signs]
    together = agreement_of(lines, signs, first, around.stated)
    said: dict[tuple[Names, Names], tuple[float, tuple[Evidence, ...]]] = {}
    judged = []
    for line, own, others in zip(lines, signs, together, strict=True):
        if (own, others) not in said:
            evidence = tuple(_EVIDENCE[name] for name in (*own, *others) if name in _EVIDENCE)
            score = SECOND_BIAS + sum(sign.weight for sign in evidence)
            said[own, others] = (logistic(score), evidence)
        judged.append((line, *said[own, others]))
    return judged


def _heading(block: Block, probability: float, signs: tuple[Evidence, ...]) -> Heading:
    assert isinstance(block, Paragraph)
    because = Provenance(BARE_LINE, round(probability, 2), signs, "paragraph")
    return Heading(_LEVEL, block.inlines, block.markup, because)
