"""The pages of guides: all that the guides say, every link and number; then in Chromium on a small phone."""

from __future__ import annotations

import csv
import gzip
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from support.all_screens import visit_at
from support.asked import FRESH, asked
from support.every_text import kiosk_on
from support.measure import measure
from support.site import Served, chromium, served, until
from support.typed import WAYS_OF_TYPING
from support.window import Screen, pixels

from accessibility.preferences import Preferences
from flows.guide.doubt import is_doubtful
from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs
from flows.guide.page_address import PAGE, with_pages
from flows.guide.problems import rules
from flows.guide.steps import ToStep
from flows.guide.unparted import unparted
from flows.guide.walk import Walk, begin, current, edges_open, follow
from flows.guide.words import Language
from flows.search import prepare
from flows.search.danger import DangerVerdict
from flows.search.terms import words_of
from flows.shelf.library import RESIDENT_GUIDES, Library, load_library
from kiosk.print.site.build import site_files
from kiosk.print.site.clips import Clips
from kiosk.print.site.model import Ward
from ui.visit.stages import Goodbye, ShowQr

TODAY = date(2026, 11, 29)
SAMPLE = ("khan-cap", "lua-dao-da-mac", "sim-xac-thuc", "go-tieng-viet")
"""What is urgent, the longest, and one whose ways depend on an answer."""
MOST_BYTES = 100_000
"""As servers send it, compressed."""
MOST_PLAIN_BYTES = 125_000
"""From a server that compresses nothing: what is seen at once, and what the browser fetches ahead. The
emergency guide, with steps of its own for eleven dangers, has 121 kB.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(RESIDENT_GUIDES, TODAY)


@pytest.fixture(scope="module")
def files(library: Library) -> Mapping[str, bytes]:
    first = library.flows["khan-cap"]
    clips = Clips({("vi", first.steps[first.start].say.vi): "clips/a.wav"}, {"clips/a.wav": b"RIFF"})
    return site_files(library, shipped_needs(), Ward("Phường Cửa Nam", "02438221234"), TODAY, clips)


def page_of(files: Mapping[str, bytes], guide: str, language: Language = "vi") -> str:
    folder = f"{guide}/" if language == "vi" else f"{guide}/{language}/"
    return html.unescape(files[f"{folder}index.html"].decode())


# --- without a browser: all of them --------------------------------------------------------------


def test_every_sentence_of_every_guide_stands_on_its_page_in_each_language(
    library: Library, files: Mapping[str, bytes]
) -> None:
    missing = []
    for flow in library.flows.values():
        for language in flow.languages:
            page = page_of(files, flow.id, language)
            words = [flow.title, flow.summary]
            words += [need.text for need in flow.needs]
            words += [caution.text for caution in flow.warnings]
            for step in flow.steps.values():
                words += [step.say, *(one for one in (step.simpler, step.example) if one)]
                words += [one for edge in step.edges for one in (edge.label, edge.advice) if one]
            texts = {unparted(one.in_(language)) for one in words}
            missing += [(flow.id, language, one) for one in texts if one not in page]
    assert len(library.flows) >= 60 and not missing, missing[:5]


def test_a_1900_number_says_what_it_costs_where_it_is_touched(files: Mapping[str, bytes]) -> None:
    costly = {"vi": "mất tiền cước", "en": "costs money", "fr": "payant"}
    met = set()
    for name, content in files.items():
        if name.endswith(".html"):
            language = (
                name.split("/")[-2] if name.split("/")[-2:-1] and name.split("/")[-2] in costly else "vi"
            )
            for number, said in re.findall(r'href="tel:(\d+)"[^>]*>(.*?)</a>', content.decode()):
                met.add(number)
                assert (costly[language] in said) == number.startswith("1900"), (name, said)
    assert {"19000368", "115"} <= met


def test_a_step_without_a_source_says_so_and_leads_to_a_person_but_not_where_there_is_danger(
    library: Library, files: Mapping[str, bytes]
) -> None:
    line = '<p class="doubt"><a href="#nguoi-giup">Chỗ này cháu chưa chắc. Bác hỏi người giúp ạ.</a></p>'
    said = {one: page_of(files, one).count(line) for one in library.flows}
    assert said["co-ban-wifi"] == sum(map(is_doubtful, library.flows["co-ban-wifi"].steps.values())) > 5
    assert any(map(is_doubtful, library.flows["khan-cap"].steps.values())) and not said["khan-cap"]
    assert not said["phat-nguoi"], "each of its steps has a source"


def test_every_link_and_picture_of_every_page_is_there(files: Mapping[str, bytes]) -> None:
    import posixpath

    wrong = []
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        page = content.decode()
        places = set(re.findall(r'\bid="([^"]*)"', page))
        for link in set(
            re.findall(
                r'\b(?:href|src|data-clip|data-asked|data-danger|data-weights|data-recognise)="([^"]*)"', page
            )
        ):
            path, _, place = html.unescape(link).partition("#")
            if path.startswith(("http", "tel:")):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            there = target if target in files else posixpath.normpath(f"{target}/index.html")
            if there not in files or (not path and place and place not in places):
                wrong.append(f"{name}: {link}")
    assert not wrong, wrong[:5]


def test_the_banks_of_who_lost_money_are_named_where_they_are_dialled_with_what_to_say(
    library: Library, files: Mapping[str, bytes]
) -> None:
    flow = library.flows["lua-dao-da-mac"]
    for language in flow.languages:
        page = page_of(files, flow.id, language)
        section = page[page.index('id="b-goi-ngan-hang"') :].partition("</section>")[0]
        calling = flow.steps["goi-ngan-hang"].calling
        assert calling is not None and unparted(calling.in_(language)) in section
        dialled = re.findall(r'href="tel:(\d+)"[^>]*>([^:<]*):', section)
        assert dialled == [(one.number, one.whose) for one in flow.hotlines]


def test_only_official_numbers_and_the_ward_can_be_dialled(
    library: Library, files: Mapping[str, bytes]
) -> None:
    dialled = {
        number
        for name, content in files.items()
        if name.endswith(".html")
        for number in re.findall(r'href="tel:([^"]*)"', content.decode())
    }
    listed = {one.number for flow in library.flows.values() for one in flow.hotlines}
    official = {*rules()["hotline-unknown"]["numbers"], *listed}
    assert {"113", "114", "115", "19000368"} <= dialled <= {*official, "02438221234"}


def test_no_page_with_all_it_can_ever_show_is_heavier_than_a_hundred_kilobytes(
    files: Mapping[str, bytes],
) -> None:
    """As servers send it, compressed; without sound."""
    sent = {name: len(gzip.compress(content, 6)) for name, content in files.items()}
    heavy = {}
    for name, content in files.items():
        if name.endswith(".html"):
            parts = set(re.findall(r'assets/([\w./-]+\.(?:svg|css|js))"', content.decode()))
            weight = sent[name] + sum(sent[f"assets/{part}"] for part in parts)
            if weight > MOST_BYTES:
                heavy[name] = weight
    assert not heavy


# --- in Chromium --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(files: Mapping[str, bytes]) -> Iterator[Served]:
    with served(files) as here:
        yield here


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, reduced_motion="reduce", service_workers="block"
    )
    try:
        yield context
    finally:
        context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    opened = phone.new_page()
    opened.on("pageerror", lambda error: pytest.fail(str(error)))
    return opened


def barriers(page: Page, *rules_only: str) -> str:
    found = Axe().run(page, options={"runOnly": list(rules_only)} if rules_only else None)
    return found.generate_report() if found.violations_count else ""


@pytest.mark.parametrize(
    "places",
    [
        pytest.param(("", "lua-dao-da-mac/"), id="sample"),
        pytest.param(None, id="all", marks=pytest.mark.full),
    ],
)
def test_axe_finds_no_barrier_on_a_whole_page_light_or_dark(
    page: Page, site: Served, library: Library, places: tuple[str, ...] | None
) -> None:
    """As it stands without its script: every step at once, everything unfolded."""
    page.route("**/script-*.js", lambda route: route.abort())
    for place in places or ("", "fr/", *(f"{one}/" for one in library.flows), "khan-cap/en/", "khong-mang/"):
        page.goto(f"{site.address}/{place}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.emulate_media(color_scheme="light")
        assert not barriers(page), place
        page.emulate_media(color_scheme="dark")
        assert not barriers(page, "color-contrast"), place


def test_axe_finds_no_barrier_on_the_steps_as_they_are_met(page: Page, site: Served) -> None:
    for place in ("khan-cap/", "vneid-cai-dat/", "lua-dao-da-mac/#nguoi-giup"):
        page.goto(f"{site.address}/{place}")
        assert not barriers(page), place


SMALL = """() => [...document.querySelectorAll("a, button, summary, input")].filter((one) => {
  const box = one.getBoundingClientRect();
  const inText = one.closest("footer li");
  return box.width && !inText && !one.matches(".skip") && (box.height < 47.9 || box.width < 47.9);
}).map((one) => one.outerHTML.slice(0, 120))"""


def test_targets_are_large_and_nothing_lies_beyond_the_edge(page: Page, site: Served) -> None:
    """On the narrowest phone that is still about."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.route("**/script-*.js", lambda route: route.abort())
    for place in ("", "en/", "fr/", "khan-cap/", "khan-cap/en/", "khan-cap/fr/", "sim-xac-thuc/"):
        page.goto(f"{site.address}/{place}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, place
        assert page.evaluate(SMALL) == [], place


def test_what_a_page_fetches_when_it_is_opened_is_little_on_a_server_that_compresses_nothing(
    page: Page, site: Served, files: Mapping[str, bytes]
) -> None:
    for place in ("", *(f"{one}/" for one in SAMPLE), "huu-tri-xa-hoi/", "cong-an-thu-tuc/"):
        page.goto("about:blank")
        site.asked.clear()
        # Until nothing more comes: pictures below are fetched as they are met, before the script hides them.
        page.goto(f"{site.address}/{place}", wait_until="networkidle")
        # Each once: what keeps pages for later may ask for the same style again.
        weight = sum(len(files.get(one, b"")) for one in set(site.asked))
        assert 10_000 < weight <= MOST_PLAIN_BYTES, (place, weight)


def ways_through(flow: Flow, last: bool) -> Iterator[tuple[Walk, str]]:
    """The usual way, each time the first answer or the last, until it leaves or returns."""
    walk, seen = begin(flow), set[str]()
    while (step := current(flow, walk)).id not in seen:
        seen.add(step.id)
        inside = [one for one in edges_open(flow, walk) if isinstance(one.target, ToStep)]
        usual = [one for one in inside if not one.id.startswith("stuck.")]
        if not usual:
            return
        edge = usual[-1 if last else 0]
        taken = follow(flow, walk, edge.id)
        assert isinstance(taken, Walk)
        walk = taken
        yield walk, unparted(edge.label.vi) if edge.label else "Tiếp theo"


@pytest.mark.parametrize(
    ("guide", "last"),
    [
        ("lua-dao-da-mac", False),
        ("go-tieng-viet", True),
        pytest.param("lua-dao-da-mac", True, marks=pytest.mark.full),
        pytest.param("sim-xac-thuc", False, marks=pytest.mark.full),
        pytest.param("khan-cap", True, marks=pytest.mark.full),
    ],
)
def test_a_guide_on_the_page_leads_by_the_same_steps_as_at_the_kiosk(
    page: Page, site: Served, library: Library, guide: str, last: bool
) -> None:
    flow, walked = library.flows[guide], 0
    page.goto(f"{site.address}/{guide}/")
    expect(page.locator(".step.now")).to_have_count(1)  # without an overview, as at the kiosk
    for walk, label in ways_through(flow, last):
        page.locator(".step.now").get_by_role("link", name=label, exact=True).first.click()
        expect(page.locator(".step.now h2")).to_have_text(unparted(current(flow, walk).say.vi))
        walked += 1
    assert walked
    page.get_by_role("button", name="Quay lại").click()
    expect(page.locator(".step.now")).to_have_count(1)


def test_by_keys_alone_an_answer_leads_to_the_next_sentence_and_a_screen_reader_hears_it(
    page: Page, site: Served
) -> None:
    page.goto(f"{site.address}/khan-cap/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến phần chính"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.answer')"):
            break
    page.keyboard.press("Enter")
    until(page, "document.activeElement.tagName + location.hash === 'H2#b-goi-113'")
    tree = page.locator("main").aria_snapshot()
    for heard in ('heading "Bác gọi 113." [level=2]', 'link "Gọi 113"', 'link "Tiếp theo"', 'button "Nghe"'):
        assert heard in tree, tree
    assert 'img "Hình vẽ màn hình điện thoại' in tree and "114" not in tree.replace("113 – 114 – 115", "")
    page.go_back()
    expect(page.locator(".step.now h2")).not_to_have_text("Bác gọi 113.")


def test_the_first_page_asks_for_a_person_first_and_has_the_kiosks_tiles(page: Page, site: Served) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}/")
    person, tiles = page.locator("main a").first, page.locator(".needs > .need")
    expect(person).to_have_attribute("href", "#nguoi-giup")
    shown = person.bounding_box()
    assert shown is not None and shown["height"] >= 80 and shown["y"] < 300
    titles = [one.words.vi for one in shipped_needs().tiles]
    assert [one.inner_text().split("\n")[0] for one in tiles.all()] == titles
    expect(page.locator(".at-point")).to_contain_text("Tập cho quen tay")
    tiles.nth(0).locator("summary").click()
    tiles.nth(0).locator("a", has_text="đưa thẻ BHYT").click()
    expect(page.locator(".step.now")).to_have_count(1)
    where, sentence = (
        page.locator(".step.now .screen").bounding_box(),
        page.locator(".step.now h2").bounding_box(),
    )
    assert where is not None and sentence is not None and sentence["y"] - where["y"] - where["height"] >= 8
    page.get_by_role("link", name="Cần gì?").click()
    expect(page.locator(".about")).to_be_visible()


VOICE = """(() => {
  const said = [];
  window.said = said;
  const synth = { getVoices: () => window.voices ?? [{ lang: "vi-VN" }], cancel() {},
    speak(line) { said.push([line.lang, line.text]); setTimeout(() => line.onend(), 0); } };
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.Audio = class { constructor(clip) { said.push(["clip", clip]); }
    play() { setTimeout(() => this.onended(), 0); return Promise.resolve(); } pause() {} };
})()"""


def test_steps_are_read_by_a_recording_or_the_phones_own_voice_and_private_ones_only_when_asked(
    page: Page, site: Served, library: Library
) -> None:
    page.add_init_script(VOICE)
    page.goto(f"{site.address}/khan-cap/")
    page.get_by_role("button", name="Nghe").click()
    until(page, "said.length > 3")
    said = page.evaluate("said")
    assert said[0][0] == "clip" and said[0][1].endswith("clips/a.wav")
    assert all(language == "vi-VN" for language, _ in said[1:])
    page.locator(".answer").first.click()
    until(page, "said.at(-1)[1].includes('một một ba')")
    flow = library.flows["huu-tri-xa-hoi"]
    private = next(one for one in flow.steps.values() if one.private)
    before = next(one for one in flow.steps.values() if not one.private and one.id != flow.start)
    page.goto(f"{site.address}/huu-tri-xa-hoi/#b-{before.id}")
    page.get_by_role("button", name="Nghe").click()
    until(page, "said.length > 0")
    heard = len(page.evaluate("said"))
    page.evaluate(f"location.hash = '#b-{private.id}'")
    page.get_by_role("button", name="Nghe riêng").wait_for()
    assert not [line for _, line in page.evaluate("said")[heard:] if line == private.say.vi]
    page.evaluate("window.voices = [{ lang: 'en-US' }]")
    page.get_by_role("button", name="Nghe riêng").click()
    page.get_by_text("Điện thoại này chưa có giọng đọc tiếng Việt.").wait_for()


def test_a_fact_that_ends_is_shown_until_its_day_and_the_new_one_from_the_day_after(
    page: Page, site: Served, library: Library
) -> None:
    flow = library.written["the-xe-buyt"]
    step = next(one for one in flow.steps.values() if any(dated.path == ("say",) for dated in one.dated))
    (dated,) = (one for one in step.dated if one.path == ("say",))
    assert dated.after is not None
    for at, words in (
        (datetime(2026, 12, 31, 16, 59, tzinfo=UTC), step.say.vi),
        (datetime(2026, 12, 31, 17, 1, tzinfo=UTC), dated.after.vi),
    ):
        page.clock.set_fixed_time(at)
        page.goto(f"{site.address}/the-xe-buyt/#b-{step.id}")
        page.reload()
        assert page.locator(".step.now h2").inner_text() == unparted(words)
    page.clock.set_fixed_time(datetime(2027, 12, 1, tzinfo=UTC))
    page.goto(f"{site.address}/the-xe-buyt/")
    assert page.locator(".old").is_visible()


def test_search_finds_a_guide_without_marks_and_says_how_many(page: Page, site: Served) -> None:
    page.goto(f"{site.address}/")
    page.get_by_label("Bác muốn tìm gì?").fill("the xe buyt")
    found = page.locator("li[data-guide]:visible")
    found.first.wait_for()
    until(page, "document.querySelector('.finder [role=status]').textContent !== ''")
    assert "the-xe-buyt" in [one.get_attribute("data-guide") for one in found.all()]
    assert page.locator(".finder [role=status]").inner_text() == f"Tìm thấy {found.count()} bài."
    page.get_by_label("Bác muốn tìm gì?").fill("zzzz")
    page.get_by_text("Không có bài nào.").wait_for()


TOLD = """async (phrases) => {
  const { danger, weights } = document.querySelector(".finder").dataset;
  document.querySelector("#tim").focus();
  while (!window.dangerIn) await new Promise((later) => setTimeout(later, 20));
  const tell = dangerIn(await (await fetch(danger)).json(), await (await fetch(weights)).arrayBuffer());
  return phrases.map((phrase) => {
    const one = tell(phrase);
    return [one.leads ?? "", one.perhaps ?? "", one.step ?? ""];
  });
}"""
EMERGENCIES = Path(__file__).parents[3] / "flows" / "asking" / "emergency.tsv"
ODD = ("", " ", "😀", "ＣＨÁＹ ＮＨÀ", "cháy\u200bnhà rồi", "\u202egnủc", "';--", "cháy " * 200, "x" * 10_000)


def test_danger_is_recognised_on_the_page_exactly_as_at_the_kiosk_that_knows_nothing_else_it_may_be(
    page: Page, site: Served, library: Library
) -> None:
    kinds = ("danger", "harmless", "situations", "off_topic")
    held = [one.phrase for kind in kinds for one in asked(kind, FRESH)[::10]]
    with EMERGENCIES.open(encoding="utf-8", newline="") as file:
        held += [row["phrase"] for row in csv.DictReader(file, delimiter="\t")][::10]
    phrases = [typed(one) for typed in WAYS_OF_TYPING.values() for one in held] + list(ODD)
    asking = prepare(library)
    kiosk = []
    for phrase in phrases:
        words, spelling = asking.danger_spelling.parted(words_of(phrase)), asking.danger_spelling
        readings, sure = spelling.readings(words), spelling.without_strange_marks(words)
        verdict = asking.dangers.verdict(words, sure, readings, {}, 0.0) if words else DangerVerdict()
        urgent = asking.flows.get(verdict.leads or verdict.perhaps)
        step = asking.opens_at(urgent, words, readings, verdict.alone)[0] if urgent else ""
        kiosk.append([verdict.leads, verdict.perhaps, step])
    assert len([one for one in kiosk if one[0]]) > 50 and any(one[1] for one in kiosk)
    assert len({one[2] for one in kiosk}) > 12
    page.goto(f"{site.address}/")
    there = page.evaluate(TOLD, phrases)
    assert [one for one in zip(phrases, kiosk, there, strict=True) if one[1] != one[2]] == []


FETCHED = "performance.getEntriesByType('resource').filter((one) => /danger-.*(js|json|bin)/.test(one.name))"


def test_what_danger_is_recognised_by_is_fetched_once_somebody_is_about_to_type_and_is_small(
    page: Page, site: Served, files: Mapping[str, bytes]
) -> None:
    parts = {name for name in files if re.match(r"assets/danger-.*\.(js|json|bin)", name)}
    assert len(parts) == 3 and sum(len(files[name]) for name in parts) < 465_000
    page.goto("about:blank")
    site.asked.clear()
    page.goto(f"{site.address}/")
    assert not parts & {*site.asked}
    page.get_by_label("Bác muốn tìm gì?").focus()
    until(page, f"{FETCHED}.length === 3")
    assert parts <= {*site.asked}


def test_danger_leads_red_above_all_else_and_enter_opens_it_and_nothing_typed_leaves_or_is_kept(
    page: Page, site: Served
) -> None:
    typed = "mẹ tôi ngã bất tỉnh"
    fetched: list[str] = []
    page.on("request", lambda one: fetched.append(f"{one.url} {one.post_data}"))
    page.goto(f"{site.address}/")
    field, red = page.get_by_label("Bác muốn tìm gì?"), page.locator(".finder .red a.tile")
    field.fill(typed)
    expect(red).to_have_text("Gọi cấp cứu 115")
    expect(page.locator(".finder [role=status]")).to_have_text("Việc này gấp. Bác chạm ô đầu tiên.")
    expect(page.locator("li[data-guide]:visible").locator("visible=true")).to_have_count(1)  # the red one
    assert [one.inner_text()[:3] for one in page.locator(".finder .calls a").all()] == ["113", "114", "115"]
    box = red.bounding_box()
    assert box and box["y"] >= 0 and box["y"] + box["height"] < 400  # above the phone's keyboard
    assert not barriers(page)
    field.press("Enter")
    page.wait_for_url(f"{site.address}/khan-cap/#b-goi-115")
    expect(page.locator(".step.now h2")).to_have_text("Bác gọi 115 ngay, đừng chờ xem có đỡ không.")
    assert fetched and not [one for one in fetched if "POST" in one or "t%E1%BB%89nh" in one or "tỉnh" in one]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.goto(f"{site.address}/")
    expect(page.get_by_label("Bác muốn tìm gì?")).to_have_value("")


PERHAPS = "window.dangerIn = () => (typed) => typed ? { perhaps: 'lua-dao-da-mac' } : {};"


def test_perhaps_danger_stands_first_and_red_with_what_was_found_beside_it(page: Page, site: Served) -> None:
    page.route("**/danger-*.js", lambda route: route.fulfill(body=PERHAPS, content_type="text/javascript"))
    page.goto(f"{site.address}/")
    page.get_by_label("Bác muốn tìm gì?").fill("mat tien")
    expect(page.locator(".finder .red a.tile")).to_have_text("Nghi mình đã bị lừa, mất tiền")
    expect(page.locator(".finder [role=status]")).to_have_text("Nếu đang nguy, bác chạm ô đầu tiên.")
    beside = [one.get_attribute("data-guide") for one in page.locator(".topic li[data-guide]:visible").all()]
    assert beside and "lua-dao-da-mac" not in beside
    page.get_by_label("Bác muốn tìm gì?").fill("")
    expect(page.locator(".needs")).to_be_visible()


KEPT = """async () => {
  for (;;) {
    const name = (await caches.keys()).find((one) => one.startsWith("guides-"));
    const kept = name && await caches.open(name);
    const last = ["zalo-goi-video/", "assets/pictures/steps/with-helper.svg"];
    if (kept && (await Promise.all(last.map((one) => kept.match(one)))).every(Boolean)) return;
    await new Promise((later) => setTimeout(later, 50));
  }
}"""


def test_after_one_visit_every_guide_opens_without_a_network(browser: Browser, site: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    try:
        page = context.new_page()
        page.goto(f"{site.address}/")
        page.evaluate(KEPT)
        site.away = True
        for guide in ("khan-cap", "zalo-goi-video"):
            page.goto(f"{site.address}/{guide}/#nguoi-giup")
            expect(page.locator("#nguoi-giup h2")).to_have_text("Gặp người giúp")
            until(page, "document.querySelector('#nguoi-giup img').naturalWidth > 0")
        page.goto(f"{site.address}/khan-cap/fr/")
        assert page.locator("h1").inner_text() == "Bài này chưa có trong máy của bác."
    finally:
        site.away = False
        context.close()


def test_all_steps_are_printed_and_the_numbers_too(page: Page, site: Served, library: Library) -> None:
    flow = library.flows["lua-dao-da-mac"]
    page.goto(f"{site.address}/{flow.id}/")
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    words = re.sub(r"\s+", "", "".join(one.extract_text() for one in printed.pages))
    missing = [one.id for one in flow.steps.values() if re.sub(r"\s+", "", one.say.vi) not in words]
    assert not missing and len(printed.pages) <= 12
    advice = [edge.advice.vi for step in flow.steps.values() for edge in step.edges if edge.advice]
    assert advice and all(re.sub(r"\s+", "", one) in words for one in advice)


def test_the_code_scanned_from_the_kiosks_own_screen_opens_the_guide(
    page: Page, site: Served, library: Library, drawing: object
) -> None:
    """On the guide's overview, and at the goodbye of somebody who finished it."""
    with kiosk_on("portrait") as kiosk:
        guides = kiosk.conductor.around.guides
        kiosk.conductor.surround(replace(guides, flows=with_pages(guides.flows, site.address)))
        for stage in (ShowQr("vneid-cai-dat", PAGE), Goodbye(finished=True, face="good")):
            visit = replace(visit_at(stage, Preferences()), finished=("vneid-cai-dat",))
            kiosk.conductor.show(visit)
            measure(kiosk.kiosk.window)
            grey = (pixels(Screen(kiosk.kiosk.window).grab()) & 0xFF).astype(np.uint8)
            (code,) = zxingcpp.read_barcodes(np.ascontiguousarray(grey))
            page.goto(code.text)
            assert page.locator("h1").inner_text() == library.flows["vneid-cai-dat"].title.vi
