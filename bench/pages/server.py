"""Serves a site as a host of static pages does: compressed, kept by browsers, several at once."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/", "image/svg+xml")
# What has a fingerprint in its name is kept for ever.
KEPT = {True: "public, max-age=31536000, immutable", False: "max-age=600"}


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The origin of a site on loopback."""

    class Handler(_Handler):
        root = folder.resolve()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.root / path.lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        if self.root not in file.parents or not file.is_file():
            self._answer(404, b"", "text/plain", path)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._answer(200, _content(file, kind), kind, path)

    def _answer(self, status: int, content: bytes, kind: str, path: str) -> None:
        self.send_response(status)
        text = kind.startswith("text/")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if kind.startswith(COMPRESSED) and content:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", KEPT[path.startswith("/assets/")])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        pass


@lru_cache(maxsize=1024)
def _content(file: Path, kind: str) -> bytes:
    content = file.read_bytes()
    return gzip.compress(content, 6) if kind.startswith(COMPRESSED) else content
