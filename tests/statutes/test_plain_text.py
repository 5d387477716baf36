"""Plain lines as an office keeps them: the head told from the text by nothing but its words."""

from datetime import date

import pytest

from plugins.statutes.plain_text import read
from plugins.statutes.source import Event, Leftover, NotAStatuteError

NOTE = "（2019年5月7日云汀市第三届人民代表大会常务委员会第九次会议通过）"
WHOLE = f"""　　云汀市城市照明条例

{NOTE}

目　　录
第一章　总　　则
第二章　附　　则

第一章　总　　则
　　第一条　为了点灯，制定本条例。
　　第二条　灯要亮。
第二章　附　　则
　　第三条　本条例自2019年8月20日起施行。
"""
ORDER = """云汀市人民政府令
第12号
　　《云汀市城市照明办法》已经2020年1月1日市人民政府常务会议通过，现予公布，自2020年3月1日起施行。
市长　某某
2020年1月5日

云汀市城市照明办法
第一条　灯要亮。
"""


def titled(*lines):
    return read("\n".join([*lines, "第一条 灯。"])).title


class TestTitle:
    """The first line, or as many as it was broken into."""

    @pytest.mark.parametrize(
        ("lines", "title"),
        [
            (["云汀市城市照明条例", NOTE], "云汀市城市照明条例"),
            (["云汀市城市", "照明条例", NOTE], "云汀市城市照明条例"),
            (["云汀市人民代表大会常务委员会", "", "关于加强照明的决定", NOTE],
             "云汀市人民代表大会常务委员会关于加强照明的决定"),
            (["云汀市城市照明办法", "（试行）", NOTE], "云汀市城市照明办法（试行）"),
            (["照明条例", "2019年5月7日 会议通过"], "照明条例"),
            (["# 照明条例"], "照明条例"),
            (["照明导引"], "照明导引"),
        ],
    )  # fmt: skip
    def test_is_found_in_its_lines(self, lines, title):
        assert titled(*lines) == title

    def test_below_an_order_is_told_by_how_it_ends(self):
        assert read(ORDER).title == "云汀市城市照明办法"

    def test_is_the_files_name_when_the_text_has_none(self):
        source = read("第一条 灯。", "云汀市照明条例_20200102")
        assert (source.title, source.version) == ("云汀市照明条例", date(2020, 1, 2))


class TestHead:
    """What stands between title and text tells the statute's days; nothing of it is lost."""

    def test_the_note_in_brackets_gives_the_events_and_loses_its_brackets(self):
        assert read(WHOLE).events == (Event(date(2019, 5, 7), NOTE.strip("（）"), 3),)

    def test_a_note_over_several_lines_with_several_days(self):
        source = read(
            "照明条例\n（2019年5月7日云汀市第三届人民代表大会\n常务委员会第九次会议通过　"
            "根据2021年3月1日云汀市人大常委会（第二十次会议）《关于修改〈照明条例〉的决定》修正，"
            "自2021年5月1日起施行）\n第一条 灯。"
        )
        assert [(event.day, event.text[-5:], event.line) for event in source.events] == [
            (date(2019, 5, 7), "次会议通过", 2),
            (date(2021, 3, 1), "定》修正，", 2),
            (date(2021, 5, 1), "1日起施行", 2),
        ]

    def test_each_of_several_notes_is_read(self):
        source = read(f"照明条例\n{NOTE}\n（2021年3月1日云汀市人大常委会修订）\n第一条 灯。")
        assert [event.day for event in source.events] == [date(2019, 5, 7), date(2021, 3, 1)]

    def test_days_without_brackets_are_events_too(self):
        source = read("照明条例\n2019年5月7日 会议通过\n\n2019年8月1日 会议批准\n第一条 灯。")
        assert [event.line for event in source.events] == [2, 4]

    def test_an_order_above_the_title_is_kept_line_by_line(self):
        source = read(ORDER)
        assert source.events == ()
        assert [part.text for part in source.leftovers] == [
            line.strip() for line in ORDER.split("\n")[:5]
        ]

    def test_a_line_between_title_and_note_is_left_over(self):
        source = read(f"照明条例\n按新版式重排：\n{NOTE}\n第一条 灯。")
        assert source.leftovers == (Leftover("按新版式重排：", 2),)


class TestText:
    """The text begins behind the head, on a line that findings can name."""

    def test_with_the_contents(self):
        source = read(WHOLE)
        assert source.body.lstrip("\n").startswith("目　　录\n第一章")
        assert WHOLE.split("\n")[source.body_line - 1 :] == source.body.split("\n")

    def test_with_a_preamble(self):
        source = read(f"照明决定\n{NOTE}\n为了点灯，现作决定：\n一、灯要亮。")
        assert source.body == "为了点灯，现作决定：\n一、灯要亮。"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "没有法规正文"),
            ("照明条例\n\n这里放法规。", "没有法规正文"),
            ("第一条 灯。", "没有法规标题"),
        ],
    )
    def test_a_file_without_title_or_clause_is_refused(self, text, message):
        with pytest.raises(NotAStatuteError) as refused:
            read(text)
        assert refused.value.message == message
