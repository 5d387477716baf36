"""Landlines, plates, passports, mail, homes, full names and children."""

from datetime import datetime

import pytest

from plugins.clock import CHINA
from plugins.privacy import own_numbers
from plugins.privacy.model import digits_of
from plugins.privacy.names import is_full_name
from plugins.records.loading import load_library
from tests.content_folder import make_content
from tests.privacy.samples import CASE, IDENTITY, MOBILE, NEWS, OWN, PENALTY, found, in_plain, rules


def said(text, traits=None):
    return [(each.rule, each.message, each.hint) for each in found(text, traits)]


@pytest.mark.parametrize(
    ("written", "traits", "is_found"),
    [
        ("联系人：李建国，0571-12345678", None, True),
        ("联系人李建国 电话（0571）12345678", None, True),
        ("投诉人王小明0571 12345678", None, True),
        ("咨询电话0571-12345678", None, False),
        ("联系人：市容科，0571-12345678", None, False),
        ("咨询电话0571-12345678", CASE, True),
        ("咨询电话0599-0001234", CASE, False),
        ("联系人：李建国，0599-0001234", None, False),
        ("拨打12345、12319或者400-800-8888", CASE, False),
        ("编号0571-12345678", CASE, False),
        ("约0571-12345678", CASE, False),
    ],
)
def test_landlines(written, traits, is_found):
    expected = [("personal-landline", "warning")] if is_found else []
    assert [each for each in rules(written, traits) if each[0] == "personal-landline"] == expected


@pytest.mark.parametrize(
    ("written", "traits", "is_found"),
    [
        ("浙A12345", CASE, True),
        ("浙A·12345", CASE, True),
        ("浙AD12345", CASE, True),
        ("浙A12345D", CASE, True),
        ("浙A1234警", CASE, True),
        ("浙Ａ１２３４５", CASE, True),
        ("**浙A**12345", CASE, True),
        ("浙A12345", None, False),
        ("![浙A12345违停](/images/a.jpg)", None, True),
        ('<img src="/images/a.jpg" alt="浙A12345违停">', None, True),
        ("浙A***45", CASE, False),
        ("浙ICP备12345678号", CASE, False),
        ("浙A1234567", CASE, False),
    ],
)
def test_number_plates(written, traits, is_found):
    assert rules(written, traits) == ([("number-plate", "warning")] if is_found else [])


@pytest.mark.parametrize(
    ("written", "is_found"),
    [
        ("护照号码：E12345678", True),
        ("持护照EA1234567入境", True),
        ("港澳居民来往内地通行证H12345678", True),
        ("台湾居民来往大陆通行证 12345678", True),
        ("护照和居住证", False),
        ("编号E12345678", False),
        ("通行证（建筑垃圾）12345678", False),
    ],
)
def test_travel_documents(written, is_found):
    assert rules(written) == ([("travel-document", "warning")] if is_found else [])


@pytest.mark.parametrize(
    ("written", "is_found"),
    [
        ("zhang.san@qq.com", True),
        ("<zhang.san@QQ.com>", True),
        ("[写信](mailto:zhang@163.com)", True),
        ("zhang&#64;qq.com", True),
        ("zhzf@163.com", False),
        ("a@yunting.gov.cn", False),
        ("info@gongsi.example", False),
        ("@qq.com", False),
    ],
)
def test_private_mail(written, is_found):
    assert rules(written) == ([("personal-mail", "warning")] if is_found else [])


@pytest.mark.parametrize(
    ("written", "traits", "is_found"),
    [
        ("家住听潮小区12幢3单元502室", None, True),
        ("住址：汀东区柳岸弄3号", None, False),
        ("住址：汀东区柳岸里12弄3号", None, True),
        ("户籍地为云汀市书院路5号2栋", None, True),
        ("现住书院路**5号楼**", None, True),
        ("听潮小区12幢3单元502室", None, True),
        ("听潮小区12幢502室", None, False),
        ("听潮小区12幢502室", CASE, True),
        ("家住听潮街道", None, False),
        ("受理窗口在听潮路168号3号楼201室", None, False),
        ("听潮路168号3幢2单元501室", None, False),
        ("公司住所：书院路5号2幢", CASE, False),
    ],
)
def test_homes(written, traits, is_found):
    assert rules(written, traits) == ([("home-address", "warning")] if is_found else [])


@pytest.mark.parametrize(
    "written",
    [
        "当事人：李建国，男",
        "当事人李建国在路边摆摊",
        "当事人李建国，经营水果",
        "个体工商户 张三",
        "经营者李建国未采取措施",
        "法定代表人：王大力",
        "法定代表人王大力。",
        "李记餐饮店（李建国）",
        "李记餐饮店（经营者：李建国）",
        "李建国（男，45岁）",
        "李建国，男，汉族",
        "举报人**欧阳**明来电",
        "业主欧阳明明擅自改建",
        "当事人：高明，男",
        "见证人（许文）",
    ],
)
def test_full_names(written):
    assert rules(written, CASE) == [("masked-name", "error")]
    assert rules(written) == []


@pytest.mark.parametrize(
    "written",
    [
        "当事人李某，男",
        "当事人李某某在路边摆摊",
        "法定代表人：王某",
        "当事人：李**，男",
        "当事人李×在路边",
        "当事人陈述、申辩",
        "当事人高度重视",
        "当事人应当改正",
        "当事人于2026年",
        "当事人向本局申请",
        "当事人方面",
        "业主李先生",
        "店主何女士",
        "负责人周砚秋",
        "经营者许可",
        "李记餐饮店（分店）",
        "某公司（当事人）",
        "执法人员贺长卿",
        "代理律师陈明",
        "当事人时常",
        "居民江边散步",
    ],
)
def test_what_is_no_full_name(written):
    assert rules(written, CASE) == []


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("李建国", True), ("欧阳明", True), ("张三", True), ("李某", False), ("申请人", False),
     ("李记餐饮店", False), ("欧阳", False)],
)  # fmt: skip
def test_a_name_alone(name, is_one):
    assert is_full_name(name) is is_one


