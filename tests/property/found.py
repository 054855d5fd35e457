"""Texts that a search has found a defect with, each cut down to what it needs. They are tried on
every run, so that no defect comes back."""

from __future__ import annotations

from collections.abc import Mapping

FOUND: Mapping[str, str] = {
    "a fence with nothing in it": "```",
    "a fence in a quote": "> ```\n> a\n> b\n> ```\n",
    "an item that goes on in a quote": "> - a\n>   b\n",
    "a label in a marked heading": "# Q P\nA:",
    "a heading without words after a word": ">\nQ\n# #",
    "a label in a framed line": "|Q:v|\fQuestion:",
    "an escape in a line of columns": "0\t0\r\\](\t0",
    "an escape before hashes in a line": "# \n\\.## 0",
    "an escape before a glued heading": "](\n\\:It opened at six and closed at nine.A\n0",
}
