"""What each kind says of a record, with nothing of the site but a calendar."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from plugins.clock import CHINA, midnight
from plugins.incremental.tracking import BEGINNING, END
from plugins.records.kinds import COLUMN_KINDS, KINDS
from plugins.records.presentation import Badge, NoticeLink, PageSummary
from plugins.texts.converted_text import ConvertedText, Heading

TODAY = date(2026, 11, 23)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
NINE = datetime(2026, 11, 23, 9, tzinfo=CHINA)
HOUR = timedelta(hours=1)
LINK = NoticeLink("替代文件：新办法", "policies/2026/xin.html")
PAGE = PageSummary("标题", "https://a.example/a.html", "摘要", "", "2026-11-23", "2026-11-23")


class Noon:
    """Noon of one day."""

    today = TODAY

    def is_past(self, moment):
        return moment < (NINE + 3 * HOUR if isinstance(moment, datetime) else TODAY)

    def has_begun(self, moment):
        return moment <= (NINE + 3 * HOUR if isinstance(moment, datetime) else TODAY)


def made(kind, **fields):
    """A record of a kind with these fields and no others: what isn't given has no value."""
    common = {"title": "标题", "published": NINE, "source": "办公室"}
    return KINDS[kind].model_construct(**common, **fields)


def notices(record):
    return [(each.tone, each.text, each.link) for each in record.notices(Noon(), lambda: LINK)]


def badges(record):
    return [tuple(badge) for badge in record.badges(Noon())]


