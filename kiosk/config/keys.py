"""Which keys of a pad, joystick or switch box do what; what they do is explained in `accessibility.keys`."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from accessibility.keys import DEFAULT_KEYS, Bindings, bindings
from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class KeysConfig:
    """Names of keys, separated by blanks. Empty: nothing does this here."""

    up: str = option(DEFAULT_KEYS["up"], Option("keys", "về mục trước", "the item before"))
    down: str = option(DEFAULT_KEYS["down"], Option("keys", "sang mục sau", "the next item"))
    back: str = option(DEFAULT_KEYS["back"], Option("keys", "quay lại", "the screen before"))
    onward: str = option(DEFAULT_KEYS["onward"], Option("keys", "đi tiếp", "the way on"))
    select: str = option(DEFAULT_KEYS["select"], Option("keys", "chọn", "choose"))
    help: str = option(DEFAULT_KEYS["help"], Option("keys", "thử phím", "say what each key does"))
    again: str = option(DEFAULT_KEYS["again"], Option("keys", "nghe lại", "hear again"))
    pause: str = option(
        DEFAULT_KEYS["pause"], Option("keys", "dừng đọc, đọc tiếp", "stop speaking, and go on from there")
    )
    slower: str = option(DEFAULT_KEYS["slower"], Option("keys", "nói chậm hơn", "speak slower"))
    faster: str = option(DEFAULT_KEYS["faster"], Option("keys", "nói nhanh hơn", "speak faster"))
    quieter: str = option(DEFAULT_KEYS["quieter"], Option("keys", "nói nhỏ hơn", "quieter"))
    louder: str = option(DEFAULT_KEYS["louder"], Option("keys", "nói to hơn", "louder"))
    language: str = option(DEFAULT_KEYS["language"], Option("keys", "đổi tiếng", "another language"))
    speech: str = option(DEFAULT_KEYS["speech"], Option("keys", "bật, tắt tiếng nói", "voice on or off"))
    move: str = option(
        DEFAULT_KEYS["move"], Option("keys", "hai công tắc: sang mục sau", "two switches: the next item")
    )
    take: str = option(DEFAULT_KEYS["take"], Option("keys", "hai công tắc: chọn", "two switches: choose"))
    switch: str = option(DEFAULT_KEYS["switch"], Option("keys", "một công tắc", "one switch"))

    staff: str = option(
        DEFAULT_KEYS["staff"], Option("keys", "mở bảng hỗ trợ (hỏi mã)", "the staff panel (asks for a PIN)")
    )

    def bindings(self) -> Bindings:
        """Key → what it does."""
        return bindings(asdict(self))  # type: ignore[arg-type]  # the fields are named as the deeds
