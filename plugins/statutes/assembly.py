"""A statute split over several files, put together in order; what can't be is an error.

Files are parts of one statute if they have its title, and only one of them begins with 第一条; or
if they lie in a folder of its name and are named like parts; or if their title is that of the
statute with the name of a part behind it. The numbers of the clauses must go on from part to part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from plugins.clauses.labels import ClauseNumber
from plugins.findings import Finding, Severity
from plugins.statutes.parts import (
    clauses_of,
    code_and_part,
    code_folder,
    first_and_last,
    follows,
    heading_for,
    is_annex_name,
    is_numbered,
    is_part_name,
    natural_key,
    part_folders,
)
from plugins.statutes.reading import Place, ReadFile
from plugins.statutes.source import Event, Leftover, SourceText, title_of, visible
from plugins.statutes.titles import title_key

FIRST = ClauseNumber(1)


@dataclass(frozen=True)
class Piece:
    """A file that may be a part: of which statute, and the name of the part."""

    file: ReadFile
    title: str
    part: str
    clauses: tuple[ClauseNumber, ...]


# The folder, the key of the title, the day of the version.
Key = tuple[str, str, date | None]


def assemble(files: Iterable[ReadFile]) -> tuple[list[ReadFile], list[Finding]]:
    """The statutes, those in parts joined, and errors for parts that belong to none."""
    whole: list[ReadFile] = []
    findings: list[Finding] = []
    for pieces in _grouped(files).values():
        if len(pieces) == 1 and pieces[0].file.is_whole:
            whole.append(pieces[0].file)
            continue
        if len(pieces) == 1:
            findings.append(_no_statute(pieces[0].file))
            continue
        if not _are_parts(pieces):
            whole += [piece.file for piece in pieces if piece.file.is_whole]
            findings += [_no_statute(piece.file) for piece in pieces if not piece.file.is_whole]
            continue
        ordered = _in_order(pieces)
        problems = _gaps(ordered)
        if problems:
            findings += problems
        else:
            whole.append(_joined(ordered))
    return sorted(whole, key=lambda file: file.path), findings


def _are_parts(pieces: Sequence[Piece]) -> bool:
    """Whether these are parts; else versions of one statute, or statutes with one name."""
    if sum(FIRST in piece.clauses for piece in pieces) > 1:
        return False
    return all(piece.clauses or is_part_name(piece.part) for piece in pieces)


def _grouped(files: Iterable[ReadFile]) -> dict[Key, list[Piece]]:
    groups: dict[Key, list[Piece]] = {}
    loose: list[Piece] = []
    for file in files:
        key, piece = _piece(file)
        if key is None:
            loose.append(piece)
        else:
            groups.setdefault(key, []).append(piece)
    for piece in loose:
        # An annex beside the only statute of its folder belongs to it.
        folder = PurePosixPath(piece.file.path).parent.as_posix()
        beside = [key for key in groups if key[0] == folder]
        key = beside[0] if len(beside) == 1 else (piece.file.path, "", None)
        groups.setdefault(key, []).append(piece)
    return groups


def _piece(file: ReadFile) -> tuple[Key | None, Piece]:
    """The statute of which the file is all or a part; without a key if nothing tells which."""
    path, source = PurePosixPath(file.path), file.source
    # The clauses of an annex are numbered by themselves.
    clauses = () if is_annex_name(source.title) else tuple(clauses_of(source.body))
    folder = code_folder(file.path)
    named_like_part = is_part_name(source.title) or is_part_name(path.stem)
    if folder and (named_like_part or is_numbered(path.stem)):
        code = title_of(PurePosixPath(folder).name)
        title, part = code_and_part(source.title)
        own = title_key(title) == title_key(code)
        # The title as written may have more of the name: 中华人民共和国民法典.
        name = part if own else source.title
        piece = Piece(file, title if own else code, name, clauses)
        return (folder, title_key(code), None), piece
    title, part = code_and_part(source.title)
    if not part:
        # A part whose file alone says which: 城市照明条例-附件1.md with the title 附件1.
        code, stem_part = code_and_part(title_of(path.stem))
        if stem_part and (is_part_name(source.title) or title_key(code) == title_key(title)):
            title, part = code, source.title if is_part_name(source.title) else stem_part
    if is_part_name(title) and not file.is_whole:
        return None, Piece(file, title, title, clauses)
    key = (path.parent.as_posix(), title_key(title), source.version)
    return key, Piece(file, title, part, clauses)


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """As the files are numbered, unless only the clauses tell the order."""
    named = sorted(pieces, key=lambda piece: natural_key(piece.file.path))
    if not _gaps(named):
        return named
    annexes = [piece for piece in named if is_annex_name(piece.part)]
    rest = [piece for piece in named if piece not in annexes]
    return [
        *(piece for piece in rest if not piece.clauses),
        *sorted((piece for piece in rest if piece.clauses), key=lambda piece: min(piece.clauses)),
        *annexes,
    ]


def _gaps(ordered: Sequence[Piece]) -> list[Finding]:
    """An error where the clauses of one part don't go on in the next."""
    numbered = [(piece, *first_and_last(piece.clauses)) for piece in ordered if piece.clauses]
    if not numbered:
        return [_cannot_join(ordered, ordered[0], "各个文件里都没有条文")]
    first, begins, _ = numbered[0]
    findings = []
    if begins != FIRST:
        findings.append(_cannot_join(ordered, first, f"从{begins.label}开始，前面的文件缺了"))
    for (before, _, end), (after, begin, _) in pairwise(numbered):
        if follows(end, begin):
            continue
        name = PurePosixPath(before.file.path).name
        word = "重复" if begin <= end else "缺条文"
        words = f"{name} 到{end.label}为止，这个文件从{begin.label}开始，{word}"
        findings.append(_cannot_join(ordered, after, words))
    return findings


