"""A kiosk takes in a pack: proven, beside the old, in one rename; and back where it does not hold."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import sys
from contextlib import suppress
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest
from support.fake_clock import FakeClock
from support.killing import killed_at_every_step
from support.packs import MADE, forged, signers, small_pack, sound
from support.ward import Ward, kiosk_name

from flows.reading.content import SHIPPED
from kiosk.base.files.durable import publish
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import content_folder
from kiosk.papers.content.differences import Differences, differences
from kiosk.papers.content.in_force import begin, content_here, content_of, damaged, usable
from kiosk.papers.content.manifest import Manifest
from kiosk.papers.content.proof_beside import ProofBeside
from kiosk.papers.content.standing import (
    POINTER,
    ContentStanding,
    Edition,
    content_lock,
    read_standing,
    write_standing,
)
from kiosk.papers.content.taking import (
    hashes_in_force,
    incoming,
    lay_incoming,
    prepare,
    put_in_force,
    receive,
    refusals,
)
from kiosk.papers.content.trial import ENOUGH_VISITS, ended, failed, started, switched, visit_ended
from kiosk.papers.keys.enrolled import NotEnrolled, enrolled
from kiosk.papers.keys.enrolment import accept
from kiosk.papers.packs.archive import lay_out
from kiosk.papers.packs.held import Held
from kiosk.papers.packs.line import signed_line as line_under
from kiosk.papers.packs.one_at_a_time import PackBusy
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import AlreadyInForce, NoRoom, Prepared, Unfinished, settle
from kiosk.start import _sentences_of_the_ward

BOOT, NEXT_BOOT = "a" * 32, "b" * 32


def proven(_: Path, __: Manifest) -> tuple[str, ...]:
    return ()


class Kiosk:
    """Kiosk 1 of its ward; small packs that need no proof, unless one is asked for."""

    def __init__(self, folder: Path) -> None:
        self.ward = Ward(folder)
        self.ward.kiosk(1)
        self.data, self.name = self.ward.data(1), kiosk_name(1)

    def brings(self, raw: bytes) -> None:
        content_folder(self.data).mkdir(exist_ok=True, mode=0o700)
        publish(incoming(self.data), raw)

    def copies(self, raw: bytes) -> Manifest:
        """As it comes from a stick or by the network."""
        _, enrolment = enrolled(self.data, self.name)
        return receive(self.data, io.BytesIO(raw), enrolment)

    def turns_away(self, raw: bytes) -> str:
        """Before it is copied: nothing of it is kept here."""
        before = incoming(self.data).read_bytes() if incoming(self.data).exists() else None
        with pytest.raises(PackRefused) as refused:
            self.copies(raw)
        assert (incoming(self.data).read_bytes() if before else None) == before
        assert before or not incoming(self.data).exists()
        return refused.value.why

    def prepare(self, raw: bytes | None = None) -> Prepared[Manifest]:
        if raw is not None:
            self.brings(raw)
        prepared = prepare(self.data, self.name, proven)
        assert prepared is not None
        return prepared

    def take(
        self, counter: int, files: dict[str, bytes] | None = None, boot: str = "", **more: object
    ) -> ContentStanding:
        raw = small_pack(self.ward, counter, files or said(counter), **more)  # type: ignore[arg-type]
        return put_in_force(self.data, self.prepare(raw), boot)

    def proves_itself(self) -> None:
        for _ in range(ENOUGH_VISITS):
            write_standing(self.data, visit_ended(read_standing(self.data)))

    @property
    def says(self) -> str:
        """What the guides say that are read now; the program's own say nothing of a pack."""
        file = content_here(self.data).guides / "mot" / "vi.toml"
        return file.read_text("utf-8") if file.exists() else "shipped"

    def refuses(self, raw: bytes) -> str:
        self.brings(raw)
        with pytest.raises(PackRefused) as refused:
            prepare(self.data, self.name, proven)
        assert not incoming(self.data).exists()
        return refused.value.why


