"""Words a guide has typed, practised by the drawn keys."""

from __future__ import annotations

from dataclasses import replace

from flows.exercise.doing import Doing
from flows.exercise.in_a_guide import word_by_keys
from flows.practice.practice import Practice
from flows.single_file_rules import CODE
from ui.screens.page import Control, Line, Translator
from ui.screens.typing_page import TypingProps, did, typing_page
from ui.visit.actions.common import Do


def typing_in(practice: Practice, now: Doing, tr: Translator, *, explores: bool) -> TypingProps:
    """What to type, the keys, and a way on for who would rather not; typed, what stands there."""
    text = now.exercise.expect
    page = typing_page(now, tr, lies=False, explores=explores)
    kind = "code" if text == CODE else "number" if text.isdigit() else "word"
    onward = Control(Do.GO_ON, tr("practice.skip_typing"), "next", kind="plain")
    page = replace(
        page,
        place=f"practice.{practice.flow_id}.{practice.passes}.{practice.at}.typing.{now.said}.{now.over}",
        sentence=tr(f"practice.type_{kind}", word=text),
        mark=tr("practice.caption", step=practice.at + 1, of=len(practice.tasks)),
        primary=onward,
        spoken_last=(Line("primary", onward.name),),
    )
    if now.over:
        onward = Control(Do.GO_ON, tr("step.next"), "next")
        last = did(now, tr)
        return replace(
            page,
            sentence=tr("practice.typed", word=text),
            caption=last,
            primary=onward,
            spoken_first=(Line("caption", last),),
            spoken_last=(Line("primary", onward.name),),
        )
    if now.help == "said-again" and kind == "word":
        word, keys = word_by_keys(now)
        hint = tr("practice.word_by_keys", word=word, keys=", ".join(keys))
        return replace(page, caption=hint, spoken_first=(Line("caption", hint),))
    return page
