"""What is wrong with what an attachment or a picture has in it."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.attachments.model import AttachmentFacts, FileProblem
from plugins.findings import Severity
from plugins.privacy import OwnNumbers, check_file_name, check_privacy
from plugins.texts.prose import prose_of_plain

ERROR, WARNING, INFO = Severity.ERROR.value, Severity.WARNING.value, Severity.INFO.value
# What programs write where nobody gave a name.
NOBODY = frozenset(
    {
        "administrator", "admin", "user", "users", "unknown", "anonymous", "owner", "author",
        "用户", "windows 用户", "windows user", "microsoft office user", "微软用户", "微软中国",
        "作者",
        "python-docx", "openpyxl", "apache poi", "wps", "wps office", "kingsoft", "未知", "未定义",
        "(anonymous)", "(unspecified)", "microsoft", "china", "lenovo", "hp", "dell", "pc",
    }
)  # fmt: skip
# Of more findings of one sort in one file, these are told one by one.
MOST_TOLD = 20
CLEAN_UP = (
    "在 Word、Excel 里选“文件→信息→检查文档”，WPS 选“文件→文档加密→属性”和“审阅”，"
    "去掉后另存；PDF 从清理过的文件重新导出"
)
ON_SITE = "网站上的图片不用再处理；原图里还有，发给别人前要去掉"


def problems_in(facts: AttachmentFacts, path: str, own: OwnNumbers) -> list[FileProblem]:
    """As they are kept with the description of the file."""
    return [*_in_text(facts, path, own), *_of_metadata(facts, own), *_of_picture(facts)]


def _in_text(facts: AttachmentFacts, path: str, own: OwnNumbers) -> Iterator[FileProblem]:
    for found in check_file_name(path, own):
        yield FileProblem(found.rule, found.severity.value, found.message, found.hint)
    prose = prose_of_plain("\n".join(piece.text for piece in facts.pieces))
    found_in_text = check_privacy("", prose, own)
    for found in found_in_text[:MOST_TOLD]:
        message = f"{facts.pieces[found.line - 1].place}：{found.message}"
        yield FileProblem(found.rule, found.severity.value, message, found.hint)
    left = found_in_text[MOST_TOLD:]
    if left:
        worst = min(left, key=lambda each: each.severity.rank)
        message = f"后面还有 {len(left)} 处个人信息或标志"
        yield FileProblem(worst.rule, worst.severity.value, message, "整个文件核对一遍")
    if facts.has_more:
        message, hint = "文件太长，后面的没有检查个人信息", "自己核对后面的，或分成几个文件"
        yield FileProblem("attachment-unread", INFO, message, hint)


def _of_metadata(facts: AttachmentFacts, own: OwnNumbers) -> Iterator[FileProblem]:
    people = [
        f"{word}“{name}”"
        for word, name in facts.people
        if name.lower() not in NOBODY and name not in own.names
    ]
    kept = [*people, *facts.traces]
    if _is_another_title(facts):
        kept.insert(0, f"标题“{facts.title[:60]}”（正文里没有）")
    if kept:
        yield FileProblem(
            "attachment-metadata", WARNING, f"文件里还留着：{'、'.join(kept)}", CLEAN_UP
        )
    if facts.is_scanned:
        message = "文件里只有图，没有文字，屏幕阅读器读不了，也搜不到"
        hint = "加一份可以复制文字的，或用识别文字后的文件代替"
        yield FileProblem("attachment-scanned", WARNING, message, hint)


def _of_picture(facts: AttachmentFacts) -> Iterator[FileProblem]:
    if facts.has_location:
        message = "照片里记着拍摄地点，已在网站上去除"
        yield FileProblem("image-gps", INFO, message, ON_SITE)
    if facts.personal:
        message = f"图片里记着{'、'.join(facts.personal)}，已在网站上去除"
        yield FileProblem("image-metadata", INFO, message, ON_SITE)


def _is_another_title(facts: AttachmentFacts) -> bool:
    """Whether it is left from the document that this one was made of."""
    title = "".join(facts.title.split())
    if not title or not facts.pieces:
        return False
    text = "".join("".join(piece.text.split()) for piece in facts.pieces[:200])
    # A title that says in brackets which year it is of need not say it in the text.
    return title.partition("（")[0] not in text
