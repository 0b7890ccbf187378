"""Which screens a tour shows, in the order of reading. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from accessibility.card import CardFault
from accessibility.touch import LEVELS
from flows.exercise import doing as doings
from flows.exercise.in_a_guide import typing_of
from flows.exercise.library import shipped_exercises
from flows.flow import TOPICS, Caution, Change, Flow, QrTarget
from flows.needs import shipped_needs
from flows.practice.own_phone import OwnPhone
from flows.practice.practice import Practice
from flows.practice.way import can_be_practised, steps_to_do, tasks_of
from flows.rehearse.library import shipped_rehearsals
from flows.rehearse.play import Play, answered, gone_on
from flows.search import Answer
from flows.search.asking import MOST_GUIDES
from flows.search.word_files import Matter
from flows.steps import Step, ToHotline, points_at
from flows.walk import STUCK_PREFIX, Walk, begin, choices_made, current, edges_open, follow
from flows.words import Words
from kiosk.tour.staff_stops import STAFF_STAGES_SHOWN
from ui.visit.staff.stages import RehearsingHelp, Training
from ui.visit.stage import Stage
from ui.visit.stages import (
    Advice,
    Ask,
    Attract,
    Circle,
    Comfort,
    Exercising,
    Fitted,
    Goodbye,
    GuideChanged,
    HaveReady,
    Home,
    Hotline,
    IdleNotice,
    MyCard,
    NeedGuides,
    NumbersToCall,
    OnOwnPhone,
    Overview,
    Person,
    Practising,
    Privacy,
    Rehearsing,
    Resume,
    ScamsToRehearse,
    ShowCard,
    ShowQr,
    SmallExercises,
    Sorry,
    Stepping,
    StuckList,
    ThisPlace,
    Topic,
    Topics,
    Unread,
)

EMERGENCY = "khan-cap"
SAID_OF_A_CARD: tuple[CardFault, ...] = ("foreign", "damaged", "forged", "other-ward", "not-enrolled")
"""One of each sentence; the other faults have the words of one of these."""


REHEARSED = (
    ("code", "khoa-sim", "t4"), ("message", "ngan-hang-sinh-trac", "t1"),
    ("video", "video-gia-con", "t1"), ("qr", "giao-hang-qr", "t4"),
)  # fmt: skip
"""What else than a call may come to the drawn phone: the story, and its turn."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One screen of the tour. `name` is unique within its chapter and names the picture's file."""

    name: str
    stage: Stage
    step: Step | None = None  # whose sources stand beside the picture
    cautions: tuple[Caution, ...] = ()  # and theirs
    code: QrTarget | None = None  # and its own
    change: Change | None = None


def common_stops(flows: Mapping[str, Flow]) -> tuple[Stop, ...]:
    """The screens that belong to no guide, but for the one that is offered again."""
    topics = {flow.topic for flow in flows.values()}
    several = (one for one in shipped_needs().offered(flows).tiles if len(one.guides) > 1)
    shown = tuple(one for one in several if not one.urgent)
    return (
        Stop("attract", Attract()),
        Stop("privacy", Privacy()),
        Stop("this-place", ThisPlace()),
        Stop("presets", Comfort(presets=True)),
        Stop("circle", Circle()),
        Stop("fitted", Fitted(LEVELS[-1])),
        Stop("home", Home()),
        *(Stop(f"need-{one.id}", NeedGuides(one.id)) for one in shown),
        Stop("topics", Topics()),
        *(Stop(f"topic-{topic}", Topic(topic)) for topic in TOPICS if topic in topics),
        *_asked(flows),
        *(Stop("resume", Resume(one.id, one.content_hash, (), "vi")) for one in list(flows.values())[:1]),
        *_rehearsed(),
        *_exercised(),
        *_helped(),
        Stop("person", Person()),
        Stop("person-late", Person(nobody_came=True)),
        Stop("comfort", Comfort()),
        Stop("comfort-voice", Comfort(group="voice")),
        Stop("comfort-touch", Comfort(group="touch")),
        Stop("comfort-about", Comfort(group="about")),
        Stop("idle", IdleNotice()),
        Stop("goodbye-finished", Goodbye(finished=True)),
        Stop("goodbye-stopped", Goodbye(finished=False)),
        Stop("goodbye-thanks", Goodbye(finished=True, face="good")),
        Stop("card", MyCard()),
        Stop("card-show", ShowCard()),
        *(Stop(f"card-{why}", Unread(why)) for why in SAID_OF_A_CARD),
        Stop("sorry", Sorry()),
        *(Stop(name, stage) for name, stage in STAFF_STAGES_SHOWN),
    )


