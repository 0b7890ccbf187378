"""A ward that receives: its ledger on SQLite or PostgreSQL, and what is in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from sqlalchemy import Table, func, select, text
from support.conditions import until
from support.fake_clock import START_S
from support.ward import Ward

from kiosk.log.sessions.chain import EventRow, line
from kiosk.ward import serve
from kiosk.ward import tables as t
from kiosk.ward.ingest import Ingest, Outcome
from kiosk.ward.ledger import open_ledger
from kiosk.ward.listening import server_options
from kiosk.ward.receive import Keyring, keyring
from kiosk.ward.status import Alarm, KioskStatus, open_alarms, statuses

DATABASES = ("sqlite", "postgresql")
"""What a ward may keep its ledger in."""


class Receiver:
    """What `kiosk ward serve` and `kiosk ward ingest` work with."""

    def __init__(self, ward: Ward, url: str = "") -> None:
        self.ward, self.folder, self.url = ward, ward.folder / "ward", url
        self.now_s = START_S
        self.ledger = open_ledger(self.folder, url)
        if url:
            self._empty()

    def ring(self) -> Keyring:
        return keyring(self.folder)

    def take(self, raw: bytes | Path) -> Outcome:
        work = Ingest(self.folder, self.ledger, self.ring, lambda: self.now_s)
        return work.take(raw.read_bytes() if isinstance(raw, Path) else raw)

    def lines(self) -> list[str]:
        """Every event in the ledger, as its kiosk exported it, in the order of the log."""
        events = [column for column in t.event.c if column.name not in ("source_no", "bundle_no")]
        query = select(t.source.c.kiosk, t.source.c.epoch, *events).join(t.event)
        with self.ledger.read() as connection:
            rows = connection.execute(query.order_by(t.source.c.no, t.event.c.seq)).all()
        return [line(row[0], row[1], EventRow(*row[2:])) for row in rows]

    def count(self, table: Table) -> int:
        with self.ledger.read() as connection:
            return connection.execute(select(func.count()).select_from(table)).scalar_one()

    def counts(self) -> dict[str, int]:
        return {table.name: self.count(table) for table in t.metadata.sorted_tables}

    def statuses(self) -> tuple[KioskStatus, ...]:
        ward = self.ward.authority
        with self.ledger.read() as connection:
            return statuses(connection, ward.kiosks, ward.withdrawn)

    def alarms(self) -> list[Alarm]:
        with self.ledger.read() as connection:
            return list(open_alarms(connection))

    def aside(self) -> list[Path]:
        """Whole files; what a kill has left half written lies beside them until it gives way."""
        found = (self.folder / "aside").rglob("*")
        return sorted(one for one in found if one.is_file() and one.suffix != ".part")

    def _empty(self) -> None:
        with self.ledger.change("") as connection:
            for table in reversed(t.metadata.sorted_tables):
                connection.execute(text(f"TRUNCATE {table.name} RESTART IDENTITY CASCADE"))


@contextmanager
def serving(books: Receiver, **options: Any) -> Iterator[int]:
    """As `kiosk ward serve` does it, on any free port."""
    receiver = serve.Receiver(books.folder, books.ledger, lambda: books.now_s).app()
    options = {**server_options(), **options}
    config = uvicorn.Config(receiver, port=0, log_level="error", **options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until(lambda: server.started)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)


def own_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that its owner has signed, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "ward.pem", folder / "ward-tls.key"
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return certificate, secret
