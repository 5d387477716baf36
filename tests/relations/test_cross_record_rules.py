"""What records must agree on with the bureau and with the day of the build."""

from datetime import datetime

from plugins.build.prepare import site_findings
from plugins.clock import CHINA
from plugins.findings import Severity
from plugins.records.loading import load_library
from plugins.relations.cross_record_rules import SHARED
from plugins.site import build_site
from tests.attachments.samples import exif, picture
from tests.content_folder import make_content, record

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def findings(tmp_path, files, now=NOW):
    library = load_library(make_content(tmp_path, files))
    site = build_site(library, now)
    return [*site.findings, *site_findings(site)]


def said(tmp_path, files, now=NOW):
    return [
        (item.path, str(item.severity), item.rule, item.message)
        for item in findings(tmp_path, files, now)
    ]


def test_the_tiny_bureau_agrees_with_itself(tmp_path):
    assert said(tmp_path, {}) == []


def test_a_field_that_the_bureau_does_not_have(tmp_path):
    text = (make_content(tmp_path / "a") / "wenda/tanwei.md").read_text()
    (found,) = said(tmp_path, {"wenda/tanwei.md": text.replace("街面秩序\n", "街面秩续\n")})
    assert found[1:3] == ("error", "field-vocabulary")


def test_a_review_that_is_due(tmp_path):
    files = {"dongtai/xin.md": record("新", 复核日期="2026-11-22")}
    assert [item[1:3] for item in said(tmp_path, files)] == [("warning", "review-due")]
    files = {"dongtai/xin.md": record("新", 复核日期="2026-11-23")}
    assert said(tmp_path / "b", files) == []


def test_two_documents_with_one_index_number(tmp_path):
    text = (make_content(tmp_path / "a") / "zhengce/jiemian-banfa.md").read_text()
    found = said(tmp_path, {"zhengce/lingyi.md": text.replace("标题: ", "标题: 另一份")})
    assert {item[0] for item in found} == {"zhengce/lingyi.md", "zhengce/jiemian-banfa.md"}
    assert [item[1:3] for item in found] == [
        ("warning", "document-number-taken"),
        ("warning", "document-number-taken"),
        ("error", "index-number-taken"),
        ("error", "index-number-taken"),
    ]


def test_two_records_of_one_title(tmp_path):
    files = {"dongtai/a.md": record("一样"), "dongtai/b.md": record("一样")}
    found = [each for each in findings(tmp_path / "a", files) if each.rule == "title-taken"]
    assert [(each.path, str(each.severity), each.line) for each in found] == [
        ("dongtai/a.md", "warning", 2),
        ("dongtai/b.md", "warning", 2),
    ]
    assert found[0].message == "标题“一样”与 dongtai/b.md 相同"
    assert found[0].hint == "同一件事发了两次的，删去一篇；不同的事，标题写得能分清"
    hint = "核对文号；同一份文件发了两次的，删去一篇"
    assert SHARED["document_number"] == ("document-number-taken", Severity.WARNING, hint)
    # In another column, for an event, and before it is on the site, a title may be that of another.
    event = (make_content(tmp_path / "c") / "huodong/saodi.md").read_text()
    files = {
        "dongtai/a.md": record("一样", published="2027-01-01 09:00"),
        "dongtai/b.md": record("一样"),
        "huodong/lingyi.md": event,
    }
    assert findings(tmp_path / "b", files) == []


def test_an_emblem_that_is_not_there(tmp_path):
    # A text shows the same picture.
    _, found = findings(tmp_path, {"images/emblem.svg": None})
    assert (found.path, str(found.severity), found.rule) == ("bureau.yml", "error", "dead-file")
    assert found.message == "“标志图片”没有文件“images/emblem.svg”，每一页的页首都会缺一块"
    assert found.hint == "把图片放进 content/，这里写它的路径，如 images/emblem.svg"


def test_a_record_that_relates_to_itself(tmp_path):
    (found,) = findings(tmp_path, {"dongtai/a.md": record("甲", 相关稿件="dongtai/a")})
    assert (found.rule, str(found.severity), found.line) == ("reference-self", "warning", 8)
    assert (found.message, found.hint) == (
        "相关稿件：填的是这篇稿件自己",
        "删去这一行，或改填另一篇",
    )


def test_a_normative_document_without_an_interpretation(tmp_path):
    text = (make_content(tmp_path / "a") / "zhengce/jiemian-banfa.md").read_text()
    text = text.replace("有效性: 有效", "有效性: 有效\n规范性文件: 是")
    (found,) = said(tmp_path, {"zhengce/jiemian-banfa.md": text})
    assert found[1:3] == ("warning", "interpretation-missing")


def test_an_empty_column(tmp_path):
    (found,) = findings(tmp_path, {"wenda/tanwei.md": None})
    assert (found.path, str(found.severity), found.rule) == (
        "wenda/_column.yml",
        "warning",
        "column-empty",
    )
    assert found.message == "栏目“你问我答”是空的（国办秘函〔2019〕19号：空白栏目）"
    assert found.hint == "补充稿件，或暂时移走这个栏目"


def test_a_column_is_not_empty_when_its_only_record_has_expired(tmp_path):
    text = (make_content(tmp_path / "a") / "wenda/tanwei.md").read_text()
    expired = text.replace("标题:", "下线日期: 2026-11-20\n标题:", 1)
    assert said(tmp_path / "b", {"wenda/tanwei.md": expired}) == []
    draft = text.replace("标题:", "状态: 草稿\n标题:", 1)
    found = said(tmp_path / "c", {"wenda/tanwei.md": draft})
    assert [rule for *_, rule, _ in found] == ["column-empty"]


