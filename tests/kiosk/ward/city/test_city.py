"""The city adds up what its wards have archived, on its own engine or on a larger one, as the wards do."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from support import killing
from support.attack import Attack
from support.city import DAYS, FIRST, NAMES, NOW_S, PERIOD, CityWard, city_wards
from support.made_wards import GUIDES as MADE_GUIDES
from support.made_wards import made_city
from support.postgres import new_database
from support.reports import MADE, NOVEMBER, blocks, month, tables
from support.reports import NAMES as GUIDES
from support.spark import spark_cluster
from typer.testing import CliRunner

from flows.guide.words import Language, Words
from kiosk.desk.command_line import app
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import CellKey, Cells, merged, of_key
from kiosk.log.figures.counts import figure
from kiosk.log.figures.hiding import LEAST_POSSIBLE
from kiosk.ward.archive import PLACED, AnotherWard, ward_id
from kiosk.ward.city.engines import ArchiveUnusable, open_archive
from kiosk.ward.city.hiding import city_published
from kiosk.ward.city.load import load
from kiosk.ward.city.report import city_report
from kiosk.ward.city.totals import CityTotals, _added, city_totals
from kiosk.ward.days import Period
from kiosk.ward.report.as_json import as_json
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.model import Lines, Number, Report, Row
from kiosk.ward.report.names import Names
from kiosk.ward.report.published import at_place, in_tens, published
from kiosk.ward.report.sources import Sources
from kiosk.ward.totals import Totals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")
LOCAL = {"place", "door-area", "staff"}
"""Rows that say something within one ward only."""
OF_MONTHS = {
    "grouped", "group", "group-topic", "group-outcome", "uses", "compared", "alone", "way", "setting",
}  # fmt: skip
"""Counted of whole months alone, and so in no day."""


@pytest.fixture(scope="module")
def wards(tmp_path_factory: pytest.TempPathFactory) -> list[CityWard]:
    return city_wards(tmp_path_factory.mktemp("wards"))


@pytest.fixture(scope="module")
def folder(wards: list[CityWard], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of both, with what a copy that was cut off left in it."""
    made = tmp_path_factory.mktemp("city") / "archive"
    for ward in wards:
        for file in ward.archive(made):
            file.path.with_name(file.path.name + ".part").write_bytes(b"PAR1")
    return made


@pytest.fixture(scope="module")
def server(folder: Path, postgresql: str) -> str:
    url = new_database(postgresql, "city")
    assert all(file.changed for file in load(folder, url))
    return url


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with spark_cluster() as url:
        yield url


@pytest.fixture(params=["duckdb", "postgresql", pytest.param("spark", marks=pytest.mark.full)])
def where(request: pytest.FixtureRequest, folder: Path) -> tuple[str, str]:
    """The archive, and the engine."""
    if request.param == "postgresql":
        return request.getfixturevalue("server"), ""
    return str(folder), request.getfixturevalue("cluster") if request.param == "spark" else ""


def ask(where: tuple[str, str], period: Period = PERIOD, *wards: str) -> CityTotals:
    with open_archive(*where) as archive:
        return city_totals(archive, period, NOW_S, [ward_id(name) for name in wards])


def told(found: CityTotals, language: Language = "vi") -> Report:
    return city_report(ReportRequest("Thành phố Hà Nội", language, MADE), found, GUIDES)


def lines(report: Report) -> dict[str, Number]:
    found = [line for block in blocks(report) if isinstance(block, Lines) for line in block.lines]
    return {line.key: line.number for line in found}


def beyond(cells: Cells) -> Cells:
    """What means the same in every ward."""
    return {cell: number for cell, number in cells.items() if cell.key not in LOCAL}


# --- what leaves a ward -------------------------------------------------------------------------------


