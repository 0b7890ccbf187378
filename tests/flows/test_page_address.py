"""Where a guide stands on the ward's pages."""

from __future__ import annotations

from support.stage import residents_guides

from flows.guide.page_address import PAGE, page_address, with_pages


def test_a_slash_at_the_end_of_the_address_changes_nothing() -> None:
    assert page_address("https://cua-nam.example/bai", "khan-cap") == "https://cua-nam.example/bai/khan-cap/"
    assert page_address("https://cua-nam.example/bai/", "khan-cap") == "https://cua-nam.example/bai/khan-cap/"


def test_without_an_address_no_guide_has_a_page() -> None:
    assert page_address("", "khan-cap") == ""


def test_each_guide_has_the_code_of_its_page_before_its_others_and_stays_the_guide_of_its_files() -> None:
    flows = residents_guides().flows
    for guide, flow in with_pages(flows, "https://cua-nam.example/bai").items():
        first, *others = flow.qr
        assert (first.id, first.payload, first.printable) == (
            PAGE,
            f"https://cua-nam.example/bai/{guide}/",
            True,
        )
        assert tuple(others) == flows[guide].qr and flow.content_hash == flows[guide].content_hash
    assert with_pages(flows, "") is flows
