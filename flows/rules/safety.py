"""Passwords, codes and money carry the safety line; nothing personal is ever asked for at the kiosk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.steps import SafetyMark
from flows.texts import step_texts

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
