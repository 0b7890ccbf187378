"""Goes through the chosen guides, takes the pictures, and writes the book."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from pathlib import Path

from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from accessibility.speech.spoken import spoken
from flows.guide.cited import cited_in_notes
from flows.guide.flow import Flow
from flows.reading.content import SHIPPED, content_in
from flows.shelf.library import Library, load_library
from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.system_errors import reason_of
from kiosk.base.words.texts import SENTENCES
from kiosk.point.display.nearer import seen_nearer
from kiosk.point.tour.book import Chapter, Plate, SourceLine, bind
from kiosk.point.tour.camera import Camera, PictureNotWritten
from kiosk.point.tour.guide_stops import guide_stops
from kiosk.point.tour.options import TourOptions
from kiosk.point.tour.stop import Stop
from kiosk.point.tour.stops import common_stops
from ui.screens.attract import AttractProps
from ui.screens.page import Line, Page
from ui.window.application import make_application
from ui.words import UiWords

BOOK = "index.html"
TITLES = {
    "vi": "Các bài hướng dẫn của ki-ốt – bản để duyệt",
    "en": "The kiosk’s guides – for approval",
    "fr": "Les guides de la borne – pour approbation",
}


def render_tour(options: TourOptions) -> int:
    """Write pictures and book into ``options.out``. 0 when done, 1 when a guide or the folder refused."""
    today = datetime.now(HANOI).date()
    content = content_in(options.content) if options.content else SHIPPED
    ward = options.config.ward.name
    library = load_library(content.guides, today, ward=ward)
    training = load_library(content.training, today, library.flows, ward)
    every = {**library.flows, **training.flows}
    unknown = [flow_id for flow_id in options.flow_ids if flow_id not in every]
    if unknown:
        _say(f"Không có bài {', '.join(unknown)}. / No such guide. `./script/run flows list` names them all.")
        return 1
    make_application(offscreen=True)
    try:
        book = options.out / BOOK
        chapters = _photograph(options, library, training)
        html = bind(TITLES[options.language], options.language, chapters)
        book.write_text(html, encoding="utf-8")
    except PictureNotWritten as failure:
        _say(str(failure))
        return 1
    except OSError as failure:
        why = reason_of(failure)
        _say(f"Không ghi được vào {options.out}: {why.vi}.\n{options.out} cannot be written to: {why.en}.")
        return 1
    pictures = sum(len(plate.pictures) for chapter in chapters for plate in chapter.plates)
    _say(f"{pictures} ảnh / pictures → {book}")
    return 0


def _photograph(options: TourOptions, library: Library, training: Library) -> tuple[Chapter, ...]:
    every = {**library.flows, **training.flows}
    flow_ids = options.flow_ids or tuple(every)
    real = Panel(*options.size_px, options.diagonal_in)
    panel, log_line = seen_nearer(real)
    if log_line:
        _say(f"{_drawn_smaller_vi(real.diagonal_in, panel.diagonal_in / real.diagonal_in)} / {log_line}")
    size = min(options.text_size, largest_text_size(panel))
    if size < options.text_size:
        _say(f"Màn hình này chỉ vừa cỡ chữ {size}. / This panel holds text size {size} at most.")
    preferences = Preferences(options.language, size, options.theme)
    words = UiWords(options.content / SENTENCES if options.content else None)
    camera = Camera(options.config, panel, library, training, preferences, words)
    try:
        stops = islice(common_stops(library.flows, due=camera.shows_due), options.most or None)
        first = Chapter(
            "Màn hình chung / Common screens", (), _plates(camera, options.out, "ki-ot", stops, None)
        )
        guides = () if options.most else flow_ids  # the common ones alone are more than anybody asks for
        return (first, *(_chapter(camera, options, every[flow_id]) for flow_id in guides))
    finally:
        camera.close()


def _drawn_smaller_vi(diagonal_in: float, by: float) -> str:
    inches, times = f"{diagonal_in:.1f}".replace(".", ","), f"{by:.2f}".replace(".", ",")
    return f"Màn hình {inches} inch: mọi thứ được vẽ nhỏ lại {times} lần, vì người xem ở gần hơn."


def _chapter(camera: Camera, options: TourOptions, flow: Flow) -> Chapter:
    plates = _plates(camera, options.out, flow.id, guide_stops(flow), flow)
    valid = f", đến / until {flow.valid_until:%d/%m/%Y}" if flow.valid_until else ""
    facts = (
        f"{flow.id} · v{flow.version} · {flow.content_hash[:12]}",
        f"Kiểm tra ngày / Checked on {flow.checked_on:%d/%m/%Y}{valid} · {flow.confidence}",
        flow.staff_note.in_(options.language) if flow.staff_note else "",
    )
    _say(f"{flow.id}: {len(plates)}")
    title = flow.title.in_(options.language)
    return Chapter(title, tuple(fact for fact in facts if fact), plates, sources_of_notes(flow))


def _plates(
    camera: Camera, out: Path, chapter: str, stops: Iterable[Stop], flow: Flow | None
) -> tuple[Plate, ...]:
    plates = []
    for number, stop in enumerate(stops, start=1):
        page, files = camera.take(stop, out / chapter / f"{number:03d}-{stop.name}.png")
        pictures = tuple(file.relative_to(out).as_posix() for file in files)
        plates.append(_plate(stop, pictures, page, flow))
    return tuple(plates)


def _plate(stop: Stop, pictures: tuple[str, ...], page: Page, flow: Flow | None) -> Plate:
    greeting = tuple(Line("greeting", text) for text in (page.heading, page.sentence) if text)
    lines = (*greeting, *page.written) if isinstance(page, AttractProps) else page.script
    said = () if isinstance(page, AttractProps) else page.script
    controls = (*([page.primary] if page.primary else ()), *page.choices, *page.bar)
    return Plate(
        name=stop.name,
        pictures=pictures,
        texts=tuple(line.text for line in lines if line.slot not in {choice.slot for choice in page.choices}),
        controls=tuple(control.label or control.name for control in controls),
        spoken=tuple(spoken(line.text, page.language).text for line in said),
        confidence=confidence_of(stop, flow),
        sources=sources_of(stop, flow),
        code=code_of(stop),
    )


def confidence_of(stop: Stop, flow: Flow | None) -> str:
    """Of a step or a change its letter; of cautions, which share a screen, each one's with its sources."""
    fact = stop.step or stop.change
    if fact is not None or flow is None:
        return fact.confidence if fact else ""
    return " · ".join(
        f"{caution.id}: {caution.confidence} [{', '.join(caution.sources) or '–'}]"
        for caution in stop.cautions
    )


def code_of(stop: Stop) -> str:
    if stop.code is None:
        return ""
    drawn = "hiện / shown" if stop.code.printable else "chưa hiện / not shown"
    return f"{stop.code.payload} · {drawn} · {stop.code.why}"


def sources_of(stop: Stop, flow: Flow | None) -> tuple[SourceLine, ...]:
    if flow is None:
        return ()
    facts = tuple(one for one in (stop.step, *stop.cautions, stop.code, stop.change, stop.line) if one)
    return _source_lines(flow, (key for fact in facts for key in fact.sources))


def sources_of_notes(flow: Flow) -> tuple[SourceLine, ...]:
    return _source_lines(flow, cited_in_notes(flow))


def _source_lines(flow: Flow, named: Iterable[str]) -> tuple[SourceLine, ...]:
    keys = dict.fromkeys(named)
    sources = (flow.sources[key] for key in keys if key in flow.sources)
    return tuple(SourceLine(source.key, source.title, source.url, source.published) for source in sources)


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201 (a command reports)
