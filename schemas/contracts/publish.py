"""Write the JSON Schema of the JSON rendition to schemas/published/, and what the article schemas
hold to schemas/articles/ready.json.

python -m converter.schemas.contracts.publish
"""

from __future__ import annotations

import json
from pathlib import Path

from converter.schemas import ready
from converter.schemas.contracts.json_rendition import json_schema
from converter.schemas.loading import read_shipped
from converter.schemas.versions import JSON_RENDITION

FOLDER = Path(__file__).parent.parent / "published"
"""One file for each version that was ever released."""


def published() -> Path:
    """The file of the present version."""
    return FOLDER / f"document-{JSON_RENDITION}.schema.json"


def rendered() -> str:
    """What the file of the present version holds."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    published().write_text(rendered(), encoding="utf-8", newline="\n")
    ready.READY.write_text(ready.rendered(read_shipped()), encoding="utf-8", newline="\n")
