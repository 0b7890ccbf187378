"""The ward's receiver: a small web service that takes bundles, and a page that shows what has come.

``PUT /bundles/NAME``: 201 for a new bundle, 200 for one that is known, both with the signed acknowledgement;
409 (413 where it is too large) with ``{"refused": why}`` for one that is refused; 503 while the ledger cannot
be used. The same bundle may be put as often as anybody likes. ``GET /papers``: what the ward sends back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kiosk.export.envelope import MOST_BYTES, Header
from kiosk.keys.key_files import KeyUnusable
from kiosk.tickets.wording import TicketWording
from kiosk.ward.authority import WardUnready, open_authority
from kiosk.ward.ingest import Ingest, Outcome, Refused
from kiosk.ward.keyring import keyring
from kiosk.ward.ledger import Ledger, LedgerTrouble
from kiosk.ward.papers import papers
from kiosk.ward.rollup import catch_up
from kiosk.ward.status_page import look_at, status_page
from kiosk.ward.tickets import AnswersUnusable

log = logging.getLogger(__name__)
NEW, KNOWN, CONFLICT, TOO_LARGE, TROUBLE, HIDDEN = 201, 200, 409, 413, 503, 403
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
    ) -> None:
        self._folder, self._ledger, self._now_s = folder, ledger, now_s
        self._status_for_all, self._wording = status_for_all, wording
        self._ingest = Ingest(folder, ledger, lambda: keyring(folder), now_s)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/bundles/{name}", self._put, methods=["PUT"]),
                Route("/papers", self._papers, methods=["GET"]),
                Route("/", self._status, methods=["GET"]),
            ]
        )

    async def _put(self, request: Request) -> Response:
        try:
            raw = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody hears it; the kiosk will come again
        return await run_in_threadpool(self._take, raw)

    def _take(self, raw: bytes) -> Response:
        try:
            outcome = self._ingest.take(raw)
            if isinstance(outcome, Refused):
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
        return open_authority(self._folder).acknowledge(header)

    def _papers(self, _: Request) -> Response:
        try:
            made = papers(open_authority(self._folder))
        except (WardUnready, KeyUnusable, AnswersUnusable) as failure:
            log.error("no papers can be handed out just now: %s", failure)
            return JSONResponse({"trouble": "later"}, TROUBLE)
        return Response(made, media_type="application/json")

    async def _status(self, request: Request) -> Response:
        where = request.client.host if request.client else ""
        if not (self._status_for_all or where in HERE or where == _called(request)):
            return Response(status_code=HIDDEN)
        return await run_in_threadpool(self._page)

    def _page(self) -> Response:
        try:
            seen = look_at(open_authority(self._folder), self._ledger, self._now_s())
        except (LedgerTrouble, WardUnready, KeyUnusable, AnswersUnusable, OSError) as failure:
            return Response(f"Sổ nhận đang lỗi. / The ledger cannot be read: {failure}", TROUBLE)
        page = status_page(seen, self._now_s(), self._wording())
        return HTMLResponse(page, headers={"Cache-Control": "no-store", "Content-Security-Policy": _POLICY})


_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def _called(request: Request) -> str | None:
    """The address of this machine that was called: whoever calls from there is this machine too."""
    server = request.scope.get("server")
    return server[0] if server else None


def _code(outcome: Outcome) -> int:
    assert not isinstance(outcome, Refused)
    return KNOWN if outcome.added is None else NEW


async def _body(request: Request) -> bytes:
    """No more than is needed to see that it is too much. Raises `ClientDisconnect`."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            break
    return bytes(body[: MOST_BYTES + 1])
