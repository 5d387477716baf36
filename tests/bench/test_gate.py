"""Faults are planted and counted as `bench/gate` says, and the checks find a sample of them."""

import shutil
from random import Random

import pytest

import bench.__main__ as program
from bench.gate import report
from bench.gate.gates import Outcome, check_pages, judge, new_findings, run
from bench.gate.model import Fault, Place, Planted, Sort, Source
from bench.gate.plan import plan
from bench.gate.sorts import PAGE_SORTS, SORTS, SOURCE_SORTS
from bench.gate.sources import content_sources, page_sources
from plugins.bureau import load_bureau, load_columns
from plugins.findings import Finding, Severity
from plugins.records.kinds import COLUMN_KINDS
from plugins.rules import all_rules
from tests.crawl.conftest import built  # noqa: F401

CONTENT = report.ROOT / "content"
SEED = 7
ONE = Sort("缺字", frozenset({"a-rule"}), lambda *_: None)
OTHER = Sort("缺词", frozenset({"b-rule"}), lambda *_: None)


@pytest.fixture(scope="module")
def sources():
    bureau, _ = load_bureau(CONTENT)
    return content_sources(CONTENT, load_columns(CONTENT, bureau, COLUMN_KINDS)[0])


def fault(path="news/a.md", line=3, sort=ONE, data=b"x\n", **places):
    return Fault(sort, path, Planted(data, line, **places))


def finding(path="news/a.md", line=3, rule="a-rule", cause=""):
    return Finding(rule, Severity.ERROR, path, "坏了", "改好", line, 1, cause)


def judged(faults, *findings):
    return [(each.is_found, len(each.astray)) for each in judge(faults, findings)]


def log(_):
    pass


def test_sorts_have_names_and_rules_of_the_catalogue_of_their_own():
    assert len(SORTS) >= 30
    assert len({each.name for each in SORTS}) == len(SORTS)
    assert {rule for each in SORTS for rule in each.rules} <= all_rules().keys()


def test_a_thousand_faults_have_every_sort(sources, built):  # noqa: F811
    of_pages = round(report.COUNT * len(PAGE_SORTS) / len(SORTS))
    rounds = plan(sources, SOURCE_SORTS, report.COUNT - of_pages, report.SEED)
    rounds += plan(page_sources(built[1]), PAGE_SORTS, of_pages, report.SEED)
    faults = [each for one in rounds for each in one]
    assert len(faults) == report.COUNT
    assert {each.sort for each in faults} == {*SORTS}


def test_a_plan_is_the_same_again_and_another_for_another_seed(sources):
    first, again, other = (plan(sources, SOURCE_SORTS, 40, seed) for seed in (1, 1, 2))
    planted = [[(each.path, each.planted) for one in each_plan for each in one]
               for each_plan in (first, again, other)]  # fmt: skip
    assert planted[0] == planted[1] != planted[2]


def test_no_file_of_a_round_has_two_faults(sources):
    for one in plan(sources, SOURCE_SORTS, 300, SEED):
        files = [path for each in one for path in each.files]
        assert len(files) == len({*files})


def test_the_checks_find_faults_of_sources(tmp_path):
    outcomes = report.plant_in_content(CONTENT, tmp_path / "content", 46, SEED, log)
    assert report.is_met(outcomes), report.report(outcomes)


def test_the_checks_find_faults_of_pages(built, tmp_path):  # noqa: F811
    content, site = built
    shutil.copytree(site, tmp_path / "site")
    rounds = plan(page_sources(tmp_path / "site"), PAGE_SORTS, 14, SEED)
    outcomes = [*run(tmp_path / "site", check_pages(content), rounds, log)]
    assert report.is_met(outcomes), report.report(outcomes)
    assert _files(tmp_path / "site") == _files(site)


def _files(folder):
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_finding_of_the_rule_on_the_line_finds_it():
    assert judged([fault()], finding()) == [(True, 0)]
    assert judged([fault()]) == [(False, 0)]


def test_another_line_or_file_is_a_wrong_place():
    assert judged([fault()], finding(line=4)) == [(False, 1)]
    assert judged([fault()], finding(path="news/b.md")) == [(False, 1)]


def test_another_rule_neither_finds_it_nor_is_astray():
    assert judged([fault()], finding(rule="c-rule", line=9)) == [(False, 0)]
    faults = [fault(), fault("news/b.md", sort=OTHER)]
    assert judged(faults, finding(rule="b-rule")) == [(False, 0), (False, 0)]


def test_what_another_file_is_the_cause_of_is_not_astray():
    assert judged([fault()], finding(path="news/b.md", cause="news/a.md")) == [(False, 0)]


def test_a_fault_may_be_told_elsewhere_by_nature():
    places = frozenset({Place("news/b.md", 5), Place("news/c.md", 6)})
    gone = fault(data=None, places=places)
    assert gone.files == {"news/a.md", "news/b.md", "news/c.md"}
    assert judged([gone], finding("news/c.md", 6)) == [(True, 0)]


def test_findings_below_a_fault_that_has_more_lines_are_no_new_ones(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.md").write_bytes(b"1\n2\n3\n")
    faults = [fault(line=2, data=b"1\nx\ny\n2\n3\n")]
    before = [finding(line=1), finding(line=3)]
    after = [finding(line=1), finding(line=2), finding(line=5)]
    assert new_findings(faults, before, after, tmp_path) == [finding(line=2)]


def test_a_sort_without_room_is_told():
    with pytest.raises(ValueError, match="缺字"):
        plan({"news/a.md": Source("news/a.md", b"", "news", {})}, [ONE], 1, SEED)


def test_the_figures_by_sort_and_what_was_not_found():
    outcomes = [
        Outcome(fault(data="一\n二\n少了字".encode()), False, (finding(line=9),)),
        Outcome(fault("news/b.md"), True, ()),
        Outcome(fault("news/c.md", sort=OTHER), True, ()),
    ]
    lines = report.report(outcomes).splitlines()
    assert "| 缺字 | a-rule | 2 | 1 | 1 |" in lines
    assert "| 缺词 | b-rule | 1 | 1 | 0 |" in lines
    assert "| 合计 | | 3 | 2 | 1 |" in lines
    assert "- 缺字 news/a.md:3 少了字" in lines
    assert "- 缺字 news/a.md:3 说在 news/a.md:9 a-rule 坏了" in lines
    assert not report.is_met(outcomes)
    assert report.is_met(outcomes[1:])


def test_a_number_of_a_person_is_made_up_and_right():
    from bench.gate.sorts.persons import identity
    from plugins.privacy.identity import is_identity_number

    number = identity(Random(1))
    assert number.startswith("339900") and is_identity_number(number)


@pytest.mark.parametrize(("is_met", "code"), [(True, 0), (False, 1)])
def test_the_part_says_by_its_code_whether_the_target_is_met(monkeypatch, capsys, is_met, code):
    monkeypatch.setattr(
        program, "measure_gate", lambda *_, count, seed: (f"{count} {seed}", is_met)
    )
    assert program.main(["--part", "gate", "--count", "9", "--seed", "8"]) == code
    assert capsys.readouterr().out == "9 8\n"