def test_no_kind_is_loaded_before_it_is_asked_for():
    code = (
        "import sys; from plugins.records.kinds import KINDS; KINDS['news'];"
        "print([kind for kind in KINDS if f'plugins.records.kinds.{kind}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['news']"


def test_columns_have_the_kinds_of_records_and_three_more():
    assert [*COLUMN_KINDS] == [*KINDS, "matter", "whom", "catalogue"]
    assert len(COLUMN_KINDS) == len(KINDS) + 3
    assert "matter" in COLUMN_KINDS and "matter" not in KINDS
    assert "news" in COLUMN_KINDS and "meiyou" not in COLUMN_KINDS


@pytest.mark.parametrize("kind", COLUMN_KINDS)
def test_a_class_has_the_name_it_is_registered_under(kind):
    assert COLUMN_KINDS[kind].kind == kind


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_kind_names_only_fields_it_has(kind):
    facets = tuple(facet.field for facet in kind.facets)
    named = kind.block + kind.listed_fields + kind.badge_fields + kind.search_fields
    named += kind.open_data + kind.file_fields + facets
    assert set(named) <= set(kind.model_fields)


def test_a_record_that_has_expired():
    assert notices(made("news", expires=BEFORE)) == [
        ("stop", "本稿件已于2026年11月22日过期，仅供查阅。", None)
    ]
    assert made("news", expires=BEFORE).listed_between() == (BEGINNING, midnight(TODAY))
    assert notices(made("news", expires=TODAY)) == []


@pytest.mark.parametrize(
    ("validity", "tone"),
    [
        ("有效", "good"), ("已修改", "warn"), ("失效", "stop"), ("废止", "stop"),
        ("尚未施行", "plain"),
    ],
)  # fmt: skip
def test_the_badge_of_a_policy(validity, tone):
    assert badges(made("policy", validity=validity)) == [(validity, tone)]


def test_a_policy_that_was_repealed_names_its_successor():
    policy = made("policy", validity="废止", repealed=BEFORE)
    assert notices(policy) == [("stop", "本文件已于2026年11月22日废止。", LINK)]


def test_a_statute_that_nobody_could_verify():
    statute = made("statute", validity="现行有效", unverified="施行日期。")
    assert notices(statute) == [("warn", "待核：施行日期。", None)]


def test_the_day_of_law():
    published = NINE.date()
    assert made("news").law_applied_on() == published
    assert made("policy", made=BEFORE).law_applied_on() == BEFORE
    assert made("reply", answered=BEFORE).law_applied_on() == BEFORE
    assert made("case", decided=TODAY).law_applied_on() == TODAY
    assert made("penalty", decided=TODAY, law_day=BEFORE).law_applied_on() == BEFORE
    assert made("statute").law_applied_on() == published
    assert made("statute", effective=BEFORE, amended=[TODAY]).law_applied_on() == TODAY
    assert made("statute", amended=[TODAY], version_since=AFTER).law_applied_on() == AFTER


def test_a_penalty_is_shown_until_its_last_day():
    penalty = made("penalty", public_until=TODAY, party="李某", violation="占道", content="罚款")
    assert not penalty.details_hidden(Noon())
    assert penalty.listed_between() == (BEGINNING, midnight(AFTER))
    assert penalty.shown_summary("", 100, Noon()) == "李某：占道；罚款"


def test_a_penalty_whose_time_is_over_is_hidden():
    penalty = made("penalty", public_until=BEFORE)
    assert penalty.details_hidden(Noon())
    assert penalty.shown_summary("", 100, Noon()).startswith("本条公示已经撤回")
    assert notices(penalty)[0][0] == "stop"


def test_a_fine_is_shown_in_yuan():
    fact = made("penalty", fine=Decimal(500)).block_fact("fine")
    assert (fact.name, fact.label, fact.value) == ("fine", "罚款金额", "500元")


def test_a_story_changes_with_its_latest_entry():
    head = "2026-11-24 10:00 处理完毕"
    body = ConvertedText(f"<h2>{head}</h2><p>文。</p>", "", (Heading(2, "a", head),))
    changed = NINE + timedelta(days=1, hours=1)
    assert made("story").last_change(body) == changed
    assert made("story").list_order(1, 2) == (10_000, -2)
    assert made("news").list_order(1, 2) == (10_000, -1)
    assert made("page", order=3).list_order(1, 2) == (3, -1)


class TestEvent:
    def event(self, start=NINE, end=NINE + HOUR, **fields):
        return made("event", start=start, end=end, place="广场", organiser="某局", **fields)

    def test_one_that_is_over(self):
        event = self.event()
        assert badges(event) == [("已结束", "plain")]
        assert notices(event) == [("plain", "本次活动已经结束。", None)]
        assert event.on_home_until() == int((NINE + HOUR).timestamp()) + 1

    def test_one_that_was_cancelled(self):
        event = self.event(cancelled="暴雨")
        assert badges(event) == [("已取消", "stop")]
        assert notices(event) == [("stop", "本次活动已取消。原因：暴雨。", None)]
        data = event.structured_data(PAGE, {})
        assert (data["@type"], data["eventStatus"]) == (
            "Event",
            "https://schema.org/EventCancelled",
        )

    def test_one_to_come(self):
        assert badges(self.event(NINE, NINE + 9 * HOUR)) == []


class TestConsultation:
    def test_one_that_is_open(self):
        consultation = made("consultation", opens=BEFORE, closes=AFTER)
        assert badges(consultation) == [("征集中", "warn")]
        text = "正在征集意见，截止2026年11月24日（还有1天）。"
        assert notices(consultation) == [("warn", text, None)]
        assert consultation.awaits_outcome_since() == AFTER

    def test_one_that_has_not_begun(self):
        assert badges(made("consultation", opens=AFTER, closes=AFTER)) == [("尚未开始", "plain")]


def test_a_campaign_that_is_archived_leaves_the_home_page():
    campaign = made("campaign", archived=BEFORE)
    assert list(campaign.badges(Noon())) == [Badge("已归档")]
    assert campaign.on_home_until() == BEGINNING
    assert made("campaign").on_home_until() == END


def test_a_slogan_is_listed_from_its_first_day_to_its_last():
    slogan = made("slogan", valid_from=BEFORE, valid_to=TODAY)
    assert slogan.listed_between() == (midnight(BEFORE), midnight(AFTER))


def test_only_what_a_kind_names_is_searched_for():
    policy = made("policy", document_number="某综执〔2026〕1号", made=TODAY, keywords=["词"])
    assert policy.search_words() == ["词", "某综执〔2026〕1号", "2026年11月23日"]
