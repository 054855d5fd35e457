"""Characters of symbol fonts as Unicode: what ``w:sym`` and text in such a font shows.

A symbol font puts its pictures where other fonts have letters, or at U+F020 to U+F0FF (Windows'
symbol area). The tables follow the Unicode Consortium's for Symbol, and what Wingdings shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import maxunicode

UNKNOWN = "\ufffd"
_AREA = 0xF000
_LAST = 0xFF
_SURROGATES = range(0xD800, 0xE000)


def _row(first: int, characters: str) -> Iterator[tuple[int, str]]:
    return ((first + index, sign) for index, sign in enumerate(characters) if sign != " ")


_SYMBOL = dict(
    [
        (0x20, " "),
        *_row(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅"),
        *_row(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
        *_row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        *_row(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
        *_row(0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
        *_row(0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
    ]
)
_WINGDINGS = dict(
    [
        (0x20, " "),
        *_row(0x21, "✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⌛⌨🖰🖲💻🖴💾🖬✇✍🖎✌👌👍👎☜☞☝☟🖐"),
        *_row(0x4A, "☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓"),
        *_row(0x6A, "🙰&●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶❝❞"),
        *_row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
        *_row(0x9E, "·•▪○◯🞈◉◎🔿▪◻🟂✦★✶✴✹✵⯐⌖⟡⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛"),
        *_row(0xD5, "⌫⌦⮘➢⮙⮛⮈➲⮉⮋←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑"),
    ]
)
_WINGDINGS_2 = dict(
    [
        (0x20, " "),
        *_row(0x4F, "✗✓☒☑☒"),
        *_row(0x6A, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
        *_row(0x97, "●•"),
        *_row(0x9F, "■"),
        *_row(0xA2, "□☐"),
    ]
)
_WINGDINGS_3 = dict([(0x20, " "), *_row(0x21, "←→↑↓"), *_row(0x70, "▲▼△▽◀▶◁▷"), *_row(0x7D, "▶")])
_WEBDINGS = dict(
    [
        (0x20, " "),
        *_row(0x33, "◀▶▲▼"),
        *_row(0x61, "✔"),
        *_row(0x63, "□"),
        *_row(0x67, "■"),
        *_row(0x6E, "●"),
        *_row(0x72, "✗"),
    ]
)
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}


def is_symbol_font(font: str | None) -> bool:
    """Whether a font shows pictures where others show letters."""
    return font is not None and font.lower() in _FONTS


def symbol(font: str | None, code: int) -> str:
    """The character that a font shows for a code; U+FFFD when it is not known.

    A code outside the symbol area and above it is a character of Unicode already.
    """
    if _AREA <= code <= _AREA + _LAST:
        code -= _AREA
    elif code > _LAST:
        return UNKNOWN if code in _SURROGATES or code > maxunicode else chr(code)
    table = _FONTS.get((font or "").lower())
    return table.get(code, UNKNOWN) if table else UNKNOWN


def decoded(font: str, text: str) -> str:
    """Text in a symbol font as Unicode. What lies outside the symbol area is kept: Word shows
    ordinary letters in another font."""
    return "".join(
        symbol(font, ord(sign)) if _AREA <= ord(sign) <= _AREA + _LAST else sign for sign in text
    )
