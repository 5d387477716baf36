"""A record that holds only facts gets its text, and keeps every byte that it had."""

from datetime import datetime

import pytest

from plugins.clock import CHINA
from plugins.commands.import_statutes import import_statutes
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
SOURCE = """# 云汀市灯条例

2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过

2019年8月20日 云汀市人民代表大会常务委员会公告第8号公布

<!-- INFO END -->

第一条 为了点灯，制定本条例。

第二条 本条例自2019年10月1日起施行。
"""
FACTS = """---
# 编辑的注释：等全文
标题: 云汀市灯条例
发布日期: 2025-01-01 09:00
# 录入的日子
来源: 市司法局
效力级别: 地方性法规
制定机关:  "云汀市人民代表大会常务委员会"
公布文号: 云汀市人民代表大会常务委员会公告第8号
通过日期: 2019-05-07
公布日期: 2019-08-20
施行日期: 2019-10-01
时效性: 现行有效
领域: [市政, 规划]
摘要: 编辑写的摘要。
---
"""
TEXT = (
    "- 2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过\n"
    "- 2019年8月20日 云汀市人民代表大会常务委员会公告第8号公布\n\n"
    "第一条 为了点灯，制定本条例。\n\n第二条 本条例自2019年10月1日起施行。\n"
)


@pytest.fixture
def run(tmp_path):
    def imported(record, *sources, name="deng.md"):
        origin, into = tmp_path / "from", tmp_path / "statutes"
        origin.mkdir(exist_ok=True)
        into.mkdir(exist_ok=True)
        for number, source in enumerate(sources or (SOURCE,)):
            (origin / f"{number}.md").write_text(source, "utf-8")
        data = record if isinstance(record, bytes) else record.encode()
        (into / name).parent.mkdir(exist_ok=True)
        (into / name).write_bytes(data)
        done = import_statutes(origin, into, NOW)
        files = {file.relative_to(into).as_posix(): file.read_bytes() for file in into.rglob("*")
                 if file.is_file()}  # fmt: skip
        return files, done

    return imported


def rules(done, *severities):
    return [each.rule for each in done.findings if each.severity in severities]


def test_text_is_added_below_and_nothing_above_is_changed(run):
    files, done = run(FACTS)
    assert files == {"deng.md": (FACTS + "\n" + TEXT).encode()}
    assert (done.new, done.filled) == (0, 1)
    assert rules(done, Severity.ERROR, Severity.WARNING) == []
    assert "已给 statutes/deng.md 补入正文，原有的事实和注释没有改动" in [
        each.message for each in done.findings
    ]


def test_an_editor_s_note_is_no_text_and_stays_above(run):
    note = FACTS + "\n本条例管的是路灯。违反第二条的，由城管局处理。\n"
    files, done = run(note)
    assert files == {"deng.md": (note + "\n" + TEXT).encode()}
    assert done.filled == 1


def test_a_long_text_without_clauses_is_a_text(run):
    decision = FACTS + "\n" + "一、在全市开展点灯工作。" * 40 + "\n"
    files, done = run(decision)
    assert (files, done.filled) == ({"deng.md": decision.encode()}, 0)


def test_the_record_is_valid_afterwards(run):
    files, _ = run(FACTS)
    head = split(files["deng.md"].decode(), "deng.md")
    model, findings = validate(KINDS["statute"], head.located, "deng.md")
    assert {each.rule for each in findings} == {"field-advised"}
    assert model.summary == "编辑写的摘要。"


@pytest.mark.parametrize(
    "form",
    [
        lambda text: text.rstrip("\n"),
        lambda text: text + "\n\n\n",
        lambda text: text + "\n<!-- 正文待补 -->\n",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
    ],
    ids=["no line end", "blank lines", "comment", "CRLF", "BOM"],
)
def test_its_own_bytes_stay_whatever_they_are(run, form):
    record = form(FACTS).encode()
    files, done = run(record)
    assert files["deng.md"].startswith(record)
    added = files["deng.md"].removeprefix(record).decode()
    assert added.replace("\r\n", "\n").strip("\n") == TEXT.strip("\n")
    assert ("\r\n" in added) is (b"\r\n" in record)
    assert added.count("\n") == added.count("\r\n") or b"\r\n" not in record
    assert done.filled == 1
    assert split(files["deng.md"].decode("utf-8-sig").replace("\r\n", "\n"), "").located.data


