"""The JSON rendition: the whole document, each block on a line of its own.

Written straight from the nodes, without a tree of dicts between; docs/json.md has the fields.
Any depth is safe, and the time is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from json import JSONEncoder
from json.encoder import encode_basestring as _quoted
from math import isfinite
from typing import Any, TypeAlias

from converter.errors import InvariantError
from converter.model import (
    Asset,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Evidence,
    Exchange,
    Field,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListItem,
    Markup,
    MetadataItem,
    Node,
    Note,
    NoteReference,
    Notice,
    Omission,
    OrderedList,
    Paragraph,
    Provenance,
    Quote,
    Row,
    Section,
    SourceFile,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Turn,
)
from converter.records import defaults
from converter.schemas.versions import JSON_RENDITION
from converter.writers.options import WriteOptions

KEYS: dict[type, tuple[str, str]] = {
    Text: ("text", "text span rule"),
    Code: ("code", "text span rule markup"),
    NoteReference: ("note_reference", "text span rule note markup"),
    LineBreak: ("line_break", "markup"),
    Emphasis: ("emphasis", "children markup"),
    Strong: ("strong", "children markup"),
    Superscript: ("superscript", "children markup"),
    Subscript: ("subscript", "children markup"),
    Link: ("link", "url children markup"),
    Paragraph: ("paragraph", "role time inlines markup provenance"),
    Heading: ("heading", "level inlines markup provenance"),
    BulletList: ("bullet_list", "items markup provenance"),
    OrderedList: ("ordered_list", "start style items markup provenance"),
    ListItem: ("", "blocks markup"),
    Quote: ("quote", "blocks markup provenance"),
    CodeBlock: ("code_block", "language lines markup provenance"),
    Table: ("table", "caption stub header rows markup provenance"),
    Row: ("", "cells markup"),
    Cell: ("", "blocks colspan rowspan align markup"),
    Figure: ("figure", "url alt asset caption credit markup provenance"),
    ThematicBreak: ("thematic_break", "markup provenance"),
    Section: ("section", "id role level heading provenance blocks"),
    Contents: ("contents", "title entries markup provenance"),
    ContentsEntry: ("", "inlines level target markup"),
    Turn: ("turn", "id role speaker label blocks markup provenance"),
    Exchange: ("exchange", "question answers provenance"),
    Note: ("", "id blocks markup"),
}
"""What each node is called, and its keys in the order they are written. The parts of a block
need no ``type``: where they stand says what they are. A key is left out when it holds the
model's default."""

_Part: TypeAlias = str | Node | Note
_Encode: TypeAlias = Callable[[Any], str | list[_Part]]

# _quoted is not documented, but is the C function that JSONEncoder.encode calls for a text.
_value = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def write(document: Document, options: WriteOptions) -> bytes:
    """UTF-8 JSON, the same bytes for the same document. A lone surrogate is escaped.

    Raises InvariantError when two metadata items or two fields have one name, and when a weight
    or a confidence is infinite or no number.
    """
    written = BytesIO()  # which hands its bytes on without a copy
    for some in _written(_document(document)):
        written.write("".join(some).encode("utf-8", "backslashreplace"))
    return written.getvalue()


def _document(document: Document) -> list[_Part]:
    values: dict[str, str | list[_Part]] = {
        "schema_version": _value(JSON_RENDITION),
        "source": _source(document.source),
        "language": _value(document.language),
        "metadata": _by_name((item.name, _metadata(item)) for item in document.metadata),
        "data": _by_name((field.name, _data(field)) for field in document.data),
        "blocks": _lines(document.blocks),
        "notes": _lines(document.notes),
        "omissions": _lines([_omission(omission) for omission in document.omissions]),
        "notices": _lines([_notice(notice) for notice in document.notices]),
        "assets": _lines([_asset(asset) for asset in document.assets]),
    }
    parts: list[_Part] = []
    for key, value in values.items():
        parts += (",\n" if parts else "{\n", f'"{key}":')
        parts += [value] if isinstance(value, str) else value
    parts.append("\n}\n")
    return parts


_AT_ONCE = 4096
"""Pieces of text that are encoded in one go. Of all at once the text alone would be held four
times as wide, for one rare character in it."""


def _written(parts: list[_Part]) -> Iterator[list[str]]:
    """The text of these parts, some at a time. What is not text yet waits on a stack, to be taken
    apart."""
    written: list[str] = []
    waiting = parts[::-1]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            written.append(part)
        elif isinstance(part, Text):
            written.append(_text(part))
        else:
            waiting += _parts(part)[::-1]
        if len(written) >= _AT_ONCE:
            yield written
            written = []
    yield written


# --- nodes --------------------------------------------------------------------------------------


def _parts(node: Node | Note) -> list[_Part]:
    """The text of one node, with the nodes in it where their text will stand."""
    text, keys = _PLANS[type(node)]
    parts: list[_Part] = []
    for name, key, default, encode in keys:
        value = getattr(node, name)
        if value == default:
            continue
        encoded = encode(value)
        if isinstance(encoded, str):
            text += key + encoded
        else:
            parts += (text + key, *encoded)
            text = ""
    parts.append(text + "}")
    return parts


def _node(node: Node | None) -> str | list[_Part]:
    return "null" if node is None else [node]


