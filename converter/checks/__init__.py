"""From a Document to a verdict: does the ledger balance, does it meet its schema."""
