"""What every command that makes a report asks for: of which days, in which language and format, into what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, assert_never

import typer

from flows.guide.words import Language
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.papers import write
from kiosk.desk.commands.refusals import refuse
from kiosk.desk.commands.sessions import read_day

if TYPE_CHECKING:
    from datetime import date

    from kiosk.ward.days import Period
    from kiosk.ward.report.model import Report
    from kiosk.ward.report.sources import Sources

Format: TypeAlias = Literal["docx", "pdf", "xlsx", "html", "json"]
FirstDay = Annotated[
    str, typer.Option("--from", metavar="2026-11-01", help="Ngày đầu kỳ. The first day of it.")
]
LastDay = Annotated[str, typer.Option("--to", metavar="2026-11-30", help="Ngày cuối kỳ. The last day of it.")]
OutFile = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Ghi ra tệp nào; không ghi: in ra màn hình. Without: the format on stdout.",
    ),
]
AsFormat = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Dạng của báo cáo; không ghi: theo đuôi tệp, hoặc pdf. "
        "docx, pdf, xlsx, html or json; without: by the file's ending, or pdf.",
    ),
]
InLanguage = Annotated[Language, typer.Option("--lang", help="Tiếng · language: vi, en, fr.")]


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What a report is to be of, and into what it is written."""

    first: FirstDay
    last: LastDay
    out: OutFile = None
    kind: AsFormat = None
    lang: InLanguage = "vi"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`out` is None for stdout."""

    period: Period
    kind: Format
    out: Path | None

    def deliver(self, report: Report, form: Path | None = None) -> None:
        """*form*: the ward's own Word form, where it has one."""
        raw = written(report, self.kind, form)
        if self.out is None:
            typer.echo(raw, nl=False)
            return
        write(self.out, raw)
        typer.echo(f"{self.out}")


def wanted(paper: PaperOptions) -> Wanted:
    """Raises `typer.BadParameter`."""
    from kiosk.ward.days import Period

    begins, ends = read_day(paper.first), read_day(paper.last)
    if ends < begins:
        raise typer.BadParameter(
            f"{paper.first} – {paper.last}: kỳ hết trước khi bắt đầu / it ends before it begins"
        )
    kind, by_ending = paper.kind, _format_of(paper.out)
    if kind is not None and paper.out is not None and paper.out.suffix and kind != by_ending:
        raise typer.BadParameter(f"--out {paper.out}, --format {kind}: khác nhau / they differ")
    return Wanted(Period(begins, ends), kind or by_ending, paper.out)


def warn_where_not_whole(sources: Sources, today: date) -> None:
    """On standard error: a report that is made all the same is no sign that its figures are whole."""
    if sources.period.last >= today:
        typer.echo(
            "Kỳ này chưa hết: báo cáo chỉ có số liệu đến nay. Hết kỳ thì lập lại.\n"
            "The period is not over: the report holds what there is by now. Make it again afterwards.",
            err=True,
        )
    elif not sources.kiosks or not sources.are_whole:
        typer.echo(
            "Số liệu của kỳ này CHƯA ĐỦ: Phụ lục IV của báo cáo nói ki-ốt nào còn thiếu gì. Nhận đủ "
            "rồi thì lập lại.\n"
            "The figures of the period are NOT WHOLE: Annex IV says what is missing. Make it again "
            "once it has come.",
            err=True,
        )


def _format_of(out: Path | None) -> Format:
    """As the file's ending says, PDF without one. Raises `typer.BadParameter` for any other ending."""
    ending = out.suffix.lower().removeprefix(".") if out else ""
    match ending:
        case "docx" | "pdf" | "xlsx" | "html" | "json":
            return ending
        case "":
            return "pdf"
        case _:
            raise typer.BadParameter(
                f"--out {out}: đuôi tệp phải là / it must end in .docx, .pdf, .xlsx, .html, .json"
            )


def written(report: Report, kind: Format, form: Path | None = None) -> bytes:
    """One format of it."""
    match kind:
        case "docx":
            return _in_word(report, form)
        case "json":
            from kiosk.ward.report.as_json import as_json

            return as_json(report)
        case "html":
            from kiosk.ward.report.as_html import as_html

            return as_html(report)
        case "xlsx":
            from kiosk.ward.report.as_xlsx import as_xlsx

            return as_xlsx(report)
        case "pdf":
            from kiosk.ward.report.as_pdf import as_pdf

            return as_pdf(report)
        case _:
            assert_never(kind)


def _in_word(report: Report, form: Path | None) -> bytes:
    from kiosk.ward.report.as_docx import FormBroken, as_docx

    own = form.read_bytes() if form is not None and form.exists() else None
    try:
        return as_docx(report, own)
    except FormBroken as fault:
        if own is None:
            raise
        refuse(
            f"Mẫu Word của phường hỏng, chưa ghi gì: {form} ({visible(fault)}). Sửa lại, hoặc bỏ tệp ấy đi "
            "để dùng mẫu sẵn có.\n"
            f"The ward's own Word form is broken, nothing was written: {form}. Mend it, or take that file "
            "away to use the one that is shipped."
        )
