"""Interviews: labels and who they belong to, questions without label, exchanges."""

from converter.recovery.interviews.cues import recover_cues
from converter.recovery.interviews.exchanges import recover_exchanges
from converter.recovery.interviews.turns import recover_turns

__all__ = ["recover_cues", "recover_exchanges", "recover_turns"]
