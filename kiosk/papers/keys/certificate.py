"""What the ward vouches for on every card: "this key is one of my kiosks'". 105 bytes, and no more than that.

It names neither the kiosk nor the place: who finds a card learns only that some kiosk of the ward made it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.papers.keys.key_files import FINGERPRINT_BYTES, fingerprint, is_signed, public_bytes

FORM = 1
KEY_BYTES, SIGNATURE_BYTES = 32, 64
_KEY_AT = 1 + FINGERPRINT_BYTES
_SIGNATURE_AT = _KEY_AT + KEY_BYTES
CERTIFICATE_BYTES = _SIGNATURE_AT + SIGNATURE_BYTES
# What is signed says first what it is: no signature of one kind can ever stand for another.
_DOMAIN = b"kiosk-bdhvs/kiosk-certificate/1\0"


@dataclass(frozen=True, slots=True)
class Certificate:
    """`ward` is the fingerprint of the ward's key, `kiosk` the kiosk's public key."""

    ward: bytes
    kiosk: bytes
    raw: bytes

    def is_signed_by(self, ward_public: bytes) -> bool:
        signed, signature = self.raw[:_SIGNATURE_AT], self.raw[_SIGNATURE_AT:]
        return self.ward == fingerprint(ward_public) and is_signed(ward_public, signature, _DOMAIN + signed)


def certify(ward: Ed25519PrivateKey, kiosk_public: bytes) -> bytes:
    """The ward's certificate for that key."""
    signed = bytes([FORM]) + fingerprint(public_bytes(ward)) + kiosk_public
    return signed + ward.sign(_DOMAIN + signed)


def parse_certificate(raw: bytes) -> Certificate | None:
    """Its parts, not yet believed; None when these are no bytes of a certificate."""
    if len(raw) != CERTIFICATE_BYTES or raw[0] != FORM:
        return None
    return Certificate(raw[1:_KEY_AT], raw[_KEY_AT:_SIGNATURE_AT], raw)
