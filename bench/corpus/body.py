"""The text of a record: paragraphs, headings, a list, links and citations, in some also more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from bench.corpus.plan import CITING_KINDS, Plan, Stub
from bench.corpus.prose import Prose
from bench.corpus.rich import RICH_BLOCKS
from bench.corpus.statutes import Statute
from plugins.records.kinds import KINDS

LENGTH = 1_500
# How often a record that may cite does so, and how often it links to another.
CITES = 0.55
LINKS = 0.8
# A link leads to one of so many records before it: news refers to what was lately reported.
REACH = 200


def body(plan: Plan, index: int) -> str:
    """The Markdown of the record at `index` of the plan; of a statute, its clauses."""
    stub = plan.stubs[index]
    if stub.kind == "statute":
        return plan.statutes[stub.place].body
    chance = stub.chance(plan.seed, "body")
    prose = Prose(chance, stub.topic)
    paragraphs = prose.paragraphs(round(LENGTH * chance.uniform(0.75, 1.1)))
    _add(chance, paragraphs, [f"**{prose.fill('{object}{problem}')}的，当场改正。**"])
    _add(chance, paragraphs, (prose.citation(*cited) for cited in citations(plan, stub)))
    if index and chance.random() < LINKS:
        other = plan.stubs[max(0, index - 1 - chance.randrange(REACH))]
        _add(chance, paragraphs, [f"相关情况见[{other.title}](/{other.path})。"])
    return "\n\n".join(_arranged(stub, prose, paragraphs)) + "\n"


def citations(plan: Plan, stub: Stub) -> Iterator[tuple[str, str]]:
    """The clauses that the text of a record cites: title and label."""
    marked, clause = plan.marked
    if stub.id in plan.citing:
        yield marked.title, marked.label(clause)
    chance = stub.chance(plan.seed, "citations")
    if stub.kind in CITING_KINDS and chance.random() < CITES:
        for _ in range(chance.randint(1, 3)):
            yield cited(plan, chance)


def cited(plan: Plan, chance: Random) -> tuple[str, str]:
    """Any clause but the marked one. A few statutes are cited far more often than the others."""
    statute = plan.statutes[int(len(plan.statutes) * chance.random() ** 3)]
    index = chance.randrange(len(statute.clauses))
    if _is_marked(plan, statute, index):
        index = 0
    return statute.title, statute.label(index)


def _is_marked(plan: Plan, statute: Statute, index: int) -> bool:
    return statute is plan.marked[0] and index == plan.marked[1]


def _add(chance: Random, paragraphs: list[str], sentences: Iterable[str]) -> None:
    """Put every sentence at the end of some paragraph."""
    for sentence in sentences:
        paragraphs[chance.randrange(len(paragraphs))] += sentence


def _arranged(stub: Stub, prose: Prose, paragraphs: list[str]) -> Iterator[str]:
    """The paragraphs below their headings, with a list, and what a rich record has besides."""
    wanted = KINDS[stub.kind].sections or prose.headings(prose.chance.randint(2, 4))
    step = max(1, len(paragraphs) // (len(wanted) + 1))
    blocks = paragraphs[:step]
    for place, heading in enumerate(wanted, 1):
        end = None if place == len(wanted) else (place + 1) * step
        blocks += [f"## {heading}", *(paragraphs[place * step : end] or [prose.paragraph(60)])]
    yield from blocks
    yield "\n".join(f"- {prose.fill('{object}：{measure}')}" for _ in range(3))
    if stub.rich:
        for block in prose.chance.sample(RICH_BLOCKS, prose.chance.randint(1, 2)):
            yield block(prose)