def _cannot_join(pieces: Sequence[Piece], piece: Piece, words: str) -> Finding:
    message = f"《{_title(pieces)}》分在 {len(pieces)} 个文件里，合不起来，没有导入：{words}"
    hint = "补上缺的文件，去掉重复的，再导入"
    return Finding("statute-parts", Severity.ERROR, piece.file.path, message, hint)


def _no_statute(file: ReadFile) -> Finding:
    message = f"“{file.source.title}”是法规的一部分，找不到所属的法规，没有导入"
    hint = "和法规放在同一个文件夹，文件名以法规名开头，如 照明条例-附件1.md"
    return Finding("statute-parts", Severity.ERROR, file.path, message, hint)


def _title(pieces: Sequence[Piece]) -> str:
    """The longest way in which the parts write the title."""
    return max((piece.title for piece in pieces), key=len)


def _joined(ordered: Sequence[Piece]) -> ReadFile:
    """One text of all parts; findings about it are placed in the files that the lines are from."""
    lines: list[str] = []
    places: list[Place] = []
    head: list[Event | Leftover] = []
    above: list[str] = []
    for piece in ordered:
        source = piece.file.source
        known = {visible(part.text) for part in head}
        head += [part for part in source.head if visible(part.text) not in known]
        folders = part_folders(piece.file.path)
        news = [
            name for step, name in enumerate(folders) if folders[: step + 1] != above[: step + 1]
        ]
        above = folders
        for name in (*news, piece.part):
            heading = heading_for(name, source.body)
            if heading:
                places.append(Place(len(lines) + 1, piece.file.path, 1))
                lines += [heading, ""]
        places.append(Place(len(lines) + 1, piece.file.path, source.body_line))
        lines += [*source.body.split("\n"), ""]
    first = ordered[0].file
    path = next(piece.file.path for piece in ordered if piece.file.is_whole)
    versions = [piece.file.source.version for piece in ordered if piece.file.source.version]
    stated: dict[str, object] = {}
    for piece in ordered:
        stated = {**piece.file.source.stated, **stated}
    # Behind one another, so that they stay in the order of the parts.
    numbered = [replace(part, line=line) for line, part in enumerate(head, 1)]
    source = SourceText(
        title=_title(ordered),
        events=tuple(part for part in numbered if isinstance(part, Event)),
        body="\n".join(lines),
        leftovers=tuple(part for part in numbered if isinstance(part, Leftover)),
        version=max(versions, default=None),
        stated=stated,
    )
    words = f"由 {len(ordered)} 个文件合成：{_names(ordered)}"
    joined = Finding("statute-parts", Severity.INFO, path, words, "核对各部分的顺序")
    said = {
        (finding.rule, finding.message): finding
        for piece in reversed(ordered)
        for finding in reversed(piece.file.findings)
    }
    asides = dict.fromkeys(aside for piece in ordered for aside in piece.file.asides)
    return replace(
        first,
        path=path,
        source=source,
        findings=(joined, *reversed(said.values())),
        asides=tuple(asides),
        places=tuple(places),
        is_whole=True,
    )


def _names(pieces: Sequence[Piece]) -> str:
    return "、".join(PurePosixPath(piece.file.path).name for piece in pieces)
