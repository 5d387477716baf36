"""Finds the citations in the texts of one record, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.citations.amendments import changes_other_statutes, subject_of
from plugins.clauses.citations.contexts import (
    SAYS,
    TITLE_ENDINGS,
    goes_on_with_items,
    is_counted_of_other,
    reads_as_clause,
)
from plugins.clauses.citations.model import Citation, Reference
from plugins.clauses.citations.names import written_out
from plugins.clauses.citations.parts import (
    BRACKETS,
    DEFINITION,
    OF,
    OF_TITLE,
    after_parts,
    end_of_name,
)
from plugins.clauses.citations.pronouns import HEAD, RELATIVE
from plugins.clauses.citations.quotations import (
    ANNOUNCES,
    OWN_WORDS,
    Quotation,
    quotation_at,
)
from plugins.clauses.citations.record_names import RecordNames
from plugins.clauses.citations.references import Found, joined, references
from plugins.clauses.citations.scopes import Scope
from plugins.clauses.labels import CLAUSE

ANY_CLAUSE = re.compile(r"第[^第]{0,40}条")
# The title of an annex: 附件, 附表2：…, but not 附件所列的灯….
ANNEX = re.compile(r"附[件表录图](?:$|[\s　：:\d０-９一二三四五六七八九十])[^。；]{0,80}$")
BRACKETS_AT_END = re.compile(r"[（(][^（）()]{0,40}[）)]$")

# The citations that begin with one head, and where to continue.
Result = tuple[list[Citation], int]


def may_cite(text: str) -> bool:
    """Whether a text may contain a citation. Most contain none, and the grammar is far slower."""
    return "《" in text or ("条" in text and "第" in text)


class CitationScanner:
    """Finds the citations in the texts of one record, in their order.

    It keeps the names that the texts define, which statute was cited last, and where in a statute
    or in a quotation of one a text stands. `title` is that of the record.
    """

    def __init__(self, inside_statute: bool = False, title: str = "") -> None:
        self._inside_statute = inside_statute
        self._title = BRACKETS_AT_END.sub("", title)
        self._amends = inside_statute and changes_other_statutes(title)
        # What a bare 第X条 means in a statute: "" its own; None if it cannot be told.
        self._subject = subject_of(title) if self._amends else ""
        self._names = RecordNames()
        self._last_by_ending: dict[str, str] = {}
        # The citation before, in the same block.
        self._last: Citation | None = None
        # Where in a statute the block stands.
        is_known = inside_statute and self._subject is not None
        self._place = Scope(self._subject or "") if is_known else None
        self._quotation: Quotation | None = None
        # The statute whose clauses the next block may begin to quote.
        self._announced: str | None = None
        self._reads_anchors = self._in_table = self._in_annex = False

    # Where the next block stands, from the HTML of a statute.

    def enter(self, anchor: str) -> None:
        """It stands at an anchor of the statute; with "" outside of all clauses."""
        self._reads_anchors = True
        if self._place is not None:
            self._place = self._place.at(anchor)

    def enter_table(self, inside: bool) -> None:
        self._in_table = inside

    def enter_annex(self) -> None:
        self._in_annex = True

    def scan(self, text: str) -> list[Citation]:
        """The citations of one block of text."""
        may_name = "《" in text or ("第" in text and ANY_CLAUSE.search(text) is not None)
        if self._place is not None or self._quotation is not None or self._inside_statute:
            self._begin_block(text)
            may_name = may_name or RELATIVE.search(text) is not None
        # Most blocks of most records end here.
        if not may_name:
            self._announced = None
            return []
        if self._announced is not None:
            self._begin_block(text)
        self._last = None
        found = list(self._citations(text))
        self._end_block(text)
        return found

    @property
    def _scope(self) -> Scope | None:
        return self._quotation.scope if self._quotation else self._place

    def _citations(self, text: str) -> Iterator[Citation]:
        position = 0
        while head := HEAD.search(text, position):
            found, position = self._after(text, head)
            position = max(position, head.start() + 1)
            for citation in found:
                self._last = citation
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
                return self._after_relative(text, head)
            case "same":
                return self._after_same(text, head)
            case "definition":
                return self._define(text, head)
            case "opens":
                return self._open_quotation(text, head)
        self._quotation = self._quotation.closed() if self._quotation else None
        return [], head.end()

    # Names and pronouns.

    def _after_title(self, text: str, head: re.Match[str]) -> Result:
        """《…》, the clause behind it, and behind brackets that belong to it."""
        start, end = head.span()
        written = head["title"] or head["inner_title"] or ""
        title = self._names.defined.get(written) or written_out(written)
        brackets = BRACKETS.match(text, end)
        definition = DEFINITION.search(brackets["inside"]) if brackets else None
        if definition:
            self._names.define(definition["name"].strip(), title)
        self._names.cite(title)
        self._set_last(title)
        found = _of_clause(references(text, after_parts(text, end), start))
        if found:
            return _cite(found, title)
        whole = Citation(start, end, title)
        if brackets and (definition or OF_TITLE.search(brackets["inside"])):
            # The clause may follow the brackets: 《…》（以下简称《…》）第九条.
            end = brackets.end()
        of = OF.match(text, end)
        start = of.end() if of else end
        cited, end = _cite(_of_clause(references(text, after_parts(text, start), start)), title)
        return [whole, *cited], max(end, start)

    def _after_pronoun(self, text: str, head: re.Match[str]) -> Result:
        """本法, 该条例."""
        position = head.end()
        while text[position] != "第":
            position += 1
        found = _of_clause(references(text, position, head.start()))
        if not found:
            return [], head.end()
        if head.lastgroup == "own":
            return _cite(found, self._own_title(head[0]))
        return _cite(found, self._last_by_ending.get(_ending_key(head["that"])))

    def _own_title(self, written: str) -> str | None:
        """The statute that calls itself so: "" that of the record, None if it isn't known."""
        if written in self._names.defined:
            return self._names.defined[written]
        if self._quotation or not self._inside_statute:
            return self._scope.title if self._scope else None
        if not self._amends or written == "本决定" or self._title.endswith(written[1:]):
            return ""
        return self._subject

    def _after_number(self, text: str, start: int) -> Result:
        """第X条 behind a name without 《》, or alone; 第X款 alone."""
        found = references(text, start, start)
        if not found:
            return [], start + 1
        if self._is_label(text, start):
            return [], found[-1].end
        if found[0].reference.clause is None:
            return self._without_clause(text, start, found)
        name = self._names.ending_at(text, end_of_name(text, start))
        if name:
            self._set_last(name.title)
            return _cite([found[0]._replace(start=name.start), *found[1:]], name.title)
        if is_counted_of_other(text, start):
            # Of a contract, or of a statute that isn't known: what follows may be its as well.
            self._last = None
            return [], found[-1].end
        return _cite(found, self._bare_title(text, start, found[0].end))

    def _bare_title(self, text: str, start: int, end: int) -> str | None:
        """What 第X条 alone means: "" for the statute of the record, None for nothing."""
        if self._quotation:
            return self._quotation.scope.title if self._quotation.scope else None
        if self._inside_statute:
            is_elsewhere = self._in_annex or self._in_table or text.endswith("作为", 0, start)
            return None if is_elsewhere and not self._subject else self._subject
        if self._place is not None:
            return self._place.title
        if self._last is None or not reads_as_clause(text, start, end):
            return None
        return self._last.title

    def _without_clause(self, text: str, start: int, found: list[Found]) -> Result:
        """第X款 or 第（X）项 of the clause around it, or of the one cited before."""
        base, title = self._clause_of(text, start, found[0])
        if base is None or self._in_table:
            return [], found[-1].end
        return _cite(references(text, start, start, base), title)

    def _clause_of(self, text: str, start: int, found: Found) -> tuple[Reference | None, str]:
        scope, last = self._scope, self._last
        is_item = found.reference.paragraph is None
        cited = last.reference if last else None
        if last and cited and cited.item and is_item and goes_on_with_items(text, start):
            # 违反前款第一项的，警告；违反第二项的，罚款.
            return Reference(cited.clause, cited.paragraph), last.title
        if scope and scope.clause and (not is_item or text[start + 1] in "（("):
            return Reference(scope.clause), scope.title
        says = not self._inside_statute and not is_item and SAYS.match(text, found.end)
        if last and cited and cited.clause and says:
            return Reference(cited.clause), last.title
        return None, ""

    # Relative references.

    def _after_relative(self, text: str, head: re.Match[str]) -> Result:
        """前款, 前两条; 本条, 本款, 本章."""
        scope = None if self._in_table else self._scope
        target, unit = None, ""
        if scope and head["before"]:
            count, unit = head["before"][:-1], head["before"][-1]
            target = scope.before(count, unit)
        elif scope:
            unit = head["this"]
            target = scope.this(unit)
        if scope is None or target is None:
            return [], _end_of_references(text, head.end())
        whole = Found(*head.span(), *target)
        if whole.reference.division:
            # 本章第六条 is a clause by itself.
            clauses = _of_clause(references(text, head.end(), head.start()))
            return _cite(clauses or [whole], scope.title)
        level = "条款项".index(unit)
        finer = references(text, head.end(), head.start(), whole.reference, level)
        return _cite(finer or joined(text, [whole]), scope.title)

    def _after_same(self, text: str, head: re.Match[str]) -> Result:
        """同条第二款: of the clause cited before, in the same block."""
        last = self._last
        if last is None or last.reference.clause is None:
            return [], _end_of_references(text, head.end())
        clause = Reference(last.reference.clause)
        found = references(text, head.end(), head.start(), clause, 0)
        if not found and head[0] == "同条":
            found = [Found(*head.span(), clause)]
        return _cite(found, last.title) if found else ([], head.end())

    # Definitions and quotations.

    def _define(self, text: str, head: re.Match[str]) -> Result:
        """中华人民共和国刑法（以下简称刑法）."""
        brackets = BRACKETS.match(text, head.start())
        definition = DEFINITION.search(brackets["inside"]) if brackets else None
        name = self._names.ending_at(text, head.start()) if definition else None
        if definition and name:
            self._names.define(definition["name"].strip(), name.title)
            self._set_last(name.title)
        return [], head.end()

    def _open_quotation(self, text: str, head: re.Match[str]) -> Result:
        if self._quotation:
            if text[: head.start()].strip():
                self._quotation = self._quotation.deeper()
                return [], head.end()
            # Each paragraph of a long quotation begins with “.
            label = CLAUSE.match(text, head.end())
            return [], label.end() if label else head.end()
        place = self._place if self._amends else None
        self._quotation = quotation_at(text, head.end(), self._last, place)
        return [], self._quotation.label_end if self._quotation else head.end()

    # Blocks.

    def _begin_block(self, text: str) -> None:
        announced, self._announced = self._announced, None
        if self._inside_statute:
            self._in_annex = self._in_annex or bool(ANNEX.match(text.strip()))
        elif announced and CLAUSE.match(text.lstrip()):
            self._place = Scope(announced)
        elif self._place is not None and OWN_WORDS.match(text.lstrip()):
            self._place = None
        if self._quotation:
            self._quotation = self._quotation.after_block(text)
        elif self._place is not None and not self._reads_anchors:
            self._place = self._place.after_block(text)

    def _end_block(self, text: str) -> None:
        last = self._last
        if last is None or self._quotation or self._inside_statute:
            return
        is_all = last.end >= len(text.rstrip()) and text.lstrip().startswith("《")
        if ANNOUNCES.search(text) or is_all:
            self._announced = last.title

    def _is_label(self, text: str, start: int) -> bool:
        """Whether 第X条 at the start of a block is the number of the clause itself."""
        if text[:start].strip():
            return False
        return self._in_table or bool(CLAUSE.match(text, start))

    def _set_last(self, title: str) -> None:
        for ending in TITLE_ENDINGS:
            if title.endswith(ending):
                self._last_by_ending[_ending_key(ending)] = title
                return


def _of_clause(found: list[Found]) -> list[Found]:
    """References of which the first names a clause, not only a paragraph or an item."""
    return found if found and found[0].reference.clause else []


def _cite(found: list[Found], title: str | None) -> Result:
    """Citations of `title`, "" being the statute of the record; none if it is None."""
    end = found[-1].end if found else 0
    if title is None:
        return [], end
    return [
        Citation(each.start, each.end, title, each.reference, not title, each.through)
        for each in found
    ], end


def _end_of_references(text: str, position: int) -> int:
    found = references(text, position, position)
    return found[-1].end if found else position


def _ending_key(ending: str) -> str:
    """该法 may mean a 法典 too."""
    return "法" if ending == "法典" else ending
