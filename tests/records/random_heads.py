"""Heads as editors would never write them all in one day; the same number gives the same head."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def _each(words: str) -> list[str]:
    return words.split("¦")


KEYS = _each(
    "标题¦来源¦关键词¦发布日期¦附件¦罚款金额¦first-review¦date¦second review¦备注2¦A¦"
    "_a¦null¦~¦é¦２¦1号¦标题 ¦a b-c¦-a¦?¦¦标：题¦a: b¦'标题'¦\"A\"¦[a]¦&a¦<<¦#a¦a #b¦a\tb"
)
KEYS += ["标题" * 60, "甲" * 1100]
PLAIN = _each(
    "市容环卫科¦2026-03-01 09:30¦2026-03-01¦否¦0.05¦0x1F¦1e3¦y¦~¦null¦"
    "《条例》第三条¦某综执〔2026〕12号¦https://www.gov.cn/a?b=c#d¦a - b¦"
    "甲、乙，丙¦主题\\分类¦(一)¦…¦...¦a---¦12:30:45¦=¦<<¦+1¦"
    "A, B¦a  b¦1,2¦x[1]¦a]b¦a'b¦a\"b¦a#b¦a&b¦100%¦$1¦^¦/a/¦;¦a|b"
)
PLAIN.append("词" * 600)
NASTY = _each(
    "¦ ¦a: b¦a:¦:a¦: a¦a #b¦# a¦#a¦'a'¦'a¦\"a\\n\"¦\"a¦[a¦[]¦[a, b¦[通知] a¦{a: b}¦{}¦"
    "{a¦- a¦-¦-a¦? a¦?a¦*a¦&a b¦&a¦!a¦!!int 1¦@a¦`a`¦%a¦|¦>¦|-¦|2¦>+¦| # a¦a\tb¦\ta¦"
    "a\t¦　甲¦甲　¦a\xa0b¦a\x85b¦a\u2028b¦a\ufeffb¦a\x07b¦a\u200bb¦a\rb¦😀¦a：b¦，¦~ ¦,"
)
BRACKETS = _each(
    "[甲, 乙]¦[甲,乙]¦[ 甲 ,  乙 ]¦[甲]¦[甲, ]¦[, 甲]¦[甲, 乙] # 丙¦[甲, [乙]]¦[a: b]¦[a:b]¦"
    "[-a, b]¦[- a]¦[a-b, c d]¦[~, null]¦['a', b]¦[a, b]c¦[a #b]¦[2026-01-01, 否]¦"
    "[policies/a, b/c]¦[a?, b]¦[?a]¦[甲、乙，丙]¦[a\tb]¦[a¦[[a]"
)
SIGNS = " \t\n：:-#'\"[]{},|>&*!?%@`~　甲a1\xa0\u2028"


def random_head(number: int) -> str:
    """A few entries between fences, a third of them spoilt by signs thrown in anywhere."""
    random = Random(number)
    lines = [line for _ in range(random.randint(1, 5)) for line in _entry(random, "")]
    text = "\n".join(lines)
    if random.random() < 0.3:
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(SIGNS) + text[at + random.randint(0, 1) :]
    return f"---\n{text}\n---\n正文。\n"


def _entry(random: Random, margin: str, deep: int = 0) -> list[str]:
    start = f"{margin}{_key(random)}{_rarely(random, ':', ('：', ' :', '', ': :'))}"
    shape = random.choices(("value", "list", "pairs", "text", "other"), (16, 6, 4, 3, 1))[0]
    if shape == "value" or deep > 2:
        return [start + _rarely(random, " ", ("", "  ", "\t", "　")) + _value(random)]
    below = margin + _rarely(random, "  ", ("", " ", "    ", "\t", "　"))
    if shape == "list":
        return [start, *_items(random, below, deep)]
    if shape == "pairs":
        return [start, *_some(random, lambda: _entry(random, below, deep + 1))]
    if shape == "text":
        mark = _rarely(random, "|", ("|-", ">", "|+", "|2", "| ", "|  # a"))
        return [f"{start} {mark}", *_some(random, lambda: [_text(random, below)])]
    return [
        random.choice(
            ("", "  ", "# 说明: 一", "  # 说明", "---", "...", "%YAML 1.1", margin + "甲")
        )
    ]


def _items(random: Random, margin: str, deep: int) -> list[str]:
    def item() -> list[str]:
        dash = margin + _rarely(random, "- ", ("-", "-  ", " - ", "* ", "-\t", "- - "))
        if random.random() < 0.7:
            return [dash + _value(random)]
        first, *others = _entry(random, "", deep + 1)
        behind = margin + _rarely(random, "  ", ("", " ", "   "))
        return [
            dash + first,
            *(behind + line for line in others),
            *_entry(random, behind, deep + 1),
        ]

    return _some(random, item)


def _text(random: Random, margin: str) -> str:
    line = _rarely(random, margin, ("", " ", margin + "  ")) + random.choice((*PLAIN, *NASTY))
    return _rarely(random, line, ("", "   ", margin, "# 不是正文"))


def _some(random: Random, make) -> list[str]:
    return [line for _ in range(random.randint(1, 3)) for line in make()]


def _key(random: Random) -> str:
    usual = random.choice(KEYS[:12]) + random.choice("甲乙丙丁戊己庚辛壬癸")
    return _rarely(random, usual, KEYS)


def _value(random: Random) -> str:
    value = random.choice((*PLAIN, *BRACKETS[:4]))
    return _rarely(random, value, (*NASTY, *BRACKETS)) + _rarely(
        random, "", (" ", "  ", "\t", " #")
    )


def _rarely(random: Random, usual: str, others: Sequence[str]) -> str:
    return usual if random.random() < 0.97 else random.choice(others)
