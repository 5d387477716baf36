"""What an editor may write, what is repaired, and what is refused with its reason."""

import pytest

from plugins.findings import Severity
from plugins.records.foreign_keys import CHARACTERS, simplified
from plugins.records.kinds import KINDS
from plugins.records.reader import read_record
from plugins.records.schema import field_names
from plugins.texts.converter import Converter
from tests.records.record_text import column_of, findings_of, read, text_of
from tests.states.moment_site import sample


class TestReadsWhatIsRight:
    def test_front_matter_in_chinese(self):
        record, said = read(text_of())
        assert said == []
        assert record.title == "标题一"
        assert f"{record.published:%Y-%m-%d %H:%M %z}" == "2026-03-01 09:30 +0800"
        assert record.id == "lanmu/wenjian"
        assert record.address == "lanmu/2026/wenjian.html"

    def test_front_matter_in_english(self):
        text = (
            "---\ntitle: A\ndate: 2026-03-01 09:30\nsource: B\n"
            "first_review: a\nsecond_review: b\nfinal-review: c\n---\n正文。\n"
        )
        record, said = read(text)
        assert said == []
        assert (record.title, record.data.source, record.data.final_review) == ("A", "B", "c")

    def test_pelican_header_lines(self):
        text = "Title: A\nDate: 2026-03-01 09:30\n来源: B\n初审: a\n复审: b\n终审: c\n\n正文。\n"
        record, said = read(text)
        assert said == []
        assert record.title == "A"
        assert record.body.html == "<p>正文。</p>"

    def test_an_empty_optional_field_is_not_written(self):
        record, said = read(text_of(摘要=""))
        assert said == []
        assert record.data.summary is None

    def test_lists_in_a_line_or_in_several(self):
        record, _ = read(text_of(关键词="养犬、登记，办证"))
        assert record.data.keywords == ["养犬", "登记", "办证"]
        record, _ = read(text_of(关键词="\n  - 养犬\n  - 登记"))
        assert record.data.keywords == ["养犬", "登记"]

    def test_windows_line_ends(self):
        record, said = read(text_of().replace("\n", "\r\n"))
        assert said == []
        assert record.body.html == "<p>正文。</p>"


class TestRepairsAndSaysSo:
    def test_a_bom(self):
        record, said = read(b"\xef\xbb\xbf" + text_of().encode())
        assert record.title == "标题一"
        assert said == [(1, 1, "warning", "encoding-bom", "文件开头有看不见的 BOM 标记，已忽略")]

    def test_a_full_width_colon(self):
        record, said = read(text_of().replace("标题: ", "标题："))
        assert record.title == "标题一"
        assert said == [
            (2, 1, "warning", "front-matter-repair", "“标题：”用了全角冒号，已按半角读取")
        ]

    def test_a_colon_inside_a_title(self):
        record, said = read(text_of(标题="通知: 关于占道经营"))
        assert record.title == "通知: 关于占道经营"
        assert [rule for _, _, _, rule, _ in said] == ["front-matter-repair"]

    @pytest.mark.parametrize(
        "title",
        ['"餐厨"办法', "[通知] 关于养犬", "@城管", "100% 覆盖", "第 #1 期", "*重要*", "- 一"],
    )
    def test_special_signs_in_a_title_lose_nothing(self, title):
        record, _ = read(text_of(标题=title))
        assert record.title == title

    def test_no_space_after_the_colon(self):
        record, said = read(text_of().replace("来源: ", "来源:"))
        assert record.data.source == "办公室"
        assert [(line, rule) for line, _, _, rule, _ in said] == [(4, "front-matter-repair")]

    def test_a_tab_for_an_indent(self):
        record, said = read(text_of(关键词="\n\t- 养犬"))
        assert record.data.keywords == ["养犬"]
        assert [rule for _, _, _, rule, _ in said] == ["tab"]

    @pytest.mark.parametrize(
        ("written", "read_as"),
        [
            ("2025年3月4日", "2025-03-04 00:00"),
            ("2025年3月4日 9时5分", "2025-03-04 09:05"),
            ("2025/3/4 9:05", "2025-03-04 09:05"),
            ("2025-03-04 09：05", "2025-03-04 09:05"),
            ("2025-03-04T09:05:00+08:00", "2025-03-04 09:05"),
            ("2025.3.4", "2025-03-04 00:00"),
        ],
    )
    def test_dates_as_people_write_them(self, written, read_as):
        record, said = read(text_of(发布日期=written))
        assert f"{record.published:%Y-%m-%d %H:%M}" == read_as
        assert [(line, column, severity, rule) for line, column, severity, rule, _ in said] == [
            (3, 7, "warning", "value-repair")
        ]

    def test_the_column_of_a_value_after_a_repaired_colon(self):
        _, said = read(text_of(发布日期="2025-02-30").replace("发布日期: ", "发布日期："))
        assert (3, 6, "error") in [found[:3] for found in said]


