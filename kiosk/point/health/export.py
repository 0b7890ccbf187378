"""Whether the night's figures reach the ward: enrolment, the way there, what waits and since when."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import export_folder, keys_folder
from kiosk.papers.export.ledger import LATE_DAYS
from kiosk.point.health.finding import Finding, finding_of, mend, ok


@dataclass(frozen=True, slots=True)
class SeenExport:
    """`why_vi`/`why_en`: why nothing can be packed, empty when it can. `has_way`: a receiver or a folder is
    in the config. `waiting`: bundles the ward has not acknowledged; `oldest_days`: since when, None: not
    known. `refused`: what the ward said of one of them.
    """

    why_vi: str = ""
    why_en: str = ""
    has_way: bool = False
    waiting: int = 0
    oldest_days: int | None = None
    refused: str = ""


@finding_of("export")
def check_export(seen: SeenExport) -> Finding:
    if seen.why_vi:
        return mend(
            f"Chưa gửi được số liệu cho phường. {seen.why_vi}",
            f"No figures go to the ward. {seen.why_en}",
            "Xin phường cấp giấy: ./script/run keys request, rồi ./script/run keys accept.",
            "Ask the ward to enrol this kiosk: ./script/run keys request, then ./script/run keys accept.",
        )
    if seen.refused:
        return mend(
            f"Phường không nhận gói số liệu ({seen.refused}).",
            f"The ward refuses a bundle ({seen.refused}).",
            "Báo phường xem mục Cần xem trong sổ nhận (./script/run ward gaps).",
            "Ask the ward to look at its alarms (./script/run ward gaps).",
        )
    if seen.oldest_days is not None and seen.oldest_days >= LATE_DAYS:
        return mend(
            f"{seen.waiting} gói số liệu chờ phường xác nhận đã {seen.oldest_days} ngày.",
            f"{seen.waiting} bundles have waited {seen.oldest_days} days for the ward's word.",
            "Xem mạng và dòng url trong mục [export], hoặc mang bằng USB: ./script/run export --to.",
            "See to the network and [export] url, or carry them on a stick: ./script/run export --to.",
        )
    way_vi = "tự gửi mỗi tối" if seen.has_way else "mang bằng USB"
    way_en = "sent every evening" if seen.has_way else "carried on a stick"
    return ok(
        f"Số liệu {way_vi}; {seen.waiting} gói chờ phường xác nhận.",
        f"Figures are {way_en}; {seen.waiting} bundles wait for the ward's word.",
    )


def see_export(config: ExportConfig, data_folder: Path) -> SeenExport:
    from kiosk.papers.export.outbox import Outbox
    from kiosk.papers.export.signer import open_signer
    from kiosk.papers.keys.enrolled import NotEnrolled

    if not keys_folder(data_folder).exists():
        return SeenExport("Ki-ốt chưa có chìa khóa.", "This kiosk has no key yet.")
    try:
        open_signer(data_folder, kiosk_id(data_folder))
    except NotEnrolled as why:
        return SeenExport(why.vi, why.en)
    ledger = Outbox(export_folder(data_folder)).read()
    return SeenExport(
        has_way=bool(config.url or config.folder),
        waiting=len(ledger.waiting),
        oldest_days=ledger.waits_since_days(time.time()),
        refused=next((one.refused for one in ledger.waiting if one.refused), ""),
    )
