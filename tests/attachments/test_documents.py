"""Documents: where in them something stands, what is left of how they were made, and bombs."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfWriter

from plugins.attachments import inspect, model, package, pdf, problems_in
from plugins.clock import CHINA
from plugins.records.loading import load_library
from tests.attachments.samples import (
    A,
    S,
    W,
    core,
    document,
    facts_of,
    paragraph,
    pdf_of,
    workbook,
)
from tests.attachments.samples import package as archive
from tests.attachments.samples import told as told_of
from tests.privacy.samples import CARD, IDENTITY, MOBILE, OWN

CONTENT = Path(__file__).resolve().parents[2] / "content"

MOBILE_SAID = "“138******00”是手机号码，不是本单位公布的"
METADATA = "attachment-metadata"


def metadata(tmp_path, data, format):
    (only,) = [each for each in told_of(tmp_path, data, format) if each[0] == METADATA]
    assert only[1] == "warning"
    return only[2].removeprefix("文件里还留着：")


class TestWord:
    def test_a_number_is_told_at_its_paragraph_even_in_pieces(self, tmp_path):
        text = paragraph(MOBILE[:4], MOBILE[4:])
        data = document(paragraph("通知"), "<w:p/>", text)
        assert told_of(tmp_path, data, "DOCX") == [
            ("personal-mobile", "error", f"第2段：{MOBILE_SAID}")
        ]

    @pytest.mark.parametrize(
        ("part", "tag", "place"),
        [("header1", "hdr", "页眉"), ("footer2", "ftr", "页脚"), ("footnotes", "footnotes", "脚注"),
         ("endnotes", "endnotes", "尾注")],
    )  # fmt: skip
    def test_what_stands_beside_the_text(self, tmp_path, part, tag, place):
        beside = f"<w:{tag} {W}>{paragraph(MOBILE)}</w:{tag}>"
        data = document(paragraph("通知"), **{f"word__{part}___xml": beside})
        assert told_of(tmp_path, data, "DOCX") == [
            ("personal-mobile", "error", f"{place}：{MOBILE_SAID}")
        ]

    def test_comments_changes_and_hidden_words(self, tmp_path):
        comments = (
            f'<w:comments {W}><w:comment w:id="1" w:author="张三">{paragraph(MOBILE)}</w:comment>'
            "</w:comments>"
        )
        changed = (
            '<w:p><w:del w:author="李四"><w:r><w:delText>罚款</w:delText></w:r></w:del>'
            '<w:ins w:author="李四"><w:r><w:rPr><w:vanish/></w:rPr><w:t>警告</w:t></w:r></w:ins>'
            "</w:p>"
        )
        data = document(changed, word__comments___xml=comments)
        assert metadata(tmp_path, data, "DOCX") == (
            "修订的人“李四”、批注的人“张三”、1 处批注、2 处修订、1 段隐藏的文字"
        )
        assert ("personal-mobile", "error", f"批注：{MOBILE_SAID}") in told_of(
            tmp_path, data, "DOCX"
        )
        assert [p.text for p in facts_of(tmp_path, data, "DOCX").pieces] == ["罚款警告", MOBILE]

    def test_text_boxes_are_read_once(self, tmp_path):
        box = (
            '<w:p><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>'
            f"{paragraph('框')}</mc:Choice><mc:Fallback>{paragraph('框')}</mc:Fallback>"
            "</mc:AlternateContent></w:p>"
        )
        assert [p.text for p in facts_of(tmp_path, document(box), "DOCX").pieces] == ["框"]

    def test_who_made_it(self, tmp_path):
        template = "<Template>C:\\Users\\zs\\a.dotx</Template>"
        app = f"<Properties><Company>某公司</Company>{template}</Properties>"
        data = document(
            paragraph("通知"),
            docProps__core___xml=core("张三", "李四", "去年的通报"),
            docProps__app___xml=app,
            word__embeddings__a___bin="x",
        )
        assert metadata(tmp_path, data, "DOCX") == (
            "标题“去年的通报”（正文里没有）、作者“张三”、最后保存的人“李四”、单位“某公司”、"
            "模板在电脑里的位置、1 个嵌入的文件"
        )
        (only,) = problems_in(facts_of(tmp_path, data, "DOCX"), "files/a.docx", OWN)
        assert only.hint == (
            "在 Word、Excel 里选“文件→信息→检查文档”，WPS 选“文件→文档加密→属性”和“审阅”，"
            "去掉后另存；PDF 从清理过的文件重新导出"
        )

    def test_nobody_and_the_office_are_no_matter(self, tmp_path):
        app = "<Properties><Template>Normal.dotm</Template></Properties>"
        data = document(
            paragraph("关于", "2026年通知的说明"),
            docProps__core___xml=core("周砚秋", "Administrator", "2026年 通知"),
            docProps__app___xml=app,
        )
        assert told_of(tmp_path, data, "DOCX") == []

    def test_a_label_of_what_a_machine_has_made(self, tmp_path):
        for name, is_label in (("AIGC", True), ("x", False)):
            custom = f'<P><property name="{name}"><lpwstr>{{"Label":"1"}}</lpwstr></property></P>'
            data = document(docProps__custom___xml=custom)
            assert facts_of(tmp_path, data, "DOCX").is_aigc is is_label

    def test_markings_of_secrecy(self, tmp_path):
        data = document(paragraph("000012"), paragraph("机密★1年"))
        assert [each[:2] for each in told_of(tmp_path, data, "DOCX")] == [
            ("secret-marking", "error")
        ] * 2
        assert told_of(tmp_path, data, "DOCX")[1][2] == (
            "第2段：有密级或内部文件的标志“机密★1年”，不能公开"
        )


class TestSheets:
    def test_a_number_is_told_at_its_row_in_every_form(self, tmp_path):
        rows = (
            '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
            f'<row r="5"><c t="inlineStr"><is><t>{IDENTITY}</t></is></c></row>'
            f'<row r="6"><c><v>{MOBILE}</v></c></row>'
            '<row r="7"><c><v>1.38E+10</v></c></row>'
            f'<row r="8"><c t="str"><f>A1</f><v>{MOBILE}</v></c></row>'
            '<row r="9"><c><v>1380000</v></c><c><v>0000</v></c></row>'
        )
        data = workbook(rows, ["姓名", CARD])
        assert [each[2].partition("：")[0] for each in told_of(tmp_path, data, "XLSX")] == [
            f"工作表“名单”第{row}行" for row in (1, 5, 6, 7, 8)
        ]

    def test_what_is_hidden(self, tmp_path):
        data = workbook(
            '<row r="1" hidden="1"><c><v>1</v></c></row>',
            columns='<cols><col min="2" max="3" hidden="1"/></cols>',
            state='state="hidden"',
        )
        assert metadata(tmp_path, data, "XLSX") == (
            "工作表“名单”里1 行隐藏的、工作表“名单”里2 列隐藏的、隐藏的工作表“名单”"
        )

    def test_comments(self, tmp_path):
        comments = (
            f"<comments {S}><authors><author>张三</author></authors><commentList>"
            f'<comment ref="A1"><text><r><t>{MOBILE}</t></r></text></comment></commentList>'
            "</comments>"
        )
        data = workbook('<row r="1"><c><v>1</v></c></row>', xl__comments1___xml=comments)
        assert told_of(tmp_path, data, "XLSX") == [
            ("personal-mobile", "error", f"批注：{MOBILE_SAID}"),
            (METADATA, "warning", "文件里还留着：批注的人“张三”、1 处批注"),
        ]


def test_slides(tmp_path):
    words = "<a:p><a:r><a:t>138</a:t></a:r><a:r><a:t>00000000</a:t></a:r></a:p>"
    slide = f"<p:sld {A} {{}}>{words}</p:sld>"
    data = archive(
        ppt__slides__slide1___xml=slide.format(""),
        ppt__slides__slide10___xml=slide.format('show="0"'),
        ppt__notesSlides__notesSlide1___xml=slide.format(""),
    )
    assert told_of(tmp_path, data, "PPTX") == [
        ("personal-mobile", "error", f"第1张幻灯片：{MOBILE_SAID}"),
        ("personal-mobile", "error", f"第2张幻灯片：{MOBILE_SAID}"),
        ("personal-mobile", "error", f"备注：{MOBILE_SAID}"),
        (METADATA, "warning", "文件里还留着：1 张隐藏的幻灯片"),
    ]


def test_open_documents(tmp_path):
    content = (
        '<office:body xmlns:office="urn:o" xmlns:text="urn:t"><text:p>甲</text:p><text:p>138'
        "<text:span>00000000</text:span></text:p><office:annotation/></office:body>"
    )
    meta = "<m><initial-creator>张三</initial-creator></m>"
    data = archive(content___xml=content, meta___xml=meta)
    assert told_of(tmp_path, data, "ODF") == [
        ("personal-mobile", "error", f"第2段：{MOBILE_SAID}"),
        (METADATA, "warning", "文件里还留着：作者“张三”、1 处批注"),
    ]


def test_ofd(tmp_path):
    page = "<P><TextObject><TextCode>138</TextCode><TextCode>00000000</TextCode></TextObject></P>"
    pages = {
        "Doc_0__Pages__Page_0__Content___xml": "<P/>",
        "Doc_0__Pages__Page_1__Content___xml": page,
    }
    data = archive(OFD___xml="<OFD><Author>张三</Author></OFD>", **pages)
    assert told_of(tmp_path, data, "OFD") == [
        ("personal-mobile", "error", f"第2页：{MOBILE_SAID}"),
        (METADATA, "warning", "文件里还留着：作者“张三”"),
    ]
    scan = archive(
        OFD___xml="<OFD/>", Doc_0__Pages__Page_0__Content___xml="<P/>", Doc_0__Res__a___jpg="x"
    )
    assert [each[0] for each in told_of(tmp_path, scan, "OFD")] == ["attachment-scanned"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_texts(tmp_path, encoding):
    data = f"姓名,电话\n张三,{MOBILE}\n".encode(encoding)
    assert told_of(tmp_path, data, "TEXT") == [
        ("personal-mobile", "error", f"第2行：{MOBILE_SAID}")
    ]


class TestPdf:
    def test_a_number_is_told_at_its_page(self, tmp_path):
        data = pdf_of(["Notice"], ["a", MOBILE])
        assert told_of(tmp_path, data, "PDF") == [
            ("personal-mobile", "error", f"第2页：{MOBILE_SAID}")
        ]

    def test_who_made_it_and_notes(self, tmp_path):
        data = pdf_of(["Notice"], note=MOBILE, Author="李四", Title="去年")
        assert told_of(tmp_path, data, "PDF") == [
            ("personal-mobile", "error", f"第1页的批注：{MOBILE_SAID}"),
            (METADATA, "warning",
             "文件里还留着：标题“去年”（正文里没有）、批注的人“张三”、作者“李四”、1 处批注"),
        ]  # fmt: skip

    def test_attached_files(self, tmp_path):
        writer = PdfWriter(clone_from=io.BytesIO(pdf_of(["Notice"])))
        writer.add_attachment("a.txt", b"x")
        buffer = io.BytesIO()
        writer.write(buffer)
        assert metadata(tmp_path, buffer.getvalue(), "PDF") == "1 个附在里面的文件"

    def test_a_scan(self, tmp_path):
        assert told_of(tmp_path, pdf_of([], [], image=True), "PDF") == [
            ("attachment-scanned", "warning", "文件里只有图，没有文字，屏幕阅读器读不了，也搜不到")
        ]
        assert told_of(tmp_path, pdf_of([], []), "PDF") == []
        assert told_of(tmp_path, pdf_of(["a"], [], image=True), "PDF") == []

    def test_a_label_of_what_a_machine_has_made(self, tmp_path):
        assert facts_of(tmp_path, pdf_of(["a"], AIGC='{"Label":"1"}'), "PDF").is_aigc
        assert not facts_of(tmp_path, pdf_of(["a"], Author="x"), "PDF").is_aigc

    def test_many_pages(self, tmp_path, monkeypatch):
        monkeypatch.setattr(pdf, "MOST_PAGES", 2)
        data = pdf_of(["a"], ["b"], [MOBILE])
        assert told_of(tmp_path, data, "PDF") == [
            ("attachment-unread", "info", "文件太长，后面的没有检查个人信息")
        ]


class TestLimits:
    def test_of_characters(self, tmp_path, monkeypatch):
        monkeypatch.setattr(model, "MOST_CHARACTERS", 10)
        facts = facts_of(tmp_path, f"{'字' * 8}\n{'字' * 8}\n{MOBILE}".encode(), "TEXT")
        assert sum(len(piece.text) for piece in facts.pieces) == 10
        assert facts.has_more

    def test_of_a_part_that_is_a_thousand_times_its_archive(self, tmp_path, monkeypatch):
        monkeypatch.setattr(package, "MOST_BYTES", 200_000)
        data = document(*[paragraph("字" * 1000)] * 300)
        facts = facts_of(tmp_path, data, "DOCX")
        assert facts.has_more
        assert 10 < len(facts.pieces) < 100

    def test_entities_are_not_expanded(self, tmp_path):
        bomb = f'<!DOCTYPE x [<!ENTITY a "{MOBILE}">]><w:document {W}>&a;</w:document>'
        assert facts_of(tmp_path, archive(word__document___xml=bomb), "DOCX").pieces == []

    def test_of_what_is_told(self, tmp_path):
        data = "\n".join([MOBILE] * 30).encode()
        problems = told_of(tmp_path, data, "TEXT")
        assert len(problems) == 21
        assert problems[-1] == ("personal-mobile", "error", "后面还有 10 处个人信息或标志")

    @pytest.mark.parametrize("format", ["DOCX", "XLSX", "PPTX", "ODF", "OFD", "PDF", "JPEG", "ZIP"])
    def test_no_file_is_too_broken(self, tmp_path, format):
        for data in (b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xd8\xff", archive(a="x")):
            assert facts_of(tmp_path, data, format).pieces == []


def test_the_sample_has_nothing_that_is_wrong():
    library = load_library(CONTENT, datetime(2026, 11, 23, 8, tzinfo=CHINA))
    described = [library.assets.described_at(path) for path in library.assets.paths]
    assert len(described) > 15
    assert [each.problems for each in described if each.problems] == []


@pytest.mark.parametrize(
    ("name", "format", "word"),
    [
        ("caliang-jizhun-2026.pdf", "PDF", "裁量基准"),
        ("quanzheng-shenqingbiao.docx", "DOCX", "养犬"),
        ("zhuangxiu-laji-shoufei-biao.xlsx", "XLSX", "清运"),
    ],
)
def test_the_text_of_the_sample_is_read(name, format, word):
    facts = inspect(CONTENT / "files" / name, format)
    assert word in "".join(piece.text for piece in facts.pieces)
