"""What we ship is read from JSON; the TOML is what counts."""

from __future__ import annotations

from converter.schemas import ready
from converter.schemas.loading import ARTICLES, load_schema, read_shipped, shipped_schemas


def test_what_is_ready_is_what_the_files_say() -> None:
    assert ready.READY.read_text(encoding="utf-8") == ready.rendered(read_shipped()), (
        "run: make published"
    )


def test_a_schema_is_the_same_from_either() -> None:
    for name in shipped_schemas():
        found = ready.ready(name, (ARTICLES / f"{name}.toml").read_bytes())
        assert found == read_shipped()[ARTICLES / f"{name}.toml"]
        assert load_schema(name).title == found["title"]


def test_a_file_that_was_changed_since_is_read_itself() -> None:
    data = (ARTICLES / "article.toml").read_bytes()
    assert ready.ready("article", data) is not None
    assert ready.ready("article", data + b"\n") is None
    assert ready.ready("no-such-file", data) is None
