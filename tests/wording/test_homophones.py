"""What sounds like a name or a term and is written otherwise."""

import pytest

from tests.wording.samples import found, in_record, messages, told


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("云汀市综合行正执法局", "云汀市综合行政执法局"),
        ("市综和执法局", "市综合执法局"),
        ("中华人民共合国", "中华人民共和国"),
        ("人民政俯", "人民政府"),
        ("人民检查院", "人民检察院"),
        ("工作领导小祖", "工作领导小组"),
        ("市容环为科", "市容环卫科"),
        ("中国工产党", "中国共产党"),
    ],
)
def test_a_name_of_the_state_or_an_organ_written_wrong_is_an_error(written, meant):
    assert told(f"昨天，{written}发布。") == [
        ("word-name", "error", f"“{written}”应为“{meant}”", f"改成“{meant}”")
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("行政处法决定书", "行政处罚决定书"),
        ("占到经营", "占道经营"),
        ("市容环境为生", "市容环境卫生"),
        ("责令改证", "责令改正"),
        ("通知公高", "通知公告"),
    ],
)
def test_a_term_of_law_of_the_trade_or_a_column_written_wrong_is_a_warning(written, meant):
    assert told(f"关于{written}的说明。") == [
        ("word-homophone", "warning", f"“{written}”应为“{meant}”", f"改成“{meant}”")
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("从虫处罚", "从重处罚"), ("行政掉解", "行政调解"), ("航政处罚", "行政处罚")],
)
def test_a_character_with_several_readings_is_found_by_each(written, meant):
    """重 is read zhòng and chóng, 调 tiáo and diào, 行 xíng and háng."""
    assert messages(f"予以{written}。") == [f"“{written}”应为“{meant}”"]


@pytest.mark.parametrize(
    "right",
    [
        "云汀市综合行政执法局负责城市管理。",
        "拨打电话向信访举报中心反映，财政局举行会议。",
        "石油天然气管道、报废机动车回收。",
        "引起社会注意。",
        "任何单位不得要求机动车到指定的场所。",
        "行政执法有关工作，行政有关部门。",
        "办公时间见下表。",
        "公布前通报被评价单位核对。",
    ],
)
def test_what_only_sounds_alike_is_right(right):
    assert messages(right) == []


def test_too_many_other_characters_are_another_word():
    assert messages("展到荆营") == []
    assert messages("战到精迎") == []


def test_the_longest_name_is_told_once():
    assert len(found("中华人民共合国人民政府")) == 1
    assert messages("行政处法决定书") == ["“行政处法决定书”应为“行政处罚决定书”"]


def test_the_place_is_that_in_the_file_also_when_emphasis_is_within():
    source = "---\n标题: 通知\n---\n第一行。\n\n昨天综合**行正**执法局发布。\n"
    (finding,) = in_record(source, 4)
    assert (finding.line, finding.column) == (6, 3)
    assert finding.message == "“综合行正执法局”应为“综合行政执法局”"
    assert finding.path == "news/a.md"


def test_each_place_is_told():
    assert [(each.line, each.column) for each in found("占到经营\n甲占到经营")] == [(1, 1), (2, 2)]
