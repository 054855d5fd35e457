"""What reaches a terminal: clean, in UTF-8, coloured only where a person sees it."""

from __future__ import annotations

import errno
from io import BytesIO

import pytest

from converter.cli.console import Console, Stream, clean, cut
from converter.errors import OutputError


def stream(*, colours: bool = False) -> tuple[Stream, BytesIO]:
    raw = BytesIO()
    return Stream(raw, is_terminal=colours, colours=colours), raw


def test_styles_show_only_where_colours_are_wanted() -> None:
    plain, plain_bytes = stream()
    coloured, coloured_bytes = stream(colours=True)
    for out in (plain, coloured):
        out.line(("bad", "no"), " and yes")
    assert plain_bytes.getvalue() == b"no and yes\n"
    assert coloured_bytes.getvalue() == b"\x1b[31mno\x1b[0m and yes\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\rb", "a\\rb"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\x07", "\\x07"),
        ("tab\tstays", "tab\tstays"),
        ("é, 日本, 🙂 stay", "é, 日本, 🙂 stay"),
    ],
)
def test_text_of_a_document_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert clean(text) == shown
    out, raw = stream(colours=True)
    out.line(text, ("strong", text))
    assert raw.getvalue().decode() == f"{shown}\x1b[1m{shown}\x1b[0m\n"


def test_what_utf8_cannot_hold_is_shown_by_its_number() -> None:
    out, raw = stream()
    out.line("name-\udcff.txt")
    assert raw.getvalue() == b"name-\\udcff.txt\n"


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("one too many", 11, "one too ma…"),
        ("日本語の文章です", 9, "日本語の…"),
        ("e\u0301" * 8, 8, "e\u0301" * 8),
        ("never less than eight", -3, "never l…"),
    ],
)
def test_text_is_cut_to_the_columns_it_takes(text: str, columns: int, shown: str) -> None:
    assert cut(text, columns) == shown


def test_full_disk_is_one_sentence() -> None:
    class Full(BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutputError, match="no space left on device"):
        Stream(Full(), is_terminal=False, colours=False).line("x")


def test_quiet_console_says_nothing_but_data(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    console = Console(quiet=True)
    console.say("a word on the way")
    console.out.line("data")
    assert capfdbinary.readouterr() == (b"data\n", b"")


def test_console_lives_without_standard_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    console = Console()
    console.out.line("lost")
    console.say("lost")
    assert not console.out.is_terminal
