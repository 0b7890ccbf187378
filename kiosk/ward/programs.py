"""The makers whose program this ward lets onto its kiosks, and its word on each release, under a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.base.files.handed_out import hand_out_pieces
from kiosk.papers.keys.documents import PaperRefused
from kiosk.papers.keys.key_files import fingerprint, public_bytes
from kiosk.papers.keys.maker import read_maker
from kiosk.papers.packs.numbers import last_given
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.pack_file import (
    OpenRelease,
    countersigned_pieces,
    opened,
    opened_release,
    read_pack,
)
from kiosk.papers.program.release import (
    WARDS,
    Countersignature,
    ProgramPack,
    hash_of,
    read_countersignature,
    wards_line,
)
from kiosk.ward.authority import Authority
from kiosk.ward.registered import Maker


def trust(ward: Authority, paper: bytes, spoken: str) -> Authority:
    """The ward with that maker among those it trusts. *spoken*: the fingerprint, as the maker reads it out.

    Raises `PaperRefused`.
    """
    name, public = read_maker(paper)
    if _plain(spoken) != fingerprint(public).hex():
        raise PaperRefused(
            "Dấu khóa không khớp. Hãy hỏi lại người làm chương trình, đừng chép từ tệp này.",
            "The fingerprint is another one. Ask the maker again; do not copy it from this file.",
        )
    if any(maker.key == public.hex() and maker.revoked for maker in ward.makers):
        raise PaperRefused(
            "Chìa khóa này đã bị thu hồi. Người làm chương trình cần chìa khóa mới.",
            "This key was withdrawn. The maker needs a new one.",
        )
    others = tuple(maker for maker in ward.makers if maker.key != public.hex())
    return replace(ward, makers=(*others, Maker(name, public.hex())))


def distrust(ward: Authority, spoken: str, now_s: int = 0) -> tuple[Authority, bytes]:
    """The ward that trusts that key no more, and the list for every kiosk: see `Authority.revoke`.

    Raises `PaperRefused`, `KeyUnusable`.
    """
    meant = [maker for maker in ward.makers if fingerprint(bytes.fromhex(maker.key)).hex() == _plain(spoken)]
    if not meant:
        raise PaperRefused(
            "Phường không tin chìa khóa nào có dấu ấy.", "The ward trusts no key with that fingerprint."
        )
    makers = tuple(replace(maker, revoked=True) if maker in meant else maker for maker in ward.makers)
    after = replace(ward, makers=makers, revocations=max(ward.revocations + 1, now_s))
    return after, after.revoked_list()


@dataclass(frozen=True, slots=True)
class SeenRelease:
    """A release and who made it. `said`: the ward's own word on it; None: it has not given it yet."""

    opened: OpenRelease
    maker: Maker
    said: Countersignature | None


@contextmanager
def seen_release(
    ward: Authority, file: Path, on_progress: Callable[[int, int], None] = lambda _, __: None
) -> Iterator[SeenRelease]:
    """What *file* holds, where every byte is of a maker whom this ward trusts.

    Raises `PackRefused`, `KeyUnusable`, `OSError`.
    """
    with opened_release(file, [bytes.fromhex(one.key) for one in ward.makers], on_progress) as release:
        maker = next(one for one in ward.makers if one.key == release.maker.hex())
        if maker.revoked:
            raise PackRefused("withdrawn-maker")
        yield SeenRelease(release, maker, _said(ward, file))


def countersign(ward: Authority, file: Path, out: Path, signed: date, above: int = 0) -> ProgramPack:
    """Write the pack that kiosks take: the release in *file* under the ward's word and its next number.

    *above*: its number is higher than that one, which a ward restored from an old copy knows of a kiosk.
    Raises `PackRefused`, `KeyUnusable`, `OSError`.
    """
    with seen_release(ward, file) as seen:
        counter = last_given(ward.programs, above) + 1
        said = Countersignature(ward.name, counter, signed, seen.opened.maker, hash_of(seen.opened.line))
        line = wards_line(said, {public_bytes(key): key.sign for key in ward.signers()})
        read_countersignature(line, (public_bytes(ward.key),))  # before its number is kept
        replace(ward, programs=counter).save()  # first: a number that was given is never given again
        hand_out_pieces(out, countersigned_pieces(file, seen.opened, line), WARDS)
    with opened(out, (public_bytes(ward.key),)) as written:
        return written.pack


def _said(ward: Authority, file: Path) -> Countersignature | None:
    """By its present key or an older one."""
    for key in ward.signers():
        with suppress(PackRefused), file.open("rb") as stream:
            return read_pack(stream, (public_bytes(key),)).countersigned
    return None


def _plain(spoken: str) -> str:
    return "".join(spoken.split()).lower()