class TestShownInAPreview:
    """A page can be made of what lacks nothing; all other errors keep it from being one."""

    def is_valid(self, text):
        path, column = "lanmu/wenjian.md", column_of("case")
        return read_record(path, text.encode(), column, Converter()).is_valid

    @pytest.mark.parametrize(
        ("body", "fields"),
        [
            (None, {}),
            ("", {}),
            ("## 只有一节\n\n文。", {}),
            ("<script>alert(1)</script>", {}),
            (None, {"关健词": "甲"}),
            (None, {"title": "标题二"}),
        ],
    )
    def test_with_a_mistake_in_the_text_or_a_line_that_is_not_read(self, body, fields):
        assert self.is_valid(sample("case", body, **fields))

    @pytest.mark.parametrize(
        "fields",
        [{"来源": None}, {"发布日期": "2025-02-30 09:00"}, {"更新日期": "2020-01-01 09:00"}],
    )
    def test_not_with_a_head_that_lacks_something_or_contradicts_itself(self, fields):
        assert not self.is_valid(sample("case", **fields))

    def test_not_with_a_character_that_no_page_may_have(self):
        assert not self.is_valid(sample("case", "坏\x07字"))


class TestRefusesWithItsReason:
    def refusal(self, text, **options):
        record, said = read(text, **options)
        assert record is None
        return [found for found in said if found[2] == "error"]

    def test_gbk_bytes(self):
        assert self.refusal(text_of().encode("gbk")) == [
            (2, 1, "error", "encoding", "文件是 GBK/GB18030 编码，不是 UTF-8")
        ]

    def test_a_day_that_does_not_exist(self):
        assert self.refusal(text_of(发布日期="2025-02-30 09:00")) == [
            (3, 7, "error", "value", "发布日期：2025 年 2 月没有 30 日")
        ]

    def test_a_month_that_does_not_exist(self):
        (found,) = self.refusal(text_of(发布日期="2025-13-01 09:00"))
        assert found[4] == "发布日期：没有 13 月"

    def test_an_unknown_status(self):
        assert self.refusal(text_of(状态="pubished")) == [
            (8, 5, "error", "value", "状态：“pubished”不在可选值之内")
        ]

    def test_a_missing_field(self):
        assert self.refusal(text_of(来源=None)) == [(2, 1, "error", "field-required", "缺少“来源”")]

    def test_an_unknown_key(self):
        (found,) = self.refusal(text_of(关健词="甲"))
        assert found == (8, 1, "error", "key-unknown", "没有“关健词”这一项")

    def test_a_key_written_twice(self):
        (found,) = self.refusal(text_of().replace("来源", "标题"))[:1]
        assert found[:4] == (4, 1, "error", "key-repeated")

    def test_two_spellings_of_one_key(self):
        (found,) = self.refusal(text_of(title="标题二"))
        assert found[:4] == (8, 1, "error", "key-repeated")

    def test_front_matter_that_does_not_end(self):
        text = text_of().replace("---\n正文", "正文")
        assert self.refusal(text)[0][3:] == ("front-matter", "稿头没有结束：缺少第二行“---”")

    def test_no_front_matter(self):
        (found,) = self.refusal("就是一段话。\n")
        assert found[3:] == ("front-matter", "没有稿头（标题、发布日期等）")

    def test_broken_yaml_names_the_line(self):
        (found,) = self.refusal(text_of(图片='\n  文件: "没有成对'))
        assert found[2:4] == ("error", "front-matter")
        assert found[0] >= 9

    def test_an_empty_text(self):
        (found,) = self.refusal(text_of(body=""))
        assert found[3:] == ("body", "正文是空的")

    def test_an_empty_file(self):
        (found,) = self.refusal("")
        assert found[3] == "front-matter"

    @pytest.mark.parametrize(
        "markup",
        [
            "<script>alert(1)</script>",
            '<p style="color:red">红</p>',
            '<iframe src="https://a.example/"></iframe>',
            '<img src="/images/a.svg" alt="图" onerror="x()">',
            "[点我](javascript:alert(1))",
        ],
    )
    def test_markup_that_runs_or_restyles(self, markup):
        found = self.refusal(text_of(body=f"第一行。\n\n{markup}\n"))
        assert [(item[0], item[3]) for item in found] == [(11, "markup-forbidden")] * len(found)

    def test_all_findings_of_a_file_in_one_run(self):
        text = text_of(发布日期="2025-02-30", 来源=None, 状态="发表", 关健词="甲")
        assert [rule for *_, rule, _ in self.refusal(text)] == [
            "key-unknown",
            "field-required",
            "value",
            "value",
        ]

    def test_a_field_of_a_part(self):
        (found,) = self.refusal(text_of(图片="\n  文件: images/a.svg"))
        assert found[3:] == ("field-required", "图片：缺少“说明”")
        assert found[0] == 9

    def test_an_unknown_field_of_a_part(self):
        found = self.refusal(text_of(附件="\n  - 文件: files/a.pdf\n    名子: 表"))
        assert [(item[0], item[1], item[4]) for item in found] == [(10, 5, "没有“名子”这一项")]