def said(counter: int) -> dict[str, bytes]:
    return {"guides/mot/vi.toml": f"pack {counter}".encode(), "guides/mot/flow.toml": b"-"}


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    return Kiosk(tmp_path)


def test_a_new_pack_is_read_once_it_is_in_force_and_the_one_before_is_kept(kiosk: Kiosk) -> None:
    assert kiosk.says == "shipped" and content_here(kiosk.data) == SHIPPED
    kiosk.take(3)
    kiosk.proves_itself()
    prepared = kiosk.prepare(small_pack(kiosk.ward, 7, said(7)))
    assert kiosk.says == "pack 3"  # unpacked beside it, and nothing else
    put_in_force(kiosk.data, prepared)
    kept = {one.name.split("-")[0] for one in content_folder(kiosk.data).iterdir() if one.is_dir()}
    assert kiosk.says == "pack 7" and kept == {"3", "7"} and not incoming(kiosk.data).exists()
    kiosk.take(8)
    kept = {one.name.split("-")[0] for one in content_folder(kiosk.data).iterdir() if one.is_dir()}
    assert kept == {"3", "8"}  # 7 had not proved itself yet: 3 is what is gone back to


def test_no_number_is_taken_twice_or_again_and_the_way_back_is_a_new_number(kiosk: Kiosk) -> None:
    five = small_pack(kiosk.ward, 5, said(5))
    put_in_force(kiosk.data, kiosk.prepare(five))
    with pytest.raises(AlreadyInForce):
        kiosk.prepare(five)
    assert not incoming(kiosk.data).exists() and not refusals(kiosk.data)
    assert kiosk.refuses(small_pack(kiosk.ward, 4, said(4))) == "older"
    assert kiosk.refuses(small_pack(kiosk.ward, 5, said(9))) == "older"
    kiosk.take(6, said(4), back_to=4)
    assert kiosk.says == "pack 4" and kiosk.refuses(five) == "older"


def test_a_newer_pack_that_waits_is_never_replaced_by_an_older_one(kiosk: Kiosk) -> None:
    kiosk.take(1)
    kiosk.copies(three := small_pack(kiosk.ward, 3, said(1), back_to=1))
    assert kiosk.turns_away(small_pack(kiosk.ward, 2, said(2))) == "newer-waits"
    assert incoming(kiosk.data).read_bytes() == three
    put_in_force(kiosk.data, kiosk.prepare())
    assert kiosk.says == "pack 1" and kiosk.turns_away(small_pack(kiosk.ward, 2, said(2))) == "older"
    kiosk.copies(small_pack(kiosk.ward, 4, said(4)))
    kiosk.copies(small_pack(kiosk.ward, 5, said(5)))  # a newer one takes its place
    put_in_force(kiosk.data, kiosk.prepare())
    assert kiosk.says == "pack 5"


