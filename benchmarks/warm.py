"""A converter kept warm: python warm.py SUBJECT REPEATS FILE...

Prints ``ready``; for every line that comes in it converts all files REPEATS times, and prints
the seconds of processor that this took and the bytes that came out.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def floor() -> Callable[[bytes], bytes]:
    """No structure at all: the lines of the text, as JSON."""
    return lambda data: json.dumps(data.decode().splitlines()).encode()


def converter() -> Callable[[bytes], bytes]:
    import converter as program

    return lambda data: program.convert(data, name="article.txt", to=("json",)).renditions["json"]


def markdown_it() -> Callable[[bytes], bytes]:
    """Tokens only: no JSON, no spans in a line."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    return lambda data: str(len(parser.parse(data.decode()))).encode()


def markitdown() -> Callable[[bytes], bytes]:
    """Plain text in, plain text out: it sniffs and decodes."""
    import io

    from markitdown import MarkItDown

    program = MarkItDown()
    return lambda data: str(
        program.convert_stream(io.BytesIO(data), file_extension=".txt").text_content
    ).encode()


SUBJECTS = {
    "floor": floor,
    "converter": converter,
    "markdown-it": markdown_it,
    "markitdown": markitdown,
}


def main(subject: str, repeats: int, *files: str) -> None:
    texts = [Path(file).read_bytes() for file in files]
    convert = SUBJECTS[subject]()
    gc.freeze()
    print("ready", flush=True)
    for _ in sys.stdin:
        begin = time.process_time()
        size = sum(len(convert(text)) for text in texts for _ in range(repeats))
        print(time.process_time() - begin, size, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