def _asked(flows: Mapping[str, Flow]) -> Iterator[Stop]:
    """The keyboard, and each kind of answer."""
    some = tuple(flows.values())[:MOST_GUIDES]
    matter = Matter("thua-ke", Words("Di chúc, thừa kế", "Wills and inheritance", "Testament et succession"))
    yield Stop("ask", Ask())
    yield Stop("ask-marks", Ask("can cuoc", Answer("guides", some), marks=True))
    yield Stop("ask-guides", Ask("can cuowcs", Answer("guides", some)))
    urgent = flows.get(EMERGENCY, some[0])
    yield Stop("ask-danger", Ask("chay nha", Answer("danger", (urgent, *some[:2])), finished="all"))
    yield Stop("ask-perhaps", Ask("toi khong nho nha", Answer("guides", some, perhaps=urgent)))
    yield Stop("ask-person", Ask("di chuc", Answer("person", matter=matter)))
    yield Stop("ask-nothing", Ask("thoi tiet mai", Answer("none")))
    yield Stop("numbers-to-call", NumbersToCall())


def _rehearsed() -> Iterator[Stop]:
    """The list, one call gone along with at once and hung up on, and a turn by each other medium."""
    scripts = shipped_rehearsals()
    yield Stop("rehearsals", ScamsToRehearse())
    play = Play(scripts["khoa-sim"])
    yield Stop("rehearsal-ringing", Rehearsing(play))
    play = gone_on(play)
    yield Stop("rehearsal-asked", Rehearsing(play))
    yield Stop("rehearsal-went-along", Rehearsing(answered(play, "nghe")))
    play = answered(play, "cup")
    while play.moment != "check":
        yield Stop(f"rehearsal-{play.moment}", Rehearsing(play))
        play = gone_on(play)
    yield Stop("rehearsal-check", Rehearsing(play))
    for name, story, turn in REHEARSED:
        yield Stop(f"rehearsal-{name}", Rehearsing(Play(scripts[story], moment="asked", turn_id=turn)))


def _helped() -> Iterator[Stop]:
    """The list for volunteers; one story helped and hindered, and the first turn of the others."""
    scripts = shipped_rehearsals("volunteers")
    yield Stop("helping", RehearsingHelp())
    play = Play(scripts["tnv-tay-tren-may"])
    yield Stop("helping-met", RehearsingHelp(play))
    play = gone_on(play)
    yield Stop("helping-asked", RehearsingHelp(play))
    yield Stop("helping-hindered", RehearsingHelp(answered(play, "cam")))
    play = answered(gone_on(answered(play, "cho")), "gat")
    while play.moment != "check":
        yield Stop(f"helping-{play.moment}", RehearsingHelp(play))
        play = gone_on(play)
    yield Stop("helping-check", RehearsingHelp(play))
    for script in list(scripts.values())[1:]:
        yield Stop(f"helping-{script.id}", RehearsingHelp(gone_on(Play(script))))


def _exercised() -> Iterator[Stop]:
    """Each list; a word typed by the ring, with a mistake, and done; a code; and what one would do."""
    made = shipped_exercises()
    yield Stop("exercises-typing", SmallExercises("typing"))
    yield Stop("exercises-codes", SmallExercises("codes"))
    for name in ("go-me", "go-dia-chi-bia", "tim-phim-noi", "otp-go-vao-o", "otp-co-nguoi-hoi"):
        yield Stop(f"exercise-{name}", Exercising(doings.begin(made[name])))
    word = doings.pressed(doings.pressed(doings.begin(made["go-me"], rung="hinted"), "m"), "e")
    yield Stop("exercise-pale", Exercising(doings.pressed(doings.pressed(word, "q"), "q")))
    done = doings.pressed(word, "j")
    yield Stop("exercise-over", Exercising(done))
    code = doings.touched(doings.begin(made["otp-go-vao-o"]), "chat")
    yield Stop("exercise-refused", Exercising(doings.pressed(code, "0")))
    yield Stop("exercise-why", Exercising(doings.chose(doings.begin(made["otp-co-nguoi-hoi"]), "read")))


def guide_stops(flow: Flow) -> tuple[Stop, ...]:
    """What must be at hand, the overview, the codes, and every step with its other wordings and what may go
    wrong there.

    A guide for volunteers as staff see it.
    """
    stops = tuple(_guide_stops(flow))
    if flow.audience == "volunteer":
        return tuple(replace(stop, stage=Training((stop.stage,))) for stop in stops)
    return stops


