"""Front matter from a head and a text, each fact with how sure it is."""

from datetime import date

import pytest

from plugins.statutes.facts import Certainty, derive, repealed_titles, states_its_start
from plugins.statutes.source import read

FIELDS = ["规划", "市容和环境卫生", "市政", "环境保护"]
TODAY = date(2026, 3, 1)


def facts(
    *lines, title="云汀市城市照明条例", last="第九条 本条例自2020年1月1日起施行。", **options
):
    text = "\n\n".join([f"# {title}", *lines, "<!-- INFO END -->", "第一条 为了点灯。", last])
    name = f"{title}({options['version']})" if "version" in options else title
    return derive(read(text, name), [options.get("folder", "")], FIELDS, TODAY)


def value(found, name):
    return found[name].value, found[name].certainty


class TestDays:
    """Which day is which, and what is put where none is known."""

    def test_all_days_of_a_local_regulation(self):
        found = facts(
            "2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过",
            "2019年8月1日 某省第十三届人民代表大会常务委员会第十三次会议批准",
            version="2019-08-20",
        )
        assert value(found, "adopted") == (date(2019, 5, 7), Certainty.STATED)
        assert value(found, "promulgated") == (date(2019, 8, 20), Certainty.INFERRED)
        assert value(found, "effective") == (date(2020, 1, 1), Certainty.STATED)
        assert "amended" not in found

    def test_publication_and_effect_are_those_of_the_last_whole_text(self):
        found = facts(
            "1987年9月5日 第六届全国人民代表大会常务委员会第二十二次会议通过",
            "2000年4月29日 第九届全国人民代表大会常务委员会第十五次会议修订",
            "2018年10月26日 第十三届全国人民代表大会常务委员会第六次会议《关于修改的决定》修正",
            title="中华人民共和国照明法",
            last="第九条 本法自2000年9月1日起施行。",
        )
        assert found["adopted"].value == date(1987, 9, 5)
        assert value(found, "promulgated") == (date(2000, 4, 29), Certainty.INFERRED)
        assert found["effective"].value == date(2000, 9, 1)
        assert found["amended"].value == [date(2000, 4, 29), date(2018, 10, 26)]

    def test_an_amendment_that_only_the_version_tells_is_inferred(self):
        found = facts("1996年6月4日 国务院令第198号发布", version="2019-03-24")
        assert value(found, "amended") == ([date(2019, 3, 24)], Certainty.INFERRED)
        assert value(found, "promulgated") == (date(1996, 6, 4), Certainty.STATED)

    def test_an_unknown_publication_is_empty_and_asked_for(self):
        found = facts(
            "2012年12月26日 云汀市人民代表大会常务委员会第六次会议通过",
            "2013年5月29日 某省人民代表大会常务委员会第三次会议批准",
            "2019年8月1日 某省人民代表大会常务委员会批准的《关于修改的决定》修正",
            version="2019-08-20",
        )
        assert value(found, "promulgated") == (None, Certainty.MISSING)
        assert found["promulgated"].why == "来源没有写公布日期，只写了 2013-05-29 批准"
        assert found["unverified"].value == "公布日期尚未核实"

    def test_in_effect_from_the_day_of_publication(self):
        found = facts("2014年2月16日 国务院令第647号公布", last="第九条 本条例自公布之日起施行。")
        assert value(found, "effective") == (date(2014, 2, 16), Certainty.STATED)

    def test_the_day_of_effect_in_characters(self):
        found = facts(
            "1993年6月29日 国务院令第116号发布", last="第九条 本条例自一九九三年十一月一日起施行。"
        )
        assert value(found, "effective") == (date(1993, 11, 1), Certainty.STATED)

    def test_the_head_tells_the_effect_when_the_text_is_cut_off(self):
        found = facts(
            "2014年4月11日 云汀市人民代表大会常务委员会第26号公布",
            "2014年6月1日 施行",
            last="第八条 灯要亮。",
        )
        assert value(found, "effective") == (date(2014, 6, 1), Certainty.STATED)
        assert found["document_number"].value == "云汀市人民代表大会常务委员会第26号"

    @pytest.mark.parametrize(
        ("last", "why"),
        [
            ("第八条 灯要亮。", "来源没有写施行日期"),
            ("第九条 本条例自1985年度起施行。", "正文只写了自1985年度起施行"),
            ("第九条 本条例自下发之日起施行。", "正文只写了自下发之日起施行"),
        ],
    )
    def test_no_usable_day_of_effect_is_empty_and_asked_for(self, last, why):
        found = facts("1985年2月8日 国务院发布", last=last)
        assert value(found, "effective") == (None, Certainty.MISSING)
        assert found["effective"].why == why
        assert found["unverified"].value == "施行日期尚未核实"

    @pytest.mark.parametrize(
        ("line", "version"),
        [("1985年2月8日 国务院发布", None), ("1985年2月8日 国务院发布", "1985-02-08")],
    )
    def test_the_texts_own_day_stands_whatever_the_publication(self, line, version):
        options = {"version": version} if version else {}
        found = facts(line, last="第九条 本条例自1984年12月1日起施行。", **options)
        assert value(found, "effective") == (date(1984, 12, 1), Certainty.STATED)
        assert value(found, "promulgated") == (None, Certainty.MISSING)
        assert found["promulgated"].why == "来源写的 1985-02-08 晚于正文写明的施行日期 1984-12-01"
        assert "amended" not in found

    def test_a_publication_long_after_the_effect_is_that_of_a_later_version(self):
        found = facts(version="2019-08-20", last="第九条 本条例自1984年12月1日起施行。")
        assert value(found, "effective") == (date(1984, 12, 1), Certainty.STATED)
        assert value(found, "promulgated") == (None, Certainty.MISSING)
        assert value(found, "amended") == ([date(2019, 8, 20)], Certainty.INFERRED)

    def test_of_two_publications_the_one_before_the_effect_is_meant(self):
        found = facts(
            "1984年11月1日 国务院令第1号公布",
            "2014年3月1日 国务院令第647号修订",
            last="第九条 本条例自1984年12月1日起施行。",
        )
        assert value(found, "promulgated") == (date(1984, 11, 1), Certainty.STATED)
        assert found["effective"].value == date(1984, 12, 1)
        assert found["amended"].value == [date(2014, 3, 1)]

    @pytest.mark.parametrize(
        "last",
        [
            "第九条 本办法自公布之日起施行。",
            "第九条 本办法自发布之日起实施。",
            "第九条 本办法自印发之日起执行。",
        ],
    )
    def test_from_an_unknown_day_of_publication_is_unknown_too(self, last):
        found = facts(last=last)
        assert value(found, "effective") == (None, Certainty.MISSING)
        assert "公布日期却不详" in found["effective"].why
        assert found["unverified"].value == "公布日期、施行日期尚未核实"

    @pytest.mark.parametrize(
        "last",
        [
            "第九条 本实施办法自2020年1月1日起施行。",
            "第九条 本解释自2020年1月1日起施行。",
            "第九条 本规定于2020年1月1日起正式实施。",
            "第九条 自2020年1月1日起施行。",
            "本通知自2020年1月1日起执行。",
        ],
    )
    def test_the_texts_own_start_is_read_in_its_usual_forms(self, last):
        found = facts(last=last)
        assert value(found, "effective") == (date(2020, 1, 1), Certainty.STATED)
        assert value(found, "promulgated") == (None, Certainty.MISSING)

    def test_a_year_that_begins_after_the_publication_begins_on_its_first_day(self):
        found = facts("1985年12月8日 国务院发布", last="第九条 本条例自1986年度起施行。")
        assert value(found, "effective") == (date(1986, 1, 1), Certainty.GUESSED)

    def test_the_day_of_the_import_is_no_day_of_the_statute(self):
        found = facts(last="第八条 灯要亮。")
        days = {"adopted", "promulgated", "effective", "amended", "repealed"}
        assert {name: found[name].value for name in days & set(found)} == {
            "promulgated": None,
            "effective": None,
        }
        assert str(TODAY) not in str(found)

    def test_before_its_day_a_statute_is_not_in_effect(self):
        found = facts(version="2026-02-01", last="第九条 本条例自2026年5月1日起施行。")
        assert found["validity"].value == "尚未生效"

    def test_after_its_day_it_is_taken_to_be_in_force(self):
        assert value(facts(version="2019-08-20"), "validity") == ("现行有效", Certainty.INFERRED)


