"""x"""
PIECES = [
    *("甲", "乙。", "丙，", "“丁”", "（戊）", "《己》", "——", "…", "：", "a", "B c", "12", "3.5", "！"),
    *("第一条", "2024年", "http://a.example/x", "\u3000", "\u3000\u3000", "\xa0", "１"),
    *("*", "**", "***", "**甲**", "*乙*", "**“丙”**", "** 甲**", "[甲](x.md)", "[乙]", "(y)", "[丙](/a/b.md#c)"),
    *("[", "]", "](", ")", "!", "![图](/i.svg)", '![图](/i.svg "题")', "[^1]", "[^1]: ", "[甲]: x", "*[甲]: "),
    *("[x](javascript:a)", "[甲](a \"b\")", "[TOC]", "[**甲**](x)", "**[甲](x)**"),
    *("_", "`", "\\", "<", "<b>", "</b>", ">", "&", "&amp;", "{#x}", "{: .y}", "~~~", "|", "#", "##", '"', "'", "=", "-", "+", ":", "~", "^"),
    *(" ", " ", "  ", "    ", "\t"),
]
STARTS = [*("## ", "# ", "### ", "##", "- ", "- ", "1. ", "2. ", "3. ", "* ", "+ ", "> ", ": ", "-", "---", "===", "--- ", "***", "01. ", "１. ", "  ", "    ", "　　", "#### ", "####### ", "", "", "", "", "")]
TABLE = ["| 甲 | 乙 |\n|---|---:|\n| 1 | 2 |", "|甲|\n|:-:|\n|乙|", "| 甲 | 乙 |\n|:--|---|\n| 1 |\n| 1 | 2 | 3 |\n||", "甲 | 乙\n---|---\n1 | 2", "| 甲 |\n|---|", "| **甲** | [乙](x) |\n| - | - |\n| \u3000a | b\u3000 |"]
ENDS = ["\n\n"]*6 + ["\n"]*3 + ["\n\n\n", "  \n", " \n", "\n \n", "\n\n\n\n", "\r\n"]
def nasty(chance):
    out=[]
    mild = chance.random() < 0.7
    pieces = PIECES[:27] if mild else PIECES
    for _ in range(chance.randint(1,6)):
        r=chance.random()
        if r<0.08: out.append(chance.choice(TABLE))
        else:
            out.append(chance.choice(STARTS))
            k=chance.randint(0,5)
            for _ in range(k):
                out.append(chance.choice(pieces if chance.random()<0.93 else PIECES))
        out.append(chance.choice(ENDS))
    return "".join(out)
