"""The ward's own key, and the register of the kiosks it vouches for.

A folder that only the ward holds: ``ward.key`` and ``ward.age`` (private; keep a copy in a safe) and
``register.json``. The escrow's age identity is made with them, and kept anywhere but here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.files.durable import keep_once, private_folder, publish, sync_folder, tighten
from kiosk.base.messages.system_errors import SaidInBoth
from kiosk.papers.export.acknowledgement import acknowledgement
from kiosk.papers.export.envelope import Header
from kiosk.papers.keys.certificate import certify
from kiosk.papers.keys.documents import PaperRefused, encoded, sign_paper, sign_papers
from kiosk.papers.keys.enrolment import ANSWER, REVOKED, place_in, read_request
from kiosk.papers.keys.key_files import KeyUnusable, fingerprint, public_bytes, read_key, read_or_make_key
from kiosk.papers.keys.sealing import (
    identity_file,
    new_identity,
    read_identity,
    read_or_make_identity,
    recipient_of,
)
from kiosk.ward.registered import Enrolled, Maker, read_enrolled

UNDO_S = 600
"""For so long a withdrawal can be taken back."""
KEY_FILE, SEAL_FILE, REGISTER_FILE = "ward.key", "ward.age", "register.json"


class WardUnready(SaidInBoth):
    """The folder is not a ward's, or cannot be used; `vi` and `en` are sentences for the officer."""


