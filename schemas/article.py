"""An article schema in memory: what a kind of document looks like and what must be in it.

The TOML files in ``articles/`` say it in words an editor can change; ``loading`` turns one
into this value. docs/schemas.md is the guide.
"""

from __future__ import annotations

from collections.abc import Mapping

from converter.records import field, record


@record()
class Labels:
    """Words that open a turn, as written in the schema. ``question`` and ``answer`` hold labels
    such as ``Q`` or ``Pregunta``; ``never`` holds words before a colon that are no speaker,
    such as ``Note``."""

    question: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


COUNTED = (
    "headline", "article", "section", "exchange", "table", "list", "quote", "contents",
)  # fmt: skip
"""What a requirement can count in the text; a headline may stand in the metadata too."""

METADATA = (
    "standfirst", "byline", "dateline", "published", "updated", "language", "slug", "keywords",
    "canonical_url", "rights", "embargo",
)  # fmt: skip
"""The metadata that a requirement can ask for, by the names that newsrooms use."""

PARTS = ("title", "contents", "body", "notes", "colophon")
PAPERS = ("A4", "A5", "Letter", "Legal")


@record()
class Requirement:
    """Something that a valid document has: how many of what.

    ``what`` is one of COUNTED or METADATA. ``heading`` narrows sections by their heading,
    ``columns`` tables by their header cells. ``line`` is where the schema file says it.
    """

    what: str
    at_least: int = 1
    at_most: int | None = None
    heading: str = ""
    columns: tuple[str, ...] = ()
    line: int = 0


@record()
class Briefing:
    """What is printed, in which order (PARTS), the words that stand over a part (``titles``), and
    on which paper (PAPERS)."""

    parts: tuple[str, ...] = PARTS
    titles: Mapping[str, str] = field(default_factory=dict)
    paper: str = "A4"


@record()
class ArticleSchema:
    """One kind of document. ``headings`` maps a role to the headings that play it, ``phrases`` a
    role to words that give a paragraph away; ``abbreviations`` end in a full stop and end no
    sentence. ``path`` is the file it was read from."""

    name: str
    title: str
    description: str
    path: str = ""
    labels: Labels = field(default_factory=Labels)
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    briefing: Briefing = field(default_factory=Briefing)
