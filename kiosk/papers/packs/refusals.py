"""Why a pack is not taken, content or program, one word each, with the sentence shown to staff."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from kiosk.base.messages.system_errors import SaidInBoth

Why: TypeAlias = Literal[
    "damaged", "other-ward", "older", "other-program", "too-large", "unproven", "went-back",
    "uncountersigned", "other-maker", "withdrawn-maker", "other-machine", "other-python", "no-extra",
    "not-working", "given-up", "newer-waits", "other-day", "other-kiosk",
]  # fmt: skip
WHYS: tuple[Why, ...] = get_args(Why)

SENTENCES: dict[Why, tuple[str, str]] = {
    "damaged": (
        "Gói này bị hỏng hoặc đã bị sửa. Xin phường chép lại gói.",
        "This pack is damaged or was changed. Ask the ward to copy it again.",
    ),
    "other-ward": (
        "Gói này không phải của phường mình.",
        "This pack is not of this kiosk's ward.",
    ),
    "older": (
        "Gói này cũ hơn bản đang có trong máy.",
        "This pack is older than what this kiosk has had.",
    ),
    "other-program": (
        "Gói này làm cho bản chương trình khác của ki-ốt.",
        "This pack is meant for another version of the kiosk's program.",
    ),
    "too-large": (
        "Gói này lớn hơn mức ki-ốt nhận.",
        "This pack is larger than a kiosk takes.",
    ),
    "unproven": (
        "Trong gói có bài hoặc tệp ki-ốt không dùng được. Xin phường sửa rồi làm gói mới.",
        "The pack holds a guide or a file that a kiosk cannot use. Ask the ward to mend it and make another.",
    ),
    "went-back": (
        "Ki-ốt đã dùng thử gói này, gặp lỗi và tự quay về bản trước.",
        "This kiosk has tried this pack, failed with it and gone back by itself.",
    ),
    "uncountersigned": (
        "Gói chương trình này chưa có chữ ký của phường.",
        "The ward has not countersigned this program pack.",
    ),
    "other-maker": (
        "Gói chương trình này không do người làm mà phường tin ký.",
        "This program pack is not signed by a maker that the ward trusts.",
    ),
    "withdrawn-maker": (
        "Phường đã thu hồi chìa khóa của người làm gói chương trình này.",
        "The ward has withdrawn the key of this program pack's maker.",
    ),
    "other-machine": (
        "Gói chương trình này làm cho loại máy khác.",
        "This program pack is made for another kind of machine.",
    ),
    "other-python": (
        "Gói chương trình này cần bản Python khác. Xin cài bản Debian mới trước.",
        "This program pack needs another Python: another release of Debian comes first.",
    ),
    "no-extra": (
        "Gói chương trình này thiếu phần mà giọng đọc hoặc máy ảnh của máy này cần.",
        "This program pack brings nothing for the voice or the camera that this kiosk has.",
    ),
    "not-working": (
        "Ki-ốt đã chạy thử chương trình trong gói và thấy lỗi. Chương trình đang dùng vẫn giữ nguyên.",
        "This kiosk has tried the program of this pack and found it failing. The one in use stays.",
    ),
    "given-up": (
        "Ki-ốt đã thử gói này hai lần mà không lần nào xong. Cắm lại USB có gói ấy thì ki-ốt thử lại.",
        "This kiosk has tried this pack twice and came to no end. It tries again when the stick comes again.",
    ),
    "newer-waits": (
        "Trong máy đã có gói mới hơn đang chờ dùng. Gói này không thay được gói ấy.",
        "A newer pack waits on this kiosk to be used. This one does not take its place.",
    ),
    "other-day": (
        "Ngày ký ghi trong gói này sai, hoặc ngày của máy này sai. Xin phường xem lại ngày rồi làm gói mới.",
        "The day this pack says it was signed is wrong, or this kiosk's day is. Ask the ward to look.",
    ),
    "other-kiosk": (
        "Gói này đang dùng thử ở ki-ốt khác, chưa dành cho máy này.",
        "This pack is on trial at another kiosk and not meant for this one yet.",
    ),
}


class PackRefused(SaidInBoth):
    """This pack is not taken. `vi` and `en` are sentences for whoever brought it."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(*SENTENCES[why])
        self.why: Why = why
        self.detail = detail
        """For technicians."""

    def __str__(self) -> str:
        return f"{self.why}: {self.detail}" if self.detail else self.why
