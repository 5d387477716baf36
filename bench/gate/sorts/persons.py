"""Personal data and markings of secrecy. The numbers are made up: region 339900, mobile numbers
with zeros, a card of an issuer that does not exist.
"""

from __future__ import annotations

from random import Random

from bench.gate.edits import block, either, sentence, with_field
from bench.gate.model import Planted, Source, sort
from plugins.privacy.accounts import is_card_number
from plugins.privacy.identity import check_digit

CASES = "case penalty"
SURNAMES = "李王张刘陈"
GIVEN = ("建国", "小红", "志强", "秀英")


def identity(chance: Random) -> str:
    day = f"{chance.randrange(1950, 2006)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
    first = f"339900{day}{chance.randrange(1, 1000):03}"
    return first + check_digit(first)


def old_identity(chance: Random) -> str:
    whole = identity(chance)
    return whole[:6] + whole[8:17]


def mobile(chance: Random) -> str:
    return f"1{chance.choice('3578')}{chance.randrange(10)}0000{chance.randrange(10_000):04}"


def card(chance: Random) -> str:
    first = f"629999000000{chance.randrange(1000):03}"
    return next(number for last in "0123456789" if is_card_number(number := first + last))


def landline(chance: Random) -> str:
    return f"0599-999{chance.randrange(10_000):04}"


def name(chance: Random) -> str:
    return chance.choice(SURNAMES) + chance.choice(GIVEN)


def grouped(number: str, *lengths: int, sign: str = " ") -> str:
    parts, at = [], 0
    for length in lengths:
        parts.append(number[at : at + length])
        at += length
    return sign.join([*parts, number[at:]]).strip(sign)


def _identity(chance: Random) -> str:
    number = identity(chance)
    written = chance.choice([number, grouped(number, 6, 8), grouped(number, 6, 4, 4)])
    return chance.choice(
        [f"申请人{{}}，{written}。", f"证件号码：{written}。", f"身份证号为{written}。"]
    ).format("李某")


def _little_masked(chance: Random) -> str:
    number = identity(chance)
    at = chance.choice([6, 10, 14])
    return f"李某，{number[:at]}****{number[at + 4 :]}。"


def _mobile(chance: Random) -> str:
    number = mobile(chance)
    written = chance.choice(
        [
            number,
            grouped(number, 3, 4),
            grouped(number, 3, 4, sign="-"),
            f"+86 {number}",
            f"**{number}**",
        ]
    )
    return f"请打{written}联系。"


def _card(chance: Random) -> str:
    number = card(chance)
    return f"款项转入{chance.choice([number, grouped(number, 4, 4, 4)])}。"


def _plate(chance: Random) -> str:
    return f"浙A{chance.randrange(10_000, 99_999)}"


def _home(chance: Random) -> str:
    house, unit, room = (chance.randrange(1, most) for most in (40, 6, 20))
    return chance.choice(
        [
            f"李某家住听潮小区{house}幢{unit}单元{room}02室。",
            f"他住在桂坊社区{house}号楼{room}01室。",
        ]
    )


def _secret(chance: Random) -> str:
    return chance.choice(
        [
            "内部资料，注意保存",
            "机密★3年",
            "秘密★1年",
            "（此件不公开）",
            "仅供内部参考",
            "绝密★长期",
            "内部文件 不得外传",
        ]
    )


def _full_name(chance: Random, source: Source) -> Planted | None:
    if not any(line.startswith("法定代表人:") for line in source.lines):
        return None
    return with_field(source, "法定代表人", name(chance))


SORTS = (
    sort("完整的身份证号", "identity-number", sentence(_identity)),
    sort(
        "表格里的身份证号",
        "identity-number",
        block(lambda c: f"| 姓名 | 号码 |\n| --- | --- |\n| 李某 | {identity(c)} |", 2),
    ),
    sort("15位旧身份证号", "identity-number", sentence(lambda c: f"身份证号{old_identity(c)}。")),
    sort("遮得不够的身份证号", "identity-mask", sentence(_little_masked)),
    sort("手机号码", "personal-mobile", sentence(_mobile)),
    sort(
        "电话链接里的手机号码",
        "personal-mobile",
        sentence(lambda c: f"可以[打电话给值班员](tel:{mobile(c)})。"),
    ),
    sort("银行卡号", "bank-card", sentence(_card)),
    sort(
        "案件里别人的固定电话",
        "personal-landline",
        sentence(lambda c: f"证人的电话是{landline(c)}。"),
        CASES,
    ),
    sort(
        "人名旁边的固定电话",
        "personal-landline",
        sentence(lambda c: f"联系人：{name(c)}，{landline(c)}。"),
    ),
    sort("案件里的车牌号", "number-plate", sentence(lambda c: f"车牌为{_plate(c)}的货车。"), CASES),
    sort(
        "图片说明里的车牌号",
        "number-plate",
        block(lambda c: f"![停在盲道上的轿车，车牌{_plate(c)}](/images/emblem.svg)"),
    ),
    sort(
        "护照和通行证号码",
        "travel-document",
        sentence(
            lambda c: f"登记了{c.choice(['护照', '港澳通行证'])}E{c.randrange(10**7, 10**8)}。"
        ),
    ),
    sort(
        "个人邮箱",
        "personal-mail",
        sentence(
            lambda c: f"材料发到 banshi{c.randrange(100)}@{c.choice(['qq.com', '163.com'])}。"
        ),
    ),
    sort("门牌和房间", "home-address", sentence(_home)),
    sort(
        "未成年人的学校和班级",
        "minor",
        sentence(lambda c: f"{c.randrange(7, 13)}岁的小李是{c.choice('三四五')}年级学生。"),
        "case news",
    ),
    sort("密级和内部资料的标志", "secret-marking", block(_secret)),
    sort(
        "案件里的全名",
        "masked-name",
        either(sentence(lambda c: f"当事人{name(c)}到场。"), _full_name),
        CASES,
    ),
)
