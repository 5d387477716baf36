"""Shapes of texts that make careless patterns and parsers slow, each `size` bytes long or so."""

from __future__ import annotations

from collections.abc import Callable


def repeated(piece: str, end: str = "") -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece.encode())) + end


def lines(piece: str) -> Callable[[int], str]:
    return repeated(f"{piece}\n")


def nested(start: str, end: str, inside: str = "甲") -> Callable[[int], str]:
    def shape(size: int) -> str:
        count = size // len((start + end).encode())
        return start * count + inside + end * count

    return shape


def deeper(line: str, indent: str = "    ") -> Callable[[int], str]:
    """A list, each item one level deeper: the size grows with the square of the levels."""

    def shape(size: int) -> str:
        out, total, level = [], 0, 0
        while total < size:
            out.append(indent * level + line)
            total += len(out[-1]) + 1
            level += 1
        return "\n".join(out)

    return shape


SHAPES: dict[str, Callable[[int], str]] = {
    "Han": repeated("汉"),
    "words": repeated("word "),
    "one word": repeated("w"),
    "spaces": repeated(" ", "甲"),
    "full-width spaces": repeated("　", "甲"),
    "Tabs": repeated("\t", "甲"),
    "blank lines": repeated("\n", "甲"),
    "blanks and lines": repeated(" \n", "甲"),
    "stars": repeated("*"),
    "pairs of stars": repeated("** "),
    "open emphasis": repeated("*甲 "),
    "open strong": repeated("**甲"),
    "strong": repeated("**甲**乙"),
    "masks": repeated("李*、"),
    "bars below": repeated("_"),
    "words with bars": repeated("a_b_"),
    "open brackets": repeated("["),
    "closing brackets": repeated("]"),
    "brackets": nested("[", "]"),
    "pairs of brackets": repeated("[]"),
    "links": repeated("[甲](/a) "),
    "open links": repeated("[甲]("),
    "links in links": nested("[", "](/a)"),
    "images": repeated("![甲](/images/a.png) "),
    "open images": repeated("!["),
    "parentheses": repeated("[甲](("),
    "full-width links": repeated("[甲]（https://a.example/）"),
    "open full-width links": repeated("[甲]（"),
    "references": lines("[甲]: https://a.example/"),
    "references and uses": lambda size: "[甲]: /a\n\n" + "[乙][甲] " * (size // 11),
    "footnotes": repeated("[^1]"),
    "footnote definitions": lines("[^1]: 甲"),
    "footnotes with definitions": lambda size: "".join(
        f"甲[^{n}]\n\n[^{n}]: 乙\n\n" for n in range(size // 24)
    ),
    "slips of footnotes": lines("[^1] 甲"),
    "code spans": repeated("`a` "),
    "open code": repeated("`"),
    "growing code": lambda size: " ".join("`" * n for n in range(1, int((2 * size) ** 0.5))),
    "fences": lines("```"),
    "open fences": repeated("```\n~~~\n"),
    "backslashes": repeated("\\"),
    "ampersands": repeated("&"),
    "entities": repeated("&amp;"),
    "less": repeated("<"),
    "greater": repeated(">"),
    "quotes": lines("> 甲"),
    "nested quotes": repeated("> "),
    "anchors": repeated('<a href="x">'),
    "anchors closed": repeated('<a href="/x">甲</a>'),
    "open tags": repeated("<b>"),
    "open blocks": repeated("<div>"),
    "nested blocks": nested("<div>", "</div>"),
    "closing tags": repeated("</b>"),
    "unknown tags": repeated("<PM2.5>"),
    "unfinished tags": repeated("<a "),
    "attributes": lambda size: "<a " + "x=1 " * (size // 4) + ">甲</a>",
    "comments": repeated("<!---->"),
    "open comments": repeated("<!--"),
    "declarations": repeated("<!"),
    "instructions": repeated("<?"),
    "CDATA": repeated("<![CDATA["),
    "tables": lines("| 甲 | 乙 |"),
    "wide tables": lambda size: "\n".join([x * (size // 12) + "|" for x in ("|甲", "|--", "|乙")]),
    "delimiters": lines("|---|"),
    "bars": repeated("|"),
    "tabbed": lines("甲\t乙"),
    "hyphens": repeated("-"),
    "rules": lines("---"),
    "equals": lines("==="),
    "headings": lines("## 甲"),
    "hashes": repeated("#"),
    "lists": lines("- 甲"),
    "numbers": lines("1. 甲"),
    "loose lists": lines("- 甲\n"),
    "nested lists": deeper("- 甲"),
    "lists on one line": repeated("- "),
    "numbers on one line": repeated("1. "),
    "official numbers": lines("（一）甲"),
    "official sequence": lambda size: "\n".join(f"{n % 99 + 1}．甲" for n in range(size // 9)),
    "sentences": lines("甲乙丙。"),
    "plain lines": lines("甲乙丙"),
    "labels": lines("电话：1"),
    "dates": lines("2026年11月27日"),
    "indented": lines("　　甲"),
    "braces": repeated("{"),
    "addresses": repeated("https://a.example/ "),
    "an address": lambda size: "https://a.example/" + "a" * size,
    "address with brackets": lambda size: "https://a.example/" + "(a)" * (size // 3),
    "mail": repeated("a@"),
    "abbreviations": lines("*[甲]: 乙"),
    "definitions": lines(": 甲"),
    "tildes": repeated("~~甲"),
    "template": repeated("{% a %}"),
    "mixed": repeated("*[_`<&"),
    "rows without a frame": lines("| 甲 | 乙\n丙 |"),
    "lists of two kinds": lines("- 甲\n1. 乙"),
    "dots": lines("· 甲"),
    "broken links": repeated("[甲\n乙](/a)"),
    "broken amounts": lines("1,\n250,"),
    "strong passages": repeated("**甲****乙"),
}