def test_a_record_in_a_folder_of_the_column_is_found(run):
    files, done = run(FACTS, name="2019/deng.md")
    assert list(files) == ["2019/deng.md"]
    assert done.filled == 1


def test_a_second_import_changes_nothing(run):
    first, _ = run(FACTS)
    second, done = run(first["deng.md"])
    assert second == first
    assert rules(done, *Severity) == ["statute-present"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2019-05-07", "2019-05-08", "的“通过日期”是 2019-05-08，来源是 2019-05-07"),
        ("2019-08-20", "2019-08-21", "的“公布日期”是 2019-08-21，来源是 2019-08-20"),
        ("2019-10-01", "2019-11-01", "的“施行日期”是 2019-11-01，来源是 2019-10-01"),
        ("公告第8号", "公告第9号", "的“公布文号”是 云汀市人民代表大会常务委员会公告第9号"),
        ('常务委员会"', '"', "的“制定机关”是 云汀市人民代表大会，来源是"),
        (
            "效力级别: 地方性法规",
            "效力级别: 部门规章",
            "的“效力级别”是 部门规章，来源是 地方性法规",
        ),
        ("标题: 云汀市灯条例", "标题: 云汀市灯条例（2019年修正）", "的“标题”是"),
    ],
)
def test_each_difference_is_a_warning_and_changes_nothing(run, old, new, message):
    record = FACTS.replace(old, new)
    files, done = run(record)
    assert files["deng.md"] == (record + "\n" + TEXT).encode()
    (found,) = [each for each in done.findings if each.severity is Severity.WARNING]
    assert found.rule == "statute-differs"
    assert f"statutes/deng.md {message}" in found.message


def test_what_the_record_lacks_is_told_and_not_filled_in(run):
    record = FACTS.replace("通过日期: 2019-05-07\n", "")
    files, done = run(record)
    assert files["deng.md"] == (record + "\n" + TEXT).encode()
    (found,) = [each for each in done.findings if each.rule == "statute-differs"]
    assert found.severity is Severity.INFO
    assert found.message == "statutes/deng.md 没有写“通过日期”，来源是 2019-05-07"


def test_a_text_that_is_there_is_not_overwritten(run):
    record = FACTS + "\n第一条 编辑录的灯。\n"
    files, done = run(record)
    assert files == {"deng.md": record.encode()}
    (found,) = [each for each in done.findings if each.rule == "statute-present"]
    assert found.severity is Severity.WARNING
    assert found.message == "statutes/deng.md 已经有正文，和来源的不一样，没有改动它"


def test_the_text_of_another_version_is_not_added(run):
    newer = SOURCE.replace("2019年", "2024年").replace("为了点灯", "为了点新灯")
    files, done = run(FACTS, newer)
    assert files["deng.md"] == FACTS.encode()
    assert sorted(files) == ["deng.md", "yun-ting-shi-deng-tiao-li.md"]
    assert "statute-older" in rules(done, Severity.WARNING)


def test_of_two_versions_the_one_with_its_days_is_added(run):
    newer = SOURCE.replace("2019年", "2024年").replace("为了点灯", "为了点新灯")
    files, done = run(FACTS, newer, SOURCE)
    assert files["deng.md"] == (FACTS + "\n" + TEXT).encode()
    assert (done.new, done.filled) == (1, 1)


def test_facts_of_a_newer_version_stay_without_an_older_text(run):
    record = FACTS.replace("2019-", "2024-")
    files, done = run(record)
    assert files["deng.md"] == record.encode()
    assert "时效性: 已修改" in files["yun-ting-shi-deng-tiao-li.md"].decode()
    assert "替代法规: statutes/deng" in files["yun-ting-shi-deng-tiao-li.md"].decode()
    assert any("只有事实，写的是 2024-08-20 的版本" in each.message for each in done.findings)


def test_a_record_in_another_encoding_is_left_alone(run):
    record = FACTS.encode("gb18030")
    files, done = run(record)
    assert files["deng.md"] == record
    assert done.filled == 0
