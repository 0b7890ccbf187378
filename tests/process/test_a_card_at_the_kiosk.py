"""The whole program, enrolled, with printer, camera and scanner: a card is read, printed, seen, not kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.film import film
from support.print_service import NAME, PrintService
from support.ward import Ward

from accessibility.card import Card
from accessibility.card_text import to_bytes, to_text
from accessibility.preferences import Preferences
from kiosk.base.files.identity import kiosk_id
from kiosk.papers.keys.card_signer import open_signer
from kiosk.papers.keys.enrolment import accept, ask

ROOT = Path(__file__).parents[2]
CARD = Card(Preferences(theme="yellow-black", text_size=3), (7, 9))


@pytest.mark.skipif(os.name == "nt", reason="the print service is CUPS")
def test_a_card_is_read_printed_and_seen_and_nothing_of_it_is_on_the_disk(
    tmp_path: Path, drawing: object
) -> None:
    ward, data = Ward(tmp_path / "ward"), tmp_path / "data"
    name = kiosk_id(data)
    ward.authority, answer = ward.authority.enrol(ask(data, name), "2026-11")
    accept(data, name, answer)
    code = open_signer(data, name).seal(CARD)
    sealed = to_bytes(code)
    forged = to_text(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    service = PrintService(tmp_path / "cups")
    config = tmp_path / "kiosk.toml"
    camera = film(tmp_path / "film.avi", code, frames=30)
    config.write_text(f'[cards]\nprinter = "{NAME}"\npaper = "80mm"\ncamera = "{camera}"\n', "utf-8")
    (tmp_path / "forged").write_text(forged, "ascii")

    done = subprocess.run(
        [sys.executable, "-m", "support.kiosk_scanned", str(data), str(config), str(tmp_path / "forged")],
        input=code,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
            "PATH": os.pathsep.join((str(service.folder), os.environ["PATH"])),
            "QT_QPA_PLATFORM": "offscreen",
            "PULSE_SERVER": "unix:/nonexistent/socket",
        },
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "theme": "yellow-black",
        "place": "home.card",
        "printed": "Thẻ in xong rồi. Bác lấy thẻ ạ.",
        "other theme": "low-glare",
        "theme seen by the camera": "yellow-black",
        "forged": "card.unread.forged",
        "nobody": True,
    }
    assert service.page.startswith(b"%PDF-") and "Custom.80x150mm" in service.arguments
    kept = [file for file in data.rglob("*") if file.is_file()]
    assert {"kiosk.log", "kiosk.key"} <= {file.name for file in kept}
    for text in (code, forged):
        piece = text[len(text) // 2 :][:24].encode()
        assert piece not in done.stderr.encode()
        assert [file for file in kept if piece in file.read_bytes()] == []
    body = sealed[-12:]
    assert [file for file in kept if body in file.read_bytes()] == []
    log = next(file for file in kept if file.name == "kiosk.log").read_text("utf-8")
    assert "Traceback" not in log and "yellow-black" not in log
