"""Where a guide stands on the ward's own pages (`flows site`): codes on screens and on paper lead there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide.flow import Flow, QrTarget
from flows.guide.words import Words

PAGE = "trang-cua-phuong"
"""The id of that code among those of a guide."""
_LABEL = Words("Bài này trên điện thoại", "This guide on a phone", "Ce guide sur téléphone")


def page_address(site: str, guide: str) -> str:
    """``<site>/<guide>/``, with or without a slash at the end of *site*; empty where the ward named none."""
    return f"{site.rstrip('/')}/{guide}/" if site else ""


def with_pages(flows: Mapping[str, Flow], site: str) -> Mapping[str, Flow]:
    """Each guide with the code of its page before its other codes; its hash stays that of the files."""
    return {guide: _with_page(flow, site) for guide, flow in flows.items()} if site else flows


def _with_page(flow: Flow, site: str) -> Flow:
    address = page_address(site, flow.id)
    code = QrTarget(PAGE, _LABEL, address, printable=True, why="[site] address", sources=())
    return replace(flow, qr=(code, *flow.qr))
