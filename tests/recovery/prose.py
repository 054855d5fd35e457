"""Running text of our own for the documents of these tests, in the languages of the schemas and
some others. A paragraph is long enough to be told from a heading."""

from __future__ import annotations

from typing import NamedTuple

HARBOUR = (
    "The harbour opened at six in the morning, and the first of the ferries left for the islands "
    "with three hundred people on board and a brass band on the upper deck."
)
PILOT = (
    "Nobody had expected so many, said the pilot, who had brought his children and a basket of "
    "bread to see what the day would bring to the old quay and its people."
)
EVENING = (
    "In the evening the last of the boats came back with the wind behind it, and the people on "
    "the quay went home along the wall, singing, as they had done for years."
)


class Story(NamedTuple):
    """A headline, two headings of sections, two paragraphs; a contents title, a heading that
    concludes, a call on the reader."""

    headline: str
    first: str
    second: str
    lead: str
    body: str
    contents: str = ""
    conclusion: str = ""
    call: str = ""


STORIES = {
    "en": Story(
        "Harbour opens after the storm",
        "A long wait",
        "What the pilots say",
        HARBOUR,
        PILOT,
        "In this article",
        "Conclusion",
        "Subscribe to our newsletter.",
    ),
    "es": Story(
        "El puerto reabre tras el temporal",
        "Una larga espera",
        "Qué dicen los prácticos",
        "El puerto abrió a las seis de la mañana y el primero de los barcos salió hacia las islas "
        "con trescientas personas a bordo y una banda de música en la cubierta.",
        "Nadie esperaba a tanta gente, dijo el práctico, que había traído a sus hijos y una cesta "
        "de pan para ver lo que el día traía al viejo muelle y a su gente.",
        "Índice",
        "Conclusión",
        "Suscríbete a nuestro boletín.",
    ),
    "fr": Story(
        "Le port rouvre après la tempête",
        "Une longue attente",
        "Ce que disent les pilotes",
        "Le port a ouvert à six heures du matin et le premier des bateaux est parti pour les îles "
        "avec trois cents personnes à bord et une fanfare sur le pont supérieur.",
        "Personne n'attendait autant de monde, a dit le pilote, qui avait amené ses enfants et un "
        "panier de pain pour voir ce que la journée apporterait au vieux quai.",
        "Sommaire",
        "Conclusion",
        "Abonnez-vous à notre newsletter.",
    ),
    "de": Story(
        "Der Hafen öffnet nach dem Sturm",
        "Ein langes Warten",
        "Was die Lotsen sagen",
        "Der Hafen öffnete um sechs Uhr am Morgen, und das erste der Schiffe fuhr mit dreihundert "
        "Menschen an Bord und einer Kapelle auf dem Oberdeck zu den Inseln.",
        "Niemand hatte so viele erwartet, sagte der Lotse, der seine Kinder und einen Korb mit "
        "Brot mitgebracht hatte, um zu sehen, was der Tag dem alten Kai bringt.",
        "Inhalt",
        "Fazit",
        "Abonnieren Sie unseren Newsletter.",
    ),
    "it": Story(
        "Il porto riapre dopo la tempesta",
        "Una lunga attesa",
        "Che cosa dicono i piloti",
        "Il porto ha aperto alle sei del mattino e la prima delle navi è partita per le isole con "
        "trecento persone a bordo e una banda sul ponte superiore della nave.",
        "Nessuno si aspettava tanta gente, ha detto il pilota, che aveva portato i figli e un "
        "cesto di pane per vedere che cosa la giornata portava al vecchio molo.",
        "Indice",
        "Conclusioni",
        "Iscriviti alla nostra newsletter.",
    ),
    "pt": Story(
        "O porto reabre depois da tempestade",
        "Uma longa espera",
        "O que dizem os pilotos",
        "O porto abriu às seis da manhã e o primeiro dos barcos partiu para as ilhas com "
        "trezentas pessoas a bordo e uma banda de música no convés superior do navio.",
        "Ninguém esperava tanta gente, disse o piloto, que tinha trazido os filhos e um cesto de "
        "pão para ver o que o dia traria ao velho cais e à sua gente.",
        "Índice",
        "Conclusão",
        "Assine a nossa newsletter.",
    ),
    "nl": Story(
        "De haven opent na de storm",
        "Een lang wachten",
        "Wat de loodsen zeggen",
        "De haven opende om zes uur in de ochtend en de eerste van de boten vertrok met "
        "driehonderd mensen aan boord en een fanfare op het bovendek naar de eilanden.",
        "Niemand had er zoveel verwacht, zei de loods, die zijn kinderen en een mand brood had "
        "meegebracht om te zien wat de dag de oude kade zou brengen.",
    ),
    "pl": Story(
        "Port otwarty po sztormie",
        "Długie czekanie",
        "Co mówią piloci",
        "Port otwarto o szóstej rano i pierwszy ze statków odpłynął na wyspy z trzystoma osobami "
        "na pokładzie i orkiestrą na górnym pokładzie, a ludzie machali z nabrzeża.",
        "Nikt nie spodziewał się tylu ludzi, powiedział pilot, który przywiózł dzieci i kosz "
        "chleba, żeby zobaczyć, co dzień przyniesie staremu nabrzeżu i jego ludziom.",
    ),
    "el": Story(
        "Το λιμάνι ανοίγει μετά την καταιγίδα",
        "Μια μεγάλη αναμονή",
        "Τι λένε οι πιλότοι",
        "Το λιμάνι άνοιξε στις έξι το πρωί και το πρώτο από τα πλοία έφυγε για τα νησιά με "
        "τριακόσιους ανθρώπους και μια μπάντα στο πάνω κατάστρωμα, ενώ ο κόσμος χαιρετούσε.",
        "Κανείς δεν περίμενε τόσο κόσμο, είπε ο πιλότος, που είχε φέρει τα παιδιά του και ένα "
        "καλάθι ψωμί για να δει τι θα έφερνε η μέρα στην παλιά αποβάθρα και στους ανθρώπους της.",
    ),
    "ru": Story(
        "Порт открылся после шторма",
        "Долгое ожидание",
        "Что говорят лоцманы",
        "Порт открылся в шесть утра, и первый из паромов ушёл на острова с тремястами людьми на "
        "борту и духовым оркестром на верхней палубе, а на причале махали платками.",
        "Никто не ждал столько людей, сказал лоцман, который привёз детей и корзину хлеба, чтобы "
        "посмотреть, что день принесёт старому причалу и его людям.",
    ),
    "ar": Story(
        "الميناء يفتح بعد العاصفة",
        "انتظار طويل",
        "ماذا يقول المرشدون",
        "فتح الميناء أبوابه في السادسة صباحا وغادرت أولى العبارات إلى الجزر وعلى متنها ثلاثمئة "
        "شخص وفرقة موسيقية على السطح العلوي بينما كان الناس يلوحون من الرصيف القديم.",
        "لم يتوقع أحد هذا العدد من الناس كما قال المرشد الذي جاء بأولاده وبسلة من الخبز ليرى ما "
        "سيحمله النهار إلى الرصيف القديم وأهله الذين انتظروا طويلا في المطر.",
    ),
}

