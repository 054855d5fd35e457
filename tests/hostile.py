"""Texts that break converters: each a promise that we end, in a document or in one error.

Every text is so long that quadratic work would be felt, and so short that linear work takes
about a second at most. ``HOSTILE`` maps a name to the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LINE_ENDS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v", "\n\r")

BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"


def _shapes() -> Iterator[tuple[str, str]]:
    """One character or mark without end: the longest line of it, and one of it to a line."""
    for name, piece in (
        ("colons", ":"),
        ("pipes", "|"),
        ("hashes", "#"),
        ("stars", "*"),
        ("underscores", "_"),
        ("backticks", "`"),
        ("hyphens", "-"),
        ("em dashes", "—"),
        ("equals signs", "="),
        ("opening brackets", "["),
        ("closing brackets", "]"),
        ("opening links", "[a]("),
        ("pictures", "!["),
        ("backslashes", "\\"),
        ("full stops", "."),
        ("quotation marks", "“"),
        ("greater-than signs", ">"),
        ("digits", "7"),
        ("capitals", "A"),
    ):
        yield f"ten thousand {name} in a line", piece * 10_000
        yield f"a thousand lines of {name}", f"{piece}\n" * 1000
        yield f"ten thousand {name} with spaces", f"{piece} " * 10_000
        yield f"{name} between words", f"word{piece}" * 3000


def _lines() -> Iterator[tuple[str, str]]:
    yield "a megabyte of hashes", "#" * 2**20
    yield "one enormous line", "The port opened at six and closed at nine. " * 8000
    yield "one enormous word", "a" * 2**20
    yield "one enormous line of colons after words", "Name: " * 40_000
    yield "a word to a line", "word\n" * 6000
    yield "only line ends of every kind", "".join(LINE_ENDS) * 2000
    yield "every line end between words", "".join(f"word{end}" for end in LINE_ENDS) * 300
    yield "white space that is not a space", "\u00a0\u2003\u3000 \t" * 5000 + "end"
    yield "trailing white space", ("word" + " " * 2000 + "\n") * 50
    yield "leading white space", (" " * 2000 + "word\n") * 50
    yield "deeper and deeper indentation", "".join(" " * depth + "- a\n" for depth in range(600))
    yield "form feeds", "word\f" * 5000


def _marks() -> Iterator[tuple[str, str]]:
    yield "pipes without end", "| a " * 10_000
    yield "a table of one long row", "|" + " cell |" * 5000 + "\n|" + "---|" * 5000
    yield "a table of many rows", "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2000
    yield "ragged rows", "".join("|" + " x |" * (n % 40) + "\n" for n in range(600))
    yield "rule rows alone", "|———|———|\n" * 2000
    yield "captions without tables", "| Berths of the port |\n\nwords\n\n" * 800
    yield "nested quotes 10,000 deep", "> " * 10_000 + "end"
    yield "deeper and deeper quotes", "".join(">" * depth + " a\n" for depth in range(600))
    yield "fences that never close", "```\nwords\n\n~~~\n" * 1200
    yield "a fence in a quote in a list", "- > ```\n  > words\n  > ```\n" * 800
    yield "strong that never closes", "**word " * 6000
    yield "stress of every length", "".join("*" * n + "a" for n in range(1, 200))
    yield "links that never close", "[word](http://example.org/(" * 3000
    yield "nested brackets", "[" * 5000 + "a" + "](b)" * 5000
    yield "escapes", "\\*\\_\\[\\]\\`\\|" * 3000
    yield "headings alone", "# Heading\n" * 4000
    yield "headings of every depth", "".join(f"{'#' * (n % 9)} Heading {n}\n" for n in range(3000))
    yield "underlined headings", "Heading\n=======\nOther\n-----\n" * 1200
    yield "numbers that fall and rise", "".join(f"{n * 7 % 50}. item\n" for n in range(3000))
    yield "roman numbers", "".join(f"{'ivx' * (n % 2 + 1)}) item\n" for n in range(2000))
    yield "bullets of every kind", "- a\n* b\n• c\n+ d\n1. e\na) f\n" * 500


def _speech() -> Iterator[tuple[str, str]]:
    yield "alternating labels", "Q: Is it open?\nA: Since six.\n" * 1500
    yield "questions without answers", "Q: Is it open?\n" * 3000
    yield "answers without questions", "A: Since six.\n" * 3000
    yield "a speaker to a line", "".join(f"Speaker {n}: Yes.\n" for n in range(3000))
    yield "labels without words", "Q:\nA:\n" * 2000
    yield "labels within labels", "Q: A: Q: A: " * 3000
    yield "labels that change case", "editor’s Question: Why?\nGUEST: So.\nguest: Yes.\n" * 900
    yield "full-width labels", "Q：Is it open？\nA：Since six。\n" * 1500
    yield "times between turns", "[00:00:12] INES VALE: Yes.\n(Laughter)\n>> No.\n" * 900
    yield "names in capitals", "MAYOR INES VALE (D): Yes.\nTOM REED, PILOT: No.\n" * 1200


def _articles() -> Iterator[tuple[str, str]]:
    yield "n### everywhere", "The port opened.n### The Port Opens Again\n" * 1500
    yield "n### alone", "n###" * 5000
    yield "glued headings", "It closed at nine.The Port Opens Again\n" * 1500
    yield "sentences without spaces", "It opened.It closed." * 4000
    yield "a contents list of itself", "Contents\n" + "Contents\n" * 2000
    yield "a contents list of everything", _contents(600)
    yield "the same heading again and again", "The Port Opens\n\nIt opened at six.\n\n" * 1000
    yield "calls to action alone", "Subscribe to our newsletter!\n\n" * 2000
    yield "end marks", "###\n-30-\n# # #\nENDS\n-more-\n***\n" * 600
    yield "headlines in capitals", "PORT OPENS AGAIN\n\nIt opened at six.\n\n" * 1000
    yield "captions", "Table 1: Berths\nFigure 2. The pier\nPhoto: Ines Vale\n" * 900


def _contents(entries: int) -> str:
    names = [f"The {n}th Berth of the Port" for n in range(entries)]
    listed = "".join(f"{n}. {name}\n" for n, name in enumerate(names, start=1))
    return f"Contents\n{listed}\n" + "".join(f"{name}\nIt opened at six.\n\n" for name in names)


def _characters() -> Iterator[tuple[str, str]]:
    yield "NUL between words", "word\x00" * 3000
    yield "NUL alone", "\x00" * 3000
    yield "control characters", "".join(map(chr, range(32))) * 300
    yield "surrogates that stand alone", "a\ud800b\udfff \n" * 1500
    yield "bidi and zero width", f"a{BIDI}{ZERO_WIDTH} b\n" * 500
    yield "bidi and zero width alone", (BIDI + ZERO_WIDTH) * 500
    yield "right to left", "س: هل الميناء مفتوح؟\nج: نعم، منذ السادسة.\n" * 900
    yield "combining marks", "a" + "\u0301" * 20_000
    yield "pictographs joined", "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 3000
    yield "outside the basic plane", "\U0001d400\U00020000: \U0001f4f0\n" * 2000
    yield "noncharacters", "a\ufffe\uffff\U0010ffff\n" * 2000
    yield "letters that grow in upper case", "ßŉǰΐﬃ İ\n" * 2000
    yield "box drawing", "┌──┬──┐\n│ a│ b│\n├──┼──┤\n│ c│ d│\n└──┴──┘\n" * 400
    yield "replacement characters", "\ufffd" * 10_000
    yield "decoded twice", "Itâ€™s the portâ€”again Ã©\n" * 1500
    yield "leftovers of mail", "=E2=80=99=20=\n=?UTF-8?Q?a?=\n" * 1200
    yield "leftovers of the web", "&amp;#8217;<b>[caption id=1]</b>&nbsp;\\n" * 1500
    yield "markup of XML", "<![CDATA[ ]]> &lt; <?xml ?> <!-- -- > ]]>\n" * 1200


HOSTILE: Mapping[str, str] = dict(
    entry
    for group in (_shapes, _lines, _marks, _speech, _articles, _characters)
    for entry in group()
)
