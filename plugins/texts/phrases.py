"""Phrases that say nothing on a page: placeholders, words of WeChat, drawn tables, mojibake."""

from __future__ import annotations

import re

PHRASES = re.compile(
    r"""
    (?P<mojibake>锟斤拷|烫{3}|[À-ÖØ-öø-ÿ¡-³µ¶¸-¿]{4,})
    |(?P<contents>(?:\.{6,}|…{3,}|·{6,}|．{4,})[ ]?\d{1,3}$)
    |(?P<letter>[二三四五六七八九]O[一二三四五六七八九]|\dO\d{1,2}年|(?<![A-Za-z0-9])O\d{3}-?\d{7})
    |(?P<drawn>[├┌└┏┗╔╚]|[│┃][^\n│┃]{1,200}[│┃])
    |(?P<path>(?<![A-Za-z0-9_./:])/[A-Za-z0-9][\w-]{0,60}(?:/[\w-]{1,60}){0,4}\.md(?!\w))
    |(?P<wechat>[点戳]击?[上下][方面]的?(?:蓝色?字|名片|卡片|链接|公众号)|长按(?:识别|扫描二维码|[上下][方面])
        |点亮[“"]?在看|[点戳]击?[“"「]?阅读原文)
    |(?P<emoji>\[(?:微笑|玫瑰|强|赞|鼓掌|拳头|爱心|太阳|庆祝|抱拳|握手|加油|呲牙|偷笑|撇嘴|流泪|捂脸|福|烟花|哇|奋斗
        |OK|月亮|合十|跳跳|发呆|得意|害羞|胜利|礼物|蛋糕|愉快|大哭|笑脸)\])
    |(?P<placeholder>
        [\[【](?:(?:此处|这里)?插?入?(?:图片?|照片|图表|二维码|表情|动图)\d{0,2}(?:略|位置)?
            |(?<=\[)(?:视频|音频|表格)|(?:此处|这里)?插入?(?:视频|音频|表格))[\]】]
        |[（(](?:(?:此处|这里)插?入?(?:图片?|照片|表格?|视频|二维码)|插入?(?:图片?|照片|表格|视频)
            |(?:图片?|照片|表)略|图片)[）)]
        |错误[!！]\s?(?:未找到引用源|未定义书签|文档中没有指定样式|超链接引用无效)
        |Error!\ (?:Reference|Bookmark)
        |(?:单击|点击)(?:此处|这里|或点击此处)(?:输入|添加|编辑|键入)[一-鿿]{0,4})
    """,
    re.X | re.M,
)
# Where none of these is, there is no phrase.
MARKS = (
    "│", "┃", "┌", "├", "╔", "击上", "击下", "戳", "长按", "在看", "读原文", "错误！", "错误!",
    "Error!", "击此处", "锟", "烫烫", "Ö", "Ð", "Ã", "å", "é", "………", "......", "····", "．．．．",
    "【图", "【此", "【这", "【插", "【照", "【表", "【动", "【二", "（图", "（此", "（这", "（插",
    "（照", "（表", "(图", "(此", "(这", "(插", "(照", "(表",
)  # fmt: skip
# A sticker or placeholder, a letter in a year, a file not at the end of an address in an attribute;
# each begins with a sign that is quick to find.
SIGNS = (
    re.compile(r"\[[一-鿿O]"),
    re.compile(r"O[\d一-鿿]"),
    re.compile(r"\.md(?![\"#A-Za-z])"),
)
# What is said of each kind, with `{}` for the phrase, and what would be right.
PHRASE_WORDS = {
    "contents": ("“{}”像是目录里的页码，网页上没有页", "删去目录，或写成小标题的清单"),
    "letter": ("“{}”里的 O 是字母", "改成数字 0 或汉字〇"),
    "drawn": ("这里的表格是用线条字符“{}”画的，网页上会错位", "改成表格：每行一行，格子之间写 |"),
    "path": ("“{}”会原样显示在网页上，点不开", "链接写成 [文字](地址)"),
    "wechat": ("“{}”是公众号里的话，网页上用不了", "删去，或写成链接：[文字](地址)"),
    "emoji": ("“{}”是聊天软件里的表情，网页上会原样显示", "删去"),
    "mojibake": ("“{}”像是乱码", "对照原稿重新写"),
    "placeholder": ("“{}”像是占位的字，会原样显示在网页上", "换成真的内容，或删去"),
}  # fmt: skip


def may_have_phrases(html: str) -> bool:
    return any(mark in html for mark in MARKS) or any(sign.search(html) for sign in SIGNS)
