"""From the arguments of a command to the conversion of one of its inputs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable

from converter.cli.console import Console
from converter.cli.options import STANDARD
from converter.cli.targets import STDIN
from converter.pipeline import Conversion, ReadOptions, convert
from converter.records import replace
from converter.sources import Limits


def converted(
    name: str,
    arguments: argparse.Namespace,
    console: Console,
    *,
    to: Iterable[str] = (),
    on_stage: Callable[[str], None] = lambda _: None,
) -> Conversion:
    """What becomes of one input; standard input is read as text unless ``--from`` says else.

    Raises what ``pipeline.convert`` raises.
    """
    limits = _limits(arguments)
    source: str | bytes = name
    format_name = arguments.format
    if name == STANDARD:
        source = _standard_input(limits, console)
        format_name = format_name or "text"
    return convert(
        source,
        to=to,
        schema=arguments.schema,
        format=format_name,
        name=STDIN if name == STANDARD else None,
        limits=limits,
        reading=_reading(arguments),
        verbatim=getattr(arguments, "verbatim", False),
        strict=getattr(arguments, "strict", False),
        split_articles=getattr(arguments, "split_articles", False),
        on_stage=on_stage,
    )


def shown(name: str) -> str:
    """What an input is called in messages."""
    return STDIN if name == STANDARD else name


def _limits(arguments: argparse.Namespace) -> Limits:
    usual = Limits()
    return Limits(
        arguments.max_size or usual.max_bytes,
        arguments.max_lines or usual.max_lines,
        arguments.max_line_length or usual.max_line_length,
    )


def _reading(arguments: argparse.Namespace) -> ReadOptions:
    usual = ReadOptions()
    return replace(
        usual,
        keep_furniture=arguments.keep_furniture,
        tracked=arguments.tracked,
        max_unpacked=arguments.max_unpacked or usual.max_unpacked,
        max_asset=arguments.max_asset or usual.max_asset,
        max_pages=arguments.max_pages or usual.max_pages,
    )


def _standard_input(limits: Limits, console: Console) -> bytes:
    """At most one byte more than the limit, which then refuses it."""
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        console.say(("faint", "reading standard input; end it with Ctrl-D"))
    return sys.stdin.buffer.read(limits.max_bytes + 1)
