"""Questions that carry no label: headings, bold lines or bare lines that ask, answered by the
paragraphs below. Proved by the document as a whole, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.model import Block, Document, Evidence, Heading, Paragraph, Strong, text_of
from converter.patterns import pattern
from converter.recovery.evidence import median, total
from converter.recovery.interviews.persons import Persons, primary
from converter.recovery.phrases import headings_of
from converter.recovery.words import WORD, asks, fold, last_mark
from converter.schemas import ArticleSchema

_ENDS_QUOTE = "\"”“»’›'「」』"
_QUOTED = pattern(r"«[^«»]{1,2000}»|[“„][^“”„]{1,2000}[”“]|\"[^\"]{1,2000}\"")
_MOST_OUTSIDE = 2
"""Words outside the marks of a text that is a quotation: what is left of a mark inside it."""
_ENDS_QUOTE_IN = pattern(f"[{_ENDS_QUOTE}]")
_FEW = 0.2
"""Share of questions up to which a word of the reader's is chance."""
_QUOTES = "\"“„«‹‘'»「『"
_SAYS_I = frozenset("en fr de nl sv".split())
"""Languages that do not leave the pronoun out."""
_SAYS_IN_VERBS = frozenset("es it pt pl tr el".split())
"""Languages whose verbs say so."""
_SAYS_YOU = frozenset("en fr de nl sv ru uk".split())
"""Languages in which who asks somebody mostly has a word for him."""
_GOES_ON = {
    "en": "and but so then", "de": "und aber also dann", "fr": "et mais alors donc",
    "es": "y pero entonces", "it": "e ma però quindi", "pt": "e mas então", "nl": "en maar dus",
    "sv": "och men så", "pl": "a i ale więc", "ru": "и а но ну", "uk": "і а але то",
    "tr": "ve peki ama yani", "el": "και μα", "ar": "و لكن إذن",
}  # fmt: skip
"""First words of a question that goes on with what was said."""
_READER = {
    "en": "i my mine", "fr": "je mon ma mes", "es": "mi mis", "de": "ich mein meine meinen",
    "it": "io mio mia", "pt": "eu meu minha", "nl": "ik mijn", "sv": "jag min mitt",
    "ru": "я мой моя мне", "pl": "mój moja moje",
}  # fmt: skip
"""Words of a reader in whose name an explainer asks."""

WEIGHTS = {
    "three or more questions": (1.0, "a question or two are rhetoric"),
    "six or more questions": (1.0, "an essay does not ask so often"),
    "speaks to somebody": (2.0, "half of the questions, or more, say `you`"),
    "speaks to nobody": (-1.5, "hardly a question says `you`, in a language that needs it"),
    "answers speak of themselves": (1.5, "most answers say `I` or `we`"),
    "answers say I": (1.5, "four in ten, or more, in a language that leaves the pronoun out"),
    "answers speak to the reader": (-2.0, "most say `you`, and hardly one says `I`"),
    "nobody speaks of himself": (-2.0, "hardly an answer says `I`, in a language that needs it"),
    "hardly anybody says I": (-1.0, "nor a verb of that person, in a language of such verbs"),
    "answers are quoted": (3.0, "most stand in quotation marks, and the questions do not"),
    "announced": (2.0, "the headline or the lead speaks of an interview or of questions"),
    "most headings ask": (1.0, "of the lines that part the text, most are questions"),
    "few headings ask": (-2.0, "most lines that part the text are no questions"),
    "answers are longer": (1.0, "the paragraphs below a question are longer than it"),
    "questions set apart": (1.0, "the questions are set in bold, or as headings"),
    "numbered": (1.0, "the questions are counted"),
    "goes on": (1.0, "a question begins with `and` or `but`, as in a talk"),
    "headline is quoted": (1.0, "the first line is a quotation, as over a talk"),
    "asks for the reader": (-2.5, "some say `I` or `my`, and no more say `you`"),
}
"""Evidence that unlabelled questions are an interview; its sum must reach THRESHOLD."""
THRESHOLD = 5.5
_MIN_QUESTIONS = 3
MAX_QUESTION = 700
"""Code points; a longer paragraph that ends in a question mark argues."""
_MUCH_LONGER, _MOSTLY = 2.5, 0.75
_INNER_STOP = pattern(r"[.!?…;。！？؟][\"”»)]?\s?(?=[^\W\d_])")
"""The end of a sentence inside a text."""
_LEAD_BLOCKS = 4
_NUMBERED = pattern(r"\(?\d{1,3}\s*[.):\-–—]")


