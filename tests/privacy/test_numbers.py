"""Identity numbers, mobile numbers, bank cards: found however they are written."""

from random import Random

import pytest

from plugins.privacy import check_privacy
from plugins.texts.prose import prose_of_data, prose_of_record
from tests.privacy.samples import (
    CARD,
    CASE,
    IDENTITY,
    IDENTITY_X,
    LONG_CARD,
    MOBILE,
    OWN,
    REGION,
    card,
    found,
    identity,
    in_plain,
    rules,
)

ERROR_ID, WARNED_ID = ("identity-number", "error"), ("identity-number", "warning")
ERROR_MOBILE, ERROR_CARD = ("personal-mobile", "error"), ("bank-card", "error")
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def spaced(number, *lengths, by=" "):
    parts, at = [], 0
    for length in lengths:
        parts.append(number[at : at + length])
        at += length
    return by.join([*parts, number[at:]])


@pytest.mark.parametrize(
    "written",
    [
        IDENTITY,
        IDENTITY_X,
        IDENTITY_X.lower(),
        IDENTITY.translate(WIDE),
        spaced(IDENTITY, 6, 8),
        spaced(IDENTITY, 6, 8, by="-"),
        spaced(IDENTITY, *[1] * 17),
        spaced(IDENTITY, 9, by="\n"),
        f"{IDENTITY[:6]}**{IDENTITY[6:10]}**{IDENTITY[10:]}",
        f"**{IDENTITY}**",
        f"{IDENTITY[:6]}<b>{IDENTITY[6:]}</b>",
        f"&#{ord(IDENTITY[0])};{IDENTITY[1:]}",
        f"&#x{ord(IDENTITY[0]):x};{IDENTITY[1:]}",
        spaced(IDENTITY, 6, by="\u200b"),
        spaced(IDENTITY, 6, by="&nbsp;"),
        spaced(IDENTITY, 6, by="&shy;"),
        f"身份证号{IDENTITY}，住",
        f"[{IDENTITY}](/a/)",
        f"![{IDENTITY}](/images/a.png)",
        f'<img src="/a.png" alt="{IDENTITY}">',
        f"| 甲 | {IDENTITY} |",
    ],
)
def test_identity_numbers(written):
    assert rules(written) == [ERROR_ID]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("身份证号码：" + IDENTITY[:-1] + ("0" if IDENTITY[-1] != "0" else "1"), [WARNED_ID]),
        (IDENTITY[:-1] + ("0" if IDENTITY[-1] != "0" else "1"), []),
        (f"身份证号{REGION}199013011234", [WARNED_ID]),
        (identity("19900230"), []),
        (f"统一社会信用代码{IDENTITY}", []),
        (f"身份证 {REGION}900101123", [ERROR_ID]),
        (f"工单 {REGION}900101123", []),
        (f"A{IDENTITY}", []),
        (f"{IDENTITY}1", []),
        (f"| {IDENTITY[:9]} | {IDENTITY[9:]} |", []),
        ("索引号 11339900MB0000123G/2026-00017", []),
    ],
)
def test_what_is_one_and_what_is_none(written, expected):
    assert rules(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("339900********1234", []),
        (r"339900\*\*\*\*\*\*\*\*1234", []),
        ("339900＊＊＊＊＊＊＊＊123X", []),
        ("339900××××××××1234", []),
        ("339900xxxxxxxx1234", []),
        ("3399**************", []),
        ("身份证号339900****1234", []),
        ("33990019900101****", [("identity-mask", "warning")]),
        ("339900199001**1234", [("identity-mask", "warning")]),
        ("33990019********34", [("identity-mask", "warning")]),
        ("339900**1990****12", [("identity-mask", "warning")]),
        ("身份证号3399001990****1234", [("identity-mask", "warning")]),
        ("339900****01011234", [("identity-mask", "warning")]),
        ("卡号339900199001****12", []),
        ("1380000****", []),
    ],
)
def test_a_mask_hides_the_birthday(written, expected):
    assert rules(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        MOBILE,
        "138 0000 0000",
        "138-0000-0000",
        "138—0000—0000",
        "1380000 0000",
        "+86 138 0000 0000",
        "+8613800000000",
        "008613800000000",
        "1 3 8 0 0 0 0 0 0 0 0",
        "1380**000**0000",
        "1380***000***0000",
        "138~~0~~0000000",
        "13800\n000000",
        "１３８００００００００",
        "&#49;3800000000",
        "138\u200b00000000",
        "138&ZeroWidthSpace;00000000",
        "[打电话](tel:13800000000)",
        '<a href="tel:+86-138-0000-0000">打电话</a>',
        f"联系人张三{MOBILE}。",
    ],
)
def test_mobile_numbers(written):
    assert rules(written) == [ERROR_MOBILE]


