"""Signs of our own: drawn applications, and whom a number calls, told apart without reading. Pure."""

from __future__ import annotations

from typing import get_args

from flows.guide.steps import KeySign, Picture

_APPS: dict[str, str] = {
    "vneid": "vneid", "vssid": "vssid", "ihanoi": "ihanoi", "cổng dịch vụ công quốc gia": "portal",
    "app store": "app-store", "ch play": "ch-play", "cài đặt": "settings", "wi-fi": "wifi",
    "google photos": "photos", "máy ảnh": "camera", "camera": "camera", "quét mã qr": "qr",
    "tin nhắn": "messages",
    "điện thoại": "calls", "my viettel": "sim-viettel", "my vnpt": "sim-vinaphone",
    "my mobifone": "sim-mobifone",
    "thẻ vé giao thông hn": "bus", "vnetraffic": "traffic", "zalo": "chat",
    "etax mobile": "tax", "vetc": "toll-vetc", "epass": "toll-epass",
}  # fmt: skip
"""By the name that stands beneath it."""

_NUMBERS: dict[str, str] = {
    "111": "child-hurt", "112": "flood", "113": "call-113", "114": "call-114", "115": "call-115",
}  # fmt: skip

_KEYS: dict[KeySign, str] = {
    "globe": "language",
    "loudspeaker": "voice-on",
    "letter-i": "info",
    "messages": "message",
    "sun": "light",
}
"""Keys that show a drawing of the kiosk with another name."""


def sign_of_key(sign: KeySign) -> str:
    """What stands on a key of the drawn phone, as ``icons/microphone``."""
    return f"icons/{_KEYS.get(sign, sign)}"


KEY_ICONS = frozenset(map(sign_of_key, get_args(KeySign)))
"""All that may stand on a key."""


def sign_of(label: str) -> str:
    """The picture of an application by its name, as ``signs/vneid``; empty where it has none of its own."""
    name = _APPS.get(" ".join(label.split()).casefold())
    return f"signs/{name}" if name else ""


def sign_of_number(number: str) -> str:
    """Whom an emergency number calls, as ``answers/call-113``; empty for any other number."""
    name = _NUMBERS.get(number.strip())
    return f"answers/{name}" if name else ""


def sign_of_page(picture: Picture) -> str:
    """The sign of the one application a page of the store is about."""
    named = (sign_of(one.label or "") for one in picture.elements if one.role != "button")
    return next(filter(None, named), "")  # “Cài đặt” on the button installs: it is not the application
