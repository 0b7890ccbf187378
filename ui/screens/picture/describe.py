"""One sentence that says what the picture shows, for the accessible tree and for listeners. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flows.guide.steps import Element, ElementRole, KeySign, Picture, Scene
from flows.guide.words import Language
from ui.screens.picture.arrange import arrange, highlighted, pointer_kind
from ui.screens.picture.props import PointerKind
from ui.screens.picture.where import Where, where_it_is


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Nouns carry their article; patterns take `noun` and, where the label is known, `label`."""

    places: dict[str, str]
    nouns: dict[ElementRole, str]
    nouns_in_scene: dict[tuple[Scene, ElementRole], str]
    touch: str
    touch_named: str
    look: str
    look_named: str
    speak: str
    call: str
    call_named: str
    write: str
    signs: dict[KeySign, str]
    where: dict[Where, str]


_VI = _Phrases(
    places={"phone": "Hình vẽ màn hình điện thoại", "web": "Hình vẽ trang web",
            "counter": "Hình vẽ quầy làm việc", "paper": "Hình vẽ giấy tờ", "other": "Hình vẽ"},
    nouns={"button": "nút", "field": "ô", "icon": "biểu tượng", "tab": "mục", "item": "mục",
           "text": "dòng chữ", "digits": "dãy số", "photo": "ảnh",
           "hang-up": "nút đỏ để cúp máy", "close": "nút đóng", "slider": "thanh kéo"},
    nouns_in_scene={("counter", "photo"): "người ở quầy", ("camera", "photo"): "khung ngắm",
                    ("camera", "item"): "dòng địa chỉ",
                    ("qr", "photo"): "mã QR", ("code-entry", "digits"): "các ô nhập số"},
    touch="bác chạm vào {noun} có mũi tên chỉ",
    touch_named="bác chạm vào {noun} “{label}”",
    look="bác nhìn vào {noun} có mũi tên chỉ",
    look_named="bác nhìn vào {noun} “{label}”",
    speak="bác nói với {noun}",
    call="bác gọi {noun} có mũi tên chỉ",
    call_named="bác gọi số “{label}”",
    write="bác viết vào {noun} có mũi tên chỉ",
    signs={"microphone": "hình micro", "camera": "hình máy ảnh", "video-camera": "hình máy quay",
           "loudspeaker": "hình cái loa", "globe": "hình quả địa cầu", "erase": "phím xóa có dấu nhân",
           "send": "hình mũi tên gửi đi", "plus": "dấu cộng", "tick-box": "ô vuông nhỏ",
           "bin": "hình thùng rác", "ticked": "ô đã đánh dấu",
           "gear": "hình bánh răng", "letter-i": "chữ i trong vòng tròn", "switch-off": "cái gạt đang tắt",
           "switch-on": "cái gạt đang bật", "messages": "hình tin nhắn", "bank": "hình ngân hàng",
           "qr": "hình mã QR", "sun": "thanh kéo có mặt trời", "bell": "thanh kéo có cái chuông"},
    where={"bar": "ở thanh dưới cùng", "bar-left": "ở thanh dưới cùng, bên trái",
           "bar-middle": "ở thanh dưới cùng, ở giữa", "bar-right": "ở thanh dưới cùng, bên phải",
           "address": "ở ô địa chỉ của trình duyệt", "top": "ở trên cùng",
           "under-name": "ngay dưới tên ứng dụng", "under-boxes": "ở dưới các ô", "below": "ở phía dưới"},
)  # fmt: skip
_EN = _Phrases(
    places={"phone": "Drawing of a phone screen", "web": "Drawing of a web page",
            "counter": "Drawing of a service desk", "paper": "Drawing of papers", "other": "Drawing"},
    nouns={"button": "the button", "field": "the box", "icon": "the icon", "tab": "the tab",
           "item": "the item", "text": "the line of text", "digits": "the number", "photo": "the picture",
           "hang-up": "the red button that hangs up", "close": "the cross that closes it",
           "slider": "the bar to slide"},
    nouns_in_scene={("counter", "photo"): "the person at the desk", ("camera", "photo"): "the camera frame",
                    ("camera", "item"): "the line with the address",
                    ("qr", "photo"): "the QR code", ("code-entry", "digits"): "the boxes for the digits"},
    touch="touch {noun} the arrow points to",
    touch_named="touch {noun} “{label}”",
    look="look at {noun} the arrow points to",
    look_named="look at {noun} “{label}”",
    speak="speak to {noun}",
    call="call {noun} the arrow points to",
    call_named="call the number “{label}”",
    write="write in {noun} the arrow points to",
    signs={"microphone": "the microphone", "camera": "the camera", "video-camera": "the video camera",
           "loudspeaker": "the loudspeaker", "globe": "the globe", "erase": "the key with a cross",
           "send": "the arrow that sends", "plus": "the plus sign", "tick-box": "the small square",
           "bin": "the bin", "ticked": "the ticked square",
           "gear": "the gear", "letter-i": "the letter i in a circle", "switch-off": "the switch that is off",
           "switch-on": "the switch that is on", "messages": "the sign of messages",
           "bank": "the sign of a bank", "qr": "the sign of a QR code", "sun": "the bar with the sun",
           "bell": "the bar with the bell"},
    where={"bar": "in the bar at the bottom", "bar-left": "in the bar at the bottom, on the left",
           "bar-middle": "in the bar at the bottom, in the middle",
           "bar-right": "in the bar at the bottom, on the right",
           "address": "in the browser’s address box", "top": "at the top",
           "under-name": "right below the app’s name", "under-boxes": "below the boxes",
           "below": "further down"},
)  # fmt: skip
_FR = _Phrases(
    places={"phone": "Dessin d’un écran de téléphone", "web": "Dessin d’une page web",
            "counter": "Dessin d’un guichet", "paper": "Dessin de papiers", "other": "Dessin"},
    nouns={"button": "le bouton", "field": "la case", "icon": "l’icône", "tab": "l’onglet",
           "item": "la ligne", "text": "la ligne de texte", "digits": "le numéro", "photo": "l’image",
           "hang-up": "le bouton rouge pour raccrocher", "close": "la croix qui ferme",
           "slider": "la barre à glisser"},
    nouns_in_scene={("counter", "photo"): "la personne au guichet", ("camera", "photo"): "le cadre de visée",
                    ("camera", "item"): "la ligne de l’adresse",
                    ("qr", "photo"): "le code QR", ("code-entry", "digits"): "les cases des chiffres"},
    touch="touchez {noun} que montre la flèche",
    touch_named="touchez {noun} « {label} »",
    look="regardez {noun} que montre la flèche",
    look_named="regardez {noun} « {label} »",
    speak="parlez à {noun}",
    call="appelez {noun} que montre la flèche",
    call_named="appelez le numéro « {label} »",
    write="écrivez dans {noun} que montre la flèche",
    signs={"microphone": "le micro", "camera": "l’appareil photo", "video-camera": "la caméra",
           "loudspeaker": "le haut-parleur", "globe": "le globe", "erase": "la touche avec une croix",
           "send": "la flèche d’envoi", "plus": "le signe plus", "tick-box": "le petit carré",
           "bin": "la corbeille", "ticked": "le carré coché",
           "gear": "la roue dentée", "letter-i": "la lettre i dans un cercle",
           "switch-off": "l’interrupteur éteint", "switch-on": "l’interrupteur allumé",
           "messages": "le signe des messages", "bank": "le signe d’une banque",
           "qr": "le signe d’un code QR", "sun": "la barre avec le soleil",
           "bell": "la barre avec la cloche"},
    where={"bar": "dans la barre du bas", "bar-left": "dans la barre du bas, à gauche",
           "bar-middle": "dans la barre du bas, au milieu",
           "bar-right": "dans la barre du bas, à droite",
           "address": "dans la case d’adresse du navigateur",
           "top": "tout en haut", "under-name": "juste sous le nom de l’application",
           "under-boxes": "sous les cases", "below": "plus bas"},
)  # fmt: skip
_PHRASES: dict[Language, _Phrases] = {"vi": _VI, "en": _EN, "fr": _FR}


