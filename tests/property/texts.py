"""Strategies for texts: anything at all, our own active characters, and lines that mean
something to a reader."""

from __future__ import annotations

from hypothesis import strategies as st

ACTIVE = (
    *":|-#—QAn.”*_>1)([]`\\=+•~!?a",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\r",
    "\u2028",
    "\u200b",
    "\u00a0",
)
"""What readers and passes look at, and white space of every kind."""

WORDS = (
    "port", "Port", "The Port Opens Again", "it opened at six", "It closed.", "U.S.", "Question",
    "Answer", "editor’s Question", "guest", "Ines Vale", "Contents", "Table 1", "Figure 2",
    "Conclusion", "Subscribe to our newsletter", "Photo", "n###", "###", "```", "**", "---",
    "———", "|", "1.", "a)", "iv)", "- ", "> ", "# ", "## ", "Q: ", "A: ", "](", "http://a.b/",
)  # fmt: skip

PREFIXES = (
    "", "", "", "# ", "## ", "#### ", "- ", "* ", "• ", "1. ", "2. ", "a) ", "(b) ", "ii) ", "> ",
    ">", "> - ", "- > ", "  ", "    ", "\t", "  - ", "| ", "|", "a\t", "b  c   ", "\\- ",
    "Q: ", "A: ", "Question: ",
    "Guest: ", "```", "~~~", "    1. ", "> > ", "> ```", "- ```", "  ```", "> | ", "- | ", "\\",
)  # fmt: skip

ENDS = ("\n", "\n", "\n", "\n\n", "\r\n", "\n \n", "", "  \n", "\u2028", "\f", "\r")

SUFFIXES = (
    "",
    "",
    "",
    ".",
    "?",
    ":",
    " |",
    "|",
    " #",
    "n### ",
    ".n### ",
    ".The",
    "**",
    "…”",
    " 7",
    "\\*",
    "\t7",
)

LINES = ("---", "———", "===", "|---|---|", "|———|", "+--+--+", "***", "-30-", "```", "|", ">", "-")

anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=300)
"""Any code points, surrogates and control characters included."""

active = st.lists(st.sampled_from(ACTIVE + WORDS), max_size=60).map("".join)
"""Active characters and words in any order, a mark at every other place."""

_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
_line = st.one_of(
    st.tuples(
        st.sampled_from(PREFIXES), _words, st.sampled_from(SUFFIXES), st.sampled_from(ENDS)
    ).map("".join),
    st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)).map("".join),
)
lines = st.lists(_line, max_size=25).map("".join)
"""Lines that open a block of one kind or another, nested and cut short."""


def _within(pair: tuple[tuple[str, str], str]) -> str:
    """All lines of a text behind one mark: the first line's, and the others'."""
    (first, rest), inner = pair
    return first + inner.replace("\n", f"\n{rest}")


_MARKS = (
    ("> ", "> "),
    (">", ">"),
    ("- ", "  "),
    ("1. ", "   "),
    ("a) ", "   "),
    ("| ", "| "),
    ("    ", "    "),
    ("```\n", ""),
    ("Q: ", ""),
)
nested = st.recursive(
    st.lists(_line, min_size=1, max_size=5).map("".join),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(_MARKS), inner).map(_within),
        st.lists(inner, min_size=2, max_size=3).map("".join),
    ),
    max_leaves=5,
)
"""Quotes in lists in quotes, fences and tables in them."""

texts = st.one_of(lines, nested, active, anything)
