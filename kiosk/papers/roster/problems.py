"""What is wrong with a roster, on which line, and how to mend it, for the officer who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.base.hours.opening import MOST_RANGES, OpenRange
from kiosk.base.personal import LONGEST_ADDRESS, LONGEST_NAME

ProblemCode: TypeAlias = Literal[
    "unreadable", "not-written-rightly", "unknown-key", "column-missing", "week-wrong", "place-wrong",
    "day-wrong", "hours-wrong", "staff-wrong", "staff-unknown", "staff-disabled", "overlap", "personal-data",
    "empty", "week-over", "place-unheard-of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """One finding; `line` counts from 1, 0 for the whole file. A name or number is never repeated."""

    code: ProblemCode
    line: int
    vi: str
    en: str
    mend_vi: str
    mend_en: str
    file: str = ""

    def sentence_vi(self) -> str:
        return f"{self._place('dòng')}: {self.vi} {self.mend_vi}"

    def sentence_en(self) -> str:
        return f"{self._place('line')}: {self.en} {self.mend_en}"

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    def _place(self, line_word: str) -> str:
        return f"{self.file}, {line_word} {self.line}" if self.line else self.file


def day_and_year(day: date) -> str:
    """``23/11/2026``, as a roster may have it."""
    return f"{day.day}/{day.month}/{day.year}"


def in_file(path: Path, problems: Iterable[RosterProblem]) -> tuple[RosterProblem, ...]:
    """The problems with the file's name, each once, in the order of its lines."""
    named = dict.fromkeys(replace(problem, file=str(path)) for problem in problems)
    return tuple(sorted(named, key=lambda problem: problem.line))


MOST_SAID, MOST_LINES_NAMED = 12, 5


def said_once(problems: Iterable[RosterProblem], most: int = MOST_SAID) -> Iterator[tuple[str, str]]:
    """Each fault once, in Vietnamese and in English, with the lines it stands on; of very many the first."""
    lines: dict[RosterProblem, list[int]] = {}
    for problem in problems:
        lines.setdefault(replace(problem, line=0), []).append(problem.line)
    for problem, those in list(lines.items())[:most]:
        named, more = ", ".join(map(str, those[:MOST_LINES_NAMED])), len(those) - MOST_LINES_NAMED
        vi, en = f"{problem.vi} {problem.mend_vi}", f"{problem.en} {problem.mend_en}"
        if not any(those):
            yield f"{problem.file}: {vi}", f"{problem.file}: {en}"
            continue
        more_vi, more_en = (f" và {more} dòng nữa", f" and {more} more") if more > 0 else ("", "")
        yield f"{problem.file}, dòng {named}{more_vi}: {vi}", f"{problem.file}, line {named}{more_en}: {en}"
    if (left := len(lines) - most) > 0:
        yield f"Còn {left} lỗi khác nữa: sửa rồi kiểm tra lại.", f"And {left} more: mend these, check again."


def too_large(line: int, most: int, what: str) -> RosterProblem:
    return RosterProblem(
        "unreadable", line,
        f"bảng trực lớn quá: hơn {most} {what}.", f"the roster is too large: over {most} {what}.",
        "Mỗi tệp chỉ ghi một tuần, mỗi ca một dòng.", "One file holds one week, and a row is one shift.",
    )  # fmt: skip


def personal(line: int) -> RosterProblem:
    return RosterProblem(
        "personal-data", line,
        "có chỗ trông giống số điện thoại, số căn cước, số thẻ hoặc thư điện tử của một người.",
        "there is what looks like a person's telephone, identity or insurance number, or e-mail.",
        "Xóa chỗ ấy; bảng trực chỉ ghi mã như tnv-01.",
        "Take it out; a roster holds ids such as tnv-01 only.",
    )  # fmt: skip


def no_name(line: int) -> RosterProblem:
    return RosterProblem(
        "place-wrong", line,
        "tên hoặc địa chỉ của nơi này viết chưa đúng.", "the name or address of this place is not one.",
        f"Tên nói trước nơi ấy là gì (“Nhà văn hoá tổ 5”, “Điểm ở chợ”), không quá {LONGEST_NAME} ký tự; địa "
        f"chỉ bắt đầu bằng số nhà, phố, đường, ngõ, tầng …; cả hai không quá {LONGEST_ADDRESS} ký tự, không "
        "có tên người, @ hay tài khoản mạng.",
        "A name says first what the place is (“Nhà văn hoá tổ 5”, “Điểm ở chợ”), in at most "
        f"{LONGEST_NAME} characters; an address begins with a house number, phố, đường, ngõ, tầng …; both "
        f"together {LONGEST_ADDRESS} characters, with no person's name, no @ and no account.",
    )  # fmt: skip


def empty() -> RosterProblem:
    return RosterProblem(
        "empty", 0, "bảng trực không có nơi nào.", "the roster names no place.",
        "Ghi ít nhất một nơi, ví dụ [place.point-1].", "Write at least one, such as [place.point-1].",
    )  # fmt: skip


def week_missing(line: int) -> RosterProblem:
    return RosterProblem(
        "week-wrong", line, "không rõ bảng trực của tuần nào.", "it is not said which week this is for.",
        "Ghi ngày thứ Hai của tuần, ví dụ week = 2026-11-23.", "Write its Monday, such as week = 2026-11-23.",
    )  # fmt: skip