JAPANESE = Story(
    "嵐のあと港が再開",
    "長い待ち時間",
    "水先人の話",
    "港は朝六時に開き、最初の連絡船が三百人の乗客と吹奏楽団を乗せて島へ向けて出発した。"
    "岸壁では多くの人が手を振り、船が見えなくなるまで見送った。",
    "これほどの人出は誰も予想していなかったと、子どもたちとパンのかごを持って来た水先人は"
    "言った。古い岸壁に何が起こるのか、自分の目で見たかったという。",
)
"""A story without spaces between words."""

STORM = (
    "The harbour opened at six on Monday with ferries, pilots, brass bands and barges crowding the "
    "quay, after engineers repaired the flood gates, dredged the channel and replaced the broken "
    "lamps. Passengers waited through the rain with flasks of coffee, while pilots argued about "
    "tides and insurance clauses with the harbour master, Ines Vale.\n\n"
    "Insurance companies expect claims for damaged barges, sunken dinghies and spoiled cargo. Ines "
    "Vale promised cheaper berths for fishermen whose boats were damaged, and free coffee for "
    "passengers delayed by dredging during the winter months ahead of the season.\n\n"
    "Ferries to the islands sail every hour until midnight, and barges may enter the channel only "
    "with a pilot aboard. Engineers will inspect the flood gates again in March, when the spring "
    "tides lift the water over the lower quay and the lamps of the breakwater.\n\n"
    "The harbour board borrowed money for the repair from the island council, which wants it back "
    "in ferry tickets. Fishermen shrugged. Passengers, said Ines Vale, complain about the coffee "
    "and never about the tides."
)
PORTRAIT = (
    "The town museum has bought a portrait by Clara Flint, painted in 1911 and found behind "
    "plaster in a garage. Curators cleaned varnish from the canvas and discovered a signature, a "
    "thumbprint and a recipe for rabbit glue written beneath the frame.\n\n"
    "Visitors may view the portrait from Sunday in the upper gallery, where curators explain "
    "pigments, forgery and restoration to schoolchildren. Clara Flint painted signboards for "
    "butchers until her death, and her sister Maud burned most canvases in grief.\n\n"
    "Collectors in Vienna offered twice the price, but the garage owner, Otto Lamm, preferred the "
    "museum because its curators once restored his grandmother's clock without charging for the "
    "varnish or the brass."
)
"""The bodies of two articles on subjects that have no word in common."""


def paragraphs(*texts: str) -> str:
    """Texts with an empty line between."""
    return "\n\n".join(texts) + "\n"
