"""A server for looking at a built site, whose pages reload when the site was built again."""

from __future__ import annotations

import contextlib
import re
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from urllib.parse import urlsplit

SCRIPT_PATH = "/__reload.js"
EVENTS_PATH = "/__events"
# How often a silent connection is written to, so that one whose browser has gone is noticed.
HEARTBEAT_SECONDS = 15
BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
TAG = f'<script src="{SCRIPT_PATH}"></script>'.encode()

# Hidden tabs let go of their connection: a browser allows six to one host, and an editor who has
# seven pages open must not be left waiting. They catch up by the number of the build.
SCRIPT = """\
const shown = "%d";
let events;
const listen = () => {
  events?.close();
  if (document.hidden) return;
  events = new EventSource("/__events");
  events.onmessage = ({ data }) => data !== shown && location.reload();
};
document.addEventListener("visibilitychange", listen);
listen();
"""

NOT_BUILT = """\
<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>还没有生成网站</title></head>
<body><h1>还没有生成网站</h1><p>生成时出错，请看终端里的提示。改好后这一页会自动刷新。</p></body>
</html>
""".encode()


def with_reload(page: bytes) -> bytes:
    """`page` with the reload script before its last `</body>`, or at its end if it has none."""
    ends = list(BODY_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + TAG + page[at:]


class Preview(ThreadingHTTPServer):
    """Serves `folder`. `reload()` makes every open page load again."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], folder: Path) -> None:
        self.folder = folder
        self.number = 0
        self.rebuilt = threading.Condition()
        self._host = address[0]
        super().__init__(address, Handler)

    def reload(self) -> None:
        with self.rebuilt:
            self.number += 1
            self.rebuilt.notify_all()

    def number_after(self, told: int | None, seconds: float) -> int:
        """The number of the build, as soon as it is not `told`, at the latest after `seconds`."""
        with self.rebuilt:
            self.rebuilt.wait_for(lambda: self.number != told, seconds)
            return self.number

    @property
    def url(self) -> str:
        return f"http://{self._host}:{self.server_port}/"


class Handler(SimpleHTTPRequestHandler):
    server: Preview
    # A minimal machine has no /etc/mime.types to say these.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".atom": "application/atom+xml; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webp": "image/webp",
        ".xml": "application/xml; charset=utf-8",
    }

    def __init__(self, request: socket, address: tuple[str, int], server: Preview) -> None:
        super().__init__(request, address, server, directory=str(server.folder))

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == EVENTS_PATH:
            self._events()
        elif path == SCRIPT_PATH:
            script = (SCRIPT % self.server.number).encode()
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", script)
        else:
            self._file(path)

    do_HEAD = do_GET

    def _file(self, path: str) -> None:
        file = Path(self.translate_path(self.path))
        if path.endswith("/"):
            file /= "index.html"
        elif (file / "index.html").is_file():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{path.strip('/')}/")
            self.end_headers()
            return
        if file.is_file():
            self._send(HTTPStatus.OK, self._type(file), file.read_bytes())
            return
        page = self.server.folder / "404.html"
        if page.is_file():
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page.read_bytes())
        elif (self.server.folder / "index.html").is_file():
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", "没有这一页".encode())
        else:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, "text/html; charset=utf-8", NOT_BUILT)

    def _type(self, file: Path) -> str:
        kind = self.guess_type(str(file))
        return "text/html; charset=utf-8" if kind == "text/html" else kind

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        if kind.startswith("text/html"):
            body = with_reload(body)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        """Tell the number of the build at once and after each rebuild, until the browser leaves."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        told = None
        while self.command != "HEAD":
            number = self.server.number_after(told, HEARTBEAT_SECONDS)
            line = ": \n\n" if number == told else f"data: {number}\n\n"
            told = number
            self.wfile.write(line.encode())

    def handle(self) -> None:
        # A browser may go away in the middle of an answer.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Requests would drown the messages of the build, which an editor must see."""
