"""Taking a collection's file apart, and losing nothing of it."""

from datetime import date

import pytest

from plugins.source import decode
from plugins.statutes.source import Event, Leftover, NotAStatuteError, read, visible

REGULAR = """# 云汀市城市照明条例

2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过

2019年8月1日 某省第十三届人民代表大会常务委员会第十三次会议批准

<!-- INFO END -->

## 第一章 总 则

第一条 为了点灯，制定本条例。
"""


def head(*lines):
    return "\n\n".join(["# 云汀市城市照明条例", *lines, "<!-- INFO END -->", "第一条 点灯。"])


class TestRegular:
    """The shape that nearly every file has."""

    def test_title_events_body_and_version_are_told_apart(self):
        source = read(REGULAR, "云汀市城市照明条例(2019-08-20)")
        assert source.title == "云汀市城市照明条例"
        assert source.version == date(2019, 8, 20)
        assert [event.day for event in source.events] == [date(2019, 5, 7), date(2019, 8, 1)]
        assert source.events[0].text.endswith("第九次会议通过")
        assert source.leftovers == ()

    def test_the_body_keeps_its_characters_and_knows_its_line(self):
        source = read(REGULAR)
        assert source.body == "\n## 第一章 总 则\n\n第一条 为了点灯，制定本条例。\n"
        assert REGULAR.split("\n")[source.body_line] == "## 第一章 总 则"


class TestIrregularHeads:
    """What real heads do to their events."""

    def test_a_line_that_holds_several_events_is_cut_before_each_day(self):
        source = read(
            head(
                "1998年4月20日 某省人大常委会批准根据2001年5月29日云汀市人大常委会通过",
                "2001年9月3日 《云汀市人大常委会关于修改2001年5月29日条例的决定》"
                "修正2009年6月26日云汀市人大常委会修订",
            )
        )
        assert [(event.day, event.text[-4:]) for event in source.events] == [
            (date(1998, 4, 20), "委会批准"),
            (date(2001, 5, 29), "委会通过"),
            (date(2001, 9, 3), "定》修正"),
            (date(2009, 6, 26), "委会修订"),
        ]
        assert source.events[1].text.startswith("根据2001年")

    def test_an_event_without_a_day_begins_behind_the_blank_after_another(self):
        source = read(head("2019年5月7日　云汀市人大常委会通过　某省人大常委会　批准"))
        assert [(event.day, event.text) for event in source.events] == [
            (date(2019, 5, 7), "2019年5月7日　云汀市人大常委会通过"),
            (None, "某省人大常委会　批准"),
        ]
        assert len(read(head("2019年5月7日 会议通过《照明办法》，某会批准")).events) == 1

    def test_the_day_of_effect_is_an_event_of_its_own(self):
        source = read(head("2019年5月7日云汀市人大常委会通过，自2019年8月1日起施行"))
        assert [(event.day, event.text[-5:]) for event in source.events] == [
            (date(2019, 5, 7), "委会通过，"),
            (date(2019, 8, 1), "1日起施行"),
        ]

    def test_a_line_broken_inside_a_title_goes_on(self):
        source = read(head("2019年8月26日 会议《关于修改〈甲法〉\n〈乙法〉的决定》第三次修正"))
        assert [event.text for event in source.events] == [
            "2019年8月26日 会议《关于修改〈甲法〉〈乙法〉的决定》第三次修正"
        ]

    def test_an_event_that_lost_its_day_is_still_an_event(self):
        source = read(head("云汀市第三届人民代表大会常务委员会第五次会议修订"))
        assert source.events == (
            Event(None, "云汀市第三届人民代表大会常务委员会第五次会议修订", 3),
        )

    def test_a_line_cut_off_behind_its_event_leaves_its_rest_over(self):
        source = read(head("2020年3月27日 《国务院关于修改的决定》第四次修订  根据"))
        assert source.events[0].text.endswith("第四次修订")
        assert source.leftovers == (Leftover("根据", 3),)

    def test_a_line_that_fits_nothing_is_left_over_in_its_place(self):
        source = read(head("2019年5月7日 会议通过", "目录见后", "2019年8月1日 施行"))
        assert source.leftovers == (Leftover("目录见后", 5),)
        assert [part.line for part in source.head] == [3, 5, 7]

    def test_a_stray_bracket_and_wide_spaces_do_no_harm(self):
        source = read(head("2019年4月3日 国务院令第7号修订　", "2023年7月20日 《决定》修订）"))
        assert [event.text[-2:] for event in source.events] == ["修订", "订）"]

    def test_no_events_at_all_is_fine(self):
        assert read(head()).events == ()


class TestIrregularFiles:
    """Files that lack a part of the shape."""

    def test_without_the_marker_the_text_begins_with_the_first_chapter_or_clause(self):
        source = read("# 条例\n\n2019年5月7日 会议通过\n\n第一章 总则\n\n第一条 点灯。")
        assert len(source.events) == 1
        assert source.body.startswith("第一章 总则")
        assert source.body_line == 5

    def test_without_a_heading_the_title_is_the_files_name(self):
        assert read("<!-- INFO END -->\n第一条 点灯。", "照明条例(2020-01-02)").title == "照明条例"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "没有法规正文"),
            ("# 条例\n\n2019年5月7日 会议通过\n\n<!-- INFO END -->\n\n\u200b\n", "没有法规正文"),
            ("# 关于本文件夹\n\n这里放法规。", "没有法规正文"),
            ("<!-- INFO END -->\n第一条 点灯。", "没有法规标题"),
        ],
    )
    def test_a_file_without_title_or_text_is_refused_with_its_reason(self, text, message):
        with pytest.raises(NotAStatuteError) as refused:
            read(decode(text.encode(), "x.md")[0])
        assert refused.value.message == message
        assert refused.value.hint

    def test_a_name_without_a_real_day_gives_no_version(self):
        assert read("# 条例\n<!-- INFO END -->\n第一条 点灯。", "条例(2020-02-30)").version is None


def test_visible_characters_leave_out_all_white_and_invisible_ones():
    text, _ = decode(" 第\u200b一　条\xa0点\t灯\ufeff。\n".encode(), "x.md")
    assert visible(text) == "第一条点灯。"
