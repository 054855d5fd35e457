"""Names of rules and roles that more than one pass speaks of. Shared floor."""

from __future__ import annotations

ARTICLE = "article"
"""Role of the section that holds one of several articles."""
LEAD = "lead"
"""Role of the first paragraph of running text."""
STANDFIRST = "standfirst"
"""Role of running text between a headline and the author or the date."""
CALL = "call-to-action"
"""Role of words that ask the reader to do something."""
BARE_LINE = "heading-on-a-bare-line"
"""Rule that took a line without marks for a heading."""
OPENING_ROLES = frozenset({"kicker", "wire-slug", "embargo"})
"""Roles of lines that stand over the headline that they belong to."""
SIGNED_ROLES = frozenset({"byline", "published", "updated", "dateline", "reading-time"})
"""Roles of lines between a headline or its standfirst and the text: who wrote it, and when."""

READ = "read-"
"""Rules of readers begin so: what a reader infers from the look of a page is still to be
recovered."""

STATES_PARAGRAPHS = frozenset({"markdown"})
"""The formats whose files say where a paragraph begins and ends, and what is a list or a table."""
