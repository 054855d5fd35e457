"""``converter formats``: what can be read and what can be written."""

from __future__ import annotations

import argparse

from converter.cli.console import Console, Line
from converter.cli.convert import RENDITIONS
from converter.cli.options import add_report_argument
from converter.cli.values import Json, dumped
from converter.pipeline.sniffing import is_sniffed
from converter.readers import READERS
from converter.writers import WRITERS

DESCRIPTION = """\
The names are those of convert --from and convert --to. A format that is known by its contents is
read whatever a file is called, if its name promises no other; a name that promises another is
refused, and so is a file that is no document, each with what to do. Other text is plain text."""

EXAMPLES = """
converter formats
converter formats --format json | jq -r '.write[].name'
"""

COLUMNS = 12
"""For a name and for the endings of files, so that what they mean stands in one line below."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_report_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """List both on standard output."""
    if arguments.report == "json":
        console.out.bytes(dumped(_value()))
        return 0
    lines: list[Line] = [(("strong", "read"), ("faint", "  (--from)"))]
    for reader in READERS.values():
        known = "; known by its contents" if is_sniffed(reader.name) else ""
        lines.append(_row(reader.name, reader.title, ", ".join(reader.suffixes) + known))
    lines += [(), (("strong", "write"), ("faint", "  (--to)"))]
    for writer in WRITERS.values():
        usual = "; written when nothing is said" if writer.name in RENDITIONS else ""
        lines.append(_row(writer.name, writer.title, writer.suffix + usual))
    console.out.lines(lines)
    return 0


def _row(name: str, title: str, suffixes: str) -> Line:
    return (f"  {name:<{COLUMNS}}{title}", ("faint", f"  {suffixes}"))


def _value() -> Json:
    read: list[Json] = [
        {
            "name": reader.name,
            "title": reader.title,
            "suffixes": list(reader.suffixes),
            "sniffed": is_sniffed(reader.name),
        }
        for reader in READERS.values()
    ]
    written: list[Json] = [
        {
            "name": writer.name,
            "title": writer.title,
            "suffix": writer.suffix,
            "default": writer.name in RENDITIONS,
        }
        for writer in WRITERS.values()
    ]
    return {"read": read, "write": written}
