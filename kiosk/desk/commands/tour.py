"""`kiosk tour`: pictures of every screen, for the people who must approve the content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from accessibility.preferences import ThemeName
from flows.guide.words import Language
from kiosk.base.config.screen_size import read_size
from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.grouped import grouped
from kiosk.desk.commands.place import FlowIds, PlaceOptions
from kiosk.desk.commands.refusals import refuse_own_folder
from kiosk.point.tour.options import TourOptions


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """The panel that is drawn, and how."""

    lang: Annotated[Language, typer.Option("--lang", help="Tiếng · language: vi, en, fr.")] = "vi"
    text_size: Annotated[int, typer.Option("--text-size", min=1, max=5, help="Cỡ chữ. The text size.")] = 1
    theme: Annotated[ThemeName, typer.Option("--theme", help="Màu nền. The colours.")] = "light"
    size: Annotated[
        str, typer.Option("--size", metavar="1080x1920", help="Cỡ màn hình, điểm ảnh. Size in pixels.")
    ] = "1080x1920"
    diagonal_in: Annotated[
        float, typer.Option("--diagonal-in", min=5, max=100, help="Đường chéo, inch. Diagonal, in inches.")
    ] = 21.5


@grouped
def tour(
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Thư mục để ghi ảnh và quyển sách. Folder for the pictures and the book.",
        ),
    ],
    screen: ScreenOptions,
    flow_ids: FlowIds = None,
    most: Annotated[
        int,
        typer.Option(
            "--most",
            min=0,
            help="Chỉ chừng này màn hình chung; 0: tất cả. "
            "Only so many of the screens of no guide; 0: all of everything.",
        ),
    ] = 0,
    content: Annotated[
        Path | None,
        typer.Option(
            "--content",
            metavar="DIR",
            help="Thư mục riêng của phường, như ở ward pack make. "
            "The ward's own guides/, training/ and words/, as for ward pack make.",
        ),
    ] = None,
    *,
    place: PlaceOptions,
) -> None:
    """Vẽ mọi màn hình ra ảnh và một quyển sách HTML. Every screen as PNG and one HTML book."""
    if content is not None and not content.is_dir():
        raise typer.BadParameter(f"Không thấy thư mục {content}. / There is no folder {content}.")
    try:
        size_px = read_size(screen.size)
    except ValueError as reason:
        raise typer.BadParameter(str(reason)) from reason
    refuse_own_folder(out)
    chosen = choose(place.config, place.data)
    print_problems(chosen)
    options = TourOptions(
        config=chosen.config,
        data_folder=chosen.data_folder,
        out=out,
        flow_ids=tuple(flow_ids or ()),
        language=screen.lang,
        text_size=screen.text_size,
        theme=screen.theme,
        size_px=size_px,
        diagonal_in=screen.diagonal_in,
        most=most,
        content=content,
    )
    from kiosk.point.tour.render import render_tour

    raise typer.Exit(render_tour(options))
