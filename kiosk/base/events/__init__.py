"""What may happen: one frozen class for each kind of event, its fields typed with the closed lists.

What a press returns, what the log stores, and what `docs/events.md` and the JSON schema say is such a class;
nothing repeats it. Imports nothing else of `kiosk`, nothing of `ui`, no Qt; `ui` may import it.
See docs/decisions/events.md.
"""

from __future__ import annotations

from kiosk.base.events.kinds import *  # noqa: F403
from kiosk.base.events.lists import *  # noqa: F403
from kiosk.base.events.point import *  # noqa: F403
from kiosk.base.events.private import *  # noqa: F403
from kiosk.base.events.visit import *  # noqa: F403
