"""Practised on one's own phone is what leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator

from flows.flow import Flow
from flows.problems import Finding, Place


def what_files_is_not_practised_for_real(flow: Flow) -> Iterator[Finding]:
    """Who practises a guide that submits a file would submit it once more."""
    if flow.files and flow.own_phone:
        yield Finding("own-phone-files", Place("flow.toml", ("files",)))
