"""The whole way: what convert gives, in which order things happen, and how it fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from converter.checks.ledger import Imbalance
from converter.errors import InputError, InvariantError, RequirementError, SchemaError, UsageError
from converter.model import Document, Paragraph, Section, Span, Turn, walk
from converter.pipeline import AUTO, check, convert, read, recover, write
from converter.recovery import recover as recover_document
from converter.schemas import ArticleSchema, Requirement
from converter.schemas.loading import load_schema
from converter.writers import WriteOptions

INTERVIEW = b"""The Bell Ringer

She has rung the bells of Orle for forty years.

Q: Which is the heaviest?

A: The tenor. It takes two of us to start it.

Q: And the oldest?

A: Nobody knows. The treble has no date on it.
"""
QUAY = b"""# Council Closes the Old Quay for a Year

The council has closed the old quay, since the piles under its northern end have rotted away.
Boats will land at the mole until the carpenters are done, and the market will be held in the
yard of the customs house. Nobody knows yet who is going to pay for the timber.

"""
BREAD = b"""# Baker Wins Medal With Bread of Seaweed

Salome Kerr, who bakes in the lane behind the chapel, has won a medal with a loaf that holds
more kelp than rye. She gathers it herself before dawn, dries it over the oven, and will tell
no one how long. Her neighbours say that one grows used to the smell after some weeks.
"""
FUSED = QUAY + BREAD
PLAIN = b"One line of prose, and that is all there is of it.\n"


def test_renditions_come_by_name_in_the_order_asked_for() -> None:
    conversion = convert(PLAIN, to=("outline", "json"))
    assert list(conversion.renditions) == ["outline", "json"]
    assert json.loads(conversion.renditions["json"])["source"]["name"] == "document"


def test_renditions_may_be_named_in_one_word() -> None:
    assert list(convert(PLAIN, to="json, outline,json").renditions) == ["json", "outline"]


def test_no_rendition_is_written_when_none_is_asked_for() -> None:
    conversion = convert(PLAIN, to=())
    assert conversion.renditions == {}
    assert conversion.document.source.characters == len(PLAIN)


def test_same_input_gives_the_same_bytes() -> None:
    assert convert(FUSED, to="json").renditions == convert(FUSED, to="json").renditions


def test_schema_that_fits_is_chosen_with_a_reason() -> None:
    conversion = convert(INTERVIEW, to=())
    assert conversion.schema.name == "interview"
    assert "exchanges" in conversion.reason


def test_schema_may_be_named_or_given() -> None:
    assert convert(PLAIN, to=(), schema="briefing").schema.name == "briefing"
    given = load_schema("interview")
    conversion = convert(PLAIN, to=(), schema=given)
    assert conversion.schema is given
    assert conversion.reason == "as asked for"


def test_schema_of_other_words_recovers_the_document_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = load_schema("interview")
    labels = replace(shipped.labels, question=(*shipped.labels.question, "Bellman asks"))
    known = {"article": load_schema("article"), "interview": replace(shipped, labels=labels)}
    monkeypatch.setattr("converter.pipeline._shipped", known.__getitem__)
    monkeypatch.setattr(
        "converter.pipeline.genre_of", lambda document: ("interview", "for the test")
    )
    seen = []

    def recover_and_note(document: Document, schema: ArticleSchema, verbatim: bool) -> Document:
        seen.append(schema)
        return recover_document(document, schema, verbatim)

    monkeypatch.setattr("converter.pipeline.recover_document", recover_and_note)
    convert(INTERVIEW, to=())
    assert seen == [known["article"], known["interview"]]


def test_wrong_schema_is_told_before_the_file_is_opened() -> None:
    with pytest.raises(SchemaError):
        convert("no/such/file.txt", schema="intervew")


def test_wrong_rendition_is_told_before_the_file_is_opened() -> None:
    with pytest.raises(UsageError, match='did you mean "json"'):
        convert("no/such/file.txt", to="jsn")


def test_verbatim_adds_nothing() -> None:
    text = b"The quay was closed.The ferry did not sail that day, and nobody went home.\n"
    added = convert(text, to=()).document
    assert convert(text, to=(), verbatim=True).document != added
    leaves = [node for node in walk(added.blocks) if getattr(node, "rule", "")]
    assert len(leaves) == 1


def test_stages_are_told_as_they_begin() -> None:
    stages: list[str] = []
    convert(PLAIN, to="json,outline", on_stage=stages.append)
    assert stages == ["open", "read", "recover", "check", "write json", "write outline"]


def test_notices_of_decoding_reach_the_document() -> None:
    codes = [notice.code for notice in convert(b"Caf\xe9 au lait.\n", to=()).document.notices]
    assert "C101" in codes


# --- requirements ---------------------------------------------------------------------------


def test_missing_requirement_is_a_problem_with_its_place() -> None:
    (problem, *_) = convert(PLAIN, to=(), schema="interview").problems
    assert problem.requirement.what in ("exchange", "headline")


def test_strict_refuses_what_a_schema_misses() -> None:
    with pytest.raises(RequirementError) as caught:
        convert(PLAIN, name="plain.txt", schema="interview", strict=True)
    first, *lines = str(caught.value).splitlines()
    assert first.startswith("plain.txt: ")
    assert "; " in first
    assert [line.split()[1] for line in lines] == ["R101", "R101"]


def test_strict_lets_pass_what_has_all() -> None:
    assert convert(INTERVIEW, schema="interview", strict=True).problems == ()


def test_strict_refuses_before_anything_is_written() -> None:
    stages: list[str] = []
    with pytest.raises(RequirementError):
        convert(PLAIN, schema="interview", strict=True, on_stage=stages.append)
    assert stages[-1] == "check"


# --- the ledger -----------------------------------------------------------------------------


def test_unbalanced_ledger_stops_with_all_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (Imbalance("C401", "'One' is lost", Span(0, 3)), Imbalance("C405", "invented"))
    monkeypatch.setattr("converter.checks.ledger.check", lambda document: found)
    with pytest.raises(InvariantError) as caught:
        convert(PLAIN, name="plain.txt")
    lines = str(caught.value).splitlines()
    assert "defect" in lines[0]
    assert lines[1:] == ["  plain.txt:1:1: C401 'One' is lost", "  plain.txt: C405 invented"]


@pytest.mark.parametrize(
    "step", [lambda: convert(PLAIN), lambda: recover(read(PLAIN))], ids=["convert", "recover"]
)
def test_words_that_a_pass_drops_are_found_out(
    monkeypatch: pytest.MonkeyPatch, step: Callable[[], object]
) -> None:
    def careless(document: Document, *_: object) -> Document:
        return replace(document, blocks=())

    monkeypatch.setattr("converter.pipeline.recover_document", careless)
    with pytest.raises(InvariantError):
        step()


# --- several articles -----------------------------------------------------------------------


def test_articles_are_one_document_unless_split() -> None:
    conversion = convert(FUSED, name="tides.txt")
    assert len(conversion.parts) == 1
    articles = [b for b in conversion.document.blocks if isinstance(b, Section)]
    assert [article.role for article in articles] == ["article", "article"]


def test_split_articles_are_documents_with_renditions_of_their_own() -> None:
    conversion = convert(FUSED, name="tides.txt", split_articles=True)
    names = [json.loads(part.renditions["json"])["source"]["name"] for part in conversion.parts]
    assert names == ["tides-1.txt", "tides-2.txt"]
    assert conversion.document.source.name == "tides.txt"


def test_renditions_of_several_documents_are_not_mixed_up() -> None:
    conversion = convert(FUSED, split_articles=True)
    with pytest.raises(UsageError, match="2 documents"):
        _ = conversion.renditions


def test_each_split_article_has_the_schema_that_fits_it() -> None:
    talk = b"# In Conversation With the Ringer of Orle\n" + INTERVIEW.partition(b"\n")[2]
    conversion = convert(QUAY + talk, to=(), split_articles=True)
    assert [part.schema.name for part in conversion.parts] == ["article", "interview"]


def test_given_schema_is_that_of_every_split_article() -> None:
    conversion = convert(FUSED, to=(), split_articles=True, schema="interview")
    assert [part.schema.name for part in conversion.parts] == ["interview", "interview"]
    places = [problem.span for problem in conversion.problems if problem.span]
    assert all(span.end <= len(FUSED) for span in places)


def test_problems_of_split_articles_point_into_the_whole_file() -> None:
    article = load_schema("article")
    none = Requirement("headline", at_least=0, at_most=0)
    schema = replace(article, requirements=(none,))
    conversion = convert(FUSED, to=(), split_articles=True, schema=schema)
    places = [problem.span.start for problem in conversion.problems if problem.span]
    assert places[0] < len(QUAY) <= places[1]


# --- the date of making ---------------------------------------------------------------------


@pytest.fixture
def stamps(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """The timestamps that writers are given."""
    seen: list[int | None] = []

    def note(document: Document, name: str, options: WriteOptions) -> bytes:
        seen.append(options.timestamp)
        return b""

    monkeypatch.setattr("converter.pipeline.write_rendition", note)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return seen


def test_there_is_no_date_unless_one_is_given(stamps: list[int | None]) -> None:
    convert(PLAIN)
    assert stamps == [None]


def test_date_comes_from_the_environment(
    stamps: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    convert(PLAIN)
    write(recover(read(PLAIN)), "json")
    assert stamps == [86400, 86400]


def test_date_of_the_caller_goes_before_the_environment(
    stamps: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    convert(PLAIN, timestamp=0)
    assert stamps == [0]


@pytest.mark.parametrize("value", ["yesterday", "-1", "1.5", "9" * 12, "9" * 5000, "١"])
def test_date_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        convert(PLAIN)


# --- step by step ---------------------------------------------------------------------------


def test_reading_decides_nothing() -> None:
    kinds = {type(block) for block in read(INTERVIEW).blocks}
    assert kinds == {Paragraph}


def test_recovering_finds_who_speaks() -> None:
    turns = [node for node in walk(recover(read(INTERVIEW)).blocks) if isinstance(node, Turn)]
    assert [turn.role for turn in turns] == ["question", "answer"] * 2


def test_step_by_step_is_the_whole_way() -> None:
    stepwise = write(recover(read(INTERVIEW, name="bells.txt")), "json")
    assert stepwise == convert(INTERVIEW, name="bells.txt").renditions["json"]


def test_checking_takes_the_fitting_schema_or_a_named_one() -> None:
    document = recover(read(INTERVIEW))
    assert check(document) == check(document, AUTO) == ()
    assert check(recover(read(PLAIN)), "interview") != ()


def test_writing_an_unknown_rendition_is_a_wrong_call() -> None:
    with pytest.raises(UsageError):
        write(read(PLAIN), "pdff")


def test_reading_what_is_no_text_is_one_error() -> None:
    with pytest.raises(InputError):
        read(b"%PDF-1.7")
