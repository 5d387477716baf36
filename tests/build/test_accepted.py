"""A finding that is accepted in a record or in bureau.yml: listed, no obstacle, back later."""

from datetime import datetime

import pytest

from plugins.build.one_record import findings_of_one
from plugins.build.prepare import prepare
from plugins.build.report import Report
from plugins.clock import CHINA, seconds
from plugins.findings import Severity, full_words, has_errors
from plugins.incremental.store import Store
from tests.build.built import build
from tests.content_folder import TINY, make_content, record

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
DEAD = "见[办法](/zhengce/meiyou.md)。"


def written(rule="dead-link", until="2027-03-31", words=""):
    more = f"\n    字句: {words}" if words else ""
    value = f"\n  - 规则: {rule}\n    理由: 下周发布\n    至: {until}{more}"
    return {"dongtai/a.md": record("甲", DEAD, 接受=value)}


def found(tmp_path, files, now=NOW, bureau=""):
    content = make_content(tmp_path, files)
    file = content / "bureau.yml"
    file.write_text(file.read_text() + bureau)
    findings = prepare(content, now, assets={}).findings
    of_file = {path: [each for each in findings if each.path == path] for path in files}
    alone = findings_of_one(content, "dongtai/a.md", now)
    assert [*map(full_words, of_file["dongtai/a.md"])] == [*map(full_words, alone)]
    return [each for each in findings if each.path in {"dongtai/a.md", "bureau.yml"}]


def test_it_is_listed_and_stops_nothing(tmp_path):
    (told,) = found(tmp_path, written())
    assert told.severity is Severity.INFO
    assert told.message == "已接受到 2027-03-31（下周发布）：没有稿件“zhengce/meiyou”"
    assert (told.line, told.column) == (13, 7)


def test_until_the_end_of_its_last_day(tmp_path):
    last = datetime(2027, 3, 31, 23, 59, tzinfo=CHINA)
    assert not has_errors(found(tmp_path, written(), last))


def test_after_that_the_finding_is_back_and_the_acceptance_is_told_of(tmp_path):
    after = datetime(2027, 4, 1, 0, 0, tzinfo=CHINA)
    told = found(tmp_path, written(), after)
    assert sorted((each.rule, str(each.severity), each.line) for each in told) == [
        ("acceptance-ended", "warning", 9),
        ("dead-link", "error", 13),
    ]
    (ended,) = (each for each in told if each.rule == "acceptance-ended")
    assert full_words(ended) == (
        "接受“dead-link”到 2027-03-31 为止，已经过了 → "
        "重新核对：还要接受的，写新的日期；问题已经没有的，删去这一项"
    )


def test_no_other_finding_of_the_rule_where_words_are_given(tmp_path):
    assert has_errors(found(tmp_path / "a", written(words="zhengce/bieren")))
    assert not has_errors(found(tmp_path / "b", written(words="zhengce/meiyou")))


def test_a_rule_that_there_is_not(tmp_path):
    told = found(tmp_path, written("dead-lnk"))
    (wrong,) = (each for each in told if each.rule == "acceptance")
    assert full_words(wrong) == "接受：没有“dead-lnk”这条规则 → 是不是“dead-link”？"
    assert (wrong.severity, wrong.line) == (Severity.ERROR, 9)


def test_not_for_ever(tmp_path):
    told = found(tmp_path, written(until="2028-01-01"))
    (wrong,) = (each for each in told if each.rule == "acceptance")
    assert full_words(wrong) == (
        "接受“dead-link”到 2028-01-01，超过一年 → 最晚写到 2027-11-24，到时再核对一次"
    )
    assert any(each.rule == "dead-link" and each.severity is Severity.ERROR for each in told)


@pytest.mark.parametrize("missing", ["规则", "理由", "至"])
def test_it_needs_a_rule_a_reason_and_a_day(tmp_path, missing):
    files = written()
    lines = files["dongtai/a.md"].split("\n")
    kept = [line for line in lines if f"{missing}:" not in line]
    if missing == "规则":
        kept = [line.replace("    理由", "  - 理由") for line in kept]
    told = found(tmp_path, {"dongtai/a.md": "\n".join(kept)})
    wanted = f"接受 第 1 项：缺少“{missing}”"
    assert wanted in {each.message for each in told if each.severity is Severity.ERROR}


SITE_WIDE = "accepted:\n  - rule: dead-link\n    reason: 等搬家\n    until: 2027-03-31\n"
PLAIN = {"dongtai/a.md": record("甲", DEAD)}


def test_on_the_whole_site(tmp_path):
    (told,) = found(tmp_path, PLAIN, bureau=SITE_WIDE)
    assert told.message == "已接受到 2027-03-31（等搬家）：没有稿件“zhengce/meiyou”"


def test_in_one_file_of_the_site(tmp_path):
    here = f"{SITE_WIDE}    path: dongtai/a.md\n"
    assert not has_errors(found(tmp_path / "a", PLAIN, bureau=here))
    assert has_errors(found(tmp_path / "b", PLAIN, bureau=here.replace("a.md", "b.md")))


def test_the_site_too_is_told_when_it_ends(tmp_path):
    after = datetime(2027, 4, 1, 0, 0, tzinfo=CHINA)
    told = found(tmp_path, PLAIN, after, SITE_WIDE)
    (ended,) = (each for each in told if each.rule == "acceptance-ended")
    line = (TINY / "bureau.yml").read_text().count("\n") + 2
    assert (ended.path, ended.line) == ("bureau.yml", line)


def test_a_build_finds_it_again_on_the_day_after_without_a_change(tmp_path):
    content = make_content(tmp_path, written())

    def built(day):
        build(content, tmp_path, now=day)
        store = Store(tmp_path / "store.sqlite", None)
        valid, report = store.meta("valid"), Report(*store.meta("report"))
        store.close()
        return valid[1], report.has_errors

    until, has_error = built(NOW)
    assert not has_error
    # Other things end before; whatever they are, the day after is not missed.
    assert until <= seconds(datetime(2027, 4, 1, tzinfo=CHINA))
    assert built(datetime(2027, 3, 31, 9, 0, tzinfo=CHINA)) == (
        seconds(datetime(2027, 4, 1, tzinfo=CHINA)),
        False,
    )
    assert built(datetime(2027, 4, 1, 9, 0, tzinfo=CHINA))[1]
