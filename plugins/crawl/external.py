"""External links, asked for one by one: dead ones, and those that lead to another site by now.

Hosts are asked politely: one request at a time to each, with a pause, under the name of the site,
and what was asked lately is not asked again.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from plugins.bureau.languages import TRADITIONAL
from plugins.crawl.context import Context
from plugins.crawl.crawl import PREVIEW, files_in
from plugins.crawl.hosts import host_in
from plugins.crawl.page import Page
from plugins.findings import Finding, Severity

# Hosts that let no program in still show their pages to people.
ALLOWED = {401, 403, 405, 406, 412, 418, 429, 521}
TRIES, PAUSE, TIMEOUT, KEPT = 3, 1.0, 15, timedelta(days=1)
NAMED = 5
# Below these a name belongs to somebody with three labels: yunting.gov.cn, a.com.cn.
SECOND_LEVEL = {"gov", "com", "org", "net", "edu", "ac", "mil"}


@dataclass(frozen=True)
class Answer:
    """`status` is 0 where no server answered, and `error` says why; `address` is where it led."""

    status: int
    address: str
    error: str = ""

    @property
    def is_alive(self) -> bool:
        return 200 <= self.status < 400 or self.status in ALLOWED


Fetch = Callable[[str], Answer]


def external_links(site: Path, context: Context) -> dict[str, list[str]]:
    """Every external address, with the pages that have it; traditional characters left out."""
    found: dict[str, list[str]] = {}
    for path in sorted(files_in(site)):
        if not path.endswith(".html") or path.startswith((f"{TRADITIONAL}/", PREVIEW)):
            continue
        page = Page(path, (site / path).read_bytes())
        for tag in page.all("a", "area"):
            for value in (tag.get("href") or "", tag.get("data-external") or ""):
                if host_in(value) not in ("", context.host):
                    pages = found.setdefault(value.partition("#")[0], [])
                    if path not in pages:
                        pages.append(path)
    return found


def external(
    links: Mapping[str, list[str]],
    cache_file: Path,
    fetch: Fetch,
    now: datetime,
    pause: Callable[[float], None] = time.sleep,
) -> list[Finding]:
    """What is wrong with `links`. Answers are kept in `cache_file`, a JSON file, for a day."""
    cache = _read(cache_file)
    findings: list[Finding] = []
    asked: set[str] = set()
    for address, pages in _interleaved(links):
        answer = _kept(cache, address, now)
        if answer is None:
            host = host_in(address)
            if host in asked:
                pause(PAUSE)
            asked.add(host)
            answer = _asked(address, fetch, pause)
            cache[address] = {"asked": now.isoformat(), **asdict(answer)}
        findings += _told(address, answer, pages)
    cache_file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(
        {key: cache[key] for key in sorted(cache) if key in links}, ensure_ascii=False, indent=1
    )
    staged = cache_file.with_name(f"{cache_file.name}.new")
    staged.write_text(text, encoding="utf-8")
    staged.replace(cache_file)
    return sorted(findings, key=lambda found: found.sort_key)


def _interleaved(links: Mapping[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    """The first of every host, then the second: no host is asked many times in a row."""
    seen: dict[str, int] = {}
    ranked = []
    for address in sorted(links):
        host = host_in(address)
        seen[host] = seen.get(host, 0) + 1
        ranked.append((seen[host], address))
    return [(address, links[address]) for _, address in sorted(ranked)]


def _asked(address: str, fetch: Fetch, pause: Callable[[float], None]) -> Answer:
    """The first good answer of a few tries, each after a longer pause."""
    answer = Answer(0, address)
    for attempt in range(TRIES):
        if attempt:
            pause(PAUSE * 2**attempt)
        answer = fetch(address)
        if answer.is_alive or answer.status in (404, 410):
            break
    return answer


def _told(address: str, answer: Answer, pages: list[str]) -> Iterable[Finding]:
    first = pages[0]
    more = "等" if len(pages) > NAMED else ""
    others = f"（共 {len(pages)} 个网页：{'、'.join(pages[:NAMED])}{more}）"
    where = others if len(pages) > 1 else ""
    if not answer.is_alive:
        why = f"回答 {answer.status}" if answer.status else answer.error or "没有回答"
        message = f"外部链接“{address}”打不开：{why}{where}"
        hint = "换成现在的网址，或删去链接；域名已经关停的，写进 bureau.yml 的 lapsed_hosts"
        yield Finding("external-dead", Severity.ERROR, first, message, hint)
        return
    before, after = registrable(host_in(address)), registrable(host_in(answer.address))
    if after and before != after:
        message = f"外部链接“{address}”现在转到另一个网站 {after}{where}"
        hint = "核对是不是原来的单位；域名可能已被别人注册"
        yield Finding("external-moved", Severity.WARNING, first, message, hint)


def registrable(host: str) -> str:
    """The part of a host that somebody has registered, near enough: yunting.gov.cn."""
    labels = host.split(".")
    wanted = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-wanted:])


def fetch_as(host: str) -> Fetch:
    """A fetch that says whose site asks."""
    agent = f"Mozilla/5.0 (compatible; link check of https://{host}/)"

    def fetch(address: str) -> Answer:
        request = Request(address, headers={"User-Agent": agent, "Accept": "*/*"})
        try:
            with urlopen(request, timeout=TIMEOUT) as answer:
                return Answer(answer.status, answer.url)
        except HTTPError as error:
            return Answer(error.code, error.url or address)
        except (URLError, HTTPException, OSError, ValueError) as error:
            return Answer(0, address, str(getattr(error, "reason", error)))

    return fetch


def _read(file: Path) -> dict[str, dict[str, object]]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _kept(cache: Mapping[str, dict[str, object]], address: str, now: datetime) -> Answer | None:
    """A good answer of the last day; bad ones are asked for again."""
    row = cache.get(address)
    try:
        if row is None or now - datetime.fromisoformat(str(row["asked"])) > KEPT:
            return None
        answer = Answer(int(str(row["status"])), str(row["address"]), str(row["error"]))
    except (KeyError, TypeError, ValueError):
        return None
    return answer if answer.is_alive else None
