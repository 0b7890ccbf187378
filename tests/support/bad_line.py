"""A proxy on the loopback that breaks connections: after so many bytes, in one direction or the other."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

CHUNK = 2048


class Break(NamedTuple):
    """The connection ends once so many bytes have passed that way; `flip_at`: that byte arrives changed."""

    up_bytes: int | None = None  # from the kiosk to the ward
    down_bytes: int | None = None  # the answer
    flip_at: int | None = None  # of what the kiosk sends


WHOLE = Break()


@contextmanager
def bad_line(port: int, breaks: Sequence[Break]) -> Iterator[int]:
    """The port of a proxy for *port*; connection number n breaks as *breaks* say, later ones not at all."""
    left = list(breaks)
    server = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def accept() -> None:
        while True:
            try:
                kiosk, _ = server.accept()
            except OSError:
                return
            one = left.pop(0) if left else WHOLE
            threads.append(threading.Thread(target=_join, args=(kiosk, port, one), daemon=True))
            threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield server.getsockname()[1]
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        for thread in (accepting, *threads):
            thread.join(10)


def _join(kiosk: socket.socket, port: int, one: Break) -> None:
    with kiosk, socket.create_connection(("127.0.0.1", port)) as ward:
        down = threading.Thread(target=_pump, args=(ward, kiosk, one.down_bytes, None), daemon=True)
        down.start()
        _pump(kiosk, ward, one.up_bytes, one.flip_at)
        down.join(10)


def _pump(source: socket.socket, target: socket.socket, most: int | None, flip_at: int | None) -> None:
    passed = 0
    with contextlib.suppress(OSError):
        while piece := source.recv(CHUNK):
            if flip_at is not None and passed <= flip_at < passed + len(piece):
                at = flip_at - passed
                piece = piece[:at] + bytes([piece[at] ^ 1]) + piece[at + 1 :]
            target.sendall(piece if most is None else piece[: most - passed])
            passed += len(piece)
            if most is not None and passed >= most:
                break
    for one in (source, target):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
