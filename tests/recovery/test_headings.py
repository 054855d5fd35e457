"""Headings on bare lines: found where they are, and none where there are none."""

from __future__ import annotations

import pytest

from converter.model import Heading, Section, text_of, walk
from converter.records import replace
from converter.recovery import recover
from recovery.prose import EVENING, HARBOUR, JAPANESE, PILOT, STORIES, Story, paragraphs
from shapes import SCHEMA, lines, recovered, shape, stated


def outline(text: str) -> list[str]:
    """The headings of a text, by level."""
    nodes = walk(recovered(text).blocks)
    return [f"{'#' * node.level} {text_of(node)}" for node in nodes if isinstance(node, Heading)]


@pytest.mark.parametrize(
    ("headline", "first", "second"),
    [
        ("Harbour Opens After the Storm", "A Long Wait in the Rain", "What the Pilots Say"),
        ("Harbour opens after the storm", "A long wait in the rain", "What the pilots say"),
        ("HARBOUR OPENS AFTER THE STORM", "A LONG WAIT", "THE PILOTS"),
        ("Harbour opens after the storm", "1. The wait", "2. The pilots"),
        ("Harbour opens after the storm", "“We were ready”", "“The band was not”"),
    ],
)
def test_bare_line_over_running_text_is_a_heading(headline: str, first: str, second: str) -> None:
    text = paragraphs(headline, HARBOUR, first, PILOT, second, EVENING)
    assert outline(text) == [f"# {headline}", f"## {first}", f"## {second}"]


@pytest.mark.parametrize("story", [*STORIES.values(), JAPANESE], ids=[*STORIES, "ja"])
def test_bare_line_is_a_heading_in_any_language(story: Story) -> None:
    text = paragraphs(story.headline, story.lead, story.first, story.body, story.second, story.lead)
    assert outline(text) == [f"# {story.headline}", f"## {story.first}", f"## {story.second}"]


def test_heading_needs_no_empty_line() -> None:
    text = f"Harbour Opens\n{HARBOUR}\nA Long Wait\n{PILOT}\nThe Pilots\n{EVENING}\n"
    assert outline(text) == ["# Harbour Opens", "## A Long Wait", "## The Pilots"]


@pytest.mark.parametrize(
    "text",
    [
        HARBOUR,
        paragraphs(HARBOUR, PILOT, EVENING),
        f"{HARBOUR}\n{PILOT}\n{EVENING}\n",
        paragraphs(*(story.lead for story in STORIES.values())),
    ],
)
def test_running_text_alone_has_no_headings(text: str) -> None:
    assert outline(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "The pilots were ready.",
        "By Ines Vale",
        "4 May 2024",
        "Photo: Tom Reed",
        "Advertisement",
        "and the band played on",
        "(more to come)",
        "https://ports.example/storm",
        "Contact: press@ports.example",
        "12:30",
    ],
)
def test_short_line_inside_a_story_is_no_heading(line: str) -> None:
    text = paragraphs("Harbour opens after the storm", HARBOUR, line, PILOT, EVENING)
    assert outline(text) == ["# Harbour opens after the storm"]


def test_heading_says_why() -> None:
    text = paragraphs("Harbour opens", HARBOUR, "A long wait", PILOT, "The pilots", EVENING)
    section = recovered(text).blocks[0]
    assert isinstance(section, Section)
    headings = [block.heading for block in section.blocks if isinstance(block, Section)]
    assert len(headings) == 2
    for heading in headings:
        assert heading is not None
        because = heading.provenance
        assert because is not None
        assert because.rule == "heading-on-a-bare-line"
        assert {"sentence case", "before a long paragraph"} <= {
            sign.name for sign in because.evidence
        }
        assert because.confidence > 0.5


def test_contents_list_makes_the_lines_that_it_names_headings() -> None:
    text = f"""\
Harbour opens after the storm

Contents
- and then the rain
- and then the band
- and then home

{HARBOUR}

and then the rain

{PILOT}

and then the band

{EVENING}

and then home

{HARBOUR}
"""
    assert outline(text)[1:] == ["## and then the rain", "## and then the band", "## and then home"]


def test_lines_of_a_table_of_events_are_no_headings() -> None:
    text = "Programme of the day\n\n10:00 Doors open\n\n10:30 The mayor speaks\n\n12:15 Lunch\n"
    assert shape(recovered(text)) == lines("""
        # Programme of the day
          10:00 Doors open
          10:30 The mayor speaks
          12:15 Lunch
        """)


CHINESE = """\
港口重新开放
经过两年的维修，市政港口于周一早上六点重新开放，首班渡轮载着三百名乘客驶往群岛。
为什么关闭了两年
风暴毁坏了东侧的码头，工程师花了几个月的时间才查明损坏的程度，随后决定全部更换。
未来的计划
市长表示，明年将增加两条航线，并在旧仓库里开设一个博物馆，居民们对此表示欢迎。
"""
ARABIC = """\
إعادة فتح الميناء
أعيد فتح ميناء المدينة صباح يوم الاثنين في الساعة السادسة بعد عامين من أعمال الإصلاح.
أسباب الإغلاق
دمرت العاصفة الرصيف الشرقي، واستغرق المهندسون أشهرا لتحديد حجم الأضرار، ثم قررت البلدية.
خطط المستقبل
قال رئيس البلدية إن خطين جديدين سيضافان في العام المقبل، وإن متحفا سيفتح في المستودع.
"""
SHORT = """\
Port opens again
The port opened again at six on Monday after two years of repairs.
What the storm broke
The storm broke the eastern pier, and nobody saw how bad it was.
Plans for the winter
The mayor wants two new lines, and a museum in the warehouse.
"""


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (CHINESE, ["## 为什么关闭了两年", "## 未来的计划"]),
        (ARABIC, ["## أسباب الإغلاق", "## خطط المستقبل"]),
        (SHORT, ["## What the storm broke", "## Plans for the winter"]),
    ],
    ids=["no spaces", "no capitals", "short paragraphs"],
)
def test_headings_are_found_in_any_script(text: str, headings: list[str]) -> None:
    assert outline(text)[1:] == headings


