"""A small site with files of awkward names, read through a web server as citizens get it.

Every address in its pages, feeds, data and map is asked for: a server takes an address apart, where
a test that looks into folders does not.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from tests.content_folder import make_content, record
from tests.records.file_samples import JPEG, SVG

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["a#1.csv", "什么?.csv", "100%.csv", "50%25.csv", "a b.csv", "a&b.csv", "a+b;c.csv",
         "附件 (1).csv", "a'b.csv", "[2026].csv", "é.csv", "a=b,c@d!$~.csv", "%41.csv"]  # fmt: skip
# Links in a text as people write them, and as an address is written.
LINKS = ["/files/a#1.csv", "/files/a%231.csv", "/files/什么?.csv", "/files/100%.csv",
         "</files/a b.csv>", "/files/附件%20(1).csv", "/files/a&b.csv", "/", "/search.html?q=甲",
         "/feeds/site.atom.xml", "/feeds/dongtai.json", "/sitemap.html", "/data/",
         "/dongtai/"]  # fmt: skip
ADDRESSES = re.compile(r"""\s(?:href|src|action|data-index|data-root)=(?:"([^"]*)"|'([^']*)')""")


def content_of(folder: Path) -> Path:
    attachments = "".join(f"\n  - 文件: {json.dumps(f'files/{name}')}" for name in NAMES)
    text = "。".join(f"见[第{number}份]({link})" for number, link in enumerate(LINKS))
    body = f"{text}。\n\n![图](/images/图#1?.jpg)"
    heads = {"附件": attachments, "图片": "\n  文件: images/图#1?.jpg\n  说明: 图"}
    files: dict[str, str | bytes] = {f"files/{name}": "甲,乙\n" for name in NAMES}
    return make_content(
        folder,
        {
            **files,
            "images/图#1?.jpg": JPEG,
            "images/徽%#.svg": SVG,
            "dongtai/xin.md": record("新", body, **heads),
        },
    )


@pytest.fixture(scope="module", params=["publishconf.py", "pelicanconf.py"])
def served(request, tmp_path_factory):
    """The root of the site on a server, and the host that published addresses have."""
    folder = tmp_path_factory.mktemp("served")
    content, output = content_of(folder), folder / "output"
    bureau = content / "bureau.yml"
    text = bureau.read_text(encoding="utf-8")
    text = re.sub(r"emblem:.*", "emblem: images/徽%#.svg", text)
    bureau.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "plugins.commands.site", content, "-o", output]
    command += ["-s", ROOT / request.param, "--cache", folder / "cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    handler = partial(SilentHandler, directory=str(output))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = re.search(r"host: (\S+)", text)[1]
    yield f"http://127.0.0.1:{server.server_port}/", host
    server.shutdown()
    server.server_close()


class SilentHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def fetched(address: str) -> tuple[int, bytes]:
    try:
        with urlopen(address) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, b""


def addresses_in(text: str, at: str, root: str, host: str) -> set[str]:
    """Whatever leads into the site, as a browser would ask for it; feeds and data name the host."""
    if urlsplit(at).path.endswith(".xml"):
        # Pages in a feed are escaped once more.
        text = unescape(text)
    found = {unescape(a or b) for a, b in ADDRESSES.findall(text)}
    found |= {unescape(a) for a in re.findall(rf"https://{re.escape(host)}[^\s\"'<>\\,]*", text)}
    inside = set()
    for address in found:
        address = address.replace(f"https://{host}/", root, 1)
        whole = urldefrag(urljoin(at, address))[0]
        if whole.startswith(root):
            inside.add(whole)
    return inside


def test_every_address_leads_to_a_file(served):
    root, host = served
    todo, seen, failed = {root, f"{root}sitemap.xml", f"{root}robots.txt"}, set(), {}
    while todo:
        address = todo.pop()
        seen.add(address)
        status, data = fetched(address)
        if status != 200:
            failed[address] = status
        elif re.search(r"(?:/|\.html|\.xml|\.json|\.txt)(?:\?.*)?$", address):
            text = data.decode("utf-8-sig")
            todo |= addresses_in(text, address, root, host) - seen
    assert failed == {}
    files = [address for address in seen if urlsplit(address).path.startswith("/files/")]
    # And the one that the small bureau has.
    assert len(files) == len(NAMES) + 1, sorted(files)
    assert {f"{root}images/%E5%9B%BE%231%3F.jpg", f"{root}images/%E5%BE%BD%25%23.svg"} <= seen
    assert {f"{root}feeds/dongtai.json", f"{root}data/citations.csv"} <= seen
    assert any("search.html?q=" in address for address in seen)
    assert len(seen) > 60
