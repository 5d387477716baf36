"""The command: what it writes, what it says, and how it ends."""

from datetime import datetime

import pytest

from plugins.clock import CHINA
from plugins.commands.import_statutes import main
from tests.statutes.word_files import document

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
TEXT = """# 照明条例

2019年8月20日 国务院令第8号公布

<!-- INFO END -->

第一条 本条例自2020年1月1日起施行。
"""
NAME = "照明条例(2019-08-20).md"
BUREAU = """
name: 云汀市灯光局
short_name: 市灯光局
city: 云汀市
site_name: 云汀市灯光局
description: 管灯
keywords: [灯]
host: deng.yunting.gov.cn
site_id_code: "3399000001"
icp_record: 浙ICP备00000001号
police_record: 浙公网安备33990002000001号
mark: {id: 00000000000000000000000000000001}
organiser: 云汀市灯光局
emblem: images/emblem.svg
contact: {address: 灯街1号, postcode: "339900", phone: 0599-0000001, hours: 工作日}
platforms:
  consultation: {name: 互动, link: "https://www.yunting.gov.cn/a"}
  services: {name: 服务, link: "https://www.yunting.gov.cn/b"}
leaders: [{name: 某甲, post: 局长, duties: 全面}]
groups: [{code: law, name: 法规}]
fields: [{code: roads, name: 道路}, {code: light, name: 照明}]
"""
COLUMN = """
name: 法规
description: 灯的法规
keywords: [法规]
ColumnType: 政策文件
kind: statute
group: law
clock: 365
owner: 法制科
order: 1
"""


@pytest.fixture
def origin(tmp_path):
    folder = tmp_path / "laws" / "regulations"
    folder.mkdir(parents=True)
    (folder / NAME).write_text(TEXT, "utf-8")
    return tmp_path / "laws"


def run(origin, tmp_path, *more):
    return main([str(origin), "--into", str(tmp_path / "content/statutes"), *more], NOW)


def test_a_folder_is_imported_with_a_report_and_a_summary(origin, tmp_path, capsys):
    assert run(origin, tmp_path) == 0
    text = (tmp_path / "content/statutes/zhao-ming-tiao-li.md").read_text("utf-8")
    assert text.startswith(
        "---\n标题: 照明条例\n发布日期: 2026-03-01 09:30\n来源: 国家法律法规数据库\n"
    )
    *report, last = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[1].split()[1] for line in report] == ["statute-inferred"]
    assert last.startswith("读了 1 个文件，写入 1 篇稿件到 ")
    assert last.endswith("共 1 处问题：提示 1。")


def test_one_file_is_imported_and_the_source_can_be_named(origin, tmp_path):
    assert run(origin / "regulations" / NAME, tmp_path, "--source", "市司法局") == 0
    assert "来源: 市司法局" in (tmp_path / "content/statutes/zhao-ming-tiao-li.md").read_text(
        "utf-8"
    )


