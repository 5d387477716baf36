"""Parsers from the text in front matter to the value of a field.

What can be read safely although it is not written correctly is read, and the repair is noted in the
validation context. Other text raises a `PydanticCustomError` whose message says in Chinese what is
wrong, and whose `hint` how to correct it.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from operator import mul
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from plugins.addresses import AddressError, read_address
from plugins.clock import CHINA, build_time
from plugins.records.money import DIGITS, read_amount
from plugins.texts.telephones import is_telephone
from plugins.texts.web_address import problem_of

# 国办发〔2017〕47号 annex: PubDate is `YYYY-MM-DD HH:MM`.
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
LOOSE_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
CLOCK = re.compile(r"[ T　]*([0-2]?\d)[:：时]([0-5]?\d)分?(?:[:：]([0-5]\d))?(?:\.\d+)?(?:秒)?")
EXACT_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):\d{2}", re.ASCII)
ZONE = re.compile(r"\s*(?:(?P<utc>Z|UTC|GMT)|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d))$")
# No fact of this site is older than the republic, and none is planned for longer than ten years:
# anything else is a slip, or the empty date of another system.
EARLIEST, YEARS_AHEAD = 1949, 10
CHINA_OFFSET = timedelta(hours=8)
# 双公示 data standard: valid without end.
WITHOUT_END = date(2099, 12, 31)

# GB/T 9704-2012 7.2.5: full year in 〔〕, no 第, no padded number.
DOCUMENT_NUMBER = re.compile(
    r"[一-鿿]{1,20}〔(?:19|20)\d{2}〕[1-9]\d*号"
    r"|[一-鿿]{1,20}令(?:〔(?:19|20)\d{2}〕)?第?[1-9]\d*号"
    r"|[一-鿿]{0,20}公告(?:19|20)\d{2}年第[1-9]\d*号",
    re.ASCII,  # \d would take full-width digits too
)
# 组织机构代码 or 统一社会信用代码, year, five digits.
INDEX_NUMBER = re.compile(r"[0-9A-Z]{9}(?:[0-9A-Z]{9})?/[0-9]{4}-[0-9]{5}")
CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_CODE_VALUES = {character: value for value, character in enumerate(CREDIT_CODE_ALPHABET)}
CREDIT_CODE_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# File systems allow 255 bytes for a name, and the comparison of two texts of a statute is named by
# both slugs.
LONGEST_SLUG = 100
COUNT = re.compile(r"[0-9]{1,9}")
NUMBER = re.compile(DIGITS, re.ASCII)
WEB_ADDRESS = re.compile(r"https?://\S+")
CITED = re.compile(r"《[^《》]+(?:〈[^〈〉]+〉[^《》]*)*》(?:第.+)?")


def problem(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    # Braces would be read as a template by pydantic.
    return PydanticCustomError(kind, message.replace("{", "｛").replace("}", "｝"), {"hint": hint})


def note_repair(info: ValidationInfo, message: str, hint: str) -> None:
    """Record that a value was read although it was not written as it should be."""
    if info.context is not None:
        info.context.append((info.field_name, message, hint))


def parse_text(raw: Any) -> str:
    if isinstance(raw, (list, dict)):
        raise problem("text", "应是一行文字，现在是列表", "写成一行，不用“- ”分行")
    text = " ".join(str(raw).split())
    if not text:
        raise problem("empty", "没有填写内容", "填写内容，或删去这一行")
    return text


def parse_prose(raw: Any) -> str:
    """Text that may run over several lines (a resident's question, for instance)."""
    if isinstance(raw, list | dict):
        raise problem("text", "应是文字，现在是列表", "多行文字用“|”开头，每行缩进两格")
    if not str(raw).strip():
        raise problem("empty", "没有填写内容", "填写内容，或删去这一行")
    return "\n".join(line.strip() for line in str(raw).strip().splitlines())


def parse_day(raw: Any, info: ValidationInfo) -> date:
    text = str(raw).strip()
    if DAY.fullmatch(text):
        with suppress(ValueError):
            return _in_range(date.fromisoformat(text))
    match = LOOSE_DAY.match(text)
    if not match:
        raise problem("day", f"“{text}”不是日期", "写成 2026-03-01 的样子")
    rest = text[match.end() :]
    if rest and not CLOCK.fullmatch(ZONE.sub("", rest)):
        raise problem("day", f"日期后面的“{rest.strip()}”读不懂", "只写日期，如 2026-03-01")
    day = _in_range(_calendar_day(match))
    if rest:
        note_repair(info, f"这里只需要日期，“{rest.strip()}”没有采用", f"写成 {day:%Y-%m-%d}")
    elif not DAY.fullmatch(text):
        note_repair(info, f"日期“{text}”已读作 {day:%Y-%m-%d}", f"写成 {day:%Y-%m-%d}")
    return day


def parse_moment(raw: Any, info: ValidationInfo) -> datetime:
    text = str(raw).strip()
    if EXACT_MOMENT.fullmatch(text):
        with suppress(ValueError):
            moment = datetime.fromisoformat(text).replace(tzinfo=CHINA)
            _in_range(moment.date())
            return moment
    match = LOOSE_DAY.match(text)
    if not match:
        raise problem("moment", f"“{text}”不是时间", "写成 2026-03-01 09:30 的样子")
    zone = ZONE.search(text, match.end())
    rest = text[match.end() : zone.start() if zone else None]
    clock = CLOCK.fullmatch(rest) if rest.strip() else None
    if rest.strip() and not clock:
        raise problem(
            "moment",
            f"日期后面的“{rest.strip()}”读不懂",
            "写成 2026-03-01 09:30 的样子（24 小时制）",
        )
    day = _calendar_day(match)
    if clock and int(clock[1]) > 23:
        raise problem("moment", f"一天没有 {clock[1]} 时", "小时写 00 到 23")
    at = time(int(clock[1]), int(clock[2])) if clock else time()
    moment = datetime.combine(_in_range(day), at, _offset(zone) if zone else CHINA)
    is_elsewhere = moment.utcoffset() != CHINA_OFFSET
    moment = moment.astimezone(CHINA)
    written = f"{moment:%Y-%m-%d %H:%M}"
    if not clock:
        note_repair(info, f"只写了日期，按 {written} 处理", f"写明时刻，如 {day:%Y-%m-%d} 09:30")
    elif is_elsewhere:
        message = f"时间“{text}”不是北京时间，已换算为 {written}"
        note_repair(info, message, f"写成 {written}")
    elif not EXACT_MOMENT.fullmatch(text):
        note_repair(info, f"时间“{text}”已读作 {written}", f"写成 {written}")
    return moment


def parse_last_moment(raw: Any, info: ValidationInfo) -> datetime:
    """A moment; of a day alone its last minute, for a deadline includes its day."""
    match = LOOSE_DAY.fullmatch(str(raw).strip())
    if match is None:
        return parse_moment(raw, info)
    return datetime.combine(_in_range(_calendar_day(match)), time(23, 59), CHINA)


def _offset(zone: re.Match[str]) -> timezone:
    if zone["utc"]:
        return UTC
    ahead = timedelta(hours=int(zone["hours"]), minutes=int(zone["minutes"]))
    if ahead >= timedelta(hours=24):
        raise problem("moment", f"没有“{zone[0].strip()}”这个时区", "写北京时间，不写时区")
    return timezone(ahead if zone["sign"] == "+" else -ahead)


def _in_range(day: date) -> date:
    latest = build_time().year + YEARS_AHEAD
    if not EARLIEST <= day.year <= latest and day != WITHOUT_END:
        message = f"{day.year} 年不在 {EARLIEST} 到 {latest} 年之间"
        raise problem("year", message, "核对年份")
    return day


def _calendar_day(match: re.Match[str]) -> date:
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            raise problem("day", f"没有 {month} 月", "月份写 01 到 12") from None
        raise problem(
            "day", f"{year} 年 {month} 月没有 {day} 日", "核对原文，改成正确的日期"
        ) from None


def parse_count(raw: Any) -> int:
    text = _number(raw)
    if text is None or not COUNT.fullmatch(text):
        raise problem("count", f"“{raw}”不是整数", "只写数字，如 30")
    return int(text)


def _number(raw: Any) -> str | None:
    """Digits as people type them, also full-width ones, without separators."""
    text = unicodedata.normalize("NFKC", str(raw)).strip()
    return re.sub("[,，]", "", text) if NUMBER.fullmatch(text) else None


def parse_amount(raw: Any) -> Decimal:
    """An amount in 元, as people write it."""
    amount = read_amount(str(raw))
    if amount is None:
        hint = "以元为单位写，如 500；也可以写 0.05万元、伍佰元整"
        raise problem("amount", f"“{raw}”不是金额", hint)
    return amount


def parse_flag(raw: Any) -> bool:
    text = str(raw).strip().lower()
    if text in {"是", "true", "yes", "1"}:
        return True
    if text in {"否", "false", "no", "0"}:
        return False
    raise problem("flag", f"“{raw}”应是“是”或“否”", "写“是”或“否”")


def parse_phone(raw: Any) -> str:
    """One number that can be dialled, with its area code if it isn't a short one."""
    text = unicodedata.normalize("NFKC", parse_text(raw)).replace("–", "-").replace("—", "-")
    text = re.sub(r"\s*([-转])\s*", r"\1", text)
    if is_telephone(text):
        return text
    hint = "写区号和号码，如 0599-0001000；分机写成 0599-0001000转8；短号如 12345、110"
    raise problem("phone", f"“{text}”不是能拨打的电话号码", hint)


def parse_document_number(raw: Any) -> str:
    text = parse_text(raw)
    if DOCUMENT_NUMBER.fullmatch(text):
        return text
    guess = re.sub(r"[\[［(（【]\s*((?:19|20)\d{2})\s*[\]］)）】]", r"〔\1〕", text)
    guess = re.sub(r"〕\s*第?\s*0*(\d+)\s*号?$", r"〕\1号", guess)
    right = guess if DOCUMENT_NUMBER.fullmatch(guess) else "某综执〔2026〕12号"
    raise problem(
        "document-number",
        f"文号“{text}”的格式不对：年份用六角括号〔〕，序号不加“第”、不补零",
        f"写成 {right}" if right == guess else f"照 {right} 的样子写",
    )


def parse_index_number(raw: Any) -> str:
    text = parse_text(raw)
    if not INDEX_NUMBER.fullmatch(text):
        raise problem(
            "index-number",
            f"索引号“{text}”的格式不对",
            "组织机构代码（9 位）或统一社会信用代码（18 位）/年份-五位序号",
        )
    return text


def parse_credit_code(raw: Any) -> str:
    text = parse_text(raw).upper()
    if not valid_credit_code(text):
        raise problem(
            "credit-code", f"统一社会信用代码“{text}”校验不通过", "对照营业执照核对 18 位代码"
        )
    return text


def valid_credit_code(text: str) -> bool:
    """GB 32100-2015: eighteen characters, the last a mod 31 check character."""
    if len(text) != 18 or not CREDIT_CODE_VALUES.keys() >= set(text):
        return False
    values = [CREDIT_CODE_VALUES[character] for character in text]
    weighted: int = sum(map(mul, values, CREDIT_CODE_WEIGHTS))
    return (weighted + values[17]) % 31 == 0


def parse_slug(raw: Any) -> str:
    text = str(raw).strip()
    if not SLUG.fullmatch(text):
        raise problem(
            "slug", f"网址名“{text}”只能用小写字母、数字和连字符", "如 canchu-laji-guanli-banfa"
        )
    if len(text) > LONGEST_SLUG:
        message = f"网址名有 {len(text)} 个字母，最多 {LONGEST_SLUG} 个"
        raise problem("slug", message, "写短些，如 canchu-laji-guanli-banfa")
    return text


def is_slug(text: str) -> bool:
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None


def parse_web_address(raw: Any) -> str:
    text = parse_text(raw)
    if not WEB_ADDRESS.fullmatch(text):
        raise problem("address", f"“{text}”不是完整的网址", "以 https:// 开头写全")
    if found := problem_of(text):
        raise problem("address", *found)
    return text


def parse_cited(raw: Any) -> str:
    text = parse_text(raw)
    if not CITED.fullmatch(text):
        raise problem(
            "cited", f"“{text}”不是规范的法规引用", "如 《城市市容和环境卫生管理条例》第三十四条"
        )
    return text


def parse_reference(raw: Any) -> str:
    """`column/slug` or the path of a Markdown file; what it names is checked with the relations."""
    text = parse_text(raw).removeprefix("{filename}").strip("/")
    return text.removesuffix(".md")


def parse_old_address(raw: Any) -> str:
    """As written; what is the host of this site is known to nobody here."""
    text = parse_text(raw)
    try:
        read_address(text)
    except AddressError as error:
        raise problem("redirect-address", error.message, error.hint) from None
    return text


def parse_file(raw: Any) -> str:
    return re.sub(r"^\{(?:static|attach|filename)\}", "", parse_text(raw)).lstrip("/")
