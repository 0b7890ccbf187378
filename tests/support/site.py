"""The site of guides, served from memory; and a real Chromium that looks at it on a small phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass
class Served:
    """`address` is that of the site; `asked` are the paths that were fetched. `away`: nobody answers."""

    address: str
    asked: list[str] = field(default_factory=list)
    away: bool = False


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[Served]:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.split("?")[0].removeprefix("/bai/")
            name = f"{name}index.html" if name.endswith("/") or not name else name
            here.asked.append(name)
            if here.away:
                self.connection.close()
                return
            content = files.get(name)
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Type", guess_type(name)[0] or "text/plain")
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    here = Served(f"http://127.0.0.1:{server.server_port}/bai")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    program = next((found for one in BROWSERS if (found := shutil.which(one))), None)
    assert program is not None, "no browser: script/setup test installs one"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(OPTIONS))
        try:
            yield browser
        finally:
            browser.close()


def until(page: Page, condition: str) -> None:
    """Wait within the page: what Playwright waits with is forbidden there (no evaluation of strings)."""
    page.evaluate(
        f"""async () => {{
          for (let left = 1500; !({condition}); left -= 1) {{
            if (!left) throw new Error("never so");
            await new Promise((later) => setTimeout(later, 20));
          }}
        }}"""
    )
