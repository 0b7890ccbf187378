"""What people come for: the tiles of the first screen, each with the guides that it leads to."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from flows.guide.words import Words
from resources import path
from resources.toml import toml_of

Ground: TypeAlias = Literal["leaf", "sky", "sun", "pink", "sand", "lilac"]
"""The colour behind the picture of a need, by which one knows it again; red is for what is urgent."""
GROUNDS: tuple[Ground, ...] = get_args(Ground)
SHIPPED: Path = path("needs.toml")
"""Those that every ward has until it writes its own."""
THIS_MONTH = "thang-nay"
"""The tile of what is due, which no file of needs holds: it is there while something is."""
PRACTICE = "tap-cho-quen-tay"
"""What leads to all that can be practised; no file of needs holds it either, and it is always there."""
MOST_NEEDS, LEAST_NEEDS, MOST_GUIDES, MOST_URGENT = 8, 4, 6, 2


@dataclass(frozen=True, slots=True)
class Need:
    """One tile. Without guides it leads to all topics; an urgent one leads to the first step of its first
    guide, without anything in between.
    """

    id: str
    words: Words
    picture: str  # "scenes/scene-health": its folder and name, as an image is asked for
    ground: Ground = "sand"
    urgent: bool = False
    guides: tuple[str, ...] = ()

    @property
    def leads_to_topics(self) -> bool:
        return not self.guides


@dataclass(frozen=True, slots=True)
class Needs:
    """The tiles in their order, and the short words of guides, by id, on the tiles that a need leads to."""

    tiles: tuple[Need, ...] = ()
    titles: Mapping[str, Words] = field(default_factory=dict)

    def of(self, need_id: str) -> Need | None:
        return next((tile for tile in self.tiles if tile.id == need_id), None)

    def with_month(self, month: Need) -> Needs:
        """The same with the tile of what is due *month*, before the one that leads to all else."""
        at = next((at for at, tile in enumerate(self.tiles) if tile.leads_to_topics), len(self.tiles))
        return replace(self, tiles=(*self.tiles[:at], month, *self.tiles[at:]))

    def offered(self, installed: Container[str]) -> Needs:
        """Only what can be opened here: a tile none of whose guides is *installed* goes."""
        left = (
            replace(tile, guides=tuple(guide for guide in tile.guides if guide in installed))
            for tile in self.tiles
        )
        before = {tile.id: tile.leads_to_topics for tile in self.tiles}
        return replace(self, tiles=tuple(tile for tile in left if tile.guides or before[tile.id]))


@cache
def shipped_needs() -> Needs:
    """What is shipped has been checked by a test; what a ward writes is read by `kiosk.base.config.needs`."""
    table = toml_of(SHIPPED.read_text("utf-8"))
    tiles = tuple(
        Need(
            name,
            _words(one),
            f"scenes/{one['picture']}",
            one.get("ground", "sand"),
            urgent=one.get("urgent", False),
            guides=tuple(one.get("guides", ())),
        )
        for name, one in table["need"].items()
    )
    return Needs(tiles, {guide: _words(one) for guide, one in table["guide"].items()})


def _words(one: Mapping[str, str]) -> Words:
    return Words(one["vi"], one["en"], one["fr"])
