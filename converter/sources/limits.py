"""How large an input may be."""

from __future__ import annotations

from converter.errors import InputError
from converter.records import record

MIB = 1024 * 1024


@record()
class Limits:
    """The most that is read of one input: bytes, lines, and code points in one line.

    The defaults let 50 MB pass, and a book in one line, and stop what would fill the memory.
    Each is an option of the command line: ``--max-size``, ``--max-lines``,
    ``--max-line-length``.
    """

    max_bytes: int = 64 * MIB
    max_lines: int = 2_000_000
    max_line_length: int = 10_000_000

    def check_size(self, size: int, name: str) -> None:
        """Raise InputError when an input of this many bytes is too large.

        Callers that read a file ask first, so that it need not be in memory.
        """
        if size > self.max_bytes:
            raise _too_much(name, f"{size:,} bytes", f"{self.max_bytes:,}", "--max-size")

    def check_lines(self, lines: int, name: str) -> None:
        """Raise InputError when there are too many lines."""
        if lines > self.max_lines:
            raise _too_much(name, f"{lines:,} lines", f"{self.max_lines:,}", "--max-lines")

    def check_line(self, length: int, line: int, name: str) -> None:
        """Raise InputError when this line, counted from 1, is too long."""
        if length > self.max_line_length:
            limit = f"{self.max_line_length:,}"
            place = f"{name}:{line}:1"
            raise _too_much(place, f"a line of {length:,} characters", limit, "--max-line-length")


DEFAULTS = Limits()


def _too_much(place: str, found: str, limit: str, option: str) -> InputError:
    return InputError(
        f"{place}: {found}, more than the limit of {limit}; split the file, or raise {option}"
    )
