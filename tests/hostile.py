"""Texts that break converters: each a promise that we end, in a document or in one error.

``HOSTILE`` maps a name to the text: so long that quadratic work would be felt, so short that
linear work takes a fraction of a second. Most are one piece again and again: ``PIECES`` maps
their names to the piece, for whoever wants more of it, or less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LINE_ENDS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v", "\n\r")

BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"

MARKS = {
    "colons": ":",
    "pipes": "|",
    "hashes": "#",
    "stars": "*",
    "underscores": "_",
    "backticks": "`",
    "hyphens": "-",
    "em dashes": "—",
    "equals signs": "=",
    "opening brackets": "[",
    "closing brackets": "]",
    "opening links": "[a](",
    "pictures": "![",
    "backslashes": "\\",
    "full stops": ".",
    "quotation marks": "“",
    "greater-than signs": ">",
    "digits": "7",
    "capitals": "A",
}

_WRAPPED = "the boats of the harbour come home when the tide is in"

Repeated = Iterator[tuple[str, str, int]]
"""A name, a piece, and how often it is repeated."""


def _marks() -> Repeated:
    for name, mark in MARKS.items():
        yield f"ten thousand {name} in a line", mark, 10_000
        yield f"{name} line by line", f"{mark}\n", 400
        yield f"{name} with spaces between", f"{mark} ", 4000
        yield f"{name} between words", f"word{mark}", 2000


def _lines() -> Repeated:
    yield "a megabyte of hashes", "#", 2**20
    yield "one enormous line", "The port opened at six and closed at nine. ", 2000
    yield "one enormous word", "a", 2**20
    yield "one enormous line of labels", "Name: ", 10_000
    yield "a word to a line", "word\n", 1500
    yield "only line ends of every kind", "".join(LINE_ENDS), 2000
    yield "every line end between words", "".join(f"word{end}" for end in LINE_ENDS), 100
    yield "white space that is not a space", "\u00a0\u2003\u3000 \t", 20_000
    yield "trailing white space", "word" + " " * 2000 + "\n", 50
    yield "leading white space", " " * 2000 + "word\n", 50
    yield "form feeds", "word\f", 1500
    yield "lines wrapped at a width", f"{_WRAPPED} and the\n", 400
    yield "lines wrapped in a quote", f"> {_WRAPPED} and the\n", 400
    yield "words divided at line ends", f"{_WRAPPED} har-\nbour again and the\n", 300


def _blocks() -> Repeated:
    yield "pipes without end", "| a ", 5000
    yield "a table of one long row", "| cell ", 3000
    yield "a table of many rows", "| 1 | 2 |\n", 1000
    yield "grids without marks", "| a | b | c | d |\n| e | | | |\n| f | | | |\n| g | | | |\n\n", 300
    yield "brackets that open lines of code", "a {\nb [\n", 400
    yield "brackets that open and close", "a {\nb: 1,\n}\n", 400
    yield "stanzas", "a lamp\nand a quay\n\n", 500
    yield "rows of dots", "a ..... 1\n", 600
    yield "rows that a number counts", "1.  a    2    3\n", 400
    yield "tables torn by lists", "a  \n---  \nb | c  \nd |  \n\n  * e\n\ng | h  \n\n", 300
    yield "tables of one row", "| a | b |\n|---|---|\n| 1 | 2 |\n\n", 300
    yield "rows that end in breaks", "# A\n**a**  \nb  \n---  \nc | d  \n", 300
    yield "broken lines without a rule", "# A\n\n" + "a | b  \nc  \n" * 20, 30
    yield "rules of columns", "==  ==\na   b\n==  ==\na b c d e\n", 300
    yield "columns under a rule", "a   b\n--  --\nc   d\n", 300
    yield "columns of spaces", "Elm   12    a\nHolt        b\n", 300
    yield "columns that slip", "a   b    c\n  d    e  f\n a b   c\n", 300
    yield "tabs in a row", "a\tb\t\tc\nd\te\n\n", 300
    yield "links between bars", "Home | News | 12\n", 400
    yield "rule rows alone", "|———|———|\n", 1000
    yield "captions without tables", "| Berths of the port |\n\nwords\n\n", 400
    yield "nested quotes 10,000 deep", "> ", 10_000
    yield "fences that never close", "```\nwords\n\n~~~\n", 600
    yield "a fence in a quote in a list", "- > ```\n  > words\n  > ```\n", 400
    yield "strong that never closes", "**word ", 3000
    yield "links that never close", "[word](http://example.org/(", 2000
    yield "escapes", "\\*\\_\\[\\]\\`\\|", 1500
    yield "headings alone", "# Heading\n", 1000
    yield "underlined headings", "Heading\n=======\nOther\n-----\n", 400
    yield "marks that may be words", "A. a\nI. b\n– c\no  d\n☐ e\n→ f\n", 200
    yield "speech behind dashes", "— Is it open?\n", 700
    yield "letters that take turns", "A. Yes.\nB. No.\n", 400
    yield "bullets without indent", "1. a\n- b\n* c\n", 300
    yield "sub-numbers", "1. a\n1.1 b\n1.1.1 c\n", 300
    yield "items that tabs indent", "-\ta\n\t-\tb\n\t\t- c\n", 300
    yield "lines after colons", "Bring:\na torch\na sock\na card\nMethod\nIt was late.\n", 200
    yield "wrapped items", f"- {_WRAPPED} and the\nBoats {_WRAPPED}\n", 300
    yield "bullets of every kind", "- a\n* b\n• c\n+ d\n1. e\na) f\n", 200


def _speech() -> Repeated:
    yield "alternating labels", "Q: Is it open?\nA: Since six.\n", 500
    yield "questions without answers", "Q: Is it open?\n", 1000
    yield "answers without questions", "A: Since six.\n", 1000
    yield "labels without words", "Q:\nA:\n", 700
    yield "labels within labels", "Q: A: ", 3000
    yield "labels that change case", "editor’s Question: Why?\nGUEST: So.\nguest: Yes.\n", 300
    yield "full-width labels", "Q：Is it open？\nA：Since six。\n", 500
    yield "times between turns", "[00:00:12] INES VALE: Yes.\n(Laughter)\n>> No.\n", 300
    yield "captions with times", "00:00:01,000 --> 00:00:04,000\nthe port and the\n\n", 300
    yield "captions of names", "1\n00:01.000 --> 00:04.000\nInes Vale\nthe port\n\n", 200
    yield "captions without words", "WEBVTT\n00:01.000 --> 00:04.000 align:start\n", 400
    yield "names with times", "Ines Vale 0:12\nIs it open?\nTom Reed 0:14\nYes\n", 300
    yield "times above labels", "0:12\nInes Vale: Is it?\n0:14\nTom Reed: Yes.\n", 300
    yield "turns behind dashes", "– Is it open?\n– Since six.\n", 500
    yield "items that ask", "- Is it open?\n- Since six.\n", 500
    yield "labels closed by dashes", "P.- ¿Sí?\nTom Reed — No.\nMr. REED. No.\nR. – Sí.\n", 300
    yield "labels that count", "Q1: Is it open?\nA1: Since six, mayor of Elm: yes.\n", 400
    yield "names with offices", "Ines Vale, mayor of Elm: Is it?\nVALE: Yes.\nIV: No.\n", 300
    yield "stress with white space", "** Is it open? **\n**Vale: **Yes. ** No\n", 400
    yield "closings", "Q: Why?\nA: So.\nThanks to Ines Vale.\n# The port\n", 300
    yield "double dashes", "――なぜ海に。\n\n岬　海です。\n\n", 400
    yield "prompts above labels", "Is it?\nVALE: Yes.\nIt is.\nVALE: So.\nHm.\nVALE: No.\n", 300
    yield "callers", "Ines: Is it?\nOtto: Yes.\nIda: So.\nCaller: No.\nUnknown: Oh.\n", 300
    yield "comments", "Ines says:\n4 May\nIs it open?\nReply\n", 400
    yield "talks without labels", "Are you in?\n\nI am.\n\nYou are.\n\nI was.\n\n", 200
    yield "names in capitals", "MAYOR INES VALE (D): Yes.\nTOM REED, PILOT: No.\n", 400


def _articles() -> Repeated:
    brief = "The bridge stays shut until spring\nBy Ada Quill\n" + "so it is " * 15 + "\n"
    yield "briefs with authors", brief, 300
    yield "rows of rubrics", "Home / News / Sport\nMenu\n", 1500
    yield "tags below labels", "Tags:\nports | wrecks | coast\n", 1500
    yield "n### everywhere", "The port opened.n### The Port Opens Again\n", 500
    yield "n### alone", "n###", 5000
    yield "glued headings", "It closed at nine.The Port Opens Again\n", 500
    yield "sentences without spaces", "It opened.It closed.", 2000
    yield "a contents list of itself", "Contents\n", 1000
    yield "the same heading again and again", "The Port Opens\n\nIt opened at six.\n\n", 400
    yield "calls to action alone", "Subscribe to our newsletter!\n\n", 600
    yield "end marks", "###\n-30-\n# # #\nENDS\n-more-\n***\n", 200
    yield "headlines in capitals", "PORT OPENS AGAIN\n\nIt opened at six.\n\n", 400
    yield "headings announced", "## Boats\n\n- Tugs\n- Ferries\n\n## Tugs\n\nFour:\n\n", 200
    yield "headlines with authors", "Port opens again\nBy Ines Vale\nIt opened at six.\n", 300
    yield "counted headings", "1. Port\nIt opened.\n2. Fee\n3. Lock\n4. Pier\nIt shut.\n", 250
    yield "numbers of depth", "- 1 Port\n- 1.1 Lock\n\nPort\n\nIt opened.\n\nLock\n\nNo.\n\n", 200
    yield "codes over lines", "26/001 Port\n\nIt opened at six.\n\n", 400
    yield "signatures", "It opened at six again.\n\nAda Quill, Elm Quay\n\nPort\n\n", 300
    yield "parts of a whole", "Part 1 Port\n\nIt opened.\n\nLock\n\nIt shut.\n\n", 300
    yield "dates below lines", "Port opens again\n4 May 2024\nIt opened at six.\n", 300
    yield "slugs of a wire", "a0123\nBC-EU--Port-Opens, 1st Ld\n^Port opens<\n^By X=\n", 250
    yield "slugs that never end", "BC-EU--Port-", 1500
    yield "carets", "^<=^\n", 800
    yield "buttons", "Facebook | X | Share\n#port #sea\nHome » News » Port\n", 300
    yield "contacts without end", "Media contact:\nInes Vale\n+44 20 7946 0123\n", 300
    yield "datelines", "PORT ELM, England, May 4 (Brook News) — It opened at six again.\n", 300
    yield "rubrics and rules", "SPORT\nPort opens again today\nMARLOW (BN) - It did.\n***\n", 250
    yield "captions", "Table 1: Berths\nFigure 2. The pier\nPhoto: Ines Vale\n", 300


def _characters() -> Repeated:
    yield "NUL between words", "word\x00", 3000
    yield "NUL alone", "\x00", 3000
    yield "control characters", "".join(map(chr, range(32))), 100
    yield "surrogates that stand alone", "a\ud800b\udfff \n", 500
    yield "bidi and zero width", f"a{BIDI}{ZERO_WIDTH} b\n", 300
    yield "bidi and zero width alone", BIDI + ZERO_WIDTH, 500
    yield "right to left", "س: هل الميناء مفتوح؟\nج: نعم، منذ السادسة.\n", 400
    yield "talks behind two marks", "* هل الميناء مفتوح؟\n- نعم، منذ السادسة.\n", 400
    yield "prompts among answers", "Why?\n\nI stay.\n\nYou stay.\n\nI said so.\n\n", 300
    yield (
        "answers that ask",
        "Why do you stay?\n\nI stay here. I like it. And who would not?\n\n",
        300,
    )
    yield "links below their words", "Read more:\nHarbour opens\nPilots want a quay\n", 300
    yield "credits", "Tom Reed and Ada Quill contributed to this report\n", 300
    yield "a long word", "abcdefghij", 3000
    yield "combining marks", "\u0301", 20_000
    yield "pictographs joined", "\U0001f468\u200d\U0001f469\u200d\U0001f467 ", 2000
    yield "outside the basic plane", "\U0001d400\U00020000: \U0001f4f0\n", 600
    yield "noncharacters", "a\ufffe\uffff\U0010ffff\n", 700
    yield "letters that grow in upper case", "ßŉǰΐﬃ İ\n", 700
    yield "box drawing", "┌──┬──┐\n│ a│ b│\n├──┼──┤\n│ c│ d│\n└──┴──┘\n", 200
    yield "replacement characters", "\ufffd", 10_000
    yield "decoded twice", "Itâ€™s the portâ€”again Ã©\n", 500
    yield "leftovers of mail", "=E2=80=99=20=\n=?UTF-8?Q?a?=\n", 400
    yield "leftovers of the web", "&amp;#8217;<b>[caption id=1]</b>&nbsp;\\n", 800
    yield "markup of XML", "<![CDATA[ ]]> &lt; <?xml ?> <!-- -- > ]]>\n", 600


def _unlike() -> Iterator[tuple[str, str]]:
    """Texts in which no piece comes twice, or each nests deeper than the one before."""
    names = [f"The {n}th Berth of the Port" for n in range(300)]
    yield (
        "a contents list of everything",
        "Contents\n"
        + "".join(f"{n}. {name}\n" for n, name in enumerate(names, start=1))
        + "".join(f"\n{name}\nIt opened at six.\n" for name in names),
    )
    yield "a speaker to a line", "".join(f"Speaker {n}: Yes.\n" for n in range(1000))
    yield "a heading of every depth", "".join(f"{'#' * (n % 9)} Berth {n}\n" for n in range(1000))
    yield "ragged rows", "".join("|" + " x |" * (n % 40) + "\n" for n in range(300))
    yield "numbers that fall and rise", "".join(f"{n * 7 % 50}. item\n" for n in range(1000))
    yield "roman numbers", "".join(f"{'ivx' * (n % 2 + 1)}) item\n" for n in range(700))
    yield "indented deeper and deeper", "".join(" " * n + "- a\n" for n in range(400))
    yield "quoted deeper and deeper", "".join(">" * n + " a\n" for n in range(400))
    yield "brackets in brackets", "[" * 5000 + "a" + "](b)" * 5000
    yield "stress of every length", "".join("*" * n + "a" for n in range(1, 150))
    yield "a row under a row that is no table", "|" + " cell |" * 3000 + "\n|" + "---|" * 3000


_REPEATED = [
    entry
    for group in (_marks, _lines, _blocks, _speech, _articles, _characters)
    for entry in group()
]
PIECES: Mapping[str, str] = {name: piece for name, piece, _ in _REPEATED}
HOSTILE: Mapping[str, str] = {name: piece * count for name, piece, count in _REPEATED} | dict(
    _unlike()
)
