"""Mail (.eml): what it says, without what every mail carries: headers, quoted replies, signatures.

RFC 5322 for headers, RFC 2045 to 2047 for parts, RFC 3676 for flowed text. The words are handed to
the reader of their own format, plain text or HTML. docs/decisions/mail.md has the reasons.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import chain

from converter.errors import InputError
from converter.model import Document, Notice, Omission, Place, SourceFile
from converter.readers.mail.attachments import attachment_notices, listed
from converter.readers.mail.bodies import Choice, choose
from converter.readers.mail.endings import blanked, find_omissions
from converter.readers.mail.headers import is_forward, metadata_of
from converter.readers.mail.mime import Part, parse
from converter.readers.mail.words import PartText, line_ends, text_of_part
from converter.readers.options import ReadOptions
from converter.readers.others import Others
from converter.records import replace

BETWEEN = "\n\n"
"""Stands between the words of two parts."""


def read(source: SourceFile, options: ReadOptions, others: Others) -> Document:
    """The document of one mail; its metadata are the headers'.

    Raises InputError when it is no mail or several, encrypted, or holds no words that we read.
    """
    _refuse_mailbox(source)
    root = parse(source.data, source.name, options.max_depth)
    choice = choose(source, root)
    if not choice.bodies:
        raise InputError(_without_words(source.name, choice))
    if choice.bodies[0].type == "text/html":
        document = _read_html(source, choice.bodies[0], options, others)
    else:
        document = _read_plain(source, choice.bodies, root, options, others)
    metadata, language = metadata_of(root)
    notices: tuple[Notice, ...] = (*choice.notices, *attachment_notices(choice.attached, others))
    return replace(
        document,
        language=language or document.language,
        metadata=metadata + document.metadata,
        notices=notices + document.notices,
    )


def _refuse_mailbox(source: SourceFile) -> None:
    if source.data.startswith(b"From "):
        raise InputError(
            f"{source.name}: this is a mailbox, which holds many mails (mbox); open it in a mail"
            " program, and save the mail you mean as .eml"
        )


def _without_words(name: str, choice: Choice) -> str:
    if choice.attached:
        return (
            f"{name}: this mail holds no words of its own, only {listed(choice.attached)}; save"
            " what is attached, and convert that"
        )
    return f"{name}: this mail holds no words; check that it is the one you mean"


# --- plain text ---------------------------------------------------------------------------------


def _read_plain(
    source: SourceFile, parts: tuple[Part, ...], root: Part, options: ReadOptions, others: Others
) -> Document:
    """The words of these parts, read as plain text; what is left out is blank to that reader."""
    texts = _texts(source.data, parts)
    text = BETWEEN.join(part.text for part in texts)
    omissions: list[Omission] = []
    places: list[Place] = []
    offset = 0
    for part in texts:
        omissions += find_omissions(part.text, offset, is_forward=is_forward(root))
        places += [replace(place, start=place.start + offset) for place in part.places]
        offset += len(part.text) + len(BETWEEN)
    shown = blanked(text, omissions)
    if not shown.strip():
        omissions, shown = [], text
    inner = replace(source, format="text", text=shown, characters=len(shown), data=b"")
    document = others.read(inner, options)
    own = replace(source, text=text, characters=len(text), places=tuple(places))
    return replace(
        document,
        source=own,
        omissions=tuple(omissions) + document.omissions,
        notices=_charset_notices(texts) + document.notices,
    )


def _texts(data: bytes, parts: tuple[Part, ...]) -> list[PartText]:
    texts = []
    line, reached = 1, 0
    for part in parts:
        line += line_ends(data, reached, part.start)
        reached = part.start
        texts.append(text_of_part(data, part, line))
    return texts


def _charset_notices(texts: list[PartText]) -> tuple[Notice, ...]:
    return tuple(chain.from_iterable(part.notices for part in texts))


# --- HTML ---------------------------------------------------------------------------------------


def _read_html(source: SourceFile, part: Part, options: ReadOptions, others: Others) -> Document:
    """The words of an HTML part, read by the reader of HTML; its places are those in the part."""
    page = text_of_part(source.data, part)
    data = page.text.encode("utf-8-sig", "surrogatepass")
    digest = sha256(data).hexdigest()
    inner = SourceFile(source.name, "html", digest, len(page.text), text=page.text, data=data)
    document = others.read(inner, options)
    read = document.source
    places = tuple(_in_part(place, part) for place in read.places)
    own = replace(
        source,
        text=read.text,
        characters=read.characters,
        places=places or (Place(0, name=part.title),),
    )
    return replace(document, source=own, notices=page.notices + document.notices)


def _in_part(place: Place, part: Part) -> Place:
    where = [part.title]
    where += [f"line {place.line}"] if place.line else []
    where += [place.name] if place.name else []
    return replace(place, line=0, name=", ".join(where))
