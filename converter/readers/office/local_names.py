"""Names of Word's own styles in other languages. Word keeps the English name in ``w:name`` whatever
it shows; files that other programs saved, or that were pasted together, carry what was shown.

Only the whole name counts: a style that merely begins so is somebody's own.
"""

from __future__ import annotations

from converter.patterns import pattern

_HEADING_WORDS = (
    "überschrift titre título titulo titolo títol kop tittel rubrik overskrift otsikko nagłówek"
    " nadpis naslov címsor заголовок επικεφαλίδα başlık tiêu-đề judul encabezado cabeçalho pealkiri"
    " virsraksts antraštė titlu izenburua 标题 標題 見出し 제목 כותרת عنوان العنوان"
).split()
_HEADING = pattern(rf"(?:{'|'.join(word.replace('-', ' ') for word in _HEADING_WORDS)}) ?([1-9])")

_NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "titel", "titre", "título", "titolo", "títol", "tittel", "otsikko", "tytuł", "název", "cím",
        "название", "назва", "τίτλος", "konu başlığı", "标题", "標題", "表題", "제목",
    ),
    "subtitle": (
        "untertitel", "sous-titre", "subtítulo", "sottotitolo", "ondertitel", "underrubrik",
        "undertittel", "undertitel", "alaotsikko", "podtytuł", "podtitul", "alcím", "подзаголовок",
        "підзаголовок", "altyazı", "副标题", "副標題", "副題", "부제",
    ),
    "quote": (
        "zitat", "intensives zitat", "citation", "citation intense", "cita", "cita destacada",
        "citação", "citação intensa", "citazione", "citazione intensa",
        "citaat", "duidelijk citaat", "citat", "sitat", "cytat", "cytat intensywny",
        "citát", "idézet", "цитата", "alıntı", "引用", "引文", "인용",
    ),
    "caption": (
        "beschriftung", "légende", "leyenda", "epígrafe", "descripción", "legenda", "didascalia",
        "bijschrift", "beskrivning", "bildetekst", "billedtekst", "kuvaotsikko", "titulek",
        "képaláírás", "название объекта", "λεζάντα", "resim yazısı", "题注", "標號", "図表番号",
        "캡션",
    ),
}  # fmt: skip
_BY_NAME = {name: english for english, names in _NAMES.items() for name in names}
_LINKED = pattern(r"(heading [1-9]|title|subtitle|quote|intense quote|caption) char")
"""The character style that Word links to a paragraph style is named after it, in English."""


def english_name(name: str, linked: str) -> str:
    """The English name of a style whose name, and that of the character style linked to it, are
    given in lower case.

    >>> english_name("überschrift 2", ""), english_name("mi estilo", "heading 3 char")
    ('heading 2', 'heading 3')
    """
    if heading := _HEADING.fullmatch(name):
        return f"heading {heading[1]}"
    if name in _BY_NAME:
        return _BY_NAME[name]
    link = _LINKED.fullmatch(linked)
    return link[1] if link and not name.startswith(link[1]) else name
