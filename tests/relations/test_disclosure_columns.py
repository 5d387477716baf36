"""A group named 政府信息公开 has the columns that inspections look for."""

from tests.content_folder import TINY, record
from tests.relations.test_cross_record_rules import findings

BUREAU = (
    (TINY / "bureau.yml")
    .read_text(encoding="utf-8")
    .replace(
        "  - {code: together, name: 互动}\n",
        "  - {code: together, name: 互动}\n  - {code: xxgk, name: 政府信息公开}\n",
    )
)
LINE = BUREAU.split("\n").index("  - {code: xxgk, name: 政府信息公开}") + 1
COLUMNS = {
    "zhinan": ("公开指南", "信息公开指南", "page"),
    "zhidu": ("公开制度", "政策文件", "page"),
    "mulu": ("法定主动公开内容", "信息公开目录", "catalogue"),
    "nianbao": ("年度报告", "信息公开年报", "disclosure"),
    "shenqing": ("申请公开", "依申请公开", "page"),
}


def site(*without, **changed):
    files = {"bureau.yml": BUREAU}
    for code, facts in COLUMNS.items():
        if code in without:
            continue
        name, type_, kind = changed.get(code, facts)
        files[f"{code}/_column.yml"] = (
            f"name: {name}\ndescription: 说明。\nkeywords: [词]\nColumnType: {type_}\n"
            f"kind: {kind}\n"
            "group: xxgk\nclock: 365\nowner: 办公室\norder: 1\n"
        )
        made = {"生成日期": "2026-02-20", "索引号": "11339999MB00000010/2026-00009"}
        if kind != "catalogue":
            fields = made if kind == "disclosure" else {}
            files[f"{code}/index.md"] = record(name, **fields)
    return files


def said(tmp_path, files):
    return [
        (str(f.severity), f.path, f.line, f.message, f.hint)
        for f in findings(tmp_path, files)
        if f.rule == "disclosure-column"
    ]


def test_a_group_that_has_them_all(tmp_path):
    assert said(tmp_path, site()) == []


def test_a_bureau_without_such_a_group_is_asked_for_nothing(tmp_path):
    assert said(tmp_path, {}) == []


def test_each_that_is_missing_is_named_with_how_to_make_it(tmp_path):
    found = said(tmp_path, site(*COLUMNS))
    assert [item[:3] for item in found] == [("warning", "bureau.yml", LINE)] * 5
    assert [item[3] for item in found] == [
        "“政府信息公开”这一组里没有“政府信息公开指南”",
        "“政府信息公开”这一组里没有“政府信息公开制度”",
        "“政府信息公开”这一组里没有“法定主动公开内容”",
        "“政府信息公开”这一组里没有“政府信息公开年报”",
        "“政府信息公开”这一组里没有“依申请公开”",
    ]
    assert [item[4] for item in found] == [
        "建一个栏目文件夹，_column.yml 写 name: 政府信息公开指南、group: xxgk、"
        "ColumnType: 信息公开指南、kind: page，正文放在里面的 index.md",
        "建一个栏目文件夹，_column.yml 写 name: 政府信息公开制度、group: xxgk、kind: page，"
        "正文放在里面的 index.md",
        "建一个栏目文件夹，_column.yml 写 name: 法定主动公开内容、group: xxgk、kind: catalogue，"
        "目录由各栏目的稿件自动汇成",
        "建一个栏目文件夹，_column.yml 写 name: 政府信息公开年报、group: xxgk、"
        "ColumnType: 信息公开年报、kind: disclosure，每年一篇",
        "建一个栏目文件夹，_column.yml 写 name: 依申请公开、group: xxgk、ColumnType: 依申请公开、"
        "kind: page，正文放在里面的 index.md",
    ]


def test_one_is_known_by_its_type_or_by_its_name(tmp_path):
    other = {
        "zhinan": ("政府信息公开指南", "其他", "page"),
        "nianbao": ("政府信息公开年报", "其他", "page"),
        "shenqing": ("依申请公开", "其他", "page"),
    }
    assert said(tmp_path, site(**other)) == []
    # The report of the website's work is another one.
    website = {"nianbao": ("政府网站工作年度报表", "其他", "page")}
    (found,) = said(tmp_path / "b", site(**website))
    assert found[3] == "“政府信息公开”这一组里没有“政府信息公开年报”"


def test_one_in_another_group_does_not_count(tmp_path):
    files = site()
    files["zhinan/_column.yml"] = files["zhinan/_column.yml"].replace("xxgk", "open")
    assert [item[3] for item in said(tmp_path, files)] == [
        "“政府信息公开”这一组里没有“政府信息公开指南”"
    ]
