"""Lines that are a date and nothing else (``Lundi 20 mai 2024``), and datelines that open a text
(``MARLOW, May 4 (Brook News) —``). Shared floor of the passes."""

from __future__ import annotations

import re

from converter.patterns import pattern
from converter.recovery.words import fold, is_shouted

_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre ene abr ago dic
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    janv févr avr juil déc
    januar jänner februar märz juni juli oktober dezember jän mär okt dez
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    gen mag giu lug set ott
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out
    januari februari maart augustus mrt mei
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia
    maj augusti oktober
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """.split()
)
_WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun
    lunes martes miércoles jueves viernes sábado domingo
    lundi mardi mercredi jeudi vendredi samedi dimanche
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    segunda terça quarta quinta sexta feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    måndag tisdag onsdag torsdag fredag lördag söndag
    понедельник вторник среда четверг пятница суббота воскресенье
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
    """.split()
)
_JOINTS = frozenset(
    """
    de del of the at on le la el il am um à às a las alle ore om op te den der er e do da em
    uhr uur h hrs pm a.m p.m est edt cst cdt pst pdt gmt utc bst cet cest mez mesz ist
    st nd rd th
    godz г года в ص م 年 月 日 時 时 分 秒 년 월 일
    """.split()
)
"""Small words and time zones that stand between the parts of a date."""
_TOKEN = pattern(r"\d+|[^\W\d_]+(?:\.[^\W\d_])?")
_MARKS = pattern(r"[\w\s.,:/|·•()–—\-]+")
_YEAR = pattern(r"(?:1[89]|20)\d\d")
_NUMERIC = pattern(
    r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
)
_BETWEEN = pattern(r"\s[|·•–—-]\s")
_MOST_BESIDE = 4
"""Words beside a date: ``last updated on``."""
_MOST = 60
"""Code points of a date with its weekday, its time and its zone."""

_DATELINE = pattern(
    r"""
    (?P<head>[^\W\d_][^\n–—:;!?()_]{1,70}?)            # PORT ELM, England, 2 June
    (?:\s*[(/](?P<agency>[^()/\n]{2,30})[)/])?             # (Agency), /Agency/
    \.?\s*(?:--|[–—\-]|_(?=\ ))\s+(?=[\"“«‘„¿¡]?\w)     # — or .- or the wires' _
    """,
    re.VERBOSE,
)
_PLACE_WORDS = 5
_SMALL = frozenset(
    "de del de' della di du des da do dos d' am an der den und y e et la las los el le les".split()
)
_NO_PLACE = frozenset("in on at by en im am à a em op te the for from since".split())
"""What opens a sentence, not a place."""
_SMALL_AGENCIES = frozenset("dpa epd kna sda sid ots".split())
"""Agencies that write their names without a capital."""


def is_date(text: str) -> bool:
    """Whether a line is a date, with or without its weekday and its time, and no more."""
    if len(text) > _MOST or not any(sign.isdigit() for sign in text):
        return False
    folded = fold(text)
    if not _MARKS.fullmatch(folded):
        return False
    tokens = _TOKEN.findall(folded)
    words = {token for token in tokens if not token[0].isdigit()}
    if not words <= _MONTHS | _WEEKDAYS | _JOINTS:
        return False
    if words.isdisjoint(_MONTHS):
        return _NUMERIC.search(folded) is not None
    return not words.isdisjoint(_WEEKDAYS) or any(_YEAR.fullmatch(token) for token in tokens)


def is_place_and_date(text: str) -> bool:
    """Whether a line is a place and a date: ``Paris, le 4 mai 2024``, ``Paris - 4 mai 2024``."""
    first, *behind = _BETWEEN.split(text, maxsplit=1)
    if behind and _is_place(first) and is_date(behind[0]):
        return True
    place, comma, rest = text.partition(",")
    return bool(comma) and _is_place(place) and (is_date(rest.strip()) or is_place_and_date(rest))


def is_dated(text: str) -> bool:
    """Whether a line is a date, with its place, or with when the text was changed."""
    if is_date(text) or is_place_and_date(text):
        return True
    first, *rest = _BETWEEN.split(text, maxsplit=3)
    return bool(rest) and is_date(first) and all(map(_is_dated_too, rest))


def _is_dated_too(part: str) -> bool:
    return any(map(str.isdigit, part)) and words_beside_dates(part) <= _MOST_BESIDE


def words_beside_dates(text: str) -> int:
    """How many words of a line belong to no date or time."""
    words = [token for token in _TOKEN.findall(fold(text)) if not token[0].isdigit()]
    return sum(word not in _MONTHS | _WEEKDAYS | _JOINTS for word in words)


def dateline_end(text: str) -> tuple[int, int]:
    """Where the dateline that opens a text ends, and where its sentence begins; zeros for none.

    A place counts when it is set in capitals, or named with an agency or a date.
    """
    match = _DATELINE.match(text)
    if match is None or (match["agency"] and not _is_agency(match["agency"])):
        return 0, 0
    parts = match["head"].split(",")
    dated = next((at for at in range(1, len(parts)) if _is_day(",".join(parts[at:]))), len(parts))
    proved = is_shouted(parts[0]) or match["agency"] is not None or dated < len(parts)
    if not proved or not all(map(_is_place, parts[:dated])):
        return 0, 0
    return match.end("agency") + 1 if match["agency"] else match.end("head"), match.end()


def _is_agency(text: str) -> bool:
    return text[0].isupper() or text in _SMALL_AGENCIES


def _is_place(text: str) -> bool:
    words = text.replace("/", " ").split()
    if not 0 < len(words) <= _PLACE_WORDS or words[0].casefold() in _NO_PLACE:
        return False
    return all(
        word[0].isupper() or (number > 0 and word.casefold() in _SMALL)
        for number, word in enumerate(words)
    )


def _is_day(text: str) -> bool:
    """Whether words are of a date, be it without its year: ``4 may``."""
    tokens = _TOKEN.findall(fold(text))
    words = {token for token in tokens if not token[0].isdigit()}
    return len(words) < len(tokens) and words <= _MONTHS | _WEEKDAYS | _JOINTS
