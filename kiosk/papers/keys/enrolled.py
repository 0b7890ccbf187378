"""This kiosk's key with the ward's certificate for it: what signs cards and the nightly export."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.messages.system_errors import SaidInBoth, explained
from kiosk.papers.keys.documents import PaperRefused
from kiosk.papers.keys.enrolment import Enrolment, current_key, is_revoked, load
from kiosk.papers.keys.key_files import KeyUnusable, public_bytes


class NotEnrolled(SaidInBoth):
    """This kiosk can neither sign cards nor export; `vi` and `en` say why, for the staff."""


def enrolled(data_folder: Path, kiosk: str) -> tuple[Ed25519PrivateKey, Enrolment]:
    """Raises `NotEnrolled`."""
    try:
        key = current_key(data_folder, kiosk)
        enrolment = load(data_folder, kiosk, public_bytes(key)) if key else None
    except PaperRefused as refused:
        raise NotEnrolled(refused.vi, refused.en) from refused
    except (KeyUnusable, OSError) as failure:
        why = explained(failure)
        raise NotEnrolled(f"Không dùng được chìa khóa: {why.vi}.", f"No key to use: {why.en}.") from failure
    if key is None or enrolment is None:
        raise NotEnrolled(
            "Ki-ốt chưa được phường cấp giấy. Xin giấy: ./script/run keys request",
            "The ward has not enrolled this kiosk yet. Ask it to: ./script/run keys request",
        )
    if is_revoked(enrolment, public_bytes(key)):
        raise NotEnrolled("Phường đã thu hồi giấy của ki-ốt này.", "The ward has withdrawn this kiosk.")
    return key, enrolment
