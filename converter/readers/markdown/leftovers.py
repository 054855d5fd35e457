"""What a site's own Markdown adds to the language, and no other program knows: attribute lists
(``{: .lead}``) and shortcodes (``{{< map >}}``). They stay in the text; a notice says where."""

from __future__ import annotations

import re

from converter.model import Block, Span, Text, walk
from converter.patterns import pattern
from converter.readers.markdown.reading import Reading

_SIGN = pattern(
    r"""
      \{\{ (?: [<%]|\s )          # {{< map >}}, {{% note %}}, {{ page.title }}
    | \{%-?\s                     # {% include map.html %}
    | \{: \s* [.\#\w]             # {: .lead #top}
    | \{ [.\#] [A-Za-z]           # {#top .lead}
    """,
    re.VERBOSE,
)


def notice_leftovers(reading: Reading, blocks: tuple[Block, ...], text: str) -> None:
    """Notice each of them in the words of these blocks."""
    if _SIGN.search(text) is None:
        return
    for node in walk(blocks):
        if isinstance(node, Text) and node.span is not None:
            for match in _SIGN.finditer(node.text):
                start = node.span.start + match.start()
                reading.notice("C211", Span(start, start + len(match.group())))
