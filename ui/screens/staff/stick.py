"""The ward's stick: what is copied, the one question, and when it may be pulled out."""

from __future__ import annotations

from ui.screens.aside import MessageProps
from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Translator
from ui.screens.picture.derive import derive_scene
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
    tr, stick = around.tr(visit.preferences.language), around.point.ward_stick
    asking = stick.state == "asking" and stick.offer is not None
    return MessageProps(
        place=f"usb.{stick.state}",
        language=tr.language,
        heading=tr(_heading(stick)),
        sentence=_sentence(tr, stick),
        primary=_primary(tr, stick),
        choices=(Control(StaffDo.NOT_NOW, tr("usb.not_now"), "close"),) if asking else (),
        bar=bar(tr, WITHOUT_CALL),
        picture=derive_scene("stick", tr.language),
    )


def offer_said(tr: Translator, offer: Offer) -> str:
    """*Có 3 bài sửa, 1 bài mới. Có phiên bản mới của chương trình: 0.2.0.*"""
    said = [_content_said(tr, offer)] if offer.content else []
    if offer.program:
        said.append(tr("usb.program", version=offer.program))
    return " ".join(said)


def _content_said(tr: Translator, offer: Offer) -> str:
    counted = (("changed", offer.changed), ("new", offer.new), ("gone", offer.gone))
    parts = [tr(f"content.{kind}_count", count=count) for kind, count in counted if count]
    if offer.others or not parts:
        parts.append(tr("content.others"))
    return tr("content.has", parts=", ".join(parts))


def _heading(stick: WardStick) -> str:
    if stick.state == "asking":
        return "usb.ask_program" if stick.offer and not stick.offer.content else "usb.ask"
    if stick.state != "over":
        return "usb.at_work"
    return "usb.no_stick_heading" if stick.exported == "no-stick" else "usb.may_pull"


def _sentence(tr: Translator, stick: WardStick) -> str:
    match stick.state:
        case "idle" | "looking":
            return tr("usb.looking")
        case "exporting":
            return tr("usb.exporting") if stick.percent is None else tr("usb.export", percent=stick.percent)
        case "copying":
            return tr("usb.copying", percent=stick.percent or 0)
        case "asking":
            return _question(tr, stick.offer) if stick.offer is not None else ""
        case "over":
            return _what_came_of_it(tr, stick)


def _question(tr: Translator, offer: Offer) -> str:
    signed = tr("content.signed_on", date=f"{offer.made:%d/%m/%Y}")
    back = ""
    if offer.back_to is not None:
        back = tr("content.back_to", number=offer.back_to) if offer.back_to else tr("content.back_to_program")
        back += " "
    return f"{offer_said(tr, offer)} {back}{signed} {tr('usb.install_this')}"


def _what_came_of_it(tr: Translator, stick: WardStick) -> str:
    keys = (_key(stick.brought), *_beside(stick.beside), EXPORTED[stick.exported])
    return " ".join(tr(key, count=stick.bundles) for key in keys if key)


def _beside(other: Beside | None) -> tuple[str, ...]:
    """Of the pack that was not taken, which it is comes first."""
    if other is None:
        return ()
    if other.why == "too-many":
        return (_key(other.why),)
    return "content.program_refused" if other.kind == "program" else "content.refused", _key(other.why)


def _key(brought: Brought) -> str:
    return f"usb.{brought.replace('-', '_')}" if brought else ""


def _primary(tr: Translator, stick: WardStick) -> Control:
    if stick.state == "asking":
        return Control(StaffDo.INSTALL, tr("usb.install"), "check")
    return Control(Do.DONE, tr("usb.done" if stick.may_pull else "usb.leave"), "check")
