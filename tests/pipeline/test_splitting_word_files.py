"""Articles fused in a Word file: each part has its own pictures, and its places lead back."""

from __future__ import annotations

from converter.pipeline import convert
from word_packages import PNG, docx, para, picture


def test_each_part_of_a_word_file_keeps_its_own_pictures_and_places() -> None:
    titles = ("The Quay Opens After Nine Years", "Orchard Growers Fear The Late Frost")
    words = ("The harbour and its ferries. " * 60, "Apples, pears and the cold nights. " * 60)
    body = "".join(
        para(title, style="H1") + para(text) * 2 + para(picture(f"image{at}", title))
        for at, (title, text) in enumerate(zip(titles, words, strict=True))
    )
    data = docx(
        body,
        parts={f"word/media/{at}.png": PNG for at in (0, 1)},
        relationships={f"image{at}": ("image", f"media/{at}.png") for at in (0, 1)},
    )
    conversion = convert(data, name="both.docx", to="json,docx", split_articles=True)
    parts = [part.document for part in conversion.parts]
    assert [[asset.name for asset in part.assets] for part in parts] == [["0.png"], ["1.png"]]
    second = parts[1].source
    assert second.locate(second.text.index("Orchard")).name == (
        "word/document.xml, paragraph 5, run 1"
    )
