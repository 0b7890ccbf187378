"""The dated, signed record of an opening check: a small paper beside the log, for whoever asks on what ground
a point was opened. It names staff by their id alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast, get_args

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.events import CHECK_PARTS, CheckAnswer, CheckPart, OpeningVerdict
from kiosk.base.files.durable import private_folder, publish
from kiosk.base.files.paths import OPENING_CHECKS
from kiosk.papers.keys.documents import PaperRefused, is_paper_of, read_paper, sign_paper, text_of
from kiosk.papers.keys.enrolment import key_file
from kiosk.papers.keys.key_files import public_bytes, read_key

FORM = "kiosk-opening-1"


@dataclass(frozen=True, slots=True)
class OpeningRecord:
    """`at`: when, with its offset, to the minute; `clock_ok`: whether that clock could be believed.

    `staff` made the check, or, where the verdict is "overruled", let the point open all the same.
    """

    kiosk: str
    place: str
    at: str
    clock_ok: bool
    staff: str
    verdict: OpeningVerdict
    answers: Mapping[CheckPart, CheckAnswer]


def sign_record(record: OpeningRecord, key: Ed25519PrivateKey) -> bytes:
    """The record as a paper that a person can read."""
    return sign_paper({"form": FORM, **asdict(record)}, key)


def read_record(raw: bytes, kiosk_public: bytes) -> OpeningRecord:
    """The record, if the kiosk of that key (32 bytes) signed it. Raises `PaperRefused`."""
    body, signature = read_paper(raw, FORM)
    if not is_paper_of(kiosk_public, body, signature):
        raise PaperRefused(
            "Biên bản này đã bị sửa, hoặc của ki-ốt khác.", "This record was changed, or is another kiosk's."
        )
    answers, verdict = body.get("answers"), text_of(body, "verdict")
    if (
        not isinstance(answers, dict)
        or set(answers) != set(CHECK_PARTS)
        or any(answer not in get_args(CheckAnswer) for answer in answers.values())
        or verdict not in get_args(OpeningVerdict)
        or not isinstance(body.get("clock_ok"), bool)
    ):
        raise PaperRefused("Biên bản này bị hỏng.", "This record is damaged.")
    return OpeningRecord(
        text_of(body, "kiosk"),
        text_of(body, "place"),
        text_of(body, "at"),
        bool(body["clock_ok"]),
        text_of(body, "staff"),
        cast("OpeningVerdict", verdict),
        cast("Mapping[CheckPart, CheckAnswer]", answers),
    )


def records_on(data_folder: Path, day: date) -> Iterator[tuple[str, OpeningRecord | PaperRefused]]:
    """The names of the day's records, the earliest first: what each says, or why it is refused.

    Against the key this kiosk has now. Raises `OSError` or `kiosk.papers.keys.key_files.KeyUnusable`.
    """
    key = read_key(key_file(data_folder))
    public = public_bytes(key) if key else b""
    for file in sorted((data_folder / OPENING_CHECKS).glob(f"{day.isoformat()}T*.json")):
        try:
            yield file.name, read_record(file.read_bytes(), public)
        except PaperRefused as refused:
            yield file.name, refused


def keep_record(data_folder: Path, record: OpeningRecord, key: Ed25519PrivateKey) -> Path:
    """Sign and keep it; never writes over another. Raises `OSError`."""
    folder = data_folder / OPENING_CHECKS
    private_folder(folder)
    stem = f"{datetime.fromisoformat(record.at):%Y-%m-%dT%H%M}-{record.verdict}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.json" for number in range(1, 1000))
    file = next(folder / name for name in names if not (folder / name).exists())
    publish(file, sign_record(record, key))
    return file
