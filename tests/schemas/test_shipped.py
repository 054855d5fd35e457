"""Promises of the article schemas that we ship: valid, in six languages or more, loaded quickly."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from converter.schemas.building import entries
from converter.schemas.contracts.article_schema import faults
from converter.schemas.loading import ARTICLES, BASES, load_schema, shipped_schemas

LABELS = {"en", "es", "fr", "de", "it", "pt"}
LANGUAGES = LABELS | {"nl"}


def test_three_schemas_are_shipped_and_their_base_is_none() -> None:
    assert shipped_schemas() == ("article", "briefing", "interview")


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_file_is_valid_in_full(path: Path) -> None:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert faults(tables, is_base=path.stem in BASES) == ()


@pytest.mark.parametrize("name", shipped_schemas())
def test_the_quick_way_and_the_full_way_give_the_equal_schema(name: str, tmp_path: Path) -> None:
    copytree(ARTICLES, tmp_path / "own")
    path = tmp_path / "own" / f"{name}.toml"
    own_base = path.read_text(encoding="utf-8").replace('"common"', '"common.toml"')
    path.write_text(own_base, encoding="utf-8")
    quick = load_schema(name)
    assert replace(load_schema(str(path)), path=quick.path) == quick


def test_a_shipped_schema_is_loaded_without_marshmallow() -> None:
    code = (
        "import sys; from converter.schemas.loading import load_schema; load_schema('interview');"
        "sys.exit('marshmallow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_requirements_know_their_lines() -> None:
    lines = (ARTICLES / "interview.toml").read_text(encoding="utf-8").splitlines()
    for requirement in load_schema("interview").requirements:
        assert lines[requirement.line - 1] == "[[requirements]]"
        assert lines[requirement.line] == f'what = "{requirement.what}"'


def common() -> dict[str, Any]:
    return tomllib.loads((ARTICLES / "common.toml").read_text(encoding="utf-8"))


def lists(group: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The word lists of a group: role, language, entries."""
    return {
        role: {language: entries(listed) for language, listed in by_language.items()}
        for role, by_language in common()[group].items()
    }


@pytest.mark.parametrize("group", ["labels", "headings", "phrases"])
def test_each_list_speaks_six_languages_or_more(group: str) -> None:
    for role, by_language in lists(group).items():
        spoken = LABELS if group == "labels" else LANGUAGES
        assert by_language.keys() - {"all"} >= spoken, role
        assert all(by_language.values()), role


@pytest.mark.parametrize("group", ["labels", "headings", "phrases"])
def test_no_entry_stands_in_two_lists(group: str) -> None:
    folded = {
        role: {entry.casefold() for entry in chain.from_iterable(by_language.values())}
        for role, by_language in lists(group).items()
    }
    for one, other in combinations(folded, 2):
        assert folded[one] & folded[other] == set(), f"{one} and {other}"


@pytest.mark.parametrize("group", ["labels", "headings", "phrases"])
def test_no_entry_stands_twice_in_one_language(group: str) -> None:
    for role, by_language in lists(group).items():
        for language, listed in by_language.items():
            folded = [entry.casefold() for entry in listed]
            twice = {entry for entry in folded if folded.count(entry) > 1}
            assert twice == set(), f"{group}.{role}.{language}"


@pytest.mark.parametrize(
    ("group", "role", "some"),
    [
        ("labels", "question", "Q,Editor's Question,Pregunta,Question,Frage,Domanda,Pergunta"),
        ("labels", "answer", "A,Guest,Respuesta,Réponse,Antwort,Risposta,Resposta"),
        ("labels", "never", "Note,Ingredients,Fuente,Ingrédients,Quelle,Fonte,Ingredientes"),
        ("headings", "contents", "Table of Contents,Índice,Sommaire,Inhalt,Indice,Sumário"),
        ("headings", "conclusion", "Conclusion,Conclusiones,Fazit,Conclusioni,Conclusão"),
        ("phrases", "call-to-action", "stay tuned,suscríbete a nuestro boletín,bleiben sie dran"),
        ("phrases", "end-mark", "-30-,###,-ends-"),
        ("phrases", "byline", "by,por,par,von,di"),
    ],
)
def test_the_words_of_the_trade_are_there(group: str, role: str, some: str) -> None:
    article = load_schema("article")
    if group == "labels":
        listed = getattr(article.labels, role)
    else:
        listed = getattr(article, group)[role]
    assert set(some.split(",")) <= set(listed)
    assert len(listed) == len(set(listed))


def test_abbreviations_end_in_a_full_stop_and_are_no_words_that_end_sentences() -> None:
    abbreviations = load_schema("article").abbreviations
    assert {"Mr.", "U.S.", "etc.", "z. B.", "Sig.", "Exmo.", "p. ex.", "Sept."} <= {*abbreviations}
    assert all(abbreviation.endswith(".") for abbreviation in abbreviations)
    any_case = {entry for entry in abbreviations if entry == entry.lower()}
    common_words = "on in art max mich set seg mer vie ago out est dir man tv ill mass miss wash"
    assert any_case & {f"{word}." for word in common_words.split()} == set()


def test_each_shipped_schema_asks_for_something_and_leaves_titles_to_the_language() -> None:
    asked = {
        name: [requirement.what for requirement in load_schema(name).requirements]
        for name in shipped_schemas()
    }
    assert asked == {
        "article": ["headline"],
        "briefing": ["headline", "section"],
        "interview": ["headline", "exchange"],
    }
    assert all(not load_schema(name).briefing.titles for name in shipped_schemas())
    assert load_schema("article").briefing.paper == "A4"
