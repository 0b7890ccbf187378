"""`script/release`: what it takes, what it refuses, and that the same commit makes the same bytes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from releasing import __main__ as releasing
from releasing import vulnerabilities
from releasing.checkout import SHIPPED, NotClean, checkout
from releasing.licences import LicenceInDoubt, described, goes_with_ours
from releasing.vulnerabilities import LookedUp, checked, read
from releasing.wheels import WheelsMissing, needed, read_lock, wheels_for
from support.wheels import MIT, locked, wheel

from kiosk.log.storage.tables import REVISION
from kiosk.papers.keys.key_files import public_bytes, read_key
from kiosk.papers.keys.maker import read_maker
from kiosk.papers.program.machine import Machine
from kiosk.papers.program.pack_file import OpenRelease, opened_release
from kiosk.papers.program.release import BILL, LICENCES, LOCK

ROOT = Path(__file__).parents[2]
TWELVE, THIRTEEN = Machine("linux-x86_64", "3.11"), Machine("linux-x86_64", "3.13")


# --- wheels -------------------------------------------------------------------------------------------------


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


def offline(shelf: Path) -> tuple[str, ...]:
    return ("--no-index", "--find-links", str(shelf))


def test_each_machine_gets_its_own_wheels_and_those_of_all_once(shelf: Path, tmp_path: Path) -> None:
    pure = wheel(shelf, "pure")
    built = [
        wheel(shelf, "built", "2.0", f"{one}-manylinux_2_28_x86_64") for one in ("cp311-cp311", "cp313-cp313")
    ]
    arm = wheel(shelf, "built", "2.0", "cp311-cp311-manylinux_2_28_aarch64")
    elsewhere = wheel(shelf, "elsewhere")
    old = wheel(shelf, "older")
    lock = read_lock(
        "# a comment\n" + locked(pure) + locked(*built, arm)
        + locked(elsewhere, marker="sys_platform == 'win32'") + locked(old, marker="python_version < '3.12'")
    )  # fmt: skip
    (tmp_path / "out").mkdir()
    found = wheels_for(lock, (TWELVE, THIRTEEN), tmp_path / "out", *offline(shelf))
    assert {one.name for one in found} == {one.name for one in (pure, *built, old)}
    assert list((tmp_path / "out").iterdir()) and not [
        one for one in (tmp_path / "out").iterdir() if one.is_dir()
    ]


def test_a_wheel_that_the_lock_does_not_name_is_not_taken(shelf: Path, tmp_path: Path) -> None:
    lock = read_lock(locked(wheel(shelf, "pure")))
    wheel(shelf, "pure", "1.0", "py3-none-any", "MIT", "Keywords: changed")
    with pytest.raises(WheelsMissing):
        wheels_for(lock, (TWELVE,), tmp_path, *offline(shelf))


def test_what_is_not_locked_is_refused() -> None:
    for line in ("pure==1.0\n", "pure>=1.0 --hash=sha256:" + "0" * 64 + "\n"):
        with pytest.raises(WheelsMissing):
            read_lock(line)


def test_the_kiosks_own_lock_is_read_whole_and_asks_for_no_package_of_windows() -> None:
    lock = read_lock((ROOT / "requirements.lock").read_text("utf-8"))
    names = {one.name for one in needed(lock, TWELVE)}
    assert len(lock) > len(names) > 30 and {"pyside6-essentials", "espeakng-loader"} <= names
    assert not names & {"pywin32", "comtypes"}


def test_a_voice_and_a_camera_add_packages_and_change_none() -> None:
    """They are installed one after the other into one environment."""
    plain, *more = (
        {one.name: one.version for one in needed(read_lock((ROOT / name).read_text("utf-8")), TWELVE)}
        for name in ("requirements.lock", "requirements-piper.lock", "requirements-camera.lock")
    )
    piper, camera = more
    assert plain.items() < piper.items() and plain.items() < camera.items()
    assert "onnxruntime" in piper and "zxing-cpp" in camera
    assert {name: piper[name] for name in piper.keys() & camera} == {
        name: camera[name] for name in piper.keys() & camera
    }


# --- licences -----------------------------------------------------------------------------------------------


def test_a_package_says_its_licence_or_is_not_given_away(shelf: Path) -> None:
    plain = described(wheel(shelf, "plain"))
    assert (plain.name, plain.licence, plain.texts) == ("plain", "MIT", (("licenses/LICENSE.txt", MIT),))
    assert described(wheel(shelf, "qrcode", licence="")).licence == "BSD-3-Clause"  # read by us
    for name, licence in (("mute", ""), ("closed", "LicenseRef-Proprietary"), ("old", "GPL-2.0-only")):
        with pytest.raises(LicenceInDoubt, match=name):
            described(wheel(shelf, name, licence=licence))


def test_one_of_several_licences_is_enough_and_all_of_one_choice_are_needed() -> None:
    assert goes_with_ours("LGPL-3.0-only OR GPL-2.0-only") and goes_with_ours("(MIT AND ISC) OR GPL-2.0-only")
    assert not goes_with_ours("MIT AND GPL-2.0-only")


# --- vulnerabilities ----------------------------------------------------------------------------------------

SOUND: dict[str, object] = {"name": "a", "version": "1", "vulns": []}
SKIPPED: dict[str, object] = {"name": "b", "skip_reason": "not found"}
BAD: dict[str, object] = {
    "name": "c",
    "version": "2",
    "vulns": [{"id": "X-1", "aliases": ["CVE-1"], "fix_versions": ["3"]}],
}


def test_a_package_that_could_not_be_looked_up_was_not_asked() -> None:
    def answer(*packages: dict[str, object]) -> str:
        return json.dumps({"dependencies": packages})

    assert read(answer(SOUND, SKIPPED)) == LookedUp(1, 2)
    found = read(answer(SOUND, BAD))
    assert (found.asked, found.of) == (2, 2) and found.lines == ("c 2: X-1 CVE-1 (mended in 3)",)
    assert read("", "one\nNo route to host\n").trouble == "No route to host"


@pytest.mark.parametrize(
    ("answers", "verdict", "said"),
    [
        ([LookedUp(3, 3)], True, "none known"),
        ([LookedUp(0, 0, (), "no route"), LookedUp(3, 3)], True, "no route"),
        ([LookedUp(0, 3), LookedUp(0, 0, (), "no route")], None, "NOT CHECKED"),
        ([LookedUp(2, 3), LookedUp(2, 3)], None, "NOT CHECKED"),
        ([LookedUp(3, 3, ("c 2: X-1",))], False, "c 2: X-1"),
        ([LookedUp(1, 3, ("c 2: X-1",))], False, "c 2: X-1"),
    ],
)
def test_nothing_known_is_said_only_where_all_could_be_asked(
    answers: list[LookedUp],
    verdict: bool | None,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    left = iter(answers)
    monkeypatch.setattr(vulnerabilities, "look_up", lambda *_: next(left))
    assert checked() is verdict and said in capsys.readouterr().out


@pytest.fixture
def service() -> Iterator[str]:
    """Where somebody answers as the database of vulnerabilities does, with one for every package."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]
            affected = [{"package": asked["package"], "ranges": ranges}]
            self.send_response(200)
            self.end_headers()
            said = {"vulns": [{"id": "PYSEC-2026-1", "summary": "bad", "affected": affected}]}
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
        server.shutdown()
        thread.join()


