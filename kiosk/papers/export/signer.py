"""Signs and seals content: bundles that only this kiosk can have made, and only its ward can open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.papers.export.envelope import (
    MOST_BYTES,
    MOST_CONTENT_BYTES,
    Envelope,
    Header,
    content_hash,
    enveloped,
    squeezed,
)
from kiosk.papers.keys.enrolled import NotEnrolled, enrolled
from kiosk.papers.keys.enrolment import Enrolment
from kiosk.papers.keys.key_files import fingerprint, public_bytes
from kiosk.papers.keys.sealing import seal


class Signer:
    """This kiosk's key at work for the export. It holds nothing that could open a bundle again."""

    def __init__(self, public: bytes, sign: Callable[[bytes], bytes], enrolment: Enrolment) -> None:
        self._public, self._sign, self.enrolment = public, sign, enrolment

    @property
    def key(self) -> str:
        """The fingerprint of this kiosk's key, as headers have it."""
        return fingerprint(self._public).hex()

    @property
    def ward_keys(self) -> tuple[bytes, ...]:
        """Whose acknowledgements count."""
        return self.enrolment.ward_keys

    @property
    def wards(self) -> frozenset[str]:
        """The fingerprints of the ward's keys, as headers have them."""
        return frozenset(fingerprint(key).hex() for key in self.ward_keys)

    def bundle(self, draft: Header, content: bytes) -> tuple[Header, bytes]:
        """The header with everything filled in, and the bundle. `ValueError` for what no ward would take."""
        ward = fingerprint(self.enrolment.ward_keys[0]).hex()
        header = replace(draft, content=content_hash(content), key=self.key, ward=ward)
        sealed = seal(squeezed(content), self.enrolment.recipients)
        raw = enveloped(header, self._sign, sealed)
        if len(raw) > MOST_BYTES or len(content) > MOST_CONTENT_BYTES:
            raise ValueError(f"{header.name} would be too large")
        return header, raw

    def is_ours(self, envelope: Envelope) -> bool:
        return envelope.header.key == self.key and envelope.is_signed_by(self._public)


def open_signer(data_folder: Path, kiosk: str) -> Signer:
    """Raises `NotEnrolled`, also while the ward's answer names nobody to seal to."""
    key, enrolment = enrolled(data_folder, kiosk)
    if not enrolment.recipients:
        raise NotEnrolled(
            "Giấy của phường còn thiếu người nhận số liệu: xin phường cấp lại giấy.",
            "The ward's answer names nobody to receive the log: ask the ward to enrol this kiosk anew.",
        )
    return Signer(public_bytes(key), key.sign, enrolment)
