"""The process that PDFium runs in: a file comes in, its facts go out, as ``marshal`` has them.

A file that makes the library crash, hang or fill the memory ends this process and not ours.
"""

from __future__ import annotations

import marshal
import sys
from typing import Any

from converter.readers.pdf.engine import Refused, read_file
from converter.readers.pdf.facts import pack

REFUSED = "refused"


def main() -> None:
    """Read the file on standard input; the arguments are the most pages, the most bytes of a
    picture, and the most bytes of memory."""
    max_pages, max_asset, max_memory = (int(argument) for argument in sys.argv[1:4])
    _limit_memory(max_memory)
    data = sys.stdin.buffer.read()
    answer: tuple[Any, ...]
    try:
        answer = pack(read_file(data, max_pages, max_asset))
    except Refused as refused:
        answer = (REFUSED, *refused.args)
    sys.stdout.buffer.write(marshal.dumps(answer))
    sys.stdout.buffer.flush()


def _limit_memory(size: int) -> None:
    """Bound the address space, where the operating system can."""
    try:
        import resource
    except ImportError:  # not on Windows, where time alone is bounded
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > size:
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))


if __name__ == "__main__":
    main()
