"""What a record's page shows of itself and of others."""

import pytest

from tests.content_folder import record
from tests.records.test_kinds import PENALTY as VALID_PENALTY
from tests.site.site_at import outputs

PENALTY_COLUMN = """\
name: 处罚公示
description: 处罚公示的说明。
keywords: [处罚]
ColumnType: 信息公开目录
kind: penalty
group: open
clock: 30
owner: 法制科
order: 9
"""
PENALTY = {**VALID_PENALTY, "领域": "街面秩序"}
POLICY = {
    "主题分类": "城市管理",
    "发文机关": "某局",
    "成文日期": "2026-02-01",
    "有效性": "有效",
}


def view(tmp_path, files, path):
    return outputs(tmp_path, files)[path].view["record"]


def policy(title, number, **fields):
    fields = {**POLICY, "索引号": f"11339999MB00000010/2026-000{number}",
              "文号": f"青综执〔2026〕{number}号", **fields}  # fmt: skip
    return record(title, **fields)


def test_the_official_block_in_its_order(tmp_path):
    shown = view(tmp_path, {}, "zhengce/2026/jiemian-banfa.html")
    assert [(fact.label, fact.value) for fact in shown["block"]] == [
        ("索引号", "11339999MB00000010/2026-00001"),
        ("主题分类", "城乡建设\\城市管理"),
        ("发文机关", "青禾县综合行政执法局"),
        ("成文日期", "2026年2月1日"),
        ("标题", "青禾县街面秩序管理办法"),
        ("文号", "青综执〔2026〕1号"),
        ("发布日期", "2026-02-02 09:00"),
        ("有效性", "有效"),
    ]


def test_attachments_with_type_and_size(tmp_path):
    (attachment,) = view(tmp_path, {}, "zhengce/2026/jiemian-banfa.html")["attachments"]
    assert (attachment.name, attachment.type, attachment.size) == (
        "巡查次数",
        "CSV 表格",
        "26 字节",
    )


def test_attachments_are_called_as_written_or_as_their_file(tmp_path):
    rows = "\n  - 文件: files/xuncha.csv\n  - 文件: images/emblem.svg\n    名称: 标志\n    页数: 2"
    text = record("新", 附件=rows)
    shown = view(tmp_path, {"dongtai/xin.md": text}, "dongtai/2026/xin.html")["attachments"]
    assert [(each.name, each.address, each.pages) for each in shown] == [
        ("xuncha.csv", "files/xuncha.csv", None),
        ("标志", "images/emblem.svg", 2),
    ]


CONSULTATION = {"开始日期": "2026-03-01", "截止日期": "2026-03-31", "反馈方式": "来信"}


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"征求意见稿": "见正文"}, []),
        ({"征求意见稿": "files/xuncha.csv"}, ["征求意见稿"]),
        ({"征求意见稿": "/files/xuncha.csv"}, ["征求意见稿"]),
        (
            {
                "征求意见稿": "files/xuncha.csv",
                "附件": "\n  - 文件: files/xuncha.csv\n    名称: 稿",
            },
            ["稿"],
        ),
    ],
)
def test_a_field_that_is_a_file_stands_among_the_attachments_once(tmp_path, fields, names):
    files = {
        "zhengji/_column.yml": PENALTY_COLUMN.replace("kind: penalty", "kind: consultation"),
        "zhengji/a.md": record("征集", **CONSULTATION, **fields),
    }
    shown = view(tmp_path, files, "zhengji/2026/a.html")["attachments"]
    assert [each.name for each in shown] == names


def test_a_repealed_policy_leads_to_its_successor_and_back(tmp_path):
    files = {
        "zhengce/xin.md": policy("新办法", 12),
        "zhengce/jiu.md": policy(
            "旧办法", 11, 有效性="废止", 废止日期="2026-03-01", 替代文件="zhengce/xin"
        ),
    }
    (notice,) = view(tmp_path / "a", files, "zhengce/2026/jiu.html")["notices"]
    assert notice.tone == "stop"
    assert notice.text == "本文件已于2026年3月1日废止。"
    assert notice.link.address == "zhengce/2026/xin.html"
    back = view(tmp_path / "b", files, "zhengce/2026/xin.html")["relations"]
    assert [(group.label, [card.title for card in group.cards]) for group in back] == [
        ("被本文件替代的文件", ["旧办法"])
    ]


