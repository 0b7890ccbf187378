"""The ward's receiver: a small web service that takes bundles, and a page that shows what has come.

``PUT /bundles/NAME``: 201 for a new bundle, 200 for one that was there, both with the signed acknowledgement;
409 (413 where it is too large) with ``{"refused": why}`` for one that is refused; 503 while the ledger cannot
be used, 507 while the disk is nearly full, 429 where too much comes from there, 408 where it comes too
slowly, 421 where another machine is asked for: with all of these a kiosk comes again. The same bundle may be
put as often as anybody likes. ``GET /papers``: what the ward sends back; ``GET /content``: its newest content
pack.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Collection
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kiosk.base.messages.system_errors import explained
from kiosk.papers.export.envelope import MOST_BYTES, MOST_HEADER_BYTES, Header
from kiosk.papers.export.http_transport import KIOSK_HEADER
from kiosk.papers.keys.key_files import KeyUnusable
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.tickets.wording import TicketWording
from kiosk.ward.admission import SLOW, Admission
from kiosk.ward.authority import WardUnready, open_authority
from kiosk.ward.ingest import Ingest, KeptAside, Outcome
from kiosk.ward.ledger import Ledger, LedgerTrouble
from kiosk.ward.listening import OwnNamesOnly
from kiosk.ward.packs import name_of, newest
from kiosk.ward.receive import keyring
from kiosk.ward.rollup import catch_up
from kiosk.ward.status_page import read_status, status_page
from kiosk.ward.tickets import AnswersUnusable, papers

log = logging.getLogger(__name__)
Result = TypeVar("Result")
NEW, HELD_ALREADY, CONFLICT, TOO_LARGE, TROUBLE, HIDDEN = 201, 200, 409, 413, 503, 403
UNCHANGED, NOT_THERE = 304, 404
TOO_SLOW, TOO_MANY, NO_ROOM = 408, 429, 507
BODY_S = 120.0  # for a whole bundle: 8 MB by a line of half a megabit
WAIT_S, BYTES_A_SECOND = 10.0, 4096  # the slowest line that is waited for: 32 kilobits a second
MOST_OPENED = 2  # bundles that are opened at once: each may hold 64 MB
HERE = frozenset({"127.0.0.1", "::1", "testclient"})


class Receiver:
    """*status_for_all*: the page of figures is shown to every machine, not only to this one."""

    def __init__(
        self,
        folder: Path,
        ledger: Ledger,
        now_s: Callable[[], float],
        *,
        status_for_all: bool = False,
        wording: Callable[[], TicketWording] = TicketWording,
        names: Collection[str] = (),
    ) -> None:
        """*names*: under which this machine may be asked, beside its own address."""
        self._folder, self._ledger, self._now_s = folder, ledger, now_s
        self._status_for_all, self._wording = status_for_all, wording
        self._ingest = Ingest(folder, ledger, lambda: keyring(folder), now_s)
        self._names, self._admission = names, Admission(folder, time.monotonic)
        self._hands = CapacityLimiter(MOST_OPENED)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/bundles/{name}", self._put, methods=["PUT"]),
                Route("/papers", self._papers, methods=["GET"]),
                Route("/content", self._content, methods=["GET"]),
                Route("/", self._status, methods=["GET"]),
            ],
            middleware=[Middleware(OwnNamesOnly, names=self._names)],
        )

    async def _put(self, request: Request) -> Response:
        address = request.client.host if request.client else ""
        if not self._admission.may_come(address):
            return _later(TOO_MANY)
        try:
            if not self._admission.has_room():
                log.error("the disk is nearly full: nothing is received")
                return _later(NO_ROOM)
            with self._admission.coming(address), TemporaryFile(dir=self._folder) as body:
                async with asyncio.timeout(BODY_S) as limit:
                    answer = await self._receive(request, body, limit)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody hears it; the kiosk will come again
        except TimeoutError:
            self._admission.refused(address, SLOW)
            return _later(TOO_SLOW)
        except OSError as failure:
            log.error("nothing can be received just now: %s", failure)
            return _later(TROUBLE)
        if answer.status_code in (CONFLICT, TOO_LARGE):
            self._admission.refused(address)
        return answer

    async def _receive(self, request: Request, body: IO[bytes], limit: asyncio.Timeout) -> Response:
        """Its first line is looked at before the rest is taken: of strangers nothing is kept here."""
        pieces = _paced(request.stream(), limit)
        beginning, size = await _first_line(pieces)
        answer = await self._beside(lambda: self._turn_away(beginning[: MOST_HEADER_BYTES + 1]))
        body.write(beginning)
        async for piece in pieces:
            size += len(piece)
            if size > MOST_BYTES:
                return answer or JSONResponse({"refused": "too-large"}, TOO_LARGE)
            if answer is None:
                body.write(piece)  # of a refused one the rest is heard and forgotten
        return await self._beside(lambda: self._take(body)) if answer is None else answer

    async def _beside(self, work: Callable[[], Result]) -> Result:
        """Few at once: each may hold a whole bundle, opened."""
        return await to_thread.run_sync(work, limiter=self._hands)

    def _turn_away(self, beginning: bytes) -> Response | None:
        return self._answer(lambda: self._ingest.turn_away(beginning))

    def _take(self, body: IO[bytes]) -> Response:
        body.seek(0)
        answer = self._answer(lambda: self._ingest.take(body.read()))
        assert answer is not None
        return answer

    def _answer(self, ask: Callable[[], Outcome | None]) -> Response | None:
        try:
            outcome = ask()
            if outcome is None:
                return None
            if isinstance(outcome, KeptAside):
                code = TOO_LARGE if outcome.why == "too-large" else CONFLICT
                return JSONResponse({"refused": outcome.why}, code)
            after = BackgroundTask(self._catch_up) if outcome.added else None
            said = self._acknowledge(outcome.header)
            return Response(said, _code(outcome), media_type="application/json", background=after)
        except (LedgerTrouble, WardUnready, KeyUnusable, OSError) as failure:
            log.error("nothing can be received just now: %s", failure)
            return JSONResponse({"trouble": "later"}, TROUBLE)

    def _catch_up(self) -> None:
        """When the kiosk has its answer. What cannot be counted now is counted by a report."""
        try:
            catch_up(self._ledger)
        except LedgerTrouble as failure:
            log.warning("the roll-up could not be brought up to date: %s", failure)

    def _acknowledge(self, header: Header) -> bytes:
        return open_authority(self._folder).acknowledge(header, self._now_s())

    async def _papers(self, _: Request) -> Response:
        return await self._beside(self._made_papers)

    def _made_papers(self) -> Response:
        try:
            made = papers(open_authority(self._folder))
        except (WardUnready, KeyUnusable, AnswersUnusable) as failure:
            log.error("no papers can be handed out just now: %s", failure)
            return JSONResponse({"trouble": "later"}, TROUBLE)
        return Response(made, media_type="application/json")

    async def _content(self, request: Request) -> Response:
        """The newest content pack, also one that only the asking kiosk tries: public words that the ward has
        signed. 304 for whoever has it.
        """
        kiosk = request.headers.get(KIOSK_HEADER, "")
        newest = await self._beside(lambda: self._newest_pack(kiosk))
        if isinstance(newest, Response):
            return newest
        file, tag = newest
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=UNCHANGED)
        return FileResponse(file, media_type="application/octet-stream", headers={"ETag": tag})

    def _newest_pack(self, kiosk: str) -> tuple[Path, str] | Response:
        try:
            file = newest(open_authority(self._folder), kiosk)
            if file is None:
                return Response(status_code=NOT_THERE)
            return file, f'"{name_of(file)}"'
        except (WardUnready, KeyUnusable, PackRefused, OSError) as failure:
            log.error("no content pack can be handed out just now: %s", failure)
            return JSONResponse({"trouble": "later"}, TROUBLE)

    async def _status(self, request: Request) -> Response:
        where = request.client.host if request.client else ""
        if not (self._status_for_all or where in HERE or where == _called(request)):
            return Response(status_code=HIDDEN)
        return await self._beside(self._page)

    def _page(self) -> Response:
        try:
            seen = read_status(open_authority(self._folder), self._ledger, self._now_s())
        except (LedgerTrouble, WardUnready, KeyUnusable, AnswersUnusable, OSError) as failure:
            why = explained(failure)
            words = f"Sổ nhận đang lỗi: {why.vi}.\nThe ledger cannot be read: {why.en}.\n"
            return Response(words, TROUBLE, media_type="text/plain; charset=utf-8")
        page = status_page(seen, self._now_s(), self._wording())
        return HTMLResponse(page, headers={"Cache-Control": "no-store", "Content-Security-Policy": _POLICY})


_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def _called(request: Request) -> str | None:
    """The address of this machine that was called: whoever calls from there is this machine too."""
    server = request.scope.get("server")
    return server[0] if server else None


def _code(outcome: Outcome) -> int:
    assert not isinstance(outcome, KeptAside)
    return HELD_ALREADY if outcome.added is None else NEW


async def _paced(pieces: AsyncIterator[bytes], limit: asyncio.Timeout) -> AsyncIterator[bytes]:
    """Whoever sends waits for no answer while the ward works; it is waited for so long, and every piece that
    comes earns some of it back.
    """
    up_s, left_s = asyncio.get_running_loop().time, WAIT_S
    whole_s = up_s() + BODY_S
    while True:
        asked_s = up_s()
        limit.reschedule(min(whole_s, asked_s + left_s))
        piece = await anext(pieces, None)
        limit.reschedule(whole_s)
        if piece is None:
            return
        left_s = min(WAIT_S, left_s - (up_s() - asked_s) + len(piece) / BYTES_A_SECOND)
        yield piece


async def _first_line(pieces: AsyncIterator[bytes]) -> tuple[bytes, int]:
    """What has come when the first line is there, or too long to be one, or all has come; and its length."""
    beginning = b""
    async for piece in pieces:
        beginning += piece
        if b"\n" in piece or len(beginning) > MOST_HEADER_BYTES:
            break
    return beginning, len(beginning)


def _later(code: int) -> Response:
    """The kiosk comes again; the connection goes, with whatever was still to come by it."""
    return JSONResponse({"trouble": "later"}, code, headers={"Connection": "close", "Retry-After": "60"})
