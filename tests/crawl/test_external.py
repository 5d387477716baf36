"""Asking for external links: politely, with a memory, and what is said of the answers."""

from __future__ import annotations

import json
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.bureau import load_bureau, load_columns
from plugins.clock import CHINA
from plugins.crawl import Answer, Context, Options, external, external_links, fetch_as
from plugins.crawl.external import registrable
from plugins.findings import Severity
from plugins.records.kinds import KINDS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


class Web:
    """Answers by address; what was asked, and how long was waited between."""

    def __init__(self, answers):
        self.answers, self.asked, self.pauses = answers, [], []

    def fetch(self, address):
        self.asked.append(address)
        answer = self.answers[address]
        return answer.pop(0) if isinstance(answer, list) else answer

    def look(self, links, cache, now=NOW):
        return external(links, cache, self.fetch, now, self.pauses.append)


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "external-links.json"


def test_every_external_address_with_the_pages_that_have_it(built):
    content, site = built
    bureau, _ = load_bureau(content)
    columns, _ = load_columns(content, bureau, KINDS)
    links = external_links(site, Context(bureau, columns, Options()))
    assert links["https://news.example.org/1"] == [
        "dongtai/2026/xin.html",
        next(p for p in links["https://news.example.org/1"] if "leaving" in p)
    ]  # fmt: skip
    assert "https://www.zjzwfw.gov.cn/" in links
    assert not any(page.startswith("zh-hant/") for pages in links.values() for page in pages)


def test_a_dead_link_names_all_pages_that_have_it(cache):
    a, b = "https://a.gov.cn/1", "https://b.gov.cn/"
    web = Web({a: Answer(404, a), b: Answer(0, b, "找不到服务器")})
    found = web.look({a: ["x.html", "y.html"], b: ["x.html"]}, cache)
    assert [each.message for each in found] == [
        f"外部链接“{a}”打不开：回答 404（共 2 个网页：x.html、y.html）",
        f"外部链接“{b}”打不开：找不到服务器",
    ]
    assert {each.severity for each in found} == {Severity.ERROR}
    assert "写进 bureau.yml 的 lapsed_hosts" in found[0].hint
    assert web.asked == [a, b, b, b], "what is not there is not asked for again"
    assert web.pauses == [2.0, 4.0]


def test_one_failure_among_good_answers_counts_for_nothing(cache):
    a = "https://a.gov.cn/"
    web = Web({a: [Answer(503, a), Answer(200, a)]})
    assert web.look({a: ["x.html"]}, cache) == []


@pytest.mark.parametrize("status", [200, 204, 401, 403, 405, 429])
def test_a_host_that_lets_no_program_in_is_alive(cache, status):
    a = "https://a.gov.cn/"
    assert Web({a: Answer(status, a)}).look({a: ["x.html"]}, cache) == []


def test_a_link_that_leads_to_another_site_by_now(cache):
    a, b = "https://old.gov.cn/a", "https://www.moved.gov.cn/a"
    found = Web(
        {a: Answer(200, "https://casino.example/"), b: Answer(200, "https://moved.gov.cn/")}
    ).look({a: ["x.html"], b: ["x.html"]}, cache)
    (told,) = found
    assert (told.rule, told.severity) == ("external-moved", Severity.WARNING)
    assert told.message == f"外部链接“{a}”现在转到另一个网站 casino.example"
    assert "域名可能已被别人注册" in told.hint


def test_hosts_are_asked_in_turn_and_with_pauses(cache):
    links = {f"https://{host}.gov.cn/{n}": ["x.html"] for host in "ab" for n in (1, 2)}
    web = Web({address: Answer(200, address) for address in links})
    web.look(links, cache)
    assert web.asked == [f"https://{host}.gov.cn/{n}" for n in (1, 2) for host in "ab"]
    assert web.pauses == [1.0, 1.0]


def test_good_answers_are_remembered_for_a_day_and_bad_ones_not(cache):
    good, bad = "https://a.gov.cn/", "https://b.gov.cn/"
    web = Web({good: Answer(200, good), bad: Answer(404, bad)})
    links = {good: ["x.html"], bad: ["x.html"]}
    first = web.look(links, cache)
    assert json.loads(cache.read_text(encoding="utf-8"))[good]["asked"] == NOW.isoformat()
    assert web.look(links, cache, NOW + timedelta(hours=23)) == first
    assert web.asked == [good, bad, bad]
    web.look(links, cache, NOW + timedelta(hours=25))
    assert web.asked.count(good) == 2


@pytest.mark.parametrize("text", ["{", "[]", '{"https://a.gov.cn/": {"asked": "gestern"}}'])
def test_a_spoilt_memory_is_forgotten(cache, text):
    cache.parent.mkdir()
    cache.write_text(text, encoding="utf-8")
    a = "https://a.gov.cn/"
    web = Web({a: Answer(200, a)})
    web.look({a: ["x.html"]}, cache)
    assert web.asked == [a]


@pytest.mark.parametrize(
    ("host", "owner"),
    [("www.yunting.gov.cn", "yunting.gov.cn"), ("a.b.example", "b.example"), ("www.gov.cn",
     "www.gov.cn"),
     ("gov.cn", "gov.cn"), ("x.y.com.cn", "y.com.cn")],
)  # fmt: skip
def test_what_somebody_has_registered(host, owner):
    assert registrable(host) == owner


AGENTS: list[str] = []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        AGENTS.append(self.headers["User-Agent"])
        if self.path == "/to":
            self.send_response(302)
            self.send_header("Location", "/here")
        else:
            self.send_response(200 if self.path == "/here" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def test_a_real_server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    fetch = fetch_as("zfj.qinghe.gov.cn")
    assert fetch(f"{root}/to") == Answer(200, f"{root}/here")
    assert fetch(f"{root}/wu") == Answer(404, f"{root}/wu")
    server.shutdown()
    server.server_close()
    assert "https://zfj.qinghe.gov.cn/" in AGENTS[0]
    refused = fetch(f"{root}/here")
    assert refused.status == 0 and refused.error
