"""`kiosk flows site`: the guides as pages for residents' own phones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.guides import library_of_residents, print_refused, refused_of, today
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse_own_folder

if TYPE_CHECKING:
    from flows.shelf.library import Library
    from kiosk.base.config.sections import Config
    from kiosk.print.site.clips import Clips


def site(
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Thư mục để ghi trang: trống, hoặc của lần trước. "
            "Folder for the site: empty, or of an earlier one.",
        ),
    ],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Trang hướng dẫn cho điện thoại của bà con. The guides as pages for one's own phone."""
    from flows.guide.needs import SHIPPED, shipped_needs
    from kiosk.base.config.needs import read_needs
    from kiosk.base.config.ward_file import SHIPPED as WARD_FILE
    from kiosk.base.config.ward_file import ward_here
    from kiosk.base.messages.system_errors import Unusable
    from kiosk.print.site.build import site_files
    from kiosk.print.site.folder import publish_site, want_place
    from kiosk.print.site.model import Ward

    refuse_own_folder(out)
    chosen = choose(config, data, as_owner=False)
    print_problems(chosen)
    asked = chosen.config
    needs = read_needs(asked.needs.chosen(SHIPPED))[0] if asked.needs.file else shipped_needs()
    offices = ward_here(asked.ward.chosen(WARD_FILE), asked.ward.name)[0]
    ward = Ward(asked.ward.name, asked.place.help_phone, offices)
    try:
        want_place(out)
        library = library_of_residents(ward.name)
        files = site_files(library, needs, ward, today(), _clips(library, asked))
        publish_site(out, files)
    except Unusable as refused:
        typer.echo(f"Chưa làm được trang: {refused.vi}.\nThe site was not made: {refused.en}.", err=True)
        raise typer.Exit(1) from refused
    size = sum(map(len, files.values())) / 1e6
    typer.echo(
        f"{len(library.flows)} bài, {len(files)} tệp, {size:.1f} MB → {out}\n"
        f"{len(library.flows)} guides, {len(files)} files, {size:.1f} MB → {out}"
    )
    if not asked.site.address:
        typer.echo(
            "Đưa thư mục này lên trang của phường, rồi ghi địa chỉ vào [site] address: ki-ốt sẽ hiện mã của "
            "từng bài.\nPut this folder on the ward's own page and name its address in [site] address: the "
            "kiosk then shows the code of each guide."
        )
    refused_guides = refused_of(library)
    print_refused(refused_guides)
    raise typer.Exit(1 if refused_guides else 0)


def _clips(library: Library, config: Config) -> Clips:
    """The ward's own recordings, where it has some that can be used."""
    from accessibility.speech.failures import ClipRefused
    from kiosk.base.messages.system_errors import Unusable
    from kiosk.print.site.clips import Clips, clips_of

    if not config.speech.clips_folder:
        return Clips({}, {})
    folder = Path(config.speech.clips_folder)
    try:
        return clips_of(library.written.values(), folder)
    except (ClipRefused, OSError) as refused:
        raise Unusable(f"không dùng được thư mục câu thu sẵn {folder}", f"{refused}") from refused
