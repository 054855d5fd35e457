"""What encoding a web page says it is in, and what its language makes likely (HTML Standard,
13.2.3.2 and 13.2.3.3; names by the table of the Encoding Standard)."""

from __future__ import annotations

import re

from converter.patterns import pattern
from converter.records import record

PAGES = ("html",)
"""Formats whose files may declare their encoding."""

_PRESCAN = 8192
"""Bytes that are looked at: browsers take 1024, but saved pages have scripts before the rest."""

_COMMENT = pattern(rb"<!--.*?-->", re.DOTALL)
_XML = pattern(rb"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_META = pattern(
    rb"""<meta\s [^>]{0,400}? charset \s*=\s* ["']? \s* (?P<label>[\w.:-]{1,40})""",
    re.IGNORECASE | re.VERBOSE,
)
_LANGUAGE = pattern(
    rb"""<html\s [^>]{0,400}? lang \s*=\s* ["']? (?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z]{2,8})?)""",
    re.IGNORECASE | re.VERBOSE,
)

_USUAL = {
    "ar": "windows-1256", "ba": "windows-1251", "be": "windows-1251", "bg": "windows-1251",
    "cs": "windows-1250", "el": "iso-8859-7", "et": "windows-1257", "fa": "windows-1256",
    "he": "windows-1255", "hr": "windows-1250", "hu": "iso-8859-2", "ja": "shift_jis",
    "kk": "windows-1251", "ko": "euc-kr", "ky": "windows-1251", "lt": "windows-1257",
    "lv": "windows-1257", "mk": "windows-1251", "pl": "iso-8859-2", "ru": "windows-1251",
    "sk": "windows-1250", "sl": "iso-8859-2", "sr": "windows-1251", "tg": "windows-1251",
    "th": "windows-874", "tr": "windows-1254", "tt": "windows-1251", "uk": "windows-1251",
    "vi": "windows-1258", "zh": "gb18030", "zh-hk": "big5", "zh-tw": "big5", "zh-hant": "big5",
}  # fmt: skip
"""Language -> what its pages without declaration mostly are in (13.2.3.2, step 9)."""


@record()
class Declared:
    """An encoding: its name in the Encoding Standard, Python's, and why it may be that."""

    name: str
    codec: str
    why: str


def declared_by(data: bytes) -> Declared | None:
    """What a page declares, by ``meta`` or in its XML declaration; None when it does not, or by
    a name that nobody knows."""
    start = _COMMENT.sub(b"", data[:_PRESCAN])
    xml = _XML.match(start)
    for found in (_META.search(start), xml):
        if found is not None:
            label = found.group(1).decode("ascii")
            return _known(label, f"as the page declares ({label})")
    return None


def likely_by_language(data: bytes) -> Declared | None:
    """What pages of this page's language mostly are in."""
    found = _LANGUAGE.search(data[:_PRESCAN])
    tag = found["tag"].decode("ascii").lower() if found else ""
    usual = _USUAL.get(tag) or _USUAL.get(tag.partition("-")[0])
    return _known(usual, f"as pages in its language ({tag}) mostly are") if usual else None


def _known(label: str, why: str) -> Declared | None:
    import webencodings

    encoding = webencodings.lookup(label)
    if encoding is None:
        return None
    if encoding.name.startswith("utf-16"):  # a page that can say so in ASCII is not (13.2.3.2)
        return Declared("utf-8", "utf-8", why)
    if encoding.name == "x-user-defined":
        return Declared("windows-1252", "cp1252", why)
    return Declared(encoding.name, encoding.codec_info.name, why)