def spoken_description(picture: Picture, language: Language, pointer: PointerKind | None = None) -> str:
    """One sentence in *language*; a label nobody could source is never named, only pointed at. *pointer*
    where the step says otherwise than the picture.
    """
    words = _PHRASES[language]
    place = words.places[_place(picture)]
    element = highlighted(picture)
    if element is None:
        return f"{place}."
    noun = noun_of(picture, element, language)
    to_somebody = pointer == "mouth" and (picture.scene, element.role) == ("counter", "photo")
    kind = pointer_kind(picture) if pointer in (None, "mouth") else pointer
    pattern = words.speak if to_somebody else _pattern(words, kind, bool(element.label))
    drawn = replace(arrange(picture), pointer_kind=kind or "eye")
    where = words.where.get(where_it_is(drawn), "")
    told = ", ".join(part for part in (pattern.format(noun=noun, label=element.label), where) if part)
    return f"{place}{_colon(language)} {told}."


def said_where(picture: Picture, where: Where, sentence: str, language: Language) -> str:
    """The place by itself, after a *sentence*; what it is a place of is said where that does not name it."""
    element = highlighted(picture)
    if not where or element is None:
        return ""
    told = _PHRASES[language].where[where]
    noun = noun_of(picture, element, language)
    name = noun if element.typed or not element.label else element.label
    if not re.search(rf"\b{re.escape(name)}\b", sentence, re.IGNORECASE):
        between = " " if language == "vi" else f"{_colon(language)} "
        told = f"{noun}{between}{told}"
    return f"{told[0].upper()}{told[1:]}."


def noun_of(picture: Picture, element: Element, language: Language) -> str:
    """What kind of place it is, where no words stand on it: “ô”, “the button”."""
    words = _PHRASES[language]
    if element.sign:
        return words.signs[element.sign]
    return words.nouns_in_scene.get((picture.scene, element.role), words.nouns[element.role])


def drawing_of(what: str, language: Language) -> str:
    """What a drawing shows that stands for the words *what*."""
    return f"{_PHRASES[language].places['other']}{_colon(language)} {what.rstrip('.')}."


def _colon(language: Language) -> str:
    return " :" if language == "fr" else ":"


def _place(picture: Picture) -> str:
    match picture.device:
        case "android" | "iphone" | "any-phone":
            return "phone"
        case "web":
            return "web"
        case _:
            return picture.scene if picture.scene in ("counter", "paper") else "other"


def _pattern(words: _Phrases, kind: PointerKind | None, named: bool) -> str:
    match kind:
        case "hand":
            return words.touch_named if named else words.touch
        case "handset":
            return words.call_named if named else words.call
        case "pen":
            return words.write
        case _:
            return words.look_named if named else words.look
