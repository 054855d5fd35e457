"""Every code that we give is registered for those who read it, and no other is."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_codes_in_the_register_are_the_codes_we_give() -> None:
    modules = [*(ROOT / "converter").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")]
    given = {
        code
        for module in modules
        for code in re.findall(r'"([CR]\d{3})"', module.read_text(encoding="utf-8"))
    }
    register = (ROOT / "docs" / "notices.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([CR]\d{3})` \|", register, re.MULTILINE)) == given
