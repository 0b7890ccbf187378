"""`kiosk bulletin`: the message of a day for the residential groups, as a picture and 40 seconds of sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.guides import today
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refuse_own_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from accessibility.speech.utterance import Pcm
    from kiosk.base.config.sections import Config
    from kiosk.print.bulletin.message import Message

MADE_BY = "bulletin"


def bulletin(
    day: Annotated[
        str | None,
        typer.Option(
            "--day",
            metavar="2026-12-01",
            help="Của ngày nào; không ghi: hôm nay. For which day; otherwise today.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Thư mục trống, hoặc do lệnh này làm ra; không ghi: thư mục của ki-ốt. "
            "An empty folder, or one made by this; else the kiosk's own.",
        ),
    ] = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Bản tin cho tổ dân phố. The message of a day for the residential groups: a picture and a sound."""
    from accessibility.speech.failures import NoVoice
    from kiosk.base.files.made_folder import NotOurs, check_ours, publish_all
    from kiosk.base.files.own_files import keep_private
    from kiosk.base.files.paths import bulletin_folder
    from kiosk.base.messages.system_errors import Unusable
    from kiosk.print.bulletin.message import TooLong, picture_of, sound_of

    chosen = choose(config, data)
    print_problems(chosen)
    wanted = _day(day)
    if out is None:
        keep_private(chosen.data_folder)
    else:
        refuse_own_folder(out)
    folder = out or bulletin_folder(chosen.data_folder)
    try:
        check_ours(folder, MADE_BY)
        message = _message(wanted, chosen.config, chosen.data_folder)
        files = {f"{message.name}.png": picture_of(message)}
        try:
            files[f"{message.name}.wav"] = sound_of(message, _reader(chosen.config, chosen.data_folder))
        except (NoVoice, TooLong) as failure:
            typer.echo(f"Chỉ có ảnh, không có tiếng. A picture, but no sound: {failure}", err=True)
        publish_all(folder, MADE_BY, files)
    except (NotOurs, Unusable) as why:
        refuse(f"{why.vi}.\n{why.en}.")
    typer.echo(f"{', '.join(sorted(files))} → {folder}")
    raise typer.Exit(0 if len(files) > 1 else 1)


def _day(written: str | None) -> date:
    """Not one that is over: what opened then helps nobody."""
    if written is None:
        return today()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        refuse(f"“{written}” không phải ngày dạng 2026-12-01. It is no day such as 2026-12-01.")
    if day < today():
        refuse(f"Ngày {day:%d/%m/%Y} đã qua. That day is over.")
    return day


def _message(day: date, config: Config, data_folder: Path) -> Message:
    from flows.shelf.library import load_library
    from kiosk.papers.content.in_force import content_here
    from kiosk.papers.roster.store import RosterUnusable, read_weeks
    from kiosk.print.bulletin.message import message_of

    try:
        plan = read_weeks(data_folder).of(day)
    except RosterUnusable as failure:
        plan = None
        typer.echo(f"Không dùng được bảng trực: {failure.vi}.\nNo roster: {failure.en}.", err=True)
    place = config.place
    where = ", ".join(filter(None, (place.name, place.address)))
    own = where or (f"Điểm số {place.number}" if place.kind == "point" and place.number else "")
    flows = load_library(content_here(data_folder).guides, day, ward=config.ward.name).flows
    return message_of(day, config.ward.name, flows, plan, own, place.hours)


def _reader(config: Config, data_folder: Path) -> Callable[[str], Iterable[Pcm]]:
    from accessibility.speech.utterance import Utterance
    from accessibility.speech.word_list import lay_over
    from kiosk.base.voice.voices import voices_of
    from kiosk.papers.content.in_force import readings_here

    lay_over(readings_here(data_folder))
    voices = voices_of(config.speech)
    return lambda text: voices.read(Utterance(text, "vi"))
