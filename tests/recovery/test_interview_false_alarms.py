"""Words before a colon, a dash or a full stop that are nobody: recipes, notes, keys, datelines."""

from __future__ import annotations

import pytest

from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from recovery.talks import turns
from shapes import recovered, shape


@pytest.mark.parametrize(
    "text",
    [
        paragraphs(
            "Harbour opens", HARBOUR, "Note: The ferry leaves at six.", PILOT,
            "Update: The ferry left at seven.", EVENING, "Warning: The quay is wet.",
        ),
        paragraphs(
            "Fish soup", "Serves: 4 people", "Time: 20 minutes", "Ingredients: fish, water, salt",
            "Method: Boil the fish in the water. Add the salt.", "Tip: Eat it hot.",
        ),
        paragraphs(
            "Sopa de pescado", "Raciones: 4", "Ingredientes: pescado, agua, sal",
            "Preparación: Hervir el pescado. Añadir la sal.", "Consejo: Comer caliente.",
        ),
        paragraphs(
            "Fischsuppe", "Zutaten: Fisch, Wasser, Salz",
            "Zubereitung: Den Fisch kochen. Salz dazugeben.", "Tipp: Heiß essen.",
        ),
        paragraphs("Programme", "10:00 Doors", "10:30: The mayor", "11:00: The band", "12:15 End"),
        "The pilot\n\nName: Ines Vale\nBorn: 1961 in Elm\nBoats: three\nChildren: two\n",
        paragraphs(
            "Words of the port", "Berth: The place where a ship lies. It is hired by the day.",
            "Fender: A cushion. It is often an old tyre.",
            "Pilot: Somebody who knows the way in. The captain keeps the command.",
            "Tide: The sea going up and down. It waits for nobody.",
        ),
        paragraphs("Harbour opens", HARBOUR, "Text: Ines Vale\nPhotos: Tom Reed\nEditor: Ann Lee"),
        paragraphs(
            "How the pier was built", "May 2020: The council votes for it. It has no money.",
            "June 2021: The money comes from a lottery.", "July 2023: The pier opens. It rains.",
        ),
        paragraphs(
            "Harbour opens", "The mayor said: “We are glad.”", HARBOUR,
            "The pilot said: “So am I.”", PILOT, "The mayor said: “Good.”",
        ),
        paragraphs(
            "Minutes", "RESOLVED: That the minutes be signed.", HARBOUR,
            "RESOLVED: That dues be raised.", PILOT, "ACTION: The clerk to write to the owners.",
        ),
        paragraphs(
            "News in brief", "ELM — The quay opened on Monday. Many came.",
            "HOLT — The ferry was late. Nobody knows why.", "ELM — The mayor resigned.",
            "HOLT — Fog closed the port.", "ELM — The market moves.",
        ),
        paragraphs(
            "ELM. The quay opened on Monday. Many came.", "HOLT. The ferry was late again.",
            "ELM. The mayor resigned.", "HOLT. Fog closed the port.",
        ),
        paragraphs(
            "Team sheets", "Elm: Lee, Ash, Reed, Vale.", "Holt: Brandt, Cole, Doe, Rao.",
            "Goals: Lee (12), Doe (45).", "Elm: Cole was sent off.", "Holt: Doe scored twice.",
        ),
        paragraphs(
            "Two ports", "Elm", HARBOUR, "Holt", PILOT, "Elm", EVENING, "Holt", HARBOUR,
        ),
        paragraphs(
            "Two boats", "**Elm 4** It is slow.", "**Holt 7** It is fast.", "**Elm 4** Buy it.",
            "**Holt 7** Leave it.",
        ),
        paragraphs(
            "Words of the week", "Fog — water in the air. It comes at night.",
            "Quay — a wall for boats. It is made of stone.", "Lock — a door for water.",
            "Fog — again. It would not leave.",
        ),
        paragraphs(
            "Three myths", "Myth: Is fog poisonous? Many think so.", "Fact: No. Fog is water.",
            "Myth: Does it come from the sea?", "Fact: No. It forms over fields too.",
            "Myth: Can you drive fast?", "Fact: No. You cannot see.",
        ),
        paragraphs(
            "Рецепт", "Совет: ешьте горячим. Зачем ждать?", "Внимание: суп хранится два дня.",
            "Совет: есть хлеб? Поджарьте.", "Внимание: соль в конце.",
        ),
        paragraphs(
            "Zuppa", "Consiglio: mangiare calda. Perché aspettare?", "Nota: dura due giorni.",
            "Consiglio: avete pane? Tostatelo.", "Nota: il sale va alla fine.",
        ),
        paragraphs(
            "Sopa", "Dica: coma quente. Por que esperar?", "Atenção: dura dois dias.",
            "Dica: tem pão? Torre.", "Atenção: o sal vem por último.",
        ),
        paragraphs(
            "Les mots du port", "Bitte : poteau du quai. Elle est en fonte.",
            "Amarre : cordage. Elle est en chanvre.", "Quai : mur. Il est en pierre.",
        ),
        paragraphs(
            "Fischsuppe", "Tipp: Heiß essen. Warum warten?", "Hinweis: Die Suppe hält zwei Tage.",
            "Tipp: Brot dazu? Gern.", "Hinweis: Salz kommt zuletzt.",
        ),
        paragraphs(
            "El muelle", "El alcalde dijo: «Estamos contentos. ¿Y ustedes?». Sonrió.",
            "La práctica dijo: «Yo no». Se fue.", "El alcalde dijo: «¿Por qué no?».",
            "La práctica dijo: «Es tarde».",
        ),
        paragraphs(
            "Speakers", "09:00 Ann Lee: The port in winter", "09:45 Ben Ash: What is fog?",
            "10:30 Ann Lee: The port in spring", "11:15 Ben Ash: Who owns the sea?",
        ),
        paragraphs("Mail: a@ports.example", "Web: ports.example", "Tel: 020 7946 0000"),
    ],
)  # fmt: skip
def test_words_before_a_colon_are_no_speakers(text: str) -> None:
    assert turns(text) == []
    assert "exchange" not in shape(recovered(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Note: The ferry leaves at six.", "Update: The ferry left at seven."),
            ("Note: It is wet.", "Update: It is dry."),
        ),
        (("Boat: Elm 4", "Crew: 12 men"), ("Boat: Holt 7", "Crew: 9 men")),
        (("Mayor: Who pays for it?", "Pilot: Who sails?"), ()),
    ],
)
def test_words_that_alternate_are_no_speakers(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    """They repeat and take turns, but are listed as no speakers, have values, or stand alone."""
    assert turns(paragraphs("Harbour opens", HARBOUR, *first, *second, PILOT)) == []


def test_lone_label_in_a_story_is_no_turn() -> None:
    assert turns(paragraphs("Harbour opens", HARBOUR, "Ines Vale: It was six.", PILOT)) == []


COMMENTS = {
    "en": ("says", "Reply", "Who pays?", "So late again."),
    "es": ("dice", "Responder", "¿Quién paga?", "Otra vez tarde."),
    "fr": ("dit", "Répondre", "Qui paie ?", "Encore en retard."),
    "de": ("sagt", "Antworten", "Wer zahlt?", "Schon wieder zu spät."),
    "it": ("scrive", "Rispondi", "Chi paga?", "Di nuovo in ritardo."),
    "pt": ("disse", "Responder", "Quem paga?", "Outra vez tarde."),
}


@pytest.mark.parametrize("language", COMMENTS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_comments_of_readers_are_no_interview(language: str, gap: str) -> None:
    says, reply, question, remark = COMMENTS[language]
    lines_of = [
        line
        for name, words in (("Nora", question), ("Otto", remark), ("Ines", question),
                            ("Nora", remark), ("Otto", remark))
        for line in (f"{name} {says}:", "4.5.2026", words, reply)
    ]  # fmt: skip
    text = paragraphs(HARBOUR, PILOT) + "\n" + gap.join(lines_of) + "\n"
    assert turns(text) == []


def test_a_label_on_its_line_that_is_a_button_elsewhere_answers_where_a_label_asks() -> None:
    text = "Question\n\nIs it so?\n\nReply\n\nIt is.\n\nQuestion\n\nWhy?\n\nReply\n\nThe tide.\n"
    assert [role for _, _, role in turns(text)] == ["question", "answer"] * 2
