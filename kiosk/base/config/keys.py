"""Which keys of a pad, joystick or switch box do what; what they do is explained in `accessibility.keys`."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from accessibility.keys import DEFAULT_KEYS, Bindings, Deed, bindings
from kiosk.base.config.option import Option


def _keys(deed: Deed, vi: str, en: str) -> str:
    """The option of that name: what the keys do, and which they are as long as the ward names none."""
    return Option("keys", vi, en).by_default(DEFAULT_KEYS[deed])


@dataclass(frozen=True, slots=True)
class KeysConfig:
    """Names of keys, separated by blanks. Empty: nothing does this here."""

    up: str = _keys("up", "về mục trước", "the item before")
    down: str = _keys("down", "sang mục sau", "the next item")
    back: str = _keys("back", "quay lại", "the screen before")
    onward: str = _keys("onward", "đi tiếp", "the way on")
    select: str = _keys("select", "chọn", "choose")
    help: str = _keys("help", "thử phím", "say what each key does")
    again: str = _keys("again", "nghe lại", "hear again")
    pause: str = _keys("pause", "dừng đọc, đọc tiếp", "stop speaking, and go on from there")
    slower: str = _keys("slower", "nói chậm hơn", "speak slower")
    faster: str = _keys("faster", "nói nhanh hơn", "speak faster")
    quieter: str = _keys("quieter", "nói nhỏ hơn", "quieter")
    louder: str = _keys("louder", "nói to hơn", "louder")
    language: str = _keys("language", "đổi tiếng", "another language")
    speech: str = _keys("speech", "bật, tắt tiếng nói", "voice on or off")
    move: str = _keys("move", "hai công tắc: sang mục sau", "two switches: the next item")
    take: str = _keys("take", "hai công tắc: chọn", "two switches: choose")
    switch: str = _keys("switch", "một công tắc", "one switch")

    staff: str = _keys("staff", "mở bảng hỗ trợ (hỏi mã)", "the staff panel (asks for a PIN)")

    def bindings(self) -> Bindings:
        """Key → what it does."""
        return bindings(asdict(self))  # type: ignore[arg-type]  # the fields are named as the deeds
