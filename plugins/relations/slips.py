"""What editors write in place of an address, and what to write instead.

These are asked only about what leads nowhere: a file of the site may have any name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from posixpath import basename

from plugins.findings import nearest
from plugins.records.assets import Assets
from plugins.texts.web_address import problem_of

WIDE_COLON = re.compile(r"(tel|mailto)\s*：\s*(\S.*)", re.I)
# A path of Windows or macOS, or of a file that a browser has opened.
OWN_COMPUTER = re.compile(r"(?:file:|[A-Za-z]:[\\/]|/(?:Users|home|Volumes)/)", re.I)
MAIL = re.compile(r"[^\x00-\x7f＠]*([\w.+-]+)[@＠]([\w-]+(?:\.[\w-]+)+)", re.A)
PHONE = re.compile(r"(?:(?:电话|手机|热线|拨打)[:：]?\s*)?(\+?\d[\d\s()（）\-－—]{2,})")
# http and https as they come out of quick fingers.
MISSPELT = re.compile(
    r"(?:https?[/／]{1,2}|(?!https?:)h{0,2}t{1,3}p{1,2}s?[:：][/／]{0,3})(.+)", re.I
)
ENDINGS = r"cn|com|net|org|edu|gov|info|top|vip|xyz|政务|公益|中国"
HOST = re.compile(
    rf"(?:(?:[\w-]+\.)+(?:{ENDINGS})|localhost|\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?::\d+)?(?:[/?#].*)?",
    re.I,
)
# At least an emergency number.
TELEPHONE = re.compile(r"[+*#]?\d(?:[\d\-.()*#,;=a-z ]*\d)?[*#]?", re.I | re.A)
SHORTEST_NUMBER = 3
MAILBOX = re.compile(r"[^\s@＠：，、]+@[\w-]+(?:\.[\w-]+)+(?:\?.*)?")

# What is wrong, and how to mend it.
Slip = tuple[str, str]


def slip_in(written: str, files: Iterable[str]) -> Slip | None:
    """What was probably meant by an address that leads nowhere; `files` are those of the site."""
    if found := WIDE_COLON.fullmatch(written):
        return f"“{written}”里的冒号是全角的", f"写成 {found[1].lower()}:{found[2]}"
    if OWN_COMPUTER.match(written) or "\\" in written:
        file = suggest_file(written, files)
        close = link_to(file) if file else ""
        if not OWN_COMPUTER.match(written):
            straight = written.replace("\\", "/").lstrip("/")
            return f"“{written}”里的斜线方向反了", f"写成 {close or f'/{straight}'}"
        hint = f"写成 {close}" if close else "把文件放进 files/，写成 /files/文件名"
        return f"“{written}”是自己电脑上的位置，别人打不开", hint
    if found := MAIL.fullmatch(written):
        return f"“{written}”是邮箱，前面缺少“mailto:”", f"写成 mailto:{found[1]}@{found[2]}"
    if found := PHONE.fullmatch(written):
        return f"“{written}”是电话号码，前面缺少“tel:”", f"写成 tel:{_plain_number(found[1])}"
    if (found := MISSPELT.fullmatch(written)) and HOST.fullmatch(found[1]):
        return f"网址“{written}”的开头写错了", f"写成 https://{found[1]}"
    if HOST.fullmatch(written):
        complete = f"https://{written}"
        return problem_of(complete) or (
            f"网址“{written}”前面缺少“https://”",
            f"写成 {complete}",
        )
    return None


def contact_slip(written: str) -> Slip | None:
    """What is wrong with a `tel:` or `mailto:` address, if anything."""
    scheme, _, value = written.partition(":")
    if scheme.lower() == "mailto":
        if MAILBOX.fullmatch(value):
            return None
        return f"邮箱链接“{written}”写得不对", "写成 mailto:zhzf@yunting.gov.cn 的样子"
    if TELEPHONE.fullmatch(value) and sum(map(str.isdigit, value)) >= SHORTEST_NUMBER:
        return None
    plain = _plain_number(value)
    if TELEPHONE.fullmatch(plain) and sum(map(str.isdigit, plain)) >= SHORTEST_NUMBER:
        return f"电话链接“{written}”里有全角字符", f"写成 tel:{plain}"
    return f"电话链接“{written}”写得不对", "写成 tel:12345 或 tel:0571-12345678 的样子"


def _plain_number(written: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", written)).replace("—", "-")


def suggest_file(written: str, files: Iterable[str]) -> str | None:
    """The path of the file that was probably meant.

    Names are compared after NFKC and case folding; the same name in another folder comes before a
    similar one.
    """
    wanted = _folded(written.replace("\\", "/")).lstrip("/")
    by_name = {_folded(path): path for path in sorted(files, reverse=True)}
    found = by_name.get(wanted)
    if found is None:
        name = basename(wanted)
        found = next((by_name[f] for f in sorted(by_name) if basename(f) == name), None)
    if found is None and (close := nearest(wanted, by_name, 0.85)):
        found = by_name[close]
    return found


def link_to(path: str) -> str:
    """A file as it is written in a text: Markdown ends an address at a blank."""
    return "/" + path.replace(" ", "%20")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold()


def missing_file(
    assets: Assets, path: str, otherwise: str, written: Callable[[str], str] = link_to
) -> Slip:
    """Why no file is published at `path`; the hint is `otherwise` where none was probably meant.

    `written` gives a path as it is written at that place.
    """
    if assets.is_refused(path):
        return f"文件“{path}”有错误，没有放上网站", "先改正那个文件的错误"
    close = suggest_file(path, assets.paths)
    return f"没有文件“{path}”", f"是不是“{written(close)}”？" if close else otherwise
