"""Full names of people where they are to be written 李某: behind a word for somebody's part in a
case, and in the brackets of a shop's name.

Not behind words for officers, lawyers and judges, who act in public. Words of Chinese have no
borders; so right behind such a word a name counts only if no ordinary word begins with it and what
follows can follow a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plugins.findings import Severity
from plugins.privacy.model import OwnNumbers, PrivacyProblem
from plugins.privacy.text import Text

HERE = Path(__file__).parent
ROLES = (
    "当事人|行政相对人|相对人|被处罚人|违法行为人|违法嫌疑人|经营者|经营人|个体工商户|法定代表人|法人代表|负责人|"
    "业主|户主|房主|店主|摊主|摊贩|车主|犬主|养犬人|饲养人|驾驶人|驾驶员|司机|举报人|投诉人|报案人|证人|见证人|"
    "申请人|被申请人|委托人|受委托人|产权人|承租人|出租人|租户|住户|居民|村民|市民|施工人员|工人|老板|男子|女子|"
    "邻居|家属|受害人|被害人|伤者|联系人|经办人"
)
# A class of first characters is searched faster than the words.
FIRST = "".join(sorted({word[0] for word in ROLES.split("|")}))
ROLE = rf"(?=[{FIRST}])(?:{ROLES})"
MAYBE = re.compile(rf"(?=[{FIRST}（(男女])(?:" + ROLES + r"|[（(][^（()）]{2,4}[）)]|[男女][，,])")
# Who is asked for, not who is a party.
CONTACTS = r"(?:联系人|经办人|本人|户主|业主|家属|投诉人|举报人|当事人|申请人|负责人)"
TITLE = r"(?!某|先生|女士|同志|师傅|老师|大妈|大爷|大叔|阿姨|小姐|记|氏|家|姓)"
SHOP = "店|部|行|馆|厂|铺|坊|摊|场|户|社|吧|园|中心|超市|公司|服务部|经营部|商行"
# What can follow a name in a sentence: the start of a clause, of a predicate.
FOLLOWS = (
    r"[^一-鿿]|$|男|女|在|于|因|将|未|擅自|驾驶|经营|从事|违反|违法|占用|占道|利用|不服|向|承认|称|提出|曾|通过|"
    r"没有|家|的|为|系|与|和|及|等|对|把|到|又|再|已|自|无|用|是|罚款|来|说|表示|反映"
)
HINT = "写成“{}某”：自然人只留姓"


def is_full_name(text: str) -> bool:
    """Whether a text is the name of a person and nothing else."""
    return bool(re.fullmatch(_name_pattern(), text)) and not (
        _is_word(text) or text in _surnames()[1]
    )


def name_problems(text: Text, own: OwnNumbers) -> Iterator[PrivacyProblem]:
    if not MAYBE.search(text.text):
        return
    seen: set[tuple[int, str]] = set()
    for pattern, is_sure in _patterns():
        for match in pattern.finditer(text.text):
            name = _name_at(match, is_sure)
            if name is None or name in own.names or (match.start("name"), name) in seen:
                continue
            seen.add((match.start("name"), name))
            surname = _surname_of(name)
            message = f"“{surname}{'*' * (len(name) - len(surname))}”是自然人的全名，没有隐去名字"
            at, hint = match.start("name"), HINT.format(surname)
            yield PrivacyProblem("masked-name", Severity.ERROR, at, message, hint)


def names_a_contact(before: str) -> bool:
    """Whether a text ends in what names a person, such as 联系人：李建国, ."""
    between = "[^0-9A-Za-z一-鿿]"
    pattern = (
        rf"{CONTACTS}[:： ]{{0,2}}(?:{_name_pattern()}){between}{{0,4}}(?:电话)?{between}{{0,2}}$"
    )
    return bool(re.search(pattern, before))


def _name_at(match: re.Match[str], is_sure: bool) -> str | None:
    name = match["name"]
    if "某" in name or _is_word(name) or name in _surnames()[1]:
        return None
    return name if is_sure or name[0] not in _surnames()[2] or name[:2] in _surnames()[1] else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    name = _name_pattern()
    end = rf"(?={FOLLOWS})"
    return (
        (re.compile(rf"{ROLE}(?:姓名|名称)?[ ]*[:：（(“ ]\s*(?P<name>{name}){end}"), True),
        (re.compile(rf"(?:{SHOP})[（(](?:经营者|业主|负责人)?[:：]?(?P<name>{name})[）)]"), True),
        (re.compile(rf"(?<![一-鿿])(?P<name>{name})[（(，,] ?[男女][）)，,]"), True),
        (re.compile(rf"{ROLE}(?P<name>{name}){end}"), False),
    )


@cache
def _name_pattern() -> str:
    single, compound, _ = _surnames()
    given = rf"{TITLE}[一-鿿]{{1,2}}?"
    return rf"(?:(?:{'|'.join(compound)}){given}|[{''.join(single)}]{given})"


@cache
def _surnames() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Of one character, of two, and those of one that are ordinary words."""
    parts = re.split(r"^\[.*\]\n", _lines("surnames.txt"), flags=re.M)[1:]
    single, compound, common = parts
    return (
        frozenset(single.replace("\n", "")) | frozenset(common.strip()),
        tuple(compound.split()),
        frozenset(common.strip()),
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(_lines("words_no_names.txt").split())


def _is_word(name: str) -> bool:
    return name[:2] in _words() or name in _words()


def _surname_of(name: str) -> str:
    return name[:2] if len(name) > 2 and name[:2] in _surnames()[1] else name[0]


def _lines(file: str) -> str:
    text = (HERE / file).read_text(encoding="utf-8")
    return re.sub(r"^#.*\n", "", text, flags=re.M)
