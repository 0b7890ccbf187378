"""“Tôi đã luyện những việc này”: what somebody has practised, by item of the framework. No certificate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files

from flows.flow import Flow
from flows.skills import skill_of, skills
from flows.words import Language
from kiosk.sheets.words import sayer
from kiosk.typesetting.paper import Paper


def learnt_sheet(
    guides: tuple[str, ...], offered: Mapping[str, Flow], ward: str, today: date, language: Language = "vi"
) -> Paper:
    """A5. Of *guides* those that are still offered; it bears no name."""
    say = sayer(language)
    practised_flows = [offered[guide] for guide in guides if guide in offered]
    parts = [
        {
            "head": f"{skill.number} {skill.name.in_(language)}",
            "unsure": skill.confidence == "U",
            "guides": [flow.title.in_(language) for flow in practised_flows if flow.id in skill.guides],
        }
        for skill in skills().values()
    ]
    others = [flow.title.in_(language) for flow in practised_flows if skill_of(flow.id) is None]
    parts.append({"head": say("learnt.others"), "unsure": False, "guides": others})
    words = {
        "language": language,
        "title": say("learnt.title"),
        "parts": [part for part in parts if part["guides"]],
        "foot": [say("learnt.no_certificate"), say("learnt.framework")],
        "printed": f"{ward} · {say('learnt.printed', day=f'{today:%d/%m/%Y}')}",
    }
    return Paper((files("kiosk.sheets") / "learnt.typ").read_bytes(), words, today)
