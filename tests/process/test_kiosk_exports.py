"""The running kiosk sends its log by itself, to a real receiver, and goes on after it was killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.conditions import until
from support.kiosk_process import DesktopWithReader, desktop_with_reader, kiosk
from support.receiving import Receiver, serving
from support.ward import MONTH, Ward

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file, export_folder
from kiosk.log.storage.reading import open_for_reading
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.ward import tables as t

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X and AT-SPI")
WITHIN_S = 60.0


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[DesktopWithReader]:
    with desktop_with_reader(tmp_path / "home") as made:
        made.environment["PULSE_SERVER"] = "unix:/nonexistent/socket"
        yield made


def test_the_first_start_since_the_evening_sends_what_is_closed(
    desktop: DesktopWithReader, tmp_path: Path
) -> None:
    ward, data = Ward(tmp_path / "hub"), tmp_path / "data"
    name = kiosk_id(data)
    ward.authority, answer = ward.authority.enrol(ask(data, name), MONTH)
    ward.authority.save()
    accept(data, name, answer)
    receiver = Receiver(ward)
    with serving(receiver) as port:
        config = tmp_path / "kiosk.toml"
        config.write_text(f'[export]\nurl = "http://127.0.0.1:{port}"\n', encoding="utf-8")
        with kiosk(desktop, data, "--config", str(config)) as running:
            until(lambda: receiver.count(t.bundle) == 1, WITHIN_S)
            until(
                lambda: '"acked_s": null' not in (export_folder(data) / "ledger.json").read_text(), WITHIN_S
            )
            running.kill()
        (export_folder(data) / "ledger.json").unlink()  # as if a new day had come: what is new is due
        with kiosk(desktop, data, "--config", str(config)) as running:
            until(lambda: receiver.count(t.bundle) == 2, WITHIN_S)
            assert running.terminate() == 0
    exported, log = receiver.lines(), open_for_reading(database_file(data)).events()
    assert [line.split('"seq":')[1].split(",")[0] for line in exported] == [
        str(one.seq) for one in log[: len(exported)]
    ]
    assert len(log) - len(exported) <= 1  # that it was asked to stop is for the next night
    assert receiver.alarms() == []
    receiver.ledger.close()