def test_a_data_file_without_items_is_an_empty_column(tmp_path):
    found = said(tmp_path, {"shixiang/items.yml": "[]\n"})
    assert ("shixiang/_column.yml", "warning", "column-empty") in [each[:3] for each in found]


def test_a_dead_link_in_the_matrix(tmp_path):
    text = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    files = {"shixiang/items.yml": text.replace("jiemian-banfa.md", "jiemian-banf.md")}
    assert said(tmp_path, files) == [
        (
            "shixiang/items.yml",
            "error",
            "dead-link",
            "占用道路摆摊：没有稿件“zhengce/jiemian-banf”",
        )
    ]


def test_a_field_of_the_matrix_that_the_bureau_does_not_have(tmp_path):
    text = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    files = {"shixiang/items.yml": text.replace("领域: 街面秩序", "领域: 街面秩续")}
    (found,) = findings(tmp_path, files)
    assert (found.path, str(found.severity), found.rule) == (
        "shixiang/items.yml",
        "error",
        "field-vocabulary",
    )
    assert found.message == "领域“街面秩续”不在 bureau.yml 的执法领域之内"
    assert found.hint == "可填：街面秩序、水务"
    assert (found.line, found.column) == (3, 7)


def test_a_dead_link_in_the_matrix_is_found_where_it_stands(tmp_path):
    text = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    files = {"shixiang/items.yml": text.replace("jiemian-banfa.md", "jiemian-banf.md")}
    (found,) = findings(tmp_path, files)
    line = text.splitlines()[10]
    assert (found.line, found.column) == (11, line.index("/zhengce") + 1)
    assert found.hint == "是不是“zhengce/jiemian-banfa”？"


def test_an_item_with_a_telephone(tmp_path):
    item = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    with_link = item.replace('{文字: "12345"}', '{文字: 拨打热线, 链接: "tel:12345"}')
    assert said(tmp_path / "b", {"shixiang/items.yml": with_link}) == []
    wrong = item.replace('{文字: "12345"}', '{文字: 拨打热线, 链接: "tel:市长"}')
    (found,) = findings(tmp_path / "c", {"shixiang/items.yml": wrong})
    assert (found.rule, found.message) == (
        "dead-link",
        "占用道路摆摊：电话链接“tel:市长”写得不对",
    )


class TestLetters:
    """Working days: 2026-03-02 is a Monday, without holidays in that month."""

    def said(self, tmp_path, answered, **fields):
        head = {"来信内容": "问", "来信日期": "2026-03-02", "答复日期": answered, **fields}
        text = record("信", published="2026-04-01 09:00", 答复单位="办公室", **head)
        return findings(tmp_path, {"wenda/xin.md": text})

    def test_a_simple_question_within_five_working_days(self, tmp_path):
        assert self.said(tmp_path / "a", "2026-03-09", 简单常见问题="是") == []
        (found,) = self.said(tmp_path / "b", "2026-03-10", 简单常见问题="是")
        assert (found.rule, str(found.severity), found.line) == ("reply-late", "warning", 11)
        assert found.message == (
            "简单常见问题最迟应在 2026-03-09 答复（5 个工作日），2026-03-10 才答复"
        )
        assert found.hint == (
            "核对两个日期；确实晚了的，查明原因。本单位另有规定的，改 bureau.yml 的阈值"
        )

    def test_any_other_letter_within_fifteen(self, tmp_path):
        assert self.said(tmp_path / "a", "2026-03-23") == []
        (found,) = self.said(tmp_path / "b", "2026-03-24", 简单常见问题="否")
        assert found.message == "来信最迟应在 2026-03-23 答复（15 个工作日），2026-03-24 才答复"


def test_one_person_reviews_once(tmp_path):
    three = "初审: 甲\n复审: 乙\n终审: 丙"
    for number, (names, message) in enumerate(
        [
            ("初审: 甲\n复审: 甲\n终审: 丙", "复审和初审都是“甲”"),
            ("初审: 甲\n复审: 乙\n终审: 甲", "终审和初审都是“甲”"),
            ("初审: 甲\n复审: 乙\n终审: 乙", "终审和复审都是“乙”"),
        ]
    ):
        text = record("新").replace(three, names)
        assert names in text
        (found,) = findings(tmp_path / str(number), {"dongtai/xin.md": text})
        assert (found.rule, str(found.severity), found.message) == (
            "reviewers",
            "warning",
            message,
        )
        assert found.hint == "三审由三个人各审一次，写各自的姓名"


class TestMadeByAMachine:
    MESSAGE = "“images/tu.jpg”带着人工智能生成的标识，稿件没有注明"
    HINT = "在稿头写“AI生成: 是”，网页上会注明；标识不要去掉"

    def said(self, tmp_path, text):
        labelled = picture(exif=exif(label="AIGC{}"))
        files = {"dongtai/xin.md": text, "images/tu.jpg": labelled}
        return [each for each in findings(tmp_path, files) if each.path == "dongtai/xin.md"]

    def test_a_picture_in_the_text_and_one_in_the_head(self, tmp_path):
        body = "![街面示意图](/images/tu.jpg)"
        head = {"图片": "\n  文件: images/tu.jpg\n  说明: 街面示意图"}
        for number, text in enumerate([record("新", body), record("新", **head)]):
            (found,) = self.said(tmp_path / str(number), text)
            assert (found.rule, found.severity) == ("ai-label", Severity.ERROR)
            assert (found.message, found.hint) == (self.MESSAGE, self.HINT)
            assert found.line == 9

    def test_not_where_the_record_says_so(self, tmp_path):
        text = record("新", "![街面示意图](/images/tu.jpg)", AI生成="是")
        assert self.said(tmp_path, text) == []
        no = record("新", "![街面示意图](/images/tu.jpg)", AI生成="否")
        assert len(self.said(tmp_path / "b", no)) == 1
