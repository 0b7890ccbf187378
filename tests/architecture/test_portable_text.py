"""Nothing in the clone names a folder of one machine; every licence is where it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SKIPPED = {".git", ".venv", "__pycache__", "node_modules", "dist", "build", "staff-pepper"}  # that is bytes
MACHINE_PATH = re.compile(r"(?<![\w.$}\"'/-])/(?:home/\w|root/(?!kiosk\b)|work/|Users/\w|tmp/\w)")
TEXT = {".py", ".qml", ".toml", ".md", ".sh", ".json", ".lock", ".svg", ".cfg", ".ini", ""}


def texts() -> Iterator[tuple[Path, str]]:
    for file in sorted(ROOT.rglob("*")):
        parts = file.relative_to(ROOT).parts
        hidden = any(part in SKIPPED or part.endswith("_cache") or part == ".hypothesis" for part in parts)
        if file.is_file() and not hidden and file.suffix in TEXT:
            yield file.relative_to(ROOT), file.read_text(encoding="utf-8")


def test_no_file_names_a_folder_of_one_machine() -> None:
    found, looked_at = [], 0
    for file, text in texts():
        looked_at += 1
        found += [f"{file}: {line.strip()[:120]}" for line in text.splitlines() if MACHINE_PATH.search(line)]
    assert looked_at > 100
    assert found == []


def test_the_search_would_find_one() -> None:
    for folder in ("home/lan/kiosk", "work/x", "Users/lan", "root/x"):
        line = f"see /{folder}"
        assert MACHINE_PATH.search(line), line
    for line in ("https://x.vn/home/a", "$HOME/x", '"/rootless"'):
        assert not MACHINE_PATH.search(line), line


def test_every_font_has_its_licence_beside_it() -> None:
    notices = (ROOT / "docs" / "third-party-notices.md").read_text(encoding="utf-8")
    for font in (ROOT / "resources" / "fonts").glob("*.ttf"):
        assert f"`resources/fonts/{font.name.split('-')[0]}-*.ttf`" in notices
    for licence in re.findall(r"\(`(resources/[^`]+)`\)", notices):
        assert (ROOT / licence).is_file(), licence
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_every_package_the_kiosk_installs_is_in_the_notices() -> None:
    notices = (ROOT / "docs" / "third-party-notices.md").read_text(encoding="utf-8").lower().replace("_", "-")
    locks = ("requirements.lock", "requirements-piper.lock", "requirements-camera.lock")
    lock = "".join((ROOT / one).read_text(encoding="utf-8") for one in locks)
    names = re.findall(r"^([a-z][\w.-]*)==", lock, re.MULTILINE)
    assert len(names) > 10
    assert [
        name for name in names if name.replace("pyside6-essentials", "pyside6 essentials") not in notices
    ] == []
