"""A whole content folder: nothing goes missing silently."""

import os
import shutil
from datetime import datetime

import pytest

from plugins.clock import CHINA
from plugins.records.loading import load_library
from tests.content_folder import TINY, make_content, record

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
    assert [item.title for item in library.data_items["shixiang"]] == ["占用道路摆摊"]


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


IN_NO_COLUMN = "这个文件不在任何栏目里{}，不会出现在网站上"
NO_RECORD = "稿件的后缀是 .md，这个文件不会出现在网站上"
NO_WORD = "栏目里不能放 {} 文件，这篇稿件不会出现在网站上"
TO_COLUMN = "移到栏目文件夹；附件放 files/，图片放 images/"


@pytest.mark.parametrize(
    ("path", "severity", "message", "hint"),
    [
        ("dongtai.md", "error", IN_NO_COLUMN.format(""), TO_COLUMN),
        ("meiyou/a.md", "error", IN_NO_COLUMN.format("（meiyou/ 里没有 _column.yml）"), TO_COLUMN),
        ("shuoming.txt", "warning", IN_NO_COLUMN.format(""), TO_COLUMN),
        ("dongtai/a.MD", "error", NO_RECORD, "改名为 a.md"),
        ("dongtai/a.markdown", "error", NO_RECORD, "改名为 a.md"),
        ("dongtai/a.md.txt", "error", NO_RECORD, "改名为 a.md"),
        ("dongtai/a.txt", "error", NO_RECORD, "改名为 a.md"),
        ("dongtai/通告.docx", "error", NO_WORD.format(".docx"),
         "把文字复制到 通告.md；要作为附件，就移到 files/"),
        ("dongtai/a.WPS", "error", NO_WORD.format(".wps"),
         "把文字复制到 a.md；要作为附件，就移到 files/"),
        ("dongtai/biaoge.xlsx", "warning", "栏目文件夹里只放稿件，这个文件不会出现在网站上",
         "附件放 files/，图片放 images/"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_record_is_reported(tmp_path, path, severity, message, hint):
    library = load_library(make_content(tmp_path, {path: "x"}))
    (found,) = library.findings
    assert (found.path, found.rule, str(found.severity)) == (path, "stray-file", severity)
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    "path",
    [
        "dongtai/~$通告.docx",
        "dongtai/~$a.md",
        "dongtai/._a.md",
        "dongtai/.a.md.swp",
        "dongtai/Thumbs.db",
        "dongtai/.DS_Store",
        "images/desktop.ini",
        ".obsidian/a.md",
    ],
)
def test_what_programs_leave_behind_is_neither_read_nor_reported(tmp_path, path):
    plain = load_library(make_content(tmp_path / "plain", {}))
    library = load_library(make_content(tmp_path / "with", {path: "\0"}))
    assert findings_of(tmp_path / "with/content") == []
    assert library.entries.keys() == plain.entries.keys()
    assert library.assets.paths == plain.assets.paths


@pytest.mark.parametrize(
    ("name", "shown"), [(b"a\xff.csv", "a〔FF〕.csv"), (b"a\n\x1b.csv", "a〔0A〕〔1B〕.csv")]
)
def test_a_name_that_can_not_be_written(tmp_path, name, shown):
    content = make_content(tmp_path, {})
    (content / "files" / os.fsdecode(name)).write_bytes(b"1,2")
    library = load_library(content)
    (found,) = library.findings
    assert (found.path, found.rule, str(found.severity)) == (f"files/{shown}", "file-name", "error")
    assert found.message == "文件名里有乱码或控制字符，这个文件不会出现在网站上"
    assert found.hint == "改名，只用汉字、字母、数字和连字符"
    assert library.assets.paths == ("files/xuncha.csv", "images/emblem.svg")


@pytest.mark.parametrize("code", ["a#b", "a?b", "50%", "a b", "x" * 61])
def test_a_column_whose_folder_can_be_no_address(tmp_path, code):
    text = (TINY / "dongtai/_column.yml").read_text(encoding="utf-8")
    library = load_library(make_content(tmp_path, {f"{code}/_column.yml": text}))
    assert code not in [column.code for column in library.columns]
    assert (
        "column",
        f"栏目文件夹名“{code}”不能用作网址",
        "只用小写字母、数字和连字符，不超过 60 个，如 news",
    ) in [(found.rule, found.message, found.hint) for found in library.findings]


@pytest.mark.parametrize("target", ["/etc/passwd", "..", "nothing", "dongtai/riji-1.md"])
@pytest.mark.parametrize("path", ["dongtai/a.md", "files/a.pdf", "images", "a"])
def test_links_are_not_followed(tmp_path, path, target):
    content = make_content(tmp_path, {})
    if path == "images":
        shutil.rmtree(content / path, ignore_errors=True)
    (content / path).parent.mkdir(exist_ok=True)
    (content / path).symlink_to(target)
    library = load_library(content)
    found = next(each for each in library.general_findings if each.rule == "link-file")
    assert (found.path, str(found.severity)) == (path, "error")
    assert found.message == "这是一个链接（快捷方式），它指向的内容不会出现在网站上"
    assert found.hint == "删去链接，把文件本身放进来"
    assert path not in library.assets.paths
    assert path not in library.ids_by_path


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
