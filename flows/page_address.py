"""Where a guide stands on the ward's own pages (`flows site`): codes on screens and on paper lead there."""

from __future__ import annotations


def page_address(site: str, guide: str) -> str:
    """``<site>/<guide>/``, with or without a slash at the end of *site*; empty where the ward named none."""
    return f"{site.rstrip('/')}/{guide}/" if site else ""
