"""A real kiosk with a genuine pack that holds its proof and then ends the program at the third touch."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.kiosk_resident import log_of
from support.packs import small_pack, sound
from support.ward import MONTH, Ward

from kiosk.base.events import ContentChanged
from kiosk.base.files.durable import private_folder, publish
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import content_folder
from kiosk.papers.content.standing import read_standing, write_standing
from kiosk.papers.content.taking import incoming, prepare, put_in_force
from kiosk.papers.content.trial import ENOUGH_VISITS, visit_ended
from kiosk.papers.keys.enrolment import accept, ask

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
ROOT = Path(__file__).parents[2]
GOOD, FAILING = 1, 2
GREETS = {GOOD: "Chào bác ạ!", FAILING: "Chào các bác!"}


def enrolled_kiosk(ward: Ward, data: Path) -> None:
    name = kiosk_id(data)
    ward.authority, answer = ward.authority.enrol(ask(data, name), MONTH)
    accept(data, name, answer)


def greeting(counter: int) -> dict[str, bytes]:
    """A sentence of the first screen that this pack changes; and how it says a word."""
    return {
        "words/vi.toml": f'[attract]\ngreeting = "{GREETS[counter]}"\n'.encode(),
        "readings/vi.toml": '[words]\n"VNeID" = "vi nây ai đi"\n'.encode(),
    }


def proved_itself(ward: Ward, data: Path) -> None:
    """Content with which visits have ended well."""
    private_folder(content_folder(data))
    publish(incoming(data), small_pack(ward, GOOD, sound("hoc-thu") | greeting(GOOD)))
    prepared = prepare(data, kiosk_id(data), lambda _, __: ())
    assert prepared is not None
    put_in_force(data, prepared)
    for _ in range(ENOUGH_VISITS):
        write_standing(data, visit_ended(read_standing(data)))


def lives(data: Path) -> tuple[int, dict[str, Any]]:
    """How one run of the program ended, and what it said."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PULSE_SERVER": "unix:/nonexistent/socket",
    }
    done = subprocess.run(
        [sys.executable, "-m", "support.kiosk_on_trial", str(data), str(FAILING)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = json.loads(done.stdout) if done.stdout else {}
    assert done.returncode == -signal.SIGKILL or not done.returncode, done.stderr
    return done.returncode, said


def test_after_two_crashes_with_it_the_third_start_is_with_the_content_before_and_staff_read_it(
    tmp_path: Path,
) -> None:
    ward, data = Ward(tmp_path), tmp_path / "data"
    enrolled_kiosk(ward, data)
    proved_itself(ward, data)
    publish(incoming(data), small_pack(ward, FAILING, sound("hoc-thu", "hoc-nua") | greeting(FAILING)))

    status, said = lives(data)
    assert status == -signal.SIGKILL and said["greets"] == GREETS[GOOD], said  # read at the start alone
    assert read_standing(data).now.counter == FAILING, "it was taken in, and is still tried"
    status, said = lives(data)
    assert status == -signal.SIGKILL and said["greets"] == GREETS[FAILING], said
    status, said = lives(data)

    assert status == 0 and said["greets"] == GREETS[GOOD], said
    assert Path(said["readings"]).parts[-2:] == (read_standing(data).now.folder, "readings")
    assert said["guides"] == ["hoc-thu"], said
    assert said["told"][1].startswith("Máy đã thử gói này"), said
    assert any(one.startswith(f"Gói số {GOOD},") for one in said["told"])
    standing = read_standing(data)
    assert (standing.now.counter, standing.highest, standing.trial) == (GOOD, FAILING, None)
    changes = [one.event.what for one in log_of(data) if isinstance(one.event.what, ContentChanged)]
    assert changes == [ContentChanged(FAILING, "taken"), ContentChanged(GOOD, "went-back")]