def test_name_over_its_telephone_is_no_heading() -> None:
    text = paragraphs(
        "Harbour opens", HARBOUR, "A long wait", PILOT, "The pilots", EVENING,
        "Sunniva Peel, press office", "Telephone: 0555 010 144\nE-mail: press@port.example",
    )  # fmt: skip
    assert "## Sunniva" not in shape(recovered(text))


def test_headline_may_end_in_an_abbreviation() -> None:
    headline = "What ice and salt break below the streets of the old ports of the U.S."
    assert outline(paragraphs(headline, HARBOUR, PILOT, EVENING))[0] == f"# {headline}"


def test_lines_that_open_with_a_running_code_are_headings_together() -> None:
    heads = [
        "26/001 Apologies",
        "26/002 Declarations of interest",
        "26/003 The lock",
        "26/004 Date",
    ]
    bodies = [PILOT, EVENING, "The lock stays shut.", HARBOUR]
    parts = (part for pair in zip(heads, bodies, strict=True) for part in pair)
    assert outline(paragraphs("Meeting of the harbour board", HARBOUR, *parts)) == [
        "# Meeting of the harbour board", *(f"## {head}" for head in heads),
    ]  # fmt: skip


def test_articles_of_a_rule_are_headings_together() -> None:
    story = STORIES["fr"]
    heads = [f"Article {n} – {name}" for n, name in enumerate(("Bateaux", "Prix", "Pain"), start=1)]
    parts = (heads[0], story.lead, heads[1], "Les prix sont remis à midi.", heads[2], story.body)
    assert outline(paragraphs("Règlement du port", story.lead, *parts)) == [
        "# Règlement du port", *(f"## {head}" for head in heads),
    ]  # fmt: skip


BOXES = {
    "en": ("Opening hours", "Monday to Friday: 9am to 5pm\nSaturday: 10am to 4pm\nSunday: closed"),
    "fr": ("Le port pratique", "Horaires : de 7 h à 13 h\nAdresse : vieux quai\nParking : gratuit"),
    "nl": ("Vaartijden", "Maandag: 7.00 - 19.00 uur\nZaterdag: 9.00 - 18.00 uur\nZondag: geen"),
    "ru": ("Расписание парома", "Понедельник: 5:30 - 21:00\nСуббота: 7:00 - 20:00\nДень: нет"),
    "de": ("Was Sie brauchen", "Ein Seil\nEinen Eimer\nWarme Stiefel\nBrot"),
    "it": ("Che cosa serve", "2 reti\n1 secchio\n3 corde\n4 pani"),
}


@pytest.mark.parametrize("language", BOXES)
def test_title_of_a_box_is_a_heading_and_no_line_of_it(language: str) -> None:
    title, box = BOXES[language]
    story = STORIES[language]
    text = paragraphs(story.headline, story.lead, story.first, story.body, title, box, story.second)
    found = outline(text + f"\n{story.lead}\n")
    assert found[:3] == [f"# {story.headline}", f"## {story.first}", f"## {title}"]
    assert not any(line in head for head in found for line in box.splitlines())


def test_last_key_of_a_box_is_no_heading() -> None:
    text = paragraphs(
        "Harbour opens", HARBOUR, "The harbour in figures", "Founded: 1931\nBoats a day: 4", EVENING
    )
    assert "## Boats a day: 4" not in outline(text)


LETTERS = {
    "en": ("Ada Quill, Elm Quay", "T. J. Orr, Marlow"),
    "de": ("Lena Voss, Husum", "Karl Brandt, per Mail"),
    "pt": ("Rui Vale (professor), Guarda", "Maria do Carmo, Lisboa"),
}


@pytest.mark.parametrize("language", LETTERS)
def test_signatures_of_letters_are_no_headings(language: str) -> None:
    one, two = LETTERS[language]
    story = STORIES[language]
    text = paragraphs(
        story.headline, story.lead, story.first, story.body, one, story.second, story.lead, two
    )
    found = outline(text)
    assert f"## {story.second}" in found
    assert not any(name in head for head in found for name in (one, two))


def test_plain_lines_over_tables_are_no_headings_where_word_sets_these_off() -> None:
    table = "| Day | Ships |\n|---|---|\n| Monday | 3 |\n| Friday | 9 |"
    text = paragraphs(
        "# Ships of the port",
        "An even table", table, "An uneven table of ships by day", table,
        "An uneven table of ships by night and the day after", table,
        "An uneven table of ships in fog", table, "An uneven table of ships of all kinds", table,
        "An uneven table of ships that are late", table,
    )  # fmt: skip
    document = stated(text)
    word = replace(document, source=replace(document.source, format="docx"))
    heads = [line for line in shape(recover(word, SCHEMA)).splitlines() if "# " in line]
    assert [line.strip() for line in heads] == ["# Ships of the port"]
