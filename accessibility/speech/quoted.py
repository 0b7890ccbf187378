"""What is quoted stands apart: a button is told from the sentence around it by a short pause.

Without one, *Bác chọn “Chưa”, cháu chỉ từng bước* was heard as “have you chosen yet?”. And what is quoted is
said to be so: *Bác sang bài, Quên mật khẩu VNeID* was heard as an order to forget.
"""

from __future__ import annotations

import re

from accessibility.speech.rewriting import Rule

_OPENS = r"[ \u00a0]+[“«‘](?=\s?\w)"
APART: tuple[Rule, ...] = (
    Rule(re.compile(rf"(?<=\w){_OPENS}"), ", "),
    Rule(re.compile(r"(?<=\w)\s?[”»](?=[ \u00a0]+(?!(?:ạ|nhé)\b)\w)"), ","),
)


def _named(before: str, said: str, before_no: str = "") -> Rule:
    """What is quoted right behind *before*, a word or several, is said to be what it is."""
    opens = rf"(?<!\w)(?:{before})({_OPENS}){before_no}"
    return Rule(re.compile(opens, re.IGNORECASE), f" {said}, ", 1)


_APPLICATION = r"(?!\s?(?:CH\s?Play|App Store|Google|VNeID|VssID|iHanoi|Zalo)\b)"
"""Its name stands for itself."""


QUOTED_VI: tuple[Rule, ...] = (
    _named("bài", "tên là"),
    _named("chạm|chọn|bấm|nhấn|tìm|tìm thấy|không thấy|hiện|hiện ra|gõ", "chữ"),
    _named("mở|vào", "mục", before_no=_APPLICATION),
    _named("ghi|nói|hỏi|báo|bảo|viết|gọi", "là"),
    *APART,
)
QUOTED_EN: tuple[Rule, ...] = (_named("guides?", "called"), *APART)
QUOTED_FR: tuple[Rule, ...] = (_named("guides?", "intitulé"), *APART)
