"""Languages as Word wants them named, and what follows from a language."""

from __future__ import annotations

from converter.patterns import pattern
from converter.writers.docx.characters import CJK, LTR, RTL

_TAG = pattern("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
NO_LANGUAGE = "x-none"
"""What Word itself writes for a text that is not to be proofed."""

# Word's proofing tools are kept by language and region. For a bare language this is the region
# that the likely subtags of CLDR give.
_LIKELY_REGION = {
    "ar": "ar-EG",
    "bg": "bg-BG",
    "cs": "cs-CZ",
    "da": "da-DK",
    "de": "de-DE",
    "el": "el-GR",
    "en": "en-US",
    "es": "es-ES",
    "fa": "fa-IR",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "he": "he-IL",
    "hi": "hi-IN",
    "hu": "hu-HU",
    "id": "id-ID",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "nb": "nb-NO",
    "nl": "nl-NL",
    "pl": "pl-PL",
    "pt": "pt-BR",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "sv": "sv-SE",
    "th": "th-TH",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "vi": "vi-VN",
    "zh": "zh-CN",
}
_RTL = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "syr", "ug", "ur", "yi"})
# Fonts that Word has on every platform for the language.
_CJK_FONT = {"ja": "Yu Mincho", "ko": "Malgun Gothic", "zh": "SimSun"}
# What the letters alone say about the language of a foreign word.
_HEBREW = pattern("[\u0590-\u05ff]")
_KANA = pattern("[\u3040-\u30ff]")
_HANGUL = pattern("[\u1100-\u11ff\uac00-\ud7ff]")


def word_tag(language: str) -> str:
    """The tag that Word knows for a BCP 47 tag; ``x-none`` for what is none."""
    if not _TAG.fullmatch(language):
        return NO_LANGUAGE
    return _LIKELY_REGION.get(language.lower(), language)


def script_of(language: str) -> str:
    """RTL, CJK or LTR: the kind of script that the language is written in."""
    base = _base(language)
    if base in _RTL:
        return RTL
    return CJK if base in _CJK_FONT else LTR


def cjk_font(language: str) -> str:
    """The font for a language of East Asia; empty for any other."""
    return _CJK_FONT.get(_base(language), "")


def foreign_tag(script: str, text: str) -> str:
    """The language of a foreign word, as far as its letters tell."""
    if script == RTL:
        return "he-IL" if _HEBREW.search(text) else "ar-SA"
    if _KANA.search(text):
        return "ja-JP"
    return "ko-KR" if _HANGUL.search(text) else "zh-CN"


def _base(language: str) -> str:
    return language.lower().partition("-")[0]
