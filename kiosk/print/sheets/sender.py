"""Who hands a sheet out, by the config."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from flows.guide.flow import Flow
from flows.guide.page_address import page_address
from kiosk.base.config.sections import Config
from kiosk.base.config.ward_file import SHIPPED, ward_here
from kiosk.print.sheets.phones import Ours
from kiosk.print.sheets.sheet import Sender


def ours_of(config: Config) -> Ours:
    return Ours(config.place.help_phone, config.help.further_phone, config.help.further_place)


def sender_of(config: Config, offered: Mapping[str, Flow]) -> Sender:
    """*offered*: the guides to which ways may lead."""
    return Sender(
        config.ward.name,
        ours_of(config),
        partial(page_address, config.site.address),
        {flow.id: flow.title for flow in offered.values()},
        offices=ward_here(config.ward.chosen(SHIPPED), config.ward.name)[0],
    )
