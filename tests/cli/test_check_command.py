"""``converter check``: what a document lacks, as lines and as an exit code."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Cli


def plain() -> None:
    Path("plain.txt").write_text("One line of prose, no more.\n", encoding="utf-8")


def test_document_that_has_all_is_fine(cli: Cli) -> None:
    outcome = cli("check", "bells.txt", "--schema", "interview")
    assert (outcome.code, outcome.out) == (0, "")
    assert "all that interview requires is there" in outcome.err


def test_what_is_missing_is_data_and_has_its_own_code(cli: Cli) -> None:
    plain()
    outcome = cli("check", "plain.txt", "--schema", "interview")
    assert outcome.code == 5
    assert all(line.startswith("plain.txt") and ": R1" in line for line in outcome.out.splitlines())
    assert "requirements of interview not met" in outcome.err
    assert not Path("outputs").exists()


def test_several_documents_are_each_checked(cli: Cli) -> None:
    plain()
    outcome = cli("check", "bells.txt", "plain.txt", "--schema", "interview", "-q")
    assert outcome.code == 5
    assert {line.split(":")[0] for line in outcome.out.splitlines()} == {"plain.txt"}


def test_document_that_cannot_be_read_goes_before_one_that_lacks_something(cli: Cli) -> None:
    plain()
    outcome = cli("check", "gone.txt", "plain.txt", "--schema", "interview")
    assert outcome.code == 8
    assert "plain.txt: R1" in outcome.out
    assert "gone.txt: there is no such file" in outcome.err
    assert cli("check", "gone.txt").code == 3


def test_machines_get_one_object(cli: Cli) -> None:
    plain()
    outcome = cli(
        "check", "bells.txt", "plain.txt", "gone.txt", "--schema", "interview", "--format", "json"
    )
    first, second, third = outcome.value["inputs"]
    assert (first["status"], first["problems"]) == ("complete", [])
    assert second["status"] == "incomplete"
    assert {"code", "message", "span", "line", "column"} == set(second["problems"][0])
    assert third["status"] == "failed"


def test_places_name_the_path_that_was_given(cli: Cli) -> None:
    Path("desk").mkdir()
    Path("desk/own.toml").write_text(
        'title = "Own"\nextends = "article"\n[[requirements]]\nwhat = "headline"\nat_most = 0\n'
        "at_least = 0\n",
        encoding="utf-8",
    )
    Path("desk/two.txt").write_text(Path("bells.txt").read_text("utf-8"), encoding="utf-8")
    outcome = cli("check", "desk/two.txt", "--schema", "desk/own.toml")
    assert outcome.code == 5
    assert outcome.out.startswith("desk/two.txt:1:1: R103 ")