def no_monday(line: int, monday: date) -> RosterProblem:
    return RosterProblem(
        "week-wrong", line, "ngày này không phải thứ Hai.", "this day is no Monday.",
        f"Thứ Hai của tuần ấy là {monday}.", f"The Monday of that week is {monday}.",
    )  # fmt: skip


def no_place(line: int) -> RosterProblem:
    return RosterProblem(
        "place-wrong", line, "đây không phải tên một nơi.", "this is not the id of a place.",
        "Ghi point-1 … point-99 cho điểm, team-1 … team-99 cho tổ.",
        "Write point-1 … point-99 for a point, team-1 … team-99 for a team.",
    )  # fmt: skip


def week_over(line: int, monday: date) -> RosterProblem:
    return RosterProblem(
        "week-over", line,
        f"tuần này đã qua (thứ Hai {day_and_year(monday)}).",
        f"this week is over (Monday {monday}).",
        "Nếu là bảng của tuần khác thì sửa ngày.", "If the roster is for another week, correct its days.",
    )  # fmt: skip


def unheard_of(line: int, place: str) -> RosterProblem:
    return RosterProblem(
        "place-unheard-of", line,
        f"máy này không biết phường có {place}.", f"this machine knows of no {place} in the ward.",
        "Nếu viết nhầm số thì sửa; nơi mới có thì để nguyên.",
        "If the number is a slip, correct it; if the place is new, leave it.",
    )  # fmt: skip


def no_day(line: int) -> RosterProblem:
    return RosterProblem(
        "day-wrong", line, "ngày viết chưa đúng.", "the day is not written correctly.",
        "Ghi ngày như 23/11/2026 hoặc 2026-11-23.", "Write a day like 23/11/2026 or 2026-11-23.",
    )  # fmt: skip


def other_week(line: int, monday: date) -> RosterProblem:
    return RosterProblem(
        "day-wrong", line, f"ngày này không ở trong tuần bắt đầu ngày {monday}.",
        f"this day is not in the week that begins on {monday}.",
        "Mỗi tệp chỉ ghi một tuần.", "One file holds one week.",
    )  # fmt: skip


def no_hours(line: int) -> RosterProblem:
    return RosterProblem(
        "hours-wrong", line, "giờ viết chưa đúng.", "the hours are not written correctly.",
        "Ghi giờ mở và giờ đóng như 08:00-11:30.", "Write opening and closing like 08:00-11:30.",
    )  # fmt: skip


def too_many_hours(line: int) -> RosterProblem:
    return RosterProblem(
        "hours-wrong", line,
        f"nơi này mở hơn {MOST_RANGES} lần trong một ngày.",
        f"this place opens more than {MOST_RANGES} times a day.",
        f"Ghi tối đa {MOST_RANGES} khoảng giờ cho một ngày.",
        f"Write at most {MOST_RANGES} ranges for a day.",
    )  # fmt: skip


def no_id(line: int) -> RosterProblem:
    return RosterProblem(
        "staff-wrong", line,
        "người trực phải ghi bằng mã, không ghi tên.", "people are written by id, not by name.",
        "Ghi mã như tnv-01; xem mã bằng lệnh ./script/run staff list.",
        "Write ids such as tnv-01; ./script/run staff list shows them.",
    )  # fmt: skip


def unknown(line: int, member: str) -> RosterProblem:
    return RosterProblem(
        "staff-unknown", line, f"không có ai mang mã {member}.", f"nobody has the id {member}.",
        f"Sửa mã, hoặc thêm người ấy: ./script/run staff add TÊN --id {member}.",
        f"Correct it, or add them: ./script/run staff add NAME --id {member}.",
    )  # fmt: skip


def unlisted(line: int, member: str) -> RosterProblem:
    return RosterProblem(
        "staff-unknown", line, f"mã {member} không có trong danh sách người của nơi nào.",
        f"the id {member} is in the list of no place.",
        "Sửa mã, hoặc ghi mã ấy vào staff của nơi người ấy thuộc về "
        "(bảng CSV: một dòng chỉ có place và staff).",
        "Correct it, or write it into the staff of the place they belong to "
        "(CSV: a row of place and staff alone).",
    )  # fmt: skip


def disabled(line: int, member: str) -> RosterProblem:
    return RosterProblem(
        "staff-disabled", line, f"{member} không còn được mở máy.", f"{member} may no longer open the kiosk.",
        "Đổi người khác, hoặc cho mở lại bằng lệnh ./script/run staff enable.",
        "Put somebody else, or give it back: ./script/run staff enable.",
    )  # fmt: skip


def overlap(line: int, member: str, hours: OpenRange, other_line: int) -> RosterProblem:
    return RosterProblem(
        "overlap", line,
        f"{member} trực hai ca cùng lúc, {hours}; ca kia ở dòng {other_line}.",
        f"{member} is on two shifts at once, {hours}; the other is on line {other_line}.",
        "Sửa giờ, hoặc đổi người ở một trong hai ca.", "Change the hours, or the person, of one of them.",
    )  # fmt: skip
