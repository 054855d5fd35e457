"""The parts of the JSON rendition, one marshmallow schema for each. docs/json.md says the same in
words, ``converter/writers/json.py`` writes it; tests hold the three together.
"""

from __future__ import annotations

from typing import Any, cast

from marshmallow import fields

from converter import model
from converter.model import MAX_LEVEL
from converter.model.document import SEVERITIES
from converter.schemas.contracts.json_fields import (
    Child,
    Children,
    NamedPart,
    Nested,
    NestedByName,
    NestedList,
    Number,
    Part,
    Spans,
    SpanValue,
    TextOrTexts,
    TypedPart,
    count,
    text,
)
from converter.schemas.versions import JSON_RENDITION

# --- parts that are no nodes --------------------------------------------------------------------


def _part(made: type, name: str, /, **keys: fields.Field[Any]) -> Part:
    return _schema(Part, made, name, keys)


def _schema(base: type[Part], made: type, name: str, keys: dict[str, Any]) -> Part:
    schema = cast(type[Part], base.from_dict(keys, name=f"{made.__name__}Part"))
    schema.made, schema.name = made, name
    return schema()


EVIDENCE = _part(
    model.Evidence,
    "evidence",
    name=text(required=True),
    weight=Number(required=True),
    detail=text(load_default=""),
)
PROVENANCE = _part(
    model.Provenance,
    "provenance",
    rule=text(required=True),
    confidence=Number((0, 1), required=True),
    evidence=NestedList(EVIDENCE, load_default=()),
    runner_up=text(load_default=""),
)
SOURCE = _part(
    model.SourceFile,
    "source",
    name=text(required=True),
    format=text(required=True),
    sha256=text(required=True),
    characters=count(required=True),
    encoding=text(load_default="utf-8"),
)
METADATA_ITEM = _schema(
    NamedPart,
    model.MetadataItem,
    "metadata_item",
    {
        "value": TextOrTexts(required=True),
        "origin": text(required=True),
        "span": SpanValue(load_default=None),
    },
)
FIELD = _schema(
    NamedPart,
    model.Field,
    "field",
    {"value": text(required=True), "span": SpanValue(load_default=None)},
)
OMISSION = _part(
    model.Omission,
    "omission",
    kind=text(required=True),
    reason=text(required=True),
    text=text(required=True),
    span=SpanValue(required=True),
)
NOTICE = _part(
    model.Notice,
    "notice",
    code=text(required=True),
    severity=text(*SEVERITIES, required=True),
    message=text(required=True),
    span=SpanValue(load_default=None),
    hint=text(load_default=""),
)
ASSET = _part(
    model.Asset,
    "asset",
    id=text(required=True),
    name=text(required=True),
    media_type=text(required=True),
    sha256=text(required=True),
)
OTHERS = (EVIDENCE, PROVENANCE, SOURCE, METADATA_ITEM, FIELD, OMISSION, NOTICE, ASSET)


# --- nodes --------------------------------------------------------------------------------------


def _node(made: type, name: str, **keys: fields.Field[Any]) -> Part:
    return _schema(TypedPart, made, name, keys)


def _leaf(made: type, name: str, **keys: fields.Field[Any]) -> Part:
    first = {"text": text(required=True), "span": SpanValue(required=True, allow_none=True)}
    return _node(made, name, **first, rule=text(load_default=""), **keys)


def _some(kind: str) -> Children:
    return Children(kind, required=True)


def _any(kind: str) -> Children:
    return Children(kind, load_default=())


def _markup() -> Spans:
    return Spans(load_default=())


def _why() -> Nested:
    return Nested(PROVENANCE, load_default=None)


