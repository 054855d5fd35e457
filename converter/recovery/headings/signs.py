"""What speaks for and against a line being a heading. Each sign is true or false of a line in
its surroundings; its weight was fitted on documents with known structure (weights.py)."""

from __future__ import annotations

import re
from collections.abc import Callable

from converter.patterns import pattern
from converter.recovery.cohesion import ANOTHER_SUBJECT, ONE_SUBJECT
from converter.recovery.headings.lines import KEYED, Line, Surroundings
from converter.recovery.words import (
    OPENERS,
    asks,
    capital_share,
    ends_in_full_stop,
    ends_sentence,
    first_letter,
    fold,
    is_shouted,
    last_mark,
)

_INNER_STOP = pattern(r"(?<=[^\W\d_]{2})[.!?…][\"”’»)]*\s+[\"“‘«(¿¡]*(?=[^\W\d_])")
_ADDRESS = pattern(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w|(?<!\w)@\w{2,}")
_NUMBERED = pattern(
    r"""
      (?:\d{1,2}(?:\.\d{1,2}){0,3}\s*[.):\-–—]?|[IVX]{1,5}[.)])\s+[^\W\d_]      # 1.2 Scope
    | (?:step|part|chapter|section|paso|parte|capítulo|étape|partie|chapitre|schritt|teil
        |kapitel|fase|capitolo|passo)\s+\w{1,5}\b                              # Step two
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DATE = pattern(r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[:h.]\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_BYLINE = pattern(
    r"(?:by|por|par|von|di|da|texto?:|words by|posted by|published|updated|photo|foto|image"
    r"|source|credit|©|\(c\))\b[\s:]",
    re.IGNORECASE,
)
_FIGURE = pattern(
    r"\W*(?:fig(?:ure|ura)?|abb(?:ildung)?|bild|table|tabla|tabelle|tableau|chart|map|gallery|photo"
    r"|image|video)\b\W*(?:\d|:)",
    re.IGNORECASE,
)
_SLASH = pattern(r"[^\W\d_]\s?/\s?[^\W\d_]")
_DIGIT = pattern(r"\d")
_SEPARATOR = pattern(r"\s[|·•/»>]\s")
_MEDIA = pattern(
    r"\b(?:photo|image|video|credit|getty|reuters|afp|courtesy|screenshot|caption|advertisement"
    r"|sign up|newsletter|subscribe|share|read more|click|follow)\b",
    re.IGNORECASE,
)

_NAME = pattern(r"(?P<name>[^\W\d_][^,(–—]{0,50})(?:,|\s[(–—])\s?(?P<place>\S.{0,50})", re.DOTALL)
"""`T. J. Osgood, Elm Quay`; `Joaquim Teles (professor), Guarda`."""
_SOME = 0.2
"""The share of blocks parted by empty lines in a text that uses them."""
_NAMES, _PLACES = 4, 5
"""Words of a name, and of the place behind it."""
_ABOUT_WORDS = 6
"""Words of a heading such as `About Vale Railways`."""

Sign = Callable[[Line, Surroundings], bool]


def _has_two_sentences(text: str) -> bool:
    return any(not text[match.end()].islower() for match in _INNER_STOP.finditer(text))


def _relative(line: Line, around: Surroundings) -> float:
    return line.words / max(8.0, around.paragraph)


def _is_signature(line: Line) -> bool:
    """Whether a name and a place close the text above, and nothing stands below them."""
    match = _NAME.fullmatch(line.text)
    if match is None or line.before != "long" or not ends_sentence(line.before_text):
        return False
    if ends_sentence(line.text) or _DIGIT.search(match["name"]):
        return False
    words, place = match["name"].split(), match["place"].split()
    named = all(word[0].isupper() or not word[0].isalpha() for word in (words[0], words[-1]))
    short = 1 <= len(words) <= _NAMES and len(place) <= _PLACES
    return named and short and line.after in ("line", "heading", "furniture", "none")


def _is_plain(line: Line, around: Surroundings) -> bool:
    return around.formatted and not line.bold and not is_shouted(line.text)


SIGNS: dict[str, tuple[Sign, str]] = {
    # how it ends
    "ends as a sentence": (
        lambda line, _: ends_in_full_stop(line.text),
        "running text ends in a full stop",
    ),
    "asks": (lambda line, _: asks(line.text), "a question may be a heading"),
    "exclaims": (lambda line, _: last_mark(line.text) in "!！", "an exclamation may be either"),
    "ends in a colon": (
        lambda line, _: last_mark(line.text) in ":：",
        "it leads on to what follows",
    ),
    "ends in mid-sentence": (
        lambda line, _: last_mark(line.text) in ",;-–—，、",
        "a heading does not end in a comma",
    ),
    "ends in a bracket": (lambda line, _: line.text[-1:] in ")]", "dates, sources and asides do"),
    # how it begins
    "begins in lower case": (
        lambda line, _: first_letter(line.text).islower(),
        "a sentence goes on",
    ),
    "begins with a quotation": (lambda line, _: line.text[:1] in "\"“«‘„'", "quoted words"),
    "begins with a bracket": (lambda line, _: line.text[:1] in "([", "an aside"),
    "begins with a sign": (
        lambda line, _: not line.text[0].isalnum() and line.text[0] not in OPENERS,
        "a bullet or a dash",
    ),
    "is counted": (lambda line, _: _NUMBERED.match(line.text) is not None, "numbered headings"),
    "begins with a digit": (
        lambda line, _: line.text[0].isdigit() and _NUMBERED.match(line.text) is None,
        "figures and dates",
    ),
    # how long it is
    "one word": (lambda line, _: line.words == 1, ""),
    "two or three words": (lambda line, _: 2 <= line.words <= 3, ""),
    "four to seven words": (lambda line, _: 4 <= line.words <= 7, ""),
    "eight to eleven words": (lambda line, _: 8 <= line.words <= 11, ""),
    "twelve to sixteen words": (lambda line, _: 12 <= line.words <= 16, ""),
    "seventeen to twenty-four words": (lambda line, _: 17 <= line.words <= 24, ""),
    "over twenty-four words": (lambda line, _: line.words > 24, ""),
    "much shorter than paragraphs": (lambda line, around: _relative(line, around) < 0.12, ""),
    "as long as a paragraph": (lambda line, around: _relative(line, around) > 0.5, ""),
    # what it is made of
    "title case": (
        lambda line, _: capital_share(line.text) >= 0.7,
        "most words begin with a capital",
    ),
    "sentence case": (lambda line, _: 0 <= capital_share(line.text) < 0.3, "few words do"),
    "all capitals": (lambda line, _: is_shouted(line.text), ""),
    "two sentences": (
        lambda line, _: _has_two_sentences(line.text),
        "a sentence ends inside it",
    ),
    "commas": (lambda line, _: line.text.count(",") + line.text.count(";") >= 2, "clauses"),
    "a comma": (lambda line, _: line.text.count(",") + line.text.count(";") == 1, ""),
    "an address": (lambda line, _: _ADDRESS.search(line.text) is not None, "a link or a handle"),
    "a date or a time": (lambda line, _: _DATE.search(line.text) is not None, ""),
    "mostly digits": (
        lambda line, _: len(_DIGIT.findall(line.text)) * 3 > len(line.text),
        "figures",
    ),
    "like a byline or credit": (lambda line, _: _BYLINE.match(line.text) is not None, ""),
    "separators": (
        lambda line, _: _SEPARATOR.search(line.text) is not None,
        "a trail or a list in one line",
    ),
    "a key and a value": (
        lambda line, around: (
            ":" in line.text
            and fold(line.text.split(":", 1)[0]) in around.keys
            and not line.text.rstrip().endswith(":")
        ),
        "`From: the night desk`",
    ),
    "keys beside it": (
        lambda line, _: (
            KEYED.match(line.text) is not None
            and any(KEYED.match(near) for near in (line.before_text, line.after_text))
        ),
        "one of several keys and values",
    ),
    "a label before a colon": (
        lambda line, _: KEYED.match(line.text) is not None,
        "a value, or a headline in two parts",
    ),
    "a slash": (lambda line, _: _SLASH.search(line.text) is not None, "agency credits, dates"),
    "words of the page": (
        lambda line, _: _MEDIA.search(line.text) is not None,
        "credits, calls, buttons",
    ),
    "set bold": (lambda line, _: line.bold, ""),
    "set plain where others are set off": (
        lambda line, around: around.sets_off and _is_plain(line, around),
        "other lines are bold, or headings by their style",
    ),
    "set plain where it could be set off": (
        lambda line, around: not around.sets_off and _is_plain(line, around),
        "Word's writers set headings bold or in a style, and here nothing is",
    ),
    "nothing but plain lines": (
        lambda line, around: not around.has_text and _is_plain(line, around),
        "none of them is more than a line, so there is nothing to head",
    ),
    "hardly any letters": (
        lambda line, _: sum(1 for sign in line.text if sign.isalpha()) * 2 < len(line.text),
        "formulas, code, figures",
    ),
    "ends as code": (lambda line, _: line.text[-1:] in "{[(;=<>\\/|&", "an open bracket"),
    "counts a figure": (lambda line, _: _FIGURE.match(line.text) is not None, "a caption"),
    "a heading that the schema knows": (
        lambda line, around: (
            line.folded.rstrip(":. ") in around.headings
            or (line.folded.startswith(around.about) and line.words <= _ABOUT_WORDS)
        ),
        "",
    ),
    "a key that the schema knows": (
        lambda line, around: line.folded.rstrip(":. ") in around.keys,
        "words such as `Ingredients`",
    ),
    # what stands around it
    "first": (lambda line, around: line.index == around.opening, "the headline opens the file"),
    "first, and no sentence": (
        lambda line, around: line.index == around.opening and last_mark(line.text) not in ".…",
        "a headline",
    ),
    "second": (lambda line, around: line.index == around.opening + 1, "a standfirst or byline"),
    "last": (lambda line, _: line.after == "none", "nothing follows that it could head"),
    "before a long paragraph": (lambda line, _: line.after == "long", ""),
    "before a line that is a sentence": (
        lambda line, _: line.after == "line" and ends_sentence(line.after_text),
        "",
    ),
    "before a line that is none": (
        lambda line, _: line.after == "line" and not ends_sentence(line.after_text),
        "lines in a row",
    ),
    "before a list": (lambda line, _: line.after == "list", ""),
    "before a table": (lambda line, _: line.after == "table", ""),
    "before a heading": (lambda line, _: line.after == "heading", ""),
    "before a turn": (lambda line, _: line.after == "turn", ""),
    "before a contents list": (lambda line, _: line.after == "contents", ""),
    "after a finished paragraph": (
        lambda line, _: line.before == "long" and ends_sentence(line.before_text),
        "",
    ),
    "after an unfinished paragraph": (
        lambda line, _: line.before == "long" and not ends_sentence(line.before_text),
        "",
    ),
    "after a colon": (
        lambda line, _: last_mark(line.before_text) in ":：" and bool(line.before_text),
        "what the colon announced",
    ),
    "after a line that is a sentence": (
        lambda line, _: line.before == "line" and ends_sentence(line.before_text),
        "",
    ),
    "after a line that is none": (
        lambda line, _: line.before == "line" and not ends_sentence(line.before_text),
        "lines in a row",
    ),
    "after a list": (lambda line, _: line.before == "list", ""),
    "after a table": (lambda line, _: line.before == "table", ""),
    "after a heading": (lambda line, _: line.before == "heading", ""),
    "after a turn": (lambda line, _: line.before == "turn", ""),
    "alone between paragraphs": (
        lambda line, _: (
            line.before == "long" and line.after == "long" and last_mark(line.text) not in ".…:,;"
        ),
        "a short line between two long ones",
    ),
    "announces a list": (
        lambda line, _: last_mark(line.text) in ":：" and line.after in ("list", "line", "table"),
        "a colon before a list or lines",
    ),
    "asks before a paragraph": (
        lambda line, _: asks(line.text) and line.after == "long",
        "",
    ),
    "before furniture": (lambda line, _: line.after == "furniture", "a byline, a date"),
    "before keys and values": (
        lambda line, _: line.after == "keys",
        "a name over its telephone and address",
    ),
    "after furniture": (lambda line, _: line.before == "furniture", ""),
    "lines in a row": (lambda line, _: line.run >= 3, ""),
    "many lines in a row": (lambda line, _: line.run >= 6, ""),
    "first of several lines": (lambda line, _: line.run >= 3 and line.before != "line", ""),
    "last of several lines": (
        lambda line, _: line.run >= 3 and line.after == "long" and line.before == "line",
        "text follows, lines stand before",
    ),
    "the form changes here": (
        lambda line, _: line.turns,
        "sentences above and none below, figures below and none above, and the like",
    ),
    "alone over a group of lines": (
        lambda line, _: line.over_group and line.blank_before > 0 and line.blank_after > 0,
        "empty lines around it, and none between the lines below",
    ),
    "first of a group of lines": (
        lambda line, _: line.over_group and line.blank_before > 0 and line.blank_after == 0,
        "an empty line above, and none below",
    ),
    "alone below a group of lines": (
        lambda line, _: line.below_group and line.blank_before > 0 and line.blank_after > 0,
        "empty lines around it, and none between the lines above",
    ),
    "inside a group of lines": (
        lambda line, around: (
            around.parted > _SOME
            and line.before == line.after == "line"
            and line.blank_before == line.blank_after == 0
        ),
        "where empty lines part what is apart",
    ),
    "over figures": (
        lambda line, _: line.over_figures,
        "amounts, hours or prices begin the two lines below",
    ),
    "over keys": (
        lambda line, _: KEYED.match(line.after_text) is not None and ":" not in line.text,
        "keys and values follow",
    ),
    "signs what stands above": (
        lambda line, _: _is_signature(line),
        "a name and a place below a text",
    ),
    "after more space": (lambda line, _: line.blank_before > line.blank_after, ""),
    "tight below in a spaced text": (
        lambda line, around: around.parted > 0.5 and line.blank_after == 0,
        "",
    ),
    "tight above in a spaced text": (
        lambda line, around: around.parted > 0.5 and line.blank_before == 0 and line.index > 0,
        "",
    ),
    "another subject begins": (
        lambda line, _: 0 <= line.cohesion < ANOTHER_SUBJECT,
        "hardly a word behind it stands before it",
    ),
    "the subject may change": (
        lambda line, _: ANOTHER_SUBJECT <= line.cohesion < ONE_SUBJECT,
        "",
    ),
    # what the document says
    "the contents list names it": (lambda line, around: line.folded in around.listed, ""),
    "opens as another line does": (lambda line, _: line.alike == 1, "and they stand apart"),
    "opens as other lines do": (
        lambda line, around: line.alike >= 2 and not (around.sets_off and _is_plain(line, around)),
        "they stand apart; plain lines of a file that sets its headings off are captions",
    ),
    "stands more than once": (
        lambda line, around: around.repeats[line.folded] > 1,
        "a button or a standing line",
    ),
    "few headings are marked": (lambda line, around: 1 <= around.stated <= 2, ""),
    "headings are marked": (lambda line, around: around.stated >= 3, "this one is not"),
    "the text is an interview": (lambda line, around: around.turns >= 4, ""),
    "the text is lines": (
        lambda line, around: around.lines * 2 > around.blocks,
        "most blocks are short",
    ),
}
"""Name -> (test, why). Names are stable: weights and docs refer to them."""


def signs_of(line: Line, around: Surroundings) -> list[str]:
    """The names of the signs that hold for a line."""
    return [name for name, (holds, _) in SIGNS.items() if holds(line, around)]