def _guide_stops(flow: Flow) -> tuple[Stop, ...]:
    troubles = _walks_to_every_trouble(flow)
    steps = (
        stop for step, walk in walks_to_every_step(flow) for stop in _step_stops(flow, step, walk, troubles)
    )
    codes = (Stop(f"qr-{code.id}", ShowQr(flow.id, code.id), code=code) for code in flow.qr)
    ready = (Stop("ready", HaveReady(flow.id)),) if flow.asks_first else ()
    overview = Stop("overview", Overview(flow.id), cautions=flow.warnings)
    moved = (Stop(f"changed-{one.id}", GuideChanged(flow.id, one.id), change=one) for one in flow.changes)
    return (*ready, overview, *codes, *moved, *steps, *_practice_stops(flow), *_own_phone_stops(flow))


def _practice_stops(flow: Flow) -> Iterator[Stop]:
    """Each step that is practised, with its ring; its keys, where words are typed; what follows the last."""
    for practice in practices_of(flow):
        name = "over" if practice.over else practice.task.step_id
        yield Stop(f"practice-{name}", Practising(practice))
        if not practice.over and practice.task.typed:
            yield Stop(f"practice-{name}-typed", Practising(practice, typing_of(practice, flow)))


def _own_phone_stops(flow: Flow) -> Iterator[Stop]:
    for name, doing in zip(
        ("own-phone", "own-phone-pictured", "own-phone-over"), on_own_phone(flow), strict=False
    ):
        yield Stop(name, OnOwnPhone(doing))


def on_own_phone(flow: Flow) -> Iterator[OwnPhone]:
    """The first step on one's own phone, the same with its picture, and the question after the last; nothing
    where nothing can be practised.
    """
    steps = tuple(step.id for step in steps_to_do(flow)) if can_be_practised(flow) else ()
    if steps and flow.audience == "resident":
        first = OwnPhone(flow.id, steps)
        yield from (first, replace(first, pictured=True), replace(first, at=len(steps)))


def practices_of(flow: Flow) -> Iterator[Practice]:
    """A first pass over *flow*, a step at a time and over at last; nothing where nothing can be practised."""
    tasks = tasks_of(flow, None, (flow,)) if flow.audience == "resident" else ()
    if tasks:
        yield from (Practice(flow.id, tasks, at=at) for at in range(len(tasks) + 1))


def walks_to_every_step(flow: Flow) -> Iterator[tuple[Step, Walk]]:
    """Each step with the shortest walk that leads there, nearest first."""
    shown = set[str]()
    for step, walk in _situations(flow):
        if step.id not in shown:
            shown.add(step.id)
            yield step, walk


def _walks_to_every_trouble(flow: Flow) -> dict[tuple[str, str], Walk]:
    """The shortest walk to where each line for who is stuck is open, by the ids of its step and its edge."""
    walks: dict[tuple[str, str], Walk] = {}
    for step, walk in _situations(flow):
        for edge in edges_open(flow, walk):
            if edge.id.startswith(STUCK_PREFIX):
                walks.setdefault((step.id, edge.id), walk)
    return walks


def _situations(flow: Flow) -> Iterator[tuple[Step, Walk]]:
    """Each step with each set of choices that may have been made before, nearest first."""
    passed, waiting = set[tuple[str, frozenset[tuple[str, str]]]](), deque([begin(flow)])
    while waiting:
        walk = waiting.popleft()
        step = current(flow, walk)
        situation = (step.id, frozenset(choices_made(flow, walk).items()))
        if situation in passed:
            continue
        passed.add(situation)
        yield step, walk
        waiting.extend(_following(flow, walk))


def _following(flow: Flow, walk: Walk) -> Iterator[Walk]:
    for edge in edges_open(flow, walk):
        further = follow(flow, walk, edge.id)
        if isinstance(further, Walk):
            yield further


def _step_stops(
    flow: Flow, step: Step, walk: Walk, troubles: Mapping[tuple[str, str], Walk]
) -> Iterator[Stop]:
    yield Stop(step.id, Stepping(flow.id, walk), step)
    if step.simpler is not None:
        yield Stop(f"{step.id}-simpler", Stepping(flow.id, walk, "simpler"), step)
    if step.example is not None:
        yield Stop(f"{step.id}-example", Stepping(flow.id, walk, "example"), step)
    elif points_at(step):
        yield Stop(f"{step.id}-picture", Stepping(flow.id, walk, "picture"), step)
    stuck = {edge.id: troubles[step.id, edge.id] for edge in step.edges if (step.id, edge.id) in troubles}
    if stuck:
        yield Stop(f"{step.id}-stuck", StuckList(flow.id, next(iter(stuck.values()))), step)
    for edge_id, there in stuck.items():
        name = f"{step.id}-{edge_id.removeprefix(STUCK_PREFIX)}"
        yield Stop(name, Advice(flow.id, there, edge_id), step)
        target = next(edge.target for edge in edges_open(flow, there) if edge.id == edge_id)
        if isinstance(target, ToHotline):
            yield Stop(f"{name}-call", Hotline(target.number), step)