INLINES = (
    _leaf(model.Text, "text"),
    _leaf(model.Code, "code", markup=_markup()),
    _leaf(model.NoteReference, "note_reference", note=text(required=True), markup=_markup()),
    _node(model.LineBreak, "line_break", markup=_markup()),
    _node(model.Emphasis, "emphasis", children=_some("inline"), markup=_markup()),
    _node(model.Strong, "strong", children=_some("inline"), markup=_markup()),
    _node(model.Superscript, "superscript", children=_some("inline"), markup=_markup()),
    _node(model.Subscript, "subscript", children=_some("inline"), markup=_markup()),
    _node(model.Link, "link", url=text(required=True), children=_some("inline"), markup=_markup()),
)
BLOCKS = (
    _node(
        model.Paragraph,
        "paragraph",
        role=text(load_default=""),
        time=text(load_default=""),
        inlines=_some("inline"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.Heading,
        "heading",
        level=count(1, MAX_LEVEL, required=True),
        inlines=_some("inline"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.BulletList,
        "bullet_list",
        items=_some("list_item"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.OrderedList,
        "ordered_list",
        start=count(None, load_default=1),
        style=text("decimal", "alpha", "roman", load_default="decimal"),
        items=_some("list_item"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(model.Quote, "quote", blocks=_some("block"), markup=_markup(), provenance=_why()),
    _node(
        model.CodeBlock,
        "code_block",
        language=text(load_default=""),
        lines=_some("text"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.Table,
        "table",
        caption=_any("inline"),
        stub=count(load_default=0),
        header=_any("row"),
        rows=_some("row"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.Figure,
        "figure",
        url=text(required=True),
        alt=text(load_default=""),
        asset=text(load_default=""),
        caption=_any("inline"),
        credit=_any("inline"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(model.ThematicBreak, "thematic_break", markup=_markup(), provenance=_why()),
    _node(
        model.Section,
        "section",
        id=text(load_default=""),
        role=text(load_default=""),
        level=count(required=True),
        heading=Child("heading", required=True, allow_none=True),
        provenance=_why(),
        blocks=_some("block"),
    ),
    _node(
        model.Contents,
        "contents",
        title=_any("inline"),
        entries=_some("contents_entry"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.Turn,
        "turn",
        id=text(load_default=""),
        role=text("", "question", "answer", load_default=""),
        speaker=text(load_default=""),
        label=_any("inline"),
        blocks=_some("block"),
        markup=_markup(),
        provenance=_why(),
    ),
    _node(
        model.Exchange,
        "exchange",
        question=Child("turn", required=True),
        answers=_some("turn"),
        provenance=_why(),
    ),
)
PARTS = (
    _part(model.ListItem, "list_item", blocks=_some("block"), markup=_markup()),
    _part(model.Row, "row", cells=_some("cell"), markup=_markup()),
    _part(
        model.Cell,
        "cell",
        blocks=_some("block"),
        colspan=count(1, load_default=1),
        rowspan=count(1, load_default=1),
        align=text("", "left", "center", "right", load_default=""),
        markup=_markup(),
    ),
    _part(
        model.ContentsEntry,
        "contents_entry",
        inlines=_some("inline"),
        level=count(1, load_default=1),
        target=text(load_default=""),
        markup=_markup(),
    ),
    _part(model.Note, "note", id=text(required=True), blocks=_some("block"), markup=_markup()),
    _part(
        model.Document,
        "document",
        schema_version=text(JSON_RENDITION, required=True, dump_default=JSON_RENDITION),
        source=Nested(SOURCE, required=True),
        language=text(required=True),
        metadata=NestedByName(METADATA_ITEM, required=True),
        data=NestedByName(FIELD, required=True),
        blocks=_some("block"),
        notes=_some("note"),
        omissions=NestedList(OMISSION, required=True),
        notices=NestedList(NOTICE, required=True),
        assets=NestedList(ASSET, required=True),
    ),
)
NODES = INLINES + BLOCKS + PARTS

KINDS: dict[str, dict[str, Part]] = {
    **{node.name: {node.name: node} for node in NODES},
    "inline": {node.name: node for node in INLINES},
    "block": {node.name: node for node in BLOCKS},
}
"""The schemas of what may stand where one kind is asked for, by their ``type``."""
