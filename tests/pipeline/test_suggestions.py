"""What is said of a name that is not known."""

from __future__ import annotations

from converter.pipeline.suggestions import nearest, unknown


def test_mistyped_word_is_answered_by_the_nearest() -> None:
    assert unknown("rendition", "dockx", ["json", "docx"]).endswith('did you mean "docx"?')


def test_word_like_none_is_answered_by_the_list() -> None:
    assert unknown("format", "xyz", ["text", "html"]).endswith("choose from text, html")


def test_case_is_no_mistake() -> None:
    assert nearest("JSON", ["json", "pdf"]) == "json"


def test_shell_style_words_keep_their_dashes() -> None:
    assert nearest("--verbtim", ["--verbatim", "--verbose"]) == "--verbatim"
