"""The ward's stick: what is copied, the one question, and when it may be pulled out."""

from __future__ import annotations

from ui.picture.derive import derive_scene
from ui.screens.aside import MessageProps
from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import StaffDo
from ui.visit.staff.ward_stick import Beside, Brought, Exported, Offer, WardStick
from ui.visit.visit import Visit

EXPORTED: dict[Exported, str] = {
    "": "", "done": "usb.copied", "nothing": "usb.nothing_to_copy", "no-stick": "usb.no_stick",
    "read-only": "usb.read_only", "busy": "stick.busy", "failed": "usb.copy_failed",
    "not-enrolled": "stick.not_enrolled",
}  # fmt: skip


def derive_stick(visit: Visit, around: Surroundings) -> MessageProps:
    """One sentence and at most one question."""
    tell, stick = around.tell(visit.preferences.language), around.point.ward_stick
    asking = stick.state == "asking" and stick.offer is not None
    return MessageProps(
        template="message",
        place=f"usb.{stick.state}",
        language=tell.language,
        heading=tell(_heading(stick)),
        sentence=_sentence(tell, stick),
        primary=_primary(tell, stick),
        choices=(Control(StaffDo.NOT_NOW, tell("usb.not_now"), "close"),) if asking else (),
        bar=bar(tell, WITHOUT_CALL),
        picture=derive_scene("stick", tell.language),
    )


def offer_said(tell: Teller, offer: Offer) -> str:
    """*Có 3 bài sửa, 1 bài mới. Có phiên bản mới của chương trình: 0.2.0.*"""
    said = [_content_said(tell, offer)] if offer.content else []
    if offer.program:
        said.append(tell("usb.program", version=offer.program))
    return " ".join(said)


def _content_said(tell: Teller, offer: Offer) -> str:
    counted = (("changed", offer.changed), ("new", offer.new), ("gone", offer.gone))
    parts = [tell(f"content.{kind}_count", count=count) for kind, count in counted if count]
    if offer.others or not parts:
        parts.append(tell("content.others"))
    return tell("content.has", parts=", ".join(parts))


def _heading(stick: WardStick) -> str:
    if stick.state == "asking":
        return "usb.ask_program" if stick.offer and not stick.offer.content else "usb.ask"
    if stick.state != "over":
        return "usb.at_work"
    return "usb.no_stick_heading" if stick.exported == "no-stick" else "usb.may_pull"


def _sentence(tell: Teller, stick: WardStick) -> str:
    match stick.state:
        case "idle" | "looking":
            return tell("usb.looking")
        case "exporting":
            return (
                tell("usb.exporting") if stick.percent is None else tell("usb.export", percent=stick.percent)
            )
        case "copying":
            return tell("usb.copying", percent=stick.percent or 0)
        case "asking":
            return _question(tell, stick.offer) if stick.offer is not None else ""
        case "over":
            return _what_came_of_it(tell, stick)


def _question(tell: Teller, offer: Offer) -> str:
    signed = tell("content.signed_on", date=f"{offer.made:%d/%m/%Y}")
    back = f"{tell('content.back_to', number=offer.back_to)} " if offer.back_to else ""
    return f"{offer_said(tell, offer)} {back}{signed} {tell('usb.install_this')}"


def _what_came_of_it(tell: Teller, stick: WardStick) -> str:
    keys = (_key(stick.brought), *_beside(stick.beside), EXPORTED[stick.exported])
    return " ".join(tell(key, count=stick.bundles) for key in keys if key)


def _beside(other: Beside | None) -> tuple[str, ...]:
    """Of the pack that was not taken, which it is comes first."""
    if other is None:
        return ()
    if other.why == "too-many":
        return (_key(other.why),)
    return "content.program_refused" if other.kind == "program" else "content.refused", _key(other.why)


def _key(brought: Brought) -> str:
    return f"usb.{brought.replace('-', '_')}" if brought else ""


def _primary(tell: Teller, stick: WardStick) -> Control:
    if stick.state == "asking":
        return Control(StaffDo.INSTALL, tell("usb.install"), "check")
    return Control(Do.DONE, tell("usb.done" if stick.may_pull else "usb.leave"), "check")
