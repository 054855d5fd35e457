"""The page that ``converter --help`` shows. Imports nothing that costs time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from converter.cli.commands import COMMANDS
from converter.cli.console import Line
from converter.version import VERSION

TITLE = f"converter {VERSION}: structure for broken articles"
USAGE = "converter COMMAND [OPTIONS] ..."

INTRODUCTION = """\
Takes the text of an article as a broken page or a careless copy leaves it: pieces fused into
one, headings that lost their marks, tables made of pipes, interviews run together. Finds the
articles, sections, questions and answers, tables and lists again, and writes them as JSON, as a
Word document and as a printable briefing. No word is lost, none is invented, and every decision
can be looked at together with its reason."""

EXAMPLES: tuple[tuple[str, str], ...] = (
    (
        "converter convert article.txt",
        "writes outputs/article.json, outputs/article.docx, outputs/article.pdf",
    ),
    (
        "converter convert desk/*.txt --to docx --out word",
        "a Word document of each text, in the folder word",
    ),
    (
        "converter inspect article.txt --why",
        "what was recovered, line by line, and the evidence for it",
    ),
    (
        "converter check article.txt --schema interview",
        "does it hold what an interview must have?",
    ),
    (
        "converter convert - --to json < article.txt",
        "from standard input to standard output",
    ),
)

OPTIONS: Mapping[str, str] = {
    "-h, --help": "this page; after a command, the page of that command",
    "--version": "the program's version",
}

EXIT_CODES: Mapping[int, str] = {
    0: "done, maybe with notices",
    2: "the command line is wrong",
    3: "an input cannot be read: missing, empty, binary, damaged, too large",
    4: "the article schema is invalid",
    5: "the document lacks what its schema requires (check, convert --strict)",
    6: "a rendition could not be made or saved",
    8: "of several inputs some failed, each is named; the others are done",
    70: "a defect of the program; nothing was saved for that input",
    130: "interrupted, nothing is half-written (143: told to end by SIGTERM)",
}

READ_ON = """\
converter COMMAND --help has the options of a command and more examples. docs/cli.md is the
guide, docs/library.md shows how to call the same from Python."""


def page(columns: int) -> list[Line]:
    """The lines, laid out for this many columns."""
    codes = {f"{code:>3}": meaning for code, meaning in EXIT_CODES.items()}
    lines: list[Line] = [(("strong", TITLE),), ()]
    lines += [(line,) for line in _filled(INTRODUCTION, columns)]
    lines += _section("usage", [f"  {USAGE}"])
    lines += _section("commands", _table(COMMANDS, columns))
    lines += [(), (("strong", "examples:"),), *_examples(columns)]
    lines += _section("options", _table(OPTIONS, columns))
    lines += _section("exit codes", _table(codes, columns))
    return lines + _section("read on", _filled(READ_ON, columns, "  "))


def _section(title: str, body: Iterable[str]) -> list[Line]:
    return [(), (("strong", f"{title}:"),), *((line,) for line in body)]


def _examples(columns: int) -> Iterator[Line]:
    for command, says in EXAMPLES:
        yield (f"  {command}",)
        yield from ((("faint", line),) for line in _filled(says, columns, "      "))


def _table(rows: Mapping[str, str], columns: int) -> Iterator[str]:
    width = max(map(len, rows))
    for name, says in rows.items():
        first, *more = _filled(says, columns, " " * (width + 4))
        yield f"  {name:<{width}}  {first.strip()}"
        yield from more


def _filled(text: str, columns: int, indent: str = "") -> list[str]:
    """Words in lines that fit. textwrap does more, and takes longer to import than this page
    to show."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(indent) + len(lines[-1]) + 1 + len(word) > columns:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return [indent + line for line in lines]
