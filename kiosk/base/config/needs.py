"""The tiles of the first screen as a file says them: what can be used, and what is wrong with the rest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.guide.needs import (
    GROUNDS,
    LEAST_NEEDS,
    MOST_GUIDES,
    MOST_NEEDS,
    MOST_URGENT,
    Ground,
    Need,
    Needs,
    shipped_needs,
)
from flows.guide.words import LANGUAGES, Words
from kiosk.base.config.check import Problems, read_config_text
from kiosk.base.config.lines import LineFinder
from kiosk.base.config.need_pictures import DEFAULT_PICTURE, read_picture
from kiosk.base.config.problems import ConfigProblem, ProblemCode, in_file
from kiosk.base.personal import leads_to_a_person, quotable

MOST_LETTERS, MOST_WORDS = 26, 6
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_EMERGENCY = re.compile(r"\b11[1-5]\b")
_KEYS = frozenset({*LANGUAGES, "picture", "ground", "urgent", "guides"})


def read_needs(file: Path) -> tuple[Needs, Problems]:
    """The tiles in *file* that can be shown, and everything in it that cannot. Where none can, ours.

    Never raises for what a person wrote.
    """
    table, text, problems = read_config_text(file, ("need", "guide"))
    reading = _Reading(file.parent, LineFinder(text))
    tiles = tuple(reading.needs(table.get("need", {})))
    titles = dict(reading.titles(table.get("guide", {})))
    tiles = tuple(reading.fitted(tiles)) if tiles else ()
    all_problems = in_file(file, (*problems, *reading.problems))
    ours = shipped_needs()
    return Needs(tiles or ours.tiles, {**ours.titles, **titles}), all_problems


def shown_option(option: str) -> str:
    """Its name as a message may quote it."""
    return ".".join(map(quotable, option.split(".")))


@dataclass(slots=True)
class _Reading:
    folder: Path
    lines: LineFinder
    problems: list[ConfigProblem] = field(default_factory=list)

    def refuse(self, code: ProblemCode, option: str, vi: str, en: str) -> None:
        self.problems.append(ConfigProblem(code, shown_option(option), self.lines.line_of(option), vi, en))

    def needs(self, raw: object) -> Iterator[Need]:
        if not isinstance(raw, Mapping) or not raw:
            self.refuse("wrong-type", "need", "phải có các mục [need.…].", "there must be sections [need.…].")
            return
        for name, written in raw.items():
            where = f"need.{name}"
            if not _ID.fullmatch(name) or len(name) > 40 or leads_to_a_person(name):
                self.refuse(
                    "wrong-type", where, "tên mục chỉ gồm chữ thường không dấu, số và gạch ngang.",
                    "the name of a section has small letters a–z, digits and hyphens only.",
                )  # fmt: skip
            elif not isinstance(written, Mapping):
                self.refuse("wrong-type", where, f"phải là mục [{where}].", f"must be a section [{where}].")
            elif (need := self._need(name, where, written)) is not None:
                yield need

    def _need(self, name: str, where: str, written: Mapping[str, object]) -> Need | None:
        for key in written:
            if key not in _KEYS:
                self.refuse(
                    "unknown-option", f"{where}.{key}", "không có tùy chọn này, máy bỏ qua.",
                    "no such option; it is ignored.",
                )  # fmt: skip
        words = self._words(where, written)
        guides = self._guides(where, written)
        if words is None or guides is None:
            return None
        ground = written.get("ground", "sand")
        if ground not in GROUNDS:
            listed = ", ".join(GROUNDS)
            self.refuse(
                "not-a-choice", f"{where}.ground", f"chỉ có thể là: {listed}.", f"must be one of: {listed}."
            )
        urgent = written.get("urgent", False)
        if not isinstance(urgent, bool):
            self.refuse(
                "wrong-type", f"{where}.urgent", "phải là true (gấp) hoặc false.", "must be true or false."
            )
        elif urgent and not guides:
            self.refuse(
                "contradiction", f"{where}.urgent", "việc gấp phải mở một bài: hãy ghi guides.",
                "what is urgent must open a guide: write guides.",
            )  # fmt: skip
        colour: Ground = next((choice for choice in GROUNDS if choice == ground), "sand")
        return Need(
            name, words, self._picture(where, written), colour, urgent=urgent is True and bool(guides),
            guides=guides,
        )  # fmt: skip

    def _words(self, where: str, written: Mapping[str, object]) -> Words | None:
        texts = dict[str, str]()
        for language in LANGUAGES:
            text = written.get(language, "")
            at = f"{where}.{language}"
            if not isinstance(text, str) or not text.strip():
                self.refuse(
                    "wrong-type", at, f'thiếu chữ trên ô: hãy ghi {language} = "…".',
                    f'the words of the tile are missing: write {language} = "…".',
                )  # fmt: skip
            elif leads_to_a_person(_EMERGENCY.sub("", text)):
                self.refuse(
                    "personal-data", at, "trông giống số của một người; không được ghi ở đây.",
                    "looks like a person's number; it must not be written here.",
                )  # fmt: skip
            elif len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS:
                self.refuse(
                    "out-of-range", at,
                    f"dài quá: chữ trên ô có nhiều nhất {MOST_WORDS} tiếng, {MOST_LETTERS} ký tự.",
                    f"is too long: a tile has at most {MOST_WORDS} words, {MOST_LETTERS} letters.",
                )  # fmt: skip
            else:
                texts[language] = unicodedata.normalize("NFC", text.strip())
        return Words(texts["vi"], texts.get("en"), texts.get("fr")) if "vi" in texts else None

    def _guides(self, where: str, written: Mapping[str, object]) -> tuple[str, ...] | None:
        """None: they cannot be read; empty: all topics."""
        guides, at = written.get("guides", []), f"{where}.guides"
        if not isinstance(guides, list) or not all(isinstance(guide, str) for guide in guides):
            self.refuse(
                "wrong-type", at, 'phải là danh sách mã bài như ["khan-cap"].',
                'must be a list of guides such as ["khan-cap"].',
            )  # fmt: skip
            return None
        if ("guides" in written and not guides) or len(guides) > MOST_GUIDES:
            self.refuse(
                "out-of-range", at, f"phải có 1 đến {MOST_GUIDES} bài; bỏ dòng này thì ô dẫn tới mọi chủ đề.",
                f"must name 1 to {MOST_GUIDES} guides; without this line the tile leads to all topics.",
            )  # fmt: skip
        if "guides" in written and not guides:
            return None
        return tuple(dict.fromkeys(guides))[:MOST_GUIDES]

    def _picture(self, where: str, written: Mapping[str, object]) -> str:
        picture = read_picture(written.get("picture", ""), self.folder)
        if picture.vi:
            self.refuse("no-picture", f"{where}.picture", picture.vi, picture.en)
        return picture.picture or DEFAULT_PICTURE

    def titles(self, raw: object) -> Iterator[tuple[str, Words]]:
        if not isinstance(raw, Mapping):
            return
        for name, written in raw.items():
            if isinstance(written, Mapping) and (words := self._words(f"guide.{name}", written)) is not None:
                yield name, words

    def fitted(self, tiles: tuple[Need, ...]) -> Iterator[Need]:
        """At most eight, of which one leads to all topics: nothing may be out of reach."""
        if len(tiles) > MOST_NEEDS:
            self.refuse(
                "out-of-range", f"need.{tiles[MOST_NEEDS].id}",
                f"có {len(tiles)} việc, màn hình đầu chỉ có chỗ cho {MOST_NEEDS}: "
                "bỏ bớt từ ô này trở đi, hoặc xếp ô cần hơn lên trên.",
                f"holds {len(tiles)} needs, the first screen has room for {MOST_NEEDS}: "
                "take away from this one on, or move what is needed more above it.",
            )  # fmt: skip
        elif len(tiles) < LEAST_NEEDS:
            self.refuse(
                "out-of-range", f"need.{tiles[-1].id}",
                f"chỉ có {len(tiles)} việc, màn hình đầu cần ít nhất {LEAST_NEEDS}: "
                f"thêm {LEAST_NEEDS - len(tiles)} mục [need.…] sau mục này.",
                f"there are only {len(tiles)} needs, the first screen takes at least {LEAST_NEEDS}: "
                f"add {LEAST_NEEDS - len(tiles)} sections [need.…] after this one.",
            )  # fmt: skip
        if not any(tile.leads_to_topics for tile in tiles):
            self.refuse(
                "contradiction", f"need.{tiles[-1].id}",
                "không ô nào dẫn tới mọi chủ đề: thêm một ô không ghi guides. Máy tự thêm “Việc khác”.",
                "no tile leads to all topics: add one without guides. “Việc khác” is added meanwhile.",
            )  # fmt: skip
            other = next(tile for tile in shipped_needs().tiles if tile.leads_to_topics)
            tiles = (*tiles[: MOST_NEEDS - 1], other)
        elif not any(tile.leads_to_topics for tile in tiles[:MOST_NEEDS]):
            tiles = (*tiles[: MOST_NEEDS - 1], next(tile for tile in tiles if tile.leads_to_topics))
        urgent = 0
        for tile in tiles[:MOST_NEEDS]:
            urgent += tile.urgent
            if tile.urgent and urgent > MOST_URGENT:
                self.refuse(
                    "out-of-range", f"need.{tile.id}.urgent",
                    f"chỉ {MOST_URGENT} ô được đỏ; ô này hiện như thường.",
                    f"only {MOST_URGENT} tiles may be red; this one is shown as any other.",
                )  # fmt: skip
            yield replace(tile, urgent=tile.urgent and urgent <= MOST_URGENT)
