"""How a kiosk becomes one of the ward's: it asks with a request, the ward answers with a certificate.

Kept in ``<data folder>/keys``: ``kiosk.key`` (private), ``enrolment.json`` (the ward's answer as it came) and
``revoked.json`` (the newest list of kiosks the ward has revoked).
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.events.rules import KIOSK, admits
from kiosk.base.files.durable import publish, sync_folder
from kiosk.base.files.paths import keys_folder
from kiosk.base.messages.visible import visible
from kiosk.base.personal import is_a_ward
from kiosk.papers.keys.certificate import CERTIFICATE_BYTES, KEY_BYTES, Certificate, parse_certificate
from kiosk.papers.keys.documents import (
    PaperRefused,
    any_list,
    decoded,
    encoded,
    first_right,
    is_paper_of,
    list_of,
    read_paper,
    sign_paper,
    text_of,
)
from kiosk.papers.keys.key_files import (
    FINGERPRINT_BYTES,
    fingerprint,
    legible,
    public_bytes,
    read_key,
    read_or_make_key,
)
from kiosk.papers.keys.sealing import recipient

REQUEST, ANSWER, REVOKED = "kiosk-request-1", "kiosk-answer-1", "kiosk-revoked-1"
PLACE = re.compile(r"(?:point|team)-[1-9]\d?")
ANSWER_FILE, REVOKED_FILE = "enrolment.json", "revoked.json"


def key_file(data_folder: Path) -> Path:
    return keys_folder(data_folder) / "kiosk.key"


def next_key_file(data_folder: Path) -> Path:
    """The key that was asked for and not answered yet."""
    return keys_folder(data_folder) / "kiosk.key.next"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """`ward_keys` are the ward's public keys, its present one first: cards signed under older ones count.

    `recipients` is whom the export is sealed to (age): the ward and its escrow.
    """

    ward: str
    ward_keys: tuple[bytes, ...]
    certificate: Certificate
    revoked: frozenset[bytes] = frozenset()  # fingerprints of kiosks' keys
    recipients: tuple[str, ...] = ()  # none in an answer from before wards received anything


def request_of(kiosk: str, key: Ed25519PrivateKey, place: str = "") -> bytes:
    """What the kiosk asks the ward with; signed, so that it can only be asked by who holds the key.

    *place*: where it stands (``point-3``), empty where nobody has told it.
    """
    body = {"form": REQUEST, "kiosk": kiosk, "key": encoded(public_bytes(key))}
    return sign_paper({**body, "place": place} if place else body, key)


def place_in(raw: bytes) -> str:
    """Where the kiosk of a request (`read_request`) says it stands; empty where it does not."""
    place = read_paper(raw, REQUEST)[0].get("place")
    return place if isinstance(place, str) and PLACE.fullmatch(place) else ""


def kiosk_in(raw: bytes) -> str:
    """Of which kiosk a request or an answer is, before anything of it is believed; empty: of none."""
    with suppress(ValueError, RecursionError, AttributeError, TypeError):
        return str(json.loads(raw)["body"].get("kiosk") or "")
    return ""


def read_request(raw: bytes) -> tuple[str, bytes]:
    """Which kiosk asks, and its public key. Raises `PaperRefused`.

    Anybody can make a request, and its name becomes that of a file: only a name as kiosks give themselves
    is one.
    """
    body, signature = read_paper(raw, REQUEST)
    public = decoded(body.get("key"), KEY_BYTES)
    if not is_paper_of(public, body, signature):
        raise PaperRefused(
            "Yêu cầu này đã bị sửa, hoặc bị hỏng.", "This request was changed on the way, or is damaged."
        )
    kiosk = text_of(body, "kiosk")
    if not admits(KIOSK, kiosk):
        raise PaperRefused(
            "Tên ki-ốt trong yêu cầu không đúng.", "The kiosk's name in this request is not one."
        )
    return kiosk, public


def read_answer(raw: bytes, kiosk: str, public: bytes) -> Enrolment:
    """The ward's answer, if it is meant for this kiosk and this key. Raises `PaperRefused`.

    Whoever carries the file to the kiosk vouches for the ward's key in it, as with any first meeting.
    """
    body, signature = read_paper(raw, ANSWER)
    ward_keys = list_of(body, "ward_keys", KEY_BYTES)
    if not ward_keys or not is_paper_of(ward_keys[0], body, signature):
        raise PaperRefused(
            "Giấy của phường đã bị sửa, hoặc bị hỏng.", "The ward's answer was changed, or is damaged."
        )
    certificate = parse_certificate(decoded(body.get("certificate"), CERTIFICATE_BYTES))
    if text_of(body, "kiosk") != kiosk or certificate is None or certificate.kiosk != public:
        raise PaperRefused(
            "Giấy này cấp cho ki-ốt khác, hoặc cho chìa khóa cũ của ki-ốt này.",
            "This answer is for another kiosk, or for an older key of this one.",
        )
    if not certificate.is_signed_by(ward_keys[0]):
        raise PaperRefused("Giấy chứng nhận không đúng.", "The certificate in it is not right.")
    revoked = frozenset(list_of(body, "revoked", FINGERPRINT_BYTES))
    recipients = tuple(recipient(written) for written in any_list(body, "recipients"))
    return Enrolment(text_of(body, "ward"), ward_keys, certificate, revoked, recipients)


def read_revoked(raw: bytes, enrolment: Enrolment) -> tuple[int, frozenset[bytes]]:
    """The number of the list, and the fingerprints on it. Raises `PaperRefused`."""
    body, signature = read_paper(raw, REVOKED)
    number = body.get("number")
    if not any(is_paper_of(ward, body, signature) for ward in enrolment.ward_keys):
        raise PaperRefused(
            "Danh sách này không phải của phường mình, hoặc bị hỏng.",
            "This list is not of this kiosk's ward, or is damaged.",
        )
    if not isinstance(number, int) or isinstance(number, bool):
        raise PaperRefused("Danh sách này bị hỏng.", "This list is damaged.")
    return number, frozenset(list_of(body, "revoked", FINGERPRINT_BYTES))


def ask(data_folder: Path, kiosk: str, place: str = "") -> bytes:
    """This kiosk's request; its key is made now if it has none. Raises `KeyUnusable`."""
    key = current_key(data_folder, kiosk) or read_or_make_key(key_file(data_folder))
    return request_of(kiosk, key, place)


