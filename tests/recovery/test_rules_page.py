"""docs/rules.md tells what the code does: every rule and sign by name, every example as it comes
out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.model import walk
from converter.recovery import (
    code,
    columns,
    contents,
    debris,
    figures,
    glued,
    layout,
    levels,
    lost_lists,
    numbered,
    parted_lists,
    stanzas,
    tables,
    typed_lists,
    wrapped,
)
from converter.recovery.articles import headlines, masthead, repeated
from converter.recovery.articles import weights as partings
from converter.recovery.furniture import openings, wire
from converter.recovery.headings import agreement, signs
from converter.recovery.interviews import cues, dashes, double_dashes, labels, questions
from shapes import recovered, shape

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
RECOVERY = Path(debris.__file__).parent
EXAMPLE = re.compile(
    r"^```text\n(?P<text>.*?)^```\n```tree\n(?P<tree>.*?)^```$", re.MULTILINE | re.DOTALL
)
RULE = re.compile(
    r"(?:Provenance\(|^\w*(?:RULE|BARE_LINE|_UNLABELLED|_PAIR)\w* = )\"([a-z-]+)\"", re.MULTILINE
)

SIGNS = (
    *headlines.WEIGHTS,
    *masthead.WEIGHTS,
    masthead._QUOTED.name,
    *(sign.name for sign in masthead._ROLES.values()),
    *partings.WEIGHTS,
    repeated._SIGN,
    *openings._SIGNS,
    *wire._SIGNS,
    *code.SIGNS,
    *columns._SIGNS,
    *contents.WEIGHTS,
    *(sign.name for sign in debris._EVIDENCE),
    *figures.SIGNS,
    *glued.WEIGHTS,
    *layout._SIGNS,
    *levels._EVIDENCE,
    *lost_lists.WEIGHTS,
    *lost_lists.HEADING_WEIGHTS,
    *(sign.name for sign in numbered._EVIDENCE),
    *(sign.name for sign in parted_lists._SIGNS),
    *stanzas.SIGNS,
    *tables.SIGNS,
    *typed_lists.WEIGHTS,
    *wrapped._EVIDENCE,
    *agreement.AGREEMENT,
    *signs.SIGNS,
    *(sign.name for sign in (cues._EVIDENCE, cues._NAMED)),
    *dashes.WEIGHTS,
    *double_dashes.WEIGHTS,
    *labels.WEIGHTS,
    *questions.WEIGHTS,
)


def rules() -> list[str]:
    """The names of the rules that the passes give as provenance."""
    sources = (path.read_text(encoding="utf-8") for path in sorted(RECOVERY.rglob("*.py")))
    return sorted({name for source in sources for name in RULE.findall(source)})


def test_rules_are_found_in_the_code() -> None:
    assert len(rules()) > 15


@pytest.mark.parametrize("rule", rules())
def test_every_rule_is_explained(rule: str) -> None:
    assert f"`{rule}`" in PAGE


@pytest.mark.parametrize("sign", sorted(set(SIGNS)))
def test_every_sign_is_named(sign: str) -> None:
    assert f"**{sign}**" in " ".join(PAGE.split())


@pytest.mark.parametrize("example", [*EXAMPLE.finditer(PAGE)], ids=lambda match: match.start())
def test_every_decision_names_what_came_second(example: re.Match[str]) -> None:
    for node in walk(recovered(example["text"]).blocks):
        provenance = getattr(node, "provenance", None)
        assert provenance is None or provenance.runner_up, provenance


@pytest.mark.parametrize(
    "example", [*EXAMPLE.finditer(PAGE)], ids=lambda match: match["tree"].split("\n")[0]
)
def test_example_comes_out_as_the_page_says(example: re.Match[str]) -> None:
    assert shape(recovered(example["text"])) == example["tree"].rstrip("\n")
