"""The time for a text grows with its length, whatever it repeats."""

import time

import pytest

from plugins.clauses.citations import CitationScanner

# Characters, of three bytes each.
LENGTH = 40_000


@pytest.mark.parametrize(
    "unit",
    [
        "第", "第 ", "第1", "第1、", "第1条", "第一、", "第（", "第一条、", "第一条至", "条",
        "《", "《》", "《a", "《a》", "《a《b》", "《a条例》", "《a条例》第", "《a》（",
        "（", "（以下简称", "“", "”", "“第一条　", "《a条例》第一条规定：“", "前款",
        "前条", "本条", "本款第一项", "本法第", "本法第一条", "同法", "同条", "刑法",
        "刑法第一条", "刑法合同", "刑法合同编第", "中华人民共和国", "市容条例第一条",
        "第一编", "第一章第", "第一条之", "第一条之一、之", " ", "　", "a", "〈", "〈a〉",
        "附件", "和", "的", "第一款", "第（一）项",
    ],
)  # fmt: skip
@pytest.mark.parametrize("statute", [False, True], ids=["text", "statute"])
def test_a_repeated_unit(unit, statute):
    text = "《某市容条例》第一条" + unit * (LENGTH // len(unit))
    scanner = CitationScanner(statute)
    start = time.process_time()
    scanner.scan(text)
    assert time.process_time() - start < 1


def test_many_titles_and_many_names():
    titles = "".join(f"《第{number}号市容条例》" for number in range(5_000))
    text = titles + "依照市容条例第一条。" * 5_000
    start = time.process_time()
    CitationScanner().scan(text)
    assert time.process_time() - start < 1


def test_many_blocks():
    scanner = CitationScanner(True)
    start = time.process_time()
    for _ in range(5_000):
        scanner.scan("违反前款规定的，“警告”。")
        scanner.scan("第二条　甲。")
    assert time.process_time() - start < 1
