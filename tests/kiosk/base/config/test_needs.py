"""The tiles of the first screen, as we ship them and as a ward writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.guides import shipped

from flows.guide.needs import MOST_NEEDS, SHIPPED, Needs, shipped_needs
from kiosk.base.config.check import Problems
from kiosk.base.config.file import load_config
from kiosk.base.config.need_pictures import DEFAULT_PICTURE
from kiosk.base.config.needs import read_needs
from kiosk.base.config.unknown_guides import unknown_guides
from kiosk.point.health.contents import SeenNeeds, check_needs
from kiosk.point.health.probes import see_needs
from resources import path

TODAY = date(2026, 11, 29)
INSTALLED = frozenset(shipped().flows)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 20" width="28" height="20">{}</svg>'
OTHER = '[need.khac]\nvi = "Việc khác"\nen = "Other"\nfr = "Autre"\npicture = "scene-other"\n'


def tile(name: str, **changes: str) -> str:
    """One need that is right, but for *changes*, as TOML."""
    values = {
        "vi": '"Khám bệnh"', "en": '"Doctor"', "fr": '"Médecin"', "picture": '"scene-health"',
        "ground": '"leaf"', "guides": '["khan-cap"]', **changes,
    }  # fmt: skip
    return "\n".join((f"[need.{name}]", *(f"{key} = {one}" for key, one in values.items() if one), ""))


def written(folder: Path, *tables: str, least: int = 4) -> tuple[Needs, Problems]:
    rest = (tile(f"them-{at}") for at in range(least - len(tables)))
    file = folder / "viec.toml"
    file.write_text("\n".join((*tables, *rest)), "utf-8")
    return read_needs(file)


def test_what_is_shipped_is_right_and_every_guide_of_it_is_there() -> None:
    needs, problems = read_needs(SHIPPED)
    assert problems == () == unknown_guides(needs, SHIPPED, INSTALLED)
    assert needs == shipped_needs()
    assert len(needs.tiles) == MOST_NEEDS and sum(one.urgent for one in needs.tiles) == 2
    assert {guide for one in needs.tiles for guide in one.guides} <= set(needs.titles) == set(INSTALLED)


def test_a_ward_has_needs_and_a_picture_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "cho-dan.svg").write_text(SVG.format('<path d="M0 0h28v20z" fill="#14284B"/>'), "utf-8")
    needs, problems = written(tmp_path, tile("cho", vi='"Đi chợ"', picture='"cho-dan.svg"'), OTHER)
    assert problems == ()
    assert [(one.id, one.picture) for one in needs.tiles[:2]] == [
        ("cho", "ward/cho-dan"),
        ("khac", "scenes/scene-other"),
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (tile("a", picture='"no-such"'), "dòng 5: need.a.picture – không có hình này"),
        (tile("a", picture='"../x.svg"'), "dòng 5: need.a.picture – tên tệp hình"),
        (tile("a", picture='"thieu.svg"'), "dòng 5: need.a.picture – không đọc được tệp thieu.svg"),
        (tile("a", picture='"hong.svg"'), "dòng 5: need.a.picture – tệp hình bị hỏng ở dòng 1"),
        (tile("a", picture='"chu.svg"'), "dòng 5: need.a.picture – hình có phần không vẽ được: text"),
        (tile("a", ground='"red"'), "dòng 6: need.a.ground – chỉ có thể là: leaf"),
        (tile("a", vi='"Gọi 0912 345 678"'), "dòng 2: need.a.vi – trông giống số của một người"),
        (tile("a", vi='"' + "dài " * 9 + '"'), "dòng 2: need.a.vi – dài quá"),
        (tile("a", fr=""), "dòng 1: need.a.fr – thiếu chữ trên ô"),
        (tile("a", guides="[]"), "dòng 7: need.a.guides – phải có 1 đến 6 bài"),
        (tile("a", guides='"khan-cap"'), "dòng 7: need.a.guides – phải là danh sách"),
        (tile("a", urgent='"yes"'), "dòng 8: need.a.urgent – phải là true"),
        (tile("a", gides='["khan-cap"]'), "dòng 8: need.a.gides – không có tùy chọn này"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_no_tile_is_empty(
    tmp_path: Path, wrong: str, said: str
) -> None:
    (tmp_path / "hong.svg").write_text("<svg><path</svg>", "utf-8")
    (tmp_path / "chu.svg").write_text(SVG.format("<text>113</text>"), "utf-8")
    needs, problems = written(tmp_path, wrong, OTHER, least=5)
    assert [said in one.sentence_vi() for one in problems] == [True], problems
    assert all(one.words.vi and one.picture for one in needs.tiles)
    if "picture" in said:
        assert needs.tiles[0].picture == DEFAULT_PICTURE


def test_too_many_and_too_few_are_reported_and_what_there_is_is_shown(tmp_path: Path) -> None:
    many, told = written(tmp_path, *(tile(f"a{at}") for at in range(9)), OTHER)
    assert len(many.tiles) == MOST_NEEDS and many.tiles[-1].leads_to_topics
    ninth = 8 * 8 + 1  # each tile is seven lines, and one between
    assert [(one.line, one.option) for one in told] == [(ninth, "need.a8")]
    assert "có 10 việc" in told[0].vi and "bỏ bớt từ ô này" in told[0].vi
    few, told = written(tmp_path, tile("a"), OTHER, least=0)
    assert [one.id for one in few.tiles] == ["a", "khac"] and "chỉ có 2 việc" in told[0].vi
    assert (told[0].line, told[0].option) == (9, "need.khac") and "thêm 2 mục [need.…]" in told[0].vi


def test_nothing_is_out_of_reach_where_no_tile_leads_to_all_topics(tmp_path: Path) -> None:
    needs, told = written(tmp_path, *(tile(f"a{at}") for at in range(8)))
    assert len(needs.tiles) == MOST_NEEDS and needs.tiles[-1].leads_to_topics
    assert ["không ô nào dẫn tới mọi chủ đề" in one.vi for one in told] == [True]
    assert (told[0].line, told[0].option) == (7 * 8 + 1, "need.a7")


def test_at_most_two_are_red(tmp_path: Path) -> None:
    needs, told = written(tmp_path, *(tile(f"a{at}", urgent="true") for at in range(3)), OTHER)
    assert [one.urgent for one in needs.tiles] == [True, True, False, False]
    assert "chỉ 2 ô được đỏ" in told[0].vi


@pytest.mark.parametrize("text", ["", "[need", '[need.a]\nen = "x"\n', "[x]\n"])
def test_a_file_that_cannot_be_used_leaves_the_shipped_ones(tmp_path: Path, text: str) -> None:
    file = tmp_path / "viec.toml"
    file.write_text(text, "utf-8")
    needs, problems = read_needs(file)
    assert needs.tiles == shipped_needs().tiles and problems
    assert read_needs(tmp_path / "khong-co.toml")[0] == shipped_needs()


def test_a_tile_whose_guides_are_not_here_is_not_offered() -> None:
    offered = shipped_needs().offered({"khan-cap", "vneid-cai-dat"})
    assert [one.id for one in offered.tiles] == ["khan-cap", "cai-vneid", "viec-khac"]
    assert offered.tiles[1].guides == ("vneid-cai-dat",)
    assert [one.id for one in shipped_needs().offered(()).tiles] == ["viec-khac"]


def test_the_doctor_names_an_unknown_guide_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "viec.toml"
    file.write_text("\n".join((tile("a", guides='["khan-cap", "khan-kap"]'), tile("b"), tile("c"), OTHER)))
    finding = check_needs(see_needs(file))
    assert finding.state == "mend"
    assert "viec.toml, dòng 7: need.a.guides – không có bài khan-kap. Có phải là khan-cap?" in finding.vi
    assert "resources/needs.toml" in finding.do_vi
    assert check_needs(see_needs(SHIPPED)).state == "ok"
    assert check_needs(SeenNeeds("x", 8)).state == "ok"


def test_the_config_of_a_point_names_the_file(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text('[needs]\nfile = "viec.toml"\n', "utf-8")
    read, problems = load_config(config)
    assert problems == () and read.needs.chosen(SHIPPED) == Path("viec.toml")
    assert load_config(path("points", "diem-1.toml"))[0].needs.chosen(SHIPPED) == SHIPPED


def test_an_unknown_guide_is_found_on_its_own_line_of_a_list_and_among_the_short_words(
    tmp_path: Path,
) -> None:
    file = tmp_path / "viec.toml"
    short = '[guide.vneid-cai-dad]\nvi = "Cài"\nen = "Install"\nfr = "Installer"\n'
    listed = '[\n  "khan-cap",\n  "khong-co-bai-nay",\n]'
    file.write_text("\n".join((tile("a", guides=listed), tile("b"), tile("c"), OTHER, short)), "utf-8")
    needs, problems = read_needs(file)
    assert problems == ()
    text = file.read_text("utf-8").splitlines()
    found = {one.option: one for one in unknown_guides(needs, file, INSTALLED)}
    assert set(found) == {"need.a.guides", "guide.vneid-cai-dad"}
    assert "khong-co-bai-nay" in text[found["need.a.guides"].line - 1]
    assert "[guide.vneid-cai-dad]" in text[found["guide.vneid-cai-dad"].line - 1]
    assert "Có phải là vneid-cai-dat?" in found["guide.vneid-cai-dad"].vi


def test_a_missing_picture_is_named_with_the_line_of_its_tile_and_how_to_mend_it(tmp_path: Path) -> None:
    needs, problems = written(tmp_path, tile("a"), tile("b", picture=""), OTHER)
    assert [one.sentence_vi().split("viec.toml, ")[1] for one in problems] == [
        'dòng 9: need.b.picture – thiếu hình: hãy ghi picture = "…".'
    ]
    assert needs.tiles[1].picture == DEFAULT_PICTURE
