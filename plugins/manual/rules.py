"""docs/rules/: what each rule checks, why, what its findings mean, and how to mend them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from plugins.manual.markdown import code, document, generated_by, table
from plugins.records.kinds import KINDS
from plugins.rules import Example, Group, Rule, load_catalogue
from plugins.rules.shown import Piece, pieces

INTRODUCTION = """网站检查用到的每一条规则：查什么、依据是什么、依据有多可靠，查出来是什么意思、\
怎样改，各有一个写错的和一个写对的例子。例子同时是程序的测试。

在终端里看一条：`make check RULE=规则名`。只看某几条查出的问题：`make check ONLY=规则名,规则名`。
怎样写稿见[编辑手册](../manual.md)，每个字段怎样填见[字段手册](../fields.md)。"""

HOW_TO_READ = """## 怎样读

| 严重程度 | 意思 |
| --- | --- |
| 错误 | `error`：挡住发布；在预览里，稿头不完整的稿件不显示，其余的标明错误 |
| 提醒 | `warning`：不挡发布，应当处理 |
| 提示 | `info`：知道即可 |

| 可靠程度 | 意思 |
| --- | --- |
| 原文 | 读过法律、标准原文，或真实政府网站的网页代码 |
| 转载 | 读过转载、摘录或引用它的文章，能互相印证的已印证 |
| 实测 | 用正确和错误的样本试过 |
| 待核 | 一般认识，没有核对原文 |
| 自定 | 本项目自己的约定，没有外部依据，或比外部依据更严 |

依据里的文件简称：

| 简称 | 全称 |
| --- | --- |
| 47号文附件 | 《政府网站发展指引》（国办发〔2017〕47号）附件《网页设计规范》 |
| 19号检查指标 | 《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号） |
| 123号文 | 《国务院办公厅关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号） |
| 双公示 | 行政许可、行政处罚信用信息公示的数据标准，以各地系统的实现为准 |

各省会调整检查指标，能调整的数字在 `bureau.yml` 的 `thresholds` 里。本手册不列扣分值，\
因为没有核对过扣分表。

例子里的栏目和文件是一个测试用的小网站的。只写与正确的不同的地方：没有写到的稿头、正文和文件都照常。"""

FOR_PEOPLE = """## 还要靠人看的

程序查不出的，审稿时要看：写的是不是事实，词表里没有的错别字，照片里的人脸和车牌，\
图片上的字，没有写在词表里的领导人姓名、职务和排序。"""

SOURCES = "规则目录（`plugins/rules/catalogue/`）"


def rule_pages() -> dict[str, Callable[[], str]]:
    """By name of file in docs/rules/."""
    pages = {f"{group.code}.md": partial(group_page, group) for group in load_catalogue()}
    return {"README.md": index_page, **pages}


def index_page() -> str:
    return document(
        "# 规则",
        generated_by(SOURCES),
        INTRODUCTION,
        HOW_TO_READ,
        "## 全部规则",
        *(block for group in load_catalogue() for block in _index_of(group)),
        FOR_PEOPLE,
    )


def _index_of(group: Group) -> Iterator[str]:
    page = f"{group.code}.md"
    yield f"### [{group.name}]({page})"
    rows = (
        (f"[`{rule.id}`]({page}#{rule.id})", rule.severity_words, rule.title)
        for rule in group.rules
    )
    yield table(("规则", "严重程度", "查什么"), rows)


def group_page(group: Group) -> str:
    return document(
        f"# {group.name}",
        generated_by(SOURCES),
        "全部规则和怎样读，见[规则](README.md)。",
        group.note,
        *(block for rule in group.rules for block in _section(rule)),
    )


def _section(rule: Rule) -> Iterator[str]:
    """Its anchor is the name of the rule."""
    yield f"## {code(rule.id)}"
    yield f"**{rule.title}**"
    yield "\n".join(
        (
            f"- 严重程度：{rule.severity_words}",
            f"- 查的是：{rule.scope.label}",
            f"- 依据：{rule.basis}（{'；'.join(rule.sureness)}）",
            f"- 查出来的意思：{rule.means}",
            f"- 怎么改：{rule.mend}",
        )
    )
    yield rule.note.rstrip("\n")
    yield from _example("写错的例子", rule.failing)
    yield "检查时说："
    yield _fenced(Piece("", f"{rule.id} {rule.failing.says}", "text"))
    yield from _example("写对的例子", rule.passing)


def _example(title: str, example: Example) -> Iterator[str]:
    for number, piece in enumerate(pieces(example, kind_labels())):
        lead = "" if number else f"{title}："
        yield f"{lead}{piece.where}"
        yield _fenced(piece)


def _fenced(piece: Piece) -> str:
    return f"```{piece.form}\n{piece.text}\n```" if piece.text else ""


def kind_labels() -> dict[str, str]:
    return {kind: model.label for kind, model in KINDS.items()}
