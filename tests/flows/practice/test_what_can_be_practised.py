"""Which steps can be practised on the drawn phone, and what else stands on their screens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import walks_to_every_step
from support.stage import residents_guides

from flows.guide.flow import Flow
from flows.guide.gestures import swipe_of
from flows.guide.steps import DoStep, Element, Picture, Say, Slide, SlideWay
from flows.guide.walk import Walk, begin, follow
from flows.guide.words import Words
from flows.practice.decoys import MOST, Screen, app_of, decoys_of, with_decoys
from flows.practice.place import is_touched, screen_of, why_not
from flows.practice.practice import Task
from flows.practice.way import can_be_practised, count_practised, steps_to_practise, tasks_of

FLOWS = residents_guides().flows
GUIDES = tuple(FLOWS.values())
DECOYS = decoys_of(GUIDES)


def touching(*elements: Element, said: str = "Bác chạm chữ “Mở”.") -> DoStep:
    return DoStep(id="a", say=Words(said), picture=Picture("android", "list", None, elements))


def sliding(way: SlideWay, *elements: Element, said: str = "Bác kéo thanh “Mở” sang phải.") -> DoStep:
    screen = Picture("any-phone", "settings", None, elements)
    return DoStep(id="a", say=Words(said), drawing="slide-right", slide=Slide(way, screen))


BAR = Element("slider", "Mở", True, True)
MARKED, PLAIN = Element("item", "Mở", True, True), Element("item", "Thẻ", False, True)


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (touching(MARKED, PLAIN), None),
        (touching(PLAIN), "no-target"),
        (touching(MARKED, replace(PLAIN, highlight=True)), "many-targets"),
        (touching(MARKED, replace(PLAIN, label="mở")), "alike"),
        (touching(replace(MARKED, label="Mở máy"), replace(PLAIN, label="mởmáy ")), "alike"),
        (touching(replace(MARKED, label=None), PLAIN), "alike"),
        (touching(replace(MARKED, role="text")), "nothing-to-touch"),
        (touching(replace(MARKED, role="photo")), "nothing-to-touch"),
        (touching(MARKED, said="Bác nói to: “Mở ra”."), "no-act"),
        (touching(MARKED, said="Bác vuốt lên từ dưới màn hình."), "no-phone"),
        (sliding("up", said="Bác vuốt lên từ dưới màn hình."), None),
        (sliding("down", said="Bác vuốt lên từ dưới màn hình."), "another-way"),
        (sliding("up", MARKED, said="Bác vuốt lên từ dưới màn hình."), "nothing-to-touch"),
        (sliding("right", BAR, PLAIN), None),
        (sliding("right", PLAIN), "no-target"),
        (sliding("right", MARKED), "nothing-to-touch"),
        (sliding("right", BAR, replace(BAR, highlight=False)), "alike"),
        (sliding("right", BAR, replace(BAR, label="Mức")), "many-targets"),
        (sliding("left", BAR), "another-way"),
        (Say(id="a", say=Words("Bác chờ."), picture=touching(MARKED).picture), "no-act"),
        (replace(touching(MARKED), picture=Picture("none", "counter", None, (MARKED,))), "no-phone"),
        (replace(touching(MARKED), picture=None), "no-phone"),
    ],
)
def test_a_step_is_practised_only_where_one_place_alone_is_touched(step: DoStep, why: str | None) -> None:
    assert why_not(step) == why


@pytest.mark.parametrize("flow", [flow for flow in GUIDES if can_be_practised(flow)], ids=lambda one: one.id)
def test_each_practised_screen_has_one_place_and_no_other_that_is_equal_to_it(flow: Flow) -> None:
    for task in tasks_of(flow, None, GUIDES):
        if task.way is not None:
            continue  # one bar, or the screen: test_a_step_is_practised_only_where_…
        step = flow.steps[task.step_id]
        target = task.picture.elements[task.target]
        assert [one.highlight for one in task.picture.elements].count(True) == 1
        assert target.highlight
        assert is_touched(target, task.picture)
        others = [one for one in task.picture.elements if one is not target and one.role == target.role]
        assert (target.label or "").casefold() not in {
            (one.label or "").casefold() for one in others if target.label
        }
        added = {one.label for one in task.picture.elements} - {one.label for one in step.picture.elements}  # type: ignore[union-attr]
        there = (app_of(step, flow), task.picture.scene)
        read = {label for screen, labels in DECOYS.items() if screen[:2] == there for label in labels}
        assert added <= read, "a word that the application shows nowhere on such a screen"
        assert len(task.picture.elements) <= max(MOST.get(task.picture.scene, 0), len(step.picture.elements))  # type: ignore[union-attr]


@pytest.mark.parametrize("flow", GUIDES, ids=lambda one: one.id)
def test_a_guide_that_can_be_practised_is_practised_by_the_way_without_a_choice_too(flow: Flow) -> None:
    tasks = tasks_of(flow, None, GUIDES)
    assert bool(tasks) == can_be_practised(flow) == bool(count_practised(flow))
    assert len(tasks) <= count_practised(flow)


def test_what_was_drawn_stays_where_it_was_and_comes_out_the_same_each_time() -> None:
    """Whoever learnt a place finds it there the next time."""
    for flow in GUIDES:
        for step in steps_to_practise(flow):
            once, again = with_decoys(step, flow, DECOYS), with_decoys(step, flow, DECOYS)
            assert once == again
            own = [one for one in screen_of(step).elements if one.label is not None]  # type: ignore[union-attr]
            kept = [one for one in once.elements if one in own]
            assert kept == own


def test_decoys_make_a_choice_of_most_places_that_have_words() -> None:
    places = [
        (step, flow)
        for flow in GUIDES
        for step in steps_to_practise(flow)
        if step.picture is not None and step.picture.scene in ("home-screen", "list", "app-home")
    ]
    chosen = [
        sum(
            one.label is not None and one.role == element.role
            for one in with_decoys(step, flow, DECOYS).elements
        )
        > 1
        for step, flow in places
        for element in step.picture.elements  # type: ignore[union-attr]
        if element.highlight and element.label
    ]
    assert sum(chosen) > len(chosen) / 2


def test_what_counts_as_found_has_a_word_and_two_other_places_with_one() -> None:
    named = [Element("item", label, False, True) for label in ("Thẻ", "Ví", "Sổ")]
    for elements, found in (
        ((MARKED, *named[:2]), True),
        ((MARKED, named[0]), False),
        ((MARKED, named[0], Element("text", "Ví", False, True)), False),
        ((replace(MARKED, label=None, sign="gear"), *named), False),
    ):
        assert Task("a", Picture("android", "list", None, elements), 0).is_found == found, elements
    assert not Task(
        "a", Picture("android", "list", None, (MARKED, *named[:2])), 0, also=frozenset({1})
    ).is_found
    tasks = [task for flow in GUIDES for task in tasks_of(flow, None, GUIDES)]
    assert sum(task.is_found for task in tasks) >= 95, "fewer places to find than there were"


@pytest.mark.parametrize(
    ("guide", "step", "any_of_its_kind"),
    [
        ("vneid-quen-passcode", "mo-mot-muc", True),
        ("ihanoi-lay-so-tra-cuu", "chon-linh-vuc", True),
        ("ihanoi-phan-anh", "chon-nhom", True),
        ("vneid-tich-hop-giay-to", "chon-loai", True),
        ("chu-to-tren-may", "android-hien-thi", False),
        ("chan-cuoc-goi-rac", "gan-day", False),
    ],
)
def test_no_neighbour_stands_where_the_sentence_allows_another_place(
    guide: str, step: str, any_of_its_kind: bool
) -> None:
    flow = FLOWS[guide]
    picture = with_decoys(flow.steps[step], flow, DECOYS)
    assert picture == screen_of(flow.steps[step])
    task = next(
        one for one in tasks_of(flow, walks_to_every_step(guide)[step], GUIDES) if one.step_id == step
    )
    role = picture.elements[task.target].role
    right = [at for at, _ in enumerate(picture.elements) if task.takes(at)]
    alike = [at for at, one in enumerate(picture.elements) if one.role == role]
    assert right == (alike if any_of_its_kind else [task.target])


def test_the_rule_about_neighbours_goes_by_the_sentence_itself() -> None:
    """So it holds for a guide that is written tomorrow."""
    flow = next(one for one in GUIDES if one.id == "vneid-xuat-trinh")
    neighbours = {Screen("vneid", "list", "item"): ("Ví giấy tờ", "Hồ sơ sức khỏe")}
    for said, added in (
        ("Bác chạm “Mở” trong VNeID.", True),
        ("Bác chạm một mục bất kỳ trong VNeID.", False),
        ("Bác chọn một loại, ví dụ “Mở”, trong VNeID.", False),
        ("Bác chạm “Mở” trong VNeID. Có máy ghi là “Vào”.", False),
    ):
        step = touching(MARKED, replace(PLAIN, label=None), said=said)
        labels = {one.label for one in with_decoys(step, flow, neighbours).elements}
        assert bool(labels & {"Ví giấy tờ", "Hồ sơ sức khỏe"}) == added, said


def test_a_neighbour_that_says_the_same_but_for_spaces_is_left_out() -> None:
    flow = FLOWS["vneid-xuat-trinh"]
    neighbours = {Screen("vneid", "list", "item"): ("VíGiấy  tờ", "VÍ GIẤY TỜ", "Hồ sơ sức khỏe")}
    step = touching(replace(MARKED, label="Ví giấy tờ"), said="Bác chạm “Ví giấy tờ” trong VNeID.")
    labels = [one.label for one in with_decoys(step, flow, neighbours).elements]
    assert labels == ["Ví giấy tờ", "Hồ sơ sức khỏe"]


def test_the_settings_of_an_iphone_and_of_android_are_never_mixed() -> None:
    read_on = {
        (element.label, step.picture.device)
        for flow in GUIDES
        for step in flow.steps.values()
        if step.picture is not None and step.picture.scene == "settings"
        for element in step.picture.elements
    }
    mended = 0
    for flow in GUIDES:
        for step in filter(lambda one: why_not(one) is None, flow.steps.values()):
            screen = screen_of(step)
            if screen is None or screen.scene != "settings":
                continue
            own = {one.label for one in screen.elements}
            for one in with_decoys(step, flow, DECOYS).elements:
                assert one.label in own or (one.label, screen.device) in read_on, (flow.id, step.id, one)
                mended += one.label not in own
    assert mended, "nothing was added to any settings: then this test shows nothing"


def test_who_chose_a_phone_practises_on_that_phone() -> None:
    flow = FLOWS["vneid-cai-dat"]
    for choice, device in (("choice.iphone", "iphone"), ("choice.android", "android")):
        walk = begin(flow)
        further = follow(flow, walk, choice)
        assert isinstance(further, Walk)
        tasks = tasks_of(flow, further, GUIDES)
        assert {task.picture.device for task in tasks} - {"any-phone"} == {device}


def test_the_usual_way_is_practised_and_not_the_longest() -> None:
    """No repair, nothing for who sees nothing, no borrowed phone; where most go to a desk, the other way."""
    ways = {guide: [step.id for step in steps_to_practise(FLOWS[guide])] for guide in FLOWS}
    assert ways["co-ban-wifi"] == [
        "mo-cai-dat", "chon-wifi", "bat-wifi", "chon-mang", "go-mat-khau", "cham-ket-noi",
    ]  # fmt: skip
    assert ways["vneid-doi-may"][-1] == "go-ma", "and not what is done on a borrowed phone"
    assert "tich-hop-thong-tin" not in ways["vneid-tich-hop-giay-to"], "for who sees no line that waits"
    assert "tra-tien" not in ways["phat-nguoi"], "for who is fined"
    assert ways["ly-lich-tu-phap"] == ["tim-thu-tuc"], "whoever is 60 pays nothing, and files on the portal"
    assert ways["cu-tru-luu-tru"][0] == "mo-vneid", "most telephone: nothing to touch there"
    for flow in GUIDES:
        assert bool(ways[flow.id]) == can_be_practised(flow), flow.id


def test_every_step_at_which_a_finger_slides_is_practised_and_none_asked_for_twice() -> None:
    """Where a question leads back, the way goes on by the answer that leads further."""
    sliding = [(flow, step) for flow in GUIDES for step in flow.steps.values() if swipe_of(step)]
    assert len(sliding) == 4
    assert [why_not(step) for _, step in sliding] == [None] * 4
    steps = [step.id for step in steps_to_practise(FLOWS["chu-to-tren-may"])]
    assert steps[-4:] == ["keo-co-chu", "do-sang", "am-thanh", "keo-chuong"]
    assert count_practised(FLOWS["chu-to-tren-may"]) == 7
