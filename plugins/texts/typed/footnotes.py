"""Footnotes that are defined twice, or to which nothing refers."""

from __future__ import annotations

import re

from plugins.findings import Severity
from plugins.texts.typed.brackets import as_text
from plugins.texts.typed.line import Line, Note

DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")


def check_footnotes(lines: list[Line], notes: list[Note]) -> list[Line]:
    """The lines, with definitions as text that are the second or to which nothing refers."""
    out: list[Line] = []
    repeated: set[str] = set()
    defined: dict[str, Line] = {}
    referenced: set[str] = set()
    for line in lines:
        text = line.text
        if definition := DEFINITION.match(text):
            text = text[definition.end() :]
            label = definition[1]
            if label in defined:
                out.append(as_text(line))
                if label not in repeated:
                    repeated.add(label)
                    message = f"脚注 [^{label}] 的出处写了两次"
                    hint = "并成一条，或换一个编号"
                    notes.append(_note(Severity.ERROR, line, label, message, hint))
                continue
            defined[label] = line
        out.append(line)
        referenced.update(REFERENCE.findall(text))
    for label, line in defined.items():
        if label not in referenced:
            message = f"正文里没有地方写 [^{label}]，这条脚注没有着落"
            hint = f"在正文相应的地方写 [^{label}]，或删去这一行"
            notes.append(_note(Severity.WARNING, line, label, message, hint))
    alone = [line.number for label, line in defined.items() if label not in referenced]
    return [as_text(line) if line.number in alone else line for line in out]


def _note(severity: Severity, line: Line, label: str, message: str, hint: str) -> Note:
    return Note("footnote", severity, line.number, f"[^{label}]", message, hint)
