"""Serves a folder on loopback as a host of static pages does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    """A missing path answers with 404.html."""

    protocol_version = "HTTP/1.1"
    kept = 0  # how many seconds a browser may keep a file

    def end_headers(self) -> None:
        if self.kept:
            self.send_header("Cache-Control", f"max-age={self.kept}")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass

    def send_error(self, code: int, *args: object, **kwargs: object) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.exists():
            return super().send_error(code, *args, **kwargs)
        content = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Kept(_Quiet):
    kept = 3600


def serve(folder: Path, kept: bool = False) -> Iterator[str]:
    """For a fixture: yields the origin, and stops when the fixture goes on.

    With `kept` a browser asks once for each file.
    """
    handler = partial(_Kept if kept else _Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
