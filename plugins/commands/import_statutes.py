"""`make import-statutes FROM=folder-or-file`: statutes as Markdown, text or Word into records."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from plugins.bureau import load_bureau, load_columns
from plugins.clock import build_time
from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.findings import (
    Finding,
    Severity,
    as_listing_by_file,
    as_text,
    has_errors,
    summary_line,
)
from plugins.records.kinds import COLUMN_KINDS
from plugins.source import UnreadableFileError
from plugins.statutes.assembly import assemble
from plugins.statutes.completion import with_text
from plugins.statutes.files import OTHER, READABLE, cannot_read, kind_of, read_file
from plugins.statutes.importer import OFFICIAL_SOURCE, Draft, draft_of, fact_findings, record
from plugins.statutes.placement import assign_names
from plugins.statutes.present import read_present
from plugins.statutes.reading import ReadFile
from plugins.statutes.sorting import read_document
from plugins.statutes.subjects import WORDS

USAGE = "用法：make import-statutes FROM=文件或文件夹 [SOURCE=来源] [ALL=1]"
SEE_ALL = "逐处列出全部：加上 ALL=1 再导入一次，已有的稿件不会改动"


def files_of(origin: Path) -> tuple[list[Path], list[Finding]]:
    """The files to read of a folder and all below it, or the one file; what else lies there."""
    if origin.is_file():
        return [origin], []
    files = sorted(
        file
        for file in origin.rglob("*")
        # ~$条例.docx is what Word leaves beside an open file.
        if file.is_file() and not _hidden(file.relative_to(origin), (".", "~$"))
    )
    findings = [
        cannot_read(file.as_posix(), Severity.WARNING)
        for file in files
        if kind_of(file.name) in OTHER
    ]
    return [file for file in files if kind_of(file.name) in READABLE], findings


def _hidden(path: Path, marks: tuple[str, ...]) -> bool:
    return any(part.startswith(marks) for part in path.parts)


def read_drafts(
    files: Iterable[Path], vocabulary: Sequence[str], now: datetime
) -> tuple[list[Draft], list[Finding]]:
    """The drafts of all statutes that could be read, and findings, also for other files."""
    read: list[ReadFile] = []
    findings: list[Finding] = []
    for file in files:
        path = file.as_posix()
        try:
            source = read_file(file.read_bytes(), path)
        except UnreadableFileError as error:
            findings += error.findings
        except OSError as error:
            message = f"打不开文件：{error.strerror}"
            findings.append(Finding("statute-file", Severity.ERROR, path, message))
        else:
            found = read_document(source.text, path, source.asides)
            findings += [*source.findings, *found.findings]
            read += found.files
    whole, problems = assemble(read)
    drafts = [draft_of(each, vocabulary, now.date()) for each in whole]
    # A text without one clause, though it has lines like clauses, would be of no use.
    good = [statute for statute in drafts if not has_errors(statute.findings)]
    broken = [statute for statute in drafts if has_errors(statute.findings)]
    findings += [*problems, *(finding for each in broken for finding in each.findings)]
    return good, findings


class Imported(NamedTuple):
    """`new` records were written, `filled` ones got their text, `read` files were read."""

    new: int
    filled: int
    read: int
    findings: list[Finding]


def vocabulary_of(content: Path) -> list[str]:
    """The bureau's fields of enforcement; without a bureau, all that the project knows."""
    bureau, _ = load_bureau(content)
    return [field.name for field in bureau.fields] if bureau else list(WORDS)


def column_of(content: Path) -> Path:
    """The folder of the column that holds statutes, content/statutes when there is none yet."""
    bureau, _ = load_bureau(content)
    columns, _ = load_columns(content, bureau, COLUMN_KINDS) if bureau else ([], [])
    code = next((column.code for column in columns if column.traits.is_law), "statutes")
    return content / code


