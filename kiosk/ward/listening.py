"""How the receiver listens: whoever connects and says nothing, or asks for another machine, is sent away."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from cryptography import x509
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_SILENT = 64  # connections that have not said yet what they want; the one that waits longest gives way
HEADER_S = 15.0  # until what is wanted must have been said
MOST_OF_ONE = 40  # connections of one address; its own that waits longest gives way, or the newcomer
MOST_AT_ONCE = 400  # connections in all; who opens more gets 503, and a kiosk comes again
MOST_HEADER_BYTES = 16 * 1024
MISDIRECTED = 421
HERE = ("localhost", "127.0.0.1", "::1")


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, but nobody keeps a connection by being silent."""

    _silent_since: float | None = None
    _watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._falls_silent()
        there = [
            connection
            for connection in self.connections
            if isinstance(connection, PatientProtocol) and connection.is_open
        ]
        of_one = [one for one in there if one._address == self._address]
        silent = [one for one in there if one.is_silent]
        if len(of_one) > MOST_OF_ONE:
            _longest_silent(of_one)._send_away()
        elif len(silent) > MOST_SILENT:
            _longest_silent(silent)._send_away()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._silent_since = None
        super().connection_lost(exc)

    @property
    def is_silent(self) -> bool:
        return self._silent_since is not None

    @property
    def is_open(self) -> bool:
        """Not one that was sent away and only does not know yet that it ended."""
        return not self.transport.is_closing()

    @property
    def _address(self) -> str:
        return self.client[0] if self.client else ""

    def handle_events(self) -> None:
        super().handle_events()
        if self.cycle is not None and not self.cycle.response_complete:
            self._silent_since = None
        elif not self.is_silent:
            self._falls_silent()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete):
            self._falls_silent()

    def _falls_silent(self) -> None:
        self._silent_since = self.loop.time()
        if self._watch is not None:
            self._watch.cancel()
        self._watch = self.loop.call_later(HEADER_S, self._give_up)

    def _give_up(self) -> None:
        if self.is_silent and self.is_open:
            self._send_away()

    def _send_away(self) -> None:
        self._silent_since = None
        self.transport.abort()


def _longest_silent(there: Collection[PatientProtocol]) -> PatientProtocol:
    """The newcomer is silent too, and the last of them."""
    return min((one for one in there if one.is_silent), key=lambda one: one._silent_since or 0.0)


def server_options() -> Mapping[str, Any]:
    """For uvicorn, wherever the receiver runs."""
    return {
        "http": PatientProtocol, "ws": "none", "lifespan": "off", "server_header": False,
        "limit_concurrency": MOST_AT_ONCE, "timeout_keep_alive": 5,
        "h11_max_incomplete_event_size": MOST_HEADER_BYTES,
    }  # fmt: skip


class OwnNamesOnly:
    """A page of the Internet can make a browser of the ward ask us under that page's own name: what is asked
    under a name that is not ours is not answered.

    *names*: ours, beside the address of this machine that was called.
    """

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self._app = app
        self._names = {name.lower() for name in (*HERE, *names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._is_ours(scope):
            await self._app(scope, receive, send)
            return
        answer = JSONResponse({"trouble": "host"}, MISDIRECTED, headers={"Connection": "close"})
        await answer(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        asked = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(asked) != 1:
            return False
        name = host_of(asked[0])
        server = scope.get("server")
        return name in self._names or bool(server and name == str(server[0]).lower())


def host_of(asked: str) -> str:
    """The name in a ``Host``, without the port: ``[::1]:8443`` → ``::1``."""
    if asked.startswith("["):
        return asked[1:].partition("]")[0].lower()
    return asked.partition(":")[0].lower()


def own_names(certificate: Path | None) -> tuple[str, ...]:
    """This machine's name, and those its certificate is for. Raises `OSError`, `ValueError`."""
    names = [socket.gethostname(), socket.getfqdn()]
    if certificate is not None:
        names += _names_in(x509.load_pem_x509_certificate(certificate.read_bytes()))
    return tuple(dict.fromkeys(name for name in names if name))


def _names_in(certificate: x509.Certificate) -> list[str]:
    names = [
        str(attribute.value)
        for attribute in certificate.subject
        if attribute.oid == x509.oid.NameOID.COMMON_NAME
    ]
    try:
        other = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return names
    names += other.get_values_for_type(x509.DNSName)
    return names + [str(address) for address in other.get_values_for_type(x509.IPAddress)]