def test_what_leaves_the_ward_names_no_kiosk_no_person_and_no_residential_group(
    wards: list[CityWard], folder: Path
) -> None:
    files = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.parquet"))
    of_ward = "ward=phuong-cua-nam"
    assert files[:2] == [
        f"figures/{of_ward}/month=2026-10/per={one}/figures.parquet" for one in ("day", "month")
    ]
    assert len(files) == 10 and f"kiosks/{of_ward}/kiosks.parquet" in files
    rows = [row for file in files[:2] for row in pq.ParquetFile(folder / file).read().to_pylist()]
    assert {row["span"] for row in rows} == {"2026-10", *(f"{day}" for day in DAYS[:2])}
    assert {row["key"] for row in rows} >= {"sessions", "staff", "group-topic"}
    assert not {row["key"] for row in rows} & {"place", "door-area"}
    assert {row["key"] for row in rows if row["place"]} <= set(PLACED)
    people = {row["bucket"] for row in rows if row["key"] == "staff"}
    lived = {cell.bucket for day in DAYS[:2] for cell in wards[0].days[day] if cell.key == "staff"}
    assert len(people) == len(lived) and not people & lived
    assert sorted(one.split("-")[0] for one in people) == sorted(one.split("-")[0] for one in lived)
    assert not any("kiosk-" in str(value) for row in rows for value in row.values())


def test_an_archive_file_that_says_the_same_is_left_as_it_is(wards: list[CityWard], tmp_path: Path) -> None:
    ward, rng = wards[0], random.Random(3)
    assert all(file.changed for file in ward.archive(tmp_path))
    stamps = {file.path: file.path.stat().st_mtime_ns for file in ward.archive(tmp_path)}
    assert not any(file.changed for file in ward.archive(tmp_path))
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    december = date(2026, 12, 5)
    ward.live([december], 2, rng)
    changed = [file.path.relative_to(tmp_path).as_posix() for file in ward.archive(tmp_path) if file.changed]
    assert [one.partition("=")[0] for one in changed] == ["figures/ward", "figures/ward", "kiosks/ward"]
    assert all("month=2026-12" in one for one in changed[:2])