@pytest.mark.parametrize(
    "written",
    [
        "13900000001",
        "139 0000 0001",
        "138****0000",
        "13800000000元",
        "工单编号13800000000",
        "23800000000",
        "138000000001",
        "138.00000000",
        "| 138 | 00000000 |",
        "138 20261123",
        "1500 2000000",
        "2026-11-23 138",
        "- 1380\n- 0000000",
        "12345、110、400-000-0000",
        "[见附件](/files/13800000000.pdf)",
    ],
)
def test_what_is_no_mobile_number_of_a_person(written):
    assert rules(written) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (CARD, [ERROR_CARD]),
        (LONG_CARD, [ERROR_CARD]),
        (spaced(CARD, 4, 4, 4), [ERROR_CARD]),
        (spaced(LONG_CARD, 4, 4, 4, 4), [ERROR_CARD]),
        (spaced(LONG_CARD, 6), [ERROR_CARD]),
        (spaced(CARD, 4, 4, 4, by="-"), [ERROR_CARD]),
        (CARD.translate(WIDE), [ERROR_CARD]),
        (f"{CARD[:4]}**{CARD[4:8]}**{CARD[8:]}", [ERROR_CARD]),
        (f"银行卡{card('4000000000000', 16)}", [ERROR_CARD]),
        (card("4000000000000", 16), []),
        (f"流水号{CARD}", []),
        (CARD[:-1] + str((int(CARD[-1]) + 1) % 10), []),
        ("6220 **** **** 0001", []),
        (spaced(CARD, 3, 5), []),
    ],
)
def test_bank_cards(written, expected):
    assert rules(written) == expected


def test_the_accounts_of_the_office_may_stand():
    own = type(OWN)(numbers=frozenset({CARD}))
    assert rules(f"缴款账户 {CARD}", own=own) == []


def test_in_a_plain_text_lines_are_lines_but_for_identity_numbers():
    assert in_plain("13800\n000000") == []
    assert in_plain(spaced(CARD, 8, by="\n")) == []
    assert [each.rule for each in in_plain(spaced(IDENTITY, 9, by="\n"))] == ["identity-number"]


def test_a_table_of_figures_that_lost_its_cells_has_no_numbers_of_people():
    random = Random(1)
    rows = [
        [str(random.randrange(10 ** random.randrange(1, 8))) for _ in range(8)] for _ in range(500)
    ]
    assert [each.rule for each in in_plain("\n".join(map(" ".join, rows)))] == []


def test_every_number_of_a_text_is_found_once_at_its_place():
    text = f"第一段。\n\n当事人{IDENTITY}，{MOBILE}；{CARD}。\n- {MOBILE}"
    assert [(each.rule, each.line, each.column) for each in found(text)] == [
        ("identity-number", 6, 4),
        ("personal-mobile", 6, 23),
        ("bank-card", 6, 35),
        ("personal-mobile", 7, 3),
    ]


def test_values_of_a_head_and_of_a_data_file():
    head = f"---\n标题: 通知\n备注: {MOBILE}  # 值班\n---\n正文"
    (only,) = check_privacy("news/a.md", prose_of_record(head, 5), OWN)
    assert (only.rule, only.line, only.column) == ("personal-mobile", 3, 5)
    data = f'- name: 占道\n  phone: "{MOBILE}"\n'
    (only,) = check_privacy("items.yml", prose_of_data(data), OWN)
    assert (only.rule, only.line, only.column) == ("personal-mobile", 2, 11)
    # Two fields below each other are no number.
    data = "- price: 15000\n- other: 202611\n"
    assert check_privacy("items.yml", prose_of_data(data), OWN) == []


def test_the_name_of_a_file():
    (only,) = found("正文", path=f"news/{IDENTITY}.md")
    assert (only.rule, only.line) == ("identity-number", 1)
    assert only.message.startswith("文件名里“339")
    assert only.hint == "改文件名"
    assert [each.rule for each in found("正文", path=f"files/名单_{MOBILE}.xlsx")] == [
        "personal-mobile"
    ]
    assert found("正文", path="penalties/chufa-2026-118.md") == []


def test_what_is_said():
    def said(text, traits=None):
        return [(each.message, each.hint) for each in found(text, traits)]

    keep = "隐去中间八位，写成 330106********1234"
    assert said(IDENTITY) == [
        (f"“339*************{IDENTITY[-2:]}”是公民身份号码，不能公开",
         f"删去整个号码；要对应到人的，{keep}")
    ]  # fmt: skip
    wrong = IDENTITY[:-1] + ("0" if IDENTITY[-1] != "0" else "1")
    assert said(f"身份证{wrong}")[0][0] == (
        f"“339*************{wrong[-2:]}”的校验码不对，可能是写错了一位的公民身份号码"
    )
    assert said(f"身份证{wrong}")[0][1].startswith("核对；删去")
    assert said(f"身份证{REGION}199013011234")[0][0] == (
        "“339*************34”写在身份证号的位置，却不是一个完整的公民身份号码"
    )
    assert said(f"身份证{REGION}900101123")[0][0] == (
        "“339**********23”是15位的旧身份证号码，不能公开"
    )
    assert said("33990019900101****") == [
        ("身份证号“339…*”遮住的位数不够，还看得出出生日期", f"删去整个号码；要对应到人的，{keep}")
    ]
    own = "删去，改留本单位的办公电话；确是本单位公布的号码，写进 bureau.yml 的 own_numbers"
    assert said(MOBILE) == [("“138******00”是手机号码，不是本单位公布的", own)]
    assert said(CARD) == [
        (f"“622***********{CARD[-2:]}”是银行卡号，不能公开",
         "删去；要缴款或退款的，写明办理的窗口或平台")
    ]  # fmt: skip
    assert said("电话0571-12345678", CASE) == [
        ("案件里有电话“057*******78”，不是本单位公布的", own)
    ]


def test_what_the_sentence_before_is_about_excuses_no_number():
    assert rules(f"请报许可编号。退款转入{CARD}。") == [ERROR_CARD]
    assert rules(f"请报许可编号{CARD}。") == []
    little = f"{IDENTITY[:6]}****{IDENTITY[10:]}"
    assert rules(f"咨询电话：0599-0001005。李某，{little}。") == [("identity-mask", "warning")]
    assert rules(f"银行卡号{little}。") == []
