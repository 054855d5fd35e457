"""Where renditions go, and which wishes are refused before anything is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.cli.targets import Targets, refuse_clashes, refuse_inputs, stem_of
from converter.errors import UsageError


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("story.txt", "story"),
        ("desk/story.v2.txt", "story.v2"),
        ("story", "story"),
        (".story", ".story"),
        ("-", "stdin"),
        ("./story.txt", "story"),
    ],
)
def test_stem_is_the_name_less_its_last_suffix(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def refusal(*inputs: str, renditions: tuple[str, ...] = ("json",), split: bool = False) -> str:
    with pytest.raises(UsageError) as caught:
        refuse_clashes(inputs, Targets("out", renditions, split))
    return str(caught.value)


def test_two_inputs_of_one_name_are_refused_with_what_to_do() -> None:
    message = refusal("a/story.txt", "b/story.md")
    assert "a/story.txt and b/story.md" in message
    assert str(Path("out/story.json")) in message
    assert "--out" in message


def test_input_given_twice_is_refused() -> None:
    assert "given 2 times" in refusal("story.txt", "story.txt")


def test_renditions_of_different_kinds_may_clash_too() -> None:
    refusal("story.outline.txt", "story.txt", renditions=("json", "outline"))


def test_numbered_name_may_clash_with_a_part() -> None:
    refusal("story.txt", "story-2.txt", split=True)
    refuse_clashes(["story.txt", "story-2.txt"], Targets("out", ("json",)))


def test_inputs_that_do_not_meet_are_let_pass() -> None:
    refuse_clashes(["a.txt", "b.txt", "-"], Targets("out", ("json", "pdf"), split=True))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_input_is_never_written_over(tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.touch()
    link = tmp_path / "link.json"
    link.symlink_to(story)
    for path in (story, link):
        with pytest.raises(UsageError, match="over an input"):
            refuse_inputs([str(path)], [str(story)])
    with pytest.raises(UsageError, match="over an input"):
        refuse_clashes([str(story)], Targets(str(tmp_path), ("json",)))


def test_many_inputs_are_checked_in_linear_work(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    real = os.path.realpath

    def counting(path: str) -> str:
        nonlocal calls
        calls += 1
        return real(path)

    monkeypatch.setattr("os.path.realpath", counting)
    refuse_clashes([f"{n}.txt" for n in range(500)], Targets("out", ("json", "pdf")))
    assert calls == 500 + 2 * 500
