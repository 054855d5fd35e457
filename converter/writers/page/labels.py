"""The words that we add to a page, in the document's language where we have them."""

from __future__ import annotations

from converter.records import record


@record()
class Labels:
    """The words of one language. ``page`` holds ``{page}`` and ``{pages}``, ``articles``,
    ``more`` and ``replaced`` hold ``{count}``, ``back`` holds ``{mark}``."""

    language: str
    contents: str
    notes: str
    colophon: str
    back: str
    page: str
    articles: str
    more: str
    embargo: str
    updated: str
    picture: str
    source: str
    schema: str
    address: str
    rights: str
    made: str
    left_out: str
    notices: str
    errors: str
    warnings: str
    information: str
    none: str
    unprintable: str
    replaced: str
    install: str


ENGLISH = Labels(
    language="en",
    contents="Contents",
    notes="Notes",
    colophon="About this document",
    back="Back to reference {mark}",
    page="Page {page} of {pages}",
    articles="{count} articles",
    more="and {count} more",
    embargo="Embargo",
    updated="Updated",
    picture="Picture",
    source="Source",
    schema="Kind of document",
    address="Address",
    rights="Rights",
    made="Made",
    left_out="Left out",
    notices="Notices",
    errors="errors",
    warnings="warnings",
    information="information",
    none="none",
    unprintable="Characters",
    replaced="{count} could not be shown and appear as \N{REPLACEMENT CHARACTER}",
    install="fonts that have them",
)

_ALL = (
    ENGLISH,
    Labels(
        language="es",
        contents="Índice",
        notes="Notas",
        colophon="Sobre este documento",
        back="Volver a la llamada {mark}",
        page="Página {page} de {pages}",
        articles="{count} artículos",
        more="y {count} más",
        embargo="Embargo",
        updated="Actualizado",
        picture="Imagen",
        source="Fuente",
        schema="Tipo de documento",
        address="Dirección",
        rights="Derechos",
        made="Elaborado",
        left_out="Omitido",
        notices="Avisos",
        errors="errores",
        warnings="advertencias",
        information="información",
        none="ninguno",
        unprintable="Caracteres",
        replaced="{count} no se pueden mostrar y aparecen como \N{REPLACEMENT CHARACTER}",
        install="fuentes que los contienen",
    ),
    Labels(
        language="fr",
        contents="Sommaire",
        notes="Notes",
        colophon="À propos de ce document",
        back="Retour à l’appel {mark}",
        page="Page {page} sur {pages}",
        articles="{count} articles",
        more="et {count} autres",
        embargo="Embargo",
        updated="Mis à jour",
        picture="Image",
        source="Source",
        schema="Type de document",
        address="Adresse",
        rights="Droits",
        made="Établi",
        left_out="Omis",
        notices="Remarques",
        errors="erreurs",
        warnings="avertissements",
        information="informations",
        none="aucune",
        unprintable="Caractères",
        replaced="{count} ne peuvent être affichés et figurent comme \N{REPLACEMENT CHARACTER}",
        install="polices qui les contiennent",
    ),
    Labels(
        language="de",
        contents="Inhalt",
        notes="Anmerkungen",
        colophon="Über dieses Dokument",
        back="Zurück zum Verweis {mark}",
        page="Seite {page} von {pages}",
        articles="{count} Artikel",
        more="und {count} weitere",
        embargo="Sperrfrist",
        updated="Aktualisiert",
        picture="Bild",
        source="Quelle",
        schema="Art des Dokuments",
        address="Adresse",
        rights="Rechte",
        made="Erstellt",
        left_out="Ausgelassen",
        notices="Hinweise",
        errors="Fehler",
        warnings="Warnungen",
        information="Informationen",
        none="keine",
        unprintable="Zeichen",
        replaced="{count} sind nicht darstellbar und erscheinen als \N{REPLACEMENT CHARACTER}",
        install="Schriften, die sie enthalten",
    ),
    Labels(
        language="it",
        contents="Sommario",
        notes="Note",
        colophon="Informazioni sul documento",
        back="Torna al richiamo {mark}",
        page="Pagina {page} di {pages}",
        articles="{count} articoli",
        more="e altri {count}",
        embargo="Embargo",
        updated="Aggiornato",
        picture="Immagine",
        source="Fonte",
        schema="Tipo di documento",
        address="Indirizzo",
        rights="Diritti",
        made="Prodotto",
        left_out="Omesso",
        notices="Avvisi",
        errors="errori",
        warnings="avvertimenti",
        information="informazioni",
        none="nessuno",
        unprintable="Caratteri",
        replaced="{count} non si possono mostrare e appaiono come \N{REPLACEMENT CHARACTER}",
        install="caratteri che li contengono",
    ),
    Labels(
        language="pt",
        contents="Índice",
        notes="Notas",
        colophon="Sobre este documento",
        back="Voltar à chamada {mark}",
        page="Página {page} de {pages}",
        articles="{count} artigos",
        more="e mais {count}",
        embargo="Embargo",
        updated="Atualizado",
        picture="Imagem",
        source="Fonte",
        schema="Tipo de documento",
        address="Endereço",
        rights="Direitos",
        made="Elaborado",
        left_out="Omitido",
        notices="Avisos",
        errors="erros",
        warnings="advertências",
        information="informação",
        none="nenhum",
        unprintable="Caracteres",
        replaced="{count} não podem ser mostrados e aparecem como \N{REPLACEMENT CHARACTER}",
        install="fontes que os contêm",
    ),
)

_BY_LANGUAGE = {labels.language: labels for labels in _ALL}


def labels_for(language: str) -> Labels:
    """The labels of a BCP 47 language tag; English where we have none."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), ENGLISH)
