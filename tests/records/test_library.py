"""A whole content folder: nothing goes missing silently."""

from datetime import datetime

import pytest

from plugins.clock import CHINA
from plugins.records.loading import load_library
from tests.content_folder import make_content, record

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def findings_of(content):
    return [
        (found.path, found.line, str(found.severity), found.rule, found.message)
        for found in load_library(content).findings
    ]


def test_the_tiny_bureau_has_no_finding(tmp_path):
    library = load_library(make_content(tmp_path))
    assert library.findings == []
    assert [column.code for column in library.columns] == [
        "dongtai", "zhengce", "shixiang", "huodong", "wenda"
    ]  # fmt: skip
    assert len(library.records) == 10
    assert [item.title for item in library.enforcement_items["shixiang"]] == ["占用道路摆摊"]


def test_two_records_with_one_address_name_both_files(tmp_path):
    content = make_content(
        tmp_path,
        {"dongtai/lingyi.md": record("另一篇", 网址名="riji-1", published="2026-01-09 08:00")},
    )
    library = load_library(content)
    (found,) = library.findings
    assert (found.rule, found.path) == ("address-taken", "dongtai/lingyi.md")
    assert "dongtai/riji-1.md" in found.message
    assert library.left_out == ["dongtai/lingyi.md"]
    assert library.records["dongtai/riji-1"].title == "巡查日记第1篇"


def test_a_broken_record_is_left_out_and_the_others_stay(tmp_path):
    content = make_content(tmp_path, {"dongtai/riji-1.md": record("甲", published="2025-02-30")})
    library = load_library(content)
    assert library.left_out == ["dongtai/riji-1.md"]
    assert len(library.records) == 9


def test_findings_of_all_files_come_in_one_run(tmp_path):
    files = {
        "dongtai/riji-1.md": record("甲", published="2025-02-30"),
        "dongtai/riji-2.md": "标题".encode("gbk"),
        "wenda/tanwei.md": record("乙"),
    }
    paths = {found[0] for found in findings_of(make_content(tmp_path, files))}
    assert paths == set(files)


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("dongtai.md", "error"),
        ("meiyou/riji.md", "error"),
        ("dongtai/biaoge.xlsx", "warning"),
        ("shuoming.txt", "warning"),
    ],
)
def test_a_file_in_no_column_is_reported(tmp_path, path, severity):
    (found,) = findings_of(make_content(tmp_path, {path: "x"}))
    assert found[0] == path
    assert found[2:4] == (severity, "stray-file")


class TestBureauFile:
    def test_missing(self, tmp_path):
        library = load_library(make_content(tmp_path, {"bureau.yml": None}))
        assert library.bureau is None
        assert [found.message for found in library.findings] == ["没有找到 bureau.yml"]

    @pytest.mark.parametrize(
        ("line", "other", "message"),
        [
            ('site_id_code: "3399990001"', "site_id_code: abc",
             "site_id_code（网站标识码）：格式不对，现在是“abc”"),
            ("host: zfj.qinghe.gov.cn", "host: zfj.qinghe.com",
             "host（域名）：格式不对，现在是“zfj.qinghe.com”"),
            ("icp_record: 浙ICP备00000001号", "icp_record: 00000001",
             "icp_record（ICP备案编号）：格式不对，现在是“00000001”"),
            ("city: 青禾县", "", "city（城市）：缺少这一项"),
            ("city: 青禾县", "citty: 青禾县", "没有“citty”这一项"),
            ("city: 青禾县", "city: 'null'", "city（城市）：还没有填写真实内容，现在是“null”"),
        ],
    )  # fmt: skip
    def test_a_wrong_fact_names_its_line(self, tmp_path, line, other, message):
        content = make_content(tmp_path)
        text = (content / "bureau.yml").read_text()
        assert line in text
        (content / "bureau.yml").write_text(text.replace(line, other))
        assert message in [found[4] for found in findings_of(content)]

    def test_broken_yaml(self, tmp_path):
        (found,) = findings_of(make_content(tmp_path, {"bureau.yml": "a: [1\nb: 2\n"}))
        assert found[3] == "yaml"


class TestColumnFile:
    def test_an_unknown_kind_is_suggested(self, tmp_path):
        content = make_content(tmp_path)
        file = content / "dongtai" / "_column.yml"
        file.write_text(file.read_text().replace("kind: news", "kind: newz"))
        found = [item for item in load_library(content).findings if item.rule == "column"]
        assert [(item.message, item.hint[:10]) for item in found] == [
            ("稿件类型“newz”不在可选值之内", "是不是“news”？")
        ]

    def test_a_key_with_a_slip_of_the_pen(self, tmp_path):
        content = make_content(tmp_path)
        file = content / "dongtai" / "_column.yml"
        file.write_text(file.read_text().replace("owner:", "ower:"))
        messages = [(found.message, found.hint) for found in load_library(content).findings]
        assert ("没有“ower”这一项", "是不是“owner”？") in messages


class TestMatters:
    def test_a_missing_element(self, tmp_path):
        content = make_content(tmp_path)
        file = content / "shixiang" / "items.yml"
        file.write_text(file.read_text().replace("  裁量基准: {文字: 初次不罚}\n", ""))
        (found,) = findings_of(content)
        assert found == (
            "shixiang/items.yml",
            1,
            "error",
            "field-required",
            "占用道路摆摊：缺少“裁量基准”",
        )

    def test_no_data_file(self, tmp_path):
        (found,) = findings_of(make_content(tmp_path, {"shixiang/items.yml": None}))
        assert found[4] == "没有找到数据文件 shixiang/items.yml"


class TestTime:
    def test_what_is_dated_in_the_future_waits(self, tmp_path):
        content = make_content(
            tmp_path, {"dongtai/mingtian.md": record("明天", published="2026-11-24 08:00")}
        )
        library = load_library(content)
        assert [item.title for item in library.scheduled(NOW)] == ["明天"]
        assert "明天" not in [item.title for item in library.published(NOW)]
        later = datetime(2026, 11, 24, 8, 0, tzinfo=CHINA)
        assert library.published(later)[0].title == "明天"

    def test_a_draft_is_neither_shown_nor_waiting(self, tmp_path):
        content = make_content(tmp_path, {"dongtai/caogao.md": record("草稿", 状态="草稿")})
        library = load_library(content)
        titles = [item.title for item in (*library.published(NOW), *library.scheduled(NOW))]
        assert "草稿" not in titles
