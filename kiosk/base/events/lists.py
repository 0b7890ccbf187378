"""The closed lists that describe visits, the point and its staff, alike in the log, figures and screens.

Nothing a person can type, and nothing that would reveal a disability or a target group, is in one of them.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from flows.practice.rung import Rung as Rung
from kiosk.base.events.rules import EPOCH, HASH, ID, Count

Id: TypeAlias = Annotated[str, ID]
"""A word of the loaded guides or of the config."""
Hash: TypeAlias = Annotated[str, HASH]
Epoch: TypeAlias = Annotated[str, EPOCH]
Number: TypeAlias = Annotated[int, Count()]

Language: TypeAlias = Literal["vi", "en", "fr"]
Mode: TypeAlias = Literal["self", "assisted"]
Actor: TypeAlias = Literal["resident", "with-help", "volunteer"]
WalkOutcome: TypeAlias = Literal["completed", "stopped", "referred", "handed-over"]
SessionOutcome: TypeAlias = Literal["goodbye", "next-person", "idle", "crash"]
Explanation: TypeAlias = Literal["simpler", "example", "stuck-list"]
Face: TypeAlias = Literal["good", "fair", "poor"]
Result: TypeAlias = Literal["done", "partly", "not-done"]
Obstacle: TypeAlias = Literal[
    "no-own-sim", "forgotten-password", "no-nfc", "no-papers", "service-down", "no-smartphone",
    "details-differ", "no-time", "other",
]  # fmt: skip
Answer: TypeAlias = Literal["yes", "no"]
ExerciseHelp: TypeAlias = Literal["none", "kiosk", "person"]
"""What somebody had who typed a set text: nothing, the kiosk's ring or a hint, or somebody beside them."""
StopReason: TypeAlias = Literal["asked", "failed"]
EpochCause: TypeAlias = Literal["created", "corrupt", "marker", "renamed"]
TroubleCause: TypeAlias = Literal["disk-full", "io-error", "read-only", "cannot-open", "corrupt", "busy"]
Direction: TypeAlias = Literal["forward", "backward"]
CheckAnswer: TypeAlias = Literal["works", "fails", "absent"]
OpeningVerdict: TypeAlias = Literal["open", "refused", "overruled"]
FurtherHelp: TypeAlias = Literal["place", "phone", "nobody"]
"""Whose number is shown when nobody comes: another place's, the ward's own, or none that is known."""
DoorOutcome: TypeAlias = Literal["guided", "nobody-home", "declined", "come-back"]
Role: TypeAlias = Literal["volunteer", "officer", "responder", "administrator"]

STAFF_PREFIX: Mapping[Role, str] = {
    "volunteer": "tnv",
    "officer": "cb",
    "responder": "pu",
    "administrator": "qt",
}
"""What an id in the log begins with: tình nguyện viên, cán bộ, phản ứng, quản trị. No name goes in."""

STAFF_ID = re.compile(rf"({'|'.join(STAFF_PREFIX.values())})-\d{{2,4}}")
"""An id; its first group says which role."""
ContentChange: TypeAlias = Literal["taken", "went-back"]
"""Why other content, or another program, is in force: a pack was taken in, or the kiosk failed with it."""
Problem: TypeAlias = Literal[
    "no-own-sim", "forgotten-password", "no-nfc", "no-papers", "service-down", "details-differ",
    "guide-differs", "suspected-scam", "kiosk-fault", "other",
]  # fmt: skip
Urgency: TypeAlias = Literal["now", "this-week", "whenever"]
TicketAnswer: TypeAlias = Literal[
    "try-again", "guide-mended", "bring-papers", "come-to-ward", "go-to-police", "team-comes", "not-online",
]  # fmt: skip

LANGUAGES: tuple[Language, ...] = get_args(Language)
DOOR_OUTCOMES: tuple[DoorOutcome, ...] = get_args(DoorOutcome)
