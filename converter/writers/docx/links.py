"""Links: which addresses a Word file may lead to, and their relationships, one per address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from converter.patterns import pattern

if TYPE_CHECKING:
    from docx.opc.part import Part

MAX_ADDRESS = 2_000  # Word refuses a link of more than 2083 characters

# Schemes that lead to a page, a person or a phone. Others stay words: javascript: and data: run
# code, file: and \\host\share make Word knock at a disk, a bare path leads nowhere.
_WEB = frozenset({"http", "https", "ftp"})
_HOST = pattern(r"[\w\-]+(?:\.[\w\-]+)*\.?(?::\d{1,5})?")
_MAILTO = pattern(r"mailto:[^\s<>\"@,:/\\]+@[\w.\-]+(?:\?[^\s<>\"]*)?", re.IGNORECASE)
_TEL = pattern(r"tel:\+?[\d().\-]+", re.IGNORECASE)


class Links:
    """The outgoing links of one part of the package."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def relationship(self, address: str) -> str:
        """The id of the relationship that leads to this address; the same for the same one.

        Asks python-docx for no search: that walks all relationships of the part each time.
        """
        if address not in self._ids:
            from docx.opc.constants import RELATIONSHIP_TYPE

            self._ids[address] = f"rIdLink{len(self._ids) + 1}"
            self._part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, self._ids[address], is_external=True
            )
        return self._ids[address]


def safe_address(url: str) -> str:
    """The address as a valid URI (RFC 3986); empty when the file must not lead there."""
    url = url.strip()
    if len(url) > MAX_ADDRESS:
        return ""
    if _MAILTO.fullmatch(url) or _TEL.fullmatch(url):
        return quote(url, safe=":?=&%@+,;.()!~*'", errors="replace")
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in _WEB or not _HOST.fullmatch(parts.netloc):
        return ""
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~", errors="replace")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?", errors="replace")
    fragment = quote(parts.fragment, safe="/%:@!$&'()*+,;=~?", errors="replace")
    return (
        f"{parts.scheme}://{parts.netloc}{path}"
        + (f"?{query}" if query else "")
        + (f"#{fragment}" if fragment else "")
    )
