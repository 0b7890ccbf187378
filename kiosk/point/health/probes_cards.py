"""Looks at what residents' cards need: the ward's papers, the print service, the camera."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from kiosk.base.config.cards import CardsConfig
from kiosk.base.files.identity import kiosk_id
from kiosk.point.health.cards import CameraState, KeepsJobs, PrinterState, SeenCards, SeenPrinter

ANSWERS_WITHIN_S = 5.0
LOOKS_FOR_S = 3.0  # a camera that has not given up by then is looking


def see_cards(config: CardsConfig, data_folder: Path) -> SeenCards:
    ward, why_vi, why_en = _enrolment(data_folder)
    return SeenCards(
        ward,
        why_vi,
        why_en,
        see_printer(config.printer) if config.printer else None,
        see_kept_jobs() if config.printer else "no",
        see_camera(config.camera) if config.camera else None,
        config,
    )


def see_sheet_printer(name: str) -> SeenPrinter:
    """The one for guides to take home; *name* is empty where there is none."""
    return SeenPrinter(name, see_printer(name) if name else None)


def _enrolment(data_folder: Path) -> tuple[str, str, str]:
    """The ward, or why there is none; makes no key and no folder."""
    from kiosk.base.files.paths import keys_folder
    from kiosk.papers.keys.card_signer import NotEnrolled, open_signer

    if not keys_folder(data_folder).exists():
        return "", "Ki-ốt chưa có chìa khóa.", "This kiosk has no key yet."
    try:
        return open_signer(data_folder, kiosk_id(data_folder)).ward, "", ""
    except NotEnrolled as why:
        return "", why.vi, why.en


def see_printer(name: str, lpstat: str = "lpstat") -> PrinterState:
    """As CUPS reports it."""
    asked = shutil.which(lpstat)
    if asked is None:
        return "no-service"
    try:
        answer = subprocess.run(
            [asked, "-p", name],
            capture_output=True,
            env={**os.environ, "LC_ALL": "C"},
            timeout=ANSWERS_WITHIN_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return "no-service"
    if answer.returncode != 0:
        return "unknown"
    return "stopped" if b"disabled" in answer.stdout else "ready"


def see_kept_jobs(settings: Path = Path("/etc/cups/cupsd.conf")) -> KeepsJobs:
    """Whether CUPS keeps the files of what it has printed: for a day, unless its settings forbid it.

    Source: cupsd.conf(5), PreserveJobFiles. The file belongs to root and may not be ours to read.
    """
    try:
        lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "unreadable"
    written = [line.split()[1:] for line in lines if line.split()[:1] == ["PreserveJobFiles"]]
    is_forbidden = bool(written) and [value.lower() for value in written[-1]] in (
        ["no"],
        ["off"],
        ["false"],
        ["0"],
    )
    return "no" if is_forbidden else "yes"


def see_camera(source: str) -> CameraState:
    """Opens it for some seconds, as a resident's visit would, and lets go of it again."""
    from kiosk.base.system.other_program import PACKAGES
    from kiosk.point.cards.camera_process import camera_command
    from kiosk.point.cards.camera_worker import NO_CAMERA, NO_READER

    if find_spec("cv2") is None or find_spec("zxingcpp") is None:
        return "no-extra"
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        camera_command(source), stdin=pipe, stdout=nowhere, stderr=nowhere, cwd=PACKAGES
    ) as worker:
        try:
            status = worker.wait(LOOKS_FOR_S)
        except subprocess.TimeoutExpired:
            worker.kill()
            return "looks"
    return {NO_CAMERA: "no-camera", NO_READER: "no-extra"}.get(status, "looks")  # type: ignore[return-value]
