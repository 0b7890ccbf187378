"""The ward, and the maker of its program, on the machine that tries: what a kiosk needs from them."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial import Trial

from fat_stick import fat_stick
from places import PROGRAM
from virtual import NotAnswered

CLONE = Path(__file__).resolve().parents[2]
REQUEST = "/var/lib/kiosk-bdhvs/data/xin-giay.json"
PAPER = "/var/lib/kiosk-bdhvs/data/giay.json"
STICK_MB, CONTENT_STICK_MB = 400, 128
SENTENCE = '[home]\nheading = "Hôm nay bác cần việc gì ạ?"\n'


class Ward:
    """In *folder*; `of` makes one, or goes on with that which has this machine among its kiosks."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._data = folder, folder / "phuong"
        self._made, self._has_kiosk = folder / "ban-moi.kprogram", folder / "da-cap-giay"

    @classmethod
    def of(cls, trial: Trial) -> Ward:
        ward = cls(trial.pictures / "ward")
        if not ward._has_kiosk.exists():
            ward._begin()
            ward._enrol(trial)
        return ward

    def stick(self, trial: Trial) -> Path:
        """The image of a stick with a program this kiosk has not had. On ext4 it is only read."""
        if not self._made.exists():
            self._release(trial.guest("python3 -c 'import sys; print(\"%d.%d\" % sys.version_info[:2])'"))
        stick, image = self._folder / "stick", self._folder / "stick.img"
        shutil.rmtree(stick, ignore_errors=True)
        stick.mkdir()
        pack = stick / "moi.kprogram"
        self._run(
            "ward", "program", "countersign", str(self._made), "--out", str(pack), "--data", str(self._data)
        )
        pack.chmod(0o644)  # each file keeps the owner it has here, whom the machine does not know
        image.unlink(missing_ok=True)
        with image.open("wb") as file:
            file.truncate(STICK_MB * 1024 * 1024)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-d", str(stick), str(image)], check=True)
        return image

    def stick_with_content(self) -> Path:
        """The image of a stick as they are sold, with the ward's first pack: one sentence is another."""
        own, pack, image = self._folder / "rieng", self._folder / "goi.kpack", self._folder / "goi.img"
        (own / "words").mkdir(parents=True, exist_ok=True)
        (own / "words" / "vi.toml").write_text(SENTENCE, encoding="utf-8")
        where, kiosk = ("--data", str(self._data)), self._asked_by()
        self._run("ward", "pack", "make", "--with", str(own), *where)
        self._run("ward", "pack", "publish", "--kiosk", kiosk, "--out", str(pack), *where)
        return fat_stick(image, pack, mb=CONTENT_STICK_MB)

    def _asked_by(self) -> str:
        """The machine's name as a kiosk, as it asked to be enrolled."""
        asked = json.loads((self._folder / "xin-giay.json").read_bytes())
        return str(asked["body"]["kiosk"])

    def takes_home(self, image: Path) -> tuple[int, str]:
        """What `ward ingest` says to all that lies on the stick, and how it ends."""
        home = self._folder / "mang-ve"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        subprocess.run(
            ("mcopy", "-s", "-n", "-i", str(image), "::/", str(home)), check=True, capture_output=True
        )
        done = subprocess.run(
            (sys.executable, "-m", "kiosk", "ward", "ingest", str(home), "--data", str(self._data)),
            cwd=CLONE, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def _begin(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._run("ward", "init", "--name", "Phường Cửa Nam", "--data", str(self._data))

    def _enrol(self, trial: Trial) -> None:
        trial.guest(f"cd {PROGRAM} && ./script/run keys request --out {REQUEST}")
        asked, paper = self._folder / "xin-giay.json", self._folder / "giay.json"
        asked.write_text(trial.guest(f"cat {REQUEST}"), encoding="utf-8")
        self._run("ward", "enrol", str(asked), "--out", str(paper), "--data", str(self._data))
        said = shlex.quote(paper.read_text(encoding="utf-8"))
        trial.guest(f"printf %s {said} >{PAPER}; chown kiosk-bdhvs {PAPER}")
        code, said = trial.machine.run(f"cd {PROGRAM} && ./script/run keys accept {PAPER} --another-ward")
        trial.check(code == 0, f"the machine is one of the ward's: {said.splitlines()[0] if said else ''}")
        if code == 0:
            self._has_kiosk.touch()

    def _release(self, python: str) -> None:
        """Of the commit of this clone, by a maker the ward trusts."""
        key, release = self._folder / "maker.key", str(CLONE / "script" / "release")
        printed = _said(release, "--make-key", str(key), "--name", "VM")
        mark = re.search(r"(?:[0-9a-f]{4} ){3}[0-9a-f]{4}", printed)
        assert mark, "the maker's key has a fingerprint"
        self._run(
            "ward", "program", "trust", f"{key}.pub", "--fingerprint", mark[0], "--data", str(self._data)
        )
        _said(release, "--key", str(key), "--out", str(self._made), "--python", python, "--unchecked")

    def _run(self, *words: str) -> str:
        return _said(sys.executable, "-m", "kiosk", *words)


def _said(*words: str) -> str:
    done = subprocess.run(words, cwd=CLONE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotAnswered(f"{' '.join(words[:4])}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr
