"""The versions of our contracts, apart from marshmallow so that a writer can name them."""

from __future__ import annotations

JSON_RENDITION = "1.1"
"""docs/json.md says what a change of it means."""