def test_what_waits_and_was_signed_by_nobody_keeps_no_pack_out(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.brings(small_pack(Ward(tmp_path / "other"), 9))
    assert kiosk.copies(small_pack(kiosk.ward, 2, said(2))).counter == 2


def test_two_that_copy_at_once_end_with_the_newer_one(kiosk: Kiosk, tmp_path: Path) -> None:
    """Both were wanted when they were begun: what counts is what waits when the copy is whole."""
    _, enrolment = enrolled(kiosk.data, kiosk.name)
    kiosk.copies(small_pack(kiosk.ward, 3, said(3)))
    (copied := tmp_path / "copy.part").write_bytes(small_pack(kiosk.ward, 2, said(2)))
    with pytest.raises(PackRefused, match="newer-waits"):
        lay_incoming(kiosk.data, copied, 2, enrolment.ward_keys)
    assert kiosk.prepare().pack.counter == 3


def test_a_number_of_a_slip_keeps_no_later_pack_out(kiosk: Kiosk) -> None:
    kiosk.take(2147483647)
    assert read_standing(kiosk.data).highest == 2147483647
    kiosk.take(6)
    assert kiosk.says == "pack 6" and kiosk.refuses(small_pack(kiosk.ward, 5, said(5))) == "older"


def test_a_pack_under_our_key_that_is_not_as_we_make_it_is_refused(kiosk: Kiosk) -> None:
    ward, files = kiosk.ward, said(1)
    good = list(files.items())
    assert kiosk.turns_away(forged(ward, good, files, ward="Phường Hàng Trống")) == "other-ward"
    assert kiosk.refuses(forged(ward, good, files, ward="Phường Hàng Trống")) == "other-ward"
    assert kiosk.turns_away(forged(ward, good, files, made=date(2099, 1, 1))) == "other-day"
    assert kiosk.turns_away(small_pack(ward, 1, files) + b"behind") == "damaged"
    line, _, archive = small_pack(ward, 1, files).partition(b"\n")
    body = {**json.loads(line)["body"], "note": "x"}
    assert kiosk.turns_away(line_under(body, signers(ward.authority)) + archive) == "damaged"


def test_where_the_kiosks_clock_is_wrong_packs_are_taken_all_the_same(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clockless(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(1970, 1, 1, tzinfo=tz)

    monkeypatch.setattr("kiosk.papers.packs.taking.datetime", Clockless)
    kiosk.take(1)
    files = said(2)
    assert (
        kiosk.refuses(forged(kiosk.ward, files.items(), files, counter=2, made=date(2099, 1, 1)))
        == "other-day"
    )


def test_a_pack_without_files_brings_back_what_comes_with_the_program(kiosk: Kiosk) -> None:
    kiosk.take(1)
    put_in_force(kiosk.data, kiosk.prepare(small_pack(kiosk.ward, 2, {}, back_to=0)))
    standing = read_standing(kiosk.data)
    assert kiosk.says == "shipped" and usable(kiosk.data, standing) == standing.now
    assert standing.now.counter == 2 and kiosk.refuses(small_pack(kiosk.ward, 1, said(1))) == "older"


def test_a_pack_on_trial_elsewhere_is_not_taken_here(kiosk: Kiosk) -> None:
    own = kiosk_id(kiosk.data)
    files = said(2)
    elsewhere = forged(kiosk.ward, files.items(), files, counter=2, kiosks=(kiosk_name(77),))
    assert kiosk.turns_away(elsewhere) == "other-kiosk"
    here = forged(kiosk.ward, files.items(), files, counter=2, kiosks=(kiosk_name(77), own))
    assert kiosk.copies(here).kiosks == (kiosk_name(77), own)


def test_what_is_refused_is_kept_aside_the_last_few_and_why(kiosk: Kiosk, tmp_path: Path) -> None:
    other = Ward(tmp_path / "other")
    assert kiosk.refuses(small_pack(other)) == "other-ward"
    assert kiosk.refuses(b"of somebody") == "damaged"
    assert kiosk.refuses(small_pack(kiosk.ward, 2, programs=("9.0.0", ""))) == "other-program"
    assert kiosk.refuses(small_pack(kiosk.ward, 2, programs=("0.0.1", "0.0.2"))) == "other-program"
    assert [one.why for one in refusals(kiosk.data)] == ["other-program", "other-program", "damaged"]
    aside = content_folder(kiosk.data) / "refused"
    assert len(list(aside.glob("*.kpack"))) == 3 and kiosk.says == "shipped"


def test_a_kiosk_that_the_ward_has_withdrawn_takes_nothing_more(kiosk: Kiosk) -> None:
    accept(kiosk.data, kiosk.name, kiosk.ward.withdraw(1))
    kiosk.brings(small_pack(kiosk.ward))
    with pytest.raises(NotEnrolled):
        prepare(kiosk.data, kiosk.name, proven)


def test_two_programs_take_in_one_after_the_other(kiosk: Kiosk) -> None:
    kiosk.brings(small_pack(kiosk.ward))
    with content_lock(kiosk.data), pytest.raises(PackBusy):
        prepare(kiosk.data, kiosk.name, proven)
    first = kiosk.prepare(small_pack(kiosk.ward, 2, said(2)))
    kiosk.brings(later := small_pack(kiosk.ward, 3, said(3)))  # a second one comes while the first waits
    put_in_force(kiosk.data, first)
    assert incoming(kiosk.data).read_bytes() == later
    put_in_force(kiosk.data, kiosk.prepare())
    assert kiosk.says == "pack 3"


# --- the proof ----------------------------------------------------------------------------------------------


def proof_of(files: dict[str, bytes], folder: Path) -> tuple[str, ...]:
    lay_out(folder, ((Held(path, len(raw), ""), (raw,)) for path, raw in files.items()))
    return ProofBeside().as_of(folder, MADE)


def test_the_proof_takes_what_is_sound_and_refuses_what_a_kiosk_could_not_use(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    good = sound("hoc-thu", "hoc-nua")
    kiosk.brings(small_pack(kiosk.ward, 1, good))
    prepared = prepare(kiosk.data, kiosk.name, ProofBeside())
    assert prepared is not None
    new = differences(hashes_in_force(kiosk.data, ContentStanding()), prepared.pack.hashes).new
    assert set(new) >= {"guides/hoc-thu", "guides/hoc-nua"}
    put_in_force(kiosk.data, prepared)
    flow = good["guides/hoc-nua/flow.toml"].replace(b'next = "xong"', b'next = "nowhere"')
    flow = flow.replace(b'choice.yes = "xong"', b'choice.yes = "nowhere"')
    assert flow != good["guides/hoc-nua/flow.toml"]
    kiosk.brings(small_pack(kiosk.ward, 2, {**good, "guides/hoc-nua/flow.toml": flow}))
    with pytest.raises(PackRefused) as refused:
        prepare(kiosk.data, kiosk.name, ProofBeside())
    assert refused.value.why == "unproven" and "hoc-nua" in refused.value.detail
    good["words/vi.toml"] = '[home]\nheading = "Bác mở Blackberry."\n'.encode()
    readings = {"readings/vi.toml": '[words]\n"Blackberry" = "bờ lách be ri"\n'.encode()}
    (unsaid,) = proof_of(good, tmp_path / "unsaid")  # the voice says it as the pack's own list has it
    assert unsaid.startswith("words/vi.toml, home.heading: “Blackberry”")
    assert not proof_of({**good, **readings}, tmp_path / "said")
    readings["readings/vi.toml"] += b'"SHB" = bank\n'
    assert "readings/vi.toml, dòng 3" in " ".join(proof_of({**good, **readings}, tmp_path / "list"))
    words = '[home]\nheading = "Bác {name} cần gì ạ?"\nof_another_program = "{x}"\n'.encode()
    kiosk.brings(small_pack(kiosk.ward, 3, {**good, "words/vi.toml": words}))
    with pytest.raises(PackRefused, match=r"^unproven: words/vi.toml, home.heading: [^|]*$"):
        prepare(kiosk.data, kiosk.name, ProofBeside())
    assert read_standing(kiosk.data).now.counter == 1
    assert not list(content_folder(kiosk.data).glob("[23]-*"))


def test_a_kiosk_that_closes_waits_for_no_proof_and_the_pack_waits_for_the_kiosk(kiosk: Kiosk) -> None:
    proof = ProofBeside()
    proof.end()
    kiosk.brings(small_pack(kiosk.ward, 1, sound()))
    with pytest.raises(InterruptedError):
        prepare(kiosk.data, kiosk.name, proof)
    assert incoming(kiosk.data).exists() and not refusals(kiosk.data)


def test_a_proof_that_is_killed_or_comes_to_no_end_says_nothing_of_the_pack(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.brings(small_pack(kiosk.ward, 1, sound()))
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.papers.content.proof_beside.PROOF_S", 0.01)
        with pytest.raises(Unfinished, match="no end"):
            prepare(kiosk.data, kiosk.name, ProofBeside())
        killed = tmp_path / "python"
        killed.write_text("#!/bin/sh\necho half a line\nkill -9 $$\n")
        killed.chmod(0o700)
        patch.undo()
        patch.setattr(sys, "executable", str(killed))
        with pytest.raises(Unfinished, match="-9"):
            prepare(kiosk.data, kiosk.name, ProofBeside())
    assert incoming(kiosk.data).exists() and not refusals(kiosk.data)
    settle(incoming(kiosk.data))
    assert prepare(kiosk.data, kiosk.name, ProofBeside()) is not None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is asked of Linux' kernel")
def test_where_memory_is_short_the_proof_is_ended_before_the_kiosk(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by the process itself: it waits until it is marked, which it otherwise never is."""
    told = tmp_path / "python"
    told.write_text("#!/bin/sh\nuntil [ $(cat /proc/$$/oom_score_adj) = 800 ]; do sleep 0.01; done\n")
    told.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(told))
    monkeypatch.setattr("kiosk.papers.content.proof_beside.PROOF_S", 60.0)
    kiosk.brings(small_pack(kiosk.ward, 1))
    assert prepare(kiosk.data, kiosk.name, ProofBeside()) is not None


def test_a_pack_that_ends_the_kiosk_twice_is_put_aside_at_the_third_start_and_another_is_taken(
    kiosk: Kiosk,
) -> None:
    """No handler of ours has its say: the process is gone."""
    kiosk.brings(small_pack(kiosk.ward, 1))
    for _ in range(2):
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                prepare(kiosk.data, kiosk.name, lambda _, __: os._exit(9))
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    with pytest.raises(PackRefused, match="given-up"):
        prepare(kiosk.data, kiosk.name, proven)
    assert [one.why for one in refusals(kiosk.data)] == ["given-up"] and not incoming(kiosk.data).exists()
    kiosk.take(2)
    assert kiosk.says == "pack 2"


# --- what is cut off ----------------------------------------------------------------------------------------


def test_the_power_cut_before_every_step_leaves_the_old_or_the_new_content_whole(kiosk: Kiosk) -> None:
    kiosk.take(1)
    raw, cuts, seen = small_pack(kiosk.ward, 2, said(2)), 0, set()

    def work() -> None:
        with suppress(AlreadyInForce):  # cut off between the switch and taking away the file
            put_in_force(kiosk.data, kiosk.prepare())

    kiosk.brings(raw)
    for _ in killed_at_every_step(work):
        cuts += 1
        settle(incoming(kiosk.data))  # so many cuts in one taking would be one too many
        standing = read_standing(kiosk.data)
        assert usable(kiosk.data, standing) == standing.now and not damaged(kiosk.data, standing.now)
        seen.add(kiosk.says)
    assert cuts > 10 and kiosk.says == "pack 2" and seen <= {"pack 1", "pack 2"}


def test_a_disk_that_fails_at_any_write_changes_nothing_and_the_pack_still_waits(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.take(1)
    kiosk.brings(small_pack(kiosk.ward, 2, said(2)))
    real, calls = os.fsync, 0
    for fails_at in range(6):
        calls = 0

        def fsync(descriptor: int, at: int = fails_at) -> None:
            nonlocal calls
            calls += 1
            if calls > at:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(descriptor)

        with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
            patch.setattr(os, "fsync", fsync)
            kiosk.prepare()
        assert kiosk.says == "pack 1" and incoming(kiosk.data).exists() and not refusals(kiosk.data)
    put_in_force(kiosk.data, kiosk.prepare())
    assert kiosk.says == "pack 2"


def test_without_room_nothing_is_unpacked(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk.brings(small_pack(kiosk.ward))
    usage = shutil.disk_usage(kiosk.data)._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NoRoom):
        kiosk.prepare()
    assert incoming(kiosk.data).exists() and not list(content_folder(kiosk.data).glob("1-*"))


def test_a_pointer_that_is_damaged_lets_no_older_pack_in(kiosk: Kiosk) -> None:
    kiosk.take(4)
    (content_folder(kiosk.data) / POINTER).write_bytes(b"{")
    assert read_standing(kiosk.data).highest == 4 and kiosk.says == "pack 4"
    assert kiosk.refuses(small_pack(kiosk.ward, 3, said(3))) == "older"


def test_content_of_which_a_file_is_gone_gives_way_to_the_one_before(kiosk: Kiosk) -> None:
    kiosk.take(1)
    kiosk.proves_itself()
    kiosk.take(2)
    now = read_standing(kiosk.data).now
    file = content_of(kiosk.data, now).guides / "mot" / "flow.toml"
    file.write_bytes(b"+")
    assert damaged(kiosk.data, now) == ("guides/mot/flow.toml",) and kiosk.says == "pack 2"
    file.unlink()
    assert kiosk.says == "pack 1"


# --- on trial -----------------------------------------------------------------------------------------------


def test_a_pack_with_which_the_program_ends_twice_goes_back_by_itself_and_never_returns(kiosk: Kiosk) -> None:
    kiosk.take(1)
    kiosk.proves_itself()
    kiosk.take(2, boot=BOOT)
    assert begin(kiosk.data, BOOT).now.counter == 2  # once
    after = begin(kiosk.data, BOOT)
    assert (after.now.counter, after.highest, after.trial) == (1, 2, None) and kiosk.says == "pack 1"
    assert kiosk.refuses(small_pack(kiosk.ward, 2, said(2))) == "went-back"
    kiosk.take(3)
    assert kiosk.says == "pack 3"


def test_the_first_frame_says_the_sentences_of_the_content_that_its_start_will_be_with(kiosk: Kiosk) -> None:
    clock = FakeClock()
    clock.boot = BOOT
    assert _sentences_of_the_ward(kiosk.data, clock) is None
    for counter in (1, 2):
        words = {"words/vi.toml": b"[attract]\n"}
        kiosk.take(counter, said(counter) | words, boot=BOOT)
        if counter == 1:
            kiosk.proves_itself()
    for counter in (2, 1):  # the second failure brings the one before
        folder = _sentences_of_the_ward(kiosk.data, clock)
        assert folder is not None and folder.parent.name.startswith(f"{counter}-")
        assert begin(kiosk.data, BOOT).now.counter == counter


def test_power_cuts_and_good_ends_are_no_failures_and_visits_end_the_trial() -> None:
    new = switched(ContentStanding(), Edition("2-x", 2), BOOT)
    cut = started(started(started(new, NEXT_BOOT), "c" * 32), "d" * 32)
    assert cut.trial is not None and cut.trial.failures == 0
    stopped = started(ended(started(ended(new), BOOT)), BOOT)
    assert stopped.trial is not None and stopped.trial.failures == 0
    visited = new
    for _ in range(ENOUGH_VISITS):
        visited = visit_ended(visited)
    assert visited.trial is None and failed(failed(visited)).now == new.now
    assert failed(failed(new)) == ContentStanding(highest=2, failed=("2-x",))


def test_differences_count_lessons_and_name_other_parts(kiosk: Kiosk) -> None:
    standing = kiosk.take(1, {"guides/a/vi.toml": b"1", "guides/b/vi.toml": b"1", "voices/x.wav": b"1"})
    files = {"guides/b/vi.toml": b"2", "guides/c/vi.toml": b"1", "needs.toml": b"-", "voices/x.wav": b"1"}
    prepared = kiosk.prepare(small_pack(kiosk.ward, 2, files))
    wanted = Differences(("guides/c",), ("guides/b",), ("guides/a",), ("needs.toml",))
    assert differences(hashes_in_force(kiosk.data, standing), prepared.pack.hashes) == wanted
