"""The language of a document, from its commonest words. Says nothing when it cannot tell."""

from __future__ import annotations

from collections import Counter

from converter.model import Document, leaves
from converter.records import replace
from converter.recovery.words import WORD
from converter.schemas import ArticleSchema

_COMMON = {
    "en": "the of and to in is that for was with as on are by this from have not be at which it",
    "es": "el la de que y en los del las por con una para es se un su al como más pero no lo",
    "fr": "le la les de des et en du un une est dans pour que qui par sur au avec ce pas il plus",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es",
    "it": "il di che la e un una per è in del con non le si da dei sono al più gli alla nel",
    "pt": "o de que e do da em um uma para com não os no se na por mais as dos ao das foi",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er om ook als bij door",
    "sv": "och att det som en på är av för med den till har de inte om ett han var jag",
    "pl": "i w na z do się nie to że jest o jak po co za od przez ale tak był dla",
    "ca": "el la de que i en els les del per amb una un és al com més però no ho va",
    "ru": "и в не на что с по как это к из у за от для но так все его он",
    "uk": "і в не на що з як до та це за від для але так його він про",
    "el": "και το του της η την στο από με που να για τα οι στην σε είναι",
    "tr": "ve bir bu için de da ile olarak daha olan gibi sonra kadar en ne mı mi ki çok var",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SAMPLE = 2000
"""Words that are counted; more do not change the answer."""
_MIN_HITS = 8
_MIN_SHARE = 0.08
_CLEAR = 1.15
"""The winner is so many times as frequent as the runner-up."""
_SCRIPTS = (
    ("\u3040", "\u30ff", "ja", 0.05),  # kana; most of a Japanese text is Chinese characters
    ("\uac00", "\ud7af", "ko", 0.3),
    ("\u4e00", "\u9fff", "zh", 0.3),
    ("\u0600", "\u06ff", "ar", 0.3),
    ("\u0590", "\u05ff", "he", 0.3),
    ("\u0900", "\u097f", "hi", 0.3),
)
"""First and last character of a script, the language that is mostly written in it, and the share
of the letters that proves it."""


def recover_language(document: Document, schema: ArticleSchema) -> Document:
    """Set the document's language (BCP 47) where its words tell, and the file does not."""
    if document.language:
        return document
    language = language_of(_sample(document))
    return replace(document, language=language) if language else document


def _sample(document: Document) -> list[str]:
    words: list[str] = []
    for leaf in leaves(document.blocks):
        words += WORD.findall(leaf.text)
        if len(words) >= _SAMPLE:
            break
    return words[:_SAMPLE]


def language_of(words: list[str]) -> str:
    """The language that these words are most likely of, or an empty string."""
    if not words:
        return ""
    counts = Counter(word.casefold() for word in words)
    hits = {language: sum(counts[word] for word in common) for language, common in _WORDS.items()}
    ranked = sorted(hits, key=lambda language: -hits[language])
    best, second = ranked[0], ranked[1]
    share = hits[best] / len(words)
    if hits[best] >= _MIN_HITS and share >= _MIN_SHARE and hits[best] >= _CLEAR * hits[second]:
        return best
    return _script_of("".join(words))


def _script_of(text: str) -> str:
    """The language of a script that one language, or hardly another, is written in."""
    for first, last, language, least in _SCRIPTS:
        inside = sum(first <= character <= last for character in text)
        if inside > least * len(text):
            return language
    return ""
