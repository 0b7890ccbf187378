"""`kiosk flows`: the guides."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.messages.counted import counted
from kiosk.desk.commands.flows_due import due
from kiosk.desk.commands.flows_preview import preview
from kiosk.desk.commands.flows_search import search
from kiosk.desk.commands.flows_sheets import sheets
from kiosk.desk.commands.flows_site import site
from kiosk.desk.commands.guides import every_guide, print_refused, today
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, print_json

if TYPE_CHECKING:
    from flows.guide.flow import Flow

flows = typer.Typer(help="Các bài hướng dẫn. The guides.", no_args_is_help=True)


@flows.command("list")
def list_guides(as_json: AsJson = False, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Every guide on offer, those for residents first. Fails where one is refused, after the others."""
    guides, refused = every_guide()
    offered = guides.values()
    if as_json:
        print_json([_row(flow) for flow in offered])
    else:
        for flow in offered:
            typer.echo(f"{flow.id:<34} {flow.topic:<14} {len(flow.steps):>2}  {flow.title.vi}")
            for change in flow.changes:
                typer.echo(f"{'':<34} đổi từ {change.on:%d/%m/%Y}: {change.say.vi}")
        volunteers = sum(flow.audience == "volunteer" for flow in offered)
        typer.echo(f"{len(offered) - volunteers} guides for residents, {volunteers} for volunteers")
    print_refused(refused)
    raise typer.Exit(1 if refused else 0)


def _row(flow: Flow) -> dict[str, object]:
    from flows.practice.way import count_practised

    return {
        "id": flow.id,
        "audience": flow.audience,
        "topic": flow.topic,
        "title": asdict(flow.title),
        "steps": len(flow.steps),
        "practise": count_practised(flow),
        "changed": [{"on": change.on.isoformat(), "say": change.say.vi} for change in flow.changes],
        "confidence": flow.confidence,
        "checked_on": flow.checked_on.isoformat(),
        "content_hash": flow.content_hash,
    }


def _folder(folder: Path | None) -> Path | None:
    if folder is not None and not folder.is_dir():
        raise typer.BadParameter(f"“{folder}” không phải một thư mục. There is no such folder.")
    return folder


@flows.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", help="Thư mục các bài, hoặc một bài. A folder of guides, or one.", callback=_folder
        ),
    ] = None,
    as_json: AsJson = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Names every fault of guides, rehearsals, exercises and spoken words, with line and how to mend it."""
    from accessibility.speech.spoken import speakable
    from accessibility.speech.word_list import list_problems
    from flows.search import read_words
    from flows.shelf.check import check_folders
    from flows.shelf.exercises import EXERCISES, load_exercises
    from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES
    from flows.shelf.rehearsals import REHEARSALS, load_rehearsals

    folders = (folder,) if folder else (RESIDENT_GUIDES, TRAINING_GUIDES)
    report = check_folders(folders, today(), speakable)
    rehearsals = load_rehearsals(folder or REHEARSALS, today(), speakable)
    exercises = load_exercises(folder or EXERCISES, today(), speakable)
    problems = (*report.problems, *rehearsals.problems, *exercises.problems)
    refused = (*report.refused, *rehearsals.refused, *exercises.refused)
    word_lists = list_problems()  # they say how every guide is read aloud
    asking = read_words().problems  # and these what a question is taken for
    if as_json:
        print_json(
            {
                "folders": [str(one) for one in report.folders],
                "guides": report.guides,
                "rehearsals": rehearsals.read,
                "exercises": exercises.read,
                "refused": refused,
                "problems": [asdict(problem) for problem in problems],
                "word_lists": [wrong._asdict() for wrong in word_lists],
                "asking": [one._asdict() for one in asking],
            }
        )
    else:
        for wrong in word_lists:
            typer.echo(f"{wrong.sentence_vi()} / {wrong.sentence_en()}")
        for line in asking:
            typer.echo(str(line))
        for problem in problems:
            if problem.severity != "note":
                typer.echo(str(problem))
        counts = Counter(problem.severity for problem in problems)
        also = _also(len(rehearsals.read), len(exercises.read))
        typer.echo(
            f"{len(report.guides)} bài{also[0]}, {len(refused)} bài không dùng được; {counts['error']} lỗi, "
            f"{counts['warning']} cảnh báo, {counts['note']} ghi chú (xem --json) / "
            f"{counted(len(report.guides), 'guide')}{also[1]}, {len(refused)} refused; "
            f"{', '.join(counted(counts[one], one) for one in ('error', 'warning', 'note'))} (see --json)"
        )
    is_any = bool(report.guides or rehearsals.read or exercises.read)
    if not is_any:
        typer.echo(
            f"Trong {report.folders[0]} không có bài nào: mỗi bài là một thư mục có tệp flow.toml. "
            "There is no guide here: each is a folder with a flow.toml.",
            err=True,
        )
    fine = is_any and all(problem.severity == "note" for problem in problems)
    raise typer.Exit(0 if fine and not word_lists and not asking else 1)


def _also(played: int, done: int) -> tuple[str, str]:
    """What was read beside guides, in two languages."""
    vi = f", {played} bài tập đối phó và tập giúp bác" * bool(played) + f", {done} bài tập nhỏ" * bool(done)
    en = f", {counted(played, 'rehearsal')}" * bool(played) + f", {counted(done, 'exercise')}" * bool(done)
    return vi, en


@flows.command("map")
def draw_map(
    flow: Annotated[str, typer.Argument(metavar="FLOW", help="Mã của bài. The id of a guide.")],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Draws one guide as text: every step with its ways out."""
    from flows.guide.map import draw

    guides, refused = every_guide()
    guide = guides.get(flow)
    if guide is None:
        if flow in refused:
            print_refused((flow,))
        else:
            typer.echo(f"Không có bài “{flow}”. No such guide; see: ./script/run flows list", err=True)
        raise typer.Exit(1)
    typer.echo(draw(guide), nl=False)


flows.command("preview")(preview)
flows.command("search")(search)
flows.command("due")(due)
flows.command("sheets")(sheets)
flows.command("site")(site)
