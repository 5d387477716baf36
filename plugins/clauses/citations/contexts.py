"""What stands before and behind a name or a bare 第X条, and what that says about it."""

from __future__ import annotations

import re

# 办法 before 法, which is its ending.
TITLE_ENDINGS = ("法典", "条例", "办法", "规定", "细则", "规则", "法")

# A word before a name that is no part of a longer title: 依照刑法, but not 海峡两岸刑法.
# One character stands for all words that end with it: 照 for 依照, 按照, 参照.
WORD_ENDS = (
    "照据反用合犯触成的对于在以由将从为是系见按依因了如而但则至到引援循张认述把跟向使属释背新"
    "就若即经除达另故且并被有施指称列知定明出提求较避破实"
)
WORDS = (
    "(?:我|中|本)国|国务院|(?:现|施|执|履|进|实)行|(?:修订|修改|修正)后|关于|有关|符合|贯彻|遵守|主张"
    "|可以|应当|不得|结合|认为|规定|原告|被告|法院|本院|公安机关|检察机关|检察院|涉及|论及|以及|参见|详见|构成|学习"
    "|解读|执法|其中|中|根|凭|查|看|问|答|说|及其|查阅|阅读|超过|不受|采取|而非|这与"
)
BEFORE_NAME = re.compile(rf"(?:^|[\W\d_]|[{WORD_ENDS}]|{WORDS})$")
# 和, 与 … join names only behind something that is one, or a reference: 刑法和刑事诉讼法.
JOINS_NAMES = re.compile(
    r"(?:[法典例定则释》〉”）)条款项目一二三四五六七八九十]|^)(?:和|与|及|或|或者|以及|同)$"
)
# The code of another country or region, also some words before: 德国民法典.
ELSEWHERE_BEFORE = re.compile(r"[国省市县区州旗盟岸港澳台湾洲《〈“新旧][一-鿿]{0,4}$")
# 1997年刑法, 原刑法: another text than today's.
OTHER_TEXT = re.compile(r"(?:\d|[原旧老]|年|时)$")
# 第X条 behind these is that of something other than a statute, or of a statute not known.
NO_STATUTE = re.compile(
    r"(?:法典?|条例|办法|细则|规则|解释|附[件录表则图](?:[\d０-９一二三四五六七八九十]{1,2})?"
    r"|公约|协[定议]书?|议定书|条约|宪章|合同|章程|规约|公约|守则|准则|通知|通告|公告|意见|决定|决议|批复"
    r"|答复|复函|纪要|规程|标准|规范|方案|规划|计划|宣言|声明|公报|修正案|制度|指引|指南|目录|基本法|清单|条款|保单|承诺书|[判裁调]决?[决定解]书?|[一-鿿]书|文件|说明书|须知|约定|手册|草案|文本|备忘录|倡议书|大纲)"
    r"(?:[（(][^（）()]{0,30}[）)])?(?:中|的|里)?$"
)
# A bare 第X条 in an ordinary text follows a blank, a sign, or one of these.
BEFORE_BARE = re.compile(
    r"(?:^|[^\w]|[看查含除照据反用合犯触按依因由及和与或是为在到至对以即有了属见述而其称]|以及|或者)$"
)
# 登记看第八条, 不含第十六条: more clauses of a statute that was named in the same paragraph.
MORE_BEFORE = re.compile(r"(?:[看见查含除和及与]|以及)\s?$")
FUNCTION_BEFORE = re.compile(r"(?:照|据|反|适用|符合|触犯|按|依|引用|援引|作为|[上前]述)\s?$")
# What is said of clauses: 第X条规定. Nothing else is likely to be a 第X条 with these behind it.
ADVERB = r"(?:的|之|中|等|均|也|又|再|还|已|对|就|仅|只|则|进一步|同时)?"
SAYS = re.compile(
    rf"\s?{ADVERB}(?:明文|明确|另有|有|作了|作出)?(?:规定|所列|列举|载明|设定|确立|列明|强调|体现)"
    # 第X条对户外活动作了专门规定.
    r"|\s?对[^，。；：（）“”第]{1,30}?(?:作|有|进行)[^，。；：（）“”第]{0,8}规定"
)
# 第一条要求 may be the first of several demands: only behind another clause of the statute.
DEMANDS = re.compile(rf"\s?{ADVERB}(?:明确)?(?:要求|禁止|授权|明确)")
# What is said of a clause that 该条 stands for.
SAYS_OF_CLAUSE = re.compile(r"(?:的?规定|所称|所指|所谓|明文|明确|列举|中的|要求)")
ENDS_CLAUSE = re.compile(
    r"\s?(?:[，。；、：,;)）]|之|的|等|和|与|及|或|以及|关于|有关|项下|但书|所|$"
    # What is done under a clause: 依照第九条处罚.
    r"|[处予给追认执办从对罚应可不没判申确裁计赔要请向由将撤驳并]|责令|作出|进行|提[出起]|实施|适用)"
)


