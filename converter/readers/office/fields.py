"""Fields: their result is text, their instruction is not. They nest, and run over paragraphs.

ECMA-376 Part 1, 17.16.
"""

from __future__ import annotations

from converter.patterns import pattern
from converter.records import field, mutable_record

_TOKEN = pattern(r'"((?:[^"\\]|\\.)*)"|(\S+)')
MAX_INSTRUCTION = 4096
"""Code points of an instruction that are read; addresses are shorter."""

MAX_NESTED = 32
"""Fields in fields; Word stops at 20."""

CONTENTS, SEQUENCE, LINK, SYMBOL, CHECKBOX = "TOC", "SEQ", "HYPERLINK", "SYMBOL", "FORMCHECKBOX"
BUTTONS = ("MACROBUTTON", "GOTOBUTTON")
"""Fields whose instruction ends in the words that are shown: name, target, words."""


@mutable_record
class Field:
    """An open field: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False
    is_checked: bool = False

    def add(self, text: str) -> None:
        """More of the instruction, which Word splits over runs."""
        if len(self.instruction) < MAX_INSTRUCTION:
            self.instruction += text[:MAX_INSTRUCTION]

    @property
    def kind(self) -> str:
        """The first word of the instruction."""
        return self.instruction.split(None, 1)[0].upper() if self.instruction.strip() else ""

    @property
    def arguments(self) -> list[str]:
        """The words of the instruction after the first, without quotation marks."""
        tokens = _TOKEN.findall(self.instruction)[1:]
        return [quoted.replace("\\\\", "\\") or plain for quoted, plain in tokens]

    @property
    def url(self) -> str:
        """Where a HYPERLINK leads: an address, a place in it (``\\l``), or both."""
        address = anchor = ""
        words = iter(self.arguments)
        for word in words:
            if word == "\\l":
                anchor = next(words, "")
            elif word in ("\\o", "\\t"):
                next(words, "")
            elif not word.startswith("\\") and not address:
                address = word
        return f"{address}#{anchor}" if anchor else address

    @property
    def shown(self) -> str:
        """The words that a button shows."""
        _, _, words = [*self.instruction.split(None, 2), "", "", ""][:3]
        return words.strip() if self.kind in BUTTONS else ""


@mutable_record
class Fields:
    """The fields that are open at this point of a story, the outer ones first."""

    open: list[Field] = field(default_factory=list)

    @property
    def shows(self) -> bool:
        """Whether what comes now is seen: it stands in no instruction."""
        return all(one.in_result for one in self.open)

    @property
    def url(self) -> str:
        """Where the innermost open link leads."""
        return next((one.url for one in reversed(self.open) if one.kind == LINK), "")

    def has(self, kind: str) -> bool:
        """Whether a field of this kind is open."""
        return any(one.kind == kind for one in self.open)
