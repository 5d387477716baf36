"""Links in a statute's text from the terms that it defines to their definitions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from plugins.clauses.definitions import Definition
from plugins.texts.text_ranges import Insertion, blocks, insert_links, ranges_of


def term_linker(found: Sequence[Definition]) -> Callable[[str, str | None], str]:
    """A function of the HTML of a clause and its anchor, which links the first mention of each term
    but in the clause that defines it.
    """
    by_term = {definition.term: definition for definition in found}
    if not by_term:
        return lambda html, _clause: html
    # Of two terms that begin at one place the longer is meant.
    longest_first = sorted(by_term, key=len, reverse=True)
    terms = re.compile("|".join(map(re.escape, longest_first)))

    def link(html: str, clause: str | None) -> str:
        if clause is None:
            return html
        insertions, seen = [], set()
        for block in blocks(html):
            for match in terms.finditer(block.text):
                definition = by_term[match[0]]
                if match[0] in seen or definition.clause == clause:
                    continue
                seen.add(match[0])
                anchor = definition.anchor
                opening = f'<a class="term" href="#{anchor}" data-clause="{anchor}">'
                insertions.append(Insertion(ranges_of(block, *match.span()), opening))
        return insert_links(html, insertions)

    return link
