"""Code pages: which encoding the bytes of a font, or of the whole file, are in. RTF 1.9.1,
"Character Set" and "Font Table"."""

from __future__ import annotations

import codecs

_BY_NAME = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}
"""The control words at the head of a file, without \\ansicpg."""

SYMBOLS = -1
"""In place of a code page: the font shows pictures, which have no other code."""

_BY_CHARSET = {
    0: 1252,
    2: SYMBOLS,
    77: 10000,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    254: 437,
    255: 850,
}
"""Windows' character sets. 1 is the default of the file."""

_CODECS = {
    0: "cp1252",
    708: "iso8859-6",
    10000: "mac-roman",
    10006: "mac-greek",
    10007: "mac-cyrillic",
    10029: "mac-latin2",
    10081: "mac-turkish",
    10001: "shift_jis",
    1361: "johab",
    20127: "ascii",
    20866: "koi8-r",
    21866: "koi8-u",
    28591: "cp1252",
    28592: "iso8859-2",
    28595: "iso8859-5",
    28597: "iso8859-7",
    28605: "iso8859-15",
    51932: "euc-jp",
    51949: "euc-kr",
    54936: "gb18030",
    65001: "utf-8",
}


def of_name(word: str) -> int | None:
    """The code page that a control word at the head of a file means."""
    return _BY_NAME.get(word)


def of_charset(charset: int, default: int) -> int:
    """The code page of a font with this character set."""
    return _BY_CHARSET.get(charset, default)


def codec_of(page: int) -> str:
    """Python's name of a code page; empty when there is none."""
    name = _CODECS.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
