"""What the ward writes itself: the guides, and the config of this point or team."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flows.guide.ward import NO_WARD, Ward
from kiosk.base.config.checked_photographs import CHECKED, NOT_CHECKED
from kiosk.base.config.problems import ConfigProblem
from kiosk.base.config.sections import Config
from kiosk.base.messages.counted import counted
from kiosk.point.health.finding import Finding, finding_of, listed, mend, ok
from kiosk.point.health.photographs import PACKAGES


@dataclass(frozen=True, slots=True)
class SeenGuides:
    """How many guides are offered to residents and to volunteers; the names of those refused; how many milder
    remarks there are; what falls due in the next 30 days, and what has by now, as “guide 31/12/2026”."""

    offered: int
    training: int = 0
    refused: tuple[str, ...] = ()
    remarks: int = 0
    failure: str = ""
    soon: tuple[str, ...] = ()
    overdue: tuple[str, ...] = ()


@finding_of("guides")
def check_guides(seen: SeenGuides) -> Finding:
    if seen.failure or not seen.offered:
        why = f" ({seen.failure})" if seen.failure else ""
        return mend(
            f"Không có bài hướng dẫn nào dùng được cho người dân{why}.",
            f"No guide can be offered to residents{why}.",
            "Chạy ./script/run flows check để xem từng lỗi, hoặc cài lại ki-ốt.",
            "Run ./script/run flows check, which names every fault, or install the kiosk again.",
        )
    if seen.refused:
        names = ", ".join(seen.refused)
        return mend(
            f"{len(seen.refused)} bài bị lỗi, không hiện cho khách: {names}. {seen.offered} bài khác tốt.",
            f"{counted(len(seen.refused), 'guide')} faulty and not offered: {names}. "
            f"{counted(seen.offered, 'other')} can be offered.",
            "Chạy ./script/run flows check để xem tệp, dòng và cách sửa.",
            "Run ./script/run flows check for the file, the line and how to mend it.",
        )
    more_vi = f", {seen.remarks} điều cần xem lại (./script/run flows check)" if seen.remarks else ""
    more_en = f", {counted(seen.remarks, 'remark')} (./script/run flows check)" if seen.remarks else ""
    if seen.overdue:
        names = ", ".join(seen.overdue)
        return mend(
            f"{seen.offered} bài dùng được; đã quá hạn rà soát hoặc hết hạn: {names}.",
            f"{counted(seen.offered, 'guide')} can be offered; past their review or ended: {names}.",
            "Chạy ./script/run flows due để xem vì sao và xem lại ở nguồn nào.",
            "Run ./script/run flows due for the reason, and for the source to look up again.",
        )
    if seen.soon:
        names = ", ".join(seen.soon)
        more_vi += f"; sắp đến hạn: {names} (./script/run flows due)"
        more_en += f"; falling due: {names} (./script/run flows due)"
    return ok(
        f"{seen.offered} bài hướng dẫn cho người dân, {seen.training} cho tình nguyện viên{more_vi}.",
        f"{counted(seen.offered, 'guide')} for residents, {seen.training} for volunteers{more_en}.",
    )


@finding_of("config")
def check_config(file: Path | None, problems: tuple[ConfigProblem, ...]) -> Finding:
    if file is None:
        return mend(
            "Chưa có tệp cấu hình: ki-ốt chưa biết mình ở điểm nào.",
            "There is no config: the kiosk does not know at which point it stands.",
            "Chép một tệp trong resources/points, sửa cho đúng, rồi chạy với --config TỆP.",
            "Copy one of resources/points, edit it, and run with --config FILE.",
        )
    if problems:
        return mend(
            "Tệp cấu hình có chỗ sai:" + listed(problem.sentence_vi() for problem in problems),
            "The config has faults:" + listed(problem.sentence_en() for problem in problems),
            "Sửa các dòng ấy rồi chạy lại ./script/run doctor.",
            "Mend those lines, then run ./script/run doctor again.",
        )
    return ok(f"Tệp cấu hình {file} đúng.", f"The config {file} is right.")


@dataclass(frozen=True, slots=True)
class SeenNeeds:
    """The file with the tiles of the first screen, how many can be shown, and what is wrong with the rest."""

    file: str = ""
    shown: int = 0
    problems: tuple[ConfigProblem, ...] = ()


@finding_of("needs")
def check_needs(seen: SeenNeeds) -> Finding:
    if seen.problems:
        return mend(
            f"Các việc ở màn hình đầu có chỗ sai; máy hiện {seen.shown} ô dùng được:"
            + listed(problem.sentence_vi() for problem in seen.problems),
            f"The needs of the first screen have faults; the kiosk shows {counted(seen.shown, 'tile')}:"
            + listed(problem.sentence_en() for problem in seen.problems),
            "Sửa các dòng ấy rồi chạy lại ./script/run doctor. Mẫu: resources/needs.toml.",
            "Mend those lines, then run ./script/run doctor again. Example: resources/needs.toml.",
        )
    return ok(
        f"Màn hình đầu có {seen.shown} việc ({seen.file}).",
        f"The first screen has {counted(seen.shown, 'need')} ({seen.file}).",
    )


@dataclass(frozen=True, slots=True)
class SeenWard:
    """The ward's file (empty: none that is of this ward), what of it can be used, what is wrong besides."""

    file: str = ""
    ward: Ward = NO_WARD
    problems: tuple[ConfigProblem, ...] = ()


