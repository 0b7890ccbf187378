"""The doctor says which content is in force, how old it is, and what did not go well with a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.packs import MADE, small_pack
from support.ward import Ward, kiosk_name

from kiosk.base.files.durable import publish
from kiosk.base.files.paths import content_folder
from kiosk.papers.content.in_force import content_of
from kiosk.papers.content.standing import read_standing, write_standing
from kiosk.papers.content.taking import incoming, prepare, put_in_force
from kiosk.papers.content.trial import failed
from kiosk.papers.packs.refusals import PackRefused
from kiosk.point.health.content import OLD_DAYS, check_content, see_content

TODAY = MADE + timedelta(days=3)


def brings(data: Path, raw: bytes) -> None:
    content_folder(data).mkdir(exist_ok=True, mode=0o700)
    publish(incoming(data), raw)
    prepared = prepare(data, kiosk_name(1), lambda _, __: ())
    assert prepared is not None
    put_in_force(data, prepared)


def seen(data: Path, today: date = TODAY) -> tuple[str, str]:
    finding = check_content(see_content(data, today))
    return finding.state, finding.en


def test_from_no_pack_to_one_that_is_old_damaged_refused_and_gone_back_from(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    ward.kiosk(1)
    data = ward.data(1)
    assert seen(data)[0] == "ok" and "no content pack" in seen(data)[1]
    brings(data, small_pack(ward, 4))
    assert seen(data) == ("ok", "Content pack 4, signed on 29/11/2026, on trial.")
    later = MADE + timedelta(days=OLD_DAYS)  # told, and it stays in force
    write_standing(data, replace(read_standing(data), trial=None))
    assert seen(data, later) == ("ok", f"Content pack 4, signed on 29/11/2026, {OLD_DAYS} days ago.")
    with pytest.raises(PackRefused):
        brings(data, b"of somebody")
    assert seen(data)[0] == "mend" and "content/refused/1.kpack" in seen(data)[1]
    brings(data, small_pack(ward, 5))
    assert seen(data)[0] == "ok"
    brings(data, small_pack(ward, 6, {"words/vi.toml": b'[home]\nnot_yet = "x"\nheading = "{x}"\n'}))
    state, said = seen(data)  # another program has them: nothing to mend
    assert state == "ok" and said.endswith("place: words/vi.toml, home.not_yet, words/vi.toml, home.heading.")
    write_standing(data, failed(failed(read_standing(data))))
    assert seen(data) == ("mend", "This kiosk tried content pack 6, failed and went back to 4.")
    now = read_standing(data).now
    needs = content_of(data, now).needs
    needs.write_bytes(b"-" * needs.stat().st_size)
    assert seen(data) == ("mend", "Content pack 4 on this kiosk is damaged: needs.toml.")
    needs.unlink()
    assert seen(data) == ("mend", "Content pack 4 on this kiosk is damaged.")
