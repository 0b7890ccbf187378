"""Signs residents' cards, and reads those of any kiosk of the ward. Nothing of a card is kept or logged."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from accessibility.card import Card, CardRefused, pack, unpack
from accessibility.card_text import to_bytes, to_text
from kiosk.papers.keys.certificate import CERTIFICATE_BYTES, SIGNATURE_BYTES, parse_certificate
from kiosk.papers.keys.enrolled import NotEnrolled as NotEnrolled
from kiosk.papers.keys.enrolled import enrolled
from kiosk.papers.keys.enrolment import Enrolment, is_revoked
from kiosk.papers.keys.key_files import fingerprint, is_signed

_DOMAIN = b"kiosk-bdhvs/card/1\0"
_BODY_AT = CERTIFICATE_BYTES + SIGNATURE_BYTES


class CardSigner:
    """Fits `CardReader` in `ui`. The same card is the same text every time: Ed25519 draws no lots."""

    def __init__(self, key: Ed25519PrivateKey, enrolment: Enrolment) -> None:
        self._key, self._enrolment = key, enrolment

    @property
    def ward(self) -> str:
        """The name of the ward that has enrolled this kiosk."""
        return self._enrolment.ward

    def seal(self, card: Card) -> str:
        """The text of the card's code: the ward's certificate, the kiosk's signature, the card."""
        certificate, body = self._enrolment.certificate.raw, pack(card)
        return to_text(certificate + self._key.sign(_DOMAIN + certificate + body) + body)

    def open(self, text: str) -> Card:
        """The card of that text, if a kiosk of this ward signed it. Raises `CardRefused`."""
        sealed = to_bytes(text)
        certificate = parse_certificate(sealed[:CERTIFICATE_BYTES])
        if certificate is None or len(sealed) <= _BODY_AT:
            raise CardRefused("damaged")
        wards = {fingerprint(ward): ward for ward in self._enrolment.ward_keys}
        ward = wards.get(certificate.ward)
        if ward is None:
            raise CardRefused("other-ward")
        signature, body = sealed[CERTIFICATE_BYTES:_BODY_AT], sealed[_BODY_AT:]
        signed = is_signed(certificate.kiosk, signature, _DOMAIN + certificate.raw + body)
        if not (signed and certificate.is_signed_by(ward)):
            raise CardRefused("forged")
        if is_revoked(self._enrolment, certificate.kiosk):
            raise CardRefused("revoked")
        return unpack(body)


def open_signer(data_folder: Path, kiosk: str) -> CardSigner:
    """The signer of this kiosk. Raises `NotEnrolled`."""
    return CardSigner(*enrolled(data_folder, kiosk))
