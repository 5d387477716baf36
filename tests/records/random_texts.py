"""Random texts out of the pieces that a fast way and Python-Markdown have to read alike."""

from random import Random

PLAIN = [
    "甲", "乙。", "丙，", "“丁”", "（戊）", "《己》", "——", "…", "：", "！", "、", "庚辛壬癸", "a",
    "B c", "12", "3.5", "2024年", "第一条", "１", "(y)", '"', "'", "|", "/", "-", "=", "#", " ",
    "　", "　　", "\xa0", "。", "http://a.example/x", "a@b.example", "www.a.example", "^", "~",
]  # fmt: skip
MARKED = [
    "**甲**", "*乙*", "**“丙”**", "**丁：**", "（*戊*）", "**a b**", "**己", "**", "*", "***",
    "[甲](x.md)", "[乙](/a/b.md#c)", "[丙 d](https://a.example/?b)", "**[丁](x)**", "*[戊](y)*",
    "[**己**](x)", "[甲](x)(y)", "[甲](x)*乙*", "*甲*[乙](x)", "**甲[乙](x)丙**", "[甲", "](x)",
    "![图](/i.svg)", '![图](/i.svg "题")', '[甲](x "题")', "[甲]( x )", "[甲](<x>)", "[](x)",
    "[甲](x'y)", "[甲](x(y))", "[ 甲 ](x)", "[甲](javascript:a)", "[甲](DATA:b)", "[甲]()",
    "**甲**{.x}", "[甲](x){#y}",
    "[^a](b)", "*甲 *", "* 乙*", "** 丙**", "**丁 **", "*甲**乙*", "**甲*乙*丙**", "*甲**乙**丙*",
    "***甲*", "[ 甲](x)", "[**甲](x)乙**", '[甲](x"y)', "[甲](x'y')", "**[甲 ](x)**",
    "[甲](x)[乙](y)", "![甲](x",
]  # fmt: skip
WILD = [
    "\\.", "\\甲", "\\[乙](x)", "`甲`", "{甲}", "_", "__", "_甲_", "`", "``", "\\", "\\*", "<",
    ">", "<b>", "</b>", "<br>", "<!--", "-->", "&", "&amp;", "&#65;", "{", "}", "{#x}", "{: .y}",
    "~~~", "```", "[", "]", "(", ")", "!", "[甲]", "[甲][乙]", "[甲]: x", "[^1]", "[^1]: 注",
    "*[甲]: 乙", "[TOC]", "[x]", "  \n", "\n", "\t", "    ", "\x02", "\x03", "\x0b", "\x1c",
    "\x85", "\u2028", "\u200b", "\ufeff", "\x00",
]  # fmt: skip
STARTS = [
    "## ", "# ", "### ", "#### ", "####### ", "##", "- ", "-", "-  ", "* ", "+ ", "1. ", "2. ",
    "3. ", "01. ", "1.", "１. ", "> ", ">", ": ", ":", "---", "- - -", "===", "=", "***", "~~~",
    " ", "  ", "    ", "　　", "| ", "|", "**", "[甲]: ", "<div>", "- [ ] ", "- # ", "- - ",
    "1. 2. ",
]  # fmt: skip
BLOCKS = [
    "| 甲 | 乙 |\n|---|---:|\n| 1 | 2 |", "|甲|\n|:-:|\n|乙|",
    "|甲|乙|\n|:--|---|\n|1|\n|1|2|3|\n||", "甲 | 乙\n---|---\n1 | 2", "| 甲 |\n|---|",
    "| **甲** | [乙](x) |\n| - | - |\n| 　a | b　 |", "| 甲 | 乙 |\n|---|\n| 丙 | 丁 |",
    "|甲|乙|\n|---|:|\n|丙|丁|", "|甲|\n|---|\n|乙|\n丙", '![图](/i.svg "题 注")', "![](/i.svg)",
    "![甲*乙*](/i.svg)\n", "![图](x) ", "![图](x)\n![图](y)", "- 甲\n- 乙", "- 甲\n\n- 乙",
    "1. 甲\n2. 乙", "1. 甲\n\n2. 乙", "- 甲\n  丙\n- 乙", "- 甲\n丁", "- 甲\n    - 乙",
    "1. 甲\n- 乙", "- 甲\n1. 乙", "- \n- 甲", "- 甲\n-\n", "- 甲\n## 乙", "2. 甲\n1. 乙", "甲\n乙",
    "甲\na", "a\nb", "**甲**\n乙", "甲\n**乙**", "甲 \n乙", "a \nb", "[甲](x)\n乙", "*a\n甲*",
    "## 甲\n乙", "甲\n## 乙\n丙", "## 甲\n## 甲", "## 甲 ##", "## ！", "## 甲-1", "# 甲 乙  丙",
    "## **甲**", "甲\n---", "甲\n===", "甲\n- 乙", "甲\n1. 乙", "甲\n: 乙", "甲\n\n: 乙",
    "甲\n> 乙", "甲\n|乙|\n|-|", '![图](/i.svg "题[乙](x)")', '![图](/i.svg "题*乙*")',
    '![图](/i.svg "题(1)")', '![图](/i.svg "(题")', '![图](/i.svg "题)")', "![a'b](/i.svg 'c')",
    "2. \n１. 甲", "- 甲 | 乙\n- |-", "## 甲 {#x}", "~~~\n甲\n~~~", "```\n乙\n```", "a\n{: .x}",
    "甲\\-乙", "## 甲\\#", "|甲|\n|-|\n# 乙", "甲\n\n　\n\n乙", "- 甲\n\n　\n\n- 乙",
    "- 甲\n\n乙\n\n- 丙", "- 甲\n\n- 乙\n- 丙\n\n- 丁", "1. 甲\n\n- 乙\n\n2. 丙", "# 甲\n### 乙",
    "|-|\n|甲|\n|乙|", "|甲|\n| :- |\n| [乙](x)丙 |", "| 甲*a | b*乙 |\n|--|--|\n| 1 | 2 |",
]  # fmt: skip
ENDS = (
    ["\n\n"] * 8 + ["\n"] * 3 + ["\n\n\n", "\n\n\n\n", "  \n", " \n", "\n \n", "\n　\n\n", "\r\n"]
)


def random_text(chance: Random) -> str:
    """A text of a few blocks; how wild it may be is drawn first, so that some are plain."""
    marked, wild, strange = chance.choice(
        [(0.1, 0, 0), (0.3, 0, 0), (0.2, 0.01, 0.1), (0.3, 0.2, 0.3)]
    )

    def piece() -> str:
        drawn = chance.random()
        return chance.choice(WILD if drawn < wild else MARKED if drawn < wild + marked else PLAIN)

    def line() -> str:
        return "".join(piece() for _ in range(chance.randint(1, 4)))

    out = ["\n" * (chance.random() < 0.1)]
    for _ in range(chance.randint(1, 6)):
        kind = chance.random() * (1 if strange else 0.85)
        if kind < strange:
            out.append(chance.choice(STARTS) + line())
        elif kind < 0.4:
            out.append(line())
        elif kind < 0.55:
            out.append(chance.choice(["## ", "### ", "## ", "# "]) + chance.choice(PLAIN) + line())
        elif kind < 0.7:
            mark = chance.choice(["- ", "- ", "1. ", "2. "])
            out.append("\n".join(mark + line() for _ in range(chance.randint(1, 3))))
        else:
            out.append(chance.choice(BLOCKS))
        out.append(chance.choice(ENDS if strange else ENDS[:12]))
    return "".join(out)