@dataclass(frozen=True, slots=True)
class Authority:
    """The ward with its key. `older_keys` are public keys it used before, in hex, the newest first."""

    folder: Path
    name: str
    key: Ed25519PrivateKey
    enrolled: tuple[Enrolled, ...] = ()
    older_keys: tuple[str, ...] = ()
    revocations: int = 0  # the number of the last list
    escrow: str = ""  # the age recipient of the identity in the safe
    packs: int = 0  # the number of the last content pack
    programs: int = 0  # and of the last program pack
    makers: tuple[Maker, ...] = ()

    @property
    def kiosks(self) -> tuple[str, ...]:
        """Every kiosk ever enrolled, once, in that order."""
        return tuple(dict.fromkeys(entry.kiosk for entry in self.enrolled))

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Those none of whose keys is valid any more."""
        valid = {entry.kiosk for entry in self.enrolled if not entry.revoked}
        return tuple(kiosk for kiosk in self.kiosks if kiosk not in valid)

    @property
    def places(self) -> Mapping[str, str]:
        """By kiosk, where its request said that it stands."""
        return {entry.kiosk: entry.place for entry in self.enrolled if entry.place}

    def enrol(self, request: bytes, month: str, *, again: bool = False) -> tuple[Authority, bytes]:
        """The ward with that kiosk in its register, and the answer to carry back.

        *again*: also another key for a kiosk that has one. Raises `PaperRefused`.
        """
        kiosk, public = read_request(request)
        if any(one.key == public.hex() and one.revoked for one in self.enrolled):
            raise PaperRefused(
                "Chìa khóa này đã bị thu hồi. Trên ki-ốt, hãy đổi tên thư mục keys rồi xin lại.",
                "This key was withdrawn. On the kiosk rename the folder keys, then ask again.",
            )
        keys = [one.key for one in self.enrolled if one.kiosk == kiosk]
        if keys and public.hex() not in keys and not again:
            raise PaperRefused(
                f"{kiosk} đã có giấy với chìa khóa khác. Nếu đúng là máy ấy đổi chìa, thêm --again.",
                f"{kiosk} is enrolled with another key. If that very kiosk has a new one, add --again.",
            )
        others = tuple(one for one in self.enrolled if (one.kiosk, one.key) != (kiosk, public.hex()))
        after = replace(
            self, enrolled=(*others, Enrolled(kiosk, public.hex(), month, place=place_in(request)))
        )
        return after, after._answer(kiosk, public)

    def revoke(
        self, kiosk: str, valid_through: Mapping[str, int] | None = None, now_s: int = 0
    ) -> tuple[Authority, bytes]:
        """The ward with every key of that kiosk withdrawn, and the list for all others.

        *valid_through*: epoch → the last number that still counts; nothing else of it is ever taken in.
        The list's number is *now_s* or higher: also a ward restored from an old copy is heard at once.
        Raises `PaperRefused` when no such kiosk is in the register.
        """
        if not any(one.kiosk == kiosk for one in self.enrolled):
            raise PaperRefused(f"Phường chưa cấp giấy cho {kiosk}.", f"The ward never enrolled {kiosk}.")
        through = tuple(sorted((valid_through or {}).items()))
        enrolled = tuple(
            replace(
                one, revoked=True, valid_through=through, revoked_s=one.revoked_s if one.revoked else now_s
            )
            if one.kiosk == kiosk
            else one
            for one in self.enrolled
        )
        after = replace(self, enrolled=enrolled, revocations=max(self.revocations + 1, now_s))
        return after, after.revoked_list()

    def take_back(self, kiosk: str, now_s: int) -> tuple[Authority, bytes]:
        """The ward with the keys of that kiosk valid that were withdrawn within `UNDO_S`, and the newer list.

        Raises `PaperRefused` where there are none.
        """
        undone = [one for one in self.enrolled if one.kiosk == kiosk and one.revoked
                  and one.revoked_s and now_s - one.revoked_s <= UNDO_S]  # fmt: skip
        if not undone:
            raise PaperRefused(
                f"{kiosk} không bị thu hồi trong {UNDO_S // 60} phút vừa qua, nên không lấy lại được. Đã thu "
                "hồi lâu hơn thì cấp giấy lại: trên ki-ốt đổi tên thư mục keys, rồi keys request.",
                f"{kiosk} was not withdrawn within the last {UNDO_S // 60} minutes: that is not undone. One "
                "withdrawn earlier is enrolled anew: rename its folder keys, then keys request.",
            )
        enrolled = tuple(
            replace(one, revoked=False, valid_through=(), revoked_s=0) if one in undone else one
            for one in self.enrolled
        )
        after = replace(self, enrolled=enrolled, revocations=max(self.revocations + 1, now_s))
        return after, after.revoked_list()

    def revoked_list(self) -> bytes:
        """The newest list of those withdrawn, for every kiosk, also one that knows an older key only."""
        body = {"form": REVOKED, "number": self.revocations, "revoked": self._revoked()}
        return sign_papers(body, self.signers())

    def signers(self) -> tuple[Ed25519PrivateKey, ...]:
        """The ward's key, then those it had before, as far as they are kept. Raises `KeyUnusable`."""
        present = public_bytes(self.key)
        names = [fingerprint(old).hex() for key in self.older_keys if (old := bytes.fromhex(key)) != present]
        older = (read_key(self.folder / f"{KEY_FILE}.{name}") for name in names)
        return (self.key, *(one for one in older if one is not None))

    def answers(self) -> dict[str, bytes]:
        """A new answer for every kiosk that is not withdrawn, by its name: after keys have changed."""
        return {
            entry.kiosk: self._answer(entry.kiosk, bytes.fromhex(entry.key))
            for entry in self.enrolled
            if not entry.revoked
        }

    def acknowledge(self, header: Header, now_s: float | None = None) -> bytes:
        """The ward's signed word that it has that bundle for good, by the key that its kiosk knows.

        *now_s*: when it says so; without: now. Raises `KeyUnusable`.
        """
        at_s = int(time.time() if now_s is None else now_s)
        older = read_key(self.folder / f"{KEY_FILE}.{header.ward}")
        return sign_paper(acknowledgement(header, at_s), older or self.key)

    def identities(self) -> tuple[str, ...]:
        """What opens bundles: the ward's age identity, then older ones. Raises `KeyUnusable`."""
        older = sorted(self.folder.glob(f"{SEAL_FILE}.*"))
        kept = [read_or_make_identity(self.folder / SEAL_FILE), *(read_identity(one) for one in older)]
        return tuple(one for one in kept if one is not None)

    def _answer(self, kiosk: str, public: bytes) -> bytes:
        present = public_bytes(self.key)
        keys = [present, *(older for key in self.older_keys if (older := bytes.fromhex(key)) != present)]
        body = {
            "form": ANSWER,
            "ward": self.name,
            "ward_keys": [encoded(key) for key in keys],
            "kiosk": kiosk,
            "certificate": encoded(certify(self.key, public)),
            "revoked": self._revoked(),
            "recipients": self.recipients(),
        }
        return sign_paper(body, self.key)

    def with_escrow(self, *, again: bool = False) -> tuple[Authority, bytes]:
        """The ward with a new escrow, and the file with its identity, which is kept nowhere else.

        Kiosks seal to it once they have a new answer (`enrol` again). *again*: also in place of one that lies
        in a safe and opens nothing that is sealed from then on. Raises `PaperRefused`.
        """
        if self.escrow and not again:
            raise PaperRefused(
                "Đã có chìa dự phòng trong két. Muốn thay chìa ấy, thêm --again.",
                "There is an escrow in the safe. To replace it add --again.",
            )
        identity, public = new_identity()
        return replace(self, escrow=public), identity_file(identity, public)

    def recipients(self) -> list[str]:
        """Whom kiosks seal to: the ward, and its escrow where there is one. Raises `KeyUnusable`.

        A ward from before kiosks sent anything gets its age identity now.
        """
        ward = recipient_of(read_or_make_identity(self.folder / SEAL_FILE))
        return [ward, *([self.escrow] if self.escrow else [])]

    def _revoked(self) -> list[str]:
        kiosks = [entry.key for entry in self.enrolled if entry.revoked]
        makers = [maker.key for maker in self.makers if maker.revoked]
        return [encoded(fingerprint(bytes.fromhex(one))) for one in (*kiosks, *makers)]

    def save(self) -> None:
        """Write the register so that a power cut leaves the old or the new one. Raises `OSError`."""
        kept = {
            "name": self.name,
            "older_keys": list(self.older_keys),
            "revocations": self.revocations,
            "escrow": self.escrow,
            "packs": self.packs,
            "programs": self.programs,
            "makers": [asdict(maker) for maker in self.makers],
            "enrolled": [asdict(entry) for entry in self.enrolled],
        }
        publish(self.folder / REGISTER_FILE, json.dumps(kept, ensure_ascii=False, indent=1).encode())