def ask_with_new_key(data_folder: Path, kiosk: str, place: str = "") -> bytes:
    """A request for a new key; the old one serves until the ward has answered. Raises `KeyUnusable`."""
    return request_of(kiosk, read_or_make_key(next_key_file(data_folder)), place)


def current_key(data_folder: Path, kiosk: str) -> Ed25519PrivateKey | None:
    """The key in use. A renewal that the power cut between answer and key is finished here.

    Raises `KeyUnusable`, `OSError`.
    """
    renewed = read_key(next_key_file(data_folder))
    answer = keys_folder(data_folder) / ANSWER_FILE
    if renewed is None or not answer.exists():
        return read_key(key_file(data_folder))
    if _is_answer_to(answer.read_bytes(), kiosk, public_bytes(renewed)):
        next_key_file(data_folder).replace(key_file(data_folder))
        sync_folder(keys_folder(data_folder))
        return renewed
    return read_key(key_file(data_folder))


class AnotherWard(PaperRefused):
    """The kiosk is enrolled with `present`, and the answer is of a ward that shares none of its keys."""

    def __init__(self, present: Enrolment, offered: Enrolment) -> None:
        held, new = (f"{visible(one.ward)}, {legible(one.ward_keys[0])}" for one in (present, offered))
        super().__init__(
            f"Ki-ốt đang thuộc {held}. Giấy này của phường khác, hoặc của khóa mà phường chưa dùng bao giờ: "
            f"{new}. Nhận giấy này thì số liệu từ nay chỉ khóa ấy mở được.",
            f"This kiosk is enrolled with {held}. The answer is of another ward, or of a key that it never "
            f"used: {new}. Whatever is packed from then on only that key opens.",
        )


def accept(data_folder: Path, kiosk: str, raw: bytes, *, another: bool = False) -> Enrolment:
    """Keep what the ward sent, an answer or a newer list, perhaps under several keys of the ward.

    *another*: also the answer of another ward than the one the kiosk is enrolled with.

    Raises `AnotherWard`, `PaperRefused`, `KeyUnusable`, `OSError`.
    """
    return first_right(raw, lambda paper: _accept(data_folder, kiosk, paper, another=another))


