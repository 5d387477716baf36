"""Statutes by name, the version of a day, and when one is repealed."""

import pytest

from plugins.records.loading import load_library
from plugins.relations import build_graph
from plugins.relations.statutes import bare_title
from tests.content_folder import make_content
from tests.relations.test_citations import COLUMN, NOW, statute
from tests.relations.test_citations import TEXT as LAW_TEXT
from tests.states.moment_site import KINDS, One, sample

AT = "2026-03-10 09:00"
# These apply the law of the day of their decision.
APPLIED_EARLIER = {"penalty", "reply"}
REPEALED = {"时效性": "已废止", "废止日期": "2026-03-02", "废止说明": "某决定"}


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("中华人民共和国安静法", "安静法"),
        ("安静 法\u3000", "安静法"),
        ("安静法（2021年修订）", "安静法"),
        ("安静法(2021修正)", "安静法"),
        ("安静法（试行）", "安静法"),
        ("安静法（试行）（2020年修订）", "安静法"),
        ("安静法（2019年版）", "安静法"),
        ("安静法（修订前）", "安静法"),
        ("安静法（草案）", "安静法（草案）"),
        ("关于中华人民共和国安静法的决定", "关于中华人民共和国安静法的决定"),
    ],
)
def test_the_title_by_which_a_statute_is_found(title, bare):
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("published", "found"),
    [("2026-03-01 23:59", False), ("2026-03-02 00:00", True), ("2026-03-03 09:00", True)],
)
def test_a_statute_is_repealed_from_the_day_of_its_repeal_on(published, found):
    others = {"statute/law": sample("statute", "第一条　甲。", 标题="云汀市街面条例", **REPEALED)}
    one = One("news", AT, {"发布日期": published}, others, "《云汀市街面条例》第一条")
    day = published[:10]
    assert one.findings == (
        [
            (
                "warning",
                "citation-repealed",
                "news/ben.md",
                f"《云汀市街面条例》已于 2026-03-02 废止，本稿件的日期是 {day}",
                "核对应当适用的法规；从旧从轻的，填写“适用法规日期”",
            )
        ]
        if found
        else []
    )


def test_a_statute_that_was_only_amended_is_not_repealed():
    fields = {"时效性": "已修改", "废止日期": "2026-02-20"}
    others = {"statute/law": sample("statute", "第一条　甲。", 标题="云汀市街面条例", **fields)}
    one = One("news", AT, {}, others, "《云汀市街面条例》第一条")
    assert [found[1] for found in one.findings] == []


def test_the_last_clause_is_no_clue_to_a_number_before_it():
    text = "第一条　甲。\n\n第三条　乙。"
    others = {"statute/law": sample("statute", text, 标题="云汀市街面条例")}
    one = One("news", AT, {}, others, "《云汀市街面条例》第二条、第三条、第四条")
    said = [each[3:] for each in one.findings if each[1] == "clause-missing"]
    assert said == [
        ("《云汀市街面条例》没有这一条：“《云汀市街面条例》第二条”", "核对条文序号"),
        ("《云汀市街面条例》没有这一条：“第四条”", "这部法规到第 3 条为止"),
    ]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"statute", "case"}])
def test_who_may_speak_of_law_as_it_was(kind):
    law = sample("statute", "第一条　甲。", 标题="云汀市街面条例", **REPEALED)
    start = "## 2026-03-05 09:30 开始\n\n" if kind == "story" else ""
    fields = {"发布日期": "2026-03-05 09:00"} | (
        {"成文日期": "2026-03-04"} if kind == "policy" else {}
    )
    one = One(kind, AT, fields, {"statute/law": law}, f"{start}《云汀市街面条例》第一条。")
    repealed = [found for found in one.findings if found[1] == "citation-repealed"]
    assert bool(repealed) is (kind not in {"interpretation", "research", *APPLIED_EARLIER})


@pytest.mark.parametrize("hidden", [{"状态": "草稿"}, {"发布日期": "2026-03-11 09:00"}])
def test_a_statute_without_a_page_is_not_cited(hidden):
    others = {"statute/law": sample("statute", "第一条　甲。", 标题="云汀市街面条例", **hidden)}
    one = One("news", AT, {}, others, "《云汀市街面条例》第一条")
    assert [found[1] for found in one.findings] == ["statute-unknown"]
    assert one.select(one.address(one.id), "a.citation") == []