def make_authority(folder: Path, name: str, escrow: str = "") -> Authority:
    """Make the ward's keys and an empty register, where only this user can read them and the ledger.

    Raises `WardUnready`, `KeyUnusable`, `OSError`.
    """
    if (folder / REGISTER_FILE).exists():
        raise WardUnready(f"{folder} đã là của một phường rồi.", f"{folder} is a ward's already.")
    private_folder(folder)
    tighten(folder)
    ward = Authority(folder, name, read_or_make_key(folder / KEY_FILE), escrow=escrow)
    read_or_make_identity(folder / SEAL_FILE)
    ward.save()
    return ward


def rotate(ward: Authority) -> Authority:
    """The ward with new keys; the old ones stay, to open and acknowledge what is sealed and sent to them.

    Kiosks go on as they are until the new answers (`answers`) are carried to them. Killed at any point, the
    ward still knows every key it ever used; rotating again finishes it. Raises `KeyUnusable`, `OSError`.
    """
    current = public_bytes(ward.key)
    older = (current.hex(), *(key for key in ward.older_keys if key != current.hex()))
    replace(ward, older_keys=older).save()
    identity = read_or_make_identity(ward.folder / SEAL_FILE)
    read_or_make_identity(ward.folder / f"{SEAL_FILE}.new")
    read_or_make_key(ward.folder / f"{KEY_FILE}.new")
    for file, name in (
        (SEAL_FILE, fingerprint(recipient_of(identity).encode()).hex()),
        (KEY_FILE, fingerprint(current).hex()),
    ):
        with suppress(FileExistsError):  # kept by a rotation that was cut off
            keep_once(ward.folder / f"{file}.{name}", (ward.folder / file).read_bytes())
        (ward.folder / f"{file}.new").replace(ward.folder / file)
        sync_folder(ward.folder)
    return open_authority(ward.folder)


def open_authority(folder: Path) -> Authority:
    """Raises `WardUnready`, `KeyUnusable`."""
    then_vi = "Khôi phục từ bản sao: ./script/run ward restore FILE --key FILE"
    then_en = "Restore it from a backup: ./script/run ward restore FILE --key FILE"
    try:
        key = read_key(folder / KEY_FILE)
    except KeyUnusable as failure:
        raise WardUnready(
            f"{failure.vi}. Chép {KEY_FILE} trong két về. {then_vi}",
            f"{failure.en}. Copy {KEY_FILE} back from the safe. {then_en}",
        ) from failure
    try:
        kept = json.loads((folder / REGISTER_FILE).read_text("utf-8"))
        enrolled = tuple(read_enrolled(one) for one in kept["enrolled"])
        older, revocations = tuple(map(str, kept["older_keys"])), int(kept["revocations"])
        name, escrow = str(kept["name"]), str(kept.get("escrow", ""))
        packs, programs = int(kept.get("packs", 0)), int(kept.get("programs", 0))
        makers = tuple(Maker(**one) for one in kept.get("makers", ()))
    except FileNotFoundError:
        key = None
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise WardUnready(
            f"Không đọc được {folder / REGISTER_FILE}. {then_vi}",
            f"{folder / REGISTER_FILE} cannot be read. {then_en}",
        ) from failure
    if key is None:
        raise WardUnready(
            f"{folder} không có chìa khóa của phường. Xem lại --data đã ghi đúng thư mục của phường "
            "chưa. Phường "
            "đã lập sổ thì ĐỪNG lập lại: ki-ốt sẽ không nhận khóa mới. Chưa lập lần nào thì chạy "
            "./script/run ward init.",
            f"{folder} holds no ward's key. Look whether --data names the ward's folder. A ward that "
            "was founded "
            "must NOT be founded again: no kiosk would know its new keys. If it never was: ./script/run ward "
            "init.",
        )
    return Authority(folder, name, key, enrolled, older, revocations, escrow, packs, programs, makers)
