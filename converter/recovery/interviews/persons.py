"""Whom a text speaks to, and who speaks of himself in it: words and verb forms of many
languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from converter.patterns import pattern
from converter.recovery.words import WORD, fold

_ADDRESS = {
    "en": "you your yours yourself",
    "fr": "tu te toi ton ta tes vous votre vos",
    "es": "usted ustedes tú ti contigo tu tus vosotros vuestro vuestra te",
    "de": "du dich dir dein deine deinen deiner euch euer eure ihnen",
    "it": "lei voi vostro vostra tu tuo tua tuoi tue te ti",
    "pt": "você vocês tu teu te seu sua senhor senhora",
    "nl": "je jij jou jouw jullie u uw",
    "pl": "pan pani panu panią pana państwo państwa ty cię ciebie twój twoja",
    "ru": "вы вас вам вами ваш ваша ваше ваши ты тебя тебе твой",
    "uk": "ви вас вам вами ваш ваша ваше ваші ти тебе тобі твій",
    "cs": "vy vás vám vaše",
    "sv": "du dig din ditt dina er",
    "da": "du dig din dit dine jer deres",
    "no": "du deg din ditt dine dere deres",
    "tr": "siz sizin sizi size sizce sen sana senin",
    "ca": "vostè vosaltres tu teu",
    "el": "εσύ εσείς εσάς σας σου",
    "ar": "أنت أنتم لك لكم عليك إليك منك عندك لديك معك برأيك",
    "ko": "당신 선생님",
}
"""Words that speak to somebody: an interviewer's. (``Sie`` and ``su`` mean too much else.)"""
_POLITE = pattern(
    r"(?:(?<=[^\W\d_] )|(?<=[,;] ))(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|Lei|U)\b|[您你]|あなた"
)
"""Words that speak to somebody where they are no first word and begin with a capital; in Chinese
and Japanese, which put no spaces between words, anywhere."""
_YOU_DO = pattern(
    r"""
    \b\w{2,}(?:[ıiuü]n[ıiuü]z|s[ıiuü]n[ıiuü]z)\b          # başladınız, istersiniz
    | \b\w{2,}(?:[σξψκλνρ]ατε|είτε|άτε|ύτε|ώτε)\b         # ξεκινήσατε
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Verb forms that speak to somebody, in languages that leave the pronoun out."""

_ME = {
    "en": "i i'm i've i'd i'll my me mine",
    "fr": "je j'ai moi mon ma mes",
    "es": "yo mi mí mis",
    "de": "ich mein meine meinen mir mich",
    "it": "io mio mia miei",
    "pt": "eu meu minha meus minhas",
    "nl": "ik mijn mij",
    "pl": "ja mnie moje moja mój",
    "ru": "я меня мне мной мой моя мои",
    "uk": "я мене мені мною мій моя",
    "cs": "já mě mně můj moje",
    "sv": "jag mig min mitt mina",
    "da": "jeg mig min mit mine",
    "no": "jeg meg min mitt mine",
    "tr": "ben benim bana beni",
    "ca": "jo meu meva",
    "el": "εγώ μου εμένα",
    "ar": "أنا لي عندي مني لدي كنت أني إنني",
}
"""Words of somebody who speaks of himself: an answerer's."""
_US = {
    "en": "we our us",
    "fr": "nous notre nos",
    "es": "nosotros nuestro nuestra",
    "de": "wir unser unsere uns",
    "it": "noi nostro nostra",
    "pt": "nós nosso nossa",
    "nl": "wij we ons onze",
    "pl": "my nas nam nasz jestem byłem byłam",
    "ru": "мы нас нам наш наша",
    "uk": "ми нас нам наш наша",
    "sv": "vi oss vår",
    "da": "vi vores",
    "no": "vi oss vår",
    "tr": "biz bizim",
    "ca": "nosaltres nostre",
    "el": "εμείς μας",
    "ar": "نحن لنا",
}
"""And of somebody who speaks of himself and others."""
_I_DO = frozenset(
    """
    soy estoy tengo creo hago digo puedo quiero veo pienso recuerdo hice tuve dije estuve fui pude
    quise supe vine nací empecé aprendí llegué conocí pensé pasé empiezo sueño conozco prefiero
    sou estou tenho acho vou sei faço posso quero fiz fui tive comecei nasci aprendi cheguei conheci
    lembro gosto pensei fiquei sinto prefiro trabalhei
    ho penso credo faccio vado devo posso voglio dico ricordo avevo facevo volevo andavo sapevo
    potevo feci andai dissi cominciai imparai arrivai capii preferisco
    mam wiem mogę chcę myślę robię muszę lubię byłam byłem pamiętam czytam znam uważam
    ήμουν είμαι έχω είχα ξέρω θέλω μπορώ νομίζω πιστεύω θυμάμαι έκανα
    """.split()
)
"""Verb forms of somebody who speaks of himself, in languages that leave the pronoun out."""
_WE_DO = frozenset(
    """
    hemos estamos tenemos queremos podemos sabemos creemos hacemos somos fuimos vamos
    temos fazemos fomos abbiamo siamo stiamo vogliamo dobbiamo facciamo
    jesteśmy mamy możemy chcemy musimy είμαστε έχουμε
    """.split()
)
"""And of somebody who speaks of himself and others."""
_I_DID = pattern(
    r"""
    \b\w{2,}[łl][ea]m\b                                                # zacząłem, miałam
    | \bme\s(?:gust|parec|encant|preocup|acuerd|sient|qued|sint|lembr)\w+       # me gustaría
    | \b(?!yardım|adım)\w{2,}(?:[dt][ıiuü]m|yorum|yorduk|yoruz|[ae]c[ae]ğ[iı]m)\b  # başladım
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Endings and beginnings of such forms."""
_I_IN_CHINESE = pattern("[我私僕]")


def primary(language: str) -> str:
    """The language of a BCP 47 tag without what follows: ``en`` of ``en-GB``."""
    return language.partition("-")[0].lower()


class Persons:
    """Tells, in one language or in all where it is unknown, whom a text speaks to or of."""

    def __init__(self, language: str) -> None:
        self._address, self._me, self._self = _words(primary(language))

    def speaks_to_somebody(self, text: str) -> bool:
        """Whether a text speaks to somebody."""
        return (
            not self._address.isdisjoint(_words_of(text))
            or _POLITE.search(text) is not None
            or _YOU_DO.search(text) is not None
        )

    def speaks_of_self(self, text: str) -> bool:
        """Whether somebody speaks of himself, or of us."""
        return not self._self.isdisjoint(_words_of(text)) or _says_i(text)

    def speaks_of_me(self, text: str) -> bool:
        """Whether one person speaks of himself."""
        return not self._me.isdisjoint(_words_of(text)) or _says_i(text)

    def share_to_somebody(self, texts: Sequence[str]) -> float:
        """The share of some texts that speak to somebody."""
        return sum(map(self.speaks_to_somebody, texts)) / len(texts)

    def share_of_self(self, texts: Sequence[str]) -> float:
        """The share of some texts in which somebody speaks of himself."""
        return sum(map(self.speaks_of_self, texts)) / len(texts)


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words to somebody, of me, and of me or us; verb forms are of one language anyhow."""
    known = [language] if language in _ME else [*_ADDRESS]
    address, me, us = (
        frozenset(word for each in known for word in table.get(each, "").split())
        for table in (_ADDRESS, _ME, _US)
    )
    return address, me | _I_DO, me | us | _I_DO | _WE_DO


def _says_i(text: str) -> bool:
    return _I_IN_CHINESE.search(text) is not None or _I_DID.search(text) is not None


def _words_of(text: str) -> list[str]:
    return WORD.findall(fold(text))
