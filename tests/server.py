"""A static server that behaves like GitHub Pages: below a path, gzip on the fly, short caching.

Tests and benchmarks can also make it stop in the middle of an answer, fall silent there, or send .gz files
as an encoding.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

from sitebuild.archive import gzipped

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
OTHER = "application/octet-stream"


@lru_cache(maxsize=1024)
def _gzip(path: Path, changed: int) -> bytes:
    """Return the compressed contents of a file, cached until it changes (``changed``: its time in ns).

    The cache has room for all files of a site and its peers, so that none is compressed while a clock runs.
    """
    return gzipped(path.read_bytes())


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, site: Server) -> None:
        self.site = site
        super().__init__(*args, directory=str(site.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.site.closed:  # a connection that was kept alive
            self.close_connection = True
            return
        path = self.path.split("?")[0]
        self.site.requests.append(self.path)
        self.site.on_request(path)
        file = self.site.resolve(path)
        if file is None:
            self._answer(404, b"404\n", TYPES[".txt"], {})
            return
        headers = {"Cache-Control": self.site.cache_control, "Access-Control-Allow-Origin": "*"}
        headers |= self.site.headers.get(path, {})
        data, kind = file.read_bytes(), TYPES.get(file.suffix, OTHER)
        if self.site.names_gzip and file.suffix == ".gz":
            headers["Content-Encoding"] = "gzip"
        if kind != OTHER and "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            data = _gzip(file, file.stat().st_mtime_ns)
        self._answer(200, data, kind, headers)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _answer(self, status: int, data: bytes, kind: str, headers: dict[str, str]) -> None:
        self.site.sent_bytes += len(data)
        allowed = self.site.allowed(len(data))
        if allowed == 0 < len(data):
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            try:
                if self.site.silent and self.path.split("?")[0].endswith(self.site.silent):
                    self.wfile.write(data[: len(data) // 2])
                    self.wfile.flush()
                    self.site.speak.wait()
                    self.close_connection = True
                    return
                self.wfile.write(data[:allowed])
                self.close_connection = self.close_connection or allowed < len(data)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Log nothing; tests read ``Server.requests``."""


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Ignore errors: a browser may be closed in the middle of an answer."""


class Server:
    """Serves ``folder`` on loopback below ``prefix``; ``requests`` and ``sent_bytes`` grow as it runs.

    A test may change ``folder`` (a deployment), ``cache_control``, ``left`` (bytes until the network fails;
    None: never), ``silent`` (how the paths end of files that are sent half and never finished),
    ``names_gzip`` (a host that sends .gz files as an encoding), ``headers`` (path -> more of them), or
    ``on_request``, which is called with each path before it is answered.
    """

    def __init__(self, folder: Path, *, prefix: str = "/", port: int = 0, host: str = "127.0.0.1") -> None:
        self.folder = folder
        self.prefix = prefix
        self.requests: list[str] = []
        self.sent_bytes = 0
        self.left: int | None = None
        self.silent = ""
        self.speak = threading.Event()  # ends the silent answers
        self.closed = False
        self.names_gzip = False
        self.cache_control = "max-age=600"
        self.headers: dict[str, dict[str, str]] = {}
        self.on_request: Callable[[str], None] = lambda path: None
        self._lock = threading.Lock()
        self._http = _Http((host, port), partial(_Handler, site=self))
        self.url = f"http://{host}:{self._http.server_address[1]}{prefix}"

    def allowed(self, wanted: int) -> int:
        """Return how many of the requested bytes are sent before the network fails."""
        with self._lock:
            if self.left is None:
                return wanted
            given = min(wanted, self.left)
            self.left -= given
            return given

    def resolve(self, path: str) -> Path | None:
        """Return the file for a request path, or None if there is none to serve."""
        if not path.startswith(self.prefix):
            return None
        folder = self.folder.resolve()
        file = (folder / path.removeprefix(self.prefix).lstrip("/")).resolve()
        if file.is_dir():
            file = file / "index.html"
        return file if file.is_file() and file.is_relative_to(folder) else None

    def compress_all(self) -> None:
        """Compress all files now, as a real host has done long before."""
        for file in self.folder.rglob("*"):
            if file.is_file() and file.suffix in TYPES:
                _gzip(file, file.stat().st_mtime_ns)

    def serve_forever(self) -> None:
        """Answer requests until the process is told to stop."""
        self._http.serve_forever()

    def __enter__(self) -> Server:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.closed = True
        self.speak.set()
        self._http.shutdown()
        self._http.server_close()