# 违反前款第一项的，警告；有第二项情形的，罚款: items go on with the paragraph cited before.
BEFORE_ITEM = re.compile(r"[，。；：、,;有在反照据按合用和或及]$")
# Behind one item, or the last of some: 第（一）项至第（四）项的情形.
OF_ITEM = re.compile(
    r"(?:[至到、和或]第?[（(]?[一二三四五六七八九十]{1,3}[）)]?项)?的?(?:情形|行为)"
)
# 第八条列举了六种情形，其中第（五）项为…: the items of the clause cited before.
AMONG = re.compile(r"[，；,;]其中(?:的)?$")


def may_begin_name(text: str, position: int, is_national: bool = False) -> bool:
    """Whether a name may begin at `position`, and not within a longer, unknown one.

    A city's statute is never called 法: a name that ends so may follow any word but a place's.
    """
    before = text[max(0, position - 8) : position]
    if OTHER_TEXT.search(before):
        return False
    if is_national and not ELSEWHERE_BEFORE.search(before):
        return True
    return bool(BEFORE_NAME.search(before) or JOINS_NAMES.search(before))


def is_counted_of_other(text: str, position: int) -> bool:
    """Whether the words before `position` name something whose 第X条 isn't that of a statute."""
    return bool(NO_STATUTE.search(text[max(0, position - 40) : position].rstrip()))


def reads_as_clause(
    text: str, start: int, end: int, is_fine: bool, goes_on: bool, is_named: bool
) -> bool:
    """Whether 第X条 at `text[start:end]` alone, in an ordinary text, means a clause.

    `is_fine` says that a 款 or 项 is named as well, `goes_on` that the last citation was one of a
    clause, `is_named` that there was one in the paragraph.
    """
    before = text[max(0, start - 8) : start]
    says = SAYS.match(text, end)
    if says and is_named:
        return True
    if not BEFORE_BARE.search(before):
        return False
    if says or (goes_on and DEMANDS.match(text, end)):
        return True
    if is_fine and not text.startswith("约定", end):
        return True
    is_cited = FUNCTION_BEFORE.search(before) or (is_named and MORE_BEFORE.search(before))
    return bool(is_cited and ENDS_CLAUSE.match(text, end))


def goes_on_with_items(
    text: str, start: int, end: int, inside_statute: bool, goes_on: bool
) -> bool:
    """Whether 第X项 at `text[start:end]` is an item of the clause cited before.

    `goes_on` says that the last citation was one of an item.
    """
    before = text[max(0, start - 4) : start]
    if AMONG.search(before):
        return True
    # Elsewhere it may be an item of a judgement: 第二项改判为….
    is_said = bool(SAYS.match(text, end) or OF_ITEM.match(text, end))
    if goes_on:
        return bool(BEFORE_ITEM.search(before)) and (inside_statute or is_said)
    return text[start + 1] in "（(" and is_said and bool(BEFORE_ITEM.search(before))


def is_paragraph_of_last(text: str, start: int, end: int) -> bool:
    """Whether the words around 第X款 alone are those around one of a clause cited before."""
    if SAYS.match(text, end) or DEMANDS.match(text, end):
        return True
    before = text[max(0, start - 8) : start]
    return bool(FUNCTION_BEFORE.search(before) and ENDS_CLAUSE.match(text, end))
