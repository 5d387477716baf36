"""All real statutes of the collection: their clauses, their characters, and how they cite."""

import os
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from plugins.clauses.citations import Citation, CitationScanner
from plugins.clauses.numbering import numbering
from plugins.clock import CHINA
from plugins.commands.import_statutes import read_drafts
from plugins.records.record_citations import citations_of_html
from plugins.relations.statutes import bare_title
from plugins.source import repair_characters
from plugins.statutes.importer import Draft
from plugins.statutes.source import visible
from plugins.statutes.subjects import WORDS
from plugins.texts.converted_text import ConvertedText
from plugins.texts.converter import Converter

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
COUNT = 163
ENOUGH = 0.95
# Written for these files alone, so that the product's own pattern is not its own judge.
BEGINS_CLAUSE = re.compile(
    r"#*\s*第[一二三四五六七八九十百千零〇\d]+条(之[一二三四五六七八九十]+)?\s"
)
MARKS = re.compile(r"<!-- INFO END -->|^#+", re.M)

pytestmark = [
    pytest.mark.corpus,
    # The texts are read and parsed once, by one process.
    pytest.mark.xdist_group("clauses of the corpus"),
    pytest.mark.skipif(
        not CORPUS.is_dir(),
        reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）",
    ),
]


class Statute(NamedTuple):
    draft: Draft
    body: ConvertedText

    @property
    def name(self) -> str:
        return Path(self.draft.path).name

    def has(self, citation: Citation) -> bool:
        return any(clause.number == citation.reference.clause for clause in self.body.clauses)


class Cited(NamedTuple):
    """A citation of a clause: who cites, where, and which text of the collection is meant."""

    by: Statute
    citation: Citation
    sentence: str
    target: Statute | None

    @property
    def stands(self) -> bool:
        return self.target is not None and self.target.has(self.citation)

    @property
    def reason(self) -> str:
        """Why it leads nowhere, as far as that can be told."""
        last = max(clause.number for clause in self.target.body.clauses)
        if self.citation.reference.clause > last:
            end = f"到{last.label}为止"
            return f"{end}，所引的不是这部法规" if self.citation.own else f"{end}，可能引自旧版本"
        return "没有这一条"


@pytest.fixture(scope="module")
def statutes():
    drafts, _ = read_drafts(sorted(CORPUS.rglob("*.md")), list(WORDS), NOW)
    converter = Converter()
    text = "{0.note}\n\n{0.text}".format
    return [Statute(draft, converter.convert(text(draft), statute=True)) for draft in drafts]


@pytest.fixture(scope="module")
def cited(statutes):
    """Every citation of a clause, its target looked up by title in the newest version."""
    newest: dict[str, Statute] = {}
    for statute in sorted(statutes, key=lambda statute: statute.draft.version):
        newest[bare_title(statute.draft.title)] = statute
    found = []
    for statute in statutes:
        scanner = CitationScanner(True, statute.draft.title)
        for block, citation in citations_of_html(statute.body.html, scanner, True):
            if citation.reference.clause is None:
                continue
            target = statute if citation.own else newest.get(bare_title(citation.title))
            sentence = block.text[max(0, citation.start - 30) : citation.end + 20]
            found.append(Cited(statute, citation, sentence, target))
    return found


def test_every_line_that_begins_a_clause_is_one_and_no_other(statutes):
    assert len(statutes) == COUNT
    for statute in statutes:
        lines = Path(statute.draft.path).read_text("utf-8").split("\n")
        wanted = [line for line in map(str.strip, lines) if BEGINS_CLAUSE.match(line)]
        assert len(statute.body.clauses) == len(wanted), statute.name
        labels = [clause.label for clause in statute.body.clauses]
        assert labels == [line.lstrip("# ").split()[0] for line in wanted], statute.name
    print(f"\n{COUNT} 部法规共 {sum(len(statute.body.clauses) for statute in statutes)} 条")


def test_clause_numbers_run_on_or_it_is_reported(statutes):
    """Counted here without the product's code: where numbers jump there must be a finding."""
    for statute in statutes:
        numbers = [clause.number for clause in statute.body.clauses]
        due = [(index, 0) for index in range(1, len(numbers) + 1)]
        findings = numbering(statute.body.clauses, statute.name)
        assert bool(findings) == (numbers != due), (statute.name, findings)
        for finding in findings:
            print(f"\n{statute.name}: {finding.message}")


def test_every_anchor_stands_once(statutes):
    for statute in statutes:
        ids = [
            part["id"] for part in BeautifulSoup(statute.body.html, "html.parser").find_all(id=True)
        ]
        assert len(ids) == len(set(ids)), statute.name
        assert {clause.anchor for clause in statute.body.clauses} <= set(ids), statute.name


def test_text_in_is_text_out(statutes):
    for statute in statutes:
        source, _ = repair_characters(Path(statute.draft.path).read_text("utf-8"), "")
        source = MARKS.sub("", source)
        page = BeautifulSoup(statute.body.html, "html.parser").get_text()
        assert visible(statute.draft.title + page) == visible(source), statute.name


def test_the_clauses_hold_the_words_that_the_page_shows_in_them(statutes):
    for statute in statutes:
        page = BeautifulSoup(statute.body.html, "html.parser")
        for clause in statute.body.clauses:
            shown = page.find(id=clause.anchor).get_text()
            assert visible(clause.text) == visible(shown), (statute.name, clause.label)


def test_citations_of_other_statutes_lead_to_their_clauses(cited):
    others = [each for each in cited if not each.citation.own]
    known = [each for each in others if each.target]
    _report("引其他法规的条文", known)
    older = [each for each in known if each.target.draft.version > each.by.draft.version]
    print(f"其中 {len(older)} 处引用后，被引法规又有了新版本：条序可能已变")
    unknown = Counter(each.citation.title for each in others if not each.target)
    print(f"库里没有全文的 {unknown.total()} 处：{dict(unknown)}")
    assert len(known) >= 20
    assert _share(known) >= ENOUGH


def test_citations_of_a_statutes_own_clauses_lead_to_them(cited):
    own = [each for each in cited if each.citation.own]
    _report("引本法规的条文", own)
    assert len(own) > 1000
    assert _share(own) >= ENOUGH


def _share(cited):
    return sum(each.stands for each in cited) / len(cited)


def _report(name, cited):
    standing = sum(each.stands for each in cited)
    print(f"\n{name}：{len(cited)} 处，找到 {standing} 处（{_share(cited):.2%}）")
    for each in cited:
        if not each.stands:
            label = each.citation.reference.label
            print(f"- {each.by.name}：{label}，{each.reason}：……{each.sentence}……")
