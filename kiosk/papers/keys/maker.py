"""What a maker of the program hands to a ward: a name and a public key, signed by that key itself."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.papers.keys.certificate import KEY_BYTES
from kiosk.papers.keys.documents import (
    PaperRefused,
    decoded,
    encoded,
    is_paper_of,
    read_paper,
    sign_paper,
    text_of,
)
from kiosk.papers.keys.key_files import public_bytes

MAKER = "kiosk-maker-1"
MOST_NAME = 80


def maker_paper(name: str, key: Ed25519PrivateKey) -> bytes:
    return sign_paper({"form": MAKER, "maker": name, "key": encoded(public_bytes(key))}, key)


def read_maker(raw: bytes) -> tuple[str, bytes]:
    """Who hands it over, and the public key: that it is they, an officer asks them. Raises `PaperRefused`."""
    body, signature = read_paper(raw, MAKER)
    public = decoded(body.get("key"), KEY_BYTES)
    name = text_of(body, "maker")
    if not is_paper_of(public, body, signature) or not name.strip() or len(name) > MOST_NAME:
        raise PaperRefused("Tệp này đã bị sửa, hoặc bị hỏng.", "This file was changed, or is damaged.")
    return name, public