class TestMaker:
    """制定机关 with its full name, and the level that follows from it."""

    @pytest.mark.parametrize(
        ("line", "title", "issuer", "level"),
        [
            (
                "第八届全国人民代表大会第四次会议通过",
                "中华人民共和国照明法",
                "全国人民代表大会",
                "法律",
            ),
            (
                "第十届全国人民代表大会常务委员会第五次会议通过",
                "中华人民共和国照明法",
                "全国人民代表大会常务委员会",
                "法律",
            ),
            ("国务院第177次常务会议通过", "城市照明条例", "国务院", "行政法规"),
            ("中华人民共和国国务院令第3号发布", "城市照明条例", "国务院", "行政法规"),
            (
                "市九届人大常委会第二十九次会议通过",
                "云汀市城市照明条例",
                "云汀市人民代表大会常务委员会",
                "地方性法规",
            ),
            (
                "云汀市七届人民代表大会第三次会议审议通过",
                "云汀市城市照明条例",
                "云汀市人民代表大会",
                "地方性法规",
            ),
            (
                "云山自治县八届人大四次会议通过",
                "云山自治县照明条例",
                "云山自治县人民代表大会",
                "地方性法规",
            ),
            ("云汀市人民政府令第12号公布", "云汀市照明办法", "云汀市人民政府", "地方政府规章"),
            ("建设部令第1号发布", "城市照明规定", "建设部", "部门规章"),
        ],
    )
    def test_the_issuer_is_named_in_full(self, line, title, issuer, level):
        found = facts(f"2010年1月1日 {line}", title=title)
        assert value(found, "issuer") == (issuer, Certainty.STATED)
        assert value(found, "level") == (level, Certainty.STATED)

    @pytest.mark.parametrize(
        ("folder", "title", "issuer", "level", "sure"),
        [
            ("regulations", "城市照明条例", "国务院", "行政法规", Certainty.INFERRED),
            ("national", "照明法", "全国人民代表大会常务委员会", "法律", Certainty.GUESSED),
            (
                "local",
                "云汀市照明条例",
                "云汀市人民代表大会常务委员会",
                "地方性法规",
                Certainty.GUESSED,
            ),
            ("", "中华人民共和国照明法", "全国人民代表大会常务委员会", "法律", Certainty.GUESSED),
            ("", "照明办法", "制定机关不详", "行政规范性文件", Certainty.GUESSED),
        ],
    )
    def test_without_events_folder_and_title_must_do(self, folder, title, issuer, level, sure):
        found = facts(title=title, folder=folder, version="2020-01-01")
        assert value(found, "issuer") == (issuer, sure)
        assert found["level"].value == level


