r"""Structure for broken articles: from the text of one to its JSON, Word and printable renditions.

>>> import converter
>>> text = b"Tide Mill Reopens\n\nQ: When does the wheel turn?\n\nA: At every ebb.\n"
>>> conversion = converter.convert(text, name="mill.txt", to=("json", "outline"))
>>> sorted(conversion.renditions)
['json', 'outline']
>>> conversion.document.meta("headline")
'Tide Mill Reopens'

``convert`` goes the whole way; ``read``, ``recover``, ``check`` and ``write`` go it step by step:

>>> document = converter.recover(converter.read(text))
>>> converter.check(document, "interview")
()
>>> converter.write(document, "json") == converter.convert(text).renditions["json"]
True

What can go wrong is a ``ConverterError``, one class for each family of errors. docs/library.md is
the guide. The names come when they are first used, so that ``import converter`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.version import VERSION

if TYPE_CHECKING:
    from converter.errors import (
        ConverterError,
        InputError,
        InvariantError,
        OutputError,
        PartialError,
        PublishError,
        RequirementError,
        SchemaError,
        UsageError,
    )
    from converter.model import Document
    from converter.pipeline import (
        Conversion,
        ConvertedDocument,
        ReadOptions,
        check,
        convert,
        read,
        recover,
        write,
    )
    from converter.schemas import ArticleSchema
    from converter.schemas.loading import load_schema
    from converter.sources import Limits

__all__ = [
    "VERSION",
    "ArticleSchema",
    "Conversion",
    "ConvertedDocument",
    "ConverterError",
    "Document",
    "InputError",
    "InvariantError",
    "Limits",
    "OutputError",
    "PartialError",
    "PublishError",
    "ReadOptions",
    "RequirementError",
    "SchemaError",
    "UsageError",
    "__version__",
    "check",
    "convert",
    "load_schema",
    "read",
    "recover",
    "write",
]

__version__ = VERSION

_HOMES = {
    "converter.errors": (
        "ConverterError",
        "InputError",
        "InvariantError",
        "OutputError",
        "PartialError",
        "PublishError",
        "RequirementError",
        "SchemaError",
        "UsageError",
    ),
    "converter.model": ("Document",),
    "converter.pipeline": (
        "Conversion",
        "ConvertedDocument",
        "ReadOptions",
        "check",
        "convert",
        "read",
        "recover",
        "write",
    ),
    "converter.schemas": ("ArticleSchema",),
    "converter.schemas.loading": ("load_schema",),
    "converter.sources": ("Limits",),
}
"""Where each name is made."""


if not TYPE_CHECKING:  # else a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names:
                value = globals()[name] = getattr(import_module(home), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(__all__)
