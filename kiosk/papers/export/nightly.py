"""The nightly export of the running kiosk, begun when nobody is there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from kiosk.base.hours.clock import Clock
from kiosk.base.system.background import BackgroundJob

if TYPE_CHECKING:  # what exports is imported with the first poll, long after the invitation
    from pathlib import Path

    from kiosk.base.config.export import ExportConfig

log = logging.getLogger(__name__)
POLLS_EVERY_S = 60.0
ASKS_EVERY_S = 900.0
PATIENCE_S = 3600.0  # the longest pause between two attempts to reach the ward


class NightlyExport:
    """`kiosk.point.services.night_work` polls it. `poll` returns at once: a daemon thread does the work, and
    may be cut off at any moment, as by a power cut.
    """

    def __init__(self, data_folder: Path, kiosk: str, config: ExportConfig, clock: Clock) -> None:
        self._data_folder, self._kiosk, self._config, self._clock = data_folder, kiosk, config, clock
        self._job = BackgroundJob("export")
        self._next_up_s = 0.0
        self._pause_s = POLLS_EVERY_S
        self._exported_up_s: float | None = None
        self._asked_up_s = 0.0
        self.is_late = False
        """Whether staff should hear that figures do not reach the ward."""

    def poll(self, *, nobody_is_here: bool) -> None:
        """Export if it is due, and offer again what the ward has not acknowledged."""
        up_s = self._clock.now().up_s
        if not nobody_is_here or up_s < self._next_up_s or self.is_at_work:
            return
        self._next_up_s = up_s + self._pause_s
        self._job.begin(self._work)

    @property
    def is_at_work(self) -> bool:
        return self._job.is_under_way

    def wait(self, timeout_s: float) -> None:
        self._job.wait(timeout_s)

    @property
    def _asks(self) -> bool:
        """Whether it is time to ask what the ward has answered; without a network nobody is asked."""
        return bool(self._config.url) and self._clock.now().up_s - self._asked_up_s >= ASKS_EVERY_S

    def _work(self) -> None:
        try:
            well = self._export()
        except Exception:
            log.exception("our mistake in the export; tried again later")
            well = False
        self._pause_s = POLLS_EVERY_S if well else min(2 * self._pause_s, PATIENCE_S)

    def _export(self) -> bool:
        """Whether all is well; where it is not, the next attempts come ever more rarely."""
        from kiosk.papers.export.exporter import ExportBusy
        from kiosk.papers.export.job import ExportJob, ExportRequest
        from kiosk.papers.keys.enrolled import NotEnrolled

        job = ExportJob(self._data_folder, self._kiosk, self._config)
        try:
            outcome = job.run(
                self._clock.now, ExportRequest(papers=self._asks, last_up_s=self._exported_up_s)
            )
        except NotEnrolled as why:
            log.info("no export: %s / %s", why.vi, why.en)
            return False
        except (ExportBusy, OSError) as failure:
            log.warning("the export did not succeed: %s", failure)
            return False
        self.is_late = outcome is not None and outcome.late
        if outcome is None:
            return True
        self._asked_up_s = self._clock.now().up_s
        if outcome.due:
            self._exported_up_s = self._asked_up_s
        log.info("exported: %d new bundles, %d wait for the ward", outcome.packed, outcome.waiting)
        return outcome.is_well and not outcome.waiting
