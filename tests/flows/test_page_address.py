"""Where a guide stands on the ward's pages."""

from __future__ import annotations

from flows.page_address import page_address


def test_a_slash_at_the_end_of_the_address_changes_nothing() -> None:
    assert page_address("https://cua-nam.example/bai", "khan-cap") == "https://cua-nam.example/bai/khan-cap/"
    assert page_address("https://cua-nam.example/bai/", "khan-cap") == "https://cua-nam.example/bai/khan-cap/"


def test_without_an_address_no_guide_has_a_page() -> None:
    assert page_address("", "khan-cap") == ""
