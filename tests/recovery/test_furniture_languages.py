"""Lines of the trade in many languages and scripts, what only looks like them, and the links, the
standfirst and the counters of a page."""

from __future__ import annotations

import pytest

from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from recovery.test_furniture import inside, roles

LINES = {
    "byline": """
Rozmawiał Marek Zając
Autorka: Halina Kos
Беседовал Игорь Панин
Автор: Анна Лебедева
Текст: Пётр Громов
Розмовляла Ірина Коваль
Haber: Elif Demir
Röportaj: Nuri Aksoy
بقلم سعاد المنصوري
حوار: يوسف البحري
（聞き手・森川ゆい）
取材・文 浜田修
作者：林青
责任编辑：王磊
""",
    "photo-credit": """
Fot. Halina Kos
Zdjęcia: archiwum prywatne
Фото: Анна Лебедева
Світлина: Ірина Коваль
Fotoğraf: Nuri Aksoy
تصوير: سعاد المنصوري
Bild: Karin Ek
Foto's: Griet de Boer
撮影・浜田修
图片来源：海角日报
""",
    "read-more": """
Czytaj także: Bociany wróciły do Elmowa
Läs också: Fyren på Alskär släcks
Читайте также: В Заречье открыли мост
Читайте також: Дзвін повернувся
İlgili haber: Saat kulesi yeniden çalıştı
اقرأ أيضاً: افتتاح مكتبة متنقلة في الجبل
関連記事：銭湯の絵師
相关阅读：老街的钟
""",
    "updated": """
Zaktualizowano: 5 maja 2024
Обновлено: 5 мая 2024
Son güncelleme: 5 Mayıs 2024
آخر تحديث: 5 مايو 2024
Senast uppdaterad 5 maj 2024
""",
    "embargo": """
Embargo do 5 maja 2024, godz. 6.00
Не публиковать до 5 мая 2024
حظر النشر حتى 5 مايو 2024
Embargo till 5 maj 2024 kl. 06.00
解禁日時：5月5日午前6時
""",
    "correction": """
Sprostowanie: molo ma sto dwanaście lat.
Исправление: пирсу сто двенадцать лет.
Düzeltme: İskele yüz on iki yaşında.
تصحيح: عمر الرصيف مئة عام.
Rättelse: Piren är från 1911.
訂正：桟橋は百年前のものです。
更正：码头建于一九一一年。
""",
    "tags": """
Tagi: port, burza
Теги: порт, шторм
Etiketler: liman, fırtına
الوسوم: ميناء، عاصفة
Taggar: hamn, storm
タグ：港、嵐
标签：港口 风暴
""",
    "credit": """
Associated writer Jean Ferrier in Edinburgh contributed to this report.
Tom Reed and Ada Quill contributed reporting.
Con información de Ana Ruiz
Unter Mitarbeit von Max Uhl
Com informações de Rita Nunes
""",
    "wire-note": """
(END OPTIONAL ADD)
(OPTIONAL ADD)
""",
    "wire-number": """
MNS-ES-11-02-25 0931GMT
""",
    "share": """
Kommentare (7)
Komentarze (23)
12 comments
Réagir (14)
""",
    "copyright": """
Wszelkie prawa zastrzeżone
Все права защищены
جميع الحقوق محفوظة
無断転載を禁じます
""",
}


@pytest.mark.parametrize(
    ("role", "line"),
    [(role, line) for role, written in LINES.items() for line in written.strip().split("\n")],
)
def test_line_has_its_role_in_its_language(role: str, line: str) -> None:
    assert roles(inside(line)).get(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "Av den anledningen stannade båten i hamnen hela vintern.",
        "Фото из старого альбома он никому не показывал, но каждый вечер на него смотрел.",
        "Son yıllarda limana gelen gemilerin sayısı iki katına çıktı.",
        "Con la colaboración de todos se reparó el muelle en menos de una semana.",
        "She contributed to this report, and to three others that nobody read.",
        "作者は港で生まれ、いまも毎朝海を見ている。",
        "12 captains",
        "Czytaj",
    ],
)
def test_sentence_that_begins_like_one_has_none(line: str) -> None:
    assert roles(inside(line)).get(line, "") in ("", "lead")


def test_running_text_over_the_author_is_the_standfirst() -> None:
    text = paragraphs("Harbour opens after the storm", HARBOUR, "By Ines Vale", PILOT, EVENING)
    assert roles(text) == {HARBOUR: "standfirst", "By Ines Vale": "byline", PILOT: "lead"}


def test_running_text_over_the_author_at_the_end_is_the_lead() -> None:
    text = paragraphs("Harbour opens after the storm", HARBOUR, "By Ines Vale")
    assert roles(text) == {HARBOUR: "lead", "By Ines Vale": "byline"}


TITLES = ("Ferry ran aground in the fog", "Pilots want a second quay")


def test_titles_below_such_words_lead_to_other_texts() -> None:
    text = paragraphs("Harbour opens after the storm", HARBOUR, PILOT, "Read more:", *TITLES)
    found = roles(text)
    assert [found.get(title) for title in TITLES] == ["read-more", "read-more"]


def test_an_article_that_goes_on_below_its_links_is_not_related_to_itself() -> None:
    text = paragraphs("Harbour opens", HARBOUR, "Read more", TITLES[0], PILOT, EVENING)
    assert "read-more" not in (roles(text).get(PILOT), roles(text).get(EVENING))
