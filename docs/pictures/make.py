"""Makes the pictures of the README from our own example: ``make pictures``.

Needs pdftoppm (Debian: poppler-utils) and the font DejaVu Sans Mono.
"""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console
from rich.text import Text
from weasyprint import HTML

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLE = "examples/harbour-fused.txt"
COLUMNS = 90
LINES = 40
"""Lines of the terminal that are shown: as tall as a screen."""

FONT = 12
LETTER, LINE, MARGIN = 0.602 * FONT, 1.35 * FONT, 1.5 * FONT
"""In px: the size of the letters, the width of one of DejaVu Sans Mono, the height of a line,
the border of the screen."""

SCREEN = """
<style>
  @page {{ size: {width}px {height}px; margin: 0 }}
  body {{ margin: 0; background: #16181d; color: #d8dee9 }}
  pre {{ margin: {margin}px; font: {font}px/{line}px "DejaVu Sans Mono", monospace }}
</style>
<pre>{code}</pre>
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        briefing = Path(folder, "harbour-fused.pdf")
        run("convert", EXAMPLE, "--to", "pdf", "--out", folder)
        draw(briefing, HERE / "briefing.png", dots=84)
        screen = Path(folder, "screen.pdf")
        HTML(string=page(terminal("inspect", EXAMPLE))).write_pdf(screen)
        draw(screen, HERE / "inspect.png", dots=110)


def run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "converter", *words], cwd=ROOT, check=True)


def terminal(*words: str) -> str:
    """What a command shows in a terminal of COLUMNS columns, with its escape codes."""
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    here, there = pty.openpty()
    termios.tcsetwinsize(there, (LINES, COLUMNS))
    command = [sys.executable, "-m", "converter", *words]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=there, stderr=there)
    os.close(there)
    shown = bytearray()
    try:
        while piece := os.read(here, 65536):
            shown += piece
    except OSError:
        pass  # the other end is closed: all is read
    process.wait()
    return shown.decode().replace("\r\n", "\n")


def page(shown: str) -> str:
    """The head of a terminal's screen as a page."""
    lines = [f"$ converter inspect {EXAMPLE}", *shown.splitlines()[:LINES]]
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi("\n".join(lines)), no_wrap=True, overflow="ellipsis")
    code = console.export_html(inline_styles=True, code_format="{code}")
    width, height = COLUMNS * LETTER + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    return SCREEN.format(code=code, width=width, height=height, margin=MARGIN, font=FONT, line=LINE)


def draw(document: Path, picture: Path, dots: int) -> None:
    """The first page of a PDF as a PNG."""
    command = ["pdftoppm", "-png", "-singlefile", "-f", "1", "-r", str(dots)]
    subprocess.run([*command, document, picture.with_suffix("")], check=True)


if __name__ == "__main__":
    main()
