"""The folder of a site: whole or as it was, and nothing of anybody else is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kiosk.base.messages.system_errors import Unusable
from kiosk.print.site.folder import publish_site

FIRST = {"index.html": b"one", "khan-cap/index.html": b"urgent", "assets/pictures/a.svg": b"<svg/>"}
SECOND = {"index.html": b"two", "the-xe-buyt/index.html": b"bus"}


def whole(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones too, but for the list of what is ours."""
    found = {
        one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }
    return {name: content for name, content in found.items() if name != "site.json"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "place" / "site"


@pytest.fixture(autouse=True)
def place(site: Path) -> None:
    site.parent.mkdir()


@pytest.mark.parametrize("empty_before", [False, True])
def test_a_site_is_written_where_nothing_is_and_replaced_whole_by_the_next(
    site: Path, empty_before: bool
) -> None:
    if empty_before:
        site.mkdir()
    publish_site(site, FIRST)
    assert whole(site) == FIRST
    publish_site(site, SECOND)
    assert whole(site) == SECOND
    assert [one.name for one in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("name", "content"), [("bao-cao.docx", b"theirs"), (".htaccess", b"theirs"), ("site.json", b"{}")]
)
def test_a_folder_that_is_not_ours_is_named_and_left(site: Path, name: str, content: bytes) -> None:
    site.mkdir()
    (site / name).write_bytes(content)
    with pytest.raises(Unusable) as refused:
        publish_site(site, FIRST)
    assert "không trống" in refused.value.vi and str(site) in refused.value.vi
    assert [one.name for one in site.parent.rglob("*")] == ["site", name]
    assert (site / name).read_bytes() == content


@pytest.mark.parametrize("name", ["CNAME", "khan-cap/index.html"])
def test_what_somebody_added_or_changed_in_a_site_of_ours_is_named_and_not_lost(
    site: Path, name: str
) -> None:
    publish_site(site, FIRST)
    (site / name).write_bytes(b"by hand")
    before = whole(site)
    with pytest.raises(Unusable) as refused:
        publish_site(site, SECOND)
    assert name in refused.value.vi and name in refused.value.en
    assert whole(site) == before


def test_a_file_in_its_place_or_no_folder_around_it_is_said_in_words(site: Path) -> None:
    site.write_text("a file")
    with pytest.raises(Unusable, match="is a file"):
        publish_site(site, FIRST)
    assert site.read_text() == "a file"
    with pytest.raises(Unusable) as refused:
        publish_site(site.parent / "nowhere" / "site", FIRST)
    assert "không ghi được" in refused.value.vi


def test_a_disk_that_fills_up_halfway_leaves_the_earlier_edition(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_site(site, FIRST)
    written = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        if file.name == "index.html" and file.parent.name == "the-xe-buyt":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(file, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Unusable) as refused:
        publish_site(site, SECOND)
    assert "còn nguyên" in refused.value.vi
    assert whole(site) == FIRST
    assert [one.name for one in site.parent.iterdir()] == ["site"]


def test_a_new_edition_that_cannot_take_its_place_gives_it_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_site(site, FIRST)
    renamed = Path.rename

    def refusing(one: Path, other: Path) -> Path:
        if one.name.endswith(".part"):
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        return renamed(one, other)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(Unusable):
        publish_site(site, SECOND)
    assert whole(site) == FIRST
    assert [one.name for one in site.parent.iterdir()] == ["site"]
