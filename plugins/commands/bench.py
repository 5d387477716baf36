"""`make bench`: how long the work takes that grows with the content, on one core.

Processor time, the median of several runs. Compare figures of one run only: machines differ.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from plugins.clauses.citations import Scanner
from plugins.records.body import Converter
from plugins.records.runs import Insertion, blocks, insert

RUNS = 5
RECORDS = 10_000
LENGTH = 1_500
HEAD_END = "<!-- INFO END -->"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench", description="量一量各步用时")
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("../shared/corpus/laws"))
    options = parser.parse_args(argv)
    if options.corpus.is_dir():
        texts = [file.read_text(encoding="utf-8") for file in sorted(options.corpus.rglob("*.md"))]
        bodies = [text.partition(HEAD_END)[2] or text for text in texts]
        size = sum(len(text.encode()) for text in texts) / 1e6
        clauses = sum(len(body.clauses) for body in parse(bodies))
        _say(f"解析 {len(texts)} 部法规（{size:.1f} MB，{clauses} 条）", lambda: parse(bodies))
    else:
        print(f"没有 {options.corpus}，不量法规解析（CORPUS=文件夹）")
    converter = Converter()
    pages = [converter.convert(text).html for text in articles(200)]
    found = sum(len(list(citations(page))) for page in pages)
    total = found * RECORDS // len(pages)
    label = f"{RECORDS} 篇稿件（每篇约 {LENGTH} 字，共 {total} 处引用）加链接"
    _say(label, lambda: [link(page) for _ in range(RECORDS // len(pages)) for page in pages])
    return 0


def parse(bodies: list[str]) -> list:
    converter = Converter()
    return [converter.convert(body, statute=True) for body in bodies]


def citations(html: str):
    scanner = Scanner()
    for block in blocks(html):
        for found in scanner.scan(block.text):
            yield Insertion(block, found.start, found.end, "<a>")


def link(html: str) -> str:
    return insert(html, citations(html))


def articles(count: int) -> list[str]:
    """Articles of plausible prose, the same in every run, with about four citations each."""
    chance = random.Random(1)
    titles = ("城市市容和环境卫生管理条例", "城市绿化条例", "中华人民共和国行政处罚法", "某某办法")
    words = "巡查街面商户车辆道路垃圾居民社区反映处理改正规定时间地点人员工作情况单位部门".strip()
    texts = []
    for _ in range(count):
        paragraphs = []
        for _ in range(10):
            prose = "".join(chance.choices(words, k=LENGTH // 10 - 12))
            cited = f"依据《{chance.choice(titles)}》第{chance.choice('一二三四五六七八九')}十条"
            paragraphs.append(prose + ("，" + cited if chance.random() < 0.4 else "") + "。")
        texts.append("\n\n".join(paragraphs))
    return texts


def _say(label: str, work: Callable[[], object]) -> None:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    print(f"{label}：{median(times):.2f} 秒（{min(times):.2f} 至 {max(times):.2f}）")


if __name__ == "__main__":
    sys.exit(main())
