"""The server of `make serve`."""

import http.client
import threading

import pytest

from plugins.commands.preview import TAG, Preview, with_reload


@pytest.fixture
def site(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "index.html").write_text("<body>首页</body>", encoding="utf-8")
    (tmp_path / "news/index.html").write_text("<body>动态</body>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<body>没有找到</body>", encoding="utf-8")
    (tmp_path / "all.ics").write_text("BEGIN:VCALENDAR", encoding="utf-8")
    (tmp_path / "a.csv").write_text("标题\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(site):
    server = Preview(("127.0.0.1", 0), site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def ask(server):
    opened = []

    def ask(path, method="GET"):
        connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)
        opened.append(connection)
        connection.request(method, path)
        return connection.getresponse()

    yield ask
    for connection in opened:
        connection.close()


class TestWithReload:
    """The script goes into what is sent, before the end of the body."""

    def test_before_the_end_of_the_body(self):
        assert with_reload(b"<body>a</BODY ></html>") == b"<body>a" + TAG + b"</BODY ></html>"

    def test_before_the_last_one_where_text_names_one(self):
        assert with_reload(b"<pre></body></pre></body>") == b"<pre></body></pre>" + TAG + b"</body>"

    def test_at_the_end_where_there_is_none(self):
        assert with_reload(b"<p>a") == b"<p>a" + TAG


def test_a_page_is_sent_with_the_script_and_stays_as_it_is_on_disk(ask, site):
    answer = ask("/")
    body = answer.read()
    assert (answer.status, body.decode()) == (200, f"<body>首页{TAG.decode()}</body>")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert (site / "index.html").read_text(encoding="utf-8") == "<body>首页</body>"


def test_other_files_are_sent_as_they_are(ask):
    assert ask("/all.ics").read() == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/all.ics", "text/calendar; charset=utf-8"), ("/a.csv", "text/csv; charset=utf-8")],
)
def test_types_are_right_on_a_machine_that_knows_none(ask, path, kind):
    assert ask(path).headers["Content-Type"] == kind


def test_nothing_is_kept_by_the_browser(ask):
    for path in ("/", "/all.ics", "/__reload.js", "/news", "/nowhere"):
        assert ask(path).headers["Cache-Control"] == "no-store", path


def test_a_folder_without_its_slash_leads_to_its_page(ask):
    answer = ask("/news?page=2")
    assert (answer.status, answer.headers["Location"]) == (301, "/news/")
    assert "动态" in ask("/news/").read().decode()


@pytest.mark.parametrize("path", ["/nowhere", "/nowhere/", "/empty/", "/index.html/", "/../secret"])
def test_a_missing_page_is_the_sites_own_404(ask, site, path):
    (site.parent / "secret").write_text("密", encoding="utf-8")
    answer = ask(path)
    assert (answer.status, "没有找到" in answer.read().decode()) == (404, True)


def test_a_site_without_a_404_page_still_says_so(ask, site):
    (site / "404.html").unlink()
    assert (ask("/nowhere").status, ask("/").status) == (404, 200)


def test_before_the_first_good_build_a_page_says_so_and_reloads(ask, site):
    for file in site.rglob("*.html"):
        file.unlink()
    answer = ask("/")
    body = answer.read()
    assert answer.status == 503
    assert "还没有生成网站" in body.decode() and TAG in body


def test_head_announces_what_get_would_send(ask):
    head = ask("/", "HEAD")
    assert int(head.headers["Content-Length"]) == len(ask("/").read())
    assert head.read() == b""


def test_open_pages_hear_of_each_rebuild(ask, server):
    server.reload()
    events = ask("/__events")
    assert events.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert (events.readline(), events.readline()) == (b"data: 1\n", b"\n")
    server.reload()
    assert events.readline() == b"data: 2\n"


def test_the_script_knows_which_build_it_came_with(ask, server):
    server.reload()
    assert ask("/__reload.js").read().startswith(b'const shown = "1";')


def test_a_silent_connection_is_kept_alive(ask, monkeypatch):
    monkeypatch.setattr("plugins.commands.preview.HEARTBEAT_SECONDS", 0.01)
    events = ask("/__events")
    assert [events.readline() for _ in range(4)][2:] == [b": \n", b"\n"]