class TestWords:
    """Title, short title, summary and field."""

    def test_a_national_statute_has_a_short_title(self):
        assert facts(title="中华人民共和国照明法")["short_title"].value == "照明法"

    def test_a_local_one_has_none(self):
        assert "short_title" not in facts()

    def test_the_summary_is_the_first_clause(self):
        assert facts()["summary"].value == "为了点灯。"

    @pytest.mark.parametrize(
        ("title", "fields", "sure"),
        [
            ("云汀市城市照明条例", ["市政"], Certainty.INFERRED),
            ("云汀市河道管理条例", ["环境保护"], Certainty.INFERRED),
            ("云汀市城市河道管理条例", ["市政", "环境保护"], Certainty.INFERRED),
            ("中华人民共和国行政处罚法", FIELDS, Certainty.INFERRED),
            ("云汀市志愿服务条例", ["规划"], Certainty.GUESSED),
        ],
    )
    def test_the_field_follows_the_titles_words_in_the_bureaus_order(self, title, fields, sure):
        assert value(facts(title=title), "fields") == (fields, sure)

    def test_a_title_that_tells_nothing_leaves_it_to_the_text(self):
        found = facts(title="云汀市志愿服务条例", last="第二条 市容靠大家，市容靠你，市容靠我。")
        assert value(found, "fields") == (["市容和环境卫生"], Certainty.GUESSED)


def test_what_a_statute_repeals_is_named_in_it():
    text = "自2020年1月1日起施行。《甲〈乙法〉办法》、《丙规定》同时废止。见《丁条例》。"
    assert repealed_titles(text) == ("甲〈乙法〉办法", "丙规定")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("第九条 本规定自2020年1月1日起施行。", True),
        ("第九条 自本规定施行之日起停止执行。", False),
        ("第九条 灯要亮。", False),
    ],
)
def test_a_whole_text_says_when_it_starts(text, whole):
    assert states_its_start(text) is whole
