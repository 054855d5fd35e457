"""Control words that stand for characters, that set a look, and that open what is not read. RTF
1.9.1, "Special Characters" and "Destinations"."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
}
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""Control symbols that stand for a character."""

BREAKS = frozenset(("line", "lbr"))
PARAGRAPH_ENDS = frozenset(("par", "sect"))

SWITCHES = {"b": "bold", "i": "italic", "v": "hidden", "revised": "inserted", "deleted": "deleted"}
"""Words that turn something on, or with a 0 off."""
NUMBERS = {
    "f": "font",
    "cs": "style",
    "lang": "language",
    "revauth": "author",
    "revdttm": "date",
    "revauthdel": "deleter",
    "revdttmdel": "deleted_on",
    "mvauth": "author",
    "mvdate": "date",
}
"""Words whose number is what they say of characters."""
RAISED = {"super": "superscript", "sub": "subscript", "nosupersub": ""}
MOVED = {"mvf": "away", "mvt": "here"}

ALIGNS = {"ql": "left", "qc": "center", "qr": "right", "qj": "", "qd": ""}
RULES = frozenset(("brdrt", "brdrb", "brdrbtw"))
OUTLINE_BODY = 9

FURNITURE = {
    "header": "page header",
    "headerl": "page header",
    "headerr": "page header",
    "headerf": "page header",
    "footer": "page footer",
    "footerl": "page footer",
    "footerr": "page footer",
    "footerf": "page footer",
}

UNREAD = frozenset(
    """
    colortbl filetbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn private comment tc tcn xe rxe txe
    nonshppict shprslt nonesttables template falt bkmkstart bkmkend objdata objclass objname
    sp sn sv
    pntxtb pntxta panose fontemb fontfile keycode mmathPict mctrlPr mchr mbegChr mendChr msepChr
    mtype mmaxDist mgrow mdegHide mlimLoc mpos mvertJc mshp mcGp mcount
    """.split()
)
"""Groups that hold no text of the document: definitions, pictures in older form, what stands in for
what we read ourselves."""

ENTERED = frozenset(
    """
    shppict shpinst do dptxbxtext nesttableprops ud mmath moMath moMathPara shptxt upr
    """.split()
)
"""Groups that an asterisk lets older readers pass over, and that we read."""

BORDERS = frozenset(
    """
    brdrs brdrth brdrsh brdrdb brdrdot brdrdash brdrhair brdrinset brdrdashsm brdrdashd brdrdashdd
    brdroutset brdrtriple brdrtnthsg brdrthtnsg brdrwavy brdrwavydb brdremboss brdrengrave brdrframe
    """.split()
)
"""Kinds of lines that are drawn."""

SIDES = frozenset(
    """
    clbrdrt clbrdrb clbrdrl clbrdrr trbrdrt trbrdrb trbrdrl trbrdrr trbrdrh trbrdrv brdrnone brdrnil
    brdrtbl
    """.split()
)
"""Sides of rows and cells, and lines that are none."""

OLD_NUMBERS = {
    "pndec": "decimal",
    "pnlcltr": "lowerLetter",
    "pnucltr": "upperLetter",
    "pnlcrm": "lowerRoman",
    "pnucrm": "upperRoman",
}
