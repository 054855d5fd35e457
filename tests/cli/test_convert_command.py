"""``converter convert``: what is written where, what is said, what happens when one fails."""

from __future__ import annotations

import gc
import io
import json
import sys
from pathlib import Path

import pytest

from cli.conftest import INTERVIEW, Cli
from converter.model import Document, SourceFile
from converter.pipeline import Conversion
from converter.readers import ReadOptions
from converter.writers import WRITERS, WriteOptions, Writer


def test_renditions_lie_in_outputs_by_the_name_of_the_input(cli: Cli) -> None:
    outcome = cli("convert", "bells.txt", "--to", "json,outline")
    assert (outcome.code, outcome.out) == (0, "")
    names = sorted(path.name for path in Path("outputs").iterdir())
    assert names == ["bells.json", "bells.outline.json"]
    assert json.loads(Path("outputs/bells.json").read_bytes())["source"]["name"] == "bells.txt"


def test_summary_says_what_was_recovered_and_where_it_lies(cli: Cli) -> None:
    err = cli("convert", "bells.txt", "--to", "json").err
    assert err.splitlines()[0] == "bells.txt"
    assert "schema     interview (2 exchanges hold" in err
    assert "recovered  1 section, 2 exchanges" in err
    assert str(Path("saved      outputs/bells.json")) in err
    assert "\x1b" not in err


def test_quiet_run_says_nothing(cli: Cli) -> None:
    outcome = cli("convert", "bells.txt", "--to", "json", "-q")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_verbose_run_says_every_notice_with_its_place_and_the_times(cli: Cli) -> None:
    Path("cafe.txt").write_bytes(b"Round the corner\n\nA caf\xe9 has opened; nobody knows why.\n")
    err = cli("convert", "cafe.txt", "--to", "json", "-v").err
    assert "cafe.txt:3:6: warning C101" in err
    times = err.splitlines()[-1]
    for stage in ("open", "read", "recover", "check", "write json", "save"):
        assert f"{stage} " in times


def test_notices_are_counted_by_severity(cli: Cli) -> None:
    Path("cafe.txt").write_bytes(b"Round the corner\n\nA caf\xe9 has opened; nobody knows why.\n")
    assert "notices    1 warning" in cli("convert", "cafe.txt", "--to", "json").err


def test_options_may_stand_anywhere(cli: Cli) -> None:
    Path("more.txt").write_text(INTERVIEW, encoding="utf-8")
    assert cli("-q", "convert", "bells.txt", "--to", "json", "more.txt").err == ""
    assert Path("outputs/more.json").exists()


def test_folder_is_made_and_another_may_be_named(cli: Cli) -> None:
    assert cli("convert", "bells.txt", "--to", "json", "--out", "a/b").code == 0
    assert Path("a/b/bells.json").exists()


def test_dry_run_saves_nothing_and_says_what_it_would(cli: Cli) -> None:
    outcome = cli("convert", "bells.txt", "--to", "json", "--dry-run")
    assert "would save" in outcome.err
    assert not Path("outputs").exists()


def test_outputs_are_the_same_on_every_run(cli: Cli) -> None:
    cli("convert", "bells.txt", "--to", "json", "-q")
    first = Path("outputs/bells.json").read_bytes()
    cli("convert", "bells.txt", "--to", "json", "-q")
    assert Path("outputs/bells.json").read_bytes() == first


# --- machines -------------------------------------------------------------------------------


def test_json_report_is_one_object_on_standard_output(cli: Cli) -> None:
    outcome = cli("convert", "bells.txt", "--to", "json", "--format", "json")
    (done,) = outcome.value["inputs"]
    assert outcome.err == ""
    assert done["status"] == "done"
    assert done["schema"] == "interview"
    assert done["recovered"] == {"article": 0, "section": 1, "exchange": 2, "table": 0, "list": 0}
    (output,) = done["outputs"]
    assert output["rendition"] == "json"
    assert output["bytes"] == Path(output["path"]).stat().st_size


def test_json_report_names_what_failed(cli: Cli) -> None:
    outcome = cli("convert", "bells.txt", "gone.txt", "--to", "json", "--format", "json")
    assert outcome.code == 8
    done, failed = outcome.value["inputs"]
    assert done["status"] == "done"
    assert failed == {
        "input": "gone.txt",
        "status": "failed",
        "error": "gone.txt: there is no such file; check the name",
        "exit_code": 3,
    }


def test_json_report_has_notices_with_places(cli: Cli) -> None:
    Path("cafe.txt").write_bytes(b"Round the corner\n\nA caf\xe9 has opened; nobody knows why.\n")
    (done,) = cli("convert", "cafe.txt", "--to", "json", "--format", "json").value["inputs"]
    notice = done["notices"][0]
    assert (notice["code"], notice["severity"]) == ("C101", "warning")
    assert (notice["line"], notice["column"], notice["span"]) == (3, 6, [23, 24])


# --- several inputs -------------------------------------------------------------------------


