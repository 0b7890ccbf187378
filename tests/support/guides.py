"""Guides for the tests: those that ship, and a small one written as an officer would write it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from flows.guide.flow import Flow
from flows.reading.pack import Pack, read_pack
from flows.search import Asking, prepare
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, Library, load_library

TODAY = date(2026, 12, 3)

STRUCTURE = """\
id = "hoc-thu"
version = 1
audience = "resident"
topic = "dien-thoai"
languages = ["vi", "en"]
minutes = [2, 5]
checked_on = 2026-11-24
valid_until = 2027-05-24
confidence = "A"
needs = ["smartphone"]
start = "loai-may"

[source.V1]
title = "Trang mẫu"
url = "https://example.org"
date = "07/2025"
kind = "official"

[step.loai-may]
kind = "choose"
confidence = "U"
choice.iphone = "mo-may"
choice.android = "mo-may"
stuck.khong-co = "hotline:113"

[step.mo-may]
kind = "do"
confidence = "A"
sources = ["V1"]
next = [
    { to = "xong", when = { step = "loai-may", is = ["iphone"] } },
    { to = "hoi-lai", when = { not = { step = "loai-may", is = ["iphone"] } } },
]
stuck.nham-may = "loai-may"
picture.device = "any-phone"
picture.scene = "home-screen"
picture.elements = [
    { role = "icon" },
    { role = "icon", label = "Mở", highlight = true, sourced = true },
]

[step.hoi-lai]
kind = "check"
confidence = "U"
choice.yes = "xong"
choice.no = "mo-may"
choice.not-sure = "person"

[step.xong]
kind = "end"
confidence = "U"
picture = "done"
"""

VIETNAMESE = """\
title = "Học thử"
summary = "Xong bài này, bác biết mở máy."

[need]
smartphone = "Điện thoại thông minh"

[step.loai-may]
say = "Điện thoại của bác là loại nào ạ?"
simpler = "Lưng máy có quả táo không ạ?"
example = "Máy của cô bán hàng có quả táo, là iPhone."
choice.iphone = "Có quả táo"
choice.android = "Máy khác"
stuck.khong-co.if = "Không có máy"
stuck.khong-co.say = "Bác gọi công an nhé."

[step.mo-may]
say = "Bác mở máy."
simpler = "Bác bấm nút bên cạnh."
stuck.nham-may.if = "Bác chọn nhầm máy"
stuck.nham-may.say = "Mình chọn lại nhé."

[step.hoi-lai]
say = "Máy sáng chưa ạ?"
simpler = "Màn hình có sáng không ạ?"
example = "Màn hình tối đen thì bác chọn “Không”."
choice.yes = "Có"
choice.no = "Không"
choice.not-sure = "Tôi chưa rõ"

[step.xong]
say = "Bác làm tốt lắm."
simpler = "Xong rồi ạ."
example = "Lần sau bác tự mở máy."
"""

ENGLISH = """\
title = "A trial"
summary = "At the end, you can open the phone."

[need]
smartphone = "A smartphone"

[step.loai-may]
say = "Which kind of phone is it?"
simpler = "Is there an apple on the back?"
example = "The shopkeeper’s has an apple: an iPhone."
choice.iphone = "With an apple"
choice.android = "Another one"
stuck.khong-co.if = "There is none"
stuck.khong-co.say = "Call the police."

[step.mo-may]
say = "Open the phone."
simpler = "Press the button at the side."
stuck.nham-may.if = "The wrong phone was chosen"
stuck.nham-may.say = "Let us choose again."

[step.hoi-lai]
say = "Is the screen on?"
simpler = "Is there light?"
example = "A black screen: choose “No”."
choice.yes = "Yes"
choice.no = "No"
choice.not-sure = "I am not sure"

[step.xong]
say = "Well done."
simpler = "Finished."
example = "Next time you open it alone."
"""


def write_pack(folder: Path, **changed: str | bytes | None) -> Path:
    """Write the small guide below *folder*; `flow`, `vi`, `en` replace a file, None leaves it out."""
    home = folder / "hoc-thu"
    home.mkdir(parents=True, exist_ok=True)
    for name, text in ({"flow": STRUCTURE, "vi": VIETNAMESE, "en": ENGLISH} | changed).items():
        file = home / f"{name}.toml"
        if isinstance(text, bytes):
            file.write_bytes(text)
        elif text is not None:
            file.write_text(text, encoding="utf-8")
    return home


def small_pack(folder: Path, **changed: str | bytes | None) -> Pack:
    """The small guide, read."""
    return read_pack(write_pack(folder, **changed))


@cache
def shipped() -> Library:
    """The guides that come with the kiosk."""
    return load_library(RESIDENT_GUIDES, TODAY)


@cache
def training() -> Library:
    """Those for volunteers."""
    return load_library(TRAINING_GUIDES, TODAY, shipped().flows)


@cache
def asking() -> Asking:
    """What answers a question about the shipped guides: it takes a second to make."""
    return prepare(shipped())


def shipped_flows() -> tuple[Flow, ...]:
    return tuple(shipped().flows.values())
