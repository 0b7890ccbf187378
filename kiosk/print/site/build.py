"""Every file of the site, by its path: pages, pictures, style, script and what keeps them offline. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from importlib.resources import files as files_of
from typing import Any

from accessibility.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Colours
from flows.guide.doubt import never_doubts
from flows.guide.needs import Needs
from flows.guide.words import LANGUAGES, Language
from flows.shelf.library import Library
from kiosk.base.templates import filled
from kiosk.print.site.clips import Clips
from kiosk.print.site.danger import danger_files
from kiosk.print.site.guide_page import guide_page, index_page
from kiosk.print.site.model import GuidePage, IndexPage, Ward
from kiosk.print.site.numbers import office_views
from kiosk.print.site.pictures import picture_files
from kiosk.print.site.words import screen_words, teller
from resources import path
from ui.screens.offices import few
from ui.screens.picture.props import Shape
from ui.screens.picture.signs import KEY_ICONS

AWAY = "khong-mang/"
GLYPHS: Mapping[Shape, str] = {
    "person": "person", "dial": "handset", "hang-up": "handset-down", "search": "search",
    "viewfinder": "viewfinder", "photo": "landscape", "shots": "landscape", "id-card": "person",
    "qr": "square-code", "tick": "check-done",
}  # fmt: skip
_ROLE = re.compile(r"var\(--((?!g\))[a-z-]+)\)")
_NO_CLIPS = Clips({}, {})


def site_files(
    library: Library, needs: Needs, ward: Ward, today: date, clips: Clips = _NO_CLIPS
) -> Mapping[str, bytes]:
    """``index.html``, ``khan-cap/index.html``, ``khan-cap/en/index.html``, ``assets/…``, ``sw.js``."""
    written = {guide: flow for guide, flow in library.written.items() if flow.audience == "resident"}
    style, script = _named("style", "css", _style()), _named("script", "js", _own("script.js"))
    assets: dict[str, bytes] = {**style, **script, "icon.svg": _picture("signs/messages"), **clips.files}
    frame: dict[str, Any] = {"style": next(iter(style)), "script": next(iter(script)), "ward": ward}
    frame["offices"] = {one: office_views(few(ward.offices.places), screen_words(one)) for one in LANGUAGES}
    danger = danger_files(library)
    searching = {
        "danger_script": _named("danger", "js", _own("danger.js")),
        "danger": _named("danger", "json", danger.words),
        "weights": _named("danger", "bin", danger.weights),
    }
    for name, file in searching.items():
        assets |= file
        frame[name] = next(iter(file))
    pages: dict[str, bytes] = {}
    drawn: set[str] = {"steps/with-helper"}
    firsts: list[IndexPage] = []
    for language in LANGUAGES:
        first = index_page(library.flows, needs, language)
        firsts.append(first)
        drawn |= {topic.picture for topic in first.topics} | {need.picture for need in first.needs}
        drawn |= {tile.picture for topic in first.topics for tile in topic.tiles}
        asked = _named(f"asked-{language}", "json", _asked(first))
        assets |= asked
        pages[_place("", language)] = _filled("index", first, {**frame, "asked": next(iter(asked))})
        for flow in written.values():
            if language in flow.languages:
                doubts = not never_doubts(flow, needs)
                page = guide_page(flow, written, language, today, clips.of, ward.offices, doubts=doubts)
                drawn.update(_drawn(page))
                pages[_place(f"{flow.id}/", language)] = _filled("guide", page, frame)
    away = index_page(library.flows, needs, "vi")
    pages[f"{AWAY}index.html"] = _filled("away", away, frame, root="../", home="../", tongues=())
    assets |= {f"glyphs/{name}.svg": path("glyphs", f"{name}.svg").read_bytes() for name in GLYPHS.values()}
    assets |= {f"{name}.svg": path(*f"{name}.svg".split("/")).read_bytes() for name in KEY_ICONS}
    assets |= picture_files(drawn - {""} - KEY_ICONS)
    made = {**pages, **{f"assets/{name}": content for name, content in assets.items()}}
    made["site.webmanifest"] = _manifest()
    return {**made, "sw.js": _worker(made, [tile.guide for tile in firsts[0].urgent], frame)}


def _place(folder: str, language: Language) -> str:
    return f"{folder}index.html" if language == "vi" else f"{folder}{language}/index.html"


def _filled(template: str, page: GuidePage | IndexPage, frame: Mapping[str, Any], **instead: object) -> bytes:
    shown: Any = {**{name: getattr(page, name) for name in page.__slots__}, **instead} if instead else page
    root = instead.get("root", page.root)
    html = filled(
        f"site/{template}.html",
        page=shown, say=teller(page.language), assets=f"{root}assets/", glyphs=GLYPHS, **frame,
    )  # fmt: skip
    return _tight(html).encode()


def _tight(html: str) -> str:
    """Without blank lines and without blanks at the beginning of a line."""
    return "\n".join(line for one in html.splitlines() if (line := one.strip())) + "\n"


def _drawn(page: GuidePage) -> Iterable[str]:
    for step in page.steps:
        yield step.picture.drawing
        yield step.picture.title_sign
        yield from (element.sign for element in step.picture.elements)
        yield from (way.picture for way in step.ways)
    yield from (hotline.picture for hotline in page.hotlines)
    yield page.picture


def _asked(page: IndexPage) -> bytes:
    """What a search finds each guide by: fetched by the page when somebody is about to type."""
    words = {tile.guide: tile.asked for topic in page.topics for tile in topic.tiles}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _own(name: str) -> bytes:
    return (files_of("kiosk.print.site") / "files" / name).read_bytes()


def _picture(name: str) -> bytes:
    return picture_files([name])[f"pictures/{name}.svg"]


def _named(name: str, suffix: str, content: bytes) -> dict[str, bytes]:
    """By its content: no page ever meets the style or script of another edition."""
    return {f"{name}-{sha256(content).hexdigest()[:10]}.{suffix}": content}


def _style() -> bytes:
    rules = _own("style.css").decode()
    keys = (f".g.{name.removeprefix('icons/')}{{--g:url({name}.svg)}}" for name in sorted(KEY_ICONS))
    return "\n".join((*_colours(frozenset(_ROLE.findall(rules))), rules, *keys)).encode()


def _colours(roles: frozenset[str]) -> Iterator[str]:
    yield _root(LIGHT, roles)
    yield f"@media (prefers-color-scheme:dark){{{_root(DARK, roles)}}}"
    yield f"@media (prefers-contrast:more){{{_root(HIGH_LIGHT, roles)}}}"
    yield f"@media (prefers-contrast:more) and (prefers-color-scheme:dark){{{_root(HIGH_DARK, roles)}}}"
    yield f"@media print{{{_root(HIGH_LIGHT, roles)}}}"


def _root(colours: Colours, roles: frozenset[str]) -> str:
    named = {role.replace("_", "-"): code for role, code in colours._asdict().items()}
    return f":root{{{';'.join(f'--{role}:{named[role]}' for role in sorted(roles))}}}"


def _manifest() -> bytes:
    named = {
        "name": teller("vi")("site"), "lang": "vi", "start_url": "./", "scope": "./", "display": "browser",
        "background_color": LIGHT.paper, "theme_color": LIGHT.emblem,
        "icons": [{"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }  # fmt: skip
    return json.dumps(named, ensure_ascii=False).encode()


def _worker(made: Mapping[str, bytes], urgent: Iterable[str], frame: Mapping[str, Any]) -> bytes:
    """What is there at once is the first page and what is urgent; the rest follows when there is time."""
    links = [name.removesuffix("index.html") for name in made if not name.startswith("assets/clips/")]
    assets = ("style", "script")
    first = [
        "./",
        AWAY,
        *(f"{one}/" for one in urgent),
        *(f"assets/{frame[asset]}" for asset in assets),
        "assets/icon.svg",
    ]
    rest = [link for link in links if link and link not in first]
    everything = sha256()
    for name, content in sorted(made.items()):
        everything.update(name.encode() + b"\0" + sha256(content).digest())
    filled_in = {
        "@VERSION@": everything.hexdigest()[:16],
        "@SHELL@": json.dumps(first),
        "@REST@": json.dumps(rest),
    }
    script = _own("sw.js").decode()
    for mark, value in filled_in.items():
        script = script.replace(mark, value)
    return script.encode()
