"""The ward's content pack: which is in force, whether it is whole, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.base.words.texts import SENTENCES
from kiosk.papers.content.taking import Refusal, incoming, refusals
from kiosk.papers.packs.refusals import SENTENCES as WHY
from kiosk.point.health.finding import Finding, finding_of, mend, ok

OLD_DAYS = 120
"""After that a ward is reminded how old its content is; it stays in force all the same."""

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class SeenContent:
    """`counter` 0: what comes with the program. `wanted`: what should be in force and cannot be read.
    `refused`: the last one first. `failed`: packs gone back from. `passed_over`: where its changed sentences
    stand that this program has no place for; that is no reason to keep a new program out.
    """

    counter: int = 0
    made: date | None = None
    today: date = date.min
    on_trial: bool = False
    wanted: int = 0
    damaged: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    failed: tuple[str, ...] = ()
    waiting: bool = False
    passed_over: tuple[str, ...] = ()


def see_content(data_folder: Path, today: date) -> SeenContent:
    """Every byte of the content in force is read."""
    from kiosk.base.words.changed import passed_over
    from kiosk.papers.content.in_force import damaged, extra, usable
    from kiosk.papers.content.standing import read_standing

    standing = read_standing(data_folder)
    edition = usable(data_folder, standing)
    wanted = standing.now.counter if edition != standing.now else 0
    sentences = extra(data_folder, edition, SENTENCES)
    return SeenContent(
        edition.counter, edition.day, today, standing.trial is not None, wanted,
        damaged(data_folder, edition), refusals(data_folder),
        tuple(name.partition("-")[0] for name in standing.failed), incoming(data_folder).exists(),
        () if sentences is None else tuple(one.place for one in passed_over(sentences)),
    )  # fmt: skip


@finding_of("content")
def check_content(seen: SeenContent) -> Finding:
    again_vi = "Xin phường làm gói mới: ./script/run ward pack make."
    again_en = "Ask the ward for a new pack: ./script/run ward pack make."
    if seen.damaged or seen.wanted:
        which = seen.wanted or seen.counter
        names = f": {', '.join(seen.damaged[:10])}" if seen.damaged else ""
        return mend(
            f"Gói nội dung số {which} trong máy bị hỏng{names}.",
            f"Content pack {which} on this kiosk is damaged{names}.",
            again_vi,
            again_en,
        )
    if seen.failed and int(seen.failed[-1]) > seen.counter:
        back_vi = f"gói số {seen.counter}" if seen.counter else "bài có sẵn"
        back_en = str(seen.counter) if seen.counter else "the guides of the program"
        return mend(
            f"Ki-ốt đã thử gói số {seen.failed[-1]}, gặp lỗi và tự quay về {back_vi}.",
            f"This kiosk tried content pack {seen.failed[-1]}, failed and went back to {back_en}.",
            f"Gửi tệp nhật ký logs/kiosk.log cho người phụ trách kỹ thuật. {again_vi}",
            f"Send the logbook logs/kiosk.log to the technician. {again_en}",
        )
    if seen.refused:
        last = seen.refused[0]
        (vi, en), kept = WHY[last.why], last.kept
        return mend(
            f"Có gói nội dung không nhận: {vi} Gói được giữ ở content/refused/{kept}.kpack.",
            f"A content pack was refused: {en} It is kept as content/refused/{kept}.kpack.",
            f"Xem content/refused/{kept}.json để biết vì sao. Xem xong thì xóa thư mục content/refused.",
            f"content/refused/{kept}.json says why. Delete the folder content/refused when you have looked.",
        )
    return ok(*_of_the_good(seen))


def _of_the_good(seen: SeenContent) -> tuple[str, str]:
    more_vi = " Có gói mới đang chờ lúc vắng khách." if seen.waiting else ""
    more_en = " A new pack waits until nobody is here." if seen.waiting else ""
    if not seen.counter or seen.made is None:
        return (
            f"Dùng bài có sẵn trong chương trình, chưa có gói nội dung của phường.{more_vi}",
            f"The guides that come with the program; no content pack of the ward yet.{more_en}",
        )
    if seen.passed_over:
        names = ", ".join(seen.passed_over[:MOST_NAMED])
        more_vi += f" Máy bỏ qua {len(seen.passed_over)} câu mà chương trình này không có: {names}."
        more_en += f" {len(seen.passed_over)} sentences for which this program has no place: {names}."
    days = (seen.today - seen.made).days
    old_vi = f", đã {days} ngày" if days >= OLD_DAYS else ""
    old_en = f", {days} days ago" if days >= OLD_DAYS else ""
    trial_vi, trial_en = (", đang dùng thử", ", on trial") if seen.on_trial else ("", "")
    return (
        f"Gói nội dung số {seen.counter}, phường ký ngày {seen.made:%d/%m/%Y}{old_vi}{trial_vi}.{more_vi}",
        f"Content pack {seen.counter}, signed on {seen.made:%d/%m/%Y}{old_en}{trial_en}.{more_en}",
    )
