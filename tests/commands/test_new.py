"""`make new`."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from plugins.clock import CHINA
from plugins.commands import new

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)

BUREAU = """\
name: 甲市城市管理局
short_name: 市城管局
city: 甲市
site_name: 甲市城市管理局
description: 甲市城市管理局门户网站
keywords: [城市管理]
host: cgj.jia.gov.cn
site_id_code: "3399000012"
icp_record: 浙ICP备00000012号-1
police_record: 浙公网安备33990002000012号
mark: {id: 33990012A0B1C2D3E4F5061728394A5B}
organiser: 甲市城市管理局
emblem: images/emblem.svg
contact: {address: 甲路1号, postcode: "339900", phone: 0599-0001000, hours: 工作日上午}
platforms:
  consultation: {name: 互动平台, link: "https://www.jia.gov.cn/a/"}
  services: {name: 政务服务网, link: "https://www.jia.gov.cn/b/"}
leaders: [{name: 周某, post: 局长, duties: 全面工作}]
groups: [{code: info, name: 信息发布}]
fields: [{code: appearance, name: 市容}]
"""
COLUMN = """\
name: {name}
description: {name}
keywords: [{name}]
ColumnType: 工作动态
kind: {kind}
group: info
clock: 14
owner: 办公室
order: {order}
"""


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    columns = {"news": ("工作动态", "news"), "matters": ("执法事项", "matter")}
    for order, (code, (name, kind)) in enumerate(columns.items()):
        (folder / code).mkdir(parents=True)
        facts = COLUMN.format(name=name, kind=kind, order=order)
        (folder / code / "_column.yml").write_text(facts, encoding="utf-8")
    (folder / "bureau.yml").write_text(BUREAU, encoding="utf-8")
    return folder


@pytest.fixture
def make_new(content, capsys):
    def run(*arguments):
        code = new.main([*arguments, "--content", str(content)], now=NOW)
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def test_a_record_is_made_under_a_name_from_its_title(make_new, content):
    code, said = make_new("news", "城市绿化")
    file = content / "news/cheng-shi-lv-hua.md"
    assert code == 0
    assert file.read_text(encoding="utf-8").startswith(
        "---\n标题: 城市绿化\n发布日期: 2026-11-23 09:30\n"
    )
    assert f"已新建 {file}" in said


def test_a_column_may_be_called_by_its_chinese_name(make_new, content):
    assert make_new("工作动态", "甲")[0] == 0
    assert (content / "news/jia.md").is_file()


def test_the_editor_may_choose_the_name(make_new, content):
    assert make_new("news", "城市绿化", "--slug", "lvhua")[0] == 0
    assert (content / "news/lvhua.md").is_file()


def test_an_unusable_name_is_refused_with_one_that_is(make_new, content):
    code, said = make_new("news", "绿化", "--slug", "绿化")
    assert code == 1
    assert "只能用小写字母" in said and "如 lv-hua" in said
    assert not list(content.glob("news/*.md"))


def test_a_record_that_exists_is_never_overwritten(make_new, content):
    (content / "news/jia.md").write_text("旧", encoding="utf-8")
    (content / "news/jia-2.md").write_text("旧", encoding="utf-8")
    code, said = make_new("news", "甲")
    assert code == 1
    assert "已经有了" in said and "SLUG=jia-3" in said
    assert (content / "news/jia.md").read_text(encoding="utf-8") == "旧"


def test_a_near_miss_of_a_column_gets_a_suggestion_and_the_list(make_new):
    code, said = make_new("new", "甲")
    assert code == 1
    assert "没有“new”这个栏目。是不是“news”？" in said
    assert "\n  news     工作动态\n  matters  执法事项\n" in said


def test_without_a_column_the_columns_are_listed(make_new):
    code, said = make_new("", "")
    assert code == 1
    assert said.startswith("没有写栏目。\n用法：make new") and "工作动态" in said


def test_without_a_title_nothing_is_made(make_new, content):
    code, said = make_new("news", "  ")
    assert code == 1
    assert "没有写标题" in said
    assert not list(content.glob("news/*.md"))


def test_a_column_of_matters_names_its_data_file(make_new):
    code, said = make_new("matters", "甲")
    assert code == 1
    assert "matters/items.yml" in said


def test_the_catalogue_has_no_records_of_its_own(make_new, content):
    facts = COLUMN.format(name="法定主动公开内容", kind="catalogue", order=9)
    (content / "mulu").mkdir()
    (content / "mulu/_column.yml").write_text(facts, encoding="utf-8")
    code, said = make_new("mulu", "甲")
    assert code == 1
    assert "“法定主动公开内容”由各栏目的稿件自动汇成，稿件写在各自的栏目里。" in said


def test_a_broken_column_file_is_named_and_the_others_still_work(make_new, content):
    (content / "matters/_column.yml").write_text("name: 执法事项\n", encoding="utf-8")
    code, said = make_new("news", "甲")
    assert code == 0
    assert "matters/_column.yml" in said


def test_as_a_command_it_takes_the_time_of_the_build_and_its_exit_code_tells(content):
    def run(column):
        command = [sys.executable, "-m", "plugins.commands.new", column, "甲", "--content", content]
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)

    assert [run("new").returncode, run("news").returncode] == [1, 0]
    assert "发布日期: 2026-11-23 09:30\n" in (content / "news/jia.md").read_text(encoding="utf-8")


def test_a_folder_that_is_no_bureau_is_refused_without_a_stack_trace(tmp_path, capsys):
    assert new.main(["news", "甲", "--content", str(tmp_path)]) == 1
    assert "bureau.yml" in capsys.readouterr().err
