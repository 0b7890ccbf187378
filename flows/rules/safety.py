"""Passwords, codes and money carry the safety line; nothing personal is ever asked for at the kiosk, and no
secret by anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.steps import SafetyMark
from flows.texts import resident_texts, step_texts

MENTIONS: Mapping[SafetyMark, re.Pattern[str]] = {
    "password": re.compile(r"mật khẩu|passcode|mã pin\b", re.IGNORECASE),
    "otp": re.compile(r"\botp\b|mã xác (?:thực|nhận)", re.IGNORECASE),
    # Acts with money only: “lương hưu là tiền…” explains a word and needs no warning.
    "money": re.compile(
        r"chuyển (?:tiền|khoản)|nộp (?:tiền|phí|lệ phí)|trả (?:tiền|phí)|thanh toán|số tài khoản",
        re.IGNORECASE,
    ),
}
"""What a Vietnamese text mentions, and the mark its step must then carry. The words may stand anywhere in
the sentence, the simpler wording or the example."""

GIVES_TO_KIOSK = re.compile(
    r"(?<!không )(?<!đừng )\b(?:gõ|nhập|điền|ghi|viết|đọc)\b[^.;?!]*?"
    r"\b(?:vào|trên|lên|cho|với)\s+(?:màn hình\s+)?(?:ki-ốt|kiosk|màn hình này)",
    re.IGNORECASE,
)

_SECRET = r"(?:mật khẩu|passcode|mã pin|(?:mã )?otp|mã xác (?:thực|nhận)|mã vừa)"
_HELPER = (
    r"(?:(?:các|anh|chị|cô|chú|bạn) )*"
    r"(?:cán bộ|nhân viên|tình nguyện viên|anh chị|tổ trưởng|tổ công nghệ|ki-ốt|cháu)"
)
TELLS_SECRET = re.compile(
    rf"\b(?:nói|đọc|đưa|báo|gửi|viết|ghi|kể) (?:to |cái |dãy |luôn |cả )?{_SECRET}\b"
    rf".*?\b(?:cho|với) {_HELPER}\b"
    rf"|\b(?:cho|để|nhờ|đưa) {_HELPER} (?:biết|xem|gõ|nhập|đọc|đặt|giữ|ghi)(?: hộ| giúp| giùm)? {_SECRET}\b"
    rf"|\b(?:nói|báo|đọc|đưa) (?:cho|với) {_HELPER} {_SECRET}\b",
    re.IGNORECASE,
)
"""Within one sentence; that somebody has forgotten a password may be told."""
_HOLDS_BACK = re.compile(r"\b(?:không|đừng|chớ|chưa)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[^.;?!]+")


def dangers_carry_the_safety_line(flow: Flow) -> Iterator[Finding]:
    """A step whose own words mention a password, a code or an act with money is marked so."""
    for step in flow.steps.values():
        for path, words in step_texts(step):
            if path[2] not in ("say", "simpler", "example"):
                continue
            for mark, pattern in MENTIONS.items():
                if mark not in step.safety and (found := pattern.search(words.vi)):
                    fields = {"part": found[0], "mark": mark}
                    yield Finding("safety-line-missing", Place("vi.toml", path), fields)


def nothing_personal_is_typed_here(flow: Flow) -> Iterator[Finding]:
    """No step has a place to type in, and no sentence asks to type or read something out to the kiosk."""
    for step in flow.steps.values():
        for path, words in step_texts(step):
            if found := GIVES_TO_KIOSK.search(words.vi):
                yield Finding("asks-personal-data", Place("vi.toml", path), {"part": found[0]})


def secrets_are_told_to_nobody(flow: Flow) -> Iterator[Finding]:
    """Who has once been told to give a password to staff gives it to the next caller who says that he is."""
    for path, words in resident_texts(flow):
        for sentence in _SENTENCES.findall(words.vi):
            found = TELLS_SECRET.search(sentence)
            if found and not _HOLDS_BACK.search(sentence, 0, found.end()):
                yield Finding("secret-told", Place("vi.toml", path), {"part": found[0]})
