"""The process that PDFium runs in: a file comes in, its facts go out, as ``marshal`` has them.

A file that makes the library crash, hang or fill the memory ends this process and not ours.
"""

from __future__ import annotations

import marshal
import sys
from math import ceil
from typing import Any

from converter.readers.pdf.engine import Refused, read_file
from converter.readers.pdf.facts import pack

REFUSED = "refused"
ARGUMENTS = 6
"""Numbers among the arguments; folders to import from come after them."""


def main() -> None:
    """Read the file on standard input. The arguments are the most pages, the most bytes of a
    picture and of memory, the seconds of computing for the file and for each of its pages, and how
    many pages count for that."""
    numbers = [float(argument) for argument in sys.argv[1 : ARGUMENTS + 1]]
    max_pages, max_asset, max_memory = (int(number) for number in numbers[:3])
    seconds, seconds_per_page, most_pages = numbers[3:]
    _limit("RLIMIT_AS", max_memory)
    _limit("RLIMIT_CPU", ceil(seconds))
    data = sys.stdin.buffer.read()

    def allow(pages: int) -> None:
        _limit("RLIMIT_CPU", ceil(seconds + seconds_per_page * min(pages, most_pages)))

    answer: tuple[Any, ...]
    try:
        answer = pack(read_file(data, max_pages, max_asset, allow))
    except Refused as refused:
        answer = (REFUSED, *refused.args)
    sys.stdout.buffer.write(marshal.dumps(answer))
    sys.stdout.buffer.flush()


def _limit(what: str, most: int) -> None:
    """Bound what this process may use, where the operating system can; more ends it. The bound may
    be set anew."""
    try:
        import resource
    except ImportError:  # not on Windows, where the process around this one bounds the time
        return
    kind = getattr(resource, what)
    _, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(kind, (most, hard))


if __name__ == "__main__":
    main()
