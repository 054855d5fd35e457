"""Questions that carry no label: headings, bold lines or bare lines that ask, answered by the
paragraphs below. Proved by the document as a whole, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.model import Block, Document, Evidence, Heading, Paragraph, Strong, text_of
from converter.patterns import pattern
from converter.recovery.evidence import median, total
from converter.recovery.phrases import headings_of
from converter.recovery.words import WORD, asks, fold, last_mark
from converter.schemas import ArticleSchema

_ADDRESS = frozenset(
    """
    you your yours yourself
    tu te toi ton ta tes vous votre vos
    usted ustedes tú ti contigo tus vosotros vuestro vuestra
    du dich dir dein deine deinen deiner euch euer eure ihnen
    lei voi vostro vostra tuo tua tuoi tue
    você vocês teu seu sua
    je jij jou jouw jullie u uw
    pan pani panu panią pana państwo państwa ty cię ciebie twój twoja
    вы вас вам вами ваш ваша ваше ваши ты тебя тебе твой ви
    vy vás vám vaše dig din ditt dina er eder jer deres siz sizin sen sana
    senhor senhora vostè vosaltres εσύ εσείς εσάς σας σου
    """.split()
)
"""Words that speak to somebody: an interviewer's. (``Sie`` and ``su`` mean too much else.)"""
_POLITE = pattern(r"(?<=[^\W\d_] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|Lei|U)\b|[您你]|あなた")
"""Words that speak to somebody where they are no first word and begin with a capital; in Chinese
and Japanese, which put no spaces between words, anywhere."""

_SELF = frozenset(
    """
    i i'm i've i'd my me mine we our
    je j'ai mon ma mes moi nous notre nos
    yo mi mis nosotros nuestro nuestra
    ich mein meine meinen mir mich wir unser unsere
    io mio mia miei noi nostro nostra
    eu meu minha meus minhas nós nosso nossa
    ik mijn mij wij we ons onze
    ja mnie moje moja mój my nas nam nasz jestem byłem byłam
    я меня мне мной мой моя мои мы нас нам наш наша мене
    jag mig min mitt mina vi oss vår jeg meg vår já mě mně můj moje
    ben benim bana biz bizim jo nosaltres εγώ μου μας εμείς
    """.split()
)
"""Words of somebody who speaks of himself: an answerer's."""
_ME = frozenset(
    """
    i i'm i've i'd i'll my me mine yo mi mí mis je j'ai moi mon mes ich mein meine mir mich
    io mio mia miei eu meu minha ja mnie moje ik mijn я меня мне мой jag mig jeg εγώ μου ben
    """.split()
)
"""Of these, the words of one person."""
_I_IN_CHINESE = pattern("[我私僕]")
_QUOTES = "\"“„«‹‘'»"
_SAYS_I = frozenset("en fr de nl sv".split())
"""Languages that do not leave the pronoun out."""
_SAYS_NO_YOU = frozenset("es it pt ca pl el tr".split())
"""Languages that do, and so may ask somebody without a word for him."""

WEIGHTS = {
    "three or more questions": (1.0, "a question or two are rhetoric"),
    "six or more questions": (1.0, "an essay does not ask so often"),
    "speaks to somebody": (2.0, "half of the questions, or more, say `you`"),
    "speaks to nobody": (-1.5, "hardly a question says `you`, in a language that needs it"),
    "answers speak of themselves": (1.5, "most answers say `I` or `we`"),
    "answers say I": (1.5, "four in ten, or more, in a language that leaves the pronoun out"),
    "answers speak to the reader": (-2.0, "most say `you`, and hardly one says `I`"),
    "nobody speaks of himself": (-2.0, "hardly an answer says `I`, in a language that needs it"),
    "answers are quoted": (3.0, "most stand in quotation marks, and the questions do not"),
    "announced": (2.0, "the headline or the lead speaks of an interview or of questions"),
    "most headings ask": (1.0, "of the lines that part the text, most are questions"),
    "few headings ask": (-2.0, "most lines that part the text are no questions"),
    "answers are longer": (1.0, "the paragraphs below a question are longer than it"),
    "questions set apart": (1.0, "the questions are set in bold, or as headings"),
    "numbered": (1.0, "the questions are counted"),
}
"""Evidence that unlabelled questions are an interview; its sum must reach THRESHOLD."""
THRESHOLD = 5.5
_MIN_QUESTIONS = 3
MAX_QUESTION = 700
"""Code points; a longer paragraph that ends in a question mark argues."""
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
    addressed = share_to_somebody(questions)
    apart = sum(is_apart(blocks[index]) for index in spans)
    holds = {
        "three or more questions": len(spans) >= _MIN_QUESTIONS,
        "six or more questions": len(spans) >= 2 * _MIN_QUESTIONS,
        "speaks to somebody": addressed >= 0.4,
        "speaks to nobody": addressed < 0.15 and document.language not in _SAYS_NO_YOU,
        "answers speak of themselves": share_of_self(answers) >= 0.5,
        "answers say I": document.language not in _SAYS_I
        and sum(speaks_of_me(text_of(blocks[index + 1])) for index in spans) >= 0.4 * len(spans),
        "answers speak to the reader": share_to_somebody(answers) >= 0.5
        and share_of_self(answers) < 0.25,
        "nobody speaks of himself": document.language in _SAYS_I and share_of_self(answers) < 0.15,
        "answers are quoted": _share_quoted(answers) >= 0.6 > 2 * _share_quoted(questions),
        "announced": is_announced(blocks, schema),
        "most headings ask": len(spans) > 2 * others,
        "few headings ask": len(spans) < others,
        "answers are longer": median(map(len, answers)) > 1.5 * median(map(len, questions)),
        "questions set apart": apart * 2 > len(spans),
        "numbered": sum(bool(_NUMBERED.match(text)) for text in questions) * 2 > len(spans),
    }
    return tuple(Evidence(name, WEIGHTS[name][0]) for name, true in holds.items() if true)


def share_to_somebody(texts: Sequence[str]) -> float:
    """The share of some texts that speak to somebody."""
    hits = sum(_holds(text, _ADDRESS) or _POLITE.search(text) is not None for text in texts)
    return hits / len(texts)


def share_of_self(texts: Sequence[str]) -> float:
    """The share of some texts in which somebody speaks of himself."""
    return sum(speaks_of_self(text) for text in texts) / len(texts)


def _share_quoted(texts: Sequence[str]) -> float:
    return sum(text.lstrip()[:1] in _QUOTES for text in texts if text.strip()) / len(texts)


def speaks_of_self(text: str) -> bool:
    """Whether somebody speaks of himself."""
    return _holds(text, _SELF) or _I_IN_CHINESE.search(text) is not None


def speaks_of_me(text: str) -> bool:
    """Whether one person speaks of himself."""
    return _holds(text, _ME) or _I_IN_CHINESE.search(text) is not None


def _holds(text: str, words: frozenset[str]) -> bool:
    return any(fold(word) in words for word in WORD.findall(text))


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