def is_question(block: Block) -> bool:
    """Whether a heading or paragraph ends by asking."""
    if not isinstance(block, Heading | Paragraph):
        return False
    text = text_of(block)
    return len(text) <= MAX_QUESTION and asks(text)


def unlabelled_questions(
    document: Document, blocks: Sequence[Block], schema: ArticleSchema
) -> tuple[dict[int, int], tuple[Evidence, ...]]:
    """The indices of questions and where the answer to each ends, with the evidence; empty when
    the document does not prove them."""
    asked = [index for index, block in enumerate(blocks) if is_question(block)]
    persons = Persons(document.language)
    asked = _without_rhetoric(blocks, asked, persons)
    known = set(asked)
    spans = {index: _answer_end(blocks, index, known) for index in asked}
    spans = {index: end for index, end in spans.items() if end > index + 1}
    if len(spans) < _MIN_QUESTIONS:
        return {}, ()
    signs = _signs(document, blocks, spans, schema)
    if total(signs) < THRESHOLD:
        return {}, ()
    prompts = _prompts(blocks, spans)
    if prompts:
        known.update(prompts)
        spans = {index: _answer_end(blocks, index, known) for index in sorted({*spans, *prompts})}
    return spans, signs


def _without_rhetoric(blocks: Sequence[Block], asked: list[int], persons: Persons) -> list[int]:
    """The questions less the answers that end by asking: of somebody who speaks of himself or is
    asked right above, in several sentences and much longer than most questions; or who speaks of
    himself and to nobody where most questions are set apart."""
    if not asked:
        return []
    usual = median(len(text_of(blocks[index])) for index in asked)
    are_apart = sum(is_apart(blocks[index]) for index in asked) >= _MOSTLY * len(asked)
    kept: list[int] = []
    for index in asked:
        text = text_of(blocks[index])
        is_long = len(text) > _MUCH_LONGER * usual and _INNER_STOP.search(text) is not None
        of_me, to_nobody = persons.speaks_of_me(text), not persons.speaks_to_somebody(text)
        is_asked = kept[-1:] == [index - 1] and to_nobody
        is_said = (is_long and (of_me or is_asked)) or (are_apart and of_me and to_nobody)
        if is_apart(blocks[index]) or not is_said:
            kept.append(index)
    return kept


def _prompts(blocks: Sequence[Block], spans: dict[int, int]) -> list[int]:
    """The sentences set like the questions that ask nothing: ``Tell us about the fog.``"""
    level = Counter(_setting(blocks[index]) for index in spans).most_common(1)[0][0]
    if not level:
        return []
    first, last = min(spans), max(spans.values())
    while first > 1 and _setting(blocks[first - 2]) == level:
        first -= 2  # a prompt, and one paragraph that answers
    return [
        index
        for index in range(first, last - 1)
        if index not in spans
        and _setting(blocks[index]) == level
        and last_mark(text := text_of(blocks[index])) in ".!"
        and not text.endswith("..")  # a line to be completed, and as often a heading
        and not is_apart(blocks[index + 1])
    ]


def _setting(block: Block) -> int:
    """How a line is set apart: -1 in bold, the level of a heading, 0 for neither."""
    if not isinstance(block, Heading | Paragraph):
        return 0
    if all(isinstance(inline, Strong) for inline in block.inlines):
        return -1
    return block.level if isinstance(block, Heading) else 0


def _answer_end(blocks: Sequence[Block], index: int, asked: set[int]) -> int:
    end = index + 1
    while end < len(blocks) and end not in asked and not isinstance(blocks[end], Heading):
        end += 1
    return end


