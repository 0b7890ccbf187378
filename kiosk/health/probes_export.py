"""Looks at what the export needs and what it has left to do; makes no key, no folder, no file."""

from __future__ import annotations

import time
from pathlib import Path

from kiosk.config.export import ExportConfig
from kiosk.files.identity import kiosk_id
from kiosk.files.paths import export_folder, keys_folder
from kiosk.health.export import SeenExport


def see_export(config: ExportConfig, data_folder: Path) -> SeenExport:
    from kiosk.export.outbox import Outbox
    from kiosk.export.signer import open_signer
    from kiosk.keys.enrolled import NotEnrolled

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
