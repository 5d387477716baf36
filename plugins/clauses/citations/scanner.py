"""Finds the citations in the texts of one record, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.citations.contexts import (
    goes_on_with_items,
    is_counted_of_other,
    is_paragraph_of_last,
    reads_as_clause,
)
from plugins.clauses.citations.editions import edition_named, with_edition, without_edition
from plugins.clauses.citations.heads import HEAD
from plugins.clauses.citations.interpretations import COURT_BEFORE, interpretation_around
from plugins.clauses.citations.model import Citation, Reference
from plugins.clauses.citations.names import normal, written_out
from plugins.clauses.citations.parts import (
    BRACKETS,
    DEFINITION,
    OF,
    OF_TITLE,
    after_parts,
    end_of_name,
)
from plugins.clauses.citations.record_names import ENDINGS, RecordNames, ending_of
from plugins.clauses.citations.references import Found, references
from plugins.clauses.citations.relative import relative, same_clause
from plugins.clauses.citations.results import Result, cite, of_clause
from plugins.clauses.citations.surroundings import Surroundings

ANY_CLAUSE = re.compile(r"第[^第]{0,40}条")

COLUMN_HEAD = re.compile(r"的?(?:有关|相关|依据|适用)?条(?:文|款|目)(?=\s*$)")
# Characters before 该法 in which a name without 《》 is looked for.
NEAR = 120


def may_cite(text: str) -> bool:
    """Whether a text may contain a citation. Most contain none, and the grammar is far slower."""
    return "《" in text or ("条" in text and "第" in text)


class CitationScanner:
    """Finds the citations in the texts of one record, in their order.

    It keeps the names that the texts define, which statute was cited last, and in `surroundings`
    where in a statute or a quotation a text stands. `title` is that of the record.
    """

    def __init__(self, inside_statute: bool = False, title: str = "") -> None:
        self.surroundings = Surroundings(inside_statute, title)
        self._names = RecordNames()
        self._last_by_ending: dict[str, str] = {}
        # In one block: the citation that 第X条 alone goes on with, and where the last one ended.
        self._last: Citation | None = None
        self._end = 0
        # The last citation of a block that cites clauses of one statute only: in the next blocks
        # 该条 and a bare 第X条 go on with it.
        self._carried: Citation | None = None
        # The statute whose clauses a table lists: 刑法条文 at the head of a column.
        self._column: str | None = None
        # The statute cited last in the block before a table.
        self._caption: str | None = None

    def scan(self, text: str) -> list[Citation]:
        """The citations of one block of text."""
        if self.surroundings.in_table:
            self._read_column_head(text)
        else:
            self._column = self._caption = None
        may_name = "《" in text or ("第" in text and ANY_CLAUSE.search(text) is not None)
        may_name = may_name or (self._carried is not None and "该条" in text)
        around = self.surroundings
        if not around.are_plain:
            around.begin_block(text)
            may_name = may_name or around.may_matter(text)
        # Most blocks of most records end here.
        if not may_name:
            return []
        self._last, self._end = None, 0
        found = list(self._citations(text))
        if found and not around.in_table:
            self._caption = found[-1].title
            titles = {citation.title for citation in found}
            is_clear = len(titles) == 1 and found[-1].reference.clause
            self._carried = found[-1] if is_clear else None
        around.end_block(text, found)
        return found

    def _citations(self, text: str) -> Iterator[Citation]:
        position = 0
        while head := HEAD.search(text, position):
            found, position = self._after(text, head)
            position = max(position, head.start() + 1)
            for citation in found:
                self._last, self._end = citation, citation.end
                yield citation

    def _after(self, text: str, head: re.Match[str]) -> Result:
        match head.lastgroup:
            case "title" | "inner_title":
                return self._after_title(text, head)
            case "number":
                return self._after_number(text, head.start())
            case "own" | "that":
                return self._after_pronoun(text, head)
            case "before" | "this":
                is_statute = not self.surroundings.in_table
                return relative(text, head, self.surroundings.scope if is_statute else None)
            case "same":
                return same_clause(text, head, self._last or self._carried)
            case "definition":
                return self._define(text, head)
            case "opens":
                return [], self.surroundings.open_quotation(text, head.end(), self._last)
        self.surroundings.close_quotation()
        return [], head.end()

    # Tables.

    def _read_column_head(self, text: str) -> None:
        head = COLUMN_HEAD.search(text)
        if head is None:
            return
        if not text[: head.start()].strip():
            self._column = self._caption
        elif name := self._names.ending_at(text, head.start()):
            self._column = name.title

    def _is_alone(self, text: str, start: int) -> bool:
        """Whether 第X条 at `start` stands first in a cell of a table of clauses."""
        return self._column is not None and not text[:start].strip()

    # Names and pronouns.

    def _after_title(self, text: str, head: re.Match[str]) -> Result:
        """《…》, the clause behind it, and behind brackets that belong to it."""
        start, end = head.span()
        written = head["title"] or head["inner_title"] or ""
        around = interpretation_around(text, start, end)
        if around:
            found = of_clause(references(text, text.index("第", around[1]), around[0]))
            if found:
                return cite(found, normal(text[around[0] : around[1]]))
        title = self._title_of(text, start, written)
        brackets = BRACKETS.match(text, end)
        self._names.cite(title)
        edition = edition_named(text, start, brackets["inside"] if brackets else "")
        if edition and written in self._names.defined:
            # 原《办法》 is not the text for which 《办法》 was defined.
            title = without_edition(title)
        title = with_edition(title, edition)
        definition = DEFINITION.search(brackets["inside"]) if brackets else None
        if definition:
            self._names.define(definition["name"].strip(), title)
        self._set_last(title)
        found = of_clause(references(text, after_parts(text, end), start))
        if found:
            return cite(found, title)
        whole = Citation(start, end, title)
        if brackets and (definition or OF_TITLE.search(brackets["inside"])):
            # The clause may follow the brackets: 《…》（以下简称《…》）第九条.
            end = brackets.end()
        of = OF.match(text, end)
        start = of.end() if of else end
        cited, end = cite(of_clause(references(text, after_parts(text, start), start)), title)
        return [whole, *cited], max(end, start)

    def _title_of(self, text: str, start: int, written: str) -> str:
        """The full title of what stands in 《》 at `start`."""
        court = COURT_BEFORE.search(text, 0, start) if written.startswith("关于") else None
        if court:
            # 最高人民法院《关于…的规定》: the court's name belongs to the title.
            written = court[0] + written
        return (
            self._names.defined.get(written)
            or self._names.only_with_ending(written)
            or written_out(written)
        )

    def _define(self, text: str, head: re.Match[str]) -> Result:
        """中华人民共和国刑法（以下简称刑法）."""
        brackets = BRACKETS.match(text, head.start())
        definition = DEFINITION.search(brackets["inside"]) if brackets else None
        name = self._names.ending_at(text, head.start()) if definition else None
        if definition and name:
            self._names.define(definition["name"].strip(), name.title)
            self._set_last(name.title)
        return [], head.end()

    def _after_pronoun(self, text: str, head: re.Match[str]) -> Result:
        """本法, 该条例."""
        found = of_clause(references(text, text.index("第", head.end()), head.start()))
        if not found:
            return [], head.end()
        if head.lastgroup == "that":
            return cite(found, self._antecedent(text, head))
        defined = self._names.defined.get(head[0])
        return cite(found, defined or self.surroundings.own_title(head[0]))

    def _antecedent(self, text: str, head: re.Match[str]) -> str | None:
        """What 该法 means: a name without 《》 since the last citation, or the last one cited."""
        key = _ending_key(head["that"])
        since = max(self._end, head.start() - NEAR)
        ending_words = "法典?" if key == "法" else key
        for ending in reversed(list(re.finditer(ending_words, text[since : head.start()]))):
            name = self._names.ending_at(text, since + ending.end())
            if name and name.start >= since:
                self._set_last(name.title)
                break
        else:
            # 上述法律 in a paragraph that names none may be any of those before.
            if head[0][0] in "上前" and self._last is None:
                return None
        return self._last_by_ending.get(key)

    # Numbers.

    def _after_number(self, text: str, start: int) -> Result:
        """第X条 behind a name without 《》, or alone; 第X款 alone."""
        found = references(text, start, start)
        if not found:
            return [], start + 1
        if found[0].reference.clause and self._is_alone(text, start):
            return cite(found, self._column)
        if self.surroundings.is_label(text, start):
            return [], found[-1].end
        if found[0].reference.clause is None:
            clause = self._clause_of(text, start, found[0])
            if clause is None or self.surroundings.in_table:
                return [], found[-1].end
            return cite(references(text, start, start, clause[0]), clause[1])
        name_end = end_of_name(text, start)
        name = self._names.ending_at(text, name_end)
        if name and name.start >= self._end:
            self._names.cite(name.title)
            edition = edition_named(text, name.start, text[name_end:start])
            title = with_edition(name.title, edition)
            self._set_last(title)
            return cite([found[0]._replace(start=name.start), *found[1:]], title)
        if is_counted_of_other(text, start):
            # Of a contract, or of a statute that isn't known: what follows may be its as well.
            self._last = self._carried = None
            self._forget(text, name_end)
            return [], found[-1].end
        if self.surroundings.are_words_of_statute:
            number = found[0].reference.clause
            return cite(found, self.surroundings.bare_title(text, start, number, self._last))
        is_fine = bool(found[0].reference.paragraph or found[0].reference.item)
        goes_on = bool(self._last.reference.clause if self._last else self._carried)
        if not reads_as_clause(
            text, start, found[-1].end, is_fine, goes_on, self._last is not None
        ):
            return [], found[-1].end
        scope = self.surroundings.scope
        if scope and not self._last:
            return cite(found, scope.title)
        goes_on_with = self._last or (None if self.surroundings.in_table else self._carried)
        return cite(found, goes_on_with.title if goes_on_with else None)

    def _clause_of(self, text: str, start: int, found: Found) -> tuple[Reference, str] | None:
        """The reference that 第X款 or 第（X）项 alone goes on with, and its statute."""
        scope, last = self.surroundings.scope, self._last
        is_item = found.reference.paragraph is None
        cited = last.reference if last else None
        are_words = self.surroundings.are_words_of_statute
        goes_on = bool(cited and cited.item)
        is_next_item = is_item and goes_on_with_items(text, start, found.end, are_words, goes_on)
        if last and cited and cited.clause and is_next_item:
            return Reference(cited.clause, cited.paragraph), last.title
        if scope and scope.clause and (not is_item or text[start + 1] in "（("):
            return Reference(scope.clause), scope.title
        says = not are_words and not is_item and is_paragraph_of_last(text, start, found.end)
        if last and cited and cited.clause and says:
            return Reference(cited.clause), last.title
        return None

    def _forget(self, text: str, end: int) -> None:
        """Behind an unknown name that ends at `end`, 该办法 no longer means the 办法 before."""
        for ending in ENDINGS:
            if text.endswith(ending, 0, end):
                self._last_by_ending.pop(_ending_key(ending), None)
                return

    def _set_last(self, title: str) -> None:
        ending = ending_of(title)
        if ending:
            self._last_by_ending[_ending_key(ending)] = title


def _ending_key(ending: str) -> str:
    """该法 and 该法律 may mean a 法典 too."""
    return "法" if ending in {"法典", "法律"} else ending