def _nodes(nodes: Sequence[Node]) -> str | list[_Part]:
    if not nodes:
        return "[]"
    if len(nodes) == 1 and isinstance(nodes[0], Text):
        return f"[{_text(nodes[0])}]"  # most paragraphs: no need to wait
    return _listed(nodes, "[", ",", "]")


def _lines(nodes: Sequence[_Part]) -> str | list[_Part]:
    return _listed(nodes, "[\n", ",\n", "\n]") if nodes else "[]"


def _listed(nodes: Sequence[_Part], opening: str, comma: str, closing: str) -> list[_Part]:
    parts: list[_Part] = [opening]
    for node in nodes:
        parts += (node, comma)
    parts[-1] = closing
    return parts


def _text(leaf: Text) -> str:
    """What ``_parts`` would give, and quicker: most nodes are a Text."""
    rule = f',"rule":{_quoted(leaf.rule)}' if leaf.rule else ""
    return f'{{"type":"text","text":{_quoted(leaf.text)},"span":{_span(leaf.span)}{rule}}}'


def _span(span: Span | None) -> str:
    return "null" if span is None else f"[{span.start},{span.end}]"


def _markup(spans: Markup) -> str:
    return f"[{','.join(map(_span, spans))}]"


def _number(value: float) -> str:
    if not isfinite(value):
        raise InvariantError(f"{value} is a number that JSON cannot hold")
    return repr(value)


def _provenance(provenance: Provenance) -> str:
    evidence = ",".join(map(_evidence, provenance.evidence))
    more = f',"evidence":[{evidence}]' if evidence else ""
    if provenance.runner_up:
        more += f',"runner_up":{_quoted(provenance.runner_up)}'
    rule, confidence = _quoted(provenance.rule), _number(provenance.confidence)
    return f'{{"rule":{rule},"confidence":{confidence}{more}}}'


def _evidence(fact: Evidence) -> str:
    detail = f',"detail":{_quoted(fact.detail)}' if fact.detail else ""
    return f'{{"name":{_quoted(fact.name)},"weight":{_number(fact.weight)}{detail}}}'


ENCODERS: dict[str, _Encode] = {
    **dict.fromkeys(
        ("children", "inlines", "items", "lines", "blocks", "caption", "credit", "header", "rows",
         "cells", "title", "entries", "label", "answers"),
        _nodes,
    ),
    "heading": _node,
    "question": _node,
    "span": _span,
    "markup": _markup,
    "provenance": _provenance,
    **dict.fromkeys(("level", "start", "stub", "colspan", "rowspan"), _number),
}  # fmt: skip
"""How the value of each key is written; a key that is not here holds a text."""

_LINE_BY_LINE = (Section, "blocks")
"""Where blocks get lines of their own, as those of the document do."""

_ALWAYS = object()
"""Equals no value: the default of a key that has none, and so is always written."""


def _plan(kind: type) -> tuple[str, list[tuple[str, str, object, _Encode]]]:
    """How a node of this kind opens, and of each key: its name, how it is written, the default
    for which it is left out, and how its value is written."""
    called, names = KEYS[kind]
    known = defaults(kind)
    keys: list[tuple[str, str, object, _Encode]] = []
    for name in names.split():
        keys.append(
            (
                name,
                f',"{name}":' if called or keys else f'"{name}":',
                known.get(name, _ALWAYS),
                _lines if (kind, name) == _LINE_BY_LINE else ENCODERS.get(name, _quoted),
            )
        )
    return f'{{"type":"{called}"' if called else "{", keys


_PLANS = {kind: _plan(kind) for kind in KEYS}


# --- what stands beside the blocks --------------------------------------------------------------


def _source(source: SourceFile) -> str:
    identity: dict[str, str | int] = {
        "name": source.name,
        "format": source.format,
        "sha256": source.sha256,
        "characters": source.characters,
    }
    if source.encoding != "utf-8":
        identity["encoding"] = source.encoding
    return _value(identity)


def _by_name(items: Iterable[tuple[str, dict[str, Any]]]) -> str:
    named: dict[str, dict[str, Any]] = {}
    for name, item in items:
        if name in named:
            raise InvariantError(f"{name} is there twice; a name occurs once in a document")
        named[name] = item
    return _value(named)


def _metadata(item: MetadataItem) -> dict[str, Any]:
    return {"value": item.value, "origin": item.origin, **_given(span=_pair(item.span))}


def _data(field: Field) -> dict[str, Any]:
    return {"value": field.value, **_given(span=_pair(field.span))}


def _omission(omission: Omission) -> str:
    return _value(
        {
            "kind": omission.kind,
            "reason": omission.reason,
            "text": omission.text,
            "span": _pair(omission.span),
        }
    )


def _notice(notice: Notice) -> str:
    more = _given(span=_pair(notice.span), hint=notice.hint)
    return _value(
        {"code": notice.code, "severity": notice.severity, "message": notice.message, **more}
    )


def _asset(asset: Asset) -> str:
    keys = ("id", "name", "media_type", "sha256")
    return _value({key: getattr(asset, key) for key in keys})


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None else None


def _given(**values: Any) -> dict[str, Any]:
    """Those of these that say something."""
    return {key: value for key, value in values.items() if value}