def test_a_second_ward_of_one_name_writes_over_nothing(
    wards: list[CityWard], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {file.path: file.path.read_bytes() for file in wards[0].archive(tmp_path)}
    namesake = replace(wards[1].books.ward.authority, name=NAMES[0])
    monkeypatch.setattr(wards[1].books.ward, "authority", namesake)
    with pytest.raises(AnotherWard):
        wards[1].archive(tmp_path)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.parquet")} == before


def test_killed_at_every_step_each_file_is_whole_or_not_there(wards: list[CityWard], tmp_path: Path) -> None:
    ward, out = wards[1], tmp_path / "archive"
    kills = 0
    for _ in killing.killed_at_every_step(lambda: ward.archive(out)):
        kills += 1
        assert all(pq.ParquetFile(file).read().num_rows for file in out.rglob("*.parquet"))
    assert kills == 10 and not any(file.changed for file in ward.archive(out))


# --- adding up ----------------------------------------------------------------------------------------


def test_every_figure_is_that_of_all_days_lived_in_all_wards(
    where: tuple[str, str], wards: list[CityWard]
) -> None:
    found = ask(where)
    own = [ward.found()[0] for ward in wards]
    lived = merged(cells for ward in wards for day in DAYS for cells in [ward.days[day]])
    of_months = merged({c: n for c, n in one.all.items() if c.key in OF_MONTHS} for one in own)
    assert of_key(of_months, "group") == {"elderly": 14, "poor": 4}
    assert figure("uses", of_months) == 18 and of_key(of_months, "way") == {"touch": 16}
    assert of_key(of_months, "alone") == {"same": 10} and of_key(of_months, "setting") == {"calm": 12}
    assert beyond(found.all.all) == beyond(merged([lived, of_months]))
    for key in catalogue().figures:
        if key in ("people", "volunteers"):  # tnv-01 of one ward is not that of the other
            assert figure(key, found.all.all) == sum(figure(key, one.all) or 0 for one in own) > 3
        else:
            assert figure(key, found.all.all) == figure(key, lived), key
    assert found.all.active == {"points": 2, "teams": 0}
    assert list(found.wards) == list(found.all.places) == list(NAMES)
    for ward, (name, of_ward) in zip(own, found.wards.items(), strict=True):
        assert beyond(of_ward.all) == beyond(ward.all) and of_ward.steps == ward.steps
        assert figure("people", found.all.places[name]) == figure("people", ward.all)
        assert found.all.all[CellKey("place", name)] == figure("sessions", ward.all)
    assert found.all.steps == {step: merged(one.steps[step] for one in own) for step in PERIOD.steps()}
    assert {one.place for one in found.sources.kiosks} == set(NAMES) and found.sources.undated == 0


def test_the_city_adds_up_one_day_of_one_ward_and_nothing_where_nothing_was(
    where: tuple[str, str], wards: list[CityWard]
) -> None:
    day = ask(where, Period(DAYS[3], DAYS[3]), NAMES[1])
    assert beyond(day.all.all) == beyond(wards[1].days[DAYS[3]]) and list(day.wards) == [NAMES[1]]
    assert not ask(where, Period(FIRST - timedelta(days=90), FIRST - timedelta(days=60))).all.all


def test_the_report_of_one_ward_is_the_wards_own(folder: Path, wards: list[CityWard]) -> None:
    totals, sources = wards[1].found()
    own = build(ReportRequest(NAMES[1], "vi", MADE), totals, sources, GUIDES)
    one = told(ask((str(folder), ""), PERIOD, NAMES[1]))
    assert lines(one) == lines(own)
    theirs, ours = tables(own), tables(one)
    same = theirs.keys() - {"by_place", "sources", "door-area", "headline"}
    assert len(same) > 15 and {key: ours[key].rows for key in same} == {key: theirs[key].rows for key in same}
    assert ours["by_ward"].rows[0].cells == theirs["by_place"].rows[0].cells
    now = [row.cells[:1] for row in theirs["headline"].rows]
    assert [row.cells for row in ours["headline"].rows] == now, "a city's stand alone"


# --- PostgreSQL is loaded with it ---------------------------------------------------------------------


def test_loaded_again_only_what_is_new_changes(folder: Path, server: str, tmp_path: Path) -> None:
    before = ask((server, ""))
    assert not any(file.changed for file in load(folder, server))
    (file,) = folder.glob("figures/ward=phuong-cua-nam/month=2026-10/per=month/*.parquet")
    raw = file.read_bytes()
    damaged = tmp_path / "archive" / file.relative_to(folder)
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(raw[: len(raw) // 2])
    with pytest.raises(ArchiveUnusable, match="is damaged"):
        list(load(tmp_path / "archive", server))
    assert ask((server, "")) == before
    pq.write_table(pq.ParquetFile(file).read().slice(0, 0), damaged)
    assert [one.changed for one in load(tmp_path / "archive", server)] == [True]
    assert figure("sessions", ask((server, "")).all.all) < (figure("sessions", before.all.all) or 0)  # type: ignore[operator]
    damaged.write_bytes(raw)
    assert [one.changed for one in load(tmp_path / "archive", server)] == [True]
    assert ask((server, "")) == before


# --- what it keeps back -------------------------------------------------------------------------------


def city_of(wards: dict[str, Totals]) -> CityTotals:
    return CityTotals(_added(NOVEMBER, wards, ["point-1", "team-2"]), wards, Sources(NOVEMBER, ()))


def of_languages(**visits: int) -> Totals:
    found = {CellKey("language", one): number for one, number in visits.items()}
    return Totals(
        NOVEMBER, {CellKey("sessions"): sum(visits.values()), **found}, {}, {s: {} for s in NOVEMBER.steps()}
    )


def test_a_number_that_one_ward_alone_hides_beside_a_small_one_is_hidden_in_the_citys_report_too() -> None:
    """Else English of the first ward is 150 − 30 − 100, and French what is left of its visits: two."""
    wards = {
        "A": of_languages(vi=300, en=20, fr=2), "B": of_languages(vi=280, en=30, fr=12),
        "D": of_languages(vi=15, en=100, fr=4),
    }  # fmt: skip
    assert published(wards["A"]).hide == {CellKey("language", one) for one in ("en", "fr")}
    told = city_published(wards, city_of(wards).all)
    assert CellKey("language", "en") in told.hide | told.about


LANGUAGES_SPOKEN = ("vi", "en", "fr")


@pytest.mark.parametrize("seed", range(20))
def test_each_number_a_ward_hides_can_be_any_of_five_whatever_else_is_known(seed: int) -> None:
    """Tries every number that three small wards could have had."""
    rng = random.Random(seed)
    wards = [
        of_languages(vi=rng.randrange(6, 20), en=rng.randrange(9), fr=rng.randrange(9)) for _ in range(3)
    ]
    named = {f"{at}": one for at, one in enumerate(wards)}
    own, whole = [published(one) for one in wards], city_of(named).all
    city = city_published(named, whole)
    open_cells = [c for one in LANGUAGES_SPOKEN if (c := CellKey("language", one)) not in city.hide]

    def as_told(numbers: tuple[int, ...]) -> tuple[int, ...]:
        pairs = zip(open_cells, numbers, strict=True)
        return tuple(in_tens(number) if cell in city.about else number for cell, number in pairs)

    found: list[dict[tuple[int, ...], list[tuple[int, ...]]]] = []
    for one in own:
        assert CellKey("sessions") not in one.hide
        by_sums = defaultdict(list)
        for numbers in product(range(1, one.cells[CellKey("sessions")] + 1), repeat=3):
            had = dict(zip(LANGUAGES_SPOKEN, numbers, strict=True))
            cells = {cell: one.cells.get(cell, 0) for cell in (CellKey("language", w) for w in had)}
            if all(cell in one.hide or n == had[cell.bucket] or not n for cell, n in cells.items()):
                had = {cell.bucket: had[cell.bucket] if n else 0 for cell, n in cells.items()}
                if sum(had.values()) == one.cells[CellKey("sessions")]:
                    by_sums[tuple(had[cell.bucket] for cell in open_cells)].append(tuple(had.values()))
        found.append(by_sums)
    told = as_told(tuple(sum(one.cells.get(cell, 0) for one in own) for cell in open_cells))
    possible = [tuple(set[int]() for _ in LANGUAGES_SPOKEN) for _ in own]
    for sums in product(*found):
        if as_told(tuple(map(sum, zip(*sums, strict=True)))) == told or not open_cells:
            for of_ward, each, key in zip(possible, found, sums, strict=True):
                for numbers in each[key]:
                    for values, number in zip(of_ward, numbers, strict=True):
                        values.add(number)
    for one, of_ward in zip(own, possible, strict=True):
        for language, values in zip(LANGUAGES_SPOKEN, of_ward, strict=True):
            if CellKey("language", language) in one.hide:
                assert len(values) >= LEAST_POSSIBLE, (language, values)


def test_what_many_wards_hide_the_city_shows() -> None:
    wards = {f"{at}": of_languages(vi=300, en=20 + at, fr=2 + at % 3) for at in range(6)}
    told = city_published(wards, city_of(wards).all)
    assert not told.hide and not told.about


def test_who_has_all_the_wards_reports_finds_no_hidden_number_by_the_citys() -> None:
    """An integer program over five reports at once: what adds up in each, and from the wards to the city."""
    city = made_city()
    named = Names({guide: Words(f"Bài tập {at}") for at, guide in enumerate(MADE_GUIDES)})
    attack = Attack()
    for name, ward in city.wards.items():
        own = build(ReportRequest(name, "vi", MADE), ward, Sources(NOVEMBER, ()), named)
        attack.read(name, as_json(own))
    raw = as_json(city_report(ReportRequest("Thành phố Hà Nội", "vi", MADE), city, named))
    attack.read("", raw)
    attack.add_up("", [*city.wards])
    assert len(attack.hidden()) > 300
    assert attack.narrow() == {}
    of_city = [bounds for one, bounds in attack.shown.items() if not one.report]
    assert sum(bounds is not None for bounds in of_city) >= 0.5 * len(of_city) > 200


def test_what_a_ward_hides_of_itself_the_citys_table_does_not_give_away() -> None:
    one_topic = {
        CellKey("sessions"): 9, CellKey("walks"): 5, CellKey("walks-completed"): 5,
        CellKey("topic", "a"): 4, CellKey("topic", "b"): 1,
        CellKey("topic-outcome", "a/completed"): 4, CellKey("topic-outcome", "b/completed"): 1,
        CellKey("walk-outcome", "completed"): 5,
    }  # fmt: skip
    small = Totals(NOVEMBER, one_topic, {}, {step: {} for step in NOVEMBER.steps()})
    wards = {"Phường Nhỏ": small, "Phường To": replace(month(2, 40, 5), places={})}
    assert CellKey("walks-completed") in published(small).hide
    report = told(city_of(wards))
    rows: dict[str, Row] = {row.key: row for row in tables(report)["by_ward"].rows}
    assert rows["Phường Nhỏ"].cells[5] == Number(None, hidden=True)
    assert at_place("walks-completed", "Phường Nhỏ") in city_published(wards, city_of(wards).all).hide


# --- on the command line ------------------------------------------------------------------------------


def type_in(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


def test_from_the_wards_ledger_to_the_citys_page(wards: list[CityWard], tmp_path: Path, server: str) -> None:
    (tmp_path / "none.toml").touch()
    where = ["--config", str(tmp_path / "none.toml"), "--data"]
    for ward in wards:
        data = str(ward.books.ward.folder)
        said = type_in("ward", "archive", "--out", str(tmp_path / "a"), *where, data)
        assert "month=2026-10/per=day/figures.parquet: đã ghi" in said
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0
    period = ["--from", "2026-10-01", "--to", "2026-11-02", "--format", "html"]
    page = type_in(
        "city", "report", str(tmp_path / "a"), *period, "--ward", "phường cửa nam", "--ward", NAMES[1]
    )
    for said in (
        "THÀNH PHỐ HÀ NỘI",
        "Hà Nội, ngày",
        "Theo từng phường, xã",
        f"Phường, xã: {NAMES[0]}",
        NAMES[1],
        "2 ki-ốt",
    ):
        assert said in page
    assert "Đã nạp / loaded:" in type_in("city", "load", str(tmp_path / "a"), "--into", server)
    assert "Kho không có số liệu của Phường Xa" in type_in(
        "city", "report", str(tmp_path / "a"), *period, "--ward", "Phường Xa", code=1
    )


def test_a_city_command_that_cannot_be_done_says_why_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    period = ["--from", "2026-10-01", "--to", "2026-11-02"]
    assert "không phải là kho số liệu" in type_in("city", "report", str(tmp_path), *period, code=1)
    assert "Không nạp được" in type_in("city", "load", str(tmp_path), "--into", "host=/nowhere", code=1)
    nowhere = "postgresql://ward@/city?host=/nowhere"
    assert "Không đọc được postgresql" in type_in("city", "report", nowhere, *period, code=1)
    (tmp_path / "figures").mkdir()
    assert "Không đọc được" in type_in("city", "report", str(tmp_path), *period, code=1)
    monkeypatch.setitem(sys.modules, "ibis", None)
    for name in [one for one in sys.modules if one.startswith("kiosk.ward.city")]:
        monkeypatch.delitem(sys.modules, name)
    assert "Thiếu thư viện ibis. Cài bằng:" in type_in("city", "report", str(tmp_path), *period, code=1)
