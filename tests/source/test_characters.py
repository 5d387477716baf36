"""Characters that nobody sees or meant: how they are read, and what is said about them."""

import pytest

from plugins.source.characters import repair_characters

PDF = "从 PDF 复制的文字常有，请重新输入这些字"
PASTED = "从 Word 或网页粘贴时带来的，删去后重新输入前后的字"


def read(text):
    repaired, found = repair_characters(text, "news/a.md")
    said = [(each.line, each.column, str(each.severity), each.rule) for each in found]
    return repaired, said, [each.message for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "关于占道经营的通告\n　　第一段，100%。\n\tTab\n",
        "（一）①⑴Ⅳ㎡℃—…·“”《》〇〡",
        "𠮷野家，㐂，䶮",
        "葛󠄀城",
        "❤️",
        "👨‍👩‍👧 👩🏽‍🚒",
        "",
    ],
)
def test_ordinary_text_is_read_as_it_is(text):
    assert read(text) == (text, [], [])


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x7f", "\x80", "\x9f", "\ufdd0"])
def test_what_a_page_cannot_hold_is_an_error(character):
    text, said, messages = read(f"第一行\n甲{character}乙")
    assert text == "第一行\n甲\ufffd乙"
    assert said == [(2, 2, "error", "character")]
    assert messages == [f"有网页里不能出现的字符〔U+{ord(character):04X}〕"]


@pytest.mark.parametrize("character", ["\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"])
def test_non_characters_of_every_plane(character):
    assert read(character)[:2] == ("\ufffd", [(1, 1, "error", "character")])


def test_lost_characters():
    text, said, messages = read("决定对\ufffd\ufffd路整治")
    assert (text, said) == ("决定对\ufffd\ufffd路整治", [(1, 4, "error", "character")])
    assert messages == ["有丢失的字，只剩“�”〔U+FFFD〕（共 2 处）"]


@pytest.mark.parametrize("character", ["\ue010", "\U000f0001", "\U0003fff0"])
def test_characters_that_no_font_has(character):
    text, said, messages = read(f"高1{character}4米")
    assert (text, said) == (f"高1{character}4米", [(1, 3, "warning", "character-private")])
    assert messages == [f"有自造字〔U+{ord(character):04X}〕，别人的电脑和手机显示不出"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("⼈⾏道", "人行道"),
        ("⻓江⻔", "长江门"),
        ("⽔⼟", "水土"),
        ("更\uf901", "更更"),
        ("\U0002f800", "丽"),
    ],
)
def test_look_alikes_are_read_as_the_characters_meant(written, meant):
    text, ((line, _, severity, rule),), _ = read(written)
    assert (text, line, severity, rule) == (meant, 1, "warning", "character-repair")


def test_look_alikes_are_named_once_each():
    _, said, messages = read("⼈⾏\n⼈\n")
    assert said == [(1, 1, "warning", "character-repair")]
    assert messages == ["有形似汉字的符号“人”〔U+2F08〕“行”〔U+2F8F〕（共 3 处），已按汉字读取"]


def test_of_many_characters_five_are_named():
    _, _, (message,) = read("⼀⼁⼂⼃⼄⼅⼆")
    assert message.count("〔") == 5
    assert "等（共 7 处）" in message


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_breaks_of_word_stay_one_character(character):
    text, said, messages = read(f"甲{character}乙\n丙\x08")
    assert text == "甲\u2028乙\n丙\ufffd"
    assert said == [(1, 2, "warning", "character-repair"), (2, 2, "error", "character")]
    assert messages[0] == f"有 Word 的手动换行符〔U+{ord(character):04X}〕，已按换行读取"


@pytest.mark.parametrize(
    "code",
    [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF,
     0x61C, 0x180E, 0x3164, 0x115F, 0xE0001, 0xE0041, 0xFFF9],
)  # fmt: skip
def test_what_nobody_sees_is_taken_away(code):
    text, said, messages = read(f"标题{chr(code)}: 甲")
    assert (text, said) == ("标题: 甲", [(1, 3, "warning", "character-repair")])
    assert messages == [f"有看不见的字符〔U+{code:04X}〕，已去掉"]


@pytest.mark.parametrize("code", [0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x205F])
def test_other_spaces_are_spaces(code):
    assert read(f"标题:{chr(code)}甲") == ("标题: 甲", [], [])


def test_every_finding_says_what_to_do():
    _, found = repair_characters("\x08\ufffd\ue010⼈\x0b\u200b", "news/a.md")
    assert [each.hint for each in found] == [
        "删去它；旁边可能丢了字，请对照原稿",
        "对照原稿补上丢失的字",
        "改成标准汉字；没有这个字时用图片，并写明替代文字",
        PDF,
        "删去它，用回车换行",
        PASTED,
    ]
