"""Which shape a role takes in a scene, and in which area it stands. Tables, with a default for every pair."""

from __future__ import annotations

from flows.guide.steps import ElementRole, Scene
from ui.screens.picture.props import Area, Shape

_ANYWHERE: dict[ElementRole, Shape] = {
    "button": "button", "field": "field", "icon": "key", "tab": "tab", "item": "row", "text": "text",
    "digits": "number", "photo": "photo", "hang-up": "hang-up", "close": "close",
    "slider": "slider",
}  # fmt: skip

_IN_SCENE: dict[tuple[Scene, ElementRole], Shape] = {
    ("home-screen", "icon"): "app",
    ("store-search", "field"): "search",
    ("store-search", "item"): "result",
    ("store-page", "icon"): "big-icon",
    ("store-page", "photo"): "shots",
    ("app-home", "item"): "tile",
    ("app-home", "icon"): "tile",
    ("app-home", "field"): "search",
    ("call", "button"): "dial",
    ("camera", "photo"): "viewfinder",
    ("settings", "icon"): "toggle",
    ("message", "text"): "bubble",
    ("message", "digits"): "code-bubble",
    ("counter", "text"): "sign",
    ("counter", "photo"): "person",
    ("counter", "item"): "card",
    ("counter", "field"): "card",
    ("counter", "digits"): "card",
    ("counter", "icon"): "card",
    ("paper", "photo"): "id-card",
    ("paper", "item"): "card",
    ("qr", "photo"): "qr",
    ("done", "icon"): "tick",
}

_WITHOUT_LABEL: dict[tuple[Scene, ElementRole], Shape] = {
    ("camera", "button"): "key",
    ("code-entry", "digits"): "boxes",
}
_WITH_LABEL: dict[tuple[Scene, ElementRole], Shape] = {
    ("form", "photo"): "id-card",  # the only pictures with a known name are identity cards
    ("store-page", "icon"): "row",
}

_AREAS: dict[tuple[Scene, ElementRole], Area] = {
    ("home-screen", "text"): "top",
    ("home-screen", "icon"): "grid",
    ("store-page", "text"): "top",
    ("app-home", "text"): "top",
    ("app-home", "field"): "top",
    ("app-home", "photo"): "top",
    ("app-home", "item"): "grid",
    ("app-home", "icon"): "grid",
    ("settings", "icon"): "grid",
    ("call", "button"): "grid",
    ("call", "icon"): "grid",
    ("call", "hang-up"): "grid",
    ("counter", "text"): "top",
    ("counter", "photo"): "body",
    ("done", "icon"): "top",
}


_STAGES: dict[Scene, str] = {
    "home-screen": "Home",
    "store-search": "StoreSearch",
    "store-page": "StorePage",
    "app-login": "Login",
    "app-home": "AppHome",
    "code-entry": "CodeEntry",
    "camera": "Camera",
    "call": "Call",
    "message": "Message",
    "counter": "Counter",
    "paper": "Paper",
    "done": "Done",
}


def stage_of(scene: Scene) -> str:
    """The drawing of *scene*: ``<stage>Scene.qml``. Plain rows where it needs none of its own."""
    return _STAGES.get(scene, "List")


def shape_of(scene: Scene, role: ElementRole, has_label: bool) -> Shape:
    """How *role* is drawn in *scene*."""
    table = _WITH_LABEL if has_label else _WITHOUT_LABEL
    if shape := table.get((scene, role)):
        return shape
    if role == "close" and has_label:
        return "button"
    return _IN_SCENE.get((scene, role), _ANYWHERE[role])


def area_of(scene: Scene, role: ElementRole, has_label: bool) -> Area:
    """Where *role* stands in *scene*."""
    if role == "tab":
        return "bottom"
    if (scene, role) == ("store-page", "icon"):
        return "body" if has_label else "grid"
    if scene == "counter":
        return _AREAS.get((scene, role), "grid")
    return _AREAS.get((scene, role), "body")
