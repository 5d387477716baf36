"""Phrases that say nothing on a page: placeholders, words of WeChat, drawn tables, mojibake."""

from __future__ import annotations

import re

from plugins.texts.lazy_pattern import lazy_pattern

# Of each kind: signs of which every phrase has one, and the phrases.
KINDS = {
    "mojibake": (("锟", "烫烫", "Ö", "Ð", "Ã", "å", "é"),
        r"锟斤拷|烫{3}|[À-ÖØ-öø-ÿ¡-³µ¶¸-¿]{4,}"),
    "contents": (("……", "......", "····", "．．．．"),
        r"(?:\.{6,}|…{3,}|·{6,}|．{4,})[ ]?\d{1,3}$"),
    "letter": (("O",),
        r"""[二三四五六七八九]O[一二三四五六七八九]|\dO\d{1,2}年|(?<![A-Za-z0-9])O\d{3}-?\d{7}
        |(?<![A-Za-z\d])\d{1,6}O{1,6}(?=[\d一-鿿])"""),
    "ell": (("年l", "月l", "l日", "l0", "l1", "l2", "l3", "l9"),
        r"""(?<=年)(?:l{1,2}|l\d)(?=月)|(?<=月)(?:l{1,2}|l\d|[12]l)(?=日)
        |(?<![A-Za-z\d])l\d{4,10}(?![\dA-Za-z])"""),
    "drawn": (("│", "┃", "┌", "├", "╔"), r"[├┌└┏┗╔╚]|[│┃][^\n│┃]{1,200}[│┃]"),
    "path": ((".md",),
        r"(?<![A-Za-z0-9_./:])/[A-Za-z0-9][\w-]{0,60}(?:/[\w-]{1,60}){0,4}\.md(?!\w)"),
    "forum": (("[",),
        r"""\[/(?i:b|i|u|url|img|size|color|font|align|quote|center|email)\]
        |\[(?i:url|img|size|color|font|align|email)=[^\[\]\n]{1,200}\]"""),
    "escaped": (("<",),
        r"""</?(?i:p|div|br|span|strong|font|table|t[rd]|img|li|ul|h[1-6])
        (?:[ /][^<>\n]{0,300})?>"""),
    "field": (("{", "MERGE", "_Toc", "批注", "删除的", "带格式"),
        r"""\{[ ]?(?:HYPERLINK|PAGEREF|PAGE|TOC|REF|SEQ)\b|MERGEFORMAT|_Toc\d{6,}
        |批注[ ]?\[[A-Za-z一-鿿]{1,6}\d{1,3}\][：:]|^(?:删除的内容|带格式的)[：:]"""),
    "excel": (("#", "E+", "undef", "NaN"),
        r"""\#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!)|(?<![\#\n])\#{4,}(?![\#\s])|(?<=[^\#\s])\#{4,}
        |(?<![\d.])\d\.\d{1,15}E\+\d{1,2}(?!\d)|(?<![A-Za-z])(?:undefined|NaN)(?![A-Za-z])"""),
    "button": (("上一篇", "上一条", "下一篇", "下一条", "【打", "【关", "【收", "【返",
        "享到", "览次数", "点击量", "读次数", "字体", "字号", "扫一扫"),
        r"""^[上下]一[篇条][：:][^\n]{0,40}|【(?:打印|关闭|收藏|返回)(?:本页|窗口)?】
        |^分享到[：:]|^(?:浏览次数|点击量|阅读次数)[：:][ ]?\d{0,9}
        |【?字(?:体|号)[：:][ ]?[\[【]?[ ]?大[ ]?中[ ]?小|扫一扫在手机打开[一-鿿]{0,4}"""),
    "mail": (("发件人", "原始邮件", "写道"),
        r"""^发件人[：:]|^-{2,}[ ]?(?:原始|转发)邮件(?:信息)?[ ]?-{2,}|(?<=>)[ ]?写道[：:]$"""),
    "chat": (("@所", "@全"), r"@(?:所有人|全体成员)"),
    "newline": (("\\", "/n"),
        r"""(?<=[一-鿿，。；：！？、”）])(?:\\r)?\\[nt](?![A-Za-z])
        |(?<=[一-鿿。；！？”）])/n(?=[一-鿿]|$)"""),
    "wechat": (("击上", "击下", "戳", "长按", "在看", "读原文"),
        r"""[点戳]击?[上下][方面]的?(?:蓝色?字|名片|卡片|链接|公众号)|长按(?:识别|扫描二维码|[上下][方面])
        |点亮[“"]?在看|[点戳]击?[“"「]?阅读原文"""),
    "emoji": (("[",),
        r"""\[(?:微笑|玫瑰|强|赞|鼓掌|拳头|爱心|太阳|庆祝|抱拳|握手|加油|呲牙|偷笑|撇嘴|流泪|捂脸|福|烟花|哇|奋斗
        |OK|月亮|合十|跳跳|发呆|得意|害羞|胜利|礼物|蛋糕|愉快|大哭|笑脸)\]"""),
    "placeholder": (("错误！", "错误!", "Error!", "击此处", "X月", "x月", "×月"),
        r"""[\[【](?:(?:此处|这里)?插?入?(?:图片?|照片|图表|二维码|表情|动图)\d{0,2}(?:略|位置)?
            |(?<=\[)(?:视频|音频|表格)|(?:此处|这里)?插入?(?:视频|音频|表格))[\]】]
        |[（(](?:(?:此处|这里)插?入?(?:图片?|照片|表格?|视频|二维码)|插入?(?:图片?|照片|表格|视频)
            |(?:图片?|照片|表)略|图片)[）)]
        |错误[!！]\s?(?:未找到引用源|未定义书签|文档中没有指定样式|超链接引用无效)
        |Error!\ (?:Reference|Bookmark)
        |[Xx×]{2,4}年[Xx×]{1,2}月(?:[Xx×]{1,2}日)?
        |(?:单击|点击)(?:此处|这里|或点击此处)(?:输入|添加|编辑|键入)[一-鿿]{0,4}"""),
}  # fmt: skip
PATTERNS = {
    kind: (marks, lazy_pattern(f"(?P<{kind}>{pattern})", re.X | re.M))
    for kind, (marks, pattern) in KINDS.items()
}
PLACEHOLDER = PATTERNS["placeholder"][1]
MAY_BE_PLACEHOLDER = lazy_pattern(r"[\[【（(][此这插图照表动视音二]")
# Five characters with a blank between any two: its own first sign is a blank, quick to find.
FIVE_APART = lazy_pattern(r" [一-鿿] [一-鿿] [一-鿿] ")
SPACED = lazy_pattern(
    r"(?P<spaced>(?:^|(?<=\s))[一-鿿](?: [一-鿿，。；：、！？《》“”（）\d]){5,400})", re.M
)
# What is said of each kind, with `{}` for the phrase, and what would be right.
PHRASE_WORDS = {
    "contents": ("“{}”像是目录里的页码，网页上没有页", "删去目录，或写成小标题的清单"),
    "letter": ("“{}”里的 O 是字母", "改成数字 0 或汉字〇"),
    "ell": ("“{}”里的 l 是字母", "改成数字 1"),
    "drawn": ("这里的表格是用线条字符“{}”画的，网页上会错位", "改成表格：每行一行，格子之间写 |"),
    "path": ("“{}”会原样显示在网页上，点不开", "链接写成 [文字](地址)"),
    "forum": ("“{}”是论坛代码，会原样显示在网页上",
              "删去；加重写 **要紧的话**，链接写 [文字](地址)，图片写 ![图里有什么](地址)"),
    "escaped": ("“{}”是网页代码，会原样显示在网页上", "删去这样的代码，只留文字"),
    "field": ("“{}”是 Word 的域代码、书签或批注，会原样显示在网页上",
              "删去；或在 Word 里接受修订、删去批注以后再复制"),
    "excel": ("“{}”是表格软件没有算出或没有显示全的内容", "打开原表，写上真的数"),
    "button": ("“{}”是原来网页上的按钮或统计，这里用不了", "删去"),
    "mail": ("“{}”是邮件的信头，会把来往信件的人和地址显示在网页上",
             "删去信头和引的旧信，只留正文"),
    "chat": ("“{}”是聊天软件里的话，网页上用不了", "删去"),
    "newline": ("“{}”是别的系统的换行或制表符号，会原样显示在网页上", "删去，在这里另起一段"),
    "spaced": ("“{}”每个字之间都有空格，搜索时找不到", "删去字之间的空格"),
    "wechat": ("“{}”是公众号里的话，网页上用不了", "删去，或写成链接：[文字](地址)"),
    "emoji": ("“{}”是聊天软件里的表情，网页上会原样显示", "删去"),
    "mojibake": ("“{}”像是乱码", "对照原稿重新写"),
    "placeholder": ("“{}”像是占位的字，会原样显示在网页上", "换成真的内容，或删去"),
}  # fmt: skip


def patterns_for(words: str) -> list[re.Pattern[str]]:
    """Those that may match; the name of the last group of a match is its kind."""
    patterns = [
        pattern for marks, pattern in PATTERNS.values() if any(mark in words for mark in marks)
    ]
    if FIVE_APART.search(words):
        patterns.append(SPACED)
    if PLACEHOLDER not in patterns and MAY_BE_PLACEHOLDER.search(words):
        patterns.append(PLACEHOLDER)
    return patterns