def test_one_input_that_fails_does_not_stop_the_others(cli: Cli) -> None:
    Path("more.txt").write_text(INTERVIEW, encoding="utf-8")
    Path("empty.txt").touch()
    outcome = cli("convert", "bells.txt", "empty.txt", "more.txt", "--to", "json")
    assert outcome.code == 8
    assert sorted(path.name for path in Path("outputs").iterdir()) == ["bells.json", "more.json"]
    assert sum(line.startswith("empty.txt: ") for line in outcome.err.splitlines()) == 1
    assert outcome.err.splitlines()[-1].startswith("1 of 3 inputs failed")


def test_defect_in_one_input_does_not_stop_the_others(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from converter.readers import read

    def failing(source: SourceFile, options: ReadOptions | None) -> Document:
        if source.name == "bad.txt":
            raise KeyError("colspan")
        return read(source, options)

    monkeypatch.setattr("converter.pipeline.read_source", failing)
    Path("bad.txt").write_text("Some words.", encoding="utf-8")
    outcome = cli("convert", "bad.txt", "bells.txt", "--to", "json")
    assert outcome.code == 8
    assert "bad.txt: converter failed by a defect of its own (KeyError: 'colspan')" in outcome.err
    assert "Traceback" not in outcome.err
    assert Path("outputs/bells.json").exists()


def test_documents_of_earlier_inputs_are_let_go(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one.txt", "two.txt", "three.txt"):
        Path(name).write_text(INTERVIEW, encoding="utf-8")
    alive = []

    def count(files: object) -> None:
        gc.collect()
        alive.append(sum(isinstance(thing, Conversion) for thing in gc.get_objects()))

    monkeypatch.setattr("converter.cli.convert.save", count)
    cli("convert", "one.txt", "two.txt", "three.txt", "--to", "json", "--format", "json")
    assert alive == [1, 1, 1]


def test_clashing_inputs_are_refused_before_anything_is_written(cli: Cli) -> None:
    Path("desk").mkdir()
    Path("desk/bells.txt").write_text(INTERVIEW, encoding="utf-8")
    outcome = cli("convert", "bells.txt", "desk/bells.txt", "--to", "json")
    assert outcome.code == 2
    assert not Path("outputs").exists()


# --- articles and schemas -------------------------------------------------------------------


FUSED = """# Council Closes the Old Quay for a Year

The council has closed the old quay, since the piles under its northern end have rotted away.
Boats will land at the mole until the carpenters are done, and the market will be held in the
yard of the customs house. Nobody knows yet who is going to pay for the timber.

# Baker Wins Medal With Bread of Seaweed

Salome Kerr, who bakes in the lane behind the chapel, has won a medal with a loaf that holds
more kelp than rye. She gathers it herself before dawn, dries it over the oven, and will tell
no one how long. Her neighbours say that one grows used to the smell after some weeks.
"""


def test_split_articles_are_files_of_their_own(cli: Cli) -> None:
    Path("page.txt").write_text(FUSED, encoding="utf-8")
    assert cli("convert", "page.txt", "--to", "json", "--split-articles").code == 0
    names = sorted(path.name for path in Path("outputs").iterdir())
    assert names == ["page-1.json", "page-2.json"]


def test_part_is_never_written_over_an_input(cli: Cli) -> None:
    Path("page.txt").write_text(FUSED, encoding="utf-8")
    Path("page-1.json").write_text(INTERVIEW, encoding="utf-8")
    outcome = cli("convert", "page.txt", "page-1.json", "--split-articles", "--out", ".")
    assert outcome.code == 2
    assert Path("page-1.json").read_text(encoding="utf-8") == INTERVIEW


def test_part_is_never_written_over_a_linked_input(cli: Cli) -> None:
    Path("page.txt").write_text(FUSED, encoding="utf-8")
    Path("outputs").mkdir()
    Path("outputs/page-1.json").write_text(INTERVIEW, encoding="utf-8")
    Path("x.txt").symlink_to("outputs/page-1.json")
    outcome = cli("convert", "page.txt", "x.txt", "--to", "json", "--split-articles")
    assert outcome.code == 8
    assert "outputs/page-1.json would be written over an input" in outcome.err
    assert Path("outputs/page-1.json").read_text(encoding="utf-8") == INTERVIEW


def test_strict_run_saves_nothing_that_lacks_a_requirement(cli: Cli) -> None:
    Path("plain.txt").write_text("One line of prose, no more.\n", encoding="utf-8")
    outcome = cli("convert", "plain.txt", "--to", "json", "--schema", "interview", "--strict")
    assert outcome.code == 5
    assert "plain.txt: R101" in outcome.err
    assert not Path("outputs").exists()


def test_missing_requirement_is_told_but_no_error_without_strict(cli: Cli) -> None:
    Path("plain.txt").write_text("One line of prose, no more.\n", encoding="utf-8")
    outcome = cli("convert", "plain.txt", "--to", "json", "--schema", "interview")
    assert outcome.code == 0
    assert "requirements of interview not met" in outcome.err


# --- standard input and output --------------------------------------------------------------


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(INTERVIEW.encode())))


