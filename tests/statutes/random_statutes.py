"""Random statutes in the forms of all collections, with what an import must find in them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from plugins.clauses.numerals import chinese

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
WORDS = "灯亮灭路城管市区罚金元应当不得责令改正办公机关"


def spaced(number: int) -> str:
    return " ".join(chinese(number))


NUMBERS = {
    "chinese": chinese,
    "ideographic zero": lambda n: chinese(n).replace("零", "〇"),
    "circle": lambda n: chinese(n).replace("零", "○"),
    "digits": str,
    "wide digits": lambda n: str(n).translate(WIDE),
    "spaced": lambda n: f" {spaced(n)} ",
    "wide spaces": lambda n: f"　{chinese(n)}　",
}
# How a clause begins: {} is its number, the text follows.
HEADS = {
    "plain": "第{}条　",
    "close": "第{}条",
    "blank": "第{}条 ",
    "indented": "　　第{}条　",
    "spaces": "    第{}条 ",
    "bold": "**第{}条** ",
    "underscored": "__第{}条__　",
    "heading": "## 第{}条 ",
    "deep heading": "#### 第{}条　",
    "bold heading": "### **第{}条** ",
    "named heading": "### 第{}条 【灯】\n\n",
    "named bold": "**第{}条 【灯】**\n\n",
    "entity": "&emsp;&emsp;第{}条　",
    "list": "- 第{}条 ",
}
PLAIN_HEADS = ("plain", "close", "blank", "indented", "spaces")
CHAPTERS = ("## 第{}章 灯", "## 第{}章　灯　亮", "**第{}章 灯**", "第{}章　灯", "### **第{}章 灯**")
SEPARATORS = ("\n", "\n\n", "\n\n\n")


@dataclass(frozen=True)
class Clause:
    """`lines` are its paragraphs and items, each with whether it is an item."""

    number: int
    lines: tuple[tuple[bool, str], ...]


@dataclass(frozen=True)
class Statute:
    """`text` is the body as a file has it; `clauses` what is in it."""

    text: str
    clauses: tuple[Clause, ...]


sentences = st.text(WORDS, min_size=2, max_size=20).map(lambda words: words + "。")


@st.composite
def bodies(draw, first=1, is_markdown=True, most=24):
    """The text of a statute, or of a part that begins with clause `first`."""
    count = draw(st.integers(1, most))
    forms = sorted(NUMBERS)
    number = NUMBERS[draw(st.sampled_from(forms))]
    head = HEADS[draw(st.sampled_from(sorted(HEADS) if is_markdown else PLAIN_HEADS))]
    chapter = draw(st.sampled_from(CHAPTERS if is_markdown else CHAPTERS[3:4]))
    separator = "\n\n" if is_markdown else draw(st.sampled_from(SEPARATORS))
    every = draw(st.integers(2, 9))
    blocks, clauses = [], []
    for value in range(first, first + count):
        if (value - first) % every == 0:
            blocks.append(chapter.format(chinese((value - first) // every + 1)))
        lines = [(False, draw(sentences))]
        for item in range(1, draw(st.integers(0, 3)) + 1):
            lines.append((True, f"（{chinese(item)}）{draw(sentences)}"))
        if draw(st.booleans()):
            lines.append((False, draw(sentences)))
        blocks.append(head.format(number(value)) + lines[0][1])
        blocks += [text for _, text in lines[1:]]
        clauses.append(Clause(value, tuple(lines)))
    return Statute(separator.join(blocks) + "\n", tuple(clauses))