def test_what_the_database_knows_is_found_unless_somebody_has_accepted_it(
    service: str, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(locked(wheel(shelf, "pure")))
    assert vulnerabilities.look_up(lock, "osv", "--osv-url", service) == LookedUp(
        1, 1, ("pure 1.0: PYSEC-2026-1  (mended in 2.0)",)
    )
    monkeypatch.setattr(vulnerabilities, "ACCEPTED", tmp_path / "accepted.txt")
    (tmp_path / "accepted.txt").write_text("# why\nPYSEC-2026-1 no kiosk opens such a file\n")
    assert vulnerabilities.look_up(lock, "osv", "--osv-url", service) == LookedUp(1, 1)


def test_with_nobody_to_ask_trouble_is_reported(shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "some.lock").write_text(locked(wheel(shelf, "pure")))
    looked = vulnerabilities.look_up(
        tmp_path / "some.lock", "osv", "--osv-url", "http://127.0.0.1:9/v1/query"
    )
    assert looked.asked == 0 and looked.trouble not in ("", "no answer")


# --- the whole ----------------------------------------------------------------------------------------------


@pytest.fixture
def clone(tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small clone with a lock of two packages, which `script/release` takes for its own."""
    root = tmp_path / "clone"
    needs = wheel(
        shelf, "needs", "1.0", "py3-none-any", "MIT", "Requires-Dist: needed", "Requires-Dist: not-here"
    )
    shipped = {f"{one}/some.txt" if (ROOT / one).is_dir() else one: "" for one in SHIPPED}
    for path, text in {
        **shipped, "kiosk/base/version.py": "# Xin chào\n", "tests/test_no.py": "", "script/release": "",
        ".gitignore": "*.pyc\n", "docs/third-party-notices.md": "# Notices\n",
        "pyproject.toml": '[project]\ndependencies = ["needs>=1"]\noptional-dependencies.camera = ["eye"]\n',
        "requirements-camera.lock": locked(needs) + locked(wheel(shelf, "eye")),
        "requirements.lock": locked(needs) + locked(wheel(shelf, "needed", "2.0")),
    }.items():  # fmt: skip
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "first")
    monkeypatch.setattr(releasing, "ROOT", root)
    monkeypatch.setattr(releasing, "checked", lambda _: True)
    return root


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=e@localhost", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True)


@pytest.fixture
def release(tmp_path: Path, shelf: Path) -> Callable[..., int]:
    key = tmp_path / "maker.key"
    assert releasing.main(["--make-key", str(key), "--name", "Nhóm làm ki-ốt"]) == 0

    def made(name: str, *more: str) -> int:
        words = ["--key", str(key), "--out", str(tmp_path / name), "--wheels", str(shelf), *more]
        return releasing.main([*words, "--machine", "linux-x86_64", "--python", "3.11"])

    return made


def contents(file: Path, key: Path) -> tuple[OpenRelease, dict[str, bytes]]:
    maker = read_key(key)
    assert maker is not None
    with opened_release(file, (public_bytes(maker),)) as found:
        return found, {held.path: raw for held, raw in found.archive.contents()}


def test_a_release_holds_its_commit_its_wheels_and_their_papers_and_is_the_same_twice(
    clone: Path, release: Callable[..., int], shelf: Path, tmp_path: Path
) -> None:
    assert release("one") == 0
    (clone / "kiosk" / "left.pyc").write_text("ignored")
    shutil.rmtree(clone / "kiosk")
    git(clone, "checkout", "--quiet", "--", "kiosk")
    assert release("two") == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    found, files = contents(tmp_path / "one", tmp_path / "maker.key")
    wheels = {f"wheels/{one.name}": one.read_bytes() for one in shelf.glob("need*.whl")}
    assert {path.split("/")[1] for path in files if path.startswith("program/")} == {
        one.split("/")[0] for one in SHIPPED
    }
    assert "program/script/run" in files and "program/script/release" not in files and LOCK in files
    assert wheels.items() <= files.items() and "Xin chào" in files["program/kiosk/base/version.py"].decode()
    assert found.release.commit == checkout(clone).commit and found.release.database == REVISION
    assert "needed 2.0: MIT" in files[LICENCES].decode() and MIT.strip() in files[LICENCES].decode()


def test_the_bill_names_every_wheel_by_its_hash_and_keeps_to_its_schema(
    clone: Path, release: Callable[..., int], tmp_path: Path
) -> None:
    assert release("one") == 0
    found, files = contents(tmp_path / "one", tmp_path / "maker.key")
    text = files[BILL].decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    listed = {
        reference["url"]: reference["hashes"][0]["content"]
        for one in bill["components"] for reference in one.get("externalReferences", ())
    }  # fmt: skip
    assert listed == {path: sha256 for path, sha256 in found.release.hashes.items() if "wheels/" in path}
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    assert needs["pkg:pypi/needs@1.0"] == ["pkg:pypi/needed@2.0"]
    assert "pkg:pypi/needs@1.0" in needs[bill["metadata"]["component"]["bom-ref"]]


def test_a_clone_with_changes_makes_no_release(
    clone: Path, release: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for change in (clone / "kiosk" / "new.py", clone / "kiosk" / "base" / "version.py"):
        change.write_text("changed")
        with pytest.raises(NotClean):
            checkout(clone)
        assert release("one") == 1 and change.name in capsys.readouterr().err
        git(clone, "stash", "--quiet", "--include-untracked")
    assert not (tmp_path / "one").exists() and release("one") == 0


@pytest.mark.usefixtures("clone")
def test_what_a_camera_needs_goes_with_a_release_that_says_so(
    release: Callable[..., int], tmp_path: Path
) -> None:
    eye = "wheels/eye-1.0-py3-none-any.whl"
    for name, more in (("without", ()), ("with", ("--with", "camera"))):
        assert release(name, *more) == 0
        found, files = contents(tmp_path / name, tmp_path / "maker.key")
        assert (found.release.extras, eye in files, "pkg:pypi/eye@1.0" in files[BILL].decode()) == (
            (("camera",), True, True) if more else ((), False, False)
        )
        assert "program/requirements-camera.lock" in files


@pytest.mark.usefixtures("clone")
def test_a_known_vulnerability_stops_a_release_and_doubt_does_unless_it_is_said(
    release: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "checked", lambda _: False)
    assert release("one", "--unchecked") == 1
    monkeypatch.setattr(releasing, "checked", lambda _: None)
    assert release("one") == 1 and not (tmp_path / "one").exists()
    assert release("one", "--unchecked") == 0


@pytest.mark.usefixtures("clone")
def test_a_makers_key_is_made_once_and_its_paper_names_them(
    tmp_path: Path, release: Callable[..., int]
) -> None:
    key = tmp_path / "maker.key"
    before = key.read_bytes()
    assert releasing.main(["--make-key", str(key), "--name", "x"]) == 1 and key.read_bytes() == before
    kept = read_key(key)
    assert kept is not None
    assert read_maker((tmp_path / "maker.key.pub").read_bytes()) == ("Nhóm làm ki-ốt", public_bytes(kept))
    assert releasing.main(["--key", str(tmp_path / "none"), "--out", str(tmp_path / "one")]) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Debian and Ubuntu")
def test_the_command_lists_its_options() -> None:
    done = subprocess.run(
        ["sh", "script/release", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "--make-key" in done.stdout and "--unchecked" in done.stdout
