"""Whether a file of a collection is a statute, a part of one, or something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.clauses.heads import head_of
from plugins.findings import Finding, Severity
from plugins.statutes.documents import is_case, is_index
from plugins.statutes.parts import code_and_part, is_annex_name, is_part_name
from plugins.statutes.reading import ReadFile, read_part, read_text
from plugins.statutes.source import NotAStatuteError, title_of


@dataclass(frozen=True)
class Sorted:
    """What the importer goes on with, none or one file, and findings about the others."""

    files: tuple[ReadFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_document(text: str, path: str, asides: Sequence[str] = ()) -> Sorted:
    """Read one file of a collection; what is no statute is reported and left."""
    name = title_of(PurePosixPath(path).stem)
    part = read_part(text, path)
    title = part.source.title if part else name
    if is_index(PurePosixPath(path).stem) and not any(map(head_of, text.split("\n"))):
        return Sorted(findings=(_index(path),))
    folders = [folder.name for folder in PurePosixPath(path).parents]
    if is_case(title, text, folders) or is_case(name, ""):
        return Sorted(findings=(_case(path),))
    if part and is_annex_name(title):
        return Sorted((part,))
    try:
        return Sorted((read_text(text, path, asides),))
    except NotAStatuteError as error:
        if error.findings:
            return Sorted(findings=error.findings)
        if part and (is_part_name(title) or is_part_name(name) or code_and_part(name)[1]):
            return Sorted((part,))
        shape = Finding("statute-shape", Severity.ERROR, path, error.message, error.hint)
        return Sorted(findings=(shape,))


def _case(path: str) -> Finding:
    message = "是案例或裁判文书，不是法规，没有导入"
    hint = "本机关的典型案例，写成“典型案例”栏目的稿件"
    return Finding("statute-document", Severity.WARNING, path, message, hint)


def _index(path: str) -> Finding:
    message = "没有条文，当作文件夹的说明，没有导入"
    return Finding("statute-document", Severity.INFO, path, message)