def import_statutes(
    origin: Path, into: Path, now: datetime, source: str | None = None, everything: bool = False
) -> Imported:
    """Write new records, add texts to those that lack them, and tell what was found.

    `source` is where the files come from; a collection's come from the national database. With
    `everything` also what is to be looked at in texts that were imported before.
    """
    files, findings = files_of(origin)
    drafts, problems = read_drafts(files, vocabulary_of(into.parent), now)
    findings += problems
    present = [
        read_present(file.read_text("utf-8", "replace"), file.relative_to(into).as_posix())
        for file in sorted(into.rglob("*.md"))
    ]
    placement = assign_names(drafts, into.name, present, now.date())
    findings += placement.findings
    into.mkdir(parents=True, exist_ok=True)
    for item in placement.new:
        # "x" refuses a file that has appeared meanwhile.
        with (into / f"{item.name}.md").open("x", encoding="utf-8", newline="\n") as file:
            file.write(record(item.draft, now, source or OFFICIAL_SOURCE))
        findings += [*item.draft.findings, *fact_findings(item.draft)]
        if source is None and not item.draft.is_marked:
            findings.append(_guessed_source(item.draft.path))
    for statute in placement.known if everything else ():
        findings += [*statute.findings, *fact_findings(statute)]
    filled = 0
    for filling in placement.fillings:
        problems = fill(into / filling.record.path, filling.draft)
        findings += [*filling.draft.findings, *problems]
        filled += not problems
    return Imported(len(placement.new), filled, len(files), findings)


def fill(file: Path, statute: Draft) -> list[Finding]:
    """Add the text to the record in `file`; a finding if the file can't take it."""
    data = file.read_bytes()
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{file.name} 不是 UTF-8 编码，没有补入正文"
        hint = f"把 {file.name} 另存为 UTF-8 编码，再导入"
        return [Finding("statute-encoding", Severity.ERROR, statute.path, message, hint)]
    # Beside it first, so that a full disk leaves the record as it was.
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(with_text(data, statute))
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    return []


def _guessed_source(path: str) -> Finding:
    message = f"来源 {OFFICIAL_SOURCE}（导入时没有写明，暂填）"
    hint = "不是从那里下载的，改正“来源”，或导入时写 SOURCE=来源"
    return Finding("statute-guess", Severity.WARNING, path, message, hint)


@in_words
def main(arguments: list[str] | None = None, now: datetime | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make import-statutes", description="导入法规。")
    parser.add_argument("origin", nargs="?", default="", help="法规文件，或放法规文件的文件夹")
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹")
    parser.add_argument("--into", type=Path, help="法规栏目的文件夹，不写时按栏目类型查找")
    parser.add_argument("--source", default="", help=f"稿件的“来源”，不写时是{OFFICIAL_SOURCE}")
    parser.add_argument("--all", action="store_true", help="逐处列出，不合并，不截短")
    options = parser.parse_args(arguments)

    if not options.origin.strip():
        print(f"没有写从哪里导入。\n{USAGE}", file=sys.stderr)
        return 1
    origin = Path(options.origin)
    if not origin.exists():
        print(f"没有找到 {origin}\n{USAGE}", file=sys.stderr)
        return 1
    into = options.into or column_of(options.content)
    # `make` passes an empty argument when no source is given.
    source = options.source.strip() or None
    done = import_statutes(origin, into, now or build_time(), source, options.all)
    findings = done.findings
    if findings:
        told = as_text(findings) if options.all else as_listing_by_file(findings, SEE_ALL)
        print(told)
    if not done.read:
        print(f"{origin} 里没有 {'、'.join(READABLE)} 文件", file=sys.stderr)
        return 1
    filled = f"，给 {done.filled} 篇补入正文" if done.filled else ""
    written = f"写入 {done.new} 篇稿件到 {into}{filled}"
    print(f"读了 {done.read} 个文件，{written}。{summary_line(findings)}")
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


if __name__ == "__main__":
    raise SystemExit(run(main))
