"""The commands: one module of this room for each, imported when it is called.

A module has ``DESCRIPTION`` and ``EXAMPLES`` for its help page, ``add_arguments(parser)``, and
``run(arguments, console) -> exit code``.
"""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "convert": "write the renditions of documents: JSON, Word, PDF, HTML",
    "inspect": "show the recovered tree: what was found, where, how sure and why",
    "check": "list what a document lacks that its schema requires",
    "schema": "list, show or check the schemas of articles",
    "formats": "list what can be read and what can be written",
    "completion": "print the script that lets a shell complete commands and options",
}
"""A command's name, and what it does in one line."""
