"""Serves the built site on this machine with the server of the standard library.

tests/server.py has a server that behaves like GitHub Pages and can fail in many ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sitebuild.paths import DIST
from sitebuild.steps import build

DEFAULT_PORT = 8000


class Handler(SimpleHTTPRequestHandler):
    """Serves files with caching disabled; successful requests print nothing."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",  # some machines say otherwise, and browsers refuse that
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Add a header against caching, because the next build may replace a file."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Print nothing for an answered request."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of ``folder`` that listens on this machine only."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(folder)))


def serve(arguments: Sequence[str]) -> int:
    """Build the site and serve it until interrupted."""
    build()
    with (
        server(DIST, int(arguments[0]) if arguments else DEFAULT_PORT) as running,
        suppress(KeyboardInterrupt),
    ):
        print(f"youten: http://127.0.0.1:{running.server_port}/ (Ctrl-C to stop)", flush=True)
        running.serve_forever()
    return 0