class TestSaysWhereAndHow:
    """Slips that took an editor longest to understand."""

    def found(self, text):
        result = read_record("lanmu/wenjian.md", text.encode(), column_of(), Converter())
        return [
            (item.line, item.column, item.message, item.hint)
            for item in result.findings
            if item.severity == "error"
        ]

    def test_a_field_left_empty_is_reported_on_its_own_line(self):
        ((line, _, message, _),) = self.found(text_of(来源=""))
        assert (line, message) == (4, "缺少“来源”")

    def test_the_hint_is_an_example(self):
        ((*_, hint),) = self.found(text_of(发布日期=None))
        assert hint == "如 发布日期: 2026-03-01 09:30"

    def test_an_indent_too_many(self):
        ((line, _, message, hint),) = self.found(text_of().replace("来源:", "  来源:"))
        assert (line, message, hint) == (
            4,
            "这一行前面多了空格：“来源: 办公室”",
            "与上一项左端对齐",
        )

    def test_the_parts_of_a_picture_without_an_indent(self):
        found = self.found(text_of(图片="\n文件: images/a.svg\n说明: 图"))
        assert found[0][3] == "是不是“图片”的下一级？前面加两个空格"

    def test_an_open_quote_is_reported_where_it_begins(self):
        ((line, *_),) = self.found(text_of(图片='\n  文件: "images/a.svg\n  说明: 图'))
        assert line == 9

    def test_a_number_sign_begins_no_comment_in_a_title(self):
        record, _ = read(text_of(标题="#1 号通知"))
        assert record.title == "#1 号通知"

    def test_two_names_of_one_field(self):
        ((_, _, message, _),) = self.found(text_of(名称="标题二"))
        assert message == "“名称”与“标题”是同一项"

    def test_a_label_is_said_once(self):
        ((_, _, message, _),) = self.found(text_of(网址名="Big"))
        assert message == "网址名“Big”只能用小写字母、数字和连字符"


class TestAdvice:
    def test_a_review_that_is_not_named(self):
        record, said = read(text_of(终审=None))
        assert record is not None
        assert said == [(2, 1, "warning", "field-advised", "没有写“终审”")]

    def test_a_file_name_in_chinese_gets_a_slug(self):
        record, said = read(text_of(标题="市场"), path="lanmu/市场.md")
        assert record.slug == "shi-chang"
        assert said[0][2:4] == ("warning", "slug")

    def test_an_image_without_words(self):
        record, said = read(text_of(body="看图：\n\n![](/images/a.svg)\n"))
        assert record is not None
        assert said == [(11, 5, "warning", "image-alt", "图片“/images/a.svg”没有替代文字")]

    def test_a_first_level_heading_goes_down(self):
        record, said = read(text_of(body="# 大标题\n\n## 小标题\n\n文。\n"))
        assert [heading.level for heading in record.body.headings] == [2, 3]
        assert said[0][:4] == (9, 1, "warning", "heading")

    def test_a_heading_that_skips_a_level(self):
        _, said = read(text_of(body="## 一\n\n#### 二\n"))
        assert said == [(11, 6, "warning", "heading", "小标题“二”跳过了一级")]


