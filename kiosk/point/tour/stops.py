"""Which screens that belong to no guide a tour shows, in the order of reading. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from accessibility.card import CardFault
from accessibility.touch import LEVELS
from flows.guide.flow import TOPICS, Flow
from flows.guide.needs import PRACTICE, THIS_MONTH, shipped_needs
from flows.guide.words import Words
from flows.practice.exercise import doing as doings
from flows.practice.rehearse.play import Play, answered, gone_on
from flows.search import Answer
from flows.search.word_files import Matter
from flows.shelf.exercises import shipped_exercises
from flows.shelf.rehearsals import shipped_rehearsals
from kiosk.point.tour.staff_stops import STAFF_STAGES_SHOWN
from kiosk.point.tour.stop import Stop
from ui.screens.table import ROWS
from ui.visit import stages
from ui.visit.actions.chosen import ShowScreen
from ui.visit.staff.stages import RehearsingHelp
from ui.visit.stage import Stage

EMERGENCY = "khan-cap"
SAID_OF_A_CARD: tuple[CardFault, ...] = ("foreign", "damaged", "forged", "other-ward", "not-enrolled")
"""One of each sentence; the other faults have the words of one of these."""


ANSWERS: Mapping[str, tuple[str, ...]] = {
    "can cuoc": ("can-cuoc-cap-lai", "vneid-con-chau", "ngan-hang-sinh-trac"),
    "bao hiem y te": ("doi-the-bhyt", "vneid-xuat-trinh", "kham-suc-khoe"),
    "toi khong nho nha": ("vneid-quen-mat-khau", "vneid-quen-passcode"),
}
"""What the search answers, in its order: to ask it takes a tour as long as twenty pictures."""
REHEARSED = (
    ("code", "khoa-sim", "t4"), ("message", "ngan-hang-sinh-trac", "t1"),
    ("video", "video-gia-con", "t1"), ("qr", "giao-hang-qr", "t4"),
)  # fmt: skip
"""What else than a call may come to the drawn phone: the story, and its turn."""


def common_stops(flows: Mapping[str, Flow], *, due: bool = False) -> tuple[Stop, ...]:
    """The screens that belong to no guide, but for the one that is offered again.

    *due*: also the page of what is due, which is there only then. One that remembers nothing needs no line
    here: it comes last, by the name of its class.
    """
    month = (Stop("need-month", stages.NeedGuides(THIS_MONTH)),) if due else ()
    named = (*_named(flows), *month)
    return (*named, *_others({type(stop.stage) for stop in named}))


def _named(flows: Mapping[str, Flow]) -> Iterator[Stop]:
    topics = {flow.topic for flow in flows.values()}
    several = (tile for tile in shipped_needs().offered(flows).tiles if len(tile.guides) > 1)
    shown = tuple(one for one in several if not one.urgent)
    yield from (
        Stop("attract", stages.Attract()),
        Stop("privacy", stages.Privacy()),
        Stop("this-place", stages.ThisPlace()),
        Stop("presets", stages.Comfort(presets=True)),
        Stop("circle", stages.Circle()),
        Stop("fitted", stages.Fitted(LEVELS[-1])),
        Stop("home", stages.Home()),
        *(Stop(f"need-{one.id}", stages.NeedGuides(one.id)) for one in shown),
        Stop("to-practise", stages.NeedGuides(PRACTICE)),
        Stop("topics", stages.Topics()),
        *(Stop(f"topic-{topic}", stages.Topic(topic)) for topic in TOPICS if topic in topics),
        *_asked(flows),
        *(
            Stop("resume", stages.Resume(flow.id, flow.content_hash, (), "vi"))
            for flow in list(flows.values())[:1]
        ),
        *_rehearsed(),
        *_exercised(),
        *_helped(),
        Stop("person", stages.Person()),
        Stop("person-late", stages.Person(nobody_came=True)),
        Stop("comfort", stages.Comfort()),
        Stop("comfort-voice", stages.Comfort(group="voice")),
        Stop("comfort-touch", stages.Comfort(group="touch")),
        Stop("comfort-about", stages.Comfort(group="about")),
        Stop("comfort-language", stages.Comfort(group="language")),
        Stop("idle", stages.IdleNotice()),
        Stop("goodbye-finished", stages.Goodbye(finished=True)),
        Stop("goodbye-stopped", stages.Goodbye(finished=False)),
        Stop("goodbye-thanks", stages.Goodbye(finished=True, face="good")),
        Stop("card", stages.MyCard()),
        Stop("card-show", stages.ShowCard()),
        *(Stop(f"card-{why}", stages.Unread(why)) for why in SAID_OF_A_CARD),
        Stop("sorry", stages.Sorry()),
        *(Stop(name, stage) for name, stage in STAFF_STAGES_SHOWN),
    )


def _others(named: Collection[type[Stage]]) -> Iterator[Stop]:
    for row in ROWS:
        if row.stage not in named and row.alone is not None:
            yield Stop(ShowScreen(row.alone).slot, row.alone)


def _asked(flows: Mapping[str, Flow]) -> Iterator[Stop]:
    """The keyboard, and each kind of answer, as it is given to what stands over it."""
    matter = Matter("thua-ke", Words("Di chúc, thừa kế", "Wills and inheritance", "Testament et succession"))
    yield Stop("ask", stages.Ask())
    yield Stop("ask-marks", stages.Ask("can cuoc", _found("can cuoc", flows), marks=True))
    yield Stop("ask-guides", stages.Ask("bao hiem y te", _found("bao hiem y te", flows)))
    urgent = flows.get(EMERGENCY, next(iter(flows.values())))
    yield Stop(
        "ask-danger",
        stages.Ask("chau hoc hat", Answer("danger", (urgent,), step="hoc-vo-lung"), finished="all"),
    )
    lost = "toi khong nho nha"
    perhaps = replace(_found(lost, flows), perhaps=urgent, step="quen-duong")
    yield Stop("ask-perhaps", stages.Ask(lost, perhaps))
    yield Stop("ask-person", stages.Ask("di chuc", Answer("person", matter=matter)))
    yield Stop("ask-nothing", stages.Ask("thoi tiet mai", Answer("none")))
    yield Stop("numbers-to-call", stages.NumbersToCall())


def _found(question: str, flows: Mapping[str, Flow]) -> Answer:
    """Where a tour has not all the guides, what it has stands for those that the search finds."""
    ids = ANSWERS[question]
    here = tuple(flows[one] for one in ids) if flows.keys() >= set(ids) else tuple(flows.values())
    return Answer("guides", here[: len(ids)])


def _rehearsed() -> Iterator[Stop]:
    """The list, one call gone along with at once and hung up on, and a turn by each other medium."""
    scripts = shipped_rehearsals()
    yield Stop("rehearsals", stages.ScamsToRehearse())
    play = Play(scripts["khoa-sim"])
    yield Stop("rehearsal-ringing", stages.Rehearsing(play))
    play = gone_on(play)
    yield Stop("rehearsal-asked", stages.Rehearsing(play))
    yield Stop("rehearsal-went-along", stages.Rehearsing(answered(play, "nghe")))
    play = answered(play, "cup")
    while play.moment != "check":
        yield Stop(f"rehearsal-{play.moment}", stages.Rehearsing(play))
        play = gone_on(play)
    yield Stop("rehearsal-check", stages.Rehearsing(play))
    for name, story, turn in REHEARSED:
        yield Stop(f"rehearsal-{name}", stages.Rehearsing(Play(scripts[story], moment="asked", turn_id=turn)))


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
    yield Stop("exercises-typing", stages.SmallExercises("typing"))
    yield Stop("exercises-codes", stages.SmallExercises("codes"))
    for name in ("go-me", "go-dia-chi-bia", "tim-phim-noi", "otp-go-vao-o", "otp-co-nguoi-hoi"):
        yield Stop(f"exercise-{name}", stages.Exercising(doings.begin(made[name])))
    word = doings.apply_key(doings.apply_key(doings.begin(made["go-me"], rung="hinted"), "m"), "e")
    yield Stop("exercise-pale", stages.Exercising(doings.apply_key(doings.apply_key(word, "q"), "q")))
    done = doings.apply_key(word, "j")
    yield Stop("exercise-over", stages.Exercising(done))
    code = doings.touched(doings.begin(made["otp-go-vao-o"]), "chat")
    yield Stop("exercise-refused", stages.Exercising(doings.apply_key(code, "0")))
    yield Stop(
        "exercise-why", stages.Exercising(doings.chose(doings.begin(made["otp-co-nguoi-hoi"]), "read"))
    )
