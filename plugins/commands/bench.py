"""`make bench`: how long the work takes that grows with the content, on one core.

Processor time, the median of several runs. Compare figures of one run only: machines differ.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

from plugins.clock import build_time
from plugins.clauses import ClauseNumber
from plugins.records import Record
from plugins.records.body import Converter
from plugins.records.kinds import KINDS, RecordModel
from plugins.records.runs import Insertion, insert
from plugins.relations.citations import find_citations
from plugins.relations.statutes import Statutes

RUNS = 5
RECORDS = 10_000
LENGTH = 1_500
TITLES = ("城市市容和环境卫生管理条例", "城市绿化条例", "中华人民共和国行政处罚法", "某某办法")
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
    records, statutes = library()
    found = find_citations(records, statutes).of_record.values()
    total = sum(len(cited.all) for cited in found)
    label = f"{RECORDS} 篇稿件（每篇约 {LENGTH} 字，共 {total} 处引用）查找、核对引用并加链接"
    _say(label, lambda: link_all(records, statutes))
    return 0


def parse(bodies: list[str]) -> list:
    converter = Converter()
    return [converter.convert(body, statute=True) for body in bodies]


def link_all(records: list[Record], statutes: Statutes) -> None:
    citations = find_citations(records, statutes)
    for record in records:
        insert(
            record.body.html,
            [
                Insertion(block, found.citation.start, found.citation.end, f"<a {found.address}>")
                for block, group in citations.of_record[record.id].blocks
                for found in group
            ],
        )


def library() -> tuple[list[Record], Statutes]:
    """Records of different texts, and the statutes that they cite, of a hundred clauses each."""
    converter = Converter()
    now = build_time()
    bodies = [converter.convert(text) for text in articles(200)]
    news = [
        Record(f"news/{n}.md", "news", str(n), _filled("news", f"稿件{n}", now), body, "")
        for n, body in enumerate(bodies * (RECORDS // len(bodies)))
    ]
    text = "\n\n".join(f"{ClauseNumber(n).label}　第{n}项要求。" for n in range(1, 101))
    clauses = converter.convert(text, statute=True)
    statutes = [
        Record(f"statutes/{n}.md", "statutes", str(n), _filled("statute", title, now), clauses, "")
        for n, title in enumerate(TITLES)
    ]
    return news, Statutes(statutes)


def _filled(kind: str, title: str, now: datetime) -> RecordModel:
    return KINDS[kind].model_construct(title=title, published=now, validity="现行有效", amended=())


def articles(count: int) -> list[str]:
    """Articles of plausible prose, the same in every run, with about four citations each."""
    chance = random.Random(1)
    words = "巡查街面商户车辆道路垃圾居民社区反映处理改正规定时间地点人员工作情况单位部门".strip()
    texts = []
    for _ in range(count):
        paragraphs = []
        for _ in range(10):
            prose = "".join(chance.choices(words, k=LENGTH // 10 - 12))
            cited = f"依据《{chance.choice(TITLES)}》第{chance.choice('一二三四五六七八九')}十条"
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
