"""Sending bundles to the ward's receiver. Sent twice is sent once: the ward knows a bundle by its content."""

from __future__ import annotations

import http.client
import json
import logging
import ssl
import urllib.error
import urllib.request
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import IO, Any

from kiosk.base.messages.system_errors import Reason, explained
from kiosk.papers.export.acknowledgement import MOST_ANSWER_BYTES, Answer, NotReached, Taken, TurnedDown
from kiosk.papers.export.papers import MOST_BYTES as MOST_PAPER_BYTES

log = logging.getLogger(__name__)
TIMEOUT_S = 20.0
KIOSK_HEADER = "Kiosk"
"""Which kiosk asks for content: one that tries a pack gets it before all others."""
_OTHER_SIDE_IN_TROUBLE = 500


class HttpTransport:
    """Offers bundles by PUT to *url*; *ca_file* is the certificate of a receiver that made its own."""

    def __init__(self, url: str, ca_file: str = "", timeout_s: float = TIMEOUT_S) -> None:
        self._url, self._ca_file, self._timeout_s = url.rstrip("/"), ca_file, timeout_s

    def offer(self, name: str, raw: bytes) -> Answer:
        """Never raises for what network and receiver do."""
        try:
            return Taken(self._ask("PUT", f"/bundles/{name}", raw, MOST_ANSWER_BYTES))
        except urllib.error.HTTPError as refused:
            with refused:
                return _refusal(refused)
        except (OSError, http.client.HTTPException, ValueError) as failure:
            return NotReached(explained(failure))

    def papers(self) -> bytes | None:
        """Asked for by GET."""
        try:
            return self._ask("GET", "/papers", None, MOST_PAPER_BYTES + 1)
        except urllib.error.HTTPError as refused:
            refused.close()
        except (OSError, http.client.HTTPException, ValueError) as failure:
            log.info("no papers of the ward: %s", failure)
        return None

    @contextmanager
    def content(self, names: Collection[str], kiosk: str = "") -> Iterator[IO[bytes] | None]:
        """The ward's newest content pack, of which nothing is believed; None where there is none, or
        only one that has one of these *names*. *kiosk* asks, and may be one that tries it.

        Raises `OSError` for what the network does meanwhile.
        """
        head = {"If-None-Match": ", ".join(f'"{name}"' for name in names)} if names else {}
        if kiosk:
            head[KIOSK_HEADER] = kiosk
        try:
            answer = self._answer("GET", "/content", None, head)
        except urllib.error.HTTPError as refused:  # also 304, and 404 of a receiver that knows of no packs
            refused.close()
            yield None
            return
        except (http.client.HTTPException, ValueError) as failure:
            raise OSError(str(failure)) from failure
        with answer:
            try:
                yield answer
            except http.client.HTTPException as failure:
                raise OSError(str(failure)) from failure

    def _ask(self, method: str, path: str, body: bytes | None, most: int) -> bytes:
        head = {"Content-Type": "application/octet-stream"} if body is not None else {}
        with self._answer(method, path, body, head) as answer:
            return bytes(answer.read(most))

    def _answer(self, method: str, path: str, body: bytes | None, head: dict[str, str]) -> Any:
        request = urllib.request.Request(f"{self._url}{path}", body, head, method=method)
        context = ssl.create_default_context(cafile=self._ca_file or None)
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
        )
        return opener.open(request, timeout=self._timeout_s)

    def settled(self, name: str) -> None:
        """Nothing is left to be tidied."""

    def disbelieved(self, _: str) -> bool:
        """Whoever answers there is no ward of ours; the next bundle would fare no better."""
        return False


def _refusal(refused: urllib.error.HTTPError) -> Answer:
    if refused.code >= _OTHER_SIDE_IN_TROUBLE:
        return NotReached(_replied(refused.code))
    try:
        why = json.loads(refused.read(MOST_ANSWER_BYTES))["refused"]
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return NotReached(_replied(refused.code, not_ours=True))
    return TurnedDown(str(why)[:64])


def _replied(code: int, *, not_ours: bool = False) -> Reason:
    if not_ours:
        return Reason(
            f"HTTP {code}, không phải máy nhận của phường", f"HTTP {code}, not from a ward's receiver"
        )
    return Reason(f"máy nhận trả lời HTTP {code}", f"HTTP {code}")