def test_related_records_show_each_other(tmp_path):
    files = {"dongtai/xin.md": record("新", 相关稿件="wenda/tanwei")}
    (group,) = view(tmp_path, files, "wenda/2026/tanwei.html")["relations"]
    assert [card.title for card in group.cards] == ["新"]


def test_neighbours_on_the_list(tmp_path):
    shown = view(tmp_path, {}, "dongtai/2026/riji-3.html")
    assert shown["previous"] == {"title": "巡查日记第2篇", "address": "dongtai/2026/riji-2.html"}
    assert shown["next"] == {"title": "巡查日记第4篇", "address": "dongtai/2026/riji-4.html"}


def test_a_long_text_has_contents_and_a_short_one_none(tmp_path):
    long = "\n\n".join(f"## 第{n}节\n\n文。" for n in "一二三四")
    files = {
        "dongtai/chang.md": record("长", long),
        "dongtai/duan.md": record("短", "## 一\n\n文。"),
    }
    pages = outputs(tmp_path, files)
    assert len(pages["dongtai/2026/chang.html"].view["record"]["contents"]) == 4
    assert pages["dongtai/2026/duan.html"].view["record"]["contents"] == []


def test_contents_name_headings_of_two_levels(tmp_path):
    parts = "\n\n".join(f"## 第{n}节\n\n文。" for n in "一二三四")
    body = f"{parts}\n\n### 小节\n\n文。\n\n#### 更小\n\n文。"
    (shown,) = [view(tmp_path, {"dongtai/a.md": record("甲", body)}, "dongtai/2026/a.html")]
    assert [(each.level, each.text) for each in shown["contents"]] == [
        *((2, f"第{n}节") for n in "一二三四"),
        (3, "小节"),
    ]


def test_what_was_revised(tmp_path):
    history = "\n  - 日期: 2026-03-02\n    说明: 改正"
    files = {"dongtai/a.md": record("甲", 修订记录=history, 关键词="[街面, 摊点]")}
    shown = view(tmp_path, files, "dongtai/2026/a.html")
    assert [(f"{each['day']}", each["note"]) for each in shown["history"]] == [
        ("2026-03-02", "改正")
    ]
    assert shown["keywords"] == ["街面", "摊点"]
    assert (shown["qr"], shown["calendar"]) == ("dongtai/2026/a.qr.svg", None)


def test_the_roles_of_the_reviewers(tmp_path):
    shown = view(tmp_path, {}, "dongtai/2026/riji-1.html")
    assert [item["role"] for item in shown["reviewers"]] == ["初审", "复审", "终审"]


class TestPenalty:
    def shown(self, tmp_path, **fields):
        files = {
            "chufa/_column.yml": PENALTY_COLUMN,
            "chufa/yi.md": record("李某占道经营案", "", **{**PENALTY, **fields}),
        }
        pages = outputs(tmp_path, files)
        titles = [card.title for card in pages["chufa/index.html"].view["cards"]]
        return pages, pages["chufa/2026/yi.html"].view["record"], titles

    def test_the_fine_is_shown_in_yuan(self, tmp_path):
        _, shown, titles = self.shown(tmp_path)
        assert ("罚款金额", "500元") in [(fact.label, fact.value) for fact in shown["block"]]
        assert titles == ["李某占道经营案"]

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"公示截止期": "2026-11-22"}, "本条公示的期限已于2026年11月22日届满"),
            ({"撤回": "\n  日期: 2026-05-01\n  理由: 决定被依法撤销"},
             "本条公示已于2026年5月1日撤回。理由：决定被依法撤销。"),
        ],
    )  # fmt: skip
    def test_when_its_time_is_over_nothing_of_it_is_left(self, tmp_path, fields, words):
        pages, shown, titles = self.shown(tmp_path, **fields)
        assert shown["notices"][0].text.startswith(words)
        assert (shown["block"], shown["data"], shown["details_hidden"]) == ([], None, True)
        assert titles == []
        for path in ("data/chufa.json", "data/search.json", "feeds/chufa.json"):
            assert "占用人行道摆摊" not in pages[path].content.decode()
        head = pages["chufa/2026/yi.html"].head
        assert "罚款500元" not in str(head.metas) + str(head.jsonld)

    def test_on_its_last_day_it_is_still_shown(self, tmp_path):
        _, shown, titles = self.shown(tmp_path, 公示截止期="2026-11-23")
        assert shown["details_hidden"] is False
        assert titles == ["李某占道经营案"]
