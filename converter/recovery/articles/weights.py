"""What speaks for and against a heading being the headline of a new article."""

from __future__ import annotations

from converter.recovery.articles.openings import (
    ALIKE,
    ANNOUNCED,
    DATED,
    DATELINE,
    ENDED,
    PARTED,
    SIGNED,
)

WEIGHTS = {
    "marked as a headline": (3.5, "one hash, as the first heading has"),
    "marked as a section": (-0.75, "two hashes or more at the start of a line"),
    "no headline by the marks": (-4.0, "most headings are marked, and this is not marked as one"),
    "longer than its fellows": (0.55, "half as long again as the middle one of all headings"),
    "long": (1.1, "eight words or more"),
    "as the first opens": (0.7, "the same stands round the headline of the file"),
    "set as a headline": (0.55, "most words begin with a capital"),
    "a headline among headings": (2.7, "long, set as a headline, and longer than its fellows"),
    "follows a farewell": (
        1.4,
        "what stands before calls on the reader, or tells about the author",
    ),
    PARTED: (2.0, "a rule or stars stand above"),
    ENDED: (3.0, "an end mark stands above"),
    "several texts end so": (1.5, "the file holds two end marks or more"),
    ANNOUNCED: (2.3, "the kind of text, a slug or an embargo stands above"),
    SIGNED: (3.0, "an author's line follows"),
    ALIKE: (1.5, "as the first of the file, and an author right below each"),
    DATED: (2.0, "a date follows"),
    DATELINE: (2.7, "the text below opens with a place and an agency or a date"),
    "another subject begins": (2.15, "hardly a word behind it stands before it"),
    "the subject may change": (1.5, "few words behind it stand before it"),
    "one subject": (-0.7, "what follows speaks of the same things"),
    "the sharpest change": (0.9, "half as much in common as at the middle one of all headings"),
    "the headline comes again": (-1.5, "a word of the article's headline stands behind it"),
    "no name comes again": (1.3, "none of the names behind it stands before it"),
    "names come again": (-1.1, "every third of the names behind it stands before it"),
    "not opened as the first": (
        -1.5,
        "an author, a date or a dateline opens the first, and not this",
    ),
    "little before": (-2.2, "less than a short article stands before it, and nothing opens one"),
    "hardly anything before": (-5.0, "less than the shortest of articles stands before it"),
    "lead repeats it": (1.25, "half of its words stand in the paragraph below"),
    "opens an interview": (1.9, "it speaks of an interview, and questions follow"),
    "the file opens without": (
        -1.2,
        "its first text has no headline, and a later one may have none either",
    ),
    "little below": (-0.3, "less than forty words before the next heading"),
    "asks": (-2.0, "section headings ask more often than headlines"),
    "ends in a colon": (-2.0, "it leads on"),
    "one of the short ones": (-0.75, "three words or fewer"),
    "a title and a note": (-3.5, "four words or fewer over less than a short article, as of books"),
    "known section": (-1.6, "the schema lists it as the heading of a part"),
    "closes an article": (-4.0, "it heads notes, sources, contacts, or tells about somebody"),
}
"""Evidence that a heading is the headline of a new article, fitted on articles put behind one
another (docs/decisions/articles.md); its sum must reach THRESHOLD."""
THRESHOLD = 2.5
