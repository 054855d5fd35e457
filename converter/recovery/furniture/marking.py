"""A paragraph in the role of a line of the trade. What the modules of this room share."""

from __future__ import annotations

from converter.model import Evidence, Paragraph, Provenance
from converter.records import replace

_CONFIDENCE = 0.9
_PLAIN = "paragraph"
"""What such a line would else be."""


def with_role(block: Paragraph, role: str, rule: str, *signs: Evidence) -> Paragraph:
    """The paragraph in this role, by this rule and these signs."""
    because = Provenance(rule, _CONFIDENCE, signs, _PLAIN)
    return replace(block, role=role, provenance=block.provenance or because)
