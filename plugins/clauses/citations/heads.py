"""The heads of citations: what a citation can begin with, in one pattern.

A pronoun must not begin inside another word: 合同法 is not 同法, 日本法 not 本法. All heads begin
with one of a few signs, so that `re` skips the text between them.
"""

from __future__ import annotations

import re

from plugins.clauses.citations.references import NUMBER

# Longer ones before those that are their endings.
PRONOUN_ENDINGS = "法典|条例|办法|规定|细则|规则|规程|解释|决定|批复|意见|通知|通则|修正案|法"
# 合同法, 共同条件, but 符合同法第九条.
JOINS_SAME = "(?<![符结])合同|[共会协等相雷连陪如伙偕赞]同"
TITLE = r"(?<=《)(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》"
INNER_TITLE = r"(?<=〈)(?P<inner_title>[^《》〈〉]{2,80})〉"
OWN = rf"(?<=本)(?<![基根日文版样资成脚课剧书标原译]本)(?P<own>{PRONOUN_ENDINGS})(?=\s{{0,2}}第)"
THAT = (
    rf"(?:(?<=该)(?<!应该)|(?<=同)(?<!{JOINS_SAME})|(?<=前)述|(?<=上)述)"
    rf"(?P<that>法律|{PRONOUN_ENDINGS})(?=\s{{0,2}}第)"
)
UNIT_ENDS = r"(?:条(?![例件形目文款]|约(?!定))|款(?![项式待型])|项(?![目]))"
BEFORE = (
    rf"(?:(?<=前)(?<![目之以从空提当面日年月天先眼向]前)|(?<=本)条前(?=[款项一二两三]))"
    rf"(?P<before>[一二两三四五六七八九十]?{UNIT_ENDS})"
)
THIS = (
    r"(?<=本)(?<![基根日文版样资成脚课剧书标原译]本)"
    r"(?P<this>条(?![例件形目文款]|约(?!定))|款(?![项式待型])|分编|编(?![制号辑写码者委排])|章(?!程)"
    r"|节(?![目约省日假气]))"
)
SAME = rf"(?:(?<=同)(?<!{JOINS_SAME})|(?<=该)(?<!应该))(?P<same>条)(?![例件形目约文])"
REFERENCE = rf"(?<=第)(?P<number>)(?=\s{{0,2}}[（(]?\s{{0,2}}{NUMBER})"
DEFINITION = r"(?<=[（(])(?P<definition>)(?=以下|下称|简称)"
QUOTE = r"(?<=“)(?P<opens>)|(?<=”)(?P<closes>)"
HEAD = re.compile(
    rf"[《〈第本该同前上（(“”](?:{TITLE}|{REFERENCE}|{QUOTE}|{OWN}|{THAT}|{BEFORE}|{THIS}|{SAME}"
    rf"|{INNER_TITLE}|{DEFINITION})"
)
RELATIVE = re.compile(
    r"前[一二两三四五六七八九十]?[条款项]|[本同该]条|本[款章节编分]|第[（(]?[^第]{1,8}[款项]"
)
