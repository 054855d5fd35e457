"""Files that are damaged, locked, scanned or made to harm end in one sentence, in bounded time."""

from __future__ import annotations

import io
import random
import zlib
from contextlib import suppress

import pytest

from converter.errors import InputError
from converter.pipeline import open_source
from converter.pipeline.sniffing import format_of
from converter.readers.pdf import areas as areas_of_pages
from converter.readers.pdf import asking
from converter.readers.pdf.areas import NOWHERE, Areas
from pdf_files import codes, document_of, line, one_page, paragraphs, printed, stream, written
from readers.test_pdf_structure import RUNNING, STORY, TABLE

PIXEL = stream(
    b"\0\0\0",
    b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8",
)
SCAN = b"q 595 0 0 842 0 0 cm /P Do Q "


def refusal(data: bytes, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        document_of(data, **options)
    message = str(caught.value)
    assert message.startswith("story.pdf: ")
    assert "\n" not in message
    return message


def test_scan_says_that_it_is_one() -> None:
    message = refusal(one_page(SCAN, PIXEL, xobjects=b"/P 7 0 R"))
    assert "this is a scan" in message
    assert "OCR" in message


def test_words_that_a_machine_made_out_in_a_scan_are_read_with_a_warning() -> None:
    content = SCAN + b"BT 3 Tr /F 12 Tf 72 700 Td (High water is at noon) Tj ET"
    document = document_of(one_page(content, PIXEL, xobjects=b"/P 7 0 R"))
    assert paragraphs(document) == ["High water is at noon"]
    assert codes(document) == ["C284"]


def test_scanned_page_among_others_is_told() -> None:
    data = written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 6 0 R"
        b">>>>>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</XObject<</P 8"
        b" 0 R>>>>>>",
        stream(line(b"High water is at noon")),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(SCAN),
        PIXEL,
    )
    document = document_of(data)
    assert codes(document) == ["C285"]
    assert "page 2" in document.notices[0].message


def test_page_without_text_says_so() -> None:
    assert "no text that can be seen" in refusal(one_page(b""))


def encrypted(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(one_page(line(b"High water is at noon")))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_locked_file_says_so() -> None:
    assert "encrypted" in refusal(encrypted("secret"))


def test_file_that_anybody_may_open_is_read() -> None:
    assert paragraphs(document_of(encrypted(""))) == ["High water is at noon"]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4 no object at all", b"%PDF-1.7\n" * 200])
def test_damaged_file_says_so(data: bytes) -> None:
    assert "damaged" in refusal(data)


def test_what_is_no_pdf_says_so() -> None:
    assert "no PDF" in refusal(b"High water is at noon.")


def test_pages_are_bounded_by_an_option() -> None:
    kids = b"3 0 R " * 12
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    data = written(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 12>>" % kids, page
    )
    assert "12 pages, more than the limit of 10" in refusal(data, max_pages=10)


def exploding() -> bytes:
    """Forms that draw the next ten times each."""
    forms = [
        stream(
            b"/N Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</N %d 0 R>>>>"
            % (number + 1),
        )
        for number in range(7, 18)
    ]
    last = stream(line(b"ha"), b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]")
    return one_page(b"/N Do " * 10, *forms, last, xobjects=b"/N 7 0 R")


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 2)
    monkeypatch.setattr(asking, "MEMORY", 4 * 1024**3)
    assert "more time than PDFs of its size do" in refusal(exploding())


def test_memory_is_bounded() -> None:
    packed = stream(zlib.compress(line(b"A") * 400_000, 9), b"/Filter/FlateDecode")
    data = one_page(b"", packed).replace(b"/Contents 4 0 R", b"/Contents 7 0 R")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "MEMORY", 160 * 1024**2)
        assert "give up" in refusal(data, max_unpacked=1)


def test_nothing_of_the_caller_decides_what_runs(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "marshal.py").write_text("raise SystemExit(3)")  # type: ignore[operator]
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert paragraphs(document_of(one_page(line(b"At noon.")))) == ["At noon."]


def test_contents_tell_a_pdf() -> None:
    data = one_page(line(b"At noon."))
    assert format_of(data, "story") == "pdf"
    assert format_of(b"\r\n  " + data, "story.pdf") == "pdf"
    assert open_source(data, name="story.pdf").format == "pdf"
    assert format_of(b"A file that begins with %PDF-1.7 is a PDF.", "story.txt") == "text"


def test_pdf_under_another_name_is_noticed() -> None:
    with pytest.raises(InputError, match="a PDF file under another name; say --from pdf"):
        format_of(one_page(line(b"At noon.")), "story.docx")


SEEDS = (printed(STORY + TABLE, RUNNING, tagged=True), printed(STORY, "body{columns:2}"))


@pytest.mark.parametrize("seed", range(60))
def test_changed_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(SEEDS[seed % len(SEEDS)])
    at = chance.randrange(len(data))
    match seed % 4:
        case 0:
            for _ in range(chance.randrange(1, 40)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 1:
            del data[at:]
        case 2:
            del data[at : at + chance.randrange(1, 4000)]
        case _:
            data[at:at] = data[chance.randrange(len(data)) :][:2000]
    with suppress(InputError):
        document_of(bytes(data))


def test_bomb_takes_no_more_memory_than_a_file_of_its_size_needs() -> None:
    packed = stream(zlib.compress(b" " * 200_000_000, 9), b"/Filter/FlateDecode")
    data = one_page(b"", packed).replace(b"/Contents 4 0 R", b"/Contents 7 0 R")
    assert "give up" in refusal(data)


def test_time_is_that_of_the_pages_a_file_has_and_not_of_those_it_could_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.5)
    padded = exploding() + b"% " + b" " * 400_000
    monkeypatch.setattr(asking, "MEMORY", 4 * 1024**3)
    assert "more time than PDFs of its size do" in refusal(padded)


def _holds(box: tuple[float, ...], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def test_white_words_among_many_boxes_are_found_without_looking_at_each() -> None:
    boxes = [
        (float(at % 590), float(at % 840), at % 590 + 3.0, at % 840 + 3.0) for at in range(9000)
    ]
    areas = Areas(boxes, 595, 842)
    for x, y in ((12.5, 12.5), (0, 0), (594, 841), (300, 20), (-1, 5), (700, 5)):
        inside = (at for at, box in enumerate(boxes) if _holds(box, x, y))
        assert areas.at(x, y) == next(inside, NOWHERE)
    assert max(map(len, areas.tiles.values())) < len(boxes) / 10


def test_more_questions_than_a_page_has_are_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(areas_of_pages, "_MOST_TESTS", 5)
    areas = Areas([(0.0, 0.0, 1.0, 1.0), (2.0, 2.0, 3.0, 3.0)], 100, 100)
    assert [areas.at(2.5, 2.5) for _ in range(4)] == [1, 1, NOWHERE, NOWHERE]
