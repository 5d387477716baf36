"""Faults of the text of a record: links, pictures, tables, markup, characters."""

from __future__ import annotations

import re
from random import Random

from bench.gate.edits import (
    Words,
    block,
    body_index,
    either,
    if_shown,
    marked,
    mentions,
    paragraphs,
    replaced,
    with_lines,
)
from bench.gate.model import Plant, Planted, Source, sort

# Kinds whose texts have a form of their own.
PLAIN = "news notice policy research interpretation reply page event campaign"
# The sample has their texts.
OWN_STATUTES = (
    "云汀市城市绿化管理办法",
    "云汀市餐厨垃圾管理办法",
    "云汀市城市河道管理办法",
    "云汀市城市照明管理办法",
)
LOOKS_LIKE = dict(zip("绿化圾河照明", "录代极何昭朋", strict=True))
ITEM = re.compile(r"(\d+)\. ")
ROW = re.compile(r"\|.*\|$")
# To a record or a file, so that one letter more leads nowhere.
LINK = r"(?<=\]\()(?P<path>/[a-z\-]+/[\w\-]+)(?P<end>\.md|\.\w+)?(?P<anchor>#[^)]*)?(?=\))"


def _more_cells(chance: Random, source: Source) -> Planted | None:
    lines = source.lines
    rows = [
        at
        for at in range(body_index(source) + 2, len(lines))
        if all(ROW.match(lines[above]) for above in (at - 2, at - 1, at))
        and not re.fullmatch(r"[|\s:\-]+", lines[at])
        and not re.fullmatch(r"[|\s:\-]+", lines[at + 1] if at + 1 < len(lines) else "")
    ]
    if not rows:
        return None
    at = chance.choice(rows)
    return with_lines(source, at, f"{lines[at]} 多出的话 |", over=1)


def _wrong_number(chance: Random, source: Source) -> Planted | None:
    lines = source.lines
    items = [
        at
        for at in range(body_index(source) + 1, len(lines))
        if (here := ITEM.match(lines[at]))
        and (above := ITEM.match(lines[at - 1]))
        and int(here[1]) == int(above[1]) + 1
    ]
    if not items:
        return None
    at = chance.choice(items)
    number, _, rest = lines[at].partition(". ")
    return with_lines(source, at, f"{int(number) + chance.choice([1, 2, 3])}. {rest}", over=1)


def _jump(chance: Random, source: Source) -> Planted | None:
    """A heading of the fourth level below one of the second or none."""
    lines = source.lines
    for at in chance.sample(paragraphs(source), len(paragraphs(source))):
        above = [line for line in lines[body_index(source) : at] if line.startswith("#")]
        if not above or above[-1].startswith("## "):
            return with_lines(
                source,
                at,
                "#### 补充的事项",
                "",
            )
    return None


def _two_definitions(chance: Random, source: Source) -> Planted | None:
    places = paragraphs(source)
    if not places or "[^" in source.text:
        return None
    at = chance.choice(places)
    end = "\n".join([*source.lines[:at], source.lines[at][:-1] + "[^9]。", *source.lines[at + 1 :]])
    text = f"{end.rstrip()}\n\n[^9]: 数据截至上月底。\n[^9]: 不含在建的。\n"
    return Planted(text.encode(), text.count("\n"))


def _shown_sentence(words: Words) -> Plant:
    return if_shown(marked(words))


def _gone(chance: Random, source: Source) -> Planted | None:
    """The file itself is gone: told where links to it stand, in other files."""
    places = mentions(source)
    return Planted(None, places=places) if places else None


def _misspelt(chance: Random) -> str:
    """One of our own titles with a character that looks alike."""
    title = chance.choice(OWN_STATUTES)
    at = chance.choice([place for place, sign in enumerate(title) if sign in LOOKS_LIKE])
    return title[:at] + LOOKS_LIKE[title[at]] + title[at + 1 :]


SORTS = (
    sort("小标题跳级", "heading", _jump, PLAIN),
    sort(
        "图片没有替代文字", "field-required image-alt", block(lambda _: "![](/images/emblem.svg)")
    ),
    sort(
        "替代文字只写“图片”",
        "image-alt",
        block(lambda c: f"![{c.choice(['图片', '如图', '照片'])}](/images/emblem.svg)"),
    ),
    sort(
        "图片在别的网站",
        "image-elsewhere",
        block(lambda _: "![装修垃圾投放点](https://paper.example/1.jpg)"),
    ),
    sort(
        "链接只写“点击这里”",
        "link-text",
        marked(
            lambda c: (
                f"请[{c.choice(['点击这里', '这里', '详情'])}](/files/caliang-jizhun-2026.pdf)。"
            )
        ),
    ),
    sort("链接没有文字", "link-text", marked(lambda _: "请看[](/files/caliang-jizhun-2026.pdf)。")),
    sort(
        "指到没有的稿件或文件",
        "dead-link",
        either(
            replaced(LINK, lambda _, m: f"{m['path']}-x{m['end'] or ''}{m['anchor'] or ''}"),
            marked(
                lambda c: (
                    f"请看[说明](/{c.choice(['news/meiyou.md', 'files/meiyou.pdf', 'meiyou/'])})。"
                )
            ),
        ),
    ),
    sort(
        "指到没有的小标题",
        "dead-link",
        marked(lambda _: "见[处罚法的规定](/statutes/xingzheng-chufa-fa.md#没有这一节)。"),
    ),
    sort(
        "稿件没了，链接还在", "dead-link reference", _gone, "news case penalty policy guide event"
    ),
    sort(
        "网址没有 https://",
        "address-incomplete",
        marked(lambda c: f"详见 www.yunting.gov.cn/tongzhi{c.randrange(9)} 。"),
    ),
    sort(
        "正文里有网页代码",
        "markup-forbidden",
        block(
            lambda c: c.choice(
                [
                    '<font color="red">今晚停水。</font>',
                    "<script>alert(1)</script>",
                    '<iframe src="https://a.example/"></iframe>',
                    "<style>p{color:red}</style>",
                ]
            )
        ),
    ),
    sort("加重没有写对", "markup-left-over", marked(lambda _: "请**务必带好证件。")),
    sort(
        "占位的字",
        "markup-left-over",
        marked(lambda c: f"时间为{c.choice(['XXXX年XX月XX日', '××××年××月××日'])}。"),
    ),
    sort("表格多出一格", "table-cells", _more_cells),
    sort("列表编号跳号", "list-number", _wrong_number),
    sort("脚注的出处写了两次", "footnote", _two_definitions),
    sort("脚注没有引用", "footnote", block(lambda _: "[^8]: 数据截至上月底。")),
    sort(
        "合并留下的冲突标记",
        "conflict",
        block(lambda _: "<<<<<<< HEAD\n甲处今天施工。\n=======\n乙处今天施工。\n>>>>>>> b"),
    ),
    sort("丢失的字", "character", replaced("[的了在是和]", lambda *_: "\ufffd")),
    sort(
        "自造字", "character-private", marked(lambda c: f"他姓{chr(c.randrange(0xE000, 0xF000))}。")
    ),
    sort(
        "没有这一条的引用",
        "clause-missing",
        _shown_sentence(
            lambda c: (
                f"依据《{c.choice(OWN_STATUTES)}》第{c.choice(['一百二十', '三百', '九十九'])}条。"
            )
        ),
    ),
    sort(
        "引用的法规名称写错",
        "citation-misspelt word-title word-homophone",
        _shown_sentence(lambda c: f"依据《{_misspelt(c)}》第三条。"),
    ),
)