def _signs(
    document: Document, blocks: Sequence[Block], spans: dict[int, int], schema: ArticleSchema
) -> tuple[Evidence, ...]:
    questions = [text_of(blocks[index]) for index in spans]
    answers = [text_of(*blocks[index + 1 : end]) for index, end in spans.items()]
    first, last = min(spans), max(spans.values())
    parting = sum(isinstance(block, Heading) for block in blocks[first:last])
    asking_headings = sum(isinstance(blocks[index], Heading) for index in spans)
    others = parting - asking_headings
    language = primary(document.language)
    persons = Persons(language)
    addressed = persons.share_to_somebody(questions)
    of_self = persons.share_of_self([_own_words(text) for text in answers])
    firsts = [_own_words(text_of(blocks[index + 1])) for index in spans]
    apart = sum(is_apart(blocks[index]) for index in spans)
    holds = {
        "three or more questions": len(spans) >= _MIN_QUESTIONS,
        "six or more questions": len(spans) >= 2 * _MIN_QUESTIONS,
        "speaks to somebody": addressed >= 0.4,
        "speaks to nobody": addressed < 0.15 and language in _SAYS_YOU,
        "answers speak of themselves": of_self >= 0.5,
        "answers say I": language not in _SAYS_I
        and sum(map(persons.speaks_of_me, firsts)) >= 0.4 * len(spans),
        "answers speak to the reader": persons.share_to_somebody(answers) >= 0.5 and of_self < 0.25,
        "nobody speaks of himself": language in _SAYS_I and of_self < 0.15,
        "hardly anybody says I": language in _SAYS_IN_VERBS and of_self < 0.1,
        "answers are quoted": _share_quoted(answers) >= 0.6 > 2 * _share_quoted(questions),
        "announced": is_announced(blocks, schema),
        "most headings ask": len(spans) > 2 * others,
        "few headings ask": len(spans) < others,
        "answers are longer": median(map(len, answers)) > 1.5 * median(map(len, questions)),
        "questions set apart": apart * 2 > len(spans),
        "numbered": sum(bool(_NUMBERED.match(text)) for text in questions) * 2 > len(spans),
        "goes on": any(_goes_on(text, language) for text in questions[1:]),
        "headline is quoted": _is_quotation(blocks[0]),
        "asks for the reader": _for_reader(questions, language) > max(_FEW, addressed),
    }
    return tuple(Evidence(name, WEIGHTS[name][0]) for name, true in holds.items() if true)


def _goes_on(question: str, language: str) -> bool:
    words = fold(question).lstrip("¿ ").split(None, 1)
    return len(words) > 1 and words[0] in _GOES_ON.get(language, "").split()


def _for_reader(questions: Sequence[str], language: str) -> float:
    """The share of questions that the reader asks himself: ``Can I get my money back?``"""
    words = set(_READER.get(language, "").split())
    asked = sum(not words.isdisjoint(WORD.findall(fold(text))) for text in questions)
    return asked / len(questions)


def _own_words(text: str) -> str:
    """A text without what it quotes of others; all of one that is a quotation from its start."""
    return text if _is_all_quoted(text) else _QUOTED.sub(" ", text)


def _is_all_quoted(text: str) -> bool:
    """Whether a quotation begins a text and nobody tells anything outside it; it may not be closed,
    as where it goes on in the next paragraph."""
    text = text.strip()
    if text[:1] not in tuple(_QUOTES):
        return False
    is_open = _ENDS_QUOTE_IN.search(text, 1) is None
    return is_open or len(WORD.findall(_QUOTED.sub(" ", text))) <= _MOST_OUTSIDE


def _is_quotation(block: Block) -> bool:
    """Whether a line is words in quotation marks, or a name and these behind a colon."""
    text = text_of(block).strip() if isinstance(block, Heading | Paragraph) else ""
    begin = text if text[:1] in _QUOTES else text.partition(":")[2].lstrip()
    return begin[:1] != "" and begin[0] in _QUOTES and text[-1] in _ENDS_QUOTE


def _share_quoted(texts: Sequence[str]) -> float:
    return sum(map(_is_all_quoted, texts)) / len(texts)


def is_apart(block: Block) -> bool:
    """Whether a block is a heading, or all of it is bold."""
    if isinstance(block, Heading):
        return True
    return isinstance(block, Paragraph) and all(
        isinstance(inline, Strong) for inline in block.inlines
    )


def is_announced(blocks: Sequence[Block], schema: ArticleSchema) -> bool:
    """Whether the headline or the lead speaks of an interview or of questions."""
    lead = fold(" ".join(text_of(block) for block in blocks[:_LEAD_BLOCKS]))
    return bool(headings_of(schema, "interview", "faq").within(lead))
