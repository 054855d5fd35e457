"""An editor corrects the JSON of a conversion and prints it."""

from __future__ import annotations

import json
from pathlib import Path

from cli.conftest import Cli


def correct(name: str = "corrected.json") -> None:
    """What an editor does to the JSON of bells.txt."""
    text = Path("outputs/bells.json").read_text(encoding="utf-8")
    Path(name).write_text(text.replace("forty years", "forty-one years"), encoding="utf-8")


def test_corrected_json_is_printed_under_its_own_name(cli: Cli) -> None:
    cli("convert", "bells.txt", "--to", "json")
    correct()
    outcome = cli("convert", "corrected.json", "--to", "json,html", "--out", "print")
    assert outcome.code == 0
    assert sorted(path.name for path in Path("print").iterdir()) == [
        "corrected.html",
        "corrected.json",
    ]
    assert "forty-one years" in Path("print/corrected.html").read_text(encoding="utf-8")


def test_unchanged_json_under_another_name_gives_the_same_files(cli: Cli) -> None:
    cli("convert", "bells.txt", "--to", "json,docx")
    Path("copy.json").write_bytes(Path("outputs/bells.json").read_bytes())
    cli("convert", "copy.json", "--to", "json,docx", "--out", "print")
    for suffix in ("json", "docx"):
        first = Path(f"outputs/bells.{suffix}").read_bytes()
        assert Path(f"print/copy.{suffix}").read_bytes() == first


def test_json_is_never_written_over_itself(cli: Cli) -> None:
    cli("convert", "bells.txt", "--to", "json")
    outcome = cli("convert", "outputs/bells.json", "--to", "json")
    assert outcome.code == 2
    assert "would be written over an input" in outcome.err


def test_json_can_be_inspected_and_checked(cli: Cli) -> None:
    cli("convert", "bells.txt", "--to", "json")
    assert "exchange" in cli("inspect", "outputs/bells.json").out
    assert cli("check", "outputs/bells.json", "--schema", "interview").code == 0
    assert cli("check", "outputs/bells.json", "--schema", "briefing").code == 5


def test_json_that_names_a_format_we_do_not_know_can_be_inspected(cli: Cli) -> None:
    cli("convert", "bells.txt", "--to", "json")
    value = json.loads(Path("outputs/bells.json").read_bytes())
    value["source"]["format"] = "clay"
    Path("odd.json").write_text(json.dumps(value), encoding="utf-8")
    outcome = cli("inspect", "odd.json")
    assert outcome.code == 0
    assert "clay, " in outcome.out


def test_json_of_somebody_else_is_one_sentence(cli: Cli) -> None:
    Path("other.json").write_text('{"title": "A"}', encoding="utf-8")
    outcome = cli("convert", "other.json")
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1
    assert "no document that converter wrote" in outcome.err


def test_articles_of_a_json_are_split_under_its_name(cli: Cli) -> None:
    fused = Path(__file__).parents[2] / "examples" / "harbour-fused.txt"
    cli("convert", str(fused), "--to", "json")
    Path("harbour.json").write_bytes(Path("outputs/harbour-fused.json").read_bytes())
    cli("convert", "harbour.json", "--to", "json", "--split-articles", "--out", "parts")
    cli("convert", str(fused), "--to", "json", "--split-articles", "--out", "first")
    parts = sorted(path.name for path in Path("parts").iterdir())
    assert parts[0] == "harbour-1.json"
    assert len(parts) == len(list(Path("first").iterdir())) > 1
