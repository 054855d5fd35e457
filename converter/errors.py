"""The error families, one exit code each. Every message is one sentence: the place, then what
to do.

    ConverterError
    +-- UsageError         2   the command line is wrong
    +-- InputError         3   the input cannot be read
    +-- SchemaError        4   the article schema is invalid
    +-- RequirementError   5   the document misses a requirement of its schema
    +-- OutputError        6   a rendition could not be made or saved
    +-- PublishError       7   the CMS refused, or cannot be reached
    +-- PartialError       8   some documents of several failed, the others are done
    +-- InvariantError    70   our own defect: the ledger does not balance
"""

from __future__ import annotations


class ConverterError(Exception):
    """Base of all errors that end a run. ``exit_code`` is the process's exit code."""

    exit_code = 1


class UsageError(ConverterError):
    """The command line, or a call's arguments, cannot be followed."""

    exit_code = 2


class InputError(ConverterError):
    """The input is missing, unsupported, damaged, too large or hostile."""

    exit_code = 3


class SchemaError(ConverterError):
    """The article schema is invalid."""

    exit_code = 4


class RequirementError(ConverterError):
    """The document misses a requirement of its schema."""

    exit_code = 5


class OutputError(ConverterError):
    """A rendition could not be made or saved."""

    exit_code = 6


class PublishError(ConverterError):
    """The CMS refused, or cannot be reached."""

    exit_code = 7


class PartialError(ConverterError):
    """Some of several documents failed; the others are done."""

    exit_code = 8


class InvariantError(ConverterError):
    """Our own defect: characters were lost, invented or moved."""

    exit_code = 70