@pytest.mark.parametrize(
    ("written", "traits", "expected"),
    [
        ("一名未成年人在听潮小学门口", CASE, [("minor", "warning")]),
        ("10岁的小李就读于云汀市第二中学", NEWS, [("minor", "warning")]),
        ("小李今年9岁，是三年级学生", NEWS, [("minor", "warning")]),
        ("![未成年人骑车](/images/a.jpg)", NEWS, [("minor", "warning")]),
        ("10岁的小李就读于云汀市第二中学", None, []),
        ("向未成年人讲解法律", NEWS, []),
        ("某未成年人在某小学附近", NEWS, []),
        ("听潮小学的志愿者清扫街道", NEWS, []),
        ("房龄10岁以下", NEWS, []),
        ("当事人李某，男，16岁，在路边摆摊", PENALTY, [("minor-penalty", "error")]),
        ("当事人李某系未成年人", PENALTY, [("minor-penalty", "error")]),
        ("当事人李某未满十八周岁", PENALTY, [("minor-penalty", "error")]),
        ("当事人李某，男，16岁", CASE, []),
        ("当事人李某，男，46岁", PENALTY, []),
        ("当事人李某不是未成年人", PENALTY, []),
        ("当事人李某向未成年人出售烟花", PENALTY, []),
    ],
)
def test_children(written, traits, expected):
    assert rules(written, traits) == expected


def test_what_is_said():
    own = "删去，改留本单位的办公电话；确是本单位公布的号码，写进 bureau.yml 的 own_numbers"
    assert said("联系人：李建国，0571-12345678") == [
        ("personal-landline", "电话“057*******78”和人写在一起，不是本单位公布的", own)
    ]
    assert said("浙A·12345", CASE) == [
        ("number-plate", "车牌号“浙A***5”看得出是谁的车",
         "写成“浙A***5”，照片里的车牌打上马赛克")
    ]  # fmt: skip
    assert said("护照号码：E12345678") == [
        ("travel-document", "护照号码“E12****78”是个人信息", "删去号码")
    ]
    assert said("zhang@qq.com") == [
        ("personal-mail", "“z***@qq.com”是个人常用的邮箱", "换成本单位的工作邮箱，没有的写办公电话")
    ]
    assert said("家住听潮小区12幢3单元502室") == [
        ("home-address", "“家住听潮小区**幢*单元***室”是住址，写到了门牌或房间",
         "只写到街道或小区，如“家住听潮街道”；门牌、幢、单元、室都删去")
    ]  # fmt: skip
    assert said("当事人李建国，", CASE) == [
        ("masked-name", "“李**”是自然人的全名，没有隐去名字", "写成“李某”：自然人只留姓")
    ]
    assert said("当事人欧阳明，", CASE)[0][1:] == (
        "“欧阳*”是自然人的全名，没有隐去名字", "写成“欧阳某”：自然人只留姓"
    )  # fmt: skip
    hint = "学校、班级、姓名、住处和照片都不写，只写“某未成年人”"
    assert said("一名未成年人在听潮小学门口", NEWS) == [
        ("minor", "写到未成年人，又写了“听潮小学”，能认出是哪个孩子", hint)
    ]
    assert said("![未成年人骑车](/images/a.jpg)", NEWS) == [
        ("minor", "图片的说明写到未成年人，图里可能认得出是哪个孩子", hint)
    ]
    assert said("当事人李某，男，16岁", PENALTY) == [
        ("minor-penalty", "当事人“16岁”：对未成年人的处罚不公示",
         "把这一条撤下；确不是未成年人的，改写这一句")
    ]  # fmt: skip


def test_each_stands_at_its_place():
    text = "第一段。\n\n当事人**李建国**，\n家住听潮小区12幢3单元502室，zhang@qq.com"
    assert [(each.rule, each.line, each.column) for each in found(text, CASE)] == [
        ("masked-name", 6, 6),
        ("home-address", 7, 1),
        ("personal-mail", 7, 18),
    ]


def test_what_the_office_publishes_of_itself(tmp_path):
    content = make_content(tmp_path)
    text = (content / "bureau.yml").read_text(encoding="utf-8")
    numbers = "own_numbers: [0571-8888-, 13700000000, 6217-0000*]\n"
    (content / "bureau.yml").write_text(text + numbers, encoding="utf-8")
    bureau = load_library(content, datetime(2026, 11, 23, 8, tzinfo=CHINA)).valid_bureau
    own = own_numbers(bureau, ["0571-12345678、13600000000"])
    there = ("12345", "057188881234", "13700000000", "13600000000", "057112345678", "62170000001")
    assert all(map(own.has_number, there))
    assert own.has_number(digits_of(bureau.contact.phone))
    assert not any(map(own.has_number, (MOBILE, "057188871234", "1234")))
    assert own.has_mail("X@any.gov.cn") and not own.has_mail("x@qq.com")
    assert own.names >= {bureau.name, *(leader.name for leader in bureau.leaders)}
    assert not any(OWN.__class__().has_number(each) for each in there)


def test_plain_texts_are_read_alike():
    assert [each.rule for each in in_plain("当事人李建国，", CASE)] == ["masked-name"]
    assert [each.rule for each in in_plain(f"张三\t{IDENTITY}\t{MOBILE}")] == [
        "identity-number",
        "personal-mobile",
    ]