_OFFICE_NAMES = {
    "one-stop": ("một cửa", "one-stop office"),
    "police": ("công an", "police"),
    "health-station": ("trạm y tế", "health station"),
    "social-insurance": ("bảo hiểm xã hội", "social insurance"),
    "group-leader": ("tổ trưởng", "group leaders"),
}
_EMPTY = {"phone": ("số", "number"), "address": ("địa chỉ", "address"), "hours": ("giờ", "hours")}


@finding_of("ward")
def check_ward(seen: SeenWard) -> Finding:
    if seen.problems:
        return mend(
            "Tệp các nơi của phường có chỗ sai; máy chỉ hiện những gì đúng:"
            + listed(problem.sentence_vi() for problem in seen.problems),
            "The file of the ward's offices has faults; only what is right is shown:"
            + listed(problem.sentence_en() for problem in seen.problems),
            "Sửa các dòng ấy rồi chạy lại ./script/run doctor. Mẫu: resources/ward.toml.",
            "Mend those lines, then run ./script/run doctor again. Example: resources/ward.toml.",
        )
    empty = [(names, lacks) for one, names in _OFFICE_NAMES.items() if (lacks := _lacks(seen.ward, one))]
    if empty:
        return mend(
            "Các nơi của phường chưa ghi hết, máy mời bác hỏi người: "
            + "; ".join(f"{vi} (chưa có {', '.join(one[0] for one in lacks)})" for (vi, _), lacks in empty)
            + ".",
            "Not all of the ward's offices are written; residents are asked to ask somebody: "
            + "; ".join(f"{en} (no {', '.join(one[1] for one in lacks)})" for (_, en), lacks in empty)
            + ".",
            f"Hỏi phường rồi ghi vào {seen.file or 'tệp viết theo mẫu resources/ward.toml ([ward] file)'}.",
            f"Ask the ward and write it into {seen.file or 'a file like resources/ward.toml ([ward] file)'}.",
        )
    return ok(
        f"Các nơi của phường ghi đủ ({seen.file}).", f"The ward's offices are all written ({seen.file})."
    )


def _lacks(ward: Ward, office_id: str) -> tuple[tuple[str, str], ...]:
    """A leader has no number, and needs no hours to be met."""
    there = [one for one in ward.offices if one.id == office_id]
    wanted = ("address",) if office_id == "group-leader" else tuple(_EMPTY)
    return tuple(_EMPTY[name] for name in wanted if not any(getattr(one, name) for one in there))


@dataclass(frozen=True, slots=True)
class SeenPictures:
    """The ward's own pictures: their folder (empty: none), how many can be shown, what is wrong besides, and
    how many photographs nothing here could read and nobody has looked at, and whether what was looked at
    could be written down.
    """

    folder: str = ""
    shown: int = 0
    problems: tuple[ConfigProblem, ...] = ()
    unread: int = 0
    kept: bool = True


