"""One file into one record, or into the findings that say why not."""

from __future__ import annotations

import logging
from dataclasses import replace
from posixpath import basename, splitext
from typing import TYPE_CHECKING

from plugins.bureau import Column
from plugins.bureau.languages import ENGLISH_SUFFIX
from plugins.clock import build_time, seconds
from plugins.findings import Finding, Position, Severity, has_errors
from plugins.privacy import without_numbers
from plugins.records.checks import check_body
from plugins.records.extract import extract, extract_of_broken
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS, RecordModel
from plugins.records.parsing import is_slug
from plugins.records.record import Content, ParseResult, Record, SourceText
from plugins.records.record_citations import find_record_citations
from plugins.records.slugs import suggest
from plugins.records.validate import validate
from plugins.source import LocatedData, UnreadableFileError, decode

if TYPE_CHECKING:
    from plugins.records.text_rules import TextRules
    from plugins.texts.converter import Converter

# Errors in a head that is complete all the same: what they are about is not read.
HARMLESS = {"key-unknown", "key-repeated"}


# The longest statutes have a quarter of this; the worst texts of this size take seconds.
MAX_BYTES = 1_000_000
logger = logging.getLogger(__name__)


def read_record(
    path: str,
    data: bytes,
    column: Column,
    converter: Converter,
    now: int | None = None,
    fingerprint: bytes = b"",
    rules: TextRules | None = None,
) -> ParseResult:
    """Read one file of `column` as it is at `now`, in seconds since 1970, else at the moment of the
    build; no record at all when its head can't be read. Its words and the personal data in it are
    judged by `rules`.

    Whatever goes wrong meanwhile is a finding about this file, and the build goes on.
    """
    now = seconds(build_time()) if now is None else now
    try:
        result = _read(path, data, column, converter, now, fingerprint, rules)
    except Exception as error:
        logger.debug("could not parse %s", path, exc_info=True)
        message = f"这篇稿件读不下去（{type(error).__name__}：{error}）"
        hint = "检查最近改动的地方，特别是层层嵌套的列表和粘贴来的代码；找不到原因时请技术人员处理"
        result = ParseResult(None, [Finding("unreadable", Severity.ERROR, path, message, hint)])
    if rules is None:
        return result
    return result._replace(findings=[*without_numbers(result.findings, rules.own)])


def _read(
    path: str,
    data: bytes,
    column: Column,
    converter: Converter,
    now: int,
    fingerprint: bytes,
    rules: TextRules | None,
) -> ParseResult:
    if len(data) > MAX_BYTES:
        message = f"这篇稿件有 {len(data) / 1_000_000:.1f} MB，最多 {MAX_BYTES // 1_000_000} MB"
        hint = "正文只放文字；图片放 images/，长文放 files/ 作附件，或分成几篇"
        return ParseResult(None, [Finding("record-size", Severity.ERROR, path, message, hint)])
    try:
        text, findings = decode(data, path)
        head = split(text, path)
    except UnreadableFileError as error:
        return ParseResult(None, error.findings)
    findings += head.findings
    kind = KINDS[column.kind]
    model, problems = validate(kind, head.located, path, now)
    findings += problems
    body = converter.convert(head.body, statute=kind.is_law)
    # A mistake in the text keeps nobody from seeing the page in a preview, where it is marked.
    is_valid = not has_errors(each for each in findings if each.rule not in HARMLESS)
    findings += check_body(path, kind, body, head.body, head.body_line, model if is_valid else None)
    if rules is not None:
        findings += rules.check_record(path, text, head.body_line, model)
    slug, problems = _slug(path, model)
    findings += problems or _named_by_its_slug(path, model, slug, head.located)
    if is_valid:
        model = model.as_of(now)
        cited = find_record_citations(model, body)
        body = replace(body, citation_ranges=cited.ranges) if cited.ranges else body
        extracted = extract(path, column.code, slug, model, body, cited.citations)
    else:
        extracted = extract_of_broken(path, column.code, slug, model, body)
    content = Content(model, body)
    written = SourceText(head.body, head.body_line, head.located)
    return ParseResult(
        Record(extracted, fingerprint, lambda _path: content, lambda _path: written),
        findings,
        is_valid,
    )


def read_source_text(path: str, data: bytes) -> SourceText:
    """Where things stand in a file that was read before and could be."""
    head = split(decode(data, path)[0], path)
    return SourceText(head.body, head.body_line, head.located)


def _named_by_its_slug(
    path: str, model: RecordModel, slug: str, located: LocatedData
) -> list[Finding]:
    """What a slug tells that must not stay in an address."""
    better = model.slug_of(slug)
    if better == slug:
        return []
    message = f"网址“{slug}”里有当事人或案情，公示期满后也改不了"
    hint = f"写明 网址名: {better}"
    written = next((key for key in ("网址名", "slug") if key in located.data), None)
    place = located.at(written) if written else Position()
    return [Finding("slug", Severity.WARNING, path, message, hint, *place)]


def _slug(path: str, model: RecordModel) -> tuple[str, list[Finding]]:
    """The slug as written, else the file's name, else one made from the title, with advice.

    That of a translation has an ending, so that it may have the name of its original.
    """
    stem = splitext(basename(path))[0]
    if model.is_english:
        slug, findings = _chinese_slug(path, model, stem.removesuffix(ENGLISH_SUFFIX))
        return f"{slug}{ENGLISH_SUFFIX}", findings
    return _chinese_slug(path, model, stem)


def _chinese_slug(path: str, model: RecordModel, stem: str) -> tuple[str, list[Finding]]:
    if model.slug:
        return model.slug, []
    if is_slug(stem):
        return stem, []
    slug = suggest(model.title or stem)
    message = f"文件名“{stem}”不能用作网址，暂用由标题拼音生成的“{slug}”，标题一改网址就会变"
    hint = f"在稿头写明 网址名: {slug}"
    return slug, [Finding("slug", Severity.WARNING, path, message, hint)]