def test_a_record_that_is_there_is_not_touched(origin, tmp_path, capsys):
    run(origin, tmp_path)
    file = tmp_path / "content/statutes/zhao-ming-tiao-li.md"
    edited = file.read_text("utf-8") + "\n编辑加的话。\n"
    file.write_text(edited, "utf-8")
    capsys.readouterr()
    assert run(origin, tmp_path) == 0
    assert file.read_text("utf-8") == edited
    assert "statutes/zhao-ming-tiao-li.md 已经有了，没有改动它" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TEXT.encode("gb18030"), "文件是 GBK/GB18030 编码"),
        ("# 说明\n\n这里放法规。\n".encode(), "没有法规正文"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_placed(
    origin, tmp_path, capsys, data, said
):
    (origin / "坏.md").write_bytes(data)
    assert run(origin, tmp_path) == 1
    assert (tmp_path / "content/statutes/zhao-ming-tiao-li.md").is_file()
    out = capsys.readouterr().out
    assert "坏.md:1:" in out
    assert said in out


@pytest.mark.parametrize("origin", ["", " ", "没有这个文件夹"])
def test_nothing_to_import_from_shows_how_to_call_it(origin, tmp_path, capsys):
    assert run(origin, tmp_path) == 1
    assert "make import-statutes FROM=" in capsys.readouterr().err


def test_a_folder_without_statutes_is_said_to_be_empty(tmp_path, capsys):
    assert run(tmp_path, tmp_path) == 1
    assert "没有 .md、.txt、.docx 文件" in capsys.readouterr().err


def test_plain_text_and_word_files_are_imported_beside_it(origin, tmp_path, capsys):
    (origin / "路灯办法.txt").write_bytes("路灯办法\n第一条 灯的规定。\n第二条 灯。".encode("gbk"))
    document("景观灯办法", "第一条 灯的规定。").save(str(origin / "景观灯办法.docx"))
    (origin / "~$景观灯办法.docx").write_bytes(b"Word")
    (origin / "旧办法.doc").write_bytes(b"Word")
    (origin / "名录.xlsx").write_bytes(b"Excel")
    assert run(origin, tmp_path) == 0
    assert sorted(file.stem for file in (tmp_path / "content/statutes").glob("*.md")) == [
        "jing-guan-deng-ban-fa",
        "lu-deng-ban-fa",
        "zhao-ming-tiao-li",
    ]
    out = capsys.readouterr().out
    assert "提醒 statute-file 不能导入 .doc 文件" in out
    assert "路灯办法.txt:1:1: 提醒 statute-encoding" in out
    assert out.count("提醒 statute-guess 来源 国家法律法规数据库（导入时没有写明，暂填）") == 2
    assert "读了 3 个文件，写入 3 篇稿件" in out


def test_a_named_source_is_no_guess(origin, tmp_path, capsys):
    (origin / "路灯办法.txt").write_text("路灯办法\n第一条 灯。", "utf-8")
    assert run(origin / "路灯办法.txt", tmp_path, "--source", "市司法局") == 0
    assert "statute-guess 来源" not in capsys.readouterr().out


def test_a_folder_with_nothing_that_can_be_read_says_what_lies_there(tmp_path, capsys):
    (tmp_path / "旧办法.doc").write_bytes(b"Word")
    assert run(tmp_path, tmp_path) == 1
    assert "不能导入 .doc 文件" in capsys.readouterr().out


def test_without_a_bureau_the_records_go_to_statutes(origin, tmp_path):
    assert main([str(origin), "--content", str(tmp_path / "content")], NOW) == 0
    assert (tmp_path / "content/statutes/zhao-ming-tiao-li.md").is_file()


def test_the_column_of_statutes_is_found_and_the_bureaus_own_fields_are_used(origin, tmp_path):
    (tmp_path / "fagui").mkdir()
    (tmp_path / "bureau.yml").write_text(BUREAU, "utf-8")
    (tmp_path / "fagui/_column.yml").write_text(COLUMN, "utf-8")
    assert main([str(origin), "--content", str(tmp_path)], NOW) == 0
    text = (tmp_path / "fagui/zhao-ming-tiao-li.md").read_text("utf-8")
    assert "领域:\n- 照明\n" in text


def test_all_lists_each_place_also_of_what_was_imported_before(origin, tmp_path, capsys):
    lines = "\n\n".join(["第一条 灯。", "甲标题", "乙标题", "第二条 本办法自2020年1月1日起施行。"])
    (origin / "路灯办法.txt").write_text(f"路灯办法\n\n{lines}", "utf-8")
    run(origin, tmp_path)
    folded = capsys.readouterr().out
    assert folded.count("statute-stray") == 1
    assert "“甲标题”不属于任何一条" in folded
    assert "另有 1 处" in folded
    assert "逐处列出全部：加上 ALL=1" in folded
    run(origin, tmp_path, "--all")
    told = capsys.readouterr().out
    assert told.count("statute-stray") == 2
    assert told.count("statute-present") == 2
    run(origin, tmp_path)
    assert "statute-stray" not in capsys.readouterr().out


def test_files_that_have_a_number_for_a_title_are_no_versions_of_one_statute(tmp_path, capsys):
    laws = tmp_path / "laws"
    laws.mkdir()
    text = TEXT.removeprefix("# 照明条例\n\n")
    for name in ("004-draft", "007-draft"):
        (laws / f"{name}.md").write_text(text.replace("照明", name), "utf-8")
    into = tmp_path / "content" / "statutes"
    main([str(laws), "--content", str(tmp_path / "content"), "--into", str(into)])
    assert capsys.readouterr().out.count("错误 statute-shape 没有法规标题") >= 1
    assert not into.exists() or list(into.glob("*.md")) == []
