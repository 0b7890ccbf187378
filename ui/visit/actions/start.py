"""What begins a visit at the invitation. The first frame imports this and no other action."""

from __future__ import annotations

from ui.visit.actions.plain import Plain


class Start(Plain):
    """Who touches the invitation looks; who swipes over it wants to hear what lies under the finger."""

    TOUCHED = "begin"
    EXPLORING = "begin-exploring"
