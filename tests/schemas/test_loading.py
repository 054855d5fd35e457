"""Promises of loading article schemas: what a newsroom writes is found, checked in full, and laid
over what it extends."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import SchemaError
from converter.schemas import ArticleSchema, Requirement, loading
from converter.schemas.loading import ARTICLES, load_schema


def schema(folder: Path, text: str, name: str = "ours.toml") -> ArticleSchema:
    (folder / name).write_text(text, encoding="utf-8")
    return load_schema(str(folder / name))


def told(folder: Path, text: str, name: str = "ours.toml") -> list[str]:
    """What is said of an invalid schema, line by line, without the folder."""
    with pytest.raises(SchemaError) as caught:
        schema(folder, text, name)
    return [line.removeprefix(f"{folder}/") for line in str(caught.value).split("\n")]


def refused(name: str) -> str:
    with pytest.raises(SchemaError) as caught:
        load_schema(name)
    return str(caught.value)


# --- finding ------------------------------------------------------------------------------------


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    assert refused("interveiw") == (
        "interveiw: no article schema has this name; "
        "write interview, or the name of a file that ends in .toml"
    )


def test_a_name_that_is_like_none_lists_all() -> None:
    assert "write article, briefing, interview, or" in refused("zzz")


def test_the_base_is_no_schema_by_name() -> None:
    assert refused("common").startswith("common: no article schema has this name")


def test_the_base_is_no_schema_by_its_file_either() -> None:
    path = ARTICLES / "common.toml"
    assert refused(str(path)) == f"{path}:1: title: missing; add the line"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refused(f"{tmp_path}/none.toml").endswith(
        "none.toml: no such file; check its name and folder"
    )
    assert "a folder, not a file" in refused(f"{tmp_path}/")
    assert refused("article.toml").endswith("or article for the one we ship")


@pytest.mark.parametrize("name", ["a\0b.toml", "x/" + "y" * 5000 + ".toml", ""])
def test_an_impossible_name_is_one_clear_error(name: str) -> None:
    assert "\n" not in refused(name)


def test_a_file_is_found_by_a_path_without_the_suffix(tmp_path: Path) -> None:
    assert schema(tmp_path, 'title = "Ours"', "ours.schema").name == "ours"


# --- opening ------------------------------------------------------------------------------------


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * (loading.MAX_BYTES + 1))
    assert "larger than 1,000,000 bytes" in refused(str(path))


def test_a_file_that_is_no_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('title = "x"\n# é'.encode("latin-1"))
    assert refused(str(path)) == f"{path}:2: not UTF-8; save the file as UTF-8"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    text = 'title = "W"\r\n\r\n[[requirements]]\r\nwhat = "table"\r\n'
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_schema(str(path)).requirements == (Requirement("table", line=3),)


def test_a_slip_in_the_toml_is_told_with_line_and_column(tmp_path: Path) -> None:
    [line] = told(tmp_path, 'title = "x"\n[labels\n')
    assert line.startswith("ours.toml:2:8: not TOML (")
    assert line.endswith("; correct this place")


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 50_000, "x = " + "1" * 5_000, 'x = "', "a.b = 1\na.b.c = 2", "\0"]
)
def test_hostile_toml_is_one_clear_error(tmp_path: Path, text: str) -> None:
    [line] = told(tmp_path, text)
    assert line.startswith("ours.toml")


def test_a_key_without_end_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    [line] = told(tmp_path, "\n" + "a." * 100_000 + "a = 1")
    assert line == "ours.toml:2: over 2000 full stops; write several lines"


# --- validation ---------------------------------------------------------------------------------


def test_all_faults_are_told_at_once_with_file_line_and_key(tmp_path: Path) -> None:
    text = """titel = "X"
description = 3

[labels]
question.en = "Newsroom:"
answer.english = ["A"]
never = 4

[headings]
Closing = "x"

[[requirements]]
what = "sectoin"

[[requirements]]
what = "table"
heading = "x"
at_least = true

