"""Files of examples that the catalogue can't show, each made by the function of its name."""

from __future__ import annotations

from tests.attachments.samples import core, exif, paragraph, pdf_of, picture
from tests.attachments.samples import document as word
from tests.content_folder import record
from tests.records.file_samples import DOCX, OLE, SVG, pdf
from tests.statutes.word_files import add_list, add_numbered, data_of, document

# What no text is known to bring about, so the tests do: the program stops at one of these words and
# forgets the other.
STOPS = "让程序出错的一段"
FORGOTTEN = "会不见的字"
NOTICE = record("路灯检修", "今晚检修听潮路的路灯。")
TITLE = ("云汀市水务条例", "（2019年8月20日云汀市人民代表大会常务委员会公告第8号公布）")
CLAUSES = ("为了管好用水，制定本条例。", "本条例自2019年10月1日起施行。")


class Link(str):
    """Where a link in the content leads to."""


# Records.


def record_in_utf8() -> bytes:
    return NOTICE.encode()


def record_in_gbk() -> bytes:
    return NOTICE.encode("gbk")


def record_with_bom() -> bytes:
    return NOTICE.encode("utf-8-sig")


def record_of_two_megabytes() -> bytes:
    return record("通报", "全市垃圾清运情况通报。\n\n" * 60_000).encode()


def record_of_one_long_paragraph() -> bytes:
    return record("通报", "全市**垃圾清运**情况。" * 2_000).encode()


# Attachments and pictures.


def table() -> bytes:
    return "类别,收费\n装修垃圾,300\n".encode()


def link_to_a_table() -> Link:
    return Link("xuncha.csv")


def word_document() -> bytes:
    return DOCX


def old_word_document() -> bytes:
    return OLE


def pdf_document() -> bytes:
    return pdf()


def drawing() -> bytes:
    return SVG


def large_drawing() -> bytes:
    return SVG.replace(b"M0 0h9", b"M0 0" + b"h9v9" * 500_000)


def document_with_its_author() -> bytes:
    return _form_by("张三")


def document_of_the_office() -> bytes:
    return _form_by("青禾县综合行政执法局")


def _form_by(name: str) -> bytes:
    types = {"[Content_Types].xml": "<Types/>"}
    return word(paragraph("申请表"), docProps__core___xml=core(name), **types)


def scan() -> bytes:
    return pdf_of([], image=True)


def scan_with_its_text() -> bytes:
    return pdf_of(["Form"], image=True)


def three_hundred_and_one_pages() -> bytes:
    return pdf(301)


def photo_with_its_place() -> bytes:
    return picture(exif=exif(location=True))


def photo_with_its_camera() -> bytes:
    return picture(exif=exif(personal=True))


def picture_by_a_machine() -> bytes:
    return picture(exif=exif(label="AIGC{}"))


def photo() -> bytes:
    return picture()


def mark_of_half_a_history() -> bytes:
    """What git writes where it fetched the last commits alone."""
    return b"0" * 40 + b"\n"


# Files of a built site.


def page_in_gbk() -> bytes:
    return '<!DOCTYPE html><html lang="zh-CN"><title>街面整治</title></html>'.encode("gbk")


def photo_of_four_megabytes() -> bytes:
    return photo() + bytes(4_000_000)


# Statutes to import.


def statute_in_gbk() -> bytes:
    lines = [f"第{number}条　{words}" for number, words in zip("一二", CLAUSES, strict=True)]
    return "\n".join([*TITLE, *lines, ""]).encode("gbk")


def statute_in_word() -> bytes:
    lines = [f"第{number}条　{words}" for number, words in zip("一二", CLAUSES, strict=True)]
    return data_of(document(*TITLE, *lines))


def statute_with_a_table() -> bytes:
    made = document(*TITLE, f"第一条　{CLAUSES[0]}")
    made.add_table(1, 2).cell(0, 0).text = "水价"
    made.add_paragraph(f"第二条　{CLAUSES[1]}")
    return data_of(made)


def statute_with_automatic_numbers() -> bytes:
    made = document(*TITLE)
    add_list(made, ("chineseCountingThousand", "第%1条"))
    for words in CLAUSES:
        add_numbered(made, words)
    return data_of(made)
