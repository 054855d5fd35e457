"""Lines of the trade round a text: told by their words, by their form, by standing in a row, by
their place. They keep their place and their words, and get a role before anything takes them for
headings."""

from converter.recovery.furniture.lines import recover_furniture
from converter.recovery.furniture.misread import recover_misread
from converter.recovery.furniture.openings import recover_openings
from converter.recovery.furniture.rows import recover_rows
from converter.recovery.furniture.wire import recover_wire

__all__ = [
    "recover_furniture",
    "recover_misread",
    "recover_openings",
    "recover_rows",
    "recover_wire",
]
