"""The fields that a kind of record must have, by their labels as editors write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.corpus.body import cited
from bench.corpus.plan import BUILT, Plan, Stub
from bench.corpus.prose import Prose

BUREAU = "澄江市综合行政执法局"
CODE = "11339900MB0000123G"
Fields = dict[str, Any]


def fields(plan: Plan, stub: Stub) -> Fields:
    """What stands in the front matter of a record besides what every record has."""
    make = MAKERS.get(stub.kind)
    chance = stub.chance(plan.seed, "fields")
    return make(plan, stub, Prose(chance, stub.topic)) if make else {}


def _day(stub: Stub, days: int = 0) -> date:
    return stub.published.date() + timedelta(days=days)


def _cited(plan: Plan, chance: Random, count: int) -> list[str]:
    return ["《{}》{}".format(*cited(plan, chance)) for _ in range(count)]


def _notice(_plan: Plan, stub: Stub, prose: Prose) -> Fields:
    return {"截止日期": _day(stub, prose.chance.randint(5, 60))}


def _coverage(_plan: Plan, stub: Stub, prose: Prose) -> Fields:
    link = f"https://media.example/{stub.published:%Y}/{stub.slug}"
    medium = prose.chance.choice(["澄江日报", "澄江晚报", "临水融媒"])
    return {"媒体": medium, "报道日期": _day(stub, -1), "报道链接": link}


def _policy(plan: Plan, stub: Stub, prose: Prose) -> Fields:
    year, number = stub.published.year, stub.place + 1
    return {
        "索引号": f"{CODE}/{year}-{number:05d}",
        "主题分类": r"城乡建设\城市管理",
        "发文机关": BUREAU,
        "成文日期": _day(stub, -2),
        "文号": f"澄综执〔{year}〕{number}号",
        "有效性": "有效" if _day(stub, 30) <= BUILT.date() else "尚未施行",
        "施行日期": _day(stub, 30),
        "规范性文件": "是" if prose.chance.random() < 0.3 and _explained(plan, stub) else "否",
    }


def _explained(plan: Plan, stub: Stub) -> bool:
    return stub.place < len(plan.columns["interpretations"])


def _interpretation(_plan: Plan, stub: Stub, _prose: Prose) -> Fields:
    """The interpretation at a place belongs to the policy at that place."""
    return {
        "解读对象": [f"policies/policies-{stub.place + 1}"],
        "解读形式": "文字",
        "解读单位": f"{BUREAU}法制科",
    }


def _case(plan: Plan, stub: Stub, prose: Prose) -> Fields:
    return {
        "领域": stub.topic["field"],
        "处罚决定日期": _day(stub, -prose.chance.randint(10, 90)),
        "引用法规": _cited(plan, prose.chance, 2),
        "处理结果": f"罚款 {prose.chance.randint(2, 90)}00 元，责令限期改正",
    }


def _penalty(plan: Plan, stub: Stub, prose: Prose) -> Fields:
    fine, number = prose.chance.randint(2, 90), stub.place + 1
    decided = _day(stub, -prose.chance.randint(1, 6))
    return {
        "网址名": f"chufa-{decided.year}-{number}",
        "行政相对人名称": prose.fill("澄江市{place}百货店"),
        "行政相对人类别": "个体工商户",
        "法定代表人": prose.chance.choice(["赵某", "钱某", "孙某", "李某", "周某", "吴某"]),
        "行政处罚决定书文号": f"澄综执罚决字〔{decided.year}〕{number}号",
        "违法行为类型": prose.fill("{object}{problem}"),
        "违法事实": prose.paragraph(80),
        "处罚依据": _cited(plan, prose.chance, 2),
        "处罚类别": "罚款",
        "处罚内容": f"责令改正，罚款人民币{fine}00元",
        "罚款金额": f"{fine * 100}",
        "处罚决定日期": decided,
        "处罚有效期": decided + timedelta(days=365),
        "公示截止期": decided + timedelta(days=365),
        "处罚机关": BUREAU,
        "处罚机关统一社会信用代码": CODE,
        "数据来源单位": BUREAU,
        "数据来源单位统一社会信用代码": CODE,
        "领域": stub.topic["field"],
    }


def _reply(_plan: Plan, stub: Stub, prose: Prose) -> Fields:
    return {
        "来信内容": prose.sentence("questions"),
        "来信人": prose.chance.choice(["李女士", "王先生", "陈女士", "何先生"]),
        "来信日期": _day(stub, -prose.chance.randint(3, 9)),
        "答复日期": _day(stub, -1),
        "答复单位": "市容科",
        "领域": stub.topic["field"],
    }


def _guide(plan: Plan, stub: Stub, prose: Prose) -> Fields:
    return {
        "事项名称": stub.title,
        "设定依据": _cited(plan, prose.chance, 2),
        "申请条件": [prose.fill("{place}没有其他{object}"), prose.fill("已征得{people}同意")],
        "办理材料": [{"名称": "申请表", "份数": "1份"}, {"名称": "平面图", "份数": "1份"}],
        "办理地点": "澄江市政务服务中心一楼",
        "办理时间": "工作日8:30至17:00",
        "联系电话": "0599-0002066",
        "办理流程": ["提交申请", "现场查看", "作出决定"],
        "承诺时限": f"{prose.chance.randint(3, 15)}个工作日",
        "领域": stub.topic["field"],
    }


def _event(_plan: Plan, stub: Stub, prose: Prose) -> Fields:
    day, hour = _day(stub, prose.chance.randint(3, 30)), prose.chance.randint(8, 15)
    return {
        "开始时间": f"{day} {hour:02d}:00",
        "结束时间": f"{day} {hour + 2:02d}:00",
        "地点": prose.fill("{place}"),
        "主办单位": BUREAU,
        "联系电话": "0599-0002000",
    }


def _research(_plan: Plan, _stub: Stub, prose: Prose) -> Fields:
    return {"作者": "闻渡", "作者单位": BUREAU, "摘要": prose.paragraph(90)}


def _statute(_plan: Plan, stub: Stub, _prose: Prose) -> Fields:
    """In force before the first record was published, so that every citation is to the law."""
    return {
        "效力级别": "地方政府规章",
        "制定机关": "澄江市人民政府",
        "公布文号": f"澄江市人民政府令第{stub.place + 1}号",
        "公布日期": "2014-06-01",
        "施行日期": "2014-09-01",
        "时效性": "现行有效",
        "领域": stub.topic["field"],
    }


MAKERS: dict[str, Callable[[Plan, Stub, Prose], Fields]] = {
    "notice": _notice,
    "coverage": _coverage,
    "policy": _policy,
    "interpretation": _interpretation,
    "case": _case,
    "penalty": _penalty,
    "reply": _reply,
    "guide": _guide,
    "event": _event,
    "research": _research,
    "statute": _statute,
}
