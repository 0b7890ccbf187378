"""Why the ward does not take a bundle, or wants an officer to look at something."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kiosk.papers.export.envelope import Header

Refusal: TypeAlias = Literal[
    "damaged", "too-large", "wrong-ward", "unknown-key", "revoked", "vocabulary", "broken-chain", "conflict"
]
Notice: TypeAlias = Literal[
    "restored-or-cloned", "log-damaged", "two-machines", "implausible", "numbers-jumped"
]

SENTENCES: dict[Refusal | Notice, tuple[str, str]] = {
    "damaged": ("Tệp bị hỏng hoặc bị cắt.", "The file is damaged or cut off."),
    "too-large": ("Tệp quá lớn.", "The file is too large."),
    "wrong-ward": ("Gói này gửi cho phường khác.", "This bundle is for another ward."),
    "unknown-key": ("Phường chưa cấp giấy cho ki-ốt này.", "The ward has not enrolled this kiosk."),
    "revoked": (
        "Ki-ốt đã bị thu hồi, gói này sau mốc còn giá trị hoặc không chứng minh được là có từ trước.",
        "This kiosk was withdrawn, and the bundle is beyond what is still valid, or not proved to be older.",
    ),
    "vocabulary": (
        "Gói có loại dòng nhật ký mà phần mềm ở phường chưa biết: hãy cập nhật.",
        "The bundle holds events this program does not know: please update it.",
    ),
    "broken-chain": (
        "Gói không nối tiếp các gói đã nhận.", "The bundle does not follow from what was received.",
    ),
    "conflict": (
        "Cùng số thứ tự nhưng nội dung khác: có thể có hai máy giống nhau.",
        "The same numbers with other content: perhaps two machines are one kiosk.",
    ),
    "restored-or-cloned": (
        "Ki-ốt bắt đầu kỳ nhật ký mới: ổ đĩa được sao chép hoặc khôi phục.",
        "The kiosk began a new epoch: its disk was cloned or restored.",
    ),
    "log-damaged": (
        "Nhật ký của ki-ốt bị hỏng, đã bắt đầu kỳ mới.", "The kiosk's log was damaged; it began a new epoch."
    ),
    "implausible": (
        "Số theo tháng của ki-ốt nhiều hơn nhật ký của nó, nên không tính.",
        "The kiosk's figures by month are more than its log tells of, and are not counted.",
    ),
    "numbers-jumped": (
        "Số thứ tự nhảy xa hơn ki-ốt có thể ghi: xem máy, nghi thì thu hồi.",
        "The numbers jump further than a kiosk can log: look at it, and withdraw it if in doubt.",
    ),
    "two-machines": (
        "Hai máy cùng ghi dưới một tên ki-ốt.", "Two machines write under the name of one kiosk."
    ),
}  # fmt: skip


class BundleRefused(Exception):
    """`header` is what the bundle says of itself, None where it could not be read."""

    def __init__(self, why: Refusal, header: Header | None = None, *, signed: bool = True) -> None:
        """*signed*: by that kiosk of ours, and not only said so."""
        super().__init__(SENTENCES[why][1])
        self.why, self.header, self.signed = why, header, signed and header is not None
