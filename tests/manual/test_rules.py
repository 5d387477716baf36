"""docs/rules/ and what the terminal says of a rule."""

from plugins.manual import explained
from plugins.manual.rules import group_page, index_page, rule_pages
from plugins.rules import all_rules, load_catalogue
from tests.docs.test_generated import DOCS

TITLE = (
    "自然人和法定代表人隐去名字：处罚的字段，处罚和案例全文里“当事人”“经营者”等词后面的、"
    "店名括号里的全名；执法人员、律师、本单位负责人除外"
)
MASKED = f"""masked-name：{TITLE}

严重程度：错误
查的是：一篇稿件或一个数据文件
依据：个人信息保护法第二十五条；《浙江省行政处罚结果信息网上公开暂行办法》第五条、第七条；\
对被处罚的自然人本人，比上述规定更严（原文；转载；自定）
查出来的意思：自然人或法定代表人没有隐去名字
怎么改：写作“李某”

写错的例子：行政处罚公示
    行政相对人名称: 李小田
    行政相对人类别: 自然人
检查时说：
    行政相对人名称“李小田”没有隐去名字 → 写成“李某”

写对的例子：行政处罚公示
    行政相对人名称: 李某
    行政相对人类别: 自然人

手册：docs/rules/kinds.md#masked-name"""
SECTION = f"""## `masked-name`

**{TITLE}**

- 严重程度：错误
- 查的是：一篇稿件或一个数据文件
- 依据：个人信息保护法第二十五条；《浙江省行政处罚结果信息网上公开暂行办法》第五条、第七条；\
对被处罚的自然人本人，比上述规定更严（原文；转载；自定）
- 查出来的意思：自然人或法定代表人没有隐去名字
- 怎么改：写作“李某”

写错的例子：行政处罚公示

```yaml
行政相对人名称: 李小田
行政相对人类别: 自然人
```

检查时说：

```text
masked-name 行政相对人名称“李小田”没有隐去名字 → 写成“李某”
```

写对的例子：行政处罚公示

```yaml
行政相对人名称: 李某
行政相对人类别: 自然人
```
"""


def test_the_terminal_says_all_of_a_rule():
    assert explained(all_rules()["masked-name"]) == MASKED


def test_it_says_the_tables_too_and_no_marks_of_code():
    said = explained(all_rules()["value"])
    assert "\n| 统一社会信用代码 | 18 位，末位为校验码 | GB 32100-2015 | 实测 |\n" in said
    assert "`" not in said


def test_a_section_says_all_of_a_rule():
    group = next(group for group in load_catalogue() if group.code == "kinds")
    assert SECTION in group_page(group)
    assert f"\n\n{group.note}\n\n" in group_page(group)


def test_the_index_leads_to_every_rule():
    text = index_page()
    for group in load_catalogue():
        assert f"### [{group.name}]({group.code}.md)\n" in text
        for rule in group.rules:
            assert f"| [`{rule.id}`]({group.code}.md#{rule.id}) | {rule.severity_words} |" in text


def test_the_folder_has_no_page_of_a_group_that_is_gone():
    assert {file.name for file in (DOCS / "rules").iterdir()} == {*rule_pages()}