TEXT = "第一条　甲。\n\n第二条　乙。\n\n第三条　丙。"


class TestVersion:
    def version(self, text=TEXT, **fields):
        one = One("statute", AT, {"标题": "云汀市街面条例", **fields}, {}, text)
        return one.site.graph.statutes.version("statute/ben")

    def test_clauses_stand_in_the_order_of_the_text(self):
        found = self.version().clauses_at(["c3", "c1", "c3", "c9"])
        assert [clause.label for clause in found] == ["第一条", "第三条"]

    def test_what_a_citing_page_shows(self):
        version = self.version(官方原文="https://flk.npc.gov.cn/1")
        assert tuple(version.summary) == (
            "云汀市街面条例",
            "statute/ben.html",
            "现行有效",
            "https://flk.npc.gov.cn/1",
        )
        assert version.has_text
        assert not self.version("").has_text


class TestFingerprints:
    """What depends on a statute sees it change, and nothing else."""

    def seen(self, folder, text=LAW_TEXT, files=None, **fields):
        files = {"fagui/_column.yml": COLUMN, "fagui/a.md": statute(text=text, **fields)} | (
            files or {}
        )
        library = load_library(make_content(folder, files))
        # That of a record is made of its bytes when a build reads it.
        library.records["fagui/a"].fingerprint = files["fagui/a.md"].encode()
        statutes = build_graph(library, NOW).statutes
        return {
            "all": statutes.fingerprint,
            "work": statutes.work_fingerprint("fagui/a"),
            "name": statutes.name_fingerprint("青禾县街面办法"),
            "summary": statutes.summary_fingerprint("fagui/a"),
            "clause": statutes.clause_fingerprint("fagui/a#c2"),
        }

    @pytest.mark.parametrize(
        ("given", "changed"),
        [
            ({}, set()),
            ({"text": LAW_TEXT.replace("公示三个月", "不公示")}, {"all", "work"}),
            ({"text": LAW_TEXT.replace("予以警告", "罚款")}, {"all", "work", "clause"}),
            ({"text": ""}, {"all", "work", "name", "summary", "clause"}),
            ({"施行日期": "2020-04-01"}, {"all", "work", "name"}),
            ({"时效性": "已修改"}, {"all", "work", "name", "summary"}),
            ({"files": {"fagui/b.md": statute("青禾县安静办法")}}, {"all"}),
        ],
    )
    def test_what_changes(self, tmp_path, given, changed):
        before, after = self.seen(tmp_path / "a"), self.seen(tmp_path / "b", **given)
        assert None not in before.values()
        assert {name for name in before if before[name] != after[name]} == changed

    def test_of_nothing_there_is_none(self):
        statutes = One("news", AT).site.graph.statutes
        assert statutes.work_fingerprint("statute/meiyou") is None
        assert statutes.name_fingerprint("没有的条例") is None
        assert statutes.summary_fingerprint("statute/meiyou") is None
        assert statutes.clause_fingerprint("statute/meiyou#c1") is None


def test_names():
    others = {"statute/b": sample("statute", 标题="中华人民共和国安静法", 简称="静法")}
    one = One("statute", AT, {"标题": "云汀市街面条例"}, others)
    statutes = one.site.graph.statutes
    assert sorted(statutes.titles) == ["云汀市街面条例", "安静法", "静法"]
    assert [work.title for work in statutes.works] == ["云汀市街面条例", "安静法"]
    assert statutes.named("静法") is statutes.named("中华人民共和国安静法")
    assert statutes.named("闹法") is None


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_of_two_versions_with_one_day_the_amended_one_is_older(tmp_path, names):
    old, new = names
    files = {
        "fagui/_column.yml": COLUMN,
        f"fagui/{old}.md": statute(时效性="已修改", 替代法规=f"fagui/{new}"),
        f"fagui/{new}.md": statute(),
    }
    statutes = build_graph(load_library(make_content(tmp_path, files)), NOW).statutes
    (work,) = statutes.works
    assert [version.record.id for version in work.versions] == [f"fagui/{old}", f"fagui/{new}"]
    assert work.newest.record.id == f"fagui/{new}"
