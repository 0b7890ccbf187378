"""The figures onto a USB stick, for the screens of staff: what came of it, step by step."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.media import device_of
from kiosk.base.files.sticks import plugged_in
from kiosk.base.hours.clock import Clock
from ui.visit.staff.point import Stick

LOGGER = logging.getLogger(__name__)
WAIT_S = 60.0  # for the kiosk's own export, should it be at work


def export_to_stick(
    data_folder: Path,
    kiosk: str,
    config: ExportConfig,
    clock: Clock,
    on_progress: Callable[[Stick], None],
    sticks: Callable[[], tuple[Path, ...]] = plugged_in,
) -> Stick:
    """What came of it; *on_progress* is called on this thread. Takes as long as the stick does."""
    from kiosk.papers.export.exporter import (  # what exports is imported when it is wanted
        ExportBusy,
        Progress,
    )
    from kiosk.papers.export.job import ExportJob, ExportRequest
    from kiosk.papers.keys.enrolled import NotEnrolled

    plugged = sticks()
    if not plugged:
        return Stick("no-stick")

    def watch(progress: Progress) -> None:
        on_progress(Stick("copying", progress.done, progress.whole))

    on_progress(Stick("copying"))
    device = device_of(plugged[-1])
    try:
        outcome = ExportJob(data_folder, kiosk, config).run(
            clock.now, ExportRequest(now=True, to=plugged[-1], wait_s=WAIT_S), watch
        )
    except NotEnrolled as why:
        LOGGER.info("no export: %s / %s", why.vi, why.en)
        return Stick("not-enrolled")
    except ExportBusy:
        return Stick("busy")
    except OSError as failure:
        LOGGER.warning("the export to a stick did not succeed: %s", failure)
        return Stick("failed")
    delivered = outcome.delivered if outcome else ()
    if not all(delivery.is_well for delivery in delivered):
        return Stick("failed")
    if plugged[-1] not in sticks() or device_of(plugged[-1]) != device:
        LOGGER.warning("the stick was pulled out while it was written")
        return Stick("failed")
    return Stick("done", sum(delivery.left + delivery.acknowledged for delivery in delivered))
