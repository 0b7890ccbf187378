"""`kiosk flows preview`: one step of a guide, in four pictures."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from flows.guide.words import Language
from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.guides import refused_of, written_guides
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refuse_own_folder, refusing


def preview(
    flow_id: Annotated[str, typer.Argument(metavar="GUIDE", help="Mã của bài. The id of a guide.")],
    step_id: Annotated[str, typer.Argument(metavar="STEP", help="Mã của bước. The id of a step.")],
    lang: Annotated[Language, typer.Option("--lang", help="Tiếng · language: vi, en, fr.")] = "vi",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Ghi ảnh vào đâu; không ghi: thư mục tạm. Where to; else a temporary one.",
        ),
    ] = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Vẽ một bước: màn đứng và máy tính xách tay, chữ thường và chữ to nhất. One step in four pictures."""
    from kiosk.point.tour.camera import PictureNotWritten
    from kiosk.point.tour.preview import Libraries, draw_step

    if out is not None:
        refuse_own_folder(out)
    chosen = choose(config, data)
    print_problems(chosen)
    libraries = Libraries(*written_guides(chosen.config.ward.name))
    guides = {**libraries.residents.flows, **libraries.training.flows}
    refused = {one for library in libraries for one in refused_of(library)}
    if flow_id in refused and flow_id not in guides:
        refuse(
            f"Bài “{flow_id}” có lỗi, chưa vẽ được: ./script/run flows check.\n"
            f"“{flow_id}” is refused; ./script/run flows check tells why."
        )
    if flow_id not in guides:
        _unknown("bài", "guide", flow_id, tuple(guides), "flows list")
    flow = guides[flow_id]
    if step_id not in flow.steps:
        _unknown("bước", "step", step_id, tuple(flow.steps), f"flows map {flow_id}")
    with refusing():
        folder = out or Path(tempfile.mkdtemp(prefix=f"{flow_id}-{step_id}-"))
        try:
            for picture in draw_step(chosen.config, libraries, flow, step_id, lang, folder):
                typer.echo(picture)
        except PictureNotWritten as failure:
            refuse(str(failure))


def _unknown(vi: str, en: str, name: str, names: tuple[str, ...], command: str) -> NoReturn:
    from kiosk.point.tour.preview import near

    like = ", ".join(near(name, names))
    meant = (f" Gần giống: {like}.", f" Near it: {like}.") if like else ("", "")
    refuse(
        f"Không có {vi} “{name}”.{meant[0]} Xem mọi {vi}: ./script/run {command}\n"
        f"There is no {en} “{name}”.{meant[1]} All of them: ./script/run {command}"
    )
