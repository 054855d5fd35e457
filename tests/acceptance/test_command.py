"""The installed command, as its users run it: a process, files, pipes, signals, a terminal."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SLOW_MODULES = {"docx", "lxml", "marshmallow", "rich", "weasyprint"}


def command() -> list[str]:
    """The script that was installed beside this interpreter, else the module."""
    script = Path(sys.executable).with_name("converter")
    return [str(script)] if script.exists() else [sys.executable, "-m", "converter"]


def run(
    *words: str,
    cwd: Path,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        [*command(), *words],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**clean, **(env or {})},
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one of our examples in it."""
    shutil.copy(EXAMPLES / "harbour-fused.txt", tmp_path / "harbour.txt")
    return tmp_path


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_one_command_makes_three_renditions_twice_the_same(desk: Path) -> None:
    first = run("convert", "harbour.txt", cwd=desk)
    assert (first.returncode, first.stdout) == (0, b""), first.stderr.decode()
    made = digests(desk / "outputs")
    assert set(made) == {"harbour.json", "harbour.docx", "harbour.pdf"}
    assert (desk / "outputs/harbour.pdf").read_bytes().startswith(b"%PDF-")
    assert (desk / "outputs/harbour.docx").read_bytes().startswith(b"PK")
    again = run("convert", "harbour.txt", cwd=desk, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})
    assert again.returncode == 0
    assert digests(desk / "outputs") == made


def test_date_of_making_comes_from_source_date_epoch(desk: Path) -> None:
    bad = run("convert", "harbour.txt", cwd=desk, env={"SOURCE_DATE_EPOCH": "today"})
    assert bad.returncode == 2
    assert b"SOURCE_DATE_EPOCH" in bad.stderr
    assert not (desk / "outputs").exists()


def test_text_flows_through_a_pipe(desk: Path) -> None:
    text = (desk / "harbour.txt").read_bytes()
    done = run("convert", "-", "--to", "json", cwd=desk, stdin=text)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["sha256"] == hashlib.sha256(text).hexdigest()


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_any_code_page_of_the_console_will_do(desk: Path, locale: str) -> None:
    env = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    done = run("inspect", "harbour.txt", cwd=desk, env=env)
    assert done.returncode == 0
    assert "├─".encode() in done.stdout


def test_reader_that_goes_early_is_no_error(desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [*command(), "inspect", "harbour.txt"],
            cwd=desk, stdout=closed, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("words", [("--help",), ("inspect", "harbour.txt"), ("formats",)], ids=str)
def test_full_disk_is_one_sentence(desk: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command(), *words], cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 6
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signal_ends_it_quietly_and_leaves_the_old_file(
    desk: Path, number: signal.Signals, code: int
) -> None:
    (desk / "outputs").mkdir()
    (desk / "outputs/pipe.json").write_bytes(b"old")
    os.mkfifo(desk / "pipe.txt")
    process = subprocess.Popen(
        [*command(), "convert", "pipe.txt", "--to", "json"], cwd=desk, stderr=subprocess.PIPE
    )
    # Opening for writing waits until the process reads, so the signal finds it at work.
    with (desk / "pipe.txt").open("wb", buffering=0) as pipe:
        pipe.write(b"Some words.")
        process.send_signal(number)
    # The end of the pipe wakes it, should the signal have come just before it fell asleep.
    _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert err == b"interrupted; no file is half-written\n"
    assert digests(desk / "outputs") == {"pipe.json": hashlib.sha256(b"old").hexdigest()}


# --- on a terminal --------------------------------------------------------------------------


def on_terminal(*words: str, cwd: Path, env: Mapping[str, str]) -> str:
    """What the command shows on a terminal of 60 columns."""
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 60, 0, 0))
    process = subprocess.Popen(
        [*command(), *words], cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **env},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the terminal is gone with its last user
            break
        if not chunk:
            break
        shown += chunk
    process.wait(timeout=60)
    os.close(ours)
    return shown.decode()


def test_terminal_has_colours_and_its_own_width(desk: Path) -> None:
    shown = on_terminal("inspect", "harbour.txt", cwd=desk, env={})
    assert "\x1b[1m" in shown
    tree = [line for line in without_styles(shown).splitlines() if "─ " in line]
    assert max(map(len, tree)) == 60


@pytest.mark.parametrize(
    ("words", "env"),
    [((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"}), (("--no-color",), {})],
    ids=["NO_COLOR", "dumb", "--no-color"],
)
def test_terminal_without_colours_has_none(
    desk: Path, words: tuple[str, ...], env: Mapping[str, str]
) -> None:
    assert "\x1b" not in on_terminal("inspect", "harbour.txt", *words, cwd=desk, env=env)


def test_terminal_shows_a_bar_for_several_inputs(desk: Path) -> None:
    shutil.copy(desk / "harbour.txt", desk / "quay.txt")
    words = ("convert", "harbour.txt", "quay.txt", "--to", "json")
    shown = without_styles(on_terminal(*words, cwd=desk, env={}))
    assert "0/2 harbour.txt" in shown
    assert str(Path("outputs/quay.json")) in shown


@pytest.mark.parametrize("rendition", ["docx", "pdf"])
def test_terminal_is_spared_what_it_cannot_show(desk: Path, rendition: str) -> None:
    words = ("convert", "harbour.txt", "--to", rendition, "--out", "-")
    shown = on_terminal(*words, cwd=desk, env={})
    assert f"a terminal cannot show {rendition}" in shown


def without_styles(text: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


# --- what it costs --------------------------------------------------------------------------


def imported(*words: str, cwd: Path) -> set[str]:
    """The modules that a run of the command imports, beyond those of every interpreter here."""
    probe = (
        "import sys; own = set(sys.modules); from converter.cli import main;"
        " code = main(sys.argv[1:]); print(code, *sys.modules.keys() - own, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, *words], cwd=cwd, capture_output=True, text=True, check=True
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code == "0"
    return set(modules)


@pytest.mark.parametrize("words", [("--help",), ("--version",)], ids=str)
def test_page_and_version_import_next_to_nothing(desk: Path, words: tuple[str, ...]) -> None:
    modules = imported(*words, cwd=desk)
    assert not modules & {*SLOW_MODULES, "argparse", "dataclasses", "pathlib", "re", "inspect"}
    assert "converter.model" not in modules


@pytest.mark.parametrize("rendition", ["json", "outline"])
def test_text_to_json_imports_nothing_slow(desk: Path, rendition: str) -> None:
    modules = imported("convert", "harbour.txt", "--to", rendition, "-q", cwd=desk)
    assert not modules & {*SLOW_MODULES, "importlib.metadata", "logging", "urllib.request"}


def test_word_document_does_not_pay_for_the_briefing(desk: Path) -> None:
    modules = imported("convert", "harbour.txt", "--to", "docx", "-q", cwd=desk)
    assert "weasyprint" not in modules
