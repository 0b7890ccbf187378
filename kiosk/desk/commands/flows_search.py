"""`kiosk flows search`: what answers a question, or each line of a file. Nothing that was asked is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.messages.system_errors import reason_of
from kiosk.desk.commands.guides import library_of_residents, print_refused, refused_of
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder

if TYPE_CHECKING:
    from flows.search import Answer

DANGER = "NGUY CẤP, mở ngay bài này. Danger; this guide opens at once."
PERHAPS = "Có thể nguy cấp, ô đỏ đứng đầu. Perhaps danger; offered first."
NONE = "Không có bài nào về câu hỏi này. No guide answers this."


def _phrases(file: Path | None) -> Path | None:
    if file is not None and not file.is_file():
        raise typer.BadParameter(f"“{file}” không phải một tệp. There is no such file.")
    return file


def search(
    text: Annotated[
        str | None,
        typer.Argument(help="Câu hỏi như bác nói. As a resident would say it.", show_default=False),
    ] = None,
    phrases: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Tệp mỗi dòng một câu. A file with one phrase a line.",
            callback=_phrases,
        ),
    ] = None,
    as_json: AsJson = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """What answers a question: guides (best first), danger, a person by the matter's name, or none."""
    from flows.search import prepare

    if (text is None) == (phrases is None):
        raise typer.BadParameter("Ghi một câu hỏi, hoặc --from TỆP. Give one question, or --from FILE.")
    asked = _lines(phrases) if phrases else [_typed(text or "")]
    library = library_of_residents()
    asking = prepare(library)
    is_answered = False
    for question in asked:
        answer = asking.ask(question)
        is_answered |= answer.kind != "none"
        if as_json:
            typer.echo(json.dumps(_row(question, answer), ensure_ascii=False))
        else:
            for line in _answer_lines(answer, question if phrases else None):
                typer.echo(line)
    print_refused(refused_of(library))
    if not (is_answered or phrases or as_json):
        typer.echo(NONE, err=True)
    raise typer.Exit(1 if refused_of(library) or not (is_answered or phrases) else 0)


def _typed(text: str) -> str:
    """What was typed, also where the locale knows no Vietnamese and Python kept bytes it could not read."""
    return os.fsencode(text).decode("utf-8", "replace")


def _lines(file: Path) -> list[str]:
    """One phrase a line; an empty line is asked too, so that answers and lines agree."""
    try:
        lines = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        raise typer.BadParameter(
            f"“{file}” không ghi bằng mã UTF-8. Mở tệp trong trình soạn thảo và lưu lại bằng mã UTF-8. "
            "It is not UTF-8; open it in an editor and save it as UTF-8."
        ) from None
    except OSError as fault:
        why = reason_of(fault)
        raise typer.BadParameter(f"Không đọc được “{file}”: {why.vi}. It cannot be read: {why.en}.") from None
    return lines if lines[-1] else lines[:-1]


def _row(text: str, answer: Answer) -> dict[str, object]:
    return {
        "text": text,
        "answer": answer.kind,
        "guides": [flow.id for flow in answer.guides],
        "matter": answer.matter.name.vi if answer.matter else None,
        "perhaps": answer.perhaps.id if answer.perhaps else None,
    }


def _answer_lines(answer: Answer, text: str | None) -> Iterator[str]:
    if text is not None:
        yield f"{text}:"
    if answer.kind == "danger":
        yield DANGER
    if answer.perhaps:
        yield f"{answer.perhaps.id:<34} {PERHAPS}"
    for flow in answer.guides:
        yield f"{flow.id:<34} {flow.title.vi}"
    if answer.matter:
        yield f"Việc này gặp người: {answer.matter.name.vi}. A person helps: {answer.matter.name.en}."
    if text is not None and answer.kind == "none":
        yield NONE
