"""Which of our pictograms stands for a step that has no drawn picture. Pure."""

from __future__ import annotations

import re

from flows.flow import Flow
from flows.gestures import swipe_of
from flows.steps import Check, Choose, Do, End, HandOver, Practise, SafetyMark, Say, Show, Step
from flows.words import Language
from ui.picture.pictogram_words import PICTOGRAM_WORDS

_BY_WORD: tuple[tuple[str, str], ...] = (
    # The first match wins; whole words of the Vietnamese sentence, so that "tiền" never matches "tiên".
    (r"lừa|kẻ gian|giả mạo|ứng dụng lạ|ứng dụng giả|bị điều khiển", "shield-warning"),
    (r"tắt nguồn|tắt máy|khởi động|sạc", "phone-power"),
    (r"gọi \d|gọi số|gọi điện|tổng đài|đường dây nóng|gọi về", "hotline"),
    (r"mã qr|quét mã", "qr-scan"),
    (r"công an|trình báo", "police-desk"),
    (r"bưu điện", "envelope"),
    (r"chờ|phút|ngày làm việc|giờ", "clock-wait"),
    (r"đặt lịch|lịch hẹn|hẹn", "calendar"),
    (r"thẻ căn cước|cccd|căn cước", "id-card"),
    (r"khuyết tật|xe lăn", "wheelchair"),
    (r"y tế|bhyt|khám|bệnh viện", "health-card"),
    (r"người nhà|chủ nhà|cha hoặc mẹ|đứng ra làm cho", "two-people-helping"),
    (r"sim|nhà mạng", "sim-card"),
    (r"tạm trú|thường trú|lưu trú|nhà", "house"),
    (r"chụp|ảnh", "camera"),
    (r"danh sách|kết quả dán|đơn|giấy|hồ sơ|bản chính|bản sao|quyết định|tờ", "papers"),
    (r"tiền|đồng|lệ phí|nộp phí|trợ cấp|lương hưu", "money"),
    (r"cán bộ|tổ trưởng|họp", "two-people-helping"),
    (r"máy|điện thoại", "person-with-phone"),
)
_AT_A_DOOR = r"\bgõ cửa\b"
"""Whatever is promised there: that nobody asks for a code is no reason to draw one."""
_DONE = r"\b(?:xong rồi|đúng rồi|đúng tên rồi)\b"
_HOLD_BACK = r"\b(?:không|đừng|khoan|dừng|khóa|hỏi lại|tắt nguồn)\b"
_LINK = r"\b(?:quét|bấm|đường dẫn|liên kết|link|đừng chạm|đóng trang)\b"
_BY_SAFETY: tuple[tuple[SafetyMark, str], ...] = (
    ("otp", "otp-secret"),
    ("password", "password-key"),
    ("id-card", "id-card"),
)
_NEED_NOT = r"\bkhông phải\b"
_TO_GO_OR_BRING = frozenset({"police-desk", "house", "envelope", "papers"})
"""Drawn beside "bác không phải …" these would ask for the very thing that need not be done."""
_BY_TOPIC: dict[str, str] = {
    "vneid": "person-with-phone",
    "suc-khoe": "health-card",
    "an-sinh": "heart-care",
    "dich-vu-cong": "papers",
    "cong-an": "police-desk",
    "ngan-hang": "person-with-phone",
    "dien-thoai": "person-with-phone",
    "ihanoi": "person-with-phone",
    "an-toan": "shield-warning",
    "tinh-nguyen-vien": "two-people-helping",
}


def pictogram_for(step: Step, flow: Flow) -> str:
    """The name of the file in ``resources/pictograms`` that suits *step* best: the one its guide names, or
    else one by its kind, its dangers and its words; never empty.
    """
    if step.pictogram:
        return step.pictogram
    match step:
        case Choose():
            return "choose"
        case Check():
            return "question"
        case End():
            return "check-done" if _says(step, _DONE) else _by_content(step, flow)
        case HandOver():
            return _by_word(step, ("police-desk", "hotline")) or "two-people-helping"
        case Say() | Do() | Show() | Practise():
            return swipe_of(step) or _by_content(step, flow)


def describe_pictogram(name: str, language: Language) -> str:
    """A few words for the accessible tree. Raises KeyError for a name that is not ours."""
    return PICTOGRAM_WORDS[name].in_(language)


def _by_content(step: Step, flow: Flow) -> str:
    if _says(step, _AT_A_DOOR):
        return "house"
    if "link" in step.safety and _says(step, _LINK):
        return "link-stop"
    if "money" in step.safety and _says(step, _HOLD_BACK):
        return "money-stop"
    for mark, name in _BY_SAFETY:
        if mark in step.safety:
            return name
    topic = _BY_TOPIC.get(flow.topic, "two-people-helping")
    if not _says(step, _NEED_NOT):
        return _by_word(step) or topic
    fitting = (name for name in (_by_word(step), topic) if name and name not in _TO_GO_OR_BRING)
    return next(fitting, "check-done")


def _says(step: Step, pattern: str) -> bool:
    return re.search(pattern, step.say.vi.lower().replace("\u00a0", " ")) is not None


def _by_word(step: Step, only: tuple[str, ...] = ()) -> str | None:
    for pattern, name in _BY_WORD:
        if (not only or name in only) and _says(step, rf"\b(?:{pattern})\b"):
            return name
    return None
