"""What is wrong with an attachment or a picture, and how to mend it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from posixpath import basename, splitext
from typing import TYPE_CHECKING, NamedTuple

from plugins.attachments import FileProblem
from plugins.findings import Finding, Severity
from plugins.records.file_types import ACTIVE, TYPES, Format, suffix_of

if TYPE_CHECKING:
    from plugins.bureau.model import Thresholds
    from plugins.records.assets import Asset

PICTURES = "images"
ALLOWED = "、".join(
    suffix for suffix, each in TYPES.items() if not each.instead and suffix != ".svg"
)
OFFER_INSTEAD = "换成 PDF、Word 文档或表格"
EXPORT_AGAIN = "用原来的程序打开，另存为一份新的"
# Where the content is something else than the name says.
LOCKED_OFFICE = frozenset({".docx", ".xlsx", ".pptx"})


class Problem(NamedTuple):
    rule: str
    is_error: bool
    message: str
    hint: str


def problems_of(asset: Asset) -> Iterator[Problem]:
    """Without those of its size, which depend on the bureau."""
    suffix = suffix_of(asset.path)
    expected, found = TYPES.get(suffix), Format[asset.format]
    if suffix in ACTIVE:
        message = f"{suffix} 文件会在读者的浏览器或电脑上运行，不能放上网站"
        yield Problem("file-type", True, message, OFFER_INSTEAD)
    elif expected is None:
        message = f"不认识“{suffix}”这种文件" if suffix else "文件名没有后缀，读者打不开"
        yield Problem("file-type", True, message, f"可以用 {ALLOWED}")
    elif found is Format.EMPTY:
        yield Problem("file-content", True, "文件是空的", "重新放一份")
    elif found not in expected.formats and not (found is Format.ZIP and asset.fault):
        message = f"后缀是 {suffix}，内容却是{found.value}"
        yield Problem("file-content", True, message, _rename(asset.path, suffix, found))
    elif asset.fault and found is Format.SVG:
        hint = "从绘图软件另存为“普通 SVG”，或存成 PNG"
        yield Problem("svg", True, f"图片{asset.fault}", hint)
    elif asset.fault:
        yield Problem("file-content", True, f"文件{asset.fault}", EXPORT_AGAIN)
    elif found is Format.SVG and not _is_picture(asset):
        hint = f"移到 {PICTURES}/ 当图片，或存成 PNG、PDF"
        yield Problem("file-type", True, "SVG 里能写程序，不能当附件", hint)
    elif expected.instead:
        # Browsers can't show it on a page; as an attachment somebody may have the program for it.
        message = f"{suffix} 文件很多人打不开"
        yield Problem("file-form", _is_picture(asset), message, expected.instead)
    elif _is_picture(asset) and not expected.shown:
        message = f"{PICTURES}/ 里只放网页能显示的图片，{suffix} 文件不是"
        yield Problem("file-form", False, message, "移到 files/")


def is_refused(asset: Asset) -> bool:
    """Whether publishing it could harm somebody, or would be of no use to anybody."""
    return any(problem.is_error for problem in problems_of(asset)) or any(
        severity == Severity.ERROR.value for _, severity, _, _ in asset.problems
    )


def asset_findings(assets: Iterable[Asset], limits: Thresholds) -> Iterator[Finding]:
    for asset in assets:
        for problem in [*problems_of(asset), *_size_problems(asset, limits)]:
            severity = Severity.ERROR if problem.is_error else Severity.WARNING
            yield Finding(problem.rule, severity, asset.path, problem.message, problem.hint)
        for kept in itertools.starmap(FileProblem, asset.problems):
            severity = Severity(kept.severity)
            yield Finding(kept.rule, severity, asset.path, kept.message, kept.hint)


def _size_problems(asset: Asset, limits: Thresholds) -> Iterator[Problem]:
    expected = TYPES.get(suffix_of(asset.path))
    if expected and expected.shown:
        limit, hint = limits.image_kb * 1024, "缩小尺寸或降低质量，照片存成 JPG"
        name = f"{limits.image_kb} KB"
    else:
        limit, hint = limits.file_mb * 1024 * 1024, "压缩或分成几个文件"
        name = f"{limits.file_mb} MB"
    if asset.size > limit:
        message = f"文件有 {asset.readable_size}，超过 {name}，手机打开很慢"
        yield Problem("file-size", False, message, hint)


def _is_picture(asset: Asset) -> bool:
    return asset.path.startswith(f"{PICTURES}/")


def _rename(path: str, suffix: str, found: Format) -> str:
    if found is Format.OLE and suffix in LOCKED_OFFICE:
        return f"去掉文件的密码，或另存为 {suffix}"
    right = next((s for s, each in TYPES.items() if each.formats == (found,)), "")
    if right and found is not Format.TEXT:
        return f"改名为 {splitext(basename(path))[0]}{right}"
    return EXPORT_AGAIN
