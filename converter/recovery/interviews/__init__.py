"""Interviews: labels and who they belong to, questions without label, exchanges."""

from converter.recovery.interviews.exchanges import recover_exchanges
from converter.recovery.interviews.turns import recover_turns

__all__ = ["recover_exchanges", "recover_turns"]
