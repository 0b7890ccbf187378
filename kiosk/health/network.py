"""Whether this machine has a way out. A kiosk works without: only what is sent waits."""

from __future__ import annotations

import socket
from dataclasses import dataclass

from kiosk.health.finding import Finding, ok

NOWHERE = ("192.0.2.1", 9)  # a documentation address (RFC 5737): nothing is ever sent to it


@dataclass(frozen=True, slots=True)
class SeenNetwork:
    """Whether the system knows a way to other networks; says nothing of who answers there."""

    way_out: bool


def see_network(address: tuple[str, int] = NOWHERE) -> SeenNetwork:
    """Asks the routing table; a connected datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(address)
        except OSError:
            return SeenNetwork(way_out=False)
    return SeenNetwork(way_out=True)


def check_network(seen: SeenNetwork) -> Finding:
    """Never a fault: a point may stand where there is no network."""
    if seen.way_out:
        return ok("network", "Có mạng.", "There is a network.")
    return ok(
        "network",
        "Không có mạng. Ki-ốt vẫn chạy; số liệu đợi có mạng, hoặc chép ra USB.",
        "There is no network. The kiosk still runs; figures wait for one, or go by USB stick.",
    )
