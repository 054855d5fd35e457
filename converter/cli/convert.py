"""``converter convert``: the renditions of one input or of several."""

from __future__ import annotations

import argparse

from converter.cli.console import Console
from converter.cli.inputs import Done, each_input
from converter.cli.opening import converted, shown
from converter.cli.options import (
    STANDARD,
    add_input_arguments,
    add_report_argument,
    rendition_names,
)
from converter.cli.saving import check_folder, save
from converter.cli.summary import Output, Report, summary
from converter.cli.targets import Targets, refuse_clashes, refuse_inputs, stem_of
from converter.cli.values import report_value
from converter.cli.watch import Watch
from converter.errors import UsageError
from converter.writers import WRITERS

RENDITIONS = ("json", "docx", "pdf")
"""What is written when nothing is said: for machines, for editing, for the meeting."""

FOLDER = "outputs"

DESCRIPTION = """\
Each input becomes one file for each rendition, named after it: article.txt becomes
outputs/article.json, outputs/article.docx and outputs/article.pdf. All renditions of an input
are made before any is saved, and a file that is there already is replaced whole or not at all.
An input that fails does not stop the others."""

EXAMPLES = """
converter convert article.txt
converter convert desk/*.txt --to docx --out word
converter convert fused.txt --split-articles
    fused-1.json, fused-2.json ...: one document for each article
converter convert article.txt --schema newsroom.toml --strict
    nothing is saved when the article lacks what the schema requires
converter convert - --to json < article.txt > article.json
converter convert article.txt --format json | jq '.inputs[].recovered'
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_input_arguments(parser, several=True)
    parser.add_argument(
        "--to",
        metavar="LIST",
        type=rendition_names,
        help=f"the renditions, with commas between them: {', '.join(WRITERS)};"
        f" without it {', '.join(RENDITIONS)}",
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        help=f"the folder to write in (default {FOLDER}); - for standard output",
    )
    parser.add_argument(
        "--split-articles",
        action="store_true",
        help="a document of its own for each of several articles in one input",
    )
    parser.add_argument(
        "--verbatim", action="store_true", help="add no character, not even a missing space"
    )
    parser.add_argument(
        "--strict", action="store_true", help="fail when a requirement of the schema is not met"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="do all but save, and say what would be saved"
    )
    add_report_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Convert all inputs. Raises UsageError and OutputError before anything is opened,
    PartialError when some of several inputs failed."""
    inputs: list[str] = arguments.inputs
    if arguments.out == STANDARD or (arguments.out is None and STANDARD in inputs):
        return _to_standard_output(arguments, console)
    targets = Targets(
        arguments.out or FOLDER, arguments.to or RENDITIONS, split=arguments.split_articles
    )
    refuse_clashes(inputs, targets)
    check_folder(targets.folder)
    return each_input(arguments, console, lambda name: _convert(name, targets, arguments, console))


def _to_standard_output(arguments: argparse.Namespace, console: Console) -> int:
    names: tuple[str, ...] = arguments.to or RENDITIONS
    wanted = {
        "one input": len(arguments.inputs) == 1,
        "one rendition": len(names) == 1,
        "one document": not arguments.split_articles,
        "nothing beside it": arguments.report != "json",
    }
    for what, is_so in wanted.items():
        if not is_so:
            raise UsageError(
                f"standard output takes {what}; write to a folder with --out DIR, or say less,"
                " as in: converter convert - --to json"
            )
    writer = WRITERS[names[0]]
    if console.out.is_terminal and not writer.is_text:
        raise UsageError(f"a terminal cannot show {writer.name}; send it to a file with >")
    conversion = converted(arguments.inputs[0], arguments, console, to=names)
    if not arguments.dry_run:
        console.out.bytes(conversion.renditions[writer.name])
    report = Report(shown(arguments.inputs[0]), conversion, ())
    if not console.quiet:
        console.err.lines(summary(report, verbose=console.verbose))
    return 0


def _convert(name: str, targets: Targets, arguments: argparse.Namespace, console: Console) -> Done:
    watch = Watch()
    conversion = converted(name, arguments, console, to=targets.renditions, on_stage=watch.at)
    watch.at("save")
    files: dict[str, bytes] = {}
    outputs = []
    stems = _stems(name, len(conversion.parts))
    for stem, part in zip(stems, conversion.parts, strict=True):
        for rendition, data in part.renditions.items():
            path = targets.path(stem, rendition)
            files[path] = data
            outputs.append(Output(rendition, path, len(data)))
    refuse_inputs(list(files), arguments.inputs)
    if not arguments.dry_run:
        save(files)
    saved = not arguments.dry_run
    report = Report(shown(name), conversion, tuple(outputs), watch.times(), saved)
    if arguments.report == "json":
        return Done([], [], report_value(report))
    said = [] if console.quiet else summary(report, verbose=console.verbose)
    return Done(said, [], None)


def _stems(name: str, count: int) -> list[str]:
    """What the files of each part are named after: the input, however its document is called."""
    stem = stem_of(name)
    return [stem] if count == 1 else [f"{stem}-{number + 1}" for number in range(count)]
