"""What the schema files that we ship hold, ready to use: JSON is read ten times as fast as TOML.

``ready.json`` names the sha256 of each file that it was made from, so a file that was changed
since is read itself. Written by ``python -m converter.schemas.contracts.publish``.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

READY = Path(__file__).parent / "articles" / "ready.json"


def ready(stem: str, data: bytes) -> dict[str, Any] | None:
    """The tables of the shipped file of this name with these bytes; none when it was changed."""
    entry = _entries().get(stem, {})
    if entry.get("sha256") != sha256(data).hexdigest():
        return None
    tables: dict[str, Any] = entry["tables"]
    return tables


def rendered(tables: dict[Path, dict[str, Any]]) -> str:
    """What ``ready.json`` holds of files with these tables."""
    entries = {
        path.stem: {"sha256": sha256(path.read_bytes()).hexdigest(), "tables": table}
        for path, table in tables.items()
    }
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")) + "\n"


@cache
def _entries() -> dict[str, dict[str, Any]]:
    try:
        entries: dict[str, dict[str, Any]] = json.loads(READY.read_bytes())
    except (OSError, ValueError):
        return {}
    return entries