def _accept(data_folder: Path, kiosk: str, raw: bytes, *, another: bool) -> Enrolment:
    public = public_bytes(current_key(data_folder, kiosk) or read_or_make_key(key_file(data_folder)))
    folder = keys_folder(data_folder)
    renewed = read_key(next_key_file(data_folder))
    if renewed is not None and _is_answer_to(raw, kiosk, public_bytes(renewed)):
        _refuse_strange(read_answer(raw, kiosk, public_bytes(renewed)), data_folder, kiosk, public, another)
        publish(folder / ANSWER_FILE, raw)
        public = public_bytes(current_key(data_folder, kiosk) or renewed)
    elif _form_of(raw) == REVOKED:
        enrolment = load(data_folder, kiosk, public)
        if enrolment is None:
            raise PaperRefused("Ki-ốt chưa được phường cấp giấy.", "This kiosk is not enrolled yet.")
        number, _ = read_revoked(raw, enrolment)
        if number < _kept_number(folder, enrolment):
            raise PaperRefused("Danh sách này cũ hơn danh sách đang có.", "This list is older than ours.")
        publish(folder / REVOKED_FILE, raw)
    else:
        answer = read_answer(raw, kiosk, public)
        _refuse_older(answer, data_folder, kiosk, public)
        _refuse_strange(answer, data_folder, kiosk, public, another)
        publish(folder / ANSWER_FILE, raw)
    enrolled = load(data_folder, kiosk, public)
    assert enrolled is not None
    return enrolled


def _refuse_older(answer: Enrolment, data_folder: Path, kiosk: str, public: bytes) -> None:
    """One from before the ward changed its keys would bring back kiosks that it has withdrawn since."""
    present = None
    with suppress(PaperRefused):  # what cannot be read any more is no newer
        present = load(data_folder, kiosk, public)
    if present is not None and answer.ward_keys[0] in present.ward_keys[1:]:
        raise PaperRefused(
            "Giấy này có từ trước khi phường đổi khóa: máy giữ giấy đang có. Cần giấy mới thì xin "
            "phường (ward rotate).",
            "This answer is from before the ward changed its keys: the present one is kept. For a "
            "newer one ask the ward (ward rotate).",
        )


def _refuse_strange(answer: Enrolment, data_folder: Path, kiosk: str, public: bytes, another: bool) -> None:
    """A ward's name that is none would be shown, and spoken to terminals; another ward's key opens all."""
    if not is_a_ward(answer.ward) or " ".join(answer.ward.split()) != answer.ward:
        raise PaperRefused(
            f"Tên phường trong giấy này không phải tên phường: {visible(answer.ward)}",
            f"The ward's name in this answer is not one: {visible(answer.ward)}",
        )
    present = None
    with suppress(PaperRefused):  # what cannot be read any more is of no ward
        present = load(data_folder, kiosk, public)
    if present is not None and not another and not {*present.ward_keys} & {*answer.ward_keys}:
        raise AnotherWard(present, answer)


def load(data_folder: Path, kiosk: str, public: bytes) -> Enrolment | None:
    """What was accepted; None when nothing was. Raises `PaperRefused` and `OSError`.

    A list that is not of this ward (any more) is passed over; those revoked in the answer stay revoked.
    """
    folder = keys_folder(data_folder)
    if not (folder / ANSWER_FILE).exists():
        return None
    enrolment = read_answer((folder / ANSWER_FILE).read_bytes(), kiosk, public)
    listed = _kept_revoked(folder, enrolment)
    revoked = enrolment.revoked | (listed[1] if listed else frozenset())
    return replace(enrolment, revoked=revoked)


def is_revoked(enrolment: Enrolment, public: bytes) -> bool:
    """Whether the ward has revoked the kiosk of that key."""
    return fingerprint(public) in enrolment.revoked


def _is_answer_to(raw: bytes, kiosk: str, public: bytes) -> bool:
    try:
        read_answer(raw, kiosk, public)
    except PaperRefused:
        return False
    return True


def _kept_number(folder: Path, enrolment: Enrolment) -> int:
    listed = _kept_revoked(folder, enrolment)
    return listed[0] if listed else 0


def _kept_revoked(folder: Path, enrolment: Enrolment) -> tuple[int, frozenset[bytes]] | None:
    try:
        return read_revoked((folder / REVOKED_FILE).read_bytes(), enrolment)
    except (FileNotFoundError, PaperRefused):
        return None


def _form_of(raw: bytes) -> object:
    try:
        paper = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    body = paper.get("body") if isinstance(paper, dict) else None
    return body.get("form") if isinstance(body, dict) else None
