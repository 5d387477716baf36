"""`make bench`: how long the work takes that grows with the content, on one core.

Processor time, the median of several runs. Compare figures of one run only: machines differ.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import median

from plugins.clauses import ClauseNumber
from plugins.clock import build_time
from plugins.records import Record
from plugins.records.extract import extract
from plugins.records.kinds import KINDS
from plugins.records.record import Content, SourceText
from plugins.records.record_citations import find_record_citations
from plugins.relations.citations import (
    CitationResolver,
    ResolvedCitation,
    resolve_citations,
    resolved_citations,
)
from plugins.relations.statutes import Statutes
from plugins.texts.converted_text import ConvertedText
from plugins.texts.converter import Converter
from plugins.texts.text_ranges import Insertion, insert_links

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
        _measure(f"解析 {len(texts)} 部法规（{size:.1f} MB，{clauses} 条）", lambda: parse(bodies))
    else:
        print(f"没有 {options.corpus}，不量法规解析（CORPUS=文件夹）")
    bodies, statutes = library()
    total = sum(len(cited) for _, cited in link_all(bodies, statutes))
    label = f"{RECORDS} 篇稿件（每篇约 {LENGTH} 字，共 {total} 处引用）查找、核对引用并加链接"
    _measure(label, lambda: link_all(bodies, statutes))
    return 0


def parse(bodies: list[str]) -> list[ConvertedText]:
    converter = Converter()
    return [converter.convert(body, statute=True) for body in bodies]


def link_all(
    bodies: list[ConvertedText], statutes: Statutes
) -> list[tuple[str, list[ResolvedCitation]]]:
    """The text of each record with its links, and the citations they were made from."""
    now = build_time()
    records = [_record("news", f"稿件{n}", n, body, now) for n, body in enumerate(bodies)]
    resolver, linked = CitationResolver(statutes), []
    for record in records:
        citation_targets, _ = resolve_citations(record, resolver)
        linked.append(_linked(record, resolved_citations(record, citation_targets, statutes)))
    return linked


def _linked(record: Record, cited: list[ResolvedCitation]) -> tuple[str, list[ResolvedCitation]]:
    body = record.body
    links = [
        Insertion(body.citation_ranges[found.location], f"<a {found.address}>")
        for found in cited
        if isinstance(found.location, int)
    ]
    return insert_links(body.html, links), cited


def library() -> tuple[list[ConvertedText], Statutes]:
    """The texts of records, and the statutes that they cite, of a hundred clauses each."""
    converter = Converter()
    bodies = [converter.convert(text) for text in articles(200)]
    text = "\n\n".join(f"{ClauseNumber(n).label}　第{n}项要求。" for n in range(1, 101))
    clauses, now = converter.convert(text, statute=True), build_time()
    statutes = [_record("statute", title, n, clauses, now) for n, title in enumerate(TITLES)]
    return bodies * (RECORDS // len(bodies)), Statutes(statutes)


def _record(kind: str, title: str, number: int, body: ConvertedText, now: datetime) -> Record:
    model = KINDS[kind]
    data = model.model_construct(title=title, published=now, validity="现行有效", amended=())
    cited = find_record_citations(data, body)
    body = replace(body, citation_ranges=cited.ranges)
    extracted = extract(f"{kind}/{number}.md", kind, str(number), data, body, cited.citations)
    return Record(extracted, b"", lambda _path: Content(data, body), lambda _path: SourceText())


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


def _measure(label: str, work: Callable[[], object]) -> None:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    print(f"{label}：{median(times):.2f} 秒（{min(times):.2f} 至 {max(times):.2f}）")


if __name__ == "__main__":
    sys.exit(main())
