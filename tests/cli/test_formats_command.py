"""``converter formats`` lists the two registries."""

from __future__ import annotations

from cli.conftest import Cli
from converter.readers import READERS
from converter.writers import WRITERS


def test_everything_that_can_be_read_or_written_is_listed(cli: Cli) -> None:
    out = cli("formats").out
    named = [(reader.name, reader.title) for reader in READERS.values()]
    named += [(writer.name, writer.title) for writer in WRITERS.values()]
    for name, title in named:
        assert f"  {name} " in out
        assert title in out


def test_machines_get_the_same(cli: Cli) -> None:
    value = cli("formats", "--format", "json").value
    assert [item["name"] for item in value["read"]] == list(READERS)
    assert [item["name"] for item in value["write"] if item["default"]] == ["json", "docx", "pdf"]


def test_what_is_known_by_its_contents_is_told(cli: Cli) -> None:
    lines = cli("formats").out.splitlines()
    assert any(line.startswith("  json ") and "known by its contents" in line for line in lines)
    assert not any(line.startswith("  text ") and "contents" in line for line in lines)
    sniffed = {
        item["name"]: item["sniffed"] for item in cli("formats", "--format", "json").value["read"]
    }
    assert sniffed["eml"]
    assert not sniffed["text"]