@finding_of("pictures")
def check_pictures(seen: SeenPictures) -> Finding:
    others = tuple(problem for problem in seen.problems if problem.vi != NOT_CHECKED[1])
    if seen.unread and not others:
        return mend(
            f"Máy không đọc được chữ trên {seen.unread} ảnh chụp của phường, "
            "không biết có tên, số của ai không, nên chưa dùng các ảnh ấy.",
            f"Nothing here could read {counted(seen.unread, 'photograph')} of the ward: "
            "whether somebody's name or number is on it is not known, and it is not used.",
            f"Cài bộ đọc chữ rồi chạy lại ./script/run doctor: sudo apt install {PACKAGES}. "
            f"Hoặc hai người xem kỹ từng ảnh, rồi trong thư mục hình chạy: sha256sum photos/* > {CHECKED}.",
            f"Install the reader and run ./script/run doctor again: sudo apt install {PACKAGES}. "
            "Or have two people look at each, then in the folder of pictures run: "
            f"sha256sum photos/* > {CHECKED}.",
        )
    if seen.problems:
        return mend(
            f"Hình của phường có chỗ sai; máy dùng được {seen.shown} hình:"
            + listed(problem.sentence_vi() for problem in seen.problems),
            f"The ward's pictures have faults; {counted(seen.shown, 'picture')} can be used:"
            + listed(problem.sentence_en() for problem in seen.problems),
            "Sửa các hình ấy rồi chạy lại ./script/run doctor. Cách làm: docs/writing-a-guide.md.",
            "Mend those, then run ./script/run doctor again. How: docs/writing-a-guide.md.",
        )
    if not seen.kept:
        return mend(
            f"Đã xem ảnh chụp của phường, nhưng không ghi lại được vào {seen.folder}/{CHECKED}: "
            "máy sẽ không dùng ảnh.",
            f"The ward's photographs were looked at, but {seen.folder}/{CHECKED} could not be written: "
            "they will not be used.",
            "Cho tài khoản này quyền ghi vào thư mục hình, rồi chạy lại ./script/run doctor.",
            "Let this account write to the folder of pictures, then run ./script/run doctor again.",
        )
    if not seen.folder:
        return ok("Máy dùng hình có sẵn.", "The kiosk's own pictures are used.")
    return ok(
        f"Phường có {seen.shown} hình riêng ({seen.folder}).",
        f"The ward has {counted(seen.shown, 'picture')} of its own ({seen.folder}).",
    )


@finding_of("place")
def check_place(config: Config) -> Finding:
    place = config.place
    where = (
        ((place.route, "tuyến", "route"),)
        if place.kind == "team"
        else (
            (place.address, "địa chỉ", "address"),
            (any(place.hours.values()), "giờ mở cửa", "opening hours"),
        )
    )
    named = (
        (place.number, "số", "number"),
        (place.name, "tên", "name"),
        *where,
        (place.help_phone, "số điện thoại hỗ trợ", "help phone"),
    )
    missing_vi = ", ".join(vi for value, vi, _ in named if not value)
    missing_en = ", ".join(en for value, _, en in named if not value)
    kind_vi, kind_en = ("Tổ", "Team") if place.kind == "team" else ("Điểm", "Point")
    if place.number:
        kind_vi, kind_en = f"{kind_vi} số {place.number}", f"{kind_en} {place.number}"
    if missing_vi:
        return mend(
            f"{kind_vi} chưa ghi: {missing_vi}. Màn hình không hiện, hoặc mời hỏi cán bộ.",
            f"{kind_en} has no {missing_en} yet. The screens leave it out, or say whom to ask.",
            "Hỏi phường rồi ghi vào mục [place] và [place.hours].",
            "Ask the ward, then fill in [place] and [place.hours].",
        )
    shown = ", ".join(part for part in (place.name, place.address) if part)
    return ok(f"{kind_vi}: {shown}.", f"{kind_en}: {shown}.")


@finding_of("help")
def check_help(config: Config, missing: tuple[str, ...], *, silent: bool = False) -> Finding:
    """*missing*: the commands of ``[help]`` whose program is not here; *silent*: the machine has no sound."""
    asked = config.help
    if silent and not asked.lamp_on.strip():
        return mend(
            "Không có loa và không có đèn: bác gọi người thì không ai nghe thấy. Màn hình bảo bác vẫy tay.",
            "Neither sound nor a lamp: a call for help is heard by nobody. The screen asks people to wave.",
            "Cắm loa, hoặc ghi help.lamp_on và help.lamp_off (docs/config.md).",
            "Plug in a loudspeaker, or fill in help.lamp_on and help.lamp_off (docs/config.md).",
        )
    if missing:
        names = ", ".join(f"help.{one}" for one in missing)
        return mend(
            f"Không tìm thấy chương trình của lệnh {names}.",
            f"The program of {names} is not on this machine.",
            "Ghi đường dẫn đầy đủ, và chạy thử lệnh ấy một lần.",
            "Write its full path, and try the command once.",
        )
    if not asked.further_phone and not config.place.help_phone:
        return mend(
            "Chưa có số nào để mời bác gọi khi không ai đến.",
            "There is no number to show when nobody comes to a call.",
            "Hỏi phường rồi ghi help.further_phone hoặc place.help_phone.",
            "Ask the ward, then fill in help.further_phone or place.help_phone.",
        )
    if bool(asked.lamp_on.strip()) != bool(asked.lamp_off.strip()):
        return mend(
            "Đèn gọi người chỉ có một trong hai lệnh lamp_on, lamp_off.",
            "The lamp has only one of the commands lamp_on and lamp_off.",
            "Ghi cả hai lệnh, hoặc bỏ cả hai.",
            "Write both commands, or neither.",
        )
    return ok(
        f"Sau {asked.further_after_s} giây chưa ai đến thì máy mời bác gọi số khác.",
        f"When nobody has come in {asked.further_after_s} s another number is shown.",
    )
