"""Which keys of a pad, joystick or switch box do what; what they do is explained in `accessibility.keys`."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from accessibility.keys import DEFAULT_KEYS, Bindings, bindings
from kiosk.config.option import Option


@dataclass(frozen=True, slots=True)
class KeysConfig:
    """Names of keys, separated by blanks. Empty: nothing does this here."""

    up: str = Option("keys", "về mục trước", "the item before").by_default(DEFAULT_KEYS["up"])
    down: str = Option("keys", "sang mục sau", "the next item").by_default(DEFAULT_KEYS["down"])
    back: str = Option("keys", "quay lại", "the screen before").by_default(DEFAULT_KEYS["back"])
    onward: str = Option("keys", "đi tiếp", "the way on").by_default(DEFAULT_KEYS["onward"])
    select: str = Option("keys", "chọn", "choose").by_default(DEFAULT_KEYS["select"])
    help: str = Option("keys", "thử phím", "say what each key does").by_default(DEFAULT_KEYS["help"])
    again: str = Option("keys", "nghe lại", "hear again").by_default(DEFAULT_KEYS["again"])
    pause: str = Option("keys", "dừng đọc, đọc tiếp", "stop speaking, and go on from there").by_default(
        DEFAULT_KEYS["pause"]
    )
    slower: str = Option("keys", "nói chậm hơn", "speak slower").by_default(DEFAULT_KEYS["slower"])
    faster: str = Option("keys", "nói nhanh hơn", "speak faster").by_default(DEFAULT_KEYS["faster"])
    quieter: str = Option("keys", "nói nhỏ hơn", "quieter").by_default(DEFAULT_KEYS["quieter"])
    louder: str = Option("keys", "nói to hơn", "louder").by_default(DEFAULT_KEYS["louder"])
    language: str = Option("keys", "đổi tiếng", "another language").by_default(DEFAULT_KEYS["language"])
    speech: str = Option("keys", "bật, tắt tiếng nói", "voice on or off").by_default(DEFAULT_KEYS["speech"])
    move: str = Option("keys", "hai công tắc: sang mục sau", "two switches: the next item").by_default(
        DEFAULT_KEYS["move"]
    )
    take: str = Option("keys", "hai công tắc: chọn", "two switches: choose").by_default(DEFAULT_KEYS["take"])
    switch: str = Option("keys", "một công tắc", "one switch").by_default(DEFAULT_KEYS["switch"])

    staff: str = Option("keys", "mở bảng hỗ trợ (hỏi mã)", "the staff panel (asks for a PIN)").by_default(
        DEFAULT_KEYS["staff"]
    )

    def bindings(self) -> Bindings:
        """Key → what it does."""
        return bindings(asdict(self))  # type: ignore[arg-type]  # the fields are named as the deeds
