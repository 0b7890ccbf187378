"""The ward's new content comes by network with the export, once, and only where it is wanted."""

from __future__ import annotations

import http.client
from datetime import date
from pathlib import Path

import pytest
from support.exporting import ExportingKiosk
from support.fake_clock import FakeClock
from support.packs import small_pack
from support.receiving import Receiver, serving
from support.ward import Ward

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.paths import content_folder
from kiosk.papers.content.manifest import Manifest
from kiosk.papers.content.standing import read_standing
from kiosk.papers.content.taking import incoming, prepare, put_in_force
from kiosk.papers.export.job import ExportJob, ExportRequest, Outcome
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import Unfinished
from kiosk.ward import packs
from kiosk.ward.authority import open_authority


class Night:
    """A kiosk, its ward's receiver at that port, and a night of both."""

    def __init__(self, kiosk: ExportingKiosk, port: int) -> None:
        self.kiosk, self.port = kiosk, port

    def passes(self) -> Outcome:
        config = ExportConfig(url=f"http://localhost:{self.port}")
        outcome = ExportJob(self.kiosk.data, self.kiosk.name, config).run(
            FakeClock().now, ExportRequest(now=True)
        )
        assert outcome is not None
        return outcome

    def is_taken_in(self, wrong: tuple[str, ...] = (), *, killed: bool = False) -> None:
        def prove(_: Path, __: Manifest) -> tuple[str, ...]:
            if killed:
                raise Unfinished
            return wrong

        prepared = prepare(self.kiosk.data, self.kiosk.name, prove)
        assert prepared is not None
        put_in_force(self.kiosk.data, prepared)

    def asks(self, *known: str) -> int:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        connection.request(
            "GET", "/content", headers={"If-None-Match": ", ".join(f'"{one}"' for one in known)}
        )
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status


def makes(ward: Ward, word: bytes) -> None:
    packs.make(open_authority(ward.folder / "ward"), {"needs.toml": word}, date(2026, 11, 30))


def test_a_new_pack_comes_once_and_the_next_one_after_it(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    kiosk = ExportingKiosk(ward)
    with serving(Receiver(ward)) as port:
        night = Night(kiosk, port)
        assert night.asks() == 404 and not night.passes().content
        makes(ward, b"one")
        assert night.passes().content
        waits = incoming(kiosk.data).read_bytes()
        assert not night.passes().content and incoming(kiosk.data).read_bytes() == waits
        night.is_taken_in()
        now = read_standing(kiosk.data).now
        assert now.counter == 1 and night.asks(now.folder) == 304 and not night.passes().content
        makes(ward, b"two")
        assert night.passes().content
        with pytest.raises(PackRefused):
            night.is_taken_in(wrong=("a guide that cannot be walked",))
        assert not night.passes().content, "what was refused would be fetched every night"
        makes(ward, b"spoilt")
        assert night.passes().content
        incoming(kiosk.data).write_bytes(incoming(kiosk.data).read_bytes()[:-1])
        with pytest.raises(PackRefused):
            night.is_taken_in()
        assert night.passes().content, "only the copy on this disk was damaged"
        for ends in (Unfinished, Unfinished, PackRefused):
            with pytest.raises(ends):
                night.is_taken_in(killed=True)
        assert not night.passes().content, "what came to no end would be fetched every night"
        makes(ward, b"three")
        assert night.passes().content
        night.is_taken_in()
        assert read_standing(kiosk.data).now.counter == 4
    assert not night.passes().content  # the receiver is gone
    assert read_standing(kiosk.data).now.counter == 4


def test_what_is_not_the_wards_or_is_cut_off_on_the_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward, other = Ward(tmp_path), Ward(tmp_path / "other", "Phường Hàng Trống")
    kiosk = ExportingKiosk(ward)
    makes(ward, b"one" * 100_000)
    file = packs.newest(open_authority(ward.folder / "ward"))
    assert file is not None
    whole = file.read_bytes()
    with serving(Receiver(ward)) as port:
        night = Night(kiosk, port)
        for served in (small_pack(other, 5), whole[:-50], whole[:-50] + b"x" * 50):
            file.write_bytes(served)
            monkeypatch.setattr("kiosk.ward.serve.name_of", lambda _: "another")
            assert not night.passes().content
            assert not incoming(kiosk.data).exists()
            assert not list(content_folder(kiosk.data).glob("*.part"))
        file.write_bytes(whole)
        assert night.passes().content
