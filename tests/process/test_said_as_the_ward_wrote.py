"""With the ward's word list in force the sound is another, and that of the words it was told to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.packs import small_pack
from support.ward import Ward, kiosk_name

from kiosk.base.files.durable import private_folder, publish
from kiosk.base.files.paths import content_folder
from kiosk.papers.content.taking import incoming, prepare, put_in_force

ROOT = Path(__file__).parents[2]


def sound_of(text: str, data: Path, out: Path) -> bytes:
    config, wav = out / "none.toml", out / "said.wav"
    config.touch()
    where = ("--out", str(wav), "--data", str(data), "--config", str(config))
    command = [sys.executable, "-m", "kiosk", "say", text, *where]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return wav.read_bytes()


def test_a_word_sounds_as_the_ward_wrote_it_in_its_pack(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    ward.kiosk(1)
    data = ward.data(1)
    before, wanted = (sound_of(text, data, tmp_path) for text in ("VNeID", "vi nây ai đi"))
    private_folder(content_folder(data))
    readings = {"readings/vi.toml": '[words]\n"VNeID" = "vi nây ai đi"\n'.encode()}
    publish(incoming(data), small_pack(ward, 1, readings))
    prepared = prepare(data, kiosk_name(1), lambda _, __: ())
    assert prepared is not None
    put_in_force(data, prepared)
    assert sound_of("VNeID", data, tmp_path) == wanted != before