@pytest.mark.usefixtures("piped")
def test_standard_input_goes_to_standard_output(cli: Cli) -> None:
    outcome = cli("convert", "-", "--to", "json")
    assert outcome.code == 0
    assert outcome.value["source"]["name"] == "stdin"
    assert outcome.err.startswith("stdin\n")


@pytest.mark.usefixtures("piped")
def test_standard_input_goes_to_a_folder_that_is_named(cli: Cli) -> None:
    assert cli("convert", "-", "--to", "json", "--out", "here").out == ""
    assert Path("here/stdin.json").exists()


def test_file_goes_to_standard_output_when_asked_for(cli: Cli) -> None:
    outcome = cli("convert", "bells.txt", "--to", "outline", "--out", "-", "-q")
    assert outcome.value["title"] == "The Bell Ringer"
    assert outcome.err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("-",),
        ("-", "--to", "json,outline"),
        ("-", "bells.txt", "--to", "json"),
        ("-", "--to", "json", "--split-articles"),
        ("-", "--to", "json", "--format", "json"),
    ],
    ids=" ".join,
)
def test_standard_output_takes_one_thing_only(cli: Cli, words: tuple[str, ...]) -> None:
    outcome = cli("convert", *words)
    assert outcome.code == 2
    assert "standard output takes one" in outcome.err or "nothing beside it" in outcome.err


# --- bad input ------------------------------------------------------------------------------


def test_failing_rendition_leaves_the_others_unsaved(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("outputs").mkdir()
    Path("outputs/bells.json").write_bytes(b"old")

    def broken(document: Document, options: WriteOptions) -> bytes:
        raise ZeroDivisionError

    module = type(sys)("broken_writer")
    module.write = broken  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "broken_writer", module)
    monkeypatch.setitem(WRITERS, "x", Writer("x", "a test", ".x", False, "broken_writer"))
    outcome = cli("convert", "bells.txt", "--to", "json,x")
    assert outcome.code == 70
    assert Path("outputs/bells.json").read_bytes() == b"old"
    assert [path.name for path in Path("outputs").iterdir()] == ["bells.json"]


def test_rendition_that_cannot_be_saved_leaves_the_others_unsaved(cli: Cli) -> None:
    Path("outputs/bells.outline.json").mkdir(parents=True)
    outcome = cli("convert", "bells.txt", "--to", "json,outline")
    assert outcome.code == 6
    assert [path.name for path in Path("outputs").iterdir()] == ["bells.outline.json"]


def test_folder_is_refused_before_anything_is_opened(cli: Cli) -> None:
    assert cli("convert", "gone.txt", "--out", "bells.txt").code == 6


BAD = {
    "missing": (("convert", "gone.txt"), 3),
    "a folder": (("convert", "."), 3),
    "unknown schema": (("convert", "bells.txt", "--schema", "intervew"), 4),
    "no schema file": (("convert", "bells.txt", "--schema", "gone.toml"), 4),
    "too large": (("convert", "bells.txt", "--max-size", "10"), 3),
    "too many lines": (("convert", "bells.txt", "--max-lines", "2"), 3),
    "too long a line": (("convert", "bells.txt", "--max-line-length", "9"), 3),
    "a file for a folder": (("convert", "bells.txt", "--out", "bells.txt"), 6),
    "unknown rendition": (("convert", "bells.txt", "--to", "jsn"), 2),
    "empty rendition": (("convert", "bells.txt", "--to", ""), 2),
    "unknown format": (("convert", "bells.txt", "--from", "txt"), 2),
    "no size": (("convert", "bells.txt", "--max-size", "big"), 2),
    "endless size": (("convert", "bells.txt", "--max-size", "9" * 400), 2),
    "no number": (("convert", "bells.txt", "--max-lines", "0"), 2),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_one_sentence_with_what_to_do(cli: Cli, what: str) -> None:
    words, code = BAD[what]
    outcome = cli(*words)
    assert outcome.code == code
    assert outcome.out == ""
    (sentence,) = outcome.err.splitlines()
    assert ("; " in sentence) or sentence.endswith("?")
    assert not Path("outputs").exists()


def test_name_of_a_file_cannot_steer_the_terminal(cli: Cli) -> None:
    assert "\x1b" not in cli("convert", "\x1b[2Jgone.txt").err


def test_furniture_of_a_page_is_kept_when_asked_for(cli: Cli, tmp_path: Path) -> None:
    story = "<p>The ferry left at six, and nobody, not even the pilot, had slept.</p>" * 5
    page = tmp_path / "page.html"
    page.write_text(f"<nav><a href=/>Home page</a></nav><article>{story}</article>", "utf-8")
    assert (
        '"type":"text","text":"Home page"'
        not in cli("convert", str(page), "--to", "json", "--out", "-").out
    )
    kept = cli("convert", str(page), "--to", "json", "--out", "-", "--keep-furniture").out
    assert '"type":"text","text":"Home page"' in kept
