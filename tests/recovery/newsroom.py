"""Stories of our own as newsrooms pass them on, several to a language and each on a subject of its
own: with an author, a date, a dateline, and a heading of a section between the paragraphs.

Long because it is one table of texts.
"""

from __future__ import annotations

from typing import NamedTuple


class News(NamedTuple):
    """One story. ``body`` is four paragraphs, wrapped; ``section`` heads the last two."""

    headline: str
    byline: str
    date: str
    dateline: str
    body: str
    section: str


NEWS: dict[str, tuple[News, News, News]] = {
    "en": (
        News(
            "Council approves night buses for the northern suburbs",
            "By Ines Vale",
            "4 May 2024",
            "MARLOW, May 4 (Brook News) —",
            """
The town council voted on Tuesday to run buses through the night between the station and the
northern suburbs, ending a dispute that had lasted for two years.

Drivers will be paid a third more after midnight, and the timetable will be looked at again
in autumn, the head of transport told councillors.

Residents of Elm Road had asked for a quieter engine. The first twelve vehicles run on
batteries and are charged at the depot beside the brewery.

A ticket costs the same as by day. Schoolchildren ride free on Fridays.
""",
            "Quieter engines",
        ),
        News(
            "Beekeepers count their losses after a wet spring",
            "By Tom Reed and Clara Flint",
            "Published 12 May 2024",
            "HOLT, England (Brook News) —",
            """
Half of the colonies in the Holt valley died between February and April, beekeepers said
after a survey of ninety hives.

Rain kept the insects inside while their stores ran out, and mites did the rest, said Maud
Lamm, who keeps forty hives at the edge of a plum orchard.

Orchard owners now hire swarms from the coast. A swarm costs twice what it cost last year,
and lorries bring them at dawn.

Honey will be scarce until August. The cooperative has stopped its exports.
""",
            "Swarms for hire",
        ),
        News(
            "Chess champion resigns over a broken clock",
            "By Otto Brandt",
            "May 20, 2024",
            "BRAY (Brook News) -",
            """
The national chess champion left the tournament hall on Sunday when his clock stopped in the
thirty-first move and the arbiter refused to add the lost minutes.

Spectators whistled. The opponent, a student of seventeen, offered a draw, which the rules
do not allow once a flag has fallen.

The federation will examine the device. Its maker says that the battery had been taken from
a kitchen radio.

The final is played on Thursday with wooden clocks from the museum.
""",
            "An odd battery",
        ),
    ),
    "es": (
        News(
            "El ayuntamiento aprueba autobuses nocturnos para los barrios del norte",
            "Por Andrés Gil",
            "4 de mayo de 2024",
            "VALDEMAR, 4 may (Agencia Sur).-",
            """
El pleno del ayuntamiento votó el martes a favor de los autobuses nocturnos entre la
estación y los barrios del norte, con lo que acaba una disputa de dos años.

Los conductores cobrarán un tercio más después de medianoche y los horarios se revisarán en
otoño, explicó el concejal de transporte a los vecinos.

La calle de los Olmos había pedido motores silenciosos. Los doce primeros vehículos llevan
baterías que se cargan en la cochera, junto a la fábrica.

El billete costará lo mismo que de día. Los escolares viajan gratis los viernes.
""",
            "Motores silenciosos",
        ),
        News(
            "Los apicultores hacen balance de una primavera lluviosa",
            "Por Lucía Peña y Marcos Ruiz",
            "Publicado el 12 de mayo de 2024",
            "TORREBLANCA (Agencia Sur) —",
            """
La mitad de las colmenas del valle murió entre febrero y abril, según una encuesta que los
apicultores hicieron en noventa colmenares.

La lluvia encerró a los insectos mientras se agotaban las reservas, y los ácaros hicieron el
resto, contó Rosa Lamas, que cuida cuarenta colmenas entre ciruelos.

Los dueños de los huertos alquilan ahora enjambres de la costa. Un enjambre cuesta el doble
que el año pasado y llega en camión al amanecer.

La miel escaseará hasta agosto. La cooperativa ha dejado de exportar.
""",
            "Enjambres de alquiler",
        ),
        News(
            "El campeón de ajedrez abandona por un reloj averiado",
            "Redacción",
            "20 de mayo de 2024",
            "Puerto Alto (Agencia Sur).-",
            """
El campeón nacional de ajedrez dejó la sala el domingo cuando se paró su reloj en la jugada
treinta y uno y el árbitro no quiso devolverle los minutos perdidos.

El público silbó. Su rival, una estudiante de diecisiete años, ofreció tablas, lo que el
reglamento prohíbe cuando ya ha caído la bandera.

La federación examinará el aparato. El fabricante dice que la pila salió de una radio de
cocina.

La final se juega el jueves con relojes de madera prestados por el museo.
""",
            "Una pila extraña",
        ),
    ),
    "fr": (
        News(
            "La ville aura des bus de nuit dans les quartiers nord",
            "Par Claire Vasseur",
            "4 mai 2024",
            "MARLOU, 4 mai (Presse du Nord) -",
            """
Le conseil municipal a voté mardi la création de bus de nuit entre la gare et les quartiers
nord, ce qui met fin à une querelle vieille de deux ans.

Les chauffeurs toucheront un tiers de plus après minuit et les horaires seront revus à
l'automne, a expliqué l'adjoint chargé des transports.

Les riverains de la rue des Ormes voulaient des moteurs silencieux. Les douze premiers
véhicules roulent sur batterie et se rechargent au dépôt.

Le billet coûtera le même prix que le jour. Les écoliers voyagent sans payer.
""",
            "Des moteurs silencieux",
        ),
        News(
            "Les apiculteurs font leurs comptes après un printemps pluvieux",
            "Par Hugo Lamy et Anne Tissot",
            "Publié le 12 mai 2024",
            "Beauval (Presse du Nord) —",
            """
La moitié des colonies de la vallée est morte entre février et avril, selon une enquête des
apiculteurs auprès de quatre-vingt-dix ruches.

La pluie a enfermé les insectes pendant que les réserves fondaient, et les acariens ont fait
le reste, dit Rose Lambert, qui tient quarante ruches.

Les propriétaires de vergers louent désormais des essaims de la côte. Un essaim coûte le
double de l'an dernier et arrive par camion à l'aube.

Le miel sera rare jusqu'en août. La coopérative ne vend plus à l'étranger.
""",
            "Des essaims à louer",
        ),
        News(
            "Le champion d'échecs abandonne à cause d'une pendule en panne",
            "Par notre correspondant Paul Girard",
            "Lundi 20 mai 2024",
            "PORT-LEVANT (Presse du Nord) -",
            """
Le champion national d'échecs a quitté la salle dimanche quand sa pendule s'est arrêtée au
trente et unième coup et que l'arbitre a refusé de rendre les minutes.

Le public a sifflé. Son adversaire, une lycéenne de dix-sept ans, a proposé la nulle, ce que
le règlement interdit une fois le drapeau tombé.

La fédération examinera l'appareil. Son fabricant assure que la pile venait d'une radio de
cuisine.

La finale se joue jeudi avec des pendules en bois prêtées par le musée.
""",
            "Une pile étrange",
        ),
    ),
    "de": (
        News(
            "Stadtrat beschließt Nachtbusse für die nördlichen Viertel",
            "Von Jule Brandt",
            "4. Mai 2024",
            "Marlau (Nordpresse) -",
            """
Der Stadtrat hat am Dienstag für Nachtbusse zwischen dem Bahnhof und den nördlichen Vierteln
gestimmt und damit einen Streit beendet, der zwei Jahre gedauert hatte.

Fahrer bekommen nach Mitternacht ein Drittel mehr, und der Fahrplan wird im Herbst noch
einmal geprüft, sagte die Leiterin des Verkehrsamts.

Die Anwohner der Ulmenstraße hatten leisere Motoren verlangt. Die ersten zwölf Fahrzeuge
fahren mit Strom und laden im Depot neben der Brauerei.

Eine Fahrt kostet so viel wie am Tag. Schulkinder fahren freitags umsonst.
""",
            "Leisere Motoren",
        ),
        News(
            "Imker zählen ihre Verluste nach einem nassen Frühling",
            "Von Karl Lamm und Petra Voss",
            "Veröffentlicht am 12. Mai 2024",
            "HOLTAU (Nordpresse) –",
            """
Die Hälfte der Bienenvölker im Tal ist zwischen Februar und April gestorben, wie eine
Umfrage der Imker bei neunzig Stöcken ergab.

Der Regen hielt die Insekten im Stock, während die Vorräte schwanden, und Milben taten das
Übrige, sagte Rosa Lindner, die vierzig Völker hält.

Obstbauern mieten jetzt Schwärme von der Küste. Ein Schwarm kostet doppelt so viel wie im
Vorjahr, und Lastwagen bringen ihn im Morgengrauen.

Honig bleibt bis August knapp. Die Genossenschaft liefert nichts mehr ins Ausland.
""",
            "Schwärme zu vermieten",
        ),
        News(
            "Schachmeister gibt wegen einer kaputten Uhr auf",
            "Von unserem Redaktionsmitglied Max Uhl",
            "Montag, 20. Mai 2024",
            "BRAYHAFEN, 20. Mai (Nordpresse) -",
            """
Der Schachmeister des Landes hat am Sonntag den Saal verlassen, als seine Uhr im
einunddreißigsten Zug stehen blieb und der Schiedsrichter die verlorenen Minuten nicht
gutschrieb.

Das Publikum pfiff. Die Gegnerin, eine Schülerin von siebzehn Jahren, bot Remis an, was die
Regeln verbieten, sobald das Blättchen gefallen ist.

Der Verband prüft das Gerät. Der Hersteller sagt, die Batterie habe in einem Küchenradio
gesteckt.

Das Finale wird am Donnerstag mit hölzernen Uhren aus dem Museum gespielt.
""",
            "Eine seltsame Batterie",
        ),
    ),
    "it": (
        News(
            "Il comune approva gli autobus notturni per i quartieri nord",
            "Di Marta Costa",
            "4 maggio 2024",
            "MARLONE, 4 maggio (Stampa Nord) -",
            """
Il consiglio comunale ha votato martedì gli autobus notturni tra la stazione e i quartieri
nord, chiudendo una lite che durava da due anni.

Gli autisti prenderanno un terzo in più dopo mezzanotte e gli orari saranno rivisti in
autunno, ha spiegato l'assessora ai trasporti.

Gli abitanti di via degli Olmi chiedevano motori silenziosi. I primi dodici mezzi vanno a
batteria e si ricaricano nel deposito accanto al birrificio.

Il biglietto costa come di giorno. Gli scolari viaggiano gratis il venerdì.
""",
            "Motori silenziosi",
        ),
        News(
            "Gli apicoltori contano le perdite dopo una primavera piovosa",
            "di Luca Ferri e Anna Sala",
            "Pubblicato il 12 maggio 2024",
            "Valbruna (Stampa Nord) —",
            """
Metà delle colonie della valle è morta tra febbraio e aprile, secondo un'indagine degli
apicoltori su novanta alveari.

La pioggia ha chiuso gli insetti in casa mentre le scorte finivano, e gli acari hanno fatto
il resto, dice Rosa Lami, che cura quaranta alveari.

I padroni dei frutteti affittano ora sciami dalla costa. Uno sciame costa il doppio
dell'anno scorso e arriva in camion all'alba.

Il miele sarà scarso fino ad agosto. La cooperativa non esporta più.
""",
            "Sciami in affitto",
        ),
        News(
            "Il campione di scacchi si ritira per un orologio guasto",
            "A cura di Paolo Neri",
            "20 maggio 2024",
            "PORTALBA (Stampa Nord) -",
            """
Il campione nazionale di scacchi ha lasciato la sala domenica quando il suo orologio si è
fermato alla trentunesima mossa e l'arbitro non ha restituito i minuti perduti.

Il pubblico ha fischiato. L'avversaria, una studentessa di diciassette anni, ha offerto la
patta, che il regolamento vieta quando la bandierina è caduta.

La federazione esaminerà l'apparecchio. Il produttore dice che la pila veniva da una radio
da cucina.

La finale si gioca giovedì con orologi di legno prestati dal museo.
""",
            "Una pila strana",
        ),
    ),
    "pt": (
        News(
            "Câmara aprova autocarros noturnos para os bairros do norte",
            "Por Rita Nunes",
            "4 de maio de 2024",
            "MARLÃO, 4 mai (Agência Norte) -",
            """
A câmara municipal votou na terça-feira a criação de autocarros noturnos entre a estação e
os bairros do norte, o que encerra uma disputa de dois anos.

Os motoristas vão receber um terço a mais depois da meia-noite e os horários serão revistos
no outono, explicou a vereadora dos transportes.

Os moradores da rua dos Ulmeiros pediam motores silenciosos. Os primeiros doze veículos
andam a bateria e carregam no depósito ao lado da cervejaria.

O bilhete custa o mesmo que de dia. As crianças viajam de graça às sextas.
""",
            "Motores silenciosos",
        ),
        News(
            "Apicultores fazem as contas depois de uma primavera chuvosa",
            "Por Hugo Lemos e Ana Prado",
            "Publicado em 12 de maio de 2024",
            "Vale Bruno (Agência Norte) —",
            """
Metade das colmeias do vale morreu entre fevereiro e abril, segundo uma pesquisa dos
apicultores em noventa apiários.

A chuva prendeu os insetos enquanto as reservas acabavam, e os ácaros fizeram o resto, disse
Rosa Lima, que cuida de quarenta colmeias.

Os donos dos pomares alugam agora enxames do litoral. Um enxame custa o dobro do ano passado
e chega de caminhão ao amanhecer.

O mel será escasso até agosto. A cooperativa deixou de exportar.
""",
            "Enxames de aluguel",
        ),
        News(
            "Campeão de xadrez desiste por causa de um relógio avariado",
            "Da redação",
            "20 de maio de 2024",
            "PORTO ALVO (Agência Norte) -",
            """
O campeão nacional de xadrez deixou a sala no domingo quando o seu relógio parou no lance
trinta e um e o árbitro se recusou a devolver os minutos perdidos.

O público assobiou. A adversária, uma estudante de dezessete anos, ofereceu o empate, o que
o regulamento proíbe depois de cair a bandeira.

A federação vai examinar o aparelho. O fabricante diz que a pilha vinha de um rádio de
cozinha.

A final é disputada na quinta-feira com relógios de madeira do museu.
""",
            "Uma pilha estranha",
        ),
    ),
    "nl": (
        News(
            "Gemeenteraad stemt in met nachtbussen naar de noordelijke wijken",
            "Door Els Vermeer",
            "4 mei 2024",
            "MARLO (Noordpers) -",
            """
De gemeenteraad heeft dinsdag ingestemd met nachtbussen tussen het station en de noordelijke
wijken, waarmee een ruzie van twee jaar voorbij is.

Chauffeurs krijgen na middernacht een derde meer, en de dienstregeling wordt in het najaar
opnieuw bekeken, zei de wethouder van vervoer.

De bewoners van de Iepenlaan hadden om stillere motoren gevraagd. De eerste twaalf wagens
rijden op accu's en laden in de remise naast de brouwerij.

Een kaartje kost evenveel als overdag. Scholieren reizen vrijdags gratis.
""",
            "Stillere motoren",
        ),
        News(
            "Imkers tellen hun verliezen na een nat voorjaar",
            "Door Piet Lam en Anna Smit",
            "Gepubliceerd op 12 mei 2024",
            "HOLTEN (Noordpers) –",
            """
De helft van de bijenvolken in het dal is tussen februari en april gestorven, blijkt uit een
rondgang van de imkers langs negentig kasten.

De regen hield de insecten binnen terwijl de voorraden opraakten, en mijten deden de rest,
zei Roos Linde, die veertig volken houdt.

Fruittelers huren nu zwermen van de kust. Een zwerm kost twee keer zoveel als vorig jaar, en
vrachtwagens brengen hem bij zonsopgang.

Honing blijft schaars tot augustus. De coöperatie voert niets meer uit.
""",
            "Zwermen te huur",
        ),
        News(
            "Schaakkampioen geeft op door een kapotte klok",
            "Van onze verslaggever Jan Mulder",
            "20 mei 2024",
            "BRAAI, 20 mei (Noordpers) -",
            """
De nationale schaakkampioen verliet zondag de zaal toen zijn klok in de eenendertigste zet
stilstond en de arbiter de verloren minuten niet teruggaf.

Het publiek floot. Zijn tegenstander, een scholiere van zeventien, bood remise aan, wat de
regels verbieden zodra de vlag gevallen is.

De bond onderzoekt het apparaat. De maker zegt dat de batterij uit een keukenradio kwam.

De finale wordt donderdag gespeeld met houten klokken uit het museum.
""",
            "Een vreemde batterij",
        ),
    ),
}

SEAMS: dict[str, tuple[str, ...]] = {
    "byline": ("{headline}", "{byline}"),
    "byline and date": ("{headline}", "{byline}", "{date}"),
    "date": ("{headline}", "{date}"),
    "dateline": ("{headline}", "{dateline}"),
    "rule": ("* * *", "{headline}"),
    "hyphens": ("---", "{headline}"),
    "hashes": ("###", "{headline}"),
    "thirty": ("-30-", "{headline}", "{byline}"),
    "kicker": ("NEWS RELEASE", "{headline}", "{date}"),
}
"""What stands where a story begins, behind another; a dateline opens its first paragraph."""


def told(news: News, opening: tuple[str, ...], *, sections: bool = True) -> list[str]:
    """The paragraphs of a story under such an opening."""
    lines = [line.format(**news._asdict()) for line in opening]
    first, *rest = (" ".join(text.split()) for text in news.body.split("\n\n"))
    if lines[-1] == news.dateline:
        first = f"{lines.pop()} {first}"
    middle = [rest[0], *([news.section] if sections else []), *rest[1:]]
    return [*lines, first, *middle]
