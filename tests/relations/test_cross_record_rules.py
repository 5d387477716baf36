"""What records must agree on with the bureau and with the day of the build."""

from datetime import datetime

from plugins.build.prepare import site_findings
from plugins.clock import CHINA
from plugins.findings import Severity
from plugins.records.loading import load_library
from plugins.relations.cross_record_rules import SHARED
from plugins.site import build_site
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