[abbreviations]
en = ["U.S", "ok."]

[briefing]
parts = ["title", "bdy"]
paper = "A7"
"""
    assert [line.removeprefix("ours.toml:") for line in told(tmp_path, text)] == [
        "1: titel: unknown key; did you mean title?",
        "1: title: missing; add the line",
        '2: description: not a text; put it between "quotes"',
        '5: labels.question.en: "Newsroom:" ends in a colon; write it without',
        "6: labels.answer.english: not a language; write its code, such as en, or all",
        "7: labels.never: not a word list; write the words between ''' and ''', one a line",
        "10: headings.Closing: not a role; write small letters, digits and hyphens",
        '13: requirements.1.what: "sectoin" is not known; did you mean section?',
        "18: requirements.2.at_least: not a number; write a whole number, such as 2",
        '21: abbreviations.en: "U.S" does not end in a full stop; add it',
        '24: briefing.parts.2: "bdy" is not known; did you mean body?',
        '25: briefing.paper: "A7" is not known; write one of A4, A5, Letter, Legal',
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("labels = 3", "labels: not a table; write its name in [brackets] on a line above"),
        ("headings = 3", "headings: not a table; write [headings.conclusion] and the words below"),
        ("requirements = 3", "requirements: not a list; write [[requirements]] above each"),
        ("requirements = [3]", "requirements.1: not a table"),
        ("[labels]\nhost = 3", "labels.host: unknown key; write one of question, answer, never"),
        ("[labels]\nquestion = 'Q'\nanswer.en = 'q'", 'labels.answer: "q" is in labels.question'),
        ("[[requirements]]\nat_most = 1", "requirements.1.what: missing; add the line"),
        (
            "[[requirements]]\nwhat = 'table'\nat_least = 3\nat_most = 2",
            "requirements.1.at_most: less than at_least, which is 3; make it larger",
        ),
        (
            "[[requirements]]\nwhat = 'table'\nat_least = -1",
            "requirements.1.at_least: -1 is less than nothing",
        ),
        (
            "[[requirements]]\nwhat = 'table'\nheading = 'A'",
            'requirements.1.heading: only a section has a heading; write what = "section"',
        ),
        (
            "[[requirements]]\nwhat = 'section'\ncolumns = ['A']",
            'requirements.1.columns: only a table has columns; write what = "table"',
        ),
        ("phrases.share = ['x']\nphrases.tags.en = [1]", "phrases.tags.en: not a word list"),
        ("abbreviations = '" + "x" * 300 + "'", 'abbreviations: "' + "x" * 30 + '..." is longer'),
        ("description = ' '", "description: empty; write it, or delete the line"),
        ("[briefing.titles]\ncover = 'x'", "briefing.titles.cover: unknown key; write one of"),
    ],
)
def test_a_fault_says_what_is_wrong_and_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    [line] = told(tmp_path, f'title = "X"\n{text}\n')
    assert line.split(": ", 1)[1].startswith(message)


def test_of_very_many_faults_the_first_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    lines = told(tmp_path, 'title = "X"\n' + "\n".join(f"k{n} = 1" for n in range(300)))
    assert len(lines) == loading.MAX_TOLD + 1
    assert lines[-1] == "ours.toml: 250 more; correct these first"


# --- extending ----------------------------------------------------------------------------------


def test_a_schema_that_extends_none_has_what_it_says_and_no_more(tmp_path: Path) -> None:
    ours = schema(tmp_path, 'title = "Ours"\ndescription = "D"\n[headings]\nend = "The end | Fin"')
    assert ours == ArticleSchema(
        "ours", "Ours", "D", str(tmp_path / "ours.toml"), headings={"end": ("The end", "Fin")}
    )


def test_words_by_language_are_added_to_the_base(tmp_path: Path) -> None:
    base = load_schema("interview")
    ours = schema(
        tmp_path, 'title = "X"\nextends = "interview"\n[labels]\nquestion.en = ["Newsroom team"]'
    )
    assert ours.labels.question == (*base.labels.question, "Newsroom team")
    assert ours.labels.answer == base.labels.answer
    assert ours.requirements == base.requirements
    assert ours.description == ""


def test_words_without_a_language_take_the_place_of_the_base(tmp_path: Path) -> None:
    ours = schema(tmp_path, 'title = "X"\nextends = "interview"\n[labels]\nquestion = ["Host"]')
    assert ours.labels.question == ("Host",)
    assert ours.labels.answer == load_schema("interview").labels.answer


def test_a_label_moves_to_the_list_of_the_file_that_extends(tmp_path: Path) -> None:
    ours = schema(tmp_path, 'title = "X"\nextends = "interview"\n[labels]\nnever.en = "HOST"')
    assert "Host" not in ours.labels.question
    assert "HOST" in ours.labels.never
    assert "Moderator" in ours.labels.question


def test_a_heading_moves_to_a_role_of_the_newsroom(tmp_path: Path) -> None:
    ours = schema(tmp_path, 'title = "X"\nextends = "article"\n[headings.outlook]\nde = "Ausblick"')
    assert ours.headings["outlook"] == ("Ausblick",)
    assert "Ausblick" not in ours.headings["conclusion"]


def test_requirements_take_the_place_of_the_base(tmp_path: Path) -> None:
    text = (
        'title = "X"\nextends = "interview"\n\n[[requirements]]\nwhat = "table"\n'
        'columns = ["Year", "Sum"]\nat_least = 0\nat_most = 2\n'
    )
    assert schema(tmp_path, text).requirements == (
        Requirement("table", 0, 2, columns=("Year", "Sum"), line=4),
    )
    nothing = schema(tmp_path, 'title = "X"\nextends = "interview"\nrequirements = []')
    assert nothing.requirements == ()


def test_titles_of_the_briefing_merge_and_its_parts_do_not(tmp_path: Path) -> None:
    base = 'title = "B"\nextends = "article"\n[briefing.titles]\ncontents = "Inside"'
    (tmp_path / "base.toml").write_text(base, encoding="utf-8")
    ours = schema(
        tmp_path,
        'title = "X"\nextends = "base.toml"\n[briefing]\nparts = ["body"]\ntitles.body = "Text"',
    )
    assert ours.briefing.parts == ("body",)
    assert ours.briefing.titles == {"contents": "Inside", "body": "Text"}
    assert ours.briefing.paper == "A4"


def test_a_base_is_found_beside_the_file_and_needs_no_title(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "words.toml").write_text(
        'extends = "common"\n[labels.question]\nen = "Desk"', encoding="utf-8"
    )
    ours = schema(tmp_path, 'title = "X"\nextends = "house/words.toml"')
    assert {"Desk", "Q"} <= set(ours.labels.question)


def test_a_fault_in_a_base_is_told_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("\nabc = 1", encoding="utf-8")
    [line] = told(tmp_path, 'title = "X"\nextends = "base.toml"')
    assert line.startswith("base.toml:2: abc: unknown key")


@pytest.mark.parametrize(
    ("base", "message"),
    [
        ("artcile", "artcile: no article schema has this name; write article"),
        ("none.toml", "none.toml: no such file"),
        ("ours.toml", "ours.toml extends this file in turn; delete one of the two lines"),
        ("./ours.toml", "./ours.toml extends this file in turn; delete one of the two lines"),
        ("other.toml", "ours.toml extends this file in turn; delete one of the two lines"),
    ],
)
def test_a_base_that_cannot_be_extended_is_told_with_the_line(
    tmp_path: Path, base: str, message: str
) -> None:
    (tmp_path / "other.toml").write_text('\n\nextends = "ours.toml"', encoding="utf-8")
    [line] = told(tmp_path, f'title = "X"\nextends = "{base}"')
    place = "other.toml:3" if base == "other.toml" else "ours.toml:2"
    assert line.startswith(f"{place}: extends: ")
    assert message in line