class TestForeignKeys:
    """What other generators, other kinds and traditional characters would have written."""

    def said(self, text, **options):
        _, said = read(text, **options)
        return [(line, severity, rule, message) for line, _, severity, rule, message in said]

    @pytest.mark.parametrize(
        ("key", "hint"),
        [
            ("draft: true", "草稿写成 状态: 草稿"),
            ("draft: false", "删去这一行：不写“状态”就会发布"),
            ("published: false", "草稿写成 状态: 草稿"),
            ("Published: true", "删去这一行：不写“状态”就会发布"),
            ("hidden: true", "不想发布就写 状态: 草稿"),
            ("categories: [通告]", "栏目由所在的文件夹决定，删去这一行"),
            ("description: 甲", "写成 摘要: …"),
            ("lastmod: 2026-01-01", "写成 更新日期: …"),
            ("permalink: /a/", "写成 网址名: …"),
            ("cover: /a.png", "写成 图片: …"),
            ("layout: post", "这个网站用不到，删去这一行"),
        ],
    )
    def test_a_key_of_another_generator_says_what_to_write(self, key, hint):
        findings = findings_of(text_of().replace("---\n正文", f"{key}\n---\n正文"))
        (found,) = findings
        assert (found.rule, found.message) == ("key-unknown", f"没有“{key.split(':')[0]}”这一项")
        assert (found.hint, found.line) == (hint, 8)

    def test_a_status_in_english(self):
        (found,) = findings_of(text_of(Status="draft"))
        assert (found.message, found.hint) == ("状态：“draft”不在可选值之内", "可填：发布、草稿")

    def test_keys_in_traditional_characters_are_read_and_reported_once(self):
        text = text_of().replace("标题:", "標題:").replace("发布日期", "發佈日期")
        text = text.replace("来源", "來源").replace("初审", "初審").replace("复审", "複審")
        record, _ = read(text)
        assert (record.title, record.data.second_review) == ("标题一", "乙")
        (found,) = findings_of(text)
        assert (found.rule, str(found.severity)) == ("front-matter-repair", "warning")
        assert found.message == "“標題”“發佈日期”“來源”等 5 项是繁体字，已按简体字段名读取"
        assert (found.hint, found.line) == ("写成 标题、发布日期、来源", 2)

    def test_every_label_is_understood_in_traditional_characters(self):
        labels = {label for kind in KINDS.values() for label in field_names(kind)}
        back = {simple: plain for plain, simple in (pair for pair in CHARACTERS.split(" "))}
        assert all(simplified(label.translate(str.maketrans(back))) == label for label in labels)

    def test_the_fields_of_another_kind_are_one_question(self):
        text = text_of(违法事实="占道", 决定书文号="1号", 处罚类别="罚款", 罚款金额="200")
        (found,) = findings_of(text)
        assert (found.rule, str(found.severity), found.line) == ("wrong-column", "error", 8)
        assert found.message == (
            "“违法事实”“决定书文号”“处罚类别”等 4 项是“行政处罚公示”的内容，这个栏目里是“工作动态”"
        )
        assert found.hint == "放错了栏目就移到“行政处罚公示”的栏目；没有放错就删去这几行"

    def test_one_field_of_another_kind_is_a_slip(self):
        (found,) = findings_of(text_of(违法事实="占道"))
        assert found.rule == "key-unknown"


def test_a_file_name_too_long_for_an_address_gets_another_slug():
    record, said = read(text_of(标题="市场"), path=f"lanmu/{'a' * 200}.md")
    assert record.slug == "shi-chang"
    assert said[0][2:4] == ("warning", "slug")


def test_a_record_that_is_too_large():
    (said,) = findings_of(text_of("字" * 400_000))
    assert (said.rule, said.severity) == ("record-size", Severity.ERROR)
    assert said.message == "这篇稿件有 1.2 MB，最多 1 MB"
    assert said.hint == "正文只放文字；图片放 images/，长文放 files/ 作附件，或分成几篇"
    assert findings_of(text_of(("字" * 10_000 + "\n\n") * 30)) == []


def test_whatever_goes_wrong_is_a_finding_of_the_file(monkeypatch):
    def fail(*_):
        raise RecursionError("太深")

    monkeypatch.setattr("plugins.records.reader.split", fail)
    (said,) = findings_of(text_of())
    assert (said.rule, said.severity, said.path) == (
        "unreadable",
        Severity.ERROR,
        "lanmu/wenjian.md",
    )
    assert said.message == "这篇稿件读不下去（RecursionError：太深）"
